//! The journey: applications over time as bars as long as the stage reached, feelings as lines above, milestones below.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Axis, cell, ends};
use crate::analyse::{GoalFigure, TaskStatus};
use crate::locale::{Locale, lower_first};
use crate::model::{Date, Entry, Journal, Stage, Status};
use crate::render::view::{stage_text, status_text};
use crate::template::escape;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 170.0;
/// How much of the height is for the feelings.
const FEELINGS: f64 = 66.0;
const MARGIN: f64 = 12.0;
/// Where the bars stand.
const GROUND: f64 = 150.0;
/// From this many applications on, bars cover one another.
const CROWD: usize = 400;
/// The height of one stage.
const STAGE: f64 = 12.0;
/// The stages that are named beside the picture; the themes place these names, at the height of the stage.
const NAMED: [Stage; 3] = [Stage::Offer, Stage::Interview, Stage::Application];

/// Draws the journey; empty without a dated application.
pub(in crate::render) fn draw(journal: &Journal, goals: &[GoalFigure], locale: &Locale, label: &str) -> String {
    let mut entries: Vec<(&Entry, Date)> =
        journal.counted().filter_map(|entry| Some((&**entry, entry.applied_on().or(entry.decided_on())?))).collect();
    // They stand in the order of ids, which entries of one day keep.
    entries.sort_by_key(|(_, day)| *day);
    let (Some(first), Some(last)) = (
        entries.first().map(|(_, day)| *day),
        entries.iter().map(|(entry, day)| entry.day().unwrap_or(*day).max(*day)).max(),
    ) else {
        return String::new();
    };
    let axis = Axis { first, last, width: WIDTH, margin: MARGIN };
    let scale = |day: Date| axis.x(day);
    let label = escape(label);
    let feelings = [Feeling::Before, Feeling::After].map(|of| feelings(&entries, of, locale, scale)).concat();
    let top = if feelings.is_empty() { FEELINGS } else { 0.0 };
    let has_feelings = !feelings.is_empty();
    let is_crowd = entries.len() > CROWD;
    let class = if is_crowd { "journey crowd" } else { "journey" };
    let mut svg = format!(
        "<div class=\"plot{}\"><svg class=\"{class}\" viewBox=\"0 {top} {WIDTH} {}\" role=\"img\" aria-label=\"{label}\"><title>{label}</title><desc>{}</desc><path class=\"rule\" d=\"M{MARGIN} {GROUND}H{:.1}\"/>",
        if has_feelings { "" } else { " plain" },
        HEIGHT - top,
        escape(locale.text(if feelings.is_empty() { "journey-key-plain" } else { "journey-key" })),
        WIDTH - MARGIN
    );
    for stage in NAMED.into_iter().filter(|stage| *stage != Stage::Application) {
        let _ = write!(svg, "<path class=\"guide\" d=\"M{MARGIN} {:.1}H{:.1}\"/>", height(stage), WIDTH - MARGIN);
    }
    let mut drawn: BTreeSet<(u64, Stage, Status)> = BTreeSet::new();
    for (entry, day) in &entries {
        let x = scale(*day);
        // Bars that would cover one another to the pixel are drawn once.
        if !is_crowd || drawn.insert((cell(x), entry.reached(), entry.status)) {
            svg.push_str(&bar(entry, x, locale, is_crowd));
        }
    }
    svg.push_str(&feelings);
    svg.push_str(&milestones(goals, &axis, locale));
    for (month, x) in months(first, last, scale) {
        let _ = write!(
            svg,
            "<path class=\"tick\" d=\"M{x:.1} {GROUND}v5\"><title>{}</title></path>",
            escape(&locale.month(month))
        );
    }
    svg.push_str("</svg>");
    svg.push_str(&levels(locale, has_feelings));
    svg.push_str(&ends(first, last, locale));
    svg.push_str("</div>");
    svg
}

/// Returns where a bar of a stage ends.
fn height(stage: Stage) -> f64 {
    let steps = Stage::ALL.iter().position(|known| *known == stage).unwrap_or(0) + 1;
    GROUND - STAGE * super::number(steps)
}

/// Returns what stands beside the picture: what its lines and the heights of its bars mean. The table says it to those
/// who do not see it.
fn levels(locale: &Locale, has_feelings: bool) -> String {
    let feelings = || format!("<li class=\"felt\">{}</li>", escape(&lower_first(locale.text("fact-mood"))));
    let stages =
        NAMED.map(|stage| format!("<li class=\"{}\">{}</li>", stage.name(), escape(stage_text(locale, stage))));
    let feelings = if has_feelings { feelings() } else { String::new() };
    format!("<ul class=\"levels\" aria-hidden=\"true\">{feelings}{}</ul>", stages.concat())
}

/// The goals' milestones in the period: full when done, each on its day.
fn milestones(goals: &[GoalFigure], axis: &Axis, locale: &Locale) -> String {
    let mut svg = String::new();
    let mut drawn: BTreeSet<(u64, bool)> = BTreeSet::new();
    let tasks = goals.iter().flat_map(|goal| &goal.tasks).filter(|task| task.status != TaskStatus::Cancelled);
    for task in tasks {
        let is_done = task.status == TaskStatus::Done;
        let day = if is_done { task.done } else { task.due };
        let Some(day) = day.filter(|day| (axis.first..=axis.last).contains(day)) else { continue };
        let x = axis.x(day);
        // Milestones at one place are drawn once in a crowd.
        if !drawn.insert((cell(x), is_done)) && drawn.len() > CROWD {
            continue;
        }
        let title = format!("{}, {}", task.text, locale.date(day));
        let title = escape(&title);
        let class = if is_done { "full" } else { "ring" };
        let _ = write!(
            svg,
            "<circle class=\"milestone {class}\" cx=\"{x:.1}\" cy=\"{:.1}\" r=\"2.6\"><title>{title}</title></circle>",
            GROUND + 12.0
        );
    }
    svg
}

