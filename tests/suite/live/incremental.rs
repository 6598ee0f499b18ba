//! Whatever is done to a journal, what is read again gives what a full build gives.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::*;
use rebond::fs;
use rebond::pipeline::{Changes, Edition, Live, News, Project, Wishes, load, site, theme};
use rebond::render::policy::ThemeScripts;
use rebond::render::{Content, Renderer};
use rebond::serve::{Ask, stage};
use rebond::write::{MANIFEST, Pages, bytes, write_pages};

use super::entry;
use crate::support::{TODAY, TestJournal, files_below};

type Files = BTreeMap<String, Content>;

fn full(root: &Path, today: Date) -> Files {
    let project = Project::open(root).unwrap();
    let theme = theme(&project, &project.settings.site.theme, ThemeScripts::Held).unwrap();
    site(&project, &load(&project, today), &project.locale(None), &theme, today).unwrap().files
}

fn pages(edition: &Edition) -> Files {
    edition.site().unwrap().files
}

/// Writes an edition over the one before, as `watch` does; returns what the folder holds.
fn written(edition: &Edition, pages: &Pages, output: &Path) -> Files {
    let write = |renderer: &Renderer<'_>| write_pages(renderer, (None, Some(pages)), &edition.root, output, &|| false);
    edition.render(write).unwrap();
    let contents = files_below(output).into_iter().map(|path| {
        let name = path.strip_prefix(output).unwrap().to_str().unwrap().to_owned();
        (name, Content::Bytes(fs::read(&path).unwrap()))
    });
    contents.filter(|(name, _)| name != MANIFEST).collect()
}

/// Returns the files of a site with those that are copied.
fn copied(root: &Path, files: Files) -> Files {
    let content = |content| Content::Bytes(bytes(content, root).unwrap());
    files.into_iter().map(|(path, file)| (path, content(file))).collect()
}

fn at(root: &Path, paths: &[&str]) -> Changes {
    Changes::At(paths.iter().map(|path| root.join(path)).collect())
}

/// Something that is done to a journal.
#[derive(Clone, Debug)]
enum Act {
    Write(usize, usize),
    Break(usize),
    Delete(usize),
    Rename(usize, usize),
    Goal(usize),
    Settings(usize),
    Style(usize),
    Letter(usize),
    Picture(bool),
    Day,
    /// Events were lost.
    Lost,
}

const NAMES: [&str; 6] = [
    "entries/a.md",
    "entries/b.md",
    "entries/2026/c.md",
    "entries/2026/2026-05-04-d.md",
    "entries/e e.md",
    "entries/É.md",
];

const TEXTS: [&str; 9] = [
    "I was not prepared.",
    "[[a]] led here, see [the goal](../plan/g.md) and ![a picture](picture.png).",
    "The first answer wandered.\n\n## Feedback\n\n> You lacked preparation and your answers had no structure.",
    "#!communication It went well.\n\n## Feedback\n\n> Your English is not fluent enough. #languages",
    "",
    "- [ ] Tell it again #answer-structure due:2026-07-01",
    // What is tagged teaches what is not.
    "## Feedback\n\n> The glumpf of the handbasket was missing. #presence",
    "## Feedback\n\n> The glumpf of the handbasket was missing. #!presence",
    "## Feedback\n\n> We regret the glumpf of the handbasket.",
];

const SETTINGS: [&str; 5] = [
    "lang = \"en\"\n",
    "lang = \"fr\"\n",
    "lang = \"en\"\ntitle = \"Other\"\n[analysis]\nsuggestions = false\n",
    "lang = \"en\"\n[[topics]]\nid = \"clocks\"\nterms = [\"first answer\"]\n",
    "lang = \"en\"\n[site]\ntheme = \"own\"\n",
];

fn act() -> impl Strategy<Value = Act> {
    let name = 0..NAMES.len();
    prop_oneof![
        6 => (name.clone(), 0..TEXTS.len()).prop_map(|(name, text)| Act::Write(name, text)),
        2 => name.clone().prop_map(Act::Break),
        2 => name.clone().prop_map(Act::Delete),
        2 => (name.clone(), name).prop_map(|(from, to)| Act::Rename(from, to)),
        1 => (0..3_usize).prop_map(Act::Goal),
        1 => (0..SETTINGS.len()).prop_map(Act::Settings),
        1 => (0..3_usize).prop_map(Act::Style),
        1 => (0..3_usize).prop_map(Act::Letter),
        1 => any::<bool>().prop_map(Act::Picture),
        1 => Just(Act::Day),
        1 => Just(Act::Lost),
    ]
}

