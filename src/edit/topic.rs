//! Adds a topic's tag at the end of a block.

use std::sync::Arc;

use super::prove::facts;
use super::{Edit, Revision, refused};
use crate::diagnostic::Result;
use crate::locale::Lang;
use crate::model::{TagSign, Topic, Topics};
use crate::parse::body_of;

/// Adds a tag of `topic` with `sign` to the block of the body at `index`.
///
/// It stands at the end of the block's last line, in the words of `lang`; the id where the label names another topic.
///
/// # Errors
/// `edit-refused` when there is no such block, or when the text then says anything else than before and the tag.
pub fn tag(
    revision: &mut Revision,
    topics: &Topics,
    index: usize,
    (topic, sign): (&Topic, TagSign),
    lang: Lang,
) -> Result<()> {
    let source = Arc::clone(revision.source());
    let body = body_of(&source, topics);
    let Some(block) = body.blocks.get(index) else { return Err(refused(&source, "unproved")) };
    let at = block.span.start() + source.slice(block.span).trim_end().len();
    let mut expected = facts(&source, &body);
    expected.add_tag(index, &topic.id, sign);
    let text = format!(" {}", topics.written(topic, sign, lang));
    // A span ends with its text; marks of emphasis may follow on the line.
    let rest = source.text.get(at..).unwrap_or_default();
    let line = rest.find('\n').unwrap_or(rest.len());
    let line = rest.get(..line).unwrap_or_default().trim_end().len();
    let mut result = Err(refused(&source, "unproved"));
    for place in [at + line, at] {
        result = revision.apply(&[Edit::insert(place, text.as_str())], |before, after| {
            before.text.get(..body.span.start()) == after.text.get(..body.span.start())
                && facts(after, &body_of(after, topics)) == expected
        });
        if result.is_ok() {
            break;
        }
    }
    result
}
