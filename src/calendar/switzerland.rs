//! Switzerland and its 26 cantons.
//!
//! Only 1 August is a holiday of federal law (Federal Constitution, article 110;
//! Arbeitsgesetz, article 20a); each canton sets its own. `CH` alone has the four
//! days that all cantons keep. Source for all of them: Bundesamt für Justiz,
//! « Gesetzliche Feiertage und Tage, die in der Schweiz wie gesetzliche Feiertage
//! behandelt werden », the first kind. Checked against the canton's own words:
//!
//! - AG: kanton Aargau, « Öffnungszeiten / Feiertage » (each district has nine
//!   days, five hold everywhere; those count).
//! - AI: Ruhetagsgesetz (GS 822.200), article 2. AR: kanton, « Öffnungszeiten /
//!   Feiertage ». Both drop 26 December when Christmas is a Monday or a Friday.
//! - FR: fr.ch, « Jour férié, dimanche, jour chômé, jour travaillé »: the list of
//!   the Catholic part; about a dozen communes around Murten have another.
//! - GE: loi sur les jours fériés (rsGE J 1 45), article 1.
//! - GL: gl.ch, « Feiertagsregelung / Sonntagsverkäufe ».
//! - GR: Ruhetagsgesetz (BR 520.100), article 2.
//! - JU: loi sur les jours fériés officiels et le repos dominical (2022), article 3.
//! - NE: loi sur le dimanche et les jours fériés (RSN 941.02), article 3. Corpus
//!   Christi is of Le Landeron and Le Cerneux-Péquignot only and does not count.
//! - SO: so.ch, « Feiertage im Kanton Solothurn »: the list of all districts but
//!   Bucheggberg; the afternoon of 1 May does not count.
//! - SZ: Ruhetagsgesetz (SRSZ 545.110), § 2. ZH: Ruhetags- und Ladenöffnungsgesetz
//!   (LS 822.4), § 1.
//! - TI: legge concernente i giorni festivi ufficiali (2009), article 1.
//! - VD: loi sur l'emploi, article 47. VS: valais4you.ch, « Jours fériés ».
//!
//! A holiday on a week-end gives no day in lieu. Days of one commune or one
//! district, and days that most employers give though no law does (2 January in
//! Zürich, Easter Monday in Valais), do not count.

use jiff::civil::Weekday::{self, Friday, Monday, Sunday, Thursday, Wednesday};

use super::Group;
use super::days::{
    ALL_SAINTS, ASCENSION, ASSUMPTION, CHRISTMAS, CORPUS_CHRISTI, EASTER_MONDAY, EPIPHANY, GOOD_FRIDAY,
    IMMACULATE_CONCEPTION, MAY_DAY, NEW_YEAR, PETER_AND_PAUL, SAINT_JOSEPH, SAINT_STEPHEN, SECOND_JANUARY, WHIT_MONDAY,
};
use super::rule::{Rule, When};

