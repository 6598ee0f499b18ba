//! Trends: the pivot, the counts before and since, the exact probability, the verdict.

use rebond::analyse::{Mentioned, Trend, Verdict, probability_of_fall};

use crate::figures::{NOW, entry, report_of, told, topic};
use crate::support::TestJournal;

/// Returns the pivot of `preparation` in a journal with one weakness and `journal`'s files.
fn pivot(journal: TestJournal) -> Option<String> {
    let report = report_of(&journal.entry("weak.md", &told("Acme", NOW, &["preparation"])));
    topic(&report.weaknesses, "preparation").trend.map(|trend| trend.pivot.to_string())
}

#[test]
fn the_pivot_is_the_first_day_on_which_a_goal_was_closed_or_a_task_done() {
    #[track_caller]
    fn case(front: &str, body: &str, expected: Option<&str>) {
        let text = format!("---\ntitle: Arrive prepared\n{front}---\n\n{body}");
        assert_eq!(pivot(TestJournal::new().goal("g.md", &text)).as_deref(), expected, "{front}{body}");
    }
    let topics = "topics: [preparation]\n";
    case(topics, "", None);
    case(&format!("{topics}status: done\nclosed: 2026-02-01\n"), "", Some("2026-02-01"));
    case(&format!("{topics}closed: 2026-02-01\n"), "", Some("2026-02-01")); // closed without a status means done
    case(&format!("{topics}status: dropped\nclosed: 2026-02-01\n"), "", None);
    case(&format!("{topics}status: done\n"), "", None); // no day, no pivot
    case("topics: [confidence]\nstatus: done\nclosed: 2026-02-01\n", "", None);
    // A goal's tasks inherit its topics.
    case(topics, "- [x] One done:2026-03-01\n- [x] Two done:2026-02-20\n", Some("2026-02-20"));
    case(&format!("{topics}status: done\nclosed: 2026-02-01\n"), "- [x] One done:2026-01-20\n", Some("2026-01-20"));
    case(topics, "- [x] One\n  - [x] A step done:2026-03-02\n", Some("2026-03-02"));
    case("", "- [x] One #preparation done:2026-03-01\n", Some("2026-03-01"));
    // Not done, or no day.
    case(topics, "- [x] One\n", None);
    case(topics, "- [ ] One done:2026-03-01\n- [/] Two done:2026-03-01\n- [-] Three done:2026-03-01\n", None);
    case(topics, "- [-] One\n  - [x] A step done:2026-03-02\n", None); // a cancelled parent cancels its steps
    // Work done stays done when its goal is dropped.
    case(&format!("{topics}status: dropped\n"), "- [x] One done:2026-03-01\n", Some("2026-03-01"));
}

#[test]
fn tasks_of_entries_move_the_pivot_by_their_tags() {
    #[track_caller]
    fn case(front: &str, task: &str, expected: Option<&str>) {
        let text = entry("Bold", NOW, front, &format!("## Actions\n\n{task}\n"));
        assert_eq!(pivot(TestJournal::new().entry("b.md", &text)).as_deref(), expected, "{front}{task}");
    }
    case("", "- [x] One #preparation ✅ 2026-03-01", Some("2026-03-01"));
    case("", "- [x] One ✅ 2026-03-01", None);
    case("", "- [x] One #confidence ✅ 2026-03-01", None);
    case("", "- [x] One #preparation", None);
    case("", "- [-] One #preparation ✅ 2026-03-01", None);
    case("", "- [x] One #preparation\n  - [x] A step ✅ 2026-03-01", None); // steps do not inherit tags
    case("draft: true\n", "- [x] One #preparation ✅ 2026-03-01", None);
}

/// A goal on preparation that was closed on the last day of March.
const WORK: &str = "---\ntitle: Arrive prepared\ntopics: [preparation]\nstatus: done\nclosed: 2026-03-31\n---\n";

#[test]
fn entries_with_feedback_or_a_debrief_are_counted_before_the_pivot_and_since() {
    let debrief = |words: &str| format!("## Debrief\n\n{words}\n");
    let received = "feedback: {received: 2026-02-01}\n";
    let unkind = "feedback: {received: 2026-02-01, kind: unconstructive}\n";
    let open =
        "---\ncompany: Open\nrole: R\nstatus: open\napplied: 2026-06-01\n---\n\n## Debrief\n\nMine. #preparation\n";
    let report = report_of(
        &TestJournal::new()
            .goal("g.md", WORK)
            // Before: two mention it, one that says something else, one with nothing but a date received,
            // one whose mention weighs nothing, one that calls it a strength.
            .entry("b1.md", &told("Acme", "2026-01-10", &["preparation"]))
            .entry("b2.md", &entry("Bold", "2026-03-30", "", &debrief("Mine. #preparation")))
            .entry("b3.md", &entry("Core", "2026-01-12", "", &debrief("All well.")))
            .entry("b4.md", &entry("Dome", "2026-01-13", received, ""))
            .entry("b5.md", &entry("Edge", "2026-01-14", unkind, "## Feedback\n\n> No. #preparation\n"))
            .entry("b6.md", &told("Fond", "2026-01-15", &["+preparation"]))
            // Since, the pivot's own day included: one of two.
            .entry("s1.md", &told("Gate", "2026-03-31", &["preparation", "preparation"]))
            .entry("s2.md", &told("Home", "2026-04-01", &["confidence"]))
            // Never: without feedback or debrief, an empty debrief, an outside view alone, a draft, an open one.
            .entry("n1.md", &entry("Iron", "2026-01-16", "weaknesses: [preparation]\n", "Plain. #preparation\n"))
            .entry("n2.md", &entry("Jade", "2026-01-17", "", "## Debrief\n\n## Feelings\n\nSad.\n"))
            .entry("n3.md", &entry("Kiln", "2026-01-18", "", "## Second opinion\n\nHers. #preparation\n"))
            .entry("n4.md", &entry("Lime", "2026-01-19", "draft: true\n", &debrief("Mine. #preparation")))
            .entry("n5.md", open),
    );
    let trend = topic(&report.weaknesses, "preparation").trend.unwrap();
    assert_eq!(trend.pivot.to_string(), "2026-03-31");
    assert_eq!(trend.before, Mentioned { mentioned: 2, of: 6 });
    assert_eq!(trend.since, Mentioned { mentioned: 1, of: 2 });
    assert!(topic(&report.weaknesses, "confidence").trend.is_none(), "nothing was done about it");
}

