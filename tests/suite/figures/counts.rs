//! Counts: entries, funnel, feedback, SWOT, feelings, outcomes, activity, and what is left out of them.

use rebond::analyse::{EntryCounts, Report};
use rebond::model::Stage;

use crate::figures::{NOW, entry, ids, report_of, told};
use crate::support::TestJournal;

/// Returns an entry with this status and stage.
fn at(status: &str, stage: &str) -> String {
    entry("Acme", NOW, &format!("status: {status}\nstage: {stage}\n"), "")
}

fn journal(entries: &[String]) -> TestJournal {
    entries
        .iter()
        .enumerate()
        .fold(TestJournal::new(), |journal, (index, text)| journal.entry(&format!("e{index:02}.md"), text))
}

#[test]
fn entries_are_counted_by_how_they_stand() {
    let broken = "---\ncompany: Acme\n---\n";
    let broken_draft = "---\ncompany: Acme\ndraft: true\n---\n";
    let report = report_of(
        &journal(&[
            at("rejected", "application"),
            at("rejected", "final"),
            at("ghosted", "application"),
            at("withdrawn", "screening"),
            at("open", "application"),
            at("offer", "offer"),
            at("accepted", "offer"),
            entry("Draft", NOW, "draft: true\n", ""),
            broken.to_owned(),
            broken_draft.to_owned(),
        ])
        .goal("g.md", "---\ntitle: T\ndue: 2026-02-30\n---\n")
        .goal("h.md", "---\ntitle: T\nstart: 2026-02-02\ndue: 2026-02-01\n---\n"),
    );
    let counts =
        EntryCounts { total: 8, rejected: 2, ghosted: 1, withdrawn: 1, open: 1, offer: 1, accepted: 1, left_out: 1 };
    assert_eq!(report.entries, counts); // 7 read and 1 left out; drafts are in neither
    assert_eq!((report.plan.left_out, report.plan.goals.len()), (2, 0));
}

#[test]
fn the_funnel_counts_who_came_so_far_and_who_ended_there() {
    let report = report_of(&journal(&[
        at("rejected", "application"),
        at("ghosted", "application"),
        at("withdrawn", "screening"),
        entry("Acme", NOW, "interviews: [2026-06-01]\n", ""),
        at("rejected", "assessment"),
        at("open", "interview"),
        at("rejected", "final"),
        at("withdrawn", "offer"),
        at("offer", "interview"), // an offer, accepted or not, has reached `offer`
        at("accepted", "application"),
        entry("Acme", NOW, "draft: true\nstage: final\n", ""),
    ]));
    let found: Vec<(Stage, usize, usize)> =
        report.funnel.iter().map(|row| (row.stage, row.reached, row.ended_here)).collect();
    let expected = [
        (Stage::Application, 10, 2),
        (Stage::Screening, 8, 1),
        (Stage::Interview, 7, 1),
        (Stage::Assessment, 5, 1),
        (Stage::Final, 4, 1),
        (Stage::Offer, 3, 1), // the withdrawn one, the offer, the accepted one
    ];
    assert_eq!(found, expected);
}

#[test]
fn feedback_counts_the_dates_and_kinds_that_are_stated() {
    let with = |feedback: &str| entry("Acme", NOW, &format!("feedback: {{{feedback}}}\n"), "");
    let journal = journal(&[
        with("requested: 2026-06-01, received: 2026-06-02, kind: constructive"),
        with("requested: 2026-06-01, received: 2026-06-02, kind: generic"),
        with("requested: 2026-06-01"),
        with("received: 2026-06-02, kind: unconstructive"),
        with("received: 2026-06-02"),
        entry("Acme", NOW, "status: open\nfeedback: {requested: 2026-06-01}\n", ""),
        entry("Acme", NOW, "", "## Feedback\n\n> Words without a date.\n"),
        entry("Acme", NOW, "draft: true\nfeedback: {requested: 2026-06-01, received: 2026-06-01}\n", ""),
    ]);
    let report = report_of(&journal.settings("lang = \"en\"\n[analysis]\nsuggestions = false\n"));
    let feedback = &report.feedback;
    assert_eq!((feedback.requested, feedback.received), (4, 4));
    assert_eq!(feedback.rate, Some(0.5)); // answered 2 of 4 requests
    assert_eq!((feedback.constructive, feedback.generic, feedback.unconstructive), (1, 1, 1));
}

#[test]
fn requests_that_are_due_or_late_are_counted() {
    // Today is a Friday. The window opens on the third working day after the news and closes on the fifth.
    let report = report_of(&journal(&[
        entry("Acme", "2026-06-09", "notice: personal\n", ""), // Wed, Thu, Fri: due from today
        entry("Bold", "2026-06-10", "notice: personal\n", ""), // Thu, Fri, Mon: to come
        entry("Core", "2026-05-29", "notice: phone\n", ""),    // 3 to 5 June: late, until 28 June
        entry("Dome", "2026-05-12", "notice: phone\n", ""),    // lapsed on 11 June, 30 days after
        entry("Edge", "2026-05-29", "notice: automatic\n", ""), // no person, no stage
        entry("Fond", "2026-06-01", "notice: phone\nfeedback: {requested: 2026-06-08}\n", ""), // waiting
        entry("Gate", "2026-06-09", "notice: personal\ndraft: true\n", ""),
    ]));
    assert_eq!(report.feedback.due, 2);
}

