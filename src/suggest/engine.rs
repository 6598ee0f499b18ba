//! What reads one sentence: the tables and the model together.
//!
//! In: a sentence. Out: [`Judgement`], the topics it speaks of, on which side, with the words that
//! say so. Entry points: [`Engine::prepare_block`] and [`Engine::judge`]. The trainer uses the first,
//! the suggestions both. Deliberately not here: what a journal teaches, see `learn`.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use super::features::{Feature, each_feature, features};
use super::lang::{SmallWords, Votes};
use super::lexicon::{Hit, Lexicon, stances};
use super::model::{Model, Scores, Sum, TOPIC_OUTPUTS};
use super::sides::Sides;
use super::spelling::Spelling;
use super::words::{Word, Words, sentences};
use crate::locale::Lang;

/// The least probability of a suggested topic.
pub const FIRST: f32 = 0.4;
/// How much likelier than no topic the first one must be.
const SILENCE: f32 = 2.4;
/// The least probability of a second topic in the same sentence.
pub const SECOND: f32 = 0.24;
/// The least probability of the gap that decided for another candidate.
const GAP: f32 = 0.14;
/// The least probability of a topic in a sentence that judges the person.
const HARSH: f32 = 0.6;
/// The least probability of a topic in a sentence that neither blames nor praises.
const FACT: f32 = 0.72;
/// The least probability of a topic praised before "but".
const PRAISED: f32 = 0.6;
/// How much the deciding side alone counts against the whole sentence.
const SIDE: f32 = 0.5;
/// The longest sentence, in words, that is read; the rest of a longer one is left.
const LONGEST: usize = 400;

/// The first output whose topic is a cause outside the person's control; the rest follow it.
const OUTSIDE: usize = 20;

/// The concepts that name a topic, whatever is said of it.
const CONCEPTS: [(&str, &[&str]); 23] = [
    ("technical-skills", &["T_TECHNICAL", "TOOL", "I_TECHNICAL"]),
    ("experience", &["T_SENIORITY", "T_LEADERSHIP", "I_EXPERIENCE"]),
    ("qualifications", &["DEGREE", "I_QUALIFICATIONS"]),
    ("languages", &["LANGUAGE", "I_LANGUAGES"]),
    ("problem-solving", &["T_SOLVE", "I_PROBLEMS"]),
    ("communication", &["T_CLEARTALK", "I_COMMUNICATION"]),
    ("confidence", &["T_NERVE", "I_CONFIDENCE"]),
    ("teamwork", &["T_TEAM", "G_COLLEAGUES", "I_TEAMWORK"]),
    ("enthusiasm", &["T_DRIVE", "I_ENTHUSIASM"]),
    ("culture-fit", &["T_CULTURE", "I_CULTURE"]),
    ("preparation", &["T_PREP", "I_PREPARATION"]),
    ("answer-structure", &["T_ANSWER", "I_ANSWERS"]),
    ("presence", &["T_PRESENCE", "G_CLOTHES", "I_PRESENCE"]),
    ("documents", &["T_DOCS", "I_DOCUMENTS"]),
    ("career-path", &["T_PATH", "I_CAREER"]),
    ("targeting", &["T_TARGET", "I_TARGETING"]),
    ("overqualified", &["T_OVER", "I_OVER"]),
    ("salary", &["T_PAY", "I_SALARY"]),
    ("availability", &["T_AVAIL", "I_AVAILABILITY"]),
    ("competition", &["T_RIVAL", "I_COMPETITION"]),
    ("internal-candidate", &["T_INTERNAL", "I_INTERNAL"]),
    ("hiring-freeze", &["T_FREEZE", "I_FREEZE"]),
    ("role-changed", &["T_CHANGED", "I_CHANGED"]),
];

/// Numbers in words, which explain nothing by themselves.
const NUMBERS: [&str; 34] = [
    "deux",
    "trois",
    "quatre",
    "cinq",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "quinze",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "cent",
    "mille",
    "premier",
    "premiere",
    "three",
    "four",
    "five",
    "seven",
    "eight",
    "nine",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
    "hundred",
    "first",
    "second",
];

/// The tables and the model.
#[derive(Debug)]
pub struct Engine {
    lexicon: Lexicon,
    small: SmallWords,
    model: Model,
    spelling: Spelling,
}

/// A sentence ready to be judged.
#[derive(Debug)]
pub struct Prepared {
    /// Where it stands in its block.
    pub span: Range<usize>,
    /// Its words.
    pub words: Words,
    /// The concepts that they name.
    pub hits: Vec<Hit>,
    /// Its two sides, where it has two.
    pub sides: Option<Sides>,
    /// The words that are read.
    pub range: Range<usize>,
    /// The language of its block, where the words tell it.
    pub lang: Option<Lang>,
    /// The languages that it is read in.
    pub langs: &'static [Lang],
}

