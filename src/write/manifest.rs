//! The manifest of an output folder: the files that rebond wrote there, and what they held.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Component, Path};
use std::time::SystemTime;

use twox_hash::XxHash3_64;

use super::MANIFEST;
use crate::diagnostic::Result;
use crate::fs;

/// What begins the manifest's line that says from what the site was made; no path of a site begins so.
pub(super) const MADE_FROM: &str = "/made-from ";

/// What a file held when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) hash: u64,
    pub(super) size: u64,
}

impl Record {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { hash: XxHash3_64::oneshot(bytes), size: u64::try_from(bytes.len()).unwrap_or(u64::MAX) }
    }
}

/// The manifest of an output folder.
pub(super) struct Manifest {
    text: String,
    /// When it was written: after all other files.
    pub(super) written: Option<SystemTime>,
}

impl Manifest {
    pub(super) fn read(output: &Path) -> Result<Self> {
        let path = output.join(MANIFEST);
        let written = fs::size_and_time(&path).map(|(_, time)| time);
        Ok(Self { text: fs::read_text_if_there(&path)?.unwrap_or_default(), written })
    }

    pub(super) fn made_from(&self) -> Option<u64> {
        u64::from_str_radix(self.text.lines().next()?.strip_prefix(MADE_FROM)?, 16).ok()
    }

    /// Returns the files that rebond wrote; one without a record may be half done.
    pub(super) fn files(&self) -> BTreeMap<String, Option<Record>> {
        self.text.lines().map(read_line).filter(|(path, _)| is_inner(path)).collect()
    }

    /// Returns whether each line but the first is a file's.
    pub(super) fn is_plain(&self) -> bool {
        self.text.lines().skip(1).all(|line| is_inner(&read_line(line).0))
    }
}

/// Reads a line of a manifest: what the file held, and its path.
pub(super) fn read_line(line: &str) -> (String, Option<Record>) {
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

pub(super) fn manifest_text(made_from: Option<u64>, mut records: Vec<(&str, Record)>) -> String {
    records.sort_unstable_by_key(|(path, _)| *path);
    let mut text = made_from.map(|made_from| format!("{MADE_FROM}{made_from:016x}\n")).unwrap_or_default();
    for (path, Record { hash, size }) in records {
        let _ = writeln!(text, "{hash:016x} {size} {}", line_of(path));
    }
    text
}

/// Returns whether a file is as it was written before `manifest`; when its time does not tell, its content does.
pub(super) fn is_untouched(target: &Path, record: Record, manifest: Option<SystemTime>) -> bool {
    let Some((size, time)) = fs::size_and_time(target) else { return false };
    size == record.size
        && (manifest.is_some_and(|manifest| time < manifest)
            || fs::read(target).is_ok_and(|bytes| Record::of(&bytes) == record))
}

pub(super) fn lines<'a>(paths: impl Iterator<Item = &'a str>) -> String {
    paths.flat_map(|path| [line_of(path), "\n".to_owned()]).collect()
}

/// How a line of the manifest writes what would end it; `%` last, for reading.
pub(super) const ESCAPES: [(char, &str); 3] = [('\n', "%0A"), ('\r', "%0D"), ('%', "%25")];

pub(super) fn line_of(path: &str) -> String {
    ESCAPES.iter().rev().fold(path.to_owned(), |line, (c, written)| line.replace(*c, written))
}

pub(super) fn path_of(line: &str) -> String {
    ESCAPES.iter().fold(line.to_owned(), |path, (c, written)| path.replace(written, &c.to_string()))
}

/// Returns whether a manifest names a path below the output: one that was tampered with deletes nothing.
pub(super) fn is_inner(path: &str) -> bool {
    let is_plain = |part| matches!(part, Component::Normal(_));
    let may_hold = cfg!(unix) || !path.contains('\\');
    may_hold
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
        && Path::new(path).components().all(is_plain)
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
