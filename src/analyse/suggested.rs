//! Topics and kinds suggested from the words of feedback, until the person says otherwise.
//!
//! Only blocks of feedback, debrief and second opinion are read, and of these
//! only those without a topic of the person's own. What the person tagged
//! teaches the rest; `#!topic` silences a suggestion. Reading itself is `suggest`'s work.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::model::{Block, Control, Entry, FeedbackKind, Journal, Polarity, Source, TagSign, Topic, Topics};
use crate::suggest::{self, Gist, KindReading, Lesson, OwnTopic, Sentence, Suggester, Voice};

/// What is suggested in a journal, by the id of the entry.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    by_entry: Arc<HashMap<String, Arc<EntrySuggestions>>>,
}

/// What is suggested in one entry.
#[derive(Clone, Debug, Default)]
pub struct EntrySuggestions {
    /// Topics, by line and then by place in the block.
    pub topics: Vec<Suggestion>,
    /// What the feedback is worth, when the person has not said.
    pub kind: Option<KindReading>,
    /// Sentences of feedback that speak of nothing known and are no formula: line and text.
    pub unclassified: Vec<(u32, String)>,
}

/// A topic suggested for a sentence.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// The place of the block in the entry's body.
    pub block: usize,
    /// The line of the block.
    pub line: u32,
    /// The sentence.
    pub sentence: Arc<str>,
    /// Whose words.
    pub source: Source,
    /// What it may be about.
    pub topic: Arc<Topic>,
    /// For or against.
    pub polarity: Polarity,
    /// How likely it is right, from 0 to 1.
    pub confidence: f32,
    /// The words that speak for it.
    pub because: Arc<[String]>,
}

impl Suggestions {
    /// Returns what is suggested in the entry with this id.
    pub fn of(&self, entry: &str) -> Option<&EntrySuggestions> {
        self.by_entry.get(entry).map(|found| &**found)
    }

    /// Returns the same, to be kept.
    pub(super) fn shared(&self, entry: &str) -> Option<&Arc<EntrySuggestions>> {
        self.by_entry.get(entry)
    }

    /// Returns whether nothing is suggested in any entry.
    pub(super) fn is_empty(&self) -> bool {
        self.by_entry.is_empty()
    }

    /// Returns every entry with suggestions, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &EntrySuggestions)> {
        let mut found: Vec<(&str, &EntrySuggestions)> =
            self.by_entry.iter().map(|(id, found)| (id.as_str(), &**found)).collect();
        found.sort_unstable_by_key(|(id, _)| *id);
        found.into_iter()
    }
}

/// Reads the feedback of every entry; nothing when the settings switch suggestions off.
pub fn suggestions(journal: &Journal) -> Suggestions {
    suggestions_again(&mut Suggested::default(), journal)
}

/// What was suggested in a journal, for the next one that differs little: the same is suggested as without it.
#[derive(Debug, Default)]
pub(super) struct Suggested {
    known: Option<Known>,
}

#[derive(Debug)]
struct Known {
    topics: Arc<Topics>,
    suggester: Suggester,
    /// The entries with feedback, by id.
    entries: HashMap<String, Read>,
    /// What was found in each of them, as it is handed out.
    found: Arc<HashMap<String, Arc<EntrySuggestions>>>,
}

/// An entry that was read.
#[derive(Debug)]
struct Read {
    entry: Arc<Entry>,
    found: Arc<EntrySuggestions>,
    /// What lessons may change about it; worked out when lessons first change.
    clues: OnceLock<Vec<u64>>,
}

impl Read {
    fn new(suggester: &Suggester, topics: &Topics, entry: &Arc<Entry>, gists: &Gists) -> Self {
        let found = Arc::new(read_entry(suggester, topics, entry, gists));
        Self { entry: Arc::clone(entry), found, clues: OnceLock::new() }
    }

