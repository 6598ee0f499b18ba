//! The action plan: tasks, goals, progress, SMART, and what nothing covers yet.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::TopicFigure;
use super::extract::{Extract, counted};
use super::mentions::Reader;
use super::topics::{Found, ids};
use crate::model::{Body, Cadence, Control, Goal, GoalStatus, Journal, Task, TaskState, Topic, id_order};
use crate::source::SourceFile;

/// The action plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Goals with an error: not counted anywhere else.
    pub left_out: usize,
    /// The goals, by id.
    pub goals: Vec<GoalFigure>,
    /// Every task at every level, by file and line.
    pub tasks: Vec<Arc<TaskFigure>>,
    /// How many tasks stand how.
    pub totals: Totals,
    /// Recurring weaknesses with no goal or task.
    pub uncovered: Vec<String>,
}

/// One goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalFigure {
    /// Its id.
    pub id: String,
    /// Its path.
    pub file: String,
    /// Its title.
    pub title: String,
    /// What it works on.
    pub topics: Vec<String>,
    /// How it stands.
    pub status: GoalState,
    /// How much is done.
    pub progress: Progress,
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub due: Option<Date>,
    /// What makes it SMART.
    pub smart: Smart,
    /// Who it is accounted to.
    pub partner: Option<String>,
    /// The day of the next review; none for a goal that is over or has no cadence.
    pub next_review: Option<Date>,
    /// Its tasks, in order.
    pub tasks: Vec<Arc<TaskFigure>>,
}

/// How a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GoalState {
    /// Time and tasks go together.
    OnTrack,
    /// More time is gone than work is done.
    Behind,
    /// Its last day is past.
    Overdue,
    /// Its first day is to come.
    NotStarted,
    /// Reached.
    Done,
    /// Given up.
    Dropped,
}

impl GoalState {
    /// Returns whether nothing more is to be done.
    pub fn is_over(self) -> bool {
        matches!(self, GoalState::Done | GoalState::Dropped)
    }

    /// Returns the message that says it in kind words.
    pub fn key(self) -> &'static str {
        match self {
            GoalState::OnTrack => "goal-on-track",
            GoalState::Behind => "goal-behind",
            GoalState::Overdue => "goal-overdue",
            GoalState::NotStarted => "goal-not-started",
            GoalState::Done => "goal-done",
            GoalState::Dropped => "goal-dropped",
        }
    }
}

/// How many tasks without steps of their own are done, of those not cancelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Done.
    pub done: usize,
    /// Not cancelled.
    pub total: usize,
}

#[expect(clippy::struct_excessive_bools, reason = "five letters, five answers")]
/// Which letters of SMART a goal has: specific, measurable, attainable, relevant, time-bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Smart {
    /// A topic, and a title of three words or more.
    pub s: bool,
    /// A measure with a target.
    pub m: bool,
    /// Two milestones or more.
    pub a: bool,
    /// One of its topics has weakness evidence, or it says why.
    pub r: bool,
    /// A last day, and no milestone after it.
    pub t: bool,
}

/// One task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskFigure {
    /// The path of its file.
    pub file: Arc<str>,
    /// Its line, from 1.
    pub line: u32,
    /// Its words.
    pub text: Arc<str>,
    /// How it stands.
    pub status: TaskStatus,
    /// The last day.
    pub due: Option<Date>,
    /// The day it was done.
    pub done: Option<Date>,
    /// What it works on, its goal's topics included, by id.
    #[serde(serialize_with = "as_ids")]
    pub topics: Vec<Arc<Topic>>,
    /// Its goal.
    pub goal: Option<String>,
}

/// How a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaskStatus {
    /// To do.
    Open,
    /// Begun.
    InProgress,
    /// Done.
    Done,
    /// Given up.
    Cancelled,
    /// Its last day is past.
    Overdue,
}

impl TaskStatus {
    /// Returns whether it is still to be done.
    pub fn is_to_do(self) -> bool {
        matches!(self, TaskStatus::Open | TaskStatus::InProgress | TaskStatus::Overdue)
    }
}

/// How many tasks stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// To do.
    pub open: usize,
    /// Begun.
    pub in_progress: usize,
    /// Done.
    pub done: usize,
    /// Given up.
    pub cancelled: usize,
    /// Past their last day.
    pub overdue: usize,
}

impl Totals {
    /// Counts how some tasks stand.
    pub(super) fn of<'a>(tasks: impl IntoIterator<Item = &'a Arc<TaskFigure>>) -> Self {
        let mut totals = Self::default();
        for task in tasks {
            let count = match task.status {
                TaskStatus::Open => &mut totals.open,
                TaskStatus::InProgress => &mut totals.in_progress,
                TaskStatus::Done => &mut totals.done,
                TaskStatus::Cancelled => &mut totals.cancelled,
                TaskStatus::Overdue => &mut totals.overdue,
            };
            *count += 1;
        }
        totals
    }

    fn plus(self, other: Self) -> Self {
        Self {
            open: self.open + other.open,
            in_progress: self.in_progress + other.in_progress,
            done: self.done + other.done,
            cancelled: self.cancelled + other.cancelled,
            overdue: self.overdue + other.overdue,
        }
    }
}