#[test]
fn without_a_request_there_is_no_rate() {
    let report = report_of(&journal(&[entry("Acme", NOW, "feedback: {received: 2026-06-02}\n", "")]));
    assert_eq!((report.feedback.requested, report.feedback.received, report.feedback.rate), (0, 1, None));
}

#[test]
fn the_swot_takes_its_inner_half_from_topics_and_its_outer_half_from_sections() {
    let body = "## Opportunities\n\n- They open a shop. #preparation\n- [ ] A task is none\n\nA paragraph.\n\n\
        ## Threats\n\n- Less and less\n  work.\n\n## Feelings\n\n### Threats\n\n- Hidden.\n";
    let report = report_of(
        &TestJournal::new()
            .entry("a.md", &entry("Acme", NOW, "", body))
            .entry("b.md", &told("Bold", NOW, &["+teamwork", "confidence", "competition"]))
            .entry("c.md", &entry("Core", NOW, "draft: true\n", body)),
    );
    let swot = &report.swot;
    assert_eq!((swot.strengths.join(" "), swot.weaknesses.join(" ")), ("teamwork".into(), "confidence".into()));
    let notes = |notes: &[rebond::analyse::Note]| {
        notes.iter().map(|note| format!("{}:{} {}", note.entry, note.line, note.text)).collect::<Vec<_>>()
    };
    assert_eq!(notes(&swot.opportunities), ["a:9 They open a shop.", "a:12 A paragraph."]);
    assert_eq!(notes(&swot.threats), ["a:16 Less and less work."]);
}

#[test]
fn feelings_stand_by_day() {
    let report = report_of(&journal(&[
        entry("Acme", "2026-06-01", "mood: 3\n", ""),
        entry("Bold", "2026-05-01", "mood: {before: 4, after: 2}\n", ""),
        entry("Core", "2026-05-02", "", ""),
        "---\ncompany: Dome\nrole: R\nstatus: open\napplied: 2026-05-20\nmood: {before: 5}\n---\n".to_owned(),
        entry("Edge", "2026-05-02", "draft: true\nmood: 1\n", ""),
    ]));
    let found: Vec<_> = report
        .mood
        .iter()
        .map(|point| (point.date.unwrap().to_string(), point.entry.as_str(), point.before, point.after))
        .collect();
    let expected = [
        ("2026-05-01".to_owned(), "e01", Some(4), Some(2)),
        ("2026-05-20".to_owned(), "e03", Some(5), None),
        ("2026-06-01".to_owned(), "e00", None, Some(3)), // a number alone is the feeling after
    ];
    assert_eq!(found, expected);
}

#[test]
fn outcomes_are_counted_by_source_and_by_document() {
    let report = report_of(&journal(&[
        entry("Acme", NOW, "source: LinkedIn\ndocuments: [cv-v1, letter]\ninterviews: [2026-06-01]\n", ""),
        entry("Bold", NOW, "source: linkedin\ndocuments: cv-v1\nstage: assessment\n", ""), // a test alone is no interview
        entry("Core", NOW, "source: network\ndocuments: [cv-v2, CV-v2]\nstatus: accepted\nstage: final\n", ""),
        entry("Dome", NOW, "source: network\ndocuments: [cv-v2]\nstatus: offer\nstage: offer\n", ""),
        entry("Edge", NOW, "interviews: [{kind: phone}]\nstage: application\nsource: fair\n", ""), // no date, no stage
        entry("Fond", NOW, "draft: true\nsource: fair\n", ""),
        entry("Gate", NOW, "", ""),
    ]));
    let rows = |outcomes: &[rebond::analyse::Outcome]| {
        let row = |o: &rebond::analyse::Outcome| (o.name.clone(), o.applications, o.interviews, o.offers);
        outcomes.iter().map(row).collect::<Vec<_>>()
    };
    let expected = [("LinkedIn".to_owned(), 2, 1, 0), ("network".to_owned(), 2, 2, 2), ("fair".to_owned(), 1, 0, 0)];
    assert_eq!(rows(&report.sources), expected);
    let expected = [("cv-v1".to_owned(), 2, 1, 0), ("cv-v2".to_owned(), 2, 2, 2), ("letter".to_owned(), 1, 1, 0)];
    assert_eq!(rows(&report.documents), expected);
}

