//! YAML to [`Node`]s, with the place of every key and value.
//!
//! Built on the parser's events, because trees made elsewhere lose duplicate
//! keys and the text of scalars. Aliases are copied within a budget; tags and
//! further documents are told and passed over. What most front matters keep to
//! is read by `plain`, to the same nodes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span as YamlSpan};

use super::plain::read_plain;
use super::slip::yaml_slip;
use super::{Node, Pair, Text, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceFile, Span};

/// The most values that a front matter may hold, copies of aliases included.
pub(super) const NODE_LIMIT: usize = 20_000;
/// The deepest nesting of lists and keys.
const DEPTH_LIMIT: usize = 32;

/// Reads a YAML mapping; `None` when it cannot be read, which is told.
pub(crate) fn read_yaml<'a>(diagnostics: &mut Diagnostics, source: &'a SourceFile, matter: &Text) -> Option<Node<'a>> {
    read_plain(source, matter).or_else(|| read_events(diagnostics, source, matter))
}

/// Reads YAML of every kind, by the parser's events.
pub(super) fn read_events(diagnostics: &mut Diagnostics, source: &SourceFile, matter: &Text) -> Option<Node<'static>> {
    // A CR alone ends no line of a file, but one of YAML's.
    let text =
        if matter.text.contains('\r') { matter.text.replace('\r', " ").into() } else { Cow::Borrowed(&*matter.text) };
    let text = spaces_after_keys(text);
    let mut reader =
        Reader { diagnostics, source, matter, anchors: BTreeMap::new(), open: Vec::new(), root: None, nodes: 0 };
    for event in Parser::new_from_str(&text) {
        let step = match event {
            Ok((event, span)) => reader.take(&event, span),
            Err(error) => Err(reader.syntax_problem(&error)),
        };
        match step {
            Ok(Step::More) => {}
            Ok(Step::End) => break,
            Err(problem) => {
                reader.diagnostics.push(*problem);
                return None;
            }
        }
    }
    reader.root
}

/// Replaces a tab after a key's colon by a space: valid YAML that the parser does not take.
fn spaces_after_keys(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains(":\t") {
        return text;
    }
    let mend = |line: &str| match line.split_once(":\t") {
        Some((key, rest)) if !key.contains(['"', '\'', '#', ':']) => {
            let value = rest.trim_start_matches('\t');
            format!("{key}: {}{value}", " ".repeat(rest.len() - value.len()))
        }
        _ => line.to_owned(),
    };
    text.split('\n').map(mend).collect::<Vec<_>>().join("\n").into()
}

enum Step {
    More,
    End,
}

/// A list or mapping that is not closed yet.
struct Open {
    start: Span,
    anchor: usize,
    collection: Collection,
}

enum Collection {
    List(Vec<Node<'static>>),
    Map(Vec<Pair<'static>>, Option<(Cow<'static, str>, Span)>),
}

struct Reader<'a> {
    diagnostics: &'a mut Diagnostics,
    source: &'a SourceFile,
    matter: &'a Text,
    anchors: BTreeMap<usize, Node<'static>>,
    open: Vec<Open>,
    root: Option<Node<'static>>,
    nodes: usize,
}

type Taken = std::result::Result<Step, Box<Diagnostic>>;

