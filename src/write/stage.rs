//! A folder in the output for what changed, until all of it can be put in its place.

use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use twox_hash::XxHash3_64;

use super::MANIFEST;
use super::manifest::Record;
use crate::diagnostic::Result;
use crate::fs;
use crate::render::Long;

/// Notes what is written to a file.
pub(super) struct Recorder<'a> {
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

/// A folder in the output for what changed, made when something has, and gone with this run.
pub(super) struct Stage<'a> {
    pub(super) output: &'a Path,
    pub(super) folder: Mutex<Option<fs::StagingFolder>>,
}

impl Stage<'_> {
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<PathBuf> {
        let folder = self.folder_for(path)?;
        write_below(&folder, path, bytes, self.output)?;
        Ok(folder.join(path))
    }

    pub(super) fn write_long(&self, path: &str, long: &Long<'_>) -> Result<(Record, PathBuf)> {
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
        let mut folder = self.folder.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = &*folder {
            return Ok(made.path().to_path_buf());
        }
        let made = fs::staging_folder(&self.output.join(MANIFEST))?;
        // This tells that the folder is ours, should this run be cut off.
        fs::write_staged(&made.path().join(MANIFEST), b"")?;
        Ok(folder.insert(made).path().to_path_buf())
    }
}

/// Writes a file to a folder in which it is staged; what is told of is the file that was to be.
pub(super) fn write_below(staged: &Path, path: &str, bytes: &[u8], output: &Path) -> Result<()> {
    let shown = || output.join(path).display().to_string();
    fs::write_staged(&staged.join(path), bytes).map_err(|problem| Box::new(problem.with("path", shown())))
}

/// Writes a file piece by piece to a folder in which it is staged, and returns what it holds.
pub(super) fn write_long(staged: &Path, path: &str, long: &Long<'_>, output: &Path) -> Result<Record> {
    let shown = || output.join(path).display().to_string();
    let write = |file: &mut dyn io::Write| {
        let mut recorder = Recorder { file, hasher: XxHash3_64::new(), size: 0 };
        long(&mut recorder)?;
        Ok(Record { hash: recorder.hasher.finish(), size: recorder.size })
    };
    fs::write_staged_by(&staged.join(path), write).map_err(|problem| Box::new(problem.with("path", shown())))
}
