//! Folders that move, links, pictures and outputs: what is shown is what there is, and nothing holds up the end.

use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rebond::diagnostic::Code;
use rebond::fs;
use rebond::pipeline::{Changes, Live, News, Wishes};

use super::saving::{remove_all, rename};
use super::{Server, entry, wait};
use crate::support::{TODAY, TestJournal};

/// Returns a folder that holds a journal in `j`.
fn nested() -> TestJournal {
    TestJournal::new()
        .file("j/rebond.toml", b"lang = \"en\"\n")
        .file("j/entries/a.md", entry("First.").as_bytes())
        .file("j/entries/b.md", entry("Other.").as_bytes())
}

/// A watch of the real program, ended with the test.
struct Watch(Child);

impl Watch {
    fn start(root: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
        command.arg("-C").arg(root).args(["--today", "2026-06-12", "watch"]);
        Self(command.stderr(Stdio::null()).spawn().unwrap())
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[track_caller]
fn shows(site: &Path, page: &str, words: &str) {
    let path = site.join(page);
    let is_there = || fs::read(&path).ok().filter(|bytes| String::from_utf8_lossy(bytes).contains(words)).map(drop);
    assert!(wait(is_there).is_some(), "{words} is not in {}", path.display());
}

#[test]
fn a_journal_that_is_moved_away_stays_shown_and_is_followed_again_once_it_is_back() {
    for args in [&[][..], &["--poll"]] {
        let folder = nested();
        let (root, away) = (folder.root().join("j"), folder.root().join("away"));
        let server = Server::start(&root, args);
        server.wait_for("/entries/a.html", |answered| answered.body.contains("First."));
        rename(&root, &away);
        server.wait_for("/entries/a.html", |answered| {
            answered.body.contains("First.") && answered.body.contains("<aside class=\"rebond-live\"")
        });
        assert!(!fs::is_taken(&root), "nothing is made in its place");
        // What comes back is another folder of the same name.
        fs::create_folder(&root.join("entries")).unwrap();
        for file in ["rebond.toml", "entries/a.md", "entries/b.md"] {
            fs::write_staged(&root.join(file), &fs::read(&away.join(file)).unwrap()).unwrap();
        }
        server.wait_for("/", |answered| !answered.body.contains("<aside class=\"rebond-live\""));
        fs::replace(&root.join("entries/a.md"), entry("Second.").as_bytes()).unwrap();
        server.wait_for("/entries/a.html", |answered| answered.body.contains("Second."));
        remove_all(&root);
        rename(&away, &root);
        server.wait_for("/entries/a.html", |answered| answered.body.contains("First."));
        fs::replace(&root.join("entries/b.md"), entry("Third.").as_bytes()).unwrap();
        server.wait_for("/entries/b.html", |answered| answered.body.contains("Third."));
    }
}

#[test]
#[cfg(unix)]
fn what_links_and_pictures_lead_to_is_followed() {
    let journal = TestJournal::new()
        .entry("a.md", &entry("See ![](_pictures/p.png)."))
        .file("entries/_pictures/p.png", b"one")
        .file("other/in.md", entry("In a linked folder.").as_bytes())
        .file("_aside/link.md", entry("Behind a link.").as_bytes());
    let root = journal.root();
    std::os::unix::fs::symlink("../other", root.join("entries/other")).unwrap();
    std::os::unix::fs::symlink("../_aside/link.md", root.join("entries/link.md")).unwrap();
    let server = Server::start(root, &[]);
    server.wait_for("/entries/in.html", |answered| answered.body.contains("In a linked folder."));
    for (file, page) in [("other/in.md", "/entries/in.html"), ("_aside/link.md", "/entries/link.html")] {
        fs::write_staged(&root.join(file), entry("Changed there.").as_bytes()).unwrap();
        server.wait_for(page, |answered| answered.body.contains("Changed there."));
    }
    assert_eq!(server.get("/files/entries/_pictures/p.png").body, "one");
    fs::write_staged(&root.join("entries/_pictures/p.png"), b"two").unwrap();
    server.wait_for("/files/entries/_pictures/p.png", |answered| answered.body == "two");
}

#[test]
fn an_output_that_is_gone_or_could_not_be_written_is_written_again() {
    let journal = TestJournal::new().entry("a.md", &entry("First."));
    let site = journal.root().join("site");
    let _watch = Watch::start(journal.root());
    shows(&site, "entries/a.html", "First.");
    remove_all(&site);
    shows(&site, "entries/a.html", "First.");
    // Somebody's own file stands in the way for a while.
    remove_all(&site);
    assert!(wait(|| fs::is_folder(&site).then_some(())).is_some());
    fs::write_staged(&site.join("entries/b.html"), b"mine").unwrap();
    fs::write_new(&journal.root().join("entries/b.md"), entry("Second.").as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(600));
    assert_eq!(fs::read(&site.join("entries/b.html")).unwrap(), b"mine");
    fs::remove(&site.join("entries/b.html")).unwrap();
    shows(&site, "entries/b.html", "Second.");
}

#[test]
#[cfg(unix)]
fn ctrl_c_ends_a_watch_that_waits_for_another_run() {
    let journal = TestJournal::new().entry("a.md", &entry("First."));
    let site = journal.root().join("site");
    let mut watch = Watch::start(journal.root());
    shows(&site, "entries/a.html", "First.");
    let _held = fs::hold(&site, Duration::from_secs(10)).unwrap();
    fs::replace(&journal.root().join("entries/a.md"), entry("Second.").as_bytes()).unwrap();
    std::thread::sleep(Duration::from_secs(1));
    let start = std::time::Instant::now();
    assert_eq!(super::interrupt(&mut watch.0), Some(0));
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
#[cfg(target_os = "linux")]
fn ctrl_c_ends_what_still_looks_at_a_vast_file() {
    let journal = TestJournal::new().entry("a.md", &entry("First."));
    // Vast to read, and nothing on the disk.
    std::fs::File::create(journal.root().join("vast.mp4")).unwrap().set_len(1 << 36).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    command.arg("-C").arg(journal.root()).args(["watch", "--poll"]).stderr(Stdio::null());
    let mut watch = Watch(command.spawn().unwrap());
    std::thread::sleep(Duration::from_millis(800));
    let start = std::time::Instant::now();
    assert_eq!(super::interrupt(&mut watch.0), Some(0));
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    let server = Server::start(journal.root(), &["--poll"]);
    let start = std::time::Instant::now();
    assert_eq!(server.interrupt(), Some(0));
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
#[cfg(target_os = "linux")]
fn where_files_are_looked_at_new_folders_are_too_and_the_history_is_not() {
    let journal = TestJournal::new().entry("a.md", &entry("First."));
    // Vast to read, and nothing on the disk.
    fs::create_folder(&journal.root().join(".git")).unwrap();
    std::fs::File::create(journal.root().join(".git/pack")).unwrap().set_len(1 << 36).unwrap();
    let server = Server::start(journal.root(), &["--poll"]);
    fs::replace(&journal.root().join("entries/a.md"), entry("Second.").as_bytes()).unwrap();
    server.wait_for("/entries/a.html", |answered| answered.body.contains("Second."));
    for title in ["First goal", "Second goal"] {
        let goal = journal.root().join("plan/goal.md");
        fs::create_folder(&journal.root().join("plan")).unwrap();
        // In its place, so that nothing but the file tells of it.
        let text = format!("---\ntitle: {title}\n---\n- [ ] Step\n");
        std::fs::File::create(&goal).unwrap().write_all(text.as_bytes()).unwrap();
        server.wait_for("/plan.html", |answered| answered.body.contains(title));
    }
}

#[test]
fn a_folder_that_the_settings_name_may_come_later() {
    let journal = TestJournal::new().settings("lang = \"en\"\n[paths]\nentries = \"late\"\n");
    let root = fs::real_path(journal.root()).unwrap();
    let mut live = Live::new(&root, Wishes::default());
    live.update(&Changes::Any, TODAY);
    assert!(live.problems().iter().any(|problem| problem.code == Code::PathMissing));
    fs::write_new(&root.join("late/a.md"), entry("First.").as_bytes()).unwrap();
    let edition = live.update(&Changes::At([root.join("late")].into()), TODAY).edition.unwrap();
    assert_eq!((live.problems().iter().count(), edition.journal.entries.len()), (0, 1));
}

#[test]
fn a_theme_that_comes_after_its_name_is_used_and_its_problem_goes_and_comes_with_it() {
    let journal = TestJournal::new().settings("lang = \"en\"\n").entry("a.md", &entry("First."));
    let root = fs::real_path(journal.root()).unwrap();
    let at = |path: &str| Changes::At([root.join(path)].into());
    let mut live = Live::new(&root, Wishes::default());
    let before = live.update(&Changes::Any, TODAY).edition.unwrap();
    fs::replace(&root.join("rebond.toml"), b"lang = \"en\"\nsite.theme = \"late\"\n").unwrap();
    live.update(&at("rebond.toml"), TODAY);
    assert!(live.problems().has_errors());
    fs::write_new(&root.join("themes/late/theme.toml"), b"base = \"correspondence\"\n").unwrap();
    let edition = live.update(&at("themes/late/theme.toml"), TODAY).edition.unwrap();
    assert!(!live.problems().has_errors() && edition.frame.theme != before.frame.theme);
    remove_all(&root.join("themes"));
    live.update(&at("themes"), TODAY);
    let told: Vec<_> = live.problems().iter().map(|problem| (problem.code, problem.location.is_some())).collect();
    assert_eq!(told, [(Code::ThemeUnknown, true)], "once, and where it is named");
}

#[test]
fn a_page_for_paper_that_cannot_be_made_leaves_the_last_theme() {
    let journal = TestJournal::new()
        .settings("lang = \"en\"\nsite.theme = \"own\"\n")
        .file("themes/own/static/style.css", b"p {}")
        .entry("a.md", &entry("First."));
    let root = fs::real_path(journal.root()).unwrap();
    let mut live = Live::new(&root, Wishes::default());
    assert!(live.update(&Changes::Any, TODAY).edition.is_some());
    let path = "themes/own/templates/print-week.html";
    fs::write_new(&root.join(path), b"{{ page.no_such_name }}").unwrap();
    let update = live.update(&Changes::At([root.join(path)].into()), TODAY);
    assert!(live.problems().has_errors() && update.news == News::Pages);
    assert!(update.edition.unwrap().site().is_ok());
}
