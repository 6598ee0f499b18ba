//! Hashtags, task dates and placeholders in a run of plain text.
//!
//! In: a stretch of a file's text that Markdown calls text. Out: what stands in
//! it, each with its place. What a tag means is decided by `body`.

use std::cmp::Reverse;

use crate::model::TagSign;
use crate::source::{SourceFile, Span, Spanned};

/// A hashtag as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hashtag<'a> {
    /// What stands between `#` and the name.
    pub(super) sign: TagSign,
    /// The name.
    pub(super) name: &'a str,
    /// The whole tag.
    pub(super) span: Span,
}

/// Which day of a task a notation gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DayKind {
    /// The first day.
    Start,
    /// The last day.
    Due,
    /// The day it was done.
    Done,
}

/// A task's date as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TaskDay {
    /// Which day.
    pub(crate) kind: DayKind,
    /// The text of the date.
    pub(crate) value: Spanned<String>,
    /// The whole notation.
    pub(crate) span: Span,
}

/// Adds the hashtags of `run` to those that were `found`.
///
/// A tag begins at the start of a line, after white space or one of
/// `( [ { " ' * _ ~`; addresses hold none.
pub(super) fn hashtags<'a>(found: &mut Vec<Hashtag<'a>>, source: &'a SourceFile, run: Span) {
    let text = source.slice(run);
    let (mut word_end, mut is_address) = (0, false);
    for at in memchr::memchr_iter(b'#', text.as_bytes()).filter(|at| may_begin(source, run.start() + at)) {
        if at >= word_end {
            (word_end, is_address) = word_around(text, at);
        }
        if !is_address {
            found.extend(hashtag(text, at, run.start()));
        }
    }
}

fn hashtag(text: &str, at: usize, base: usize) -> Option<Hashtag<'_>> {
    let rest = text.get(at + 1..)?;
    let (sign, rest, sign_len) = match rest.chars().next()? {
        '+' => (TagSign::Plus, rest.get(1..)?, 1),
        '-' => (TagSign::Minus, rest.get(1..)?, 1),
        '!' => (TagSign::Not, rest.get(1..)?, 1),
        _ => (TagSign::Plain, rest, 0),
    };
    let end = rest.find(|c: char| !is_name_char(c)).unwrap_or(rest.len());
    let name = rest.get(..end)?.trim_end_matches(['-', '_']);
    let starts_well = name.chars().next().is_some_and(char::is_alphanumeric);
    let has_letter = name.chars().any(char::is_alphabetic);
    (starts_well && has_letter).then(|| Hashtag {
        sign,
        name,
        span: Span::new(base + at, base + at + 1 + sign_len + name.len()),
    })
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_') || unicode_normalization::char::is_combining_mark(c)
}

/// Returns whether a tag may begin at this offset of the file.
fn may_begin(source: &SourceFile, offset: usize) -> bool {
    let before = source.text.get(..offset).and_then(|text| text.chars().next_back());
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '"' | '\'' | '*' | '_' | '~'))
}

/// Returns where the word around the byte `at` ends, and whether it is a bare address.
fn word_around(text: &str, at: usize) -> (usize, bool) {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
    let end = after.find(char::is_whitespace).map_or(text.len(), |space| at + space);
    let word = text.get(start..end).unwrap_or_default();
    // Most words are short and have neither sign: looking for them is cheaper than for the whole.
    let has = |sign: u8, part: &str| memchr::memchr(sign, word.as_bytes()).is_some() && word.contains(part);
    (end, has(b':', "://") || has(b'w', "www."))
}

