//! Words of feedback to suggested topics and the kind of the feedback.
//!
//! In: blocks of text in French or English. Out: [`Sentence`]s with [`Mention`]s of topics, each
//! explained by the words that caused it, and a [`KindReading`]. Entry point: [`Suggester`].
//! Inside, `words` folds a text, `lexicon` names its concepts, `features` and `model` weigh
//! them, `heard` keeps what was read, `sides` cuts at "but", `clues` and `learn` hold what a journal teaches, `own`
//! is what a diary must say to be believed. No clock, no disk, no
//! network; same text, same suggestions. Deliberately not here: Markdown, tags, and weights of evidence.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

mod clues;
pub mod engine;
pub mod features;
mod heard;
mod kind;
mod lang;
mod learn;
pub mod lexicon;
pub mod model;
mod own;
pub mod sides;
mod sieve;
mod spelling;
#[cfg(test)]
mod tests;
pub mod words;

use engine::{Engine, Found, Prepared};
use heard::HeardSentence;
use learn::{Judged, Learnt};
use own::Own;

use crate::locale::Lang;

pub use heard::Heard;
pub use kind::{Gist, Kind, KindReading, Reason};
pub use lang::LangReader;

/// Whether a topic is praised or held against the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Praise.
    Strength,
    /// Held against the person, or an outside cause of the refusal.
    Weakness,
}

/// Whose words are read: the same words mean less in a diary than in a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Those of the recruiter, who writes to judge.
    Recruiter,
    /// Those of someone who was asked for an opinion.
    Peer,
    /// The person's own.
    Own,
}

/// A topic that a journal defines or extends.
#[derive(Clone, Copy, Debug)]
pub struct OwnTopic<'a> {
    /// Its id; a built-in one is extended.
    pub id: &'a str,
    /// Its labels, which count as terms.
    pub labels: [&'a str; 2],
    /// Words and phrases that speak of it.
    pub terms: &'a [String],
}

/// A block that the person has tagged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lesson<'a> {
    /// The text of the block.
    pub text: &'a str,
    /// The topics that it was given.
    pub topics: &'a [(&'a str, Polarity)],
    /// The topics that it is not about (`#!topic`).
    pub silenced: &'a [&'a str],
    /// The kind that its entry states.
    pub kind: Option<Kind>,
    /// Whether its [`Gist`] is asked for: the entry states no kind, so its words tell it.
    pub has_gist: bool,
}

/// A topic suggested for a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The topic's id.
    pub topic: String,
    /// Praised or held against.
    pub polarity: Polarity,
    /// How likely the suggestion is right, from 0 to 1.
    pub confidence: f32,
    /// The words of the text that caused it, the weightiest first.
    pub because: Vec<String>,
}

/// A sentence of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Where it stands in the block, in bytes.
    pub span: Range<usize>,
    /// The language of the block.
    pub lang: Lang,
    /// What is suggested for it, the likeliest first.
    pub mentions: Vec<Mention>,
    /// Whether it is a formula of the recruiter's mails, which names nothing.
    pub formula: bool,
}

/// Reads feedback; built once for a journal.
#[derive(Debug)]
pub struct Suggester {
    engine: Arc<Engine>,
    learnt: Learnt,
    own: Own,
}

impl Suggester {
    /// A reader that knows the journal's own topics and the person's tagged blocks, in any order.
    pub fn new(own: &[OwnTopic<'_>], lessons: &[Lesson<'_>]) -> Self {
        Self::taught(own, lessons).0
    }

    /// The same, with the gists of the lessons, each where it was asked for.
    pub fn taught(own: &[OwnTopic<'_>], lessons: &[Lesson<'_>]) -> (Self, Vec<Option<Gist>>) {
        let engine = Engine::built_in();
        let (learnt, gists) = Learnt::new(&engine, own, lessons);
        (Self { engine, learnt, own: Own::built_in() }, gists)
    }

    /// A reader with other weights than the built-in ones, for the trainer's evaluation.
    pub fn with_engine(engine: impl Into<Arc<Engine>>) -> Self {
        Self { engine: engine.into(), learnt: Learnt::default(), own: Own::built_in() }
    }

