//! How the keys of a file are written: in which language, and whether with their accents.
//!
//! In: the node of a front matter, or its keys while they are read. Out: [`KeyVotes`]. A key that both languages
//! write alike says nothing.

use unicode_normalization::UnicodeNormalization;

use crate::data::{Node, Value};
use crate::locale::{Lang, same_name};
use crate::model::vocabulary::{Field, Word, find_field};

/// How many keys are written how.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KeyVotes {
    french: usize,
    english: usize,
    /// How many French names that have accents are written with them, and without.
    pub(crate) accented: usize,
    pub(crate) plain: usize,
}

impl KeyVotes {
    /// Counts the keys below `root`.
    pub(crate) fn of(root: &Node<'_>, table: &'static [Field]) -> Self {
        let mut votes = Self::default();
        votes.count(root, table);
        votes
    }

    /// Returns the language of most keys; `None` where none is of one language only, or as many of each.
    pub(crate) fn lang(self) -> Option<Lang> {
        match self.french.cmp(&self.english) {
            std::cmp::Ordering::Greater => Some(Lang::Fr),
            std::cmp::Ordering::Less => Some(Lang::En),
            std::cmp::Ordering::Equal => None,
        }
    }

    fn count(&mut self, node: &Node<'_>, table: &'static [Field]) {
        match &node.value {
            Value::Map(pairs) => {
                for pair in pairs {
                    if let Some(field) = find_field(table, &pair.key) {
                        self.vote(&pair.key, field.word);
                        self.count(&pair.node, field.inner());
                    }
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.count(item, table)),
            Value::Null | Value::Scalar(_) => {}
        }
    }

    /// Counts a key that names `word`.
    pub(super) fn vote(&mut self, key: &str, word: Word) {
        let (is_french, is_english) = (is_name(key, word.fr), is_name(key, word.en));
        self.french += usize::from(is_french && !is_english);
        self.english += usize::from(is_english && !is_french);
        if is_french && !word.fr.is_ascii() && !word.en.eq_ignore_ascii_case(key) {
            let is_accented = key == word.fr || key.nfc().any(|c| !c.is_ascii());
            self.accented += usize::from(is_accented);
            self.plain += usize::from(!is_accented);
        }
    }
}

/// Returns whether a key is a name, which most are as they stand.
fn is_name(key: &str, name: &str) -> bool {
    key == name || same_name(key, name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::vocabulary::ENTRY;
    use crate::source::SourceFile;

    #[test]
    fn the_language_is_that_of_most_keys() {
        #[track_caller]
        fn case(text: &str, expected: Option<Lang>) {
            let source = SourceFile::new("a.md", format!("---\n{text}---\n"));
            let root = crate::parse::outline(&source).unwrap().root;
            assert_eq!(KeyVotes::of(&root, ENTRY).lang(), expected, "{text}");
        }
        case("company: x\nposte: y\nfeedback: {requested: 2026-01-01}\n", Some(Lang::En));
        case("contacts: [{nom: x}]\nvia: x\n", Some(Lang::Fr));
        case("contacts: [{name: x}]\n", Some(Lang::En));
        case("source: x\n", None);
    }
}
