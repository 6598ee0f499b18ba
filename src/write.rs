//! A site to an output folder: only what changed, and nothing that is not ours.
//!
//! A manifest in the folder lists the files that rebond wrote. A first build
//! fills a folder beside the output and renames it once; later ones compare
//! each file, rename new content over old, and delete what the manifest lists
//! and the site no longer has. A file is old or new, never half. A folder is
//! held while it is written to, and no link in it is followed.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Result};
use crate::fs;
use crate::render::{Content, Site};

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
    let above = output.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_folder(above)?;
    {
        let _held = fs::hold(above, PATIENCE)?;
        fs::remove_leftovers(above, MANIFEST);
        if !fs::is_taken(output) {
            return create(site, root, output, is_stopped);
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
    update(site, root, output, is_stopped)
}

fn foreign(path: &Path) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::OutputForeign).with("path", path.display().to_string()))
}

/// Fills a folder that nobody sees yet, then puts it in its place.
fn create(site: &Site, root: &Path, output: &Path, is_stopped: &Stop<'_>) -> Result<Written> {
    let staged = fs::staging_folder(output)?;
    // First what tells that the folder is ours, should this run be cut off.
    fs::write_staged(&staged.path().join(MANIFEST), manifest_text(site).as_bytes())?;
    for folder in folders(site) {
        fs::create_folder(&staged.path().join(folder))?;
    }
    site.files.par_iter().filter(|_| !is_stopped()).try_for_each(|(path, content)| {
        let bytes = bytes(content, root)?;
        // What is told of is the file that was to be, not one that is gone with this run.
        let shown = || output.join(path).display().to_string();
        fs::write_staged(&staged.path().join(path), &bytes).map_err(|problem| Box::new(problem.with("path", shown())))
    })?;
    if is_stopped() {
        return Ok(Written::default());
    }
    fs::install_folder(staged, output)?;
    Ok(Written { changed: site.files.len(), ..Written::default() })
}

fn update(site: &Site, root: &Path, output: &Path, is_stopped: &Stop<'_>) -> Result<Written> {
    let manifest = output.join(MANIFEST);
    let known = fs::read_text_if_there(&manifest)?.unwrap_or_default();
    let known: BTreeSet<String> = known.lines().map(path_of).filter(|path| is_inner(path)).collect();
    let known: BTreeSet<&str> = known.iter().map(String::as_str).collect();
    tidy(output, known.iter().copied().chain(site.files.keys().map(String::as_str)))?;
    // First the manifest of both, so that a run that is cut off leaves nothing unknown behind.
    let all: BTreeSet<&str> = known.iter().copied().chain(site.files.keys().map(String::as_str)).collect();
    write_if_changed(&manifest, lines(all.iter().copied()).as_bytes())?;
    let changed: usize = site
        .files
        .par_iter()
        .filter(|_| !is_stopped())
        .map(|(path, content)| {
            let target = output.join(path);
            let bytes = bytes(content, root)?;
            // What is there and not listed is somebody else's.
            if !known.contains(path.as_str()) && fs::is_taken(&target) && !fs::holds(&target, &bytes)? {
                return Err(Box::new(foreign_file(&target)));
            }
            Ok(usize::from(write_if_changed(&target, &bytes)?))
        })
        .try_reduce(|| 0, |a, b| Ok(a + b))?;
    if is_stopped() {
        return Ok(Written { changed, ..Written::default() });
    }
    let gone: Vec<&str> = known.iter().copied().filter(|path| !site.files.contains_key(*path)).collect();
    for path in &gone {
        fs::remove(&output.join(path))?;
        remove_empty_folders(output, path);
    }
    write_if_changed(&manifest, manifest_text(site).as_bytes())?;
    Ok(Written { changed, unchanged: site.files.len() - changed, deleted: gone.len() })
}

fn foreign_file(path: &Path) -> Diagnostic {
    Diagnostic::new(Code::OutputForeign).with("path", path.display().to_string()).variant("file").help("help-file")
}

/// Removes what earlier runs left in the folders of `paths`, none of which may be a link that leads elsewhere.
fn tidy<'a>(output: &Path, paths: impl Iterator<Item = &'a str>) -> Result<()> {
    let folders: BTreeSet<&Path> = paths.flat_map(|path| Path::new(path).ancestors().skip(1)).collect();
    for folder in folders.into_iter().filter(|folder| !folder.as_os_str().is_empty()) {
        let folder = output.join(folder);
        if fs::is_link(&folder) {
            return Err(Box::new(foreign_file(&folder)));
        }
        fs::remove_leftovers(&folder, MANIFEST);
    }
    Ok(())
}

/// Returns what a file of a site holds; one to copy is below `root`, also when links are followed.
///
/// # Errors
/// `path-outside`; `file-unreadable`.
pub fn bytes(content: &Content, root: &Path) -> Result<Vec<u8>> {
    match content {
        Content::Bytes(bytes) => Ok(bytes.clone()),
        Content::Copy(path) => {
            let path = root.join(path);
            let real = fs::real_path(&path)?;
            if real.starts_with(fs::real_path(root)?) {
                fs::read(&real)
            } else {
                Err(Box::new(Diagnostic::of_file(Code::PathOutside, &path.display().to_string())))
            }
        }
    }
}

/// Replaces a file when its content differs; returns whether it did.
fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<bool> {
    let is_same = fs::holds(path, bytes)?;
    if !is_same {
        fs::install_file(path, bytes)?;
    }
    Ok(!is_same)
}

/// Returns the folders of a site, those above before those below.
fn folders(site: &Site) -> BTreeSet<PathBuf> {
    let above = |path: &String| Path::new(path).parent().map(Path::to_path_buf);
    site.files.keys().filter_map(above).filter(|folder| !folder.as_os_str().is_empty()).collect()
}

fn manifest_text(site: &Site) -> String {
    lines(site.files.keys().map(String::as_str))
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
