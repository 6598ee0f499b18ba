//! A number for all that a site is made from: equal numbers, equal sites.
//!
//! In: the journal as it was read, the theme, the letters, the language, today. Texts count by what they
//! hold, and so do the images that pages show. The program itself counts by its file.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::path::Path;

use jiff::civil::Date;
use twox_hash::XxHash3_64;

use crate::check::{Index, Target};
use crate::fs;
use crate::locale::Locale;
use crate::model::{Body, Journal, LinkKind};
use crate::render::theme::Theme;
use crate::source::SourceFile;

/// What a site is made from beside its journal.
pub struct Origin<'a> {
    /// The folder of the journal.
    pub root: &'a Path,
    /// The language of the pages.
    pub locale: &'a Locale,
    /// How they look.
    pub theme: &'a Theme,
    /// The journal's own letter templates.
    pub letters: &'a BTreeMap<String, String>,
    /// The day.
    pub today: Date,
}

/// Returns the number of a site; `None` when the program's own file cannot be looked at.
pub fn fingerprint(journal: &Journal, origin: &Origin<'_>) -> Option<u64> {
    let program = fs::size_and_time(&fs::own_program()?)?;
    let mut hasher = XxHash3_64::new();
    (env!("CARGO_PKG_VERSION"), program).hash(&mut hasher);
    format!("{:?} {:?} {:?} {}", journal.settings, journal.topics, origin.locale, origin.today).hash(&mut hasher);
    origin.letters.hash(&mut hasher);
    origin.theme.parts().hash(&mut hasher);
    for left_out in journal.left_out_entries.iter().chain(&journal.left_out_goals) {
        (&left_out.id, &left_out.file, left_out.draft).hash(&mut hasher);
    }
    let index = Index::new(journal);
    let entries = journal.entries.iter().map(|entry| (&entry.source, &entry.body));
    let goals = journal.goals.iter().map(|goal| (&goal.source, &goal.body));
    for (source, body) in entries.chain(goals) {
        hash_file(&mut hasher, &index, origin.root, (source, body));
    }
    Some(hasher.finish())
}

fn hash_file(hasher: &mut XxHash3_64, index: &Index<'_>, root: &Path, (source, body): (&SourceFile, &Body)) {
    (&source.path, &source.text).hash(hasher);
    for link in body.links.iter().filter(|link| link.kind != LinkKind::Link) {
        if let Target::File(path) = index.resolve(&source.path, link) {
            (&path, fs::read(&root.join(&path)).ok()).hash(hasher);
        }
    }
}
