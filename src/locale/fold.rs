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
        push_folded(&mut folded, c);
    }
    folded
}

/// Folds a name of the format: a key, a value, a heading's word, a topic.
///
/// Beside case and accents, spaces, `-`, `_` and apostrophes do not matter.
pub fn fold_name(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().filter(|c| !is_separator(*c)).for_each(|c| push_folded(&mut folded, c));
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
            (Some(one), Some(other)) if one.is_ascii() && other.is_ascii() => {
                if !one.eq_ignore_ascii_case(&other) {
                    return false;
                }
            }
            _ => return fold_name(rest_a) == fold_name(rest_b),
        }
    }
}

/// Returns whether a character between the words of a name does not matter.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '\'' | '’')
}

fn push_folded(folded: &mut String, c: char) {
    match c {
        _ if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
        // What French and English texts are full of needs no table.
        'é' | 'è' | 'ê' => folded.push('e'),
        'à' | 'â' => folded.push('a'),
        'ç' => folded.push('c'),
        'ù' | 'û' => folded.push('u'),
        'ô' => folded.push('o'),
        'î' => folded.push('i'),
        '’' | '«' | '»' | '“' | '”' | '—' | '–' => folded.push(c),
        _ => push_by_table(folded, c),
    }
}

fn push_by_table(folded: &mut String, c: char) {
    decompose_compatible(c, |part| push_part(folded, part));
}

/// Takes a part of a letter that was taken apart: accents fall away, ligatures open.
fn push_part(folded: &mut String, part: char) {
    match part {
        'œ' | 'Œ' => folded.push_str("oe"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        'ø' | 'Ø' => folded.push('o'),
        'ł' | 'Ł' => folded.push('l'),
        'đ' | 'Đ' => folded.push('d'),
        _ if is_combining_mark(part) => {}
        _ => folded.extend(part.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_need_no_table_fold_as_by_the_table() {
        for c in "éèêàâçùûôî’«»“”—–".chars().chain('!'..='~') {
            let (mut folded, mut by_table) = (String::new(), String::new());
            push_folded(&mut folded, c);
            push_by_table(&mut by_table, c);
            assert_eq!(folded, by_table, "{c}");
        }
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
