//! Which files a journal has.
//!
//! In: the root and the settings. Out: the paths of entries and goals, sorted,
//! and what was passed over. The walk never leaves the root and never opens a file.

use std::collections::BTreeSet;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::fs;
use crate::model::Settings;
use crate::source::is_markdown;

/// The files of a journal: their paths below the root, with `/`, each list sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Discovered {
    /// Entries.
    pub entries: Vec<Arc<str>>,
    /// Goals.
    pub goals: Vec<Arc<str>>,
    /// Files in the same folders that are not read, for `-v`.
    pub passed_over: Vec<String>,
}

/// Finds the entries and goals below `root`.
///
/// Hidden names, names that begin with `_` and editors' leftovers are ignored.
/// A link to a file or a folder inside the root is followed, and each file read once under its
/// real path; a link that leads out of it is told and passed over. A folder of the settings that lies
/// in another one is no part of that one.
pub fn discover(diagnostics: &mut Diagnostics, root: &Path, settings: &Settings) -> Discovered {
    let mut discovered = Discovered::default();
    let paths = &settings.paths;
    let folders = paths.sources().into_iter().map(|(_, folder)| folder).chain([paths.site.as_str()]);
    let folders: Vec<PathBuf> = folders.map(|folder| root.join(folder)).collect();
    let real_root = fs::real_path(root).unwrap_or_else(|_| root.to_path_buf());
    let walk = Walk { root, real_root: &real_root, folders: &folders };
    discovered.entries = walk.files(diagnostics, &paths.entries, &mut discovered.passed_over);
    discovered.goals = walk.files(diagnostics, &paths.plan, &mut discovered.passed_over);
    discovered
}

struct Walk<'a> {
    root: &'a Path,
    real_root: &'a Path,
    /// Those of the settings.
    folders: &'a [PathBuf],
}

/// What a walk has come upon.
struct Taken<'a> {
    /// The folder it began with.
    start: &'a Path,
    /// That one and those that links led to.
    folders: BTreeSet<PathBuf>,
    /// The real paths of files below the root: a file and a link to it are read once.
    found: BTreeSet<String>,
    passed_over: &'a mut Vec<String>,
}

