//! One block of text while its Markdown events pass: its words, its tags, its dates.
//!
//! `body` decides where a block begins and ends; this module gathers what is in
//! between and tells apart what is words, what is a tag, what is a date.

use super::Reading;
use crate::model::Quote;
use crate::parse::tags::{self, Hashtag, TaskDay};
use crate::source::{SourceFile, Span};

/// A block whose events are still coming.
#[derive(Debug, Default)]
pub(super) struct OpenBlock {
    pieces: Vec<Piece>,
    /// The box of a task, when the block is one.
    pub(super) task: Option<TaskBox>,
    /// The place of the task in the list of tasks, once it has one.
    pub(super) task_index: Option<usize>,
}

/// The box of a task.
#[derive(Clone, Copy, Debug)]
pub(super) struct TaskBox {
    /// The character in it.
    pub(super) mark: Span,
    /// The box with its brackets.
    pub(super) span: Span,
}

#[derive(Debug)]
enum Piece {
    /// Text that stands in the file as it is, and may hold tags.
    Plain(Span),
    /// Words that hold no tags: code, an entity, an address.
    Words(String, Span),
    /// A line break.
    Space,
}

/// A block whose events have all come.
#[derive(Debug)]
pub(super) struct ClosedBlock<'a> {
    /// From its first to its last character.
    pub(super) span: Span,
    /// Its hashtags, in order.
    pub(super) hashtags: Vec<Hashtag<'a>>,
    /// The dates of a task.
    pub(super) days: Vec<TaskDay>,
    /// Placeholders of templates.
    pub(super) placeholders: Vec<Span>,
    pieces: Vec<Piece>,
}

impl OpenBlock {
    /// Returns an empty block of an item that is a step of the task at `task_index`, if of any.
    pub(super) fn in_task(task_index: Option<usize>) -> Self {
        Self { task_index, ..Self::default() }
    }

    /// Adds text that stands at `span`, or is spelt otherwise there.
    pub(super) fn text(&mut self, source: &SourceFile, text: &str, span: Span) {
        let is_plain = source.slice(span) == text;
        match self.pieces.last_mut() {
            Some(Piece::Plain(last)) if is_plain && last.end() == span.start() => {
                *last = Span::new(last.start(), span.end());
            }
            _ if is_plain => self.pieces.push(Piece::Plain(span)),
            _ => self.pieces.push(Piece::Words(text.to_owned(), span)),
        }
    }

    /// Adds words that hold no tags.
    pub(super) fn words(&mut self, text: &str, span: Span) {
        self.pieces.push(Piece::Words(text.to_owned(), span));
    }

    /// Adds a break between words.
    pub(super) fn space(&mut self) {
        self.pieces.push(Piece::Space);
    }

    /// Returns where the block's text starts, when it starts with text that stands in the file as it is.
    pub(super) fn first_plain(&self) -> Option<usize> {
        let mut pieces = self.pieces.iter().filter(|piece| !matches!(piece, Piece::Space));
        match pieces.next()? {
            Piece::Plain(span) => Some(span.start()),
            _ => None,
        }
    }

    /// Takes the box off the start of a task's text, where Markdown took it for text.
    pub(super) fn skip_box(&mut self, end: usize) {
        self.pieces.retain_mut(|piece| match piece {
            Piece::Plain(span) => {
                *span = Span::new(span.start().max(end), span.end());
                span.start() < span.end()
            }
            Piece::Words(_, span) => span.start() >= end,
            Piece::Space => true,
        });
    }

    /// Reads what the gathered text holds; `None` when there are no words.
    pub(super) fn close<'a>(self, reading: &Reading<'a>) -> Option<ClosedBlock<'a>> {
        let source = reading.source;
        let spans = || {
            self.pieces.iter().filter_map(|piece| match piece {
                Piece::Plain(span) | Piece::Words(_, span) => Some(*span),
                Piece::Space => None,
            })
        };
        let (start, end) = (spans().map(Span::start).min()?, spans().map(Span::end).max()?);
        let mut closed = ClosedBlock {
            span: Span::new(start, end),
            hashtags: Vec::new(),
            days: Vec::new(),
            placeholders: Vec::new(),
            pieces: Vec::new(),
        };
        for piece in &self.pieces {
            let Piece::Plain(run) = piece else { continue };
            tags::hashtags(&mut closed.hashtags, source, *run);
            if reading.may_hold_placeholders {
                tags::placeholders(&mut closed.placeholders, source, *run);
            }
            if self.task.is_some() {
                closed.days.extend(tags::task_days(source, *run));
            }
        }
        closed.pieces = self.pieces;
        Some(closed)
    }
}

