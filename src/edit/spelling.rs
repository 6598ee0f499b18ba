//! How a file spells the names of the format: its language, its accents.

use unicode_normalization::UnicodeNormalization;

use super::place::inner_fields;
use crate::data::{Node, Value};
use crate::locale::{Lang, fold, same_name};
use crate::model::vocabulary::{Field, Word, find_field};
use crate::parse::{Syntax, outline};
use crate::source::SourceFile;

/// The spelling of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spelling {
    /// The language of its keys.
    pub(super) lang: Lang,
    /// Whether its keys have their accents.
    has_accents: bool,
}

/// Returns the language of a file's keys: that of most, else `otherwise`.
pub fn language(source: &SourceFile, table: &'static [Field], otherwise: Lang) -> Lang {
    outline(source).map_or(otherwise, |outline| Spelling::of(&outline.root, outline.syntax, table, otherwise).lang)
}

impl Spelling {
    /// Returns how the keys below `root` are spelt; `otherwise` where none is of one language only.
    ///
    /// Without a key that shows it, accents are written in YAML, and not in
    /// TOML, whose bare keys hold none.
    pub(super) fn of(root: &Node, syntax: Syntax, table: &'static [Field], otherwise: Lang) -> Self {
        let mut votes = Votes::default();
        votes.count(root, table);
        let lang = match votes.french.cmp(&votes.english) {
            std::cmp::Ordering::Greater => Lang::Fr,
            std::cmp::Ordering::Less => Lang::En,
            std::cmp::Ordering::Equal => otherwise,
        };
        let is_undecided = votes.accented == votes.plain && votes.plain == 0;
        let has_accents = if is_undecided { syntax == Syntax::Yaml } else { votes.accented >= votes.plain };
        Self { lang, has_accents }
    }

    /// Returns the name of a key.
    pub(super) fn key(self, word: Word) -> String {
        let name = word.name(self.lang);
        if self.has_accents { name.to_owned() } else { fold(name) }
    }
}

#[derive(Default)]
struct Votes {
    french: usize,
    english: usize,
    accented: usize,
    plain: usize,
}

impl Votes {
    fn count(&mut self, node: &Node, table: &'static [Field]) {
        match &node.value {
            Value::Map(pairs) => {
                for pair in pairs {
                    if let Some(field) = find_field(table, &pair.key) {
                        self.vote(&pair.key, field.word);
                        self.count(&pair.node, inner_fields(field));
                    }
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.count(item, table)),
            Value::Null | Value::Scalar(_) => {}
        }
    }

    fn vote(&mut self, key: &str, word: Word) {
        let (is_french, is_english) = (same_name(key, word.fr), same_name(key, word.en));
        self.french += usize::from(is_french && !is_english);
        self.english += usize::from(is_english && !is_french);
        if is_french && !word.fr.is_ascii() && !word.en.eq_ignore_ascii_case(key) {
            let is_accented = key.nfc().any(|c| !c.is_ascii());
            self.accented += usize::from(is_accented);
            self.plain += usize::from(!is_accented);
        }
    }
}
