//! The date of Easter in the Gregorian calendar.

use jiff::civil::Date;

/// Returns Easter Sunday; `None` outside the years 1 to 9999.
///
/// Before 1583 the Gregorian calendar is continued backwards.
///
/// - Method: the "anonymous" computus of 1876, with names for its letters.
///   Source: J. Meeus, *Astronomical Algorithms*, 2nd ed. (1998), chapter 8,
///   after *Nature*, 20 April 1876, 487.
pub(super) fn easter(year: i16) -> Option<Date> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let month = i8::try_from(days / 31).ok()?;
    let day = i8::try_from(days % 31 + 1).ok()?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: US Census Bureau, "Easter Dates from 1600 to 2099".
    #[test]
    fn easter_falls_on_the_published_dates() {
        #[track_caller]
        fn case(date: &str) {
            let date: Date = date.parse().unwrap();
            assert_eq!(easter(date.year()), Some(date));
        }

        case("1900-04-15");
        case("1913-03-23"); // the earliest of the century
        case("1916-04-23");
        case("1931-04-05");
        case("1943-04-25"); // the latest possible day
        case("1954-04-18"); // an exception of the computus
        case("1961-04-02");
        case("1976-04-18");
        case("1981-04-19"); // the other exception
        case("1999-04-04");
        case("2000-04-23");
        case("2008-03-23");
        case("2011-04-24");
        case("2019-04-21");
        case("2024-03-31");
        case("2025-04-20");
        case("2026-04-05");
        case("2027-03-28");
        case("2028-04-16");
        case("2029-04-01");
        case("2030-04-21");
        case("2038-04-25");
        case("2049-04-18");
        case("2076-04-19");
        case("2099-04-12");
    }

    #[test]
    fn easter_is_a_sunday_from_22_march_to_25_april_in_every_year() {
        for year in 1..=9999 {
            let date = easter(year).unwrap();
            assert_eq!(date.weekday(), jiff::civil::Weekday::Sunday, "{date}");
            let (month, day) = (date.month(), date.day());
            assert!((3, 22) <= (month, day) && (month, day) <= (4, 25), "{date}");
        }
    }

    #[test]
    fn years_that_no_date_of_ours_has_are_without_easter() {
        assert_eq!(easter(0), None);
        assert_eq!(easter(-1), None);
        assert_eq!(easter(i16::MAX), None);
    }
}
