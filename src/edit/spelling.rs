//! How a file spells the names of the format: its language, its accents.

use crate::data::Node;
use crate::locale::{Lang, fold};
use crate::model::vocabulary::{Field, Word};
use crate::parse::{KeyVotes, Syntax};

/// The spelling of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spelling {
    /// The language of its keys.
    pub(super) lang: Lang,
    /// Whether its keys have their accents.
    has_accents: bool,
}

impl Spelling {
    /// Returns how the keys below `root` are spelt; `otherwise` where none is of one language only.
    ///
    /// Without a key that shows it, accents are written in YAML, and not in
    /// TOML, whose bare keys hold none.
    pub(super) fn of(root: &Node<'_>, syntax: Syntax, table: &'static [Field], otherwise: Lang) -> Self {
        let votes = KeyVotes::of(root, table);
        let lang = votes.lang().unwrap_or(otherwise);
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
