//! What stands in the text of a body and is shown otherwise than written: tags, boxes, days, suggested topics.

use super::Writer;
use crate::locale::Locale;
use crate::markdown::{CowStr, Event};
use crate::model::{Body, Date, Polarity, Tag, TagSign, Task, TaskState, tag_name};
use crate::source::Span;
use crate::template::escape;

/// What is shown otherwise than written: where it stands and how it is shown.
pub(super) type Placed<'a> = (Span, Shown<'a>);

/// Something in the text that is shown otherwise than written.
pub(super) enum Shown<'a> {
    Tag(&'a Tag, &'static str),
    Box(TaskState),
    /// A date of a task: its day in words, or nothing when another notation tells it.
    Day(String),
}

/// Returns the tags, boxes and days of a body by where they start, one at each place.
pub(super) fn shown<'a>(body: &'a Body, locale: &Locale, today: Date) -> Vec<Placed<'a>> {
    let mut shown: Vec<Placed<'a>> = Vec::new();
    for block in &body.blocks {
        for tag in &block.tags {
            let class = match (tag.sign, block.polarity) {
                (TagSign::Not, _) => "not",
                (TagSign::Plus, _) | (TagSign::Plain, Polarity::Strength) => "works",
                _ => "back",
            };
            shown.push((tag.span, Shown::Tag(tag, class)));
        }
    }
    for tag in &body.task_tags {
        shown.push((tag.span, Shown::Tag(tag, "work")));
    }
    for task in &body.tasks {
        shown.push((Span::new(task.mark.start() - 1, task.mark.end() + 1), Shown::Box(task.state)));
        let mut day = task_day(task, locale, today);
        for notation in &task.notations {
            shown.push((*notation, Shown::Day(std::mem::take(&mut day))));
        }
    }
    // Of two at one place, the last found is shown.
    shown.reverse();
    shown.sort_by_key(|(span, _)| span.start());
    shown.dedup_by_key(|(span, _)| span.start());
    shown
}

impl Writer<'_> {
    /// Writes the text that has come, with its tags and boxes.
    pub(super) fn flush(&mut self) {
        let Some(run) = self.pending.take() else { return };
        self.anchor(run.start());
        let mut at = run.start();
        let mut next = self.shown.partition_point(|(span, _)| span.start() < run.start());
        while let Some((span, shown)) = self.shown.get(next).filter(|(span, _)| span.start() < run.end()) {
            if span.start() >= at {
                let (span, html) = (*span, self.html_of(*span, shown));
                self.text(Span::new(at, span.start()));
                self.html(html);
                at = span.end();
            }
            next += 1;
        }
        self.text(Span::new(at, run.end()));
        self.suggest(run.end());
    }

    /// Writes the topics suggested for a block that ends here, each with a question mark.
    pub(super) fn suggest(&mut self, end: usize) {
        let Some(suggestions) = self.suggested.remove(&end) else { return };
        for suggestion in suggestions {
            let (locale, topic) = (self.context.locale, &suggestion.topic);
            let class = if suggestion.polarity == Polarity::Strength { "works" } else { "back" };
            let because: Vec<String> = suggestion.because.iter().map(|words| locale.quoted(words)).collect();
            let title = locale.format("tag-suggested", &[("because", because.join(", ").into())]);
            let (title, name) = (escape(&title), tag_name(topic.label(locale.lang)));
            let name = escape(&name);
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
        if span.start() < span.end() {
            self.out.push(Event::Text(CowStr::Borrowed(self.context.source.slice(span))));
        }
    }

    /// Writes what stands at `start` in place of the text.
    pub(super) fn show(&mut self, start: usize) {
        let place = self.shown.binary_search_by_key(&start, |(span, _)| span.start());
        if let Some((span, shown)) = place.ok().and_then(|place| self.shown.get(place)) {
            self.html(self.html_of(*span, shown));
        }
    }

    /// Returns what is shown in place of the text at `span`.
    fn html_of(&self, span: Span, shown: &Shown<'_>) -> String {
        match shown {
            Shown::Tag(tag, class) => self.tag(tag, class, self.context.source.slice(span)),
            Shown::Box(state) => self.task_box(*state),
            Shown::Day(day) if day.is_empty() => String::new(),
            Shown::Day(day) => ["<span class=\"aside\">", &escape(day), "</span>"].concat(),
        }
    }

    fn tag(&self, tag: &Tag, class: &str, written: &str) -> String {
        let (id, root, written) = (&tag.topic.id, self.context.root, escape(written));
        let title = escape(tag.topic.label(self.context.locale.lang));
        if self.context.topics.contains(id) {
            let link = ["<a class=\"tag ", class, "\" href=\"", root, "topics/", id, ".html\" title=\"", &title];
            link.into_iter().chain(["\">", &written, "</a>"]).collect()
        } else {
            ["<span class=\"tag ", class, "\" title=\"", &title, "\">", &written, "</span>"].concat()
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
        ["<span class=\"box ", class, "\" role=\"img\" aria-label=\"", &label, "\"></span> "].concat()
    }
}

/// Returns the day of a task in words: when it was done, else until when it is to be, or was; of one put aside
/// that it is.
fn task_day(task: &Task, locale: &Locale, today: Date) -> String {
    let (key, day) = match (task.state, task.done, task.due) {
        (TaskState::Done, Some(done), _) => ("task-done-on", done),
        (TaskState::Cancelled, ..) => return locale.text("task-cancelled").to_owned(),
        (_, _, Some(due)) if due < today => ("task-was-due", due),
        (_, _, Some(due)) => ("task-due", due),
        _ => return String::new(),
    };
    locale.format(key, &[("day", locale.date(day).into())])
}
