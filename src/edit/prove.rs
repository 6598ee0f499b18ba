//! Whether two texts of one file differ only as intended.

use jiff::civil::Date;

use super::place::{Place, Step};
use crate::data::{Node, Pair, Value};
use crate::model::{Body, LinkKind, Polarity, SectionKind, Source, TagSign, Task, TaskState};
use crate::parse::{Outline, outline};
use crate::source::SourceFile;

/// Returns whether the only difference between two texts is that the front matter says `value` at `place`.
pub(super) fn is_only_set(before: &SourceFile, after: &SourceFile, place: Place, value: &str) -> bool {
    let Some(new) = outline(after) else { return false };
    let Some(old) = outline(before) else {
        // A front matter that was not there: the text below it is the whole file.
        return after.text.ends_with(&before.text) && is_set(None, &new.root, &place.steps(), value);
    };
    let around = |source: &SourceFile, outline: &Outline<'_>| {
        let text = source.text.as_str();
        (text.get(..outline.inner.start()).map(str::to_owned), text.get(outline.inner.end()..).map(str::to_owned))
    };
    around(before, &old) == around(after, &new) && is_set(Some(&old.root), &new.root, &place.steps(), value)
}

/// Returns whether `after` is `before` with `value` at the end of `steps`.
fn is_set(before: Option<&Node<'_>>, after: &Node<'_>, steps: &[Step], value: &str) -> bool {
    let Some((step, rest)) = steps.split_first() else {
        return matches!(&after.value, Value::Scalar(text) if text.trim() == value);
    };
    match step {
        Step::Key(field) => {
            let Value::Map(pairs) = &after.value else { return false };
            let is_meant = |pair: &&Pair<'_>| field.word.matches(&pair.key);
            let others = pairs.iter().filter(|pair| !is_meant(pair));
            let Some(meant) = one(pairs.iter().filter(is_meant)) else { return false };
            match before.map(|node| &node.value) {
                Some(Value::Map(old)) => {
                    let old_others = old.iter().filter(|pair| !is_meant(pair));
                    others.map(by_text).eq(old_others.map(by_text))
                        && is_set(old.iter().find(is_meant).map(|pair| &pair.node), &meant.node, rest, value)
                }
                // A bare value that becomes the first key of a record.
                Some(Value::Scalar(text)) if !text.trim().is_empty() => {
                    let kept = one(others).is_some_and(|pair| pair.node.value == Value::Scalar(text.clone()));
                    kept && is_set(None, &meant.node, rest, value)
                }
                Some(Value::List(_)) => false,
                _ => others.count() == 0 && is_set(None, &meant.node, rest, value),
            }
        }
        Step::Item(index) => {
            let (old, new) = (before.map(items).unwrap_or_default(), items(after));
            let is_other = |(at, _): &(usize, &&Node<'_>)| at != index;
            let others = |nodes| <[&Node<'_>]>::iter(nodes).enumerate().filter(is_other).map(|(_, node)| plain(node));
            old.len() == new.len()
                && others(&old).eq(others(&new))
                && new.get(*index).is_some_and(|new| is_set(old.get(*index).copied(), new, rest, value))
        }
        Step::Further => {
            let (old, new) = (before.map(items).unwrap_or_default(), items(after));
            let Some((last, kept)) = new.split_last() else { return false };
            let is_kept = old.iter().map(|node| plain(node)).eq(kept.iter().map(|node| plain(node)));
            matches!(after.value, Value::List(_)) && is_kept && is_set(None, last, rest, value)
        }
    }
}

fn one<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Returns the items that hold something, as they are read: one value may stand for a list of one.
pub(super) fn items<'a>(node: &'a Node<'a>) -> Vec<&'a Node<'a>> {
    let is_filled = |node: &&Node<'_>| match &node.value {
        Value::Null => false,
        Value::Scalar(text) => !text.trim().is_empty(),
        _ => true,
    };
    match &node.value {
        Value::List(items) => items.iter().filter(is_filled).collect(),
        _ => Some(node).into_iter().filter(is_filled).collect(),
    }
}

