//! A public holiday as a rule, and the holidays that rules give in a year.
//!
//! In: rules and a year. Out: [`Holiday`]s, days in lieu included. The entry
//! point is [`apply`]. Which rules a region has stands in its country's file.

use std::collections::BTreeSet;
use std::iter::successors;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::Holiday;
use super::easter::easter;

/// A holiday that comes back every year, or came once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    when: When,
    name_fr: &'static str,
    name_en: &'static str,
    in_lieu: InLieu,
    first_year: i16,
    last_year: i16,
    except: Option<i16>,
}

/// The day of the year on which a holiday falls.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    /// The month and the day.
    Date(i8, i8),
    /// The month and the day, in years in which it is one of these weekdays.
    DateIf(i8, i8, &'static [Weekday]),
    /// So many days after Easter Sunday, or before it when negative.
    Easter(i16),
    /// The n-th weekday of a month, the last when n is -1.
    Nth(i8, Weekday, i8),
    /// So many days after the n-th weekday of a month.
    AfterNth(i16, i8, Weekday, i8),
    /// The last such weekday before the month and the day.
    LastBefore(Weekday, i8, i8),
    /// The first such weekday of a month, a week later when in Holy Week.
    OutsideHolyWeek(Weekday, i8),
}

/// What a holiday that falls on a Saturday or a Sunday gives in its place.
#[derive(Clone, Copy, Debug)]
pub(super) enum InLieu {
    /// Nothing.
    Nothing,
    /// From a Sunday, the next day that is neither a week-end nor a holiday.
    OfSunday,
    /// From both days, the next day that is neither a week-end nor a holiday.
    OfWeekend,
    /// The Friday before a Saturday, the Monday after a Sunday.
    Nearest,
}

impl Rule {
    /// A holiday of every year, without a day in lieu.
    pub(super) const fn new(when: When, name_fr: &'static str, name_en: &'static str) -> Self {
        Self {
            when,
            name_fr,
            name_en,
            in_lieu: InLieu::Nothing,
            first_year: i16::MIN,
            last_year: i16::MAX,
            except: None,
        }
    }

    /// The same holiday with a day in lieu.
    pub(super) const fn in_lieu(self, in_lieu: InLieu) -> Self {
        Self { in_lieu, ..self }
    }

    /// The same holiday under other names.
    pub(super) const fn named(self, name_fr: &'static str, name_en: &'static str) -> Self {
        Self { name_fr, name_en, ..self }
    }

    /// The same holiday from a first year on.
    pub(super) const fn since(self, first_year: i16) -> Self {
        Self { first_year, ..self }
    }

    /// The same holiday up to a last year.
    pub(super) const fn until(self, last_year: i16) -> Self {
        Self { last_year, ..self }
    }

    /// The same holiday in one year only.
    pub(super) const fn only_in(self, year: i16) -> Self {
        self.since(year).until(year)
    }

    /// The same holiday in all years but one.
    pub(super) const fn except(self, year: i16) -> Self {
        Self { except: Some(year), ..self }
    }

    /// Returns the day of the holiday in `year`, if it has one.
    pub(super) fn date(&self, year: i16) -> Option<Date> {
        let in_force = (self.first_year..=self.last_year).contains(&year);
        if !in_force || self.except == Some(year) {
            return None;
        }
        self.when.date(year)
    }

    /// Returns the day in lieu of `date`, a day that is not among `holidays`.
    fn day_in_lieu(&self, date: Date, holidays: &BTreeSet<Date>) -> Option<Date> {
        match (self.in_lieu, date.weekday()) {
            (InLieu::OfSunday | InLieu::OfWeekend, Weekday::Sunday) | (InLieu::OfWeekend, Weekday::Saturday) => {
                days_after(date).find(|day| !is_weekend(*day) && !holidays.contains(day))
            }
            (InLieu::Nearest, Weekday::Saturday) => date.yesterday().ok(),
            (InLieu::Nearest, Weekday::Sunday) => date.tomorrow().ok(),
            _ => None,
        }
    }
}

impl When {
    fn date(self, year: i16) -> Option<Date> {
        let on = |month, day| Date::new(year, month, day).ok();
        let nth = |nth, weekday, month| on(month, 1)?.nth_weekday_of_month(nth, weekday).ok();
        match self {
            Self::Date(month, day) => on(month, day),
            Self::DateIf(month, day, weekdays) => on(month, day).filter(|date| weekdays.contains(&date.weekday())),
            Self::Easter(days) => later(easter(year)?, days),
            Self::Nth(n, weekday, month) => nth(n, weekday, month),
            Self::AfterNth(days, n, weekday, month) => later(nth(n, weekday, month)?, days),
            Self::LastBefore(weekday, month, day) => on(month, day)?.nth_weekday(-1, weekday).ok(),
            Self::OutsideHolyWeek(weekday, month) => {
                let (date, easter) = (nth(1, weekday, month)?, easter(year)?);
                let holy_week = later(easter, -6)?..=easter;
                if holy_week.contains(&date) { later(date, 7) } else { Some(date) }
            }
        }
    }
}

fn later(date: Date, days: i16) -> Option<Date> {
    date.checked_add(days.days()).ok()
}

/// Returns the days after `day`, in order, up to the end of the year 9999.
pub(super) fn days_after(day: Date) -> impl Iterator<Item = Date> {
    successors(day.tomorrow().ok(), |day| day.tomorrow().ok())
}

/// Whether `day` is a Saturday or a Sunday.
pub(super) fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Returns the holidays that `rules` give for `year`, and their days in lieu,
/// which can fall in the year before or after it. In no order.
pub(super) fn apply<'a>(rules: impl Iterator<Item = &'a Rule>, year: i16) -> Vec<Holiday> {
    let mut kept: Vec<(Date, &Rule)> = rules.filter_map(|rule| Some((rule.date(year)?, rule))).collect();
    // In the order of the year: of two holidays on one week-end, the first moves
    // to Monday and the second to Tuesday.
    kept.sort_by_key(|(date, _)| *date);
    let mut dates: BTreeSet<Date> = kept.iter().map(|(date, _)| *date).collect();
    let mut holidays = Vec::with_capacity(kept.len());
    for (date, rule) in kept {
        let holiday = Holiday { date, name_fr: rule.name_fr, name_en: rule.name_en, in_lieu: false };
        holidays.push(holiday);
        if let Some(date) = rule.day_in_lieu(date, &dates) {
            dates.insert(date);
            holidays.push(Holiday { date, in_lieu: true, ..holiday });
        }
    }
    holidays
}
