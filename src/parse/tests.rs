//! Properties of reading: it never panics, and every span lies in its file, between characters.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::front_matter::{self, Split};
use super::{KeyVotes, outline, read_entry, read_goal};
use crate::config::read_config;
use crate::data::{Node, Value};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::show::{Format, show};
use crate::locale::{Lang, Locale};
use crate::model::vocabulary::ENTRY;
use crate::model::{Body, Entry, Goal, Topics};
use crate::source::{SourceFile, Span};

/// Made once: reading the messages takes longer than reading a file.
static FRENCH: LazyLock<Locale> = LazyLock::new(|| Locale::new(Lang::Fr, ""));

/// Pieces of files that lie near the edges of what is allowed.
fn piece() -> impl Strategy<Value = String> {
    let fixed: Vec<&'static str> = [FENCES, KEYS, VALUES, MARKDOWN, TAGS_AND_DATES, CHARACTERS].concat();
    prop_oneof![
        12 => prop::sample::select(fixed).prop_map(str::to_owned),
        2 => "[ -~]{0,12}",
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_filter("NUL is refused on reading", |c| *c != '\0').prop_map(String::from),
    ]
}

const FENCES: &[&str] =
    &["---\n", "---\r\n", "+++\n", "+++\r\n", "--- \t\n", "---yaml\n", "\n", "\r\n", "\r", "```\n", "~~~\n"];
const KEYS: &[&str] = &[
    "company: ",
    "Entreprise:\t",
    "role = ",
    "poste: ",
    "\"décision\" = ",
    "décision: ",
    "décision = ",
    "decided = ",
    "interviews: ",
    "contacts:\n  - ",
    "  - {date: ",
    "retour: {reçu: ",
    "[feedback]\n",
    "[[contacts]]\n",
    "mood: ",
    "humeur = {avant = ",
    "e\u{301}tape: ",
    "? ",
    "<<: ",
    "motifs: ",
    "a.b = ",
    "\u{a0}x: ",
    "\u{2003}draft = true\n",
];
const VALUES: &[&str] = &[
    "Acme\n",
    "2026-03-01\n",
    "2026-02-30\n",
    "03/04/2026\n",
    "[2026-01-01, ",
    "{a: 1, b: ",
    "}",
    "]",
    "|\n  block\n",
    ">-\n  folded\n",
    "&a ",
    "*a\n",
    "!!str x\n",
    "'it''s'\n",
    "\"\\u00e9\"\n",
    "\"\"\"\nmulti\n\"\"\"\n",
    "'''x'''\n",
    "true\n",
    "oui\n",
    "null\n",
    "~\n",
    "012\n",
    "0x1F\n",
    "1_000\n",
    ".inf\n",
    "{{date}}\n",
    "<% tp %>\n",
    "# c\n",
    "1979-05-27T07:32:00Z\n",
];
const MARKDOWN: &[&str] = &[
    "# Feedback\n",
    "## Points forts\n",
    "Retour\n===\n",
    "- [ ] ",
    "- [x] ",
    "1. [/] ",
    "* [-] ",
    "+ [é] ",
    "  - [ ] ",
    "    ",
    "> ",
    "> - ",
    "[a](b.md)",
    "[[c|d]]",
    "![e](f.png)",
    "![g [h](i) j](k)",
    "<https://x.org/#y>",
    "| a | b |\n|---|---|\n| #c | d |\n",
    "[^1]",
    "[^1]: #note\n",
    "<!-- #x -->",
    "<div>\n",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "\\",
    "&amp;",
    "&#35;",
    "\n\n",
    "***\n",
    "> [!NOTE]\n",
];
const TAGS_AND_DATES: &[&str] = &[
    "#sql",
    "#+préparation",
    "#-salary",
    "#!langues",
    "#pre\u{301}paration",
    "#",
    "##",
    "due:2026-04-01",
    "due:",
    "[due:: 2026-04-01]",
    "[done:: ",
    "(start:: 2026-13-01)",
    "📅 2026-04-01",
    "✅",
    "🛫\u{fe0f} 2026-01-01",
    "{{",
    "}}",
    "<%",
    "%>",
    "www.x.org/#z",
    "://",
];
const CHARACTERS: &[&str] = &[
    " ",
    "\t",
    "\u{a0}",
    "\u{202f}",
    "\u{2028}",
    "\u{85}",
    "\u{b}",
    "\u{feff}",
    "é",
    "e\u{301}",
    "日本",
    "👩‍💻",
    "🇫🇷",
    "\u{200d}",
    "\u{202e}",
    "\u{1b}[31m",
    "\u{7f}",
    "ﬁ",
    "ẞ",
    "İ",
    "\u{301}",
    "\u{10ffff}",
];

fn file() -> impl Strategy<Value = String> {
    let pieces = || prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat());
    let inside = |open: &'static str| (pieces(), pieces()).prop_map(move |(a, b)| format!("{open}\n{a}\n{open}\n{b}"));
    let valid = pieces().prop_map(|body| format!("---\ncompany: Acme\nrole: Buyer\n---\n{body}"));
    prop_oneof![2 => pieces(), 3 => inside("---"), 2 => inside("+++"), 3 => valid]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_every_span_lies_in_it(text in file()) {
        check_reading(&text);
    }

    #[test]
    fn any_text_is_read_as_settings(text in prop::collection::vec(piece(), 0..30)) {
        let source = SourceFile::new("rebond.toml", text.concat());
        let mut diagnostics = Diagnostics::default();
        read_config(&mut diagnostics, &source);
        check_shown(&source, &diagnostics);
    }

    #[test]
    fn a_file_reads_alike_with_lf_and_crlf(text in file()) {
        let lf = text.replace('\r', "");
        let codes = |text: &str| {
            let source = Arc::new(SourceFile::new("entries/a.md", text));
            let read = read_entry(&source, &Topics::built_in(), Lang::En);
            read.diagnostics.sorted().iter().map(|d| (d.code, d.location.clone().map(|at| at.position))).collect::<Vec<_>>()
        };
        prop_assert_eq!(codes(&lf), codes(&lf.replace('\n', "\r\n")));
    }
}

