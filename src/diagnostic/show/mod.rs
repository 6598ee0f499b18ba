//! Problems as text: for a person, for an editor, for programs.
//!
//! In: sorted diagnostics and a language. Out: the whole text of a format.

mod github;
mod human;
mod json;
mod sarif;

use super::Diagnostic;
use crate::locale::Locale;

/// A format of `rebond check`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// With the source line and what to do.
    #[default]
    Human,
    /// One line a problem.
    Short,
    /// One JSON object a line.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

/// Returns `diagnostics` in `format`; `colour` matters to people's formats only.
pub fn show(diagnostics: &[&Diagnostic], format: Format, locale: &Locale, colour: bool) -> String {
    match format {
        Format::Human => diagnostics.iter().map(|problem| human::show(problem, locale, colour)).collect(),
        Format::Short => diagnostics.iter().map(|problem| human::headline(problem, locale, colour) + "\n").collect(),
        Format::Json => diagnostics.iter().map(|problem| json::show(problem, locale)).collect(),
        Format::Sarif => sarif::show(diagnostics, locale),
        Format::Github => diagnostics.iter().map(|problem| github::show(problem, locale)).collect(),
    }
}

/// Returns `text` without what a terminal would obey: control and bidirectional characters become visible.
pub fn printable(text: &str) -> String {
    let is_plain = |c: char| !(c.is_control() || is_bidi(c));
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    text.chars().map(|c| if is_plain(c) { c.to_string() } else { c.escape_unicode().to_string() }).collect()
}

/// Returns JSON `text` with what a terminal would obey written as `\u` escapes; line ends of its layout stay.
fn printable_json(text: &str) -> String {
    let is_plain = |c: char| c == '\n' || !(c.is_control() || is_bidi(c));
    let escape = |c: char| if is_plain(c) { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) };
    if text.chars().all(is_plain) { text.to_owned() } else { text.chars().map(escape).collect() }
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}
