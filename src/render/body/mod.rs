//! The Markdown of an entry or a goal to HTML: linked, its evidence marked in place.
//!
//! In: a file and its [`Body`], where its links lead on the site, which topics
//! have a page. Out: HTML that stands below a page's own headings; raw HTML in
//! it went through `sanitise`.

mod links;
mod marks;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use links::SWALLOWED;
pub(super) use links::SiteLink;
use marks::Placed;

use super::headings::{heading_ids, place_headings};
use super::sanitise::sanitise;
use crate::analyse::Suggestion;
use crate::locale::{Lang, Locale};
use crate::markdown::{Alignment, CowStr, Event, Tag as Mark, TagEnd, events, push_html};
use crate::model::{Body, Date};
use crate::source::{SourceFile, Span};
use crate::suggest::LangReader;

/// What rendering one body needs to know of the site.
pub(super) struct BodyContext<'a> {
    /// The file.
    pub(super) source: &'a SourceFile,
    /// What was found in it.
    pub(super) body: &'a Body,
    /// The way from the page to the site's root: empty or `../`.
    pub(super) root: &'a str,
    /// What makes ids unique on the page.
    pub(super) prefix: &'a str,
    /// Whether the page is for paper, where a link out of it shows its address.
    pub(super) paper: bool,
    /// The level of the heading that the body stands under.
    pub(super) under: u8,
    /// Where each link of the body leads on the site, by where it starts in the file.
    pub(super) links: &'a BTreeMap<usize, SiteLink>,
    /// The topics that have a page.
    pub(super) topics: &'a BTreeSet<String>,
    /// The topics suggested for its blocks.
    pub(super) suggested: &'a [Suggestion],
    /// The language of labels.
    pub(super) locale: &'a Locale,
    /// The language of the text around quotes.
    pub(super) lang: Lang,
    /// The day of the report.
    pub(super) today: Date,
    /// Tells the language of words, when they leave no doubt.
    pub(super) reader: &'a LangReader,
}

/// Returns raw HTML made harmless. Images that a page for paper holds itself have a name meanwhile, as no address of
/// the journal's own may hold anything.
fn harmless(html: String, context: &BodyContext<'_>, ids: BTreeSet<String>) -> String {
    let images = context.links.values().filter_map(|link| match link {
        SiteLink::Image(address) if context.paper => Some(address.as_str()),
        _ => None,
    });
    let held: Vec<(&str, String)> = images
        .collect::<BTreeSet<_>>()
        .into_iter()
        .enumerate()
        .map(|(at, held)| (held, format!("files/{at}")))
        .collect();
    let named = held.iter().fold(html, |html, (address, name)| html.replace(address, name));
    let clean = sanitise(&named, ids);
    let source = |address: &str| format!(" src=\"{address}\"");
    held.iter().fold(clean, |html, (address, name)| html.replace(&source(name), &source(address)))
}

/// Renders the body.
pub(super) fn render_body(context: &BodyContext<'_>) -> String {
    let (source, start) = (context.source, context.body.span.start());
    let text = source.slice(context.body.span);
    let mut found = Vec::with_capacity(text.len() / BYTES_PER_EVENT);
    found.extend(events(text));
    // A link may lead to a heading that comes after it.
    let (headings, places) = heading_ids(found.iter().map(|(event, _)| event), context.prefix);
    let mut writer = Writer::new(context, headings, places);
    writer.out.reserve(found.len() + 2 * writer.shown.len());
    for (event, range) in found {
        writer.take(event, Span::new(range.start + start, range.end + start));
    }
    writer.finish()
}

/// How many bytes of Markdown there are about to an event, for as much room as is likely needed.
const BYTES_PER_EVENT: usize = 24;

struct Writer<'a> {
    context: &'a BodyContext<'a>,
    out: Vec<Event<'a>>,
    /// What is shown otherwise than written.
    shown: Vec<Placed<'a>>,
    /// Suggested topics by where their block ends.
    suggested: BTreeMap<usize, Vec<&'a Suggestion>>,
    /// Lines that wait for their anchor, in order.
    lines: Vec<u32>,
    /// Text that has come and is not written yet.
    pending: Option<Span>,
    has_html: bool,
    /// The ids given so far.
    ids: Vec<String>,
    /// The id of each heading that is to come.
    headings: std::vec::IntoIter<String>,
    /// The id of each heading by its folded name, for links within the text.
    places: BTreeMap<String, String>,
    /// What ends each open link or image.
    ends: Vec<Cow<'static, str>>,
    /// Whether each open quote is marked as being in another language.
    quotes: Vec<bool>,
    /// How many open links and images swallow their text.
    swallowing: u32,
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
}

impl<'a> Writer<'a> {
    fn new(context: &'a BodyContext<'a>, headings: Vec<String>, places: BTreeMap<String, String>) -> Self {
        let body = context.body;
        let mut suggested: BTreeMap<usize, Vec<&Suggestion>> = BTreeMap::new();
        for suggestion in context.suggested {
            if let Some(block) = body.blocks.get(suggestion.block) {
                suggested.entry(block.span.end()).or_default().push(suggestion);
            }
        }
        let placed = body.opportunities.iter().chain(&body.threats).map(|placed| placed.line);
        let lines =
            body.blocks.iter().map(|block| block.line).chain(body.tasks.iter().map(|task| task.line)).chain(placed);
        let mut lines: Vec<u32> = lines.collect();
        lines.sort_unstable();
        lines.dedup();
        Self {
            context,
            out: Vec::new(),
            shown: marks::shown(body, context.locale, context.today),
            suggested,
            lines,
            pending: None,
            has_html: false,
            ids: Vec::new(),
            headings: headings.into_iter(),
            places,
            ends: Vec::new(),
            quotes: Vec::new(),
            swallowing: 0,
            alignments: Vec::new(),
            cell: 0,
            in_head: false,
        }
    }

