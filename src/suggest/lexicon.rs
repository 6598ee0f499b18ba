//! The concepts that words speak of: a bilingual lexicon and its matcher.
//!
//! In: [`Words`] and a language. Out: [`Hit`]s, each a concept and the words that name it. The
//! tables are `lexicon/*.txt`, written by us: a line `= NAME` opens a concept; a line `fr` or `en`
//! lists its entries between commas. In an entry `*` ends a prefix, `^` ends a name (only where it is written
//! with a capital), and `..` stands for up to four words.
//! Shapes (numbers, money, names, levels such as B2) are concepts too. Deliberately not here:
//! which topic a concept speaks for; that is learnt, see `model`.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::sieve::Sieve;
use super::words::{SEED, Words, hash_bytes};
use crate::locale::Lang;

const TABLES: [&str; 5] = [
    include_str!("lexicon/grammar.txt"),
    include_str!("lexicon/fields.txt"),
    include_str!("lexicon/topics.txt"),
    include_str!("lexicon/names.txt"),
    include_str!("lexicon/idioms.txt"),
];

/// How many words `..` may stand for.
const GAP: usize = 4;

/// A concept's number: its place in the tables.
pub type Concept = u16;

/// A concept named by some words of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What is named.
    pub concept: Concept,
    /// The first word that names it.
    pub first: u16,
    /// The last word that names it.
    pub last: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Word(u64),
    Prefix(u64, usize),
    Gap,
}

/// An entry without its first piece.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The hash of the word that must follow the first, where it is just one: most entries end here.
    next: Option<u64>,
    /// Where what follows that stands in [`Lexicon::pieces`].
    rest: (u32, u32),
    concept: Concept,
    lang: Lang,
    capital: bool,
}

/// The entries that begin alike: where they stand, and where those stand again that no certain word must follow.
#[derive(Clone, Debug, Default)]
struct Group {
    all: Range<usize>,
    alone: Range<usize>,
}

/// A hasher for keys that are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash_bytes(self.0, bytes);
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value ^ (value >> 29);
    }
}

/// A map whose keys are hashes already.
pub type ReadyMap<V> = HashMap<u64, V, BuildHasherDefault<Ready>>;

/// An entry as it is read, with the hash of its first piece and the number of its group.
struct Read {
    head: u64,
    group: usize,
    entry: Entry,
}

/// The concepts and the words that name them.
#[derive(Debug, Default)]
pub struct Lexicon {
    names: Vec<String>,
    keys: Vec<u64>,
    stances: Vec<u64>,
    /// All entries, those that begin alike together in the order of the tables, then again those that are alone.
    entries: Vec<Entry>,
    pieces: Vec<Piece>,
    groups: Vec<Group>,
    /// The groups by the hash of the word with which their entries begin, or of its beginning.
    words: ReadyMap<usize>,
    prefixes: ReadyMap<usize>,
    /// The prefixes, so that most look-ups end here.
    prefix_sieve: Sieve,
    /// The first two words of entries, likewise.
    pair_sieve: Sieve,
}

/// The hash of the first two pieces of an entry.
fn pair(head: u64, next: u64) -> u64 {
    head.rotate_left(21) ^ next
}

/// Puts an entry at the end of its group.
fn put(entries: &mut [Entry], group: &mut Range<usize>, entry: Entry) {
    entries.get_mut(group.end).into_iter().for_each(|place| *place = entry);
    group.end += 1;
}

impl Lexicon {
    /// Reads the built-in tables.
    pub fn built_in() -> Self {
        Self::of_tables(&TABLES)
    }

    /// Reads one table only.
    pub fn of_table(table: &str) -> Self {
        Self::of_tables(&[table])
    }

    fn of_tables(tables: &[&str]) -> Self {
        let mut lexicon = Self::default();
        for shape in SHAPES {
            lexicon.concept(shape);
        }
        let mut read = Vec::with_capacity(tables.iter().map(|table| table.len()).sum::<usize>() / 10);
        for table in tables {
            lexicon.read(table, &mut read);
        }
        lexicon.arrange(&read);
        lexicon
    }

