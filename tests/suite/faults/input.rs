//! Files as nobody should write them: each is told in bounded time, and the rest of the journal is built.
//!
//! `cargo test --test suite bad_input -- --nocapture` prints the table. With `REBOND_MANY` set, the inputs
//! have their full sizes, for a release build.

use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rebond::fs;

use crate::faults::disk::{as_nobody, set_mode};
use crate::faults::{command, journal, said};

/// Writes something bad into the folder of entries.
type Make = fn(&Path);

/// An input: its name, how it is made, how the build ends, the problem that `check` tells of it (none where it is
/// read like any other or no file of a journal), and the seconds that each may take.
struct Bad(&'static str, Make, i32, &'static str, u64);

const FRONT: &str = "---\ncompany: A\nrole: R\ndecided: 2026-06-01\n---\n\n";

fn is_full() -> bool {
    std::env::var_os("REBOND_MANY").is_some()
}

/// Returns `full` in a full run, else `quick`.
fn size(quick: usize, full: usize) -> usize {
    if is_full() { full } else { quick }
}

fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    fs::write_staged(&folder.join(name), text.as_ref()).unwrap();
}

/// Writes an entry with this text.
fn entry(folder: &Path, text: &str) {
    write(folder, "bad.md", format!("{FRONT}{text}\n"));
}

/// Writes an entry with these lines of front matter.
fn front(folder: &Path, text: &str) {
    write(folder, "bad.md", format!("---\ncompany: A\nrole: R\ndecided: 2026-06-01\n{text}\n---\n"));
}

/// Writes a sound entry under this name.
fn named(folder: &Path, name: &[u8]) {
    std::fs::write(folder.join(std::ffi::OsStr::from_bytes(name)), FRONT).unwrap();
}

/// Returns seven lines of YAML, each a list of nine times the one before.
fn bomb() -> String {
    let first = "a: &a [x, x, x, x, x, x, x, x, x]".to_owned();
    let line = |(above, key): (char, char)| format!("\n{key}: &{key} [{}]", vec![format!("*{above}"); 9].join(", "));
    first + &"abcdef".chars().zip("bcdefg".chars()).map(line).collect::<String>()
}