impl Reader<'_> {
    fn take(&mut self, event: &Event<'_>, at: YamlSpan) -> Taken {
        let span = self.span(at);
        match event {
            Event::DocumentStart(_) if self.root.is_some() => Err(Box::new(
                Diagnostic::at(Code::FrontMatterSyntax, self.source, span).variant("documents").help("help-documents"),
            )),
            Event::StreamEnd => Ok(Step::End),
            Event::Scalar(text, style, anchor, tag) => {
                self.tell_tag(tag.is_some(), span);
                let is_plain = *style == ScalarStyle::Plain;
                let text = Cow::Owned(text.to_string());
                let value = if is_plain { scalar(text) } else { Value::Scalar(text) };
                self.place(Node { value, span: trimmed(self.source, span) }, *anchor)
            }
            Event::SequenceStart(anchor, tag) => {
                self.tell_tag(tag.is_some(), span);
                self.enter(span, *anchor, Collection::List(Vec::new()))
            }
            Event::MappingStart(anchor, tag) => {
                self.tell_tag(tag.is_some(), span);
                self.enter(span, *anchor, Collection::Map(Vec::new(), None))
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(span),
            Event::Alias(anchor) => {
                let copy = self.anchors.get(anchor).cloned().unwrap_or_else(|| Node::null(span));
                self.nodes += size(&copy);
                self.place(Node { span, ..copy }, 0)
            }
            _ => Ok(Step::More),
        }
    }

    fn enter(&mut self, start: Span, anchor: usize, collection: Collection) -> Taken {
        self.open.push(Open { start, anchor, collection });
        if self.open.len() > DEPTH_LIMIT { Err(self.excess(start)) } else { Ok(Step::More) }
    }

    fn leave(&mut self, end: Span) -> Taken {
        let Some(open) = self.open.pop() else { return Ok(Step::More) };
        let end = if self.source.slice(open.start).starts_with(['{', '[']) { self.bracket(end) } else { end.end() };
        let span = trimmed(self.source, Span::new(open.start.start(), end.max(open.start.end())));
        let value = match open.collection {
            Collection::List(items) => Value::List(items),
            Collection::Map(pairs, _) => Value::Map(pairs),
        };
        self.place(Node { value, span }, open.anchor)
    }

    /// Puts a finished value where it belongs: a list, a key's value, the root.
    fn place(&mut self, node: Node<'static>, anchor: usize) -> Taken {
        self.nodes += 1;
        if self.nodes > NODE_LIMIT {
            return Err(self.excess(node.span));
        }
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut().map(|open| &mut open.collection) {
            None => self.root = Some(node),
            Some(Collection::List(items)) => items.push(node),
            Some(Collection::Map(pairs, key)) => match key.take() {
                Some((key, key_span)) => pairs.push(Pair { key, key_span, node }),
                None => *key = Some((key_text(&node), node.span)),
            },
        }
        Ok(Step::More)
    }

    /// Returns where the bracket ends that closes a collection; after a last comma, the parser's end is that comma.
    fn bracket(&self, end: Span) -> usize {
        let mut rest = self.source.text.get(end.start()..).unwrap_or_default();
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            match rest.chars().next() {
                Some('#') => rest = rest.find('\n').and_then(|at| rest.get(at..)).unwrap_or_default(),
                Some('}' | ']') => return self.source.text.len() - rest.len() + 1,
                _ => return end.end(),
            }
        }
    }

    fn excess(&self, span: Span) -> Box<Diagnostic> {
        Box::new(Diagnostic::at(Code::FrontMatterExcessive, self.source, span))
    }

    fn tell_tag(&mut self, is_tagged: bool, span: Span) {
        if is_tagged {
            self.diagnostics.push(Diagnostic::at(Code::YamlTagIgnored, self.source, span));
        }
    }

    fn syntax_problem(&self, error: &ScanError) -> Box<Diagnostic> {
        let at = self.offset(*error.marker());
        // The parser's own limit, for what it reads ahead before it tells of it.
        if error.info().contains("recursion limit") {
            return self.excess(Span::new(at, at));
        }
        let slip = yaml_slip(self.source, self.matter, at, error.info());
        let problem = Diagnostic::at(Code::FrontMatterSyntax, self.source, slip.span);
        Box::new(match slip.told {
            Some((variant, help)) => problem.variant(variant).help(help),
            None => problem,
        })
    }

    fn offset(&self, marker: Marker) -> usize {
        let line = u32::try_from(marker.line()).unwrap_or(1).saturating_sub(1);
        self.source.offset(self.matter.first_line + line, marker.col())
    }

    fn span(&self, at: YamlSpan) -> Span {
        let start = self.offset(at.start);
        Span::new(start, self.offset(at.end).max(start))
    }
}

/// Takes line ends and spaces off the end of a span.
pub(super) fn trimmed(source: &SourceFile, span: Span) -> Span {
    Span::new(span.start(), span.start() + source.slice(span).trim_end().len())
}

