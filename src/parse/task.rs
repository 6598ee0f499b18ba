//! The tasks of a body: their state, their days, their topics.
//!
//! In: the text of an item with a box. Out: a [`Task`] of the [`Body`](crate::model::Body), through
//! `BodyReader::add_task`.

use std::sync::Arc;

use jiff::civil::Date;

use super::block::{ClosedBlock, TaskBox};
use super::body::BodyReader;
use super::date::{Day, read_day};
use super::fields::with_readings;
use super::tags::{DayKind, TaskDay};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Tag, TagSign, Task, TaskState};
use crate::source::Span;

impl BodyReader<'_, '_> {
    /// Enters a task, below the task at `parent` where it is a step of it; returns its place.
    pub(super) fn add_task(
        &mut self,
        task_box: TaskBox,
        closed: &ClosedBlock<'_>,
        tags: &[Tag],
        parent: Option<usize>,
    ) -> usize {
        let source = self.reading.source;
        let mut cuts: Vec<Span> = tags.iter().map(|tag| tag.span).collect();
        cuts.extend(closed.days.iter().map(|day| day.span));
        cuts.sort_unstable();
        let state = self.task_state(task_box);
        let parent_task = parent.and_then(|index| self.body.tasks.get_mut(index));
        let is_cancelled = parent_task.is_some_and(|task| {
            task.is_leaf = false;
            task.state == TaskState::Cancelled
        });
        let mut topics = Vec::new();
        for tag in tags.iter().filter(|tag| tag.sign != TagSign::Not) {
            if !topics.contains(&tag.topic) {
                topics.push(Arc::clone(&tag.topic));
            }
        }
        let task = Task {
            line: source.line(task_box.span.start()),
            mark: task_box.mark,
            span: Span::new(task_box.span.start(), closed.span.end()),
            text: closed.line(source, &cuts).into(),
            state: if is_cancelled { TaskState::Cancelled } else { state },
            start: self.task_day(&closed.days, DayKind::Start),
            due: self.task_day(&closed.days, DayKind::Due),
            done: self.task_day(&closed.days, DayKind::Done),
            notations: closed.days.iter().map(|day| day.span).collect(),
            topics,
            parent,
            is_leaf: true,
        };
        self.body.task_tags.extend(tags.iter().cloned());
        self.body.tasks.push(task);
        self.body.tasks.len() - 1
    }

    fn task_state(&mut self, task_box: TaskBox) -> TaskState {
        match self.reading.source.slice(task_box.mark) {
            "x" | "X" => TaskState::Done,
            "/" => TaskState::InProgress,
            "-" => TaskState::Cancelled,
            mark => {
                if !mark.trim().is_empty() {
                    let mark = mark.to_owned();
                    self.reading.tell(Code::TaskStateUnknown, task_box.mark, |d| d.with("mark", mark));
                }
                TaskState::Open
            }
        }
    }

    /// Returns the first date of this kind; others, and days that are none, are told.
    fn task_day(&mut self, days: &[TaskDay], kind: DayKind) -> Option<Date> {
        let mut found: Option<Option<Date>> = None;
        for day in days.iter().filter(|day| day.kind == kind) {
            let (text, span) = (&day.value.value, day.value.span);
            if found.is_some() {
                self.reading.tell(Code::TaskDateRepeated, span, |d| d.with("value", text.as_str()));
                continue;
            }
            found = Some(match read_day(text) {
                Day::Is(date) => Some(date),
                Day::Impossible => {
                    self.reading.tell(Code::TaskDateInvalid, span, |d| d.with("value", text.as_str()));
                    None
                }
                Day::Other(readings) => {
                    let diagnostic =
                        Diagnostic::at(Code::TaskDateInvalid, self.reading.source, span).variant("notation");
                    self.reading.diagnostics.push(with_readings(diagnostic, text, &readings));
                    None
                }
            });
        }
        found.flatten()
    }
}
