//! The Markdown of an entry or a goal, written anew from what may pass.
//!
//! In: a file with its [`Body`]. Out: Markdown of allowed events alone: words,
//! lists, tables, code, tags of topics, dates of tasks. Hidden sections, raw
//! HTML, comments, images, definitions and addresses are not written again.

use std::collections::BTreeMap;
use std::ops::Range;

use super::names::Edit;
use super::projection::Projection;
use super::write::to_markdown;
use super::{Removed, What};
use crate::check::{Index, Target};
use crate::markdown::{CowStr, Event, LinkType, Tag as Mark, TagEnd, events};
use crate::model::{Body, Link, LinkKind, SectionKind, TagSign, Task};
use crate::parse::{DayKind, section_of, task_days};
use crate::source::{SourceFile, Span};

/// What is known of the text to be written anew.
pub(super) struct Text<'a> {
    /// The file.
    pub(super) source: &'a SourceFile,
    /// What was found in it.
    pub(super) body: &'a Body,
    /// Where links of the journal lead.
    pub(super) index: &'a Index<'a>,
}

/// Returns the text with what may pass.
pub(super) fn shared_text(projection: &Projection<'_>, removed: &mut Removed, text: &Text<'_>) -> String {
    let start = text.body.span.start();
    let mut writer = Writer {
        text,
        raw: raw_pieces(projection, text),
        projection,
        removed,
        out: Vec::new(),
        run: Vec::new(),
        notes: BTreeMap::new(),
        dropping: Vec::new(),
    };
    let mut hidden = Hidden::new(text.body);
    for (event, range) in events(text.source.slice(text.body.span)) {
        let span = Span::new(range.start + start, range.end + start);
        if hidden.takes(&event, span) {
            if hidden.began {
                writer.removed.count(What::Section);
            }
            continue;
        }
        writer.take(event, span);
    }
    writer.flush();
    to_markdown(writer.out)
}

/// Knows which events stand in a section that never passes.
struct Hidden<'a> {
    body: &'a Body,
    /// How deep the event stands in quotes and lists.
    depth: usize,
    /// The depth of the quote or list whose rest is hidden by a heading in it.
    inner: Option<usize>,
    heading: Option<String>,
    /// Whether the last event began a hidden section.
    began: bool,
}

impl<'a> Hidden<'a> {
    fn new(body: &'a Body) -> Self {
        Self { body, depth: 0, inner: None, heading: None, began: false }
    }

    /// Returns whether `event` does not pass.
    fn takes(&mut self, event: &Event<'_>, span: Span) -> bool {
        let sections = || self.body.sections.iter().filter(|section| is_hidden(section.kind));
        let is_in_section = sections().any(|section| section.span.contains(span));
        self.began = matches!(event, Event::Start(Mark::Heading { .. }))
            && sections().any(|section| section.span.start() == span.start());
        match event {
            Event::Start(Mark::BlockQuote(_) | Mark::Item | Mark::FootnoteDefinition(_)) => self.depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition) => {
                self.depth = self.depth.saturating_sub(1);
                if self.inner.is_some_and(|inner| self.depth < inner) {
                    self.inner = None;
                }
            }
            Event::Start(Mark::Heading { .. }) if self.depth > 0 => self.heading = Some(String::new()),
            Event::Text(text) => {
                if let Some(heading) = &mut self.heading {
                    heading.push_str(text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let heading = self.heading.take();
                if heading.is_some_and(|heading| section_of(&heading).is_some_and(is_hidden)) {
                    self.inner.get_or_insert(self.depth);
                }
            }
            _ => {}
        }
        is_in_section || self.inner.is_some()
    }
}

fn is_hidden(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Feelings | SectionKind::Private)
}

/// What stands in the text for itself, by where it begins: where it ends, and how it is written again.
type Raw = BTreeMap<usize, (usize, String)>;

