//! The follow-up: which steps are due, late, to come or waited for.

use jiff::civil::Date;
use serde::Serialize;

use super::Plan;
use crate::locale::Locale;
use crate::model::Journal;

/// How many days ahead the agenda looks, that day included.
pub const HORIZON_DAYS: i32 = 30;

/// One step of the follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The first day.
    pub date: Date,
    /// The last day.
    pub until: Date,
    /// What is to be done.
    pub kind: StepKind,
    /// How it stands today.
    pub state: StepState,
    /// The entry it belongs to.
    pub entry: Option<String>,
    /// The goal it belongs to.
    pub goal: Option<String>,
    /// What is to be done, in words.
    pub text: String,
}

/// What a step asks for, in the order of the format's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Give thanks for the news.
    Thank,
    /// Ask for feedback.
    FeedbackRequest,
    /// Give thanks for feedback.
    FeedbackThanks,
    /// Ask for precision.
    Clarify,
    /// Add the people met to one's network.
    Connect,
    /// Ask after three months.
    CheckIn,
    /// A task of an entry.
    Task,
    /// A task of a goal.
    Milestone,
    /// Review a goal.
    Review,
    /// Apply again.
    Apply,
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StepState {
    /// Its last day is past, and it is still worth doing.
    Late,
    /// Today lies between its first and its last day.
    Due,
    /// Its first day is to come.
    Upcoming,
    /// The other side has the word.
    Waiting,
}

/// Returns the steps that are due, late, waited for, or begin within the horizon.
pub(super) fn agenda(journal: &Journal, plan: &Plan, locale: &Locale, today: Date) -> Vec<Step> {
    let _ = (journal, plan, locale, today);
    Vec::new()
}