/// Does it; returns the paths that events would name.
fn perform(root: &Path, act: &Act) -> Vec<String> {
    let write = |path: &str, text: &str| {
        fs::create_folder(root.join(path).parent().unwrap()).unwrap();
        fs::replace(&root.join(path), text.as_bytes()).unwrap();
        vec![path.to_owned()]
    };
    let remove = |path: &str| {
        fs::remove(&root.join(path)).unwrap();
        vec![path.to_owned()]
    };
    match act {
        Act::Write(name, text) => write(NAMES[*name], &entry(TEXTS[*text])),
        Act::Break(name) => write(NAMES[*name], "---\ncompany: Acme\ndecided: 2026-02-30\n"),
        Act::Delete(name) => remove(NAMES[*name]),
        Act::Rename(from, to) => {
            let Ok(bytes) = fs::read(&root.join(NAMES[*from])) else { return Vec::new() };
            let mut paths = remove(NAMES[*from]);
            paths.extend(write(NAMES[*to], &String::from_utf8(bytes).unwrap()));
            paths
        }
        Act::Goal(0) => remove("plan/g.md"),
        Act::Goal(n) => write(
            "plan/g.md",
            &format!("---\ntitle: Goal {n}\ntopics: [preparation]\n---\n\n- [x] Done done:2026-05-0{n}\n"),
        ),
        Act::Settings(n) => write("rebond.toml", SETTINGS[*n]),
        Act::Style(0) => write("themes/own/templates/topic.html", "{% include \"builtin/topic.html\" %}<!-- own -->"),
        Act::Style(1) => remove("themes/own/templates/topic.html"),
        Act::Style(n) => write("themes/own/static/style.css", &format!("p {{ margin: {n}px }}")),
        Act::Letter(0) => remove("letters/thank.txt"),
        Act::Letter(n) => write("letters/thank.txt", &format!("Subject: Thanks {n}\n\nThanks.\n")),
        Act::Picture(true) => write("entries/picture.png", "x"),
        Act::Picture(false) => remove("entries/picture.png"),
        Act::Day | Act::Lost => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_again_is_what_a_full_build_reads(acts in prop::collection::vec(act(), 1..14)) {
        let journal = TestJournal::new().file("themes/own/static/style.css", b"p {}");
        let root = fs::real_path(journal.root()).unwrap();
        let mut live = Live::new(&root, Wishes::default());
        let mut today = TODAY;
        let (made, folder) = (Pages::default(), tempfile::tempdir().unwrap());
        let output = fs::real_path(folder.path()).unwrap().join("site");
        let first = live.update(&Changes::Any, today).edition.unwrap();
        let mut shown = pages(&first);
        prop_assert!(written(&first, &made, &output) == copied(&root, shown.clone()));
        for act in &acts {
            let paths: BTreeSet<PathBuf> = perform(&root, act).iter().map(|path| root.join(path)).collect();
            let changes = if matches!(act, Act::Lost) { Changes::Any } else { Changes::At(paths) };
            if matches!(act, Act::Day) {
                today = today.checked_add(1.day()).unwrap();
            }
            if let Some(edition) = live.update(&changes, today).edition {
                shown = pages(&edition);
                let same = written(&edition, &made, &output) == copied(&root, shown.clone());
                prop_assert!(same, "written after {act:?} of {acts:?}");
            }
            if !live.problems().has_errors() {
                prop_assert!(shown == full(&root, today), "after {act:?} of {acts:?}");
            }
        }
        // Whatever was broken is mended, and is as if it never had been.
        let mended: Vec<String> = (0..NAMES.len()).flat_map(|name| perform(&root, &Act::Delete(name))).collect();
        let mended: Vec<&str> = mended.iter().map(String::as_str).collect();
        if let Some(edition) = live.update(&at(&root, &mended), today).edition {
            shown = pages(&edition);
        }
        prop_assert!(shown == full(&root, today), "at the end of {acts:?}");
    }
}

#[test]
fn a_broken_file_stays_as_it_was_while_others_go_on() {
    let journal = TestJournal::new().entry("a.md", &entry("First.")).entry("b.md", &entry("Second."));
    let root = fs::real_path(journal.root()).unwrap();
    let mut live = Live::new(&root, Wishes::default());
    let before = pages(&live.update(&Changes::Any, TODAY).edition.unwrap());
    perform(&root, &Act::Break(0));
    let broken = live.update(&at(&root, &["entries/a.md"]), TODAY);
    assert!(live.problems().has_errors() && broken.news == News::Pages);
    assert!(pages(&broken.edition.unwrap()) == before);
    perform(&root, &Act::Write(1, 2));
    let other = pages(&live.update(&at(&root, &["entries/b.md"]), TODAY).edition.unwrap());
    assert_eq!(other["entries/a.html"], before["entries/a.html"]);
    assert_ne!(other["entries/b.html"], before["entries/b.html"]);
    perform(&root, &Act::Write(0, 0));
    let mended = pages(&live.update(&at(&root, &["entries/a.md"]), TODAY).edition.unwrap());
    assert!(!live.problems().has_errors() && mended == full(&root, TODAY));
}

#[test]
fn broken_settings_and_themes_leave_the_last_good_ones() {
    let journal = TestJournal::new()
        .settings(SETTINGS[4])
        .file("themes/own/static/style.css", b"p {}")
        .entry("a.md", &entry("First."));
    let root = fs::real_path(journal.root()).unwrap();
    let mut live = Live::new(&root, Wishes::default());
    let before = pages(&live.update(&Changes::Any, TODAY).edition.unwrap());
    for (path, text) in [
        ("rebond.toml", "lang = "),
        ("themes/own/templates/entry.html", "{% if %}"),
        ("themes/own/templates/entry.html", "{{ page.no_such_name }}"),
    ] {
        let kept = fs::read(&root.join(path)).ok();
        fs::create_folder(root.join(path).parent().unwrap()).unwrap();
        fs::replace(&root.join(path), text.as_bytes()).unwrap();
        let update = live.update(&at(&root, &[path]), TODAY);
        assert!(live.problems().has_errors(), "{text}");
        assert!(update.edition.is_none_or(|edition| pages(&edition) == before), "{text}");
        match kept {
            Some(bytes) => fs::replace(&root.join(path), &bytes).unwrap(),
            None => fs::remove(&root.join(path)).unwrap(),
        }
        let update = live.update(&at(&root, &[path]), TODAY);
        assert!(!live.problems().has_errors() && update.news == News::Pages, "{text}");
        assert!(update.edition.is_none_or(|edition| pages(&edition) == before), "{text}");
    }
}

#[test]
fn a_journal_that_cannot_be_shown_yet_is_shown_once_it_can() {
    let journal = TestJournal::new().settings("lang = ").entry("a.md", &entry("First."));
    let root = fs::real_path(journal.root()).unwrap();
    let mut live = Live::new(&root, Wishes::default());
    assert!(live.update(&Changes::Any, TODAY).edition.is_none() && live.problems().has_errors());
    perform(&root, &Act::Settings(0));
    let edition = live.update(&at(&root, &["rebond.toml"]), TODAY).edition.unwrap();
    assert!(pages(&edition) == full(&root, TODAY));
}

#[test]
fn what_changes_nothing_is_no_news_and_styles_are_news_of_their_own() {
    let journal = TestJournal::new()
        .settings(SETTINGS[4])
        .file("themes/own/static/style.css", b"p {}")
        .entry("a.md", &entry("First."));
    let root = fs::real_path(journal.root()).unwrap();
    let mut live = Live::new(&root, Wishes::default());
    live.update(&Changes::Any, TODAY);
    assert_eq!(live.update(&at(&root, &["entries/a.md"]), TODAY).news, News::Nothing);
    assert_eq!(live.update(&at(&root, &[]), TODAY).news, News::Nothing);
    perform(&root, &Act::Style(2));
    assert_eq!(live.update(&at(&root, &["themes/own/static/style.css"]), TODAY).news, News::Styles);
    assert_eq!(live.update(&at(&root, &["themes/own/static/style.css"]), TODAY).news, News::Nothing);
    assert_eq!(live.update(&at(&root, &[]), TODAY.tomorrow().unwrap()).news, News::Pages);
}

#[test]
fn at_midnight_the_day_changes_and_so_does_the_page_that_is_asked_for() {
    let journal = TestJournal::new().entry("a.md", &entry("First."));
    let root = fs::real_path(journal.root()).unwrap();
    let project = Project::open(&root).unwrap();
    let days = Arc::new(AtomicI64::new(0));
    let clock = Arc::clone(&days);
    let today = move || TODAY.checked_add(clock.load(Ordering::SeqCst).days()).unwrap();
    let live = Live::new(&root, Wishes::default());
    let (stage, asks, states) = stage(live, project.locale(None), Box::new(today), Box::new(|_, _| ()));
    let thread = std::thread::spawn(move || stage.run());
    let page = || {
        let (reply, answer) = tokio::sync::oneshot::channel();
        asks.send(Ask::Page { path: "index.html".to_owned(), reply }).unwrap();
        answer.blocking_recv().unwrap().text().replace('\u{a0}', " ")
    };
    assert!(page().contains("12 June 2026"));
    let before = states.borrow().clone();
    days.store(1, Ordering::SeqCst);
    assert!(page().contains("13 June 2026"));
    assert_ne!(*states.borrow(), before, "open pages are told");
    drop(asks);
    thread.join().unwrap();
}
