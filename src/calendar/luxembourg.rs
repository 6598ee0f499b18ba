//! Luxembourg: the eleven days of the Code du travail, article L. 232-2; Europe
//! Day by the law of 25 April 2019.
//!
//! A holiday on a Sunday gives a day off within three months (article L. 232-3), on
//! no date that could be known here.

use super::Group;
use super::days::{
    ALL_SAINTS, ASCENSION, ASSUMPTION, CHRISTMAS, EASTER_MONDAY, MAY_DAY, NEW_YEAR, SAINT_STEPHEN, WHIT_MONDAY,
};
use super::rule::{Rule, When};

pub(super) const GROUPS: &[Group] = &[Group { codes: &["LU"], rules: &[NATIONAL] }];

const NATIONAL: &[Rule] = &[
    NEW_YEAR,
    EASTER_MONDAY,
    MAY_DAY,
    Rule::new(When::Date(5, 9), "Journée de l’Europe", "Europe Day").since(2019),
    ASCENSION,
    WHIT_MONDAY,
    Rule::new(When::Date(6, 23), "Fête nationale", "National Day"),
    ASSUMPTION,
    ALL_SAINTS,
    CHRISTMAS,
    SAINT_STEPHEN,
];
