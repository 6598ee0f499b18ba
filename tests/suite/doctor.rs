//! `rebond doctor`: what it says of a journal, of git, and of what endangers privacy.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::TestJournal;

/// Runs `doctor` on the tests' day, with no editor but the given one.
#[track_caller]
fn doctor(journal: &TestJournal, editor: Option<&str>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    command.current_dir(journal.root()).env_remove("VISUAL").env_remove("EDITOR");
    if let Some(editor) = editor {
        command.env("EDITOR", editor);
    }
    let output = command.args(["doctor", "--today", "2026-06-12"]).output().unwrap();
    text(&output.stdout)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[track_caller]
fn git(root: &Path, words: &[&str]) -> Output {
    let identity = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "init.defaultBranch=main"];
    let output = Command::new("git").args(identity).args(words).current_dir(root).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", text(&output.stderr));
    output
}

fn journal() -> TestJournal {
    let entry = "---\ncompany: Halden\nrole: clerk\ndecided: 2026-05-04\n---\n";
    TestJournal::new().entry("halden.md", entry)
}

#[test]
fn a_journal_outside_git_is_told_how_to_keep_its_versions() {
    let said = doctor(&journal(), None);
    assert!(said.contains("1 entry: 1 read, 0 left out; no goals"), "{said}");
    assert!(said.contains("--edit has no editor"), "{said}");
    assert!(said.contains("! The journal is in no git repository"), "{said}");
}

#[test]
fn a_journal_that_is_kept_well_is_told_so() {
    let journal = journal().file(".gitignore", b"/site/\n");
    git(journal.root(), &["init", "-q"]);
    let said = doctor(&journal, Some("no-such-editor-here --wait"));
    assert!(!said.contains('!'), "{said}");
    assert!(said.contains("Nothing found"), "{said}");
    assert!(said.contains("no-such-editor-here, which is not on this machine"), "{said}");
}

#[test]
fn a_public_host_and_a_report_in_git_are_told_without_the_secrets_of_the_address() {
    let journal = journal().file("site/index.html", b"x").file("site/plan.html", b"x");
    let root = journal.root();
    git(root, &["init", "-q"]);
    assert!(doctor(&journal, None).contains("Git does not ignore the report in site/"));
    git(root, &["add", "-A"]);
    git(root, &["remote", "add", "origin", "https://me:hunter2@github.com/me/journal.git"]);
    git(root, &["remote", "add", "backup", "/srv/backup.git"]);
    let said = doctor(&journal, None);
    assert!(said.contains("sent to github.com"), "{said}");
    assert!(said.contains("! 2 files of the report in site/ are kept in git"), "{said}");
    assert!(!said.contains("hunter2") && !said.contains("srv"), "{said}");
}

#[cfg(unix)]
#[test]
fn nothing_that_a_repository_names_is_run() {
    use std::os::unix::fs::PermissionsExt;
    let journal = journal();
    let root = journal.root();
    git(root, &["init", "-q"]);
    let program = root.join("trap.sh");
    rebond::fs::write_staged(&program, b"#!/bin/sh\ntouch \"$(dirname \"$0\")/sprung\"\n").unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let program = program.display().to_string();
    for key in ["core.fsmonitor", "core.pager", "core.editor", "core.askPass", "core.sshCommand"] {
        git(root, &["config", key, &program]);
    }
    git(root, &["config", "core.hooksPath", &root.display().to_string()]);
    doctor(&journal, None);
    assert!(!root.join("sprung").exists());
    // The trap works: git itself springs it.
    Command::new("git").args(["status"]).current_dir(root).output().unwrap();
    assert!(root.join("sprung").exists());
}

#[test]
fn addresses_are_told_two_years_after_the_last_news() {
    let entry = |day: &str| {
        format!(
            "---\ncompany: Halden\nrole: clerk\ndecided: {day}\ncontacts: [{{name: Ada, email: ada@example.org}}]\n---\n"
        )
    };
    let journal = TestJournal::new()
        .entry("kept-long.md", &entry("2024-06-11"))
        .entry("two-years.md", &entry("2024-06-12"))
        .entry("recent.md", &entry("2026-05-04"));
    let said = doctor(&journal, None);
    assert!(said.contains("hold") && said.contains("entries/kept-long.md"), "{said}");
    assert!(!said.contains("two-years") && !said.contains("recent.md"), "{said}");
    assert!(!said.contains("ada@"), "{said}");
}

#[test]
fn a_second_report_beside_the_private_one_is_told() {
    let journal = journal().file("site/.rebond-manifest", b"").file("handed/.rebond-manifest", b"");
    let said = doctor(&journal, None);
    assert!(said.contains("Another report stands in handed/"), "{said}");
}