fn by_text<'a>(pair: &'a Pair<'a>) -> (&'a str, Plain<'a>) {
    (&*pair.key, plain(&pair.node))
}

/// A value without its place.
#[derive(Debug, PartialEq)]
enum Plain<'a> {
    Null,
    Scalar(&'a str),
    List(Vec<Plain<'a>>),
    Map(Vec<(&'a str, Plain<'a>)>),
}

fn plain<'a>(node: &'a Node<'a>) -> Plain<'a> {
    match &node.value {
        Value::Null => Plain::Null,
        Value::Scalar(text) => Plain::Scalar(text),
        Value::List(items) => Plain::List(items.iter().map(plain).collect()),
        Value::Map(pairs) => Plain::Map(pairs.iter().map(by_text).collect()),
    }
}

/// What the figures take from a body, without places.
#[derive(Debug, PartialEq)]
pub(super) struct Facts {
    sections: Vec<SectionKind>,
    blocks: Vec<BlockFacts>,
    pub(super) tasks: Vec<TaskFacts>,
    placed: [Vec<String>; 2],
    links: Vec<(String, LinkKind)>,
    free_tags: Vec<String>,
    first_heading: Option<String>,
}

type BlockFacts = (String, Source, bool, Polarity, Vec<(String, TagSign)>);

/// What a task says, without its place.
#[derive(Debug, PartialEq)]
pub(super) struct TaskFacts {
    text: String,
    pub(super) state: TaskState,
    days: [Option<Date>; 2],
    pub(super) done: Option<Date>,
    topics: Vec<String>,
    is_leaf: bool,
}

/// Returns what the figures take from `body`, which is that of `source`.
pub(super) fn facts(source: &SourceFile, body: &Body) -> Facts {
    let task = |task: &Task| TaskFacts {
        text: task.text.to_string(),
        state: task.state,
        days: [task.start, task.due],
        done: task.done,
        topics: task.topics.iter().map(|topic| topic.id.clone()).collect(),
        is_leaf: task.is_leaf,
    };
    let texts = |placed: &[crate::model::Placed]| placed.iter().map(|placed| placed.text.clone()).collect();
    Facts {
        sections: body.sections.iter().map(|section| section.kind).collect(),
        blocks: body
            .blocks
            .iter()
            .map(|block| {
                let tags = block.tags.iter().map(|tag| (tag.topic.id.clone(), tag.sign)).collect();
                (block.quote.text(source).to_owned(), block.source, block.is_feedback, block.polarity, tags)
            })
            .collect(),
        tasks: body.tasks.iter().map(task).collect(),
        placed: [texts(&body.opportunities), texts(&body.threats)],
        links: body.links.iter().map(|link| (link.target.clone(), link.kind)).collect(),
        free_tags: body.free_tags.iter().map(|tag| tag.value.clone()).collect(),
        first_heading: body.first_heading.clone(),
    }
}

impl Facts {
    /// Adds a tag to the block at `index`, after its others.
    pub(super) fn add_tag(&mut self, index: usize, topic: &str, sign: TagSign) {
        if let Some((.., tags)) = self.blocks.get_mut(index) {
            tags.push((topic.to_owned(), sign));
        }
    }

    /// Returns whether these are the facts of `before`, with more of them at one place.
    pub(super) fn only_add_to(&self, before: &Facts) -> bool {
        only_adds(&before.sections, &self.sections)
            && only_adds(&before.blocks, &self.blocks)
            && only_adds(&before.tasks, &self.tasks)
            && before.placed == self.placed
            && only_adds(&before.links, &self.links)
            && only_adds(&before.free_tags, &self.free_tags)
    }
}

/// Returns whether `after` is `before` with some items put in at one place.
fn only_adds<T: PartialEq>(before: &[T], after: &[T]) -> bool {
    let start = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(old, new)| old == new).count();
    after.len() >= before.len() && start + end >= before.len()
}
