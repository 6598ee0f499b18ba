//! `decide`, `done` and `feedback` on the files of a journal.
#![allow(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use rebond::fs;
use tempfile::TempDir;

const OPEN: &str = "---\ncompany: Acme # the first\nrole: 'Buyer'\nstatus: open\napplied: 2026-05-01\n---\n\nText.\n";
const REFUSED: &str = "---\r\nentreprise: Acme\r\nposte: Achats\r\ndécision: 2026-06-01\r\ncontacts:\r\n  - {nom: Ada B}\r\n  - Cyd D # chef\r\nretour: {demandé: 2026-06-04}\r\n---\r\n\r\n- [ ] Relire due:2026-06-20\r\n";
const GOAL: &str = "+++\ntitre = \"Oser\"\nrevues = [2026-05-01]\n+++\n\n- [ ] Un 📅 2026-06-20\n- [x] Deux\n";

/// What a run printed and how it ended.
struct Run {
    out: String,
    err: String,
    code: i32,
}

fn journal(lang: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| fs::write_new(&folder.path().join(path), text.as_bytes()).unwrap();
    write("rebond.toml", &format!("lang = \"{lang}\"\n"));
    write("entries/2026-05-01-acme.md", OPEN);
    write("entries/2026-06-01-acme.md", REFUSED);
    write("entries/2026-04-04-named.md", "---\ncompany: Named\nrole: x\nstatus: open\n---\n");
    write("entries/broken.md", "---\ncompany: Broken\nrole: x\ndecided: soon\n---\n- [ ] T\n");
    write("plan/oser.md", GOAL);
    folder
}

fn rebond(root: &Path, words: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rebond"))
        .args(["--today", "2026-06-12", "-C"])
        .arg(root)
        .args(words)
        .env("LC_ALL", "C")
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that does not read may have ended already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
}

fn text(root: &Path, file: &str) -> String {
    String::from_utf8(fs::read(&root.join(file)).unwrap()).unwrap()
}

/// Runs `words`, which must print `file`, and change what stands there from `before` to `after`.
#[track_caller]
fn changes(words: &[&str], file: &str, (before, after): (&str, &str)) {
    let journal = journal("en");
    let expected = text(journal.path(), file).replace(before, after);
    let run = rebond(journal.path(), words, "Thanks,\n\nbut no.\n");
    assert_eq!((run.out.as_str(), run.code), (format!("{file}\n").as_str(), 0), "{}", run.err);
    assert_eq!(text(journal.path(), file), expected);
    assert_eq!(rebond(journal.path(), &["check", file], "").code, 0);
}

/// Runs `words`, which must change nothing and say `said`.
#[track_caller]
fn refuses(words: &[&str], code: i32, said: &str) {
    let journal = journal("en");
    let run = rebond(journal.path(), words, "");
    assert_eq!((run.code, run.out.as_str()), (code, ""), "{}", run.err);
    assert!(run.err.contains(said), "{}", run.err);
    assert_eq!(text(journal.path(), "entries/2026-05-01-acme.md"), OPEN);
    assert_eq!(text(journal.path(), "entries/2026-06-01-acme.md"), REFUSED);
    assert_eq!(text(journal.path(), "plan/oser.md"), GOAL);
}

#[test]
fn the_news_is_recorded_on_an_open_entry() {
    let file = "entries/2026-05-01-acme.md";
    let open = "status: open\napplied: 2026-05-01\n";
    changes(
        &["decide", "05-01-acme", "refus", "2026-06-10", "--notice", "phone", "--stage", "final"],
        file,
        (open, "status: rejected\napplied: 2026-05-01\ndecided: 2026-06-10\nstage: final\nnotice: phone\n"),
    );
    changes(
        &["decide", "2026-05-01-acme", "offer"],
        file,
        (open, "status: offer\napplied: 2026-05-01\ndecided: 2026-06-12\n"),
    );
    // The day in the file's name was that of the application, and is no longer when there is news.
    changes(
        &["decide", "named", "ghosted"],
        "entries/2026-04-04-named.md",
        ("status: open\n", "status: ghosted\napplied: 2026-04-04\ndecided: 2026-06-12\n"),
    );
}