/// Finds the dates of a task in `run`, in all three notations.
pub(crate) fn task_days(source: &SourceFile, run: Span) -> Vec<TaskDay> {
    let text = source.slice(run);
    let mut days: Vec<TaskDay> = Vec::new();
    for colon in memchr::memchr_iter(b':', text.as_bytes()) {
        let before = text.get(..=colon).unwrap_or_default();
        let key = |(key, _): &&(&str, DayKind)| before.ends_with(key);
        if let Some((key, kind)) = FIELDS.iter().find(key) {
            days.extend(bracketed(text, before.len() - key.len(), key, *kind, run.start()));
        } else if let Some((key, kind)) = WORDS.iter().find(key) {
            days.extend(after_word(text, before.len() - key.len(), key, *kind, run.start()));
        }
    }
    // The first bytes of the signs.
    for at in memchr::memchr2_iter(0xE2, 0xF0, text.as_bytes()) {
        let rest = text.get(at..).unwrap_or_default();
        if let Some((mark, kind)) = SIGNS.iter().find(|(mark, _)| rest.starts_with(mark)) {
            days.extend(after_sign(text, at, mark, *kind, run.start()));
        }
    }
    days.sort_by_key(|day| (day.span.start(), Reverse(day.span.end())));
    // What stands inside another notation is part of it.
    let mut end = run.start();
    days.retain(|day| {
        let is_outside = day.span.start() >= end;
        end = end.max(day.span.end());
        is_outside
    });
    days
}

const WORDS: &[(&str, DayKind)] = &[("due:", DayKind::Due), ("done:", DayKind::Done), ("start:", DayKind::Start)];
const FIELDS: &[(&str, DayKind)] =
    &[("due::", DayKind::Due), ("completion::", DayKind::Done), ("done::", DayKind::Done), ("start::", DayKind::Start)];
const SIGNS: &[(&str, DayKind)] = &[("📅", DayKind::Due), ("✅", DayKind::Done), ("🛫", DayKind::Start)];

/// Reads `[due:: 2026-04-01]` or `(due:: 2026-04-01)`, the key being at `at`.
fn bracketed(text: &str, at: usize, key: &str, kind: DayKind, base: usize) -> Option<TaskDay> {
    let open = at.checked_sub(1)?;
    let close = match text.get(open..at)? {
        "[" => ']',
        "(" => ')',
        _ => return None,
    };
    let rest = text.get(at + key.len()..)?;
    let end =
        rest.find(['[', ']', '(', ')', '\n']).filter(|end| rest.get(*end..).is_some_and(|at| at.starts_with(close)))?;
    let value = rest.get(..end)?;
    let start = at + key.len() + (value.len() - value.trim_start().len());
    let value = value.trim();
    Some(TaskDay {
        kind,
        value: Spanned::new(value.to_owned(), Span::new(base + start, base + start + value.len())),
        span: Span::new(base + open, base + at + key.len() + end + 1),
    })
}

/// Reads `📅 2026-04-01`, the sign being at `at`.
fn after_sign(text: &str, at: usize, mark: &str, kind: DayKind, base: usize) -> Option<TaskDay> {
    let rest = text.get(at + mark.len()..)?;
    let value = rest.trim_start_matches(|c: char| c == '\u{fe0f}' || c.is_whitespace());
    day_at(value, at, text.len() - value.len(), kind, base)
}

/// Reads `due:2026-04-01`, the key being at `at` and beginning a word.
fn after_word(text: &str, at: usize, key: &str, kind: DayKind, base: usize) -> Option<TaskDay> {
    let before = text.get(..at)?.chars().next_back();
    let begins = before.is_none_or(|c| c.is_whitespace() || c == '(');
    let rest = text.get(at + key.len()..)?;
    let value = rest.trim_start_matches(' ');
    let spaced_word = value.len() < rest.len() && !value.starts_with(|c: char| c.is_ascii_digit());
    if !begins || rest.starts_with(':') || spaced_word {
        return None;
    }
    day_at(value, at, text.len() - value.len(), kind, base)
}