/// What a task of an entry works on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worked {
    /// The number of the topic.
    pub(super) topic: usize,
    /// The day on which it was done.
    pub(super) done: Option<Date>,
}

/// Returns what the tasks of an entry work on, those cancelled left out.
pub(super) fn worked_on(tasks: &[Task], reader: &Reader<'_>) -> Vec<Worked> {
    let of_task = |task: &Task| {
        let done = task.done.filter(|_| task.state == TaskState::Done);
        task.topics
            .iter()
            .filter_map(|topic| reader.number(topic))
            .map(|topic| Worked { topic, done })
            .collect::<Vec<_>>()
    };
    tasks.iter().filter(|task| task.state != TaskState::Cancelled).flat_map(of_task).collect()
}

/// Returns the goals.
pub(super) fn goals(journal: &Journal, by_topic: &[Vec<Found<'_>>], today: Date) -> Vec<GoalFigure> {
    let is_weak = |found: &Found<'_>| found.mention.is_weakness() && found.mention.weighs();
    let numbered = by_topic.iter().zip(ids(journal));
    let weak: BTreeSet<&str> =
        numbered.filter(|(found, _)| found.iter().any(is_weak)).map(|(_, topic)| topic).collect();
    journal.goals.iter().map(|goal| goal_figure(goal, &weak, today)).collect()
}

/// Returns the tasks at every level, by file and line, and how many stand how.
pub(super) fn tasks(journal: &Journal, extracts: &[Extract], today: Date) -> (Vec<Arc<TaskFigure>>, Totals) {
    let of_goal = |goal: &Arc<Goal>| task_figures(&goal.body, &goal.source, Some(goal), today);
    let of_goals: Vec<Arc<TaskFigure>> = journal.goals.iter().flat_map(of_goal).collect();
    let of_entries = counted(extracts).flat_map(|extract| &extract.tasks);
    let mut tasks: Vec<Arc<TaskFigure>> = of_entries.chain(&of_goals).cloned().collect();
    tasks.sort_by(|a, b| {
        let in_one = a.file == b.file;
        if in_one { a.line.cmp(&b.line) } else { id_order(&a.file, &b.file) }
    });
    let totals = counted(extracts).fold(Totals::of(&of_goals), |totals, extract| totals.plus(extract.totals));
    (tasks, totals)
}

fn goal_figure(goal: &Goal, weak: &BTreeSet<&str>, today: Date) -> GoalFigure {
    let progress = progress(&goal.body.tasks);
    let status = state(goal, progress, today);
    GoalFigure {
        id: goal.id.clone(),
        file: goal.file().to_owned(),
        title: goal.title.clone(),
        topics: topic_ids(goal),
        status,
        progress,
        start: goal.start.as_ref().map(|day| day.value),
        due: goal.due.as_ref().map(|day| day.value),
        smart: smart(goal, weak),
        partner: goal.partner.clone(),
        next_review: next_review(goal, status, today),
        tasks: task_figures(&goal.body, &goal.source, Some(goal), today),
    }
}

fn topic_ids(goal: &Goal) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for topic in &goal.topics {
        if !ids.contains(&topic.value.id) {
            ids.push(topic.value.id.clone());
        }
    }
    ids
}

/// Writes topics as a list of their ids.
fn as_ids<S: Serializer>(topics: &[Arc<Topic>], serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_seq(topics.iter().map(|topic| &topic.id))
}

/// Returns the figures of the tasks of a body.
pub(super) fn task_figures(body: &Body, source: &SourceFile, goal: Option<&Goal>, today: Date) -> Vec<Arc<TaskFigure>> {
    let figure = |task: &Task| {
        let inherited = goal.into_iter().flat_map(|goal| &goal.topics).map(|topic| &topic.value);
        let mut topics: Vec<Arc<Topic>> = Vec::with_capacity(task.topics.len());
        topics.extend(task.topics.iter().chain(inherited).cloned());
        topics.sort_by(|a, b| a.id.cmp(&b.id));
        topics.dedup_by(|a, b| a.id == b.id);
        Arc::new(TaskFigure {
            file: Arc::clone(&source.path),
            line: task.line,
            text: Arc::clone(&task.text),
            status: task_status(task, today),
            due: task.due,
            done: task.done,
            topics,
            goal: goal.map(|goal| goal.id.clone()),
        })
    };
    body.tasks.iter().map(figure).collect()
}

/// Done and cancelled as the box says; else overdue when due before today; else as the box says.
fn task_status(task: &Task, today: Date) -> TaskStatus {
    match task.state {
        TaskState::Done => TaskStatus::Done,
        TaskState::Cancelled => TaskStatus::Cancelled,
        _ if task.due.is_some_and(|due| due < today) => TaskStatus::Overdue,
        TaskState::InProgress => TaskStatus::InProgress,
        TaskState::Open => TaskStatus::Open,
    }
}

