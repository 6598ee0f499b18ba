//! The plain subset of YAML that most front matters keep to, read line by line.
//!
//! In: the text of a front matter. Out: the nodes, with the places, that `yaml` makes of the parser's
//! events; `None` for whatever is more than keys, lists and values of one line without quotes, which
//! is left to the parser. A property test compares both.

use super::yaml::{NODE_LIMIT, is_null, scalar, trimmed};
use super::{Node, Pair, Text, Value};
use crate::source::{SourceFile, Span};

/// The deepest nesting that is read here.
const DEPTH: usize = 8;
/// The longest key in bytes; the parser's own limit lies above it.
const LONGEST_KEY: usize = 200;

/// A line that holds something: its text without indent and comment, and where that ends in the file.
///
/// What is left of a text while it is read ends there, too: its length tells where it starts.
#[derive(Clone, Copy)]
struct Line<'a> {
    indent: usize,
    text: &'a str,
    end: usize,
}

struct Plain<'a> {
    source: &'a SourceFile,
    lines: Vec<Line<'a>>,
    /// The next line.
    at: usize,
    /// Where the last line ends, comments included.
    end: usize,
}

/// Reads a front matter of the plain subset; `None` when it is of another kind.
pub(super) fn read_plain<'a>(source: &'a SourceFile, matter: &Text) -> Option<Node<'a>> {
    // Control characters; what begins with 0xEF may be a byte order mark.
    let is_other = |byte: u8| byte < b' ' && byte != b'\n' || byte == 0xEF;
    if matter.text.len() > NODE_LIMIT || matter.text.bytes().fold(false, |found, byte| found | is_other(byte)) {
        return None;
    }
    let mut plain = Plain { source, lines: Vec::with_capacity(32), at: 0, end: 0 };
    let (mut number, mut begin) = (matter.first_line, 0);
    for end in memchr::memchr_iter(b'\n', matter.text.as_bytes()).chain([matter.text.len()]) {
        let start = source.line_start(number)?;
        plain.end = start + (end - begin);
        let line = source.text.get(start..plain.end).filter(|line| matter.text.get(begin..end) == Some(line))?;
        (number, begin) = (number + 1, end + 1);
        let indented = without_comment(line);
        let text = indented.trim_start_matches(' ');
        if !text.is_empty() {
            let end = plain.end - (line.len() - indented.len());
            plain.lines.push(Line { indent: indented.len() - text.len(), text, end });
        }
    }
    let root = plain.collection(DEPTH)?;
    (plain.at == plain.lines.len()).then_some(root)
}

impl<'a> Plain<'a> {
    /// Reads the list or the keys that begin at the next line.
    fn collection(&mut self, depth: usize) -> Option<Node<'a>> {
        let depth = depth.checked_sub(1)?;
        let first = *self.lines.get(self.at)?;
        let is_list = item_of(first.text).is_some();
        let value = if is_list { self.items(first.indent, depth)? } else { self.pairs(first.indent, depth)? };
        let next = self.lines.get(self.at);
        // What stands deeper goes on with the value above it.
        if next.is_some_and(|next| next.indent > first.indent) {
            return None;
        }
        let end = next.map_or(self.end, |next| next.end - next.text.len());
        Some(Node { value, span: trimmed(self.source, Span::new(first.end - first.text.len(), end)) })
    }

    fn items(&mut self, indent: usize, depth: usize) -> Option<Value<'a>> {
        let mut items = Vec::new();
        while let Some(line) = self.line_at(indent)
            && let Some(text) = item_of(line.text)
        {
            if key_of(text).is_some() {
                // Its keys go on in the lines below, at the column of the first.
                let indent = indent + line.text.len() - text.len();
                *self.lines.get_mut(self.at)? = Line { indent, text, ..line };
                items.push(self.collection(depth)?);
            } else {
                self.at += 1;
                items.push(value(text, line.end, depth)?);
            }
        }
        Some(Value::List(items))
    }

    fn pairs(&mut self, indent: usize, depth: usize) -> Option<Value<'a>> {
        let mut pairs = Vec::new();
        while let Some(line) = self.line_at(indent) {
            let (key, text) = key_of(line.text)?;
            let start = line.end - line.text.len();
            self.at += 1;
            let node = if !text.is_empty() {
                value(text, line.end, depth)?
            } else if self.lines.get(self.at).is_some_and(|next| next.indent > indent) {
                self.collection(depth)?
            } else {
                Node::null(Span::new(start + key.len(), start + key.len()))
            };
            pairs.push(pair(key, start, node));
        }
        Some(Value::Map(pairs))
    }

    fn line_at(&self, indent: usize) -> Option<Line<'a>> {
        self.lines.get(self.at).copied().filter(|line| line.indent == indent)
    }
}

