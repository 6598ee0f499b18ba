//! The evaluation: how well suggestions agree with labels.
//!
//! A gold topic found is right, one not found is missed, a suggested topic that is not gold is
//! wrong, except praise in a row whose label is no praise (the praised side of a two-sided sentence is not scored).
//! Polarity counts where a topic agrees: praise against praise; `neutral`, the label of an outside
//! cause, agrees with a mention that is no praise. Intervals: 95 %, 1000 bootstrap resamples of rows.

use std::collections::BTreeMap;

use rebond::suggest::{Kind, Polarity, Suggester, Voice};

use crate::baseline::Baseline;
use crate::rows::Row;

/// What was suggested for a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    pub(crate) mentions: Vec<(String, Polarity)>,
    pub(crate) kind: Option<Kind>,
}

/// One figure of a tally.
type Figure = fn(&Tally) -> f64;

/// What a row adds to the figures.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: u32,
    wrong: u32,
    missed: u32,
    agreed: u32,
    same_polarity: u32,
    kinds: u32,
    same_kind: u32,
    empty: u32,
    left_alone: u32,
}

/// Reads a row's text as one block.
pub(crate) fn answer(suggester: &Suggester, row: &Row) -> Answer {
    let mut mentions: Vec<(String, Polarity)> = Vec::new();
    for mention in suggester.read(&row.text, Voice::Recruiter).into_iter().flat_map(|sentence| sentence.mentions) {
        if mentions.iter().all(|(topic, _)| *topic != mention.topic) {
            mentions.push((mention.topic, mention.polarity));
        }
    }
    let gist = suggester.gist(&suggester.hear(&row.text));
    Answer { mentions, kind: suggester.kind(&[(&row.text, &gist)]).map(|reading| reading.kind) }
}

/// Prints the figures of the suggestions and of the baseline.
pub(crate) fn report(suggester: &Suggester, rows: &[Row], errors: bool) {
    let baseline = Baseline::new();
    let answers: Vec<Answer> = rows.iter().map(|row| answer(suggester, row)).collect();
    let plain: Vec<Answer> = rows.iter().map(|row| baseline.answer(row)).collect();
    print_all(rows, &answers, true);
    println!("\nBaseline: keywords with stems");
    print_summary("all", rows, &plain);
    for lang in ["fr", "en"] {
        print_lang(lang, rows, &plain);
    }
    if errors {
        print_errors(rows, &answers);
    }
}

/// Prints the figures of some answers, each language apart.
pub(crate) fn print_all(rows: &[Row], answers: &[Answer], topics: bool) {
    print_summary("all", rows, answers);
    for lang in ["fr", "en"] {
        print_lang(lang, rows, answers);
    }
    print_topics(rows, answers);
    if topics {
        print_confusions(rows, answers);
    }
}

fn print_lang(lang: &str, rows: &[Row], answers: &[Answer]) {
    let (rows, answers): (Vec<Row>, Vec<Answer>) = rows
        .iter()
        .zip(answers)
        .filter(|(row, _)| row.lang == lang)
        .map(|(row, answer)| (row.clone(), answer.clone()))
        .unzip();
    print_summary(lang, &rows, &answers);
}

fn tally(row: &Row, answer: &Answer) -> Tally {
    let mut tally = Tally::default();
    let praised = row.polarity == "strength";
    for (topic, polarity) in &answer.mentions {
        if row.topics.contains(topic) {
            tally.right += 1;
            tally.agreed += 1;
            tally.same_polarity += u32::from((*polarity == Polarity::Strength) == praised);
        } else if *polarity == Polarity::Weakness || row.topics.is_empty() || praised {
            tally.wrong += 1;
        }
    }
    tally.missed = u32::try_from(row.topics.len()).unwrap_or(0) - tally.right;
    let kind = answer.kind.map(kind_name);
    // Sentences of a diary have no kind.
    tally.kinds = u32::from(KINDS.contains(&row.kind.as_str()));
    tally.same_kind = u32::from(kind == Some(row.kind.as_str()));
    tally.empty = u32::from(row.topics.is_empty());
    tally.left_alone = u32::from(row.topics.is_empty() && answer.mentions.is_empty());
    tally
}

const KINDS: [&str; 3] = ["constructive", "generic", "unconstructive"];

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Constructive => "constructive",
        Kind::Generic => "generic",
        Kind::Unconstructive => "unconstructive",
    }
}

fn sum<'a>(tallies: impl Iterator<Item = &'a Tally>) -> Tally {
    tallies.fold(Tally::default(), |mut sum, one| {
        sum.right += one.right;
        sum.wrong += one.wrong;
        sum.missed += one.missed;
        sum.agreed += one.agreed;
        sum.same_polarity += one.same_polarity;
        sum.kinds += one.kinds;
        sum.same_kind += one.same_kind;
        sum.empty += one.empty;
        sum.left_alone += one.left_alone;
        sum
    })
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { f64::NAN } else { f64::from(part) / f64::from(whole) }
}

