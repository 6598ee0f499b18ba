//! Links that lead out of a journal or its report: nothing is read, written or deleted there.

use std::os::unix::fs::symlink;
use std::path::Path;

use rebond::fs;
use rebond::write::MANIFEST;

use crate::faults::{command, files, journal, said};

/// Returns the exit code and what was said.
fn run(root: &Path, words: &[&str]) -> (Option<i32>, String) {
    let output = command(root, words).output().unwrap();
    (output.status.code(), said(&output) + &String::from_utf8_lossy(&output.stdout))
}

fn entry(company: &str) -> String {
    format!("---\ncompany: {company}\nrole: R\ndecided: 2026-06-01\n---\n")
}

#[test]
fn a_report_with_links_in_it_writes_and_deletes_nothing_where_they_lead() {
    let outside = tempfile::tempdir().unwrap();
    for name in ["index.html", "entries/old-000.html", "entries/gone.html", "note.txt"] {
        fs::write_new(&outside.path().join(name), b"precious").unwrap();
    }
    let before = files(outside.path());

    // A file that rebond writes, listed as its own, is a link: the link is replaced.
    let journal_a = journal(2, "old");
    let site = journal_a.root().join("site");
    fs::write_new(&site.join(MANIFEST), b"index.html\nentries/gone.html\nnote.txt\n").unwrap();
    symlink(outside.path().join("index.html"), site.join("index.html")).unwrap();
    symlink(outside.path().join("note.txt"), site.join("note.txt")).unwrap();
    let (code, said) = run(journal_a.root(), &["build"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(fs::is_plain_file(&site.join("index.html")) && !fs::is_taken(&site.join("note.txt")));

    // A folder of the report is a link: it is refused.
    let journal_b = journal(2, "old");
    let site = journal_b.root().join("site");
    fs::write_new(&site.join(MANIFEST), b"entries/gone.html\nentries/old-000.html\n").unwrap();
    symlink(outside.path().join("entries"), site.join("entries")).unwrap();
    let (code, said) = run(journal_b.root(), &["build"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("output-foreign") && said.contains("entries"), "{said}");

    // The report itself is a link out of the journal, or to its entries.
    let journal_c = journal(2, "old");
    let site = journal_c.root().join("site");
    symlink(outside.path(), &site).unwrap();
    let (code, said) = run(journal_c.root(), &["build"]);
    assert!(code == Some(1) && said.contains("path-outside"), "{said}");
    std::fs::remove_file(&site).unwrap();
    symlink("entries", &site).unwrap();
    fs::write_new(&journal_c.root().join("entries").join(MANIFEST), b"old-000.md\nold-001.md\n").unwrap();
    let (code, said) = run(journal_c.root(), &["build"]);
    assert!(code == Some(2) && said.contains("the journal's own files"), "{said}");
    assert!(fs::is_file(&journal_c.root().join("entries/old-001.md")));

    // A link that leads nowhere stands where a page is to go.
    let journal_d = journal(2, "old");
    let site = journal_d.root().join("site");
    fs::write_new(&site.join(MANIFEST), b"").unwrap();
    symlink(outside.path().join("new.html"), site.join("swot.html")).unwrap();
    let (code, said) = run(journal_d.root(), &["build"]);
    assert!(code == Some(2) && said.contains("swot.html"), "{said}");

    assert_eq!(files(outside.path()), before);
}

#[test]
fn nothing_is_read_from_outside_into_a_letter_a_page_or_an_entry() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.txt");
    fs::write_new(&secret, b"the secret words").unwrap();
    let links = [
        ("letters/en/thank.txt", &["letter", "old-000", "thank"][..]),
        ("letters/thank.txt", &["build"]),
        ("templates/entry.md", &["new", "--company", "A", "--role", "R"]),
        ("themes/booklet/templates/swot.html", &["build"]),
        ("themes/booklet/static/style.css", &["build"]),
    ];
    for (path, words) in links {
        let journal = journal(1, "old");
        let link = journal.root().join(path);
        fs::create_folder(link.parent().unwrap()).unwrap();
        symlink(&secret, &link).unwrap();
        let (code, said) = run(journal.root(), words);
        assert!(code == Some(1) && said.contains("path-outside") && !said.contains("secret words"), "{path}: {said}");
        assert!(!fs::exists(&journal.root().join("site")), "{path}");
    }
    // An entry, a goal, a picture: told or passed over, and the rest is built.
    let journal = journal(1, "old");
    for path in ["entries/b.md", "plan/g.md", "entries/p.png"] {
        fs::create_folder(journal.root().join(path).parent().unwrap()).unwrap();
        symlink(&secret, journal.root().join(path)).unwrap();
    }
    let text = "---\ncompany: C\nrole: R\ndecided: 2026-06-01\n---\n\n![p](p.png) ![](../../../etc/p.png)\n";
    fs::write_new(&journal.root().join("entries/c.md"), text.as_bytes()).unwrap();
    let (code, said) = run(journal.root(), &["build"]);
    assert_eq!(code, Some(0), "{said}");
    let site = files(&journal.root().join("site"));
    assert!(site.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("secret words")));
    assert!(site.contains_key("entries/c.html") && !site.keys().any(|path| path.starts_with("files/")));
}

#[test]
fn a_link_to_a_folder_of_the_journal_is_followed_once_and_one_that_leads_out_is_told() {
    let outside = tempfile::tempdir().unwrap();
    fs::write_new(&outside.path().join("far.md"), entry("Far").as_bytes()).unwrap();
    let journal = journal(1, "old");
    let root = journal.root();
    for (path, company) in [("archive/2024/b.md", "B"), ("archive/c.md", "C"), ("archive/_no/d.md", "D")] {
        fs::write_new(&root.join(path), entry(company).as_bytes()).unwrap();
    }
    // Twice the same folder, a part of it first, circles, the folder of goals, and out of the journal.
    symlink("../archive/2024", root.join("entries/first")).unwrap();
    symlink("../archive", root.join("entries/second")).unwrap();
    symlink("../archive", root.join("entries/third.md")).unwrap();
    symlink("..", root.join("archive/up")).unwrap();
    symlink("../entries", root.join("archive/back")).unwrap();
    symlink(".", root.join("entries/here")).unwrap();
    fs::write_new(&root.join("plan/g.md"), b"# A goal\n").unwrap();
    symlink("../plan", root.join("entries/goals")).unwrap();
    symlink(outside.path(), root.join("entries/out")).unwrap();
    let (code, said) = run(root, &["list", "--format", "csv"]);
    let listed: Vec<&str> = said.lines().filter(|line| line.contains(".md")).collect();
    assert!(code == Some(0) && listed.len() == 3, "{said}");
    assert!(said.contains("b,archive/2024/b.md,B,") && said.contains("c,archive/c.md,C,"), "{said}");
    let (code, said) = run(root, &["check", "--format", "short"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("entries/out:1:1: warning[path-outside]") && said.matches(": warning").count() == 1,
        "{said}"
    );
}

#[test]
fn a_folder_of_entries_that_is_a_link_is_read_once() {
    let journal = journal(0, "old").settings("lang = \"en\"\n[paths]\nentries = \"linked\"\n");
    let root = journal.root();
    fs::write_new(&root.join("data/a.md"), entry("A").as_bytes()).unwrap();
    symlink("data", root.join("linked")).unwrap();
    let (code, said) = run(root, &["list", "--format", "csv"]);
    assert!(code == Some(0) && said.contains("\na,data/a.md,A,") && said.matches(".md").count() == 1, "{said}");
    let (code, said) = run(root, &["check", "linked"]);
    assert!(code == Some(0) && said.contains("1 entry: 1 read"), "{said}");
}

#[test]
fn every_command_that_shows_a_journal_says_by_its_end_that_a_file_cannot_be_read() {
    let journal = journal(1, "old");
    symlink("gone.md", journal.root().join("entries/b.md")).unwrap();
    for words in [
        &["check"][..],
        &["status"],
        &["status", "--json"],
        &["status", "--since", "2026-01-01"],
        &["list"],
        &["agenda"],
        &["doctor"],
        &["build"],
    ] {
        let (code, said) = run(journal.root(), words);
        assert_eq!(code, Some(3), "{words:?}: {said}");
    }
}

#[test]
fn nothing_is_made_outside() {
    let outside = tempfile::tempdir().unwrap();
    let journal = journal(1, "old");
    for folder in ["plan", "themes"] {
        symlink(outside.path(), journal.root().join(folder)).unwrap();
    }
    for words in [&["new", "goal", "A goal of mine"][..], &["theme", "eject", "booklet"]] {
        let (code, said) = run(journal.root(), words);
        assert!(code == Some(1) && said.contains("path-outside"), "{words:?}: {said}");
    }
    assert!(fs::names(outside.path()).unwrap().is_empty());
}
