//! Edits of thousands of generated files: what they say differs in the one thing meant, and so do their bytes.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::locale::Lang;
use crate::markdown::{Event, events};
use crate::model::vocabulary::{ENTRY, Field, NOTICES, STAGES, STATUSES, find_field, find_word};
use crate::model::{Entry, Thanks, Topics};
use crate::parse::{body_of, read_entry};

static TOPICS: LazyLock<Topics> = LazyLock::new(Topics::built_in);

const DAY: Date = date(2026, 6, 12);

/// The ways to write one key in YAML, `K` being its name; `_` is the name of an inner key.
const YAML: &[(&str, &[&str])] = &[
    ("company", &["K: Acme", "K: \"A: b # c\"", "K: 'it''s'  # note", "K: >-\n  Acme\n  et fils", "\"K\": Acme, SA"]),
    ("role", &["K: |\n  Buyer\n  # no comment", "K: 012", "'K' : a\n  b", "K:\tBuyer"]),
    ("status", &["K: open", "K: \"open\" # x", "K:   'en-cours'", "K: en cours"]),
    ("applied", &["K: 2026-01-05", "K: \"2026-01-05\""]),
    (
        "interviews",
        &["K: [2026-02-01, {date: 2026-02-02, with: [A, B]}]", "K:\n- 2026-02-01 # c\n-   {date: 2026-02-03}"],
    ),
    ("decided", &["", "K:", "K: ", "K:  # to come", "K: ~", "K: ''", "K: 2026-03-01"]),
    ("stage", &["", "K:", "K: interview  # c"]),
    ("notice", &["", "K: none", "# K: phone"]),
    (
        "contacts",
        &[
            "K: [Alice, {name: 'Bob', email: b@example.com}]",
            "K:\n  - {name: Alice}\n  # and\n  - Bob, junior # boss",
            "K:\n- name: Alice\n\n  phone: 01 # c\n-   name: Bob",
            "K: [\n  Alice, # a\n  {name: Bob,\n   title: Mr}]",
        ],
    ),
    ("thanked", &["", "K:", "K: true", "K: no"]),
    (
        "feedback",
        &[
            "",
            "K:",
            "K:   # later",
            "K: {}",
            "K: {via: email}",
            "K: {via: email, # c\n  kind: generic}",
            "K:\n    via: email\n    # more\n    kind:\n",
            "K:\n  \"via\": email # c\n",
            "K: {\n  via: email,\n}",
        ],
    ),
    ("mood", &["", "K: 3", "K: {before: 4}"]),
    ("checked-in", &["", "K: \"\""]),
    ("tags", &["K: [a, 'b']", "K:\n    - a # x\n    - b", "# a comment\n\nK: []"]),
];

/// The same for TOML, above its tables.
const TOML: &[(&str, &[&str])] = &[
    ("company", &["K = \"Acme # 1\"", "K    = 'Acme' # note", "\"K\" = \"\"\"\nAcme\n[x]\"\"\""]),
    ("role", &["K = 'Buyer'", "  K = '''Buyer'''"]),
    ("status", &["K = \"open\"", "K='en-cours'  # x"]),
    ("applied", &["K = 2026-01-05", "K = '2026-01-05'"]),
    ("decided", &["", "K = \"\"", "K = 2026-03-01 # c"]),
    ("notice", &["", "K = 'none'", "# K = 'phone'"]),
    ("thanked", &["", "K = true"]),
    ("tags", &["K = [\n  'a', # x\n  'b'\n]", "K = []"]),
    ("mood", &["", "K = 3", "K.before = 3 # c", "K = { before = 4, }"]),
];

