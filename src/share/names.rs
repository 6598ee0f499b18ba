//! Names and what stands for them: found in any text, however they are written.
//!
//! A name is known by its words joined, without case and accents, so that
//! `Calder Mill`, `calder-mill` and `CalderMill` are one. A name that is an
//! ordinary word counts only with its capital.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::patterns::Patterns;
use super::sentence::in_sentences;
use super::tokens::{Token, squashed, tokens};
use super::words::{is_abbreviation, is_generic, is_number, is_ordinary, is_small};

/// The letters that a name must have to be found inside a longer word; the bytes, in writing without capitals,
/// where fewer letters tell more.
const INSIDE: usize = 6;
/// The most words of a text that one name is looked for in.
const WORDS: usize = 16;

/// What a name is the name of; what is removed is counted by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An employer.
    Company,
    /// A recruiting firm.
    Agency,
    /// Somebody.
    Person,
    /// Where work is.
    Place,
    /// A name that the settings add.
    Other,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// An address on the web, or a name at one.
    Link,
    /// An amount of money.
    Amount,
    /// A free tag.
    Tag,
    /// A day, where only months pass.
    Day,
}

/// How a name must be written to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// In any case.
    Anyhow,
    /// With a capital on each word that is not small.
    Capital,
    /// In capitals.
    Upper,
    /// In one word.
    Joined,
}

#[derive(Clone, Copy, Debug)]
struct Known {
    name: usize,
    words: usize,
    written: Written,
}

/// One name with what stands for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Name {
    shown: String,
    kind: Kind,
    instead: String,
}

/// Names to be gathered.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    names: Vec<Name>,
    /// Where each stands in `names`.
    places: HashMap<Name, usize>,
    known: HashMap<String, Known>,
    inside: BTreeMap<String, usize>,
    allowed: BTreeSet<String>,
}

impl Gathered {
    /// Starts without names; those of `allowed` will be none.
    pub(super) fn new(allowed: &[String]) -> Self {
        Self { allowed: allowed.iter().map(|word| squashed(word)).collect(), ..Self::default() }
    }

    /// Adds a whole name.
    pub(super) fn whole(&mut self, kind: Kind, name: &str, instead: &str) {
        let words = tokens(name);
        let index = self.name(kind, name, instead);
        let is_ordinary_name = words.iter().all(|word| is_ordinary(&word.folded));
        self.add(&words, index, if is_ordinary_name { Written::Capital } else { Written::Anyhow });
        let is_long = words.iter().map(|word| word.folded.len()).sum::<usize>() >= INSIDE;
        if is_long && !is_ordinary_name {
            self.add_inside(&words, index);
        }
        // Without its legal form, and without the article before it.
        let legal = |word: &Token| LEGAL_FORMS.contains(&word.folded.as_str());
        let from = usize::from(words.first().is_some_and(|word| is_small(&word.folded)));
        let to = words.iter().rposition(|word| !legal(word)).map_or(0, |at| at + 1);
        if let Some(core) = words.get(from..to).filter(|core| core.len() < words.len()) {
            let is_ordinary_core = core.iter().all(|word| is_ordinary(&word.folded));
            let tells = |word: &Token| !is_generic(&word.folded) && !is_number(&word.folded);
            let names_somebody = core.iter().any(tells) || core.len() > 1;
            if names_somebody {
                self.add(core, index, if is_ordinary_core { Written::Capital } else { Written::Anyhow });
            }
        }
    }

    /// Adds a short part of a name, which tells in capitals alone, and not where they are a usual abbreviation.
    pub(super) fn capitals(&mut self, kind: Kind, name: &str, instead: &str) {
        let words = tokens(name);
        if !words.iter().all(|word| is_abbreviation(&word.folded.to_uppercase())) {
            let index = self.name(kind, name, instead);
            self.add(&words, index, Written::Upper);
        }
    }

    /// Adds the words of a name that alone betray it.
    pub(super) fn parts(&mut self, kind: Kind, name: &str, instead: &str) {
        let is_organisation = matches!(kind, Kind::Company | Kind::Agency);
        let index = self.name(kind, name, instead);
        for word in tokens(name) {
            let is_nothing = if is_organisation { is_generic(&word.folded) } else { is_small(&word.folded) };
            let letters = word.folded.chars().count();
            if is_nothing || is_number(&word.folded) || letters < 2 || (is_organisation && word.folded.len() < 3) {
                continue;
            }
            if !is_organisation && word.is_upper && is_abbreviation(&word.folded.to_uppercase()) {
                continue;
            }
            let is_telling = letters > 3 && !is_ordinary(&word.folded);
            self.add(std::slice::from_ref(&word), index, if is_telling { Written::Anyhow } else { Written::Capital });
            let stands_in_words = is_organisation && is_telling && letters >= INSIDE;
            if stands_in_words || (word.is_caseless && word.folded.len() >= INSIDE) {
                self.add_inside(std::slice::from_ref(&word), index);
            }
        }
    }

