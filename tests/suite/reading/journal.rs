//! What several files show together.

use super::*;

#[test]
fn ids_are_unique_whatever_the_folder_the_case_or_the_form_of_accents() {
    let text = entry_text("", "");
    let journal = TestJournal::new()
        .entry("a/x.md", &text)
        .entry("b/X.markdown", &text)
        .entry("a/\u{e9}.md", &text)
        .entry("b/e\u{301}.md", &text)
        .entry("b/e.md", &text)
        .goal("x.md", "# A goal may have the id of an entry\n");
    assert_eq!(journal.problems(), ["entries/b/X.markdown:1:1 id-duplicate", "entries/b/e\u{301}.md:1:1 id-duplicate"]);
    let loaded = journal.load();
    assert_eq!((loaded.journal.entries.len(), loaded.journal.left_out_entries.len()), (3, 2));
}

#[test]
fn follows_names_an_entry_in_any_usual_way_and_circles_are_told() {
    let follows = |id: &str| entry_text(&format!("follows: {id}\n"), "");
    for name in ["b", "b.md", "\"[[b]]\"", "2026/b.md"] {
        let journal = TestJournal::new().entry("a.md", &follows(name)).entry("2026/b.md", &entry_text("", ""));
        assert_eq!(journal.problems(), NONE, "{name}");
    }
    let journal = TestJournal::new().entry("a.md", &follows("a"));
    assert_eq!(journal.problems(), ["entries/a.md:5:10 follows-circular"]);
    let journal = TestJournal::new().entry("a.md", &follows("b")).entry("b.md", "---\n");
    assert_eq!(journal.problems(), ["entries/b.md:1:1 front-matter-unclosed"], "a left-out file still resolves");
    let journal = TestJournal::new().entry("a.md", &follows("c")).entry("b.md", &follows("a"));
    assert_eq!(journal.problems(), ["entries/a.md:5:10 follows-unknown"]);
}

#[test]
fn an_open_entry_without_news_for_45_days_earns_a_hint() {
    let open = |lines: &str| format!("---\ncompany: A\nrole: B\nstatus: open\n{lines}---\n");
    let problems = |lines: &str| TestJournal::new().entry("a.md", &open(lines)).problems();
    assert_eq!(problems("applied: 2026-04-28\n"), ["entries/a.md:5:10 entry-quiet"]);
    assert_eq!(problems("applied: 2026-04-29\n"), NONE);
    assert_eq!(problems("applied: 2026-04-01\ninterviews: [2026-06-20]\n"), NONE);
    assert_eq!(problems("applied: 2026-04-01\nannounced: 2026-06-01\n"), NONE);
    assert_eq!(problems("applied: 2026-04-01\ndraft: true\n"), NONE);
    assert_eq!(problems(""), NONE);
}

#[test]
fn names_that_the_format_ignores_are_passed_over() {
    let text = entry_text("", "");
    let journal = TestJournal::new()
        .entry("a.md", &text)
        .entry("_template.md", "x")
        .entry(".hidden.md", "x")
        .entry("_drafts/b.md", "x")
        .entry("a.md~", "x")
        .entry("#a.md#", "x")
        .entry("notes.txt", "x")
        .entry("b.MARKDOWN", &text);
    assert_eq!(journal.problems(), NONE);
    let loaded = journal.load();
    assert_eq!(loaded.journal.entries.len(), 2);
    assert_eq!(loaded.discovered.passed_over, ["entries/notes.txt"]);
}

#[test]
fn a_folder_of_the_settings_inside_another_is_no_part_of_it() {
    let nested = "[paths]\nplan = \"entries/plan\"\nletters = \"entries/letters\"\n";
    let journal = TestJournal::new()
        .settings(nested)
        .entry("a.md", &entry_text("", ""))
        .entry("plan/g.md", "# Answer in four steps\n")
        .entry("letters/thank.md", "x");
    assert_eq!(journal.problems(), NONE);
    let loaded = journal.load();
    assert_eq!((loaded.journal.entries.len(), loaded.journal.goals.len()), (1, 1));
}

#[test]
fn drafts_are_checked_like_others() {
    problems_of("draft: true\nmood: 9\n", "", &["6:7 number-range"]);
    let journal = journal("brouillon: oui\n", "");
    assert!(journal.only_entry().draft);
    assert_eq!(journal.load().journal.counted().count(), 0);
}
