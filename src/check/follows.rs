//! `follows`: links to entries that do not exist, and circles.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::model::{Journal, same_id};

/// Tells of unknown and circular links; ids of left-out files still resolve.
pub(super) fn check(diagnostics: &mut Diagnostics, journal: &Journal) {
    let known = LazyCell::new(|| {
        let left_out = journal.left_out_entries.iter().map(|file| file.id.as_str());
        journal.entries.iter().map(|entry| entry.id.as_str()).chain(left_out).collect::<BTreeSet<&str>>()
    });
    let circular = circles(journal);
    for entry in &journal.entries {
        let Some(follows) = &entry.follows else { continue };
        if let Some(chain) = circular.get(entry.id.as_str()) {
            let problem = Diagnostic::at(Code::FollowsCircular, &entry.source, follows.span);
            diagnostics.push(problem.with("chain", chain.join(" → ")));
        } else if journal.followed(entry).is_none() && !known.iter().any(|id| same_id(id, &follows.value)) {
            let problem =
                Diagnostic::at(Code::FollowsUnknown, &entry.source, follows.span).with("id", follows.value.as_str());
            diagnostics.push(match nearest(&follows.value, known.iter().copied()) {
                Some(near) => problem.help("help-near").with("near", near),
                None => problem,
            });
        }
    }
}

/// Returns the entries that are part of a circle, each with the circle from itself to itself.
///
/// Each entry follows one at most, so every walk is a line that ends or comes
/// back; entries already walked are not walked again.
fn circles(journal: &Journal) -> BTreeMap<&str, Vec<&str>> {
    let next: BTreeMap<&str, &str> = journal
        .entries
        .iter()
        .filter_map(|entry| Some((entry.id.as_str(), journal.followed(entry)?.id.as_str())))
        .collect();
    let mut circular: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut walked: BTreeSet<&str> = BTreeSet::new();
    for &start in next.keys() {
        let mut path: Vec<&str> = Vec::new();
        let mut on_path: BTreeMap<&str, usize> = BTreeMap::new();
        let mut at = start;
        while !walked.contains(at) && !on_path.contains_key(at) {
            on_path.insert(at, path.len());
            path.push(at);
            let Some(&following) = next.get(at) else { break };
            at = following;
        }
        if let Some(&index) = on_path.get(at)
            && next.contains_key(at)
            && path.last().is_some_and(|last| next.get(last) == Some(&at))
        {
            let circle: Vec<&str> = path.iter().skip(index).copied().collect();
            for (turn, id) in circle.iter().enumerate() {
                let mut chain: Vec<&str> = circle.iter().cycle().skip(turn).take(circle.len()).copied().collect();
                chain.push(id);
                circular.insert(id, chain);
            }
        }
        walked.extend(path);
    }
    circular
}
