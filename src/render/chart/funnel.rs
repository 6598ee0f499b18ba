//! The funnel as rows of marks: one mark an application that reached the stage.

use std::fmt::Write;

use super::{dots, number};
use crate::template::escape;

const WIDTH: f64 = 640.0;

/// More applications than this cannot be told apart in a row.
const CROWD: usize = 160;

/// Draws one row: of `all` places, the first `reached` are full; of a crowd, a line as long as their share.
pub(in crate::render) fn draw(reached: usize, all: usize, label: &str) -> String {
    let label = escape(label);
    let gaps = number(all.max(1));
    let step = (WIDTH / gaps).min(18.0);
    let radius = (step * 0.36).clamp(0.6, 5.5);
    let mut svg = format!(
        "<svg class=\"marks\" viewBox=\"0 0 {WIDTH} 16\" role=\"img\" aria-label=\"{label}\"><title>{label}</title>"
    );
    if all > CROWD {
        let share = number(reached) / gaps;
        let _ = write!(
            svg,
            "<path class=\"rule\" d=\"M0 8H{WIDTH}\"/><path class=\"length\" d=\"M0 8H{:.1}\"/></svg>",
            WIDTH * share
        );
        return svg;
    }
    let places: Vec<f64> = (0..all).map(|index| step * (number(index) + 0.5)).collect();
    let (full, absent) = places.split_at(reached.min(all));
    svg + &dots("full", full, 8.0, radius) + &dots("absent", absent, 8.0, radius / 2.5) + "</svg>"
}