impl Walk<'_> {
    fn files(&self, diagnostics: &mut Diagnostics, folder: &str, passed_over: &mut Vec<String>) -> Vec<Arc<str>> {
        let start = self.root.join(folder);
        if !fs::is_folder(&start) {
            return Vec::new();
        }
        // The folder itself may be a link: its files, too, are read under their real paths.
        let real = fs::real_path(&start);
        let Some(real) = real.map_or_else(|_| Some(folder.to_owned()), |real| below(self.real_root, &real)) else {
            diagnostics.push(Diagnostic::of_file(Code::PathOutside, folder));
            return Vec::new();
        };
        let start = self.root.join(real);
        let folders = BTreeSet::from([start.clone()]);
        let mut taken = Taken { start: &start, folders, found: BTreeSet::new(), passed_over };
        self.folder(diagnostics, &start, &mut taken);
        taken.found.into_iter().map(Arc::from).collect()
    }

    fn folder(&self, diagnostics: &mut Diagnostics, folder: &Path, taken: &mut Taken<'_>) {
        let walk = WalkDir::new(folder).follow_links(false).sort_by_file_name();
        for item in walk.into_iter().filter_entry(|item| item.depth() == 0 || self.is_wanted(item)) {
            match item {
                Ok(item) if item.file_type().is_dir() => {}
                Ok(item) if item.path_is_symlink() && fs::is_folder(item.path()) => {
                    self.folder_link(diagnostics, item.path(), taken);
                }
                Ok(item) => self.file(diagnostics, &item, taken),
                Err(error) => {
                    let path = self.shown(error.path().unwrap_or(folder));
                    let reason = error.io_error().map_or_else(String::new, ToString::to_string);
                    diagnostics.push(
                        Diagnostic::of_file(Code::FileUnreadable, &path)
                            .with("path", path.clone())
                            .with("reason", reason),
                    );
                }
            }
        }
    }

    /// Walks the folder of the journal that a link leads to, once.
    ///
    /// One that holds the walk itself would be a circle, and another one of the settings is read for itself: both
    /// are passed over.
    fn folder_link(&self, diagnostics: &mut Diagnostics, link: &Path, taken: &mut Taken<'_>) {
        let shown = self.shown(link);
        let Ok(real) = fs::real_path(link) else { return taken.passed_over.push(shown) };
        let Some(folder) = below(self.real_root, &real) else {
            return diagnostics.push(Diagnostic::of_file(Code::PathOutside, &shown));
        };
        let folder = self.root.join(folder);
        let is_other = |other: &PathBuf| other != taken.start && folder.starts_with(other);
        if taken.start.starts_with(&folder) || self.folders.iter().any(is_other) {
            taken.passed_over.push(shown);
        } else if !taken.folders.iter().any(|known| folder.starts_with(known)) {
            taken.folders.insert(folder.clone());
            self.folder(diagnostics, &folder, taken);
        }
    }

    fn is_wanted(&self, item: &DirEntry) -> bool {
        let is_other = || item.file_type().is_dir() && self.folders.iter().any(|folder| folder == item.path());
        !is_ignored(&item.file_name().to_string_lossy()) && !is_other()
    }

    fn file(&self, diagnostics: &mut Diagnostics, item: &DirEntry, taken: &mut Taken<'_>) {
        let extension = item.path().extension().and_then(|extension| extension.to_str());
        if !extension.is_some_and(is_markdown) {
            taken.passed_over.push(self.shown(item.path()));
            return;
        }
        let Some(file) = below(self.root, item.path()) else {
            diagnostics.push(Diagnostic::of_file(Code::PathUnreadable, &self.shown(item.path())));
            return;
        };
        if !item.path_is_symlink() {
            if item.file_type().is_file() {
                // Not a link, below a folder that is none: this is its real path.
                taken.found.insert(file);
            } else {
                taken.passed_over.push(self.shown(item.path()));
            }
            return;
        }
        self.link(diagnostics, item, &mut taken.found, file);
    }

    /// Takes the file of the journal that a link leads to, once.
    fn link(&self, diagnostics: &mut Diagnostics, item: &DirEntry, found: &mut BTreeSet<String>, file: String) {
        match fs::real_path(item.path()) {
            Ok(real) => match below(self.real_root, &real) {
                Some(real_file) if fs::is_file(&real) => {
                    found.insert(real_file);
                }
                Some(_) => {}
                None => diagnostics.push(Diagnostic::of_file(Code::PathOutside, &file)),
            },
            // Reading it will tell why, and leave it out.
            Err(_) => {
                found.insert(file);
            }
        }
    }

    fn shown(&self, path: &Path) -> String {
        path.strip_prefix(self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }
}

/// Returns whether a name is ignored: hidden, begun with `_`, or an editor's leftover.
pub fn is_ignored(name: &str) -> bool {
    let is_leftover = name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("swp"))
        || name == "4913";
    name.starts_with(['.', '_']) || is_leftover
}

/// Returns the path of `path` below `root` with `/`; `None` outside, or when a name is not Unicode.
fn below(root: &Path, path: &Path) -> Option<String> {
    let relative = path.strip_prefix(root).ok()?.to_str()?;
    Some(if MAIN_SEPARATOR == '/' { relative.to_owned() } else { relative.replace(MAIN_SEPARATOR, "/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_of_editors_are_ignored() {
        for name in [".git", "_draft.md", "a.md~", "#a.md#", ".#a.md", ".a.md.swp", "a.swp", "4913"] {
            assert!(is_ignored(name), "{name}");
        }
        for name in ["a.md", "2026", "#a.md", "a_b.md"] {
            assert!(!is_ignored(name), "{name}");
        }
    }
}
