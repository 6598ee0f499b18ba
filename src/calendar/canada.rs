//! Canada, its provinces and its territories.
//!
//! `CA` alone has the five days of all of them. Sources: the employment standards
//! law of each province or territory, by its government's list of statutory or
//! general holidays; days that employers may choose (Easter Monday, Heritage Day
//! in Alberta, the Civic Holiday in Ontario) do not count.
//!
//! Days in lieu of a holiday on a week-end:
//!
//! - Canada Day: 2 July when 1 July is a Sunday, "throughout Canada" (Holidays
//!   Act, R.S.C. 1985, c. H-5, section 2(2)), but Nova Scotia keeps 1 July always
//!   (General Labour Standards Code Regulations, 2018).
//! - Québec: 25 June and 2 July when the day before is a Sunday (Loi sur la fête
//!   nationale, article 2; Loi sur les normes du travail, article 60) and no
//!   others: « les jours fériés ne peuvent pas être déplacés » (CNESST). It has
//!   Good Friday or Easter Monday « au choix de l'employeur »: Good Friday counts.
//! - Newfoundland and Labrador, Prince Edward Island, Yukon: the next working
//!   day, for every holiday (gov.nl.ca, Labour Standards, "Public Holidays";
//!   Employment Standards Act of Prince Edward Island, sections 6 to 10; yukon.ca,
//!   "Find a Yukon statutory holiday").
//! - Saskatchewan: the Monday after a Sunday, nothing for a Saturday
//!   (saskatchewan.ca, "List of Saskatchewan Public Holidays").
//! - Ontario: Christmas on a Sunday gives Tuesday (Legislation Act, 2006, section
//!   88(5)).
//! - Nova Scotia: Remembrance Day "must be observed on November 11" (Remembrance
//!   Day Act, by the province's page on it).
//! - Elsewhere the law leaves the day to employer and employee, or gives none. As
//!   published calendars do, the next working day counts for 1 January and
//!   Christmas, and for the days marked `OfWeekend` below.

use jiff::civil::Weekday::Monday;

use super::Group;
use super::days::{CHRISTMAS, GOOD_FRIDAY, NEW_YEAR};
use super::rule::InLieu::{OfSunday, OfWeekend};
use super::rule::{Rule, When};

pub(super) const GROUPS: &[Group] = &[
    Group { codes: &["CA"], rules: &[ALL, EVERYWHERE] },
    Group { codes: &["CA-AB"], rules: &[ALL, EVERYWHERE, ALBERTA] },
    Group { codes: &["CA-BC"], rules: &[ALL, EVERYWHERE, BRITISH_COLUMBIA] },
    Group { codes: &["CA-MB"], rules: &[ALL, EVERYWHERE, MANITOBA] },
    Group { codes: &["CA-NB"], rules: &[ALL, EVERYWHERE, NEW_BRUNSWICK] },
    Group { codes: &["CA-NL"], rules: &[ALL, NEWFOUNDLAND_AND_LABRADOR] },
    Group { codes: &["CA-NS"], rules: &[ALL, NOVA_SCOTIA] },
    Group { codes: &["CA-NT"], rules: &[ALL, EVERYWHERE, NORTHWEST_TERRITORIES] },
    Group { codes: &["CA-NU"], rules: &[ALL, EVERYWHERE, NUNAVUT] },
    Group { codes: &["CA-ON"], rules: &[ALL, EVERYWHERE, ONTARIO] },
    Group { codes: &["CA-PE"], rules: &[ALL, PRINCE_EDWARD_ISLAND] },
    Group { codes: &["CA-QC"], rules: &[ALL, QUEBEC] },
    Group { codes: &["CA-SK"], rules: &[ALL, SASKATCHEWAN] },
    Group { codes: &["CA-YT"], rules: &[ALL, YUKON] },
];

const FAMILY: Rule = Rule::new(When::Nth(3, Monday, 2), "Jour de la famille", "Family Day");
const VICTORIA: Rule = Rule::new(When::LastBefore(Monday, 5, 25), "Fête de Victoria", "Victoria Day");
const INDIGENOUS_PEOPLES: Rule =
    Rule::new(When::Date(6, 21), "Journée nationale des peuples autochtones", "National Indigenous Peoples Day");
const CANADA: Rule = Rule::new(When::Date(7, 1), "Fête du Canada", "Canada Day");
const AUGUST: Rule = Rule::new(When::Nth(1, Monday, 8), "Premier lundi d’août", "Civic Holiday");
const LABOUR: Rule = Rule::new(When::Nth(1, Monday, 9), "Fête du Travail", "Labour Day");
const TRUTH: Rule = Rule::new(
    When::Date(9, 30),
    "Journée nationale de la vérité et de la réconciliation",
    "National Day for Truth and Reconciliation",
);
const THANKSGIVING: Rule = Rule::new(When::Nth(2, Monday, 10), "Action de grâce", "Thanksgiving Day");
const REMEMBRANCE: Rule = Rule::new(When::Date(11, 11), "Jour du Souvenir", "Remembrance Day");
const BOXING: Rule = Rule::new(When::Date(12, 26), "Lendemain de Noël", "Boxing Day");

