//! Stories that end well: from a refusal, by what was learned, to an offer.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Story;
use super::extract::{Extract, counted};
use super::topics::ids;
use crate::model::{Entry, Journal, Status};

/// Returns the story of each offer that goes back to a refusal, by the day of the offer.
pub(super) fn stories(journal: &Journal, extracts: &[Extract], pivots: &BTreeMap<String, Date>) -> Vec<Story> {
    let offers = |status: Status| matches!(status, Status::Offer | Status::Accepted);
    // An offer that an accepted entry follows is told in the longer story.
    let accepted = counted(extracts).filter(|extract| extract.status == Status::Accepted);
    let told: BTreeSet<&str> =
        accepted.filter_map(|extract| line(journal, &extract.entry).get(1).map(|entry| entry.id.as_str())).collect();
    let mut chains: Vec<Vec<&Entry>> = counted(extracts)
        .filter(|extract| offers(extract.status) && !told.contains(extract.entry.id.as_str()))
        .map(|extract| chain(journal, &extract.entry))
        .filter(|chain| chain.len() >= 2)
        .collect();
    chains.sort_by_key(|chain| chain.last().map(|last| (last.day(), last.id.as_str())));
    let pivots: Vec<Option<(&str, Date)>> =
        ids(journal).map(|topic| pivots.get(topic).map(|pivot| (topic, *pivot))).collect();
    let in_chains: BTreeSet<&str> = chains.iter().flatten().map(|entry| entry.id.as_str()).collect();
    let mut worked_on: BTreeMap<&str, Vec<(&str, Date)>> = BTreeMap::new();
    for extract in extracts.iter().filter(|extract| in_chains.contains(extract.entry.id.as_str())) {
        let weaknesses = extract.mentions.iter().filter(|mention| mention.is_weakness() && mention.weighs());
        let pivots = weaknesses.filter_map(|mention| *pivots.get(mention.topic)?);
        worked_on.insert(&extract.entry.id, pivots.collect());
    }
    chains.iter().filter_map(|chain| story(journal, &worked_on, chain)).collect()
}

/// Returns the entry and those it goes back to, the latest first, to the first that is part of a circle.
fn line<'a>(journal: &'a Journal, entry: &'a Entry) -> Vec<&'a Entry> {
    let mut line = vec![entry];
    let mut known: BTreeSet<&str> = BTreeSet::from([entry.id.as_str()]);
    while let Some(earlier) = line.last().and_then(|last| journal.followed(last)) {
        if !known.insert(earlier.id.as_str()) {
            let circle = line.iter().position(|entry| entry.id == earlier.id).unwrap_or_default();
            line.truncate(circle + 1);
            break;
        }
        line.push(earlier);
    }
    line
}

/// Returns the entries from the first refused or unanswered one to `offer`, oldest first.
///
/// A draft, or an entry from before this search, is no link.
fn chain<'a>(journal: &'a Journal, offer: &'a Entry) -> Vec<&'a Entry> {
    let line = line(journal, offer).into_iter().enumerate();
    let mut chain: Vec<&Entry> =
        line.take_while(|(at, entry)| *at == 0 || journal.counts(entry)).map(|(_, entry)| entry).collect();
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
