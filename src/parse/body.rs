//! The text of an entry or a goal: sections, blocks of evidence, tasks, links.
//!
//! In: a [`SourceFile`](crate::source::SourceFile) and where its body starts. Out: a [`Body`]. One pass
//! over the Markdown events; nothing is rendered here.

use std::sync::Arc;

use super::Reading;
use super::block::{ClosedBlock, OpenBlock, TaskBox, other_box};
use super::fields::one_line;
use super::section::{OpenSections, section_of};
use super::tags::Hashtag;
use super::unclosed;
use crate::diagnostic::Code;
use crate::markdown::{CodeBlockKind, Event, LinkType, Tag as Mark, TagEnd, events, html_addresses};
use crate::model::{Block, Body, Control, Link, LinkKind, Placed, Polarity, Section, SectionKind, Source, Tag};
use crate::source::{Span, Spanned};

/// Whose body is read: tags are evidence only in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// An entry.
    Entry,
    /// A goal.
    Goal,
}

/// Reads the body that starts at `start`.
pub(crate) fn read_body(reading: &mut Reading<'_>, start: usize, owner: Owner) -> Body {
    let source = reading.source;
    let span = Span::new(start, source.text.len());
    let mut reader = BodyReader {
        reading,
        owner,
        body: Body { span, ..Body::default() },
        open: OpenSections::default(),
        headings: Vec::new(),
        frames: Vec::new(),
        heading: None,
        silent: 0,
        open_links: Vec::new(),
    };
    for (event, range) in events(source.slice(span)) {
        reader.take(&event, Span::new(range.start + start, range.end + start));
    }
    reader.finish()
}

/// What is open around the current event.
enum Frame {
    /// A list item, whose text is a block.
    Item(OpenBlock),
    /// A paragraph that is a block of its own.
    Paragraph(OpenBlock),
    /// A block quote or footnote, which holds blocks.
    Container,
    /// Code, a table, raw HTML: text that is no block.
    Other,
}

pub(super) struct BodyReader<'a, 'b> {
    pub(super) reading: &'a mut Reading<'b>,
    owner: Owner,
    pub(super) body: Body,
    open: OpenSections,
    /// Headings of known sections that are not closed: level and place in `body.sections`.
    headings: Vec<(u8, usize)>,
    frames: Vec<Frame>,
    /// The heading whose text is coming.
    heading: Option<Heading>,
    /// How many links, images and bare addresses are open whose text holds no tags.
    silent: u32,
    /// For each open link, whether its text holds no tags.
    open_links: Vec<bool>,
}

struct Heading {
    level: u8,
    span: Span,
    text: String,
    /// What it would be as a block; only its placeholders count.
    block: OpenBlock,
}

