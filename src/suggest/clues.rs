//! What lessons know sentences by: their telling words, pairs of these, and all their words.
//!
//! In: the words of a sentence. Out: [`Clue`]s, and numbers for them. Entry points: [`each_clue`] and [`whole`].
//! Deliberately not here: what lessons say of them, see `learn`.

use super::engine::Engine;
use super::words::{Word, Words, hash_bytes};

/// A word or pair of words of a sentence, and where it stands.
pub(super) struct Clue {
    pub(super) key: u64,
    pair: bool,
    pub(super) first: usize,
    pub(super) last: usize,
}

impl Clue {
    /// Whether feedback in general does not hold it.
    pub(super) fn is_rare(&self, engine: &Engine, words: &Words) -> bool {
        let ends = [self.first, self.last];
        let mut ends = ends.iter().take(if self.pair { 2 } else { 1 }).filter_map(|index| words.list().get(*index));
        ends.any(|word| !engine.knows_word(words.folded(word), word))
    }

    /// Whether it says anything, however many lessons agree.
    pub(super) fn may_weigh(&self, engine: &Engine, words: &Words) -> bool {
        self.pair || self.is_rare(engine, words)
    }

    /// How much it says when `agreeing` lessons of the `seen` that hold it agree; what others hold too says little.
    pub(super) fn weight(&self, rare: bool, agreeing: u32, seen: u32) -> f32 {
        let weight = match (self.pair, rare, agreeing) {
            (_, _, 0) | (false, false, _) | (true, false, 1) => 0.0,
            (false, true, 1) => 0.2,
            (true, false, _) => 0.3,
            (true, true, 1) => 0.5,
            (false, true, _) => 0.55,
            (true, true, _) => 0.6,
        };
        let share = float(agreeing) / float(seen.max(1));
        weight * share * share
    }
}

/// The words and pairs of words of some sentences, each once.
pub(super) fn keys<'a>(engine: &Engine, sentences: impl Iterator<Item = &'a Words>) -> Vec<u64> {
    let mut keys = Vec::with_capacity(32);
    for words in sentences {
        each_clue(engine, words, |clue| keys.push(clue.key));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Gives `take` the words that carry meaning, and the pairs of those that follow one another.
pub(super) fn each_clue(engine: &Engine, words: &Words, mut take: impl FnMut(Clue)) {
    let mut before: Option<(u64, usize)> = None;
    for (index, word) in words.list().iter().enumerate() {
        let folded = words.folded(word);
        if word.digit || word.clause {
            before = None;
        }
        if engine.small().has(word) || (folded.len() < 4 && !word.upper) || word.digit {
            continue;
        }
        let key = stem(folded, word);
        take(Clue { key, pair: false, first: index, last: index });
        if let Some((other, first)) = before {
            let key = joined(other, key);
            take(Clue { key, pair: true, first, last: index });
        }
        before = Some((key, index));
    }
}

fn stem(folded: &str, word: &Word) -> u64 {
    match folded.as_bytes().get(..6) {
        Some(beginning) if folded.len() > 6 => hash_bytes(super::words::SEED, beginning),
        _ => word.hash,
    }
}

/// The words of a sentence as one number.
pub(super) fn whole(words: &Words) -> u64 {
    words.list().iter().fold(super::words::SEED, |hash, word| joined(hash, word.hash))
}

/// One number for two in this order.
fn joined(left: u64, right: u64) -> u64 {
    (left.rotate_left(23) ^ right).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// What of all that lessons may teach bears on the reading of a sentence: itself, its telling words and pairs.
pub(super) fn bearing(engine: &Engine, words: &Words) -> Vec<u64> {
    let mut bearing = Vec::with_capacity(words.list().len() * 2);
    each_clue(engine, words, |clue| {
        if clue.may_weigh(engine, words) {
            bearing.push(clue.key);
        }
    });
    bearing.push(whole(words));
    bearing
}

/// A number of lessons, as far as more of them make a difference.
pub(super) fn float(lessons: u32) -> f32 {
    f32::from(u16::try_from(lessons).unwrap_or(u16::MAX))
}
