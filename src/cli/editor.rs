//! The person's own editor, for `--edit`.

use std::path::Path;
use std::process::Command;

use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Result};

/// An editor that the environment names, with its own arguments.
pub(crate) struct Editor {
    words: Vec<String>,
}

impl Editor {
    /// Returns the editor that `VISUAL`, else `EDITOR` names.
    ///
    /// # Errors
    /// `usage-wrong` when neither does.
    pub(crate) fn of_environment(ui: &Ui) -> Result<Self> {
        let words = |name: &str| std::env::var(name).ok().map(|value| split(&value)).filter(|words| !words.is_empty());
        match words("VISUAL").or_else(|| words("EDITOR")) {
            Some(words) => Ok(Self { words }),
            None => Err(problem(ui.locale.text("editor-missing").to_owned())),
        }
    }

    /// Returns the program that would be started.
    pub(crate) fn program(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Opens the file at `path` and waits until the editor is closed.
    ///
    /// # Errors
    /// `usage-wrong` when it cannot be started, or ends badly.
    pub(crate) fn open(&self, ui: &Ui, path: &Path) -> Result<()> {
        let Some((program, args)) = self.words.split_first() else { return Ok(()) };
        let failed = |reason: String| {
            let args = [("editor", program.as_str().into()), ("reason", reason.into())];
            problem(ui.locale.format("editor-failed", &args))
        };
        match Command::new(program).args(args).arg(path).status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(failed(status.to_string())),
            Err(error) => Err(failed(error.to_string())),
        }
    }
}

fn problem(reason: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::UsageWrong).with("reason", reason).help("help-none"))
}

/// Splits words as a shell does in simple cases: at white space, but not within quotes.
///
/// A backslash takes the next character as it is, but on Windows, where it parts folders.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None | Some('"'), '\\') if !cfg!(windows) => word.get_or_insert_default().extend(chars.next()),
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_an_editor_are_split_as_a_shell_does() {
        #[track_caller]
        fn case(line: &str, expected: &[&str]) {
            assert_eq!(split(line), expected, "{line}");
        }
        case("vim", &["vim"]);
        case("  code   --wait ", &["code", "--wait"]);
        case("'/Applications/My Editor' -w", &["/Applications/My Editor", "-w"]);
        case("\"C:/Program Files/e.exe\" ''", &["C:/Program Files/e.exe", ""]);
        case("emacsclient -a''", &["emacsclient", "-a"]);
        case("", &[]);
        #[cfg(not(windows))]
        case("my\\ editor \"a\\\"b\"", &["my editor", "a\"b"]);
    }
}
