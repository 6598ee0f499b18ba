//! A site to an output folder: only what changed, and nothing that is not ours.
//!
//! Files are made and written one at a time, so that no site is ever held as a whole. A manifest in the
//! folder lists the files that rebond wrote, with what they held, and from what they were made. A first build
//! fills a folder beside the output and renames it once; later ones put what changed there and, when
//! everything could be made, rename it over the old and delete what the manifest lists and the site no
//! longer has. A file is old or new, never half. A folder is held while it is written to, and no link in it is
//! followed.

mod manifest;
mod pages;
mod stage;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Result};
use crate::fs;
use crate::render::{Content, Long, Renderer, Site};
use manifest::{Manifest, Record, is_untouched, lines, manifest_text};
pub use pages::Pages;
use stage::{Stage, write_below, write_long};

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = ".rebond-manifest";

/// What writing a site did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have new content.
    pub changed: usize,
    /// Files that were as they should be.
    pub unchanged: usize,
    /// Files that the site no longer has.
    pub deleted: usize,
}

/// How long a build waits for another one that writes to the same folder.
const PATIENCE: Duration = Duration::from_mins(1);

/// Whether the person wants the program to end.
pub type Stop<'a> = dyn Fn() -> bool + Sync + 'a;

/// The files of a site, each made when it is asked for.
struct Files<'a> {
    /// Each once, in the order in which they are made.
    paths: Vec<&'a str>,
    make: &'a (dyn Fn(&str) -> Result<Content> + Sync),
    /// The number for what a page is made from, where it is known which pages were made before.
    key: &'a (dyn Fn(&str) -> Result<Option<u64>> + Sync),
    pages: Option<&'a Pages>,
    /// What writes a file piece by piece, where it is too long to be made as a whole.
    long: &'a (dyn Fn(&str) -> Option<Long<'a>> + Sync),
    /// The journal's folder, which files to copy lie in.
    root: &'a Path,
    /// What all files were made from, where that is known.
    made_from: Option<u64>,
    is_stopped: &'a Stop<'a>,
}

impl Files<'_> {
    fn bytes(&self, path: &str) -> Result<Vec<u8>> {
        bytes((self.make)(path)?, self.root)
    }

    /// Returns the pages that were made before, with the number for what the page at `path` is made from now.
    fn before(&self, path: &str) -> Result<Option<(&Pages, u64)>> {
        let Some(pages) = self.pages else { return Ok(None) };
        Ok((self.key)(path)?.map(|key| (pages, key)))
    }

    /// Returns the paths, each work of its own: some files take a thousand times as long as others, and a thread that
    /// makes one of them leaves those after it to the others.
    fn one_by_one(&self) -> impl ParallelIterator<Item = &&str> {
        self.paths.par_iter().with_max_len(1)
    }
}

/// Writes `site` to the folder `output`; files to copy are below `root`.
///
/// Once `is_stopped` it ends before the next file, and leaves nothing half done.
/// Only one run at a time writes to a folder; the last one wins, whole. What
/// earlier ones left that were cut off is removed.
///
/// # Errors
/// `output-foreign` for a folder that is not empty and has no manifest, or one
/// in which a link leads elsewhere; `file-unreadable` and `file-unwritable`
/// from the system.
pub fn write_site(site: &Site, root: &Path, output: &Path, is_stopped: &Stop<'_>) -> Result<Written> {
    let make = |path: &str| Ok(site.files.get(path).cloned().unwrap_or_else(|| Content::Bytes(Vec::new())));
    let paths = site.files.keys().map(String::as_str).collect();
    let (key, long) = (&|_: &str| Ok(None), &|_: &str| None);
    write(&Files { paths, make: &make, key, pages: None, long, root, made_from: None, is_stopped }, output)
}

/// Writes the site that `renderer` makes; `made_from` stands for all that it is made from, where that is known. Of what
/// `pages` know only those are made that are made from something else now.
///
/// # Errors
/// As [`write_site`], and those of rendering; then nothing has changed.
pub fn write_pages(
    renderer: &Renderer<'_>,
    (made_from, pages): (Option<u64>, Option<&Pages>),
    root: &Path,
    output: &Path,
    is_stopped: &Stop<'_>,
) -> Result<Written> {
    let make = |path: &str| Ok(renderer.page(path)?.unwrap_or_else(|| Content::Bytes(Vec::new())));
    let paths = renderer.paths();
    let paths = paths.iter().map(String::as_str).collect();
    let (key, long) = (|path: &str| renderer.key(path), |path: &str| renderer.long(path));
    write(&Files { paths, make: &make, key: &key, pages, long: &long, root, made_from, is_stopped }, output)
}

