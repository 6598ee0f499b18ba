//! The language of a block, told by its small words.
//!
//! In: words. Out: a [`Lang`]; a sentence that mixes both gets both lexicons. Entry points:
//! [`Votes::of_block`] and [`Votes::langs`] for suggestions, [`LangReader`] for
//! everybody who wants to be sure. Deliberately not here: any other language.

use super::lexicon::ReadyMap;
use super::words::{SEED, Word, Words, hash_bytes};
use crate::locale::{Lang, fold_char};

const FRENCH: &str = "le la les un une des du de au aux et est sont etait ont avez etes nous vous votre vos notre nos ne pas que qui ce cette ces \
    dans pour par sur avec sans plus mais ou donc elle il ils se sa ses leur tres bien trop ete avoir etre fait faire peu manque je mon ma mes \
    en y si quand comme meme aussi cela ca rien tout tous toute encore deja apres avant entre chez on au-dela bonjour merci cordialement \
    malheureusement candidature poste entretien assez lors aucun aucune";
const ENGLISH: &str = "the a an of to and is are was were be been you your we our not no that this these those it its in on for with without by at as \
    from but or so if when they their them he she his her has have had do did does will would could should can may might very too more than there \
    here what which who how why just about into out up all any some us me my i hello thanks thank unfortunately application role interview enough \
    had been never only after before";

/// The small words of both languages.
#[derive(Debug)]
pub(super) struct SmallWords(ReadyMap<Lang>);

impl SmallWords {
    /// Reads the built-in lists; a word of both lists counts for neither.
    pub(super) fn built_in() -> Self {
        let mut map = ReadyMap::default();
        for (lang, list) in [(Lang::Fr, FRENCH), (Lang::En, ENGLISH)] {
            let other = if lang == Lang::Fr { ENGLISH } else { FRENCH };
            for word in list.split_whitespace() {
                if !other.split_whitespace().any(|known| known == word) {
                    map.insert(hash_bytes(SEED, word.as_bytes()), lang);
                }
            }
        }
        Self(map)
    }

    /// Whether a word is a small word of either language.
    pub(super) fn has(&self, word: &Word) -> bool {
        self.0.contains_key(&word.hash)
    }

    /// How many words speak for French and for English.
    pub(super) fn votes(&self, words: &Words) -> Votes {
        let mut votes = Votes::default();
        words.list().iter().for_each(|word| votes.count(self.0.get(&word.hash)));
        votes
    }
}

/// How many words speak for French and for English.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes {
    french: usize,
    english: usize,
}

impl Votes {
    fn count(&mut self, lang: Option<&Lang>) {
        match lang {
            Some(Lang::Fr) => self.french += 1,
            Some(Lang::En) => self.english += 1,
            None => {}
        }
    }

    /// The language of a block, by the votes of its sentences; `None` when they do not tell.
    pub(super) fn of_block<'a>(sentences: impl Iterator<Item = &'a Self>, text: &str) -> Option<Lang> {
        let (mut french, mut english) = (0, 0);
        for votes in sentences {
            french += votes.french;
            english += votes.english;
        }
        let is_marked = |char: &char| {
            matches!(char, 'é' | 'è' | 'ê' | 'à' | 'ç' | 'ù' | 'â' | 'î' | 'ô' | 'û' | 'œ' | 'É' | 'È' | 'À' | 'Ç')
        };
        let marked = if text.is_ascii() { 0 } else { text.chars().filter(is_marked).take(3).count() };
        match (french + marked).cmp(&english) {
            std::cmp::Ordering::Greater => Some(Lang::Fr),
            std::cmp::Ordering::Less => Some(Lang::En),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The languages whose lexicons a sentence is read with: its own, and both when it mixes them or does not tell.
    pub(super) fn langs(self, block: Option<Lang>) -> &'static [Lang] {
        let (more, less) = (self.french.max(self.english), self.french.min(self.english));
        if less >= 2 && less * 3 >= more {
            return &[Lang::Fr, Lang::En];
        }
        match self.french.cmp(&self.english) {
            std::cmp::Ordering::Greater => &[Lang::Fr],
            std::cmp::Ordering::Less => &[Lang::En],
            std::cmp::Ordering::Equal => match block {
                Some(Lang::Fr) => &[Lang::Fr],
                Some(Lang::En) => &[Lang::En],
                None => &[Lang::Fr, Lang::En],
            },
        }
    }
}

/// Tells the language of a text, when its small words leave no doubt.
#[derive(Debug)]
pub struct LangReader(SmallWords);

impl Default for LangReader {
    fn default() -> Self {
        Self(SmallWords::built_in())
    }
}

impl LangReader {
    /// Returns the language that at least two small words speak for, and at most a fifth against.
    pub fn read(&self, text: &str) -> Option<Lang> {
        self.read_all([text])
    }

    /// Returns the same for several texts taken together.
    pub fn read_all<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> Option<Lang> {
        let mut votes = Votes::default();
        texts.into_iter().for_each(|text| self.vote(&mut votes, text));
        let Votes { french, english } = votes;
        let (more, less, lang) =
            if french > english { (french, english, Lang::Fr) } else { (english, french, Lang::En) };
        (more >= 2 && less * 5 <= more).then_some(lang)
    }

    /// Counts the small words of a text, by their hash alone: none is put together.
    fn vote(&self, votes: &mut Votes, text: &str) {
        let mut word = SEED;
        for c in text.chars() {
            word = match c {
                'a'..='z' | 'A'..='Z' => hash_bytes(word, &[c as u8 | 0x20]),
                '0'..='9' | '-' => hash_bytes(word, &[c as u8]),
                _ if c.is_ascii() => self.end(votes, word),
                _ => self.go_on(votes, word, c),
            };
        }
        self.end(votes, word);
    }

    /// Goes on with a word at a character that folds to whatever it does.
    #[inline(never)]
    fn go_on(&self, votes: &mut Votes, mut word: u64, c: char) -> u64 {
        fold_char(c, |part| {
            // No letter is among the quotation marks and dashes that texts are full of.
            let is_mark = matches!(part, '\u{2000}'..='\u{206f}');
            word = if !is_mark && (part.is_alphanumeric() || part == '-') {
                hash_bytes(word, part.encode_utf8(&mut [0; 4]).as_bytes())
            } else {
                self.end(votes, word)
            };
        });
        word
    }

    /// Counts a word that ends, if it is one, and returns the hash that the next begins with.
    fn end(&self, votes: &mut Votes, word: u64) -> u64 {
        if word != SEED {
            votes.count(self.0.0.get(&word));
        }
        SEED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_text_is_told_only_without_doubt() {
        #[track_caller]
        fn case(text: &str, expected: Option<Lang>) {
            assert_eq!(LangReader::default().read(text), expected, "{text}");
        }
        case("You clearly love the objects, and it shows.", Some(Lang::En));
        case("Votre dossier était pourtant l’un des plus crédibles.", Some(Lang::Fr));
        case("Great energy.", None); // no small word
        case("Trop technique.", None); // one
        case("Our team said : « vous êtes la seule à avoir demandé ».", None); // both
        case("", None);
    }
}