    /// Whether it would read the same though these clues mean something else.
    fn holds(&self, suggester: &Suggester, changed: &BTreeSet<u64>) -> bool {
        let clues = self.clues.get_or_init(|| {
            let blocks = self.entry.body.blocks.iter().filter(|block| block.is_feedback);
            blocks.flat_map(|block| suggester.clues(block.quote.text(&self.entry.source))).collect()
        });
        !clues.iter().any(|clue| changed.contains(clue))
    }
}

/// Reads the feedback of every entry; what is known and cannot have changed is not read again.
pub(super) fn suggestions_again(suggested: &mut Suggested, journal: &Journal) -> Suggestions {
    let has_feedback = |entry: &&Arc<Entry>| entry.body.blocks.iter().any(|block| block.is_feedback);
    let entries: Vec<&Arc<Entry>> = journal.entries.iter().filter(has_feedback).collect();
    if !journal.settings.analysis.suggestions || entries.is_empty() {
        *suggested = Suggested::default();
        return Suggestions::default();
    }
    let known = suggested.known.take().filter(|known| known.topics == journal.topics);
    let known = match known {
        Some(known) => known.next(&entries),
        None => Known::new(&journal.topics, &entries),
    };
    let by_entry = Arc::clone(&known.found);
    suggested.known = Some(known);
    Suggestions { by_entry }
}

impl Known {
    /// Reads all `entries`.
    fn new(topics: &Arc<Topics>, entries: &[&Arc<Entry>]) -> Self {
        let (suggester, gists) = suggester(topics, entries);
        let read =
            |(entry, gists): (&&Arc<Entry>, Gists)| (entry.id.clone(), Read::new(&suggester, topics, entry, &gists));
        let entries: HashMap<String, Read> = entries.par_iter().zip(gists).map(read).collect();
        let found = entries.iter().map(|(id, read)| (id.clone(), Arc::clone(&read.found))).collect();
        Self { topics: Arc::clone(topics), suggester, entries, found: Arc::new(found) }
    }

    /// Reads of `entries` those that are others now, or that lessons now say something else about.
    fn next(mut self, entries: &[&Arc<Entry>]) -> Self {
        let is_known = |entry: &&&Arc<Entry>| {
            self.entries.get(&entry.id).is_some_and(|read| Arc::ptr_eq(&read.entry.source, &entry.source))
        };
        let others: Vec<&Arc<Entry>> = entries.iter().filter(|entry| !is_known(entry)).copied().collect();
        let mut changed: BTreeSet<u64> = BTreeSet::new();
        let mut lost: Vec<String> = Vec::new();
        for entry in &others {
            let known = self.entries.remove(&entry.id);
            let old = known.as_ref().map_or_else(Vec::new, |read| taught(&read.entry));
            changed.extend(self.suggester.relearn(&lessons(&old), &lessons(&taught(entry))));
        }
        if self.entries.len() + others.len() > entries.len() {
            let now: BTreeSet<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
            lost.extend(self.entries.keys().filter(|id| !now.contains(id.as_str())).cloned());
            lost.sort_unstable();
            for gone in lost.iter().filter_map(|id| self.entries.remove(id)) {
                changed.extend(self.suggester.relearn(&lessons(&taught(&gone.entry)), &[]));
            }
        }
        let mut anew = others;
        if !changed.is_empty() {
            let is_other = |entry: &&&Arc<Entry>| {
                self.entries.get(&entry.id).is_some_and(|read| !read.holds(&self.suggester, &changed))
            };
            anew.extend(entries.par_iter().filter(is_other).copied().collect::<Vec<_>>());
        }
        if anew.is_empty() && lost.is_empty() {
            return self;
        }
        let read =
            |entry: &&Arc<Entry>| (entry.id.clone(), Read::new(&self.suggester, &self.topics, entry, &Gists::new()));
        let anew: Vec<(String, Read)> = anew.par_iter().map(read).collect();
        let found = Arc::make_mut(&mut self.found);
        for id in lost {
            found.remove(&id);
        }
        for (id, read) in anew {
            found.insert(id.clone(), Arc::clone(&read.found));
            self.entries.insert(id, read);
        }
        self
    }
}

