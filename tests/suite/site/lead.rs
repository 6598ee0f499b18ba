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

#[test]
fn it_begins_with_an_offer_of_the_last_month_unless_one_was_accepted_since() {
    #[track_caller]
    fn case(applications: &[(&str, &str)], expected: Option<&str>) {
        let lead = lead(applications);
        let offer = lead.strip_prefix("Good news: ").map(|rest| rest.split_once(" has made an offer. ").unwrap().0);
        assert_eq!(offer, expected, "{lead}");
        assert!(lead.contains("praised"), "{lead}");
        assert!(lead.matches(". ").count() <= 3, "four sentences at most: {lead}");
    }
    case(&[], None);
    case(&[("offer", "2026-06-10")], Some("Acme 0"));
    case(&[("offer", "2026-05-13")], Some("Acme 0"));
    case(&[("offer", "2026-05-12")], None);
    case(&[("offer", "2026-06-01"), ("offer", "2026-06-10")], Some("Acme 1"));
    case(&[("offer", "2026-06-01"), ("accepted", "2026-06-10")], None);
    case(&[("accepted", "2025-11-21"), ("offer", "2026-06-01")], Some("Acme 1"));
    case(&[("accepted", "2026-06-10")], None);
}
