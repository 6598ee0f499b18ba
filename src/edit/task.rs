//! Ticks a task: `x` in its box, and the day in the notation of its other dates.

use std::sync::Arc;

use jiff::civil::Date;

use super::prove::facts;
use super::{Edit, Revision, refused};
use crate::diagnostic::Result;
use crate::model::{Task, TaskState, Topics};
use crate::parse::{DayKind, TaskDay, body_of, task_days};
use crate::source::{SourceFile, Span};

/// Ticks the open task on `line`, done on `day`.
///
/// The day stands after the task's other dates, in their notation; a task
/// without any gets `done:` at the end of its first line.
///
/// # Errors
/// `edit-refused` when no open task stands there, or when the text then says anything else than before.
pub fn tick(revision: &mut Revision, topics: &Topics, line: u32, day: Date) -> Result<()> {
    let source = Arc::clone(revision.source());
    let body = body_of(&source, topics);
    let is_meant = |task: &Task| task.line == line && is_open(task);
    let Some(index) = body.tasks.iter().position(is_meant) else { return Err(refused(&source, "unproved")) };
    let Some(task) = body.tasks.get(index) else { return Err(refused(&source, "unproved")) };
    let mut expected = facts(&source, &body);
    if let Some(task) = expected.tasks.get_mut(index) {
        (task.state, task.done) = (TaskState::Done, Some(day));
    }
    let mut result = Err(refused(&source, "unproved"));
    // A date in code is none: what cannot be proved after it may be at the end of the line.
    for place in places(&source, task, day) {
        let edits = [Edit::replace(task.mark, "x"), place];
        let is_proved = |before: &Arc<SourceFile>, after: &Arc<SourceFile>| {
            let read = body_of(after, topics);
            let is_same_line = read.tasks.get(index).is_some_and(|task| task.line == line);
            before.text.get(..body.span.start()) == after.text.get(..body.span.start())
                && is_same_line
                && facts(after, &read) == expected
        };
        result = revision.apply(&edits, is_proved);
        if result.is_ok() {
            break;
        }
    }
    result
}

/// Returns whether a task can be ticked.
pub(super) fn is_open(task: &Task) -> bool {
    matches!(task.state, TaskState::Open | TaskState::InProgress)
}

/// Returns where the day may be written, the best place first.
fn places(source: &SourceFile, task: &Task, day: Date) -> Vec<Edit> {
    let days = task_days(source, task.span);
    let mut places = Vec::new();
    if let Some(done) = days.iter().find(|known| known.kind == DayKind::Done) {
        places.push(Edit::replace(done.value.span, day.to_string()));
    }
    if let Some(last) = days.last() {
        places.push(Edit::insert(last.span.end(), format!(" {}", written(source, last, day))));
    }
    let line = source.line_span(task.line);
    let text = source.slice(line);
    let text = text.trim_end();
    // A line that ends in `\` goes on below: the day stands before it, unless it is the last.
    let before_break = text.trim_end_matches('\\').trim_end();
    let last = days.last().map_or_else(|| format!("done:{day}"), |last| written(source, last, day));
    for kept in [before_break, text] {
        places.push(Edit::insert(line.start() + kept.len(), format!(" {last}")));
    }
    places
}

/// Returns the day on which a task was done, in the notation of `other`.
fn written(source: &SourceFile, other: &TaskDay, day: Date) -> String {
    let text = source.slice(Span::new(other.span.start(), other.value.span.start()));
    match text.chars().next() {
        Some('[') => format!("[completion:: {day}]"),
        Some('(') => format!("(completion:: {day})"),
        Some(c) if c.is_ascii_alphabetic() => format!("done:{day}"),
        _ => format!("✅ {day}"),
    }
}
