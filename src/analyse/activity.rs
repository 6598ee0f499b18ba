//! Whether applications go out.

use jiff::civil::Date;

use super::Activity;
use crate::model::{Journal, Status};

/// How the applications of a journal stand, taken together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// The day of the latest application.
    pub(super) last: Option<Date>,
    /// How many have no decision.
    pub(super) open: usize,
    /// Whether an offer was accepted.
    pub(super) has_accepted: bool,
}

impl Standing {
    /// Takes together how applications stand, each with the day on which it was sent, else decided.
    pub(super) fn new(applications: impl Iterator<Item = (Option<Date>, Status)>) -> Self {
        applications.fold(Self::default(), |standing, (day, status)| Self {
            last: standing.last.max(day),
            open: standing.open + usize::from(status == Status::Open),
            has_accepted: standing.has_accepted || status == Status::Accepted,
        })
    }
}

/// Returns the latest application, and whether the pipeline is dry.
pub(super) fn activity(journal: &Journal, standing: Standing, today: Date) -> Activity {
    let Standing { last, open, has_accepted } = standing;
    // Of a month it is known that its last day is past.
    let known = last.map(|last| if journal.is_monthly() { last.last_of_month().min(today) } else { last });
    let days_since = known.and_then(|last| today.since(last).ok()).map(|span| span.get_days());
    let idle = i32::from(journal.settings.follow_up.idle);
    Activity {
        last_application: last,
        days_since: days_since.filter(|_| !journal.is_monthly()),
        open_applications: open,
        dry: open == 0 && !has_accepted && days_since.is_some_and(|days| days > idle),
    }
}
