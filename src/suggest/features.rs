//! What the model sees of a sentence, or of one side of it.
//!
//! In: the words and the concepts of a sentence, and a range of words. Out: [`Feature`]s, hashes of
//! single words, their beginnings, pairs of words, concepts, and pairs of concepts in one
//! order, each with the words that it stands for. Entry point: [`features`]. The trainer and
//! the suggestions use the same function. Deliberately not here: weights.

use std::ops::Range;

use super::lexicon::{Hit, Lexicon};
use super::words::{Word, Words, hash_bytes};

/// How many words a pair of concepts may span.
const REACH: u16 = 9;

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
    let list = words.list().get(range.clone()).unwrap_or_default();
    let mut found = Vec::with_capacity(list.len() * 10);
    let inside: Vec<Hit> = hits
        .iter()
        .copied()
        .filter(|hit| range.contains(&usize::from(hit.first)) && range.contains(&usize::from(hit.last)))
        .collect();
    push_words(&mut found, words, list, range.start);
    push_concepts(&mut found, lexicon, &inside);
    push_shape(&mut found, list, range.start);
    push_stance(&mut found, lexicon, &inside, narrow(range.start));
    found
}

fn push_words(found: &mut Vec<Feature>, words: &Words, list: &[Word], start: usize) {
    let mut previous: Option<u64> = None;
    let mut before: Option<u64> = None;
    for (offset, word) in list.iter().enumerate() {
        let at = narrow(start + offset);
        let folded = words.folded(word);
        for hash in of_word(folded, word) {
            push(found, Family::Word, hash, (at, at));
        }
        let stem = stem_hash(folded, word);
        if let Some(previous) = previous {
            push(found, Family::Pair, mix(b'b', previous, stem), (at.saturating_sub(1), at));
        }
        if let Some(before) = before {
            push(found, Family::Pair, mix(b's', before, stem), (at.saturating_sub(2), at));
        }
        before = previous;
        previous = Some(stem);
    }
    if let Some(previous) = previous {
        push(
            found,
            Family::Pair,
            mix(b'b', previous, 2),
            (narrow(start + list.len()).saturating_sub(1), narrow(start + list.len()).saturating_sub(1)),
        );
    }
}

/// The names of the features of a single word: itself, and its beginning where it is long.
pub(super) fn of_word(folded: &str, word: &Word) -> impl Iterator<Item = u32> {
    let symbol = if word.digit { 1 } else { word.hash };
    let beginning = folded.as_bytes().get(..5).filter(|_| folded.len() > 5);
    let beginning = beginning.map(|bytes| mix(b'p', hash_bytes(super::words::SEED, bytes), 0));
    std::iter::once(mix(b'w', symbol, 0)).chain(beginning)
}

/// The hash of the first five letters, so that inflected forms meet.
fn stem_hash(folded: &str, word: &Word) -> u64 {
    if word.digit {
        return 1;
    }
    match folded.as_bytes().get(..5) {
        Some(beginning) if folded.len() > 5 => hash_bytes(super::words::SEED, beginning),
        _ => word.hash,
    }
}

fn push_concepts(found: &mut Vec<Feature>, lexicon: &Lexicon, hits: &[Hit]) {
    for (index, hit) in hits.iter().enumerate() {
        let name = lexicon.key(hit.concept);
        push(found, Family::Concept, mix(b'c', name, 0), (hit.first, hit.last));
        for other in hits.iter().skip(index + 1).take(14) {
            if other.first > hit.last + REACH {
                break;
            }
            if other.concept == hit.concept || other.first == hit.first {
                continue;
            }
            let pair = mix(b'd', name, lexicon.key(other.concept));
            push(found, Family::ConceptPair, pair, (hit.first, other.last));
        }
    }
}

/// Who is spoken of and in which tone: one feature for each combination, so that "we use" and "you do not use" differ.
fn push_stance(found: &mut Vec<Feature>, lexicon: &Lexicon, hits: &[Hit], start: u16) {
    let mut stance = 0_u64;
    for hit in hits {
        stance |= lexicon.stance(hit.concept);
    }
    push(found, Family::Shape, mix(b't', stance, 0), (start, start));
    push(found, Family::Shape, mix(b'u', stance & 0b11, 0), (start, start));
    push(found, Family::Shape, mix(b'v', stance & 0b1_1100, 0), (start, start));
}

fn push_shape(found: &mut Vec<Feature>, list: &[Word], start: usize) {
    let length = match list.len() {
        0..=3 => 3,
        4..=6 => 6,
        7..=10 => 10,
        11..=15 => 15,
        16..=22 => 22,
        _ => 40,
    };
    let at = (narrow(start), narrow(start));
    push(found, Family::Shape, mix(b'n', length, 0), at);
    let clauses = list.iter().skip(1).filter(|word| word.clause).count().min(3);
    push(found, Family::Shape, mix(b'm', u64::try_from(clauses).unwrap_or(0), 0), at);
}

fn push(found: &mut Vec<Feature>, family: Family, hash: u32, at: (u16, u16)) {
    found.push(Feature { hash, first: at.0, last: at.1, family });
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