    /// Puts entries together that begin alike, in the order of the tables.
    fn arrange(&mut self, read: &[Read]) {
        let (mut all, mut alone) = (vec![0; self.groups.len()], vec![0; self.groups.len()]);
        for read in read {
            let is_alone = read.entry.next.is_none();
            all.get_mut(read.group).into_iter().for_each(|count| *count += 1);
            alone.get_mut(read.group).into_iter().for_each(|count| *count += usize::from(is_alone));
        }
        let mut end = 0;
        let mut part = |length: usize| {
            end += length;
            end - length..end - length
        };
        for (group, length) in self.groups.iter_mut().zip(all) {
            group.all = part(length);
        }
        for (group, length) in self.groups.iter_mut().zip(alone) {
            group.alone = part(length);
        }
        let Some(first) = read.first() else { return };
        self.entries = vec![first.entry; end];
        for read in read {
            let Some(group) = self.groups.get_mut(read.group) else { continue };
            put(&mut self.entries, &mut group.all, read.entry);
            if read.entry.next.is_none() {
                put(&mut self.entries, &mut group.alone, read.entry);
            }
        }
        self.prefix_sieve = Sieve::of(1024, self.prefixes.keys().copied());
        let pairs = read.iter().filter_map(|read| Some(pair(read.head, read.entry.next?)));
        self.pair_sieve = Sieve::of(4096, pairs);
    }

    fn prefix(&self, hash: u64) -> Option<&Group> {
        if self.prefix_sieve.may_hold(hash) { self.groups.get(*self.prefixes.get(&hash)?) } else { None }
    }

    /// The number of a concept, a new one where the name is new.
    fn concept(&mut self, name: &str) -> Concept {
        let at = self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.keys.push(hash_bytes(SEED, name.as_bytes()));
            self.stances.push(stance(name));
            self.names.len() - 1
        });
        Concept::try_from(at).unwrap_or(Concept::MAX)
    }

    /// The number of a concept that some table opens.
    pub fn find(&self, name: &str) -> Option<Concept> {
        let at = self.names.iter().position(|known| known == name)?;
        Concept::try_from(at).ok()
    }

    /// The name of a concept.
    pub fn name(&self, concept: Concept) -> &str {
        self.names.get(usize::from(concept)).map_or("", String::as_str)
    }

    /// A number for a concept that stays when the tables grow.
    pub fn key(&self, concept: Concept) -> u64 {
        self.keys.get(usize::from(concept)).copied().unwrap_or(0)
    }

    /// The bits by which a concept takes a stance: the person, the house, denial, blame, praise, and the formula "not you".
    pub fn stance(&self, concept: Concept) -> u64 {
        self.stances.get(usize::from(concept)).copied().unwrap_or(0)
    }

    fn read(&mut self, table: &str, read: &mut Vec<Read>) {
        let mut concept = None;
        let mut pieces = Vec::new();
        for line in table.lines().map(str::trim) {
            if let Some(name) = line.strip_prefix('=') {
                concept = Some(self.concept(name.trim()));
            } else if let (Some(concept), Some((lang, list))) = (concept, entries(line)) {
                for text in list.split(',') {
                    pieces.clear();
                    push_all_pieces(&mut pieces, text);
                    let capital = text.trim_end().ends_with('^');
                    read.extend(self.entry(&pieces, |next, rest| Entry { next, rest, concept, lang, capital }));
                }
            }
        }
    }

    /// Keeps the pieces of an entry; none begins with a gap.
    fn entry(&mut self, pieces: &[Piece], entry: impl FnOnce(Option<u64>, (u32, u32)) -> Entry) -> Option<Read> {
        let (head, groups, rest) = match pieces.split_first()? {
            (Piece::Word(hash), rest) => (*hash, &mut self.words, rest),
            (Piece::Prefix(hash, _), rest) => (*hash, &mut self.prefixes, rest),
            (Piece::Gap, _) => return None,
        };
        let group = *groups.entry(head).or_insert(self.groups.len());
        if group == self.groups.len() {
            self.groups.push(Group::default());
        }
        let (next, rest) = match rest.split_first() {
            Some((Piece::Word(hash), rest)) => (Some(*hash), rest),
            _ => (None, rest),
        };
        let start = u32::try_from(self.pieces.len()).ok()?;
        self.pieces.extend(rest);
        let end = u32::try_from(self.pieces.len()).ok()?;
        Some(Read { head, group, entry: entry(next, (start, end)) })
    }

    /// The concepts that the words speak of, in the order of their first words.
    pub fn hits(&self, words: &Words, langs: &[Lang]) -> Vec<Hit> {
        let mut hits = Vec::with_capacity(words.list().len() + 8);
        for (index, word) in words.list().iter().enumerate() {
            if let Some(group) = self.words.get(&word.hash).and_then(|group| self.groups.get(*group)) {
                self.push_group(&mut hits, (group, word.hash), (words, index), langs);
            }
            let mut hash = SEED;
            for byte in words.folded(word).as_bytes().iter().take(14) {
                hash = hash_bytes(hash, &[*byte]);
                if let Some(group) = self.prefix(hash) {
                    self.push_group(&mut hits, (group, hash), (words, index), langs);
                }
            }
            push_shapes(&mut hits, words, index);
        }
        hits
    }

    /// Adds what the entries of a group name that begin with the word at `index`.
    fn push_group(
        &self,
        hits: &mut Vec<Hit>,
        (group, head): (&Group, u64),
        (words, index): (&Words, usize),
        langs: &[Lang],
    ) {
        let list = words.list();
        let capital = list.get(index).is_some_and(|word| word.capital);
        let following = list.get(index + 1).map(|word| word.hash);
        let goes_on = following.is_some_and(|next| self.pair_sieve.may_hold(pair(head, next)));
        let places = if goes_on { &group.all } else { &group.alone };
        for entry in self.entries.get(places.clone()).unwrap_or_default() {
            let differs = entry.next.is_some() && entry.next != following;
            if differs || (entry.capital && !capital) || !langs.contains(&entry.lang) {
                continue;
            }
            let at = index + 1 + usize::from(entry.next.is_some());
            if let Some(last) = follow(self.rest_of(entry), words, at) {
                push_hit(hits, entry.concept, index, last);
            }
        }
    }

    fn rest_of(&self, entry: &Entry) -> &[Piece] {
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        self.pieces.get(place(entry.rest.0)..place(entry.rest.1)).unwrap_or_default()
    }

    /// Whether some entry begins with this folded word.
    pub fn knows(&self, folded: &str) -> bool {
        let mut hash = SEED;
        for byte in folded.as_bytes() {
            hash = hash_bytes(hash, &[*byte]);
            if self.prefix(hash).is_some() {
                return true;
            }
        }
        self.words.contains_key(&hash)
    }
}

