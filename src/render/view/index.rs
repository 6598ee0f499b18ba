//! The report.

use std::sync::Arc;

use serde::Serialize;

use super::agenda::{StepView, step_view};
use super::common::LinkView;
use super::entries::{EntryRowView, latest_first, row};
use super::journey::{FunnelView, funnel, has_feelings, picture};
use super::plan::{GoalView, TaskView, goal, in_order, more_tasks, task, totals};
use super::stories::{StoryView, story_view};
use super::topic::TopicView;
use super::{Body, Context};
use crate::analyse::TopicFigure;
use crate::model::Polarity;
use crate::render::lead::lead;
use crate::template::Html;

/// The report.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct IndexView {
    /// The opening paragraph.
    pub(super) lead: Html,
    /// What to do today, the most pressing first.
    pub(super) today: Vec<StepView>,
    /// What is late and still possible.
    pub(super) possible: Vec<StepView>,
    /// How many steps of today and before the agenda has beyond these.
    pub(super) more_steps: Option<String>,
    /// The next steps after today.
    pub(super) next: Vec<StepView>,
    /// Whether there is any entry.
    pub(super) has_entries: bool,
    pub(super) works: Vec<TopicView>,
    pub(super) works_once: Vec<TopicView>,
    pub(super) back: Vec<TopicView>,
    pub(super) back_once: Vec<TopicView>,
    pub(super) beyond: Vec<TopicView>,
    pub(super) totals: String,
    goals: Vec<GoalView>,
    /// What stands where there is nothing to do.
    pub(super) empty_plan: String,
    pub(super) uncovered: Vec<LinkView>,
    pub(super) tasks: Vec<TaskView>,
    /// The way to those beyond.
    pub(super) more_tasks: Option<LinkView>,
    pub(super) funnel: Vec<FunnelView>,
    pub(super) feedback: Option<String>,
    pub(super) journey: Html,
    /// Whether the picture has lines for feelings.
    has_feelings: bool,
    pub(super) stories: Vec<StoryView>,
    pub(super) entries: Vec<EntryRowView>,
}

/// How many steps of today the report shows.
const STEPS_OF_TODAY: usize = 5;
/// How many late steps the report shows.
const POSSIBLE_STEPS: usize = 3;
/// How many steps the report shows beyond today.
const NEXT_STEPS: usize = 3;
/// How many tasks of applications the report shows.
const TASKS: usize = 20;
/// How many entries the report lists.
const LATEST_ENTRIES: usize = 8;

/// Returns the report.
pub(in crate::render) fn index(context: &Context<'_>) -> Body {
    Body::Index(Box::new(index_view(context, LATEST_ENTRIES)))
}

/// Returns the report with its latest `entries`.
pub(super) fn index_view(context: &Context<'_>, entries: usize) -> IndexView {
    let report = context.report();
    let topics = |figures: &[TopicFigure], polarity: Polarity, recurring: bool| {
        let wanted = figures.iter().filter(|figure| figure.recurring == recurring);
        let view = |(rank, figure): (usize, &TopicFigure)| {
            let quotes = if recurring && rank < 3 { 2 } else { 1 };
            TopicView::new(context, figure, polarity, quotes)
        };
        wanted.enumerate().map(view).collect::<Vec<_>>()
    };
    let plan = &report.plan;
    let of_entries = plan.tasks.iter().filter(|task| task.goal.is_none() && task.status.is_to_do());
    let (to_do, beyond) = in_order(of_entries.map(Arc::as_ref), TASKS);
    let steps = report.steps(context.journal());
    let left = steps.due.len().saturating_sub(STEPS_OF_TODAY) + steps.late.len().saturating_sub(POSSIBLE_STEPS);
    IndexView {
        lead: lead(context.journal(), report, context.locale()).html(),
        today: steps.due.into_iter().take(STEPS_OF_TODAY).map(|step| step_view(context, step)).collect(),
        possible: steps.late.into_iter().take(POSSIBLE_STEPS).map(|step| step_view(context, step)).collect(),
        more_steps: (left > 0).then(|| context.format("more-steps", &[("count", left.into())])),
        next: steps.upcoming.into_iter().take(NEXT_STEPS).map(|step| step_view(context, step)).collect(),
        has_entries: report.entries.total > 0,
        works: topics(&report.strengths, Polarity::Strength, true),
        works_once: topics(&report.strengths, Polarity::Strength, false),
        back: topics(&report.weaknesses, Polarity::Weakness, true),
        back_once: topics(&report.weaknesses, Polarity::Weakness, false),
        beyond: report
            .beyond_control
            .iter()
            .map(|figure| TopicView::new(context, figure, Polarity::Weakness, 1))
            .collect(),
        totals: totals(context),
        goals: plan.goals.iter().filter_map(|figure| goal(context, figure)).filter(|goal| !goal.is_over).collect(),
        empty_plan: context.text(if plan.goals.is_empty() { "empty-plan" } else { "empty-plan-over" }).to_owned(),
        uncovered: plan.uncovered.iter().map(|id| context.topic_view(id)).collect(),
        tasks: to_do.into_iter().map(|figure| task(context, figure)).collect(),
        more_tasks: more_tasks(context, beyond, "plan.html"),
        funnel: funnel(context),
        feedback: feedback(context),
        journey: picture(context),
        has_feelings: has_feelings(context),
        stories: report.stories.iter().filter_map(|story| story_view(context, story)).collect(),
        entries: latest_first(context).into_iter().take(entries).map(|entry| row(context, entry)).collect(),
    }
}

/// Returns what is known of feedback: how many requests were answered.
fn feedback(context: &Context<'_>) -> Option<String> {
    let feedback = &context.report().feedback;
    let answered = context
        .journal()
        .counted()
        .filter(|entry| entry.feedback.requested.is_some() && entry.feedback.received.is_some())
        .count();
    let args = [
        ("requested", feedback.requested.into()),
        ("answered", answered.into()),
        ("received", feedback.received.into()),
    ];
    let key = if feedback.requested > 0 { "feedback-answered" } else { "feedback-received" };
    (feedback.requested + feedback.received > 0).then(|| context.format(key, &args))
}
