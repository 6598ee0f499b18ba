//! `rebond doctor`: what rebond found and would do, and what endangers privacy.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Span;
use jiff::civil::Date;

use super::args::{GlobalArgs, exit_of, from_here, read_line};
use super::build::site_name;
use super::editor::Editor;
use super::exit::Exit;
use super::git::{Git, Repository};
use super::pdf::Printer;
use super::programs::find_program;
use super::ui::Ui;
use crate::diagnostic::show::printable;
use crate::diagnostic::{Result, Severity};
use crate::fs;
use crate::locale::{Locale, Named};
use crate::model::{Contact, Entry, Journal};
use crate::pipeline::{Loaded, Project};
use crate::write::MANIFEST;

/// Say what rebond found and would do, and what endangers privacy
///
/// It only looks: nothing is changed, nothing is sent. Of git it asks what it knows, with
/// hooks and pagers off.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct DoctorArgs {}

/// Hosts that show repositories to everybody unless they are made private.
const PUBLIC_HOSTS: [&str; 12] = [
    "bitbucket.org",
    "codeberg.org",
    "framagit.org",
    "git.sr.ht",
    "gitea.com",
    "gitee.com",
    "github.com",
    "gitlab.com",
    "notabug.org",
    "pagure.io",
    "salsa.debian.org",
    "sourceforge.net",
];

/// Folders whose content a program sends to somebody else's machine.
const SYNCHRONISED: [&str; 7] =
    ["dropbox", "google drive", "googledrive", "icloud drive", "mobile documents", "onedrive", "pcloud drive"];

/// How long the contact details of others are kept without a question: two years after the
/// last news, the time the French data protection authority names for files of recruitment.
const RETENTION_MONTHS: i32 = 24;

/// How many files are named before the rest is only counted.
const NAMED: usize = 5;

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, _args: &DoctorArgs) -> Result<Exit> {
    let (project, loaded) = global.load_to_check(ui)?;
    let git = Git::new(&project.root);
    let mut page = Page { locale: &ui.locale, text: String::new() };
    page.heading("doctor-journal");
    journal(&mut page, &project, &loaded, &read_line(ui, &loaded.journal), global.today());
    page.heading("doctor-plans");
    plans(&mut page, ui, &project, &git);
    page.heading("doctor-privacy");
    let dangers = dangers(&ui.locale, &project, &loaded.journal, &git, global.today());
    if dangers.is_empty() {
        page.line("doctor-safe", &[]);
    }
    for danger in dangers {
        page.point(&danger);
    }
    ui.text(&page.text)?;
    Ok(exit_of(&loaded))
}

/// The text as it grows.
struct Page<'a> {
    locale: &'a Locale,
    text: String,
}

impl Page<'_> {
    fn heading(&mut self, key: &str) {
        let gap = if self.text.is_empty() { "" } else { "\n" };
        self.text.extend([gap, self.locale.text(key), "\n"]);
    }

    fn line(&mut self, key: &str, args: &[Named<'_>]) {
        self.text.extend(["  ", &printable(&self.locale.format(key, args)), "\n"]);
    }

    /// Adds what the person may want to change.
    fn point(&mut self, text: &str) {
        self.text.extend(["  ! ", &printable(text), "\n"]);
    }
}

