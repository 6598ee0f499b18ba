//! The report in a real browser: builds journals in every theme, lets `check.mjs` open their pages, prints them.
//!
//! Run by `.ci/test`, which installs what this needs below the target folder.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test program may fail, and reports on its output"
)]

#[path = "../suite/support/injections.rs"]
mod injections;
mod odd;
mod paper;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use rebond::fs;
use rebond::render::theme::BUILT_IN;

/// A journal and the name its site has in the results.
const JOURNALS: [(&str, &str); 2] = [("example-journal", "fr"), ("tests/journals/english", "en")];

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
    // REBOND_SITES=hostile opens what a hostile journal makes, and nothing else.
    if std::env::var("REBOND_SITES").is_ok_and(|wanted| wanted == "hostile") {
        return if hurts_nobody(root, &modules, &sites) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    // REBOND_PDFS=only prints, and looks at no site.
    if std::env::var("REBOND_PDFS").is_ok() {
        return if paper::is_right(root, temporary) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let mut all = vec![modules.clone()];
    all.push(build(&odd::long(temporary), &sites, "long", "booklet"));
    let mut journals: Vec<(String, PathBuf)> =
        JOURNALS.iter().map(|(journal, name)| ((*name).to_owned(), root.join(journal))).collect();
    journals.extend(odd::journals(temporary).into_iter().map(|(name, journal)| (format!("odd-{name}"), journal)));
    // REBOND_SITES=odd looks at those alone whose name holds it.
    let wanted = std::env::var("REBOND_SITES").unwrap_or_default();
    for (journal, folder) in &journals {
        for (theme, _) in BUILT_IN {
            let name = format!("{journal}-{theme}");
            if name.contains(&wanted) {
                all.push(build(folder, &sites, &name, theme));
            }
        }
    }
    let is_live = follows_files(root, &modules);
    let is_inert = hurts_nobody(root, &modules, &sites);
    let is_printed = paper::is_right(root, temporary);
    let checks = Command::new("node").arg(root.join("tests/browser/check.mjs")).args(all).status();
    if checks.unwrap().success() && is_live && is_inert && is_printed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
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

/// Builds a journal that holds injections in every field, and lets `hostile.mjs` look whether anything comes of them.
fn hurts_nobody(root: &Path, modules: &Path, sites: &Path) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let journal = odd::hostile(folder.path());
    let built = BUILT_IN.iter().map(|(theme, _)| {
        let site = sites.join(format!("hostile-{theme}"));
        let mut rebond = Command::new(env!("CARGO_BIN_EXE_rebond"));
        rebond.args(["--quiet", "--today", "2026-06-12", "-C"]).arg(&journal).args(["build", "--theme", theme]);
        // Files that cannot be read are left out, and said to be.
        let output = rebond.arg("--out").arg(&site).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        site
    });
    let script = root.join("tests/browser/hostile.mjs");
    Command::new("node").arg(script).arg(modules).args(built).status().unwrap().success()
}

/// Builds the site of a journal in a theme, on the day of its examples, and returns its folder.
fn build(journal: &Path, sites: &Path, name: &str, theme: &str) -> PathBuf {
    let site = sites.join(name);
    let status = Command::new(env!("CARGO_BIN_EXE_rebond"))
        .args(["--quiet", "--today", "2026-06-12", "-C"])
        .arg(journal)
        .args(["build", "--theme", theme, "--out"])
        .arg(&site)
        .status();
    assert!(status.unwrap().success(), "{} cannot be built", journal.display());
    site
}
