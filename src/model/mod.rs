//! The vocabulary of a journal: entries, goals, tasks, topics, evidence.
//!
//! Values only: no parsing, no files. Every type is complete when it is made;
//! what needs several files is worked out by `analyse`. Values that a later
//! stage may complain about keep their [`crate::source::Span`].

mod body;
mod entries;
mod entry;
mod goal;
mod journal;
mod settings;
mod topic;
pub mod vocabulary;

pub use body::{Block, Body, Evidence, Link, LinkKind, Placed, Quote, Section, Source, Tag, TagSign, Task, TaskState};
pub use entries::Entries;
pub use entry::{Contact, ContactRole, Entry, Feedback, FeedbackKind, Interview, Mood, Notice, Stage, Status, Thanks};
pub use goal::{Cadence, Goal, GoalStatus, Measure};
pub use jiff::civil::Date;
pub use journal::{Journal, LeftOut, id_order, same_id};
pub use settings::{Analysis, Author, FollowUp, Paths, Settings, Share, ShareDates, SiteSettings};
pub use topic::{Control, GROUPS, Topic, Topics, tag_name};
pub use vocabulary::SectionKind;

/// A value given under a key that rebond does not know, kept for the theme.
pub type Extra = std::collections::BTreeMap<String, serde_json::Value>;

/// Whether a point speaks for or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// A strength.
    Strength,
    /// A weakness.
    Weakness,
}
