//! Counting the working days of a region.
//!
//! In: a region, days off of one's own, dates. Out: the n-th working day after a
//! date, the number of working days between two. A year's holidays are worked
//! out once for each call, not once for each day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::rule::{days_after, is_weekend};
use super::{Region, holidays};

/// The working days of a region: Monday to Friday without its public holidays
/// and without days off of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkingDays {
    region: Option<Region>,
    own: BTreeSet<Date>,
}

impl WorkingDays {
    /// Makes the working days of `region` without the days of `own`; without a
    /// region only week-ends and `own` are off.
    #[must_use]
    pub fn new(region: Option<Region>, own: BTreeSet<Date>) -> Self {
        Self { region, own }
    }

    /// Whether `day` is a working day.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        self.works_on(day, &mut YearOff::default())
    }

    /// Returns the n-th working day after `day`: 1 is the first working day after
    /// it, 0 is `day` itself, working day or not.
    ///
    /// `None` when `day` or the day searched is outside the years 1 to 9999.
    #[must_use]
    pub fn nth_after(&self, day: Date, n: u16) -> Option<Date> {
        if day.year() < 1 {
            return None;
        }
        match n.checked_sub(1) {
            Some(before) => self.after(day).nth(usize::from(before)),
            None => Some(day),
        }
    }

    /// Returns the number of working days after `from` up to `to`, `to` included;
    /// 0 when `to` is not after `from`.
    ///
    /// It undoes [`WorkingDays::nth_after`]: `n` working days lie between a day
    /// and the n-th working day after it.
    #[must_use]
    pub fn count_between(&self, from: Date, to: Date) -> u32 {
        let days = self.after(from).take_while(|day| *day <= to).count();
        u32::try_from(days).unwrap_or(u32::MAX) // there are 5 million at most
    }

    /// Returns the working days after `day`, in order, up to the end of the year 9999.
    fn after(&self, day: Date) -> impl Iterator<Item = Date> {
        let mut year_off = YearOff::default();
        days_after(day).filter(move |day| self.works_on(*day, &mut year_off))
    }

    fn works_on(&self, day: Date, year_off: &mut YearOff) -> bool {
        !is_weekend(day) && !self.own.contains(&day) && !year_off.contains(self.region, day)
    }
}

/// The public holidays of the year asked for last.
#[derive(Default)]
struct YearOff {
    year: Option<i16>,
    days: BTreeSet<Date>,
}

