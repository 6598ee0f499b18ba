//! The plan over time: tasks done, one step each, against how many there were.

use std::fmt::Write;

use super::{Axis, cell, ends};
use crate::locale::Locale;
use crate::model::Date;
use crate::template::escape;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 160.0;
const MARGIN: f64 = 12.0;
/// More tasks than this cannot be told apart: the steps alone are drawn.
const CROWD: usize = 160;

/// A task of the plan that is not cancelled.
#[derive(Clone, Debug)]
pub(in crate::render) struct Work<'a> {
    /// Its words.
    pub(in crate::render) text: &'a str,
    /// The day from which it is known: that of its goal or of its application.
    pub(in crate::render) since: Option<Date>,
    /// Whether it is done.
    pub(in crate::render) is_done: bool,
    /// The day it was done, when it is written.
    pub(in crate::render) done: Option<Date>,
}

/// A task done, and how the plan stood then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Step<'a> {
    /// The day; none when it is not written.
    pub(in crate::render) day: Option<Date>,
    /// The task.
    pub(in crate::render) text: &'a str,
    /// How many were done by then.
    pub(in crate::render) done: usize,
    /// How many there were.
    pub(in crate::render) total: usize,
}

/// Returns the tasks done, in time; those without a day come last, as they are done by now.
pub(in crate::render) fn steps<'a>(works: &[Work<'a>]) -> Vec<Step<'a>> {
    let mut done: Vec<(Option<Date>, &str)> =
        works.iter().filter(|work| work.is_done).map(|work| (work.done, work.text)).collect();
    done.sort_by_key(|(day, _)| (day.is_none(), *day));
    let firsts = firsts(works);
    let total = |day: Option<Date>| day.map_or(works.len(), |day| known(&firsts, day));
    let step = |(at, (day, text))| Step { day, text, done: at + 1, total: total(day) };
    done.into_iter().enumerate().map(step).collect()
}

