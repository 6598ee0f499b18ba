//! What must hold for any bytes: one function a target, for the fuzzer and for the suite.

use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use rebond::analyse;
use rebond::config::read_config;
use rebond::diagnostic::Diagnostics;
use rebond::diagnostic::show::{Format, show};
use rebond::edit::{Content, Place, Revision, add_quote, set, tag, tick};
use rebond::letter::Letters;
use rebond::locale::{Lang, Locale};
use rebond::model::vocabulary::ENTRY;
use rebond::model::{Journal, Settings, TagSign, Topics};
use rebond::parse::{read_entry, read_goal};
use rebond::render::{Renderer, Sources, policy::ThemeScripts, theme::Theme};
use rebond::source::SourceFile;
use rebond::template::Templates;

/// A target of the fuzzer.
pub(super) type Target = fn(&[u8]);

/// Every target, by the name that the fuzzer knows it by.
pub(super) const TARGETS: [(&str, Target); 5] =
    [("front_matter", front_matter), ("body", body), ("settings", settings), ("edits", edits), ("share", share)];

const DAY: Date = date(2026, 6, 12);

static TOPICS: LazyLock<Topics> = LazyLock::new(Topics::built_in);
static LOCALES: LazyLock<[Locale; 2]> = LazyLock::new(|| [Locale::new(Lang::Fr, "FR"), Locale::new(Lang::En, "GB")]);
static THEME: LazyLock<Theme> = LazyLock::new(|| Theme::new("booklet", None, ThemeScripts::Held).unwrap());

static TEMPLATES: LazyLock<[Templates; 2]> =
    LazyLock::new(|| [0, 1].map(|at: usize| THEME.templates(&LOCALES[at]).unwrap()));

/// A file is read as an entry and as a goal, whatever it holds, and its problems can be shown.
pub(super) fn front_matter(bytes: &[u8]) {
    let Ok(source) = SourceFile::decode("entries/2026-01-05-a.md", bytes.to_vec()) else { return };
    assert_eq!(source.to_bytes(), bytes, "what was read can be written as it was");
    let source = Arc::new(source);
    for lang in Lang::ALL {
        let entry = read_entry(&source, &TOPICS, lang);
        shown(&entry.diagnostics, &source);
        assert!(entry.result.is_ok() || entry.diagnostics.has_errors(), "left out without a word");
        let goal = read_goal(&source, &TOPICS, lang);
        shown(&goal.diagnostics, &source);
        assert!(goal.result.is_ok() || goal.diagnostics.has_errors(), "left out without a word");
    }
}

/// Settings are read, whatever they hold.
pub(super) fn settings(bytes: &[u8]) {
    let Ok(source) = SourceFile::decode("rebond.toml", bytes.to_vec()) else { return };
    let mut diagnostics = Diagnostics::default();
    let config = read_config(&mut diagnostics, &source);
    shown(&diagnostics, &source);
    assert!(config.settings.analysis.half_life >= 1 && config.settings.analysis.recurring >= 1);
    assert!(config.topics.iter().all(|topic| config.topics.get(&topic.id).is_some()));
}

/// A text below a front matter becomes figures and pages in which nothing is run.
pub(super) fn body(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let front = "company: A\nrole: b\ndecided: 2026-05-04\n";
    for (path, html) in pages(&journal(front, text), &LOCALES[0], &TEMPLATES[0]) {
        inert(&path, &html);
    }
}

/// A copy that names nobody holds no name, whatever stands around it.
pub(super) fn share(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let half = text.floor_char_boundary(text.len() / 2);
    let (before, after) = text.split_at(half);
    let text = format!("Zorblatt {before}Zorblatt{after}\n\nQuilty Vandermeer: {text}");
    let front = "company: Zorblatt\nrole: b\ndecided: 2026-05-04\ncontacts: [{name: Quilty Vandermeer}]\n";
    let journal = journal(front, &text);
    let copy = rebond::share::share(&journal, &LOCALES[1]);
    for (path, html) in pages(&copy.journal, &LOCALES[1], &TEMPLATES[1]) {
        let html = html.to_lowercase();
        assert!(!html.contains("zorblatt") && !html.contains("vandermeer"), "{path} names somebody: {text:?}");
    }
}

/// Returns the first page, the plan, and the pages of the applications.
fn pages(journal: &Journal, locale: &Locale, templates: &Templates) -> Vec<(String, String)> {
    let report = analyse::report(journal, locale, DAY);
    report.to_json();
    let letters = Letters::new("letters", &[].into(), locale).unwrap();
    let sources = Sources {
        journal,
        report: &report,
        locale,
        theme: &THEME,
        templates,
        letters: &letters,
        exists: &|_| false,
        image: &|_| None,
        paper: rebond::render::paper::Paper::A4,
        without_private: None,
    };
    let renderer = Renderer::new(&sources);
    let of_entries =
        renderer.paths().into_iter().filter(|path| path.starts_with("entries/") && path != "entries/index.html");
    let paths = of_entries.chain(["index.html", "plan.html"].map(str::to_owned));
    paths.map(|path| (path.clone(), renderer.page(&path).unwrap().unwrap().into_text())).collect()
}

