//! Annotations of GitHub Actions: `::error file=…,line=…::message`.

use super::printable;
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Locale;

/// Returns the problem as one workflow command.
pub(super) fn show(problem: &Diagnostic, locale: &Locale) -> String {
    let level = match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let place = problem.location.as_ref().map(|at| {
        format!("file={},line={},col={},", property(&printable(&at.path)), at.position.line, at.position.column)
    });
    let help = problem.help_text(locale).map(|help| format!("\n{}", printable(&help))).unwrap_or_default();
    let message = data(&format!("{}{help}", printable(&problem.message(locale))));
    format!("::{level} {}title={}::{message}\n", place.unwrap_or_default(), problem.code)
}

/// Escapes what a message may not hold.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes what a property may not hold.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
