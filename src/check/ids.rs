//! Ids that collide, also on file systems that do not tell case or Unicode forms apart.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// Returns for each colliding path, but the first, the path that has its id; `paths` are sorted.
pub fn collisions<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, &'a str> {
    let mut first: FxHashMap<String, &str> = FxHashMap::default();
    let mut collisions = BTreeMap::new();
    for path in paths {
        let key = key_of(crate::parse::id_of_path(path));
        match first.get(&key) {
            Some(taken) => {
                collisions.insert(path, *taken);
            }
            None => {
                first.insert(key, path);
            }
        }
    }
    collisions
}

/// Returns what two ids that collide have in common.
fn key_of(id: &str) -> String {
    if id.is_ascii() { id.to_ascii_lowercase() } else { id.to_lowercase().nfc().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_collide_by_case_and_unicode_form_across_folders() {
        let paths = ["a/x.md", "b/X.md", "b/e\u{301}.md", "c/\u{e9}.markdown", "c/y.md"];
        let found = collisions(paths.into_iter());
        assert_eq!(found, BTreeMap::from([("b/X.md", "a/x.md"), ("c/\u{e9}.markdown", "b/e\u{301}.md")]));
    }
}
