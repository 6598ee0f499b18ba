//! The holidays of every region against a published list.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::civil::Weekday::{Monday, Tuesday};

use super::rule::{Rule, When};
use super::{Region, groups, holidays};

/// Regions, and days that their published list has and ours does not.
const LEFT_OUT: &[(&[&str], &[Rule])] = &[
    // No days of the arrêté royal of 18 April 1974, and always Sundays.
    (&["BE"], &[day(When::Easter(0)), day(When::Easter(49))]),
    // Days of the districts: « In jedem Bezirk gibt es neun gesetzliche Feiertage,
    // fünf davon sind im ganzen Kanton dieselben » (kanton Aargau).
    (
        &["CH-AG"],
        &[
            day(When::Date(1, 2)),
            day(When::Easter(1)),
            day(When::Date(5, 1)),
            day(When::Easter(50)),
            day(When::Easter(60)),
            day(When::Date(8, 15)),
            day(When::Date(11, 1)),
            day(When::Date(12, 8)),
            day(When::Date(12, 26)),
        ],
    ),
    // Corpus Christi is of two communes; RSN 941.02, article 3 does not name it.
    (&["CH-NE"], &[day(When::Easter(60))]),
    // Customs that article L. 3422-2 of the Code du travail does not name: mid-Lent,
    // Good Friday, 21 July.
    (&["FR-971"], &[day(When::Easter(-24)), day(When::Easter(-2)), day(When::Date(7, 21))]),
    (&["FR-972", "FR-MF"], &[day(When::Date(7, 21))]),
    // "Remembrance Day must be observed on November 11" (Nova Scotia).
    (&["CA-NS"], &[monday(11, 12), monday(11, 13)]),
    // « Les jours fériés ne peuvent pas être déplacés » (CNESST, on article 60 of
    // the Loi sur les normes du travail).
    (&["CA-QC"], &[monday(1, 2), monday(1, 3), monday(12, 26), monday(12, 27)]),
    // A holiday on a Saturday is not observed on another day (saskatchewan.ca).
    (&["CA-SK"], &[monday(1, 3), monday(7, 3), monday(11, 13), monday(12, 27)]),
    // Federal offices closed by executive orders 14129, 14133 and 14371; no
    // holidays of 5 U.S.C. 6103.
    (
        &["US"],
        &[
            day(When::Date(12, 24)).only_in(2024),
            day(When::Date(1, 9)).only_in(2025),
            day(When::Date(12, 24)).only_in(2025),
            day(When::Date(12, 26)).only_in(2025),
        ],
    ),
];

/// Regions, and days that we have and their published list has not.
const ADDED: &[(&[&str], &[Rule])] = &[
    // Holidays Act (Canada), section 2(2): "throughout Canada".
    (&["CA", "CA-MB", "CA-NB", "CA-NT", "CA-NU", "CA-ON"], &[monday(7, 2)]),
    // Legislation Act, 2006 (Ontario), section 88(5).
    (&["CA-ON"], &[day(When::DateIf(12, 27, &[Tuesday]))]),
    // A holiday on a day off gives the next working day (Employment Standards Acts).
    (&["CA-PE"], &[monday(10, 1), monday(10, 2)]),
    (&["CA-YT"], &[monday(6, 22), monday(6, 23), monday(10, 1), monday(10, 2)]),
    // The days of the Catholic part, which is nearly all of the canton (fr.ch).
    (&["CH-FR"], &[day(When::Easter(60)), day(When::Date(8, 15)), day(When::Date(11, 1)), day(When::Date(12, 8))]),
    // Good Friday is an « öffentlicher Ruhetag » (Ruhetagsgesetz, BR 520.100, 2).
    (&["CH-GR"], &[day(When::Easter(-2))]),
    // All of the canton but the district of Bucheggberg (so.ch).
    (&["CH-SO"], &[day(When::Easter(60)), day(When::Date(8, 15)), day(When::Date(11, 1))]),
];

const fn day(when: When) -> Rule {
    Rule::new(when, "", "")
}

const fn monday(month: i8, day_of_month: i8) -> Rule {
    day(When::DateIf(month, day_of_month, &[Monday]))
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn region(code: &str) -> Region {
    Region::parse(code).unwrap()
}

fn dates(code: &str, year: i16) -> BTreeSet<Date> {
    holidays(&region(code), year).iter().map(|holiday| holiday.date).collect()
}

fn published() -> BTreeMap<(&'static str, i16), BTreeSet<Date>> {
    let lines = include_str!("published.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let days = cells[2].split(' ').map(|day| date(&format!("{}-{day}", cells[1])));
            ((cells[0], cells[1].parse().unwrap()), days.collect())
        })
        .collect()
}

fn differences(table: &[(&[&str], &[Rule])], code: &str, year: i16) -> Vec<Date> {
    let of_region = table.iter().filter(|(codes, _)| codes.contains(&code));
    of_region.flat_map(|(_, rules)| rules.iter()).filter_map(|rule| rule.date(year)).collect()
}

#[test]
fn holidays_are_the_published_ones_but_for_the_differences_named_here() {
    let published = published();
    assert_eq!(published.len(), 569);
    for ((code, year), mut expected) in published {
        for left_out in differences(LEFT_OUT, code, year) {
            assert!(expected.remove(&left_out), "{code}: {left_out} is not published");
        }
        for added in differences(ADDED, code, year) {
            assert!(expected.insert(added), "{code}: {added} is published");
        }
        assert_eq!(dates(code, year), expected, "{code} in {year}");
    }
}

