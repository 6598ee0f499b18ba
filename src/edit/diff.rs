//! Two texts of a file as the lines that differ.

use std::fmt::Write;

use crate::diagnostic::show::printable;
use crate::source::SourceFile;

/// Lines shown around a change.
const CONTEXT: usize = 3;

/// One line of both texts, or of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line<'a> {
    Kept(&'a str),
    Removed(&'a str),
    Added(&'a str),
}

/// Returns the difference as `diff -u` shows it; empty when there is none.
pub(super) fn unified(before: &SourceFile, after: &SourceFile, has_color: bool) -> String {
    if before.text == after.text {
        return String::new();
    }
    let lines = lines(&before.text, &after.text);
    let mut text = format!("--- {path}\n+++ {path}\n", path = before.path);
    let is_changed = |line: &Line<'_>| !matches!(line, Line::Kept(_));
    let (mut old, mut new, mut at) = (1, 1, 0);
    while let Some(next) = lines.iter().skip(at).position(is_changed).map(|offset| at + offset) {
        let start = next.saturating_sub(CONTEXT).max(at);
        old += start - at;
        new += start - at;
        let end = hunk_end(&lines, next);
        let hunk = lines.get(start..end).unwrap_or_default();
        let removed = hunk.iter().filter(|line| !matches!(line, Line::Added(_))).count();
        let added = hunk.iter().filter(|line| !matches!(line, Line::Removed(_))).count();
        let first = |line: usize, count: usize| if count == 0 { line - 1 } else { line };
        let _ = writeln!(text, "@@ -{},{removed} +{},{added} @@", first(old, removed), first(new, added));
        hunk.iter().for_each(|line| push(&mut text, *line, has_color));
        old += removed;
        new += added;
        at = end;
    }
    text
}

/// Returns where a hunk ends whose first change stands at `at`: changes nearer than their contexts are one.
fn hunk_end(lines: &[Line<'_>], at: usize) -> usize {
    let mut last = at;
    for (index, line) in lines.iter().enumerate().skip(at) {
        if !matches!(line, Line::Kept(_)) {
            last = index;
        } else if index - last > 2 * CONTEXT {
            break;
        }
    }
    (last + 1 + CONTEXT).min(lines.len())
}

fn push(text: &mut String, line: Line<'_>, has_color: bool) {
    let (mark, content, color) = match line {
        Line::Kept(content) => (' ', content, ""),
        Line::Removed(content) => ('-', content, "\u{1b}[35m"),
        Line::Added(content) => ('+', content, "\u{1b}[32m"),
    };
    let shown = content.trim_end_matches(['\n', '\r']);
    let end = content.get(shown.len()..).unwrap_or_default();
    let (color, reset) = if has_color && !color.is_empty() { (color, "\u{1b}[0m") } else { ("", "") };
    let shown = shown.split('\t').map(printable).collect::<Vec<_>>().join("\t");
    let _ = write!(text, "{color}{mark}{shown}{reset}{end}");
    if end.is_empty() {
        text.push_str("\n\\ No newline at end of file\n");
    }
}

/// Pairs the lines of two texts, which differ in few places: after each, the nearest line that agrees goes on.
fn lines<'a>(before: &'a str, after: &'a str) -> Vec<Line<'a>> {
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let (mut a, mut b) = (0, 0);
    let mut lines = Vec::with_capacity(new.len());
    while a < old.len() || b < new.len() {
        let (removed, added) = distance(old.get(a..).unwrap_or_default(), new.get(b..).unwrap_or_default());
        lines.extend(old.iter().skip(a).take(removed).copied().map(Line::Removed));
        lines.extend(new.iter().skip(b).take(added).copied().map(Line::Added));
        a += removed;
        b += added;
        if let Some(line) = old.get(a) {
            lines.push(Line::Kept(line));
            (a, b) = (a + 1, b + 1);
        }
    }
    lines
}

/// Returns how many lines to pass over in each text until they agree, as few as can be.
fn distance(old: &[&str], new: &[&str]) -> (usize, usize) {
    for total in 0..old.len() + new.len() {
        for removed in total.saturating_sub(new.len())..=total.min(old.len()) {
            let added = total - removed;
            // Both absent: the two ends agree.
            if old.get(removed) == new.get(added) {
                return (removed, added);
            }
        }
    }
    (old.len(), new.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(before: &str, after: &str, expected: &str) {
        let (before, after) = (SourceFile::new("a.md", before), SourceFile::new("a.md", after));
        let shown = unified(&before, &after, false);
        let expected = if expected.is_empty() { String::new() } else { format!("--- a.md\n+++ a.md\n{expected}") };
        assert_eq!(shown, expected);
    }

    #[test]
    fn changed_lines_stand_between_three_that_stay() {
        case("a\n", "a\n", "");
        case("1\n2\n3\n4\nx\n5\n", "1\n2\n3\n4\ny\nz\n5\n", "@@ -2,5 +2,6 @@\n 2\n 3\n 4\n-x\n+y\n+z\n 5\n");
        case("a", "a\nb", "@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n");
        case("", "a\n", "@@ -0,0 +1,1 @@\n+a\n");
        let long = "k\n".repeat(9);
        case(
            &format!("a\n{long}b\n"),
            &format!("A\n{long}B\n"),
            "@@ -1,4 +1,4 @@\n-a\n+A\n k\n k\n k\n@@ -8,4 +8,4 @@\n k\n k\n k\n-b\n+B\n",
        );
    }

    #[test]
    fn colours_end_before_the_line_does() {
        let (before, after) = (SourceFile::new("a", "x\r\n"), SourceFile::new("a", "y\r\n"));
        let shown = unified(&before, &after, true);
        assert!(shown.ends_with("\u{1b}[35m-x\u{1b}[0m\r\n\u{1b}[32m+y\u{1b}[0m\r\n"), "{shown:?}");
    }
}
