//! The fuzz targets of `tests/fuzz`, over every seed and over what cutting and mixing makes of the seeds.

#[path = "../fuzz/targets.rs"]
mod targets;

use rebond::fs;

use crate::support::{files_below, source_path};
use targets::TARGETS;

/// The files that the fuzzer starts from.
fn seeds() -> Vec<Vec<u8>> {
    let folders =
        ["example-journal/entries", "example-journal/plan", "tests/journals", "tests/diagnostics", "tests/fuzz/seeds"];
    let files = folders.iter().flat_map(|folder| files_below(&source_path(folder)));
    files.map(|path| fs::read(&path).unwrap()).filter(|bytes| bytes.len() < 20_000).collect()
}

#[test]
fn every_target_holds_for_every_seed() {
    let seeds = seeds();
    assert!(seeds.len() > 100, "{}", seeds.len());
    for (name, target) in TARGETS {
        // Pages take their time: every sixteenth seed will do for them.
        let step = if matches!(name, "body" | "share") { 16 } else { 1 };
        for (seed, next) in seeds.iter().zip(seeds.iter().skip(1)).step_by(step) {
            target(seed);
            // The first half of one with the second half of the other.
            target(&[&seed[..seed.len() / 2], &next[next.len() / 2..]].concat());
        }
    }
}

#[test]
fn every_target_is_one_of_the_fuzzer() {
    let names = fs::names(&source_path("tests/fuzz/fuzz_targets")).unwrap();
    let mut known: Vec<String> = TARGETS.iter().map(|(name, _)| format!("{name}.rs")).collect();
    known.sort();
    assert_eq!(names, known);
}
