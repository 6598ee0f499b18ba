//! What day it is: the only place that reads the clock.

use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Returns today: as given, else `SOURCE_DATE_EPOCH` in UTC, else the clock in local time.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub(crate) fn today(given: Option<Date>) -> Date {
    let epoch = || {
        let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse::<i64>().ok()?;
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        Some(moment.to_zoned(TimeZone::UTC).date())
    };
    given.or_else(epoch).unwrap_or_else(|| jiff::Zoned::now().date())
}

/// A stop watch for `-v`.
pub(crate) struct Watch {
    start: std::time::Instant,
}

impl Watch {
    /// Starts now.
    pub(crate) fn start() -> Self {
        Self { start: std::time::Instant::now() }
    }

    /// Returns the milliseconds since the last lap, and starts the next one.
    pub(crate) fn lap(&mut self) -> f64 {
        let lap = self.start.elapsed();
        self.start = std::time::Instant::now();
        lap.as_secs_f64() * 1000.0
    }
}
