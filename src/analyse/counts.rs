//! Plain counts: entries, funnel, feedback, SWOT, feelings, outcomes.

use std::collections::HashMap;

use super::agenda::{Step, StepKind, StepState};
use super::suggested::{Suggestions, feedback_kind};
use super::{EntryCounts, FeedbackCounts, FunnelStage, MoodPoint, Note, Outcome, Swot, TopicFigure};
use crate::locale::fold;
use crate::model::{Entry, FeedbackKind, Journal, Placed, Stage, Status};

/// Counts entries by how they stand; left-out files count in the total.
pub(super) fn entries(journal: &Journal) -> EntryCounts {
    let mut counts = EntryCounts::default();
    for entry in journal.counted() {
        let count = match entry.status {
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
pub(super) fn funnel(journal: &Journal) -> Vec<FunnelStage> {
    let mut funnel: Vec<FunnelStage> =
        Stage::ALL.iter().map(|stage| FunnelStage { stage: *stage, reached: 0, ended_here: 0 }).collect();
    for entry in journal.counted() {
        let furthest = entry.reached();
        let ends = matches!(entry.status, Status::Rejected | Status::Ghosted | Status::Withdrawn);
        for row in &mut funnel {
            row.reached += usize::from(furthest >= row.stage);
            row.ended_here += usize::from(ends && furthest == row.stage);
        }
    }
    funnel
}

/// Counts feedback asked for and received; kinds are those that the person states, else those suggested.
pub(super) fn feedback(journal: &Journal, suggestions: &Suggestions, agenda: &[Step]) -> FeedbackCounts {
    let mut counts = FeedbackCounts::default();
    let mut answered = 0_usize;
    for entry in journal.counted() {
        let feedback = &entry.feedback;
        counts.requested += usize::from(feedback.requested.is_some());
        counts.received += usize::from(feedback.received.is_some());
        answered += usize::from(feedback.requested.is_some() && feedback.received.is_some());
        let found = suggestions.of(&entry.id);
        let suggested = found.and_then(|found| found.kind.as_ref()).map(|reading| feedback_kind(reading.kind));
        match feedback.kind.or(suggested) {
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
    counts.unclassified = unclassified(journal, suggestions);
    counts
}

/// Gathers the sentences of feedback that speak of nothing known.
fn unclassified(journal: &Journal, suggestions: &Suggestions) -> Vec<Note> {
    let mut notes = Vec::new();
    for entry in journal.counted() {
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
pub(super) fn swot(journal: &Journal, strengths: &[TopicFigure], weaknesses: &[TopicFigure]) -> Swot {
    let ids = |figures: &[TopicFigure]| figures.iter().map(|figure| figure.topic.clone()).collect();
    Swot {
        strengths: ids(strengths),
        weaknesses: ids(weaknesses),
        opportunities: notes(journal, |entry| &entry.body.opportunities),
        threats: notes(journal, |entry| &entry.body.threats),
    }
}

fn notes(journal: &Journal, of: impl Fn(&Entry) -> &Vec<Placed>) -> Vec<Note> {
    let note =
        |entry: &Entry, placed: &Placed| Note { entry: entry.id.clone(), line: placed.line, text: placed.text.clone() };
    journal.counted().flat_map(|entry| of(entry).iter().map(|placed| note(entry, placed))).collect()
}

/// Gathers feelings by day.
pub(super) fn mood(journal: &Journal) -> Vec<MoodPoint> {
    let mut mood: Vec<MoodPoint> = journal
        .counted()
        .filter(|entry| entry.mood.before.is_some() || entry.mood.after.is_some())
        .map(|entry| MoodPoint {
            date: entry.day(),
            entry: entry.id.clone(),
            before: entry.mood.before,
            after: entry.mood.after,
        })
        .collect();
    // They come in the order of ids, which stays within a day.
    mood.sort_by_key(|point| point.date);
    mood
}

/// Counts outcomes by the names that `names` finds in an entry; most applications first, then by name.
///
/// Names are the same without case, accents and extra spaces, like companies.
pub(super) fn outcomes<'a>(journal: &'a Journal, names: impl Fn(&'a Entry) -> &'a [String]) -> Vec<Outcome> {
    let mut outcomes: Vec<(String, Outcome)> = Vec::new();
    // The place among the outcomes of each name as it is written, and of each that it folds to.
    let mut written: HashMap<&str, usize> = HashMap::new();
    let mut folded: HashMap<String, usize> = HashMap::new();
    for entry in journal.counted() {
        let mut seen: Vec<usize> = Vec::new();
        for name in names(entry) {
            let at = *written.entry(name).or_insert_with(|| {
                let key = fold(name);
                *folded.entry(key.clone()).or_insert_with(|| {
                    let outcome = Outcome { name: name.clone(), applications: 0, interviews: 0, offers: 0 };
                    outcomes.push((key, outcome));
                    outcomes.len() - 1
                })
            });
            let Some((_, outcome)) = outcomes.get_mut(at).filter(|_| !seen.contains(&at)) else { continue };
            outcome.applications += 1;
            outcome.interviews += usize::from(entry.has_interview());
            outcome.offers += usize::from(matches!(entry.status, Status::Offer | Status::Accepted));
            seen.push(at);
        }
    }
    outcomes.sort_by(|(a, first), (b, second)| (second.applications, a).cmp(&(first.applications, b)));
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}
