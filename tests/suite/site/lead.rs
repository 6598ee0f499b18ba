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
    ["<b class=\"t\">", "<b class=\"p\">", "</b>"].iter().fold(lead, |lead, tag| lead.replace(tag, ""))
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
    let expected = "The point to work on, seen in two applications and said once by an employer: confidence.";
    assert!(lead.contains(expected), "{lead}");
}

#[test]
fn feedback_without_a_topic_is_not_called_missing() {
    let said = "N:decided: 2026-06-11\n---\n\n## Feedback\n\n> We went another way.\n";
    let lead = lead_of(&[said]);
    assert!(lead.starts_with("One application is noted, and what the feedback says has no topic yet."), "{lead}");
    let unkind =
        "N:decided: 2026-06-11\nfeedback: {kind: unconstructive}\n---\n\n## Feedback\n\n> Useless. #confidence\n";
    assert!(lead_of(&[unkind]).starts_with("One application is noted, and no feedback yet that helps to act."));
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
    assert!(lead_of(&[refused]).contains("thank Acme 0"));
    assert!(!lead_of(&[refused, accepted]).contains("thank Acme 0"));
}