#[test]
fn an_answer_after_silence_and_what_becomes_of_an_offer_are_news() {
    #[track_caller]
    fn case(from: &str, to: &str, is_news: bool) {
        let journal = journal("en");
        let file = "entries/2026-05-02-told.md";
        let decided = OPEN.replace("status: open\n", &format!("status: {from}\ndecided: 2026-06-01\n"));
        fs::write_new(&journal.path().join(file), decided.as_bytes()).unwrap();
        let run = rebond(journal.path(), &["decide", "05-02-told", to, "2026-06-10"], "");
        let changed = decided.replace(from, to).replace("decided: 2026-06-01", "decided: 2026-06-10");
        let expected = if is_news { changed } else { decided };
        assert_eq!(text(journal.path(), file), expected, "{from} {to}: {}", run.err);
        assert_eq!(run.code, if is_news { 0 } else { 2 }, "{from} {to}: {}", run.err);
    }
    case("offer", "accepted", true);
    case("offer", "withdrawn", true);
    case("offer", "rejected", true);
    case("ghosted", "rejected", true);
    case("ghosted", "offer", true);
    for (from, to) in [("offer", "offer"), ("offer", "ghosted"), ("offer", "open"), ("ghosted", "open")] {
        case(from, to, false);
    }
    for from in ["rejected", "withdrawn", "accepted"] {
        case(from, "offer", false);
    }
}

#[test]
fn no_news_is_recorded_where_there_is_none() {
    refuses(&["decide", "06-01", "offer"], 2, "`2026-06-01-acme` is not open: its status is `rejected`");
    refuses(&["decide", "05-01", "open"], 2, "`open` is not news");
    refuses(&["decide", "05-01", "rejectd"], 2, "did you mean `rejected`?");
    refuses(&["decide", "acme", "offer"], 2, "may be");
    refuses(&["decide", "05-01", "offer", "2026-04-01"], 2, "2026-05-01");
    refuses(&["decide", "05-01", "offer", "2026-06-13"], 2, "is still to come");
    refuses(&["decide", "broken", "offer"], 1, "entries/broken.md has errors, and is left as it is");
}

#[test]
fn steps_are_recorded_in_the_language_of_the_file() {
    let file = "entries/2026-06-01-acme.md";
    let case = |words: &[&str], before: &str, after: &str| changes(words, file, (before, after));
    case(&["done", "06-01", "thank"], "chef\r\n", "chef\r\nremercié: 2026-06-12\r\n");
    case(&["done", "06-01", "recontacter"], "06-04}\r\n", "06-04}\r\nrecontacté: 2026-06-12\r\n");
    case(&["done", "06-01", "clarify", "2026-06-11"], "06-04}", "06-04, clarifié: 2026-06-11}");
    case(&["done", "06-01", "remercier-du-retour"], "06-04}", "06-04, remercié: 2026-06-12}");
    case(
        &["done", "06-01", "connect"],
        "{nom: Ada B}\r\n  - Cyd D # chef\r\n",
        "{nom: Ada B, ajouté: 2026-06-12}\r\n  - nom: Cyd D # chef\r\n    ajouté: 2026-06-12\r\n",
    );
    case(&["done", "06-01", "connect", "--contact", "ada"], "Ada B}", "Ada B, ajouté: 2026-06-12}");
    changes(&["done", "oser", "revue"], "plan/oser.md", ("05-01]", "05-01, 2026-06-12]"));
}

#[test]
fn a_step_that_is_recorded_stays_as_it_is() {
    refuses(&["done", "06-01", "feedback-request"], 0, "already recorded, on 4");
    refuses(&["done", "06-01", "feedback-request", "2026-06-05"], 2, "to correct the day, change the file");
    refuses(&["done", "oser", "review", "2026-05-01"], 0, "already recorded");
    refuses(&["done", "05-01", "connect"], 2, "names no contact");
    refuses(&["done", "06-01", "thank", "2026-06-13"], 2, "is still to come");
    refuses(&["done", "oser", "review", "2027-01-01"], 2, "is still to come");
    refuses(&["done", "06-01", "connect", "--contact", "Eve"], 2, "no contact called `Eve`, but Ada B and Cyd D");
    refuses(&["done", "06-01"], 2, "the step is missing");
    refuses(&["done", "06-01", "thnak"], 2, "did you mean `thank`?");
}

#[test]
fn a_task_is_ticked_where_it_stands() {
    let file = "entries/2026-06-01-acme.md";
    let ticked = ("[ ] Relire due:2026-06-20", "[x] Relire due:2026-06-20 done:2026-06-11");
    changes(&["done", "entries/2026-06-01-acme.md:11", "2026-06-11"], file, ticked);
    changes(&["done", "06-01:11:3", "2026-06-11"], file, ticked);
    changes(&["done", "oser:6"], "plan/oser.md", ("[ ] Un 📅 2026-06-20", "[x] Un 📅 2026-06-20 ✅ 2026-06-12"));
    refuses(&["done", "oser:6", "2026-06-13"], 2, "is still to come");
    refuses(&["done", "plan/oser.md:7"], 2, "no open task stands on line 7 of plan/oser.md; the nearest is on line 6");
    refuses(&["done", "entries/2026-05-01-acme.md:3"], 2, "nor on any other");
    refuses(&["done", "entries/broken.md:6"], 1, "is left as it is");
    refuses(&["done", "plan/oser.md:6", "thank"], 2, "`thank` is not a value of `DATE`");
}