/// Reads the word at the start of `value` as the date of a notation that begins at `at`.
fn day_at(value: &str, at: usize, value_at: usize, kind: DayKind, base: usize) -> Option<TaskDay> {
    let ends = |c: char| c.is_whitespace() || matches!(c, ')' | ']' | ',' | ';' | '📅' | '✅' | '🛫');
    let end = value.find(ends).unwrap_or(value.len());
    let word = value.get(..end)?.trim_end_matches('.');
    let span = Span::new(base + value_at, base + value_at + word.len());
    (!word.is_empty()).then(|| TaskDay {
        kind,
        value: Spanned::new(word.to_owned(), span),
        span: Span::new(base + at, span.end()),
    })
}

/// Returns whether a text may hold placeholders of templates: few do.
pub(super) fn may_hold_placeholders(text: &str) -> bool {
    let begins = |at: usize| matches!(text.as_bytes().get(at..at + 2), Some(b"{{" | b"<%"));
    memchr::memchr2_iter(b'{', b'<', text.as_bytes()).any(begins)
}

/// Adds the placeholders of templates in `run`, `{{…}}` and `<%…%>`, to those that were `found`.
pub(super) fn placeholders(found: &mut Vec<Span>, source: &SourceFile, run: Span) {
    let text = source.slice(run);
    for (open, close) in [("{{", "}}"), ("<%", "%>")] {
        let mut start = 0;
        for part in text.split_inclusive(close) {
            let end = start + part.len();
            if part.ends_with(close)
                && let Some(at) = part.rfind(open)
            {
                found.push(Span::new(run.start() + start + at, run.start() + end));
            }
            start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let source = SourceFile::new("a.md", text);
        let sign = |sign| match sign {
            TagSign::Plain => "",
            TagSign::Plus => "+",
            TagSign::Minus => "-",
            TagSign::Not => "!",
        };
        let mut tags = Vec::new();
        hashtags(&mut tags, &source, Span::new(0, text.len()));
        tags.iter().map(|tag| format!("{}{}", sign(tag.sign), tag.name)).collect()
    }

    #[test]
    fn a_tag_begins_where_a_word_begins() {
        #[track_caller]
        fn case(text: &str, expected: &[&str]) {
            assert_eq!(names(text), expected, "{text:?}");
        }
        case("#sql, (#a) \"#b\" *#c* 'x #d", &["sql", "a", "b", "c", "d"]);
        case("C# page#x \\#x ##x # x #", &[]);
        case("#+préparation. #-sql! #!salary; #-salary", &["+préparation", "-sql", "!salary", "-salary"]);
        case("#mise-en-page_2- #1 #2026", &["mise-en-page_2"]);
        case("https://x.org/ #y https://x.org/(#z", &["y"]);
        case("«\u{a0}#oral\u{a0}»", &["oral"]);
        case("#pre\u{301}paration", &["pre\u{301}paration"]);
    }

    #[test]
    fn dates_of_tasks_are_read_in_three_notations() {
        #[track_caller]
        fn case(text: &str, expected: &[(DayKind, &str)]) {
            let source = SourceFile::new("a.md", text);
            let days = task_days(&source, Span::new(0, text.len()));
            let found: Vec<(DayKind, &str)> = days.iter().map(|day| (day.kind, day.value.value.as_str())).collect();
            assert_eq!(found, expected, "{text:?}");
        }
        use DayKind::{Done, Due, Start};
        case(
            "x due:2026-04-01 done:2026-03-20 start:2026-01-01",
            &[(Due, "2026-04-01"), (Done, "2026-03-20"), (Start, "2026-01-01")],
        );
        case(
            "x 📅 2026-04-01 ✅ 2026-03-20 🛫2026-01-01",
            &[(Due, "2026-04-01"), (Done, "2026-03-20"), (Start, "2026-01-01")],
        );
        case(
            "x [due:: 2026-04-01] [completion:: 2026-03-20] (start:: 2026-01-01)",
            &[(Due, "2026-04-01"), (Done, "2026-03-20"), (Start, "2026-01-01")],
        );
        case("overdue:2026-04-01, due: soon, well done: yes", &[]);
        case("due:soon", &[(Due, "soon")]);
    }
}
