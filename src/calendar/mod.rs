//! Working days and public holidays of a region.
//!
//! In: an ISO 3166 code and years. Out: the public holidays of a year
//! ([`holidays`]) and the counting of working days ([`WorkingDays`]). Start at
//! [`Region::parse`].
//!
//! A region is a list of rules, in one file per country that names the laws it
//! follows. What counts, everywhere:
//!
//! - A public holiday is a whole day that the law of the region makes one, for
//!   private companies where it tells them from others. Days of banks, schools or
//!   civil servants alone, and days that most employers give though no law does,
//!   do not count; a person adds their own to [`WorkingDays::new`].
//! - Where the law differs inside a region, the list is that of its larger part
//!   when the law names the rest as an exception (Alsace-Moselle, `CH-FR`,
//!   `CH-SO`), else only the days that hold everywhere in it (`CA`, `CH`,
//!   `CH-AG`, `GB`).
//! - A holiday on a day off keeps its own date, and the day in lieu, where there
//!   is one, is a second [`Holiday`]. Only days in lieu with a known date count:
//!   Belgium's are chosen by each company.
//! - The rules are those of 2020 and later, with the changes and the one-off days
//!   known in November 2026. Earlier years get the rules of 2020.
//!
//! Deliberately not here: school holidays, the states of the US, towns.

mod belgium;
mod britain;
mod canada;
mod days;
mod easter;
mod france;
mod luxembourg;
mod rule;
mod switzerland;
mod united_states;
mod working_days;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use rule::Rule;
pub use working_days::WorkingDays;

/// The codes that share one list of rules, and the list in parts.
struct Group {
    codes: &'static [&'static str],
    rules: &'static [&'static [Rule]],
}

const COUNTRIES: &[&[Group]] = &[
    belgium::GROUPS,
    britain::GROUPS,
    canada::GROUPS,
    france::GROUPS,
    luxembourg::GROUPS,
    switzerland::GROUPS,
    united_states::GROUPS,
];

/// A region whose public holidays are known: an ISO 3166 code (`FR`, `FR-57`,
/// `CH-VD`, `GB-SCT`, `CA-QC`, `US`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(&'static str);

impl Region {
    /// Returns the region of an ISO 3166 code, in capitals or not; `None` when
    /// its holidays are not known.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let known = |other: &&str| other.eq_ignore_ascii_case(code);
        codes().find(known).map(Self)
    }

    /// Returns the code, in capitals.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.0
    }

    /// Returns every code that [`Region::parse`] knows, sorted.
    pub fn known() -> impl Iterator<Item = &'static str> {
        let mut known: Vec<&str> = codes().collect();
        known.sort_unstable();
        known.into_iter()
    }

    fn rules(self) -> impl Iterator<Item = &'static Rule> {
        let group = groups().find(move |group| group.codes.contains(&self.0));
        group.into_iter().flat_map(|group| group.rules.iter().copied().flatten())
    }
}

fn groups() -> impl Iterator<Item = &'static Group> {
    COUNTRIES.iter().copied().flatten()
}

fn codes() -> impl Iterator<Item = &'static str> {
    groups().flat_map(|group| group.codes.iter().copied())
}

/// A public holiday of one year, or a day in lieu of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    /// The day, also when it falls on a week-end.
    pub date: Date,
    /// The French name: `Lundi de Pâques`.
    pub name_fr: &'static str,
    /// The English name: `Easter Monday`.
    pub name_en: &'static str,
    /// Whether this is the day in lieu of a holiday that falls on a day off.
    pub in_lieu: bool,
}

/// Returns the public holidays of `region` in `year`, sorted by date.
///
/// Two holidays can share a day, as Europe Day and Ascension did in Luxembourg in
/// 2024. Years outside 1 to 9999 have none.
#[must_use]
pub fn holidays(region: &Region, year: i16) -> Vec<Holiday> {
    if !(1..=9999).contains(&year) {
        return Vec::new();
    }
    // The year after too: in the US a Saturday 1 January is kept the day before.
    let mut holidays: Vec<Holiday> = [year, year + 1]
        .into_iter()
        .flat_map(|year| rule::apply(region.rules(), year))
        .filter(|holiday| holiday.date.year() == year)
        .collect();
    holidays.sort_unstable();
    holidays
}
