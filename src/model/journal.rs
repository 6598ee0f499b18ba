//! A whole journal.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::{Entries, Entry, Goal, Settings, ShareDates, Topics};

/// Everything that was read, ready for the figures.
#[derive(Clone, Debug)]
pub struct Journal {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The topics, built in and own.
    pub topics: Arc<Topics>,
    /// The entries without errors, by id.
    pub entries: Entries,
    /// The goals without errors, by id.
    pub goals: Vec<Arc<Goal>>,
    /// Entries with an error, by path.
    pub left_out_entries: Vec<LeftOut>,
    /// Goals with an error, by path.
    pub left_out_goals: Vec<LeftOut>,
    /// Whether this is a copy that names nobody, and how exact its dates are.
    pub copy: Option<ShareDates>,
}

impl Journal {
    /// Returns the entries that figures count: no drafts, nothing from before `analysis.from`.
    ///
    /// An entry is from before when its decision or its application is.
    pub fn counted(&self) -> impl Iterator<Item = &Arc<Entry>> + Clone {
        self.entries.iter().filter(|entry| self.counts(entry))
    }

    /// Returns whether figures count `entry`.
    pub fn counts(&self, entry: &Entry) -> bool {
        let Some(from) = self.settings.analysis.from else { return !entry.draft };
        let is_before = |date| date < from;
        !entry.draft && !entry.decided_on().is_some_and(is_before) && !entry.applied_on().is_some_and(is_before)
    }

    /// Returns the journal without what nobody else may see: no private entry, no task that stands among private
    /// words or feelings. `None` where there is nothing of the kind.
    pub fn without_private(&self) -> Option<Journal> {
        let mut entries = Vec::new();
        for entry in self.entries.iter().filter(|entry| !entry.private) {
            entries.push(match entry.body.without_private_tasks() {
                Some(body) => Arc::new(Entry { body, ..Entry::clone(entry) }),
                None => Arc::clone(entry),
            });
        }
        let goals: Vec<Arc<Goal>> = self
            .goals
            .iter()
            .map(|goal| match goal.body.without_private_tasks() {
                Some(body) => Arc::new(Goal { body, ..Goal::clone(goal) }),
                None => Arc::clone(goal),
            })
            .collect();
        let is_same = entries.len() == self.entries.len()
            && entries.iter().zip(&self.entries).all(|(a, b)| Arc::ptr_eq(a, b))
            && goals.iter().zip(&self.goals).all(|(a, b)| Arc::ptr_eq(a, b));
        (!is_same).then(|| Journal { entries: entries.into_iter().collect(), goals, ..self.clone() })
    }

    /// Returns whether dates tell their month alone: nothing can be counted in days from them.
    pub fn is_monthly(&self) -> bool {
        self.copy == Some(ShareDates::Month)
    }

    /// Returns the entry with this id.
    pub fn entry(&self, id: &str) -> Option<&Arc<Entry>> {
        self.entries.get(self.entries.place(id)?)
    }

    /// Returns the entry that `entry` follows: ids that differ by case or Unicode form alone are the same.
    pub fn followed(&self, entry: &Entry) -> Option<&Arc<Entry>> {
        entry.follows.as_ref()?;
        let followed = *self.entries.followed().get(self.entries.place(&entry.id)?)?;
        self.entries.get(followed?)
    }

    /// Returns the goal with this id.
    pub fn goal(&self, id: &str) -> Option<&Arc<Goal>> {
        let place = self.goals.binary_search_by(|goal| id_order(&goal.id, id)).ok()?;
        self.goals.get(place)
    }

    /// Returns for each entry the ids of those that follow it.
    pub fn followers(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut followers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (entry, followed) in self.entries.iter().zip(self.entries.followed()) {
            if let Some(followed) = followed.and_then(|place| self.entries.get(place)) {
                followers.entry(followed.id.as_str()).or_default().push(&entry.id);
            }
        }
        followers
    }
}

/// Returns whether two ids are the same without regard to case and Unicode form.
pub fn same_id(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    let folded = |id: &str| id.to_lowercase().nfc().collect::<String>();
    a == b || folded(a) == folded(b)
}

/// A file that was read and cannot be counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// The id it would have had.
    pub id: String,
    /// The path below the journal's root.
    pub file: String,
    /// Whether it says that it is a draft.
    pub draft: bool,
    /// Whether it says that it is private, or cannot be asked.
    pub private: bool,
    /// The names that can be read in it, for a copy that names nobody.
    pub names: Vec<String>,
}

/// Returns the order of two ids: that of their bytes, but numbers by their value.
pub fn id_order(a: &str, b: &str) -> Ordering {
    let same = same_start(a, b);
    let (mut left, mut right) = (rest(a, same), rest(b, same));
    loop {
        let (a_number, b_number) = (digits(left), digits(right));
        if !a_number.is_empty() && !b_number.is_empty() {
            let (a_value, b_value) = (a_number.trim_start_matches('0'), b_number.trim_start_matches('0'));
            let order = a_value.len().cmp(&b_value.len()).then_with(|| a_value.cmp(b_value));
            if order != Ordering::Equal {
                return order;
            }
            (left, right) = (rest(left, a_number.len()), rest(right, b_number.len()));
            continue;
        }
        match (left.chars().next(), right.chars().next()) {
            (Some(x), Some(y)) if x == y => (left, right) = (rest(left, x.len_utf8()), rest(right, y.len_utf8())),
            (x, y) => return x.cmp(&y).then_with(|| a.cmp(b)),
        }
    }
}

/// Returns how many bytes two ids have in common before what tells them apart: a letter, or a number as a whole.
fn same_start(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let letter = a.floor_char_boundary(same);
    a.get(..letter).map_or(0, |start| start.trim_end_matches(|c: char| c.is_ascii_digit()).len())
}

fn digits(text: &str) -> &str {
    text.get(..text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())).unwrap_or_default()
}

fn rest(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stand_in_the_order_of_their_numbers() {
        let mut ids = ["a10", "a2", "2026-01-02-x", "a1", "2025-11-30-x", "b", "a02", "a"];
        ids.sort_by(|a, b| id_order(a, b));
        assert_eq!(ids, ["2025-11-30-x", "2026-01-02-x", "a", "a1", "a02", "a2", "a10", "b"]);
    }
}
