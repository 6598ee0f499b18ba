//! France, its départements and its territories.
//!
//! Sources: Code du travail, articles L. 3133-1 (the eleven days), L. 3134-13
//! (Alsace and Moselle) and L. 3422-2 (abolition of slavery, with the décret of
//! 23 November 1983 no. 83-1003), and service-public.fr, « Jours fériés et ponts
//! dans le secteur privé ». A holiday on a week-end gives no day in lieu.
//!
//! - Whit Monday counts, though some companies work it as their « journée de
//!   solidarité » (article L. 3133-11): it stays a public holiday.
//! - Alsace and Moselle: the ordinance of 16 August 1892 gives Good Friday to the
//!   communes that have a Protestant or a shared church, which the towns do; it
//!   counts in all of the three départements. `FR-GES` is not known because the
//!   law differs inside Grand Est.
//! - Guadeloupe, Martinique, Saint-Martin: Good Friday, mid-Lent and 21 July
//!   (Victor Schœlcher) are customs and collective agreements, not in the law;
//!   they do not count.
//! - Saint-Martin: 28 May, which the collectivité chose under the law of 28 February
//!   2017, though the Code still read 27 May in 2019.
//! - New Caledonia, French Polynesia and Wallis and Futuna have their own labour
//!   law: the eleven days and those of the congress, of the Code du travail of
//!   French Polynesia, and of the « accord interprofessionnel territorial ».

use super::Group;
use super::days::{
    ALL_SAINTS, ARMISTICE, ASCENSION, ASSUMPTION, CHRISTMAS, EASTER_MONDAY, GOOD_FRIDAY, MAY_DAY, NEW_YEAR,
    PETER_AND_PAUL, SAINT_STEPHEN, WHIT_MONDAY,
};
use super::rule::{Rule, When};

pub(super) const GROUPS: &[Group] = &[
    Group { codes: &["FR"], rules: &[NATIONAL] },
    Group { codes: MAINLAND, rules: &[NATIONAL] },
    Group { codes: &["FR-CP", "FR-PM", "FR-TF"], rules: &[NATIONAL] },
    Group { codes: &["FR-57", "FR-67", "FR-68", "FR-6AE"], rules: &[NATIONAL, ALSACE_MOSELLE] },
    Group { codes: &["FR-971"], rules: &[NATIONAL, &[abolition(5, 27)]] },
    Group { codes: &["FR-972"], rules: &[NATIONAL, &[abolition(5, 22)]] },
    Group { codes: &["FR-973"], rules: &[NATIONAL, &[abolition(6, 10)]] },
    Group { codes: &["FR-974"], rules: &[NATIONAL, &[abolition(12, 20)]] },
    Group { codes: &["FR-976"], rules: &[NATIONAL, &[abolition(4, 27)]] },
    Group { codes: &["FR-BL"], rules: &[NATIONAL, &[abolition(10, 9)]] },
    Group { codes: &["FR-MF"], rules: &[NATIONAL, &[abolition(5, 28)]] },
    Group { codes: &["FR-NC"], rules: &[NATIONAL, NEW_CALEDONIA] },
    Group { codes: &["FR-PF"], rules: &[NATIONAL, POLYNESIA] },
    Group { codes: &["FR-WF"], rules: &[NATIONAL, WALLIS_AND_FUTUNA] },
];

/// The départements of the mainland and of Corsica, then the special
/// collectivities and the regions of ISO 3166-2, without Alsace and Moselle.
#[rustfmt::skip]
const MAINLAND: &[&str] = &[
    "FR-01", "FR-02", "FR-03", "FR-04", "FR-05", "FR-06", "FR-07", "FR-08", "FR-09", "FR-10",
    "FR-11", "FR-12", "FR-13", "FR-14", "FR-15", "FR-16", "FR-17", "FR-18", "FR-19", "FR-2A",
    "FR-2B", "FR-21", "FR-22", "FR-23", "FR-24", "FR-25", "FR-26", "FR-27", "FR-28", "FR-29",
    "FR-30", "FR-31", "FR-32", "FR-33", "FR-34", "FR-35", "FR-36", "FR-37", "FR-38", "FR-39",
    "FR-40", "FR-41", "FR-42", "FR-43", "FR-44", "FR-45", "FR-46", "FR-47", "FR-48", "FR-49",
    "FR-50", "FR-51", "FR-52", "FR-53", "FR-54", "FR-55", "FR-56", "FR-58", "FR-59", "FR-60",
    "FR-61", "FR-62", "FR-63", "FR-64", "FR-65", "FR-66", "FR-69", "FR-70", "FR-71", "FR-72",
    "FR-73", "FR-74", "FR-75", "FR-76", "FR-77", "FR-78", "FR-79", "FR-80", "FR-81", "FR-82",
    "FR-83", "FR-84", "FR-85", "FR-86", "FR-87", "FR-88", "FR-89", "FR-90", "FR-91", "FR-92",
    "FR-93", "FR-94", "FR-95",
    "FR-20R", "FR-69M", "FR-75C",
    "FR-ARA", "FR-BFC", "FR-BRE", "FR-CVL", "FR-HDF", "FR-IDF", "FR-NAQ", "FR-NOR", "FR-OCC",
    "FR-PAC", "FR-PDL",
];

const NATIONAL: &[Rule] = &[
    NEW_YEAR,
    EASTER_MONDAY,
    MAY_DAY,
    Rule::new(When::Date(5, 8), "Victoire de 1945", "Victory Day"),
    ASCENSION,
    WHIT_MONDAY,
    Rule::new(When::Date(7, 14), "Fête nationale", "Bastille Day"),
    ASSUMPTION,
    ALL_SAINTS,
    ARMISTICE,
    CHRISTMAS,
];

const ALSACE_MOSELLE: &[Rule] = &[GOOD_FRIDAY, SAINT_STEPHEN];

const NEW_CALEDONIA: &[Rule] = &[Rule::new(When::Date(9, 24), "Fête de la citoyenneté", "Citizenship Day")];

const POLYNESIA: &[Rule] = &[
    Rule::new(When::Date(3, 5), "Arrivée de l’Évangile", "Missionary Day"),
    GOOD_FRIDAY,
    // Replaced by the loi du pays that the assembly adopted on 6 May 2025.
    Rule::new(When::Date(6, 29), "Fête de l’autonomie", "Autonomy Day").until(2024),
    Rule::new(When::Date(11, 20), "Matari’i", "Matari’i").since(2025),
];

const WALLIS_AND_FUTUNA: &[Rule] = &[
    Rule::new(When::Date(4, 28), "Saint-Pierre-Chanel", "Saint Peter Chanel’s Day"),
    PETER_AND_PAUL,
    Rule::new(When::Date(7, 29), "Fête du Territoire", "Territory Day"),
];

const fn abolition(month: i8, day: i8) -> Rule {
    Rule::new(When::Date(month, day), "Abolition de l’esclavage", "Abolition of Slavery")
}
