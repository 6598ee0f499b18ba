//! Topics as weaknesses, strengths, and beyond control: counted, scored, ordered.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::mentions::Mention;
use super::{Carrier, EvidenceFigure, TopicFigure, rounded, trend};
use crate::locale::{Lang, fold};
use crate::model::{Control, Entry, Journal, Polarity, Source};

/// What the lists of topics are made from.
pub(super) struct Parts<'a> {
    pub(super) journal: &'a Journal,
    pub(super) lang: Lang,
    /// The mentions of each topic, in the order of ids.
    pub(super) by_topic: Vec<Vec<&'a Mention<'a>>>,
    pub(super) companies: &'a Companies,
    pub(super) pivots: &'a BTreeMap<String, Date>,
    pub(super) carriers: &'a [Carrier],
}

/// The companies of a journal: those that fold alike are one.
pub(super) struct Companies {
    /// The number of each entry's company, by the entry's place.
    of_entry: Vec<u32>,
    /// How many companies there are whose entries carry feedback or a debrief.
    with_feedback: usize,
}

impl Companies {
    /// Numbers the companies of a journal.
    pub(super) fn new(journal: &Journal) -> Self {
        let folded: Vec<String> = journal.entries.par_iter().map(|entry| fold(&entry.company)).collect();
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let mut number = |name| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(name).or_insert(next)
        };
        let of_entry: Vec<u32> = folded.iter().map(|name| number(name.as_str())).collect();
        let has_feedback = |entry: &Entry| journal.counts(entry) && entry.has_feedback_or_debrief();
        let carrying = journal.entries.iter().zip(&of_entry).filter(|(entry, _)| has_feedback(entry));
        let with_feedback = distinct(carrying.map(|(_, number)| *number));
        Self { of_entry, with_feedback }
    }

    /// Counts the companies of some mentions.
    fn of<'a>(&self, mentions: impl Iterator<Item = &'a Mention<'a>>) -> usize {
        distinct(mentions.filter_map(|mention| self.of_entry.get(mention.place).copied()))
    }
}

/// Counts how many different numbers there are.
fn distinct(numbers: impl Iterator<Item = u32>) -> usize {
    let mut numbers: Vec<u32> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len()
}

/// Returns the mentions of each topic that has any, topics in the order of their ids, mentions as they come.
pub(super) fn by_topic<'a>(mentions: &'a [Mention<'a>]) -> Vec<Vec<&'a Mention<'a>>> {
    let mut by_topic: HashMap<&str, Vec<&Mention<'_>>> = HashMap::new();
    for mention in mentions {
        by_topic.entry(&mention.topic.id).or_default().push(mention);
    }
    let mut by_topic: Vec<(&str, Vec<&Mention<'_>>)> = by_topic.into_iter().collect();
    by_topic.sort_unstable_by_key(|(id, _)| *id);
    by_topic.into_iter().map(|(_, mentions)| mentions).collect()
}

/// Returns what is to be worked on.
pub(super) fn weaknesses(parts: &Parts<'_>) -> Vec<TopicFigure> {
    figures(parts, is_weakness)
}

/// A function of its own: the method's lifetime is too particular for [`figures`].
fn is_weakness(mention: &Mention<'_>) -> bool {
    mention.is_weakness()
}

/// Returns what works; topics that do not depend on the person are no strengths.
pub(super) fn strengths(parts: &Parts<'_>) -> Vec<TopicFigure> {
    figures(parts, |mention| mention.polarity == Polarity::Strength && mention.topic.control != Control::Theirs)
}

/// Returns what does not depend on the person.
pub(super) fn beyond_control(parts: &Parts<'_>) -> Vec<TopicFigure> {
    figures(parts, |mention| mention.polarity == Polarity::Weakness && mention.topic.control == Control::Theirs)
}

/// Returns the topics of the mentions that `wanted` holds for, in the order of reports.
///
/// A topic whose mentions all weigh nothing is not listed. Order: recurring
/// first, then the unrounded score (equal within 1e-9), then the id.
fn figures(parts: &Parts<'_>, wanted: impl Fn(&Mention<'_>) -> bool + Sync) -> Vec<TopicFigure> {
    let of_topic = |mentions: &Vec<&Mention<'_>>| {
        let mentions: Vec<&Mention<'_>> = mentions.iter().copied().filter(|mention| wanted(mention)).collect();
        let is_listed = mentions.iter().any(|mention| mention.weighs());
        if is_listed { figure(parts, &mentions) } else { None }
    };
    let mut scored: Vec<(f64, TopicFigure)> = parts.by_topic.par_iter().filter_map(of_topic).collect();
    scored.sort_by_cached_key(|(score, figure)| (!figure.recurring, Reverse(comparable(*score)), figure.topic.clone()));
    scored.into_iter().map(|(_, figure)| figure).collect()
}