/// Returns what writing would do when `output` holds the site made from the same, and every file is as it was written.
///
/// # Errors
/// `file-unreadable`.
pub fn unchanged(made_from: u64, output: &Path) -> Result<Option<Written>> {
    let manifest = Manifest::read(output)?;
    let is_whole = |(path, record): (&String, &Option<Record>)| {
        record.is_some_and(|record| is_untouched(&output.join(path), record, manifest.written))
    };
    // A run that was cut off at its very end has left something to take away.
    let is_current = manifest.made_from() == Some(made_from)
        && manifest.is_plain()
        && !fs::has_leftovers(output)
        && manifest.files().par_iter().all(is_whole);
    Ok(is_current.then(|| Written { unchanged: manifest.files().len(), ..Written::default() }))
}

fn write(files: &Files<'_>, output: &Path) -> Result<Written> {
    let above = output.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_folder(above)?;
    {
        let _held = fs::hold_unless(above, PATIENCE, &files.is_stopped)?;
        fs::remove_leftovers(above, MANIFEST);
        if !fs::is_taken(output) {
            return create(files, output);
        }
    }
    if !fs::is_folder(output) {
        return Err(foreign(output));
    }
    let _held = fs::hold_unless(output, PATIENCE, &files.is_stopped)?;
    let is_ours = fs::is_plain_file(&output.join(MANIFEST));
    fs::remove_leftovers(output, MANIFEST);
    if !is_ours && !fs::names(output)?.iter().all(|name| fs::is_temporary(name)) {
        return Err(foreign(output));
    }
    update(files, output)
}

fn foreign(path: &Path) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::OutputForeign).with("path", path.display().to_string()))
}

/// Fills a folder that nobody sees yet, then puts it in its place.
fn create(files: &Files<'_>, output: &Path) -> Result<Written> {
    let staged = fs::staging_folder(output)?;
    // First what tells that the folder is ours, should this run be cut off.
    fs::write_staged(&staged.path().join(MANIFEST), lines(files.paths.iter().copied()).as_bytes())?;
    for folder in folders(&files.paths) {
        fs::create_folder(&staged.path().join(folder))?;
    }
    let write_one = |path: &&'_ str| {
        if let Some(long) = (files.long)(path) {
            return write_long(staged.path(), path, &long, output);
        }
        let bytes = files.bytes(path)?;
        write_below(staged.path(), path, &bytes, output)?;
        let record = Record::of(&bytes);
        if let Some((pages, key)) = files.before(path)? {
            pages.keep(path, key, record);
        }
        Ok(record)
    };
    let is_going_on = |_: &&&'_ str| !(files.is_stopped)();
    let records: Vec<Record> = files.one_by_one().filter(is_going_on).map(write_one).collect::<Result<_>>()?;
    if records.len() < files.paths.len() {
        return Ok(Written::default());
    }
    let records: Vec<(&str, Record)> = files.paths.iter().copied().zip(records).collect();
    fs::write_staged(&staged.path().join(MANIFEST), manifest_text(files.made_from, records).as_bytes())?;
    fs::install_folder(staged, output)?;
    Ok(Written { changed: files.paths.len(), ..Written::default() })
}

/// Makes every file and stages what changed, then puts it all in its place.
fn update(files: &Files<'_>, output: &Path) -> Result<Written> {
    let manifest = Manifest::read(output)?;
    let known = manifest.files();
    let now: BTreeSet<&str> = files.paths.iter().copied().collect();
    tidy(output, known.keys().map(String::as_str).chain(now.iter().copied()))?;
    if let Some(pages) = files.pages {
        pages.retain(&now);
    }
    let stage = Stage { output, folder: Mutex::new(None) };
    let comparison = Comparison { files, output, written: manifest.written, known: &known, stage: &stage };
    let is_going_on = |_: &&&'_ str| !(files.is_stopped)();
    let compared: Vec<Compared> =
        files.one_by_one().filter(is_going_on).map(|path| comparison.compare(path)).collect::<Result<_>>()?;
    if compared.len() < files.paths.len() {
        return Ok(Written::default());
    }
    let gone: Vec<&str> = known.keys().map(String::as_str).filter(|path| !now.contains(path)).collect();
    let changed = compared.iter().filter(|(_, staged)| staged.is_some()).count();
    if changed + gone.len() > 0 {
        // First the paths of both, so that a run that is cut off leaves nothing unknown behind.
        let all: BTreeSet<&str> = known.keys().map(String::as_str).chain(now.iter().copied()).collect();
        fs::install_file(&output.join(MANIFEST), lines(all.into_iter()).as_bytes())?;
    }
    for (path, (_, staged)) in files.paths.iter().zip(&compared) {
        if let Some(staged) = staged {
            fs::rename(staged, &output.join(path))?;
        }
    }
    for path in &gone {
        fs::remove(&output.join(path))?;
        remove_empty_folders(output, path);
    }
    let records: Vec<(&str, Record)> =
        files.paths.iter().copied().zip(compared.iter().map(|(record, _)| *record)).collect();
    let text = manifest_text(files.made_from, records);
    if !fs::holds(&output.join(MANIFEST), text.as_bytes())? {
        fs::install_file(&output.join(MANIFEST), text.as_bytes())?;
    }
    Ok(Written { changed, unchanged: files.paths.len() - changed, deleted: gone.len() })
}