/// Returns the first day of each task, in order: one done earlier than its goal began was there when it was done.
///
/// Those without any day come first: they always were there.
fn firsts(works: &[Work<'_>]) -> Vec<Option<Date>> {
    let mut firsts: Vec<_> = works.iter().map(|work| [work.since, work.done].into_iter().flatten().min()).collect();
    firsts.sort_unstable();
    firsts
}

/// Returns how many tasks there were on a day, by their first days in order.
fn known(firsts: &[Option<Date>], day: Date) -> usize {
    firsts.partition_point(|first| *first <= Some(day))
}

/// Draws the plan over time, its tasks and those done; empty when no task is done on a day that is written.
pub(in crate::render) fn draw(
    (works, steps): (&[Work<'_>], &[Step<'_>]),
    today: Date,
    locale: &Locale,
    label: &str,
) -> String {
    let dated = || steps.iter().filter_map(|step| step.day);
    let starts = works.iter().filter_map(|work| work.since).filter(|day| *day <= today);
    let (Some(first), Some(last)) = (dated().chain(starts).min(), dated().chain([today]).max()) else {
        return String::new();
    };
    if dated().next().is_none() {
        return String::new();
    }
    let axis = Axis { first, last, width: WIDTH, margin: MARGIN };
    let unit = (HEIGHT - 2.0 * MARGIN) / super::number(works.len().max(1));
    let y = |count: usize| HEIGHT - MARGIN - unit * super::number(count);
    let label = escape(label);
    let mut svg = format!(
        "<svg class=\"burn-up\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{label}\"><title>{label}</title><desc>{}</desc>",
        escape(locale.text("burn-up-key"))
    );
    let mut days: Vec<Date> = works.iter().filter_map(|work| work.since).chain(dated()).chain([first, last]).collect();
    days.retain(|day| (first..=last).contains(day));
    days.sort_unstable();
    days.dedup();
    let firsts = firsts(works);
    let totals = days.iter().map(|day| (axis.x(*day), y(known(&firsts, *day))));
    let _ = write!(svg, "<path class=\"rule\" d=\"{}\"/>", stairs(totals, y(0), axis.x(last)));
    let done = steps.iter().map(|step| (axis.x(step.day.unwrap_or(last)), y(step.done)));
    let _ = write!(svg, "<path class=\"rule\" d=\"M{:.1} {:.1}H{:.1}\"/>", axis.x(first), y(0), axis.x(last));
    let _ = write!(svg, "<path class=\"steps-done\" d=\"{}\"/>", stairs(done, y(0), axis.x(last)));
    if steps.len() <= CROWD {
        for step in steps {
            let day = step.day.map_or_else(|| locale.text("burn-up-undated").to_owned(), |day| locale.date(day));
            let title = format!("{}, {day}", step.text);
            let title = escape(&title);
            let (x, y) = (axis.x(step.day.unwrap_or(last)), y(step.done));
            let _ = write!(
                svg,
                "<circle class=\"full\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\"><title>{title}</title></circle>"
            );
        }
    }
    svg.push_str("</svg>");
    svg.push_str(&ends(first, last, locale));
    svg
}

/// Returns the outline of stairs through points in time, from the ground to the right; those at one place are one step.
fn stairs(points: impl Iterator<Item = (f64, f64)>, ground: f64, right: f64) -> String {
    let mut path = String::new();
    let mut points = points.peekable();
    while let Some((x, y)) = points.next() {
        if path.is_empty() {
            let _ = write!(path, "M{x:.1} {ground:.1}");
        }
        let is_last = points.peek().is_none_or(|(next, _)| cell(next * 10.0) != cell(x * 10.0));
        if is_last {
            let _ = write!(path, "H{x:.1}V{y:.1}");
        }
    }
    let _ = write!(path, "H{right:.1}");
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    fn work<'a>(text: &'a str, since: Option<&str>, done: Option<&str>) -> Work<'a> {
        let day = |day: &str| day.parse().unwrap();
        Work { text, since: since.map(day), is_done: done.is_some(), done: done.and_then(|day| day.parse().ok()) }
    }

    #[test]
    fn each_task_done_is_a_step_against_those_that_were_known() {
        let works = [
            work("c", Some("2026-03-01"), Some("2026-03-05")),
            work("a", Some("2026-01-01"), Some("2026-01-10")),
            work("b", Some("2026-02-01"), Some("2026-01-20")), // done before its goal began
            work("open", Some("2026-02-01"), None),
            work("undated", None, Some("")),
        ];
        let steps: Vec<_> = steps(&works).into_iter().map(|step| (step.text, step.done, step.total)).collect();
        let expected = [("a", 1, 2), ("b", 2, 3), ("c", 3, 5), ("undated", 4, 5)];
        assert_eq!(steps, expected);
    }

    #[test]
    fn what_is_done_at_one_place_is_one_step() {
        let points = [(1.0, 9.0), (1.04, 8.0), (2.0, 7.0)];
        assert_eq!(stairs(points.into_iter(), 10.0, 5.0), "M1.0 10.0H1.0V8.0H2.0V7.0H5.0");
    }

    #[test]
    fn nothing_is_drawn_before_anything_is_done_on_a_known_day() {
        let locale = Locale::new(Lang::En, "");
        let today = "2026-06-12".parse().unwrap();
        let draw = |works: &[Work<'_>]| draw((works, &steps(works)), today, &locale, "x");
        assert_eq!(draw(&[]), "");
        assert_eq!(draw(&[work("a", Some("2026-01-01"), None)]), "");
        assert_eq!(draw(&[work("a", None, Some(""))]), "");
        let drawn = draw(&[work("a<b", None, Some("2026-06-12"))]);
        assert!(drawn.contains("<title>a&lt;b, 12\u{a0}June 2026</title>") && !drawn.contains("NaN"), "{drawn}");
    }
}
