//! Holidays that several countries share, mostly of the church year.

use super::rule::{Rule, When};

pub(super) const NEW_YEAR: Rule = Rule::new(When::Date(1, 1), "Jour de l’An", "New Year’s Day");
pub(super) const SECOND_JANUARY: Rule = Rule::new(When::Date(1, 2), "2 janvier", "2 January");
pub(super) const EPIPHANY: Rule = Rule::new(When::Date(1, 6), "Épiphanie", "Epiphany");
pub(super) const SAINT_JOSEPH: Rule = Rule::new(When::Date(3, 19), "Saint-Joseph", "Saint Joseph’s Day");
pub(super) const GOOD_FRIDAY: Rule = Rule::new(When::Easter(-2), "Vendredi saint", "Good Friday");
pub(super) const EASTER_MONDAY: Rule = Rule::new(When::Easter(1), "Lundi de Pâques", "Easter Monday");
pub(super) const ASCENSION: Rule = Rule::new(When::Easter(39), "Ascension", "Ascension Day");
pub(super) const WHIT_MONDAY: Rule = Rule::new(When::Easter(50), "Lundi de Pentecôte", "Whit Monday");
pub(super) const CORPUS_CHRISTI: Rule = Rule::new(When::Easter(60), "Fête-Dieu", "Corpus Christi");
pub(super) const MAY_DAY: Rule = Rule::new(When::Date(5, 1), "Fête du Travail", "Labour Day");
pub(super) const PETER_AND_PAUL: Rule = Rule::new(When::Date(6, 29), "Saints Pierre et Paul", "Saints Peter and Paul");
pub(super) const ASSUMPTION: Rule = Rule::new(When::Date(8, 15), "Assomption", "Assumption Day");
pub(super) const ALL_SAINTS: Rule = Rule::new(When::Date(11, 1), "Toussaint", "All Saints’ Day");
pub(super) const ARMISTICE: Rule = Rule::new(When::Date(11, 11), "Armistice de 1918", "Armistice Day");
pub(super) const IMMACULATE_CONCEPTION: Rule =
    Rule::new(When::Date(12, 8), "Immaculée Conception", "Immaculate Conception");
pub(super) const CHRISTMAS: Rule = Rule::new(When::Date(12, 25), "Noël", "Christmas Day");
pub(super) const SAINT_STEPHEN: Rule = Rule::new(When::Date(12, 26), "Saint-Étienne", "Saint Stephen’s Day");
