//! Themes: how a site looks. Built-in ones, and the journal's own files laid over them.
//!
//! A theme is a folder: `theme.toml` tells what it is, `templates/` holds the
//! templates, `static/` what is copied to the site as it is. In: file texts.
//! Out: [`Theme`]. Reading a journal's own files is `pipeline`'s work.

use std::collections::BTreeMap;

use super::policy::ThemeScripts;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::locale::Locale;
use crate::template::Templates;

/// A file of a built-in theme: its path below `themes/NAME/` and its text.
pub type BuiltInFile = (&'static str, &'static str);

macro_rules! theme_files {
    ($name:literal: $($path:literal)+) => {
        &[$(($path, include_str!(concat!("../../themes/", $name, "/", $path))),)+]
    };
}

/// The built-in themes by name, each with all its files.
pub const BUILT_IN: &[(&str, &[BuiltInFile])] = &[(
    "booklet",
    theme_files!("booklet":
        "theme.toml"
        "static/style.css"
        "templates/agenda.html"
        "templates/base.html"
        "templates/entries.html"
        "templates/entry.html"
        "templates/goals.html"
        "templates/index.html"
        "templates/journey.html"
        "templates/parts.html"
        "templates/plan.html"
        "templates/print.html"
        "templates/report.html"
        "templates/stories.html"
        "templates/swot.html"
        "templates/topic.html"
    ),
)];

/// Returns the files of the built-in theme `name`.
pub fn built_in(name: &str) -> Option<&'static [BuiltInFile]> {
    BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, files)| *files)
}

/// A theme: its templates and the files that are copied to the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    built_in: BTreeMap<String, String>,
    own: BTreeMap<String, String>,
    /// Files that are copied to the site, by their path there.
    pub statics: BTreeMap<String, Vec<u8>>,
    /// Whether its scripts run.
    pub scripts: ThemeScripts,
    /// Own files that are not copied, because a browser could run them.
    pub held: Vec<String>,
}

impl Theme {
    /// Returns the theme `name`: the journal's `own` files, by path below `themes/NAME/`, over the built-in ones.
    ///
    /// A theme that is not built in is laid over the default one, so that it may hold a single file.
    /// Of its own static files, what may hold a script is copied only when `scripts` are trusted.
    ///
    /// # Errors
    /// `theme-unknown` when the theme is not built in and has no files of its own.
    pub fn new(name: &str, own: BTreeMap<String, Vec<u8>>, scripts: ThemeScripts) -> Result<Self> {
        let base = match built_in(name) {
            Some(files) => files,
            None if own.is_empty() => return Err(unknown(name)),
            None => built_in(crate::DEFAULT_THEME).unwrap_or_default(),
        };
        let mut theme = Theme { scripts, ..Theme::default() };
        for (path, text) in base {
            if let Some(template) = path.strip_prefix("templates/") {
                theme.built_in.insert(template.to_owned(), (*text).to_owned());
            } else if let Some(file) = path.strip_prefix("static/") {
                theme.statics.insert(file.to_owned(), text.as_bytes().to_vec());
            }
        }
        for (path, bytes) in own {
            if let Some(template) = path.strip_prefix("templates/") {
                theme.own.insert(template.to_owned(), String::from_utf8_lossy(&bytes).into_owned());
            } else if scripts == ThemeScripts::Held && !is_inert(&path) {
                theme.held.push(path);
            } else if let Some(file) = path.strip_prefix("static/") {
                theme.statics.insert(file.to_owned(), bytes);
            }
        }
        Ok(theme)
    }

    /// Returns whether any template is the journal's own.
    pub fn has_own_templates(&self) -> bool {
        !self.own.is_empty()
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
