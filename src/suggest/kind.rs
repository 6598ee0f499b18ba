//! The kind of an entry's feedback, with the reason.
//!
//! In: the blocks of an entry's feedback, each as its [`Gist`]. Out: a [`KindReading`]. Entry point: [`read`].

use std::ops::Range;

use super::clues::whole;
use super::engine::{Engine, Judgement, Prepared};
use super::heard::{Heard, HeardSentence};
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

/// What the sentences of a block say of the kind of its entry's feedback, before what a journal teaches.
#[derive(Clone, Debug)]
pub struct Gist(Vec<Told>);

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts of a sentence")]
struct Told {
    /// Where the sentence stands in its block.
    span: Range<usize>,
    /// Its words, as lessons know them.
    key: u64,
    kind: Kind,
    names_topics: bool,
    is_praise: bool,
    is_off_the_subject: bool,
    is_harsh: bool,
}

impl Gist {
    pub(super) fn new(engine: &Engine, heard: &Heard) -> Self {
        let told = |sentence: &HeardSentence| {
            let (prepared, judgement) = (&sentence.prepared, sentence.judgement(engine));
            let kind = told(engine, prepared, judgement);
            let names = |concept: &str| engine.names_anywhere(prepared, concept);
            Told {
                span: prepared.span.clone(),
                key: whole(&prepared.words),
                kind,
                names_topics: !judgement.found.is_empty(),
                is_praise: judgement.whole.strength >= 0.5,
                is_off_the_subject: names("T_PERSONAL"),
                is_harsh: names("T_MOCK") || names("G_SARCASM"),
            }
        };
        Self(heard.sentences.iter().map(told).collect())
    }
}

/// The kind of the feedback in `blocks`; `None` without a sentence.
///
/// One sentence that names something to act on makes the whole constructive; else one that judges the
/// person makes it unconstructive; else it is generic.
pub(super) fn read(learnt: &Learnt, blocks: &[(&str, &Gist)]) -> Option<KindReading> {
    let told = blocks.iter().flat_map(|(block, gist)| gist.0.iter().map(move |told| (*block, told)));
    let kind_of = |told: &Told| learnt.kind_of(told.key).unwrap_or(told.kind);
    let read: Vec<(&str, &Told, Kind)> = told.map(|(block, told)| (block, told, kind_of(told))).collect();
    let kind = [Kind::Constructive, Kind::Unconstructive, Kind::Generic]
        .into_iter()
        .find(|kind| read.iter().any(|(_, _, told)| told == kind))?;
    let deciding = || read.iter().filter(|(_, _, told)| *told == kind);
    let sentences: Vec<&Told> = deciding().map(|(_, told, _)| *told).collect();
    let text = |(block, told, _): &(&str, &Told, Kind)| block.get(told.span.clone()).unwrap_or_default().to_owned();
    let because = deciding().take(3).map(text).collect();
    Some(KindReading { kind, reason: reason(kind, &sentences), because })
}

/// The likeliest kind; what names no topic, praises nothing and advises nothing is not constructive.
fn told(engine: &Engine, prepared: &Prepared, judgement: &Judgement) -> Kind {
    let kind = likeliest(&judgement.whole);
    let [nothing, ..] = judgement.whole.topics;
    let names = !judgement.found.is_empty() || nothing < NOTHING;
    let acts = || ["SHOULD", "GOOD"].iter().any(|concept| engine.names(prepared, concept));
    if kind == Kind::Constructive && !names && !acts() { Kind::Generic } else { kind }
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

fn reason(kind: Kind, deciding: &[&Told]) -> Reason {
    match kind {
        Kind::Constructive if deciding.iter().all(|told| told.is_praise) => Reason::NamesSomethingLiked,
        Kind::Constructive => Reason::NamesSomethingToActOn,
        Kind::Generic if deciding.iter().any(|told| told.names_topics) => Reason::TooVague,
        Kind::Generic => Reason::OnlyFormulas,
        Kind::Unconstructive if deciding.iter().any(|told| told.is_off_the_subject) => Reason::OffTheSubject,
        Kind::Unconstructive if deciding.iter().any(|told| told.is_harsh) => Reason::HarshTone,
        Kind::Unconstructive => Reason::JudgesThePerson,
    }
}