/// TOML's records: as lines of the root, or as tables.
const TABLES: &[(&str, &[&str], &[&str])] = &[
    (
        "feedback",
        &["K = {}", "K = { via = 'email' } # c", "K.via = 'email'\nK.kind = 'generic'", "K = {via='email'}"],
        &["[K] # c\nvia = 'email'\n", "\n[K]\n  via   = \"email\"\n  kind  = 'generic'\n# end\n", "[K]\n", ""],
    ),
    (
        "contacts",
        &["K = ['Alice', { name = 'Bob' }]", "K = [\n  { name = 'Alice', phone = '1' },\n  { name = 'Bob' },\n]"],
        &[
            "[[K]]\nname = 'Alice' # a\n\n[[K]]\nname = 'Bob'\nemail = 'b@example.com'\n\n",
            "[[K]]\nname='Alice'\n[[K]]\nname='Bob'\n",
        ],
    ),
];

/// One value to set, and which saying of the entry it changes.
#[derive(Clone, Copy, Debug)]
enum Meant {
    Root(&'static str),
    Feedback(&'static str),
    Contact(usize),
}

const MEANT: &[Meant] = &[
    Meant::Root("status"),
    Meant::Root("decided"),
    Meant::Root("stage"),
    Meant::Root("notice"),
    Meant::Root("thanked"),
    Meant::Root("checked-in"),
    Meant::Feedback("requested"),
    Meant::Feedback("received"),
    Meant::Feedback("clarified"),
    Meant::Feedback("thanked"),
    Meant::Contact(0),
    Meant::Contact(1),
];

impl Meant {
    fn change(self) -> (Place, Content, String) {
        let word = |words: &[_], name| Content::Word(find_word(words, name).unwrap());
        let (place, name) = match self {
            Meant::Root(name) => (Place::key(ENTRY, name), name.to_owned()),
            Meant::Feedback(name) => (Place::inner(ENTRY, "feedback", name), format!("feedback.{name}")),
            Meant::Contact(index) => (Place::item(ENTRY, "contacts", index, "connected"), format!("connected.{index}")),
        };
        let content = match self {
            Meant::Root("status") => word(STATUSES, "rejected"),
            Meant::Root("notice") => word(NOTICES, "phone"),
            Meant::Root("stage") => word(STAGES, "final"),
            _ => Content::Day(DAY),
        };
        (place.unwrap(), content, name)
    }
}

/// What an entry says, by name, without places.
fn sayings(entry: &Entry) -> BTreeMap<String, String> {
    let thanks = |thanks: &Option<Thanks>| match thanks {
        Some(Thanks::On(date)) => date.value.to_string(),
        other => format!("{}", other.is_some()),
    };
    let day = |date: &Option<crate::source::Spanned<Date>>| format!("{:?}", date.as_ref().map(|date| date.value));
    let mut sayings: BTreeMap<String, String> = BTreeMap::new();
    let mut say = |name: &str, text: String| sayings.insert(name.to_owned(), text);
    say("company", entry.company.clone());
    say("role", entry.role.clone());
    say("status", entry.status.name().to_owned());
    say("decided", day(&entry.decided));
    say("applied", day(&entry.applied));
    say("stage", format!("{:?}", entry.stage));
    say("notice", format!("{:?}", entry.notice));
    say("thanked", thanks(&entry.thanked));
    say("checked-in", day(&entry.checked_in));
    say("feedback.requested", day(&entry.feedback.requested));
    say("feedback.received", day(&entry.feedback.received));
    say("feedback.clarified", day(&entry.feedback.clarified));
    say("feedback.thanked", thanks(&entry.feedback.thanked));
    say("feedback.via", format!("{:?} {:?}", entry.feedback.via, entry.feedback.kind));
    say("tags", format!("{:?} {:?}", entry.tags, entry.mood));
    let interviews = entry.interviews.iter().map(|interview| (day(&interview.date), interview.with.clone()));
    say("interviews", format!("{:?}", interviews.collect::<Vec<_>>()));
    for (index, contact) in entry.contacts.iter().enumerate() {
        say(&format!("connected.{index}"), format!("{:?}", contact.connected));
        say(&format!("contact.{index}"), format!("{:?} {:?} {:?}", contact.name, contact.title, contact.email));
    }
    say("extra", format!("{:?}", entry.extra));
    say("body", entry.source.slice(entry.body.span).to_owned());
    sayings
}

/// Spells the keys of a snippet in a language.
fn spelt(snippet: &str, field: &Field, lang: Lang, accents: bool) -> String {
    let mut text = snippet.to_owned();
    if lang == Lang::Fr {
        for (en, fr) in
            [("name", "nom"), ("title", "civilité"), ("phone", "téléphone"), ("before", "avant"), ("kind", "nature")]
        {
            let fr = if accents { fr.to_owned() } else { crate::locale::fold(fr) };
            for separator in [":", " =", "=", "   =", "  ="] {
                text = text.replace(&format!("{en}{separator}"), &format!("{fr}{separator}"));
            }
        }
        text = text.replace("with: ", "avec: ");
    }
    let name = field.word.name(lang);
    let name = if accents { name.to_owned() } else { crate::locale::fold(name) };
    text.replace('K', &name)
}

/// How a generated file is dressed.
#[derive(Clone, Debug)]
struct Dress {
    lang: Lang,
    accents: bool,
    crlf: bool,
    bom: bool,
    body: &'static str,
}

impl Dress {
    fn file(&self, fence: &str, inner: &str) -> Vec<u8> {
        let text = format!("{fence}\n{inner}{fence}\n{}", self.body);
        let text = if self.crlf { text.replace('\n', "\r\n") } else { text };
        if self.bom { format!("\u{feff}{text}").into_bytes() } else { text.into_bytes() }
    }
}

fn dress() -> impl Strategy<Value = Dress> {
    let bodies = vec!["", "\nText #sql\n", "---\n\n## Retour\n\n> Non.", "\n- [ ] T due:2026-01-01\n"];
    (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), select(bodies)).prop_map(
        |(french, accents, crlf, bom, body)| Dress {
            lang: if french { Lang::Fr } else { Lang::En },
            accents,
            crlf,
            bom,
            body,
        },
    )
}

/// A front matter: one way of each key, in any order.
fn yaml() -> impl Strategy<Value = Vec<u8>> {
    let ways: Vec<_> = YAML.iter().map(|(name, ways)| (Just(*name), select(ways.to_vec()))).collect();
    (ways.prop_shuffle(), dress()).prop_map(|(ways, dress)| {
        let line = |(name, way): (&str, &str)| spelt(way, find_field(ENTRY, name).unwrap(), dress.lang, dress.accents);
        let lines: Vec<String> = ways.into_iter().map(line).filter(|line| !line.is_empty()).collect();
        dress.file("---", &format!("{}\n", lines.join("\n").replace("\n\n\n", "\n\n")))
    })
}

fn toml() -> impl Strategy<Value = Vec<u8>> {
    let ways: Vec<_> = TOML.iter().map(|(name, ways)| (Just(*name), select(ways.to_vec()))).collect();
    let tables: Vec<_> = TABLES
        .iter()
        .map(|(name, lines, tables)| (Just(*name), select(lines.to_vec()), select(tables.to_vec()), any::<bool>()))
        .collect();
    (ways.prop_shuffle(), tables.prop_shuffle(), dress()).prop_map(|(ways, tables, dress)| {
        let field = |name| find_field(ENTRY, name).unwrap();
        let mut root: Vec<String> =
            ways.into_iter().map(|(name, way)| spelt(way, field(name), dress.lang, false)).collect();
        let mut below = String::new();
        for (name, line, table, is_table) in tables {
            if is_table {
                below.push_str(&spelt(table, field(name), dress.lang, false));
            } else {
                root.insert(root.len() / 2, spelt(line, field(name), dress.lang, false));
            }
        }
        root.retain(|line| !line.is_empty());
        dress.file("+++", &format!("{}\n{below}", root.join("\n")))
    })
}

fn source(bytes: Vec<u8>) -> Arc<SourceFile> {
    Arc::new(SourceFile::decode("entries/acme.md", bytes).unwrap())
}

fn read(source: &Arc<SourceFile>) -> std::result::Result<Entry, TestCaseError> {
    let read = read_entry(source, &TOPICS, Lang::En);
    read.result.map_err(|_| TestCaseError::fail(format!("{:?}\n{}", read.diagnostics, source.text)))
}

/// Returns what of `before` is not in `after`, all kept text taken off both ends.
fn removed<'a>(before: &'a [u8], after: &[u8]) -> &'a [u8] {
    let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let rest = (&before[start..], &after[start..]);
    let end = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(|(a, b)| a == b).count();
    &before[start..before.len() - end]
}

