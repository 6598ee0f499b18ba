//! The rules of the sources that no lint knows: the map of the modules, their comments, who may print.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::{files_below, source_path, source_text};

fn sources() -> Vec<(String, String)> {
    let root = source_path("src");
    rust_files(&root).into_iter().map(|path| (shown(&root, &path), source_text(&path))).collect()
}

fn rust_files(root: &Path) -> Vec<PathBuf> {
    files_below(root).into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/")
}

/// Returns the module of the crate's root that a file belongs to: `parse/body.rs` is of `parse`.
fn module_of(path: &str) -> &str {
    let first = path.split('/').next().unwrap();
    first.strip_suffix(".rs").unwrap_or(first)
}

/// Returns a file's text without its tests, which may use what they like.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap()
}

/// Returns the modules in the order of the crate's documentation.
fn map_of_the_code() -> Vec<String> {
    let text = source_text(&source_path("src/lib.rs"));
    let name = |line: &str| {
        let rest = line.strip_prefix("//! - ")?.trim_start_matches(['[', '`']);
        rest.split('`').next().map(str::to_owned)
    };
    text.lines().filter_map(name).collect()
}

#[test]
fn every_module_says_what_it_is_for() {
    let suite = source_path("tests/suite");
    let tests = rust_files(&suite).into_iter().map(|path| (shown(&suite, &path), source_text(&path)));
    for (path, text) in sources().into_iter().chain(tests) {
        assert!(text.starts_with("//! ") || text.trim().is_empty(), "{path} begins without //!");
    }
}

#[test]
fn modules_use_only_those_above_them() {
    let map = map_of_the_code();
    let place = |module: &str| map.iter().position(|known| known == module);
    assert!(place("source") == Some(0) && place("cli").is_some(), "{map:?}");
    for (path, text) in sources() {
        let module = module_of(&path);
        if matches!(module, "lib" | "main") || path.ends_with("/tests.rs") {
            continue;
        }
        let own = place(module).unwrap_or_else(|| panic!("{module} is not on the map in lib.rs"));
        for used in used_modules(without_tests(&text)) {
            let is_above = place(&used).is_none_or(|other| other <= own);
            assert!(is_above, "{path} uses {used}, which stands below {module} on the map");
        }
    }
}

/// Returns the modules of the root that a text names by `crate::`, also in a braced list.
fn used_modules(text: &str) -> Vec<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut used = Vec::new();
    for rest in text.split("crate::").skip(1) {
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        used.push(rest[..end].to_owned());
        if let Some(list) = rest.strip_prefix('{') {
            let list = list.split('}').next().unwrap();
            used.extend(list.split(',').map(|name| name.trim().split("::").next().unwrap().to_owned()));
        }
    }
    used.retain(|name| !name.is_empty());
    used
}

#[test]
fn only_fs_uses_the_file_system() {
    for (path, text) in sources() {
        if path == "fs.rs" || path.ends_with("/tests.rs") {
            continue;
        }
        let text = without_tests(&text);
        for call in ["std::fs", "use std::{fs", "fs::File::", "tempfile::"] {
            assert!(!text.contains(call), "{path} uses {call}");
        }
    }
}

#[test]
fn only_the_printer_prints() {
    for (path, text) in sources() {
        if path == "cli/ui.rs" || path.ends_with("/tests.rs") {
            continue;
        }
        let text = without_tests(&text);
        for call in ["println!", "print!", "stdout()", "stderr()"] {
            assert!(!text.contains(call), "{path} uses {call}");
        }
    }
}

#[test]
fn no_message_is_written_twice() {
    for path in files_below(&source_path("src/locale")) {
        if path.extension().is_none_or(|extension| extension != "ftl") {
            continue;
        }
        let text = source_text(&path);
        let mut seen = BTreeSet::new();
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let name = line.split('=').next().unwrap().trim_end();
            assert!(seen.insert(name), "{name} stands twice in {}", path.display());
        }
        assert!(!seen.is_empty(), "{}", path.display());
    }
}
