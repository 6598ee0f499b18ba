//! What is measured at each size, in turns, and the table of medians.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::Result;
use crate::journal::TODAY;
use crate::measure::{Cost, cost};

/// One thing that is measured.
struct Step {
    name: &'static str,
    /// Whether topics are suggested while it is measured.
    suggestions: bool,
    work: Work,
}

enum Work {
    /// The floor program, to a fresh folder.
    Floor,
    /// A build to a fresh folder.
    Build,
    /// A build when nothing changed.
    Again,
    /// A build after one entry was changed.
    Edit,
    /// A command that writes nothing.
    Command(&'static [&'static str]),
}

const STEPS: &[Step] = &[
    Step { name: "floor", suggestions: true, work: Work::Floor },
    Step { name: "build", suggestions: true, work: Work::Build },
    Step { name: "again", suggestions: true, work: Work::Again },
    Step { name: "one edit", suggestions: true, work: Work::Edit },
    Step { name: "check", suggestions: true, work: Work::Command(&["check", "--strict"]) },
    Step { name: "status", suggestions: true, work: Work::Command(&["status"]) },
    Step { name: "build -s", suggestions: false, work: Work::Build },
    Step { name: "again -s", suggestions: false, work: Work::Again },
    Step { name: "one edit -s", suggestions: false, work: Work::Edit },
    Step { name: "check -s", suggestions: false, work: Work::Command(&["check"]) },
    Step { name: "status -s", suggestions: false, work: Work::Command(&["status"]) },
];

/// Returns how often each step is run at a size.
pub(crate) fn repetitions(entries: usize) -> usize {
    match entries {
        0..=1_000 => 9,
        1_001..=20_000 => 5,
        _ => 1,
    }
}

/// Runs all steps in turns on the journal at `root` and returns the table of their medians.
pub(crate) fn table(root: &Path, scratch: &Path, entries: usize) -> Result<String> {
    let bench = Bench { root, scratch, sizes: scratch.join("sizes"), edited: first_entry(root)? };
    bench.run(&STEPS[1], 0)?;
    let (pages, bytes) = bench.write_sizes()?;
    let mut costs: Vec<Vec<Cost>> = STEPS.iter().map(|_| Vec::new()).collect();
    for turn in 1..=repetitions(entries) {
        for (step, costs) in STEPS.iter().zip(&mut costs) {
            costs.push(bench.run(step, turn)?);
        }
    }
    let medians: Vec<Cost> = costs.iter().map(|costs| median(costs)).collect();
    let mut text = format!("{entries} entries; site of {pages} files, {} KiB; -s: without suggestions\n", bytes / 1024);
    let floor = medians[0];
    let _ = writeln!(text, "{:12}{:>10}{:>10}{:>9}{:>9}{:>9}", "", "wall ms", "CPU ms", "MiB", "x wall", "x CPU");
    for (step, cost) in STEPS.iter().zip(&medians) {
        let (wall, cpu) = (cost.wall / floor.wall, cost.cpu / floor.cpu);
        let Cost { wall: wall_ms, cpu: cpu_ms, memory } = cost;
        let _ = writeln!(text, "{:12}{wall_ms:>10.1}{cpu_ms:>10.1}{memory:>9.1}{wall:>9.2}{cpu:>9.2}", step.name);
    }
    Ok(text)
}

struct Bench<'a> {
    root: &'a Path,
    scratch: &'a Path,
    /// The file that tells the floor how long each file is.
    sizes: std::path::PathBuf,
    /// The entry that is edited.
    edited: std::path::PathBuf,
}

impl Bench<'_> {
    /// Runs a step. What it writes stays until the end: where files were just removed, ext4 is slow to make new ones.
    fn run(&self, step: &Step, turn: usize) -> Result<Cost> {
        let settings = "title = \"Journal de mesure\"\nlang = \"fr\"\nregion = \"FR\"\n";
        fs::write(
            self.root.join("rebond.toml"),
            format!("{settings}[analysis]\nsuggestions = {}\n", step.suggestions),
        )?;
        let (site, floor) = (self.site(step, turn), self.scratch.join(format!("floor-{turn}")));
        if matches!(step.work, Work::Edit) {
            let text = fs::read_to_string(&self.edited)?;
            fs::write(&self.edited, format!("{text}Un mot de plus.\n"))?;
        }
        let shown = |path: &Path| path.display().to_string();
        let rebond = |rest: &[&str]| {
            let words = [env!("CARGO_BIN_EXE_rebond"), "-C", &shown(self.root), "--today", &TODAY.to_string()]
                .map(str::to_owned);
            words.into_iter().chain(rest.iter().map(|word| (*word).to_owned())).collect::<Vec<_>>()
        };
        match step.work {
            Work::Floor => cost(&[
                shown(&std::env::current_exe()?),
                "floor".to_owned(),
                shown(self.root),
                shown(&self.sizes),
                shown(&floor),
            ]),
            Work::Build | Work::Again | Work::Edit => cost(&rebond(&["build", "--out", &shown(&site)])),
            Work::Command(words) => cost(&rebond(words)),
        }
    }

    /// Returns the folder that a build of this turn writes to.
    fn site(&self, step: &Step, turn: usize) -> std::path::PathBuf {
        self.scratch.join(format!("site-{}-{turn}", if step.suggestions { "on" } else { "off" }))
    }

    /// Writes how long the files of the site are, those of entries first; returns how many, and their sum.
    fn write_sizes(&self) -> Result<(usize, u64)> {
        let mut sizes = Vec::new();
        for item in WalkDir::new(self.site(&STEPS[1], 0)).sort_by_file_name() {
            let item = item?;
            if item.file_type().is_file() {
                sizes.push(item.metadata()?.len());
            }
        }
        let lines: String = sizes.iter().flat_map(|size| [size.to_string(), "\n".to_owned()]).collect();
        fs::write(&self.sizes, lines)?;
        Ok((sizes.len(), sizes.iter().sum()))
    }
}

fn first_entry(root: &Path) -> Result<std::path::PathBuf> {
    let mut files =
        WalkDir::new(root.join("entries")).sort_by_file_name().into_iter().filter_map(std::result::Result::ok);
    let first = files.find(|item| item.file_type().is_file()).ok_or("no entry")?;
    Ok(first.into_path())
}

/// Returns the median of each figure.
fn median(costs: &[Cost]) -> Cost {
    let middle = |figure: fn(&Cost) -> f64| {
        let mut figures: Vec<f64> = costs.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    };
    Cost { wall: middle(|cost| cost.wall), cpu: middle(|cost| cost.cpu), memory: middle(|cost| cost.memory) }
}