fn check_reading(text: &str) {
    let source = Arc::new(SourceFile::new("entries/2026-03-01-a.md", text));
    let topics = Topics::built_in();
    for lang in Lang::ALL {
        let read = read_entry(&source, &topics, lang);
        check_shown(&source, &read.diagnostics);
        if let Ok(entry) = &read.result {
            check_entry(entry);
            let keys = outline(&source).map(|outline| KeyVotes::of(&outline.root, ENTRY));
            assert_eq!(entry.lang, keys.and_then(KeyVotes::lang));
        }
        let read = read_goal(&source, &topics, lang);
        check_shown(&source, &read.diagnostics);
        if let Ok(goal) = &read.result {
            check_goal(goal);
        }
    }
    if let Split::Found(block) = front_matter::split(&source) {
        check_span(&source, block.inner);
        if let Some(node) = front_matter::read(&mut Diagnostics::default(), &source, &block) {
            check_node(&source, &node);
        }
    }
}

/// Checks that problems stand in the file, and that nothing a terminal obeys is printed.
#[track_caller]
fn check_shown(source: &SourceFile, diagnostics: &Diagnostics) {
    for problem in diagnostics {
        let at = problem.location.as_ref().expect("a problem of a file has a place");
        let (line, column) = (at.position.line, at.position.column as usize);
        assert!(line >= 1 && line <= source.line_count(), "{problem:?}");
        let characters = source.slice(source.line_span(line)).chars().count();
        // The end of a line is a place too, and so is its CR.
        assert!(column >= 1 && column <= characters + 2, "{problem:?}");
    }
    let shown = show(&diagnostics.sorted(), Format::Human, &FRENCH, false);
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
}

#[track_caller]
fn check_span(source: &SourceFile, span: Span) {
    assert!(
        span.start() <= span.end() && source.text.get(span.start()..span.end()).is_some(),
        "{span:?} of {:?}",
        source.text
    );
}

fn check_node(source: &SourceFile, node: &Node<'_>) {
    check_span(source, node.span);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| check_node(source, item)),
        Value::Map(pairs) => pairs.iter().for_each(|pair| {
            check_span(source, pair.key_span);
            check_node(source, &pair.node);
        }),
        Value::Null | Value::Scalar(_) => {}
    }
}

fn check_entry(entry: &Entry) {
    let source = &entry.source;
    let dates = [&entry.decided, &entry.applied, &entry.announced, &entry.checked_in];
    dates.into_iter().flatten().for_each(|date| check_span(source, date.span));
    let topics = entry.reasons.iter().chain(&entry.weaknesses).chain(&entry.strengths);
    topics.for_each(|topic| check_span(source, topic.span));
    entry.contacts.iter().for_each(|contact| check_span(source, contact.span));
    check_body(source, &entry.body);
}

fn check_goal(goal: &Goal) {
    [&goal.start, &goal.due].into_iter().flatten().for_each(|date| check_span(&goal.source, date.span));
    check_body(&goal.source, &goal.body);
}

fn check_body(source: &SourceFile, body: &Body) {
    check_span(source, body.span);
    for section in &body.sections {
        check_span(source, section.span);
        check_span(source, section.heading);
    }
    for block in &body.blocks {
        check_span(source, block.span);
        let quote = block.quote.text(source);
        assert!(!quote.contains(['\n', '\r', '\0']) && quote.trim() == quote, "{quote:?}");
        assert_eq!(block.line, source.line(block.span.start()));
        for tag in &block.tags {
            check_span(source, tag.span);
            assert!(source.slice(tag.span).starts_with('#') && block.span.contains(tag.span), "{tag:?}");
        }
    }
    for (index, task) in body.tasks.iter().enumerate() {
        check_span(source, task.span);
        check_span(source, task.mark);
        assert_eq!(source.slice(task.mark).chars().count(), 1, "{task:?}");
        assert!(task.parent.is_none_or(|parent| parent < index), "{task:?}");
    }
    body.links.iter().for_each(|link| check_span(source, link.span));
    body.free_tags.iter().for_each(|tag| check_span(source, tag.span));
}

#[test]
fn what_grows_in_a_file_does_not_hold_up_the_rest() {
    let many = |piece: &str| {
        format!(
            "---\ncompany: a\nrole: b\ndecided: 2026-03-01\n---\n\n## Feedback\n\n- [ ] {} }}}} %> ]\n",
            piece.repeat(5_000)
        )
    };
    for piece in
        ["{{", "<% ", "://", "www.", "#a ", "[due:: ", "due:2026-01-01 ", "📅", "[[", "![", "- [ ] ", "> ", "*a", "`"]
    {
        let source = Arc::new(SourceFile::new("entries/a.md", many(piece)));
        let read = read_entry(&source, &Topics::built_in(), Lang::En);
        let written: usize = read.diagnostics.iter().map(|d| d.message(&FRENCH).len()).sum();
        assert!(written < 40 * source.text.len(), "{piece:?}: {written} bytes of messages");
    }
}
