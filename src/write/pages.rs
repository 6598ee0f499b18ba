//! What pages were made from, for a program that makes them again and again.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;

use super::manifest::Record;

/// What pages held that were made once, so that they need not be made again.
#[derive(Debug, Default)]
pub struct Pages {
    /// By path: the number for all that the page was made from, and what it held.
    held: Mutex<FxHashMap<String, (u64, Record)>>,
}

impl Pages {
    /// Returns what the page at `path` holds when it is made from what `key` stands for; `None` when that is not known.
    pub(super) fn record(&self, path: &str, key: u64) -> Option<Record> {
        self.lock().get(path).filter(|(known, _)| *known == key).map(|(_, record)| *record)
    }

    pub(super) fn keep(&self, path: &str, key: u64, record: Record) {
        self.lock().insert(path.to_owned(), (key, record));
    }

    /// Forgets the pages that are not among `paths`.
    pub(super) fn retain(&self, paths: &BTreeSet<&str>) {
        self.lock().retain(|path, _| paths.contains(path.as_str()));
    }

    fn lock(&self) -> MutexGuard<'_, FxHashMap<String, (u64, Record)>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
