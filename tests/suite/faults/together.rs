//! Several runs at once: they wait for one another, and the last one wins, whole.

use std::process::{Child, Stdio};
use std::time::Duration;

use rebond::fs;

use crate::faults::{command, files, journal, leftovers};
use crate::support::TestJournal;

#[test]
fn builds_of_different_journals_into_one_folder_leave_one_of_them_whole() {
    let journals = ["old", "new", "other"].map(|state| journal(12, state));
    let folder = tempfile::tempdir().unwrap();
    let states = journals.each_ref().map(|journal| {
        let out = folder.path().join("reference");
        assert!(command(journal.root(), &["build", "--out", out.to_str().unwrap()]).output().unwrap().status.success());
        let made = files(&out);
        std::fs::remove_dir_all(&out).unwrap();
        made
    });
    let out = folder.path().join("site");
    for round in 0..3 {
        // The first round makes the folder, the others find it there.
        let start = |number: usize| {
            let mut command =
                command(journals[(number + round) % 3].root(), &["build", "--out", out.to_str().unwrap()]);
            command.stderr(Stdio::null()).spawn().unwrap()
        };
        let running: Vec<Child> = (0..12).map(start).collect();
        for mut child in running {
            assert_eq!(child.wait().unwrap().code(), Some(0));
        }
        let now = files(&out);
        assert!(states.contains(&now), "round {round}: a mixture");
        assert_eq!(leftovers(folder.path()), [""; 0]);
    }
}

#[test]
fn changes_of_one_file_at_once_are_all_kept_or_refused() {
    let tasks = (0..10).map(|number| format!("- [ ] Task {number}")).collect::<Vec<_>>().join("\n");
    let text = format!("---\ncompany: A\nrole: R\ndecided: 2026-06-01\n---\n\n## Actions\n\n{tasks}\n");
    let journal = TestJournal::new().entry("a.md", &text);
    let first = text.lines().position(|line| line.starts_with("- [ ]")).unwrap() + 1;
    let start = |number: usize| {
        let mut command = command(journal.root(), &["done", &format!("entries/a.md:{}", first + number)]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let running: Vec<Child> = (0..10).map(start).collect();
    let codes: Vec<Option<i32>> = running.into_iter().map(|mut child| child.wait().unwrap().code()).collect();
    assert!(codes.iter().all(|code| matches!(code, Some(0 | 1))), "{codes:?}");
    let now = String::from_utf8(fs::read(&journal.root().join("entries/a.md")).unwrap()).unwrap();
    for (number, code) in codes.iter().enumerate() {
        let is_done = now.contains(&format!("- [x] Task {number} done:2026-06-12"));
        assert_eq!(is_done, *code == Some(0), "Task {number}: told as done when it is, and only then: {now}");
    }
    assert!(codes.contains(&Some(0)));
}

#[test]
fn a_folder_that_another_run_holds_too_long_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let held = fs::hold(folder.path(), Duration::ZERO).unwrap();
    let problem = fs::hold(folder.path(), Duration::from_millis(50)).unwrap_err();
    let locale = rebond::locale::Locale::new(rebond::locale::Lang::En, "");
    assert!(problem.message(&locale).contains("another rebond"), "{}", problem.message(&locale));
    drop(held);
    // A program that another test is just starting may hold a copy of the file for a moment.
    fs::hold(folder.path(), Duration::from_secs(10)).unwrap();
}