    /// Adds the words of a name that an apostrophe joins: `O'Brien`, which is `OBrien` too.
    pub(super) fn elided(&mut self, kind: Kind, name: &str, instead: &str) {
        let words = tokens(name);
        let index = self.name(kind, name, instead);
        for pair in words.windows(2) {
            let [first, second] = pair else { continue };
            let between = name.get(first.end..second.start).unwrap_or_default();
            if second.is_capital && matches!(between, "'" | "’" | "ʼ" | "‘") {
                // The article of a text may stand before the second word alone.
                let is_article = matches!(first.folded.as_str(), "d" | "l");
                self.add(pair, index, if is_article { Written::Joined } else { Written::Anyhow });
            }
        }
    }

    /// Adds the initials of a name of several words: with its small words, and without.
    pub(super) fn initials(&mut self, kind: Kind, name: &str, instead: &str) {
        let words = tokens(name);
        let initial = |word: &Token| word.folded.chars().next();
        let all: String = words.iter().filter_map(initial).collect();
        let great: String = words.iter().filter(|word| !is_small(&word.folded)).filter_map(initial).collect();
        let legal: String = words
            .iter()
            .filter(|word| !is_small(&word.folded) && !LEGAL_FORMS.contains(&word.folded.as_str()))
            .filter_map(initial)
            .collect();
        let index = self.name(kind, name, instead);
        for initials in [all, great, legal] {
            let is_usual = is_abbreviation(&initials.to_uppercase());
            if initials.len() >= 2 && !is_usual && initials.chars().all(char::is_alphabetic) {
                self.insert(initials.clone(), Known { name: index, words: 1, written: Written::Upper });
            }
        }
    }

    /// Adds a place, which counts with its capital alone.
    pub(super) fn place(&mut self, name: &str, instead: &str) {
        let words = tokens(name);
        let index = self.name(Kind::Place, name, instead);
        self.add(&words, index, Written::Capital);
    }

    fn name(&mut self, kind: Kind, shown: &str, instead: &str) -> usize {
        let name = Name { shown: shown.trim().to_owned(), kind, instead: instead.to_owned() };
        let names = &mut self.names;
        *self.places.entry(name).or_insert_with_key(|name| {
            names.push(name.clone());
            names.len() - 1
        })
    }

    fn add(&mut self, words: &[Token], name: usize, written: Written) {
        let key: String = words.iter().map(|word| word.folded.as_str()).collect();
        if key.chars().count() >= 2 {
            self.insert(key, Known { name, words: words.len(), written });
        }
    }

    fn add_inside(&mut self, words: &[Token], name: usize) {
        let key: String = words.iter().map(|word| word.folded.as_str()).collect();
        if !self.allowed.contains(&key) {
            self.inside.entry(key).or_insert(name);
        }
    }

    /// Enters a name; one that is known stays, unless the new one is found in more ways.
    fn insert(&mut self, key: String, known: Known) {
        if self.allowed.contains(&key) {
            return;
        }
        let entry = self.known.entry(key).or_insert(known);
        if entry.written != Written::Anyhow && known.written == Written::Anyhow {
            entry.written = Written::Anyhow;
        } else if matches!(entry.written, Written::Upper | Written::Joined) && known.written == Written::Capital {
            entry.written = Written::Capital;
        }
    }

    /// Ends the gathering: `patterns` find what is no name and does not pass either.
    pub(super) fn done(self, patterns: Patterns) -> Names {
        let longest = self.known.keys().map(String::len).max().unwrap_or(0);
        let (keys, inside): (Vec<String>, Vec<usize>) = self.inside.into_iter().unzip();
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(keys).ok();
        Names {
            instead: self.names.iter().map(|name| name.instead.clone()).collect(),
            list: self.names,
            known: self.known,
            inside: automaton.map(|automaton| (automaton, inside)),
            longest,
            allowed: self.allowed,
            patterns,
        }
    }
}

const LEGAL_FORMS: &[&str] = &[
    "sa", "sas", "sasu", "sarl", "eurl", "sca", "scop", "snc", "ltd", "limited", "llc", "llp", "plc", "inc", "corp",
    "gmbh", "ag", "nv", "bv", "sprl", "srl", "group", "groupe", "france", "co", "company",
];

/// Names that can be found in a text and replaced.
#[derive(Debug)]
pub struct Names {
    list: Vec<Name>,
    known: HashMap<String, Known>,
    inside: Option<(AhoCorasick, Vec<usize>)>,
    longest: usize,
    allowed: BTreeSet<String>,
    instead: BTreeSet<String>,
    patterns: Patterns,
}

/// A place in a text that does not pass, and what stands there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Where it stands.
    pub range: Range<usize>,
    /// What stands there instead.
    pub instead: String,
    /// What it is.
    pub kind: Kind,
    /// The name as the journal writes it, or what a pattern found.
    pub name: String,
}

