//! The journey: applications over time as bars as long as the stage reached, feelings as a line above.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::locale::Locale;
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

/// Draws the journey; empty without a dated application.
pub(in crate::render) fn draw(journal: &Journal, locale: &Locale, label: &str) -> String {
    let mut entries: Vec<(&Entry, Date)> =
        journal.counted().filter_map(|entry| Some((&**entry, entry.applied_on().or(entry.decided_on())?))).collect();
    entries.sort_by_key(|(entry, day)| (*day, &entry.id));
    let (Some(first), Some(last)) = (
        entries.first().map(|(_, day)| *day),
        entries.iter().map(|(entry, day)| entry.day().unwrap_or(*day).max(*day)).max(),
    ) else {
        return String::new();
    };
    let scale = |day: Date| {
        let days = |to: Date| to.since(first).map_or(0, |span| span.get_days());
        MARGIN + (WIDTH - 2.0 * MARGIN) * f64::from(days(day)) / f64::from(days(last).max(1))
    };
    let label = escape(label);
    let feelings = feelings(&entries, scale);
    let top = if feelings.is_empty() { FEELINGS } else { 0.0 };
    let mut svg = format!(
        "<svg class=\"journey\" viewBox=\"0 {top} {WIDTH} {}\" role=\"img\" aria-label=\"{label}\"><title>{label}</title><desc>{}</desc><path class=\"rule\" d=\"M{MARGIN} {GROUND}H{:.1}\"/>",
        HEIGHT - top,
        escape(locale.text("journey-key")),
        WIDTH - MARGIN
    );
    let mut drawn: BTreeSet<(String, Stage, Status)> = BTreeSet::new();
    for (entry, day) in &entries {
        let x = scale(*day);
        // Bars that would cover one another to the pixel are drawn once.
        if entries.len() <= CROWD || drawn.insert((format!("{x:.0}"), entry.reached(), entry.status)) {
            svg.push_str(&bar(entry, x, locale));
        }
    }
    svg.push_str(&feelings);
    for (month, x) in months(first, last, scale) {
        let _ = write!(
            svg,
            "<path class=\"tick\" d=\"M{x:.1} {GROUND}v5\"><title>{}</title></path>",
            escape(&locale.month(month))
        );
    }
    svg.push_str("</svg>");
    svg
}

/// A bar as long as the stage reached, ended by how it ended: full for an offer, ring while open, else a tick.
fn bar(entry: &Entry, x: f64, locale: &Locale) -> String {
    let steps = Stage::ALL.iter().position(|stage| *stage == entry.reached()).unwrap_or(0) + 1;
    let top = GROUND - STAGE * f64::from(u32::try_from(steps).unwrap_or(1));
    let day = entry.day().map(|day| locale.date(day)).unwrap_or_default();
    let title = escape(&format!(
        "{}, {}{} {} ({})",
        entry.company,
        day,
        locale.text("colon"),
        stage_text(locale, entry.reached()),
        status_text(locale, entry.status)
    ));
    let end = match entry.status {
        Status::Offer | Status::Accepted => format!("<circle class=\"full\" cx=\"{x:.1}\" cy=\"{top:.1}\" r=\"4.5\"/>"),
        Status::Open => format!("<circle class=\"ring\" cx=\"{x:.1}\" cy=\"{top:.1}\" r=\"3.5\"/>"),
        Status::Ghosted => {
            format!("<path class=\"bar faint\" d=\"M{:.1} {top:.1}h5\" stroke-dasharray=\"1.5 1.5\"/>", x - 2.5)
        }
        _ => format!("<path class=\"bar\" d=\"M{:.1} {top:.1}h5\"/>", x - 2.5),
    };
    format!("<g><title>{title}</title><path class=\"bar\" d=\"M{x:.1} {GROUND}V{top:.1}\"/>{end}</g>")
}

/// A thin line through the feelings after each piece of news, higher for better, in the upper part.
fn feelings(entries: &[(&Entry, Date)], scale: impl Fn(Date) -> f64) -> String {
    let mut points: Vec<(Date, u8)> =
        entries.iter().filter_map(|(entry, _)| Some((entry.day()?, entry.mood.after?))).collect();
    points.sort_unstable();
    if points.len() < 2 {
        return String::new();
    }
    let place = |(day, mood): &(Date, u8)| format!("{:.1},{:.1}", scale(*day), 62.0 - 10.0 * f64::from(*mood));
    let line: Vec<String> = points.iter().map(place).collect();
    format!("<polyline class=\"feelings\" points=\"{}\"/>", line.join(" "))
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
