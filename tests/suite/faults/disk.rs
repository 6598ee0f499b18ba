//! A disk that is full, folders that cannot be written to or that go away, and days and clocks that jump.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use rebond::fs;

use crate::faults::{assert_machine_failed, command, files, journal, leftovers, said};
use crate::support::TestJournal;

/// Runs the program by a shell that does `first` before it, in the same process.
fn after(first: &str, root: &Path, words: &[&str]) -> Output {
    let inner = command(root, words);
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{first}; exec \"$@\""), "sh"]).arg(inner.get_program()).args(inner.get_args());
    shell.env_remove("LC_ALL").env("LANG", "en").output().unwrap()
}

/// Lets no file grow beyond 4 KiB, as a disk does that fills up; the signal for it is ignored.
const NO_ROOM: &str = "trap '' XFSZ; ulimit -f 8";

#[test]
fn a_disk_that_fills_up_leaves_the_old_report_and_the_old_file() {
    let first = journal(3, "old");
    let output = after(NO_ROOM, first.root(), &["build"]);
    assert_machine_failed(&output);
    assert!(!fs::exists(&first.root().join("site")), "no half of a first report");
    assert_eq!(leftovers(first.root()), [""; 0]);

    assert_eq!(command(first.root(), &["build"]).output().unwrap().status.code(), Some(0));
    let site = files(&first.root().join("site"));
    let path = first.root().join("entries/old-001.md");
    let changed = String::from_utf8(fs::read(&path).unwrap()).unwrap().replace("Company 1", "Firm 1");
    fs::write_staged(&path, changed.as_bytes()).unwrap();
    assert_machine_failed(&after(NO_ROOM, first.root(), &["build"]));
    let now = files(&first.root().join("site"));
    assert_eq!(now["entries/old-001.html"], site["entries/old-001.html"]);
    assert_eq!(leftovers(first.root()), [""; 0]);

    let long = format!("{}\n{}\n", changed, "x".repeat(9000));
    fs::write_staged(&path, long.as_bytes()).unwrap();
    let line = long.lines().position(|line| line.starts_with("- [ ]")).unwrap() + 1;
    assert_machine_failed(&after(NO_ROOM, first.root(), &["done", &format!("entries/old-001.md:{line}")]));
    assert_eq!(fs::read(&path).unwrap(), long.as_bytes());
    let words = first.root().join("words.txt");
    fs::write_staged(&words, "word ".repeat(2000).as_bytes()).unwrap();
    assert_machine_failed(&after(NO_ROOM, first.root(), &["feedback", "old-002", words.to_str().unwrap()]));
    assert_eq!(leftovers(first.root()), [""; 0]);
}

/// Where one may mount it, a disk of 600 KiB that is really full.
#[test]
fn a_full_file_system_says_so() {
    let journal = journal(300, "old");
    let disk = tempfile::tempdir().unwrap();
    let script = format!(
        "mount -t tmpfs -o size=600k none {0} && echo mounted >&2 && \"$@\"; code=$?; ls -A {0} >&2; exit $code",
        disk.path().display()
    );
    let inner = command(journal.root(), &["build", "--out", disk.path().join("site").to_str().unwrap()]);
    let mut shell = Command::new("unshare");
    shell.args(["-rm", "sh", "-c", &script, "sh"]).arg(inner.get_program()).args(inner.get_args());
    let Ok(output) = shell.env("LANG", "en").output() else {
        println!("no unshare here: not tried");
        return;
    };
    let said = said(&output);
    if !said.starts_with("mounted\n") {
        println!("nothing may be mounted here: not tried ({})", said.trim());
        return;
    }
    assert_machine_failed(&output);
    assert!(said.contains("No space left") && said.contains("/site/"), "{said}");
    assert!(!said.contains(".rebond-") && !said.contains("site\n"), "{said}");
}

/// Runs the program as somebody for whom permissions count.
pub(super) fn as_nobody(root: &Path, words: &[&str]) -> Output {
    let inner = command(root, words);
    if !is_root() {
        return command(root, words).output().unwrap();
    }
    let mut other = Command::new("setpriv");
    other.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(inner.get_program()).args(inner.get_args());
    other.env_remove("LC_ALL").env("LANG", "en").output().unwrap()
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout.trim_ascii() == b"0"
}

