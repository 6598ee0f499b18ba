//! Fenced code that is never closed, and so hides everything below it.

use super::Reading;
use crate::diagnostic::Code;
use crate::source::Span;

/// Tells of the fenced code at `span` when nothing closes it before the `end` of the text.
pub(super) fn tell_unclosed(reading: &mut Reading<'_>, span: Span, end: usize) {
    let source = reading.source;
    let text = source.slice(span);
    let Some(mark) = text.chars().next() else { return };
    let fence = text.get(..text.len() - text.trim_start_matches(mark).len()).unwrap_or_default();
    let below = text.split_once('\n').map_or("", |(_, below)| below);
    let last = below.trim_end().lines().next_back().unwrap_or_default().trim_start_matches(['>', ' ', '\t']);
    let is_closed = last.len() >= fence.len() && last.chars().all(|c| c == mark);
    let is_last = source.slice(Span::new(span.end, end)).trim().is_empty();
    if is_last && !is_closed && !below.trim().is_empty() {
        let fence = fence.to_owned();
        let opening = Span::new(span.start, source.line_span(source.line(span.start)).end);
        reading.tell(Code::FenceUnclosed, opening, |d| d.with("fence", fence));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::diagnostic::Code;
    use crate::locale::Lang;
    use crate::model::Topics;
    use crate::parse::read_goal;
    use crate::source::SourceFile;

    /// Returns where an unclosed fence is told of in a text.
    fn told(text: &str) -> Vec<String> {
        let source = Arc::new(SourceFile::new("a.md", format!("# Goal\n\n{text}")));
        let read = read_goal(&source, &Topics::built_in(), Lang::En);
        let fences = read.diagnostics.iter().filter(|problem| problem.code == Code::FenceUnclosed);
        fences.map(|problem| problem.location.as_ref().unwrap().position.to_string()).collect()
    }

    #[test]
    fn a_fence_that_hides_the_rest_is_told() {
        #[track_caller]
        fn case(text: &str, expected: &[&str]) {
            assert_eq!(told(text), expected, "{text}");
            assert_eq!(told(&text.replace('\n', "\r\n")), expected, "{text}");
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
}
