//! The Markdown of an entry or a goal to HTML: linked, its evidence marked in place.
//!
//! In: a file and its [`Body`], where its links lead on the site, which topics
//! have a page. Out: HTML that stands below a page's own headings; raw HTML in
//! it went through `sanitise`.

use std::collections::{BTreeMap, BTreeSet};

use super::headings::{heading_ids, place_headings};
use super::sanitise::sanitise;
use crate::address::encode;
use crate::analyse::Suggestion;
use crate::check::{decode, has_scheme};
use crate::locale::{Lang, Locale, fold_name};
use crate::markdown::{Alignment, CowStr, Event, LinkType, Tag as Mark, TagEnd, events, html_addresses, push_html};
use crate::model::{Body, Polarity, Tag, TagSign, Task, TaskState, tag_name};
use crate::source::{SourceFile, Span};
use crate::suggest::LangReader;
use crate::template::escape;

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
    /// Tells the language of words, when they leave no doubt.
    pub(super) reader: &'a LangReader,
}

/// Where a link to another file of the journal leads on the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SiteLink {
    /// A page, from the site's root, and how what it shows is called.
    Page {
        /// The address.
        href: String,
        /// The name.
        label: String,
    },
    /// A copied image, from the site's root.
    Image(String),
    /// Nothing that the site holds: shown as text.
    Text,
}

/// Renders the body.
pub(super) fn render_body(context: &BodyContext<'_>) -> String {
    let (source, start) = (context.source, context.body.span.start);
    let mut writer = Writer::new(context);
    for (event, range) in events(source.slice(context.body.span)) {
        writer.take(event, Span::new(range.start + start, range.end + start));
    }
    writer.finish()
}

/// Something in the text that is shown otherwise than written.
enum Shown<'a> {
    Tag(&'a Tag, &'static str),
    Box(TaskState),
    /// A date of a task: its day in words, or nothing when another notation tells it.
    Day(String),
}

struct Writer<'a> {
    context: &'a BodyContext<'a>,
    out: Vec<Event<'a>>,
    /// Tags and boxes by where they start, each with where it ends.
    shown: BTreeMap<usize, (usize, Shown<'a>)>,
    /// Suggested topics by where their block ends.
    suggested: BTreeMap<usize, Vec<&'a Suggestion>>,
    /// Lines that wait for their anchor.
    lines: BTreeSet<u32>,
    /// Text that has come and is not written yet.
    pending: Option<Span>,
    has_html: bool,
    /// The ids given so far.
    ids: BTreeSet<String>,
    /// The id of each heading that is to come.
    headings: std::vec::IntoIter<String>,
    /// The id of each heading by its folded name, for links within the text.
    places: BTreeMap<String, String>,
    /// What ends each open link or image.
    ends: Vec<&'static str>,
    /// Whether each open quote is marked as being in another language.
    quotes: Vec<bool>,
    /// How many open links and images swallow their text.
    swallowing: u32,
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
}

