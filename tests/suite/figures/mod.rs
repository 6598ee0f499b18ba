//! The figures of the format, each worked out by hand from its rule; the arithmetic stands in comments.
//!
//! Today is 2026-06-12 and the half-life 180 days, so that 2025-12-14 is one
//! half-life ago, 2025-06-17 two, and 2026-03-14 half of one.

mod counts;
mod plan;
mod stories;
mod topics;
mod trend;

use rebond::analyse::{EvidenceFigure, Report, TopicFigure, report};
use rebond::pipeline::{Project, load};

use crate::support::{TODAY, TestJournal};

/// Today, on which evidence has its full weight.
const NOW: &str = "2026-06-12";

/// Returns an entry that was decided on `day`, with more `front` matter and a `body`.
fn entry(company: &str, day: &str, front: &str, body: &str) -> String {
    format!("---\ncompany: {company}\nrole: Technician\ndecided: {day}\n{front}---\n\n{body}")
}

/// Returns an entry whose recruiter says something on `topics`, each a tag without `#`.
fn told(company: &str, day: &str, topics: &[&str]) -> String {
    let lines: Vec<String> = topics.iter().map(|topic| format!("> Words. #{topic}\n\n")).collect();
    entry(company, day, "", &format!("## Feedback\n\n{}", lines.concat()))
}

fn report_of(journal: &TestJournal) -> Report {
    let project = Project::open(journal.root()).unwrap();
    report(&load(&project, TODAY).journal, &project.locale(None), TODAY)
}

/// Returns the figure of the topic `id` in a list.
#[track_caller]
fn topic<'a>(list: &'a [TopicFigure], id: &str) -> &'a TopicFigure {
    let found = list.iter().find(|figure| figure.topic == id);
    found.unwrap_or_else(|| panic!("no {id} in {:?}", ids(list)))
}

/// Returns the topics of a list in its order.
fn ids(list: &[TopicFigure]) -> Vec<&str> {
    list.iter().map(|figure| figure.topic.as_str()).collect()
}

/// Returns source and weight of each mention, sorted by its line.
fn weights(figure: &TopicFigure) -> Vec<(&'static str, f64)> {
    let mut evidence: Vec<&EvidenceFigure> = figure.evidence.iter().map(AsRef::as_ref).collect();
    evidence.sort_by_key(|mention| (&mention.entry.id, mention.line));
    evidence.iter().map(|mention| (mention.source.name(), mention.weight)).collect()
}
