//! A file to an entry or a goal.
//!
//! [`read_entry`] and [`read_goal`] are pure functions of one file, the topics
//! and the language of hints: the same text gives the same result, whatever
//! the other files. What needs several files, or today, is in `check`.

mod block;
mod body;
mod date;
mod entry;
mod fields;
mod front_matter;
mod goal;
mod keys;
mod left_out;
mod section;
mod tags;
mod task;
mod unclosed;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::data::Node;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::Lang;
use crate::model::{Body, LeftOut, Topics};
use crate::source::{SourceFile, Span, is_markdown};

pub use entry::read_entry;
pub use goal::read_goal;

pub(crate) use front_matter::Syntax;
pub(crate) use keys::KeyVotes;
pub(crate) use left_out::{may_be_private, names};
pub(crate) use section::section_of;
pub(crate) use tags::{DayKind, TaskDay, task_days};

/// What a file gave: the thing it holds, or why it is left out, and its problems.
#[derive(Clone, Debug)]
pub struct Read<T> {
    /// The entry or goal; when a problem is an error, only what the file would have been.
    pub result: Result<T, LeftOut>,
    /// Every problem of the file alone.
    pub diagnostics: Diagnostics,
}

/// What reading one file needs to know and to tell.
pub(crate) struct Reading<'a> {
    diagnostics: &'a mut Diagnostics,
    source: &'a SourceFile,
    topics: &'a Topics,
    lang: Lang,
    /// How the keys are written that were read.
    keys: KeyVotes,
    /// Whether there may be placeholders of templates.
    may_hold_placeholders: bool,
}

impl<'a> Reading<'a> {
    fn new(diagnostics: &'a mut Diagnostics, source: &'a SourceFile, topics: &'a Topics, lang: Lang) -> Self {
        let may_hold_placeholders = tags::may_hold_placeholders(&source.text);
        Self { diagnostics, source, topics, lang, keys: KeyVotes::default(), may_hold_placeholders }
    }

    /// Tells a problem at `span`.
    fn tell(&mut self, code: Code, span: Span, fill: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.diagnostics.push(fill(Diagnostic::at(code, self.source, span)));
    }
}

/// Returns the id of a file: its name without `.md` or `.markdown`.
pub fn id_of_path(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, extension)) if is_markdown(extension) => stem,
        _ => name,
    }
}

/// The front matter of a file and where each key and value stands, for edits.
pub(crate) struct Outline<'a> {
    /// How it is written.
    pub(crate) syntax: Syntax,
    /// The lines between the fences.
    pub(crate) inner: Span,
    /// The keys and values.
    pub(crate) root: Node<'a>,
}

/// Reads where the keys and values of a front matter stand; `None` when it has none or it is wrong.
pub(crate) fn outline(source: &SourceFile) -> Option<Outline<'_>> {
    let front_matter::Split::Found(block) = front_matter::split(source) else { return None };
    let mut diagnostics = Diagnostics::default();
    let root = front_matter::read(&mut diagnostics, source, &block)?;
    Some(Outline { syntax: block.syntax, inner: block.inner, root })
}

/// Reads the text below the front matter alone, every block of it, whatever the front matter says.
pub(crate) fn body_of(source: &SourceFile, topics: &Topics) -> Body {
    let start = match front_matter::split(source) {
        front_matter::Split::Found(block) => block.body_start,
        _ => 0,
    };
    read_text(source, start, topics, true)
}

/// Reads a text of `source` from `start` on: that of an entry, whose tags are evidence, or that of a goal.
pub(crate) fn read_text(source: &SourceFile, start: usize, topics: &Topics, is_entry: bool) -> Body {
    let mut diagnostics = Diagnostics::default();
    let mut reading = Reading::new(&mut diagnostics, source, topics, Lang::default());
    body::read_body(&mut reading, start, if is_entry { body::Owner::Entry } else { body::Owner::Goal })
}

/// What a file says of itself, even where the rest is wrong.
#[derive(Clone, Copy, Debug)]
struct Flags {
    draft: bool,
    private: bool,
}

/// Joins the parts of a read into its result.
fn finish<T>(source: &Arc<SourceFile>, value: Option<T>, flags: Flags, diagnostics: Diagnostics) -> Read<T> {
    let left_out = || LeftOut {
        id: id_of_path(&source.path).to_owned(),
        file: source.path.to_string(),
        draft: flags.draft,
        private: flags.private,
        names: left_out::names(source),
    };
    let result = value.filter(|_| !diagnostics.has_errors()).ok_or_else(left_out);
    Read { result, diagnostics }
}
