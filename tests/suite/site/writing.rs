//! Writing: the same bytes every time, only what changed, only what is ours.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use rebond::fs;
use rebond::write::MANIFEST;

use crate::site::{contents, golden, rebond};
use crate::support::html::Page;
use crate::support::{TODAY, TestJournal, files_below, source_path};

/// Builds a journal with this many threads.
fn build_with(root: &Path, threads: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    command.arg("-C").arg(root).args(["--today", &TODAY.to_string(), "-q", "build"]);
    let output = command.env("RAYON_NUM_THREADS", threads).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_same_journal_gives_the_same_bytes() {
    for path in ["example-journal", "tests/journals/english"] {
        let folder = source_path(path);
        let [straight, reversed] = [false, true].map(|is_reversed| {
            // The order in which files are made is the order in which many systems list them.
            let mut files = files_below(&folder);
            if is_reversed {
                files.reverse();
            }
            let journal = TestJournal::new();
            for file in files {
                let target = journal.root().join(file.strip_prefix(&folder).unwrap());
                fs::create_folder(target.parent().unwrap()).unwrap();
                fs::write_staged(&target, &fs::read(&file).unwrap()).unwrap();
            }
            build_with(journal.root(), if is_reversed { "1" } else { "4" });
            contents(&journal.root().join("site"))
        });
        assert!(straight.len() > 20);
        assert_eq!(straight.keys().collect::<Vec<_>>(), reversed.keys().collect::<Vec<_>>());
        for (name, bytes) in &straight {
            assert!(bytes == &reversed[name], "{name} differs");
        }
    }
}

/// Returns when each file below a folder was written.
fn times(folder: &Path) -> BTreeMap<String, SystemTime> {
    let time = |path: &Path| std::fs::File::open(path).unwrap().metadata().unwrap().modified().unwrap();
    files_below(folder).iter().map(|path| (path.display().to_string(), time(path))).collect()
}

#[test]
fn a_second_build_writes_nothing() {
    let [journal, _] = golden();
    build_with(journal.root(), "2");
    let site = journal.root().join("site");
    let first = times(&site);
    build_with(journal.root(), "2");
    assert_eq!(times(&site), first);
    assert!(first.len() > 40);
}

#[test]
fn what_a_run_left_at_its_very_end_goes_though_nothing_changed() {
    let [_, journal] = golden();
    let build = |journal: &TestJournal| {
        assert_eq!(rebond(journal.root(), &["-q", "build"]).status.code(), Some(0));
        contents(&journal.root().join("site"))
    };
    let whole = build(&journal);
    let journal = journal.file(&format!("site/.rebond-AbCdEf.tmp/{MANIFEST}"), b"");
    assert!(build(&journal) == whole);
}

/// Builds a journal whose site has changed since, and returns what the file at `path` holds then.
#[track_caller]
fn rebuilt(journal: &TestJournal, path: &str, changed: usize) -> Vec<u8> {
    let output = rebond(journal.root(), &["build"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let site = contents(&journal.root().join("site"));
    let word = if changed == 1 { "file" } else { "files" };
    assert!(changed == 0 || told.contains(&format!("{changed} {word} written")), "{told}");
    assert!(changed > 0 || told.contains("Nothing changed"), "{told}");
    site[path].clone()
}

#[test]
fn a_file_of_the_site_that_was_touched_is_mended_and_no_other() {
    let journal = TestJournal::new().entry("a.md", &entry("Acme"));
    assert_eq!(rebond(journal.root(), &["build"]).status.code(), Some(0));
    let page = rebuilt(&journal, "entries/a.html", 0);
    let path = journal.root().join("site/entries/a.html");
    let other: Vec<u8> = page.iter().map(u8::to_ascii_uppercase).collect();
    assert_ne!(other, page);
    for bytes in [other, b"short".to_vec()] {
        fs::write_staged(&path, &bytes).unwrap();
        assert_eq!(rebuilt(&journal, "entries/a.html", 1), page);
    }
    fs::remove(&path).unwrap();
    assert_eq!(rebuilt(&journal, "entries/a.html", 1), page);
    // The same content, written anew, is as it should be.
    fs::write_staged(&path, &page).unwrap();
    let before = times(&journal.root().join("site"));
    rebuilt(&journal, "entries/a.html", 0);
    assert_eq!(times(&journal.root().join("site")), before);
}

#[test]
fn whatever_a_site_is_made_from_makes_it_anew() {
    let text = format!("{}![a](a.png)\n", entry("Acme"));
    let journal = TestJournal::new().entry("a.md", &text);
    let build = |arguments: &[&str]| {
        let output = rebond(journal.root(), &[&["build"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        contents(&journal.root().join("site"))
    };
    let mut known = vec![build(&[])];
    let mut changes = |what: &str, site: BTreeMap<String, Vec<u8>>| {
        assert!(!known.contains(&site), "{what}");
        known.push(site);
    };
    changes("the language", build(&["--lang", "fr"]));
    changes("the day", build(&["--today", "2026-07-01"]));
    let write = |path: &str, bytes: &[u8]| {
        fs::create_folder(journal.root().join(path).parent().unwrap()).unwrap();
        fs::write_staged(&journal.root().join(path), bytes).unwrap();
    };
    write("entries/a.png", b"one");
    changes("an image that is there now", build(&[]));
    write("entries/a.png", b"two");
    changes("an image of the same size", build(&[]));
    write("themes/booklet/static/style.css", b"p{}");
    changes("a style", build(&[]));
    write("themes/booklet/templates/entry.html", b"<p>{{ page.company }}</p>");
    changes("a template", build(&[]));
    write("rebond.toml", b"lang = \"en\"\ntitle = \"Other\"\n");
    changes("the settings", build(&[]));
    write("entries/a.md", text.replace("Acme", "Bold").as_bytes());
    changes("an entry", build(&[]));
    write("letters/thank.txt", b"Subject: x\n\nThanks, {{ company }}.\n");
    write("entries/b.md", b"---\ncompany: Core\n---\n");
    let output = rebond(journal.root(), &["build"]);
    assert_eq!(output.status.code(), Some(1));
    changes("an entry that is left out", contents(&journal.root().join("site")));
}

/// Returns an entry.
fn entry(company: &str) -> String {
    format!("---\ncompany: {company}\nrole: R\ndecided: 2026-06-01\n---\n")
}

#[test]
fn a_build_writes_what_changed_and_deletes_only_its_own() {
    let journal = TestJournal::new().entry("a.md", &entry("Acme")).entry("b.md", &entry("Bold"));
    let site = journal.root().join("site");
    assert_eq!(rebond(journal.root(), &["build"]).status.code(), Some(0));
    let own = ["own.txt", "entries/own.html", "deep/folder/own.txt"];
    for path in own {
        fs::write_new(&site.join(path), b"mine").unwrap();
    }
    let before = times(&site);
    fs::remove(&journal.root().join("entries/b.md")).unwrap();
    let journal = journal.entry("c.md", &entry("Core"));
    assert_eq!(rebond(journal.root(), &["build"]).status.code(), Some(0));
    let after = contents(&site);
    assert!(!after.contains_key("entries/b.html") && after.contains_key("entries/c.html"));
    assert!(own.iter().all(|path| after[*path] == b"mine"));
    let now = times(&site);
    let unchanged = site.join("style.css").display().to_string();
    assert_eq!(now[&unchanged], before[&unchanged]);
    // Neither is listed as rebond's.
    let manifest = String::from_utf8(after[MANIFEST].clone()).unwrap();
    assert!(manifest.contains("entries/c.html\n") && !manifest.contains("own") && !manifest.contains("entries/b.html"));
}

#[test]
fn a_file_of_somebody_else_is_never_overwritten() {
    let journal = TestJournal::new().entry("a.md", &entry("Acme"));
    assert_eq!(rebond(journal.root(), &["build"]).status.code(), Some(0));
    fs::write_new(&journal.root().join("site/entries/b.html"), b"mine").unwrap();
    let journal = journal.entry("b.md", &entry("Bold"));
    let output = rebond(journal.root(), &["build"]);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::read(&journal.root().join("site/entries/b.html")).unwrap(), b"mine");
}

#[test]
fn a_folder_with_files_of_somebody_else_is_refused() {
    let journal = TestJournal::new().entry("a.md", &entry("Acme")).file("site/own.txt", b"mine");
    let output = rebond(journal.root(), &["build"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("output-foreign"));
    assert_eq!(contents(&journal.root().join("site")).keys().collect::<Vec<_>>(), ["own.txt"]);
    // An empty folder is nobody's.
    let empty = TestJournal::new().entry("a.md", &entry("Acme"));
    fs::create_folder(&empty.root().join("site")).unwrap();
    assert_eq!(rebond(empty.root(), &["build"]).status.code(), Some(0));
}

#[test]
fn the_sources_are_never_the_output() {
    let journal = TestJournal::new().entry("a.md", &entry("Acme")).goal("g.md", "---\ntitle: T\n---\n");
    let before = contents(journal.root());
    for out in ["entries", "entries/site", "plan", "plan/x/y", "themes/site", ".", "entries/../plan", "x/../entries"] {
        let out = journal.root().join(out);
        let output = rebond(journal.root(), &["build", "--out", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2), "{}", out.display());
    }
    assert_eq!(contents(journal.root()), before);
    let elsewhere = tempfile::tempdir().unwrap();
    let out = elsewhere.path().join("deep/site");
    assert_eq!(rebond(journal.root(), &["build", "--out", out.to_str().unwrap()]).status.code(), Some(0));
    assert!(fs::is_file(&out.join("index.html")) && !fs::exists(&journal.root().join("site")));
}

#[cfg(unix)]
#[test]
fn a_link_to_the_sources_is_the_sources() {
    let journal = TestJournal::new().entry("a.md", &entry("Acme"));
    let outside = tempfile::tempdir().unwrap();
    let link = outside.path().join("link");
    std::os::unix::fs::symlink(journal.root(), &link).unwrap();
    for out in ["link/entries", "link/entries/new/site"] {
        let out = outside.path().join(out);
        let output = rebond(journal.root(), &["build", "--out", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2), "{}", out.display());
    }
    // And a journal that is opened through the link knows its own folders.
    let output = rebond(&link, &["build", "--out", journal.root().join("entries").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(contents(&journal.root().join("entries")).len(), 1);
}

#[test]
fn a_manifest_that_was_tampered_with_deletes_nothing_outside() {
    let journal = TestJournal::new().entry("a.md", &entry("Acme")).file("keep.txt", b"mine");
    assert_eq!(rebond(journal.root(), &["build"]).status.code(), Some(0));
    let manifest = journal.root().join("site").join(MANIFEST);
    let text = String::from_utf8(fs::read(&manifest).unwrap()).unwrap();
    let outside = journal.root().join("keep.txt").display().to_string();
    fs::replace(&manifest, format!("{text}../keep.txt\n{outside}\nentries/../../keep.txt\n").as_bytes()).unwrap();
    assert_eq!(rebond(journal.root(), &["build"]).status.code(), Some(0));
    assert_eq!(fs::read(&journal.root().join("keep.txt")).unwrap(), b"mine");
}

#[test]
fn left_out_files_are_told_on_the_page_and_by_the_exit() {
    let journal = TestJournal::new().entry("a.md", &entry("Acme")).entry("bad.md", "---\ncompany: Bold\n---\n");
    let output = rebond(journal.root(), &["build"]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("2 entries: 1 read, 1 left out"), "{error}");
    let index = String::from_utf8(fs::read(&journal.root().join("site/index.html")).unwrap()).unwrap();
    assert!(Page::read(&index).text.contains("entries/bad.md"));
}
