//! A journal that was read to its copy, and the finished site of a copy to the names that it still tells.

use std::borrow::Cow;

use super::Loaded;
use crate::locale::Locale;
use crate::render::policy::SCRIPTS;
use crate::render::theme::{Theme, is_built_in};
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

/// Returns the names that the finished site of a copy still tells; rebond's own scripts and styles are not read.
pub fn leaks(names: &Names, site: &Site, theme: &Theme) -> Vec<Leak> {
    let texts: Vec<(&str, Cow<'_, str>)> = site
        .files
        .iter()
        .filter(|(path, _)| SCRIPTS.iter().all(|(script, _)| path != script))
        .filter_map(|(path, content)| match (content, theme.statics.get(path)) {
            (_, Some(bytes)) if is_built_in(path, bytes) => None,
            // Of a picture or a typeface only the name can be read.
            (_, Some(bytes)) => Some((path.as_str(), Cow::Borrowed(std::str::from_utf8(bytes).unwrap_or_default()))),
            (Content::Bytes(bytes), None) => Some((path.as_str(), String::from_utf8_lossy(bytes))),
            (Content::Copy(file), None) => Some((path.as_str(), Cow::Borrowed(file.as_str()))),
        })
        .collect();
    let own: Vec<&str> = theme.built_in_texts().collect();
    share::leaks(names, texts.iter().map(|(path, text)| (*path, text.as_ref())), &own)
}
