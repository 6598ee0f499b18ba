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
    let followed = journal.entries.followed();
    let circular = circles(followed);
    for (place, entry) in journal.entries.iter().enumerate() {
        let Some(follows) = &entry.follows else { continue };
        if let Some(circle) = circular.get(&place) {
            let ids = circle.iter().filter_map(|place| journal.entries.get(*place)).map(|entry| entry.id.as_str());
            let problem = Diagnostic::at(Code::FollowsCircular, &entry.source, follows.span);
            diagnostics.push(problem.with("chain", ids.collect::<Vec<_>>().join(" → ")));
        } else if followed.get(place).copied().flatten().is_none()
            && !known.iter().any(|id| same_id(id, &follows.value))
        {
            let problem =
                Diagnostic::at(Code::FollowsUnknown, &entry.source, follows.span).with("id", follows.value.as_str());
            diagnostics.push(match nearest(&follows.value, known.iter().copied()) {
                Some(near) => problem.help("help-near").with("near", near),
                None => problem,
            });
        }
    }
}

/// Returns the places of entries that are part of a circle, each with the circle from itself to itself.
///
/// `followed` has for each place the one that it leads to. Each leads to one at most, so every walk is a line that
/// ends or comes back; places already walked are not walked again.
fn circles(followed: &[Option<usize>]) -> BTreeMap<usize, Vec<usize>> {
    let mut circular: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut walked = vec![false; followed.len()];
    for (start, _) in followed.iter().enumerate().filter(|(_, next)| next.is_some()) {
        let mut path: Vec<usize> = Vec::new();
        let mut at = Some(start);
        while let Some(place) = at.filter(|place| !walked.get(*place).is_none_or(|walked| *walked)) {
            if let Some(walked) = walked.get_mut(place) {
                *walked = true;
            }
            path.push(place);
            at = followed.get(place).copied().flatten();
        }
        // A walk that comes back to itself has walked a circle.
        let Some(first) = at.and_then(|at| path.iter().position(|place| *place == at)) else { continue };
        let circle: Vec<usize> = path.split_off(first);
        for (turn, place) in circle.iter().enumerate() {
            let mut chain: Vec<usize> = circle.iter().cycle().skip(turn).take(circle.len()).copied().collect();
            chain.push(*place);
            circular.insert(*place, chain);
        }
    }
    circular
}
