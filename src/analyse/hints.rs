//! Suggestions as hints of `check`, with the tag to paste.
//!
//! In: the journal and what is suggested in it. Out: diagnostics, all of them
//! hints. What one is not sure of is not offered; the report shows it all the same.

use std::sync::Arc;

use rayon::prelude::*;

use super::Suggestions;
use super::suggested::{Suggestion, feedback_kind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::Lang;
use crate::model::vocabulary::FEEDBACK_KINDS;
use crate::model::{Block, Entry, FeedbackKind, Journal, SectionKind, Source, TagSign};
use crate::source::Span;

/// The least confidence of a suggestion that is offered.
const SURE: f32 = 0.5;

/// Tells the suggestions of every entry, with words of its own language, else of `otherwise`.
pub fn hints(journal: &Journal, suggestions: &Suggestions, otherwise: Lang) -> Diagnostics {
    let hints_of = |entry: &Arc<Entry>| {
        let Some(found) = suggestions.of(&entry.id) else { return Vec::new() };
        let lang = entry.lang.unwrap_or(otherwise);
        let sure = found.topics.iter().filter(|suggestion| suggestion.confidence >= SURE);
        let mut hints: Vec<Diagnostic> =
            sure.filter_map(|suggestion| topic_hint(journal, entry, suggestion, lang)).collect();
        let kind = found.kind.as_ref().map(|reading| feedback_kind(reading.kind));
        hints.extend(kind.and_then(|kind| kind_hint(entry, kind, lang)));
        hints
    };
    let hints: Vec<Vec<Diagnostic>> = journal.entries.par_iter().map(hints_of).collect();
    let mut diagnostics = Diagnostics::default();
    hints.into_iter().flatten().for_each(|hint| diagnostics.push(hint));
    diagnostics
}

fn topic_hint(journal: &Journal, entry: &Entry, suggestion: &Suggestion, lang: Lang) -> Option<Diagnostic> {
    let block = entry.body.blocks.get(suggestion.block)?;
    let sign = TagSign::of(suggestion.polarity, block.polarity);
    let tag = journal.topics.written(&suggestion.topic, sign, lang);
    let not = journal.topics.written(&suggestion.topic, TagSign::Not, lang);
    let problem = Diagnostic::at(Code::TopicSuggested, &entry.source, words_of(entry, block.span, suggestion));
    Some(problem.with("tag", tag).with("not", not).with("because", suggestion.because.join(" · ")).help("help"))
}

/// Returns where the words stand that caused a suggestion: the block, where a line break parts them.
fn words_of(entry: &Entry, block: Span, suggestion: &Suggestion) -> Span {
    let text = entry.source.slice(block);
    let found = suggestion.because.iter().find_map(|words| {
        let at = text.find(words.as_str())?;
        Some(Span::new(block.start() + at, block.start() + at + words.len()))
    });
    found.unwrap_or(block)
}

/// Tells only what changes what one may do: feedback that gives nothing to act on, unless a tag names something in it.
fn kind_hint(entry: &Entry, kind: FeedbackKind, lang: Lang) -> Option<Diagnostic> {
    let is_told = |block: &Block| block.source == Source::Recruiter && !block.tags.is_empty();
    let (variant, help) = match kind {
        FeedbackKind::Constructive => return None,
        FeedbackKind::Generic if entry.body.blocks.iter().any(is_told) => return None,
        FeedbackKind::Generic => ("generic", "help"),
        FeedbackKind::Unconstructive => ("unconstructive", "help-unconstructive"),
    };
    let word = FEEDBACK_KINDS.iter().find(|word| word.en == variant)?;
    let section = entry.body.sections.iter().find(|section| section.kind == SectionKind::Feedback)?;
    let heading = entry.source.line_span(entry.source.line(section.span.start()));
    let problem = Diagnostic::at(Code::KindSuggested, &entry.source, heading).variant(variant);
    Some(problem.with("kind", word.name(lang)).help(help))
}
