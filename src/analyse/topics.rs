//! Topics as weaknesses, strengths, and beyond control: counted, scored, ordered.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::mentions::Mention;
use super::{Carrier, EvidenceFigure, TopicFigure, rounded, trend};
use crate::locale::{Lang, fold};
use crate::model::{Control, Journal, Polarity, Source, Topic};

/// What the lists of topics are made from.
pub(super) struct Parts<'a> {
    pub(super) journal: &'a Journal,
    pub(super) lang: Lang,
    pub(super) mentions: &'a [Mention<'a>],
    pub(super) pivots: &'a BTreeMap<String, Date>,
    pub(super) carriers: &'a [Carrier],
}

/// Returns what is to be worked on.
pub(super) fn weaknesses(parts: &Parts<'_>) -> Vec<TopicFigure> {
    let mut figures = figures(parts, is_weakness);
    let by_topic = by_topic(parts, is_weakness);
    for figure in &mut figures {
        let mentions = by_topic.get(figure.topic.as_str()).into_iter().flatten().copied();
        figure.trend = parts.pivots.get(&figure.topic).map(|pivot| trend::trend(parts.carriers, mentions, *pivot));
    }
    figures
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
fn figures(parts: &Parts<'_>, wanted: impl Fn(&Mention<'_>) -> bool) -> Vec<TopicFigure> {
    let by_topic = by_topic(parts, wanted);
    let of = companies_with_feedback(parts.journal);
    let mut scored: Vec<(f64, TopicFigure)> = by_topic
        .into_values()
        .filter(|mentions| mentions.iter().any(|mention| mention.weighs()))
        .filter_map(|mentions| figure(parts, mentions.first()?.topic, &mentions, of))
        .collect();
    scored.sort_by_cached_key(|(score, figure)| (!figure.recurring, Reverse(comparable(*score)), figure.topic.clone()));
    scored.into_iter().map(|(_, figure)| figure).collect()
}

/// Returns the mentions that `wanted` holds for, by topic.
fn by_topic<'a>(parts: &Parts<'a>, wanted: impl Fn(&Mention<'_>) -> bool) -> BTreeMap<&'a str, Vec<&'a Mention<'a>>> {
    let mut by_topic: BTreeMap<&str, Vec<&Mention<'_>>> = BTreeMap::new();
    for mention in parts.mentions.iter().filter(|mention| wanted(mention)) {
        by_topic.entry(&mention.topic.id).or_default().push(mention);
    }
    by_topic
}

/// Returns a score as a whole number of billionths, so that scores equal within 1e-9 tie.
#[expect(clippy::cast_possible_truncation, reason = "scores are small: a sum of weights of at most 1 each")]
fn comparable(score: f64) -> i64 {
    (score * 1e9).round() as i64
}

fn figure(parts: &Parts<'_>, topic: &Topic, mentions: &[&Mention<'_>], of: usize) -> Option<(f64, TopicFigure)> {
    let weighing = || mentions.iter().filter(|mention| mention.weighs());
    let mut heaviest: BTreeMap<&str, f64> = BTreeMap::new();
    for mention in weighing() {
        let weight = heaviest.entry(&mention.entry.id).or_default();
        *weight = weight.max(mention.weight);
    }
    let companies: BTreeSet<&str> = weighing().map(|mention| &*mention.company).collect();
    let employers: BTreeSet<&str> = weighing()
        .filter(|mention| mention.explicit && mention.source == Source::Recruiter)
        .map(|mention| &*mention.company)
        .collect();
    let score: f64 = heaviest.values().sum();
    let recurring = usize::try_from(parts.journal.settings.analysis.recurring).ok()?;
    let covering = parts.journal.goals.iter().filter(|goal| !goal.is_dropped() && goal.works_on(&topic.id));
    let figure = TopicFigure {
        topic: topic.id.clone(),
        label: topic.label(parts.lang).to_owned(),
        group: topic.group.clone(),
        control: topic.control,
        applications: heaviest.len(),
        companies: companies.len(),
        employers: employers.len(),
        of,
        suggested: weighing().filter(|mention| !mention.explicit).count(),
        recurring: companies.len() >= recurring,
        score: rounded(score),
        trend: None,
        covered_by: covering.map(|goal| goal.id.clone()).collect(),
        evidence: evidence(mentions),
    };
    Some((score, figure))
}

/// Returns the mentions as evidence, the latest first.
fn evidence(mentions: &[&Mention<'_>]) -> Vec<EvidenceFigure> {
    let mut sorted: Vec<&&Mention<'_>> = mentions.iter().collect();
    // They come in the order of ids and lines, which stays within a day.
    sorted.sort_by_cached_key(|mention| Reverse(mention.entry.day()));
    let figure = |mention: &&&Mention<'_>| EvidenceFigure {
        entry: mention.entry.id.clone(),
        file: mention.entry.file().to_owned(),
        line: mention.line,
        source: mention.source,
        explicit: mention.explicit,
        quote: mention.quote.to_owned(),
        weight: rounded(mention.weight),
        because: mention.because.map(<[String]>::to_vec),
    };
    sorted.iter().map(figure).collect()
}

/// Counts the companies of entries that carry feedback or a debrief.
fn companies_with_feedback(journal: &Journal) -> usize {
    let companies: BTreeSet<String> =
        journal.counted().filter(|entry| entry.has_feedback_or_debrief()).map(|entry| fold(&entry.company)).collect();
    companies.len()
}
