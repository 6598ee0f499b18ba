//! A text file of a journal as it is on disk, and places in it.
//!
//! In: the bytes of a file. Out: a [`SourceFile`], which every later stage
//! points into with [`Span`]s. Reading the bytes is `fs`'s work; what a problem
//! of the encoding is called is `diagnostic`'s.

use std::fmt;
use std::sync::Arc;

/// A half-open range of bytes in the text of a [`SourceFile`]; none is as long as 4 GiB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Returns the span from `start` to `end`, `end` not included.
    pub fn new(start: usize, end: usize) -> Self {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: offset(start), end: offset(end) }
    }

    /// Returns where its first byte stands.
    pub fn start(self) -> usize {
        to_usize(self.start)
    }

    /// Returns where the byte after its last stands.
    pub fn end(self) -> usize {
        to_usize(self.end)
    }

    /// Returns whether `other` lies in this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A value and where it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Returns `value` as standing at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1; a byte order mark is not counted.
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// Why the bytes of a file are no text of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingProblem {
    /// The file begins with the byte order mark of UTF-16.
    Utf16,
    /// A NUL character stands at this place.
    Nul(Position),
    /// Bytes that are not UTF-8 begin at this place.
    NotUtf8(Position),
}

/// One text file: its path below the journal's root, its text, its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Path below the journal's root, with `/` on every system.
    pub path: Arc<str>,
    /// The text without its byte order mark, line ends as they are.
    pub text: String,
    /// Whether a byte order mark stood before the text.
    pub has_bom: bool,
    /// Files of 4 GiB and more have no lines beyond.
    line_starts: Vec<u32>,
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

impl SourceFile {
    /// Returns `text` as the file at `path`.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts = line_starts(text.as_bytes());
        Self { path: path.into(), text, has_bom: false, line_starts }
    }

    /// Reads `bytes` as UTF-8 with an optional byte order mark.
    ///
    /// # Errors
    /// Returns what is wrong with the encoding: UTF-16, a NUL, bytes that are not UTF-8.
    pub fn decode(path: impl Into<Arc<str>>, bytes: Vec<u8>) -> Result<Self, EncodingProblem> {
        if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
            return Err(EncodingProblem::Utf16);
        }
        let has_bom = bytes.starts_with(BOM);
        let bytes = if has_bom { bytes.get(BOM.len()..).unwrap_or_default().to_vec() } else { bytes };
        if let Some(offset) = memchr::memchr(0, &bytes) {
            return Err(EncodingProblem::Nul(position_in_bytes(&bytes, offset)));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self { has_bom, ..Self::new(path, text) }),
            Err(error) => {
                let offset = error.utf8_error().valid_up_to();
                Err(EncodingProblem::NotUtf8(position_in_bytes(error.as_bytes(), offset)))
            }
        }
    }

    /// Returns the bytes of the file, byte order mark included.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = if self.has_bom { BOM.to_vec() } else { Vec::new() };
        bytes.extend_from_slice(self.text.as_bytes());
        bytes
    }

    /// Returns the text at `span`, empty where the span is not of this file.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start()..span.end()).unwrap_or_default()
    }

    /// Returns the line, from 1, that holds the byte `offset`.
    pub fn line(&self, offset: usize) -> u32 {
        let line = self.line_starts.partition_point(|start| to_usize(*start) <= offset);
        u32::try_from(line).unwrap_or(u32::MAX)
    }

    /// Returns the line and column of the byte `offset`.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.line(offset);
        let start = self.line_start(line).unwrap_or(0);
        let column = self.slice(Span::new(start, offset)).chars().count();
        Position { line, column: u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1) }
    }

    /// Returns the offset at which `line`, from 1, starts.
    pub fn line_start(&self, line: u32) -> Option<usize> {
        let index = usize::try_from(line).ok()?.checked_sub(1)?;
        self.line_starts.get(index).copied().map(to_usize)
    }

    /// Returns the span of `line`, from 1, without its line end.
    pub fn line_span(&self, line: u32) -> Span {
        let start = self.line_start(line).unwrap_or(self.text.len());
        let end = self.line_start(line.saturating_add(1)).unwrap_or(self.text.len());
        let text = self.slice(Span::new(start, end));
        Span::new(start, start + text.trim_end_matches(['\n', '\r']).len())
    }

    /// Returns the number of lines; an empty file has one.
    pub fn line_count(&self) -> u32 {
        u32::try_from(self.line_starts.len()).unwrap_or(u32::MAX)
    }

    /// Returns the offset of a line from 1 and a column of characters from 0.
    pub fn offset(&self, line: u32, column: usize) -> usize {
        let span = self.line_span(line);
        let text = self.slice(span);
        // Columns are bytes up to the first accent.
        if text.as_bytes().get(..column).is_some_and(<[u8]>::is_ascii) {
            return span.start() + column;
        }
        let within = text.char_indices().nth(column).map_or(text.len(), |(index, _)| index);
        span.start() + within
    }

    /// Returns the line end that this file uses: that of its first line.
    pub fn line_end(&self) -> &'static str {
        let first = memchr::memchr(b'\n', self.text.as_bytes());
        match first {
            Some(at) if self.text.as_bytes().get(at.wrapping_sub(1)) == Some(&b'\r') => "\r\n",
            _ => "\n",
        }
    }
}

