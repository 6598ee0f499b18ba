//! What the model sees of a sentence, or of one side of it.
//!
//! In: the words and the concepts of a sentence, and a range of words. Out: [`Feature`]s, hashes of
//! single words, their beginnings, pairs of words, concepts, and pairs of concepts in one
//! order, each with the words that it stands for. Entry point: [`features`]. The trainer and
//! the suggestions use the same function. Deliberately not here: weights.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::{Hit, Lexicon};
use super::words::{STEM, Word, Words};

/// How many words a pair of concepts may span.
const REACH: u16 = 9;

/// What stands for every word with a digit.
const DIGITS: u64 = 1;

/// Something that the model has a weight for.
#[derive(Clone, Copy, Debug)]
pub struct Feature {
    /// Its name in the model.
    pub hash: u32,
    /// The first word it stands for.
    pub first: u16,
    /// The last word it stands for.
    pub last: u16,
    /// Which family it belongs to: see [`Family`].
    pub family: Family,
}

/// The families of features.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// A word or its beginning.
    Word,
    /// Two words in a row.
    Pair,
    /// A concept.
    Concept,
    /// Two concepts in order.
    ConceptPair,
    /// The shape of the whole: its length, its marks.
    Shape,
}

/// The features of the words in `range`.
pub fn features(lexicon: &Lexicon, words: &Words, hits: &[Hit], range: Range<usize>) -> Vec<Feature> {
    let mut found = Vec::with_capacity(range.len() * 8);
    each_feature(lexicon, words, hits, range, |feature| found.push(feature));
    found
}

/// Gives `take` the features of the words in `range`, always in the same order.
pub(super) fn each_feature(
    lexicon: &Lexicon,
    words: &Words,
    hits: &[Hit],
    range: Range<usize>,
    mut take: impl FnMut(Feature),
) {
    let list = words.list().get(range.clone()).unwrap_or_default();
    let is_inside = |hit: &Hit| range.contains(&usize::from(hit.first)) && range.contains(&usize::from(hit.last));
    let inside: Cow<'_, [Hit]> =
        if hits.iter().all(is_inside) { hits.into() } else { hits.iter().copied().filter(is_inside).collect() };
    let mut push = |family, hash, (first, last)| take(Feature { hash, first, last, family });
    push_words(&mut push, words, list, range.start);
    push_concepts(&mut push, lexicon, &inside);
    push_shape(&mut push, list, range.start);
    push_stance(&mut push, lexicon, &inside, narrow(range.start));
}

fn push_words(push: &mut impl FnMut(Family, u32, (u16, u16)), words: &Words, list: &[Word], start: usize) {
    let mut previous: Option<u64> = None;
    let mut before: Option<u64> = None;
    for (offset, word) in list.iter().enumerate() {
        let at = narrow(start + offset);
        for hash in of_word(words.folded(word), word) {
            push(Family::Word, hash, (at, at));
        }
        let stem = if word.digit { DIGITS } else { word.stem };
        if let Some(previous) = previous {
            push(Family::Pair, mix(b'b', previous, stem), (at.saturating_sub(1), at));
        }
        if let Some(before) = before {
            push(Family::Pair, mix(b's', before, stem), (at.saturating_sub(2), at));
        }
        before = previous;
        previous = Some(stem);
    }
    if let Some(previous) = previous {
        let last = narrow(start + list.len()).saturating_sub(1);
        push(Family::Pair, mix(b'b', previous, 2), (last, last));
    }
}

/// The names of the features of a single word: itself, and its beginning where it is long.
pub(super) fn of_word(folded: &str, word: &Word) -> impl Iterator<Item = u32> {
    let symbol = if word.digit { DIGITS } else { word.hash };
    let beginning = (folded.len() > STEM).then(|| mix(b'p', word.stem, 0));
    std::iter::once(mix(b'w', symbol, 0)).chain(beginning)
}

fn push_concepts(push: &mut impl FnMut(Family, u32, (u16, u16)), lexicon: &Lexicon, hits: &[Hit]) {
    for (index, hit) in hits.iter().enumerate() {
        let name = lexicon.key(hit.concept);
        push(Family::Concept, mix(b'c', name, 0), (hit.first, hit.last));
        for other in hits.iter().skip(index + 1).take(14) {
            if other.first > hit.last + REACH {
                break;
            }
            if other.concept == hit.concept || other.first == hit.first {
                continue;
            }
            let pair = mix(b'd', name, lexicon.key(other.concept));
            push(Family::ConceptPair, pair, (hit.first, other.last));
        }
    }
}

/// Who is spoken of and in which tone: one feature for each combination, so that "we use" and "you do not use" differ.
fn push_stance(push: &mut impl FnMut(Family, u32, (u16, u16)), lexicon: &Lexicon, hits: &[Hit], start: u16) {
    let mut stance = 0_u64;
    for hit in hits {
        stance |= lexicon.stance(hit.concept);
    }
    push(Family::Shape, mix(b't', stance, 0), (start, start));
    push(Family::Shape, mix(b'u', stance & 0b11, 0), (start, start));
    push(Family::Shape, mix(b'v', stance & 0b1_1100, 0), (start, start));
}

fn push_shape(push: &mut impl FnMut(Family, u32, (u16, u16)), list: &[Word], start: usize) {
    let length = match list.len() {
        0..=3 => 3,
        4..=6 => 6,
        7..=10 => 10,
        11..=15 => 15,
        16..=22 => 22,
        _ => 40,
    };
    let at = (narrow(start), narrow(start));
    push(Family::Shape, mix(b'n', length, 0), at);
    let clauses = list.iter().skip(1).filter(|word| word.clause).count().min(3);
    push(Family::Shape, mix(b'm', u64::try_from(clauses).unwrap_or(0), 0), at);
}

fn mix(tag: u8, left: u64, right: u64) -> u32 {
    let mixed = (left ^ u64::from(tag).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd)
        ^ right.rotate_left(31).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    u32::try_from(mixed >> 32).unwrap_or(0)
}

fn narrow(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