/// Counts the values of a tree.
fn size(node: &Node<'_>) -> usize {
    match &node.value {
        Value::List(items) => 1 + items.iter().map(size).sum::<usize>(),
        Value::Map(pairs) => 1 + pairs.iter().map(|pair| size(&pair.node)).sum::<usize>(),
        _ => 1,
    }
}

/// Returns the value of a text without quotes.
pub(super) fn scalar(text: Cow<'_, str>) -> Value<'_> {
    if is_null(&text) { Value::Null } else { Value::Scalar(text) }
}

/// Returns whether a text without quotes says that there is nothing.
pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn key_text(node: &Node<'static>) -> Cow<'static, str> {
    match &node.value {
        Value::Scalar(text) => text.clone(),
        _ => Cow::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> SourceFile {
        SourceFile::new("a.md", format!("---\n{text}---\n"))
    }

    fn read(source: &SourceFile) -> (Option<Node<'_>>, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let matter = Text { text: source.text.replace("---\n", ""), first_line: 2 };
        let node = read_yaml(&mut diagnostics, source, &matter);
        (node, diagnostics)
    }

    #[test]
    fn every_value_knows_its_place() {
        let source = source("é: à b # c\nlist:\n  - x\n  - {d: 2026-01-01}\nq: 'it''s'\n");
        let Some(Node { value: Value::Map(pairs), .. }) = read(&source).0 else { panic!("no map") };
        let texts: Vec<(&str, &str)> =
            pairs.iter().map(|pair| (source.slice(pair.key_span), source.slice(pair.node.span))).collect();
        assert_eq!(texts, [("é", "à b"), ("list", "- x\n  - {d: 2026-01-01}"), ("q", "'it''s'")]);
        for text in
            ["{}", "{a: 1}", "{a: 1,}", "{a: 1, b,}", "{a: {b: 1,},}", "[]", "[{a: 1,},]", "{\n  a: [1,], # }\n  }"]
        {
            let source = self::source(&format!("m: {text}\nn: 1\n"));
            let Some(Node { value: Value::Map(pairs), .. }) = read(&source).0 else { panic!("no map") };
            assert_eq!(source.slice(pairs[0].node.span), text);
        }
    }

    #[test]
    fn scalars_stay_as_they_are_written() {
        let source = source("a: 012\nb: no\nc: ~\nd: \"null\"\ne:\tx\n");
        let Some(Node { value: Value::Map(pairs), .. }) = read(&source).0 else { panic!("no map") };
        let values: Vec<Value<'_>> = pairs.into_iter().map(|pair| pair.node.value).collect();
        let scalar = |text: &str| Value::Scalar(text.to_owned().into());
        assert_eq!(values, [scalar("012"), scalar("no"), Value::Null, scalar("null"), scalar("x")]);
    }

    #[test]
    fn what_cannot_be_read_is_told_where_it_stands() {
        #[track_caller]
        fn case(text: &str, code: Code, place: &str) {
            let source = source(text);
            let (node, diagnostics) = read(&source);
            assert!(node.is_none(), "{text:?}");
            let found: Vec<(Code, String)> = diagnostics
                .iter()
                .map(|d| (d.code, d.location.as_ref().map(|at| at.position.to_string()).unwrap()))
                .collect();
            assert_eq!(found, [(code, place.to_owned())], "{text:?}");
        }
        case("a: b: c\n", Code::FrontMatterSyntax, "2:5");
        case("a: 1\nb: @x\n", Code::FrontMatterSyntax, "3:4");
        case("a: *x\n", Code::FrontMatterSyntax, "2:4");
        let deep = format!("a: {}\n", "[".repeat(40));
        case(&deep, Code::FrontMatterExcessive, "2:35");
        let deeper = format!("a: {}\n", "[".repeat(5000));
        case(&deeper, Code::FrontMatterExcessive, "2:259");
        let bomb = (1..9).fold("a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned(), |text, i| {
            let alias = format!("*a{}", i - 1);
            format!("{text}a{i}: &a{i} [{}]\n", vec![alias; 9].join(","))
        });
        let source = source(&bomb);
        let (node, diagnostics) = read(&source);
        assert!(node.is_none());
        assert_eq!(diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), [Code::FrontMatterExcessive]);
    }
}
