//! What a diary or a friend's words must say before they suggest anything.
//!
//! In: a sentence of a debrief or of a second opinion, and what the engine reads in it. Out: the
//! mentions that stand. A recruiter writes to judge; a diary tells of trains, rooms and
//! plans in the same words. So a sentence of one's own suggests a topic only where a phrase of `lexicon/own.txt`
//! judges oneself and the topic is named too, or where such a phrase names the topic by
//! itself. Questions, titles and denied phrases suggest nothing. Entry point: [`Own::keep`].

use std::ops::Range;

use super::engine::{Engine, Prepared};
use super::learn::quote;
use super::lexicon::{Hit, Lexicon};
use super::{Mention, Polarity, Voice, is_built_in};

/// The least probability of a topic in one's own words.
const LEAST_OWN: f32 = 0.5;
/// The least probability of a topic in a friend's words.
const LEAST_PEER: f32 = 0.6;
/// How sure a phrase is that names its topic by itself.
const PHRASE: f32 = 0.7;
/// How many words before a phrase may deny it.
const DENIAL: usize = 3;

/// The phrases by which people judge themselves.
#[derive(Debug)]
pub(super) struct Own {
    phrases: Lexicon,
}

impl Own {
    /// The built-in phrases.
    pub(super) fn built_in() -> Self {
        Self { phrases: Lexicon::of_table(include_str!("lexicon/own.txt")) }
    }

    /// Whether a sentence may suggest anything in its voice, whatever is read in it.
    pub(super) fn may_suggest(&self, engine: &Engine, (block, prepared): (&str, &Prepared), voice: Voice) -> bool {
        let text = block.get(prepared.span.clone()).unwrap_or_default();
        match voice {
            Voice::Recruiter => true,
            _ if text.ends_with(['?', ':']) => false,
            Voice::Peer => engine.names(prepared, "YOU"),
            Voice::Own => !self.undenied(engine, prepared).is_empty(),
        }
    }

    /// Keeps of the mentions of a sentence that may suggest something those that its voice supports.
    pub(super) fn keep(
        &self,
        engine: &Engine,
        (block, prepared): (&str, &Prepared),
        voice: Voice,
        mentions: &mut Vec<Mention>,
    ) {
        match voice {
            Voice::Recruiter => {}
            Voice::Peer => mentions.retain(|mention| mention.confidence >= LEAST_PEER),
            Voice::Own => self.keep_own(engine, (block, prepared), mentions),
        }
    }

    fn keep_own(&self, engine: &Engine, (block, prepared): (&str, &Prepared), mentions: &mut Vec<Mention>) {
        let hits = self.undenied(engine, prepared);
        let first_of = |name: &str| hits.iter().find(|hit| self.phrases.name(hit.concept) == name);
        let quote = |hit: &Hit| quote(block, prepared, usize::from(hit.first), usize::from(hit.last));
        let (fault, praise) = (first_of("FAULT"), first_of("PRAISE"));
        let of_oneself = engine.names(prepared, "ME");
        let stance = match (fault, praise) {
            _ if !of_oneself => None,
            (Some(hit), None) => Some((Polarity::Weakness, hit)),
            (None, Some(hit)) => Some((Polarity::Strength, hit)),
            _ => None,
        };
        mentions.retain_mut(|mention| {
            let Some((polarity, hit)) = stance else { return false };
            let named = !is_built_in(&mention.topic) || engine.names_topic(prepared, &mention.topic);
            if mention.confidence < LEAST_OWN || !named {
                return false;
            }
            mention.polarity = polarity;
            if let Some(words) = quote(hit).filter(|words| !mention.because.contains(words)) {
                mention.because.insert(0, words);
            }
            true
        });
        for hit in &hits {
            let name = self.phrases.name(hit.concept);
            let (polarity, topic) = match (name.strip_prefix('-'), name.strip_prefix('+')) {
                (Some(topic), _) => (Polarity::Weakness, topic),
                (_, Some(topic)) => (Polarity::Strength, topic),
                _ => continue,
            };
            let because: Vec<String> = quote(hit).into_iter().collect();
            let known = mentions.iter().any(|mention| mention.topic == topic);
            let contradicted = if polarity == Polarity::Strength { fault.is_some() } else { praise.is_some() };
            if !known && !contradicted {
                mentions.push(Mention { topic: topic.to_owned(), polarity, confidence: PHRASE, because });
            }
        }
    }

    /// The phrases of a sentence that no "not" before them takes back.
    fn undenied(&self, engine: &Engine, prepared: &Prepared) -> Vec<Hit> {
        let mut hits = Engine::hits_of(&self.phrases, prepared);
        hits.retain(|hit| {
            let first = usize::from(hit.first);
            let before: Range<usize> = first.saturating_sub(DENIAL)..first;
            !engine.names_within(prepared, "NOT", &before)
        });
        hits
    }
}