/// A topic found in a sentence.
#[derive(Clone, Debug)]
pub struct Found {
    /// Which of the topics.
    pub output: usize,
    /// Its probability.
    pub probability: f32,
    /// The probability that it is praised.
    pub strength: f32,
    /// The words that it was read from.
    pub range: Range<usize>,
}

/// What is said of a sentence.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The topics found, the likeliest first.
    pub found: Vec<Found>,
    /// The scores of the whole sentence.
    pub whole: Scores,
}

impl Engine {
    /// The built-in tables with the built-in model, read once.
    pub fn built_in() -> Arc<Self> {
        static BUILT_IN: LazyLock<Arc<Engine>> =
            LazyLock::new(|| Arc::new(Engine::made(|| Model::read(include_bytes!("model.bin")))));
        Arc::clone(&BUILT_IN)
    }

    /// The built-in tables with a given model.
    pub fn new(model: Model) -> Self {
        Self::made(|| model)
    }

    /// Reads the model while the tables are read, on a thread of its own: one of a pool that waits may begin other
    /// work, which waits for this.
    fn made(model: impl FnOnce() -> Model + Send) -> Self {
        std::thread::scope(|scope| {
            let weights = scope.spawn(|| {
                let model = model();
                let spelling = Spelling::new(model.words());
                (model, spelling)
            });
            let (lexicon, small) = (Lexicon::built_in(), SmallWords::built_in());
            let (model, spelling) = weights.join().unwrap_or_default();
            Self { lexicon, small, model, spelling }
        })
    }

    /// The tables.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The small words of both languages.
    pub(super) fn small(&self) -> &SmallWords {
        &self.small
    }

    /// The sentences of a block with their spans, and its language where the words tell it.
    pub fn prepare_block(&self, block: &str) -> (Option<Lang>, Vec<Prepared>) {
        self.prepare_sentences(block, sentences(block))
    }

    /// The same, where the spans are known.
    pub(super) fn prepare_sentences(&self, block: &str, spans: Vec<Range<usize>>) -> (Option<Lang>, Vec<Prepared>) {
        let read = |span: &Range<usize>| {
            let words = Words::new(block.get(span.clone()).unwrap_or_default(), span.start);
            let votes = self.small.votes(&words);
            (words, votes)
        };
        let words: Vec<(Words, Votes)> = spans.iter().map(read).collect();
        let lang = Votes::of_block(words.iter().map(|(_, votes)| votes), block);
        let prepared = spans.into_iter().zip(words).map(|(span, words)| self.prepare(words, span, lang)).collect();
        (lang, prepared)
    }

    /// The words of a sentence, all that some ask about.
    pub(super) fn words(&self, block: &str, span: &Range<usize>) -> Words {
        let mut words = Words::new(block.get(span.clone()).unwrap_or_default(), span.start);
        self.mend(&mut words);
        words
    }

    /// Finds the concepts and the sides of a sentence.
    fn prepare(&self, (mut words, mut votes): (Words, Votes), span: Range<usize>, block: Option<Lang>) -> Prepared {
        if self.mend(&mut words) {
            votes = self.small.votes(&words);
        }
        let langs = votes.langs(block);
        let range = 0..words.list().len().min(LONGEST);
        let hits = self.lexicon.hits(&words, langs);
        let sides = Sides::of(&words, range.clone());
        Prepared { span, words, hits, sides, range, lang: block, langs }
    }

    /// Mends typing errors; tells whether there were any.
    fn mend(&self, words: &mut Words) -> bool {
        let mut is_mended = false;
        for index in 0..words.list().len().min(LONGEST) {
            let Some(word) = words.list().get(index) else { break };
            let folded = words.folded(word);
            if word.digit
                || folded.len() < super::spelling::SHORTEST
                || self.spelling.knows(word.hash)
                || self.lexicon.knows(folded)
            {
                continue;
            }
            if let Some(known) = self.spelling.mend(folded) {
                words.replace(index, known);
                is_mended = true;
            }
        }
        is_mended
    }

    /// The features of some words of a sentence.
    pub fn features(&self, prepared: &Prepared, range: Range<usize>) -> Vec<Feature> {
        features(&self.lexicon, &prepared.words, &prepared.hits, range)
    }

    /// The topics of a sentence.
    pub fn judge(&self, prepared: &Prepared) -> Judgement {
        let mut judgement = self.weigh(prepared);
        let [_, _, harsh] = judgement.whole.kinds;
        judgement
            .found
            .retain(|found| !self.is_cleared(prepared, found) && (harsh < 0.5 || found.probability >= HARSH));
        judgement
    }