impl ClosedBlock<'_> {
    /// Returns the words on one line, without the text of `cuts`, which are in order.
    pub(super) fn quote(&self, source: &SourceFile, cuts: &[Span]) -> Quote {
        self.written(source, cuts).map_or_else(|| Quote::Told(self.line(source, cuts).into()), Quote::Written)
    }

    /// Returns where these words stand in the file as they are: in one piece, but for cuts at its end.
    fn written(&self, source: &SourceFile, cuts: &[Span]) -> Option<Span> {
        let [Piece::Plain(run)] = *self.pieces.as_slice() else { return None };
        let mut end = run.end();
        for cut in cuts.iter().rev() {
            let behind = source.slice(Span::new(cut.end(), end));
            end = if behind.trim().is_empty() { cut.start() } else { return None };
        }
        let text = source.slice(Span::new(run.start(), end)).trim_end();
        let is_tidy = !text.starts_with(char::is_whitespace) && !may_be_untidy(text);
        is_tidy.then(|| Span::new(run.start(), run.start() + text.len()))
    }

    /// Returns the same as a text.
    pub(super) fn line(&self, source: &SourceFile, cuts: &[Span]) -> String {
        let mut line = Line { text: String::with_capacity(self.span.end() - self.span.start()), is_cut: false };
        for piece in &self.pieces {
            match piece {
                Piece::Space => line.push(" "),
                Piece::Words(words, _) => line.push(words),
                Piece::Plain(run) => push_without(&mut line, source, *run, cuts),
            }
        }
        line.finish()
    }
}

fn push_without(line: &mut Line, source: &SourceFile, run: Span, cuts: &[Span]) {
    let mut at = run.start();
    let first = cuts.partition_point(|cut| cut.start() < run.start());
    let of_run = cuts.iter().skip(first).take_while(|cut| cut.start() < run.end());
    for cut in of_run.filter(|cut| run.contains(**cut)) {
        if cut.start() >= at {
            line.push(source.slice(Span::new(at, cut.start())));
            line.is_cut = true;
            at = cut.end();
        }
    }
    line.push(source.slice(Span::new(at, run.end())));
}

/// Finds a box that Markdown does not know, `[/]` or `[-]`, at the start of an item.
pub(super) fn other_box(reading: &Reading<'_>, block: &OpenBlock) -> Option<TaskBox> {
    let start = block.first_plain()?;
    let text = reading.source.text.get(start..)?;
    let mut chars = text.strip_prefix('[')?.chars();
    let mark = chars.next().filter(|c| !matches!(c, '\n' | '\r' | ']' | '['))?;
    let after_box = chars.as_str().strip_prefix(']')?;
    let ends = after_box.chars().next().is_none_or(char::is_whitespace);
    let is_item = is_after_bullet(reading, start);
    let width = mark.len_utf8();
    (ends && is_item)
        .then(|| TaskBox { mark: Span::new(start + 1, start + 1 + width), span: Span::new(start, start + width + 2) })
}

/// Returns whether only a bullet or a number stands before `offset` on its line.
fn is_after_bullet(reading: &Reading<'_>, offset: usize) -> bool {
    let source = reading.source;
    let line = source.line_span(source.line(offset));
    let before = source.slice(Span::new(line.start(), offset)).trim_start_matches(['>', ' ', '\t']).trim_end();
    let number = before.trim_end_matches(['.', ')']);
    let is_number =
        number.len() < before.len() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    matches!(before, "-" | "*" | "+") || is_number
}

/// The words of a block on one line: white space is joined, and the gaps are closed that tags leave before
/// punctuation and in brackets.
///
/// A non-breaking space stays what it is.
struct Line {
    text: String,
    /// Whether a tag was taken off since the last word.
    is_cut: bool,
}

