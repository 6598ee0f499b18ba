//! The rows of the table about tasks, goals and the next application.

use std::sync::Arc;

use super::window::{Window, days_after};
use super::{Desk, Said, Step, StepKind, words};
use crate::analyse::activity::Standing;
use crate::analyse::plan::review_day;
use crate::model::{Entry, Goal, Task, TaskState};

/// Adds the tasks of `entry`, which counts.
pub(super) fn add_tasks(steps: &mut Vec<Step>, desk: &Desk<'_>, entry: &Entry) {
    for task in &entry.body.tasks {
        let why = || words::about(desk, "why-task", entry);
        steps.extend(task_step(desk, StepKind::Task, task, why).map(|step| step.of_entry(entry)));
    }
}

/// Adds the milestones of `goal` that are to be done, unless it was dropped, and its review.
pub(super) fn add_goal(steps: &mut Vec<Step>, desk: &Desk<'_>, goal: &Goal) {
    if goal.is_dropped() {
        return;
    }
    for task in &goal.body.tasks {
        let why = || words::about_goal(desk, "why-milestone", goal);
        steps.extend(task_step(desk, StepKind::Milestone, task, why).map(|step| step.of_goal(goal)));
    }
    steps.extend(review(desk, goal).map(|step| step.of_goal(goal)));
}

/// `task` and `milestone`: open or in progress, with a day. They never lapse.
fn task_step(desk: &Desk<'_>, kind: StepKind, task: &Task, why: impl FnOnce() -> String) -> Option<Step> {
    let due = task.due.filter(|_| matches!(task.state, TaskState::Open | TaskState::InProgress))?;
    let window =
        if desk.is_monthly { Window { first: due.first_of_month(), ..Window::on(due) } } else { Window::on(due) };
    let step = desk.step(kind, window, |_| {
        let (text, why) = (words::plain(&task.text), why());
        // A box without words is told by where it stands.
        Said { text: if text.is_empty() { why.clone() } else { text }, why }
    })?;
    Some(Step { line: Some(task.line), ..step })
}

/// `review`: a goal that is not over is looked at again.
fn review(desk: &Desk<'_>, goal: &Goal) -> Option<Step> {
    let cadence = goal.cadence?;
    let day = review_day(goal, desk.today)?;
    desk.step(StepKind::Review, Window::on(day), |_| Said {
        text: words::about_goal(desk, &format!("step-review-{}", cadence.name()), goal),
        why: words::review(desk, goal),
    })
}

/// `apply`: nothing is open and nothing accepted, and the last application was a while ago.
pub(super) fn apply(desk: &Desk<'_>, standing: Standing) -> Option<Step> {
    let last = standing.last?;
    if standing.open > 0 || standing.has_accepted {
        return None;
    }
    let day = days_after(last, desk.settings.follow_up.idle)?;
    desk.step(StepKind::Apply, Window::on(day), |_| Said {
        text: desk.locale.text("step-apply").to_owned(),
        why: words::on(desk, "why-apply", last),
    })
}

impl Step {
    /// Returns the step as belonging to `goal`.
    fn of_goal(self, goal: &Goal) -> Self {
        Self { goal: Some(goal.id.clone()), file: Some(Arc::clone(&goal.source.path)), ..self }
    }
}
