//! Rules that need several files, or today.
//!
//! In: the entries and goals that could be read, and today. Out: diagnostics,
//! and for ids that collide the files to leave out. One file a rule. What can
//! be seen in one file alone is told by `parse`.

mod days;
mod follows;
mod ids;
mod links;

use jiff::civil::Date;

use crate::diagnostic::Diagnostics;
use crate::model::Journal;

pub use ids::collisions;
pub(crate) use links::{Index, Target, decode, has_scheme};

/// Tells every problem that only the whole journal shows; `exists` answers for files that are no entry or goal.
pub fn check(diagnostics: &mut Diagnostics, journal: &Journal, today: Date, exists: &dyn Fn(&str) -> bool) {
    days::check(diagnostics, journal, today);
    follows::check(diagnostics, journal);
    links::check(diagnostics, journal, exists);
}