fn check_set(bytes: Vec<u8>, meant: Meant) -> std::result::Result<(), TestCaseError> {
    let mut source = source(bytes);
    if matches!(meant, Meant::Root("status")) {
        // A refusal must have its day.
        let mut revision = Revision::new(&source);
        prop_assert!(
            set(&mut revision, ENTRY, Place::key(ENTRY, "decided").unwrap(), Content::Day(DAY), Lang::En).is_ok()
        );
        source = Arc::clone(revision.source());
    }
    let entry = read(&source)?;
    let (place, content, name) = meant.change();
    if matches!(meant, Meant::Contact(index) if index >= entry.contacts.len()) {
        return Ok(());
    }
    let mut revision = Revision::new(&source);
    let result = set(&mut revision, ENTRY, place, content, Lang::En);
    prop_assert!(result.is_ok(), "{:?} in\n{}", result, source.text);
    let after = read(revision.source())?;
    let (old, new) = (sayings(&entry), sayings(&after));
    let changed: Vec<&String> = new.keys().filter(|key| old.get(*key) != new.get(*key)).collect();
    let is_same_day = old[&name].contains("2026-06-12");
    prop_assert!(changed == [&name] || is_same_day, "{changed:?} in\n{}", revision.source().text);
    let (before, after) = (source.to_bytes(), revision.source().to_bytes());
    let removed = removed(&before, &after);
    prop_assert!(!removed.contains(&b'\n'), "{:?} in\n{}", String::from_utf8_lossy(removed), revision.source().text);
    let lone = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\r\n", "").contains('\n');
    prop_assert_eq!(lone(&before), lone(&after));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_value_set_in_yaml_is_the_only_change(bytes in yaml(), meant in select(MEANT.to_vec())) {
        check_set(bytes, meant)?;
    }

    #[test]
    fn a_value_set_in_toml_is_the_only_change(bytes in toml(), meant in select(MEANT.to_vec())) {
        check_set(bytes, meant)?;
    }

    #[test]
    fn a_ticked_task_is_the_only_change(lines in proptest::collection::vec(select(LINES.to_vec()), 1..14), dress in dress(), which in any::<Index>()) {
        check_tick(dress.file("---", "company: x\nrole: y\n"), &lines, dress.crlf, which)?;
    }

    #[test]
    fn quoted_words_are_the_only_change(lines in proptest::collection::vec(select(LINES.to_vec()), 0..9), dress in dress(), words in "[ -~éœ\n]{1,80}") {
        check_quote(dress.file("---", "company: x\n"), &lines, dress.crlf, &words)?;
    }
}

