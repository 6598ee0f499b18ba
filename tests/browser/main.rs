//! The report in a real browser: builds two journals and lets `check.mjs` open their pages.
//!
//! Run by `.ci/test`, which installs what this needs below the target folder.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test program may fail, and reports on its output")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use rebond::fs;

/// A journal and the name its site has in the results.
const JOURNALS: [(&str, &str); 2] = [("example-journal", "fr"), ("tests/journals/english", "en")];
/// Every theme is looked at with every journal.
const THEMES: [&str; 2] = ["booklet", "correspondence"];

fn main() -> ExitCode {
    if let Some(missing) = std::env::var("REBOND_BROWSER_MISSING").ok().filter(|text| !text.is_empty()) {
        println!("\nBROWSER TESTS NOT RUN: {missing}.");
        println!("\ntest result: ok. 0 passed, 0 failed, 1 ignored");
        return ExitCode::SUCCESS;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let modules = temporary.parent().unwrap().join("browser");
    if !fs::is_folder(&modules.join("node_modules")) {
        println!("The browser tests need packages that `bash .ci/test` installs.");
        return ExitCode::FAILURE;
    }
    let sites = temporary.join("sites");
    fs::create_folder(&sites).unwrap();
    let long = build(&long_journal(temporary), &sites.join("long"), THEMES[0]);
    let pairs = THEMES.iter().flat_map(|theme| JOURNALS.iter().map(move |(journal, name)| (journal, name, theme)));
    let built: Vec<PathBuf> = pairs
        .map(|(journal, name, theme)| build(&root.join(journal), &sites.join(format!("{name}-{theme}")), theme))
        .collect();
    let is_live = follows_files(root, &modules);
    let checks =
        Command::new("node").arg(root.join("tests/browser/check.mjs")).arg(modules).arg(long).args(built).status();
    if checks.unwrap().success() && is_live { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Serves a copy of the example journal and lets `live.mjs` change its files; returns whether all went well.
fn follows_files(root: &Path, modules: &Path) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("journal");
    let rebond = || Command::new(env!("CARGO_BIN_EXE_rebond"));
    assert!(
        rebond().arg("-q").arg("init").arg(&journal).args(["--example", "--lang", "fr"]).status().unwrap().success()
    );
    let serve = ["--quiet", "--today", "2026-06-12", "serve"];
    let mut server = rebond().arg("-C").arg(&journal).args(serve).stdout(Stdio::piped()).spawn().unwrap();
    let mut address = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut address).unwrap();
    let script = root.join("tests/browser/live.mjs");
    let checks = Command::new("node").arg(script).arg(modules).arg(address.trim()).arg(&journal).status();
    server.kill().unwrap();
    server.wait().unwrap();
    checks.unwrap().success()
}

/// Builds the site of a journal in a theme on the day of its examples, and returns its folder.
fn build(journal: &Path, site: &Path, theme: &str) -> PathBuf {
    let status = Command::new(env!("CARGO_BIN_EXE_rebond"))
        .args(["--quiet", "--today", "2026-06-12", "-C"])
        .arg(journal)
        .args(["build", "--theme", theme, "--out"])
        .arg(site)
        .status();
    assert!(status.unwrap().success(), "{} cannot be built", journal.display());
    site.to_path_buf()
}

/// How many applications the long journal has.
const LONG: usize = 2000;

/// Writes a journal of many applications, for what must stay quick, and returns its folder.
fn long_journal(temporary: &Path) -> PathBuf {
    let folder = temporary.join("long");
    let mut words = fs::read_text_if_there(&Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap().unwrap();
    words.retain(|c| c.is_ascii_alphabetic() || c.is_whitespace());
    let words: Vec<&str> = words.split_whitespace().filter(|word| word.len() > 3).collect();
    let topics = ["preparation", "confidence", "answer-structure", "languages", "documents"];
    let some = |from: usize, count: usize| {
        let word = |at: usize| words[(from + at * at) % words.len()];
        (0..count).map(word).collect::<Vec<_>>().join(" ")
    };
    fs::create_folder(&folder.join("entries")).unwrap();
    for number in 0..LONG {
        let (year, month, day) = (2020 + number * 6 / LONG, number % 12 + 1, number % 28 + 1);
        let date = format!("{year}-{month:02}-{day:02}");
        let (company, topic) = (some(number * 7, 2), topics[number % topics.len()]);
        let text = format!(
            "---\ncompany: {company} Cuisine\nrole: {}\ndecided: {date}\n---\n\n## Feedback\n\nThe recruteur said: {}. #{topic}\n\n\
             ## Debrief\n\n{}. #+teamwork\n",
            some(number, 3),
            some(number * 3, 25),
            some(number * 5, 120)
        );
        fs::write_staged(&folder.join(format!("entries/{date}-{number}.md")), text.as_bytes()).unwrap();
    }
    fs::write_staged(&folder.join("rebond.toml"), b"lang = \"en\"\n").unwrap();
    folder
}
