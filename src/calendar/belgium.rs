//! Belgium: the ten days of the arrêté royal of 18 April 1974 (« déterminant les
//! modalités générales d'exécution de la loi du 4 janvier 1974 relative aux jours
//! fériés »), article 1.
//!
//! A holiday that falls on a Sunday or another day off gives a day in lieu that
//! each company chooses for itself (law of 4 January 1974, article 6 and after), so
//! its date cannot be known here. The days of the
//! Communities (11 July, 27 September, 15 November) and of the Regions are no
//! holidays of private companies.

use super::Group;
use super::days::{
    ALL_SAINTS, ARMISTICE, ASCENSION, ASSUMPTION, CHRISTMAS, EASTER_MONDAY, MAY_DAY, NEW_YEAR, WHIT_MONDAY,
};
use super::rule::{Rule, When};

pub(super) const GROUPS: &[Group] = &[Group { codes: &["BE"], rules: &[NATIONAL] }];

const NATIONAL: &[Rule] = &[
    NEW_YEAR,
    EASTER_MONDAY,
    MAY_DAY,
    ASCENSION,
    WHIT_MONDAY,
    Rule::new(When::Date(7, 21), "Fête nationale", "Belgian National Day"),
    ASSUMPTION,
    ALL_SAINTS,
    ARMISTICE,
    CHRISTMAS,
];