/// What a file is to hold, and where it is staged when it holds something else.
type Compared = (Record, Option<PathBuf>);

/// The files of a site beside what the output holds.
struct Comparison<'a, 'b> {
    files: &'a Files<'b>,
    output: &'a Path,
    /// When the manifest was written.
    written: Option<SystemTime>,
    /// What it lists.
    known: &'a BTreeMap<String, Option<Record>>,
    stage: &'a Stage<'a>,
}

impl Comparison<'_, '_> {
    /// Makes the file at `path` unless it is known to be the same, and stages it when it is another.
    fn compare(&self, path: &str) -> Result<Compared> {
        if let Some(long) = (self.files.long)(path) {
            return self.compare_long(path, &long);
        }
        let before = self.files.before(path)?;
        let same = before.and_then(|(pages, key)| pages.record(path, key));
        if let Some(record) = same.filter(|record| self.is_as_written(path, *record)) {
            return Ok((record, None));
        }
        let bytes = self.files.bytes(path)?;
        let record = Record::of(&bytes);
        if let Some((pages, key)) = before {
            pages.keep(path, key, record);
        }
        let is_same = match self.known.get(path) {
            Some(Some(_)) => self.is_as_written(path, record),
            _ => fs::holds(&self.output.join(path), &bytes)?,
        };
        if is_same {
            return Ok((record, None));
        }
        self.refuse_foreign(path)?;
        Ok((record, Some(self.stage.write(path, &bytes)?)))
    }

    fn compare_long(&self, path: &str, long: &Long<'_>) -> Result<Compared> {
        let (record, staged) = self.stage.write_long(path, long)?;
        if self.is_as_written(path, record) {
            fs::remove(&staged)?;
            return Ok((record, None));
        }
        self.refuse_foreign(path)?;
        Ok((record, Some(staged)))
    }

    fn is_as_written(&self, path: &str, record: Record) -> bool {
        self.known.get(path) == Some(&Some(record)) && is_untouched(&self.output.join(path), record, self.written)
    }

    /// What is there and not listed is somebody else's.
    fn refuse_foreign(&self, path: &str) -> Result<()> {
        let target = self.output.join(path);
        if !self.known.contains_key(path) && fs::is_taken(&target) { Err(foreign_file(&target)) } else { Ok(()) }
    }
}

fn foreign_file(path: &Path) -> Box<Diagnostic> {
    let problem = Diagnostic::new(Code::OutputForeign).with("path", path.display().to_string());
    Box::new(problem.variant("file").help("help-file"))
}

/// Removes what earlier runs left in the folders of `paths`, none of which may be a link that leads elsewhere.
fn tidy<'a>(output: &Path, paths: impl Iterator<Item = &'a str>) -> Result<()> {
    let folders: BTreeSet<&Path> = paths.flat_map(|path| Path::new(path).ancestors().skip(1)).collect();
    for folder in folders.into_iter().filter(|folder| !folder.as_os_str().is_empty()) {
        let folder = output.join(folder);
        if fs::is_link(&folder) {
            return Err(foreign_file(&folder));
        }
        fs::remove_leftovers(&folder, MANIFEST);
    }
    Ok(())
}

/// Returns what a file of a site holds; one to copy is below `root`, also when links are followed.
///
/// # Errors
/// `path-outside`; `file-unreadable`.
pub fn bytes(content: Content, root: &Path) -> Result<Vec<u8>> {
    let path = match content {
        Content::Bytes(bytes) => return Ok(bytes),
        Content::Copy(path) => root.join(path),
    };
    let real = fs::real_path(&path)?;
    if real.starts_with(fs::real_path(root)?) {
        fs::read(&real)
    } else {
        Err(Box::new(Diagnostic::of_file(Code::PathOutside, &path.display().to_string())))
    }
}

/// Returns the folders of a site, those above before those below.
fn folders(paths: &[&str]) -> BTreeSet<PathBuf> {
    let above = |path: &&str| Path::new(path).parent().map(Path::to_path_buf);
    paths.iter().filter_map(above).filter(|folder| !folder.as_os_str().is_empty()).collect()
}

fn remove_empty_folders(output: &Path, path: &str) {
    let mut folder = Path::new(path).parent();
    while let Some(inner) = folder.filter(|inner| !inner.as_os_str().is_empty()) {
        fs::remove_folder_if_empty(&output.join(inner));
        folder = inner.parent();
    }
}
