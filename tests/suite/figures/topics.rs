//! Topics: the weight of mentions, scores, what recurs, the order, what is nobody's weakness.

use crate::figures::{NOW, entry, ids, report_of, told, topic, weights};
use crate::support::TestJournal;

#[test]
fn a_mention_weighs_by_whose_words_it_is() {
    let front = "reasons: [presence]\nweaknesses: [targeting]\nstrengths: [teamwork]\n";
    let body = "Plain text. #languages\n\n## Feedback\n\n> One. #preparation\n\n## Second opinion\n\n\
        Two. #communication\n\n## Debrief\n\nThree. #confidence\n";
    let report = report_of(&TestJournal::new().entry("a.md", &entry("Acme", NOW, front, body)));
    let weight = |id: &str| weights(topic(&report.weaknesses, id));
    assert_eq!(weight("preparation"), [("recruiter", 1.0)]);
    assert_eq!(weight("communication"), [("peer", 0.75)]);
    assert_eq!(weight("confidence"), [("self", 0.5)]);
    assert_eq!(weight("languages"), [("self", 0.5)], "a tag in plain text is one's own weakness");
    assert_eq!(weight("presence"), [("recruiter", 1.0)]);
    assert_eq!(weight("targeting"), [("self", 0.5)]);
    assert_eq!(weights(topic(&report.strengths, "teamwork")), [("self", 0.5)]);
    assert_eq!(ids(&report.strengths), ["teamwork"]);
    // Order by score: 1, 1, ¾, then ½ three times; equal scores by id.
    let order = ["preparation", "presence", "communication", "confidence", "languages", "targeting"];
    assert_eq!(ids(&report.weaknesses), order);
}

#[test]
fn headings_and_signs_tell_strengths_from_weaknesses() {
    let body = "## Feedback\n\n### Strengths\n\n> A. #teamwork\n\n> B. #-confidence\n\n### To improve\n\n> C. #preparation\n\n\
        > D. #+languages\n\n> E. #preparation #preparation #+preparation\n\n> F. #!salary\n";
    let report = report_of(&TestJournal::new().entry("a.md", &entry("Acme", NOW, "", body)));
    assert_eq!(ids(&report.strengths), ["languages", "preparation", "teamwork"]);
    assert_eq!(ids(&report.weaknesses), ["confidence", "preparation"]);
    // C, and E once: the same topic twice in a block is one mention, both signs are two.
    assert_eq!(weights(topic(&report.weaknesses, "preparation")), [("recruiter", 1.0), ("recruiter", 1.0)]);
    assert_eq!(weights(topic(&report.strengths, "preparation")), [("recruiter", 1.0)]);
    assert_eq!(topic(&report.weaknesses, "preparation").evidence[0].quote(), "C.");
}

#[test]
fn the_kind_of_feedback_weighs_on_the_recruiters_words_alone() {
    #[track_caller]
    fn case(kind: &str, recruiter: f64) {
        let front = format!("reasons: [preparation]\nweaknesses: [preparation]\n{kind}");
        let body = "## Feedback\n\n> One. #preparation\n\n## Second opinion\n\nTwo. #preparation\n\n## Debrief\n\nThree. #preparation\n";
        let report = report_of(&TestJournal::new().entry("a.md", &entry("Acme", NOW, &front, body)));
        let expected =
            [("recruiter", recruiter), ("self", 0.5), ("recruiter", recruiter), ("peer", 0.75), ("self", 0.5)];
        let figure = topic(&report.weaknesses, "preparation");
        assert_eq!(weights(figure), expected, "{kind}");
        // The heaviest of the application: the recruiter's, or the peer's where that is more.
        assert!((figure.score - f64::max(recruiter, 0.75)).abs() < 1e-9, "{kind}: {}", figure.score);
    }
    case("", 1.0);
    case("feedback: {received: 2026-06-12, kind: constructive}\n", 1.0);
    case("feedback: {received: 2026-06-12, kind: generic}\n", 0.5);
    case("feedback: {received: 2026-06-12, kind: unconstructive}\n", 0.0);
}

#[test]
fn a_mention_loses_half_its_weight_in_a_half_life() {
    #[track_caller]
    fn case(settings: &str, day: &str, expected: f64) {
        let settings = format!("lang = \"en\"\n{settings}");
        let journal = TestJournal::new().settings(&settings).entry("a.md", &told("Acme", day, &["preparation"]));
        let found = weights(topic(&report_of(&journal).weaknesses, "preparation"));
        assert_eq!(found, [("recruiter", expected)], "{day} {settings}");
    }
    case("", NOW, 1.0);
    case("", "2026-06-11", 0.996); // ½^(1/180) = 0.99616
    case("", "2026-03-14", 0.707); // 90 days: ½^½ = 0.70711
    case("", "2025-12-14", 0.5); // 180 days
    case("", "2025-06-17", 0.25); // 360 days
    case("", "2026-07-12", 1.0); // news dated in the future: the age is never negative
    case("[analysis]\nhalf-life = 90\n", "2026-03-14", 0.5);
    case("[analysis]\nhalf-life = 1\n", "2026-06-10", 0.25);
}