    /// Forgets the lessons `old` and learns `new`, as if it had been built so; returns the [`Self::clues`] that now
    /// mean something else.
    pub fn relearn(&mut self, old: &[Lesson<'_>], new: &[Lesson<'_>]) -> BTreeSet<u64> {
        self.learnt.relearn(&self.engine, old, new)
    }

    /// All that lessons may teach about a block: while none of it means something else, the block reads the same.
    pub fn clues(&self, block: &str) -> Vec<u64> {
        let (_, sentences) = self.engine.prepare_block(block);
        sentences.iter().flat_map(|sentence| clues::bearing(&self.engine, &sentence.words)).collect()
    }

    /// The sentences of a block, in order; the language is told by the whole block.
    pub fn read(&self, block: &str, voice: Voice) -> Vec<Sentence> {
        self.read_heard(block, &self.hear(block), voice)
    }

    /// Reads the words of a block, for [`Self::read_heard`] and [`Self::gist`].
    pub fn hear(&self, block: &str) -> Heard {
        Heard::new(&self.engine, block, words::sentences(block))
    }

    /// The sentences of a block that was heard, as by [`Self::read`].
    pub fn read_heard(&self, block: &str, heard: &Heard, voice: Voice) -> Vec<Sentence> {
        let in_words = |heard: &&HeardSentence| has_words(block.get(heard.prepared.span.clone()).unwrap_or_default());
        heard.sentences.iter().filter(in_words).map(|heard| self.read_sentence(block, voice, heard)).collect()
    }

    fn read_sentence(&self, block: &str, voice: Voice, heard: &HeardSentence) -> Sentence {
        let prepared = &heard.prepared;
        let (span, lang) = (prepared.span.clone(), prepared.lang.unwrap_or(Lang::Fr));
        if !self.own.may_suggest(&self.engine, (block, prepared), voice) {
            return Sentence { span, lang, mentions: Vec::new(), formula: false };
        }
        let judgement = heard.judgement(&self.engine);
        let mut mentions: Vec<Mention> =
            judgement.found.iter().filter_map(|found| self.mention(block, prepared, found)).collect();
        let judged = Judged { engine: &self.engine, block, prepared, whole: &judgement.whole };
        self.learnt.adjust(&mut mentions, judged);
        self.own.keep(&self.engine, (block, prepared), voice, &mut mentions);
        let formula = voice == Voice::Recruiter && mentions.is_empty() && kind::is_formula(&judgement.whole);
        Sentence { span, lang, mentions, formula }
    }

    fn mention(&self, block: &str, prepared: &Prepared, found: &Found) -> Option<Mention> {
        let topic = model::TOPICS.get(found.output.checked_sub(1)?)?;
        let praised = found.strength >= 0.5 && !is_outside_cause(topic);
        let because: Vec<String> = self
            .engine
            .because(prepared, found)
            .into_iter()
            .filter_map(|span| block.get(span))
            .map(str::to_owned)
            .collect();
        // What no word explains is not suggested.
        (!because.is_empty()).then(|| Mention {
            topic: (*topic).to_owned(),
            polarity: if praised { Polarity::Strength } else { Polarity::Weakness },
            confidence: found.probability,
            because,
        })
    }

    /// What a block says of the kind of its entry's feedback, whatever is learnt.
    pub fn gist(&self, heard: &Heard) -> Gist {
        Gist::new(&self.engine, heard)
    }

    /// The kind of an entry's feedback, from all its blocks, each with its gist; `None` without any words.
    pub fn kind(&self, blocks: &[(&str, &Gist)]) -> Option<KindReading> {
        kind::read(&self.learnt, blocks)
    }
}

/// Whether a text holds a word that is no hashtag, id, address or number.
fn has_words(text: &str) -> bool {
    let is_word = |part: &str| {
        !part.starts_with('#')
            && !part.contains("://")
            && !part.contains('@')
            && !part.contains(|char: char| char.is_ascii_digit())
            && part.contains(char::is_alphabetic)
    };
    text.split_whitespace().any(is_word)
}

/// Whether a topic is one of the built-in list.
pub fn is_built_in(topic: &str) -> bool {
    model::TOPICS.contains(&topic)
}

/// Whether a topic is a cause outside the person's control.
pub fn is_outside_cause(topic: &str) -> bool {
    matches!(topic, "competition" | "internal-candidate" | "hiring-freeze" | "role-changed")
}
