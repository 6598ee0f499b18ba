//! Whether a weakness is mentioned less often since work on it was done.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::extract::{Extract, counted};
use super::topics::ids;
use super::{Carrier, Mentioned, Trend, probability_of_fall};
use crate::model::{GoalStatus, Journal, TaskState};

/// Returns for each topic that was worked on the first day on which a task or goal tied to it was done.
///
/// A goal's tasks inherit its topics; tasks of entries count like a goal's.
/// Work without a date gives no pivot.
pub(super) fn pivots(journal: &Journal, extracts: &[Extract]) -> BTreeMap<String, Date> {
    let mut pivots: BTreeMap<String, Date> = BTreeMap::new();
    let mut note = |topic: &str, day: Date| match pivots.get_mut(topic) {
        Some(pivot) => *pivot = day.min(*pivot),
        None => drop(pivots.insert(topic.to_owned(), day)),
    };
    for goal in &journal.goals {
        let closed = goal.closed.as_ref().filter(|_| goal.status == GoalStatus::Done).map(|day| day.value);
        for topic in &goal.topics {
            if let Some(day) = closed {
                note(&topic.value.id, day);
            }
        }
        for task in goal.body.tasks.iter().filter(|task| task.state == TaskState::Done) {
            let Some(day) = task.done else { continue };
            goal.topics.iter().for_each(|topic| note(&topic.value.id, day));
            task.topics.iter().for_each(|topic| note(&topic.id, day));
        }
    }
    let mut of_entries: BTreeMap<usize, Date> = BTreeMap::new();
    for worked in counted(extracts).flat_map(|extract| &extract.worked_on) {
        let Some(day) = worked.done else { continue };
        of_entries.entry(worked.topic).and_modify(|first| *first = day.min(*first)).or_insert(day);
    }
    for (topic, id) in ids(journal).enumerate() {
        if let Some(day) = of_entries.get(&topic) {
            note(id, *day);
        }
    }
    pivots
}

/// Returns the entries that trends look at, by day and id: decided, with feedback or a debrief.
pub(super) fn carriers(extracts: &[Extract]) -> Vec<Carrier> {
    let carrier = |(place, extract): (usize, &Extract)| {
        let decided = extract.decided.filter(|_| extract.counts && extract.carries)?;
        Some(Carrier { entry: Arc::clone(&extract.entry), place, decided })
    };
    let mut carriers: Vec<Carrier> = extracts.iter().enumerate().filter_map(carrier).collect();
    // They come in the order of ids, which stays within a day.
    carriers.sort_by_key(|carrier| carrier.decided);
    carriers
}

/// Returns how often entries mention a topic before `pivot` and since, that day included.
///
/// `mentioning` are the places of entries that mention it as a weakness that weighs something.
pub(super) fn trend(carriers: &[Carrier], mentioning: impl Iterator<Item = usize>, pivot: Date) -> Trend {
    let mentioning: FxHashSet<usize> = mentioning.collect();
    let (mut before, mut since) = (Mentioned::default(), Mentioned::default());
    for carrier in carriers {
        let side = if carrier.decided < pivot { &mut before } else { &mut since };
        side.of += 1;
        side.mentioned += usize::from(mentioning.contains(&carrier.place));
    }
    let probability = probability_of_fall(before, since);
    Trend { pivot, before, since, probability: probability.value(), verdict: probability.verdict(before, since) }
}
