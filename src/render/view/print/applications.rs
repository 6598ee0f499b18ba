//! The plain list of applications with their dates, as a job centre asks for it, and nothing else.

use std::sync::Arc;

use serde::Serialize;

use super::FrameView;
use crate::model::{Entry, Status};
use crate::render::view::{Body, Context, status_text};

/// The plain list of applications.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct ApplicationsView {
    frame: FrameView,
    /// From when to when, and how many.
    period: String,
    /// How many files could not be read and are missing.
    missing: Option<String>,
    rows: Vec<ApplicationRowView>,
}

/// An application in the plain list.
#[derive(Clone, Debug, Serialize)]
struct ApplicationRowView {
    date: String,
    iso: String,
    company: String,
    role: String,
    found: String,
    outcome: String,
}

/// Returns the list, in order of time; drafts are none.
pub(in crate::render) fn applications(context: &Context<'_>, frame: FrameView) -> Body {
    let journal = context.journal();
    let mut entries: Vec<&Arc<Entry>> = journal.counted().collect();
    entries.sort_by_key(|entry| (entry.applied_on().or(entry.decided_on()), &entry.id));
    let missing = journal.left_out_entries.iter().filter(|file| !file.draft).count();
    Body::Applications(Box::new(ApplicationsView {
        frame,
        period: period(context, &entries),
        missing: (missing > 0).then(|| context.format("applications-missing", &[("count", missing.into())])),
        rows: entries.into_iter().map(|entry| row(context, entry)).collect(),
    }))
}

fn row(context: &Context<'_>, entry: &Entry) -> ApplicationRowView {
    let locale = context.locale();
    let status = status_text(locale, entry.status);
    let outcome = match entry.decided_on().filter(|_| entry.status != Status::Ghosted) {
        Some(day) => {
            let args = [("outcome", status.into()), ("day", locale.date(day).replace(' ', "\u{a0}").into())];
            context.format("applications-outcome", &args)
        }
        None => status.to_owned(),
    };
    let unknown = || context.text("applications-undated").to_owned();
    ApplicationRowView {
        date: entry.applied_on().map_or_else(unknown, |day| locale.date(day)),
        iso: entry.applied_on().map(|day| locale.iso(day)).unwrap_or_default(),
        company: entry.company.clone(),
        role: entry.role.clone(),
        found: entry.found_at.clone().unwrap_or_default(),
        outcome,
    }
}

/// Returns the days of the first and the last application, and how many there are.
fn period(context: &Context<'_>, entries: &[&Arc<Entry>]) -> String {
    let locale = context.locale();
    let days = || entries.iter().filter_map(|entry| entry.applied_on());
    let count = context.format("applications-count", &[("count", entries.len().into())]);
    match (days().min(), days().max()) {
        (Some(first), Some(last)) if first < last => {
            let args = [("first", locale.date(first).into()), ("last", locale.date(last).into())];
            format!("{count}, {}", context.format("period-days", &args))
        }
        (Some(day), _) => format!("{count}, {}", locale.date(day)),
        _ => count,
    }
}
