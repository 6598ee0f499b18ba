//! How the files of a journal are read: keys, values, dates, sections, evidence, tasks, links, settings.

mod evidence;
mod front_matter;
mod goals;
mod journal;
mod links;
mod settings;
mod tasks;

use std::sync::Arc;

use jiff::civil::date;
use rebond::locale::Lang;
use rebond::model::vocabulary::{ENTRY, Field, GOAL, Kind, SECTIONS, Word};
use rebond::model::{Body, Entry, LinkKind, Mood, Polarity, SectionKind, Source, Stage, Status, TaskState, Thanks};

use crate::support::TestJournal;

const NONE: [&str; 0] = [];

/// An entry of Atelier Nord with more lines of front matter and a body.
fn entry_text(lines: &str, body: &str) -> String {
    format!("---\ncompany: Atelier Nord\nrole: Buyer\ndecided: 2026-03-02\n{lines}---\n{body}")
}

fn journal(lines: &str, body: &str) -> TestJournal {
    TestJournal::new().entry("a.md", &entry_text(lines, body))
}

/// Reads the body of an entry without problems.
#[track_caller]
fn body(text: &str) -> Body {
    entry(text).body.clone()
}

#[track_caller]
fn entry(text: &str) -> Arc<Entry> {
    let journal = journal("feedback: {received: 2026-03-05}\n", text);
    assert_eq!(journal.problems(), NONE, "{text}");
    journal.only_entry()
}

#[track_caller]
fn problems_of(lines: &str, body: &str, expected: &[&str]) {
    let found: Vec<String> =
        journal(lines, body).problems().iter().map(|line| line.replace("entries/a.md:", "")).collect();
    assert_eq!(found, expected, "{lines}{body}");
}