/// What is known of the gists of an entry's blocks, by the place of the block.
type Gists = Vec<(usize, Gist)>;

/// Returns a reader that knows the journal's topics and what the person has tagged, and the gists that came of that.
fn suggester(topics: &Topics, entries: &[&Arc<Entry>]) -> (Suggester, Vec<Gists>) {
    let own: Vec<OwnTopic<'_>> = topics
        .iter()
        .filter(|topic| !topic.terms.is_empty() || !suggest::is_built_in(&topic.id))
        .map(|topic| OwnTopic { id: &topic.id, labels: [&topic.fr, &topic.en], terms: &topic.terms })
        .collect();
    let taught: Vec<Vec<Taught<'_>>> = entries.par_iter().map(|entry| taught(entry)).collect();
    let (suggester, gists) = Suggester::taught(&own, &lessons(taught.iter().flatten()));
    let mut gists = gists.into_iter();
    let of_entry = |taught: Vec<Taught<'_>>| {
        let gists = taught.iter().zip(gists.by_ref());
        gists.filter_map(|(taught, gist)| Some((taught.block, gist?))).collect()
    };
    (suggester, taught.into_iter().map(of_entry).collect())
}

/// Returns what the person has tagged in an entry.
fn taught(entry: &Entry) -> Vec<Taught<'_>> {
    let blocks = entry.body.blocks.iter().enumerate().filter(|(_, block)| block.is_feedback);
    blocks.filter_map(|(place, block)| Taught::new(entry, block, place)).collect()
}

fn lessons<'a>(taught: impl IntoIterator<Item = &'a Taught<'a>>) -> Vec<Lesson<'a>> {
    let lesson = |taught: &'a Taught<'a>| Lesson {
        text: taught.text,
        topics: &taught.topics,
        silenced: &taught.silenced,
        kind: taught.kind,
        has_gist: taught.has_gist,
    };
    taught.into_iter().map(lesson).collect()
}

/// What the person's tags of one block teach.
struct Taught<'a> {
    /// The place of the block.
    block: usize,
    text: &'a str,
    topics: Vec<(&'a str, suggest::Polarity)>,
    silenced: Vec<&'a str>,
    kind: Option<suggest::Kind>,
    has_gist: bool,
}

impl<'a> Taught<'a> {
    /// Returns the lesson of a block; `None` where the person said nothing about it.
    fn new(entry: &'a Entry, block: &'a Block, place: usize) -> Option<Self> {
        let topics: Vec<(&str, suggest::Polarity)> = block
            .tags
            .iter()
            .filter(|tag| tag.sign != TagSign::Not)
            .map(|tag| {
                let praised = match tag.sign {
                    TagSign::Plus => true,
                    TagSign::Minus => false,
                    _ => block.polarity == Polarity::Strength,
                };
                (tag.topic.id.as_str(), if praised { suggest::Polarity::Strength } else { suggest::Polarity::Weakness })
            })
            .collect();
        let silenced: Vec<&str> =
            block.tags.iter().filter(|tag| tag.sign == TagSign::Not).map(|tag| tag.topic.id.as_str()).collect();
        let kind = entry.feedback.kind.filter(|_| block.source == Source::Recruiter).map(kind_of);
        let teaches = !(topics.is_empty() && silenced.is_empty() && kind.is_none());
        let has_gist = tells_kind(entry, block);
        teaches.then_some(Self {
            block: place,
            text: block.quote.text(&entry.source),
            topics,
            silenced,
            kind,
            has_gist,
        })
    }
}

/// Whether a block of feedback is the person's telling between the recruiter's words, which are quotes there.
fn tells(entry: &Entry, block: &Block) -> bool {
    let is_quote = |block: &Block| {
        let line = entry.source.line_span(entry.source.line(block.span.start()));
        entry.source.slice(line).trim_start().starts_with('>')
    };
    let of_recruiter = |block: &&Block| block.is_feedback && block.source == Source::Recruiter;
    of_recruiter(&block) && !is_quote(block) && entry.body.blocks.iter().filter(of_recruiter).any(is_quote)
}

