//! Every mention of a topic in an entry that counts, with its weight.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::suggested::EntrySuggestions;
use super::{EvidenceFigure, rounded};
use crate::locale::Lang;
use crate::model::{Control, Entry, FeedbackKind, Journal, Polarity, Quote, Source, Topic};
use crate::source::Spanned;

/// One mention.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// The number of what it is about: its place among the topics of the journal.
    pub(super) topic: usize,
    /// Whether that depends on the person.
    pub(super) control: Control,
    /// For or against.
    pub(super) polarity: Polarity,
    /// How much it weighs.
    pub(super) weight: f64,
    /// Where it stands and what it says.
    pub(super) evidence: Arc<EvidenceFigure>,
}

impl Mention {
    /// Returns whether it weighs anything.
    pub(super) fn weighs(&self) -> bool {
        self.weight > 0.0
    }

    /// Returns whether it is a weakness that depends, at least partly, on the person.
    pub(super) fn is_weakness(&self) -> bool {
        self.polarity == Polarity::Weakness && self.control != Control::Theirs
    }
}

/// Reads the mentions of entries.
pub(super) struct Reader<'a> {
    journal: &'a Journal,
    today: Date,
    /// The topics by id: their number, and the label that stands for a quote where a topic is on a list.
    topics: FxHashMap<&'a str, (usize, &'a Topic, Arc<str>)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(journal: &'a Journal, lang: Lang, today: Date) -> Self {
        let numbered = journal.topics.iter().enumerate();
        let topics = numbered.map(|(number, topic)| (topic.id.as_str(), (number, &**topic, topic.label(lang).into())));
        Self { journal, today, topics: topics.collect() }
    }

    /// Returns the number of a topic of the journal.
    pub(super) fn number(&self, topic: &Topic) -> Option<usize> {
        self.topics.get(topic.id.as_str()).map(|(number, ..)| *number)
    }

    /// Returns the mentions of an entry, in the order of lines.
    pub(super) fn mentions(&self, entry: &Arc<Entry>, suggested: Option<&EntrySuggestions>) -> Vec<Mention> {
        let weigh = Weigh::new(self.journal, entry, self.today);
        let mut mentions = Vec::new();
        let mut add = |topic: &Topic, polarity, (source, explicit), line, quote: Option<Quote>, because| {
            let Some((number, topic, label)) = self.topics.get(topic.id.as_str()) else { return };
            let weight = weigh.weight(source, explicit);
            let evidence = Arc::new(EvidenceFigure {
                entry: Arc::clone(entry),
                line,
                source,
                explicit,
                is_listed: quote.is_none(),
                quote: quote.unwrap_or_else(|| Quote::Told(Arc::clone(label))),
                weight: rounded(weight),
                because,
            });
            mentions.push(Mention { topic: *number, control: topic.control, polarity, weight, evidence });
        };
        for block in &entry.body.blocks {
            for evidence in block.evidence() {
                let quote = Some(block.quote.clone());
                add(&evidence.topic, evidence.polarity, (block.source, true), block.line, quote, None);
            }
        }
        let lists = [
            (&entry.reasons, Polarity::Weakness, Source::Recruiter),
            (&entry.weaknesses, Polarity::Weakness, Source::Own),
            (&entry.strengths, Polarity::Strength, Source::Own),
        ];
        for (topics, polarity, source) in lists {
            for (topic, line) in distinct(topics, entry) {
                add(topic, polarity, (source, true), line, None, None);
            }
        }
        for suggestion in suggested.into_iter().flat_map(|found| &found.topics) {
            let because = Some(Arc::clone(&suggestion.because));
            let quote = Some(Quote::Told(Arc::clone(&suggestion.sentence)));
            add(&suggestion.topic, suggestion.polarity, (suggestion.source, false), suggestion.line, quote, because);
        }
        mentions.sort_by_key(|mention| mention.evidence.line);
        mentions
    }
}

/// Returns the topics of a list, each once, with the line of its first mention.
fn distinct<'a>(topics: &'a [Spanned<Arc<Topic>>], entry: &Entry) -> Vec<(&'a Arc<Topic>, u32)> {
    let mut distinct: Vec<(&Arc<Topic>, u32)> = Vec::new();
    for topic in topics {
        if !distinct.iter().any(|(known, _)| known.id == topic.value.id) {
            distinct.push((&topic.value, entry.source.line(topic.span.start())));
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
