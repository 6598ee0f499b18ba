//! Every mention of a topic in the entries that count, with its weight.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::Suggestions;
use crate::locale::Lang;
use crate::model::{Control, Entry, FeedbackKind, Journal, Polarity, Source, Topic};
use crate::source::Spanned;

/// One mention.
#[derive(Clone, Debug)]
pub(super) struct Mention<'a> {
    /// Where it stands.
    pub(super) entry: &'a Arc<Entry>,
    /// The place of the entry in the journal.
    pub(super) place: usize,
    /// What it is about.
    pub(super) topic: &'a Arc<Topic>,
    /// For or against.
    pub(super) polarity: Polarity,
    /// Whose words.
    pub(super) source: Source,
    /// Whether a person wrote it.
    pub(super) explicit: bool,
    /// The line, from 1.
    pub(super) line: u32,
    /// The words.
    pub(super) quote: Arc<str>,
    /// How much it weighs.
    pub(super) weight: f64,
    /// The words that caused a suggestion.
    pub(super) because: Option<Arc<[String]>>,
}

impl Mention<'_> {
    /// Returns whether it weighs anything.
    pub(super) fn weighs(&self) -> bool {
        self.weight > 0.0
    }

    /// Returns whether it is a weakness that depends, at least partly, on the person.
    pub(super) fn is_weakness(&self) -> bool {
        self.polarity == Polarity::Weakness && self.topic.control != Control::Theirs
    }
}

/// Returns the mentions of all entries that count, in the order of entries and lines.
pub(super) fn mentions<'a>(
    journal: &'a Journal,
    suggestions: &Suggestions,
    lang: Lang,
    today: Date,
) -> Vec<Mention<'a>> {
    let labels = journal.topics.iter().map(|topic| (topic.id.as_str(), Arc::from(topic.label(lang)))).collect();
    let of_entry = |(place, entry): (usize, &'a Arc<Entry>)| {
        let found = if journal.counts(entry) {
            in_entry(journal, suggestions, (place, entry), today, &labels)
        } else {
            Vec::new()
        };
        found.into_iter()
    };
    journal.entries.par_iter().enumerate().flat_map_iter(of_entry).collect()
}

/// The labels of topics by id, which stand for quotes where a topic is on a list.
type Labels<'a> = HashMap<&'a str, Arc<str>>;

/// Returns the mentions of an entry, in the order of lines.
fn in_entry<'a>(
    journal: &'a Journal,
    suggestions: &Suggestions,
    (place, entry): (usize, &'a Arc<Entry>),
    today: Date,
    labels: &Labels<'_>,
) -> Vec<Mention<'a>> {
    let weigh = Weigh::new(journal, entry, today);
    let mut mentions = Vec::new();
    for block in &entry.body.blocks {
        for evidence in block.evidence() {
            let Some(topic) = journal.topics.get(&evidence.topic.id) else { continue };
            mentions.push(Mention {
                entry,
                place,
                topic,
                polarity: evidence.polarity,
                source: block.source,
                explicit: true,
                line: block.line,
                quote: Arc::clone(&block.quote),
                weight: weigh.weight(block.source, true),
                because: None,
            });
        }
    }
    let lists = [
        (&entry.reasons, Polarity::Weakness, Source::Recruiter),
        (&entry.weaknesses, Polarity::Weakness, Source::Own),
        (&entry.strengths, Polarity::Strength, Source::Own),
    ];
    for (topics, polarity, source) in lists {
        for (topic, line) in distinct(topics, entry) {
            mentions.push(Mention {
                entry,
                place,
                topic,
                polarity,
                source,
                explicit: true,
                line,
                quote: labels.get(topic.id.as_str()).map_or_else(|| topic.id.as_str().into(), Arc::clone),
                weight: weigh.weight(source, true),
                because: None,
            });
        }
    }
    for suggestion in suggestions.of(&entry.id).into_iter().flat_map(|found| &found.topics) {
        let Some(topic) = journal.topics.get(&suggestion.topic.id) else { continue };
        mentions.push(Mention {
            entry,
            place,
            topic,
            polarity: suggestion.polarity,
            source: suggestion.source,
            explicit: false,
            line: suggestion.line,
            quote: Arc::clone(&suggestion.sentence),
            weight: weigh.weight(suggestion.source, false),
            because: Some(Arc::clone(&suggestion.because)),
        });
    }
    mentions.sort_by_key(|mention| mention.line);
    mentions
}

/// Returns the topics of a list, each once, with the line of its first mention.
fn distinct<'a>(topics: &'a [Spanned<Arc<Topic>>], entry: &Entry) -> Vec<(&'a Arc<Topic>, u32)> {
    let mut distinct: Vec<(&Arc<Topic>, u32)> = Vec::new();
    for topic in topics {
        if !distinct.iter().any(|(known, _)| known.id == topic.value.id) {
            distinct.push((&topic.value, entry.source.line(topic.span.start)));
        }
    }
    distinct
}

/// What the mentions of one entry weigh.
struct Weigh {
    kind: f64,
    age: f64,
}

impl Weigh {
    /// The age of evidence runs from the decision to today, never negative, 0 without a decision.
    fn new(journal: &Journal, entry: &Entry, today: Date) -> Self {
        let kind = match entry.feedback.kind {
            None | Some(FeedbackKind::Constructive) => 1.0,
            Some(FeedbackKind::Generic) => 0.5,
            Some(FeedbackKind::Unconstructive) => 0.0,
        };
        let days = entry.decided_on().and_then(|decided| today.since(decided).ok()).map_or(0, |span| span.get_days());
        let half_lives = f64::from(days.max(0)) / f64::from(journal.settings.analysis.half_life.max(1));
        Self { kind, age: 0.5_f64.powf(half_lives) }
    }

    /// Weight = source × kind of the feedback, for a recruiter's words × suggested or explicit × age.
    fn weight(&self, source: Source, explicit: bool) -> f64 {
        let source = match source {
            Source::Recruiter => self.kind,
            Source::Peer => 0.75,
            Source::Own => 0.5,
        };
        let explicit = if explicit { 1.0 } else { 0.5 };
        source * explicit * self.age
    }
}
