//! Fluent texts in pieces: one piece a message, with its name, its place and the arguments it takes.
//!
//! In: a text. Out: [`pieces`]. What is wrong with a person's own messages is
//! `config`'s to tell.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;

/// One message of a Fluent text, or lines that are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its name; empty for lines that begin no message.
    pub name: &'a str,
    /// Where it starts in the text, in bytes.
    pub start: usize,
    /// All its lines.
    pub text: &'a str,
    /// The arguments it uses.
    pub arguments: BTreeSet<&'a str>,
}

impl Piece<'_> {
    /// Returns whether it can be read.
    pub fn is_sound(&self) -> bool {
        !self.name.is_empty() && FluentResource::try_new(self.text.to_owned()).is_ok()
    }
}

/// Parts a text at each line that begins a message; comments and empty lines before the first are left out.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begins = line.chars().next().is_some_and(|c| !c.is_whitespace() && !"}[*.#".contains(c));
        let is_first_word = starts.is_empty() && !line.trim().is_empty() && !line.starts_with('#');
        if begins || is_first_word {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| Some(piece(*start, text.get(*start..end)?))).collect()
}

fn piece(start: usize, text: &str) -> Piece<'_> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name = text.split_once('=').map(|(name, _)| name.trim_end()).filter(|name| name.chars().all(is_name));
    let arguments = text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split('$').skip(1));
    let arguments = arguments.map(|rest| rest.split(|c| !is_name(c)).next().unwrap_or_default());
    Piece {
        name: name.unwrap_or_default(),
        start,
        text,
        arguments: arguments.filter(|name| !name.is_empty()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_parted_at_its_messages() {
        let text = "# About.\n\none = One\n    and more\r\ntwo = { $count ->\n    [one] { $a }\n   *[other] many\n} of it\n\n# last\nnot a message\n";
        let found = pieces(text);
        let names: Vec<&str> = found.iter().map(|piece| piece.name).collect();
        assert_eq!(names, ["one", "two", ""]);
        assert_eq!(found[0].text, "one = One\n    and more\r\n");
        assert_eq!(found[1].arguments.iter().copied().collect::<Vec<_>>(), ["a", "count"]);
        assert_eq!(text.get(found[2].start..), Some("not a message\n"));
        assert_eq!(found.iter().map(Piece::is_sound).collect::<Vec<_>>(), [true, true, false]);
    }

    #[test]
    fn what_cannot_be_read_is_not_sound() {
        for text in ["a = {", "a =", "a = { $b ->\n [one] x\n}", " a = x", "a b = c", "=", "é = x"] {
            assert!(pieces(text).iter().all(|piece| !piece.is_sound()), "{text}");
            assert_eq!(pieces(text).len(), 1, "{text}");
        }
        assert_eq!(pieces("\n# a\n\n"), []);
    }
}
