//! The linear model: a weight of every known feature for every output.
//!
//! In: [`Feature`]s. Out: [`Scores`]: a probability for each topic and for none, for strength
//! against weakness, for each kind. The weights are `model.bin`, written by
//! `cargo bench --bench suggest -- train` from `training/*.tsv`. Entry point: `Sum`.

use super::features::{Family, Feature};

/// The topics, in the order of the outputs; output 0 is "no topic".
pub const TOPICS: [&str; 23] = [
    "technical-skills",
    "experience",
    "qualifications",
    "languages",
    "problem-solving",
    "communication",
    "confidence",
    "teamwork",
    "enthusiasm",
    "culture-fit",
    "preparation",
    "answer-structure",
    "presence",
    "documents",
    "career-path",
    "targeting",
    "overqualified",
    "salary",
    "availability",
    "competition",
    "internal-candidate",
    "hiring-freeze",
    "role-changed",
];

/// How many outputs say which topic: none, then each.
pub const TOPIC_OUTPUTS: usize = TOPICS.len() + 1;
/// The output that says strength (above 0) or weakness (below).
pub const POLARITY: usize = TOPIC_OUTPUTS;
/// The first of three outputs: constructive, generic, unconstructive.
pub const KIND: usize = POLARITY + 1;
/// How many outputs there are.
pub const OUTPUTS: usize = KIND + 3;

/// A number for each output.
pub type Row = [f32; OUTPUTS];

const MAGIC: &[u8; 4] = b"RBS1";

/// What the model says of some features.
#[derive(Clone, Copy, Debug)]
pub struct Scores {
    /// Probabilities: no topic, then each of [`TOPICS`].
    pub topics: [f32; TOPIC_OUTPUTS],
    /// The probability of a strength.
    pub strength: f32,
    /// Probabilities of constructive, generic, unconstructive.
    pub kinds: [f32; 3],
    /// What one unit of feature value adds: weights are divided by this.
    pub norm: f32,
}

/// The weights.
#[derive(Debug, Default)]
pub struct Model {
    /// The hashes of the known features, in ascending order, and the weights of each.
    keys: &'static [[u8; 4]],
    rows: &'static [[u8; OUTPUTS]],
    /// Where the hashes begin that share their first bits, for every value of these.
    starts: Vec<u32>,
    scale: Vec<f32>,
    bias: Vec<f32>,
    words: &'static str,
}

/// How many bits of a hash the table of starts leaves out.
const REST: u32 = 16;

/// How much a feature of a family counts.
pub fn value(family: Family) -> f32 {
    match family {
        Family::Word => 0.8,
        Family::Pair => 0.7,
        Family::Concept => 1.0,
        Family::ConceptPair | Family::Shape => 0.5,
    }
}

impl Model {
    /// Reads a model file; an unreadable one yields a model that knows nothing.
    pub fn read(bytes: &'static [u8]) -> Self {
        read(bytes).unwrap_or_default()
    }

    /// The words that the training sentences hold, for mending typing errors.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.lines()
    }

    /// The weights of a feature.
    pub fn row(&self, hash: u32) -> Option<&'static [u8; OUTPUTS]> {
        let place = |first: usize| usize::try_from(*self.starts.get(first)?).ok();
        let first = usize::try_from(hash >> REST).ok()?;
        let (start, end) = (place(first)?, place(first + 1)?);
        let at = self.keys.get(start..end)?.iter().position(|key| u32::from_le_bytes(*key) == hash)?;
        self.rows.get(start + at)
    }

    /// How much more a feature speaks for an output than, at half, for no topic, before division by [`Scores::norm`].
    pub fn weight(&self, feature: &Feature, output: usize) -> f32 {
        let Some(row) = self.row(feature.hash) else { return 0.0 };
        let weight = |output: usize| {
            let weight = row.get(output).map_or(0, |weight| weight.cast_signed());
            let scale = self.scale.get(output).copied().unwrap_or(0.0);
            f32::from(weight) * scale * value(feature.family)
        };
        weight(output) - weight(0).max(0.0) * 0.5
    }
}

/// A sum over features.
#[derive(Debug)]
pub(super) struct Sum {
    sums: Row,
    squares: f32,
}

impl Default for Sum {
    fn default() -> Self {
        Self { sums: [0.0; OUTPUTS], squares: 1.0 }
    }
}

