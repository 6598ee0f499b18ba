//! What stands in the text of a body and is shown otherwise than written: tags, boxes, days, suggested topics.

use std::collections::BTreeMap;

use super::Writer;
use crate::locale::Locale;
use crate::markdown::{CowStr, Event};
use crate::model::{Body, Date, Polarity, Tag, TagSign, Task, TaskState, tag_name};
use crate::source::Span;
use crate::template::escape;

/// What is shown otherwise than written, by where it starts, with where it ends.
pub(super) type Marks<'a> = BTreeMap<usize, (usize, Shown<'a>)>;

/// Something in the text that is shown otherwise than written.
pub(super) enum Shown<'a> {
    Tag(&'a Tag, &'static str),
    Box(TaskState),
    /// A date of a task: its day in words, or nothing when another notation tells it.
    Day(String),
}

/// Returns the tags, boxes and days of a body.
pub(super) fn shown<'a>(body: &'a Body, locale: &Locale, today: Date) -> Marks<'a> {
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
        let mut day = task_day(task, locale, today);
        for notation in &task.notations {
            shown.insert(notation.start, (notation.end, Shown::Day(std::mem::take(&mut day))));
        }
    }
    shown
}

impl Writer<'_> {
    /// Writes the text that has come, with its tags and boxes.
    pub(super) fn flush(&mut self) {
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
    pub(super) fn suggest(&mut self, end: usize) {
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
    pub(super) fn show(&mut self, start: usize) -> usize {
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