/// Tells what was found.
fn journal(page: &mut Page<'_>, project: &Project, loaded: &Loaded, read: &str, today: Date) {
    let settings = &project.settings;
    page.line("doctor-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
    page.line("doctor-root", &[("path", project.root.display().to_string().into())]);
    page.line("doctor-title", &[("title", page.locale.quoted(&settings.title).into())]);
    let region = if settings.region.is_empty() { "doctor-region-none" } else { "doctor-region" };
    page.line(region, &[("region", settings.region.as_str().into())]);
    page.line("doctor-today", &[("day", page.locale.date(today).into())]);
    page.line("doctor-read", &[("read", read.into()), ("goals", loaded.journal.goals.len().into())]);
    let passed_over = &loaded.discovered.passed_over;
    if !passed_over.is_empty() {
        let files = some(passed_over.iter().map(String::as_str));
        page.line("doctor-passed-over", &[("count", passed_over.len().into()), ("files", files.into())]);
    }
    let (errors, warnings) = (loaded.diagnostics.count(Severity::Error), loaded.diagnostics.count(Severity::Warning));
    if errors + warnings > 0 {
        page.line("doctor-check", &[("errors", errors.into()), ("warnings", warnings.into())]);
    }
}

/// Tells what the commands would do.
fn plans(page: &mut Page<'_>, ui: &Ui, project: &Project, git: &Git) {
    let settings = &project.settings;
    let site = from_here(&project.root.join(&settings.paths.site)).display().to_string();
    page.line("doctor-build", &[("path", site.into()), ("theme", settings.site.theme.as_str().into())]);
    let copy = project.root.join(&settings.paths.site).with_file_name(site_name(project, true));
    page.line("doctor-share", &[("path", from_here(&copy).display().to_string().into())]);
    match Printer::find() {
        Ok(printer) => page.line("doctor-pdf", &[("browser", printer.program().display().to_string().into())]),
        Err(_) => page.line("doctor-no-browser", &[]),
    }
    let letters = fs::names(&project.root.join(&settings.paths.letters)).unwrap_or_default();
    if !letters.is_empty() {
        page.line("doctor-letters", &[("path", settings.paths.letters.as_str().into())]);
    }
    match Editor::of_environment(ui) {
        Ok(editor) => match find_program(Path::new(editor.program())) {
            Some(path) => page.line("doctor-editor", &[("editor", path.display().to_string().into())]),
            None => page.line("doctor-editor-missing", &[("editor", editor.program().into())]),
        },
        Err(_) => page.line("doctor-no-editor", &[]),
    }
    match git.version() {
        Some(version) => page.line("doctor-git", &[("version", version.into())]),
        None => page.line("doctor-no-git", &[]),
    }
}

/// Returns what endangers privacy, or the journal itself, each with what to do.
fn dangers(locale: &Locale, project: &Project, journal: &Journal, git: &Git, today: Date) -> Vec<String> {
    let mut dangers = Vec::new();
    let mut tell = |key: &str, args: &[Named<'_>]| dangers.push(locale.format(key, args));
    let site = project.root.join(&project.settings.paths.site);
    match git.repository() {
        Repository::Unknown => {}
        Repository::None => tell("doctor-no-repository", &[]),
        Repository::At(_) => {
            for host in git.remote_hosts().iter().filter(|host| PUBLIC_HOSTS.contains(&host.as_str())) {
                tell("doctor-remote", &[("host", host.as_str().into())]);
            }
            let tracked = git.tracked(&site);
            let folder = project.settings.paths.site.as_str();
            if tracked > 0 {
                tell("doctor-tracked", &[("count", tracked.into()), ("folder", folder.into())]);
            } else if !git.ignores(&site) {
                tell("doctor-not-ignored", &[("folder", folder.into())]);
            }
        }
    }
    if let Some(place) = synchronised(&project.root) {
        tell("doctor-synchronised", &[("place", place.into())]);
    }
    if let Some(name) = copies_beside(&project.root, &site) {
        tell("doctor-copy", &[("folder", name.into()), ("site", project.settings.paths.site.as_str().into())]);
    }
    let old = kept_long(journal, today);
    if !old.is_empty() {
        let files = some(old.iter().map(String::as_str));
        tell("doctor-addresses", &[("count", old.len().into()), ("files", files.into())]);
    }
    dangers
}

/// Returns the folder above the journal whose content a program sends elsewhere.
fn synchronised(root: &Path) -> Option<String> {
    let parts = root.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    let is_one = |name: &String| {
        let name = name.to_lowercase();
        SYNCHRONISED.iter().any(|known| name == *known || name.starts_with(&format!("{known} ")))
    };
    parts.into_iter().find(is_one)
}

/// Returns another report that stands beside the private one, where both could be handed over together.
fn copies_beside(root: &Path, site: &Path) -> Option<String> {
    let is_report = |folder: &PathBuf| folder != site && fs::is_file(&folder.join(MANIFEST));
    let names = fs::names(root).unwrap_or_default();
    names.into_iter().find(|name| fs::is_file(&site.join(MANIFEST)) && is_report(&root.join(name)))
}

/// Returns the files that hold somebody's e-mail address or phone number longer than needed.
fn kept_long(journal: &Journal, today: Date) -> Vec<String> {
    let limit = today.checked_sub(Span::new().months(RETENTION_MONTHS)).unwrap_or(Date::MIN);
    let has_address = |contact: &Contact| contact.email.is_some() || contact.phone.is_some();
    let is_old = |entry: &&Arc<Entry>| entry.day().is_some_and(|day| day < limit);
    let old = journal.entries.iter().filter(is_old).filter(|entry| entry.contacts.iter().any(has_address));
    old.map(|entry| entry.file().to_owned()).collect()
}

/// Returns the first names of a list; an ellipsis stands for the rest.
fn some<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    let mut text = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        text.push('…');
    }
    text
}