#[test]
fn without_a_decision_evidence_has_no_age() {
    let text = "---\ncompany: Acme\nrole: Technician\nstatus: open\napplied: 2025-06-17\n---\n\n## Debrief\n\nWords. #preparation\n";
    let report = report_of(&TestJournal::new().entry("a.md", text));
    assert_eq!(weights(topic(&report.weaknesses, "preparation")), [("self", 0.5)]);
}

#[test]
fn a_score_sums_the_heaviest_mention_of_each_application() {
    let several = "## Feedback\n\n> One. #preparation\n\n> Two. #preparation\n\n## Debrief\n\nThree. #preparation\n";
    let older = "## Second opinion\n\nFour. #preparation\n\n## Debrief\n\nFive. #preparation\n";
    let report = report_of(
        &TestJournal::new()
            .entry("a.md", &entry("Acme", NOW, "", several))
            .entry("b.md", &entry("Bold", "2025-12-14", "", older)),
    );
    let figure = topic(&report.weaknesses, "preparation");
    // max(1, 1, ½) + max(¾·½, ½·½) = 1 + 0.375
    assert!((figure.score - 1.375).abs() < 1e-12, "{}", figure.score);
    assert_eq!((figure.applications, figure.companies, figure.employers, figure.of), (2, 2, 1, 2));
    assert_eq!(figure.evidence.len(), 5);
    assert!(figure.evidence.iter().all(|mention| mention.explicit && mention.because.is_none()));
    assert_eq!(figure.suggested, 0);
}

#[test]
fn what_recurs_is_counted_by_companies() {
    #[track_caller]
    fn case(settings: &str, companies: &[&str], count: usize, recurring: bool) {
        let mut journal = TestJournal::new().settings(&format!("lang = \"en\"\n{settings}"));
        for (index, company) in companies.iter().enumerate() {
            journal = journal.entry(&format!("e{index}.md"), &told(company, NOW, &["preparation"]));
        }
        let report = report_of(&journal);
        let figure = topic(&report.weaknesses, "preparation");
        assert_eq!((figure.companies, figure.recurring), (count, recurring), "{companies:?} {settings}");
        assert_eq!((figure.applications, figure.employers, figure.of), (companies.len(), count, count));
    }
    case("", &["Acme"], 1, false);
    case("", &["Acme", "Bold"], 2, true);
    // One company, whatever its case, accents and spaces.
    case("", &["Société Générale", "societe  generale", "SOCIÉTÉ GÉNÉRALE "], 1, false);
    case("", &["Société Générale", "Société-Générale"], 2, true);
    case("[analysis]\nrecurring = 3\n", &["Acme", "Bold", "Acme"], 2, false);
    case("[analysis]\nrecurring = 3\n", &["Acme", "Bold", "Core"], 3, true);
    case("[analysis]\nrecurring = 1\n", &["Acme"], 1, true);
}

#[test]
fn mentions_that_weigh_nothing_are_shown_and_count_nowhere() {
    let judged = "feedback: {received: 2026-06-12, kind: unconstructive}\n";
    let words = "## Feedback\n\n> One. #preparation\n\n> Two. #confidence\n";
    let report = report_of(
        &TestJournal::new()
            .entry("a.md", &entry("Acme", NOW, judged, words))
            .entry("b.md", &told("Bold", NOW, &["preparation"]))
            .goal("g.md", "---\ntitle: Sit up straight daily\ntopics: [confidence]\n---\n"),
    );
    // Confidence has nothing else: it is not listed, and no evidence for R of SMART.
    assert_eq!(ids(&report.weaknesses), ["preparation"]);
    assert!(!report.plan.goals[0].smart.r);
    let figure = topic(&report.weaknesses, "preparation");
    assert_eq!(weights(figure), [("recruiter", 0.0), ("recruiter", 1.0)]);
    assert_eq!((figure.applications, figure.companies, figure.employers, figure.recurring), (1, 1, 1, false));
    assert!((figure.score - 1.0).abs() < 1e-12);
}