/// Gathers the tags of topics, the boxes that Markdown does not know, and the dates of tasks.
fn raw_pieces(projection: &Projection<'_>, text: &Text<'_>) -> Raw {
    let body = text.body;
    let mut raw = Raw::new();
    let tags = body.blocks.iter().flat_map(|block| &block.tags).chain(&body.task_tags);
    for tag in tags {
        raw.insert(tag.span.start(), (tag.span.end(), tag_text(projection, tag.sign, &tag.topic.id)));
    }
    for task in &body.tasks {
        let mark = text.source.slice(task.mark);
        if matches!(mark, "/" | "-") {
            raw.insert(task.mark.start() - 1, (task.mark.end() + 1, format!("[{mark}]")));
        }
        for (span, written) in days(projection, text.source, task) {
            raw.insert(span.start(), (span.end(), written));
        }
    }
    raw
}

fn tag_text(projection: &Projection<'_>, sign: TagSign, topic: &str) -> String {
    format!("#{}{}", sign.mark(), projection.topic_id(topic))
}

/// Returns the dates of a task, each written as exactly as dates pass.
fn days(projection: &Projection<'_>, source: &SourceFile, task: &Task) -> Vec<(Span, String)> {
    let found = task_days(source, task.span);
    let written = |notation: &Span| {
        let day = found.iter().find(|day| day.span == *notation)?;
        let date = day.value.value.parse().ok()?;
        Some((
            *notation,
            match day.kind {
                DayKind::Due => format!("due:{}", projection.last_day(date)),
                DayKind::Done => format!("done:{}", projection.first_day(date)),
                DayKind::Start => format!("start:{}", projection.first_day(date)),
            },
        ))
    };
    task.notations.iter().map(|notation| written(notation).unwrap_or_else(|| (*notation, String::new()))).collect()
}

struct Writer<'a, 'b, 'c> {
    text: &'a Text<'a>,
    raw: Raw,
    projection: &'a Projection<'c>,
    removed: &'a mut Removed,
    out: Vec<Event<'b>>,
    /// The events of the paragraph, heading or cell that is open.
    run: Vec<Inline<'b>>,
    /// Footnotes by their label, numbered.
    notes: BTreeMap<String, usize>,
    /// For each open image or link: whether its text passes, and what ends it.
    dropping: Vec<(bool, Option<Event<'b>>)>,
}