/// Returns the trend of a journal with these counts before and since.
fn trend_of(before: (usize, usize), since: (usize, usize)) -> Trend {
    let mut journal = TestJournal::new().goal("g.md", WORK);
    for (side, day, (mentioned, of)) in [("b", "2026-01-10", before), ("s", "2026-05-10", since)] {
        for index in 0..of {
            let topics: &[&str] = if index < mentioned { &["preparation"] } else { &["teamwork"] };
            journal = journal.entry(&format!("{side}{index}.md"), &told(&format!("{side}{index}"), day, topics));
        }
    }
    topic(&report_of(&journal).weaknesses, "preparation").trend.unwrap()
}

#[test]
fn the_probability_is_exact() {
    // The fractions are integrals of the two densities as polynomials with rational coefficients:
    // ∫ F₁(x) f₀(x) dx, by Python's fractions, apart from this program.
    #[track_caller]
    fn case(before: (usize, usize), since: (usize, usize), numerator: f64, denominator: f64) {
        let mentioned = |(mentioned, of)| Mentioned { mentioned, of };
        let found = probability_of_fall(mentioned(before), mentioned(since)).value();
        assert!((found - numerator / denominator).abs() < 1e-15, "{before:?} {since:?}: {found}");
    }
    case((1, 1), (1, 3), 4.0, 5.0);
    case((0, 0), (0, 0), 1.0, 2.0);
    case((4, 5), (1, 4), 431.0, 462.0);
    case((3, 4), (0, 3), 121.0, 126.0);
    case((2, 3), (2, 2), 2.0, 7.0);
    case((0, 2), (0, 20), 7.0, 8.0);
    case((1, 5), (4, 5), 37.0, 924.0);
    case((3, 3), (0, 3), 69.0, 70.0);
    case((5, 8), (1, 6), 52.0, 55.0);
    case((2, 5), (1, 2), 17.0, 42.0);
    case((12, 20), (3, 15), 10_866_989.0, 10_976_790.0);
}

#[test]
fn a_journal_gets_that_probability() {
    let trend = trend_of((4, 5), (1, 4));
    assert_eq!((trend.before, trend.since), (Mentioned { mentioned: 4, of: 5 }, Mentioned { mentioned: 1, of: 4 }));
    assert!((trend.probability - 431.0 / 462.0).abs() < 1e-15);
    assert_eq!(trend.verdict, Verdict::Improving);
}

#[test]
fn more_often_is_said_only_where_the_share_has_risen() {
    // Two entries since say little, and the flat priors much: the figure stays, the sentence does not claim a rise.
    let trend = trend_of((1, 40), (0, 2));
    assert_eq!((trend.verdict, trend.told()), (Verdict::Worsening, Verdict::Unclear));
    let trend = trend_of((1, 5), (4, 5));
    assert_eq!((trend.verdict, trend.told()), (Verdict::Worsening, Verdict::Worsening));
    assert_eq!(trend_of((4, 5), (1, 4)).told(), Verdict::Improving);
}

#[test]
fn verdicts_include_their_bounds_and_ask_two_on_each_side() {
    #[track_caller]
    fn case(before: (usize, usize), since: (usize, usize), expected: Verdict) {
        let mentioned = |(mentioned, of)| Mentioned { mentioned, of };
        let (before, since) = (mentioned(before), mentioned(since));
        assert_eq!(probability_of_fall(before, since).verdict(before, since), expected, "{before:?} {since:?}");
    }
    // Exactly 4/5 and exactly 1/5, found by trying all counts up to 12 with the fractions above.
    case((1, 2), (0, 2), Verdict::Improving);
    case((1, 6), (0, 7), Verdict::Improving);
    case((7, 7), (5, 6), Verdict::Improving);
    case((1, 2), (2, 2), Verdict::Worsening);
    case((0, 2), (1, 2), Verdict::Worsening);
    case((5, 6), (7, 7), Verdict::Worsening);
    // Never mentioned before: 4/5 and 7/8 say nothing of a fall.
    case((0, 2), (0, 11), Verdict::Unclear);
    case((0, 2), (0, 20), Verdict::Unclear);
    // Between the bounds: 2/7, 17/42, 1/2.
    case((2, 3), (2, 2), Verdict::Unclear);
    case((2, 5), (1, 2), Verdict::Unclear);
    case((2, 4), (2, 4), Verdict::Unclear);
    // 4/5 exactly, and 69/70, but one entry before, or one since.
    case((1, 1), (1, 3), Verdict::Unclear);
    case((9, 9), (0, 1), Verdict::Unclear);
    case((0, 9), (1, 1), Verdict::Unclear);
}