#[rustfmt::skip]
const INPUTS: &[Bad] = &[
    Bad("an empty file", |f| write(f, "bad.md", ""), 1, "front-matter-missing", 10),
    Bad("UTF-16", |f| write(f, "bad.md", b"\xFF\xFE-\0-\0-\0"), 1, "encoding-invalid", 10),
    Bad("a NUL in the text", |f| entry(f, "a\0b"), 1, "encoding-invalid", 10),
    Bad("bytes that are not UTF-8", |f| write(f, "bad.md", b"---\ncompany: \xE9\n---\n"), 1, "encoding-invalid", 10),
    Bad("random bytes", |f| write(f, "bad.md", (0..9999_u32).map(|n| (n * n / 7 % 251) as u8).collect::<Vec<_>>()), 1, "encoding-invalid", 10),
    Bad("a front matter without an end", |f| write(f, "bad.md", "---\ncompany: A\n"), 1, "front-matter-unclosed", 10),
    Bad("YAML lists that multiply", |f| front(f, &bomb()), 1, "front-matter-excessive", 10),
    Bad("YAML that holds itself", |f| front(f, "a: &a [*a]"), 0, "key-unknown", 10),
    Bad("YAML lists nested deeply", |f| front(f, &format!("a: {}", "[".repeat(size(5000, 50_000)))), 1, "front-matter-excessive", 20),
    Bad("YAML maps nested deeply", |f| front(f, &format!("a: {}", "{b: ".repeat(size(5000, 50_000)))), 1, "front-matter-excessive", 20),
    Bad("YAML blocks nested deeply", |f| front(f, &(0..size(500, 2000)).map(|n| " ".repeat(n) + "a:\n").collect::<String>()), 1, "front-matter-excessive", 20),
    Bad("TOML lists nested deeply", |f| write(f, "bad.md", format!("+++\na = {}\n+++\n", "[".repeat(size(5000, 50_000)))), 1, "front-matter-syntax", 20),
    Bad("TOML keys nested deeply", |f| write(f, "bad.md", format!("+++\n{}a = 1\n+++\n", "a.".repeat(size(5000, 50_000)))), 1, "front-matter-syntax", 20),
    Bad("a key of 1 MB", |f| front(f, &format!("{}: x", "k".repeat(1_000_000))), 1, "front-matter-syntax", 20),
    Bad("quotes nested deeply", |f| entry(f, &">".repeat(size(5000, 50_000))), 0, "", 20),
    Bad("lists nested deeply", |f| entry(f, &(0..size(300, 1500)).map(|n| "  ".repeat(n) + "- a\n").collect::<String>()), 0, "", 20),
    Bad("brackets nested deeply", |f| entry(f, &"[".repeat(size(5000, 50_000))), 0, "", 20),
    Bad("links nested deeply", |f| entry(f, &("[a](".repeat(size(5000, 50_000)) + &")".repeat(size(5000, 50_000)))), 0, "", 20),
    Bad("pictures nested deeply", |f| entry(f, &("![".repeat(size(2000, 50_000)) + &"](x)".repeat(size(2000, 50_000)))), 0, "link-broken", 20),
    Bad("emphasis without an end", |f| entry(f, &"*a_ ".repeat(size(5000, 50_000))), 0, "", 20),
    Bad("code marks of all lengths", |f| entry(f, &(1..size(200, 600)).map(|n| "`".repeat(n) + " ").collect::<String>()), 0, "", 20),
    Bad("HTML nested deeply", |f| entry(f, &"<div>".repeat(size(1000, 5000))), 0, "", 20),
    Bad("comments without an end", |f| entry(f, &"<!-- a ".repeat(size(5000, 50_000))), 0, "", 20),
    Bad("a table of 2,000 columns", |f| entry(f, &["|a", "|-", "|b"].map(|cell| cell.repeat(2000)).join("\n")), 0, "", 20),
    Bad("a line of 10 MB", |f| entry(f, &"word ".repeat(size(200_000, 2_000_000))), 0, "", 30),
    Bad("a word of 10 MB", |f| entry(f, &"w".repeat(size(1_000_000, 10_000_000))), 0, "", 30),
    Bad("100,000 tags in a line", |f| entry(f, &"#preparation ".repeat(size(20_000, 100_000))), 0, "", 20),
    Bad("100,000 lines of a tag", |f| entry(f, &"#preparation\n".repeat(size(20_000, 100_000))), 0, "", 20),
    Bad("20,000 tags that are nearly one", |f| entry(f, &"#preparatoin ".repeat(size(1000, 20_000))), 0, "topic-near", 30),
    Bad("20,000 tasks", |f| entry(f, &"- [ ] a due:2026-07-01\n".repeat(size(1000, 20_000))), 0, "", 30),
    Bad("20,000 private sections", |f| entry(f, &"## Private\n- [ ] a\n".repeat(size(2000, 20_000))), 0, "", 30),
    Bad("a file of 300 GB, mostly hole", |f| std::fs::File::create(f.join("bad.md")).unwrap().set_len(300 << 30).unwrap(), 3, "file-unreadable", 10),
    Bad("a file that may not be read", |f| { named(f, b"bad.md"); set_mode(&f.join("bad.md"), 0) }, 3, "file-unreadable", 10),
    Bad("a folder named x.md", |f| fs::create_folder(&f.join("x.md")).unwrap(), 0, "", 10),
    Bad("a pipe", |f| assert!(Command::new("mkfifo").arg(f.join("bad.md")).status().unwrap().success()), 0, "", 10),
    Bad("a socket", |f| drop(UnixListener::bind(f.join("bad.md")).unwrap()), 0, "", 10),
    Bad("a link to a device", |f| symlink("/dev/zero", f.join("bad.md")).unwrap(), 0, "path-outside", 10),
    Bad("a link to a folder above", |f| symlink("..", f.join("circle")).unwrap(), 0, "", 10),
    Bad("links in a circle", |f| { symlink("b.md", f.join("a.md")).unwrap(); symlink("a.md", f.join("b.md")).unwrap() }, 3, "file-unreadable", 10),
    Bad("a link to nothing", |f| symlink("gone", f.join("bad.md")).unwrap(), 3, "file-unreadable", 10),
    Bad("a name with a line end", |f| named(f, b"a\nb.md"), 0, "", 10),
    Bad("a picture's name with a line end", |f| { write(f, "a\nb.png", "picture"); write(f, "shown.md", format!("{FRONT}![x](a%0Ab.png)\n")) }, 0, "", 10),
    Bad("a name with control characters", |f| named(f, b"a\x1b[31m\x07.md"), 0, "", 10),
    Bad("a name that reads backwards", |f| named(f, "a\u{202e}dm.exe.md".as_bytes()), 0, "", 10),
    Bad("a name that is not UTF-8", |f| named(f, b"a\xE9.md"), 0, "path-unreadable", 10),
    Bad("a name of 255 bytes", |f| named(f, ["a".repeat(252), ".md".to_owned()].concat().as_bytes()), 0, "", 10),
    Bad("names that differ in case", |f| { named(f, b"Twin.md"); named(f, b"twin.md") }, 1, "id-duplicate", 10),
    Bad("names that differ in form", |f| { named(f, "\u{e9}.md".as_bytes()); named(f, "e\u{301}.md".as_bytes()) }, 1, "id-duplicate", 10),
    Bad("names that Windows keeps", |f| for name in ["CON.md", "nul.md", "COM\u{b9}.md", "CONIN$.md"] { named(f, name.as_bytes()) }, 0, "", 10),
    Bad("folders 100 deep", |f| { fs::create_folder(&f.join("d/".repeat(100))).unwrap(); named(&f.join("d/".repeat(100)), b"bad.md") }, 0, "", 10),
];

