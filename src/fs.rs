//! The only user of the file system; its errors name the path and the action.

use std::fs;
use std::io::{self, Read as _, Write};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::diagnostic::{Code, Diagnostic, Result};

/// The longest file that is read, in bytes: longer than any text or picture of a journal.
const LONGEST: u64 = 256 * 1024 * 1024;

/// Reads a whole file.
///
/// # Errors
/// `file-unreadable`, with the path and the system's reason. What is no regular
/// file (a pipe, a device, a socket) or longer than any text is never opened.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    readable_length(&metadata).map_err(|error| unreadable(path, &error))?;
    read_regular(path)
}

/// Reads a whole file that was just seen to be a regular one: opening anything else may wait, or do something.
///
/// # Errors
/// `file-unreadable`, as of [`read`].
pub fn read_regular(path: &Path) -> Result<Vec<u8>> {
    let read = || -> io::Result<Vec<u8>> {
        let file = fs::File::open(path)?;
        let length = readable_length(&file.metadata()?)?;
        // One more than there is: its end is seen without room for more being made.
        let mut bytes = Vec::with_capacity(usize::try_from(length + 1).unwrap_or_default());
        file.take(LONGEST).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| unreadable(path, &error))
}

/// Returns the length of a regular file that is not too long to be read.
fn readable_length(metadata: &fs::Metadata) -> io::Result<u64> {
    match metadata.len() {
        _ if !metadata.is_file() => Err(io::ErrorKind::InvalidInput.into()),
        length if length > LONGEST => Err(io::ErrorKind::FileTooLarge.into()),
        length => Ok(length),
    }
}

/// Reads a text file; `None` when it does not exist.
///
/// # Errors
/// `file-unreadable`, also when the file is not UTF-8.
pub fn read_text_if_there(path: &Path) -> Result<Option<String>> {
    if !is_file(path) {
        return Ok(None);
    }
    let bytes = read(path)?;
    let text = String::from_utf8(bytes).map_err(|_| unreadable(path, &io::Error::from(io::ErrorKind::InvalidData)))?;
    Ok(Some(text))
}

/// Returns whether there is a regular file at `path`; links are followed.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn is_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_file())
}

/// Returns whether `path` itself is a regular file, and no link to one.
pub fn is_plain_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
}

/// Returns whether `path` itself is a link.
pub fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink())
}

/// Returns whether anything is at `path`, also a link that leads nowhere.
pub fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Returns whether `path` itself is a regular file that holds `bytes`.
///
/// # Errors
/// `file-unreadable`.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn holds(path: &Path, bytes: &[u8]) -> Result<bool> {
    let has_length = |metadata: fs::Metadata| metadata.is_file() && usize::try_from(metadata.len()) == Ok(bytes.len());
    if !fs::symlink_metadata(path).is_ok_and(has_length) {
        return Ok(false);
    }
    fs::read(path).map(|there| there == bytes).map_err(|error| unreadable(path, &error))
}

/// Returns whether there is a folder at `path`; links are followed.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// Returns whether anything is at `path`.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn exists(path: &Path) -> bool {
    fs::metadata(path).is_ok()
}

/// Returns the size of the file at `path` in bytes and when it was last written; `None` where there is none, or a link.
pub fn size_and_time(path: &Path) -> Option<(u64, SystemTime)> {
    let metadata = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((metadata.len(), metadata.modified().ok()?))
}

/// Returns the file of this program.
pub fn own_program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// Returns the real path, links resolved.
///
/// # Errors
/// `file-unreadable` when nothing is there.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn real_path(path: &Path) -> Result<PathBuf> {
    fs::canonicalize(path).map_err(|error| unreadable(path, &error))
}

/// Returns where `path` leads, also when nothing is there yet: absolute, without `..`, links resolved as far as it exists.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn future_path(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut real = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            part => {
                real.push(part);
                real = fs::canonicalize(&real).unwrap_or(real);
            }
        }
    }
    real
}