impl YearOff {
    fn contains(&mut self, region: Option<Region>, day: Date) -> bool {
        let Some(region) = region else { return false };
        if self.year != Some(day.year()) {
            self.year = Some(day.year());
            self.days = holidays(&region, day.year()).iter().map(|holiday| holiday.date).collect();
        }
        self.days.contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn working_days(code: &str) -> WorkingDays {
        WorkingDays::new(Region::parse(code), BTreeSet::new())
    }

    #[test]
    fn the_first_working_day_after_a_day_skips_week_ends_and_holidays() {
        #[track_caller]
        fn case(code: &str, day: &str, n: u16, expected: &str) {
            let found = working_days(code).nth_after(date(day), n);
            assert_eq!(found, Some(date(expected)), "{code}: {n} after {day}");
        }

        case("FR", "2026-11-17", 1, "2026-11-18"); // Tuesday
        case("FR", "2026-11-20", 1, "2026-11-23"); // Friday
        case("FR", "2026-11-21", 1, "2026-11-23"); // Saturday
        case("FR", "2026-11-22", 1, "2026-11-23"); // Sunday
        case("FR", "2026-11-20", 5, "2026-11-27");
        case("FR", "2026-11-20", 6, "2026-11-30");
        case("FR", "2026-11-21", 0, "2026-11-21"); // itself, working day or not
        case("FR", "2026-04-02", 2, "2026-04-07"); // Easter Monday
        case("FR-57", "2026-04-02", 1, "2026-04-07"); // Good Friday too
        case("FR", "2026-04-30", 1, "2026-05-04"); // 1 May
        case("FR", "2026-05-13", 1, "2026-05-15"); // Ascension
        case("FR", "2026-07-13", 1, "2026-07-15"); // 14 July
        case("FR", "2026-12-24", 1, "2026-12-28"); // Christmas
        case("FR", "2026-12-23", 6, "2027-01-04"); // and New Year
        case("FR-67", "2025-12-24", 1, "2025-12-29");
        case("FR", "2028-02-28", 1, "2028-02-29"); // leap day
        case("FR", "2028-02-28", 2, "2028-03-01");
        case("FR", "2027-02-26", 1, "2027-03-01");
        case("CH-GE", "2026-12-30", 1, "2027-01-04");
        case("GB-ENG", "2027-12-24", 1, "2027-12-29");
        case("GB-ENG", "2027-12-31", 1, "2028-01-04");
        case("GB-SCT", "2027-12-31", 1, "2028-01-05");
        case("US", "2027-12-30", 1, "2028-01-03");
        case("", "2026-12-24", 1, "2026-12-25"); // no region: week-ends only
    }

    #[test]
    fn days_off_of_ones_own_are_no_working_days() {
        let own = ["2026-11-23", "2026-11-24"].map(date);
        let days = WorkingDays::new(Region::parse("FR"), own.into());
        assert_eq!(days.nth_after(date("2026-11-20"), 1), Some(date("2026-11-25")));
        assert!(!days.is_working_day(date("2026-11-23")));
        assert!(days.is_working_day(date("2026-11-25")));
        assert!(!days.is_working_day(date("2026-11-28"))); // Saturday
        assert!(!days.is_working_day(date("2026-11-11"))); // holiday
        let alone = WorkingDays::new(None, own.into());
        assert!(alone.is_working_day(date("2026-11-11")));
        assert_eq!(alone.nth_after(date("2026-11-20"), 1), Some(date("2026-11-25")));
    }

    #[test]
    fn beyond_the_years_1_to_9999_there_is_no_working_day() {
        let days = working_days("FR");
        assert_eq!(days.nth_after(date("9999-12-30"), 1), Some(date("9999-12-31")));
        assert_eq!(days.nth_after(date("9999-12-30"), 2), None);
        assert_eq!(days.nth_after(Date::MAX, 1), None);
        assert_eq!(days.nth_after(Date::MAX, 0), Some(Date::MAX));
        assert_eq!(days.nth_after(date("9900-01-01"), u16::MAX), None);
        assert_eq!(days.nth_after(date("0001-01-01"), 1), Some(date("0001-01-02")));
        assert_eq!(days.nth_after(Date::constant(0, 12, 31), 1), None);
        assert_eq!(days.nth_after(Date::MIN, 0), None);
    }

    #[test]
    fn a_year_has_the_working_days_that_payrolls_count() {
        #[track_caller]
        fn case(code: &str, year: i16, expected: u32) {
            let (from, to) = (Date::constant(year - 1, 12, 31), Date::constant(year, 12, 31));
            assert_eq!(working_days(code).count_between(from, to), expected, "{code} in {year}");
        }

        case("", 2026, 261);
        case("FR", 2024, 252);
        case("FR", 2025, 251);
        case("FR", 2026, 252);
        case("FR-68", 2026, 251);
        case("GB-ENG", 2026, 253);
        case("GB-ENG", 2022, 250); // two one-off days
        case("US", 2026, 250);
    }

    #[test]
    fn counting_leaves_the_first_day_out_and_takes_the_last_in() {
        #[track_caller]
        fn case(from: &str, to: &str, expected: u32) {
            let count = working_days("FR").count_between(date(from), date(to));
            assert_eq!(count, expected, "from {from} to {to}");
        }

        case("2026-11-16", "2026-11-20", 4); // Monday to Friday
        case("2026-11-16", "2026-11-22", 4);
        case("2026-11-15", "2026-11-16", 1);
        case("2026-11-16", "2026-11-16", 0);
        case("2026-11-17", "2026-11-16", 0);
        case("2026-12-24", "2026-12-27", 0);
        case("2026-12-23", "2027-01-04", 6);
    }

    #[test]
    fn counting_undoes_searching() {
        for code in ["", "FR-57", "CH-TI", "GB-SCT", "CA-QC", "US"] {
            let days = working_days(code);
            for n in 0..=270 {
                let day = date("2024-02-27");
                let found = days.nth_after(day, n).unwrap();
                assert_eq!(days.count_between(day, found), u32::from(n), "{code}: {found}");
                assert!(n == 0 || days.is_working_day(found), "{code}: {found}");
            }
        }
    }

    #[test]
    fn ten_years_of_working_days_are_found_in_one_go() {
        let found = working_days("FR").nth_after(date("2026-11-20"), 3650).unwrap();
        assert_eq!(found, date("2041-05-07"));
    }
}
