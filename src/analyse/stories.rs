//! Stories that end well: from a refusal, by what was learned, to an offer.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Story;
use super::mentions::Mention;
use crate::check::without_circles;
use crate::model::{Entry, Journal, Status};

/// Returns the story of each offer that goes back to a refusal, by the day of the offer.
pub(super) fn stories(journal: &Journal, mentions: &[Mention<'_>], pivots: &BTreeMap<String, Date>) -> Vec<Story> {
    let follows = without_circles(journal);
    let is_offer = |entry: &Entry| matches!(entry.status, Status::Offer | Status::Accepted);
    // An offer that an accepted entry follows is told in the longer story.
    let accepted = journal.counted().filter(|entry| entry.status == Status::Accepted);
    let told: BTreeSet<&str> = accepted.filter_map(|entry| follows.get(entry.id.as_str()).copied()).collect();
    let mut chains: Vec<Vec<&Entry>> = journal
        .counted()
        .filter(|entry| is_offer(entry) && !told.contains(entry.id.as_str()))
        .map(|offer| chain(journal, &follows, offer))
        .filter(|chain| chain.len() >= 2)
        .collect();
    chains.sort_by_key(|chain| chain.last().map(|last| (last.day(), last.id.as_str())));
    let in_chains: BTreeSet<&str> = chains.iter().flatten().map(|entry| entry.id.as_str()).collect();
    let mut worked_on: BTreeMap<&str, Vec<(&str, Date)>> = BTreeMap::new();
    let is_told = |mention: &&Mention<'_>| {
        in_chains.contains(mention.entry.id.as_str()) && mention.is_weakness() && mention.weighs()
    };
    for mention in mentions.iter().filter(is_told) {
        if let Some(pivot) = pivots.get(&mention.topic.id) {
            worked_on.entry(&mention.entry.id).or_default().push((&mention.topic.id, *pivot));
        }
    }
    chains.iter().filter_map(|chain| story(journal, &worked_on, chain)).collect()
}

/// Returns the entries from the first refused or unanswered one to `offer`, oldest first.
///
/// A draft, or an entry from before this search, is no link.
fn chain<'a>(journal: &'a Journal, follows: &BTreeMap<&str, &str>, offer: &'a Entry) -> Vec<&'a Entry> {
    let mut chain = vec![offer];
    let mut id = offer.id.as_str();
    while let Some(earlier) = follows.get(id).and_then(|id| journal.entry(id)).filter(|entry| journal.counts(entry)) {
        chain.push(earlier);
        id = &earlier.id;
    }
    chain.reverse();
    let first = chain.iter().position(|entry| matches!(entry.status, Status::Rejected | Status::Ghosted));
    chain.into_iter().skip(first.unwrap_or(usize::MAX)).collect()
}

/// Tells one story; `worked_on` has for each entry its weaknesses that have a pivot, with it.
fn story(journal: &Journal, worked_on: &BTreeMap<&str, Vec<(&str, Date)>>, chain: &[&Entry]) -> Option<Story> {
    let (offer, earlier) = chain.split_last()?;
    let topics: BTreeSet<&str> = earlier
        .iter()
        .filter_map(|entry| worked_on.get(entry.id.as_str()))
        .flatten()
        .filter(|(_, pivot)| offer.decided_on().is_none_or(|day| *pivot <= day))
        .map(|(topic, _)| *topic)
        .collect();
    let goals =
        journal.goals.iter().filter(|goal| !goal.is_dropped() && topics.iter().any(|topic| goal.works_on(topic)));
    Some(Story {
        entries: chain.iter().map(|entry| entry.id.clone()).collect(),
        goals: goals.map(|goal| goal.id.clone()).collect(),
        topics: topics.into_iter().map(str::to_owned).collect(),
        outcome: offer.status,
    })
}
