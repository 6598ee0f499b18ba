//! The funnel as rows of marks: one mark an application that reached the stage.

use std::fmt::Write;

use crate::template::escape;

const WIDTH: f64 = 640.0;

/// More applications than this cannot be told apart in a row.
const CROWD: usize = 160;

/// Draws one row: of `all` places, the first `reached` are full; of a crowd, a line as long as their share.
pub(in crate::render) fn draw(reached: usize, all: usize, label: &str) -> String {
    let label = escape(label);
    let gaps = f64::from(u32::try_from(all.max(1)).unwrap_or(u32::MAX));
    let step = (WIDTH / gaps).min(18.0);
    let radius = (step * 0.36).clamp(0.6, 5.5);
    let mut svg = format!(
        "<svg class=\"marks\" viewBox=\"0 0 {WIDTH} 16\" role=\"img\" aria-label=\"{label}\"><title>{label}</title>"
    );
    if all > CROWD {
        let share = f64::from(u32::try_from(reached).unwrap_or(u32::MAX)) / gaps;
        let _ = write!(
            svg,
            "<path class=\"rule\" d=\"M0 8H{WIDTH}\"/><path class=\"length\" d=\"M0 8H{:.1}\"/></svg>",
            WIDTH * share
        );
        return svg;
    }
    for index in 0..all {
        let x = step * (f64::from(u32::try_from(index).unwrap_or(u32::MAX)) + 0.5);
        let (class, radius) = if index < reached { ("full", radius) } else { ("absent", radius / 2.5) };
        let _ = write!(svg, "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"8\" r=\"{radius:.1}\"/>");
    }
    svg.push_str("</svg>");
    svg
}
