//! The report on paper, with its goals in full and a list of contents where it is long.

use serde::Serialize;

use super::FrameView;
use crate::render::view::agenda::StepView;
use crate::render::view::common::LinkView;
use crate::render::view::index::{IndexView, index_view};
use crate::render::view::plan::{PlanView, view as plan_view};
use crate::render::view::stories::StoryView;
use crate::render::view::topic::TopicView;
use crate::render::view::{Body, Context};

/// The report on paper.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct PrintView {
    frame: FrameView,
    report: IndexView,
    plan: PlanView,
    /// The parts with what stands in them, of a report of six pages or more.
    contents: Vec<PartView>,
    /// Whether it is long enough for a page of its own before it.
    has_cover: bool,
}

/// A part in the list of contents.
#[derive(Clone, Debug, Serialize)]
struct PartView {
    part: LinkView,
    items: Vec<LinkView>,
}

/// How many lines a page holds.
const LINES: usize = 42;
/// From how many pages on, the cover not counted, a report has a list of contents: with both it has six or more.
const CONTENTS_FROM: usize = 5;
/// From how many pages on a report has a cover.
const COVER_FROM: usize = 3;

/// Returns the report on paper.
pub(in crate::render) fn report(context: &Context<'_>, frame: FrameView) -> Body {
    let report = index_view(context, usize::MAX);
    let plan = plan_view(context);
    let pages = lines(&report, &plan).div_ceil(LINES);
    let contents = if pages >= CONTENTS_FROM { contents(context, &report, &plan) } else { Vec::new() };
    Body::Print(Box::new(PrintView { frame, report, plan, contents, has_cover: pages >= COVER_FROM }))
}

fn contents(context: &Context<'_>, report: &IndexView, plan: &PlanView) -> Vec<PartView> {
    let topics = |class: &str, topics: &[TopicView]| {
        let item =
            |topic: &TopicView| LinkView { href: format!("#{class}-{}", topic.id), label: topic.link.label.clone() };
        topics.iter().map(item).collect::<Vec<_>>()
    };
    let goals = plan.goals.iter().filter(|goal| !goal.is_over).map(|goal| goal.link.clone()).collect();
    let part = |id: &str, items: Vec<LinkView>| PartView {
        part: LinkView { href: format!("#{id}"), label: context.text(&format!("part-{id}")).to_owned() },
        items,
    };
    vec![
        part("today", Vec::new()),
        part("works", topics("works", &report.works)),
        part("back", topics("back", &report.back)),
        part("do", goals),
        part("beyond", topics("beyond", &report.beyond)),
        part("journey", Vec::new()),
        part("stories", Vec::new()),
        part("entries", Vec::new()),
    ]
}

/// Estimates the lines of the report; what matters is whether it has a few pages or many.
fn lines(report: &IndexView, plan: &PlanView) -> usize {
    let steps = |steps: &[StepView]| steps.len() * 2;
    let topics = |topics: &[TopicView]| topics.iter().map(|topic| 4 + topic.quotes.len() * 4).sum::<usize>();
    let stories = |stories: &[StoryView]| stories.iter().map(|story| 3 + story.chapters.len() * 5).sum::<usize>();
    // A line of text holds about eighty characters, with its markup.
    let goals = plan.goals.iter().map(|goal| if goal.is_over { 2 } else { 22 + goal.body.0.len() / 80 });
    let entries = report.entries.len() * 5 / 4;
    let headings = 8 * 4;
    steps(&report.today)
        + steps(&report.possible)
        + steps(&report.next)
        + topics(&report.works)
        + topics(&report.back)
        + topics(&report.beyond)
        + report.works_once.len()
        + report.back_once.len()
        + goals.sum::<usize>()
        + report.tasks.len()
        + 20
        + stories(&report.stories)
        + entries
        + headings
}
