//! Where pages stand: ids to file names that every system takes, and to addresses.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use rayon::prelude::*;

use crate::model::Journal;

/// The pages of entries by id.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    /// The page of each entry, unless each is called after its id.
    pages: HashMap<String, String>,
    /// The id of the entry of each of these pages.
    ids: HashMap<String, String>,
}

impl Addresses {
    /// Gives each entry of a journal its page.
    pub fn new(journal: &Journal) -> Self {
        // Ids differ by more than case: where each can be a file's name, no two pages have the same.
        if journal.entries.par_iter().all(|entry| is_plain(&entry.id)) {
            return Self::default();
        }
        let mut taken: HashSet<String> = HashSet::from([LIST.to_owned()]);
        let mut addresses = Self::default();
        for entry in &journal.entries {
            let name = file_name(&entry.id);
            let mut free = name.clone();
            let mut number = 1;
            while is_reserved(&free) || !taken.insert(free.to_lowercase()) {
                free = numbered(&name, number);
                number += 1;
            }
            let page = page(&free);
            addresses.ids.insert(page.clone(), entry.id.clone());
            addresses.pages.insert(entry.id.clone(), page);
        }
        addresses
    }

    /// Returns the id of the entry whose page would stand at `path`; `None` for a path that no entry can have.
    pub fn id_of<'a>(&'a self, path: &'a str) -> Option<&'a str> {
        if self.ids.is_empty() {
            path.strip_prefix(FOLDER)?.strip_suffix(ENDING).filter(|id| is_plain(id))
        } else {
            self.ids.get(path).map(String::as_str)
        }
    }

    /// Returns the path of an entry's page in the site.
    pub fn entry(&self, id: &str) -> String {
        match self.pages.get(id) {
            Some(page) => page.clone(),
            None if self.pages.is_empty() => page(id),
            None => page(&file_name(id)),
        }
    }

    /// Returns the address of an entry's page from the site's root.
    pub fn entry_href(&self, id: &str) -> String {
        self.entry_href_from("", id)
    }

    /// Returns the address of an entry's page from a page from which `root` leads to the site's root.
    pub fn entry_href_from(&self, root: &str, id: &str) -> String {
        if self.pages.is_empty() && id.bytes().all(is_unreserved) {
            return [root, FOLDER, id, ENDING].concat();
        }
        [root, &encode(&self.entry(id))].concat()
    }
}

/// Where the pages of entries stand, and how their names end.
const FOLDER: &str = "entries/";
const ENDING: &str = ".html";
/// The name of the page that lists them.
const LIST: &str = "index";

fn page(name: &str) -> String {
    [FOLDER, name, ENDING].concat()
}

/// Returns whether an id can be a page's name as it is.
fn is_plain(id: &str) -> bool {
    id.len() <= LONGEST
        && id.chars().all(is_allowed)
        && !id.ends_with(['.', ' '])
        && !id.eq_ignore_ascii_case(LIST)
        && !is_reserved(id)
}

/// Returns whether every system allows a character in a file's name.
fn is_allowed(c: char) -> bool {
    !(c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*'))
}

/// The longest name of a page before its number and its ending, in bytes: systems take 255.
const LONGEST: usize = 200;

/// Returns a file name for an id: what some system does not allow becomes `-`, what is too long is cut.
fn file_name(id: &str) -> String {
    let name: String = id.chars().map(|c| if is_allowed(c) { c } else { '-' }).collect();
    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.take_while(|end| *end <= LONGEST).last().unwrap_or(0);
    name.get(..end).unwrap_or(&name).trim_end_matches(['.', ' ']).to_owned()
}

/// Returns a name with a number: that of a device before its first dot, where alone it helps, others at the end.
fn numbered(name: &str, number: u32) -> String {
    match name.split_once('.').filter(|_| is_reserved(name)) {
        Some((stem, rest)) => format!("{stem}-{number}.{rest}"),
        None => format!("{name}-{number}"),
    }
}

/// The longest name of a device, in bytes.
const LONGEST_DEVICE: usize = "conout$".len();

/// Returns whether Windows keeps a name for a device.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    if stem.len() > LONGEST_DEVICE {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³');
    let is_numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|number| number.chars().count() == 1 && number.starts_with(is_number))
    };
    stem.is_empty()
        || matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || is_numbered("com")
        || is_numbered("lpt")
}

/// Encodes a path for a link (RFC 3986): everything but unreserved characters and `/`.
pub fn encode(path: &str) -> String {
    let is_plain = |byte: u8| is_unreserved(byte) || byte == b'/';
    if path.bytes().all(is_plain) {
        return path.to_owned();
    }
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if is_plain(byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// Returns whether a byte stands for itself in an address.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// The longest address that paper shows in full.
const LONG: usize = 40;

/// Returns an address as paper shows it: without what goes without saying, and of a long one the host alone.
pub fn on_paper(address: &str) -> String {
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    let rest = schemes.iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address);
    let rest = rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/');
    let is_short = rest.chars().count() <= LONG;
    let shown = if is_short { rest } else { rest.split(['/', '?', '#']).next().unwrap_or(rest) };
    shown.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_shows_short_addresses() {
        #[track_caller]
        fn case(address: &str, expected: &str) {
            assert_eq!(on_paper(address), expected);
        }
        case("https://www.example.org/", "example.org");
        case("http://example.org/sheets/star", "example.org/sheets/star");
        case("https://example.org/a/very/long/path/to/one?among=many#others", "example.org");
        case("mailto:jo@example.org", "jo@example.org");
        case("mailto:jo@example.org?subject=About+the+test+of+January", "jo@example.org");
    }

    #[test]
    fn names_that_a_system_refuses_are_mended() {
        assert_eq!(file_name("a:b?"), "a-b-");
        for name in ["con", "COM1", "nul.x", "Con .x", "COM¹", "lpt³.x", "CONIN$", "conout$.a.b"] {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["common", "com", "com12", "COM⁴", "lpt¹²", "conin", "con-1"] {
            assert!(!is_reserved(name), "{name}");
        }
        assert_eq!(file_name(&"é".repeat(150)), "é".repeat(100), "names of 255 bytes at most");
        assert_eq!(file_name(&format!("{}.b", "a".repeat(199))), "a".repeat(199));
        assert_eq!(encode("entries/é #1.html"), "entries/%C3%A9%20%231.html");
    }
}
