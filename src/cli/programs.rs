//! Other programs of the machine: an editor, a browser.

use std::path::{Path, PathBuf};

use crate::fs;

/// Returns where a program is: at its path, or by its name in one of the folders of `PATH`.
pub(super) fn find_program(name: &Path) -> Option<PathBuf> {
    if name.components().count() > 1 {
        return fs::is_file(name).then(|| name.to_path_buf());
    }
    let path = std::env::var_os("PATH")?;
    let candidates = std::env::split_paths(&path).map(|folder| {
        let file = folder.join(name);
        if cfg!(windows) && file.extension().is_none() { file.with_extension("exe") } else { file }
    });
    candidates.into_iter().find(|candidate| fs::is_file(candidate))
}