fn voice_of(source: Source) -> Voice {
    match source {
        Source::Recruiter => Voice::Recruiter,
        Source::Peer => Voice::Peer,
        Source::Own => Voice::Own,
    }
}

fn kind_of(kind: FeedbackKind) -> suggest::Kind {
    match kind {
        FeedbackKind::Constructive => suggest::Kind::Constructive,
        FeedbackKind::Generic => suggest::Kind::Generic,
        FeedbackKind::Unconstructive => suggest::Kind::Unconstructive,
    }
}

/// Returns the kind that a reading of feedback means.
pub fn feedback_kind(kind: suggest::Kind) -> FeedbackKind {
    match kind {
        suggest::Kind::Constructive => FeedbackKind::Constructive,
        suggest::Kind::Generic => FeedbackKind::Generic,
        suggest::Kind::Unconstructive => FeedbackKind::Unconstructive,
    }
}

/// Returns whether the words of a block tell the kind of the feedback.
fn tells_kind(entry: &Entry, block: &Block) -> bool {
    entry.feedback.kind.is_none() && block.is_feedback && block.source == Source::Recruiter
}

fn read_entry(suggester: &Suggester, topics: &Topics, entry: &Entry, gists: &Gists) -> EntrySuggestions {
    let mut found = EntrySuggestions::default();
    let mut telling: Vec<(&str, Cow<'_, Gist>)> = Vec::new();
    for (index, block) in entry.body.blocks.iter().enumerate().filter(|(_, block)| block.is_feedback) {
        let quote = block.quote.text(&entry.source);
        let is_tagged = block.tags.iter().any(|tag| tag.sign != TagSign::Not);
        let tells_kind = tells_kind(entry, block);
        let known = gists.iter().find(|(place, _)| *place == index).map(|(_, gist)| gist);
        if let Some(gist) = known {
            telling.push((quote, Cow::Borrowed(gist)));
        }
        if is_tagged && (known.is_some() || !tells_kind) {
            continue;
        }
        let heard = suggester.hear(quote);
        if tells_kind && known.is_none() {
            telling.push((quote, Cow::Owned(suggester.gist(&heard))));
        }
        if !is_tagged {
            let voice = if tells(entry, block) { Voice::Own } else { voice_of(block.source) };
            for sentence in suggester.read_heard(quote, &heard, voice) {
                read_sentence(&mut found, topics, (index, block, quote, voice), &sentence);
            }
        }
    }
    let telling: Vec<(&str, &Gist)> = telling.iter().map(|(text, gist)| (*text, &**gist)).collect();
    found.kind = suggester.kind(&telling);
    found
}

fn read_sentence(
    found: &mut EntrySuggestions,
    topics: &Topics,
    (index, block, quote, voice): (usize, &Block, &str, Voice),
    sentence: &Sentence,
) {
    let text = quote.get(sentence.span.clone()).unwrap_or_default().trim();
    for mention in &sentence.mentions {
        let Some(topic) = topics.get(&mention.topic) else { continue };
        let is_silenced = block.tags.iter().any(|tag| tag.sign == TagSign::Not && tag.topic.id == topic.id);
        let polarity = match mention.polarity {
            suggest::Polarity::Strength => Polarity::Strength,
            suggest::Polarity::Weakness => Polarity::Weakness,
        };
        let known = found.topics.iter().any(|known| known.block == index && known.topic.id == topic.id);
        if known || is_silenced || (topic.control == Control::Theirs && polarity == Polarity::Strength) {
            continue;
        }
        found.topics.push(Suggestion {
            block: index,
            line: block.line,
            sentence: text.into(),
            source: block.source,
            topic: Arc::clone(topic),
            polarity,
            confidence: mention.confidence,
            because: mention.because.as_slice().into(),
        });
    }
    if voice == Voice::Recruiter && sentence.mentions.is_empty() && !sentence.formula && !text.is_empty() {
        found.unclassified.push((block.line, text.to_owned()));
    }
}
