//! A text to its words, each folded, with what their letters tell.

use unicode_normalization::char::is_combining_mark;

use crate::locale::fold;

/// A word of a text: letters, or digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it begins in the text.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Without case and accents.
    pub(super) folded: String,
    /// Whether it begins with a capital, or with a letter that has none.
    pub(super) is_capital: bool,
    /// Whether all its letters are capitals.
    pub(super) is_upper: bool,
    /// Whether it is written in letters that have no capitals, where words may stand without spaces.
    pub(super) is_caseless: bool,
}

/// Returns the words of `text`. `CalderMill2026` has three: a capital after a small letter begins one, a digit too.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start: Option<usize> = None;
    let mut last: Option<char> = None;
    for (at, c) in text.char_indices() {
        if is_invisible(c) {
            continue;
        }
        let begins_new =
            last.is_some_and(|last| (last.is_lowercase() && c.is_uppercase()) || last.is_numeric() != c.is_numeric());
        if !is_word(c) || begins_new {
            if let Some(from) = start.take() {
                tokens.push(token(text, from, at));
            }
            last = None;
        }
        if is_word(c) {
            start.get_or_insert(at);
            last = if is_combining_mark(c) { last } else { Some(c) };
        }
    }
    if let Some(from) = start {
        tokens.push(token(text, from, text.len()));
    }
    tokens
}

fn token(text: &str, start: usize, end: usize) -> Token {
    let written = text.get(start..end).unwrap_or_default();
    let visible: String = written.chars().filter(|&c| !is_invisible(c)).collect();
    let mut letters = visible.chars().filter(|c| c.is_alphabetic()).peekable();
    let is_capital = letters.peek().is_some_and(|c| !c.is_lowercase());
    let is_caseless = letters.peek().is_some_and(|c| !c.is_lowercase() && !c.is_uppercase());
    let is_upper = is_capital && letters.all(char::is_uppercase);
    Token { start, end, folded: fold(&visible), is_capital, is_upper, is_caseless }
}

/// Returns the words of `text` joined, without what stands between them.
pub(super) fn squashed(text: &str) -> String {
    tokens(text).into_iter().map(|token| token.folded).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Returns whether a character stands in a word without being seen: a soft hyphen, a joiner.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_a_reader_sees_another() {
        #[track_caller]
        fn case(text: &str, expected: &[&str]) {
            let words: Vec<String> = tokens(text).into_iter().map(|token| token.folded).collect();
            assert_eq!(words, expected, "{text:?}");
        }
        case("d’Acme, l'Oréal's", &["d", "acme", "l", "oreal", "s"]);
        case("CalderMill2026 CALDER", &["calder", "mill", "2026", "calder"]);
        case("Cal\u{ad}der Ore\u{301}al Œuvre", &["calder", "oreal", "oeuvre"]);
        case("a_b-c", &["a", "b", "c"]);
        assert!(tokens("Calder").iter().all(|token| token.is_capital && !token.is_upper));
        assert!(tokens("CMM").iter().all(|token| token.is_upper));
        assert!(tokens("田中 כהן").iter().all(|token| token.is_capital && !token.is_upper && token.is_caseless));
        assert_eq!(squashed("Calder-Mill Museum"), "caldermillmuseum");
    }
}
