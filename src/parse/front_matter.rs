//! Splits a file into front matter and body.
//!
//! The line table finds the fences, so that what `gray_matter` says nothing
//! about (a fence never closed, one that is not on the first line) is told;
//! `gray_matter` takes the block between them apart. In: a [`SourceFile`]. Out:
//! [`Split`]. `data` reads what is inside.

use gray_matter::engine::Engine;
use gray_matter::{Matter, Pod};

use crate::data::{self, Node, Text, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceFile, Span};

/// How a front matter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// Between `---` lines.
    Yaml,
    /// Between `+++` lines.
    Toml,
}

impl Syntax {
    fn fence(self) -> &'static str {
        match self {
            Syntax::Yaml => "---",
            Syntax::Toml => "+++",
        }
    }
}

/// A file taken apart.
#[derive(Clone, Debug)]
pub(crate) enum Split {
    /// No front matter; where something that looks like one stands, if anything does.
    Absent(Option<Span>),
    /// A front matter that is never closed: its opening line.
    Unclosed(Span, Syntax),
    /// A front matter and the body below it.
    Found(Block),
}

/// A front matter's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// How it is written.
    pub(crate) syntax: Syntax,
    /// The lines between the fences, line ends included.
    pub(crate) inner: Span,
    /// The first line between the fences.
    pub(crate) first_line: u32,
    /// Where the body starts: after the closing fence's line.
    pub(crate) body_start: usize,
}

/// Reads nothing: the places of values are lost in every engine, and the text is what is wanted.
struct Verbatim;

impl Engine for Verbatim {
    fn parse(_: &str) -> gray_matter::Result<Pod> {
        Ok(Pod::Null)
    }
}

/// Finds the front matter of `source`.
pub(crate) fn split(source: &SourceFile) -> Split {
    let first = source.line_span(1);
    let syntax = match source.slice(first).trim_end() {
        "---" => Syntax::Yaml,
        "+++" => Syntax::Toml,
        _ => return Split::Absent(misplaced_fence(source)),
    };
    let begins = |line: u32| {
        source
            .line_start(line)
            .and_then(|start| source.text.get(start..))
            .is_some_and(|rest| rest.starts_with(syntax.fence()))
    };
    let is_fence = |&line: &u32| begins(line) && source.slice(source.line_span(line)).trim_end() == syntax.fence();
    let closing = (2..=source.line_count()).find(is_fence);
    let Some(closing) = closing else { return Split::Unclosed(first, syntax) };
    let start = source.line_start(2).unwrap_or(first.end());
    let end = source.line_start(closing).unwrap_or(source.text.len());
    let body_start = source.line_start(closing + 1).unwrap_or(source.text.len());
    Split::Found(Block { syntax, inner: Span::new(start, end), first_line: 2, body_start })
}

/// Finds a line near the top that was meant as a fence: indented, `---yaml`, or below blank lines.
fn misplaced_fence(source: &SourceFile) -> Option<Span> {
    let mut lines = (1..=source.line_count().min(20)).map(|line| source.line_span(line));
    let line = lines.find(|&span| !source.slice(span).trim().is_empty())?;
    let text = source.slice(line).trim();
    let meant = ["---", "+++", "---yaml", "---toml", "---json", "----"].contains(&text);
    meant.then_some(line)
}

/// Returns the text of `block` as `gray_matter` cuts it, with the indent that it takes off put back.
fn matter_text(source: &SourceFile, block: &Block) -> Text {
    let mut matter: Matter<Verbatim> = Matter::new();
    block.syntax.fence().clone_into(&mut matter.delimiter);
    let fenced = source.slice(Span::new(0, block.body_start));
    let text = matter.parse::<()>(fenced).map(|parsed| parsed.matter).unwrap_or_default();
    let blank = source.slice(block.inner).lines().take_while(|line| line.trim().is_empty()).count();
    let first_line = block.first_line + u32::try_from(blank).unwrap_or(0);
    let first = source.slice(source.line_span(first_line));
    // A tab is no indent in YAML; one character stands for another, so that columns stay.
    let indent: String =
        first.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { ' ' } else { c }).collect();
    let text = if indent.is_empty() { text } else { format!("{indent}{text}") };
    Text { text, first_line }
}

/// Reads the keys and values of `block`; `None` when they cannot be read, which is told.
pub(crate) fn read<'a>(diagnostics: &mut Diagnostics, source: &'a SourceFile, block: &Block) -> Option<Node<'a>> {
    let matter = matter_text(source, block);
    if matter.text.trim().is_empty() {
        return Some(Node { value: Value::Map(Vec::new()), span: block.inner });
    }
    let node = match block.syntax {
        Syntax::Yaml => data::read_yaml(diagnostics, source, &matter),
        Syntax::Toml => data::read_toml(diagnostics, source, &matter),
    }?;
    match node.value {
        Value::Map(_) => Some(node),
        Value::Null => Some(Node { value: Value::Map(Vec::new()), span: block.inner }),
        _ => {
            diagnostics.push(
                Diagnostic::at(Code::FrontMatterSyntax, source, node.span).variant("no-keys").help("help-no-keys"),
            );
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Option<String> {
        let source = SourceFile::new("a.md", text);
        match split(&source) {
            Split::Found(block) => Some(source.slice(block.inner).to_owned()),
            _ => None,
        }
    }

    #[test]
    fn the_block_between_the_fences_is_found() {
        assert_eq!(inner("---\na: 1\n---\nbody").as_deref(), Some("a: 1\n"));
        assert_eq!(inner("---\r\na: 1\r\n---\r\n").as_deref(), Some("a: 1\r\n"));
        assert_eq!(inner("+++\na = 1\n+++").as_deref(), Some("a = 1\n"));
        assert_eq!(inner("---\n---\n").as_deref(), Some(""));
        assert_eq!(inner("# title\n---\na\n---\n"), None);
    }

    #[test]
    fn gray_matter_and_the_line_table_agree() {
        let source = SourceFile::new("a.md", "---\r\n\r\n  a: 1\r\n  b: 2\r\n---\r\nbody ---\n");
        let Split::Found(block) = split(&source) else { panic!("no front matter") };
        let matter = matter_text(&source, &block);
        assert_eq!(matter.text, "  a: 1\n  b: 2");
        assert_eq!(matter.first_line, 3);
    }

    #[test]
    fn a_fence_that_was_meant_is_seen() {
        let case = |text: &str| matches!(split(&SourceFile::new("a.md", text)), Split::Absent(Some(_)));
        assert!(case("\n---\na: 1\n---\n"));
        assert!(case(" ---\na: 1\n---\n"));
        assert!(case("---yaml\na: 1\n---\n"));
        assert!(!case("# A title\n"));
        assert!(matches!(split(&SourceFile::new("a.md", "---\na: 1\n")), Split::Unclosed(..)));
    }
}
