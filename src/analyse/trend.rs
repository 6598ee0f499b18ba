//! Whether a weakness is mentioned less often since work on it was done.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::mentions::Mention;
use super::{Carrier, Mentioned, Trend, probability_of_fall};
use crate::model::{Entry, GoalStatus, Journal, TaskState};

/// Returns for each topic that was worked on the first day on which a task or goal tied to it was done.
///
/// A goal's tasks inherit its topics; tasks of entries count like a goal's.
/// Work without a date gives no pivot.
pub(super) fn pivots(journal: &Journal) -> BTreeMap<String, Date> {
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
    for entry in journal.counted() {
        for task in entry.body.tasks.iter().filter(|task| task.state == TaskState::Done) {
            let Some(day) = task.done else { continue };
            task.topics.iter().for_each(|topic| note(&topic.id, day));
        }
    }
    pivots
}

/// Returns the entries that trends look at, by day and id: decided, with feedback or a debrief.
pub(super) fn carriers(journal: &Journal) -> Vec<Carrier> {
    let carrier = |(place, entry): (usize, &Arc<Entry>)| {
        let carries = journal.counts(entry) && entry.has_feedback_or_debrief();
        Some(Carrier { entry: Arc::clone(entry), place, decided: entry.decided_on().filter(|_| carries)? })
    };
    let mut carriers: Vec<Carrier> = journal.entries.iter().enumerate().filter_map(carrier).collect();
    // They come in the order of ids, which stays within a day.
    carriers.sort_by_key(|carrier| carrier.decided);
    carriers
}

/// Returns how often entries mention a topic before `pivot` and since, that day included.
///
/// `mentions` are those of the topic as a weakness that weigh something.
pub(super) fn trend<'a>(carriers: &[Carrier], mentions: impl Iterator<Item = &'a Mention<'a>>, pivot: Date) -> Trend {
    let mentioning: HashSet<usize> = mentions.map(|mention| mention.place).collect();
    let (mut before, mut since) = (Mentioned::default(), Mentioned::default());
    for carrier in carriers {
        let side = if carrier.decided < pivot { &mut before } else { &mut since };
        side.of += 1;
        side.mentioned += usize::from(mentioning.contains(&carrier.place));
    }
    let probability = probability_of_fall(before, since);
    Trend { pivot, before, since, probability: probability.value(), verdict: probability.verdict(before, since) }
}
