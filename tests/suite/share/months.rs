//! Copies that tell months and no days.

use super::{copy, entry};
use crate::support::TestJournal;

#[test]
fn dates_can_be_told_by_the_month_everywhere() {
    let journal = TestJournal::new()
        .settings("lang = \"en\"\n[share]\ndates = \"month\"\n")
        .entry("2026-05-14-a.md", "---\ncompany: Vantorel\nrole: Fitter\napplied: 2026-05-03\ndecided: 2026-05-14\ninterviews: [2026-05-07]\nfeedback: {requested: 2026-05-19, received: 2026-05-21, thanked: 2026-05-22}\nthanked: 2026-05-15\n---\n\n## Feedback\n\nOn 2026-05-21, 21 May, May 21st and 21/05/2026. #preparation\n\n- [ ] Practise due:2026-06-23 start:2026-06-02\n- [x] Did #preparation done:2026-05-25\n")
        .entry("2026-05-09-b.md", &entry("Quorvex", "", ""))
        .goal("g.md", "---\ntitle: Speak in four clear steps\ntopics: [preparation]\nstart: 2026-05-11\ndue: 2026-06-24\ncadence: weekly\nreviewed: [2026-05-13]\n---\n\n- [ ] One due:2026-06-26\n");
    let output = copy(&journal, None);
    let full = days_of(&output.texts);
    assert_eq!(full, Vec::<String>::new());
    let page = output.text("entries/a2.html");
    assert!(page.contains("May 2026") && page.contains("by June 2026"), "{page}");
    assert!(output.source("a2").contains("In 2026-05, May, May and 05/2026."), "{}", output.source("a2"));
    let json: serde_json::Value = serde_json::from_str(output.text("report.json")).unwrap();
    assert_eq!(
        (json["today"].as_str(), json["weaknesses"][0]["trend"]["pivot"].as_str()),
        (Some("2026-06"), Some("2026-05"))
    );
    assert!(output.text("print-applications.html").contains("datetime=\"2026-05\""));
    assert_eq!(json["plan"]["tasks"][0]["due"].as_str(), Some("2026-06"));
    let ids: Vec<&str> = output.copied.loaded.journal.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["a1", "a2"]);
    let calendar = output.text("agenda.ics");
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20260601\r\n") && calendar.contains("DTEND;VALUE=DATE:20260701\r\n"),
        "{calendar}"
    );
}

/// Returns every day of the journal of months that a text still tells.
fn days_of(texts: &[(String, String)]) -> Vec<String> {
    let days = [3, 7, 14, 15, 19, 21, 22, 23, 2, 25, 11, 24, 13, 26, 4, 9];
    let mut found = Vec::new();
    for (path, text) in texts {
        for day in days {
            for (month, name) in [(4, "April"), (5, "May"), (6, "June")] {
                let forms = [
                    format!("2026-{month:02}-{day:02}"),
                    format!("2026{month:02}{day:02}"),
                    format!("{day}\u{a0}{name}"),
                    format!("{day} {name}"),
                ];
                let is_told = |form: &String| {
                    text.match_indices(form.as_str()).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_ascii_digit()))
                };
                found.extend(forms.iter().filter(|form| is_told(form)).map(|form| format!("{path}: {form}")));
            }
        }
    }
    found
}

#[test]
fn the_journal_of_months_holds_no_day() {
    let full = "---\ncompany: Vantorel\nrole: Fitter\napplied: 2026-05-03\nannounced: 2026-05-13\ndecided: 2026-05-14\nthanked: 2026-05-15\n\
        checked-in: 2026-06-07\ninterviews: [2026-05-07]\ncontacts: [{name: Ilka, role: hr, connected: 2026-05-18}]\nnotice: phone\n\
        feedback: {requested: 2026-05-19, received: 2026-05-21, clarified: 2026-05-22, thanked: 2026-05-23}\n---\n\n\
        ## Actions\n\n- [ ] Practise #preparation due:2026-06-23 start:2026-06-02\n- [x] Did #preparation done:2026-05-25\n";
    let goal = "---\ntitle: Speak up\ntopics: [preparation]\nstart: 2026-05-11\ndue: 2026-06-24\ncadence: weekly\nreviewed: [2026-05-16]\n\
        status: done\nclosed: 2026-06-09\n---\n\n- [ ] One due:2026-06-26\n";
    let settings = "lang = \"en\"\n[share]\ndates = \"month\"\n[analysis]\nfrom = 2026-04-12\n\
        [follow-up]\nholidays = [2026-05-29]\npause-until = 2026-06-17\n";
    let journal = TestJournal::new()
        .settings(settings)
        .entry("a.md", full)
        // Its month cannot tell that it came before the search began.
        .entry("b.md", "---\ncompany: Quorvex\nrole: Fitter\ndecided: 2026-04-05\n---\n")
        .entry("c.md", "---\ncompany: Drumlin\nrole: Fitter\ndecided: 2026-03-05\n---\n")
        .goal("g.md", goal);
    assert_eq!(journal.problems(), [""; 0]);
    let output = copy(&journal, None);
    let text = output.text("journal");
    let days: Vec<&str> = text
        .match_indices("2026-0")
        .filter_map(|(at, _)| text.get(at..at + 10))
        .filter(|day| day.ends_with(|c: char| c.is_ascii_digit()) && day[7..8] == *"-")
        .collect();
    assert!(days.len() > 20, "{days:?}");
    let is_edge = |day: &str| ["-01", "-04-30", "-05-31", "-06-30"].iter().any(|edge| day.ends_with(edge));
    assert!(days.iter().all(|day| is_edge(day)), "{days:?}");
    assert_eq!(output.copied.loaded.journal.entries.len(), 2);
    assert_eq!(output.copied.removed.counts[&rebond::share::What::Before], 1);
}