#[test]
fn the_pipeline_is_dry_after_more_than_the_idle_days() {
    #[track_caller]
    fn case(settings: &str, entries: &[&str], last: Option<&str>, days: Option<i32>, dry: bool) {
        let texts: Vec<String> =
            entries.iter().map(|front| format!("---\ncompany: Acme\nrole: R\n{front}---\n")).collect();
        let report = report_of(&journal(&texts).settings(&format!("lang = \"en\"\n{settings}")));
        let activity = report.activity;
        assert_eq!(activity.last_application.map(|day| day.to_string()).as_deref(), last, "{entries:?}");
        assert_eq!((activity.days_since, activity.dry), (days, dry), "{entries:?}");
    }
    // 2026-05-29 is 14 days ago, 2026-05-28 is 15.
    case("", &["applied: 2026-05-29\ndecided: 2026-06-01\n"], Some("2026-05-29"), Some(14), false);
    case("", &["applied: 2026-05-28\ndecided: 2026-06-01\n"], Some("2026-05-28"), Some(15), true);
    case(
        "[follow-up]\nidle = 15\n",
        &["applied: 2026-05-28\ndecided: 2026-06-01\n"],
        Some("2026-05-28"),
        Some(15),
        false,
    );
    case("[follow-up]\nidle = 0\n", &["applied: 2026-06-11\ndecided: 2026-06-11\n"], Some("2026-06-11"), Some(1), true);
    // Without the day of the application, that of the decision; the latest of any entry.
    case(
        "",
        &["decided: 2026-05-28\n", "applied: 2026-03-01\ndecided: 2026-06-10\n"],
        Some("2026-05-28"),
        Some(15),
        true,
    );
    // An open application, or an accepted one, and it is not dry; an offer alone does not wet it.
    let old = "applied: 2026-02-01\ndecided: 2026-03-01\n";
    case("", &[old], Some("2026-02-01"), Some(131), true); // 27 + 31 + 30 + 31 + 12 days
    case("", &[old, "status: open\napplied: 2026-01-01\n"], Some("2026-02-01"), Some(131), false);
    case("", &[old, "status: accepted\ndecided: 2026-01-01\n"], Some("2026-02-01"), Some(131), false);
    case("", &[old, "status: offer\ndecided: 2026-01-01\n"], Some("2026-02-01"), Some(131), true);
    case("", &[old, "status: open\napplied: 2026-06-01\ndraft: true\n"], Some("2026-02-01"), Some(131), true);
    // Nothing known of any day.
    case("", &["status: open\n"], None, None, false);
    case("", &["status: open\ndraft: true\n"], None, None, false);
}

#[test]
fn a_new_search_leaves_earlier_entries_out_of_every_figure() {
    let full = |company: &str, front: &str| {
        let body = "## Feedback\n\n> Words. #preparation\n\n## Threats\n\n- One.\n\n## Actions\n\n- [ ] A\n";
        format!("---\ncompany: {company}\nrole: R\nmood: 3\nsource: s\ndocuments: d\n{front}---\n\n{body}")
    };
    let journal = journal(&[
        full("Acme", "decided: 2025-12-31\n"),
        full("Bold", "applied: 2025-12-31\ndecided: 2026-02-01\n"),
        full("Core", "status: open\napplied: 2025-12-31\n"),
        full("Dome", "applied: 2026-01-01\ndecided: 2026-02-01\n"),
        full("Edge", "status: open\n"),
    ])
    .settings("lang = \"en\"\n[analysis]\nfrom = 2026-01-01\n");
    let report = report_of(&journal);
    assert_eq!((report.entries.total, report.entries.rejected, report.entries.open), (2, 1, 1));
    assert_eq!(report.funnel[0].reached, 2);
    assert_eq!((report.mood.len(), report.swot.threats.len(), report.plan.tasks.len()), (2, 2, 2));
    assert_eq!((report.sources[0].applications, report.documents[0].applications), (2, 2));
    let figure = &report.weaknesses[0];
    assert_eq!((figure.applications, figure.evidence.len(), figure.of), (2, 2, 2));
    assert_eq!(report.activity.open_applications, 1);
}

#[test]
fn an_empty_journal_has_no_figures_and_is_not_dry() {
    let report: Report = report_of(&TestJournal::new());
    assert_eq!(report.entries, EntryCounts::default());
    assert!(report.funnel.iter().all(|row| (row.reached, row.ended_here) == (0, 0)) && report.funnel.len() == 6);
    assert_eq!((report.feedback.requested, report.feedback.received, report.feedback.rate), (0, 0, None));
    assert_eq!(ids(&report.weaknesses).len() + ids(&report.strengths).len() + ids(&report.beyond_control).len(), 0);
    assert_eq!(report.plan, rebond::analyse::Plan::default());
    assert!(report.agenda.is_empty() && report.mood.is_empty() && report.stories.is_empty());
    assert!(report.sources.is_empty() && report.documents.is_empty());
    let activity = report.activity;
    assert_eq!((activity.last_application, activity.days_since, activity.open_applications), (None, None, 0));
    assert!(!activity.dry);
}
