//! Figures as JSON, indented as everybody knows it.
//!
//! In: figures, and whether they are of a copy. Out: their text, whole or piece by piece into a file.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use super::Report;
use crate::model::ShareDates;
use crate::share;

impl Report {
    /// Returns the report as JSON, with a line end.
    pub fn to_json(&self) -> String {
        to_json(self, self.copy)
    }

    /// Writes the same piece by piece, which holds little of it at a time.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.copy.is_some() {
            return out.write_all(self.to_json().as_bytes());
        }
        let mut out = io::BufWriter::with_capacity(1 << 16, out);
        self.serialize(&mut Serializer::with_formatter(&mut out, Indented::default()))?;
        out.write_all(b"\n")?;
        out.flush()
    }
}

/// Returns figures as JSON, with a line end; those of a copy name no file, and no day where only months pass.
pub fn to_json(figures: &impl Serialize, copy: Option<ShareDates>) -> String {
    let json = serde_json::to_string_pretty(figures).unwrap_or_default() + "\n";
    match copy {
        Some(dates) => share::outward(&json, dates == ShareDates::Month),
        None => json,
    }
}

/// What stands between two values: a comma, a line end, and an indent that is cut to the depth.
const BREAK: &[u8] = b",\n                                ";

/// Writes what `serde_json`'s own formatter does, each line end with its indent at once.
#[derive(Default)]
struct Indented {
    depth: usize,
    /// Whether the list or object that was last open holds anything.
    has_value: bool,
}

impl Indented {
    fn open(&mut self, out: &mut (impl Write + ?Sized), bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        out.write_all(bracket)
    }

    fn close(&mut self, out: &mut (impl Write + ?Sized), bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.has_value {
            self.line(out, true)?;
        }
        out.write_all(bracket)
    }

    /// Begins a line, after a comma unless it is the first.
    fn line(&self, out: &mut (impl Write + ?Sized), is_first: bool) -> io::Result<()> {
        let end = 2 + 2 * self.depth;
        out.write_all(BREAK.get(usize::from(is_first)..end.min(BREAK.len())).unwrap_or_default())?;
        (BREAK.len()..end).try_for_each(|_| out.write_all(b" "))
    }
}

impl Formatter for Indented {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        self.line(out, is_first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        self.line(out, is_first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_indented_as_by_serde_json() {
        let deep = (0..20).fold(serde_json::json!({"z": [], "y": {}}), |inner, depth| match depth % 2 {
            0 => serde_json::json!([inner, 1, "é\n", {}]),
            _ => serde_json::json!({"a": null, "b": [], "c": inner, "d": [true]}),
        });
        let mut text = Vec::new();
        deep.serialize(&mut Serializer::with_formatter(&mut text, Indented::default())).unwrap();
        assert_eq!(String::from_utf8(text).unwrap(), serde_json::to_string_pretty(&deep).unwrap());
    }
}
