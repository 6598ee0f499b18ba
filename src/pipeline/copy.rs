//! A journal that was read to its copy, and the finished site of a copy to the names that it still tells.

use std::borrow::Cow;

use super::Loaded;
use crate::locale::Locale;
use crate::render::theme::Theme;
use crate::render::{Content, Site};
use crate::share::{self, Leak, Names, Removed, Shared};

/// A copy of a journal that names nobody, in place of the journal that was read.
#[derive(Debug)]
pub struct Copied {
    /// What was read, with the copy as its journal.
    pub loaded: Loaded,
    /// The language of its report, with dates as exact as they pass.
    pub locale: Locale,
    /// The names that it must not tell.
    pub names: Names,
    /// What it no longer tells.
    pub removed: Removed,
}

/// Makes the copy of a journal that names nobody, with its words in the language of `locale`.
pub fn copy(loaded: &Loaded, locale: &Locale) -> Copied {
    let Shared { journal, names, removed } = share::share(&loaded.journal, locale);
    let locale = if journal.is_monthly() { locale.clone().by_month() } else { locale.clone() };
    let loaded = Loaded { journal, ..loaded.clone() };
    Copied { loaded, locale, names, removed }
}

/// Returns the names that the finished site of a copy still tells; what the theme copies is not read.
pub fn leaks(names: &Names, site: &Site, theme: &Theme) -> Vec<Leak> {
    let files = site.files.iter().filter(|(path, _)| !theme.statics.contains_key(*path));
    let texts: Vec<(&str, Cow<'_, str>)> = files
        .map(|(path, content)| match content {
            Content::Bytes(bytes) => (path.as_str(), String::from_utf8_lossy(bytes)),
            Content::Copy(file) => (path.as_str(), Cow::Borrowed(file.as_str())),
        })
        .collect();
    let own: Vec<&str> = theme.built_in_texts().collect();
    share::leaks(names, texts.iter().map(|(path, text)| (*path, text.as_ref())), &own)
}
