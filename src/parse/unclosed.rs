//! Fenced code, comments and HTML that are never closed, and so hide everything below them.

use super::Reading;
use crate::diagnostic::Code;
use crate::source::{SourceFile, Span};

/// Tells of the fenced code at `span` when nothing closes it before the `end` of the text.
pub(super) fn tell_fence(reading: &mut Reading<'_>, span: Span, end: usize) {
    let source = reading.source;
    let text = source.slice(span);
    let Some(mark) = text.chars().next() else { return };
    let fence = text.get(..text.len() - text.trim_start_matches(mark).len()).unwrap_or_default();
    let below = text.split_once('\n').map_or("", |(_, below)| below);
    let last = below.trim_end().lines().next_back().unwrap_or_default().trim_start_matches(['>', ' ', '\t']);
    let is_closed = last.len() >= fence.len() && last.chars().all(|c| c == mark);
    if !is_closed && hides(source, span, end) {
        let fence = fence.to_owned();
        reading.tell(Code::FenceUnclosed, opening(source, span), |d| d.with("fence", fence));
    }
}

/// What begins HTML that no blank line ends, and what closes it.
const HTML: [(&str, &str); 8] = [
    ("<!--", "-->"),
    ("<![CDATA[", "]]>"),
    ("<?", "?>"),
    ("<!", ">"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
    ("<pre", "</pre>"),
];

/// Tells of the HTML at `span` when nothing closes it before the `end` of the text.
pub(super) fn tell_html(reading: &mut Reading<'_>, span: Span, end: usize) {
    let source = reading.source;
    let text = source.slice(span).trim_start().to_ascii_lowercase();
    let begins = |(start, _): &&(&str, &str)| {
        let rest = text.strip_prefix(start.to_ascii_lowercase().as_str());
        // `<preface>` is no `<pre>`.
        let is_name = start.ends_with(|c: char| c.is_ascii_lowercase());
        rest.is_some_and(|rest| !is_name || !rest.starts_with(|c: char| !c.is_whitespace() && c != '>'))
    };
    let Some((start, close)) = HTML.iter().find(begins) else { return };
    if !text.contains(close.to_ascii_lowercase().as_str()) && hides(source, span, end) {
        let (start, close) = ((*start).to_owned(), (*close).to_owned());
        reading.tell(Code::HtmlUnclosed, opening(source, span), |d| d.with("start", start).with("close", close));
    }
}

/// Returns whether the block at `span` goes on after its first line, to the `end` of the text.
fn hides(source: &SourceFile, span: Span, end: usize) -> bool {
    let below = source.slice(span).split_once('\n').map_or("", |(_, below)| below);
    source.slice(Span::new(span.end(), end)).trim().is_empty() && !below.trim().is_empty()
}

/// Returns the first line of the block at `span`.
fn opening(source: &SourceFile, span: Span) -> Span {
    Span::new(span.start(), source.line_span(source.line(span.start())).end())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::diagnostic::Code;
    use crate::locale::Lang;
    use crate::model::Topics;
    use crate::parse::read_goal;
    use crate::source::SourceFile;

    /// Returns where something unclosed is told of in a text.
    fn told(code: Code, text: &str) -> Vec<String> {
        let source = Arc::new(SourceFile::new("a.md", format!("# Goal\n\n{text}")));
        let read = read_goal(&source, &Topics::built_in(), Lang::En);
        let found = read.diagnostics.iter().filter(|problem| problem.code == code);
        found.map(|problem| problem.location.as_ref().unwrap().position.to_string()).collect()
    }

    #[test]
    fn a_fence_that_hides_the_rest_is_told() {
        #[track_caller]
        fn case(text: &str, expected: &[&str]) {
            assert_eq!(told(Code::FenceUnclosed, text), expected, "{text}");
            assert_eq!(told(Code::FenceUnclosed, &text.replace('\n', "\r\n")), expected, "{text}");
        }
        case("```\na\n## Feedback\n", &["3:1"]);
        case("a\n\n~~~~ sql\na\n~~~\n```\n", &["5:1"]);
        case("- a\n\n  ```\n  b\n", &["5:3"]);
        case("> ```\n> a", &["3:3"]);
        case("```\na\n```\n\n```\nb\n", &["7:1"]);
        case("```\na\n```\n", &[]);
        case("```\na\n  `````  \n\n", &[]);
        case("> ~~~\n> a\n> ~~~", &[]);
        case("- ```\n  a\n\nThe list ends, and with it the code.\n", &[]);
        case("a\n\n    ``` indented\n    b\n", &[]);
        case("```\n", &[]);
    }

    #[test]
    fn html_that_hides_the_rest_is_told() {
        #[track_caller]
        fn case(text: &str, expected: &[&str]) {
            assert_eq!(told(Code::HtmlUnclosed, text), expected, "{text}");
            assert_eq!(told(Code::HtmlUnclosed, &text.replace('\n', "\r\n")), expected, "{text}");
        }
        case("<!-- a\n\n## Feedback\n\nb\n", &["3:1"]);
        case("a\n  <!--\nb\n", &["4:3"]);
        case("> <!--\n> a\n", &["3:3"]);
        case("<SCRIPT>\na\n\nb\n", &["3:1"]);
        case("<pre>\na\n\nb </style>\n", &["3:1"]);
        case("<pre\na\n\nb\n", &["3:1"]);
        case("<preface>\na\n", &[]);
        case("<?a\n\nb\n", &["3:1"]);
        case("<!-- a\n\nb -->\n\nc\n", &[]);
        case("<!-- a -->\nb\n", &[]);
        case("<!-- a\n", &[]);
        case("a <!-- b\n\nc\n", &[]);
        case("- <!-- a\n  b\n\nThe list ends, and with it the comment.\n", &[]);
        case("<div>\na\n\nb\n", &[]);
        case("<pre>\na\n\nb</PRE>\n\nc\n", &[]);
    }
}