/// The days without a day in lieu that all provinces and territories keep.
const ALL: &[Rule] = &[GOOD_FRIDAY, LABOUR];

/// The other three days that all keep, where no law of its own says otherwise.
const EVERYWHERE: &[Rule] = &[NEW_YEAR.in_lieu(OfWeekend), CANADA.in_lieu(OfSunday), CHRISTMAS.in_lieu(OfWeekend)];

const ALBERTA: &[Rule] = &[FAMILY, VICTORIA, THANKSGIVING, REMEMBRANCE.in_lieu(OfWeekend)];

const BRITISH_COLUMBIA: &[Rule] = &[
    FAMILY,
    VICTORIA,
    AUGUST.named("Jour de la Colombie-Britannique", "British Columbia Day"),
    TRUTH.in_lieu(OfWeekend).since(2023),
    THANKSGIVING,
    REMEMBRANCE,
];

const MANITOBA: &[Rule] = &[
    FAMILY.named("Journée Louis Riel", "Louis Riel Day"),
    VICTORIA,
    TRUTH.in_lieu(OfWeekend).since(2024),
    THANKSGIVING,
];

const NEW_BRUNSWICK: &[Rule] = &[FAMILY, AUGUST.named("Fête du Nouveau-Brunswick", "New Brunswick Day"), REMEMBRANCE];

const NEWFOUNDLAND_AND_LABRADOR: &[Rule] = &[
    NEW_YEAR.in_lieu(OfWeekend),
    CANADA.in_lieu(OfWeekend).named("Jour commémoratif", "Memorial Day"),
    REMEMBRANCE.in_lieu(OfWeekend),
    CHRISTMAS.in_lieu(OfWeekend),
];

const NOVA_SCOTIA: &[Rule] = &[
    NEW_YEAR.in_lieu(OfWeekend),
    FAMILY.named("Fête du patrimoine", "Heritage Day"),
    CANADA,
    REMEMBRANCE,
    CHRISTMAS.in_lieu(OfWeekend),
];

const NORTHWEST_TERRITORIES: &[Rule] =
    &[VICTORIA, INDIGENOUS_PEOPLES, AUGUST, TRUTH.since(2022), THANKSGIVING, REMEMBRANCE];

const NUNAVUT: &[Rule] = &[
    VICTORIA,
    Rule::new(When::Date(7, 9), "Jour du Nunavut", "Nunavut Day"),
    AUGUST,
    TRUTH.since(2022),
    THANKSGIVING,
    REMEMBRANCE,
];

const ONTARIO: &[Rule] = &[FAMILY, VICTORIA, THANKSGIVING, BOXING.in_lieu(OfWeekend)];

const PRINCE_EDWARD_ISLAND: &[Rule] = &[
    NEW_YEAR.in_lieu(OfWeekend),
    FAMILY.named("Fête des Insulaires", "Islander Day"),
    CANADA.in_lieu(OfWeekend),
    // The only province where this day was one of private companies too.
    Rule::new(When::Date(9, 19), "Funérailles d’Élisabeth II", "Funeral of Queen Elizabeth II").only_in(2022),
    TRUTH.in_lieu(OfWeekend).since(2022),
    REMEMBRANCE.in_lieu(OfWeekend),
    CHRISTMAS.in_lieu(OfWeekend),
];

const QUEBEC: &[Rule] = &[
    NEW_YEAR,
    VICTORIA.named("Journée nationale des patriotes", "National Patriots’ Day"),
    Rule::new(When::Date(6, 24), "Fête nationale du Québec", "Québec National Holiday").in_lieu(OfSunday),
    CANADA.in_lieu(OfSunday),
    THANKSGIVING,
    CHRISTMAS,
];

const SASKATCHEWAN: &[Rule] = &[
    NEW_YEAR.in_lieu(OfSunday),
    FAMILY,
    VICTORIA,
    CANADA.in_lieu(OfSunday),
    AUGUST.named("Jour de la Saskatchewan", "Saskatchewan Day"),
    THANKSGIVING,
    REMEMBRANCE.in_lieu(OfSunday),
    CHRISTMAS.in_lieu(OfSunday),
];

const YUKON: &[Rule] = &[
    NEW_YEAR.in_lieu(OfWeekend),
    VICTORIA,
    INDIGENOUS_PEOPLES.in_lieu(OfWeekend),
    CANADA.in_lieu(OfWeekend),
    Rule::new(When::Nth(3, Monday, 8), "Jour de la Découverte", "Discovery Day"),
    TRUTH.in_lieu(OfWeekend).since(2023),
    THANKSGIVING,
    REMEMBRANCE.in_lieu(OfWeekend),
    CHRISTMAS.in_lieu(OfWeekend),
];
