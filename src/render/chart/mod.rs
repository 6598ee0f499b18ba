//! Pictures for small numbers, as inline SVG: one mark is one application.
//!
//! Colours are the theme's, by class; every picture has a title, every mark a
//! tooltip, and an equivalent table or list stands beside it.

use std::fmt::Write;

use crate::locale::Locale;
use crate::model::Date;
use crate::template::escape;

pub(super) mod burn_up;
pub(super) mod funnel;
pub(super) mod goal;
pub(super) mod journey;
pub(super) mod strip;

/// Days to places from left to right.
struct Axis {
    first: Date,
    last: Date,
    width: f64,
    margin: f64,
}

impl Axis {
    fn x(&self, day: Date) -> f64 {
        let days = |from: Date, to: Date| to.since(from).map_or(0, |span| span.get_days());
        let all = days(self.first, self.last).max(1);
        self.margin + (self.width - 2.0 * self.margin) * f64::from(days(self.first, day)) / f64::from(all)
    }
}

/// Returns the first and the last day of an axis, as text below it.
fn ends(first: Date, last: Date, locale: &Locale) -> String {
    let days = if first == last { vec![first] } else { vec![first, last] };
    let days = days.into_iter().map(|day| format!("<span>{}</span>", escape(&locale.date(day))));
    format!("<p class=\"ends\">{}</p>", days.collect::<Vec<_>>().join(" "))
}

/// Returns marks of one kind and size in a row, as the round ends of lines without length: many, in few bytes.
fn dots(class: &str, places: &[f64], y: f64, radius: f64) -> String {
    let Some(first) = places.first() else { return String::new() };
    let mut path = format!("M{} {y}h0", tenths(*first));
    for (from, to) in places.iter().zip(places.iter().skip(1)) {
        // Steps are between rounded places, so that they do not drift.
        let step = (to * 10.0).round() - (from * 10.0).round();
        let _ = write!(path, "m{} 0h0", step / 10.0);
    }
    format!("<path class=\"dots {class}\" d=\"{path}\" stroke-width=\"{}\"/>", tenths(radius * 2.0))
}

/// Writes a number with at most one decimal.
fn tenths(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Returns the whole number next to another, for comparing places.
fn cell(place: f64) -> u64 {
    place.round().to_bits()
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_in_a_row_are_one_path() {
        assert_eq!(dots("absent", &[], 16.0, 2.0), "");
        assert_eq!(
            dots("absent", &[12.0, 53.07, 94.13, 217.3], 16.0, 2.35),
            "<path class=\"dots absent\" d=\"M12 16h0m41.1 0h0m41 0h0m123.2 0h0\" stroke-width=\"4.7\"/>"
        );
    }
}
