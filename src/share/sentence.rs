//! What stands instead of a name, as its sentence takes it: capitals, articles, forms of address.

use super::names::{Edit, Kind};
use crate::locale::upper_first;

/// Returns the edits of the names found in `text` so that its sentences stay sentences.
pub(super) fn in_sentences(text: &str, found: Vec<Edit>) -> Vec<Edit> {
    whole(text, found).into_iter().map(|edit| begun(text, join(text, edit))).collect()
}

/// Joins neighbouring parts of one name: `Anne-Lise` is one person.
fn whole(text: &str, found: Vec<Edit>) -> Vec<Edit> {
    let mut joined: Vec<Edit> = Vec::with_capacity(found.len());
    for edit in found {
        let gap = joined.last().and_then(|last| text.get(last.range.end..edit.range.start)).unwrap_or(".");
        match joined.last_mut() {
            Some(last)
                if last.name == edit.name
                    && gap.chars().count() == 1
                    && gap.contains([' ', '-', '\n', '\u{a0}', '\u{2011}']) =>
            {
                last.range.end = edit.range.end;
            }
            _ => joined.push(edit),
        }
    }
    joined
}

/// Returns the edit with a capital where it begins a sentence, as the name did.
fn begun(text: &str, edit: Edit) -> Edit {
    let before = text.get(..edit.range.start).unwrap_or_default();
    let before = before.trim_end_matches(['«', '“', '"', '\u{a0}', '\u{202f}', ' ', '\n', '>']);
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', '…']);
    let written = text.get(edit.range.clone()).unwrap_or_default();
    if begins && written.starts_with(char::is_uppercase) {
        return Edit { instead: upper_first(&edit.instead), ..edit };
    }
    edit
}

/// French words before a name, and what they become before one that takes no article: vowel first, then consonant.
const BEFORE: &[(&str, &str, &str)] = &[
    ("de la ", "d’", "de "),
    ("de l’", "d’", "de "),
    ("de l'", "d’", "de "),
    ("à la ", "à ", "à "),
    ("à l’", "à ", "à "),
    ("à l'", "à ", "à "),
    ("aux ", "à ", "à "),
    ("au ", "à ", "à "),
    ("des ", "d’", "de "),
    ("du ", "d’", "de "),
    ("les ", "", ""),
    ("la ", "", ""),
    ("le ", "", ""),
    ("l’", "", ""),
    ("l'", "", ""),
    ("the ", "", ""),
    ("que ", "qu’", "que "),
    ("qu’", "qu’", "que "),
    ("qu'", "qu’", "que "),
    ("de ", "d’", "de "),
    ("d’", "d’", "de "),
    ("d'", "d’", "de "),
];

/// Forms of address, which go with the name after them.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "m",
    "mme",
    "mlle",
    "monsieur",
    "madame",
    "mademoiselle",
    "docteur",
    "doctor",
    "sir",
    "maitre",
    "me",
    "pr",
    "professeur",
    "professor",
];

/// Returns where the form of address before a person's name begins, else where the name does.
fn with_title(text: &str, edit: &Edit) -> usize {
    let before = text.get(..edit.range.start).unwrap_or_default();
    let trimmed = before.trim_end_matches(['.', ' ', '\u{a0}', '\u{202f}']);
    let from = trimmed
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + trimmed.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let word = trimmed.get(from..).unwrap_or_default();
    let is_title = word.starts_with(char::is_uppercase) && TITLES.contains(&crate::locale::fold(word).as_str());
    if edit.kind == Kind::Person && is_title && trimmed.len() < before.len() { from } else { edit.range.start }
}

/// Returns the edit with the small words before it, so that the sentence stays one: `du Vigen` is `d’Entreprise A`.
fn join(text: &str, edit: Edit) -> Edit {
    let edit = Edit { range: with_title(text, &edit)..edit.range.end, ..edit };
    let takes_article = !matches!(edit.kind, Kind::Company | Kind::Agency);
    let before = text.get(..edit.range.start).unwrap_or_default();
    for (written, vowel, consonant) in BEFORE {
        let Some(rest) = before.len().checked_sub(written.len()).filter(|at| before.is_char_boundary(*at)) else {
            continue;
        };
        let there = before.get(rest..).unwrap_or_default();
        let is_word = !before.get(..rest).unwrap_or_default().ends_with(char::is_alphanumeric);
        if !is_word || there.to_lowercase() != *written {
            continue;
        }
        let is_elided = written.ends_with(['’', '\'']);
        if takes_article && !(is_elided && edit.kind == Kind::Person) {
            return edit;
        }
        let begins_with_vowel = edit.instead.to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u', 'é']);
        let instead = if begins_with_vowel { vowel } else { consonant };
        let instead = if there.starts_with(char::is_uppercase) { upper_first(instead) } else { (*instead).to_owned() };
        return Edit { range: rest..edit.range.end, instead: instead + &edit.instead, ..edit };
    }
    edit
}
