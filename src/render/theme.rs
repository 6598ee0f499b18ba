//! Themes: how a site looks. Built-in ones, and the journal's own files laid over them.
//!
//! A theme is a folder: `theme.toml` tells what it is, `templates/` holds the
//! templates, `static/` what is copied to the site as it is, `strings/` texts in
//! place of the built-in ones. In: file texts. Out: [`Theme`]. Reading a journal's
//! own files is `pipeline`'s work.

use std::collections::BTreeMap;

use super::policy::ThemeScripts;
use crate::DEFAULT_THEME;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Result};
use crate::locale::{Lang, Locale};
use crate::template::Templates;

/// A file of a built-in theme: its path below `themes/NAME/` and its text.
pub type BuiltInFile = (&'static str, &'static str);

macro_rules! theme_files {
    ($name:literal: $($path:literal)+) => {
        &[$(($path, include_str!(concat!("../../themes/", $name, "/", $path))),)+]
    };
}

/// The built-in themes by name, each with all its files.
pub const BUILT_IN: &[(&str, &[BuiltInFile])] = &[("booklet", BOOKLET), ("correspondence", CORRESPONDENCE)];

const BOOKLET: &[BuiltInFile] = theme_files!("booklet":
    "theme.toml"
    "static/style.css"
    "templates/agenda.html"
    "templates/base.html"
    "templates/entries.html"
    "templates/entry.html"
    "templates/footer.html"
    "templates/goals.html"
    "templates/header.html"
    "templates/index.html"
    "templates/journey.html"
    "templates/nav.html"
    "templates/parts.html"
    "templates/plan.html"
    "templates/print-applications.html"
    "templates/print-base.html"
    "templates/print-brief.html"
    "templates/print-parts.html"
    "templates/print-week.html"
    "templates/print.css"
    "templates/print.html"
    "templates/report.html"
    "templates/search.html"
    "templates/stories.html"
    "templates/swot.html"
    "templates/topic.html"
);

const CORRESPONDENCE: &[BuiltInFile] = theme_files!("correspondence":
    "theme.toml"
    "static/style.css"
    "templates/agenda.html"
    "templates/base.html"
    "templates/entries.html"
    "templates/entry.html"
    "templates/footer.html"
    "templates/goals.html"
    "templates/header.html"
    "templates/index.html"
    "templates/journey.html"
    "templates/plan.html"
    "templates/prose.html"
    "templates/report.html"
    "templates/stories.html"
    "templates/swot.html"
    "templates/topic.html"
);

/// Returns the files of the built-in theme `name`.
pub fn built_in(name: &str) -> Option<&'static [BuiltInFile]> {
    BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, files)| *files)
}

/// Returns whether a static file is one of a built-in theme, byte for byte.
pub fn is_built_in(path: &str, bytes: &[u8]) -> bool {
    let mut files = BUILT_IN.iter().flat_map(|(_, files)| *files);
    files.any(|(known, text)| known.strip_prefix("static/") == Some(path) && text.as_bytes() == bytes)
}

/// What a journal adds to a theme, or a theme of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The built-in theme that a theme with a name of its own is laid over; else the default one.
    pub base: Option<String>,
    /// The files of `templates/` and `static/`, by path below `themes/NAME/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Messages in place of the built-in ones, one Fluent text a language.
    pub strings: BTreeMap<Lang, String>,
}

/// A theme: its templates, its texts, and the files that are copied to the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    built_in: BTreeMap<String, &'static str>,
    own: BTreeMap<String, String>,
    strings: BTreeMap<Lang, String>,
    /// Files that are copied to the site, by their path there.
    pub statics: BTreeMap<String, Vec<u8>>,
    /// Whether its scripts run.
    pub scripts: ThemeScripts,
    /// Own files that are not copied, because a browser could run them.
    pub held: Vec<String>,
    /// Problems of the journal's own files.
    pub diagnostics: Diagnostics,
}