pub(super) fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn what_may_not_be_written_or_read_is_told_and_stays() {
    let journal = journal(3, "old");
    let root = journal.root();
    set_mode(root, 0o555);
    let output = as_nobody(root, &["build"]);
    assert_machine_failed(&output);
    assert!(said(&output).contains("Permission denied"), "{}", said(&output));
    set_mode(&root.join("entries"), 0o555);
    let path = root.join("entries/old-001.md");
    let text = fs::read(&path).unwrap();
    let line = String::from_utf8(text.clone()).unwrap().lines().position(|line| line.starts_with("- [ ]")).unwrap() + 1;
    let task = format!("entries/old-001.md:{line}");
    assert_machine_failed(&as_nobody(root, &["done", &task]));
    assert_machine_failed(&as_nobody(root, &["new", "--company", "A", "--role", "R"]));
    assert_eq!(fs::read(&path).unwrap(), text);
    // A file that may not be read is left out, and the rest is built.
    set_mode(&path, 0o000);
    let out = tempfile::tempdir().unwrap();
    set_mode(out.path(), 0o777);
    let output = as_nobody(root, &["build", "--out", out.path().join("site").to_str().unwrap()]);
    assert_machine_failed(&output);
    assert!(said(&output).contains("entries/old-001.md:1:1: error[file-unreadable]"), "{}", said(&output));
    let pages = fs::names(&out.path().join("site/entries")).unwrap();
    assert_eq!(pages, ["index.html", "old-000.html", "old-002.html"]);
    // A folder that may not be read is told by its place in the journal.
    let closed = root.join("entries/closed");
    fs::create_folder(&closed).unwrap();
    set_mode(&closed, 0o000);
    let output = as_nobody(root, &["check", "--format", "short", "entries/closed"]);
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(told.starts_with("entries/closed:1:1: error[file-unreadable]: entries/closed "), "{told}");
    set_mode(&closed, 0o755);
    for (path, mode) in [(path.as_path(), 0o644), (&root.join("entries"), 0o755), (root, 0o755)] {
        set_mode(path, mode);
    }
}

#[test]
fn a_report_that_goes_away_while_it_is_written_comes_back() {
    let [old, new] = ["old", "new"].map(|state| journal(40, state));
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let build = |journal: &TestJournal| command(journal.root(), &["build", "--out", out.to_str().unwrap()]);
    for round in 0..8 {
        let journal = if round % 2 == 0 { &old } else { &new };
        let mut running = build(journal).stderr(std::process::Stdio::null()).spawn().unwrap();
        while running.try_wait().unwrap().is_none() {
            let _ = std::fs::remove_dir_all(&out);
        }
        let code = running.wait().unwrap().code();
        assert!(matches!(code, Some(0 | 2 | 3)), "{code:?}");
        // Whatever it wrote last: what is there is rebond's, or has to be emptied by hand.
        let output = build(journal).output().unwrap();
        if output.status.code() == Some(2) {
            assert!(said(&output).contains("output-foreign"), "{}", said(&output));
            std::fs::remove_dir_all(&out).unwrap();
            assert_eq!(build(journal).output().unwrap().status.code(), Some(0));
        }
        assert!(fs::is_file(&out.join("index.html")));
        assert_eq!(leftovers(folder.path()), [""; 0]);
    }
}

#[test]
fn days_and_clocks_may_jump() {
    let journal = journal(5, "old");
    let build = |today: &str| {
        // Of two days on the command line the last one counts.
        let output = command(journal.root(), &["build"]).args(["--today", today]).output().unwrap();
        assert!(output.status.success(), "{today}: {}", said(&output));
        files(&journal.root().join("site"))
    };
    let first = build("2026-06-12");
    for today in ["1970-01-01", "9999-12-31", "0001-01-01", "2026-06-11"] {
        assert!(build(today) != first, "{today}");
    }
    assert!(build("2026-06-12") == first, "the same day gives the same report, whatever came between");
    // Times of files play no part: those of the year 1970 and of the far future are read like others.
    for (name, seconds) in [("old-000.md", 0), ("old-001.md", 32_503_680_000)] {
        let file = std::fs::File::options().write(true).open(journal.root().join("entries").join(name)).unwrap();
        file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds)).unwrap();
    }
    assert!(build("2026-06-12") == first);
}
