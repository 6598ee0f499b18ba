//! A site to an output folder: only what changed, and nothing that is not ours.
//!
//! Files are made and written one at a time, so that no site is ever held as a whole. A manifest in the
//! folder lists the files that rebond wrote, with what they held, and from what they were made. A first build
//! fills a folder beside the output and renames it once; later ones put what changed there and, when
//! everything could be made, rename it over the old and delete what the manifest lists and the site no
//! longer has. A file is old or new, never half. A folder is held while it is written to, and no link in it is
//! followed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::hash::Hasher;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use twox_hash::XxHash3_64;

use crate::diagnostic::{Code, Diagnostic, Result};
use crate::fs;
use crate::render::{Content, Long, Renderer, Site};

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = ".rebond-manifest";

/// What begins the manifest's line that says from what the site was made; no path of a site begins so.
const MADE_FROM: &str = "/made-from ";

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

/// What a file held when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Record {
    hash: u64,
    size: u64,
}

impl Record {
    fn of(bytes: &[u8]) -> Self {
        Self { hash: XxHash3_64::oneshot(bytes), size: u64::try_from(bytes.len()).unwrap_or(u64::MAX) }
    }
}

/// Notes what is written to a file.
struct Recorder<'a> {
    file: &'a mut dyn io::Write,
    hasher: XxHash3_64,
    size: u64,
}

impl io::Write for Recorder<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.write(bytes);
        self.size += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.file.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The files of a site, each made when it is asked for.
struct Files<'a> {
    /// Each once, in the order in which they are made.
    paths: Vec<&'a str>,
    make: &'a (dyn Fn(&str) -> Result<Content> + Sync),
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
    write(&Files { paths, make: &make, long: &|_| None, root, made_from: None, is_stopped }, output)
}

/// Writes the site that `renderer` makes; `made_from` stands for all that it is made from, where that is known.
///
/// # Errors
/// As [`write_site`], and those of rendering; then nothing has changed.
pub fn write_pages(
    renderer: &Renderer<'_>,
    made_from: Option<u64>,
    root: &Path,
    output: &Path,
    is_stopped: &Stop<'_>,
) -> Result<Written> {
    let make = |path: &str| Ok(renderer.page(path)?.unwrap_or_else(|| Content::Bytes(Vec::new())));
    let paths = renderer.paths();
    let paths = paths.iter().map(String::as_str).collect();
    let long = |path: &str| renderer.long(path);
    write(&Files { paths, make: &make, long: &long, root, made_from, is_stopped }, output)
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

/// The manifest of an output folder.
struct Manifest {
    text: String,
    /// When it was written: after all other files.
    written: Option<SystemTime>,
}

impl Manifest {
    fn read(output: &Path) -> Result<Self> {
        let path = output.join(MANIFEST);
        let written = fs::size_and_time(&path).map(|(_, time)| time);
        Ok(Self { text: fs::read_text_if_there(&path)?.unwrap_or_default(), written })
    }

    fn made_from(&self) -> Option<u64> {
        u64::from_str_radix(self.text.lines().next()?.strip_prefix(MADE_FROM)?, 16).ok()
    }

    /// Returns the files that rebond wrote; one without a record may be half done.
    fn files(&self) -> BTreeMap<String, Option<Record>> {
        self.text.lines().map(read_line).filter(|(path, _)| is_inner(path)).collect()
    }

    /// Returns whether each line but the first is a file's.
    fn is_plain(&self) -> bool {
        self.text.lines().skip(1).all(|line| is_inner(&read_line(line).0))
    }
}

/// Reads a line of a manifest: what the file held, and its path.
fn read_line(line: &str) -> (String, Option<Record>) {
    let record = |line: &'_ str| {
        let (hash, rest) = line.split_once(' ')?;
        let (size, _) = rest.split_once(' ')?;
        let hash = u64::from_str_radix(hash, 16).ok().filter(|_| hash.len() == 16)?;
        Some(Record { hash, size: size.parse().ok()? })
    };
    match record(line) {
        Some(record) => (path_of(line.splitn(3, ' ').nth(2).unwrap_or_default()), Some(record)),
        None => (path_of(line), None),
    }
}

fn manifest_text(made_from: Option<u64>, mut records: Vec<(&str, Record)>) -> String {
    records.sort_unstable_by_key(|(path, _)| *path);
    let mut text = made_from.map(|made_from| format!("{MADE_FROM}{made_from:016x}\n")).unwrap_or_default();
    for (path, Record { hash, size }) in records {
        let _ = writeln!(text, "{hash:016x} {size} {}", line_of(path));
    }
    text
}

/// Returns whether a file is as it was written before `manifest`; when its time does not tell, its content does.
fn is_untouched(target: &Path, record: Record, manifest: Option<SystemTime>) -> bool {
    let Some((size, time)) = fs::size_and_time(target) else { return false };
    size == record.size
        && (manifest.is_some_and(|manifest| time < manifest)
            || fs::read(target).is_ok_and(|bytes| Record::of(&bytes) == record))
}

