//! Sets one value of a front matter by the smallest edit.
//!
//! What YAML and TOML have in common is here: finding the place, lists and
//! records in brackets. What differs is in `yaml` and `toml`.

use std::sync::Arc;

use super::place::{Content, Place};
use super::prove::{is_only_set, items};
use super::spelling::Spelling;
use super::{Edit, Revision, refused};
use crate::data::{Node, Pair, Value};
use crate::diagnostic::Result;
use crate::locale::Lang;
use crate::model::vocabulary::{Field, Word};
use crate::parse::{Outline, Syntax, outline};
use crate::source::{SourceFile, Span};

/// Writes `content` at `place`, in the language of the file's own keys, else in `lang`.
///
/// A value that is there is replaced, in its own quotes; else a line is added
/// after the keys it belongs to, or a key to the record in its own style.
///
/// # Errors
/// `edit-refused` when the front matter cannot be read, or is written so that
/// nothing smaller than rewriting it would do.
pub fn set(revision: &mut Revision, table: &'static [Field], place: Place, content: Content, lang: Lang) -> Result<()> {
    let source = Arc::clone(revision.source());
    let Some(outline) = outline(&source) else { return create(revision, &source, place, content, lang) };
    let spelling = Spelling::of(&outline.root, outline.syntax, table, lang);
    let site = Site { source: &source, outline: &outline, table, spelling };
    let value = content.text(spelling.lang);
    let edits = site.edits(place, content).ok_or_else(|| refused(&source, "shape"))?;
    revision.apply(&edits, |before, after| is_only_set(before, after, place, &value))
}

/// Writes a front matter with one value above a text that has none.
fn create(revision: &mut Revision, source: &Arc<SourceFile>, place: Place, content: Content, lang: Lang) -> Result<()> {
    let is_fence = ["---", "+++"].contains(&source.slice(source.line_span(1)).trim_end());
    let value = content.text(lang);
    let line = match place {
        Place::Key(field) => format!("{}: {value}", field.word.name(lang)),
        Place::Further(field) => format!("{}: [{value}]", field.word.name(lang)),
        Place::Inner(..) | Place::Item(..) => return Err(refused(source, "shape")),
    };
    if is_fence {
        return Err(refused(source, "shape"));
    }
    let end = source.line_end();
    let text = format!("---{end}{line}{end}---{end}{end}");
    revision.apply(&[Edit::insert(0, text)], |before, after| is_only_set(before, after, place, &value))
}

/// A front matter and how it is spelt.
pub(super) struct Site<'a> {
    pub(super) source: &'a SourceFile,
    pub(super) outline: &'a Outline<'a>,
    pub(super) table: &'static [Field],
    pub(super) spelling: Spelling,
}

/// Keys that belong together, in the order in which an application goes: a new line stands after those before it.
const COURSE: &[&str] = &[
    "company",
    "role",
    "status",
    "applied",
    "interviews",
    "announced",
    "decided",
    "stage",
    "notice",
    "shortlisted",
    "contacts",
    "thanked",
    "feedback",
    "keep-contact",
    "checked-in",
    // Of a goal.
    "cadence",
    "reviewed",
];

/// What is added: a key and its value as text.
pub(super) struct Added {
    pub(super) key: String,
    pub(super) value: String,
}

/// A record that something is added to.
pub(super) struct Record<'a> {
    pub(super) node: &'a Node<'a>,
    pub(super) pairs: &'a [Pair<'a>],
    /// The pair after which the new one stands; without one it goes to the end.
    pub(super) after: Option<&'a Pair<'a>>,
    pub(super) is_root: bool,
}

