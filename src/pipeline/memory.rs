//! What was read of a journal's files: only what changed is read and parsed again.
//!
//! In: the settings and which files may have changed ([`Changes`]). Out:
//! [`Loaded`], the same as if everything had been read anew. Files that no
//! change names are taken as they were; times and sizes of files are not
//! trusted, since a save within the clock's grain keeps both.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Loaded, Project, encoding};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Result};
use crate::discover::{Discovered, discover};
use crate::locale::Lang;
use crate::model::{Entries, Entry, Goal, Journal, LeftOut, Topics, id_order};
use crate::parse::{self, Read};
use crate::source::SourceFile;
use crate::{check, fs};

/// What may have changed since a journal was last read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// Anything.
    Any,
    /// These files and folders, and what is below them.
    At(BTreeSet<PathBuf>),
}

impl Changes {
    /// Returns whether the file at `path` may have changed.
    pub fn touch(&self, path: &Path) -> bool {
        match self {
            Self::Any => true,
            Self::At(paths) => path.ancestors().any(|above| paths.contains(above)),
        }
    }

    /// Returns whether anything in the folder at `path` may have changed.
    pub fn reach(&self, path: &Path) -> bool {
        self.touch(path) || matches!(self, Self::At(paths) if paths.iter().any(|changed| changed.starts_with(path)))
    }

    /// Adds what `other` names.
    pub fn add(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::At(paths), Self::At(more)) => paths.extend(more),
            _ => *self = Self::Any,
        }
    }
}

/// What was read of a journal's files.
#[derive(Debug, Default)]
pub struct Memory {
    /// What the files were read with: the topics, and the language of hints.
    read_with: Option<(Arc<Topics>, Lang)>,
    place: Option<Place>,
    entries: Files<crate::model::Entry>,
    goals: Files<crate::model::Goal>,
}

/// Which files there are.
#[derive(Clone, Debug)]
struct Place {
    discovered: Arc<Discovered>,
    problems: Diagnostics,
    /// The files whose id is taken, with those that have it.
    taken_entries: Taken,
    taken_goals: Taken,
}

/// The files of one kind.
#[derive(Debug)]
struct Files<T> {
    by_path: BTreeMap<Arc<str>, ReadFile<T>>,
    /// Those of which something is to be told, or that are left out.
    told: BTreeSet<Arc<str>>,
    /// What those that are kept hold, by id.
    kept: Arc<Vec<Arc<T>>>,
}

impl<T> Default for Files<T> {
    fn default() -> Self {
        Self { by_path: BTreeMap::new(), told: BTreeSet::new(), kept: Arc::default() }
    }
}

/// A file with what reading it gave.
#[derive(Debug)]
struct ReadFile<T> {
    /// Its text; `None` when it could not be read.
    source: Option<Arc<SourceFile>>,
    result: std::result::Result<Arc<T>, Box<LeftOut>>,
    diagnostics: Diagnostics,
    /// What the file last held without an error, while it has one.
    good: Option<Arc<T>>,
}

impl<T> Clone for ReadFile<T> {
    fn clone(&self) -> Self {
        Self {
            source: self.source.clone(),
            result: self.result.clone(),
            diagnostics: self.diagnostics.clone(),
            good: self.good.clone(),
        }
    }
}

impl Memory {
    /// Reads the files of a journal that may have changed, and checks all.
    ///
    /// A file that has an error now and had none before stands in the journal as it last was;
    /// its problems are told all the same.
    pub fn load(&mut self, project: &Project, changes: &Changes, today: Date) -> Loaded {
        let read_with = (Arc::clone(&project.topics), project.settings.lang);
        let is_other = self.read_with.as_ref() != Some(&read_with);
        if is_other {
            *self = Self { read_with: Some(read_with), ..Self::default() };
        }
        let mut diagnostics = project.diagnostics.clone();
        let place = self.read(project, changes);
        diagnostics.extend(place.problems);
        let left_out_entries = self.entries.tell(&mut diagnostics, &place.taken_entries);
        let left_out_goals = self.goals.tell(&mut diagnostics, &place.taken_goals);
        let journal = Journal {
            settings: Arc::clone(&project.settings),
            topics: Arc::clone(&project.topics),
            entries: Entries::new(Arc::clone(&self.entries.kept)),
            goals: self.goals.kept.to_vec(),
            left_out_entries,
            left_out_goals,
            copy: None,
        };
        let exists = |path: &str| fs::exists(&project.root.join(path));
        check::check(&mut diagnostics, &journal, today, &exists);
        Loaded { journal, diagnostics, discovered: place.discovered }
    }