/// What became of an input.
struct Outcome {
    build: Output,
    check: Output,
    slowest: Duration,
    is_rest_built: bool,
    again: Option<i32>,
}

fn outcome(make: Make) -> Outcome {
    let journal = journal(1, "good");
    let (root, entries) = (journal.root(), journal.root().join("entries"));
    make(&entries);
    let is_locked = std::fs::metadata(entries.join("bad.md")).is_ok_and(|file| file.mode() & 0o400 == 0);
    set_mode(root, 0o777);
    let mut slowest = Duration::ZERO;
    let mut run = |words: &[&str]| {
        let started = Instant::now();
        let output = if is_locked { as_nobody(root, words) } else { command(root, words).output().unwrap() };
        slowest = slowest.max(started.elapsed());
        output
    };
    let (build, check) = (run(&["build"]), run(&["check"]));
    let is_rest_built = fs::is_file(&root.join("site/entries/good-000.html"));
    // And again, where names are bad: what was written is found to be rebond's own.
    let again = if fs::is_taken(&entries.join("bad.md")) { build.status.code() } else { run(&["build"]).status.code() };
    Outcome { build, check, slowest, is_rest_built, again }
}

/// Returns what is wrong with an outcome, if anything.
fn fault(Bad(name, _, exit, code, seconds): &Bad, outcome: &Outcome) -> Option<String> {
    let (build, check) = (said(&outcome.build), told(&outcome.check));
    let is_told = if code.is_empty() { !check.contains("error[") } else { check.contains(&format!("[{code}]")) };
    let is_handled = outcome.build.status.code() == Some(*exit)
        && outcome.again == Some(*exit)
        && outcome.is_rest_built
        && is_told
        && !(build.contains("panicked") || check.contains("panicked"))
        && outcome.slowest < Duration::from_secs(*seconds) * if is_full() { 3 } else { 1 };
    let first = |said: &str| said.chars().take(600).collect::<String>();
    (!is_handled).then(|| {
        let (ended, rest) = (outcome.build.status.code(), outcome.is_rest_built);
        format!(
            "{name}: {ended:?}, again {:?}, {:?}, rest {rest}: {}{}",
            outcome.again,
            outcome.slowest,
            first(&build),
            first(&check)
        )
    })
}

