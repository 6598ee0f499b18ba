//! The stories that end well.

use std::sync::Arc;

use serde::Serialize;

use super::common::{LinkView, QuoteView, status_text};
use super::topic::class;
use super::{Body, Context};
use crate::analyse::Story;
use crate::model::{Entry, Polarity, Status};

/// A story.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct StoryView {
    title: String,
    outcome: String,
    pub(super) chapters: Vec<ChapterView>,
    topics: Vec<LinkView>,
    goals: Vec<LinkView>,
}

/// An entry in a story.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct ChapterView {
    entry: LinkView,
    date: String,
    status: String,
    quote: Option<QuoteView>,
    /// Which list the quote stands in, for the class of its colour.
    side: Option<&'static str>,
}

/// The stories.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct StoriesView {
    stories: Vec<StoryView>,
}

/// Returns the stories that end well.
pub(in crate::render) fn stories(context: &Context<'_>) -> Body {
    let stories = context.report().stories.iter().filter_map(|story| story_view(context, story)).collect();
    Body::Stories(Box::new(StoriesView { stories }))
}

/// Returns the view of a story.
pub(super) fn story_view(context: &Context<'_>, story: &Story) -> Option<StoryView> {
    let journal = context.journal();
    let last = journal.entry(story.entries.last()?)?;
    let chapter = |id: &String| {
        let entry = journal.entry(id)?;
        let (quote, side) = chapter_quote(context, entry).unzip();
        Some(ChapterView {
            entry: context.entry_view(entry),
            date: entry.day().map(|day| context.locale().date(day)).unwrap_or_default(),
            status: status_text(context.locale(), entry.status).to_owned(),
            quote,
            side,
        })
    };
    // Titles are the person's own words, and may hold commas.
    let goal = |id: &String| {
        let link = context.goal_view(id);
        LinkView { label: context.locale().quoted(&link.label), ..link }
    };
    Some(StoryView {
        title: last.company.clone(),
        outcome: status_text(context.locale(), story.outcome).to_owned(),
        chapters: story.entries.iter().filter_map(chapter).collect(),
        topics: story.topics.iter().map(|id| context.topic_view(id)).collect(),
        goals: story.goals.iter().map(goal).collect(),
    })
}

/// Returns the quote that tells most about a chapter: of the strongest evidence of that entry, after an offer of strengths.
fn chapter_quote(context: &Context<'_>, entry: &Arc<Entry>) -> Option<(QuoteView, &'static str)> {
    let telling = context.telling(entry)?;
    let strength = telling.strength.map(|mention| (mention, class(Polarity::Strength)));
    let weakness = telling.weakness.map(|mention| (mention, class(Polarity::Weakness)));
    let is_offer = matches!(entry.status, Status::Offer | Status::Accepted);
    let (mention, side) = if is_offer { strength.or(weakness) } else { weakness.or(strength) }?;
    Some((QuoteView::new(context, mention), side))
}
