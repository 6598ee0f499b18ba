//! `--share`: the copy that names nobody, and what is said about it.

use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::locale::{Locale, Named};
use crate::pipeline::{self, Copied, Loaded};
use crate::render::Site;
use crate::render::theme::Theme;
use crate::share::{Kind, Leak, Removed};
use crate::source::Position;

/// The most leaks that are told.
const LEAKS: usize = 20;

/// What a command works on: the journal, or its copy.
pub(super) struct Subject {
    /// What was read, with the copy as its journal where one was asked for.
    pub(super) loaded: Loaded,
    /// The language of what is shown.
    pub(super) locale: Locale,
    /// The copy's names and what was removed.
    pub(super) copied: Option<Copied>,
}

impl Subject {
    /// Takes the journal as it is, or makes its copy.
    pub(super) fn new(loaded: &Loaded, locale: Locale, is_copy: bool) -> Self {
        if !is_copy {
            return Self { loaded: loaded.clone(), locale, copied: None };
        }
        let copied = pipeline::copy(loaded, &locale);
        Self { loaded: copied.loaded.clone(), locale: copied.locale.clone(), copied: Some(copied) }
    }

    /// Reads the finished site of a copy for every name that must be gone.
    ///
    /// # Errors
    /// `share-leak` for the last of what it still tells; the others are told before.
    pub(super) fn check(&self, ui: &Ui, site: &Site, theme: &Theme) -> Result<()> {
        let Some(copied) = &self.copied else { return Ok(()) };
        let mut problems: Vec<Diagnostic> =
            pipeline::leaks(&copied.names, site, theme).iter().take(LEAKS).map(diagnostic).collect();
        let Some(last) = problems.pop() else { return Ok(()) };
        ui.problems(&problems.iter().collect::<Vec<_>>());
        Err(Box::new(last))
    }

    /// Returns `text` when it names nobody that it must not; `name` is that of a file of its kind.
    ///
    /// # Errors
    /// `share-leak` for the first name.
    pub(super) fn checked(&self, name: &str, text: String) -> Result<String> {
        let Some(copied) = &self.copied else { return Ok(text) };
        match crate::share::leaks(&copied.names, [(name, text.as_str())], &[]).first() {
            Some(leak) => Err(Box::new(diagnostic(leak))),
            None => Ok(text),
        }
    }

    /// Says what the copy no longer tells, and what it cannot promise.
    pub(super) fn tell(&self, ui: &Ui) {
        if let Some(copied) = &self.copied {
            tell_removed(ui, &copied.removed);
        }
    }
}

/// Returns the problem that a copy still tells a name.
pub(super) fn diagnostic(leak: &Leak) -> Diagnostic {
    Diagnostic::at_position(Code::ShareLeak, &leak.page, Position { line: 1, column: 1 })
        .with("name", leak.name.as_str())
        .with("field", leak.field.as_str())
        .with("excerpt", leak.excerpt.as_str())
}

fn tell_removed(ui: &Ui, removed: &Removed) {
    ui.tell("share-removed", &[]);
    let line = |key: &str, args: &[Named<'_>]| ui.say(&format!("  {}", ui.locale.format(key, args)));
    for (kind, (different, places)) in removed.kinds() {
        line(&format!("share-removed-{}", key(kind)), &[("count", different.into()), ("places", places.into())]);
    }
    for (what, count) in &removed.counts {
        line(&format!("share-removed-{}", what.key()), &[("count", (*count).into())]);
    }
    if removed.names.is_empty() && removed.counts.is_empty() {
        line("share-removed-nothing", &[]);
    }
    for ((kind, name), places) in &removed.names {
        if *kind != Kind::Tag {
            ui.detail(&format!("    {name} ({places})"));
        }
    }
    ui.tell("share-promise", &[]);
}

/// Returns the end of the key of the message that counts names of a kind.
fn key(kind: Kind) -> &'static str {
    match kind {
        Kind::Company => "companies",
        Kind::Agency => "agencies",
        Kind::Person => "people",
        Kind::Place => "places",
        Kind::Other => "others",
        Kind::Email => "emails",
        Kind::Phone => "phones",
        Kind::Link => "addresses",
        Kind::Amount => "amounts",
        Kind::Tag => "hashtags",
        Kind::Day => "days",
    }
}
