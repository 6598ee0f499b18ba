//! Runs that are killed at any moment: what is there is old or new, and the next run finds its way.
//!
//! 40 kills in an ordinary run; `REBOND_KILLS=500` for as many as that.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rebond::fs;
use rebond::write::MANIFEST;

use crate::faults::{Files, command, files, journal, leftovers};
use crate::support::TestJournal;

fn kills() -> u32 {
    std::env::var("REBOND_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(40)
}

/// Moments of a run that are spread over all of it, in an order without rhyme.
struct Moments {
    longest: Duration,
    state: u32,
}

impl Moments {
    fn next(&mut self) -> Duration {
        // A linear congruential generator (Numerical Recipes): the same moments each time.
        self.state = self.state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.longest.mul_f64(f64::from(self.state >> 8) / f64::from(1 << 24))
    }
}

/// Starts a run and kills it `moment` after `has_begun` holds; returns whether it was still running.
fn kill(mut command: Command, has_begun: impl Fn() -> bool, moment: Duration) -> bool {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    while !has_begun() && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    let started = Instant::now();
    while started.elapsed() < moment && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    let was_running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    was_running
}

/// Builds into `out` and returns how long it took.
fn build(root: &Path, out: &Path) -> Duration {
    let started = Instant::now();
    let output = command(root, &["-q", "build", "--out", out.to_str().unwrap()]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    started.elapsed()
}

/// Fails for a file that is neither that of the one nor of the other state, whole.
fn assert_old_or_new(now: &Files, states: [&Files; 2]) {
    for (path, bytes) in now.iter().filter(|(path, _)| !path.split('/').any(fs::is_temporary)) {
        let is_whole = states.iter().any(|state| state.get(path) == Some(bytes));
        assert!(is_whole || [MANIFEST, "own.txt"].contains(&path.as_str()), "{path} is half written");
    }
}

fn without_own(mut files: Files) -> Files {
    files.remove("own.txt");
    files
}

#[test]
fn a_killed_build_leaves_whole_files_and_the_next_one_leaves_no_trace_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (journal(16, "old"), journal(16, "new"));
    let [of_old, of_new] = [&old, &new].map(|journal| {
        let out = folder.path().join("reference");
        let longest = build(journal.root(), &out);
        let made = files(&out);
        std::fs::remove_dir_all(&out).unwrap();
        (made, longest)
    });
    let mut moments = Moments { longest: of_old.1.max(of_new.1), state: 7 };
    let out = folder.path().join("site");
    let (mut killed, mut unfinished) = (0, 0);
    for round in 0..kills() {
        // Every fourth time nothing is there yet: a first build shows nothing or everything.
        let is_first = round % 4 == 0;
        let (journal, expected) = if round % 2 == 0 { (&old, &of_old.0) } else { (&new, &of_new.0) };
        if is_first && fs::exists(&out) {
            std::fs::remove_dir_all(&out).unwrap();
        } else if !is_first {
            fs::write_staged(&out.join("own.txt"), b"mine").unwrap();
        }
        // Half of the runs are killed at any moment, half within the short while in which they write.
        let manifest = fs::read(&out.join(MANIFEST)).unwrap_or_default();
        let is_writing = || {
            let now = fs::read(&out.join(MANIFEST)).unwrap_or_default();
            now != manifest || !leftovers(folder.path()).is_empty()
        };
        let is_late = round % 8 >= 4;
        let moment = if is_late { moments.next() / 50 } else { moments.next() };
        let build_it = command(journal.root(), &["build", "--out", out.to_str().unwrap()]);
        killed += u32::from(kill(build_it, || !is_late || is_writing(), moment));
        let now = if fs::exists(&out) { files(&out) } else { Files::new() };
        let is_mixture = !now.is_empty() && ![&of_old.0, &of_new.0].contains(&&without_own(now.clone()));
        unfinished += u32::from(is_mixture || !leftovers(folder.path()).is_empty());
        assert!(!is_first || now.is_empty() || now == *expected, "a first build is there whole or not at all");
        assert_old_or_new(&now, [&of_old.0, &of_new.0]);
        build(journal.root(), &out);
        let now = files(&out);
        assert_eq!(now.get("own.txt").map(Vec::as_slice), (!is_first).then_some(&b"mine"[..]));
        let now = without_own(now);
        let odd: Vec<_> = now.iter().filter(|(path, bytes)| expected.get(*path) != Some(bytes)).collect();
        assert_eq!((odd, now.len()), (Vec::new(), expected.len()), "the next build mends everything, round {round}");
        assert_eq!(leftovers(folder.path()), [""; 0]);
    }
    println!("{killed} builds killed of {}, {unfinished} with something left behind", kills());
    assert!(killed > kills() / 5 && unfinished > 0, "{killed} of {}, {unfinished}", kills());
}

#[test]
fn a_killed_done_leaves_the_file_as_it_was_or_as_it_is_to_be() {
    let text = |tasks: &str| format!("---\ncompany: A\nrole: R\ndecided: 2026-06-01\n---\n\n## Actions\n\n{tasks}");
    let before = text(&"- [ ] Task\n".repeat(40));
    let line = before.lines().position(|line| line.starts_with("- [ ]")).unwrap() + 1;
    let after = before.replacen("- [ ] Task", "- [x] Task done:2026-06-12", 1);
    let journal = TestJournal::new().entry("a.md", &before);
    let path = journal.root().join("entries/a.md");
    let task = format!("entries/a.md:{line}");
    let started = Instant::now();
    assert_eq!(command(journal.root(), &["done", &task]).output().unwrap().status.code(), Some(0));
    let mut moments = Moments { longest: started.elapsed().mul_f64(1.1), state: 11 };
    assert_eq!(fs::read(&path).unwrap(), after.as_bytes());
    let (mut killed, mut changed) = (0, 0);
    for _ in 0..kills() {
        fs::write_staged(&path, before.as_bytes()).unwrap();
        killed += u32::from(kill(command(journal.root(), &["done", &task]), || true, moments.next()));
        let now = fs::read(&path).unwrap();
        assert!(now == before.as_bytes() || now == after.as_bytes(), "{}", String::from_utf8_lossy(&now));
        changed += u32::from(now == after.as_bytes());
    }
    // What was left behind is no entry, and the next change takes it away.
    fs::write_staged(&path, before.as_bytes()).unwrap();
    fs::write_staged(&path.with_file_name(".rebond-AbCdEf.tmp"), b"half").unwrap();
    assert_eq!(journal.problems(), [""; 0]);
    assert_eq!(command(journal.root(), &["done", &task]).output().unwrap().status.code(), Some(0));
    assert_eq!(leftovers(journal.root()), [""; 0]);
    println!("{killed} runs of done killed of {}, {changed} of all had changed the file", kills());
    assert!(killed > kills() / 4, "{killed} of {}", kills());
}