fn progress(tasks: &[Task]) -> Progress {
    let leaves = || tasks.iter().filter(|task| task.is_leaf && task.state != TaskState::Cancelled);
    Progress { done: leaves().filter(|task| task.state == TaskState::Done).count(), total: leaves().count() }
}

/// Dropped or done as stated, or done by its tasks; else overdue, not started, behind, on track.
fn state(goal: &Goal, progress: Progress, today: Date) -> GoalState {
    let (start, due) = (goal.start.as_ref().map(|day| day.value), goal.due.as_ref().map(|day| day.value));
    match goal.status {
        GoalStatus::Dropped => GoalState::Dropped,
        GoalStatus::Done => GoalState::Done,
        GoalStatus::Active if is_done_by_tasks(&goal.body.tasks) => GoalState::Done,
        GoalStatus::Active if due.is_some_and(|due| due < today) => GoalState::Overdue,
        GoalStatus::Active if start.is_some_and(|start| start > today) => GoalState::NotStarted,
        GoalStatus::Active => match (start, due) {
            (Some(start), Some(due)) if is_behind(start, due, progress, today) => GoalState::Behind,
            _ => GoalState::OnTrack,
        },
    }
}

/// Returns whether there are tasks and all that are not cancelled, at every level, are done.
fn is_done_by_tasks(tasks: &[Task]) -> bool {
    let mut counting = tasks.iter().filter(|task| task.state != TaskState::Cancelled).peekable();
    counting.peek().is_some() && counting.all(|task| task.state == TaskState::Done)
}

/// Returns whether the share of time gone exceeds the share of tasks done by more than a quarter.
///
/// In whole numbers: gone/span − done/total > 1/4. Without tasks the share done is 0.
fn is_behind(start: Date, due: Date, progress: Progress, today: Date) -> bool {
    let days = |from: Date, to: Date| to.since(from).map_or(0, |span| i64::from(span.get_days()));
    let (span, gone) = (days(start, due), days(start, today));
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let (done, total) = match progress.total {
        0 => (0, 1),
        total => (count(progress.done), count(total)),
    };
    4 * (gone * total - done * span) > span * total
}

fn smart(goal: &Goal, weak: &BTreeSet<&str>) -> Smart {
    let milestones = || goal.body.tasks.iter().filter(|task| task.state != TaskState::Cancelled);
    let due = goal.due.as_ref().map(|day| day.value);
    Smart {
        s: !goal.topics.is_empty() && goal.title.split_whitespace().count() >= 3,
        m: goal.measure.as_ref().is_some_and(|measure| measure.target.is_some()),
        a: milestones().count() >= 2,
        r: goal.why.is_some() || goal.topics.iter().any(|topic| weak.contains(topic.value.id.as_str())),
        t: due.is_some_and(|due| milestones().all(|task| task.due.is_none_or(|day| day <= due))),
    }
}

/// Returns the day of the next review of a goal.
pub(super) fn review_day(goal: &Goal, today: Date) -> Option<Date> {
    next_review(goal, state(goal, progress(&goal.body.tasks), today), today)
}

/// Returns the day of the next review: the last one, else the start, plus the cadence; without either, today.
fn next_review(goal: &Goal, status: GoalState, today: Date) -> Option<Date> {
    if matches!(status, GoalState::Done | GoalState::Dropped) {
        return None;
    }
    let cadence = match goal.cadence? {
        Cadence::Weekly => 7.days(),
        Cadence::Fortnightly => 14.days(),
        Cadence::Monthly => 1.month(),
    };
    let last = goal.reviewed.iter().map(|day| day.value).max();
    match last.or(goal.start.as_ref().map(|day| day.value)) {
        Some(from) => from.checked_add(cadence).ok(),
        None => Some(today),
    }
}

/// Returns the recurring weaknesses with no goal, and no open or done task, tied to them.
///
/// Goals and unfinished tasks of dropped goals do not cover; cancelled tasks do not either.
pub(super) fn uncovered(journal: &Journal, extracts: &[Extract], weaknesses: &[TopicFigure]) -> Vec<String> {
    let mut covered: BTreeSet<&str> = BTreeSet::new();
    for goal in &journal.goals {
        if !goal.is_dropped() {
            covered.extend(goal.topics.iter().map(|topic| topic.value.id.as_str()));
        }
        for task in &goal.body.tasks {
            let counts = match task.state {
                TaskState::Cancelled => false,
                TaskState::Done => true,
                _ => !goal.is_dropped(),
            };
            if counts {
                covered.extend(task.topics.iter().map(|topic| topic.id.as_str()));
                covered.extend(goal.topics.iter().map(|topic| topic.value.id.as_str()));
            }
        }
    }
    let worked_on: BTreeSet<usize> =
        counted(extracts).flat_map(|extract| &extract.worked_on).map(|worked| worked.topic).collect();
    covered.extend(ids(journal).enumerate().filter(|(topic, _)| worked_on.contains(topic)).map(|(_, id)| id));
    weaknesses
        .iter()
        .filter(|figure| {
            figure.recurring && figure.control != Control::Theirs && !covered.contains(figure.topic.as_str())
        })
        .map(|figure| figure.topic.clone())
        .collect()
}
