//! The kind of an entry's feedback, with the reason.
//!
//! In: the blocks of an entry's feedback. Out: a [`KindReading`]. Entry point: [`read`].

use super::engine::{Engine, Judgement, Prepared};
use super::learn::Learnt;
use super::model::Scores;

/// What a feedback is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Names what was missing, what to do, or what was liked.
    Constructive,
    /// Polite, or without detail.
    Generic,
    /// Judges the person, mocks or discriminates.
    Unconstructive,
}

/// Why a feedback is of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It names something to act on.
    NamesSomethingToActOn,
    /// It says what was liked.
    NamesSomethingLiked,
    /// It is made of formulas only.
    OnlyFormulas,
    /// It points at something without saying what was missing.
    TooVague,
    /// It judges the person, not the application.
    JudgesThePerson,
    /// It mocks or hurts.
    HarshTone,
    /// It speaks of what must not count: age, family, origin, beliefs.
    OffTheSubject,
}

impl Reason {
    /// Its name in messages.
    pub fn key(self) -> &'static str {
        match self {
            Reason::NamesSomethingToActOn => "names-something-to-act-on",
            Reason::NamesSomethingLiked => "names-something-liked",
            Reason::OnlyFormulas => "only-formulas",
            Reason::TooVague => "too-vague",
            Reason::JudgesThePerson => "judges-the-person",
            Reason::HarshTone => "harsh-tone",
            Reason::OffTheSubject => "off-the-subject",
        }
    }
}

/// The kind of a feedback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindReading {
    /// The kind.
    pub kind: Kind,
    /// Why.
    pub reason: Reason,
    /// The sentences that decided it, or the words of them that did.
    pub because: Vec<String>,
}

/// Whether a sentence without a topic is one of the formulas of refusal mails.
pub(super) fn is_formula(scores: &Scores) -> bool {
    let [_, generic, _] = scores.kinds;
    generic >= 0.6
}

/// Corrects the share of constructive sentences, which are more of the training sentences than of mails.
const CONSTRUCTIVE: f32 = 0.8;
/// Corrects the share of unconstructive sentences likewise.
const UNCONSTRUCTIVE: f32 = 1.2;

/// The probability of no topic from which a sentence names nothing.
const NOTHING: f32 = 0.6;

struct Read<'a> {
    text: &'a str,
    prepared: Prepared,
    judgement: Judgement,
    kind: Kind,
}

/// The kind of the feedback in `blocks`; `None` without a sentence.
///
/// One sentence that names something to act on makes the whole constructive; else one that judges the
/// person makes it unconstructive; else it is generic.
pub(super) fn read(engine: &Engine, learnt: &Learnt, blocks: &[&str]) -> Option<KindReading> {
    let mut sentences_read = Vec::new();
    for block in blocks {
        for prepared in engine.prepare_block(block).1 {
            let text = block.get(prepared.span.clone()).unwrap_or_default();
            let judgement = engine.judge(&prepared);
            let kind = learnt.kind(&prepared).unwrap_or_else(|| told(engine, &prepared, &judgement));
            sentences_read.push(Read { text, prepared, judgement, kind });
        }
    }
    let kind = [Kind::Constructive, Kind::Unconstructive, Kind::Generic]
        .into_iter()
        .find(|kind| sentences_read.iter().any(|read| read.kind == *kind))?;
    let deciding: Vec<&Read<'_>> = sentences_read.iter().filter(|read| read.kind == kind).collect();
    let reason = reason(engine, kind, &deciding);
    let because = deciding.iter().take(3).map(|read| read.text.to_owned()).collect();
    Some(KindReading { kind, reason, because })
}

/// The likeliest kind; what names no topic, praises nothing and advises nothing is not constructive.
fn told(engine: &Engine, prepared: &Prepared, judgement: &Judgement) -> Kind {
    let kind = likeliest(&judgement.whole);
    let [nothing, ..] = judgement.whole.topics;
    let names = !judgement.found.is_empty() || nothing < NOTHING;
    let acts = ["SHOULD", "GOOD"].iter().any(|concept| engine.names(prepared, concept));
    if kind == Kind::Constructive && !names && !acts { Kind::Generic } else { kind }
}

fn likeliest(scores: &Scores) -> Kind {
    let [constructive, generic, unconstructive] = scores.kinds;
    let (constructive, unconstructive) = (constructive * CONSTRUCTIVE, unconstructive * UNCONSTRUCTIVE);
    if constructive >= generic && constructive >= unconstructive {
        Kind::Constructive
    } else if generic >= unconstructive {
        Kind::Generic
    } else {
        Kind::Unconstructive
    }
}

fn reason(engine: &Engine, kind: Kind, deciding: &[&Read<'_>]) -> Reason {
    let names = |concept: &str| {
        let concept = engine.lexicon().find(concept);
        deciding.iter().any(|read| read.prepared.hits.iter().any(|hit| Some(hit.concept) == concept))
    };
    match kind {
        Kind::Constructive if deciding.iter().all(|read| read.judgement.whole.strength >= 0.5) => {
            Reason::NamesSomethingLiked
        }
        Kind::Constructive => Reason::NamesSomethingToActOn,
        Kind::Generic if deciding.iter().any(|read| !read.judgement.found.is_empty()) => Reason::TooVague,
        Kind::Generic => Reason::OnlyFormulas,
        Kind::Unconstructive if names("T_PERSONAL") => Reason::OffTheSubject,
        Kind::Unconstructive if names("T_MOCK") || names("G_SARCASM") => Reason::HarshTone,
        Kind::Unconstructive => Reason::JudgesThePerson,
    }
}