impl Theme {
    /// Returns the theme `name`: what the journal has of its `own` over the built-in files, and all over the default theme.
    ///
    /// So a theme may hold a single file, whether its name is a built-in one or not.
    /// Of its own static files, what may hold a script is copied only when `scripts` are trusted.
    ///
    /// # Errors
    /// `theme-unknown` when the theme is not built in and has nothing of its own, or when its base is not built in.
    pub fn new(name: &str, own: Option<Own>, scripts: ThemeScripts) -> Result<Self> {
        let own_base = own.as_ref().map(|own| own.base.as_deref().unwrap_or(DEFAULT_THEME));
        let base = if built_in(name).is_some() { name } else { own_base.ok_or_else(|| unknown(name))? };
        let base = built_in(base).ok_or_else(|| unknown(base))?;
        let mut theme = Theme { scripts, ..Theme::default() };
        for (known, files) in BUILT_IN {
            theme.add_built_in(&format!("{known}/"), files);
        }
        for files in [BOOKLET, base] {
            theme.add_built_in("", files);
            for (path, text) in files {
                if let Some(file) = path.strip_prefix("static/") {
                    theme.statics.insert(file.to_owned(), text.as_bytes().to_vec());
                }
            }
        }
        let own = own.unwrap_or_default();
        for (path, bytes) in own.files {
            if let Some(template) = path.strip_prefix("templates/") {
                theme.own.insert(template.to_owned(), String::from_utf8_lossy(&bytes).into_owned());
            } else if scripts == ThemeScripts::Held && !is_inert(&path) {
                theme.held.push(path);
            } else if let Some(file) = path.strip_prefix("static/") {
                theme.statics.insert(file.to_owned(), bytes);
            }
        }
        theme.strings = own.strings;
        Ok(theme)
    }

    /// Returns all that pages are made from, to tell whether it has changed.
    pub fn parts(&self) -> impl std::hash::Hash + '_ {
        (&self.built_in, &self.own, &self.strings, &self.statics, self.scripts)
    }

    /// Returns whether any template is the journal's own.
    pub fn has_own_templates(&self) -> bool {
        !self.own.is_empty()
    }

    fn add_built_in(&mut self, prefix: &str, files: &[BuiltInFile]) {
        for (path, text) in files {
            if let Some(template) = path.strip_prefix("templates/") {
                self.built_in.insert(format!("{prefix}{template}"), *text);
            }
        }
    }

    /// Returns `locale` with the theme's own texts.
    pub fn locale(&self, locale: &Locale) -> Locale {
        self.strings.get(&locale.lang).map_or_else(|| locale.clone(), |text| locale.with_strings(text))
    }

    /// Returns the texts of the templates that came with rebond.
    pub fn built_in_texts(&self) -> impl Iterator<Item = &str> {
        self.built_in.values().copied()
    }

    /// Returns the templates with messages in the language of `locale`.
    ///
    /// # Errors
    /// `template-invalid`.
    pub fn templates(&self, locale: &Locale) -> Result<Templates> {
        Templates::new(&self.built_in, &self.own, locale)
    }
}

/// Returns whether a static file is of a kind that no browser runs: styles, typefaces, pictures, plain text.
fn is_inert(path: &str) -> bool {
    const KINDS: [&str; 14] =
        ["css", "woff", "woff2", "ttf", "otf", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "txt"];
    let extension = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension);
    extension.is_some_and(|extension| KINDS.iter().any(|kind| extension.eq_ignore_ascii_case(kind)))
}

/// Returns the problem that there is no theme `name`.
pub fn unknown(name: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::ThemeUnknown).with("theme", name).with("known", names()))
}

/// Returns the names of the built-in themes, for a message.
pub fn names() -> String {
    let names: Vec<&str> = BUILT_IN.iter().map(|(name, _)| *name).collect();
    names.join(", ")
}
