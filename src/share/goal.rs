//! One goal of a copy: each field is named here, so that a new one has to be decided.

use std::sync::Arc;

use super::projection::Projection;
use super::text::{Text, shared_text};
use super::{PLAN, Removed, What};
use crate::model::{Extra, Goal, Measure};
use crate::parse::read_text;
use crate::source::{SourceFile, Span, Spanned};

/// Returns the goal as it passes, and what does not.
pub(super) fn shared(projection: &Projection<'_>, goal: &Goal) -> (Goal, Removed) {
    let mut removed = Removed::default();
    let text = Text { source: &goal.source, body: &goal.body, index: &projection.index };
    let text = shared_text(projection, &mut removed, &text);
    let id = projection.goal_id(&goal.id).unwrap_or_default().to_owned();
    let source = Arc::new(SourceFile::new(format!("{PLAN}/{id}.md"), text));
    let body = read_text(&source, 0, &projection.topics(), false);
    removed.count_all(What::Extra, goal.extra.len());
    let due = goal.due.as_ref().map(|day| Spanned::new(projection.last_day(day.value), Span::default()));
    let is_monthly = projection.is_monthly();
    let shared = Goal {
        id,
        source,
        title: projection.text(&goal.title, &mut removed),
        topics: projection.topic_list(&goal.topics, 0),
        start: projection.day(goal.start.as_ref()),
        due,
        measure: goal.measure.as_ref().map(|measure| Measure {
            what: projection.maybe(measure.what.as_ref(), &mut removed),
            from: projection.maybe(measure.from.as_ref(), &mut removed),
            target: projection.maybe(measure.target.as_ref(), &mut removed),
            now: projection.maybe(measure.now.as_ref(), &mut removed),
        }),
        why: projection.maybe(goal.why.as_ref(), &mut removed),
        partner: goal.partner.as_ref().map(|_| projection.locale.text("share-partner").to_owned()),
        // The next review is counted in days from the last.
        cadence: goal.cadence.filter(|_| !is_monthly),
        reviewed: if is_monthly {
            Vec::new()
        } else {
            goal.reviewed.iter().map(|day| Spanned::new(day.value, Span::default())).collect()
        },
        resources: resources(projection, goal, &mut removed),
        status: goal.status,
        closed: projection.day(goal.closed.as_ref()),
        extra: Extra::new(),
        body,
    };
    (shared, removed)
}

/// Returns the resources in words; a bare address passes only with links.
fn resources(projection: &Projection<'_>, goal: &Goal, removed: &mut Removed) -> Vec<String> {
    let mut resources = Vec::new();
    for resource in &goal.resources {
        let label = resource.strip_prefix('[').and_then(|rest| rest.split_once("](")).map(|(label, _)| label);
        let address = resource
            .strip_suffix(')')
            .and_then(|rest| rest.rsplit_once("]("))
            .map_or(resource.as_str(), |(_, address)| address);
        let is_address = address.contains("://") || address.starts_with("www.");
        if projection.passes_link(address) && label.is_none_or(|label| projection.names.edits(label).is_empty()) {
            resources.push(resource.clone());
            continue;
        }
        removed.count_all(What::Link, usize::from(is_address));
        match label {
            Some(label) => resources.extend(projection.maybe(Some(&label.to_owned()), removed)),
            None if is_address && !resource.contains(' ') => {}
            None => resources.extend(projection.maybe(Some(resource), removed)),
        }
    }
    resources
}