    /// Whether the words set a topic aside ("not in question") or state a fact of the house and blame or praise nobody.
    fn is_cleared(&self, prepared: &Prepared, found: &Found) -> bool {
        let outside = found.output >= OUTSIDE;
        let stance = self.stance(prepared, &found.range);
        let denied = stance & stances::DENIAL_OF_BLAME != 0 && stance & stances::PRAISE == 0;
        let fact = stance & stances::ANY == 0 && found.range.len() >= 5;
        !outside && (denied || (fact && found.probability < FACT))
    }

    /// Whether the side of a sentence that holds a word says "not in question", or states a fact of the house.
    pub fn is_set_aside(&self, prepared: &Prepared, index: usize) -> bool {
        let range = side_of(prepared, index);
        let stance = self.stance(prepared, &range);
        let denied = stance & stances::DENIAL_OF_BLAME != 0 && stance & stances::PRAISE == 0;
        denied || (stance & stances::ANY == 0 && range.len() >= 5)
    }

    /// The probability that the side of a sentence that holds a word is praise.
    pub fn strength_at(&self, prepared: &Prepared, index: usize) -> f32 {
        self.score(prepared, side_of(prepared, index)).strength
    }

    /// Whether the model or the tables know a word from feedback in general.
    pub(super) fn knows_word(&self, folded: &str, word: &Word) -> bool {
        let mut known = super::features::of_word(folded, word).map(|hash| self.model.row(hash).is_some());
        known.any(|known| known) || self.lexicon.knows(folded)
    }

    /// Whether a sentence names a concept of the tables.
    pub(super) fn names(&self, prepared: &Prepared, concept: &str) -> bool {
        self.names_within(prepared, concept, &prepared.range)
    }

    /// Whether any words of a sentence name a concept of the tables, also those beyond what is read.
    pub(super) fn names_anywhere(&self, prepared: &Prepared, concept: &str) -> bool {
        prepared.hits.iter().any(|hit| self.lexicon.name(hit.concept) == concept)
    }

    /// Whether some words of a sentence name a concept of the tables.
    pub(super) fn names_within(&self, prepared: &Prepared, concept: &str, range: &Range<usize>) -> bool {
        let mut inside = prepared.hits.iter().filter(|hit| range.contains(&usize::from(hit.first)));
        inside.any(|hit| self.lexicon.name(hit.concept) == concept)
    }

    /// Whether a sentence names a built-in topic by one of the words that speak of it alone.
    pub(super) fn names_topic(&self, prepared: &Prepared, topic: &str) -> bool {
        concepts_of(topic).iter().any(|concept| self.names(prepared, concept))
    }

    /// The concepts of another table that a sentence names.
    pub(super) fn hits_of(lexicon: &Lexicon, prepared: &Prepared) -> Vec<Hit> {
        lexicon.hits(&prepared.words, prepared.langs)
    }

    fn stance(&self, prepared: &Prepared, range: &Range<usize>) -> u64 {
        let inside = prepared.hits.iter().filter(|hit| range.contains(&usize::from(hit.first)));
        inside.fold(0, |stance, hit| stance | self.lexicon.stance(hit.concept))
    }

    fn weigh(&self, prepared: &Prepared) -> Judgement {
        let whole = self.score(prepared, prepared.range.clone());
        let Some(sides) = &prepared.sides else {
            let found = chosen(&whole, prepared.range.clone(), &whole.topics);
            return Judgement { found, whole };
        };
        let mut decisive = (self.score(prepared, sides.decisive.clone()), sides.decisive.clone());
        let mut conceded = (self.score(prepared, sides.conceded.clone()), sides.conceded.clone());
        if sides.open && decisive.0.strength > 0.6 && conceded.0.strength < 0.4 {
            std::mem::swap(&mut decisive, &mut conceded);
        }
        let mut blended = [0.0; TOPIC_OUTPUTS];
        for (blend, (side, all)) in blended.iter_mut().zip(decisive.0.topics.iter().zip(&whole.topics)) {
            *blend = SIDE * side + (1.0 - SIDE) * all;
        }
        let mut found = chosen(&decisive.0, decisive.1, &blended);
        for praised in chosen(&conceded.0, conceded.1, &conceded.0.topics) {
            let new = found.iter().all(|known| known.output != praised.output);
            if new && praised.probability >= PRAISED && praised.strength >= 0.7 {
                found.push(praised);
            }
        }
        Judgement { found, whole }
    }

    fn score(&self, prepared: &Prepared, range: Range<usize>) -> Scores {
        let mut sum = Sum::default();
        each_feature(&self.lexicon, &prepared.words, &prepared.hits, range, |feature| sum.add(&self.model, &feature));
        sum.scores(&self.model)
    }

