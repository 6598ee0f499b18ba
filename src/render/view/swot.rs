//! Strengths, weaknesses, opportunities, threats.

use serde::Serialize;

use super::common::{LinkView, named};
use super::{Body, Context};
use crate::analyse::{Note, TopicFigure};
use crate::template::Html;

/// Strengths, weaknesses, opportunities, threats.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct SwotView {
    strengths: Vec<SwotTopicView>,
    weaknesses: Vec<SwotTopicView>,
    opportunities: Vec<NoteView>,
    threats: Vec<NoteView>,
}

/// A topic of the SWOT.
#[derive(Clone, Debug, Serialize)]
struct SwotTopicView {
    link: LinkView,
    count: String,
}

/// A note of the SWOT.
#[derive(Clone, Debug, Serialize)]
struct NoteView {
    text: Html,
    /// Its language, when it is surely not the page's.
    lang: Option<&'static str>,
    entry: LinkView,
}

/// Returns strengths, weaknesses, opportunities and threats.
pub(in crate::render) fn swot(context: &Context<'_>) -> Body {
    let report = context.report();
    let topics = |figures: &[TopicFigure]| {
        let view = |figure: &TopicFigure| SwotTopicView {
            link: context.topic_view(&figure.topic),
            count: super::topic::count(context, figure),
        };
        figures.iter().map(view).collect()
    };
    let notes = |notes: &[Note]| {
        let view = |note: &Note| {
            let entry = context.journal().entry(&note.entry)?;
            let link = context.entry_view(entry).at_line(note.line, &entry.company);
            let text = Html(named(context, entry, &note.text));
            Some(NoteView { text, lang: context.other_lang(&note.text), entry: link })
        };
        notes.iter().filter_map(view).collect()
    };
    Body::Swot(Box::new(SwotView {
        strengths: topics(&report.strengths),
        weaknesses: topics(&report.weaknesses),
        opportunities: notes(&report.swot.opportunities),
        threats: notes(&report.swot.threats),
    }))
}
