//! Folding of case and accents: what people type in several ways, compared as one.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Folds case and accents, opens ligatures and joins white space.
///
/// `Société  Générale` and `societe generale` fold to the same text.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_parted = false;
    for c in text.chars() {
        if c.is_whitespace() {
            is_parted = !folded.is_empty();
            continue;
        }
        if is_parted {
            folded.push(' ');
            is_parted = false;
        }
        fold_char(c, |part| folded.push(part));
    }
    folded
}

/// Gives `take` each word of a text, folded as by [`fold()`].
///
/// A word is a run of letters, digits and what `is_part` adds to them.
///
/// Most words are plain already: only others are put together anew.
pub fn each_word(text: &str, is_part: impl Fn(char) -> bool, mut take: impl FnMut(&str)) {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let mut word = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.bytes().position(|byte| !is_plain(byte)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(plain);
        let mut chars = after.chars();
        let c = chars.next().unwrap_or(' ');
        rest = chars.as_str();
        if is_mark(c) && !is_part(c) {
            match (word.is_empty(), run.is_empty()) {
                (true, true) => {}
                (true, false) => take(run),
                (false, _) => {
                    word.push_str(run);
                    take(&word);
                    word.clear();
                }
            }
            continue;
        }
        word.push_str(run);
        fold_char(c, |part| {
            if part.is_alphanumeric() || is_part(part) {
                word.push(part);
            } else if !word.is_empty() {
                take(&word);
                word.clear();
            }
        });
    }
    if !word.is_empty() {
        take(&word);
    }
}

/// Folds a name of the format: a key, a value, a heading's word, a topic.
///
/// Beside case and accents, spaces, `-`, `_` and apostrophes do not matter.
pub fn fold_name(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().filter(|c| !is_separator(*c)).for_each(|c| fold_char(c, |part| folded.push(part)));
    folded
}

/// Returns whether two names of the format are the same when folded.
///
/// Most pairs differ, or are alike, in their first letters: only what is left at the first character that
/// takes a table to compare is folded.
pub fn same_name(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.chars(), b.chars());
    loop {
        let (rest_a, rest_b) = (a.as_str(), b.as_str());
        match (a.find(|c| !is_separator(*c)), b.find(|c| !is_separator(*c))) {
            (None, None) => return true,
            (Some(one), Some(other)) if one == other => {}
            (Some(one), Some(other)) => match (without_table(one), without_table(other)) {
                (Some(one), Some(other)) if one == other => {}
                (Some(_), Some(_)) => return false,
                _ => return fold_name(rest_a) == fold_name(rest_b),
            },
            _ => return fold_name(rest_a) == fold_name(rest_b),
        }
    }
}

/// Returns whether a character between the words of a name does not matter.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '\'' | '’')
}

/// Returns whether a character is one of those between words that texts are full of.
fn is_mark(c: char) -> bool {
    let is_plain_mark = c.is_ascii() && !c.is_ascii_alphanumeric();
    is_plain_mark || matches!(c, '’' | '«' | '»' | '“' | '”' | '—' | '–' | '\u{a0}' | '\u{202f}')
}

/// Gives `take` what a character folds to.
pub fn fold_char(c: char, mut take: impl FnMut(char)) {
    match without_table(c) {
        Some(folded) => take(folded),
        None => fold_by_table(c, &mut take),
    }
}

/// Returns what a character folds to, of those that French and English texts are full of.
fn without_table(c: char) -> Option<char> {
    Some(match c {
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'é' | 'è' | 'ê' => 'e',
        'à' | 'â' => 'a',
        'ç' => 'c',
        'ù' | 'û' => 'u',
        'ô' => 'o',
        'î' => 'i',
        '’' | '«' | '»' | '“' | '”' | '—' | '–' => c,
        '\u{a0}' | '\u{202f}' => ' ',
        _ => return None,
    })
}

#[inline(never)]
fn fold_by_table(c: char, take: &mut dyn FnMut(char)) {
    decompose_compatible(c, |part| fold_part(part, take));
}

/// Takes a part of a letter that was taken apart: accents fall away, ligatures open.
fn fold_part(part: char, take: &mut dyn FnMut(char)) {
    match part {
        'œ' | 'Œ' => "oe".chars().for_each(take),
        'æ' | 'Æ' => "ae".chars().for_each(take),
        'ß' => "ss".chars().for_each(take),
        'ø' | 'Ø' => take('o'),
        'ł' | 'Ł' => take('l'),
        'đ' | 'Đ' => take('d'),
        _ if is_combining_mark(part) => {}
        _ => part.to_lowercase().for_each(take),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_need_no_table_fold_as_by_the_table() {
        for c in "éèêàâçùûôî’«»“”—–\u{a0}\u{202f}".chars().chain(' '..='~') {
            let (mut folded, mut by_table) = (String::new(), String::new());
            fold_char(c, |part| folded.push(part));
            fold_by_table(c, &mut |part| by_table.push(part));
            assert_eq!(folded, by_table, "{c}");
        }
    }

    #[test]
    fn words_are_folded_and_parted_at_everything_else() {
        let words = |text: &str, is_part: fn(char) -> bool| {
            let mut words = Vec::new();
            each_word(text, is_part, |word| words.push(word.to_owned()));
            words
        };
        let text = " L’Étape, n°\u{a0}2 : œuvre–clé (C++) au-delà 🙂 ½ עברית";
        let parted = ["l", "etape", "n", "2", "oeuvre", "cle", "c", "au", "dela", "1", "2", "עברית"];
        assert_eq!(words(text, |_| false), parted);
        assert_eq!(words("Au-delà, - e\u{301}t", |c| c == '-'), ["au-dela", "-", "et"]);
        let folded = fold(text);
        assert_eq!(folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count(), parted.len());
    }

    #[test]
    fn case_accents_and_ligatures_fold() {
        assert_eq!(fold("  Société\u{a0}Générale "), "societe generale");
        assert_eq!(fold("e\u{301}tape"), "etape");
        assert_eq!(fold("Œuvre"), "oeuvre");
        assert_eq!(fold("Łódź, Ørsted, Đorđe"), "lodz, orsted, dorde");
    }

    #[test]
    fn names_fold_their_separators_too() {
        for name in ["Sans réponse", "sans-reponse", "SANS_RÉPONSE", "sansréponse"] {
            assert_eq!(fold_name(name), "sansreponse");
            assert!(same_name(name, "sans-réponse"), "{name}");
            assert!(same_name("sans-réponse", name), "{name}");
        }
        for (a, b) in [("e\u{301}tape", "Étape"), ("e\u{301}tape", "etape"), ("oe", "Œ"), ("a", "a\u{301} "), ("", "-")]
        {
            assert!(same_name(a, b) && same_name(b, a), "{a} and {b}");
        }
        for (a, b) in [("étape", "étapes"), ("rôle", "role2"), ("e", "é-a"), ("", "a")] {
            assert!(!same_name(a, b) && !same_name(b, a), "{a} and {b}");
        }
        assert_eq!(fold_name("Axes d’amélioration"), "axesdamelioration");
    }
}
