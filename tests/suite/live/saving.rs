//! Files saved in every manner, one after the other: what is served is what was saved last.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use rebond::fs;
use rebond::write::MANIFEST;

use super::{Server, entry};
use crate::support::TestJournal;

/// How a program saves a file.
#[derive(Clone, Copy, Debug)]
enum Manner {
    /// Truncates it and writes.
    InPlace,
    /// Writes beside it, under a name that is a journal's own, and renames.
    Beside,
    /// As vim: tries the folder with `4913`, renames the file to a backup, writes it anew, removes the backup.
    Backup,
    /// As `sed -i`.
    Sed,
    /// Truncates it and writes it piece by piece.
    Pieces,
    /// As `git checkout`: removes it and writes it anew.
    Checkout,
}

const MANNERS: [Manner; 6] =
    [Manner::InPlace, Manner::Beside, Manner::Backup, Manner::Sed, Manner::Pieces, Manner::Checkout];

#[expect(clippy::disallowed_methods, reason = "it does as other programs do")]
fn save(path: &Path, text: &str, manner: Manner) {
    use std::fs as files;
    let folder = path.parent().unwrap();
    match manner {
        Manner::InPlace => files::write(path, text).unwrap(),
        Manner::Beside => {
            let beside = path.with_extension("md.tmp");
            files::write(&beside, text).unwrap();
            files::rename(beside, path).unwrap();
        }
        Manner::Backup => {
            files::write(folder.join("4913"), "").unwrap();
            files::remove_file(folder.join("4913")).unwrap();
            let backup = path.with_extension("md~");
            files::rename(path, &backup).unwrap();
            std::thread::sleep(Duration::from_millis(3));
            files::write(path, text).unwrap();
            files::remove_file(backup).unwrap();
        }
        Manner::Sed => {
            let beside = folder.join("sedAb12Cd");
            files::write(&beside, text).unwrap();
            files::rename(beside, path).unwrap();
        }
        Manner::Pieces => {
            let mut file = files::File::create(path).unwrap();
            for piece in text.as_bytes().chunks(40) {
                file.write_all(piece).unwrap();
                file.flush().unwrap();
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        Manner::Checkout => {
            files::remove_file(path).unwrap();
            files::write(path, text).unwrap();
        }
    }
}

/// A sequence of numbers that looks like chance and is the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Saves many times at odd moments; `REBOND_SAVES=1000` makes it the long form.
#[expect(clippy::print_stderr, reason = "the long form is run to be looked at")]
fn stress(args: &[&str], saves: u64) {
    let mut journal = TestJournal::new();
    for number in 0..20 {
        journal = journal.entry(&format!("f{number}.md"), &entry("Never saved."));
    }
    let server = Server::start(journal.root(), args);
    server.wait_for("/entries/f0.html", |answered| answered.status == 200);
    #[cfg(target_os = "linux")]
    let before = (server.open_files(), server.status("Threads"), server.status("VmRSS"));
    let mut chance = Chance(1);
    for number in 0..saves {
        let name = format!("f{}", chance.below(20));
        let manner = MANNERS[usize::try_from(chance.below(6)).unwrap()];
        // Of one length, so that only the words tell one save from the next.
        let words = format!("Saved {number:06} times.");
        save(&journal.root().join(format!("entries/{name}.md")), &entry(&words), manner);
        match chance.below(10) {
            0 => {
                let answered =
                    server.wait_for(&format!("/entries/{name}.html"), |answered| answered.body.contains(&words));
                assert!(!answered.body.contains("<aside class=\"rebond-live\""), "{manner:?}");
            }
            pause => std::thread::sleep(Duration::from_millis(pause * pause)),
        }
    }
    for number in 0..20 {
        let text = String::from_utf8(fs::read(&journal.root().join(format!("entries/f{number}.md"))).unwrap()).unwrap();
        let words = text.lines().last().unwrap().split(" #").next().unwrap();
        server.wait_for(&format!("/entries/f{number}.html"), |answered| answered.body.contains(words));
    }
    #[cfg(target_os = "linux")]
    {
        let after = (server.open_files(), server.status("Threads"), server.status("VmRSS"));
        eprintln!("files, threads, kB before {before:?} and after {saves} saves {after:?}");
        assert!(
            after.0 <= before.0 + 2 && after.1 <= before.1 + 1 && after.2 < before.2 + 60_000,
            "{before:?} {after:?}"
        );
    }
}

#[test]
fn the_last_save_is_always_what_is_served() {
    let saves = std::env::var("REBOND_SAVES").ok().and_then(|number| number.parse().ok()).unwrap_or(100);
    stress(&[], saves);
}

#[test]
fn the_last_save_is_served_by_looking_at_the_files_too() {
    stress(&["--poll"], 12);
}

#[test]
fn watch_follows_the_files_until_the_site_is_as_built() {
    let journal = TestJournal::new().entry("a.md", &entry("First.")).entry("b.md", &entry("Second."));
    let site = journal.root().join("site");
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
        command.arg("-C").arg(journal.root()).args(["-q", "--today", "2026-06-12"]).args(args);
        command
    };
    let mut watch = run(&["watch"]).spawn().unwrap();
    let page = |name: &str| fs::read_text_if_there(&site.join(format!("entries/{name}.html"))).unwrap();
    let shows = |name: &'static str, words: &'static str| {
        super::wait(|| page(name).filter(|text| text.contains(words)))
            .unwrap_or_else(|| panic!("{words} is not in {name}"))
    };
    shows("b", "Second.");
    save(&journal.root().join("entries/a.md"), &entry("Third."), Manner::Backup);
    shows("a", "Third.");
    let good = page("a");
    fs::write_staged(&journal.root().join("entries/a.md"), b"---\ncompany: x\n").unwrap();
    fs::write_staged(&journal.root().join("entries/b.md"), entry("Fourth.").as_bytes()).unwrap();
    shows("b", "Fourth.");
    assert_eq!(page("a"), good, "the last good page stays");
    fs::remove(&journal.root().join("entries/a.md")).unwrap();
    assert!(super::wait(|| page("a").is_none().then_some(())).is_some());
    fs::write_staged(&journal.root().join("entries/a.md"), entry("Fifth.").as_bytes()).unwrap();
    shows("a", "Fifth.");
    let other = run(&["build", "--out"]).arg(journal.root().join("other")).status().unwrap();
    assert!(other.success());
    let is_built = || {
        let read = |folder: &str| {
            let root = journal.root().join(folder);
            // Only a build notes in its list of files what they were made from.
            let files = crate::support::files_below(&root).into_iter().filter(|path| !path.ends_with(MANIFEST));
            files.map(|path| (path.strip_prefix(&root).unwrap().to_owned(), fs::read(&path).ok())).collect::<Vec<_>>()
        };
        (read("site") == read("other")).then_some(())
    };
    let built = super::wait(is_built);
    // It ends by itself only when it is asked to.
    watch.kill().unwrap();
    watch.wait().unwrap();
    assert!(built.is_some(), "the watched site is not as built");
}

#[test]
fn folders_come_and_go_and_branches_are_checked_out() {
    let journal = TestJournal::new();
    let root = journal.root();
    let git = |args: &[&str]| {
        let run = Command::new("git")
            .arg("-C")
            .arg(root)
            .args(["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "init.defaultBranch=main"])
            .args(args)
            .output();
        run.is_ok_and(|run| run.status.success())
    };
    let has_git = git(&["init", "-q"]);
    let write_all = |words: &str| {
        for number in 0..150 {
            let path = root.join(format!("entries/y{}/f{number}.md", number % 7));
            fs::create_folder(path.parent().unwrap()).unwrap();
            fs::write_staged(&path, entry(&format!("{words} {number}.")).as_bytes()).unwrap();
        }
    };
    let server = Server::start(root, &[]);
    server.wait_for("/", |answered| answered.status == 200);
    write_all("First");
    server.wait_for("/entries/f149.html", |answered| answered.body.contains("First 149."));
    if has_git {
        assert!(git(&["add", "-A"]) && git(&["commit", "-qm", "a"]) && git(&["checkout", "-qb", "other"]));
        write_all("Second");
        assert!(git(&["commit", "-qam", "b"]) && git(&["checkout", "-q", "main"]));
        server.wait_for("/entries/f149.html", |answered| answered.body.contains("First 149."));
        server.wait_for("/entries/f0.html", |answered| answered.body.contains("First 0."));
        assert!(git(&["checkout", "-q", "other"]));
        server.wait_for("/entries/f77.html", |answered| answered.body.contains("Second 77."));
    }
    let deep = root.join("entries/new/deep/er");
    fs::create_folder(&deep).unwrap();
    fs::write_staged(&deep.join("in.md"), entry("Deep down.").as_bytes()).unwrap();
    server.wait_for("/entries/in.html", |answered| answered.body.contains("Deep down."));
    rename(&root.join("entries/new"), &root.join("entries/old"));
    rename(&root.join("entries/old/deep/er/in.md"), &root.join("entries/old/out.md"));
    server.wait_for("/entries/out.html", |answered| answered.status == 200);
    server.wait_for("/entries/in.html", |answered| answered.status == 404);
    remove_all(&root.join("entries"));
    server.wait_for("/entries/out.html", |answered| answered.status == 404);
    fs::write_new(&root.join("entries/again.md"), entry("Again.").as_bytes()).unwrap();
    server.wait_for("/entries/again.html", |answered| answered.body.contains("Again."));
}

#[expect(clippy::disallowed_methods, reason = "it does as other programs do")]
pub(super) fn rename(from: &Path, to: &Path) {
    std::fs::rename(from, to).unwrap();
}

#[expect(clippy::disallowed_methods, reason = "it does as other programs do")]
pub(super) fn remove_all(folder: &Path) {
    std::fs::remove_dir_all(folder).unwrap();
}