    /// Reads the files that may have changed; looks which there are unless all these are known and still there.
    fn read(&mut self, project: &Project, changes: &Changes) -> Place {
        if let (Some(place), Changes::At(paths)) = (&self.place, changes)
            && self.are_known(&project.root, changes)
        {
            let place = place.clone();
            for path in paths {
                let Some(file) = file_of(&project.root, path) else { continue };
                let file = Arc::from(file);
                self.entries.read_again(project, &file, parse::read_entry, &place.taken_entries);
                self.goals.read_again(project, &file, parse::read_goal, &place.taken_goals);
            }
            return place;
        }
        let mut problems = Diagnostics::default();
        let discovered = Arc::new(discover(&mut problems, &project.root, &project.settings));
        let taken_entries = self.entries.read_all(project, &discovered.entries, parse::read_entry, changes);
        let taken_goals = self.goals.read_all(project, &discovered.goals, parse::read_goal, changes);
        let place = Place { discovered, problems, taken_entries, taken_goals };
        self.place = Some(place.clone());
        place
    }

    /// Returns whether all that may have changed is text of files that were read before.
    pub fn are_known(&self, root: &Path, changes: &Changes) -> bool {
        let Changes::At(paths) = changes else { return false };
        paths.iter().all(|path| self.knows(root, path) && fs::is_plain_file(path))
    }

    fn knows(&self, root: &Path, path: &Path) -> bool {
        file_of(root, path)
            .is_some_and(|file| self.entries.by_path.contains_key(&*file) || self.goals.by_path.contains_key(&*file))
    }
}

/// Returns a path as files of the journal are named.
fn file_of(root: &Path, path: &Path) -> Option<String> {
    path.strip_prefix(root).ok().and_then(Path::to_str).map(str::to_owned)
}

type Reader<T> = fn(&Arc<SourceFile>, &Topics, Lang) -> Read<T>;

/// The files whose id is taken, with those that have it.
type Taken = Arc<BTreeMap<String, String>>;

/// What a file may hold.
trait Item: Send + Sync {
    fn id(&self) -> &str;
    fn is_draft(&self) -> bool;
}

impl Item for Entry {
    fn id(&self) -> &str {
        &self.id
    }

    fn is_draft(&self) -> bool {
        self.draft
    }
}

impl Item for Goal {
    fn id(&self) -> &str {
        &self.id
    }

    fn is_draft(&self) -> bool {
        false
    }
}

impl<T: Item> Files<T> {
    /// Reads files in parallel, those that did not change from what was read before.
    fn read_all(&mut self, project: &Project, files: &[Arc<str>], reader: Reader<T>, changes: &Changes) -> Taken {
        let read = |path: &Arc<str>| {
            let before = self.by_path.get(path);
            let file = match before {
                Some(before) if !changes.touch(&project.root.join(&**path)) => before.clone(),
                _ => read_file(project, path, reader, before),
            };
            (Arc::clone(path), file)
        };
        let read: Vec<(Arc<str>, ReadFile<T>)> = files.par_iter().map(read).collect();
        self.by_path = read.into_iter().collect();
        let collisions = check::collisions(self.by_path.keys().map(AsRef::as_ref));
        let taken: BTreeMap<String, String> =
            collisions.into_iter().map(|(file, other)| (file.to_owned(), other.to_owned())).collect();
        let is_told = |(path, file): &(&Arc<str>, &ReadFile<T>)| file.is_told() || taken.contains_key(&***path);
        self.told = self.by_path.iter().filter(is_told).map(|(path, _)| path.clone()).collect();
        let is_kept = |(path, _): &(&Arc<str>, &ReadFile<T>)| !taken.contains_key(&***path);
        let files = self.by_path.iter().filter(is_kept);
        let mut kept: Vec<Arc<T>> = files.filter_map(|(_, file)| file.held().cloned()).collect();
        kept.sort_by(|a, b| id_order(a.id(), b.id()));
        self.kept = Arc::new(kept);
        Arc::new(taken)
    }

