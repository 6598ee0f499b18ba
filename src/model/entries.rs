//! The entries of a journal, in the order of their ids, and which of them follow which.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::Entry;
use super::journal::same_id;

/// The entries of a journal by id. Copies share them, and what is worked out of their links.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    list: Arc<Vec<Arc<Entry>>>,
    /// The place of each id; worked out when it is first asked for.
    places: Arc<OnceLock<FxHashMap<String, usize>>>,
    /// For each the place of the entry that it follows; worked out when it is first asked for.
    followed: Arc<OnceLock<Vec<Option<usize>>>>,
}

impl Entries {
    /// Returns these entries, which stand in the order of their ids.
    pub fn new(list: Arc<Vec<Arc<Entry>>>) -> Self {
        Self { list, places: Arc::default(), followed: Arc::default() }
    }

    /// Returns whether both are the same entries, none of them read again.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.list, &other.list)
            || self.len() == other.len() && self.iter().zip(other).all(|(a, b)| Arc::ptr_eq(a, b))
    }

    /// Returns the place of the entry with this id.
    pub fn place(&self, id: &str) -> Option<usize> {
        let places = || self.iter().enumerate().map(|(place, entry)| (entry.id.clone(), place)).collect();
        self.places.get_or_init(places).get(id).copied()
    }

    /// Returns for each entry the place of the one that it follows: ids that differ by case or Unicode form alone are
    /// the same.
    pub fn followed(&self) -> &[Option<usize>] {
        let followed = |entry: &Arc<Entry>| {
            let id = &entry.follows.as_ref()?.value;
            self.place(id).or_else(|| self.iter().position(|other| same_id(&other.id, id)))
        };
        self.followed.get_or_init(|| self.iter().map(followed).collect())
    }
}

impl Deref for Entries {
    type Target = [Arc<Entry>];

    fn deref(&self) -> &Self::Target {
        &self.list
    }
}

impl<'a> IntoIterator for &'a Entries {
    type Item = &'a Arc<Entry>;
    type IntoIter = std::slice::Iter<'a, Arc<Entry>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Arc<Entry>> for Entries {
    fn from_iter<T: IntoIterator<Item = Arc<Entry>>>(entries: T) -> Self {
        Self::new(Arc::new(entries.into_iter().collect()))
    }
}
