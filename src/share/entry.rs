//! One entry of a copy: each field is named here, so that a new one has to be decided.

use std::sync::Arc;

use super::projection::Projection;
use super::text::{Text, shared_text};
use super::{ENTRIES, Removed, What};
use crate::model::{Contact, Entry, Extra, Feedback, Interview, Mood, Thanks};
use crate::parse::read_text;
use crate::source::{SourceFile, Span, Spanned};

/// The lines above the text: those on which the topics of lists stand, which their quotes lead to.
const LISTS: &str = "\n\n\n";

/// Returns the entry as it passes, and what does not.
pub(super) fn shared(projection: &Projection<'_>, entry: &Entry) -> (Entry, Removed) {
    let mut removed = Removed::default();
    let text = Text { source: &entry.source, body: &entry.body, index: &projection.index };
    let text = shared_text(projection, &mut removed, &text);
    let id = projection.entry_id(&entry.id).unwrap_or_default().to_owned();
    let source = Arc::new(SourceFile::new(format!("{ENTRIES}/{id}.md"), format!("{LISTS}{text}")));
    let body = read_text(&source, LISTS.len(), &projection.topics(), true);
    count(&mut removed, projection, entry);
    let shared = Entry {
        id,
        source,
        lang: entry.lang,
        company: projection.company(&entry.company),
        role: projection.text(&entry.role, &mut removed),
        status: entry.status,
        decided: projection.day(entry.decided.as_ref()),
        announced: projection.day(entry.announced.as_ref()),
        applied: projection.day(entry.applied.as_ref()),
        interviews: entry
            .interviews
            .iter()
            .map(|interview| shared_interview(projection, interview, &mut removed))
            .collect(),
        stage: entry.stage,
        notice: entry.notice,
        shortlisted: entry.shortlisted,
        sector: projection.maybe(entry.sector.as_ref(), &mut removed),
        location: None,
        found_at: projection.maybe(entry.found_at.as_ref(), &mut removed),
        link: entry.link.clone().filter(|link| projection.passes_link(link)),
        agency: entry.agency.as_deref().and_then(|agency| projection.agency(agency)),
        documents: texts(projection, "documents", &entry.documents, &mut removed),
        salary: None,
        contacts: entry.contacts.iter().map(|contact| shared_contact(projection, contact)).collect(),
        thanked: thanks(projection, entry.thanked.as_ref()),
        feedback: Feedback {
            requested: projection.day(entry.feedback.requested.as_ref()),
            via: entry.feedback.via,
            received: projection.day(entry.feedback.received.as_ref()),
            kind: entry.feedback.kind,
            clarified: projection.day(entry.feedback.clarified.as_ref()),
            thanked: thanks(projection, entry.feedback.thanked.as_ref()),
        },
        reasons: projection.topic_list(&entry.reasons, 0),
        weaknesses: projection.topic_list(&entry.weaknesses, 1),
        strengths: projection.topic_list(&entry.strengths, 2),
        mood: Mood::default(),
        keep_contact: entry.keep_contact,
        checked_in: projection.day(entry.checked_in.as_ref()),
        follows: projection.followed(entry).map(|id| Spanned::new(id.to_owned(), Span::default())),
        tags: texts(projection, "tags", &entry.tags, &mut removed),
        draft: false,
        private: false,
        extra: Extra::new(),
        body,
    };
    (shared, removed)
}

/// Counts the fields that do not pass.
fn count(removed: &mut Removed, projection: &Projection<'_>, entry: &Entry) {
    removed.count_all(What::Mood, usize::from(entry.mood != Mood::default()));
    removed.count_all(What::Salary, usize::from(entry.salary.is_some()));
    removed.count_all(What::Place, usize::from(entry.location.is_some()));
    removed.count_all(What::Contact, entry.contacts.len());
    removed.count_all(What::Extra, entry.extra.len());
    removed.count_all(What::Link, usize::from(entry.link.as_deref().is_some_and(|link| !projection.passes_link(link))));
    removed.count_all(What::Document, if projection.includes("documents") { 0 } else { entry.documents.len() });
    removed.count_all(What::Tag, if projection.includes("tags") { 0 } else { entry.tags.len() });
}

/// Returns texts of a part that passes only when the settings say so.
fn texts(projection: &Projection<'_>, part: &str, texts: &[String], removed: &mut Removed) -> Vec<String> {
    if !projection.includes(part) {
        return Vec::new();
    }
    texts.iter().map(|text| projection.text(text, removed)).filter(|text| !text.is_empty()).collect()
}

fn shared_interview(projection: &Projection<'_>, interview: &Interview, removed: &mut Removed) -> Interview {
    Interview {
        date: projection.day(interview.date.as_ref()),
        kind: projection.maybe(interview.kind.as_ref(), removed),
        with: Vec::new(),
    }
}

/// Of somebody met the role passes.
fn shared_contact(projection: &Projection<'_>, contact: &Contact) -> Contact {
    Contact {
        name: None,
        title: None,
        role: contact.role,
        email: None,
        phone: None,
        connected: contact.connected.map(|day| projection.first_day(day)),
        span: Span::default(),
    }
}

fn thanks(projection: &Projection<'_>, thanks: Option<&Thanks>) -> Option<Thanks> {
    thanks.map(|thanks| match thanks {
        Thanks::On(day) => Thanks::On(Spanned::new(projection.first_day(day.value), Span::default())),
        Thanks::SomeDay => Thanks::SomeDay,
    })
}
