//! Typing errors: a long unknown word gives way to the one known word that is one edit away.
//!
//! In: a folded word. Out: the known word it stands for. Entry point: [`Spelling::mend`]. Words
//! shorter than [`SHORTEST`] letters are left alone, for they are too close to each other.

use super::lexicon::ReadyMap;
use super::words::{SEED, hash_bytes};

/// The shortest word, in bytes of its folded form, that is mended.
pub(super) const SHORTEST: usize = 7;
/// Longer words are left alone; they are links or nonsense.
const LONGEST: usize = 22;

/// The known words, each also without one of its letters.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    words: Vec<&'static str>,
    whole: ReadyMap<u32>,
    cut: ReadyMap<u32>,
}

impl Spelling {
    /// Learns the known words; of two words that meet in a form, the earlier stays.
    pub(super) fn new(known: impl Iterator<Item = &'static str>) -> Self {
        let is_mended = |word: &&'static str| (SHORTEST..=LONGEST).contains(&word.len()) && word.is_ascii();
        let known: Vec<&'static str> = known.filter(is_mended).collect();
        let mut spelling = Self::default();
        spelling.whole.reserve(known.len());
        spelling.cut.reserve(known.iter().map(|word| word.len()).sum());
        for word in known {
            let index = u32::try_from(spelling.words.len()).unwrap_or(u32::MAX);
            spelling.words.push(word);
            spelling.whole.entry(hash_bytes(SEED, word.as_bytes())).or_insert(index);
            for hash in without_one(word) {
                spelling.cut.entry(hash).or_insert(index);
            }
        }
        spelling
    }

    /// Whether the word is known as it is.
    pub(super) fn knows(&self, hash: u64) -> bool {
        self.whole.contains_key(&hash)
    }

    /// The known word that a misspelt one stands for: one letter more, less, other, or two swapped.
    pub(super) fn mend(&self, folded: &str) -> Option<&'static str> {
        if !(SHORTEST..=LONGEST).contains(&folded.len()) || !folded.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let hash = hash_bytes(SEED, folded.as_bytes());
        let index = self
            .cut
            .get(&hash)
            .or_else(|| without_one(folded).find_map(|hash| self.whole.get(&hash).or_else(|| self.cut.get(&hash))))?;
        let word = *self.words.get(usize::try_from(*index).ok()?)?;
        (word.as_bytes().first() == folded.as_bytes().first()).then_some(word)
    }
}

/// The hashes of a word without one of its letters after the first.
fn without_one(word: &str) -> impl Iterator<Item = u64> {
    let bytes = word.as_bytes();
    (1..bytes.len()).filter_map(|cut| Some(hash_bytes(hash_bytes(SEED, bytes.get(..cut)?), bytes.get(cut + 1..)?)))
}
