//! Strengths, weaknesses, opportunities, threats.

use serde::Serialize;

use super::common::{LinkView, named};
use super::{Body, Context};
use crate::analyse::{Note, TopicFigure};
use crate::model::Polarity;
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
    /// That it stands on the other list, too, when it does.
    also: Option<String>,
    /// How many mentions are suggested, when any is.
    suggested: Option<String>,
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
    let topics = |figures: &[TopicFigure], polarity: Polarity| {
        let view = |figure: &TopicFigure| SwotTopicView {
            link: context.topic_view(&figure.topic),
            count: super::topic::count(context, figure),
            also: super::topic::also(context, figure, polarity),
            suggested: super::topic::suggested(context, figure),
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
        strengths: topics(&report.strengths, Polarity::Strength),
        weaknesses: topics(&report.weaknesses, Polarity::Weakness),
        opportunities: notes(&report.swot.opportunities),
        threats: notes(&report.swot.threats),
    }))
}
