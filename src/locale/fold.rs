//! Folding of case and accents: what people type in several ways, compared as one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds case and accents, opens ligatures and joins white space.
///
/// `Société  Générale` and `societe generale` fold to the same text.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        push_folded(&mut folded, word);
    }
    folded
}

/// Folds a name of the format: a key, a value, a heading's word, a topic.
///
/// Beside case and accents, spaces, `-`, `_` and apostrophes do not matter.
pub fn fold_name(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '\'' | '’')) {
        push_folded(&mut folded, word);
    }
    folded
}

/// Returns whether two names of the format are the same when folded, without making new texts.
pub fn same_name(a: &str, b: &str) -> bool {
    name_chars(a).eq(name_chars(b))
}

/// Returns the characters of a folded name.
fn name_chars(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .filter(|&c| !(c.is_whitespace() || matches!(c, '-' | '_' | '\'' | '’')))
        .nfkd()
        .filter(|&c| c.is_ascii() || !is_combining_mark(c))
        .flat_map(|c| {
            let (first, second) = match c {
                'œ' | 'Œ' => ('o', Some('e')),
                'æ' | 'Æ' => ('a', Some('e')),
                'ß' => ('s', Some('s')),
                _ => (c.to_lowercase().next().unwrap_or(c), None),
            };
            std::iter::once(first).chain(second)
        })
}

fn push_folded(folded: &mut String, word: &str) {
    if word.is_ascii() {
        folded.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        return;
    }
    for c in word.nfkd().filter(|&c| !is_combining_mark(c)) {
        match c {
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            _ => folded.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_ligatures_fold() {
        assert_eq!(fold("  Société\u{a0}Générale "), "societe generale");
        assert_eq!(fold("e\u{301}tape"), "etape");
        assert_eq!(fold("Œuvre"), "oeuvre");
    }

    #[test]
    fn names_fold_their_separators_too() {
        for name in ["Sans réponse", "sans-reponse", "SANS_RÉPONSE", "sansréponse"] {
            assert_eq!(fold_name(name), "sansreponse");
            assert!(same_name(name, "sans-réponse"), "{name}");
        }
        assert_eq!(fold_name("Axes d’amélioration"), "axesdamelioration");
    }
}
