//! What a letter asks about: topics in the words of a sentence.

use std::sync::Arc;

use super::Kind;
use crate::diagnostic::{Diagnostic, Result};
use crate::locale::Locale;
use crate::model::{Block, Control, Entry, FeedbackKind, Polarity, Source, Topic, Topics};

/// How many topics one letter asks about.
pub const MOST_TOPICS: usize = 3;

/// Reads the topics that a person names: ids, labels or aliases, or words of one's own.
///
/// A single word must be a topic, so that a slip of the pen is told.
///
/// # Errors
/// `usage-wrong` for a single word that is no topic, and for more than three.
pub fn about(topics: &Topics, named: &[String], locale: &Locale) -> Result<Vec<String>> {
    if named.len() > MOST_TOPICS {
        return Err(Diagnostic::usage(locale.format("letter-topics-many", &[("most", MOST_TOPICS.into())])));
    }
    named
        .iter()
        .map(|name| match topics.find(name) {
            Some(topic) => Ok(phrase(topic, locale)),
            None if name.trim().contains(char::is_whitespace) => Ok(name.trim().to_owned()),
            None => {
                let near = topics.nearest(name, locale.lang);
                let key = if near.is_some() { "letter-topic-near" } else { "letter-topic-unknown" };
                let args = [("topic", name.as_str().into()), ("near", near.unwrap_or_default().into())];
                Err(Diagnostic::usage(locale.format(key, &args)))
            }
        })
        .collect()
}

/// Returns what a letter of this kind asks about by itself, in the order of the file.
///
/// A request takes up the doubts of the person's own debrief, thanks and a
/// question for an example the recruiter's words, a second opinion both.
pub(super) fn proposed(kind: Option<Kind>, entry: &Entry, locale: &Locale) -> Vec<String> {
    let sources: &[Source] = match kind {
        Some(Kind::FeedbackRequest | Kind::PhoneScript | Kind::MeetingRequest) => &[Source::Own],
        Some(Kind::FeedbackThanks | Kind::Clarify) => &[Source::Recruiter],
        Some(Kind::SecondOpinion) => &[Source::Recruiter, Source::Own],
        _ => return Vec::new(),
    };
    let mut topics: Vec<&Arc<Topic>> = Vec::new();
    for source in sources {
        for topic in weaknesses(entry, *source) {
            if !topics.iter().any(|known| known.id == topic.id) {
                topics.push(topic);
            }
        }
    }
    topics.into_iter().take(MOST_TOPICS).map(|topic| phrase(topic, locale)).collect()
}

/// Returns whether the recruiter gives reasons and none of them depends on the person: nothing could have been better.
pub(super) fn is_beyond(entry: &Entry) -> bool {
    let blocks = entry.body.blocks.iter().filter(|block| block.source == Source::Recruiter);
    let listed = entry.reasons.iter().map(|topic| &topic.value);
    let mut reasons = listed.chain(blocks.flat_map(tagged_weaknesses)).peekable();
    reasons.peek().is_some() && reasons.all(|topic| topic.control == Control::Theirs)
}

/// Returns the weaknesses that one side names and that depend on the person: nobody works on being overqualified.
fn weaknesses(entry: &Entry, source: Source) -> Vec<&Arc<Topic>> {
    if source == Source::Recruiter && entry.feedback.kind == Some(FeedbackKind::Unconstructive) {
        return Vec::new();
    }
    let list = match source {
        Source::Own => &entry.weaknesses,
        Source::Recruiter => &entry.reasons,
        Source::Peer => return Vec::new(),
    };
    let blocks = entry.body.blocks.iter().filter(|block| block.source == source);
    let all = list.iter().map(|topic| &topic.value).chain(blocks.flat_map(tagged_weaknesses));
    all.filter(|topic| topic.control == Control::Mine).collect()
}

/// Returns the topics that the tags of a block call weaknesses, in order and once for each tag.
fn tagged_weaknesses(block: &Block) -> impl Iterator<Item = &Arc<Topic>> {
    let evidence = block.evidence();
    let is_weakness =
        move |id: &str| evidence.iter().any(|found| found.topic.id == id && found.polarity == Polarity::Weakness);
    block.tags.iter().map(|tag| &tag.topic).filter(move |topic| is_weakness(&topic.id))
}

/// Returns topics with the word that joins them to a verb: `sur A et sur B`, `about A and B`.
pub(super) fn on_topics(topics: &[String], locale: &Locale) -> String {
    let each: Vec<String> =
        topics.iter().map(|topic| locale.format("letter-on-topic", &[("topic", topic.as_str().into())])).collect();
    locale.format("letter-on-topics", &[("topics", locale.list(&each).into())])
}

/// Returns a topic as it stands in a sentence: `la structure de mes réponses`, `mon niveau en SQL`.
fn phrase(topic: &Topic, locale: &Locale) -> String {
    let key = format!("letter-topic-{}", topic.id);
    let label = topic.label(locale.lang);
    match topic.group.as_str() {
        _ if locale.has(&key) => locale.text(&key).to_owned(),
        "technical" => locale.format("letter-topic-of-ones-own-technical", &[("topic", label.into())]),
        _ => locale.format("letter-topic-of-ones-own", &[("topic", locale.quoted(label).into())]),
    }
}
