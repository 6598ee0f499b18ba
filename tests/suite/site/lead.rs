//! The opening paragraph: what it begins with, and that it stays short.

use super::{site_of, text_of};
use crate::support::TestJournal;

/// Returns the opening paragraph of a journal of one piece of feedback and these applications: status and day.
fn lead(applications: &[(&str, &str)]) -> String {
    let fed = "---\ncompany: Fed\nrole: R\ndecided: 2026-02-02\n---\n\n## Feedback\n\n> Calm. #+teamwork\n";
    let journal = TestJournal::new().entry("fed.md", fed);
    let journal = applications.iter().enumerate().fold(journal, |journal, (number, (status, day))| {
        let text = format!("---\ncompany: Acme {number}\nrole: R\nstatus: {status}\ndecided: {day}\n---\n");
        journal.entry(&format!("{number}.md"), &text)
    });
    let site = site_of(&journal);
    let page = text_of(&site, "index.html");
    let (_, rest) = page.split_once("<p class=\"lead\">").unwrap();
    rest.split_once("</p>").unwrap().0.replace('\u{a0}', " ")
}

/// Returns the opening paragraph of a journal that holds these texts.
fn lead_of(entries: &[&str]) -> String {
    let journal = entries.iter().enumerate().fold(TestJournal::new(), |journal, (number, text)| {
        journal.entry(&format!("{number}.md"), &text.replace("N:", &format!("---\ncompany: Acme {number}\nrole: R\n")))
    });
    let site = site_of(&journal);
    let page = text_of(&site, "index.html");
    let lead = page.split_once("<p class=\"lead\">").unwrap().1.split_once("</p>").unwrap().0.to_owned();
    ["<b class=\"t\">", "<b class=\"p\">", "</b>"]
        .iter()
        .fold(lead, |lead, tag| lead.replace(tag, ""))
        .replace('\u{a0}', " ")
}

#[test]
fn it_begins_with_an_offer_of_the_last_month_or_one_that_was_accepted() {
    #[track_caller]
    fn case(applications: &[(&str, &str)], expected: Option<&str>) {
        let lead = lead(applications);
        let news = lead.strip_prefix("Good news: ").map(|rest| rest.split_once(". ").unwrap().0);
        let news = news.map(|news| news.replace(" has made an offer", "").replace("the offer from", "accepted:"));
        assert_eq!(news.as_deref().map(|news| news.trim_end_matches(" is accepted")), expected, "{lead}");
        assert!(lead.contains("praised"), "{lead}");
        assert!(lead.matches(". ").count() <= 3, "four sentences at most: {lead}");
    }
    case(&[], None);
    case(&[("offer", "2026-06-10")], Some("Acme 0"));
    case(&[("offer", "2026-05-13")], Some("Acme 0"));
    case(&[("offer", "2026-05-12")], None);
    case(&[("offer", "2026-06-01"), ("offer", "2026-06-10")], Some("Acme 1"));
    case(&[("offer", "2026-06-01"), ("accepted", "2026-06-10")], Some("accepted: Acme 1"));
    case(&[("accepted", "2025-11-21"), ("offer", "2026-06-01")], Some("Acme 1"));
    case(&[("accepted", "2026-06-10")], Some("accepted: Acme 0"));
    case(&[("accepted", "2026-03-01")], Some("accepted: Acme 0"));
    case(&[("accepted", "2026-06-13")], None);
}

#[test]
fn an_accepted_offer_is_good_news_until_the_search_goes_on() {
    let accepted = "N:status: accepted\napplied: 2026-05-02\ndecided: 2026-06-01\n---\n";
    let earlier = "N:status: rejected\napplied: 2026-05-20\ndecided: 2026-06-05\n---\n";
    let later = "N:status: open\napplied: 2026-06-08\n---\n";
    assert!(lead_of(&[accepted]).starts_with("Good news: the offer from Acme 0 is accepted."));
    assert!(!lead_of(&[accepted]).contains("no feedback yet"));
    assert!(lead_of(&[accepted, earlier]).starts_with("Good news: the offer from Acme 0 is accepted."));
    assert!(lead_of(&[accepted, earlier, later]).starts_with("3 applications are noted, and no feedback yet."));
}

#[test]
fn it_names_the_strength_that_most_employers_named() {
    let recent = "N:decided: 2026-06-11\n---\n\n## Feedback\n\n> Good. #+confidence\n\n## Debrief\n\n> Hm.\n";
    let own = "N:decided: 2026-06-10\n---\n\n## Debrief\n\nI felt sure of myself. #+confidence\n";
    let early = "N:decided: 2026-01-10\n---\n\n## Feedback\n\n> A good team player. #+teamwork\n";
    let lead = lead_of(&[recent, own, early, early]);
    assert!(lead.starts_with("Two employers praised teamwork."), "{lead}");
    let lead = lead_of(&[recent, own, early]);
    assert!(lead.starts_with("One employer praised confidence, and one other application bears it out."), "{lead}");
}

#[test]
fn it_says_who_else_names_what_one_employer_named() {
    let said = "N:decided: 2026-06-11\n---\n\n## Feedback\n\n> A little shy. #confidence\n";
    let own = "N:decided: 2026-06-10\n---\n\n## Debrief\n\nI mumbled. #confidence\n";
    let lead = lead_of(&[said, own]);
    let expected = "The point to work on, raised in two applications, by one employer so far: confidence.";
    assert!(lead.contains(expected), "{lead}");
}

