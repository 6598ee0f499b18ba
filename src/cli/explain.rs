//! `rebond explain`: what a diagnostic means, with a wrong and a right example.

use super::args::GlobalArgs;
use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::example::{ExampleFile, example};
use crate::diagnostic::show::printable;
use crate::diagnostic::{Code, Diagnostic, Result, nearest};
use crate::locale::{Locale, same_name};

/// Explain what a problem means, with a wrong and a right example
///
/// Without CODE, every code is listed.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    /// The name in brackets after `error`, `warning` or `hint`
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &ExplainArgs) -> Result<Exit> {
    speak_as_the_journal(ui, global)?;
    let text = match &args.code {
        Some(name) => explanation(find_code(&ui.locale, name)?, &ui.locale),
        None => list(&ui.locale),
    };
    ui.data(&text)?;
    Ok(Exit::Fine)
}

/// Speaks the language of the journal; without one, that of the environment is as good.
fn speak_as_the_journal(ui: &mut Ui, global: &GlobalArgs) -> Result<()> {
    match global.project(ui) {
        Err(problem) if problem.code != Code::JournalMissing || global.journal.is_some() => Err(problem),
        _ => Ok(()),
    }
}

fn find_code(locale: &Locale, name: &str) -> Result<Code> {
    if let Some(code) = Code::ALL.iter().copied().find(|code| same_name(code.name(), name)) {
        return Ok(code);
    }
    let mut reason = locale.format("usage-unknown-code", &[("code", name.into())]);
    if let Some(near) = nearest(name, Code::ALL.iter().map(|code| code.name())) {
        reason.push_str(&locale.format("usage-near", &[("near", near.into())]));
    }
    Err(Box::new(Diagnostic::new(Code::UsageWrong).with("reason", reason).help("help-codes")))
}

/// Returns what a code means, and its example when a file can cause it.
fn explanation(code: Code, locale: &Locale) -> String {
    let why = locale.format(&format!("diagnostic-{code}.why"), &[]);
    let mut text = format!("{}[{code}]: {}\n\n{}\n", code.severity().name(), about(code, locale), wrapped(&why));
    if let Some(example) = example(code) {
        for (key, file) in [("explain-wrong", example.wrong), ("explain-right", example.right)] {
            let heading = locale.format(key, &[("path", file.path.into())]);
            for part in ["\n", &heading, "\n\n", &indented(&file)] {
                text.push_str(part);
            }
        }
    }
    text
}

fn about(code: Code, locale: &Locale) -> String {
    locale.format(&format!("diagnostic-{code}.about"), &[])
}

/// Returns every code on a line of its own, in the order of the table.
fn list(locale: &Locale) -> String {
    let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or_default();
    let line = |code: &Code| {
        let severity = code.severity().name();
        format!("{:width$}  {severity:7}  {}\n", code.name(), about(*code, locale))
    };
    Code::ALL.iter().map(line).collect()
}

/// Returns the text of a file, each line four columns in.
fn indented(file: &ExampleFile) -> String {
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("    {}\n", printable(line)) };
    file.text().lines().map(line).collect()
}

/// The widest line of an explanation, in characters.
const WIDTH: usize = 80;

/// Breaks a text into lines at its spaces; non-breaking ones hold.
fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn a_code_is_found_however_it_is_typed() {
        let locale = Locale::new(Lang::En, "");
        for name in ["date-invalid", "Date-Invalid", "date_invalid"] {
            assert_eq!(find_code(&locale, name).unwrap(), Code::DateInvalid, "{name}");
        }
    }

    #[test]
    fn an_unknown_code_is_wrong_usage_and_gets_the_nearest_name() {
        #[track_caller]
        fn case(name: &str, expected: &str) {
            let locale = Locale::new(Lang::En, "");
            let problem = find_code(&locale, name).unwrap_err();
            assert_eq!(Exit::of(&problem), Exit::Usage);
            assert_eq!(problem.message(&locale), expected);
        }
        case("date-invlaid", "there is no code `date-invlaid`; did you mean `date-invalid`?");
        case("E0308", "there is no code `E0308`");
    }

    #[test]
    fn an_explanation_says_why_and_shows_both_examples() {
        let text = explanation(Code::TitleMissing, &Locale::new(Lang::En, ""));
        insta::assert_snapshot!(text, @r"
        hint[title-missing]: a goal has no title

        A goal is called by its title, else by its first heading, else by the name of
        its file.

        Wrong, in plan/one-show-a-week.md:

            - [x] Ask Priya to come along

        Right, in plan/one-show-a-week.md:

            # Visit one show a week

            - [x] Ask Priya to come along
        ");
    }

    #[test]
    fn every_code_has_its_line_in_both_languages() {
        for lang in Lang::ALL {
            let list = list(&Locale::new(lang, ""));
            assert_eq!(list.lines().count(), Code::ALL.len());
            for (line, code) in list.lines().zip(Code::ALL) {
                assert!(line.starts_with(code.name()) && line.chars().count() <= 110, "{line}");
            }
        }
    }

    #[test]
    fn long_texts_are_broken_at_spaces_that_may_break() {
        let long = "a".repeat(76);
        assert_eq!(wrapped(&format!("{long} b\u{a0}c")), format!("{long} b\u{a0}c"));
        assert_eq!(wrapped(&format!("{long} b\u{a0}cd")), format!("{long}\nb\u{a0}cd"));
    }
}
