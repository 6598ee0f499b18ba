//! The only printer: stdout carries data, stderr what is said to the person.

use std::io::{self, IsTerminal, Write};

use crate::diagnostic::show::{Format, printable, show};
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::locale::{Locale, Named};

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal that has not asked for none.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Where and how a run speaks.
#[derive(Clone)]
pub(crate) struct Ui {
    /// The language in which it speaks.
    pub(crate) locale: Locale,
    /// How much it says beyond its data: 0 nothing, 1 as usual, 2 with details.
    pub(crate) verbosity: u8,
    color: ColorChoice,
}

impl Ui {
    pub(crate) fn new(locale: Locale, color: ColorChoice, verbosity: u8) -> Self {
        Self { locale, verbosity, color }
    }

    /// Prints data.
    ///
    /// # Errors
    /// `file-unwritable` when stdout cannot be written; that it was closed is no problem.
    #[expect(clippy::unused_self, reason = "everything that is printed goes through the one printer")]
    pub(crate) fn data(&self, text: &str) -> Result<()> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Box::new(
                Diagnostic::new(Code::FileUnwritable).with("path", "stdout").with("reason", error.to_string()),
            )),
            _ => Ok(()),
        }
    }

    /// Prints data for a person: a terminal obeys nothing in it but the styles that rebond sets.
    ///
    /// # Errors
    /// As [`Self::data`].
    pub(crate) fn text(&self, text: &str) -> Result<()> {
        self.data(&inert(text, self.has_color_out()))
    }

    /// Says a sentence to the person, unless `-q` was given.
    pub(crate) fn say(&self, text: &str) {
        if self.verbosity > 0 {
            whisper(&inert(text, false));
        }
    }

    /// Says the message `key` to the person, unless `-q` was given.
    pub(crate) fn tell(&self, key: &str, args: &[Named<'_>]) {
        self.say(&self.locale.format(key, args));
    }

    /// Says a detail, with `-v`.
    pub(crate) fn detail(&self, text: &str) {
        if self.verbosity > 1 {
            whisper(&inert(text, false));
        }
    }

    /// Prints problems to stderr, as people read them; hints only when asked for details.
    pub(crate) fn problems(&self, problems: &[&Diagnostic]) {
        let text = show(problems, Format::Human, &self.locale, self.has_color(&io::stderr()));
        whisper(text.trim_end_matches('\n'));
    }

    /// Prints the one problem that ended the run.
    pub(crate) fn problem(&self, problem: &Diagnostic) {
        self.problems(&[problem]);
    }

    /// Returns whether data printed to stdout may have colours.
    pub(crate) fn has_color_out(&self) -> bool {
        self.has_color(&io::stdout())
    }

    fn has_color(&self, stream: &impl IsTerminal) -> bool {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto if is_set("NO_COLOR") => false,
            ColorChoice::Auto
                if std::env::var_os("CLICOLOR_FORCE").is_some_and(|value| value != "0" && !value.is_empty()) =>
            {
                true
            }
            ColorChoice::Auto => stream.is_terminal() && std::env::var("TERM").as_deref() != Ok("dumb"),
        }
    }

    /// Returns whether somebody sits at a terminal and can be asked.
    #[expect(clippy::unused_self, reason = "everything that is asked goes through the one printer")]
    pub(crate) fn can_ask(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Asks the person for the text that the message `key` names; `None` when nobody sits at a terminal.
    pub(crate) fn ask(&self, key: &str) -> Option<String> {
        if !self.can_ask() {
            return None;
        }
        loop {
            let mut answer = String::new();
            let question = write!(io::stderr().lock(), "{} ", self.locale.text(key));
            let read = question.and_then(|()| io::stdin().read_line(&mut answer));
            match read {
                Ok(length) if length > 0 && answer.trim().is_empty() => {}
                Ok(length) if length > 0 => return Some(answer.trim().to_owned()),
                _ => return None,
            }
        }
    }
}

/// The styles that rebond sets, by what follows the escape character.
const STYLES: [&str; 5] = ["[0m", "[1m", "[2m", "[32m", "[35m"];

/// Returns `text` with all that a terminal would obey made visible: all but line ends, tabs and, where wanted, styles.
fn inert(text: &str, has_styles: bool) -> String {
    let mut inert = String::with_capacity(text.len());
    for (at, part) in text.split('\u{1b}').enumerate() {
        let is_style = has_styles && STYLES.iter().any(|style| part.starts_with(style));
        if at > 0 {
            inert.push_str(if is_style { "\u{1b}" } else { "\\u{1b}" });
        }
        for piece in part.split_inclusive(['\n', '\t']) {
            let shown = piece.strip_suffix("\r\n").or_else(|| piece.strip_suffix(['\n', '\t'])).unwrap_or(piece);
            inert.push_str(&printable(shown));
            inert.push_str(piece.get(shown.len()..).unwrap_or_default());
        }
    }
    inert
}

/// Writes to stderr; when nobody listens there, nothing can be said.
fn whisper(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_obeys_nothing_but_styles_where_they_are_wanted() {
        let evil = "a\u{1b}[31mb\u{1b}]0;title\u{7}\u{9b}2J\u{90}q\u{9c}\r\u{8}\u{202e}\u{2066}\u{200f}c\n\td";
        let shown =
            "a\\u{1b}[31mb\\u{1b}]0;title\\u{7}\\u{9b}2J\\u{90}q\\u{9c}\\u{d}\\u{8}\\u{202e}\\u{2066}\\u{200f}c\n\td";
        assert_eq!(inert(evil, false), shown);
        assert_eq!(inert(evil, true), shown);
        assert_eq!(inert("\u{1b}[1mé\u{1b}[0m", true), "\u{1b}[1mé\u{1b}[0m");
        assert_eq!(inert("\u{1b}[1mé", false), "\\u{1b}[1mé");
        assert_eq!(inert("a\r\nb\r\r\n\t\r", false), "a\r\nb\\u{d}\r\n\t\\u{d}", "a line may end in both");
    }
}