/// Adds the pieces of an entry.
fn push_all_pieces(pieces: &mut Vec<Piece>, text: &str) {
    for part in text.split_whitespace() {
        match plain_piece(part) {
            _ if part == ".." => pieces.push(Piece::Gap),
            Some(piece) => pieces.push(piece),
            None => push_pieces(pieces, part),
        }
    }
}

/// Adds the pieces of a part of an entry that stands between blanks.
fn push_pieces(pieces: &mut Vec<Piece>, part: &str) {
    let words = Words::new(part, 0);
    let count = words.list().len();
    for (index, word) in words.list().iter().enumerate() {
        let prefix = part.ends_with('*') && index + 1 == count;
        pieces.push(if prefix { Piece::Prefix(word.hash, words.folded(word).len()) } else { Piece::Word(word.hash) });
    }
}

/// Returns the same at once for a part that is one word as it is folded, like most.
fn plain_piece(part: &str) -> Option<Piece> {
    let stem = part.strip_suffix('*');
    let word = stem.unwrap_or(part);
    let is_plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let hash = hash_bytes(SEED, word.as_bytes());
    is_plain.then(|| if stem.is_some() { Piece::Prefix(hash, word.len()) } else { Piece::Word(hash) })
}

/// The bits of [`Lexicon::stance`].
pub mod stances {
    /// The person is spoken of.
    pub const PERSON: u64 = 1;
    /// The house is spoken of.
    pub const HOUSE: u64 = 2;
    /// Something is denied.
    pub const DENIAL: u64 = 4;
    /// Something is blamed or missing.
    pub const BLAME: u64 = 8;
    /// Something is praised.
    pub const PRAISE: u64 = 16;
    /// Blame is denied: "not in question".
    pub const DENIAL_OF_BLAME: u64 = 32;
    /// Advice is given.
    pub const ADVICE: u64 = 64;
    /// Someone is spoken to or judged.
    pub const ANY: u64 = PERSON | DENIAL | BLAME | PRAISE | ADVICE;
}