pub(super) const GROUPS: &[Group] = &[
    Group { codes: &["CH"], rules: &[ALL_CANTONS] },
    Group { codes: &["CH-AG"], rules: &[ALL_CANTONS, &[GOOD_FRIDAY]] },
    Group { codes: &["CH-AI"], rules: &[ALL_CANTONS, THREE, CATHOLIC, &[SAINT_STEPHEN_APART]] },
    Group { codes: &["CH-AR"], rules: &[ALL_CANTONS, THREE, &[SAINT_STEPHEN_APART]] },
    Group { codes: &["CH-BE"], rules: &[ALL_CANTONS, THREE, &[SECOND_JANUARY, SAINT_STEPHEN]] },
    Group { codes: &["CH-BL", "CH-BS", "CH-SH", "CH-ZH"], rules: &[ALL_CANTONS, THREE, &[MAY_DAY, SAINT_STEPHEN]] },
    Group { codes: &["CH-FR", "CH-ZG"], rules: &[ALL_CANTONS, &[GOOD_FRIDAY], CATHOLIC] },
    Group { codes: &["CH-GE"], rules: &[ALL_CANTONS, THREE, GENEVA] },
    Group { codes: &["CH-GL"], rules: &[ALL_CANTONS, THREE, &[NAEFELSER_FAHRT, ALL_SAINTS, SAINT_STEPHEN]] },
    Group { codes: &["CH-GR"], rules: &[ALL_CANTONS, THREE, &[SAINT_STEPHEN]] },
    Group { codes: &["CH-JU"], rules: &[ALL_CANTONS, THREE, JURA] },
    Group { codes: &["CH-LU"], rules: &[ALL_CANTONS, THREE, CATHOLIC, &[SECOND_JANUARY, SAINT_STEPHEN]] },
    Group { codes: &["CH-NE"], rules: &[ALL_CANTONS, NEUCHATEL] },
    Group { codes: &["CH-NW"], rules: &[ALL_CANTONS, &[SAINT_JOSEPH, GOOD_FRIDAY], CATHOLIC] },
    Group { codes: &["CH-OW"], rules: &[ALL_CANTONS, &[GOOD_FRIDAY, BROTHER_KLAUS], CATHOLIC] },
    Group { codes: &["CH-SG"], rules: &[ALL_CANTONS, THREE, &[ALL_SAINTS, SAINT_STEPHEN]] },
    Group { codes: &["CH-SO"], rules: &[ALL_CANTONS, &[GOOD_FRIDAY, CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS]] },
    Group { codes: &["CH-SZ"], rules: &[ALL_CANTONS, THREE, CATHOLIC, &[EPIPHANY, SAINT_JOSEPH, SAINT_STEPHEN]] },
    Group { codes: &["CH-TG"], rules: &[ALL_CANTONS, THREE, &[SECOND_JANUARY, MAY_DAY, SAINT_STEPHEN]] },
    Group { codes: &["CH-TI"], rules: &[ALL_CANTONS, CATHOLIC, TICINO] },
    Group { codes: &["CH-UR"], rules: &[ALL_CANTONS, THREE, CATHOLIC, &[EPIPHANY, SAINT_JOSEPH, SAINT_STEPHEN_APART]] },
    Group { codes: &["CH-VD"], rules: &[ALL_CANTONS, THREE, &[SECOND_JANUARY, FAST_MONDAY]] },
    Group { codes: &["CH-VS"], rules: &[ALL_CANTONS, &[SAINT_JOSEPH], CATHOLIC] },
];

const ALL_CANTONS: &[Rule] =
    &[NEW_YEAR, ASCENSION, Rule::new(When::Date(8, 1), "Fête nationale", "Swiss National Day"), CHRISTMAS];

/// The three moving days that most cantons keep.
const THREE: &[Rule] = &[GOOD_FRIDAY, EASTER_MONDAY, WHIT_MONDAY];

/// The four days that the Catholic cantons add.
const CATHOLIC: &[Rule] = &[CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS, IMMACULATE_CONCEPTION];

const GENEVA: &[Rule] = &[
    Rule::new(When::AfterNth(4, 1, Sunday, 9), "Jeûne genevois", "Genevan Fast"),
    Rule::new(When::Date(12, 31), "Restauration de la République", "Restoration Day"),
];

const JURA: &[Rule] = &[
    SECOND_JANUARY,
    MAY_DAY,
    CORPUS_CHRISTI,
    Rule::new(When::Date(6, 23), "Indépendance du Jura", "Independence Day"),
    ASSUMPTION,
    ALL_SAINTS,
];

const NEUCHATEL: &[Rule] = &[
    Rule::new(When::DateIf(1, 2, &[Monday]), "2 janvier", "2 January"),
    Rule::new(When::Date(3, 1), "Instauration de la République", "Republic Day"),
    GOOD_FRIDAY,
    MAY_DAY,
    Rule::new(When::DateIf(12, 26, &[Monday]), "26 décembre", "26 December"),
];

const TICINO: &[Rule] = &[EPIPHANY, SAINT_JOSEPH, EASTER_MONDAY, MAY_DAY, WHIT_MONDAY, PETER_AND_PAUL, SAINT_STEPHEN];

const BROTHER_KLAUS: Rule = Rule::new(When::Date(9, 25), "Saint-Nicolas-de-Flüe", "Saint Nicholas of Flüe");

/// The Monday after the Federal Fast of the third Sunday of September.
const FAST_MONDAY: Rule = Rule::new(When::AfterNth(1, 3, Sunday, 9), "Lundi du Jeûne", "Monday of the Federal Fast");

const NAEFELSER_FAHRT: Rule = Rule::new(When::OutsideHolyWeek(Thursday, 4), "Näfelser Fahrt", "Battle of Näfels Day");

/// 26 December unless it makes three days of rest in a row with Christmas and a
/// Sunday: not on a Tuesday or a Saturday.
const SAINT_STEPHEN_APART: Rule =
    Rule::new(When::DateIf(12, 26, APART_FROM_SUNDAY), "Saint-Étienne", "Saint Stephen’s Day");

const APART_FROM_SUNDAY: &[Weekday] = &[Monday, Wednesday, Thursday, Friday, Sunday];
