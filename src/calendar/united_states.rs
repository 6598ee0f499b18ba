//! The United States: the eleven federal holidays of 5 U.S.C. 6103(a).
//!
//! A holiday on a Saturday is kept on the Friday before (5 U.S.C. 6103(b)), on a
//! Sunday on the Monday after (Executive Order 11582, 1971): so a Saturday
//! 1 January is kept on 31 December. Federal law binds the federal government
//! only; states and companies choose, most of them among these days. Left out:
//! Inauguration Day, which is kept around Washington only, and the days on which
//! a president closes federal offices by executive order, such as 24 December
//! 2024, because they close nothing else.

use jiff::civil::Weekday::{Monday, Thursday};

use super::Group;
use super::days::{CHRISTMAS, NEW_YEAR};
use super::rule::{InLieu, Rule, When};

pub(super) const GROUPS: &[Group] = &[Group { codes: &["US"], rules: &[FEDERAL] }];

const FEDERAL: &[Rule] = &[
    NEW_YEAR.in_lieu(InLieu::Nearest),
    Rule::new(When::Nth(3, Monday, 1), "Jour de Martin Luther King", "Martin Luther King Jr. Day"),
    Rule::new(When::Nth(3, Monday, 2), "Anniversaire de Washington", "Washington’s Birthday"),
    Rule::new(When::Nth(-1, Monday, 5), "Memorial Day", "Memorial Day"),
    Rule::new(When::Date(6, 19), "Juneteenth", "Juneteenth").in_lieu(InLieu::Nearest).since(2021),
    Rule::new(When::Date(7, 4), "Fête de l’Indépendance", "Independence Day").in_lieu(InLieu::Nearest),
    Rule::new(When::Nth(1, Monday, 9), "Fête du Travail", "Labor Day"),
    Rule::new(When::Nth(2, Monday, 10), "Jour de Christophe Colomb", "Columbus Day"),
    Rule::new(When::Date(11, 11), "Jour des anciens combattants", "Veterans Day").in_lieu(InLieu::Nearest),
    Rule::new(When::Nth(4, Thursday, 11), "Thanksgiving", "Thanksgiving Day"),
    CHRISTMAS.in_lieu(InLieu::Nearest),
];