#[test]
fn a_recruiters_words_become_a_quote() {
    let file = "entries/2026-06-01-acme.md";
    let journal = journal("fr");
    let run = rebond(journal.path(), &["feedback", "06-01", "-"], "Merci,\n\nmais non.");
    assert_eq!((run.out.as_str(), run.code), ("entries/2026-06-01-acme.md\n", 0), "{}", run.err);
    let expected = REFUSED.replace("06-04}", "06-04, reçu: 2026-06-12}")
        + "\r\n## Retour du recruteur\r\n\r\n> Merci,\r\n>\r\n> mais non.\r\n";
    assert_eq!(text(journal.path(), file), expected);

    let words = journal.path().join("words.txt");
    fs::write_new(&words, "Bonne\u{a0}chance".as_bytes()).unwrap();
    let words = words.to_str().unwrap();
    let run = rebond(journal.path(), &["feedback", "06-01", words, "--received", "2026-06-11"], "");
    assert_eq!(run.code, 0, "{}", run.err);
    let expected = expected.replace("reçu: 2026-06-12", "reçu: 2026-06-11") + "\r\n> Bonne\u{a0}chance\r\n";
    assert_eq!(text(journal.path(), file), expected);

    refuses(&["feedback", "06-01"], 2, "there are no words to add");
    refuses(&["feedback", "06-01", "--received", "2026-06-13"], 2, "is still to come");
}

#[test]
fn words_that_are_quoted_already_are_not_added_again() {
    let file = "entries/2026-06-01-acme.md";
    let journal = journal("en");
    let first = rebond(journal.path(), &["feedback", "06-01"], "Thanks,\n\nbut no.\n");
    assert_eq!(first.code, 0, "{}", first.err);
    // A tag and other lines leave the words what they are.
    let tagged = text(journal.path(), file).replace("but no.", "but\r\n> no. #preparation");
    fs::replace(&journal.path().join(file), tagged.as_bytes()).unwrap();
    let again = rebond(journal.path(), &["feedback", "06-01"], "Thanks, but no.");
    assert_eq!((again.out.as_str(), again.code), ("", 0), "{}", again.err);
    assert!(again.err.contains("already quoted in the entry"), "{}", again.err);
    assert_eq!(text(journal.path(), file), tagged);
    // Another day is noted, and other words are added.
    let day = rebond(journal.path(), &["feedback", "06-01", "--received", "2026-06-10"], "Thanks, but no.");
    assert_eq!(day.code, 0, "{}", day.err);
    let dated = tagged.replace("2026-06-12", "2026-06-10");
    assert_eq!(text(journal.path(), file), dated);
    let other = rebond(journal.path(), &["feedback", "06-01"], "Thanks,");
    assert_eq!(other.code, 0, "{}", other.err);
    assert!(text(journal.path(), file).ends_with("\r\n\r\n> Thanks,\r\n"));
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let journal = journal("fr");
    let run = rebond(journal.path(), &["decide", "05-01", "offre", "--dry-run", "--color", "never"], "");
    let expected = "--- entries/2026-05-01-acme.md\n+++ entries/2026-05-01-acme.md\n@@ -1,8 +1,9 @@\n ---\n company: Acme # the first\n role: 'Buyer'\n-status: open\n+status: offer\n applied: 2026-05-01\n+decided: 2026-06-12\n ---\n \n Text.\n";
    assert_eq!((run.out.as_str(), run.code), (expected, 0));
    assert!(run.err.contains("Rien n’a été écrit"), "{}", run.err);
    assert_eq!(text(journal.path(), "entries/2026-05-01-acme.md"), OPEN);
}

#[test]
fn unlikely_dates_are_told_and_written() {
    let journal = journal("en");
    let run = rebond(journal.path(), &["done", "06-01", "thank", "2026-05-01"], "");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("warning[date-unlikely]"), "{}", run.err);
}

#[test]
fn a_run_that_is_killed_leaves_the_old_file_or_the_new_one() {
    let journal = journal("en");
    let path = journal.path().join("plan/oser.md");
    let new = GOAL.replace("[ ] Un 📅 2026-06-20", "[x] Un 📅 2026-06-20 ✅ 2026-06-12");
    let mut seen = [false; 2];
    for delay in (0..40).map(|step| std::time::Duration::from_micros(step * 250)) {
        fs::replace(&path, GOAL.as_bytes()).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_rebond"))
            .args(["--today", "2026-06-12", "done", "oser:6", "-C"])
            .arg(journal.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let start = std::time::Instant::now();
        while start.elapsed() < delay {
            std::hint::spin_loop();
        }
        // It may have ended already.
        let _ = child.kill();
        child.wait().unwrap();
        let left = text(journal.path(), "plan/oser.md");
        assert!(left == GOAL || left == new, "{left}");
        seen[usize::from(left == new)] = true;
    }
    assert!(seen[0], "the first run was killed at once");
}