/// An event in a paragraph.
enum Inline<'b> {
    /// Words, in which names are looked for.
    Words(String),
    /// Code, in which names are looked for.
    Code(String),
    /// Written as it is: a tag, a box, a date.
    Raw(String),
    /// A break between words.
    Break(Event<'b>),
    /// Something that stands around words.
    Around(Event<'b>),
}

impl<'b> Writer<'_, 'b, '_> {
    fn take(&mut self, event: Event<'b>, span: Span) {
        if self.dropping.iter().any(|(passes, _)| !passes) {
            self.take_in_image(&event);
            return;
        }
        match event {
            Event::Text(text) => self.words(&text, span),
            Event::Code(text) => self.run.push(Inline::Code(text.into_string())),
            Event::SoftBreak | Event::HardBreak => self.run.push(Inline::Break(event)),
            Event::InlineHtml(html) => {
                if html.to_ascii_lowercase().starts_with("<br") {
                    self.run.push(Inline::Break(Event::HardBreak));
                }
            }
            Event::FootnoteReference(label) => {
                let label = self.note(&label);
                self.run.push(Inline::Around(Event::FootnoteReference(label)));
            }
            Event::TaskListMarker(_) => self.run.push(Inline::Around(event)),
            Event::Rule => self.block(Event::Rule),
            Event::Start(mark) => self.enter(mark, span),
            Event::End(end) => self.leave(end),
            // Raw HTML and mathematics do not pass.
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn enter(&mut self, mark: Mark<'b>, span: Span) {
        match mark {
            Mark::Emphasis | Mark::Strong | Mark::Strikethrough => self.run.push(Inline::Around(Event::Start(mark))),
            Mark::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, span),
            Mark::Image { .. } => {
                self.removed.count(What::Image);
                self.dropping.push((false, None));
            }
            Mark::Heading { level, .. } => {
                self.block(Event::Start(Mark::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }));
            }
            Mark::FootnoteDefinition(label) => {
                let label = self.note(&label);
                self.block(Event::Start(Mark::FootnoteDefinition(label)));
            }
            Mark::Paragraph
            | Mark::BlockQuote(_)
            | Mark::CodeBlock(_)
            | Mark::List(_)
            | Mark::Item
            | Mark::Table(_)
            | Mark::TableHead
            | Mark::TableRow
            | Mark::TableCell => self.block(Event::Start(mark)),
            // Nothing else is known to pass.
            _ => self.flush(),
        }
    }

    fn leave(&mut self, end: TagEnd) {
        match end {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.run.push(Inline::Around(Event::End(end))),
            TagEnd::Link => {
                if let Some((_, Some(end))) = self.dropping.pop() {
                    self.run.push(Inline::Around(end));
                }
            }
            TagEnd::Image => {
                self.dropping.pop();
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell => self.block(Event::End(end)),
            _ => self.flush(),
        }
    }

    /// Follows what is open in an image, whose words do not pass.
    fn take_in_image(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Mark::Image { .. } | Mark::Link { .. }) => self.dropping.push((false, None)),
            Event::End(TagEnd::Image | TagEnd::Link) => {
                self.dropping.pop();
            }
            _ => {}
        }
    }

    /// A link to an entry or a goal that passes stays one; any other is its text.
    fn link(&mut self, link_type: LinkType, target: &str, span: Span) {
        let kind = if matches!(link_type, LinkType::WikiLink { .. }) { LinkKind::Wiki } else { LinkKind::Link };
        let link = Link { target: target.to_owned(), span, kind };
        let leads = self.text.index.resolve(&self.text.source.path, &link);
        let to = match &leads {
            Target::Entry(id) => self.projection.entry_id(id).map(|id| format!("/{}/{id}.md", super::ENTRIES)),
            Target::Goal(id) => self.projection.goal_id(id).map(|id| format!("/{}/{id}.md", super::PLAN)),
            Target::Elsewhere if self.projection.passes_link(target) && link_type == LinkType::Inline => {
                Some(target.to_owned())
            }
            _ => None,
        };
        let is_bare = matches!(link_type, LinkType::WikiLink { has_pothole: false });
        let Some(to) = to else {
            // The name of a file may be that of a company.
            if is_bare {
                let instead = self.projection.locale.text("share-link").to_owned();
                self.run.push(Inline::Words(instead));
            }
            self.dropping.push((!is_bare, None));
            return;
        };
        let start = Mark::Link { link_type: LinkType::Inline, dest_url: to.into(), title: "".into(), id: "".into() };
        self.run.push(Inline::Around(Event::Start(start)));
        if is_bare {
            // A bare link says what it leads to: its own name where the copy shows it.
            self.run.push(match leads {
                Target::Entry(id) => Inline::Raw(self.projection.company_of(id)),
                Target::Goal(id) => Inline::Words(self.projection.title_of(id)),
                _ => Inline::Words(String::new()),
            });
            self.run.push(Inline::Around(Event::End(TagEnd::Link)));
            self.dropping.push((false, None));
        } else {
            self.dropping.push((true, Some(Event::End(TagEnd::Link))));
        }
    }

    /// Parts words at what is written as it is.
    fn words(&mut self, text: &str, span: Span) {
        if self.text.source.slice(span) != text {
            self.run.push(Inline::Words(text.to_owned()));
            return;
        }
        let mut at = span.start();
        // What began in the text before may end here.
        if let Some((_, (end, _))) = self.raw.range(..at).next_back().filter(|(_, (end, _))| *end > at) {
            at = (*end).min(span.end());
        }
        let pieces: Vec<(usize, usize, String)> =
            self.raw.range(at..span.end()).map(|(start, (end, written))| (*start, *end, written.clone())).collect();
        for (start, end, written) in pieces {
            if start < at {
                continue;
            }
            self.run.push(Inline::Words(self.text.source.slice(Span::new(at, start)).to_owned()));
            self.run.push(Inline::Raw(written));
            at = end.min(span.end());
        }
        self.run.push(Inline::Words(self.text.source.slice(Span::new(at, span.end())).to_owned()));
    }

    /// Returns the number of a footnote, whose label may be a name.
    fn note(&mut self, label: &str) -> CowStr<'b> {
        let next = self.notes.len() + 1;
        (*self.notes.entry(label.to_owned()).or_insert(next)).to_string().into()
    }

    fn block(&mut self, event: Event<'b>) {
        self.flush();
        self.out.push(event);
    }

    /// Writes the open paragraph: names are found across what stands around its words.
    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        let mut flat = String::new();
        let mut places: Vec<Range<usize>> = Vec::new();
        for inline in &run {
            let start = flat.len();
            match inline {
                Inline::Words(words) | Inline::Code(words) => flat.push_str(words),
                Inline::Raw(_) => flat.push(BETWEEN),
                Inline::Break(_) => flat.push('\n'),
                Inline::Around(_) => {}
            }
            places.push(start..flat.len());
        }
        // Names are looked for across what stands around words, and then within it.
        let mut edits = self.projection.edits(&flat, self.removed);
        for (inline, place) in run.iter().zip(&places) {
            if matches!(inline, Inline::Words(_) | Inline::Code(_)) && place.len() < flat.len() {
                let within = self.projection.names.edits(flat.get(place.clone()).unwrap_or_default());
                let moved = within
                    .into_iter()
                    .map(|edit| Edit { range: edit.range.start + place.start..edit.range.end + place.start, ..edit });
                let free: Vec<Edit> =
                    moved.filter(|edit| edits.iter().all(|other| !overlap(&edit.range, &other.range))).collect();
                edits.extend(free);
            }
        }
        edits.sort_by_key(|edit| edit.range.start);
        for (inline, place) in run.into_iter().zip(places) {
            self.write(inline, &place, &flat, &edits);
        }
    }

    fn write(&mut self, inline: Inline<'b>, place: &Range<usize>, flat: &str, edits: &[Edit]) {
        let is_in_edit = edits.iter().any(|edit| edit.range.start < place.start && place.end <= edit.range.end);
        match inline {
            Inline::Words(_) => {
                let words = edited(flat, place, edits);
                if !words.is_empty() {
                    self.out.push(Event::Text(words.into()));
                }
            }
            Inline::Code(_) => self.out.push(Event::Code(edited(flat, place, edits).into())),
            Inline::Raw(written) => self.out.push(Event::InlineHtml(written.into())),
            Inline::Break(_) if is_in_edit => {}
            Inline::Break(event) | Inline::Around(event) => self.out.push(event),
        }
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Stands for a tag between words: no letter.
const BETWEEN: char = '\u{fffc}';

/// Returns the part of `flat` at `place` after the edits; an edit is written where it begins.
fn edited(flat: &str, place: &Range<usize>, edits: &[Edit]) -> String {
    let mut out = String::new();
    let mut at = place.start;
    for edit in edits {
        if edit.range.end <= at || edit.range.start >= place.end {
            continue;
        }
        out.push_str(flat.get(at..edit.range.start.max(at)).unwrap_or_default());
        if edit.range.start >= place.start {
            out.push_str(&edit.instead);
        }
        at = edit.range.end.min(place.end);
    }
    out.push_str(flat.get(at..place.end).unwrap_or_default());
    out
}