#[test]
fn marks_without_words_are_no_feedback() {
    for (words, is_taken) in [(">", false), ("> >", false), ("1.", false), ("> a", true), ("1. a", true)] {
        let source = source(b"---\ncompany: x\n---\n".to_vec());
        let added = add_quote(&mut Revision::new(&source), &TOPICS, words, Lang::Fr);
        assert_eq!(added.is_ok(), is_taken, "{words}");
    }
}

const LINES: &[&str] = &[
    "- [ ] Call",
    "- [ ] Write #sql due:2026-07-01",
    "* [/] Read 📅 2026-07-01 soon",
    "1. [ ] Learn [due:: 2026-07-01] [start:: 2026-06-01]",
    "  - [ ] A step",
    "    - [/] A step (due:: 2026-06-30)\n      that goes on",
    "- [-] Left",
    "- [x] Done done:2026-01-01",
    "> - [ ] In a quote `due:2026-01-01`",
    "- [ ] See https://example.org/x#y and [this](a.md)\\",
    "  and more",
    "",
    "Text with #oral and [x]",
    "## Retour",
    "### Points forts",
    "## Bilan",
    "- a\n- b #+sql",
    "```\n- [ ] code\n```",
    "| a | b |\n|---|---|\n| c | d |",
    "Title\n=====",
];