    fn take(&mut self, event: Event<'a>, span: Span) {
        if let Event::Text(text) = &event
            && self.context.source.slice(span) == &**text
            && self.swallowing == 0
        {
            match &mut self.pending {
                Some(pending) if pending.end() == span.start() => *pending = Span::new(pending.start(), span.end()),
                _ => {
                    self.flush();
                    self.pending = Some(span);
                }
            }
            return;
        }
        self.flush();
        if matches!(event, Event::Text(_) | Event::Code(_)) {
            self.anchor(span.start());
        }
        match event {
            Event::Start(mark) => self.enter(mark, span),
            Event::End(end) => self.leave(end),
            Event::TaskListMarker(_) => {
                self.anchor(span.start());
                self.show(span.start());
            }
            Event::Html(html) => {
                let html = self.raw_html(html, span);
                self.out.push(Event::Html(html));
            }
            Event::InlineHtml(html) => {
                let html = self.raw_html(html, span);
                self.out.push(Event::InlineHtml(html));
            }
            Event::FootnoteReference(name) => self.out.push(Event::FootnoteReference(self.footnote(&name))),
            _ if self.swallowing > 0 => {}
            Event::Code(_) => {
                self.out.push(event);
                self.suggest(span.end());
            }
            other => self.out.push(other),
        }
    }

    fn finish(mut self) -> String {
        self.flush();
        place_headings(&mut self.out, self.context.under);
        let mut html = String::with_capacity(self.context.body.span.end() - self.context.body.span.start());
        push_html(&mut html, self.out.into_iter());
        if self.has_html { harmless(html, self.context, self.ids.into_iter().collect()) } else { html }
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    /// Writes the anchor of a line that quotes lead to, once.
    fn anchor(&mut self, offset: usize) {
        let line = self.context.source.line(offset);
        if let Ok(place) = self.lines.binary_search(&line) {
            self.lines.remove(place);
            let id = [self.context.prefix, "L", itoa::Buffer::new().format(line)].concat();
            self.html(["<span id=\"", &id, "\" class=\"anchor\"></span>"].concat());
            self.ids.push(id);
        }
    }

    fn footnote(&self, name: &str) -> CowStr<'a> {
        format!("{}fn-{name}", self.context.prefix).into()
    }

    fn enter(&mut self, mark: Mark<'a>, span: Span) {
        match mark {
            Mark::FootnoteDefinition(name) => {
                let name = self.footnote(&name);
                self.ids.push(name.to_string());
                self.out.push(Event::Start(Mark::FootnoteDefinition(name)));
            }
            Mark::Heading { level, .. } => {
                let id = self.headings.next().unwrap_or_default();
                self.ids.push(id.clone());
                let (id, classes, attrs) = (Some(id.into()), Vec::new(), Vec::new());
                self.out.push(Event::Start(Mark::Heading { level, id, classes, attrs }));
            }
            Mark::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, span),
            Mark::Image { dest_url, .. } => self.image(&dest_url, span),
            Mark::BlockQuote(kind) => {
                let lang = self.context.reader.read(self.context.source.slice(span));
                let other = lang.filter(|lang| *lang != self.context.lang);
                self.quotes.push(other.is_some());
                self.out.push(match other {
                    Some(lang) => Event::Html(format!("<blockquote lang=\"{lang}\">\n").into()),
                    None => Event::Start(Mark::BlockQuote(kind)),
                });
            }
            Mark::Table(alignments) => {
                self.alignments = alignments;
                self.out.push(Event::Html("<div class=\"wide\" tabindex=\"0\">".into()));
                self.out.push(Event::Start(Mark::Table(Vec::new())));
            }
            Mark::TableHead => {
                (self.in_head, self.cell) = (true, 0);
                self.out.push(Event::Start(Mark::TableHead));
            }
            Mark::TableRow => {
                self.cell = 0;
                self.out.push(Event::Start(Mark::TableRow));
            }
            Mark::TableCell => {
                let class = match self.alignments.get(self.cell) {
                    Some(Alignment::Right) => " class=\"right\"",
                    Some(Alignment::Center) => " class=\"center\"",
                    _ => "",
                };
                self.cell += 1;
                let name = if self.in_head { "th scope=\"col\"" } else { "td" };
                self.html(format!("<{name}{class}>"));
            }
            other => self.out.push(Event::Start(other)),
        }
    }

    fn leave(&mut self, end: TagEnd) {
        match end {
            TagEnd::Link | TagEnd::Image => {
                let end = self.ends.pop().unwrap_or_default();
                if end == SWALLOWED {
                    self.swallowing = self.swallowing.saturating_sub(1);
                } else if !end.is_empty() {
                    self.html(end);
                }
            }
            TagEnd::BlockQuote(_) if self.quotes.pop() == Some(true) => {
                self.out.push(Event::Html("</blockquote>\n".into()));
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead => {
                self.in_head = false;
                self.out.push(Event::End(TagEnd::TableHead));
            }
            TagEnd::Table => {
                self.out.push(Event::End(TagEnd::Table));
                self.out.push(Event::Html("</div>\n".into()));
            }
            other => self.out.push(Event::End(other)),
        }
    }

    /// Ends a cell; an empty one of the head names no column.
    fn end_cell(&mut self) {
        let end = match self.out.last_mut() {
            Some(Event::InlineHtml(start)) if self.in_head && start.starts_with("<th") => {
                *start = "<td>".into();
                "</td>"
            }
            _ if self.in_head => "</th>",
            _ => "</td>",
        };
        self.html(end);
    }
}