impl<'a> Writer<'a> {
    fn new(context: &'a BodyContext<'a>) -> Self {
        let body = context.body;
        let mut shown = BTreeMap::new();
        for block in &body.blocks {
            for tag in &block.tags {
                let class = match (tag.sign, block.polarity) {
                    (TagSign::Not, _) => "not",
                    (TagSign::Plus, _) | (TagSign::Plain, Polarity::Strength) => "works",
                    _ => "back",
                };
                shown.insert(tag.span.start, (tag.span.end, Shown::Tag(tag, class)));
            }
        }
        for tag in &body.task_tags {
            shown.insert(tag.span.start, (tag.span.end, Shown::Tag(tag, "work")));
        }
        for task in &body.tasks {
            shown.insert(task.mark.start - 1, (task.mark.end + 1, Shown::Box(task.state)));
            let mut day = task_day(task, context.locale);
            for notation in &task.notations {
                shown.insert(notation.start, (notation.end, Shown::Day(std::mem::take(&mut day))));
            }
        }
        let mut suggested: BTreeMap<usize, Vec<&Suggestion>> = BTreeMap::new();
        for suggestion in context.suggested {
            if let Some(block) = body.blocks.get(suggestion.block) {
                suggested.entry(block.span.end).or_default().push(suggestion);
            }
        }
        let placed = body.opportunities.iter().chain(&body.threats).map(|placed| placed.line);
        let lines =
            body.blocks.iter().map(|block| block.line).chain(body.tasks.iter().map(|task| task.line)).chain(placed);
        let (headings, places) = heading_ids(context.source.slice(context.body.span), context.prefix);
        Self {
            context,
            out: Vec::new(),
            shown,
            suggested,
            lines: lines.collect(),
            pending: None,
            has_html: false,
            ids: BTreeSet::new(),
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
                Some(pending) if pending.end == span.start => pending.end = span.end,
                _ => {
                    self.flush();
                    self.pending = Some(span);
                }
            }
            return;
        }
        self.flush();
        if matches!(event, Event::Text(_) | Event::Code(_)) {
            self.anchor(span.start);
        }
        match event {
            Event::Start(mark) => self.enter(mark, span),
            Event::End(end) => self.leave(end),
            Event::TaskListMarker(_) => {
                self.anchor(span.start);
                self.show(span.start);
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
                self.suggest(span.end);
            }
            other => self.out.push(other),
        }
    }

    fn finish(mut self) -> String {
        self.flush();
        place_headings(&mut self.out, self.context.under);
        let mut html = String::with_capacity(self.context.body.span.end - self.context.body.span.start);
        push_html(&mut html, self.out.into_iter());
        if self.has_html { sanitise(&html, self.ids) } else { html }
    }

    /// Writes the text that has come, with its tags and boxes.
    fn flush(&mut self) {
        let Some(run) = self.pending.take() else { return };
        self.anchor(run.start);
        let mut at = run.start;
        let starts: Vec<usize> = self.shown.range(run.start..run.end).map(|(start, _)| *start).collect();
        for start in starts {
            if start < at {
                continue;
            }
            self.text(Span::new(at, start));
            at = self.show(start);
        }
        self.text(Span::new(at, run.end));
        self.suggest(run.end);
    }

    /// Writes the topics suggested for a block that ends here, each with a question mark.
    fn suggest(&mut self, end: usize) {
        let Some(suggestions) = self.suggested.remove(&end) else { return };
        for suggestion in suggestions {
            let (locale, topic) = (self.context.locale, &suggestion.topic);
            let class = if suggestion.polarity == Polarity::Strength { "works" } else { "back" };
            let because: Vec<String> = suggestion.because.iter().map(|words| locale.quoted(words)).collect();
            let title = escape(&locale.format("tag-suggested", &[("because", because.join(", ").into())]));
            let name = escape(&tag_name(topic.label(locale.lang)));
            let inner = format!("class=\"tag suggested {class}\" title=\"{title}\"");
            let is_link = self.ends.is_empty() && self.context.topics.contains(&topic.id);
            self.html(if is_link {
                let (root, id) = (self.context.root, &topic.id);
                format!(" <a {inner} href=\"{root}topics/{id}.html\">#{name}\u{a0}?</a>")
            } else {
                format!(" <span {inner}>#{name}\u{a0}?</span>")
            });
        }
    }

    fn text(&mut self, span: Span) {
        if span.start < span.end {
            self.out.push(Event::Text(CowStr::Borrowed(self.context.source.slice(span))));
        }
    }

    /// Writes what stands at `start` in place of the text; returns where it ends.
    fn show(&mut self, start: usize) -> usize {
        let Some((end, shown)) = self.shown.get(&start) else { return start };
        let end = *end;
        let html = match shown {
            Shown::Tag(tag, class) => self.tag(tag, class, self.context.source.slice(Span::new(start, end))),
            Shown::Box(state) => self.task_box(*state),
            Shown::Day(day) if day.is_empty() => String::new(),
            Shown::Day(day) => format!("<span class=\"aside\">{}</span>", escape(day)),
        };
        self.html(html);
        end
    }

    fn tag(&self, tag: &Tag, class: &str, written: &str) -> String {
        let (id, written) = (&tag.topic.id, escape(written));
        let title = escape(tag.topic.label(self.context.locale.lang));
        if self.context.topics.contains(id) {
            format!(
                "<a class=\"tag {class}\" href=\"{}topics/{id}.html\" title=\"{title}\">{written}</a>",
                self.context.root
            )
        } else {
            format!("<span class=\"tag {class}\" title=\"{title}\">{written}</span>")
        }
    }

    fn task_box(&self, state: TaskState) -> String {
        let (class, key) = match state {
            TaskState::Open => ("open", "task-open"),
            TaskState::InProgress => ("in-progress", "task-in-progress"),
            TaskState::Done => ("done", "task-done"),
            TaskState::Cancelled => ("cancelled", "task-cancelled"),
        };
        let label = escape(self.context.locale.text(key));
        format!("<span class=\"box {class}\" role=\"img\" aria-label=\"{label}\"></span> ")
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    /// Writes the anchor of a line that quotes lead to, once.
    fn anchor(&mut self, offset: usize) {
        let line = self.context.source.line(offset);
        if self.lines.remove(&line) {
            let id = format!("{}L{line}", self.context.prefix);
            self.html(format!("<span id=\"{id}\" class=\"anchor\"></span>"));
            self.ids.insert(id);
        }
    }

    /// Returns raw HTML with its addresses in the journal turned into those of the site; what has none there is emptied.
    fn raw_html(&mut self, html: CowStr<'a>, span: Span) -> CowStr<'a> {
        self.has_html = true;
        let links: Vec<_> = html_addresses(&html)
            .into_iter()
            .filter_map(|(range, _)| Some((range.clone(), self.context.links.get(&(span.start + range.start))?)))
            .collect();
        if links.is_empty() || self.context.source.slice(span) != &*html {
            return html;
        }
        let (mut changed, root) = (html.to_string(), self.context.root);
        for (range, link) in links.into_iter().rev() {
            let address = match link {
                SiteLink::Page { href, .. } => format!("{root}{href}"),
                SiteLink::Image(path) => format!("{root}{path}"),
                SiteLink::Text => String::new(),
            };
            changed.replace_range(range, &escape(&address));
        }
        changed.into()
    }

    fn footnote(&self, name: &str) -> CowStr<'a> {
        format!("{}fn-{name}", self.context.prefix).into()
    }

    fn enter(&mut self, mark: Mark<'a>, span: Span) {
        match mark {
            Mark::FootnoteDefinition(name) => {
                let name = self.footnote(&name);
                self.ids.insert(name.to_string());
                self.out.push(Event::Start(Mark::FootnoteDefinition(name)));
            }
            Mark::Heading { level, .. } => {
                let id = self.headings.next().unwrap_or_default();
                self.ids.insert(id.clone());
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

    fn link(&mut self, link_type: LinkType, target: &str, span: Span) {
        let (root, target) = (self.context.root, target.trim());
        if let Some(SiteLink::Page { href, label }) = self.context.links.get(&span.start) {
            self.html(format!("<a href=\"{root}{}\">", escape(href)));
            if matches!(link_type, LinkType::WikiLink { has_pothole: false }) {
                self.out.push(Event::Text(label.clone().into()));
                self.html("</a>");
                self.swallow();
            } else {
                self.ends.push("</a>");
            }
            return;
        }
        if let Some(place) = target.strip_prefix('#') {
            // To a heading of this text; a place that is not there is none to go to.
            match self.places.get(&fold_name(&decode(place))) {
                Some(id) => {
                    self.html(format!("<a href=\"#{}\">", escape(&encode(id))));
                    self.ends.push("</a>");
                }
                None => self.ends.push(""),
            }
            return;
        }
        let address = if link_type == LinkType::Email { format!("mailto:{target}") } else { target.to_owned() };
        if is_safe(&address) {
            // Paper shows the address of a link, but of one that is its own text.
            let class = if matches!(link_type, LinkType::Autolink | LinkType::Email) { "class=\"bare\" " } else { "" };
            self.html(format!("<a {class}href=\"{}\" rel=\"noreferrer\">", escape(&address)));
            self.ends.push("</a>");
        } else {
            self.ends.push("");
        }
    }

    /// Local images are shown; those of the web become links, so that a page asks nobody for anything.
    fn image(&mut self, target: &str, span: Span) {
        match self.context.links.get(&span.start) {
            Some(SiteLink::Image(path)) => {
                let alternative = self.alternative(span);
                self.html(format!(
                    "<img src=\"{}{}\" alt=\"{}\" loading=\"lazy\">",
                    self.context.root,
                    escape(path),
                    escape(&alternative)
                ));
                self.swallow();
            }
            _ if is_safe(target) => {
                self.html(format!("<a href=\"{}\" rel=\"noreferrer\">", escape(target)));
                if self.alternative(span).is_empty() {
                    self.out.push(Event::Text(target.to_owned().into()));
                }
                self.ends.push("</a>");
            }
            _ => self.ends.push(""),
        }
    }

    fn swallow(&mut self) {
        self.swallowing += 1;
        self.ends.push(SWALLOWED);
    }

    /// Returns the alternative text of the image at `span`, as plain text.
    fn alternative(&self, span: Span) -> String {
        let text = events(self.context.source.slice(span)).filter_map(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
            _ => None,
        });
        text.collect()
    }
}

/// Returns the day of a task in words: when it was done, else until when it is to be.
fn task_day(task: &Task, locale: &Locale) -> String {
    let (key, day) = match (task.state, task.done, task.due) {
        (TaskState::Done, Some(done), _) => ("task-done-on", done),
        (_, _, Some(due)) => ("task-due", due),
        _ => return String::new(),
    };
    locale.format(key, &[("day", locale.date(day).into())])
}

/// Marks the end of a link or image whose text is not shown.
const SWALLOWED: &str = "swallowed";

/// Returns whether an address may stand in a page: of the web, of mail, of the phone.
fn is_safe(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or_default().to_ascii_lowercase();
    has_scheme(target) && matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel")
}
