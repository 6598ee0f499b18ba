//! What the world does to a run: it is killed, the disk is full, folders go, links lead astray, others write too.

#![allow(clippy::disallowed_methods, reason = "these tests are what happens to files from outside")]

mod disk;
mod input;
mod kill;
mod links;
mod together;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use rebond::fs;

use crate::support::{TODAY, TestJournal, files_below};

/// Every file below a folder with its bytes, hidden ones too.
type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> Files {
    let path = |file: &Path| file.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files_below(folder).iter().map(|file| (path(file), fs::read(file).unwrap())).collect()
}

/// The program in a journal, on the day of the tests.
fn command(root: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    command.arg("-C").arg(root).args(["--today", &TODAY.to_string()]).args(words);
    command.env_remove("LC_ALL").env("LANG", "en").env("RAYON_NUM_THREADS", "2");
    command
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Fails unless the run said that the machine failed, and ended so.
#[track_caller]
fn assert_machine_failed(output: &Output) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("error[file-unwritable]") || said.contains("error[file-unreadable]"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

/// Returns a journal of `count` entries at companies whose name ends in `state`.
fn journal(count: usize, state: &str) -> TestJournal {
    let entry = |number: usize| {
        format!(
            "---\ncompany: Company {number} {state}\nrole: R\ndecided: 2026-05-{:02}\nnotice: personal\n---\n\n\
             ## Feedback\n\n> Words of {state}. #preparation\n\n## Actions\n\n- [ ] Task {number} due:2026-06-20\n",
            number % 28 + 1
        )
    };
    (0..count)
        .fold(TestJournal::new(), |journal, number| journal.entry(&format!("{state}-{number:03}.md"), &entry(number)))
}

/// Returns the names in a folder and below that only an unfinished run leaves.
fn leftovers(folder: &Path) -> Vec<String> {
    let names = fs::names(folder).unwrap();
    let below = names.iter().filter(|name| fs::is_folder(&folder.join(name)) && !fs::is_link(&folder.join(name)));
    let mut found: Vec<String> = below.flat_map(|name| leftovers(&folder.join(name))).collect();
    found.extend(names.into_iter().filter(|name| fs::is_temporary(name)));
    found
}
