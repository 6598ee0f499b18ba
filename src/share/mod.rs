//! A journal to one that names nobody: what a copy for a coach or a friend is made from.
//!
//! [`share`] makes a new [`Journal`] of what may pass, with nothing of the old
//! one behind it: companies have letters, people their role, entries numbers.
//! Its report is an ordinary report. [`leaks`] then reads a finished site for
//! every name that should be gone. `projection` decides what passes, `names`
//! finds names, `sentence` fits in what stands instead, `patterns` finds what
//! else does not pass, `text` and `write` write Markdown anew.
//!
//! Names are removed, which is less than anonymity: dates, sectors and rare
//! positions can still tell somebody who knows the field.

mod entry;
mod gather;
mod goal;
mod leak;
mod names;
mod output;
mod patterns;
mod projection;
mod sentence;
mod text;
mod tokens;
mod words;
mod write;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::locale::Locale;
use crate::model::{Entry, Goal, Journal, LeftOut};

pub use leak::{Leak, leaks};
pub use names::{Edit, Kind, Names};
pub use output::outward;
use projection::Projection;

/// The folder of the entries of a copy.
const ENTRIES: &str = "entries";
/// The folder of its goals.
const PLAN: &str = "plan";

/// A journal that names nobody, and what it no longer tells.
#[derive(Debug)]
pub struct Shared {
    /// The journal.
    pub journal: Journal,
    /// The names that it must not tell.
    pub names: Names,
    /// What was removed.
    pub removed: Removed,
}

/// Something that never passes, beside names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// An entry that is private.
    Private,
    /// An entry that is a draft.
    Draft,
    /// An entry from just before the search that is counted.
    Before,
    /// A section of feelings, or a private one.
    Section,
    /// A mood.
    Mood,
    /// A salary.
    Salary,
    /// Somebody met, of whom the role alone passes.
    Contact,
    /// Where the work is.
    Place,
    /// What was sent.
    Document,
    /// A free word.
    Tag,
    /// An address of the web.
    Link,
    /// An image.
    Image,
    /// A value under a key that rebond does not know.
    Extra,
}

impl What {
    /// Returns the end of the key of the message that counts it.
    pub fn key(self) -> &'static str {
        match self {
            What::Private => "private",
            What::Draft => "draft",
            What::Before => "before",
            What::Section => "section",
            What::Mood => "mood",
            What::Salary => "salary",
            What::Contact => "contact",
            What::Place => "place",
            What::Document => "document",
            What::Tag => "tag",
            What::Link => "link",
            What::Image => "image",
            What::Extra => "extra",
        }
    }
}

/// What a copy no longer tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// What does not pass, counted.
    pub counts: BTreeMap<What, usize>,
    /// Names and other words replaced in texts, each with how often.
    pub names: BTreeMap<(Kind, String), usize>,
}

impl Removed {
    /// Returns how many names and other words of each kind were replaced: different ones, and places.
    pub fn kinds(&self) -> BTreeMap<Kind, (usize, usize)> {
        let mut kinds: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
        for ((kind, _), places) in &self.names {
            let (different, all) = kinds.entry(*kind).or_default();
            *different += 1;
            *all += places;
        }
        kinds
    }

    fn count(&mut self, what: What) {
        self.count_all(what, 1);
    }

    fn count_all(&mut self, what: What, count: usize) {
        if count > 0 {
            *self.counts.entry(what).or_default() += count;
        }
    }

    fn add(&mut self, other: Removed) {
        for (what, count) in other.counts {
            self.count_all(what, count);
        }
        for (name, places) in other.names {
            *self.names.entry(name).or_default() += places;
        }
    }

    fn take(&mut self, edits: &[Edit]) {
        for edit in edits {
            *self.names.entry((edit.kind, edit.name.clone())).or_default() += 1;
        }
    }
}

/// Makes the copy of `journal`, with what stands instead of names in the language of `locale`.
pub fn share(journal: &Journal, locale: &Locale) -> Shared {
    let mut removed = Removed::default();
    let projection = Projection::new(journal, locale, &mut removed);
    let entries: Vec<(Entry, Removed)> =
        projection.entries().par_iter().map(|entry| entry::shared(&projection, entry)).collect();
    let goals: Vec<(Goal, Removed)> =
        projection.goals().par_iter().map(|goal| goal::shared(&projection, goal)).collect();
    let mut keep = |removed_here: Removed| removed.add(removed_here);
    let mut entries: Vec<Arc<Entry>> =
        entries.into_iter().map(|(entry, gone)| (keep(gone), Arc::new(entry)).1).collect();
    let mut goals: Vec<Arc<Goal>> = goals.into_iter().map(|(goal, gone)| (keep(gone), Arc::new(goal)).1).collect();
    entries.sort_by(|a, b| crate::model::id_order(&a.id, &b.id));
    goals.sort_by(|a, b| crate::model::id_order(&a.id, &b.id));
    let copy = Journal {
        settings: Arc::new(projection.settings(&mut removed)),
        topics: projection.topics(),
        entries: entries.into_iter().collect(),
        goals,
        left_out_entries: nameless(&journal.left_out_entries),
        left_out_goals: nameless(&journal.left_out_goals),
        copy: Some(journal.settings.share.dates),
    };
    Shared { journal: copy, names: projection.names, removed }
}

/// Returns the files that were left out and are not private, without their names.
fn nameless(files: &[LeftOut]) -> Vec<LeftOut> {
    let shown = files.iter().filter(|file| !file.private && !file.draft);
    shown.map(|_| LeftOut::default()).collect()
}