/// Returns what a run says, on either stream.
fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), said(output))
}

#[test]
fn bad_input_is_told_and_the_rest_is_built() {
    let (next, rows) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(bad) = INPUTS.get(next.fetch_add(1, Ordering::Relaxed)) {
            let outcome = outcome(bad.1);
            rows.lock().unwrap().push((bad, fault(bad, &outcome), outcome.slowest));
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    let rows = rows.into_inner().unwrap();
    println!("{:<34} {:>4} {:>9}  told", "input", "exit", "time");
    for (Bad(name, _, exit, code, _), fault, time) in &rows {
        println!(
            "{name:<34} {exit:>4} {:>6} ms  {}",
            time.as_millis(),
            if fault.is_some() { "NOT AS IT SHOULD BE" } else { code }
        );
    }
    let faults: Vec<&str> = rows.iter().filter_map(|(_, fault, _)| fault.as_deref()).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    println!("{} inputs, all handled", rows.len());
}

#[test]
fn a_template_that_does_not_end_is_told() {
    for (template, word) in [
        (
            "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}x{% endfor %}{% endfor %}{% endfor %}",
            "fuel",
        ),
        ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", "recursion"),
        ("{% include \"swot.html\" %}", "recursion"),
        ("{% include \"../../../../../../etc/passwd\" %}", "not found"),
        ("{% import \"/etc/passwd\" as x %}", "not found"),
    ] {
        let journal = journal(1, "good").file("themes/booklet/templates/swot.html", template.as_bytes());
        let output = command(journal.root(), &["build"]).output().unwrap();
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{template}: {said}");
        assert!(
            said.contains("template-invalid") && said.contains(word) && said.contains("swot.html"),
            "{template}: {said}"
        );
        assert!(!fs::exists(&journal.root().join("site")));
    }
}

/// 100,000 files with `REBOND_MANY` set, else 2,000.
#[test]
fn a_folder_of_very_many_files_is_read_in_bounded_time() {
    let count = size(2_000, 100_000);
    let journal = journal(1, "good");
    for number in 0..count {
        write(&journal.root().join("entries"), &format!("{number}.txt"), "no entry");
        if number % 10 == 0 {
            write(&journal.root().join("entries"), &format!("{number}.md"), "no front matter");
        }
    }
    let started = Instant::now();
    let output = command(journal.root(), &["-q", "build"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said(&output).matches("front-matter-missing").count(), count / 10);
    println!("{count} files: {:?}", started.elapsed());
    assert!(started.elapsed() < Duration::from_mins(2));
    assert!(fs::is_file(&journal.root().join("site/entries/good-000.html")));
}

#[test]
fn a_picture_whose_name_holds_a_line_end_is_written_changed_and_deleted() {
    let journal = journal(1, "good").file("entries/a\nb.png", b"one");
    entry(&journal.root().join("entries"), "![x](a%0Ab.png)");
    let copy = journal.root().join("site/files/entries/a\nb.png");
    let build = || {
        let output = command(journal.root(), &["build"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    };
    build();
    assert_eq!(fs::read(&copy).unwrap(), b"one");
    fs::replace(&journal.root().join("entries/a\nb.png"), b"two").unwrap();
    build();
    assert_eq!(fs::read(&copy).unwrap(), b"two");
    entry(&journal.root().join("entries"), "No picture.");
    build();
    assert!(!fs::exists(&copy));
}
