//! What happened since a day: applications, news, feedback, work done.

use jiff::civil::Date;

use crate::model::{Journal, Status, TaskState};

/// Something that happened, on its day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The day.
    pub day: Date,
    /// What happened.
    pub kind: ChangeKind,
    /// The company, the goal's title or the task's words.
    pub what: String,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// An application was sent.
    Applied,
    /// An interview took place.
    Interview,
    /// News came.
    Decided,
    /// An offer was made.
    Offer,
    /// An offer was accepted.
    Accepted,
    /// No answer came, and one stopped waiting.
    Ghosted,
    /// One withdrew.
    Withdrawn,
    /// Feedback came.
    Feedback,
    /// A task was done.
    Task,
    /// A goal was done or dropped.
    Goal,
}

impl ChangeKind {
    /// Returns the message that tells of it.
    pub fn key(self) -> &'static str {
        match self {
            ChangeKind::Applied => "change-applied",
            ChangeKind::Interview => "change-interview",
            ChangeKind::Decided => "change-decided",
            ChangeKind::Offer => "change-offer",
            ChangeKind::Accepted => "change-accepted",
            ChangeKind::Ghosted => "change-ghosted",
            ChangeKind::Withdrawn => "change-withdrawn",
            ChangeKind::Feedback => "change-feedback",
            ChangeKind::Task => "change-task",
            ChangeKind::Goal => "change-goal",
        }
    }
}

/// Returns what happened from `since` to `today`, both included, in order of time.
pub fn changes(journal: &Journal, since: Date, today: Date) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut note = |day: Option<Date>, kind: ChangeKind, what: &str| {
        if let Some(day) = day.filter(|day| (since..=today).contains(day)) {
            changes.push(Change { day, kind, what: what.to_owned() });
        }
    };
    for entry in journal.counted() {
        note(entry.applied_on(), ChangeKind::Applied, &entry.company);
        for interview in entry.interviews.iter().filter_map(|interview| interview.date.as_ref()) {
            note(Some(interview.value), ChangeKind::Interview, &entry.company);
        }
        let news = match entry.status {
            Status::Offer => ChangeKind::Offer,
            Status::Accepted => ChangeKind::Accepted,
            Status::Ghosted => ChangeKind::Ghosted,
            Status::Withdrawn => ChangeKind::Withdrawn,
            Status::Rejected | Status::Open => ChangeKind::Decided,
        };
        note(entry.decided_on(), news, &entry.company);
        note(entry.feedback.received.as_ref().map(|day| day.value), ChangeKind::Feedback, &entry.company);
    }
    for goal in &journal.goals {
        note(goal.closed.as_ref().map(|day| day.value), ChangeKind::Goal, &goal.title);
    }
    let bodies = journal.counted().map(|entry| &entry.body).chain(journal.goals.iter().map(|goal| &goal.body));
    for task in bodies.flat_map(|body| &body.tasks).filter(|task| task.state == TaskState::Done) {
        note(task.done, ChangeKind::Task, &task.text);
    }
    changes.sort();
    changes
}
