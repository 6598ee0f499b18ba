//! Applications and feelings over time, and how far applications go.

use std::sync::Arc;

use serde::Serialize;

use super::common::{LinkView, stage_text};
use super::entries::{EntryRowView, row};
use super::{Body, Context};
use crate::analyse::MoodPoint;
use crate::model::Entry;
use crate::render::chart;
use crate::template::Html;

/// A row of the funnel.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct FunnelView {
    stage: String,
    reached: usize,
    marks: Html,
}

/// Applications and feelings over time.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct JourneyView {
    picture: Html,
    funnel: Vec<FunnelView>,
    /// The latest hundred applications, oldest first.
    rows: Vec<JourneyRowView>,
    /// How many there are before these, and where they are.
    earlier: Option<LinkView>,
    /// Whether any row tells a mood.
    has_mood: bool,
    /// Whether there are enough of them for lines in the picture.
    has_feelings: bool,
    activity: Option<String>,
}

/// A row of the journey's table.
#[derive(Clone, Debug, Serialize)]
struct JourneyRowView {
    entry: EntryRowView,
    before: Option<u8>,
    after: Option<u8>,
}

/// How many applications the table tells; the list has all.
const ROWS: usize = 100;

/// Returns applications and feelings over time.
pub(in crate::render) fn journey(context: &Context<'_>) -> Body {
    let mut entries: Vec<&Arc<Entry>> = context.journal().counted().collect();
    // They stand in the order of ids, which entries of one day keep.
    entries.sort_by_key(|entry| entry.day());
    let latest = entries.split_off(entries.len().saturating_sub(ROWS));
    let has_mood = latest.iter().any(|entry| entry.mood.before.or(entry.mood.after).is_some());
    let rows = latest.into_iter().map(|entry| JourneyRowView {
        entry: row(context, entry),
        before: entry.mood.before,
        after: entry.mood.after,
    });
    let activity = &context.report().activity;
    let last = activity.last_application.map(|day| context.locale().date(day));
    let args = |day: String| [("day", day.into()), ("open", activity.open_applications.into())];
    Body::Journey(Box::new(JourneyView {
        picture: picture(context),
        funnel: funnel(context),
        has_mood,
        has_feelings: has_feelings(context),
        rows: rows.collect(),
        earlier: (!entries.is_empty()).then(|| LinkView {
            href: "entries/index.html".to_owned(),
            label: context.format("journey-earlier", &[("count", entries.len().into())]),
        }),
        activity: last.map(|day| context.format("activity", &args(day))),
    }))
}

/// Returns how far applications go.
pub(super) fn funnel(context: &Context<'_>) -> Vec<FunnelView> {
    let report = context.report();
    let all = report.entries.total - report.entries.left_out;
    let row = |stage: &crate::analyse::FunnelStage| {
        let label = stage_text(context.locale(), stage.stage).to_owned();
        let args = [("stage", label.as_str().into()), ("reached", stage.reached.into()), ("all", all.into())];
        let title = context.format("funnel-row", &args);
        FunnelView {
            stage: label,
            reached: stage.reached,
            marks: Html(chart::funnel::draw(stage.reached, all, &title)),
        }
    };
    if all == 0 { Vec::new() } else { report.funnel.iter().map(row).collect() }
}

/// Returns applications over time.
pub(super) fn picture(context: &Context<'_>) -> Html {
    let draw = || {
        let (goals, label) = (&context.report().plan.goals, context.text("journey-label"));
        Html(chart::journey::draw(context.journal(), goals, context.locale(), label))
    };
    context.shared.journey.get_or_init(draw).clone()
}

/// Returns whether feelings are lines in the picture.
pub(super) fn has_feelings(context: &Context<'_>) -> bool {
    let mood = &context.report().mood;
    let many = |of: fn(&MoodPoint) -> Option<u8>| mood.iter().filter_map(of).nth(1).is_some();
    many(|point| point.before) || many(|point| point.after)
}
