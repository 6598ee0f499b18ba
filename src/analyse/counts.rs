//! Plain counts: entries, funnel, feedback, SWOT, feelings, outcomes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::agenda::{Step, StepKind, StepState};
use super::extract::{Extract, counted};
use super::suggested::Suggestions;
use super::{EntryCounts, FeedbackCounts, FunnelStage, MoodPoint, Note, Outcome, Swot, TopicFigure};
use jiff::civil::Date;

use crate::locale::fold;
use crate::model::{Entry, FeedbackKind, Journal, Placed, Stage, Status};

/// Counts entries by how they stand; left-out files count in the total.
pub(super) fn entries(journal: &Journal, extracts: &[Extract]) -> EntryCounts {
    let mut counts = EntryCounts::default();
    for extract in counted(extracts) {
        let count = match extract.status {
            Status::Rejected => &mut counts.rejected,
            Status::Ghosted => &mut counts.ghosted,
            Status::Withdrawn => &mut counts.withdrawn,
            Status::Open => &mut counts.open,
            Status::Offer => &mut counts.offer,
            Status::Accepted => &mut counts.accepted,
        };
        *count += 1;
        counts.total += 1;
    }
    counts.left_out = journal.left_out_entries.iter().filter(|file| !file.draft).count();
    counts.total += counts.left_out;
    counts
}

/// Counts how far applications came.
pub(super) fn funnel(extracts: &[Extract]) -> Vec<FunnelStage> {
    let mut funnel: Vec<FunnelStage> =
        Stage::ALL.iter().map(|stage| FunnelStage { stage: *stage, reached: 0, ended_here: 0 }).collect();
    for extract in counted(extracts) {
        let ends = matches!(extract.status, Status::Rejected | Status::Ghosted | Status::Withdrawn);
        for row in &mut funnel {
            row.reached += usize::from(extract.reached >= row.stage);
            row.ended_here += usize::from(ends && extract.reached == row.stage);
        }
    }
    funnel
}

/// Counts feedback asked for and received; kinds are those that the person states, else those suggested.
pub(super) fn feedback(extracts: &[Extract], suggestions: &Suggestions, agenda: &[Step]) -> FeedbackCounts {
    let mut counts = FeedbackCounts::default();
    let mut answered = 0_usize;
    for extract in counted(extracts) {
        counts.requested += usize::from(extract.requested);
        counts.received += usize::from(extract.received);
        answered += usize::from(extract.requested && extract.received);
        match extract.kind {
            Some(FeedbackKind::Constructive) => counts.constructive += 1,
            Some(FeedbackKind::Generic) => counts.generic += 1,
            Some(FeedbackKind::Unconstructive) => counts.unconstructive += 1,
            None => {}
        }
    }
    let is_due =
        |step: &&Step| step.kind == StepKind::FeedbackRequest && matches!(step.state, StepState::Due | StepState::Late);
    counts.due = agenda.iter().filter(is_due).count();
    counts.rate = share(answered, counts.requested);
    counts.unclassified = unclassified(extracts, suggestions);
    counts
}

/// Gathers the sentences of feedback that speak of nothing known.
fn unclassified(extracts: &[Extract], suggestions: &Suggestions) -> Vec<Note> {
    let mut notes = Vec::new();
    if suggestions.is_empty() {
        return notes;
    }
    for entry in counted(extracts).map(|extract| &extract.entry) {
        for (line, text) in suggestions.of(&entry.id).into_iter().flat_map(|found| &found.unclassified) {
            notes.push(Note { entry: entry.id.clone(), line: *line, text: text.clone() });
        }
    }
    notes
}

/// Returns `part` of `whole` from 0 to 1; `None` of nothing.
fn share(part: usize, whole: usize) -> Option<f64> {
    let float = |count: usize| u32::try_from(count).map_or(f64::INFINITY, f64::from);
    (whole > 0).then(|| float(part) / float(whole))
}

/// Gathers the four lists of the SWOT.
pub(super) fn swot(extracts: &[Extract], strengths: &[TopicFigure], weaknesses: &[TopicFigure]) -> Swot {
    let ids = |figures: &[TopicFigure]| figures.iter().map(|figure| figure.topic.clone()).collect();
    Swot {
        strengths: ids(strengths),
        weaknesses: ids(weaknesses),
        opportunities: notes(extracts, |entry| &entry.body.opportunities),
        threats: notes(extracts, |entry| &entry.body.threats),
    }
}

fn notes(extracts: &[Extract], of: impl Fn(&Entry) -> &Vec<Placed>) -> Vec<Note> {
    let note =
        |entry: &Entry, placed: &Placed| Note { entry: entry.id.clone(), line: placed.line, text: placed.text.clone() };
    let with_notes = counted(extracts).filter(|extract| extract.has_notes).map(|extract| &extract.entry);
    with_notes.flat_map(|entry| of(entry).iter().map(|placed| note(entry, placed))).collect()
}

/// Gathers feelings by day.
pub(super) fn mood(extracts: &[Extract]) -> Vec<MoodPoint> {
    let mut mood: Vec<MoodPoint> = counted(extracts)
        .filter(|extract| extract.mood.before.is_some() || extract.mood.after.is_some())
        .map(|extract| MoodPoint {
            date: extract.day(),
            entry: extract.entry.id.clone(),
            before: extract.mood.before,
            after: extract.mood.after,
        })
        .collect();
    // They come in the order of ids, which stays within a day.
    mood.sort_by_key(|point| point.date);
    mood
}

/// Counts outcomes by names of an entry, which `numbers` and `names` give in the same order; most applications first,
/// then by name.
///
/// Names are the same without case, accents and extra spaces, like companies: then their numbers are.
pub(super) fn outcomes(
    extracts: &[Extract],
    numbers: impl Fn(&Extract) -> &[u32],
    names: impl Fn(&Entry) -> &[String],
) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    // The place among the outcomes of each number.
    let mut places: BTreeMap<u32, usize> = BTreeMap::new();
    for extract in counted(extracts) {
        let mut seen: Vec<usize> = Vec::new();
        for (which, number) in numbers(extract).iter().enumerate() {
            let at = *places.entry(*number).or_insert_with(|| {
                let name = names(&extract.entry).get(which).cloned().unwrap_or_default();
                outcomes.push(Outcome { name, applications: 0, interviews: 0, offers: 0 });
                outcomes.len() - 1
            });
            let Some(outcome) = outcomes.get_mut(at).filter(|_| !seen.contains(&at)) else { continue };
            outcome.applications += 1;
            outcome.interviews += usize::from(extract.has_interview);
            outcome.offers += usize::from(matches!(extract.status, Status::Offer | Status::Accepted));
            seen.push(at);
        }
    }
    outcomes.sort_by_cached_key(|outcome| (Reverse(outcome.applications), fold(&outcome.name)));
    outcomes
}

/// Returns the first and the last day on which an application was sent or decided.
pub(super) fn period(extracts: &[Extract]) -> Option<(Date, Date)> {
    let days = || counted(extracts).flat_map(|extract| [extract.applied, extract.decided]).flatten();
    days().min().zip(days().max())
}