fn pair<'a>(key: &'a str, start: usize, node: Node<'a>) -> Pair<'a> {
    let key_span = Span::new(start, start + key.trim_end().len());
    Pair { key: key.into(), key_span, node }
}

/// Reads a value that ends where its line does.
fn value(text: &str, end: usize, depth: usize) -> Option<Node<'_>> {
    if !text.starts_with(['[', '{']) {
        return unquoted(text, end - text.len());
    }
    let mut rest = text;
    flow(&mut rest, end, depth).filter(|_| rest.is_empty())
}

/// Reads the list or the keys in brackets that `rest` begins with.
fn flow<'a>(rest: &mut &'a str, end: usize, depth: usize) -> Option<Node<'a>> {
    let depth = depth.checked_sub(1)?;
    let start = end - rest.len();
    let (is_map, close) = if rest.starts_with('{') { (true, '}') } else { (false, ']') };
    let (mut items, mut pairs) = (Vec::new(), Vec::new());
    let mut inner = rest.get(1..);
    while let Some(text) = inner {
        *rest = text.trim_start_matches(' ');
        if rest.starts_with(close) && items.is_empty() && pairs.is_empty() {
            break;
        }
        if is_map {
            let key_start = end - rest.len();
            let (key, value) = key_of(rest)?;
            *rest = value;
            let node = flow_value(rest, end, depth)?;
            pairs.push(pair(key, key_start, node));
        } else {
            items.push(flow_value(rest, end, depth)?);
        }
        inner = rest.strip_prefix(',');
    }
    *rest = rest.strip_prefix(close)?;
    let span = Span::new(start, end - rest.len());
    *rest = rest.trim_start_matches(' ');
    Some(Node { value: if is_map { Value::Map(pairs) } else { Value::List(items) }, span })
}

/// Reads a value in brackets, up to the sign behind it.
fn flow_value<'a>(rest: &mut &'a str, end: usize, depth: usize) -> Option<Node<'a>> {
    if rest.starts_with(['[', '{']) {
        return flow(rest, end, depth);
    }
    let start = end - rest.len();
    let (words, behind) = rest.split_at_checked(rest.find([',', '[', ']', '{', '}'])?)?;
    *rest = behind;
    let words = words.trim_end_matches(' ');
    // The parser takes no dash before a sign.
    unquoted(words, start).filter(|_| !words.ends_with(" -"))
}

/// Reads text without quotes; what begins with a sign of YAML, or may hold a key, is left to the parser.
fn unquoted(text: &str, start: usize) -> Option<Node<'_>> {
    let bytes = text.as_bytes();
    let is_key = |at: usize| matches!(bytes.get(at + 1), None | Some(b' '));
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '+' | '(' | '«'));
    if !begins || memchr::memchr_iter(b':', bytes).any(is_key) {
        return None;
    }
    Some(Node { value: scalar(text.into()), span: Span::new(start, start + text.trim_end().len()) })
}

/// Returns a line without its comment and the spaces before it.
fn without_comment(line: &str) -> &str {
    let bytes = line.as_bytes();
    let begins = |at: &usize| at.checked_sub(1).is_none_or(|before| bytes.get(before) == Some(&b' '));
    let end = memchr::memchr_iter(b'#', bytes).find(begins).unwrap_or(line.len());
    line.get(..end).unwrap_or_default().trim_end_matches(' ')
}

/// Returns what stands behind the dash of a list's item.
fn item_of(text: &str) -> Option<&str> {
    text.strip_prefix("- ").map(|item| item.trim_start_matches(' '))
}