#[test]
fn every_difference_comes_up_in_the_published_years() {
    for (codes, rules) in LEFT_OUT.iter().chain(ADDED) {
        for rule in *rules {
            let comes_up = (2023..=2034).any(|year| rule.date(year).is_some());
            assert!(comes_up, "{codes:?}: {rule:?}");
        }
    }
}

#[test]
fn every_region_has_a_published_list_or_that_of_another() {
    let published: BTreeSet<&str> = published().into_keys().map(|(code, _)| code).collect();
    for code in Region::known().filter(|code| !published.contains(code)) {
        assert!(code.starts_with("FR-"), "{code}");
        for year in 2024..=2030 {
            assert_eq!(dates(code, year), dates("FR", year), "{code} in {year}");
        }
    }
}

#[test]
fn every_rule_falls_on_a_day() {
    for rule in groups().flat_map(|group| group.rules.iter().copied().flatten()) {
        let falls = (2017..=2030).any(|year| rule.date(year).is_some());
        assert!(falls, "{rule:?}");
    }
}

#[test]
fn every_holiday_has_names_and_stands_in_order() {
    for code in Region::known() {
        for year in 2020..=2030 {
            let holidays = holidays(&region(code), year);
            assert!(holidays.is_sorted_by_key(|holiday| holiday.date), "{code} in {year}");
            for holiday in holidays {
                assert_eq!(holiday.date.year(), year, "{code}: {holiday:?}");
                let named = !holiday.name_fr.is_empty() && !holiday.name_en.is_empty();
                assert!(named, "{code}: {holiday:?}");
            }
        }
    }
}

#[test]
fn regions_are_the_codes_of_iso_3166_with_known_holidays() {
    let known: Vec<&str> = Region::known().collect();
    assert!(known.is_sorted_by(|before, after| before < after), "{known:?}");
    assert!(known.iter().all(|code| region(code).code() == *code));
    let count = |start| known.iter().filter(|code| code.starts_with(start)).count();
    assert_eq!((count("FR-"), count("CH-"), count("CA-"), count("GB-")), (124, 26, 13, 4));
    assert_eq!(region("fr-2a").code(), "FR-2A");
    for unknown in ["", "FR-", "FR-20", "FR-96", "FR-GES", "FR-075", " FR", "DE", "US-NY"] {
        assert_eq!(Region::parse(unknown), None, "{unknown:?}");
    }
}

#[test]
fn one_off_days_are_those_of_the_proclamations() {
    #[track_caller]
    fn case(code: &str, day: &str, is_holiday: bool) {
        let day = date(day);
        assert_eq!(dates(code, day.year()).contains(&day), is_holiday, "{code} {day}");
    }

    // GOV.UK, "UK bank holidays".
    case("GB-ENG", "2020-05-04", false); // moved for VE day
    case("GB-ENG", "2020-05-08", true);
    case("GB-WLS", "2022-05-30", false); // moved for the Platinum Jubilee
    case("GB-WLS", "2022-06-02", true);
    case("GB-WLS", "2022-06-03", true);
    case("GB-SCT", "2022-09-19", true);
    case("GB-NIR", "2023-05-08", true);
    case("GB-ENG", "2024-05-08", false);
    case("GB-SCT", "2026-06-15", true);
    case("GB-ENG", "2026-06-15", false);
    // Holiday of private companies in one province only (Stewart McKelvey, « Federal
    // holiday declared to honour Queen's death … », September 2022).
    case("CA-PE", "2022-09-19", true);
    case("CA-NS", "2022-09-19", false);
    case("FR-PF", "2024-06-29", true);
    case("FR-PF", "2025-06-29", false);
    case("FR-PF", "2025-11-20", true);
}

#[test]
fn days_in_lieu_are_marked_and_keep_the_name() {
    #[track_caller]
    fn case(code: &str, year: i16, expected: &[&str]) {
        let in_lieu = holidays(&region(code), year).into_iter().filter(|holiday| holiday.in_lieu);
        let days: Vec<String> = in_lieu.map(|holiday| format!("{} {}", holiday.date, holiday.name_en)).collect();
        assert_eq!(days, expected, "{code} in {year}");
    }

    case("FR", 2027, &[]);
    case("GB-ENG", 2027, &["2027-12-27 Christmas Day", "2027-12-28 Boxing Day"]);
    case("GB-ENG", 2022, &["2022-01-03 New Year’s Day", "2022-12-27 Christmas Day"]);
    case("GB-SCT", 2028, &["2028-01-03 New Year’s Day", "2028-01-04 2nd January"]);
    case("GB-SCT", 2023, &["2023-01-03 New Year’s Day"]); // Monday 2 January is one itself
    case(
        "US",
        2027,
        &[
            "2027-06-18 Juneteenth",
            "2027-07-05 Independence Day",
            "2027-12-24 Christmas Day",
            "2027-12-31 New Year’s Day", // of Saturday 1 January 2028
        ],
    );
    case("US", 2028, &["2028-11-10 Veterans Day"]);
    case("CA-QC", 2029, &["2029-06-25 Québec National Holiday", "2029-07-02 Canada Day"]);
}

#[test]
fn holidays_of_the_first_and_last_years_do_not_fail() {
    for code in Region::known() {
        assert_eq!(holidays(&region(code), 0), []);
        assert_eq!(holidays(&region(code), i16::MIN), []);
        assert_eq!(holidays(&region(code), i16::MAX), []);
        assert!(!holidays(&region(code), 1).is_empty());
        assert!(!holidays(&region(code), 9999).is_empty());
    }
}
