//! The United Kingdom: the bank holidays of each nation.
//!
//! Sources: the Banking and Financial Dealings Act 1971, section 1 and schedule 1,
//! and the royal proclamations that GOV.UK, "UK bank holidays", puts together;
//! for Scotland the St Andrew's Day Bank Holiday (Scotland) Act 2007. A bank
//! holiday on a Saturday or a Sunday gives the next day that is none as a
//! substitute day: Christmas on a Saturday is kept on Monday 27 December and
//! Boxing Day on Tuesday 28.
//!
//! `GB` alone has the days that all four nations keep. Early May and spring bank
//! holiday moved in 2020 and 2022.

use jiff::civil::Weekday::Monday;

use super::Group;
use super::days::{CHRISTMAS, EASTER_MONDAY, GOOD_FRIDAY, NEW_YEAR};
use super::rule::{InLieu::OfWeekend, Rule, When};

pub(super) const GROUPS: &[Group] = &[
    Group { codes: &["GB"], rules: &[KINGDOM] },
    Group { codes: &["GB-ENG", "GB-WLS"], rules: &[KINGDOM, ENGLAND] },
    Group { codes: &["GB-NIR"], rules: &[KINGDOM, ENGLAND, NORTHERN_IRELAND] },
    Group { codes: &["GB-SCT"], rules: &[KINGDOM, SCOTLAND] },
];

const EARLY_MAY: Rule = Rule::new(When::Nth(1, Monday, 5), "Jour férié de début mai", "Early May bank holiday");
const SPRING: Rule = Rule::new(When::Nth(-1, Monday, 5), "Jour férié de printemps", "Spring bank holiday");
const SUMMER: Rule = Rule::new(When::Nth(-1, Monday, 8), "Jour férié d’été", "Summer bank holiday");

const KINGDOM: &[Rule] = &[
    NEW_YEAR.in_lieu(OfWeekend),
    GOOD_FRIDAY,
    EARLY_MAY.except(2020),
    SPRING.except(2022),
    CHRISTMAS.in_lieu(OfWeekend),
    Rule::new(When::Date(12, 26), "Lendemain de Noël", "Boxing Day").in_lieu(OfWeekend),
    // One-off and moved days, each by royal proclamation.
    Rule::new(When::Date(5, 8), "75 ans de la victoire", "Early May bank holiday (VE day)").only_in(2020),
    Rule::new(When::Date(6, 2), "Jour férié de printemps", "Spring bank holiday").only_in(2022),
    Rule::new(When::Date(6, 3), "Jubilé de platine", "Platinum Jubilee bank holiday").only_in(2022),
    Rule::new(
        When::Date(9, 19),
        "Funérailles d’Élisabeth II",
        "Bank Holiday for the State Funeral of Queen Elizabeth II",
    )
    .only_in(2022),
    Rule::new(When::Date(5, 8), "Couronnement de Charles III", "Bank holiday for the coronation of King Charles III")
        .only_in(2023),
];

const ENGLAND: &[Rule] = &[EASTER_MONDAY, SUMMER];

const NORTHERN_IRELAND: &[Rule] = &[
    Rule::new(When::Date(3, 17), "Saint-Patrick", "St Patrick’s Day").in_lieu(OfWeekend),
    Rule::new(When::Date(7, 12), "Bataille de la Boyne", "Battle of the Boyne").in_lieu(OfWeekend),
];

const SCOTLAND: &[Rule] = &[
    Rule::new(When::Date(1, 2), "2 janvier", "2nd January").in_lieu(OfWeekend),
    Rule::new(When::Nth(1, Monday, 8), "Jour férié d’été", "Summer bank holiday"),
    Rule::new(When::Date(11, 30), "Saint-André", "St Andrew’s Day").in_lieu(OfWeekend),
    // Royal proclamation of 4 February 2026.
    Rule::new(When::Date(6, 15), "Coupe du monde de football", "World Cup bank holiday").only_in(2026),
];
