//! Two texts of a file as the lines that differ.

use std::collections::BTreeMap;
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
    let mut text = format!("--- {path}\n+++ {path}\n", path = printable(&before.path));
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
        for line in hunk {
            push(&mut text, *line, has_color);
        }
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

/// Pairs the lines of two texts.
fn lines<'a>(before: &'a str, after: &'a str) -> Vec<Line<'a>> {
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let mut lines = Vec::with_capacity(new.len());
    pair(&mut lines, &old, &new);
    lines
}

/// Keeps the lines on which both ends agree, then a line that each text has once, and so on between them.
fn pair<'a>(lines: &mut Vec<Line<'a>>, old: &[&'a str], new: &[&'a str]) {
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (head, old) = old.split_at(start);
    let new = new.get(start..).unwrap_or_default();
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old, tail) = old.split_at(old.len() - end);
    let (new, _) = new.split_at(new.len() - end);
    lines.extend(head.iter().copied().map(Line::Kept));
    match landmark(old, new) {
        Some((left, right)) => {
            let (old_above, old_below) = old.split_at(left);
            let (new_above, new_below) = new.split_at(right);
            pair(lines, old_above, new_above);
            pair(lines, old_below, new_below);
        }
        None => {
            lines.extend(old.iter().copied().map(Line::Removed));
            lines.extend(new.iter().copied().map(Line::Added));
        }
    }
    lines.extend(tail.iter().copied().map(Line::Kept));
}

/// Returns where the first line stands that each text has exactly once.
fn landmark(old: &[&str], new: &[&str]) -> Option<(usize, usize)> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for line in old {
        counts.entry(line).or_default().0 += 1;
    }
    for line in new {
        counts.entry(line).or_default().1 += 1;
    }
    let left = old.iter().position(|line| counts.get(line) == Some(&(1, 1)))?;
    let line = old.get(left)?;
    Some((left, new.iter().position(|other| other == line)?))
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
        // What is put in is not taken for a change of the line below it.
        case("a\n\nb\n", "c\na\n\nx\n\nb\n", "@@ -1,3 +1,6 @@\n+c\n a\n+\n+x\n \n b\n");
        let far = "1\n2\n3\n4\n5\n6\n7\n";
        case(
            &format!("a\n{far}b\n"),
            &format!("A\n{far}B\n"),
            "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n",
        );
    }

    #[test]
    fn colours_end_before_the_line_does() {
        let (before, after) = (SourceFile::new("a", "x\r\n"), SourceFile::new("a", "y\r\n"));
        let shown = unified(&before, &after, true);
        assert!(shown.ends_with("\u{1b}[35m-x\u{1b}[0m\r\n\u{1b}[32m+y\u{1b}[0m\r\n"), "{shown:?}");
    }
}
