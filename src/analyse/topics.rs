//! Topics as weaknesses, strengths, and beyond control: counted, scored, ordered.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::extract::{Extract, counted};
use super::mentions::Mention;
use super::{Carrier, EvidenceFigure, TopicFigure, rounded, trend};
use crate::locale::Lang;
use crate::model::{Control, Journal, Polarity, Source, Topic};

/// What the lists of topics are made from.
pub(super) struct Parts<'a> {
    pub(super) journal: &'a Journal,
    pub(super) lang: Lang,
    pub(super) extracts: &'a [Extract],
    /// The mentions of each topic, topics by number.
    pub(super) by_topic: &'a [Vec<Found<'a>>],
    /// How many companies there are whose entries carry feedback or a debrief.
    pub(super) companies: usize,
    pub(super) pivots: &'a BTreeMap<String, Date>,
    pub(super) carriers: &'a [Carrier],
}

/// A mention that was found in a journal.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    /// The place of its entry in the journal.
    pub(super) place: usize,
    pub(super) mention: &'a Mention,
}

/// Returns the ids of the topics of a journal, by number.
pub(super) fn ids(journal: &Journal) -> impl Iterator<Item = &str> {
    journal.topics.iter().map(|topic| topic.id.as_str())
}

/// Counts the companies whose entries carry feedback or a debrief.
pub(super) fn companies(extracts: &[Extract]) -> usize {
    distinct(counted(extracts).filter(|extract| extract.carries).map(|extract| extract.company))
}

/// Counts how many different numbers there are.
fn distinct(numbers: impl Iterator<Item = u32>) -> usize {
    numbers.collect::<FxHashSet<u32>>().len()
}

/// Returns the mentions of each topic, topics by number, mentions as they come.
pub(super) fn by_topic<'a>(journal: &Journal, extracts: &'a [Extract]) -> Vec<Vec<Found<'a>>> {
    let mut by_topic: Vec<Vec<Found<'_>>> = ids(journal).map(|_| Vec::new()).collect();
    for (place, extract) in extracts.iter().enumerate() {
        for mention in &extract.mentions {
            if let Some(found) = by_topic.get_mut(mention.topic) {
                found.push(Found { place, mention });
            }
        }
    }
    by_topic
}

/// Returns what is to be worked on.
pub(super) fn weaknesses(parts: &Parts<'_>) -> Vec<TopicFigure> {
    figures(parts, Mention::is_weakness)
}

/// Returns what works; topics that do not depend on the person are no strengths.
pub(super) fn strengths(parts: &Parts<'_>) -> Vec<TopicFigure> {
    figures(parts, |mention| mention.polarity == Polarity::Strength && mention.control != Control::Theirs)
}

/// Returns what does not depend on the person.
pub(super) fn beyond_control(parts: &Parts<'_>) -> Vec<TopicFigure> {
    figures(parts, |mention| mention.polarity == Polarity::Weakness && mention.control == Control::Theirs)
}

/// Returns the topics of the mentions that `wanted` holds for, in the order of reports.
///
/// A topic whose mentions all weigh nothing is not listed. Order: recurring
/// first, then the unrounded score (equal within 1e-9), then the id.
fn figures(parts: &Parts<'_>, wanted: impl Fn(&Mention) -> bool + Sync) -> Vec<TopicFigure> {
    let topics: Vec<&Arc<Topic>> = parts.journal.topics.iter().collect();
    let of_topic = |(found, topic): (&Vec<Found<'_>>, &&Arc<Topic>)| {
        let found: Vec<Found<'_>> = found.iter().copied().filter(|found| wanted(found.mention)).collect();
        let is_listed = found.iter().any(|found| found.mention.weighs());
        if is_listed { figure(parts, topic, &found) } else { None }
    };
    let mut scored: Vec<(f64, TopicFigure)> = parts.by_topic.par_iter().zip(&topics).filter_map(of_topic).collect();
    scored.sort_by_cached_key(|(score, figure)| (!figure.recurring, Reverse(comparable(*score)), figure.topic.clone()));
    scored.into_iter().map(|(_, figure)| figure).collect()
}

/// Returns a score as a whole number of billionths, so that scores equal within 1e-9 tie.
#[expect(clippy::cast_possible_truncation, reason = "scores are small: a sum of weights of at most 1 each")]
fn comparable(score: f64) -> i64 {
    (score * 1e9).round() as i64
}

/// Returns the figure of a topic from its mentions, which come in the order of entries; `None` without any.
fn figure(parts: &Parts<'_>, topic: &Topic, found: &[Found<'_>]) -> Option<(f64, TopicFigure)> {
    let weighing = || found.iter().filter(|found| found.mention.weighs());
    let is_employers =
        |found: &&Found<'_>| found.mention.evidence.explicit && found.mention.evidence.source == Source::Recruiter;
    let company = |found: &Found<'_>| parts.extracts.get(found.place).map(|extract| extract.company);
    let heaviest: Vec<f64> = found
        .chunk_by(|a, b| a.place == b.place)
        .map(|of_entry| of_entry.iter().map(|found| found.mention.weight).fold(0.0, f64::max))
        .filter(|weight| *weight > 0.0)
        .collect();
    let score: f64 = heaviest.iter().sum();
    let companies = distinct(weighing().filter_map(company));
    let recurring = usize::try_from(parts.journal.settings.analysis.recurring).ok()?;
    let covering = parts.journal.goals.iter().filter(|goal| !goal.is_dropped() && goal.works_on(&topic.id));
    let is_weakness = found.first()?.mention.is_weakness();
    let pivot = parts.pivots.get(&topic.id).filter(|_| is_weakness);
    let figure = TopicFigure {
        topic: topic.id.clone(),
        label: topic.label(parts.lang).to_owned(),
        group: topic.group.clone(),
        control: topic.control,
        applications: heaviest.len(),
        companies,
        employers: distinct(weighing().filter(is_employers).filter_map(company)),
        of: parts.companies,
        suggested: weighing().filter(|found| !found.mention.evidence.explicit).count(),
        recurring: companies >= recurring,
        score: rounded(score),
        trend: pivot.map(|pivot| trend::trend(parts.carriers, weighing().map(|found| found.place), *pivot)),
        covered_by: covering.map(|goal| goal.id.clone()).collect(),
        evidence: evidence(parts, found),
    };
    Some((score, figure))
}

/// Returns the mentions as evidence, the latest first.
fn evidence(parts: &Parts<'_>, found: &[Found<'_>]) -> Vec<Arc<EvidenceFigure>> {
    let day = |found: &Found<'_>| Reverse(parts.extracts.get(found.place).and_then(Extract::day));
    let mut sorted: Vec<(Reverse<Option<Date>>, &Mention)> =
        found.iter().map(|found| (day(found), found.mention)).collect();
    // They come in the order of ids and lines, which stays within a day.
    sorted.sort_by_key(|(day, _)| *day);
    sorted.into_iter().map(|(_, mention)| Arc::clone(&mention.evidence)).collect()
}
