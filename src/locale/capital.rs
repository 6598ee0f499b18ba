//! First letters: as a sentence begins, and as its middle goes on.

/// Returns a text with a capital first letter.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Returns a text with a small first letter.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!(["", "à un", "ßa", "1a", "A"].map(upper_first), ["", "À un", "SSa", "1a", "A"]);
        assert_eq!(["", "À Un", "1A", "a"].map(lower_first), ["", "à Un", "1A", "a"]);
    }
}
