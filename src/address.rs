//! Where pages stand: ids to file names that every system takes, and to addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::model::Journal;

/// The pages of entries by id.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    entries: BTreeMap<String, String>,
}

impl Addresses {
    /// Gives each entry of a journal its page.
    pub fn new(journal: &Journal) -> Self {
        let mut taken: BTreeSet<String> = BTreeSet::from(["index".to_owned()]);
        let mut entries = BTreeMap::new();
        for entry in &journal.entries {
            let name = file_name(&entry.id);
            let mut free = name.clone();
            let mut number = 1;
            while is_reserved(&free) || !taken.insert(free.to_lowercase()) {
                free = numbered(&name, number);
                number += 1;
            }
            entries.insert(entry.id.clone(), format!("entries/{free}.html"));
        }
        Self { entries }
    }

    /// Returns the path of an entry's page in the site.
    pub fn entry(&self, id: &str) -> String {
        self.entries.get(id).cloned().unwrap_or_else(|| format!("entries/{}.html", file_name(id)))
    }

    /// Returns the address of an entry's page from the site's root.
    pub fn entry_href(&self, id: &str) -> String {
        encode(&self.entry(id))
    }
}

/// Returns a file name for an id: what some system does not allow becomes `-`.
fn file_name(id: &str) -> String {
    let plain = |c: char| !(c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*'));
    let name: String = id.chars().map(|c| if plain(c) { c } else { '-' }).collect();
    name.trim_end_matches(['.', ' ']).to_owned()
}

/// Returns a name with a number: that of a device before its first dot, where alone it helps, others at the end.
fn numbered(name: &str, number: u32) -> String {
    match name.split_once('.').filter(|_| is_reserved(name)) {
        Some((stem, rest)) => format!("{stem}-{number}.{rest}"),
        None => format!("{name}-{number}"),
    }
}

/// Returns whether Windows keeps a name for a device.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let is_numbered = |device: &str| {
        stem.strip_prefix(device)
            .is_some_and(|number| number.len() == 1 && number.starts_with(|c: char| c.is_ascii_digit()))
    };
    stem.is_empty()
        || matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || is_numbered("com")
        || is_numbered("lpt")
}

/// Encodes a path for a link (RFC 3986): everything but unreserved characters and `/`.
pub fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte));
            }
            _ => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_a_system_refuses_are_mended() {
        assert_eq!(file_name("a:b?"), "a-b-");
        assert!(is_reserved("con") && is_reserved("COM1") && is_reserved("nul.x") && !is_reserved("common"));
        assert_eq!(encode("entries/é #1.html"), "entries/%C3%A9%20%231.html");
    }
}
