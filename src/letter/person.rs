//! Whom a letter goes to, and how one greets them.

use super::Tone;
use crate::locale::{Lang, Locale, fold_name};
use crate::model::{Contact, Entry};

/// Returns the contact that a letter about `entry` goes to, or that joins one's network.
///
/// The interviewer first, else the hiring manager, else human resources, else
/// somebody of one's own network, then the recruiting firm and people without a role.
pub(super) fn recipient(entry: &Entry, only: fn(&Contact) -> bool) -> Option<&Contact> {
    Contact::first_to_ask(entry.contacts.iter().filter(|contact| only(contact)))
}

/// Returns how one speaks to a contact: `Madame Roche`, `Dr Grantley`, the full name without a title.
pub(super) fn addressee(contact: &Contact, locale: &Locale) -> Option<String> {
    let name = contact.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let title = contact.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    match (title, name) {
        (None, name) => name.map(str::to_owned),
        (Some(title), None) => Some(match spoken_title(title, locale).trim_end_matches('.') {
            "Ms" | "Mrs" | "Miss" => "Madam".to_owned(),
            "Mr" => "Sir".to_owned(),
            spoken => spoken.to_owned(),
        }),
        // «Madame la Directrice» takes no name.
        (Some(title), Some(_)) if title.split_whitespace().count() > 1 => Some(title.to_owned()),
        (Some(title), Some(name)) => Some(format!("{} {}", spoken_title(title, locale), surname(name))),
    }
}

/// Returns the line that opens a letter, with its comma.
pub(super) fn greeting(contact: Option<&Contact>, tone: Tone, locale: &Locale) -> String {
    let Some((contact, addressee)) = contact.and_then(|contact| Some((contact, addressee(contact, locale)?))) else {
        return locale.text(tone.pick("letter-dear-all", "letter-dear-all-warm", "letter-dear-all-warm")).to_owned();
    };
    let first = || contact.name.as_deref().map(first_name).unwrap_or_default().to_owned();
    let (key, name) = match tone {
        Tone::Familiar if contact.name.is_some() => ("letter-dear-first", first()),
        Tone::Formal if contact.title.is_some() => ("letter-dear-titled", addressee),
        _ => ("letter-dear", addressee),
    };
    locale.format(key, &[("name", name.into())])
}

/// Returns a title as it is spoken in the language: `Mme` is `Madame`, and `Ms` in English.
fn spoken_title(title: &str, locale: &Locale) -> String {
    let folded = fold_name(title.trim_end_matches('.'));
    let (fr, en) = match folded.as_str() {
        "madame" | "mme" | "ms" | "mademoiselle" | "mlle" => ("Madame", "Ms"),
        "mrs" => ("Madame", "Mrs"),
        "miss" => ("Madame", "Miss"),
        "monsieur" | "m" | "mr" => ("Monsieur", "Mr"),
        "docteur" | "doctor" | "dr" => ("Docteur", "Dr"),
        "professeur" | "professor" | "prof" | "pr" => ("Professeur", "Professor"),
        "maitre" | "me" => ("Maître", "Maître"),
        _ => return title.to_owned(),
    };
    match locale.lang {
        Lang::Fr => fr.to_owned(),
        Lang::En if locale.is_american() && matches!(en, "Ms" | "Mrs" | "Mr" | "Dr") => format!("{en}."),
        Lang::En => en.to_owned(),
    }
}

/// Returns the first name: the first word.
pub(super) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

/// Particles that begin a surname.
const PARTICLES: &[&str] = &[
    "de", "du", "des", "d’", "d'", "le", "la", "les", "van", "von", "der", "den", "di", "da", "del", "della", "dos",
    "el", "al", "ben", "bin", "st", "saint", "mac",
];

/// Returns the surname: the words in capitals, else from the first particle on, else the last word.
pub(super) fn surname(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_capital =
        |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && word.chars().all(|c| !c.is_lowercase());
    let capitals: Vec<&str> = words.iter().copied().filter(is_capital).collect();
    if !capitals.is_empty() && capitals.len() < words.len() {
        return capitals.join(" ");
    }
    let is_particle = |word: &&str| {
        let lower = word.to_lowercase();
        PARTICLES.contains(&lower.as_str()) || lower.starts_with("d’") || lower.starts_with("d'")
    };
    let start = words.iter().skip(1).position(is_particle).map_or(words.len().saturating_sub(1), |at| at + 1);
    words.get(start..).unwrap_or_default().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(title: Option<&str>, name: Option<&str>) -> Contact {
        Contact { title: title.map(str::to_owned), name: name.map(str::to_owned), ..Contact::default() }
    }

    #[test]
    fn surnames_keep_their_particles() {
        for (name, expected) in [
            ("Inès Roche", "Roche"),
            ("Roche", "Roche"),
            ("Jean-Pierre de La Tour", "de La Tour"),
            ("Anne d’Ormesson", "d’Ormesson"),
            ("Marie Claire DUPONT LAJOIE", "DUPONT LAJOIE"),
            ("Ludwig van Beethoven", "van Beethoven"),
            ("La Toya Jackson", "Jackson"),
        ] {
            assert_eq!(surname(name), expected);
        }
    }

    #[test]
    fn a_greeting_has_title_and_surname_else_the_full_name_else_everybody() {
        #[track_caller]
        fn case(contact: Option<&Contact>, tone: Tone, expected: [&str; 3]) {
            let locales = [Locale::new(Lang::Fr, "FR"), Locale::new(Lang::En, "GB"), Locale::new(Lang::En, "US-NY")];
            assert_eq!(locales.map(|locale| greeting(contact, tone, &locale)), expected.map(str::to_owned));
        }
        let roche = contact(Some("Mme"), Some("Inès Roche"));
        case(Some(&roche), Tone::Formal, ["Madame Roche,", "Dear Ms Roche,", "Dear Ms. Roche,"]);
        case(Some(&roche), Tone::Warm, ["Bonjour Madame Roche,", "Dear Ms Roche,", "Dear Ms. Roche,"]);
        case(Some(&roche), Tone::Familiar, ["Bonjour Inès,", "Dear Inès,", "Dear Inès,"]);
        let untitled = contact(None, Some("Inès Roche"));
        case(Some(&untitled), Tone::Formal, ["Bonjour Inès Roche,", "Dear Inès Roche,", "Dear Inès Roche,"]);
        let nameless = contact(Some("Dr"), None);
        case(Some(&nameless), Tone::Formal, ["Docteur,", "Dear Dr,", "Dear Dr,"]);
        let nameless = contact(Some("M."), None);
        case(Some(&nameless), Tone::Formal, ["Monsieur,", "Dear Sir,", "Dear Sir,"]);
        let director = contact(Some("Madame la Directrice"), Some("Inès Roche"));
        case(
            Some(&director),
            Tone::Formal,
            ["Madame la Directrice,", "Dear Madame la Directrice,", "Dear Madame la Directrice,"],
        );
        case(None, Tone::Formal, ["Madame, Monsieur,", "Dear hiring team,", "Dear hiring team,"]);
        case(None, Tone::Warm, ["Bonjour,", "Dear hiring team,", "Dear hiring team,"]);
    }
}
