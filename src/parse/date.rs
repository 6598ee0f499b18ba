//! Days as people write them: the ISO form, and what was probably meant by others.

use jiff::civil::Date;

use crate::locale::fold;

/// What a text says about a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Day {
    /// A day, written as `YYYY-MM-DD`.
    Is(Date),
    /// Written as `YYYY-MM-DD`, but no calendar has it.
    Impossible,
    /// Written in another way, with the days that it may mean: none, one or two.
    Other(Vec<Date>),
}

/// Reads `text` as a day.
pub(crate) fn read_day(text: &str) -> Day {
    if is_iso(text) {
        return text.parse().map_or(Day::Impossible, Day::Is);
    }
    Day::Other(readings(text))
}

/// Returns whether `text` has the shape `YYYY-MM-DD`.
fn is_iso(text: &str) -> bool {
    let shape = text.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    shape.eq(*b"0000-00-00")
}

/// Returns the day with which a file's name begins: [`Day::Is`] or [`Day::Impossible`]; `None` without one.
pub(crate) fn day_of_name(name: &str) -> Option<Day> {
    let (start, rest) = name.split_at_checked(10)?;
    let ends = !rest.starts_with(|c: char| c.is_ascii_digit());
    (is_iso(start) && ends).then(|| read_day(start))
}

/// Returns the days that a text in another notation may mean, likely ones first.
fn readings(text: &str) -> Vec<Date> {
    let text = text.trim();
    if let Some((day, _)) = text.split_once(['T', ' ']).filter(|(day, _)| is_iso(day)) {
        return day.parse().into_iter().collect();
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<i32>().ok());
        return match (number(0..4), number(4..6), number(6..8)) {
            (Some(year), Some(month), Some(day)) => day_of(year, month, day).into_iter().collect(),
            _ => Vec::new(),
        };
    }
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect();
    match words.as_slice() {
        // A weekday may stand before.
        [a, b, c] | [_, a, b, c] => of_three(a, b, c),
        _ => Vec::new(),
    }
}

fn of_three(a: &str, b: &str, c: &str) -> Vec<Date> {
    let number = |word: &str| word.trim_end_matches(|c: char| c.is_alphabetic()).parse::<i32>().ok();
    let year = |word: &str| number(word).map(|year| if year < 100 { 2000 + year } else { year });
    let mut days: Vec<Option<Date>> = Vec::new();
    let mut offer = |year: Option<i32>, month: Option<i32>, day: Option<i32>| {
        if let (Some(year), Some(month), Some(day)) = (year, month, day) {
            days.push(day_of(year, month, day));
        }
    };
    if let Some(month) = month_of(b) {
        offer(year(c), Some(month), number(a));
    } else if let Some(month) = month_of(a) {
        offer(year(c), Some(month), number(b));
    } else if a.len() == 4 {
        offer(number(a), number(b), number(c));
    } else {
        offer(year(c), number(b), number(a));
        offer(year(c), number(a), number(b));
    }
    let mut days: Vec<Date> = days.into_iter().flatten().collect();
    days.dedup();
    days
}

fn day_of(year: i32, month: i32, day: i32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

const FRENCH_MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Returns the month that a folded word names in either language, by its first three letters or more.
fn month_of(word: &str) -> Option<i32> {
    if word.chars().count() < 3 || word.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let named = |names: &[&str; 12]| names.iter().position(|name| name.starts_with(word));
    let index = named(&FRENCH_MONTHS).or_else(|| named(&ENGLISH_MONTHS))?;
    i32::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_the_iso_form_is_a_day() {
        assert_eq!(read_day("2026-03-01"), Day::Is(date(2026, 3, 1)));
        assert_eq!(read_day("2026-02-30"), Day::Impossible);
        assert_eq!(read_day("2024-02-29"), Day::Is(date(2024, 2, 29)));
    }

    #[test]
    fn other_notations_are_understood_and_not_taken() {
        #[track_caller]
        fn case(text: &str, expected: &[Date]) {
            assert_eq!(read_day(text), Day::Other(expected.to_vec()), "{text}");
        }
        case("23/11/2026", &[date(2026, 11, 23)]);
        case("11/23/2026", &[date(2026, 11, 23)]);
        case("03/04/2026", &[date(2026, 4, 3), date(2026, 3, 4)]);
        case("04.04.26", &[date(2026, 4, 4)]);
        case("2026-3-1", &[date(2026, 3, 1)]);
        case("2026/03/01", &[date(2026, 3, 1)]);
        case("20260301", &[date(2026, 3, 1)]);
        case("2026-03-01T10:00", &[date(2026, 3, 1)]);
        case("1er mars 2026", &[date(2026, 3, 1)]);
        case("March 3, 2026", &[date(2026, 3, 3)]);
        case("lundi 2 février 2026", &[date(2026, 2, 2)]);
        case("demain", &[]);
        case("99/99/2026", &[]);
    }

    #[test]
    fn a_date_in_a_name_ends_before_another_digit() {
        assert_eq!(day_of_name("2026-03-01-acme"), Some(Day::Is(date(2026, 3, 1))));
        assert_eq!(day_of_name("2026-03-01"), Some(Day::Is(date(2026, 3, 1))));
        assert_eq!(day_of_name("2026-03-011"), None);
        assert_eq!(day_of_name("2026-02-30-acme"), Some(Day::Impossible));
        assert_eq!(day_of_name("acme"), None);
    }
}
