//! The only writer of a person's files.
//!
//! In: a [`SourceFile`] and what is to change: a [`Place`] of the front matter
//! and its new [`Content`], a task to tick, words to quote, a topic to tag. Out: a [`Revision`],
//! every step of which is a list of [`Edit`]s, applied and read again: what
//! the text now says must be what it said before and the one intended change,
//! else the step is `edit-refused`. [`Revision::write`] looks at the file once
//! more and replaces it whole. Files that do not exist yet are not made here.

mod diff;
mod front_matter;
mod place;
mod prove;
mod quote;
mod spelling;
mod task;
mod toml;
mod topic;
mod yaml;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::diagnostic::{Code, Diagnostic, Result};
use crate::fs;
use crate::source::{SourceFile, Span};

pub use front_matter::set;
pub use place::{Content, Place};
pub use quote::{add_quote, is_quoted};
pub use task::tick;
pub use topic::tag;

/// One replacement in a text: of nothing, where it only adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

impl Edit {
    /// Returns the edit that puts `text` at `offset`.
    pub fn insert(offset: usize, text: impl Into<String>) -> Self {
        Self { span: Span::new(offset, offset), text: text.into() }
    }

    /// Returns the edit that puts `text` where `span` is.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

/// How long a change waits for another one in the same folder.
const PATIENCE: Duration = Duration::from_secs(10);

/// A file as it is on disk, and as it is to be; nothing is written before [`Revision::write`].
#[derive(Clone, Debug)]
pub struct Revision {
    before: Arc<SourceFile>,
    after: Arc<SourceFile>,
}

impl Revision {
    /// Returns the revision of `source` that changes nothing yet.
    pub fn new(source: &Arc<SourceFile>) -> Self {
        Self { before: Arc::clone(source), after: Arc::clone(source) }
    }

    /// Returns the file with the changes made so far.
    pub fn source(&self) -> &Arc<SourceFile> {
        &self.after
    }

    /// Returns whether anything is changed.
    pub fn is_changed(&self) -> bool {
        self.before.text != self.after.text
    }

    /// Makes one change, whose places are those of [`Revision::source`].
    ///
    /// `is_proved` reads both texts and says whether they differ as intended.
    ///
    /// # Errors
    /// `edit-refused` when they do not, or when the edits overlap; the revision is then as it was.
    pub fn apply(
        &mut self,
        edits: &[Edit],
        is_proved: impl FnOnce(&Arc<SourceFile>, &Arc<SourceFile>) -> bool,
    ) -> Result<()> {
        let after = apply(&self.after, edits).map(Arc::new);
        match after.filter(|after| is_proved(&self.after, after)) {
            Some(after) => {
                self.after = after;
                Ok(())
            }
            None => Err(refused(&self.before, "unproved")),
        }
    }

    /// Returns the lines that change, marked with `-` and `+`, as `diff -u` shows them.
    pub fn diff(&self, has_color: bool) -> String {
        diff::unified(&self.before, &self.after, has_color)
    }

    /// Writes the file at `path`, which must still be what was read.
    ///
    /// # Errors
    /// `edit-refused` when the file has changed since, `file-unreadable`, `file-unwritable`; it is then as it was.
    pub fn write(&self, path: &Path) -> Result<()> {
        // Nobody else of ours changes the file between the look and the change.
        let real = fs::real_path(path)?;
        let folder = real.parent().unwrap_or(Path::new("."));
        let _held = fs::hold(folder, PATIENCE)?;
        fs::remove_leftovers(folder, "");
        if fs::read(path)? != self.before.to_bytes() {
            return Err(refused(&self.before, "changed"));
        }
        if self.is_changed() { fs::replace(path, &self.after.to_bytes()) } else { Ok(()) }
    }
}

/// Returns `source` with `edits` made; `None` when they overlap or are no places of it.
fn apply(source: &SourceFile, edits: &[Edit]) -> Option<SourceFile> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut text = String::with_capacity(source.text.len() + 64);
    let mut at = 0;
    for edit in sorted {
        text.push_str(source.text.get(at..edit.span.start())?);
        text.push_str(&edit.text);
        at = edit.span.end();
    }
    text.push_str(source.text.get(at..)?);
    let mut after = SourceFile::new(Arc::clone(&source.path), text);
    after.has_bom = source.has_bom;
    Some(after)
}

/// Returns why `source` is left alone: `unproved`, `changed` or `shape`.
fn refused(source: &SourceFile, why: &'static str) -> Box<Diagnostic> {
    let help = if why == "changed" { "help-changed" } else { "help" };
    Box::new(Diagnostic::new(Code::EditRefused).with("path", &*source.path).variant(why).help(help))
}
