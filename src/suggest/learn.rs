//! What a journal teaches: its own topics, and the person's tagged blocks.
//!
//! In: [`OwnTopic`]s and [`Lesson`]s. Out: corrections of the mentions of a sentence. Entry points:
//! [`Learnt::new`] and [`Learnt::adjust`]. Everything is counted, so the order of lessons is of no consequence.
//! A term of an own topic suggests it at once. A lesson teaches its distinctive words and pairs of words: those that
//! the built-in engine does not know from feedback in general, or that several lessons share, and
//! that no lesson on something else holds. Lessons can be taken back: what is left is as if they had never been. Enough of them together suggest the lesson's topics elsewhere,
//! or silence those that it silences. A sentence that was a lesson by itself gets just the
//! lesson's topics when it comes again.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::clues::{each_clue, float, keys, whole};
use super::engine::{Engine, Prepared};
use super::heard::Heard;
use super::kind::Gist;
use super::lexicon::ReadyMap;
use super::model::Scores;
use super::words::{Words, sentences};
use super::{Kind, Lesson, Mention, OwnTopic, Polarity, is_built_in, is_outside_cause};

/// The least sum of shares that suggests or silences a topic.
const ENOUGH: f32 = 0.4;
/// The probability of no topic from which lessons must say more.
const SILENT: f32 = 0.9;
/// How much less lessons count where the built-in engine sees no topic.
const DOUBTED: f32 = 0.8;
/// How much less they count in a formula of refusal mails.
const FORMULA: f32 = 0.3;
/// The confidence of a suggestion that a term of an own topic caused.
const TERM: f32 = 0.8;

/// How often something in lessons went with a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    praised: u32,
    held: u32,
    silenced: u32,
}

/// How often lessons went with each topic, by its number in [`Learnt::topics`].
type Counts = BTreeMap<usize, Count>;

/// A word or a pair of words that lessons hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Trace {
    seen: u32,
    topics: Counts,
}

/// What is done with a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Learn,
    Forget,
}

impl Act {
    /// Counts one more, or one less.
    fn tally(self, number: &mut u32) {
        *number = match self {
            Act::Learn => number.saturating_add(1),
            Act::Forget => number.saturating_sub(1),
        };
    }
}

/// The topics of a lesson by number: praised, held against, silenced.
#[derive(Default)]
struct Named {
    praised: Vec<usize>,
    held: Vec<usize>,
    silenced: Vec<usize>,
}

#[derive(Debug)]
struct Term {
    topic: String,
    words: Vec<String>,
}

/// A sentence that was judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged<'a> {
    /// The tables that judged it.
    pub(super) engine: &'a Engine,
    /// The block that it stands in.
    pub(super) block: &'a str,
    /// Its words.
    pub(super) prepared: &'a Prepared,
    /// What the model says of it.
    pub(super) whole: &'a Scores,
}

/// What was learnt from one journal.
#[derive(Debug, Default)]
pub(super) struct Learnt {
    /// The ids of the topics that lessons name; their numbers save comparing them.
    topics: Vec<String>,
    terms: Vec<Term>,
    traces: ReadyMap<Trace>,
    same: ReadyMap<Counts>,
    kinds: ReadyMap<BTreeMap<Kind, u32>>,
}

/// What a lesson is read as, before it is counted.
struct ReadLesson {
    /// Its sentence, where it is one by itself.
    only: Option<u64>,
    /// The words and pairs of words that teach its topics, each once.
    keys: Vec<u64>,
    /// What it says of the kind of its entry's feedback, where that is asked for.
    gist: Option<Gist>,
}

impl ReadLesson {
    fn new(engine: &Engine, lesson: &Lesson<'_>) -> Self {
        let (teaches, spans) = (names_topics(lesson), sentences(lesson.text));
        if !lesson.has_gist {
            if let [only] = spans.as_slice() {
                let words = engine.words(lesson.text, only);
                let keys = if teaches { keys(engine, [&words].into_iter()) } else { Vec::new() };
                return Self { only: Some(whole(&words)), keys, gist: None };
            }
            if !teaches {
                return Self { only: None, keys: Vec::new(), gist: None };
            }
        }
        let heard = Heard::new(engine, lesson.text, spans);
        let only = if let [only] = heard.sentences.as_slice() { Some(whole(&only.prepared.words)) } else { None };
        let gist = lesson.has_gist.then(|| Gist::new(engine, &heard));
        let teaching = heard.sentences.iter().filter(|sentence| only.is_some() || !sentence.is_formula(engine));
        let keys = if teaches { keys(engine, teaching.map(|sentence| &sentence.prepared.words)) } else { Vec::new() };
        Self { only, keys, gist }
    }
}

