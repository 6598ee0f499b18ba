//! Journals for tests: files in a temporary folder, read as the program reads them, on a fixed day.

pub(crate) mod html;
pub(crate) mod injections;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, date};
use rebond::diagnostic::Diagnostics;
use rebond::diagnostic::show::{Format, show};
use rebond::fs;
use rebond::locale::{Lang, Locale};
use rebond::model::{Entry, Goal};
use rebond::pipeline::{Loaded, Project, hints, load};
use tempfile::TempDir;

/// The day on which every test takes place: a Friday.
pub(crate) const TODAY: Date = date(2026, 6, 12);

/// A journal in a temporary folder, in English unless its settings say otherwise.
pub(crate) struct TestJournal {
    folder: TempDir,
}

impl TestJournal {
    /// Makes a journal that holds nothing but its settings.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }.settings("lang = \"en\"\n")
    }

    /// Replaces the settings.
    pub(crate) fn settings(self, text: &str) -> Self {
        fs::write_staged(&self.folder.path().join("rebond.toml"), text.as_bytes()).unwrap();
        self
    }

    /// Adds an entry at `path` below `entries/`.
    pub(crate) fn entry(self, path: &str, text: &str) -> Self {
        self.file(&format!("entries/{path}"), text.as_bytes())
    }

    /// Adds a goal at `path` below `plan/`.
    pub(crate) fn goal(self, path: &str, text: &str) -> Self {
        self.file(&format!("plan/{path}"), text.as_bytes())
    }

    /// Adds a file at `path` below the root.
    pub(crate) fn file(self, path: &str, bytes: &[u8]) -> Self {
        let target = self.folder.path().join(path);
        assert!(!fs::exists(&target), "{path} is there already");
        fs::create_folder(target.parent().unwrap()).unwrap();
        fs::write_staged(&target, bytes).unwrap();
        self
    }

    /// Adds every file below `folder`.
    pub(crate) fn folder(self, folder: &Path) -> Self {
        for path in files_below(folder) {
            let target = self.root().join(path.strip_prefix(folder).unwrap());
            fs::create_folder(target.parent().unwrap()).unwrap();
            fs::write_staged(&target, &fs::read(&path).unwrap()).unwrap();
        }
        self
    }

    /// Returns the journal's root.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Reads the journal.
    pub(crate) fn load(&self) -> Loaded {
        load(&Project::open(self.root()).unwrap(), TODAY)
    }

    /// Returns every problem that `check` tells: those of reading, and what the words suggest.
    pub(crate) fn diagnostics(&self) -> Diagnostics {
        let project = Project::open(self.root()).unwrap();
        let loaded = load(&project, TODAY);
        let mut diagnostics = loaded.diagnostics;
        diagnostics.extend(hints(&project, &loaded.journal));
        diagnostics
    }

    /// Returns every problem of reading as `path:line:column code`, in the order of reports.
    pub(crate) fn problems(&self) -> Vec<String> {
        let diagnostics = self.load().diagnostics;
        let line = |problem: &&rebond::diagnostic::Diagnostic| {
            let place = problem.location.as_ref().map(|at| format!("{}:{} ", at.path, at.position));
            format!("{}{}", place.unwrap_or_default(), problem.code)
        };
        diagnostics.sorted().iter().map(line).collect()
    }

    /// Returns what `check` prints, in the language of the journal.
    pub(crate) fn check(&self, format: Format) -> String {
        let project = Project::open(self.root()).unwrap();
        show(&self.diagnostics().sorted(), format, &project.locale(None), false)
    }

    /// Returns what `check` prints for people, in `lang`.
    pub(crate) fn check_in(&self, lang: Lang) -> String {
        show(&self.diagnostics().sorted(), Format::Human, &Locale::new(lang, ""), false)
    }

    /// Reads a journal that holds one entry without errors, and returns it.
    #[track_caller]
    pub(crate) fn only_entry(&self) -> Arc<Entry> {
        let loaded = self.load();
        assert_eq!(loaded.journal.entries.len(), 1, "{:?}", self.problems());
        Arc::clone(&loaded.journal.entries[0])
    }

    /// Reads a journal that holds one goal without errors, and returns it.
    #[track_caller]
    pub(crate) fn only_goal(&self) -> Arc<Goal> {
        let loaded = self.load();
        assert_eq!(loaded.journal.goals.len(), 1, "{:?}", self.problems());
        Arc::clone(&loaded.journal.goals[0])
    }
}

/// Returns the files below `folder`, sorted.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for name in fs::names(folder).unwrap() {
        let path = folder.join(name);
        if fs::is_folder(&path) { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found
}

/// Returns a path below the root of the sources.
pub(crate) fn source_path(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Returns the text of a file of the sources, with LF whatever git made of it.
pub(crate) fn source_text(path: &Path) -> String {
    String::from_utf8(fs::read(path).unwrap()).unwrap().replace("\r\n", "\n")
}