fn with_lines(file: Vec<u8>, lines: &[&str], crlf: bool) -> Arc<SourceFile> {
    let text = lines.join("\n");
    let text = if crlf { text.replace('\n', "\r\n") } else { text };
    source([file, text.into_bytes()].concat())
}

fn check_tick(file: Vec<u8>, lines: &[&str], crlf: bool, which: Index) -> std::result::Result<(), TestCaseError> {
    let source = with_lines(file, lines, crlf);
    let body = body_of(&source, &TOPICS);
    let open: Vec<usize> = (0..body.tasks.len()).filter(|index| task::is_open(&body.tasks[*index])).collect();
    if open.is_empty() {
        return Ok(());
    }
    let index = open[which.index(open.len())];
    let line = body.tasks[index].line;
    let mut revision = Revision::new(&source);
    let result = tick(&mut revision, &TOPICS, line, DAY);
    prop_assert!(result.is_ok(), "line {line} of\n{}", source.text);
    let after = body_of(revision.source(), &TOPICS);
    for (at, (old, new)) in body.tasks.iter().zip(&after.tasks).enumerate() {
        prop_assert_eq!((&old.text, old.due, old.start, old.line), (&new.text, new.due, new.start, new.line));
        if at == index {
            prop_assert_eq!((new.state, new.done), (crate::model::TaskState::Done, Some(DAY)));
        } else {
            prop_assert_eq!((old.state, old.done), (new.state, new.done));
        }
    }
    let changed = source.text.lines().zip(revision.source().text.lines()).filter(|(old, new)| old != new).count();
    prop_assert_eq!(source.line_count(), revision.source().line_count());
    prop_assert!(changed <= 2, "{}", revision.source().text);
    Ok(())
}

fn check_quote(file: Vec<u8>, lines: &[&str], crlf: bool, words: &str) -> std::result::Result<(), TestCaseError> {
    let source = with_lines(file, lines, crlf);
    let mut revision = Revision::new(&source);
    if words.trim().is_empty() || add_quote(&mut revision, &TOPICS, words, Lang::Fr).is_err() {
        // Words that would change what else is said, such as `[x]: y`, are left to the person.
        // So is a file that ends in code that is not closed.
        // And Markdown without a word in it, such as `>` or `1.`, is no feedback.
        let is_code = source.text.contains("```");
        let has_words = events(words).any(|(event, _)| matches!(event, Event::Text(_)));
        prop_assert!(
            is_code || !has_words || words.contains(['[', '<', '#', '`', '~', '-', '*', '+', '=']),
            "{words:?} in\n{}",
            source.text
        );
        return Ok(());
    }
    let (before, after) = (source.to_bytes(), revision.source().to_bytes());
    prop_assert!(removed(&before, &after).is_empty());
    prop_assert!(body_of(revision.source(), &TOPICS).has_feedback);
    let mut kept = revision.source().text.lines().filter_map(|line| Some(line.strip_prefix('>')?.trim()));
    let first = words.trim().lines().next().unwrap().trim();
    prop_assert!(kept.any(|line| line == first), "{}", revision.source().text);
    Ok(())
}
