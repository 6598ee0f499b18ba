//! Pictures for small numbers, as inline SVG: one mark is one application.
//!
//! Colours are the theme's, by class; every picture has a title, every mark a
//! tooltip, and an equivalent table or list stands beside it.

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
    let (first, last) = (escape(&locale.date(first)), escape(&locale.date(last)));
    format!("<p class=\"ends\"><span>{first}</span> <span>{last}</span></p>")
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