#[test]
fn feedback_without_a_topic_is_not_called_missing() {
    let said = "N:decided: 2026-06-11\n---\n\n## Feedback\n\n> We went another way.\n";
    let lead = lead_of(&[said]);
    assert!(lead.starts_with("One application is noted, and what the feedback says has no topic yet."), "{lead}");
    let unkind =
        "N:decided: 2026-06-11\nfeedback: {kind: unconstructive}\n---\n\n## Feedback\n\n> Useless. #confidence\n";
    assert!(lead_of(&[unkind]).starts_with("One application is noted; no feedback so far gives anything to act on."));
    let none = "N:decided: 2026-06-11\n---\n";
    assert!(lead_of(&[none]).starts_with("One application is noted, and no feedback yet."));
}

#[test]
fn what_only_a_recruiters_words_suggest_is_not_called_ones_own_account() {
    let said = "N:decided: 2026-06-11\n---\n\n## Feedback\n\n> You came across as very well prepared.\n";
    let lead = lead_of(&[said]);
    assert!(lead.starts_with("The words of one application suggest a strength: preparation."), "{lead}");
}

#[test]
fn a_goal_that_is_reached_or_past_its_date_is_told_as_such() {
    let said = "N:decided: 2026-06-01\n---\n\n## Feedback\n\n> A little shy. #confidence\n";
    #[track_caller]
    fn case(said: &str, goal: &str, expected: &str) {
        let goal =
            format!("---\ntitle: Speak up at once\ntopics: [confidence]\n{goal}\n---\n\n- [x] One ✅ 2026-06-05\n");
        let journal = TestJournal::new().goal("goal.md", &format!("{goal}- [ ] Two\n"));
        let entry = |name: &str| said.replace("N:", &format!("---\ncompany: {name}\nrole: R\n"));
        let journal = journal.entry("a.md", &entry("A")).entry("b.md", &entry("B"));
        let page = site_of(&journal);
        assert!(text_of(&page, "index.html").contains(expected), "{expected}");
    }
    case(said, "due: 2026-07-01", "The goal “Speak up at once” works on it.");
    case(said, "due: 2026-06-10", "The goal “Speak up at once” works on it; its date is past.");
    case(said, "status: done", "The goal “Speak up at once” is reached.");
}

#[test]
fn after_an_accepted_offer_nobody_who_refused_is_asked_for_anything() {
    let refused = "N:decided: 2026-06-10\nnotice: phone\n---\n";
    let accepted = "N:status: accepted\ndecided: 2026-06-11\n---\n";
    let thanked = refused.replace("phone\n", "phone\nthanked: 2026-06-11\n").replace("06-10", "06-09");
    assert!(lead_of(&[&thanked]).ends_with("Today, ask Acme 0 for feedback."), "{}", lead_of(&[&thanked]));
    assert!(lead_of(&[&thanked, accepted]).ends_with("is accepted."), "{}", lead_of(&[&thanked, accepted]));
    assert!(lead_of(&[refused, accepted]).ends_with("Today, thank Acme 0 for their answer."), "thanks stay");
}

#[test]
fn an_offer_is_answered_first_and_asks_for_no_new_application() {
    let refused = "N:decided: 2026-05-11\nnotice: automatic\n---\n";
    let offer = "N:status: offer\ndecided: 2026-06-10\n---\n";
    let dated = format!("{offer}\n- [ ] Answer 📅 2026-06-19\n");
    assert!(lead_of(&[refused]).contains("send a new application"));
    let lead = lead_of(&[refused, offer]);
    assert!(lead.ends_with("Today, answer Acme 1, or ask for time to think."), "{lead}");
    let lead = lead_of(&[refused, &dated]);
    assert!(lead.ends_with("By 19 June, answer Acme 1, or ask for time to think."), "{lead}");
    assert!(lead.starts_with("Good news: Acme 1 has made an offer."), "{lead}");
}

#[test]
fn nobody_is_sent_back_to_who_was_unkind_before_others() {
    let entry = |day: &str, kind: &str| {
        let key = "feedback: {received: 2026-06-11, kind: KIND}".replace("KIND", kind);
        format!("N:decided: {day}\ninterviews: [2026-01-02]\n{key}\n---\n\n## Feedback\n\n> You were useless.\n")
    };
    let (unkind, kind) = (entry("2026-06-01", "unconstructive"), entry("2026-06-02", "constructive"));
    let lead = lead_of(&[&unkind, &kind]);
    assert!(lead.ends_with("Today, thank Acme 1 for their feedback."), "{lead}");
    let long_ago = entry("2026-03-14", "unconstructive").replace("received: 2026-06-11", "received: 2026-03-14");
    assert!(!lead_of(&[&long_ago]).contains("get back in touch"), "{}", lead_of(&[&long_ago]));
    assert!(lead_of(&[&long_ago]).contains("no feedback so far gives anything to act on"), "{}", lead_of(&[&long_ago]));
}

#[test]
fn what_is_not_up_to_one_and_what_one_employer_said_are_told() {
    let theirs = "N:decided: 2026-06-01\n---\n\n## Feedback\n\n> We froze the budget. #hiring-freeze\n";
    let lead = lead_of(&[theirs]);
    assert!(lead.contains("What the feedback names does not lie in the application: a hiring freeze."), "{lead}");
    let one = "N:decided: 2026-06-01\n---\n\n## Feedback\n\n> Your answers wandered. #answer-structure\n";
    let lead = lead_of(&[one]);
    assert!(lead.contains("noted so far: the structure of answers."), "{lead}");
    let both = "N:decided: 2026-06-01\n---\n\n## Feedback\n\n> Ready. #+preparation\n>\n> Not ready. #preparation\n";
    let lead = lead_of(&[both, both]);
    assert!(
        lead.contains("Two employers praised preparation. The same point is also one to work on, for two"),
        "{lead}"
    );
}
