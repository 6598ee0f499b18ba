//! What git knows of a journal, asked without running anything that the repository names.
//!
//! A cloned repository may name hooks, monitors and pagers; all are switched off
//! here, and nothing is fetched. Without git, or outside a repository, nothing is known.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Options that keep git from running other programs.
const QUIETLY: [&str; 6] =
    ["--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/// A journal's folder, asked through git.
pub(super) struct Git {
    root: PathBuf,
}

/// What stands at a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Repository {
    /// Git is not installed, or would not say.
    Unknown,
    /// The folder is in no repository.
    None,
    /// The folder is in the repository whose work tree is here.
    At(PathBuf),
}

impl Git {
    /// Asks about the folder `root`.
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf() }
    }

    /// Returns git's own version, as in `2.39.5`.
    pub(super) fn version(&self) -> Option<String> {
        let text = answer(&self.ask(&["--version"])?)?;
        Some(text.trim().trim_start_matches("git version ").to_owned())
    }

    /// Returns the repository that holds the folder.
    pub(super) fn repository(&self) -> Repository {
        let Some(output) = self.ask(&["rev-parse", "--show-toplevel"]) else { return Repository::Unknown };
        match answer(&output) {
            Some(top) => Repository::At(PathBuf::from(top.trim_end_matches(['\n', '\r']))),
            None if String::from_utf8_lossy(&output.stderr).contains("not a git repository") => Repository::None,
            None => Repository::Unknown,
        }
    }

    /// Returns the hosts of the remotes, sorted, each once; remotes in folders have none.
    pub(super) fn remote_hosts(&self) -> Vec<String> {
        let output = self.ask(&["config", "--null", "--get-regexp", r"^remote\..*\.(push)?url$"]);
        let text = output.and_then(|output| answer(&output)).unwrap_or_default();
        let urls = text.split('\0').filter_map(|pair| pair.split_once('\n'));
        let mut hosts: Vec<String> = urls.filter_map(|(_, url)| host(url)).collect();
        hosts.sort();
        hosts.dedup();
        hosts
    }

    /// Returns how many files below `folder` are under version control.
    pub(super) fn tracked(&self, folder: &Path) -> usize {
        let folder = folder.display().to_string();
        let output = self.ask(&["ls-files", "-z", "--", &folder]);
        output.and_then(|output| answer(&output)).map_or(0, |files| files.split_terminator('\0').count())
    }

    /// Returns whether a `.gitignore` keeps the files of `folder` out of the repository.
    pub(super) fn ignores(&self, folder: &Path) -> bool {
        let file = folder.join("index.html").display().to_string();
        self.ask(&["check-ignore", "--quiet", "--", &file]).is_some_and(|output| output.status.success())
    }

    fn ask(&self, words: &[&str]) -> Option<Output> {
        let mut command = Command::new("git");
        command.args(QUIETLY).args(words).current_dir(&self.root).stdin(Stdio::null());
        command.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").env("GIT_NO_LAZY_FETCH", "1");
        command.output().ok()
    }
}

fn answer(output: &Output) -> Option<String> {
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Returns the host of a remote's address: `https://host/…`, `ssh://me@host:22/…` or `me@host:…`.
fn host(url: &str) -> Option<String> {
    let place = match url.split_once("://") {
        Some(("file", _)) => return None,
        Some((_, rest)) => rest.split('/').next()?,
        None => url.split_once(':').map(|(place, _)| place).filter(|place| !place.contains(['/', '\\']))?,
    };
    let place = place.rsplit('@').next()?;
    let name = place.split(':').next()?.to_lowercase();
    // One letter is a drive of Windows.
    (name.chars().count() > 1).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_a_remote_is_found_and_nothing_secret_with_it() {
        #[track_caller]
        fn case(url: &str, expected: Option<&str>) {
            assert_eq!(host(url).as_deref(), expected, "{url}");
        }
        case("https://github.com/me/journal.git", Some("github.com"));
        case("https://me:token@GitLab.com/me/journal", Some("gitlab.com"));
        case("git@codeberg.org:me/journal.git", Some("codeberg.org"));
        case("ssh://git@example.org:2222/journal.git", Some("example.org"));
        case("backup:journal.git", Some("backup"));
        case("/srv/journal.git", None);
        case("../journal.git", None);
        case("./a:b.git", None);
        case("file:///srv/journal.git", None);
        case("C:/journal.git", None);
        case("C:\\journal.git", None);
    }
}
