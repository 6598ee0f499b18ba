//! One goal of the action plan.

use std::sync::Arc;

use jiff::civil::Date;

use super::entry::words;
use super::vocabulary::{CADENCES, GOAL_STATUSES, Word};
use super::{Body, Extra, Topic};
use crate::source::{SourceFile, Spanned};

/// One goal: a Markdown file below `plan/`, fully parsed and not yet analysed.
#[derive(Clone, Debug)]
pub struct Goal {
    /// The file name without its extension; unique among goals.
    pub id: String,
    /// The file itself.
    pub source: Arc<SourceFile>,
    /// What one wants to reach: the key, else the first heading, else the id.
    pub title: String,
    /// What it works on.
    pub topics: Vec<Spanned<Arc<Topic>>>,
    /// The first day.
    pub start: Option<Spanned<Date>>,
    /// The last day.
    pub due: Option<Spanned<Date>>,
    /// How one will know.
    pub measure: Option<Measure>,
    /// Why it matters.
    pub why: Option<String>,
    /// Who one tells about it.
    pub partner: Option<String>,
    /// How often it is reviewed.
    pub cadence: Option<Cadence>,
    /// The days of past reviews.
    pub reviewed: Vec<Spanned<Date>>,
    /// Courses, books, links.
    pub resources: Vec<String>,
    /// What its author says of it.
    pub status: GoalStatus,
    /// The day it was done or dropped.
    pub closed: Option<Spanned<Date>>,
    /// Values under unknown keys.
    pub extra: Extra,
    /// The text below the front matter.
    pub body: Body,
}

impl Goal {
    /// Returns the path below the journal's root.
    pub fn file(&self) -> &str {
        &self.source.path
    }

    /// Returns whether the goal works on the topic with this id.
    pub fn works_on(&self, topic: &str) -> bool {
        self.topics.iter().any(|known| known.value.id == topic)
    }

    /// Returns whether the goal was dropped.
    pub fn is_dropped(&self) -> bool {
        self.status == GoalStatus::Dropped
    }
}

/// How one will know that a goal is reached; each value as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// What is counted.
    pub what: Option<String>,
    /// Where one started.
    pub from: Option<String>,
    /// Where one wants to be.
    pub target: Option<String>,
    /// Where one is.
    pub now: Option<String>,
}

words! {
    /// How often a goal is reviewed.
    Cadence in CADENCES {
        /// Every 7 days.
        Weekly = "weekly",
        /// Every 14 days.
        Fortnightly = "fortnightly",
        /// Every month.
        Monthly = "monthly",
    }
}

words! {
    /// How a goal stands by its author's word.
    GoalStatus in GOAL_STATUSES {
        /// Worked on.
        Active = "active",
        /// Reached.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}
