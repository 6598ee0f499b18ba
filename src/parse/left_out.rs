//! What can be told of a file that is left out: names, and whether it is private.
//!
//! Its front matter may be unreadable, so its lines are looked at one by one. A
//! copy that names nobody must not tell these names where other files do.

use crate::locale::same_name;
use crate::model::vocabulary::FLAGS;
use crate::source::SourceFile;

/// The keys whose values are names, in both languages.
const NAMES: &[&str] = &["company", "entreprise", "agency", "cabinet", "name", "nom"];
/// The key of what is private, in both languages.
const PRIVATE: &[&str] = &["private", "privé"];
/// How many lines are looked at.
const LINES: usize = 200;

/// Returns the names that the front matter of a file gives, as far as they can be read.
pub(crate) fn names(source: &SourceFile) -> Vec<String> {
    values(source, NAMES).into_iter().filter(|name| name.chars().any(char::is_alphabetic)).collect()
}

/// Returns whether a file says that it is private; a value that is no clear no is a yes.
pub(crate) fn may_be_private(source: &SourceFile) -> bool {
    let is_no = |value: &String| FLAGS.iter().any(|(word, yes)| !yes && same_name(word, value));
    values(source, PRIVATE).iter().any(|value| !is_no(value))
}

/// Returns what follows the keys, wherever they stand.
fn values(source: &SourceFile, keys: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for line in source.text.lines().take(LINES) {
        for part in line.split(['{', ',', '}']) {
            let Some((key, value)) = part.split_once([':', '=']) else { continue };
            let key = key.trim().trim_start_matches(['-', ' ']).trim_matches(['"', '\'']);
            let value = value.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'', '[', ']']);
            if !value.is_empty() && keys.iter().any(|known| same_name(known, key)) {
                found.push(value.to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_front_matter_still_tells_its_names() {
        let text = "---\nentreprise: \"Vantorel SA\"\ncontacts:\n  - {nom: Odile Brac, email: x\nprivé: oui\n";
        let source = SourceFile::new("a.md", text);
        assert_eq!(names(&source), ["Vantorel SA", "Odile Brac"]);
        assert!(may_be_private(&source));
        assert!(!may_be_private(&SourceFile::new("a.md", "+++\ncompany = \"X\"\nprivate = false\n")));
    }
}
