//! News in the future, and open applications that have gone quiet.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Entry, Journal, Status};
use crate::source::Span;

/// Days without anything new after which an open application is asked about.
const QUIET_DAYS: i32 = 45;

/// Checks every entry against today.
pub(super) fn check(diagnostics: &mut Diagnostics, journal: &Journal, today: Date) {
    for entry in &journal.entries {
        if let Some(decided) = entry.decided.as_ref().filter(|decided| decided.value > today) {
            let problem = Diagnostic::at(Code::DateFuture, &entry.source, decided.span);
            diagnostics.push(problem.with("value", decided.value.to_string()));
        }
        if let Some(days) = quiet_days(entry, today) {
            let problem = Diagnostic::at(Code::EntryQuiet, &entry.source, first_line(entry));
            diagnostics.push(problem.with("days", i64::from(days)));
        }
    }
}

/// Returns how long an open entry has been without news, when that is long.
///
/// News is the latest of its dates, those still to come included: an answer
/// announced for next month, or an interview next week, is something to wait for.
fn quiet_days(entry: &Entry, today: Date) -> Option<i32> {
    if entry.status != Status::Open || entry.draft {
        return None;
    }
    let interviews = entry.interviews.iter().filter_map(|interview| interview.date.as_ref());
    let feedback = [&entry.feedback.requested, &entry.feedback.received];
    let last = [&entry.applied, &entry.announced, &entry.decided]
        .into_iter()
        .chain(feedback)
        .filter_map(|date| date.as_ref())
        .chain(interviews)
        .map(|date| date.value)
        .max()?;
    let days = today.since(last).ok()?.get_days();
    (days >= QUIET_DAYS).then_some(days)
}

fn first_line(entry: &Entry) -> Span {
    entry.applied.as_ref().map_or_else(|| entry.source.line_span(1), |applied| applied.span)
}