impl Sum {
    /// Adds a feature, if the model knows it.
    pub(super) fn add(&mut self, model: &Model, feature: &Feature) {
        let Some(row) = model.row(feature.hash) else { return };
        let value = value(feature.family);
        self.squares += value * value;
        for (sum, weight) in self.sums.iter_mut().zip(row) {
            *sum += value * f32::from(weight.cast_signed());
        }
    }

    /// The sum as probabilities.
    pub(super) fn scores(mut self, model: &Model) -> Scores {
        let norm = self.squares.sqrt();
        for (sum, (scale, bias)) in self.sums.iter_mut().zip(model.scale.iter().zip(&model.bias)) {
            *sum = *sum * scale / norm + bias;
        }
        scores(&self.sums, norm)
    }
}

/// Turns sums into probabilities.
pub fn scores(sums: &Row, norm: f32) -> Scores {
    let mut topics = [0.0; TOPIC_OUTPUTS];
    let mut kinds = [0.0; 3];
    for (topic, sum) in topics.iter_mut().zip(sums) {
        *topic = *sum;
    }
    for (kind, sum) in kinds.iter_mut().zip(sums.iter().skip(KIND)) {
        *kind = *sum;
    }
    softmax(&mut topics);
    softmax(&mut kinds);
    let strength = sums.get(POLARITY).map_or(0.5, |sum| 1.0 / (1.0 + (-sum).exp()));
    Scores { topics, strength, kinds, norm }
}

/// Turns logits into probabilities in place.
pub fn softmax(values: &mut [f32]) {
    let top = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut total = 0.0;
    for value in values.iter_mut() {
        *value = (*value - top).exp();
        total += *value;
    }
    for value in values {
        *value /= total;
    }
}

/// Writes a model file: features sorted by hash, weights in 8 bits, then the words.
pub fn write(features: &[(u32, Row)], bias: &Row, words: &[String]) -> Vec<u8> {
    let mut scale = [1e-6_f32; OUTPUTS];
    for (_, row) in features {
        for (scale, weight) in scale.iter_mut().zip(row) {
            *scale = scale.max(weight.abs() / 127.0);
        }
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend(u32::try_from(features.len()).unwrap_or(0).to_le_bytes());
    for number in scale.iter().chain(bias) {
        bytes.extend(number.to_le_bytes());
    }
    for (hash, _) in features {
        bytes.extend(hash.to_le_bytes());
    }
    for (_, row) in features {
        bytes.extend(row.iter().zip(scale).flat_map(|(weight, scale)| quantised(*weight / scale).to_le_bytes()));
    }
    bytes.extend(words.join("\n").as_bytes());
    bytes
}

#[expect(clippy::cast_possible_truncation, reason = "the value is rounded and held within the range of i8")]
fn quantised(weight: f32) -> i8 {
    weight.round().clamp(-127.0, 127.0) as i8
}

fn read(bytes: &'static [u8]) -> Option<Model> {
    let rest = bytes.strip_prefix(MAGIC.as_slice())?;
    let (count, mut rest) = rest.split_first_chunk::<4>()?;
    let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
    let mut numbers = Vec::with_capacity(2 * OUTPUTS);
    for _ in 0..2 * OUTPUTS {
        let (number, tail) = rest.split_first_chunk::<4>()?;
        numbers.push(f32::from_le_bytes(*number));
        rest = tail;
    }
    let bias = numbers.split_off(OUTPUTS);
    let (keys, rest) = rest.split_at_checked(count * 4)?;
    let (weights, words) = rest.split_at_checked(count * OUTPUTS)?;
    let (keys, rows) = (keys.as_chunks().0, weights.as_chunks().0);
    let words = std::str::from_utf8(words).ok()?;
    Some(Model { keys, rows, starts: starts(keys), scale: numbers, bias, words })
}

/// For every value of the first bits, how many hashes have less there; the last number is that of all.
fn starts(keys: &[[u8; 4]]) -> Vec<u32> {
    let firsts = 1_usize << (u32::BITS - REST);
    let mut starts = Vec::with_capacity(firsts + 1);
    for (at, key) in (0_u32..).zip(keys) {
        let first = usize::try_from(u32::from_le_bytes(*key) >> REST).unwrap_or(firsts);
        starts.resize(starts.len().max(first + 1), at);
    }
    starts.resize(firsts + 1, u32::try_from(keys.len()).unwrap_or(u32::MAX));
    starts
}