fn names_topics(lesson: &Lesson<'_>) -> bool {
    !(lesson.topics.is_empty() && lesson.silenced.is_empty())
}

/// What the lessons say of one topic for one sentence.
#[derive(Default)]
struct Vote {
    spoken: f32,
    silenced: f32,
    praised: f32,
    spots: Vec<(usize, usize)>,
}

impl Learnt {
    /// Learns from own topics and lessons, whatever their order; the gists are those of the lessons.
    pub(super) fn new(engine: &Engine, own: &[OwnTopic<'_>], lessons: &[Lesson<'_>]) -> (Self, Vec<Option<Gist>>) {
        let mut learnt = Self::default();
        for topic in own {
            let labels = if is_built_in(topic.id) { [""; 2] } else { topic.labels };
            for text in labels.into_iter().chain(topic.terms.iter().map(String::as_str)) {
                learnt.add_term(topic.id, text);
            }
        }
        let read: Vec<ReadLesson> = lessons.par_iter().map(|lesson| ReadLesson::new(engine, lesson)).collect();
        for (lesson, read) in lessons.iter().zip(&read) {
            learnt.count_lesson(lesson, read, Act::Learn);
        }
        (learnt, read.into_iter().map(|read| read.gist).collect())
    }

    /// Forgets lessons and learns others; returns what now means something else.
    pub(super) fn relearn(&mut self, engine: &Engine, old: &[Lesson<'_>], new: &[Lesson<'_>]) -> BTreeSet<u64> {
        let mut gone: Vec<&Lesson<'_>> = old.iter().collect();
        let mut come: Vec<&Lesson<'_>> = Vec::new();
        for lesson in new {
            match gone.iter().position(|known| *known == lesson) {
                Some(at) => {
                    gone.swap_remove(at);
                }
                None => come.push(lesson),
            }
        }
        let gone = gone.into_iter().map(|lesson| (Act::Forget, lesson));
        let read: Vec<(Act, &Lesson<'_>, ReadLesson)> = gone
            .chain(come.into_iter().map(|lesson| (Act::Learn, lesson)))
            .map(|(act, lesson)| (act, lesson, ReadLesson::new(engine, lesson)))
            .collect();
        let keys: BTreeSet<u64> =
            read.iter().flat_map(|(_, _, read)| read.keys.iter().chain(&read.only)).copied().collect();
        let before: Vec<_> = keys.iter().map(|key| self.meaning(*key)).collect();
        for (act, lesson, read) in &read {
            self.count_lesson(lesson, read, *act);
        }
        let changed = keys.into_iter().zip(before).filter(|(key, before)| self.meaning(*key) != *before);
        changed.map(|(key, _)| key).collect()
    }

    /// All that lessons say of a word, a pair of words or a sentence.
    fn meaning(&self, key: u64) -> (Option<Trace>, Option<Counts>, Option<Kind>) {
        (self.traces.get(&key).cloned(), self.same.get(&key).cloned(), self.kind_of(key))
    }

    fn add_term(&mut self, topic: &str, text: &str) {
        let words = Words::new(text, 0);
        let words: Vec<String> = words.list().iter().map(|word| words.folded(word).to_owned()).collect();
        if !words.is_empty() {
            self.terms.push(Term { topic: topic.to_owned(), words });
        }
    }

    fn count_lesson(&mut self, lesson: &Lesson<'_>, read: &ReadLesson, act: Act) {
        let named = self.named(lesson);
        if let Some(sentence) = read.only {
            if names_topics(lesson) {
                let topics = self.same.entry(sentence).or_default();
                count(topics, &named, act);
                if topics.is_empty() {
                    self.same.remove(&sentence);
                }
            }
            if let Some(kind) = lesson.kind {
                let kinds = self.kinds.entry(sentence).or_default();
                act.tally(kinds.entry(kind).or_default());
                kinds.retain(|_, number| *number > 0);
            }
        }
        for key in &read.keys {
            let trace = self.traces.entry(*key).or_default();
            act.tally(&mut trace.seen);
            count(&mut trace.topics, &named, act);
            if trace.seen == 0 {
                self.traces.remove(key);
            }
        }
    }

    fn named(&mut self, lesson: &Lesson<'_>) -> Named {
        let mut named = Named::default();
        for (topic, polarity) in lesson.topics {
            let number = self.number(topic);
            match polarity {
                Polarity::Strength => named.praised.push(number),
                Polarity::Weakness => named.held.push(number),
            }
        }
        named.silenced.extend(lesson.silenced.iter().map(|topic| self.number(topic)));
        named
    }

    /// The number of a topic, a new one where it is new.
    fn number(&mut self, topic: &str) -> usize {
        self.topics.iter().position(|known| known == topic).unwrap_or_else(|| {
            self.topics.push(topic.to_owned());
            self.topics.len() - 1
        })
    }

    /// The id of a topic.
    fn topic(&self, number: usize) -> &str {
        self.topics.get(number).map_or("", String::as_str)
    }

    /// The kind that a lesson states for just this sentence; of several, the most constructive.
    pub(super) fn kind_of(&self, sentence: u64) -> Option<Kind> {
        self.kinds.get(&sentence)?.keys().next().copied()
    }

    /// Corrects the suggestions for one sentence.
    pub(super) fn adjust(&self, mentions: &mut Vec<Mention>, judged: Judged<'_>) {
        let Judged { engine, block, prepared, whole: scores } = judged;
        if let Some(topics) = self.same.get(&whole(&prepared.words)) {
            self.repeat(mentions, topics, block, prepared);
            return;
        }
        self.apply_terms(mentions, judged);
        let none = scores.topics.first().copied().unwrap_or(1.0);
        let trust = match none >= SILENT {
            true if super::kind::is_formula(scores) => FORMULA,
            true => DOUBTED,
            false => 1.0,
        };
        for (topic, mut vote) in self.votes(engine, &prepared.words) {
            if vote.silenced >= ENOUGH && vote.silenced > vote.spoken {
                mentions.retain(|mention| mention.topic != topic);
                continue;
            }
            let score = (vote.spoken - vote.silenced) * trust;
            if score < ENOUGH {
                continue;
            }
            let strength = f32::midpoint(vote.praised / vote.spoken, scores.strength);
            vote.spots.sort_unstable();
            vote.spots.dedup();
            let because = vote.spots.iter().filter_map(|(first, last)| quote(block, prepared, *first, *last)).collect();
            let confidence = (0.4 + score / 2.0).min(0.9);
            add(
                mentions,
                Mention { topic: topic.to_owned(), polarity: polarity(topic, strength), confidence, because },
            );
        }
    }

    fn apply_terms(&self, mentions: &mut Vec<Mention>, judged: Judged<'_>) {
        let Judged { engine, block, prepared, .. } = judged;
        let words = &prepared.words;
        for term in &self.terms {
            let Some(first) = (0..words.list().len()).find(|index| stands_at(term, words, *index)) else { continue };
            let last = first + term.words.len() - 1;
            if engine.is_set_aside(prepared, first) {
                continue;
            }
            let strength = engine.strength_at(prepared, first);
            let because = quote(block, prepared, first, last).into_iter().collect();
            add(
                mentions,
                Mention {
                    topic: term.topic.clone(),
                    polarity: polarity(&term.topic, strength),
                    confidence: TERM,
                    because,
                },
            );
        }
    }

    /// What the lessons say of a sentence, by topic.
    fn votes(&self, engine: &Engine, words: &Words) -> Vec<(&str, Vote)> {
        let mut votes: Vec<(usize, Vote)> = Vec::new();
        if self.traces.is_empty() {
            return Vec::new();
        }
        each_clue(engine, words, |clue| {
            let Some(trace) = self.traces.get(&clue.key) else { return };
            let rare = clue.is_rare(engine, words);
            for (topic, count) in &trace.topics {
                let spoken = clue.weight(rare, count.praised + count.held, trace.seen);
                let silenced = clue.weight(rare, count.silenced, trace.seen);
                if spoken + silenced <= 0.0 {
                    continue;
                }
                let at = votes.iter().position(|(known, _)| known == topic).unwrap_or_else(|| {
                    votes.push((*topic, Vote::default()));
                    votes.len() - 1
                });
                let Some((_, vote)) = votes.get_mut(at) else { continue };
                vote.spoken += spoken;
                vote.praised += spoken * float(count.praised) / float((count.praised + count.held).max(1));
                vote.silenced += silenced;
                vote.spots.push((clue.first, clue.last));
            }
        });
        let mut votes: Vec<(&str, Vote)> = votes.into_iter().map(|(topic, vote)| (self.topic(topic), vote)).collect();
        votes.sort_unstable_by_key(|(topic, _)| *topic);
        votes
    }

    /// Gives a sentence that a lesson holds word for word the topics of the lesson.
    fn repeat(&self, mentions: &mut Vec<Mention>, topics: &Counts, block: &str, prepared: &Prepared) {
        let mut topics: Vec<(&str, &Count)> = topics.iter().map(|(topic, count)| (self.topic(*topic), count)).collect();
        topics.sort_unstable_by_key(|(topic, _)| *topic);
        let tagged = topics.iter().any(|(_, count)| count.praised + count.held > 0);
        mentions.retain(|mention| {
            let said = topics.iter().find(|(topic, _)| *topic == mention.topic);
            said.map_or(!tagged, |(_, count)| count.praised + count.held > count.silenced)
        });
        let last = prepared.words.list().len().saturating_sub(1);
        for (topic, count) in topics {
            if count.praised + count.held > count.silenced {
                let strength = if count.praised > count.held { 1.0 } else { 0.0 };
                let because = quote(block, prepared, 0, last).into_iter().collect();
                let polarity = polarity(topic, strength);
                mentions.retain(|mention| mention.topic != topic);
                mentions.push(Mention { topic: topic.to_owned(), polarity, confidence: 0.95, because });
            }
        }
    }
}

/// Counts the topics of a lesson; those that no lesson is left for fall away.
fn count(topics: &mut Counts, lesson: &Named, act: Act) {
    for topic in &lesson.praised {
        act.tally(&mut topics.entry(*topic).or_default().praised);
    }
    for topic in &lesson.held {
        act.tally(&mut topics.entry(*topic).or_default().held);
    }
    for topic in &lesson.silenced {
        act.tally(&mut topics.entry(*topic).or_default().silenced);
    }
    if act == Act::Forget {
        topics.retain(|_, count| *count != Count::default());
    }
}

fn add(mentions: &mut Vec<Mention>, mention: Mention) {
    match mentions.iter_mut().find(|known| known.topic == mention.topic) {
        Some(known) if known.confidence >= mention.confidence => {}
        Some(known) => *known = mention,
        None => mentions.push(mention),
    }
}

fn polarity(topic: &str, strength: f32) -> Polarity {
    if strength >= 0.5 && !is_outside_cause(topic) { Polarity::Strength } else { Polarity::Weakness }
}

/// The text from one word of a sentence to another.
pub(super) fn quote(block: &str, prepared: &Prepared, first: usize, last: usize) -> Option<String> {
    let list = prepared.words.list();
    block.get(list.get(first)?.span.start..list.get(last)?.span.end).map(str::to_owned)
}

fn stands_at(term: &Term, words: &Words, index: usize) -> bool {
    term.words
        .iter()
        .enumerate()
        .all(|(offset, part)| words.list().get(index + offset).is_some_and(|word| same_word(part, words.folded(word))))
}

/// Whether two folded words are one word in different forms: they share all but a short ending.
fn same_word(left: &str, right: &str) -> bool {
    if left == right {
        return true;
    }
    let shared = left.bytes().zip(right.bytes()).take_while(|(left, right)| left == right).count();
    shared >= 4 && left.len() - shared <= 2 && right.len() - shared <= 2 && left.len().min(right.len()) >= 5
}