fn stance(name: &str) -> u64 {
    match name {
        "YOU" | "ME" => stances::PERSON,
        "WE" | "THEY" => stances::HOUSE,
        "NOT" => stances::DENIAL,
        "BAD" | "LACK" | "NOTENOUGH" | "TOO" => stances::BLAME,
        "GOOD" | "NODOUBT" => stances::PRAISE,
        "NOTYOU" => stances::DENIAL_OF_BLAME,
        "SHOULD" | "MORE" | "SOMEWHAT" => stances::ADVICE,
        _ => 0,
    }
}

fn entries(line: &str) -> Option<(Lang, &str)> {
    if let Some(list) = line.strip_prefix("fr ") {
        return Some((Lang::Fr, list));
    }
    line.strip_prefix("en ").map(|list| (Lang::En, list))
}

fn push_hit(hits: &mut Vec<Hit>, concept: Concept, first: usize, last: usize) {
    let (Ok(first), Ok(last)) = (u16::try_from(first), u16::try_from(last)) else { return };
    let hit = Hit { concept, first, last };
    let known = hits.iter().rev().take(12).any(|known| known.concept == concept && known.first == first);
    if !known {
        hits.push(hit);
    }
}

/// The last word of an entry whose pieces after the first begin at `at`; `None` where they differ.
fn follow(pieces: &[Piece], words: &Words, at: usize) -> Option<usize> {
    let Some((piece, rest)) = pieces.split_first() else { return at.checked_sub(1) };
    match piece {
        Piece::Gap => (at..=at + GAP).find_map(|start| follow(rest, words, start)),
        Piece::Word(hash) => {
            let word = words.list().get(at)?;
            (word.hash == *hash).then(|| follow(rest, words, at + 1))?
        }
        Piece::Prefix(hash, length) => {
            let folded = words.folded(words.list().get(at)?);
            let start = folded.as_bytes().get(..*length)?;
            (hash_bytes(SEED, start) == *hash).then(|| follow(rest, words, at + 1))?
        }
    }
}

/// Concepts told by the shape of a word, in the order of their numbers.
const SHAPES: [&str; 8] = ["NUMBER", "MONEY", "NAME", "ACRONYM", "LEVEL", "YEAR", "CODE", "CLOCK"];

fn push_shapes(hits: &mut Vec<Hit>, words: &Words, index: usize) {
    let Some(word) = words.list().get(index) else { return };
    let folded = words.folded(word);
    let bytes = folded.as_bytes();
    if word.digit {
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let tail = folded.get(digits..).unwrap_or_default();
        let level =
            bytes.len() == 2 && matches!(bytes.first(), Some(b'a'..=b'c')) && matches!(bytes.get(1), Some(b'1' | b'2'));
        let shape = match (digits, tail) {
            _ if level => 4,
            (4, "") if folded.starts_with("20") || folded.starts_with("19") => 5,
            (_, "k" | "ke") => 1,
            (_, "h" | "am" | "pm") | (1 | 2, "h00" | "h15" | "h30" | "h45") => 7,
            (0, _) => 6,
            _ => 0,
        };
        push_hit(hits, shape, index, index);
        return;
    }
    if matches!(folded, "€" | "£" | "$") {
        push_hit(hits, 1, index, index);
    }
    if word.upper && bytes.len() <= 6 {
        push_hit(hits, 3, index, index);
    } else if word.capital && index > 0 && (!word.clause || index > 1) && bytes.len() > 1 {
        push_hit(hits, 2, index, index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_parts_of_the_tables_are_read_as_all_are() {
        let lists = TABLES.iter().flat_map(|table| table.lines()).filter_map(|line| entries(line.trim()));
        let parts = lists.flat_map(|(_, list)| list.split([',', ' '])).filter(|part| !part.is_empty());
        let plain: Vec<(&str, Piece)> = parts.filter_map(|part| Some((part, plain_piece(part)?))).collect();
        assert!(plain.len() > 5_000, "{} are plain", plain.len());
        for (part, piece) in plain {
            let mut pieces = Vec::new();
            push_pieces(&mut pieces, part);
            assert_eq!(pieces, [piece], "{part}");
        }
    }
}