impl Tally {
    fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    fn recall(&self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    fn f1(&self) -> f64 {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    fn polarity(&self) -> f64 {
        share(self.same_polarity, self.agreed)
    }

    fn kind(&self) -> f64 {
        share(self.same_kind, self.kinds)
    }

    fn silence(&self) -> f64 {
        share(self.left_alone, self.empty)
    }
}

fn print_summary(name: &str, rows: &[Row], answers: &[Answer]) {
    let tallies: Vec<Tally> = rows.iter().zip(answers).map(|(row, answer)| tally(row, answer)).collect();
    let all = sum(tallies.iter());
    let figures: [(&str, Figure); 6] = [
        ("micro F1", Tally::f1),
        ("precision", Tally::precision),
        ("recall", Tally::recall),
        ("polarity", Tally::polarity),
        ("kind", Tally::kind),
        ("left alone", Tally::silence),
    ];
    println!("{name}: {} rows", rows.len());
    for (label, figure) in figures {
        let (low, high) = interval(&tallies, figure);
        println!("  {label:<12} {:.3}  [{low:.3}, {high:.3}]", figure(&all));
    }
    println!("  {:<12} {:.3}", "macro F1", macro_f1(rows, answers));
}

fn interval(tallies: &[Tally], figure: fn(&Tally) -> f64) -> (f64, f64) {
    let mut values: Vec<f64> = (0..1000_u64)
        .map(|round| {
            let mut order: Vec<usize> = Vec::with_capacity(tallies.len());
            let mut state = round.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
            for _ in 0..tallies.len() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                order.push(usize::try_from(state >> 33).unwrap_or(0) % tallies.len());
            }
            figure(&sum(order.iter().filter_map(|at| tallies.get(*at))))
        })
        .filter(|value| !value.is_nan())
        .collect();
    values.sort_by(f64::total_cmp);
    let at = |share: usize| values.get(values.len() * share / 1000).copied().unwrap_or(f64::NAN);
    (at(25), at(975))
}

/// Right, wrong and missed of every topic.
fn by_topic(rows: &[Row], answers: &[Answer]) -> BTreeMap<String, Tally> {
    let mut topics: BTreeMap<String, Tally> = BTreeMap::new();
    for (row, answer) in rows.iter().zip(answers) {
        for (topic, polarity) in &answer.mentions {
            let entry = topics.entry(topic.clone()).or_default();
            if row.topics.contains(topic) {
                entry.right += 1;
            } else if *polarity == Polarity::Weakness || row.topics.is_empty() || row.polarity == "strength" {
                entry.wrong += 1;
            }
        }
        for topic in row.topics.iter().filter(|topic| answer.mentions.iter().all(|(found, _)| found != *topic)) {
            topics.entry(topic.clone()).or_default().missed += 1;
        }
    }
    topics
}

fn macro_f1(rows: &[Row], answers: &[Answer]) -> f64 {
    let topics = by_topic(rows, answers);
    let count = u32::try_from(topics.len()).unwrap_or(1).max(1);
    topics.values().map(Tally::f1).filter(|value| !value.is_nan()).sum::<f64>() / f64::from(count)
}

fn print_topics(rows: &[Row], answers: &[Answer]) {
    println!("{:<20} {:>9} {:>7} {:>7} {:>6}", "topic", "precision", "recall", "F1", "rows");
    for (topic, tally) in by_topic(rows, answers) {
        println!(
            "{topic:<20} {:>9.2} {:>7.2} {:>7.2} {:>6}",
            tally.precision(),
            tally.recall(),
            tally.f1(),
            tally.right + tally.missed
        );
    }
}

/// Which topic was suggested where another was gold; `none` where nothing was suggested or gold.
fn print_confusions(rows: &[Row], answers: &[Answer]) {
    let mut pairs: BTreeMap<(String, String), u32> = BTreeMap::new();
    let mut kinds: BTreeMap<(String, String), u32> = BTreeMap::new();
    for (row, answer) in rows.iter().zip(answers) {
        let found = answer.kind.map_or("none", kind_name);
        *kinds.entry((row.kind.clone(), found.to_owned())).or_default() += 1;
        let missed: Vec<&String> =
            row.topics.iter().filter(|topic| answer.mentions.iter().all(|(found, _)| found != *topic)).collect();
        let wrong: Vec<&String> = answer
            .mentions
            .iter()
            .filter(|(topic, polarity)| {
                !row.topics.contains(topic)
                    && (*polarity == Polarity::Weakness || row.topics.is_empty() || row.polarity == "strength")
            })
            .map(|(topic, _)| topic)
            .collect();
        let none = "none".to_owned();
        for gold in &missed {
            for guess in if wrong.is_empty() { vec![&none] } else { wrong.clone() } {
                *pairs.entry(((*gold).clone(), guess.clone())).or_default() += 1;
            }
        }
        if missed.is_empty() {
            for guess in wrong {
                *pairs.entry((none.clone(), guess.clone())).or_default() += 1;
            }
        }
    }
    let mut pairs: Vec<_> = pairs.into_iter().collect();
    pairs.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
    println!("confusions (gold → suggested):");
    for ((gold, guess), count) in pairs.iter().take(15) {
        println!("  {count:>3}  {gold} → {guess}");
    }
    println!("kinds (gold → suggested):");
    for ((gold, guess), count) in kinds {
        println!("  {count:>3}  {gold} → {guess}");
    }
}

/// Prints the rows that differ from their labels.
pub(crate) fn print_errors(rows: &[Row], answers: &[Answer]) {
    for (row, answer) in rows.iter().zip(answers) {
        let tally = tally(row, answer);
        let kind = answer.kind.map_or("none", kind_name);
        if tally.wrong + tally.missed > 0 || tally.same_polarity < tally.agreed || kind != row.kind {
            println!(
                "{} | {:?} {} {} | got {:?} {kind}",
                row.text, row.topics, row.polarity, row.kind, answer.mentions
            );
        }
    }
}
