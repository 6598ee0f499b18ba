//! From when to when a step stands, and what that means today.

use jiff::ToSpan;
use jiff::civil::Date;

use super::StepState;

/// The days of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// The first day.
    pub(super) first: Date,
    /// The last day, not before the first.
    pub(super) last: Date,
    /// The last day on which it is still listed, not before `last`; `None` for ever.
    pub(super) lapses: Option<Date>,
}

impl Window {
    /// Makes a window whose days are in order: what is too early moves to the day before it.
    pub(super) fn new(first: Date, last: Date, lapses: Date) -> Self {
        let last = last.max(first);
        Self { first, last, lapses: Some(lapses.max(last)) }
    }

    /// Makes the window of one day that never lapses.
    pub(super) fn on(day: Date) -> Self {
        Self { first: day, last: day, lapses: None }
    }

    /// Returns how a step in this window stands; `None` when it is not listed.
    ///
    /// Listed are those that have not lapsed, begin by `horizon`, and lie in the years from 1.
    pub(super) fn state(self, today: Date, horizon: Date) -> Option<StepState> {
        let has_lapsed = self.lapses.is_some_and(|lapses| lapses < today);
        if has_lapsed || self.first > horizon || self.first.year() < 1 {
            return None;
        }
        Some(if today < self.first {
            StepState::Upcoming
        } else if today <= self.last {
            StepState::Due
        } else {
            StepState::Late
        })
    }
}

/// Returns the day `days` days after `day`; `None` beyond the year 9999.
pub(super) fn days_after(day: Date, days: impl Into<i64>) -> Option<Date> {
    day.checked_add(days.into().days()).ok()
}
