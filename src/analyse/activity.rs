//! Whether applications go out.

use jiff::civil::Date;

use super::Activity;
use crate::model::{Journal, Status};

/// Returns the latest application, and whether the pipeline is dry.
pub(super) fn activity(journal: &Journal, today: Date) -> Activity {
    let last = journal.counted().filter_map(|entry| entry.applied_on().or(entry.decided_on())).max();
    // Of a month it is known that its last day is past.
    let known = last.map(|last| if journal.is_monthly() { last.last_of_month().min(today) } else { last });
    let days_since = known.and_then(|last| today.since(last).ok()).map(|span| span.get_days());
    let open = journal.counted().filter(|entry| entry.status == Status::Open).count();
    let has_accepted = journal.counted().any(|entry| entry.status == Status::Accepted);
    let idle = i32::from(journal.settings.follow_up.idle);
    Activity {
        last_application: last,
        days_since: days_since.filter(|_| !journal.is_monthly()),
        open_applications: open,
        dry: open == 0 && !has_accepted && days_since.is_some_and(|days| days > idle),
    }
}
