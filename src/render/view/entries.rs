//! The list of applications, and what it can be narrowed to.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::common::{LinkView, stage_text, status_text};
use super::{Body, Context};
use crate::analyse::Outcome;
use crate::locale::fold;
use crate::model::{Entry, Stage, Status};

/// An entry in a list.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct EntryRowView {
    link: LinkView,
    company: String,
    role: String,
    date: String,
    iso: String,
    stage: String,
    stage_word: Stage,
    status: Status,
    status_text: String,
    draft: bool,
    /// The topics that it mentions, by id.
    topics: Vec<String>,
}

/// The list of entries.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct EntriesView {
    years: Vec<YearView>,
    /// How many entries there are.
    total: usize,
    /// How many of them are drafts, which count nowhere else.
    drafts: Option<String>,
    /// What the table can be narrowed to: stages, outcomes and topics that are there.
    stages: Vec<ChoiceView>,
    statuses: Vec<ChoiceView>,
    topics: Vec<ChoiceView>,
    sources: Vec<OutcomeView>,
    documents: Vec<OutcomeView>,
}

/// The entries of a year.
#[derive(Clone, Debug, Serialize)]
struct YearView {
    heading: String,
    entries: Vec<EntryRowView>,
}

/// Something that the table of entries can be narrowed to.
#[derive(Clone, Debug, Serialize)]
struct ChoiceView {
    value: String,
    label: String,
}

/// What came of applications that share something.
#[derive(Clone, Debug, Serialize)]
struct OutcomeView {
    name: String,
    applications: usize,
    interviews: usize,
    offers: usize,
}

/// Returns the list of entries.
pub(in crate::render) fn entries(context: &Context<'_>) -> Body {
    let mut years: Vec<YearView> = Vec::new();
    let rows = rows(context);
    let (stages, statuses, topics) = choices(context, &rows);
    let total = rows.len();
    let drafts = rows.iter().filter(|row| row.draft).count();
    for row in rows {
        let heading = row.iso.get(..4).unwrap_or_default().to_owned();
        match years.last_mut().filter(|year| year.heading == heading) {
            Some(year) => year.entries.push(row),
            None => years.push(YearView { heading, entries: vec![row] }),
        }
    }
    let outcomes = |outcomes: &[Outcome]| {
        let view = |outcome: &Outcome| OutcomeView {
            name: outcome.name.clone(),
            applications: outcome.applications,
            interviews: outcome.interviews,
            offers: outcome.offers,
        };
        outcomes.iter().map(view).collect()
    };
    let report = context.report();
    Body::Entries(Box::new(EntriesView {
        years,
        total,
        drafts: (drafts > 0).then(|| context.format("entries-drafts", &[("count", drafts.into())])),
        stages,
        statuses,
        topics,
        sources: outcomes(&report.sources),
        documents: outcomes(&report.documents),
    }))
}

/// Returns the entries, the latest first, drafts too.
pub(super) fn latest_first<'a>(context: &Context<'a>) -> Vec<&'a Arc<Entry>> {
    // They stand in the order of ids, which entries of one day keep.
    let mut entries: Vec<&Arc<Entry>> = context.journal().entries.iter().rev().collect();
    entries.sort_by_key(|entry| Reverse(entry.day()));
    entries
}

/// Returns the entries as rows, the latest first, drafts too.
pub(super) fn rows(context: &Context<'_>) -> Vec<EntryRowView> {
    latest_first(context).into_iter().map(|entry| row(context, entry)).collect()
}

/// Returns an entry as a row.
pub(super) fn row(context: &Context<'_>, entry: &Entry) -> EntryRowView {
    let locale = context.locale();
    EntryRowView {
        link: context.entry_view(entry),
        company: entry.company.clone(),
        role: entry.role.clone(),
        date: entry.day().map(|day| locale.date(day)).unwrap_or_default(),
        iso: entry.day().map(|day| locale.iso(day)).unwrap_or_default(),
        stage: stage_text(locale, entry.reached()).to_owned(),
        stage_word: entry.reached(),
        status: entry.status,
        status_text: status_text(locale, entry.status).to_owned(),
        draft: entry.draft,
        topics: context.mentioned(entry).map(str::to_owned).collect(),
    }
}

/// Returns the stages, statuses and topics of the rows: in the order of the vocabulary, topics by name.
fn choices(context: &Context<'_>, rows: &[EntryRowView]) -> (Vec<ChoiceView>, Vec<ChoiceView>, Vec<ChoiceView>) {
    let locale = context.locale();
    let choice = |value: &str, label: &str| ChoiceView { value: value.to_owned(), label: label.to_owned() };
    let stages = Stage::ALL.iter().filter(|stage| rows.iter().any(|row| row.stage_word == **stage));
    let statuses = Status::ALL.iter().filter(|status| rows.iter().any(|row| row.status == **status));
    let ids: BTreeSet<&String> = rows.iter().flat_map(|row| &row.topics).collect();
    let mut topics: Vec<ChoiceView> = ids.into_iter().map(|id| choice(id, &context.topic_view(id).label)).collect();
    topics.sort_by_cached_key(|topic| fold(&topic.label));
    (
        stages.map(|stage| choice(stage.name(), stage_text(locale, *stage))).collect(),
        statuses.map(|status| choice(status.name(), status_text(locale, *status))).collect(),
        topics,
    )
}