    /// Reads a file again, if it is one of these; which files there are is as it was.
    fn read_again(&mut self, project: &Project, path: &Arc<str>, reader: Reader<T>, taken: &Taken) {
        let Some(file) = self.by_path.get_mut(path) else { return };
        *file = read_file(project, path, reader, Some(file));
        if taken.contains_key(&**path) {
            return;
        }
        if file.is_told() {
            self.told.insert(Arc::clone(path));
        } else {
            self.told.remove(path);
        }
        let kept = Arc::make_mut(&mut self.kept);
        let id = parse::id_of_path(path);
        match (file.held().cloned(), kept.binary_search_by(|item| id_order(item.id(), id))) {
            (Some(item), Ok(place)) => kept.splice(place..=place, [item]).for_each(drop),
            (Some(item), Err(place)) => kept.insert(place, item),
            (None, Ok(place)) => drop(kept.remove(place)),
            (None, Err(_)) => {}
        }
    }

    /// Tells what is wrong with the files, and returns those that are left out: broken, or later ones whose id is taken.
    fn tell(&self, diagnostics: &mut Diagnostics, taken: &Taken) -> Vec<LeftOut> {
        let mut left_out = Vec::new();
        for (path, file) in self.told.iter().filter_map(|path| self.by_path.get_key_value(path)) {
            diagnostics.extend(file.diagnostics.clone());
            let other = taken.get(&**path);
            if let Some(other) = other {
                let problem = Diagnostic::of_file(Code::IdDuplicate, path);
                diagnostics.push(problem.with("id", parse::id_of_path(path)).with("other", other.as_str()));
            }
            match file.held() {
                Some(_) if other.is_none() => {}
                Some(item) => {
                    let id = parse::id_of_path(path).to_owned();
                    let private = file.source.as_deref().is_none_or(parse::may_be_private);
                    let names = file.source.as_deref().map(parse::names).unwrap_or_default();
                    left_out.push(LeftOut { id, file: path.to_string(), draft: item.is_draft(), private, names });
                }
                None => left_out.extend(file.result.as_ref().err().map(|left_out| LeftOut::clone(left_out))),
            }
        }
        left_out
    }
}

impl<T> ReadFile<T> {
    /// Returns what the file holds, or last held without an error.
    fn held(&self) -> Option<&Arc<T>> {
        self.result.as_ref().ok().or(self.good.as_ref())
    }

    /// Returns whether there is something to tell of it.
    fn is_told(&self) -> bool {
        self.result.is_err() || !self.diagnostics.is_empty()
    }
}

fn read_file<T>(project: &Project, path: &Arc<str>, reader: Reader<T>, before: Option<&ReadFile<T>>) -> ReadFile<T> {
    let good = before.and_then(|before| before.result.as_ref().ok().or(before.good.as_ref()));
    let source = match source_of(project, path) {
        Ok(source) => source,
        Err(problem) => {
            let mut diagnostics = Diagnostics::default();
            diagnostics.push(*problem);
            let id = parse::id_of_path(path).to_owned();
            let left_out = LeftOut { id, file: path.to_string(), private: true, ..LeftOut::default() };
            return ReadFile { source: None, result: Err(Box::new(left_out)), diagnostics, good: good.cloned() };
        }
    };
    let is_same = |known: &Arc<SourceFile>| known.text == source.text && known.has_bom == source.has_bom;
    if let Some(before) = before.filter(|before| before.source.as_ref().is_some_and(is_same)) {
        return before.clone();
    }
    let source = Arc::new(source);
    let read = reader(&source, &project.topics, project.settings.lang);
    let good = if read.result.is_err() { good.cloned() } else { None };
    let result = read.result.map(Arc::new).map_err(Box::new);
    ReadFile { source: Some(source), result, diagnostics: read.diagnostics, good }
}

fn source_of(project: &Project, path: &Arc<str>) -> Result<SourceFile> {
    let bytes = fs::read_regular(&project.root.join(&**path))
        .map_err(|problem| Box::new(problem.of(path).with("path", &**path)))?;
    SourceFile::decode(Arc::clone(path), bytes).map_err(|problem| Box::new(encoding(path, problem)))
}