/// Returns the key that a text begins with, and what stands behind its colon.
fn key_of(text: &str) -> Option<(&str, &str)> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b' ') || !byte.is_ascii();
    let (key, rest) = text.split_at_checked(text.bytes().position(|byte| !is_part(byte))?)?;
    let value = rest.strip_prefix(':').filter(|value| value.is_empty() || value.starts_with(' '))?;
    let begins = key.starts_with(char::is_alphanumeric) && !key.ends_with(' ');
    (begins && key.len() <= LONGEST_KEY && !is_null(key)).then(|| (key, value.trim_start_matches(' ')))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::data::yaml::read_events;
    use crate::diagnostic::Diagnostics;

    /// Returns whether a text is read here, after comparing what it gives with what the parser's events give.
    #[track_caller]
    fn read(text: &str, line_end: &str) -> bool {
        let source = SourceFile::new("a.md", format!("---\n{text}\n---\n").replace('\n', line_end));
        let matter = Text { text: text.to_owned(), first_line: 2 };
        let Some(node) = read_plain(&source, &matter) else { return false };
        let mut diagnostics = Diagnostics::default();
        let by_events = read_events(&mut diagnostics, &source, &matter);
        assert_eq!(Some(&node), by_events.as_ref(), "{text:?}");
        assert!(diagnostics.iter().next().is_none(), "{text:?}");
        true
    }

    /// Pieces that a line of any YAML may be made of.
    fn piece() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "a",
            "clé",
            "b c",
            "2026-01-02",
            "null",
            "~",
            "l'été",
            "https://x.org/a#b",
            "12:30",
            ": ",
            ":",
            " :",
            " ",
            "  ",
            "- ",
            "-",
            "? ",
            ", ",
            ",",
            "[",
            "]",
            "{",
            "}",
            "[]",
            "{}",
            "[a, b]",
            "{a: b, c: [d]}",
            "#",
            " # x",
            "\"",
            "'",
            "\"a\"",
            "'b'",
            "|",
            ">",
            "&a ",
            "*a",
            "!t ",
            "%",
            "@",
            "`",
            "\t",
            "\u{a0}",
            "\u{85}",
            "\u{feff}",
            "+33",
            "(x)",
            "«\u{a0}y\u{a0}»",
            "…",
            "---",
            "...",
            "\u{2028}",
            "<<",
            "=",
            "é",
        ])
    }

    /// Lines of which many make a front matter.
    fn line() -> impl Strategy<Value = String> {
        let indent = prop::sample::select(vec!["", "", "", "  ", "  ", "    ", " ", "      "]);
        let start = prop::sample::select(vec![
            "", "a: ", "clé b:", "- ", "- a: ", "-  b: ", "c:", "#", "d: [", "- {a: ", "e: {b: ",
        ]);
        let end = prop::sample::select(vec!["", "", "", "]", "}", " ", " # d", ", e]", ", f: g}"]);
        (indent, start, prop::collection::vec(piece(), 0..3), end)
            .prop_map(|(indent, start, pieces, end)| format!("{indent}{start}{}{end}", pieces.concat()))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_read_here_is_what_the_parser_says(lines in prop::collection::vec(line(), 1..6), crlf in any::<bool>()) {
            read(lines.join("\n").trim(), if crlf { "\r\n" } else { "\n" });
        }
    }

    #[test]
    fn the_front_matters_of_most_files_are_read_here() {
        #[track_caller]
        fn case(text: &str) {
            assert!(read(text.trim_end(), "\n"), "{text}");
        }
        let matter = |file: &'static str| file.split("---\n").nth(1).unwrap();
        case(matter(include_str!("../cli/templates/en/entry.md")));
        case(matter(include_str!("../cli/templates/fr/goal.md")));
        case("été: 1\n\nb : c".replace(" :", ":").as_str());
        case("a: l'été, 12:30 (x) # y\nb:   [c, {d: e}, []]\nc: https://x.org/#x\nd: null\n# e");
        case("a:\n  - b\n  -  c: d\n     e:\n\n   # f\n       - g\n     h: {}\n  - i\nj:\n    k: l\n    m:");
        case("- a: b\n- c");
        case("  a: 1\n  b:\n    - 2");
    }

    #[test]
    fn what_is_more_than_plain_is_left_to_the_parser() {
        for text in [
            "a: b: c",
            "a: b\n c",
            "a: \"b\"",
            "a: 'b'",
            "a: |\n  b",
            "a: &b c",
            "a: [b,]",
            "a: [b: c]",
            "a: [b\n]",
            "a: [b[c, d]",
            "a: {b}",
            "a\tb: c",
            "a: b\n  c: d",
            "a:\n  b: c\n d: e",
            "- - a",
            "a: -1",
            "a",
            "",
            "a: b\n- c",
            "a:\n- b",
            "a: {b:c}",
            "\u{feff}a: b",
            "a: [b -]",
            "null: a",
            "? a",
            "a: b]\n---",
            "a: !b c",
            "- a\nb: c",
        ] {
            assert!(!read(text, "\n"), "{text:?}");
        }
    }
}
