//! One JSON object a line.

use serde::Serialize;

use super::printable_json;
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Locale;

#[derive(Serialize)]
struct Problem<'a> {
    path: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    severity: Severity,
    code: &'static str,
    message: String,
    help: Option<String>,
}

/// Returns the problem as one line.
pub(super) fn show(problem: &Diagnostic, locale: &Locale) -> String {
    let location = problem.location.as_ref();
    let shown = Problem {
        path: location.map(|at| at.path.as_str()),
        line: location.map(|at| at.position.line),
        column: location.map(|at| at.position.column),
        severity: problem.severity(),
        code: problem.code.name(),
        message: problem.message(locale),
        help: problem.help_text(locale),
    };
    printable_json(&serde_json::to_string(&shown).unwrap_or_default()) + "\n"
}
