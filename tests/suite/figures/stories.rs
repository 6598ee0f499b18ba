//! Stories: chains from a refusal to an offer, and what was learned on the way.

use crate::figures::{entry, report_of};
use crate::support::TestJournal;

/// A chapter: its id, its status, its day, the id that it follows, more front matter.
type Chapter<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

fn journal(chapters: &[Chapter<'_>]) -> TestJournal {
    chapters.iter().fold(TestJournal::new(), |journal, (id, status, day, follows, more)| {
        let follows = if follows.is_empty() { String::new() } else { format!("follows: {follows}\n") };
        let text = entry(id, day, &format!("status: {status}\n{follows}{more}"), "");
        journal.entry(&format!("{id}.md"), &text)
    })
}

/// Returns each story as its ids and its outcome.
fn stories(chapters: &[Chapter<'_>]) -> Vec<String> {
    let report = report_of(&journal(chapters));
    report.stories.iter().map(|story| format!("{}: {}", story.entries.join(" "), story.outcome.name())).collect()
}

#[test]
fn a_story_leads_from_a_refusal_to_an_offer() {
    #[track_caller]
    fn case(chapters: &[Chapter<'_>], expected: &[&str]) {
        assert_eq!(stories(chapters), expected, "{chapters:?}");
    }
    let (one, two, three, four) = ("2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01");
    // Alone, or without a refusal, nothing is told.
    case(&[("a", "offer", one, "", "")], &[]);
    case(&[("a", "withdrawn", one, "", ""), ("b", "offer", two, "a", "")], &[]);
    case(&[("a", "rejected", one, "", ""), ("b", "rejected", two, "a", "")], &[]);
    // The shortest, whatever the ids' order; no answer is a refusal too.
    case(&[("z", "rejected", one, "", ""), ("b", "offer", two, "z", "")], &["z b: offer"]);
    case(&[("z", "ghosted", one, "", ""), ("b", "accepted", two, "z", "")], &["z b: accepted"]);
    // The whole chain, cut so that it begins with the first refusal.
    let long: &[Chapter<'_>] = &[
        ("a", "withdrawn", one, "", ""),
        ("b", "rejected", two, "a", ""),
        ("c", "withdrawn", three, "b", ""),
        ("d", "offer", four, "c", ""),
    ];
    case(long, &["b c d: offer"]);
    // Two offers after one refusal are two stories, by the day of the offer.
    let fork: &[Chapter<'_>] =
        &[("a", "rejected", one, "", ""), ("b", "offer", three, "a", ""), ("c", "accepted", two, "a", "")];
    case(fork, &["a c: accepted", "a b: offer"]);
    // An offer that an accepted entry follows is told in the longer story; one that a refusal follows stays.
    let accepted: &[Chapter<'_>] =
        &[("a", "rejected", one, "", ""), ("b", "offer", two, "a", ""), ("c", "accepted", three, "b", "")];
    case(accepted, &["a b c: accepted"]);
    let refused: &[Chapter<'_>] =
        &[("a", "rejected", one, "", ""), ("b", "offer", two, "a", ""), ("c", "rejected", three, "b", "")];
    case(refused, &["a b: offer"]);
}

#[test]
fn drafts_and_circles_are_no_links() {
    let (one, two, three) = ("2026-01-01", "2026-02-01", "2026-03-01");
    let draft: &[Chapter<'_>] =
        &[("a", "rejected", one, "", ""), ("b", "rejected", two, "a", "draft: true\n"), ("c", "offer", three, "b", "")];
    assert_eq!(stories(draft), [""; 0]);
    let circle: &[Chapter<'_>] = &[("a", "rejected", one, "b", ""), ("b", "offer", two, "a", "")];
    assert_eq!(stories(circle), [""; 0]);
    // An offer after a circle reaches the entry it follows, whose own link is part of the circle.
    let after: &[Chapter<'_>] =
        &[("a", "rejected", one, "b", ""), ("b", "rejected", two, "a", ""), ("c", "offer", three, "a", "")];
    assert_eq!(stories(after), ["a c: offer"]);
    let draft_offer: &[Chapter<'_>] = &[("a", "rejected", one, "", ""), ("b", "offer", two, "a", "draft: true\n")];
    assert_eq!(stories(draft_offer), [""; 0]);
    let unknown: &[Chapter<'_>] = &[("a", "rejected", one, "", ""), ("b", "offer", two, "nobody", "")];
    assert_eq!(stories(unknown), [""; 0]);
}

#[test]
fn a_story_names_the_weaknesses_worked_on_by_the_day_of_the_offer() {
    let unkind = "feedback: {received: 2026-01-05, kind: unconstructive}\nreasons: [presence]\n";
    let weak = "weaknesses: [preparation, confidence, teamwork, competition]\nstrengths: [languages]\n";
    let goal = |topic: &str, closed: &str, status: &str| {
        format!("---\ntitle: T\ntopics: [{topic}]\nstatus: {status}\nclosed: {closed}\n---\n")
    };
    let journal = journal(&[
        ("a", "rejected", "2026-01-01", "", &format!("{unkind}{weak}")),
        ("b", "offer", "2026-03-01", "a", "weaknesses: [salary]\n"),
    ])
    .goal("prep.md", &goal("preparation", "2026-03-01", "done")) // on the day of the offer: not after it
    .goal("conf.md", &goal("confidence", "2026-03-02", "done")) // the day after
    .goal("comp.md", &goal("competition", "2026-02-01", "done")) // not up to the person
    .goal("pres.md", &goal("presence", "2026-02-01", "done")) // the mention weighs nothing
    .goal("lang.md", &goal("languages", "2026-02-01", "done")) // a strength
    .goal("sala.md", &goal("salary", "2026-02-01", "done")) // only of the offer itself
    .goal("drop.md", &goal("preparation", "2026-02-01", "dropped"))
    .goal("next.md", "---\ntitle: T\ntopics: [preparation, salary]\n---\n");
    let report = report_of(&journal);
    let story = &report.stories[0];
    assert_eq!(story.topics, ["preparation"], "teamwork was never worked on");
    assert_eq!(story.goals, ["next", "prep"]);
}
