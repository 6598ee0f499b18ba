//! A goal against time: a line from start to due with today on it, milestones as marks, done ones full.

use std::fmt::Write;
use std::sync::Arc;

use super::Axis;
use crate::analyse::{GoalFigure, TaskFigure, TaskStatus};
use crate::locale::Locale;
use crate::model::Date;
use crate::template::escape;

const WIDTH: f64 = 640.0;
const MARGIN: f64 = 12.0;

/// Draws the line of a goal; empty for one without a start or a due date.
pub(in crate::render) fn draw(goal: &GoalFigure, today: Date, locale: &Locale) -> String {
    let dated = |task: &&Arc<TaskFigure>| task.status != TaskStatus::Cancelled;
    let days = goal.tasks.iter().filter(dated).filter_map(|task| task.done.or(task.due));
    let (Some(start), Some(due)) = (goal.start, goal.due) else { return String::new() };
    let first = days.clone().chain([start]).min().unwrap_or(start);
    let last = days.chain([due]).max().unwrap_or(due);
    let scale = Axis { first, last, width: WIDTH, margin: MARGIN };
    let label = format!("{} – {}", locale.date(start), locale.date(due));
    let label = escape(&label);
    let steps: Vec<String> = goal.tasks.iter().filter(dated).filter_map(|task| step(task, locale)).collect();
    let mut svg = format!(
        "<svg class=\"goal-line\" viewBox=\"0 0 {WIDTH} 24\" role=\"img\" aria-label=\"{label}\"><title>{label}</title><desc>{}</desc><path class=\"rule\" d=\"M{:.1} 12H{:.1}\"/>",
        escape(&steps.join(" · ")),
        scale.x(start),
        scale.x(due)
    );
    if (first..=last).contains(&today) {
        let _ = write!(
            svg,
            "<path class=\"pivot\" d=\"M{:.1} 2V22\"><title>{}</title></path>",
            scale.x(today),
            escape(locale.text("part-today"))
        );
    }
    for task in goal.tasks.iter().filter(dated) {
        let Some(day) = task.done.or(task.due) else { continue };
        let class = if task.status == TaskStatus::Done { "full" } else { "ring" };
        let title = step(task, locale).unwrap_or_default();
        let title = escape(&title);
        let _ = write!(
            svg,
            "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"12\" r=\"5\"><title>{title}</title></circle>",
            scale.x(day)
        );
    }
    svg.push_str("</svg>");
    svg
}

/// Returns a milestone in words, with its day; `None` for one without.
fn step(task: &TaskFigure, locale: &Locale) -> Option<String> {
    let (key, day) = match task.done {
        Some(done) if task.status == TaskStatus::Done => ("task-done-on", done),
        _ => (if task.status == TaskStatus::Overdue { "task-was-due" } else { "task-due" }, task.done.or(task.due)?),
    };
    Some(format!("{}, {}", task.text, locale.format(key, &[("day", locale.date(day).into())])))
}