fn write(files: &Files<'_>, output: &Path) -> Result<Written> {
    let above = output.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_folder(above)?;
    {
        let _held = fs::hold(above, PATIENCE)?;
        fs::remove_leftovers(above, MANIFEST);
        if !fs::is_taken(output) {
            return create(files, output);
        }
    }
    if !fs::is_folder(output) {
        return Err(foreign(output));
    }
    let _held = fs::hold(output, PATIENCE)?;
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
        Ok(Record::of(&bytes))
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

/// Writes a file to a folder in which it is staged; what is told of is the file that was to be.
fn write_below(staged: &Path, path: &str, bytes: &[u8], output: &Path) -> Result<()> {
    let shown = || output.join(path).display().to_string();
    fs::write_staged(&staged.join(path), bytes).map_err(|problem| Box::new(problem.with("path", shown())))
}

/// Writes a file piece by piece to a folder in which it is staged, and returns what it holds.
fn write_long(staged: &Path, path: &str, long: &Long<'_>, output: &Path) -> Result<Record> {
    let shown = || output.join(path).display().to_string();
    let write = |file: &mut dyn io::Write| {
        let mut recorder = Recorder { file, hasher: XxHash3_64::new(), size: 0 };
        long(&mut recorder)?;
        Ok(Record { hash: recorder.hasher.finish(), size: recorder.size })
    };
    fs::write_staged_by(&staged.join(path), write).map_err(|problem| Box::new(problem.with("path", shown())))
}

/// Makes every file and stages what changed, then puts it all in its place.
fn update(files: &Files<'_>, output: &Path) -> Result<Written> {
    let manifest = Manifest::read(output)?;
    let known = manifest.files();
    let now: BTreeSet<&str> = files.paths.iter().copied().collect();
    tidy(output, known.keys().map(String::as_str).chain(now.iter().copied()))?;
    let stage = Stage { output, folder: Mutex::new(None) };
    let is_as_written = |path: &str, record: Record| {
        known.get(path) == Some(&Some(record)) && is_untouched(&output.join(path), record, manifest.written)
    };
    // What is there and not listed is somebody else's.
    let is_foreign = |path: &str| !known.contains_key(path) && fs::is_taken(&output.join(path));
    let compare = |path: &&'_ str| {
        let target = output.join(path);
        if let Some(long) = (files.long)(path) {
            let (record, staged) = stage.write_long(path, &long)?;
            if is_as_written(path, record) {
                fs::remove(&staged)?;
                return Ok((record, None));
            }
            return if is_foreign(path) { Err(foreign_file(&target)) } else { Ok((record, Some(staged))) };
        }
        let bytes = files.bytes(path)?;
        let record = Record::of(&bytes);
        let is_same = match known.get(*path) {
            Some(Some(_)) => is_as_written(path, record),
            _ => fs::holds(&target, &bytes)?,
        };
        if !is_same && is_foreign(path) {
            return Err(foreign_file(&target));
        }
        let staged = if is_same { None } else { Some(stage.write(path, &bytes)?) };
        Ok((record, staged))
    };
    let is_going_on = |_: &&&'_ str| !(files.is_stopped)();
    let compared: Vec<(Record, Option<PathBuf>)> =
        files.one_by_one().filter(is_going_on).map(compare).collect::<Result<_>>()?;
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

/// A folder in the output for what changed, made when something has, and gone with this run.
struct Stage<'a> {
    output: &'a Path,
    folder: Mutex<Option<fs::StagingFolder>>,
}

impl Stage<'_> {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<PathBuf> {
        let folder = self.folder_for(path)?;
        write_below(&folder, path, bytes, self.output)?;
        Ok(folder.join(path))
    }

    fn write_long(&self, path: &str, long: &Long<'_>) -> Result<(Record, PathBuf)> {
        let folder = self.folder_for(path)?;
        Ok((write_long(&folder, path, long, self.output)?, folder.join(path)))
    }

    /// Returns the folder, with the folders in it that hold `path`.
    fn folder_for(&self, path: &str) -> Result<PathBuf> {
        let folder = self.folder()?;
        if let Some(above) = folder.join(path).parent() {
            fs::create_folder(above)?;
        }
        Ok(folder)
    }

    fn folder(&self) -> Result<PathBuf> {
        let mut folder = self.folder.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(made) = &*folder {
            return Ok(made.path().to_path_buf());
        }
        let made = fs::staging_folder(&self.output.join(MANIFEST))?;
        // This tells that the folder is ours, should this run be cut off.
        fs::write_staged(&made.path().join(MANIFEST), b"")?;
        Ok(folder.insert(made).path().to_path_buf())
    }
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

fn lines<'a>(paths: impl Iterator<Item = &'a str>) -> String {
    paths.flat_map(|path| [line_of(path), "\n".to_owned()]).collect()
}

/// How a line of the manifest writes what would end it; `%` last, for reading.
const ESCAPES: [(char, &str); 3] = [('\n', "%0A"), ('\r', "%0D"), ('%', "%25")];

fn line_of(path: &str) -> String {
    ESCAPES.iter().rev().fold(path.to_owned(), |line, (c, written)| line.replace(*c, written))
}

fn path_of(line: &str) -> String {
    ESCAPES.iter().fold(line.to_owned(), |path, (c, written)| path.replace(written, &c.to_string()))
}

/// Returns whether a manifest names a path below the output: one that was tampered with deletes nothing.
fn is_inner(path: &str) -> bool {
    let is_plain = |part| matches!(part, Component::Normal(_));
    let may_hold = cfg!(unix) || !path.contains('\\');
    may_hold
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
        && Path::new(path).components().all(is_plain)
}

fn remove_empty_folders(output: &Path, path: &str) {
    let mut folder = Path::new(path).parent();
    while let Some(inner) = folder.filter(|inner| !inner.as_os_str().is_empty()) {
        fs::remove_folder_if_empty(&output.join(inner));
        folder = inner.parent();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_names_every_path_on_one_line() {
        for path in ["files/a\nb.png", "files/100%.png", "files/%0A.png", "files/%250D\r", "files/é b.png"] {
            let line = line_of(path);
            assert_eq!((line.lines().count(), path_of(&line).as_str()), (1, path));
        }
        assert_eq!(path_of("files/100%.png"), "files/100%.png", "of an older manifest");
        assert!(is_inner("files/a\nb.png") && !is_inner(&path_of("a/..")) && !is_inner("/a") && !is_inner("a//b"));
    }
}