    /// The spans of the words that speak for an output, the likeliest first, at most three.
    pub fn because(&self, prepared: &Prepared, found: &Found) -> Vec<Range<usize>> {
        let start = found.range.start;
        let mut shares = vec![0.0_f32; found.range.len()];
        each_feature(&self.lexicon, &prepared.words, &prepared.hits, found.range.clone(), |feature| {
            let weight = self.model.weight(&feature, found.output);
            let (first, last) = (usize::from(feature.first), usize::from(feature.last));
            let ends = if last > first { 2.0 } else { 1.0 };
            for index in [first, last].into_iter().take(if last > first { 2 } else { 1 }) {
                if let Some(share) = index.checked_sub(start).and_then(|index| shares.get_mut(index)) {
                    *share += weight / ends;
                }
            }
        });
        let phrases = self.phrases(&prepared.words, start, &shares);
        self.telling(prepared, phrases, found)
    }

    /// Leaves out phrases that say nothing by themselves (a number, a small word); without any other, the words that name the topic, if any do.
    fn telling(&self, prepared: &Prepared, phrases: Vec<Range<usize>>, found: &Found) -> Vec<Range<usize>> {
        let list = prepared.words.list();
        let says = |words: &Range<usize>| {
            list.get(words.clone()).unwrap_or_default().iter().any(|word| {
                let folded = prepared.words.folded(word);
                !word.digit && !self.small.has(word) && (folded.len() >= 4 || word.upper) && !NUMBERS.contains(&folded)
            })
        };
        let mut telling: Vec<Range<usize>> = phrases.into_iter().filter(says).collect();
        if telling.is_empty() {
            let topic = found.output.checked_sub(1).and_then(|at| super::model::TOPICS.get(at));
            let concepts = topic.map_or(&[][..], |topic| concepts_of(topic));
            let names = |hit: &&Hit| concepts.contains(&self.lexicon.name(hit.concept));
            let named = prepared.hits.iter().filter(|hit| found.range.contains(&usize::from(hit.first)));
            telling.extend(named.filter(names).take(1).map(|hit| usize::from(hit.first)..usize::from(hit.last) + 1));
        }
        let span = |words: Range<usize>| {
            let words = list.get(words)?;
            Some(words.first()?.span.start..words.last()?.span.end)
        };
        telling.into_iter().filter_map(span).collect()
    }

    /// The places of the words with the greatest shares; neighbours become one phrase.
    fn phrases(&self, words: &Words, start: usize, shares: &[f32]) -> Vec<Range<usize>> {
        let best = shares.iter().copied().fold(0.0, f32::max);
        if best <= 0.0 {
            return Vec::new();
        }
        let heavy = |index: usize| shares.get(index).is_some_and(|share| *share >= best * 0.4);
        let mut phrases: Vec<(f32, Range<usize>)> = Vec::new();
        let mut open: Option<(f32, usize, usize)> = None;
        for index in 0..=shares.len() {
            let small = || words.list().get(start + index).is_some_and(|word| self.small.has(word));
            if heavy(index) && (open.is_some() || !small()) {
                let share = shares.get(index).copied().unwrap_or(0.0);
                open = Some(open.map_or((share, index, index), |(sum, first, _)| (sum + share, first, index)));
            } else if let Some((sum, first, last)) = open
                && !(heavy(index + 1) && small())
            {
                phrases.push((sum, start + first..start + last + 1));
                open = None;
            }
        }
        phrases.sort_by(|left, right| right.0.total_cmp(&left.0));
        phrases.truncate(3);
        phrases.into_iter().map(|(_, words)| words).collect()
    }
}

/// The concepts that name a built-in topic.
fn concepts_of(topic: &str) -> &'static [&'static str] {
    CONCEPTS.iter().find(|(known, _)| *known == topic).map_or(&[], |(_, concepts)| concepts)
}

/// The side that holds a word, the whole where there is one side only.
fn side_of(prepared: &Prepared, index: usize) -> Range<usize> {
    let sides = prepared.sides.iter().flat_map(|sides| [&sides.decisive, &sides.conceded]);
    sides.into_iter().find(|side| side.contains(&index)).unwrap_or(&prepared.range).clone()
}

/// The topics that are likely enough.
fn chosen(scores: &Scores, range: Range<usize>, topics: &[f32; TOPIC_OUTPUTS]) -> Vec<Found> {
    let none = topics.first().copied().unwrap_or(1.0);
    let rival = topics.get(OUTSIDE).is_some_and(|probability| *probability >= FIRST);
    let mut found: Vec<Found> = topics
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(output, probability)| **probability >= if rival && *output < OUTSIDE { GAP } else { SECOND })
        .map(|(output, probability)| Found {
            output,
            probability: *probability,
            strength: scores.strength,
            range: range.clone(),
        })
        .collect();
    found.sort_by(|left, right| right.probability.total_cmp(&left.probability));
    found.truncate(3);
    if found.first().is_none_or(|first| first.probability < FIRST || first.probability < SILENCE * none) {
        found.clear();
    }
    found
}