/// Returns whether a file name's extension is that of Markdown, in any case.
pub fn is_markdown(extension: &str) -> bool {
    extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
}

/// Returns whether a file name's extension is that of a picture that pages show, in any case.
pub fn is_picture(extension: &str) -> bool {
    let known = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"];
    known.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn to_usize(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn line_starts(bytes: &[u8]) -> Vec<u32> {
    let ends = || memchr::memchr_iter(b'\n', bytes);
    // One number a line of every file that is read: no more than that is set aside.
    let mut starts = Vec::with_capacity(ends().count() + 1);
    starts.push(0);
    starts.extend(ends().map_while(|at| u32::try_from(at + 1).ok()));
    starts
}

/// Returns the place of `offset` in bytes that need not be text.
fn position_in_bytes(bytes: &[u8], offset: usize) -> Position {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
    let column = String::from_utf8_lossy(before.get(start..).unwrap_or_default()).chars().count() + 1;
    Position { line: u32::try_from(line).unwrap_or(u32::MAX), column: u32::try_from(column).unwrap_or(u32::MAX) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_not_bytes() {
        let source = SourceFile::new("a.md", "é\t😀x\r\nsecond");
        let offset = source.text.find('x').unwrap();
        assert_eq!(source.position(offset), Position { line: 1, column: 4 });
        let second = source.text.find("second").unwrap();
        assert_eq!(source.position(second), Position { line: 2, column: 1 });
        assert_eq!(source.slice(source.line_span(1)), "é\t😀x");
        assert_eq!(source.line_end(), "\r\n");
    }

    #[test]
    fn a_byte_order_mark_is_kept_apart() {
        let bytes = b"\xEF\xBB\xBFabc\n".to_vec();
        let source = SourceFile::decode("a.md", bytes.clone()).unwrap();
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.to_bytes(), bytes);
    }

    #[test]
    fn other_encodings_are_named_with_their_place() {
        let case = |bytes: &[u8]| SourceFile::decode("a.md", bytes.to_vec()).unwrap_err();
        assert_eq!(case(b"\xFF\xFEa\0"), EncodingProblem::Utf16);
        assert_eq!(case(b"a\nb\0"), EncodingProblem::Nul(Position { line: 2, column: 2 }));
        assert_eq!(case(b"\xC3\xA9\xE9"), EncodingProblem::NotUtf8(Position { line: 1, column: 2 }));
    }

    #[test]
    fn an_offset_and_its_line_and_column_agree() {
        let source = SourceFile::new("a.md", "ab\néc\r\n");
        for (offset, _) in source.text.char_indices() {
            let position = source.position(offset);
            let back = source.offset(position.line, position.column as usize - 1);
            assert!(back == offset || source.text.get(offset..).unwrap().starts_with(['\n', '\r']));
        }
    }
}
