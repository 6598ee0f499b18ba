//! A site to an output folder: only what changed, and nothing that is not ours.
//!
//! A manifest in the folder lists the files that rebond wrote. A first build
//! fills a folder beside the output and renames it once; later ones compare
//! each file, rename new content over old, and delete what the manifest lists
//! and the site no longer has. A file is old or new, never half.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

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

/// Writes `site` to the folder `output`; files to copy are below `root`.
///
/// # Errors
/// `output-foreign` for a folder that is not empty and has no manifest;
/// `file-unreadable` and `file-unwritable` from the system.
pub fn write_site(site: &Site, root: &Path, output: &Path) -> Result<Written> {
    let manifest = output.join(MANIFEST);
    let is_ours = fs::is_file(&manifest);
    if !is_ours && (fs::exists(output) && !fs::is_folder(output) || !fs::names(output)?.is_empty()) {
        return Err(Box::new(Diagnostic::new(Code::OutputForeign).with("path", output.display().to_string())));
    }
    if fs::exists(output) { update(site, root, output) } else { create(site, root, output) }
}

/// Fills a folder that nobody sees yet, then puts it in its place.
fn create(site: &Site, root: &Path, output: &Path) -> Result<Written> {
    let staged = fs::staging_folder(output)?;
    for folder in folders(site) {
        fs::create_folder(&staged.path().join(folder))?;
    }
    site.files
        .par_iter()
        .try_for_each(|(path, content)| fs::write_staged(&staged.path().join(path), &bytes(content, root)?))?;
    fs::write_staged(&staged.path().join(MANIFEST), manifest_text(site).as_bytes())?;
    match fs::install_folder(staged, output) {
        // Another build was faster: what it wrote is ours.
        Err(_) if fs::is_file(&output.join(MANIFEST)) => update(site, root, output),
        installed => installed.map(|()| Written { changed: site.files.len(), ..Written::default() }),
    }
}

fn update(site: &Site, root: &Path, output: &Path) -> Result<Written> {
    let manifest = output.join(MANIFEST);
    let known = fs::read_text_if_there(&manifest)?.unwrap_or_default();
    let known: BTreeSet<&str> = known.lines().filter(|line| is_inner(line)).collect();
    // First the manifest of both, so that a run that is cut off leaves nothing unknown behind.
    let all: BTreeSet<&str> = known.iter().copied().chain(site.files.keys().map(String::as_str)).collect();
    write_if_changed(&manifest, lines(all.iter().copied()).as_bytes())?;
    let changed: usize = site
        .files
        .par_iter()
        .map(|(path, content)| {
            let target = output.join(path);
            // A file that is there and not listed is somebody else's.
            if !known.contains(path.as_str()) && fs::exists(&target) && !is_same(&target, content, root)? {
                let problem = Diagnostic::new(Code::OutputForeign).with("path", target.display().to_string());
                return Err(Box::new(problem.variant("file").help("help-file")));
            }
            Ok(usize::from(write_if_changed(&target, &bytes(content, root)?)?))
        })
        .try_reduce(|| 0, |a, b| Ok(a + b))?;
    let gone: Vec<&str> = known.iter().copied().filter(|path| !site.files.contains_key(*path)).collect();
    for path in &gone {
        fs::remove(&output.join(path))?;
        remove_empty_folders(output, path);
    }
    write_if_changed(&manifest, manifest_text(site).as_bytes())?;
    Ok(Written { changed, unchanged: site.files.len() - changed, deleted: gone.len() })
}

fn is_same(target: &Path, content: &Content, root: &Path) -> Result<bool> {
    Ok(fs::read(target)? == bytes(content, root)?)
}

fn bytes(content: &Content, root: &Path) -> Result<Vec<u8>> {
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
    let is_same = fs::is_file(path) && fs::read(path)? == bytes;
    if !is_same {
        fs::replace(path, bytes)?;
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
    paths.flat_map(|path| [path, "\n"]).collect()
}

/// Returns whether a line of a manifest is a path below the output: one that was tampered with deletes nothing.
fn is_inner(line: &str) -> bool {
    !line.is_empty()
        && !line.starts_with('/')
        && !line.contains('\\')
        && line.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn remove_empty_folders(output: &Path, path: &str) {
    let mut folder = Path::new(path).parent();
    while let Some(inner) = folder.filter(|inner| !inner.as_os_str().is_empty()) {
        fs::remove_folder_if_empty(&output.join(inner));
        folder = inner.parent();
    }
}
