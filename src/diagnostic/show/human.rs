//! For a person at a terminal.

use unicode_width::UnicodeWidthStr;

use super::printable;
use crate::diagnostic::{Diagnostic, Excerpt, Severity};
use crate::locale::Locale;

/// Columns that a tab takes in an excerpt.
const TAB: &str = "    ";

/// Returns the headline, the source line with the part meant underlined, and what to do.
pub(super) fn show(problem: &Diagnostic, locale: &Locale, colour: bool) -> String {
    let mut text = headline(problem, locale, colour) + "\n";
    if let Some(location) = &problem.location
        && let Some(excerpt) = &location.excerpt
    {
        text.push_str(&lines(excerpt, location.position.line, paint(problem.severity(), colour)));
    }
    if let Some(help) = problem.help_text(locale) {
        let label = locale.text("help-label");
        for part in ["  ", label, &printable(&help), "\n"] {
            text.push_str(part);
        }
    }
    text
}

/// Returns `path:line:column: error[code]: message`.
pub(super) fn headline(problem: &Diagnostic, locale: &Locale, colour: bool) -> String {
    let place = problem.location.as_ref().map(|at| format!("{}:{}: ", printable(&at.path), at.position));
    let (start, end) = paint(problem.severity(), colour);
    let message = printable(&problem.message(locale));
    format!("{}{start}{}[{}]{end}: {message}", place.unwrap_or_default(), problem.severity().name(), problem.code)
}

/// Returns what switches a severity's colour on and off: plum, ochre, teal, never a red wall.
fn paint(severity: Severity, colour: bool) -> (&'static str, &'static str) {
    match (colour, severity) {
        (false, _) => ("", ""),
        (true, Severity::Error) => ("\u{1b}[1;35m", "\u{1b}[0m"),
        (true, Severity::Warning) => ("\u{1b}[33m", "\u{1b}[0m"),
        (true, Severity::Hint) => ("\u{1b}[36m", "\u{1b}[0m"),
    }
}

fn lines(excerpt: &Excerpt, line: u32, (start, end): (&str, &str)) -> String {
    let shown = |text: &str| printable(&text.replace('\t', TAB));
    let (before, marked, after) = (shown(&excerpt.before), shown(&excerpt.marked), shown(&excerpt.after));
    let number = line.to_string();
    let gutter = " ".repeat(number.len());
    let offset = " ".repeat(before.width());
    let carets = "^".repeat(marked.width().max(1));
    let source = format!("{before}{marked}{after}");
    if source.trim().is_empty() {
        return String::new();
    }
    format!("{gutter} |\n{number} | {}\n{gutter} | {offset}{start}{carets}{end}\n", source.trim_end())
}
