//! The only user of the file system; its errors name the path and the action.

use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Result};

/// Reads a whole file.
///
/// # Errors
/// `file-unreadable`, with the path and the system's reason. What is no regular
/// file (a pipe, a device, a socket) is never opened.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !metadata.is_file() {
        return Err(unreadable(path, &io::Error::from(io::ErrorKind::InvalidInput)));
    }
    fs::read(path).map_err(|error| unreadable(path, &error))
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

/// Writes a file that does not exist yet.
///
/// # Errors
/// `output-foreign` when something is there already, else `file-unwritable`.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    let file = fs::OpenOptions::new().write(true).create_new(true).open(path);
    match file {
        Ok(mut file) => file.write_all(bytes).map_err(|error| unwritable(path, &error)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Box::new(
            Diagnostic::new(Code::OutputForeign)
                .with("path", path.display().to_string())
                .variant("file")
                .help("help-file"),
        )),
        Err(error) => Err(unwritable(path, &error)),
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

/// Replaces a file whole: written beside it, then renamed over it, with its permissions.
///
/// A link is followed, so that it stays a link.
///
/// # Errors
/// `file-unwritable`; the file is then as it was.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = target.parent().unwrap_or(Path::new("."));
    create_folder(folder)?;
    let write = || -> io::Result<()> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".rebond-").suffix(".tmp");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut file = builder.tempfile_in(folder)?;
        // Before the text: what only its owner may read is never in a file that others may.
        if let Ok(metadata) = fs::metadata(&target) {
            file.as_file().set_permissions(metadata.permissions())?;
        }
        file.write_all(bytes)?;
        file.as_file().sync_data()?;
        file.persist(&target).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|error| unwritable(path, &error))
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

/// A folder beside `target` to fill before it takes its place.
///
/// # Errors
/// `file-unwritable`.
pub fn staging_folder(target: &Path) -> Result<tempfile::TempDir> {
    let above = target.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    create_folder(above)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".rebond-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(above).map_err(|error| unwritable(target, &error))
}

/// Puts a filled staging folder in its place, where nothing is.
///
/// # Errors
/// `file-unwritable`.
#[expect(clippy::disallowed_methods, reason = "this is the module that the rule names")]
pub fn install_folder(staged: tempfile::TempDir, target: &Path) -> Result<()> {
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