/// A bar as long as the stage reached, ended by how it ended: full for an offer, ring while open, else a tick, which a
/// crowd has no room for.
fn bar(entry: &Entry, x: f64, locale: &Locale, is_crowd: bool) -> String {
    let top = height(entry.reached());
    let day = entry.day().map(|day| locale.date(day)).unwrap_or_default();
    let title = format!(
        "{}, {}{} {} ({})",
        entry.company,
        day,
        locale.text("colon"),
        stage_text(locale, entry.reached()),
        status_text(locale, entry.status)
    );
    let title = escape(&title);
    let end = match entry.status {
        Status::Offer | Status::Accepted => format!("<circle class=\"full\" cx=\"{x:.1}\" cy=\"{top:.1}\" r=\"4.5\"/>"),
        Status::Open => format!("<circle class=\"ring\" cx=\"{x:.1}\" cy=\"{top:.1}\" r=\"3.5\"/>"),
        _ if is_crowd => String::new(),
        Status::Ghosted => {
            format!("<path class=\"bar faint\" d=\"M{:.1} {top:.1}h5\" stroke-dasharray=\"1.5 1.5\"/>", x - 2.5)
        }
        _ => format!("<path class=\"bar\" d=\"M{:.1} {top:.1}h5\"/>", x - 2.5),
    };
    format!("<g><title>{title}</title><path class=\"bar\" d=\"M{x:.1} {GROUND}V{top:.1}\"/>{end}</g>")
}

/// How an entry felt.
type MoodOf = fn(&Entry) -> Option<u8>;

/// Which feelings a line tells.
#[derive(Clone, Copy)]
enum Feeling {
    Before,
    After,
}

/// A thin line through the feelings before or after each piece of news, higher for better, in the upper part.
fn feelings(entries: &[(&Entry, Date)], which: Feeling, locale: &Locale, scale: impl Fn(Date) -> f64) -> String {
    let (class, title, mood): (&str, &str, MoodOf) = match which {
        Feeling::Before => ("feelings before", "mood-before", |entry| entry.mood.before),
        Feeling::After => ("feelings", "mood-after", |entry| entry.mood.after),
    };
    let title = locale.text(title);
    let mut points: Vec<(Date, u8)> =
        entries.iter().filter_map(|(entry, _)| Some((entry.day()?, mood(entry)?))).collect();
    points.sort_unstable();
    if points.len() < 2 {
        return String::new();
    }
    let mut felt: Vec<(Date, f64)> = points.iter().map(|(day, mood)| (*day, f64::from(*mood))).collect();
    let mut title = escape(title);
    if felt.len() > CROWD {
        felt = by_month(&felt);
        title = format!("{title} ({})", escape(locale.text("mood-by-month"))).into();
    }
    let place = |(day, mood): &(Date, f64)| format!("{:.1},{:.1}", scale(*day), 62.0 - 10.0 * mood);
    let line: Vec<String> = felt.iter().map(place).collect();
    format!("<polyline class=\"{class}\" points=\"{}\"><title>{title}</title></polyline>", line.join(" "))
}

/// Returns the mean of each month, on its day in the middle: of a crowd, single days cannot be told apart.
fn by_month(felt: &[(Date, f64)]) -> Vec<(Date, f64)> {
    let of_month = |points: &[(Date, f64)]| {
        let (day, _) = points.get(points.len() / 2)?;
        Some((*day, points.iter().map(|(_, mood)| mood).sum::<f64>() / super::number(points.len())))
    };
    let is_one_month = |a: &(Date, f64), b: &(Date, f64)| a.0.first_of_month() == b.0.first_of_month();
    felt.chunk_by(is_one_month).filter_map(of_month).collect()
}

/// Returns the first day of each month in the period, with its place.
fn months(first: Date, last: Date, scale: impl Fn(Date) -> f64) -> Vec<(Date, f64)> {
    let mut months = Vec::new();
    let mut month = first.first_of_month();
    while let Ok(next) = month.checked_add(jiff::Span::new().months(1)) {
        if next > last || months.len() > 240 {
            break;
        }
        months.push((next, scale(next)));
        month = next;
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_themes_place_the_names_at_the_heights_of_the_picture() {
        let styles = [
            include_str!("../../../themes/booklet/static/style.css"),
            include_str!("../../../themes/booklet/templates/print.css"),
            include_str!("../../../themes/correspondence/static/style.css"),
        ];
        for (before, top) in [(".levels", 0.0), (".plain .levels", FEELINGS)] {
            for stage in NAMED {
                let percent = 100.0 * (height(stage) - top) / (HEIGHT - top);
                let rule = format!("\n{before} .{} {{ top: {percent:.1}%; }}\n", stage.name());
                assert!(styles.iter().all(|style| style.contains(&rule)), "{rule}");
            }
        }
    }

    #[test]
    fn a_crowd_of_feelings_has_one_mean_a_month() {
        let felt = |days: &[(i8, i8, f64)]| -> Vec<(Date, f64)> {
            days.iter().map(|(month, day, mood)| (jiff::civil::date(2026, *month, *day), *mood)).collect()
        };
        assert_eq!(
            by_month(&felt(&[(1, 2, 4.0), (1, 9, 1.0), (1, 30, 1.0), (3, 1, 5.0)])),
            felt(&[(1, 9, 2.0), (3, 1, 5.0)])
        );
        assert!(by_month(&[]).is_empty());
    }
}