/// Returns a score as a whole number of billionths, so that scores equal within 1e-9 tie.
#[expect(clippy::cast_possible_truncation, reason = "scores are small: a sum of weights of at most 1 each")]
fn comparable(score: f64) -> i64 {
    (score * 1e9).round() as i64
}

/// Returns the figure of a topic from its mentions, which come in the order of entries; `None` without any.
fn figure(parts: &Parts<'_>, mentions: &[&Mention<'_>]) -> Option<(f64, TopicFigure)> {
    let topic = mentions.first()?.topic;
    let weighing = || mentions.iter().copied().filter(|mention| mention.weighs());
    let is_employers = |mention: &&Mention<'_>| mention.explicit && mention.source == Source::Recruiter;
    let heaviest: Vec<f64> = mentions
        .chunk_by(|a, b| a.place == b.place)
        .map(|of_entry| of_entry.iter().map(|mention| mention.weight).fold(0.0, f64::max))
        .filter(|weight| *weight > 0.0)
        .collect();
    let score: f64 = heaviest.iter().sum();
    let companies = parts.companies.of(weighing());
    let recurring = usize::try_from(parts.journal.settings.analysis.recurring).ok()?;
    let covering = parts.journal.goals.iter().filter(|goal| !goal.is_dropped() && goal.works_on(&topic.id));
    let is_weakness = mentions.first()?.is_weakness();
    let pivot = parts.pivots.get(&topic.id).filter(|_| is_weakness);
    let figure = TopicFigure {
        topic: topic.id.clone(),
        label: topic.label(parts.lang).to_owned(),
        group: topic.group.clone(),
        control: topic.control,
        applications: heaviest.len(),
        companies,
        employers: parts.companies.of(weighing().filter(is_employers)),
        of: parts.companies.with_feedback,
        suggested: weighing().filter(|mention| !mention.explicit).count(),
        recurring: companies >= recurring,
        score: rounded(score),
        trend: pivot.map(|pivot| trend::trend(parts.carriers, weighing(), *pivot)),
        covered_by: covering.map(|goal| goal.id.clone()).collect(),
        evidence: evidence(mentions),
    };
    Some((score, figure))
}

/// Returns the mentions as evidence, the latest first.
fn evidence(mentions: &[&Mention<'_>]) -> Vec<EvidenceFigure> {
    let mut sorted: Vec<(Reverse<Option<Date>>, &Mention<'_>)> =
        mentions.iter().map(|mention| (Reverse(mention.entry.day()), *mention)).collect();
    // They come in the order of ids and lines, which stays within a day.
    sorted.sort_by_key(|(day, _)| *day);
    let figure = |(_, mention): &(_, &Mention<'_>)| EvidenceFigure {
        entry: Arc::clone(mention.entry),
        line: mention.line,
        source: mention.source,
        explicit: mention.explicit,
        quote: Arc::clone(&mention.quote),
        weight: rounded(mention.weight),
        because: mention.because.clone(),
    };
    sorted.iter().map(figure).collect()
}