#[test]
fn employers_are_those_whose_recruiter_said_it_and_of_those_that_spoke() {
    let empty = "## Feedback\n\n## Debrief\n";
    let received = "feedback: {received: 2026-06-12}\n";
    let report = report_of(
        &TestJournal::new()
            .entry("a.md", &told("Acme", NOW, &["preparation"]))
            .entry("b.md", &entry("Bold", NOW, "", "## Debrief\n\nMy words. #preparation\n"))
            .entry("c.md", &entry("Core", NOW, "reasons: [preparation]\n", ""))
            .entry("d.md", &entry("Dome", NOW, "", empty))
            .entry("e.md", &entry("Edge", NOW, received, ""))
            .entry("f.md", &entry("Fond", NOW, "", "## Second opinion\n\nWords. #preparation\n")),
    );
    let figure = topic(&report.weaknesses, "preparation");
    assert_eq!((figure.applications, figure.companies), (4, 4)); // Acme, Bold, Core, Fond
    assert_eq!(figure.employers, 2); // Acme and Core
    assert_eq!(figure.of, 3); // Acme, Bold, Edge: a section with something in it, or a date received
}

#[test]
fn what_is_not_up_to_the_person_stands_apart() {
    let journal = TestJournal::new()
        .entry("a.md", &told("Acme", NOW, &["competition", "salary", "+hiring-freeze"]))
        .entry("b.md", &told("Bold", NOW, &["competition"]))
        .entry("c.md", &entry("Core", NOW, "strengths: [internal-candidate]\n", ""))
        .goal("g.md", "---\ntitle: Beat them all\ntopics: [competition]\nstatus: done\nclosed: 2026-01-01\n---\n");
    let report = report_of(&journal);
    assert_eq!(ids(&report.weaknesses), ["salary"], "what is partly one's own is a weakness");
    assert_eq!(ids(&report.beyond_control), ["competition"]);
    assert_eq!(ids(&report.strengths), [""; 0]);
    assert_eq!((&report.swot.weaknesses, &report.swot.strengths), (&vec!["salary".to_owned()], &vec![]));
    let figure = topic(&report.beyond_control, "competition");
    assert!(figure.recurring && figure.trend.is_none() && figure.companies == 2);
    assert!(report.plan.uncovered.is_empty());
    assert!(!report.plan.goals[0].smart.r);
    let told: Vec<String> =
        journal.problems().into_iter().filter(|line| line.ends_with("strength-beyond-control")).collect();
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn strengths_have_no_trend() {
    let report = report_of(
        &TestJournal::new()
            .entry("a.md", &told("Acme", NOW, &["+preparation", "preparation"]))
            .goal("g.md", "---\ntitle: T\ntopics: [preparation]\nstatus: done\nclosed: 2026-01-01\n---\n"),
    );
    assert!(report.strengths[0].trend.is_none());
    assert!(report.weaknesses[0].trend.is_some());
}

#[test]
fn lists_stand_in_order_of_recurrence_then_score_then_id() {
    let report = report_of(
        &TestJournal::new()
            // 1 + 1: the highest score of those that do not recur.
            .entry("a.md", &told("Acme", NOW, &["documents", "targeting"]))
            .entry("b.md", &told("Acme", NOW, &["documents", "confidence"]))
            // ½·½ + ½·½ = 0.5, of two companies.
            .entry("c.md", &entry("Core", "2025-12-14", "weaknesses: [languages]\n", ""))
            .entry("d.md", &entry("Dome", "2025-12-14", "weaknesses: [languages]\n", "")),
    );
    assert_eq!(ids(&report.weaknesses), ["languages", "documents", "confidence", "targeting"]);
}

#[test]
fn scores_that_differ_by_less_than_a_billionth_are_ordered_by_id() {
    // Ages of 1, 4 and 14 days: summed in this order the weights give 2.928387347969845 as floats, and
    // 2.9283873479698452 the other way round, though the sums are equal.
    let ages = ["2026-06-11", "2026-06-08", "2026-05-29"];
    let case = |first: &str, second: &str| {
        let mut journal = TestJournal::new();
        for (index, day) in ages.iter().enumerate() {
            journal = journal.entry(&format!("a{index}.md"), &told("Acme", day, &[first]));
        }
        for (index, day) in ages.iter().rev().enumerate() {
            journal = journal.entry(&format!("b{index}.md"), &told("Acme", day, &[second]));
        }
        ids(&report_of(&journal).weaknesses).join(" ")
    };
    assert_eq!(case("confidence", "preparation"), "confidence preparation");
    assert_eq!(case("preparation", "confidence"), "confidence preparation");
}

#[test]
fn ids_are_compared_by_bytes() {
    let topics = "[[topics]]\nid = \"a-c\"\nfr = \"Un\"\nen = \"One\"\n[[topics]]\nid = \"a0\"\nfr = \"Deux\"\nen = \"Two\"\n\
        [[topics]]\nid = \"ab\"\nfr = \"Trois\"\nen = \"Aaa\"\n";
    let journal = TestJournal::new()
        .settings(&format!("lang = \"en\"\n{topics}"))
        .entry("a.md", &told("Acme", NOW, &["ab", "a0", "a-c"]));
    // `-` is 0x2D, `0` 0x30, `b` 0x62; labels do not matter.
    assert_eq!(ids(&report_of(&journal).weaknesses), ["a-c", "a0", "ab"]);
}
