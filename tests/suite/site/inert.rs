//! Everything in a journal is data: one set of injections, in every text field, inert in every output.

use std::process::Command;

use rebond::render::policy::SCRIPTS;

use crate::site::{pages, site_of, text_of};
use crate::support::html::Element;
use crate::support::injections::{INJECTIONS, files, settings};
use crate::support::{TODAY, TestJournal};

/// Returns a journal that holds `evil` in every text field of its settings, entries and goals.
fn journal_of(evil: &str) -> TestJournal {
    let journal = TestJournal::new().settings(&settings(&[evil]));
    files(evil, 0).iter().fold(journal, |journal, (path, text)| journal.file(path, text.as_bytes()))
}

fn is_web(address: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme))
}

/// Fails for an element that runs something, or leads where a journal must not lead by itself.
fn assert_element_is_inert(place: &str, element: &Element) {
    let shown = format!("{place}: {element:?}");
    let name = element.name.as_str();
    assert!(!["base", "iframe", "object", "embed", "frame", "applet"].contains(&name), "{shown}");
    // A page for paper stands alone: its style is in it, and the policy knows that style by its hash.
    assert!(name != "style" || place.contains(", print"), "{shown}");
    for (name, value) in &element.attributes {
        assert!(!name.starts_with("on") && name != "style" && name != "srcdoc" && name != "autofocus", "{shown}");
        if ["href", "src", "action", "formaction", "poster", "data", "srcset"].contains(&name.as_str()) {
            assert!(is_web(value) || !value.contains(':'), "{shown}");
            assert!(!value.starts_with("//") && !value.starts_with('/') && !value.contains('\\'), "{shown}");
            assert!(!value.starts_with("../../"), "{shown}");
        }
    }
    if element.name == "script" {
        let src = element.get("src").unwrap_or_else(|| panic!("{shown}"));
        let name = src.trim_start_matches("../");
        assert!(name == "search-data.js" || SCRIPTS.iter().any(|(known, _)| name == *known), "{shown}");
    }
    if element.name == "meta" && element.get("http-equiv").is_some() {
        let policy = element.get("content").unwrap();
        assert!(!policy.contains('*') && !policy.contains("unsafe"), "{shown}");
    }
}

#[test]
fn on_every_page_what_a_journal_says_is_text() {
    for (kind, evil) in INJECTIONS {
        let journal = journal_of(evil);
        let loaded = journal.load();
        assert_eq!(
            (loaded.journal.entries.len(), loaded.journal.goals.len()),
            (2, 1),
            "{kind}: {:?}",
            journal.problems()
        );
        let site = site_of(&journal);
        let all = pages(&site);
        assert!(all.len() > 10, "{kind}");
        for (path, page) in &all {
            let place = format!("{kind}, {path}");
            page.elements.iter().for_each(|element| assert_element_is_inert(&place, element));
            assert_eq!(page.named("meta").filter(|meta| meta.get("http-equiv").is_some()).count(), 2, "{place}");
            assert!(!page.text.contains("49") && !page.text.contains("root:x:"), "{place}");
        }
        for path in site.files.keys() {
            assert!(
                !path.contains("..") && !path.contains('\\') && !path.contains(char::is_control),
                "{kind}: {path:?}"
            );
        }
        // And it is there: left out is not the same as inert.
        let mark =
            ["alert", "passwd", "evil", "SUM", "1+1", "Bcc", "script-src"].iter().find(|mark| evil.contains(**mark));
        assert!(all["entries/a0.html"].text.contains(mark.unwrap()), "{kind}");
        assert_calendar_is_whole(kind, text_of(&site, "agenda.ics"));
    }
}

/// Fails for a line of a calendar that is none of ours.
fn assert_calendar_is_whole(kind: &str, text: &str) {
    let known = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "METHOD",
        "X-WR-CALNAME",
        "CLASS",
        "DESCRIPTION",
        "DTEND",
        "DTSTAMP",
        "DTSTART",
        "SUMMARY",
        "TRANSP",
        "UID",
        "URL",
        "CATEGORIES",
        "ACTION",
        "TRIGGER",
    ];
    let unfolded = text.replace("\r\n ", "");
    assert!(!unfolded.replace("\r\n", "").contains(|c: char| c.is_control()), "{kind}: {unfolded:?}");
    for line in unfolded.lines() {
        let name = line.split([':', ';']).next().unwrap();
        assert!(known.contains(&name), "{kind}: {line:?}");
    }
    let calendar: icalendar::Calendar = unfolded.replace("\r\n", "\n").parse().unwrap();
    assert_eq!(unfolded.matches("BEGIN:VEVENT\r\n").count(), calendar.events().count(), "{kind}");
    assert!(calendar.events().count() >= 2, "{kind}: {unfolded}");
}

