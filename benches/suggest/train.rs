//! The trainer: multinomial logistic regression on topics and kinds, binary on polarity.
//!
//! In: labelled sentences. Out: the bytes of a model file. Stochastic gradient descent with a
//! falling step and L2 shrinkage, over a fixed shuffle: same sentences, same bytes. Each step sees a random half of
//! a sentence's features, so that no rare word is trusted to decide alone. A topic's target is shared among
//! the topics of a row. A two-sided sentence is learnt whole and by its deciding side.

use std::collections::BTreeMap;

use rebond::suggest::engine::{Engine, Prepared};
use rebond::suggest::features::{Family, Feature};
use rebond::suggest::model::{self, KIND, Model, OUTPUTS, POLARITY, Row as Weights, TOPIC_OUTPUTS, TOPICS, value};

use crate::rows::Row;

const EPOCHS: u32 = 60;
const STEP: f32 = 2.0;
const SHRINK: f32 = 0.000_06;
/// How much a sentence made from a frame counts.
const FRAMED: f32 = 0.5;
/// What the features kept by [`half`] count for, to make up for the others in part: the root of two.
const KEPT: f32 = std::f32::consts::SQRT_2;

struct Example {
    features: Vec<(usize, f32)>,
    topics: [f32; TOPIC_OUTPUTS],
    strength: Option<f32>,
    kind: Option<usize>,
    weight: f32,
}

/// Trains a model on the rows.
pub(crate) fn train(rows: &[Row]) -> Vec<u8> {
    let engine = Engine::new(Model::default());
    let mut raw = Vec::new();
    let mut words: BTreeMap<String, u32> = BTreeMap::new();
    for row in rows {
        for prepared in engine.prepare_block(&row.text).1 {
            for word in prepared.words.list() {
                *words.entry(prepared.words.folded(word).to_owned()).or_default() += 1;
            }
            raw.push((engine.features(&prepared, prepared.range.clone()), row, true));
            if let Some(part) = deciding(&engine, &prepared) {
                raw.push((part, row, false));
            }
        }
    }
    let index = kept(&raw);
    let examples: Vec<Example> =
        raw.iter().map(|(features, row, whole)| example(&index, features, row, *whole)).collect();
    let (weights, bias) = descend(&examples, index.len());
    let features: Vec<(u32, Weights)> = index.keys().copied().zip(weights).collect();
    let words: Vec<String> = words.into_keys().filter(|word| word.len() >= 7).collect();
    model::write(&features, &bias, &words)
}

fn deciding(engine: &Engine, prepared: &Prepared) -> Option<Vec<Feature>> {
    let sides = prepared.sides.as_ref()?;
    Some(engine.features(prepared, sides.decisive.clone()))
}

/// The features frequent enough to keep, numbered in the order of their hashes.
fn kept(raw: &[(Vec<Feature>, &Row, bool)]) -> BTreeMap<u32, usize> {
    let mut counts: BTreeMap<u32, (u32, Family)> = BTreeMap::new();
    for (features, _, whole) in raw {
        let mut hashes: Vec<(u32, Family)> = features.iter().map(|feature| (feature.hash, feature.family)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        for (hash, family) in hashes {
            counts.entry(hash).or_insert((0, family)).0 += u32::from(*whole);
        }
    }
    counts.retain(|_, (count, family)| {
        *count >= if matches!(family, Family::Word | Family::Concept | Family::Shape) { 1 } else { 2 }
    });
    counts.into_keys().enumerate().map(|(index, hash)| (hash, index)).collect()
}

fn example(index: &BTreeMap<u32, usize>, features: &[Feature], row: &Row, whole: bool) -> Example {
    let mut values: BTreeMap<usize, f32> = BTreeMap::new();
    let mut squares = 1.0_f32;
    for feature in features {
        if let Some(at) = index.get(&feature.hash) {
            let value = value(feature.family);
            *values.entry(*at).or_default() += value;
            squares += value * value;
        }
    }
    let norm = squares.sqrt();
    let mut topics = [0.0; TOPIC_OUTPUTS];
    let known: Vec<usize> =
        row.topics.iter().filter_map(|topic| TOPICS.iter().position(|known| known == topic)).collect();
    for topic in &known {
        if let Some(target) = topics.get_mut(topic + 1) {
            *target = 1.0 / f32::from(u16::try_from(known.len()).unwrap_or(1));
        }
    }
    if known.is_empty() {
        topics[0] = 1.0;
    }
    Example {
        features: values.into_iter().map(|(at, value)| (at, value / norm)).collect(),
        topics,
        strength: match row.polarity.as_str() {
            "strength" => Some(1.0),
            "weakness" => Some(0.0),
            _ => None,
        },
        kind: if whole {
            ["constructive", "generic", "unconstructive"].iter().position(|kind| *kind == row.kind)
        } else {
            None
        },
        weight: if row.framed {
            FRAMED
        } else if whole {
            1.0
        } else {
            0.6
        },
    }
}

fn descend(examples: &[Example], count: usize) -> (Vec<Weights>, Weights) {
    let mut weights = vec![[0.0_f32; OUTPUTS]; count];
    let mut bias = [0.0_f32; OUTPUTS];
    let mut state = 99;
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for epoch in 0..EPOCHS {
        shuffle(&mut order, u64::from(epoch) + 1);
        #[expect(clippy::cast_precision_loss, reason = "few epochs")]
        let step = STEP * (1.0 - epoch as f32 / EPOCHS as f32).max(0.03);
        for example in order.iter().filter_map(|at| examples.get(*at)) {
            let features = half(&example.features, &mut state);
            let gradient = gradient(&weights, &bias, example, &features);
            for (bias, slope) in bias.iter_mut().zip(&gradient) {
                *bias += step * 0.1 * slope;
            }
            for (at, value) in &features {
                let Some(row) = weights.get_mut(*at) else { continue };
                for (weight, slope) in row.iter_mut().zip(&gradient) {
                    *weight += step * (slope * value - SHRINK * 40.0 * *weight * value);
                }
            }
        }
    }
    (weights, bias)
}

/// About half of the features, drawn by the state.
fn half(features: &[(usize, f32)], state: &mut u64) -> Vec<(usize, f32)> {
    let mut kept = Vec::with_capacity(features.len());
    for (at, value) in features {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if *state >> 63 == 1 {
            kept.push((*at, value * KEPT));
        }
    }
    kept
}

/// Target minus the prediction from some features, for every output.
fn gradient(weights: &[Weights], bias: &Weights, example: &Example, features: &[(usize, f32)]) -> Weights {
    let mut sums = *bias;
    for (at, value) in features {
        if let Some(row) = weights.get(*at) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += value * weight;
            }
        }
    }
    let scores = model::scores(&sums, 1.0);
    let mut gradient = [0.0; OUTPUTS];
    for (slope, (target, score)) in gradient.iter_mut().zip(example.topics.iter().zip(&scores.topics)) {
        *slope = example.weight * (target - score);
    }
    if let (Some(target), Some(slope)) = (example.strength, gradient.get_mut(POLARITY)) {
        *slope = example.weight * (target - scores.strength);
    }
    if let Some(kind) = example.kind {
        for (at, (slope, score)) in gradient.iter_mut().skip(KIND).zip(&scores.kinds).enumerate() {
            *slope = example.weight.min(1.0) * if at == kind { 1.0 - score } else { -score };
        }
    }
    gradient
}

/// Shuffles in an order that only the seed decides.
pub(crate) fn shuffle(order: &mut [usize], seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for last in (1..order.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from(state >> 33).unwrap_or(0) % (last + 1);
        order.swap(last, other);
    }
}
