//! Words of the vocabulary on the command line, read as leniently as in a file.
//!
//! In: what was typed. Out: the value, in either language, without regard to
//! case and accents. Help and completions show the words of the environment.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diagnostic::nearest;
use crate::locale::Lang;
use crate::model::vocabulary::{Word, find_word};
use crate::model::{Notice, Stage, Status};

/// Reads one word of a table of the vocabulary.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordParser<T> {
    words: &'static [Word],
    read: fn(&str) -> Option<T>,
    lang: Lang,
}

/// Returns the reader of a status.
pub(crate) fn status() -> WordParser<Status> {
    WordParser { words: Status::words(), read: Status::from_name, lang: super::environment_lang() }
}

/// Returns the reader of a stage.
pub(crate) fn stage() -> WordParser<Stage> {
    WordParser { words: Stage::words(), read: Stage::from_name, lang: super::environment_lang() }
}

/// Returns the reader of how the news came.
pub(crate) fn notice() -> WordParser<Notice> {
    WordParser { words: Notice::words(), read: Notice::from_name, lang: super::environment_lang() }
}

/// Returns the word in `lang` of the value whose English word is `name`.
pub(crate) fn name_in(words: &'static [Word], name: &'static str, lang: Lang) -> &'static str {
    find_word(words, name).map_or(name, |word| word.name(lang))
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for WordParser<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        typed: &OsStr,
    ) -> std::result::Result<T, clap::Error> {
        let typed = typed.to_string_lossy();
        let value = find_word(self.words, &typed).and_then(|word| (self.read)(word.en));
        value.ok_or_else(|| {
            let names = self.words.iter().map(|word| word.name(self.lang));
            let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
            let arg = arg.map(ToString::to_string).unwrap_or_default();
            error.insert(ContextKind::InvalidArg, ContextValue::String(arg));
            error.insert(ContextKind::InvalidValue, ContextValue::String(typed.clone().into_owned()));
            let near = nearest(&typed, self.words.iter().flat_map(|word| [word.name(self.lang), word.en, word.fr]));
            if let Some(near) = near {
                error.insert(ContextKind::SuggestedValue, ContextValue::String(near.to_owned()));
            }
            error.insert(ContextKind::ValidValue, ContextValue::Strings(names.map(str::to_owned).collect()));
            error
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.words.iter().map(|word| PossibleValue::new(word.name(self.lang)))))
    }
}