/// Returns a journal of one application and one goal that say the same.
fn journal(front: &str, text: &str) -> Journal {
    let text = format!("---\n{front}---\n{text}");
    let source = |path: &str| Arc::new(SourceFile::new(path, text.as_str()));
    let entry = read_entry(&source("entries/a.md"), &TOPICS, Lang::Fr).result;
    let goal = read_goal(&source("plan/g.md"), &TOPICS, Lang::Fr).result;
    Journal {
        settings: Arc::new(Settings::default()),
        topics: Arc::new(Topics::built_in()),
        entries: entry.into_iter().map(Arc::new).collect(),
        goals: goal.into_iter().map(Arc::new).collect(),
        left_out_entries: Vec::new(),
        left_out_goals: Vec::new(),
        copy: None,
    }
}

/// An edit is the one that was meant, or it is refused.
pub(super) fn edits(bytes: &[u8]) {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let Ok(source) = SourceFile::decode("entries/a.md", bytes.to_vec()) else { return };
    let source = Arc::new(source);
    // A file with errors is left as it is.
    if read_entry(&source, &TOPICS, Lang::En).diagnostics.has_errors() {
        return;
    }
    let mut revision = Revision::new(&source);
    let lang = if choice & 0x80 == 0 { Lang::Fr } else { Lang::En };
    let done = match choice & 0x0f {
        0 => set(&mut revision, ENTRY, Place::key(ENTRY, "thanked").unwrap(), Content::Day(DAY), lang),
        1 => set(&mut revision, ENTRY, Place::inner(ENTRY, "feedback", "requested").unwrap(), Content::Day(DAY), lang),
        2 => {
            set(&mut revision, ENTRY, Place::item(ENTRY, "contacts", 0, "connected").unwrap(), Content::Day(DAY), lang)
        }
        3 => set(&mut revision, ENTRY, Place::key(ENTRY, "decided").unwrap(), Content::Day(DAY), lang),
        4..8 => tick(&mut revision, &TOPICS, u32::from(choice >> 4 & 7) + 1, DAY),
        8..12 => add_quote(&mut revision, &TOPICS, "Merci.\n\n# Pas un titre\n---\n", lang),
        _ => {
            let topic = TOPICS.get("preparation").unwrap();
            tag(&mut revision, &TOPICS, usize::from(choice >> 4 & 7), (topic, TagSign::Not), lang)
        }
    };
    let after = revision.source();
    if done.is_err() {
        assert_eq!(after.text, source.text, "a refused edit changes nothing");
        return;
    }
    // Lines are added, or the one that the edit is about is changed; all others stay as they are. The day of a task
    // stands beside its other days, which may be on a line below its box.
    let (before, after): (Vec<&str>, Vec<&str>) = (source.text.lines().collect(), after.text.lines().collect());
    if (4..8).contains(&(choice & 0x0f)) {
        let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
        assert!(before.len() == after.len() && changed <= 2, "more than a task changed:\n{}", revision.diff(false));
        return;
    }
    let head = before.iter().zip(&after).take_while(|(before, after)| before == after).count();
    let most = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(most).take_while(|(before, after)| before == after);
    assert!(before.len() - head - tail.count() <= 1, "more than one line changed:\n{}", revision.diff(false));
}

/// Every problem lies in the file and can be shown in every format and language.
fn shown(diagnostics: &Diagnostics, source: &SourceFile) {
    for problem in diagnostics {
        let place = problem.location.as_ref().expect("a problem of a file has a place");
        assert!(place.position.line >= 1 && place.position.line <= source.line_count().max(1), "{problem:?}");
    }
    let sorted = diagnostics.sorted();
    for locale in &*LOCALES {
        for format in [Format::Human, Format::Short, Format::Json, Format::Sarif, Format::Github] {
            let text = show(&sorted, format, locale, false);
            let is_control = |c: char| c.is_control() && c != '\n';
            assert!(!text.chars().any(is_control), "a control character reaches the terminal: {text:?}");
        }
    }
}

/// Nothing in a page runs: no script or form but the theme's own, no handler, no address that is code.
fn inert(path: &str, html: &str) {
    let lower = html.to_ascii_lowercase();
    for tag in lower.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        let is_foreign = name == "script" && !tag.contains(" src=\"");
        let is_own_form = ["form id=\"search\" ", "form id=\"filters\" "].iter().any(|own| tag.starts_with(own));
        let is_foreign = is_foreign || (name == "form" && !is_own_form);
        assert!(!is_foreign && !matches!(name, "iframe" | "object" | "embed" | "base"), "{path}: <{tag}>");
        for attribute in tag.split('"').step_by(2) {
            let name =
                attribute.trim_end_matches('=').rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
            assert!(!(name.starts_with("on") && attribute.ends_with('=')), "{path}: <{tag}>");
        }
        for address in ["href=\"", "src=\""] {
            let value = tag.split(address).nth(1).unwrap_or_default().trim_start();
            let is_code = ["javascript:", "data:", "vbscript:"].iter().any(|scheme| value.starts_with(scheme));
            assert!(!is_code, "{path}: <{tag}>");
        }
    }
}
