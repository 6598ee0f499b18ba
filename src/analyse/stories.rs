//! Stories that end well: from a refusal, by what was learned, to an offer.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Story;
use super::extract::Extract;
use super::topics::ids;
use crate::model::{Journal, Status};

/// Returns the story of each offer that goes back to a refusal, by the day of the offer.
pub(super) fn stories(journal: &Journal, extracts: &[Extract], pivots: &BTreeMap<String, Date>) -> Vec<Story> {
    let followed = journal.entries.followed();
    let with_status = |wanted: fn(Status) -> bool| {
        let counting = move |(_, extract): &(usize, &Extract)| extract.counts && wanted(extract.status);
        extracts.iter().enumerate().filter(counting).map(|(place, _)| place)
    };
    // An offer that an accepted entry follows is told in the longer story.
    let accepted = with_status(|status| status == Status::Accepted);
    let told: BTreeSet<usize> = accepted.filter_map(|place| line(followed, place).get(1).copied()).collect();
    let offers = with_status(|status| matches!(status, Status::Offer | Status::Accepted));
    let mut chains: Vec<Vec<&Extract>> = offers
        .filter(|place| !told.contains(place))
        .map(|offer| chain(extracts, &line(followed, offer)))
        .filter(|chain| chain.len() >= 2)
        .collect();
    chains.sort_by_key(|chain| chain.last().map(|last| (last.day(), last.entry.id.as_str())));
    let pivots: Vec<Option<(&str, Date)>> =
        ids(journal).map(|topic| pivots.get(topic).map(|pivot| (topic, *pivot))).collect();
    chains.iter().filter_map(|chain| story(journal, &pivots, chain)).collect()
}

/// Returns the place of an entry and of those it goes back to, the latest first, to the first that is part of a circle.
fn line(followed: &[Option<usize>], place: usize) -> Vec<usize> {
    let mut line = vec![place];
    while let Some(earlier) = line.last().and_then(|last| followed.get(*last).copied().flatten()) {
        if let Some(circle) = line.iter().position(|known| *known == earlier) {
            line.truncate(circle + 1);
            break;
        }
        line.push(earlier);
    }
    line
}

/// Returns of a line the entries from the first refused or unanswered one to the offer, oldest first.
///
/// A draft, or an entry from before this search, is no link.
fn chain<'a>(extracts: &'a [Extract], line: &[usize]) -> Vec<&'a Extract> {
    let linked = line.iter().map_while(|place| extracts.get(*place).filter(|extract| extract.counts));
    let mut chain: Vec<&Extract> = linked.collect();
    chain.reverse();
    let first = chain.iter().position(|extract| matches!(extract.status, Status::Rejected | Status::Ghosted));
    chain.into_iter().skip(first.unwrap_or(usize::MAX)).collect()
}

/// Tells one story; `pivots` has for the number of each topic that was worked on its id and its pivot.
fn story(journal: &Journal, pivots: &[Option<(&str, Date)>], chain: &[&Extract]) -> Option<Story> {
    let (offer, earlier) = chain.split_last()?;
    let weaknesses = earlier.iter().flat_map(|extract| &extract.mentions);
    let topics: BTreeSet<&str> = weaknesses
        .filter(|mention| mention.is_weakness() && mention.weighs())
        .filter_map(|mention| *pivots.get(mention.topic)?)
        .filter(|(_, pivot)| offer.decided.is_none_or(|day| *pivot <= day))
        .map(|(topic, _)| topic)
        .collect();
    let goals =
        journal.goals.iter().filter(|goal| !goal.is_dropped() && topics.iter().any(|topic| goal.works_on(topic)));
    Some(Story {
        entries: chain.iter().map(|extract| extract.entry.id.clone()).collect(),
        goals: goals.map(|goal| goal.id.clone()).collect(),
        topics: topics.into_iter().map(str::to_owned).collect(),
        outcome: offer.status,
    })
}
