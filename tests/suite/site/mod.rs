//! The site: what its pages hold, where they lead, how they are written.

mod hostile;
mod inert;
mod lead;
mod links;
mod paper;
mod policy;
mod size;
mod theme;
mod writing;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use rebond::fs;
use rebond::pipeline::Project;
use rebond::render::policy::ThemeScripts;
use rebond::render::{Content, Site};

use crate::support::html::Page;
use crate::support::{TODAY, TestJournal, files_below, source_path};

/// Runs the program in a journal, on the day of the tests.
pub(crate) fn rebond(root: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    command.arg("-C").arg(root).args(["--today", &TODAY.to_string()]).args(words);
    command.env_remove("LC_ALL").env("LANG", "en").output().unwrap()
}

/// Returns the site of a journal in its language.
fn site_of(journal: &TestJournal) -> Site {
    let project = Project::open(journal.root()).unwrap();
    let theme = rebond::pipeline::theme(&project, &project.settings.site.theme, ThemeScripts::Held).unwrap();
    rebond::pipeline::site(&project, &journal.load(), &project.locale(None), &theme, TODAY).unwrap()
}

/// Returns the text of a file of a site.
#[track_caller]
fn text_of<'a>(site: &'a Site, path: &str) -> &'a str {
    match site.files.get(path) {
        Some(Content::Bytes(bytes)) => std::str::from_utf8(bytes).unwrap(),
        _ => panic!("no {path} in {:?}", site.files.keys()),
    }
}

/// Returns whether a page is for paper: it stands alone and holds its style.
fn is_for_paper(path: &str) -> bool {
    path.starts_with("print")
}

/// Returns the pages of a site by path.
fn pages(site: &Site) -> BTreeMap<&str, Page> {
    let paths = site.files.keys().filter(|path| path.rsplit('.').next() == Some("html"));
    paths.map(|path| (path.as_str(), Page::read(text_of(site, path)))).collect()
}

/// Returns every file below `folder` with its bytes.
pub(crate) fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let path = |file: &Path| file.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
    files_below(folder).iter().map(|file| (path(file), fs::read(file).unwrap())).collect()
}

/// Returns the journals that are written to be read, French and English.
fn golden() -> [TestJournal; 2] {
    ["example-journal", "tests/journals/english"].map(|path| TestJournal::new().folder(&source_path(path)))
}