/// Returns the names in a folder, sorted; empty when there is no such folder.
///
/// # Errors
/// `file-unreadable` when the folder cannot be listed.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn names(folder: &Path) -> Result<Vec<String>> {
    if !is_folder(folder) {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for item in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let item = item.map_err(|error| unreadable(folder, &error))?;
        names.push(item.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Makes a folder and those above it.
///
/// # Errors
/// `file-unwritable`.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn create_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))
}

/// Writes a file that does not exist yet; it is there whole or not at all.
///
/// # Errors
/// `output-foreign` when something is there already, else `file-unwritable`.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = folder_of(path);
    create_folder(folder)?;
    let there = || {
        let problem = Diagnostic::new(Code::OutputForeign).with("path", path.display().to_string());
        Box::new(problem.variant("file").help("help-file"))
    };
    let _held = hold(folder, Duration::from_secs(10))?;
    if is_taken(path) {
        return Err(there());
    }
    let mut file = temporary(folder, bytes).map_err(|error| unwritable(path, &error))?;
    file.as_file_mut().sync_all().map_err(|error| unwritable(path, &error))?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(there()),
        Err(error) => Err(unwritable(path, &error.error)),
    }
}

/// Writes into a folder that nobody else sees yet, without a temporary file.
///
/// # Errors
/// `file-unwritable`.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn write_staged(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| unwritable(path, &error))
}

/// Writes with `write` into a file of a folder that nobody else sees yet.
///
/// # Errors
/// `file-unwritable`.
pub fn write_staged_by<T>(path: &Path, write: impl FnOnce(&mut dyn io::Write) -> io::Result<T>) -> Result<T> {
    fs::File::create(path).and_then(|mut file| write(&mut file)).map_err(|error| unwritable(path, &error))
}

/// Replaces a file of a person's whole: written beside it, then renamed over it, with its permissions.
///
/// A link is followed, so that it stays a link. When this returns, the new text is on the disk.
///
/// # Errors
/// `file-unwritable`; the file is then as it was.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = folder_of(&target);
    create_folder(folder)?;
    let write = || -> io::Result<()> {
        let mut file = temporary(folder, b"")?;
        // Before the text: what only its owner may read is never in a file that others may.
        if let Ok(metadata) = fs::metadata(&target) {
            file.as_file().set_permissions(metadata.permissions())?;
        }
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(&target).map_err(|error| error.error)?;
        // The new name, too, is on the disk; a system that keeps no such promise is not asked for it.
        #[cfg(unix)]
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
        Ok(())
    };
    write().map_err(|error| unwritable(path, &error))
}

/// Puts a file of the site in its place: written beside it, then renamed over whatever has its name, also a link.
///
/// # Errors
/// `file-unwritable`; what was there is then as it was.
pub fn install_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = folder_of(path);
    create_folder(folder)?;
    let written = temporary(folder, bytes).and_then(|file| file.persist(path).map_err(|error| error.error));
    written.map(drop).map_err(|error| unwritable(path, &error))
}

/// How the names of temporary files and folders begin and end.
const TEMPORARY: (&str, &str) = (".rebond-", ".tmp");

/// The name of the file by which a folder is held where it cannot be held itself.
const LOCK: &str = ".rebond-lock.tmp";

/// Returns whether a name is that of something that a run of rebond makes, and takes away before it ends.
pub fn is_temporary(name: &str) -> bool {
    name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1)
}

/// Returns a new file in `folder` that holds `bytes`; it is gone when it is dropped.
fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    Ok(file)
}

/// Returns the folder that holds `path`.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Removes what runs that were cut off left in a folder: temporary files, and temporary folders
/// that are empty or hold a file called `mark`. Only for a folder that is held ([`hold`]).
///
/// What cannot be removed stays, and harms nobody.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn remove_leftovers(folder: &Path, mark: &str) {
    let Ok(items) = fs::read_dir(folder) else { return };
    for item in items.flatten() {
        let name = item.file_name();
        let is_ours = name.to_str().is_some_and(|name| is_temporary(name) && name != LOCK);
        let Ok(kind) = item.file_type() else { continue };
        let path = item.path();
        if is_ours && kind.is_file() {
            let _ = fs::remove_file(&path);
        } else if is_ours && kind.is_dir() && (is_plain_file(&path.join(mark)) || fs::remove_dir(&path).is_ok()) {
            let _ = fs::remove_dir_all(&path);
        }
    }
}

/// Returns whether runs that were cut off, or one that goes on, have something in a folder.
pub fn has_leftovers(folder: &Path) -> bool {
    names(folder).is_ok_and(|names| names.iter().any(|name| is_temporary(name) && name != LOCK))
}

/// A folder that no other run of rebond writes to, until this is dropped or the run ends in whatever way.
#[derive(Debug)]
pub struct Held {
    _lock: Option<fs::File>,
}

/// Holds a folder; when another run does, waits for it as long as `patience`.
///
/// Where the system cannot hold folders, nothing is held.
///
/// # Errors
/// `file-unwritable` when the other run takes longer, or when there is no such folder.
pub fn hold(folder: &Path, patience: Duration) -> Result<Held> {
    hold_unless(folder, patience, &|| false)
}