impl BodyReader<'_, '_> {
    fn take(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(mark) => self.enter(mark, span),
            Event::End(end) => self.leave(*end),
            Event::Text(text) => self.text(text, span),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.code(text, span),
            Event::SoftBreak | Event::HardBreak => {
                if let Some(block) = self.block() {
                    block.space();
                }
                if let Some(heading) = &mut self.heading {
                    heading.text.push(' ');
                }
            }
            Event::TaskListMarker(_) => {
                if let Some(block) = self.block() {
                    block.task = Some(TaskBox { mark: Span::new(span.start() + 1, span.end() - 1), span });
                }
            }
            Event::Html(_) | Event::InlineHtml(_) => self.html_links(span),
            Event::FootnoteReference(_) | Event::Rule => {}
        }
    }

    fn enter(&mut self, mark: &Mark<'_>, span: Span) {
        match mark {
            Mark::Heading { level, .. } => {
                let (text, block) = (String::new(), OpenBlock::default());
                self.heading = Some(Heading { level: *level as u8, span, text, block });
            }
            Mark::Paragraph => match self.frames.last_mut() {
                Some(Frame::Item(block)) => block.space(),
                _ => self.frames.push(Frame::Paragraph(OpenBlock::default())),
            },
            Mark::Item => {
                let task_index = self.own_task();
                self.frames.push(Frame::Item(OpenBlock::in_task(task_index)));
            }
            Mark::List(_) => self.close_task_text(),
            Mark::BlockQuote(_) | Mark::FootnoteDefinition(_) => self.frames.push(Frame::Container),
            Mark::CodeBlock(kind) => {
                if matches!(kind, CodeBlockKind::Fenced(_)) {
                    unclosed::tell_fence(self.reading, span, self.body.span.end());
                }
                self.frames.push(Frame::Other);
            }
            Mark::HtmlBlock => {
                unclosed::tell_html(self.reading, span, self.body.span.end());
                self.frames.push(Frame::Other);
            }
            Mark::Table(_) => self.frames.push(Frame::Other),
            Mark::Link { link_type, dest_url, .. } => {
                self.link(*link_type, dest_url, span, false);
                self.silent += u32::from(is_bare(*link_type));
                self.open_links.push(is_bare(*link_type));
            }
            Mark::Image { link_type, dest_url, .. } => {
                self.link(*link_type, dest_url, span, true);
                self.silent += 1;
                self.mark_content();
            }
            _ => {}
        }
    }

    fn leave(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(_) => self.close_heading(),
            TagEnd::Paragraph => {
                if matches!(self.frames.last(), Some(Frame::Paragraph(_)))
                    && let Some(Frame::Paragraph(block)) = self.frames.pop()
                {
                    self.close_block(block);
                }
            }
            TagEnd::Item => {
                if let Some(Frame::Item(block)) = self.frames.pop() {
                    self.close_block(block);
                }
            }
            TagEnd::BlockQuote(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::Table => {
                self.frames.pop();
            }
            TagEnd::Link => {
                let is_bare = self.open_links.pop().unwrap_or(false);
                self.silent = self.silent.saturating_sub(u32::from(is_bare));
            }
            TagEnd::Image => self.silent = self.silent.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        let source = self.reading.source;
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
            heading.block.text(source, text, span);
            return;
        }
        if !text.trim().is_empty() {
            self.mark_content();
        }
        let is_silent = self.silent > 0;
        if let Some(block) = self.block() {
            if is_silent { block.words(text, span) } else { block.text(source, text, span) }
        }
    }

    fn code(&mut self, text: &str, span: Span) {
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
            return;
        }
        self.mark_content();
        if let Some(block) = self.block() {
            block.words(text, span);
        }
    }

    /// Returns the block that text belongs to.
    fn block(&mut self) -> Option<&mut OpenBlock> {
        match self.frames.last_mut()? {
            Frame::Item(block) | Frame::Paragraph(block) => Some(block),
            Frame::Container | Frame::Other => None,
        }
    }

    /// Notes that the open sections are not empty.
    fn mark_content(&mut self) {
        if self.open.is_in(SectionKind::Feedback) && !self.body.has_feedback {
            self.body.has_feedback = true;
            let sections = self.body.sections.iter().rev();
            self.body.feedback_heading =
                sections.filter(|section| section.kind == SectionKind::Feedback).map(|section| section.heading).next();
        }
        self.body.has_debrief |= self.open.is_in(SectionKind::Debrief);
    }

    fn close_heading(&mut self) {
        let Some(heading) = self.heading.take() else { return };
        if let Some(closed) = heading.block.close(self.reading) {
            self.tell_placeholders(&closed);
        }
        let text = heading.text.trim().to_owned();
        if self.frames.is_empty() {
            let kind = section_of(&text);
            self.open.open(heading.level, kind);
            self.end_sections(heading.level, heading.span.start());
            if let Some(kind) = kind {
                self.headings.push((heading.level, self.body.sections.len()));
                let line = self.reading.source.line_span(self.reading.source.line(heading.span.start()));
                let span = Span::new(heading.span.start(), self.body.span.end());
                self.body.sections.push(Section { kind, heading: line, span });
            }
        }
        if self.body.first_heading.is_none() && !text.is_empty() {
            self.body.first_heading = Some(text);
        }
    }

    /// Ends the open sections of this level or deeper at `end`.
    fn end_sections(&mut self, level: u8, end: usize) {
        while let Some((_, index)) = self.headings.last().copied().filter(|(open, _)| *open >= level) {
            self.headings.pop();
            if let Some(section) = self.body.sections.get_mut(index) {
                section.span = Span::new(section.span.start(), end);
            }
        }
    }

    fn link(&mut self, link_type: LinkType, target: &str, span: Span, is_image: bool) {
        if matches!(link_type, LinkType::Autolink | LinkType::Email) {
            return;
        }
        let kind = match link_type {
            _ if is_image => LinkKind::Image,
            LinkType::WikiLink { .. } => LinkKind::Wiki,
            _ => LinkKind::Link,
        };
        self.body.links.push(Link { target: target.to_owned(), span, kind });
    }

    /// Gathers the addresses of raw HTML.
    fn html_links(&mut self, span: Span) {
        for (range, is_image) in html_addresses(self.reading.source.slice(span)) {
            let span = Span::new(span.start() + range.start, span.start() + range.end);
            let kind = if is_image { LinkKind::Image } else { LinkKind::Link };
            self.body.links.push(Link { target: self.reading.source.slice(span).to_owned(), span, kind });
        }
    }

    /// Returns the task that items of the list now opening are steps of.
    fn own_task(&self) -> Option<usize> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Item(block) => block.task_index,
            _ => None,
        })
    }

    /// Enters the task of the item around a nested list before its steps come.
    fn close_task_text(&mut self) {
        let Some(Frame::Item(block)) = self.frames.last_mut() else { return };
        let open = std::mem::take(block);
        let parent = open.task_index;
        let index = self.close_item(open, parent);
        if let Some(Frame::Item(block)) = self.frames.last_mut() {
            block.task_index = index.or(parent);
        }
    }

    fn close_block(&mut self, block: OpenBlock) {
        let parent = block.task_index;
        self.close_item(block, parent);
    }

    /// Enters a block whose text has all come; returns the place of its task, when it is one.
    fn close_item(&mut self, mut block: OpenBlock, parent: Option<usize>) -> Option<usize> {
        if block.task.is_none() {
            block.task = other_box(self.reading, &block);
            if let Some(task) = block.task {
                block.skip_box(task.span.end());
            }
        }
        let task_box = block.task;
        let closed = block.close(self.reading)?;
        self.tell_placeholders(&closed);
        // Tags in a goal's text are nothing; those of its tasks tie them.
        let has_tags = self.owner == Owner::Entry || task_box.is_some();
        let tags = if has_tags { self.topic_tags(&closed.hashtags) } else { Vec::new() };
        match task_box {
            Some(task_box) => Some(self.add_task(task_box, &closed, &tags, parent)),
            None => {
                if self.owner == Owner::Entry {
                    self.add_block(&closed, tags);
                }
                None
            }
        }
    }

    fn tell_placeholders(&mut self, closed: &ClosedBlock<'_>) {
        for span in &closed.placeholders {
            let written = one_line(self.reading.source.slice(*span));
            self.reading.tell(Code::PlaceholderLeft, *span, |d| d.with("value", written));
        }
    }

    /// Resolves hashtags to topics; others are free tags, of which near misses are told.
    fn topic_tags(&mut self, hashtags: &[Hashtag<'_>]) -> Vec<Tag> {
        let mut tags = Vec::with_capacity(hashtags.len());
        for hashtag in hashtags {
            if let Some(topic) = self.reading.topics.find(hashtag.name) {
                tags.push(Tag { topic: Arc::clone(topic), sign: hashtag.sign, span: hashtag.span });
                continue;
            }
            if let Some(near) = self.reading.topics.nearest(hashtag.name, self.reading.lang) {
                let written = hashtag.name;
                self.reading.tell(Code::TopicNear, hashtag.span, |d| d.with("tag", written).with("near", near));
            }
            self.body.free_tags.push(Spanned::new(hashtag.name.to_owned(), hashtag.span));
        }
        tags
    }

    fn add_block(&mut self, closed: &ClosedBlock<'_>, tags: Vec<Tag>) {
        let source = self.reading.source;
        let cuts: Vec<Span> = tags.iter().map(|tag| tag.span).collect();
        let (line, span) = (source.line(closed.span.start()), closed.span);
        if let Some(list) = self.open.swot() {
            let placed = Placed { line, text: closed.line(source, &cuts) };
            match list {
                SectionKind::Opportunities => self.body.opportunities.push(placed),
                _ => self.body.threats.push(placed),
            }
            return;
        }
        if self.open.is_silent() {
            return;
        }
        let section = self.open.source();
        if tags.is_empty() && section.is_none() {
            return;
        }
        let block = Block {
            line,
            span,
            quote: closed.quote(source, &cuts),
            source: section.unwrap_or(Source::Own),
            is_feedback: section.is_some(),
            polarity: self.open.polarity(),
            tags,
        };
        let is_beyond = |tag: &Tag| tag.topic.control == Control::Theirs;
        let evidence = if block.tags.iter().any(is_beyond) { block.evidence() } else { Vec::new() };
        for evidence in evidence {
            if evidence.polarity == Polarity::Strength && evidence.topic.control == Control::Theirs {
                let label = evidence.topic.label(self.reading.lang).to_owned();
                self.reading.tell(Code::StrengthBeyondControl, evidence.span, |d| d.with("topic", label));
            }
        }
        self.body.blocks.push(block);
    }

    fn finish(mut self) -> Body {
        let end = self.body.span.end();
        self.end_sections(0, end);
        fit(&mut self.body);
        self.body
    }
}

/// Gives back what the lists of a body have set aside to grow: a long journal keeps very many of them.
fn fit(body: &mut Body) {
    body.sections.shrink_to_fit();
    body.blocks.shrink_to_fit();
    body.blocks.iter_mut().for_each(|block| block.tags.shrink_to_fit());
    body.tasks.shrink_to_fit();
    for task in &mut body.tasks {
        task.topics.shrink_to_fit();
        task.notations.shrink_to_fit();
    }
    body.links.shrink_to_fit();
    body.task_tags.shrink_to_fit();
    body.free_tags.shrink_to_fit();
}

fn is_bare(link_type: LinkType) -> bool {
    matches!(link_type, LinkType::Autolink | LinkType::Email | LinkType::WikiLink { has_pothole: false })
}
