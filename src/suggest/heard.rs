//! A block that is read once, for all that asks about it: lessons, suggestions, the kind of its entry's feedback.
//!
//! In: a block of text. Out: its sentences, each judged when somebody first asks. Entry point: [`Heard::new`].
//! Deliberately not here: what a journal teaches, see `learn`.

use std::cell::OnceCell;
use std::ops::Range;

use super::engine::{Engine, Judgement, Prepared};

/// A block whose words were read, whatever a journal teaches about them.
#[derive(Debug)]
pub struct Heard {
    pub(super) sentences: Vec<HeardSentence>,
}

/// A sentence of it.
#[derive(Debug)]
pub(super) struct HeardSentence {
    pub(super) prepared: Prepared,
    judgement: OnceCell<Judgement>,
}

impl Heard {
    /// Reads a block that has its sentences at `spans`.
    pub(super) fn new(engine: &Engine, block: &str, spans: Vec<Range<usize>>) -> Self {
        let heard = |prepared| HeardSentence { prepared, judgement: OnceCell::new() };
        Self { sentences: engine.prepare_sentences(block, spans).1.into_iter().map(heard).collect() }
    }
}

impl HeardSentence {
    pub(super) fn judgement(&self, engine: &Engine) -> &Judgement {
        self.judgement.get_or_init(|| engine.judge(&self.prepared))
    }

    /// Whether it is one of the formulas of refusal mails and speaks of no topic.
    pub(super) fn is_formula(&self, engine: &Engine) -> bool {
        let judgement = self.judgement(engine);
        judgement.found.is_empty() && super::kind::is_formula(&judgement.whole)
    }
}