/// Runs the program; returns stdout and stderr.
fn run(journal: &TestJournal, words: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    command.arg("-C").arg(journal.root()).args(["--today", &TODAY.to_string()]).args(words);
    let output = command.env_remove("LC_ALL").env("LANG", "en").output().unwrap();
    assert!(matches!(output.status.code(), Some(0..=2)), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

/// Fails for a character that a terminal obeys, but for line ends, tabs, and the styles of rebond.
#[track_caller]
fn assert_terminal_obeys_nothing(words: &[&str], text: &str) {
    let mut plain = text.to_owned();
    for style in ["0", "1", "2", "1;35", "33", "36", "32", "35"] {
        plain = plain.replace(&format!("\u{1b}[{style}m"), "");
    }
    let obeyed = |c: char| (c.is_control() && !"\n\t".contains(c)) || "\u{202e}\u{2066}".contains(c);
    let line = plain.lines().find(|line| line.contains(obeyed));
    assert_eq!(line, None, "{words:?}");
}

#[test]
fn in_a_terminal_nothing_that_a_journal_says_is_obeyed() {
    let evil = INJECTIONS.map(|(_, text)| text).join(" ");
    let journal = journal_of(&evil);
    for words in [
        &["status"][..],
        &["status", "--since", "2026-01-01"],
        &["agenda"],
        &["list", "-v"],
        &["check"],
        &["check", "--format", "short"],
        &["check", "--format", "github"],
        &["check", "--format", "json"],
        &["suggestions"],
        &["doctor"],
        &["theme", "list"],
        &["letter", "a0", "feedback-thanks", "--allow-missing"],
        &["letter", "--list"],
        &["decide", "b0", "rejected", "2026-06-11", "--dry-run"],
        &["done", &evil.replace('\0', ""), "thank"],
        &["-v", "build"],
    ] {
        for color in ["always", "never"] {
            let (out, err) = run(&journal, &[words, &["--color", color]].concat());
            assert!(!out.is_empty() || !err.is_empty(), "{words:?}");
            assert_terminal_obeys_nothing(words, &out);
            assert_terminal_obeys_nothing(words, &err);
        }
    }
}

#[test]
fn a_spreadsheet_and_a_mail_program_take_nothing_for_their_own() {
    for (kind, evil) in INJECTIONS {
        let journal = journal_of(evil);
        let (out, _) = run(&journal, &["list", "--format", "csv"]);
        let mut reader = csv::Reader::from_reader(out.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2, "{kind}");
        for cell in rows.iter().flatten() {
            for part in cell.split([';', '\t', '\n', '\r', '|']) {
                assert!(!part.trim_start_matches(' ').starts_with(['=', '+', '-', '@']), "{kind}: {cell:?}");
            }
        }
        let (out, _) = run(&journal, &["letter", "a0", "feedback-thanks", "--allow-missing", "--format", "eml"]);
        let (headers, _) = out.split_once("\r\n\r\n").unwrap();
        let known =
            ["X-Unsent", "Date", "From", "To", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"];
        for line in headers.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])) {
            let name = line.split(':').next().unwrap();
            assert!(known.contains(&name) && !line.contains(['\r', '\n']), "{kind}: {line:?}");
        }
        let (out, _) = run(&journal, &["letter", "a0", "feedback-thanks", "--allow-missing", "--format", "mailto"]);
        let link = out.strip_prefix("mailto:").and_then(|rest| rest.strip_suffix('\n')).unwrap();
        assert!(link.chars().all(|c| c.is_ascii_alphanumeric() || "-._~%?=&@".contains(c)), "{kind}: {link}");
        assert_eq!((link.matches('?').count(), link.matches('&').count()), (1, 1), "{kind}: {link}");
    }
}
