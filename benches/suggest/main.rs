//! Trains and measures the suggestions.
//!
//! `cargo bench --bench suggest -- train` writes `src/suggest/model.bin` from `src/suggest/training/*.tsv`;
//! `-- eval PATH.tsv` scores the built-in model on labelled rows beside a baseline; `-- cross` scores by
//! five-fold cross-validation on the training sentences; `-- speed [PATH.tsv]` counts sentences a second.
//! Without a subcommand it measures the speed.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]
#![expect(
    clippy::disallowed_methods,
    reason = "a program of the workshop, not of the person; it reads labelled files and writes the model"
)]

mod baseline;
mod evaluate;
mod rows;
mod train;

use std::time::Instant;

use rebond::suggest::engine::Engine;
use rebond::suggest::model::Model;
use rebond::suggest::{Suggester, Voice};

const TRAINING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/suggest/training");
const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/suggest/model.bin");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["train"] => {
            let rows = rows::training(TRAINING)?;
            let bytes = train::train(&rows);
            println!("{} sentences, {} bytes of model", rows.len(), bytes.len());
            std::fs::write(MODEL, bytes)?;
        }
        ["eval", path, rest @ ..] => {
            let rows = rows::labelled(path)?;
            evaluate::report(&Suggester::new(&[], &[]), &rows, rest.contains(&"errors"));
        }
        ["cross", rest @ ..] => cross(&rows::training(TRAINING)?, rest.contains(&"errors")),
        ["speed", path] => speed(&rows::labelled(path)?),
        [] | ["speed"] => speed(&rows::training(TRAINING)?),
        _ => eprintln!("usage: train | eval PATH.tsv [errors] | cross [errors] | speed [PATH.tsv]"),
    }
    Ok(())
}

/// Five models, each scored on the fifth of the sentences that it has not seen.
fn cross(rows: &[rows::Row], errors: bool) {
    let mut answers = Vec::new();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    train::shuffle(&mut order, 7);
    let mut tested = Vec::new();
    for fold in 0..5 {
        let part = |inside: bool| -> Vec<rows::Row> {
            order
                .iter()
                .enumerate()
                .filter_map(|(at, index)| Some((at % 5 == fold, rows.get(*index)?)))
                .filter(|(tested, row)| if row.framed { !inside } else { *tested == inside })
                .map(|(_, row)| row.clone())
                .collect()
        };
        let bytes = train::train(&part(false));
        let suggester = Suggester::with_engine(Engine::new(Model::read(&bytes)), &[], &[]);
        let test = part(true);
        answers.extend(test.iter().map(|row| evaluate::answer(&suggester, row)));
        tested.extend(test);
    }
    evaluate::print_all(&tested, &answers, false);
    if errors {
        evaluate::print_errors(&tested, &answers);
    }
}

fn speed(rows: &[rows::Row]) {
    let started = Instant::now();
    let suggester = Suggester::new(&[], &[]);
    println!("built in {} ms", started.elapsed().as_millis());
    let started = Instant::now();
    let (mut sentences, mut mentions) = (0, 0);
    while started.elapsed().as_secs() < 3 {
        for row in rows {
            let read = suggester.read(&row.text, Voice::Recruiter);
            sentences += read.len();
            mentions += read.iter().map(|sentence| sentence.mentions.len()).sum::<usize>();
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a count for the eye")]
    let rate = sentences as f64 / started.elapsed().as_secs_f64();
    println!("{rate:.0} sentences a second on one core ({mentions} mentions in {sentences} sentences)");
}
