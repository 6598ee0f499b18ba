//! Every code of a diagnostic has a message, an explanation, and an example that shows it.
//!
//! `tests/diagnostics/CODE/wrong` is the smallest journal with the problem,
//! `right` the same without it, `expected.txt` what `check` prints for `wrong`.
//! With `REBOND_ACCEPT` set, the expected texts are written anew, to be read
//! before they are committed.

use std::collections::BTreeSet;

use rebond::diagnostic::example::example;
use rebond::diagnostic::show::Format;
use rebond::diagnostic::{Code, Diagnostic, Diagnostics};
use rebond::fs;
use rebond::locale::{Lang, Locale};
use rebond::pipeline::{self, Project};
use rebond::render::policy::ThemeScripts;

use crate::support::{TestJournal, source_path, source_text};

/// Codes that only the site's theme can cause: `check` does not render.
const OF_THE_THEME: [Code; 3] = [Code::ThemeUnknown, Code::TemplateInvalid, Code::ThemeScript];

fn codes_of_files() -> impl Iterator<Item = Code> {
    Code::ALL.iter().copied().filter(|code| !code.is_of_the_machine())
}

fn journal(code: Code, side: &str) -> TestJournal {
    TestJournal::new().folder(&source_path(&format!("tests/diagnostics/{code}/{side}")))
}

#[test]
fn codes_messages_and_examples_are_the_same_list() {
    let codes: BTreeSet<String> = codes_of_files().map(|code| code.to_string()).collect();
    let folders: BTreeSet<String> = fs::names(&source_path("tests/diagnostics")).unwrap().into_iter().collect();
    assert_eq!(folders, codes, "folders of tests/diagnostics, and codes that files can cause");
    let all: BTreeSet<String> = Code::ALL.iter().map(ToString::to_string).collect();
    for lang in Lang::ALL {
        let text = source_text(&source_path(&format!("src/locale/{lang}/diagnostics.ftl")));
        let messages: BTreeSet<String> = text
            .lines()
            .filter_map(|line| line.strip_prefix("diagnostic-")?.split_once(" =").map(|(name, _)| name.to_owned()))
            .collect();
        assert_eq!(messages, all, "messages in {lang}");
        let locale = Locale::new(lang, "");
        for code in Code::ALL {
            for part in ["about", "why"] {
                assert!(locale.has(&format!("diagnostic-{code}.{part}")), "{code} has no .{part} in {lang}");
            }
        }
    }
}

#[test]
fn every_code_of_files_has_an_example_to_explain_it() {
    for code in Code::ALL.iter().copied() {
        assert_eq!(example(code).is_some(), !code.is_of_the_machine(), "{code}");
        let Some(example) = example(code) else { continue };
        assert!(example.wrong.path != example.right.path || example.wrong.text() != example.right.text(), "{code}");
    }
}

#[test]
fn the_wrong_example_of_every_code_shows_it() {
    for code in codes_of_files().filter(|code| !OF_THE_THEME.contains(code)) {
        let journal = journal(code, "wrong");
        let diagnostics = journal.diagnostics();
        let found: Vec<Code> = diagnostics.iter().map(|problem| problem.code).collect();
        assert!(!found.is_empty() && found.iter().all(|other| *other == code), "{code}: {found:?}");
        let expected = source_path(&format!("tests/diagnostics/{code}/expected.txt"));
        let shown = journal.check(Format::Human);
        if std::env::var_os("REBOND_ACCEPT").is_some() {
            fs::replace(&expected, shown.as_bytes()).unwrap();
        }
        assert_eq!(shown, source_text(&expected), "{code}");
    }
}

#[test]
fn the_examples_of_themes_show_what_building_says() {
    for code in OF_THE_THEME {
        let built = |side: &str| {
            let journal = journal(code, side);
            let project = Project::open(journal.root()).unwrap();
            let theme = pipeline::theme(&project, &project.settings.site.theme, ThemeScripts::Held)?;
            if !theme.held.is_empty() {
                return Err(Box::new(Diagnostic::new(Code::ThemeScript)));
            }
            theme.templates(&project.locale(None)).map(drop)
        };
        assert_eq!(built("wrong").unwrap_err().code, code);
        assert!(built("right").is_ok(), "{code}");
    }
}

#[test]
fn the_right_example_of_every_code_has_no_problem() {
    for code in codes_of_files() {
        assert_eq!(journal(code, "right").diagnostics(), Diagnostics::default(), "{code}");
    }
}

#[test]
fn messages_and_helps_are_whole_in_both_languages() {
    for lang in Lang::ALL {
        for code in codes_of_files().filter(|code| !OF_THE_THEME.contains(code)) {
            let shown = journal(code, "wrong").check_in(lang);
            let label = Locale::new(lang, "").text("help-label").to_owned();
            assert!(shown.contains(&format!("[{code}]: ")), "{code} in {lang}: {shown}");
            assert!(shown.contains(label.trim()), "{code} in {lang} has no help: {shown}");
            assert_is_whole(&shown);
        }
    }
}

#[test]
fn explanations_take_no_argument() {
    for lang in Lang::ALL {
        let locale = Locale::new(lang, "");
        for code in Code::ALL {
            for part in ["about", "why"] {
                assert_is_whole(&locale.format(&format!("diagnostic-{code}.{part}"), &[]));
            }
        }
    }
}

/// Fails when an argument of a message was missing, or a message itself.
#[track_caller]
fn assert_is_whole(text: &str) {
    for left in ["{$", "{ $", "{\u{a0}$", "diagnostic-"] {
        assert!(!text.contains(left), "{left:?} is left in: {text}");
    }
}