/// Holds a folder as [`hold`] does, but waits no longer once `is_stopped`.
///
/// # Errors
/// As [`hold`].
pub fn hold_unless(folder: &Path, patience: Duration, is_stopped: &dyn Fn() -> bool) -> Result<Held> {
    const STEP: Duration = Duration::from_millis(20);
    let lock = match open_to_hold(folder) {
        Ok(lock) => lock,
        // One may write to a folder that one may not list.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Ok(Held { _lock: None }),
        Err(error) => return Err(unwritable(folder, &error)),
    };
    let mut waited = Duration::ZERO;
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(Held { _lock: Some(lock) }),
            Err(fs::TryLockError::Error(_)) => return Ok(Held { _lock: None }),
            Err(fs::TryLockError::WouldBlock) if waited < patience && !is_stopped() => {
                std::thread::sleep(STEP);
                waited += STEP;
            }
            Err(fs::TryLockError::WouldBlock) => {
                let problem = Diagnostic::new(Code::FileUnwritable).with("path", folder.display().to_string());
                return Err(Box::new(problem.variant("held").help("help-held")));
            }
        }
    }
}

/// A folder can itself be held on Unix, elsewhere a file in it that goes with the run.
#[cfg(unix)]
fn open_to_hold(folder: &Path) -> io::Result<fs::File> {
    fs::File::open(folder)
}

#[cfg(windows)]
fn open_to_hold(folder: &Path) -> io::Result<fs::File> {
    use std::os::windows::fs::OpenOptionsExt;
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false).custom_flags(DELETE_ON_CLOSE);
    options.open(folder.join(LOCK))
}

/// Removes a file; that it is gone already is no problem.
///
/// # Errors
/// `file-unwritable`.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(unwritable(path, &error)),
        _ => Ok(()),
    }
}

/// Removes a folder when it is empty.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn remove_folder_if_empty(folder: &Path) {
    // A folder that holds something, or is gone, stays as it is.
    let _ = fs::remove_dir(folder);
}

/// Makes a folder for files that are needed for a moment, which only its owner may read.
///
/// # Errors
/// `file-unwritable`.
pub fn temporary_folder() -> Result<tempfile::TempDir> {
    tempfile::Builder::new().prefix("rebond-").tempdir().map_err(|error| unwritable(&std::env::temp_dir(), &error))
}

/// Makes an empty file for what another program says.
///
/// # Errors
/// `file-unwritable`.
pub fn log_file(path: &Path) -> Result<fs::File> {
    fs::File::create(path).map_err(|error| unwritable(path, &error))
}

/// Returns whether a file belongs to root; for one that was just made, whether root runs this program.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn is_roots(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).is_ok_and(|metadata| metadata.uid() == 0)
}

/// Returns whether a file belongs to root: here there is none.
#[cfg(not(unix))]
pub fn is_roots(_path: &Path) -> bool {
    false
}

/// A folder that is filled before anybody sees it; it goes when it is dropped.
pub type StagingFolder = tempfile::TempDir;

/// A folder beside `target` to fill before it takes its place.
///
/// # Errors
/// `file-unwritable`.
pub fn staging_folder(target: &Path) -> Result<StagingFolder> {
    let above = folder_of(target);
    create_folder(above)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(above).map_err(|error| unwritable(target, &error))
}

/// Puts a staged file in its place, over what is there.
///
/// # Errors
/// `file-unwritable`.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn rename(staged: &Path, target: &Path) -> Result<()> {
    if let Some(folder) = target.parent() {
        create_folder(folder)?;
    }
    fs::rename(staged, target).map_err(|error| unwritable(target, &error))
}

/// Puts a filled staging folder in its place, where nothing is.
///
/// # Errors
/// `file-unwritable`.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn install_folder(staged: StagingFolder, target: &Path) -> Result<()> {
    let path = staged.keep();
    fs::rename(&path, target).map_err(|error| {
        let _ = fs::remove_dir_all(&path);
        unwritable(target, &error)
    })
}

fn unreadable(path: &Path, error: &io::Error) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::new(Code::FileUnreadable)
            .with("path", path.display().to_string())
            .with("reason", error.to_string()),
    )
}

fn unwritable(path: &Path, error: &io::Error) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::new(Code::FileUnwritable)
            .with("path", path.display().to_string())
            .with("reason", error.to_string()),
    )
}