impl Line {
    fn push(&mut self, text: &str) {
        let text = if self.is_cut { self.close_gap(text) } else { text };
        let mut is_parted = self.is_parted();
        if !(is_parted && text.starts_with(' ') || may_be_untidy(text)) {
            self.text.push_str(text);
            return;
        }
        // Where the text begins that is not added yet, and up to where it was looked at.
        let (mut start, mut seen) = (0, 0);
        while let Some(words) = text.bytes().skip(seen).position(may_be_space) {
            is_parted &= words == 0;
            let at = seen + words;
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            seen = at + c.len_utf8();
            if !c.is_whitespace() {
                is_parted = false;
            } else if is_kept(c) || c == ' ' && !is_parted {
                is_parted = true;
            } else {
                self.text.push_str(text.get(start..at).unwrap_or_default());
                start = seen;
                if !is_parted {
                    self.text.push(' ');
                    is_parted = true;
                }
            }
        }
        self.text.push_str(text.get(start..).unwrap_or_default());
    }

    /// Returns whether a space here would be one too many.
    fn is_parted(&self) -> bool {
        self.text.chars().next_back().is_none_or(char::is_whitespace)
    }

    /// Joins the next words to those before a tag that was taken off; returns what of them is still to come.
    ///
    /// A sign that closes stands right behind what is before it, and around nothing falls away with its bracket.
    fn close_gap<'a>(&mut self, text: &'a str) -> &'a str {
        let words = text.trim_start();
        if text.chars().take_while(|c| c.is_whitespace()).any(|c| !is_kept(c)) && !self.is_parted() {
            self.text.push(' ');
        }
        self.is_cut = words.is_empty();
        if words.starts_with(['.', ',', ')', ']', '…']) {
            self.text.truncate(self.text.trim_end().len());
        }
        let opened = if words.starts_with(')') { '(' } else { '[' };
        if words.starts_with([')', ']']) && self.text.ends_with(opened) {
            self.text.pop();
            self.text.truncate(self.text.trim_end().len());
            return words.get(1..).unwrap_or_default();
        }
        words
    }

    fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        if self.text.starts_with(char::is_whitespace) { self.text.trim_start().to_owned() } else { self.text }
    }
}

/// Returns whether a space stays what it is.
fn is_kept(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// Returns whether a text may hold white space other than single spaces.
///
/// Most texts hold none, and are long: all their pairs of bytes are looked at, which needs no branch.
fn may_be_untidy(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_untidy = |(&byte, &next): (&u8, &u8)| {
        let is_ascii = matches!((byte, next), (0..=0x1F, _) | (b' ', b' '));
        // U+0085 and U+00A0; U+1680; U+2000 to U+200A, U+2028, U+2029, U+202F and U+3000; U+205F.
        let is_other =
            matches!((byte, next), (0xC2, 0x85 | 0xA0) | (0xE1, _) | (0x80, 0x80..=0x8A | 0xA8..) | (0x81, 0x9F));
        is_ascii || is_other
    };
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |found, pair| found | is_untidy(pair)) || bytes.last().is_some_and(|last| *last < b' ')
}

/// Returns whether a character that begins with this byte may be white space, in any language.
fn may_be_space(byte: u8) -> bool {
    byte <= b' ' || matches!(byte, 0xC2 | 0xE1..=0xE3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_every_kind_is_seen() {
        for c in ('\0'..=char::MAX).filter(|c| *c != ' ' && c.is_whitespace()) {
            for text in [format!("a{c}"), format!("{c}b"), format!("à{c}é"), c.to_string()] {
                assert!(may_be_untidy(&text), "{text:?}");
            }
        }
        assert!(may_be_untidy("a  b"));
        for text in ["", " ", " a b ", "L’été, « là »… œuvre – 12 € “oui”", "日本 한국 😀 ½"] {
            assert!(!may_be_untidy(text), "{text}");
        }
    }

    #[test]
    fn tags_leave_no_gaps() {
        #[track_caller]
        fn case(text: &str, expected: &str) {
            let mut line = Line { text: String::new(), is_cut: false };
            for (place, part) in text.split('@').enumerate() {
                line.is_cut |= place > 0;
                line.push(part);
            }
            assert_eq!(line.finish(), expected, "{text:?}");
        }
        case("Très clair @.", "Très clair.");
        case("Très clair (@).", "Très clair.");
        case("@ Clair, @ net", "Clair, net");
        case("Clair\u{202f}! @", "Clair\u{202f}!");
        case("«\u{a0}Clair\u{a0}» @ et net", "«\u{a0}Clair\u{a0}» et net");
        case("a\n  b", "a b");
        case("\u{a0}a \u{a0} b\u{a0}\tc\u{2003}d ", "a \u{a0}b\u{a0}c d");
        case("a [@] b (@ c) @\u{a0}@ … @)@d", "a b ( c)…)d");
    }
}