impl Names {
    /// Returns `text` without names, addresses and amounts.
    pub(super) fn replaced(&self, text: &str, log: &mut Vec<Edit>) -> String {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for edit in self.edits(text) {
            out.push_str(text.get(at..edit.range.start).unwrap_or_default());
            out.push_str(&edit.instead);
            at = edit.range.end;
            log.push(edit);
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }

    /// Returns the places of `text` that do not pass, in order; none overlaps another.
    pub(super) fn edits(&self, text: &str) -> Vec<Edit> {
        let mut edits = self.patterns.find(text);
        let names = in_sentences(text, self.find(text));
        let overlaps = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        // Who is addressed and known has a role to stand for the name.
        for found in [names, self.patterns.addressed(text)] {
            let is_free = |name: &Edit| !edits.iter().any(|other| overlaps(&name.range, &other.range));
            let free: Vec<Edit> = found.into_iter().filter(is_free).collect();
            edits.extend(free);
        }
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut end = 0;
        edits.retain(|edit| {
            let is_free = edit.range.start >= end;
            end = end.max(edit.range.end);
            is_free
        });
        edits
    }

    /// Returns the names that stand in `text`, in order, the longest at each place.
    pub(super) fn find(&self, text: &str) -> Vec<Edit> {
        let words = tokens(text);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            if let Some((count, name)) = self.longest_at(text, words.get(at..).unwrap_or_default()) {
                let end = words.get(at + count - 1).map_or(word.end, |last| last.end);
                found.extend(self.edit(text, word.start..end, name));
                at += count;
                continue;
            }
            if let Some(name) = self.inside(&word.folded).or_else(|| self.plural(word)) {
                found.extend(self.edit(text, word.start..word.end, name));
            }
            at += 1;
        }
        found
    }

    fn edit(&self, text: &str, range: Range<usize>, name: usize) -> Option<Edit> {
        let name = self.list.get(name)?;
        text.get(range.clone())?;
        Some(Edit { range, instead: name.instead.clone(), kind: name.kind, name: name.shown.clone() })
    }

    /// Returns how many words from the first on are a name, and which.
    fn longest_at(&self, text: &str, words: &[Token]) -> Option<(usize, usize)> {
        let mut key = String::new();
        let mut best = None;
        for (index, word) in words.iter().take(WORDS).enumerate() {
            let gap = index.checked_sub(1).and_then(|before| words.get(before)).map(|before| before.end..word.start);
            let gap = gap.and_then(|gap| text.get(gap)).unwrap_or_default();
            if gap.chars().count() > 6 || gap.contains("\n\n") {
                break;
            }
            key.push_str(&word.folded);
            if key.len() > self.longest {
                break;
            }
            let Some(known) = self.known.get(&key) else { continue };
            let taken = words.get(..=index).unwrap_or_default();
            if is_written(known.written, taken) && (known.words == index + 1 || is_tight(text, taken)) {
                best = Some((index + 1, known.name));
            }
        }
        best
    }

    /// Returns the name of which a word is the plural or the possessive.
    fn plural(&self, word: &Token) -> Option<usize> {
        let known = self.known.get(word.folded.strip_suffix('s')?)?;
        let is_telling = known.written == Written::Anyhow && word.folded.len() > INSIDE - 1;
        (is_telling && !self.allowed.contains(&word.folded)).then_some(known.name)
    }

    fn inside(&self, word: &str) -> Option<usize> {
        if word.len() < INSIDE || self.allowed.contains(word) {
            return None;
        }
        let (automaton, names) = self.inside.as_ref()?;
        let found = automaton.find(word)?;
        names.get(found.pattern().as_usize()).copied()
    }

    /// Returns whether a text ends with what stands instead of a name, as `Company AB` does at its letters.
    pub(super) fn ends_with_alias(&self, text: &str) -> bool {
        let mut spaces = text.rmatch_indices(' ').map(|(at, _)| at + 1);
        let from = spaces.nth(1).unwrap_or(0);
        text.get(from..)
            .is_some_and(|words| self.instead.contains(words.trim_start_matches(|c: char| !c.is_alphanumeric())))
    }

    /// Returns the patterns of what is no name.
    pub(super) fn patterns(&self) -> &Patterns {
        &self.patterns
    }
}

fn is_written(written: Written, words: &[Token]) -> bool {
    match written {
        Written::Anyhow => true,
        Written::Capital => words.iter().all(|word| word.is_capital || (words.len() > 1 && is_small(&word.folded))),
        Written::Upper => words.iter().all(|word| word.is_upper),
        Written::Joined => words.len() == 1,
    }
}

/// Returns whether words stand together as the parts of one: `Cal-der`, `CalderMill`, `C.M.M.`.
fn is_tight(text: &str, words: &[Token]) -> bool {
    let Some((first, last)) = words.first().zip(words.last()) else { return false };
    let between = text.get(first.start..last.end).unwrap_or_default();
    !between.contains([' ', '\u{a0}', '\u{202f}', '\t']) || between.contains("-\n")
}