impl Site<'_> {
    /// Returns the edits that write `content` at `place`; `None` when the file's style leaves no small way.
    fn edits(&self, place: Place, content: Content) -> Option<Vec<Edit>> {
        let Value::Map(pairs) = &self.outline.root.value else { return None };
        let pair = pairs.iter().find(|pair| place.root().word.matches(&pair.key));
        match (place, pair) {
            (Place::Key(_), Some(pair)) => self.replace(pair, content),
            (Place::Key(field), None) => self.add_root(field, self.literal(content, None)),
            (Place::Inner(_, field), Some(pair)) => match &pair.node.value {
                Value::Map(_) => self.set_inner(&pair.node, place.root().inner(), field, content),
                _ if items(&pair.node).is_empty() => self.fill(pair, &self.bracketed(field, content)),
                _ => None,
            },
            (Place::Inner(record, field), None) => self.add_root(record, self.bracketed(field, content)),
            (Place::Item(list, index, field), Some(pair)) => {
                let item = *items(&pair.node).get(index)?;
                let fields = list.inner();
                match &item.value {
                    Value::Map(_) => self.set_inner(item, fields, field, content),
                    Value::Scalar(text) => self.wrap(&pair.node, item, text, (fields.first()?, field, content)),
                    _ => None,
                }
            }
            (Place::Item(..), None) => None,
            (Place::Further(_), Some(pair)) => self.further(pair, &self.literal(content, None)),
            (Place::Further(list), None) => self.add_root(list, format!("[{}]", self.literal(content, None))),
        }
    }

    /// Returns the edit of a value in a record, which is there or not.
    fn set_inner(
        &self,
        node: &Node<'_>,
        fields: &'static [Field],
        field: &'static Field,
        content: Content,
    ) -> Option<Vec<Edit>> {
        let Value::Map(pairs) = &node.value else { return None };
        if let Some(pair) = pairs.iter().find(|pair| field.word.matches(&pair.key)) {
            return self.replace(pair, content);
        }
        let before = fields.iter().take_while(|known| known.word != field.word);
        let after = self.last_of(pairs, before.map(|known| known.word));
        let added = Added { key: self.key(field.word), value: self.literal(content, None) };
        self.add(&Record { node, pairs, after, is_root: false }, &added)
    }

    /// Returns the edit that adds a key at the root.
    fn add_root(&self, field: &'static Field, value: String) -> Option<Vec<Edit>> {
        let root = &self.outline.root;
        let Value::Map(pairs) = &root.value else { return None };
        let before = COURSE.iter().take_while(|name| **name != field.word.en);
        let words = before.filter_map(|name| self.table.iter().find(|known| known.word.en == *name));
        let after = self.last_of(pairs, words.map(|known| known.word));
        self.add(&Record { node: root, pairs, after, is_root: true }, &Added { key: self.key(field.word), value })
    }

    /// Returns the pair that stands last of those that `words` name.
    fn last_of<'b>(&self, pairs: &'b [Pair<'b>], words: impl Iterator<Item = Word>) -> Option<&'b Pair<'b>> {
        let words: Vec<Word> = words.collect();
        let is_line = |pair: &&Pair<'_>| self.outline.syntax == Syntax::Yaml || !self.is_header(pair);
        let named = pairs.iter().filter(|pair| words.iter().any(|word| word.matches(&pair.key)));
        named.filter(is_line).max_by_key(|pair| pair.key_span)
    }

    fn add(&self, record: &Record<'_>, added: &Added) -> Option<Vec<Edit>> {
        match self.outline.syntax {
            Syntax::Yaml => self.add_yaml(record, added),
            Syntax::Toml => self.add_toml(record, added),
        }
    }

    /// Returns the edit of a value that is there.
    fn replace(&self, pair: &Pair<'_>, content: Content) -> Option<Vec<Edit>> {
        match &pair.node.value {
            Value::Null => self.fill(pair, &self.literal(content, None)),
            Value::Scalar(_) => {
                let span = self.bare(pair.node.span);
                let quote = self.source.slice(span).chars().next().filter(|c| matches!(c, '"' | '\''));
                Some(vec![Edit::replace(span, self.literal(content, quote))])
            }
            Value::List(_) | Value::Map(_) => None,
        }
    }

    /// Returns the edit of a value that is empty.
    fn fill(&self, pair: &Pair<'_>, value: &str) -> Option<Vec<Edit>> {
        if !self.source.slice(pair.node.span).trim_matches([',', ' ']).is_empty() {
            return Some(vec![Edit::replace(self.bare(pair.node.span), value)]);
        }
        let after = self.source.text.get(pair.key_span.end()..self.outline.inner.end())?;
        let line = after.lines().next()?;
        let blanks = line.len() - line.trim_start().len();
        let Some(rest) = line.trim_start().strip_prefix(':') else {
            // A key of a flow mapping that stands alone.
            return Some(vec![Edit::insert(pair.key_span.end(), format!(": {value}"))]);
        };
        let colon = pair.key_span.end() + blanks + 1;
        let space = rest.chars().next().filter(|c| matches!(c, ' ' | '\t'));
        let next = rest.chars().nth(usize::from(space.is_some()));
        let gap = if space.is_some() { "" } else { " " };
        let tail = if next.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '}')) { "" } else { " " };
        Some(vec![Edit::insert(colon + space.map_or(0, char::len_utf8), format!("{gap}{value}{tail}"))])
    }

    /// Returns the edit that adds an item to a list, or makes one of a bare value.
    fn further(&self, pair: &Pair<'_>, value: &str) -> Option<Vec<Edit>> {
        let node = &pair.node;
        let span = self.bare(node.span);
        match &node.value {
            Value::Null => self.fill(pair, &format!("[{value}]")),
            Value::Scalar(text) if text.trim().is_empty() => Some(vec![Edit::replace(span, format!("[{value}]"))]),
            Value::Scalar(_) => {
                Some(vec![Edit::insert(span.start(), "["), Edit::insert(span.end(), format!(", {value}]"))])
            }
            Value::List(list) if self.source.slice(span).starts_with('[') => {
                Some(self.add_bracketed(span.start(), list.last().map(|item| item.span), value))
            }
            Value::List(list) => {
                let last = list.last()?;
                let line = self.source.line_start(self.source.line(last.span.start()))?;
                let prefix = self.source.slice(Span::new(line, last.span.start()));
                let is_dash = prefix.trim() == "-";
                is_dash.then(|| vec![self.line_below(last.span.end(), &format!("{prefix}{value}"))])
            }
            Value::Map(_) => None,
        }
    }

    /// Returns the edits that make a bare value the first key of a record, and add a second.
    fn wrap(
        &self,
        list: &Node<'_>,
        item: &Node<'_>,
        text: &str,
        (first, field, content): (&'static Field, &'static Field, Content),
    ) -> Option<Vec<Edit>> {
        let (first, key) = (self.key(first.word), self.key(field.word));
        let value = self.literal(content, None);
        if self.outline.syntax == Syntax::Toml {
            let span = item.span;
            let close = format!(", {key} = {value} }}");
            return Some(vec![Edit::insert(span.start(), format!("{{ {first} = ")), Edit::insert(span.end(), close)]);
        }
        let is_list = matches!(list.value, Value::List(_));
        if is_list && !self.source.slice(self.bare(list.span)).starts_with('[') {
            let start = self.source.line_start(self.source.line(item.span.start()))?;
            let indent = blank(self.source.slice(Span::new(start, item.span.start())));
            let below = self.line_below(item.span.end(), &format!("{indent}{key}: {value}"));
            return Some(vec![Edit::insert(item.span.start(), format!("{first}: ")), below]);
        }
        let written = self.source.slice(item.span);
        let is_safe = is_list || written.starts_with(['"', '\'']) || !written.contains([',', '[', ']', '{', '}']);
        let quoted = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        let name = if is_safe { written } else { &quoted };
        Some(vec![Edit::replace(item.span, format!("{{{first}: {name}, {key}: {value}}}"))])
    }

    /// Returns the edits that add `text` in the brackets that open at `open`, after what stands at `last`.
    pub(super) fn add_bracketed(&self, open: usize, last: Option<Span>, text: &str) -> Vec<Edit> {
        let Some(last) = last else {
            let next = self.source.text.get(open + 1..).and_then(|rest| rest.chars().next());
            let is_table = self.outline.syntax == Syntax::Toml && self.source.text.get(open..=open) == Some("{");
            return vec![Edit::insert(
                open + 1,
                match (next, is_table) {
                    (Some('}' | ']'), true) => format!(" {text} "),
                    (Some(' '), _) => format!(" {text}"),
                    _ => text.to_owned(),
                },
            )];
        };
        let line = self.source.line_span(self.source.line(last.start()));
        let indent = self.source.slice(Span::new(line.start(), last.start()));
        let end = self.source.line_span(self.source.line(last.end())).end();
        let rest = self.source.slice(Span::new(last.end(), end)).trim_start();
        let has_comma = rest.starts_with(',');
        let tail = rest.trim_start_matches(',').trim_start();
        let is_own_line = indent.trim().is_empty() && (tail.is_empty() || tail.starts_with('#'));
        if !is_own_line {
            return vec![Edit::insert(last.end(), format!(", {text}"))];
        }
        // One item a line: a further line, with a comma after it as after the one before.
        let comma = if has_comma { "," } else { "" };
        let below = self.line_below(last.end(), &format!("{indent}{text}{comma}"));
        if has_comma { vec![below] } else { vec![Edit::insert(last.end(), ","), below] }
    }

    /// Returns the edit that adds a line below the one that holds `offset`.
    pub(super) fn line_below(&self, offset: usize, line: &str) -> Edit {
        let next = self.source.line_start(self.source.line(offset) + 1).unwrap_or(self.outline.inner.end());
        self.line_at(next.min(self.outline.inner.end()), line)
    }

    /// Returns the edit that adds a line where one begins.
    pub(super) fn line_at(&self, offset: usize, line: &str) -> Edit {
        Edit::insert(offset, format!("{line}{}", self.source.line_end()))
    }

    /// Returns a record of one value, in braces.
    fn bracketed(&self, field: &'static Field, content: Content) -> String {
        let (key, value) = (self.key(field.word), self.literal(content, None));
        match self.outline.syntax {
            Syntax::Yaml => format!("{{{key}: {value}}}"),
            Syntax::Toml => format!("{{ {key} = {value} }}"),
        }
    }

    /// Returns the name of a key as the file spells it.
    fn key(&self, word: Word) -> String {
        let key = self.spelling.key(word);
        let is_bare = self.outline.syntax == Syntax::Yaml || key.is_ascii();
        if is_bare { key } else { format!("\"{key}\"") }
    }

    /// Returns a value as text, in `quote`s where it had some or needs them.
    fn literal(&self, content: Content, quote: Option<char>) -> String {
        let text = content.text(self.spelling.lang);
        let needed = matches!(content, Content::Word(_)) && self.outline.syntax == Syntax::Toml;
        match quote.or(needed.then_some('"')) {
            Some(quote) => format!("{quote}{text}{quote}"),
            None => text,
        }
    }

    /// Takes an anchor and a tag off the start of a YAML value.
    pub(super) fn bare(&self, span: Span) -> Span {
        let mut rest = self.source.slice(span);
        while rest.starts_with(['&', '!']) && self.outline.syntax == Syntax::Yaml {
            let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
            rest = rest.get(word..).unwrap_or_default().trim_start();
        }
        Span::new(span.end() - rest.len(), span.end())
    }
}

/// Returns where a pair ends: the last character of its key or of a value in it.
pub(super) fn pair_end(pair: &Pair<'_>) -> usize {
    fn end(node: &Node<'_>) -> usize {
        match &node.value {
            Value::Null => 0,
            Value::Scalar(_) => node.span.end(),
            Value::List(items) => items.iter().map(end).fold(node.span.end(), usize::max),
            Value::Map(pairs) => pairs.iter().map(pair_end).fold(node.span.end(), usize::max),
        }
    }
    pair.key_span.end().max(end(&pair.node))
}

/// Returns spaces of the width of `text`, tabs kept.
pub(super) fn blank(text: &str) -> String {
    text.chars().map(|c| if c == '\t' { '\t' } else { ' ' }).collect()
}
