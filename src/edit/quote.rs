//! Adds a recruiter's words to an entry, as a quote under its feedback heading.

use std::sync::Arc;

use super::prove::facts;
use super::{Edit, Revision};
use crate::diagnostic::Result;
use crate::locale::Lang;
use crate::markdown::{Event, Tag, TagEnd, events};
use crate::model::vocabulary::section_heading;
use crate::model::{Body, Section, SectionKind, Topics};
use crate::parse::body_of;
use crate::source::{SourceFile, Span};

/// Adds `words` as a quote under the feedback heading, below what stands there already.
///
/// Where there is no such heading, it is made in `lang`: before the first
/// section, a debrief say, which answers it; else at the end of the file. What stands under a heading
/// inside the section stays there.
///
/// # Errors
/// `edit-refused` when the text then says anything else than before and these words.
pub fn add_quote(revision: &mut Revision, topics: &Topics, words: &str, lang: Lang) -> Result<()> {
    let source = Arc::clone(revision.source());
    let body = body_of(&source, topics);
    let end = source.line_end();
    let quote = quoted(words, end);
    let (at, text) = match feedback_end(&source, &body) {
        Some(at) => (at, quote),
        None => {
            let heading = section_heading(SectionKind::Feedback, lang);
            let level = level_of_sections(&source, &body);
            (place_of_new(&source, &body), format!("{} {heading}{end}{end}{quote}", "#".repeat(level)))
        }
    };
    let edit = apart(&source, at, &text);
    let before = facts(&source, &body);
    revision.apply(&[edit], |old, new| {
        let read = body_of(new, topics);
        let sections = read.sections.iter().filter(|section| section.kind == SectionKind::Feedback);
        let added = new.text.len().saturating_sub(old.text.len());
        let is_there = |section: Span| has_quote(new, section, at, added);
        let kept = (old.text.get(..at), old.text.get(at..));
        kept == (new.text.get(..at), new.text.get(at + added..))
            && read.has_feedback
            && sections.map(|section| section.span).any(is_there)
            && facts(new, &read).only_add_to(&before)
    })
}

/// Returns whether a quote under a feedback heading holds these words and no others, whatever their lines and tags.
pub fn is_quoted(source: &SourceFile, topics: &Topics, words: &str) -> bool {
    let body = body_of(source, topics);
    let plain = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line.trim_start_matches(['>', ' ', '\t']));
        let words = lines.flat_map(str::split_whitespace);
        words.filter(|word| !word.starts_with('#')).map(str::to_owned).collect()
    };
    let wanted = plain(words.trim_start_matches('\u{feff}'));
    let sections = body.sections.iter().filter(|section| section.kind == SectionKind::Feedback);
    sections.map(|section| source.slice(section.span)).any(|text| {
        events(text).any(|(event, range)| {
            matches!(event, Event::Start(Tag::BlockQuote(_)))
                && text.get(range).is_some_and(|quote| plain(quote) == wanted)
        })
    })
}

/// Returns `words` as the lines of a block quote, without blank lines around them.
fn quoted(words: &str, end: &str) -> String {
    let unified = words.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = unified.lines().map(str::trim_end).collect();
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(0);
    let last = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    let kept = lines.get(first..last).unwrap_or_default();
    let quote = |line: &&str| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
    kept.iter().map(quote).collect::<Vec<_>>().join(end)
}

/// A heading that stands in no list and no quote.
struct Heading {
    level: usize,
    span: Span,
}

fn headings(source: &SourceFile, body: &Body) -> Vec<Heading> {
    let (mut found, mut depth) = (Vec::new(), 0_u32);
    for (event, range) in events(source.slice(body.span)) {
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                let span = Span::new(range.start + body.span.start(), range.end + body.span.start());
                found.push(Heading { level: level as usize, span });
            }
            Event::Start(Tag::Heading { .. }) | Event::End(TagEnd::Heading(_)) => {}
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    found
}

/// Returns where the text right under the first feedback heading ends.
fn feedback_end(source: &SourceFile, body: &Body) -> Option<usize> {
    let is_silent = |section: &&Section| {
        let around =
            body.sections.iter().filter(|outer| outer.span.contains(section.span) && outer.span != section.span);
        around.into_iter().any(|outer| {
            matches!(
                outer.kind,
                SectionKind::Feelings
                    | SectionKind::Private
                    | SectionKind::Opportunities
                    | SectionKind::Threats
                    | SectionKind::Actions
            )
        })
    };
    let mut feedback = body.sections.iter().filter(|section| section.kind == SectionKind::Feedback);
    let section = feedback.find(|section| !is_silent(section))?;
    let headings = headings(source, body);
    let own = headings.iter().position(|heading| heading.span.start() == section.span.start())?;
    Some(headings.get(own + 1).map_or(source.text.len(), |next| line_start(source, next.span.start())))
}

/// Returns the level of the highest known section, which a new one must not be inside of.
fn level_of_sections(source: &SourceFile, body: &Body) -> usize {
    let headings = headings(source, body);
    let is_section =
        |heading: &&Heading| body.sections.iter().any(|section| section.span.start() == heading.span.start());
    headings.iter().filter(is_section).map(|heading| heading.level).min().unwrap_or(2)
}

/// Returns where a new feedback section goes: before the first known section of its level, else at the end.
fn place_of_new(source: &SourceFile, body: &Body) -> usize {
    let level = level_of_sections(source, body);
    let headings = headings(source, body);
    let is_top = |start: usize| headings.iter().any(|heading| heading.span.start() == start && heading.level == level);
    let start = body.sections.iter().map(|section| section.span.start()).find(|start| is_top(*start));
    start.map_or(source.text.len(), |start| line_start(source, start))
}

/// Returns where the line begins that holds `offset`: a heading may be indented.
fn line_start(source: &SourceFile, offset: usize) -> usize {
    source.line_start(source.line(offset)).unwrap_or(offset)
}

/// Returns the edit that puts `text` before `at`, with one blank line on each side; the file ends as it did.
fn apart(source: &SourceFile, at: usize, text: &str) -> Edit {
    let end = source.line_end();
    let above = source.slice(Span::new(0, at));
    let is_first = above.trim().is_empty();
    let wanted = if is_first { 0 } else { 2_usize.saturating_sub(line_breaks(above)) };
    let tail = match (at == source.text.len(), above.ends_with('\n')) {
        (false, _) => end.repeat(2),
        (true, true) => end.to_owned(),
        (true, false) => String::new(),
    };
    Edit::insert(at, format!("{}{text}{tail}", end.repeat(wanted)))
}

/// Returns the number of line breaks at the end of a text.
fn line_breaks(text: &str) -> usize {
    let spaces = text.trim_end_matches([' ', '\t', '\n', '\r']).len();
    text.get(spaces..).unwrap_or_default().matches('\n').count()
}

/// Returns whether a block quote begins in what was added, inside `section`.
fn has_quote(source: &SourceFile, section: Span, at: usize, added: usize) -> bool {
    let text = source.slice(section);
    events(text).any(|(event, range)| {
        let start = section.start() + range.start;
        matches!(event, Event::Start(Tag::BlockQuote(_))) && (at..at + added).contains(&start)
    })
}
