//! The README: its tables say what the vocabulary says, its transcripts are what the program prints.
//!
//! A table stands between `<!-- table: NAME -->` and `<!-- end -->`. With
//! `REWRITE_README=1`, the tests write the tables instead of comparing them; with
//! `TRYCMD=overwrite` as well, the transcripts too, in a second run.

use std::process::Command;

use rebond::config::SETTINGS;
use rebond::fs;
use rebond::model::vocabulary::{ENTRY, Field, GOAL, Kind, SECTIONS, SectionKind, Word};
use rebond::model::{Control, GROUPS, Topics};

use crate::support::{TestJournal, source_path, source_text};

#[test]
fn the_tables_of_the_readme_are_those_of_the_program() {
    let path = source_path("README.md");
    let written = source_text(&path);
    let tables = [
        ("entry", fields(ENTRY)),
        ("goal", fields(GOAL)),
        ("sections", sections()),
        ("topics", topics()),
        ("settings", settings()),
        ("commands", commands()),
        ("letters", letters()),
    ];
    let right = tables.iter().fold(written.clone(), |text, (name, table)| with_table(&text, name, table));
    if std::env::var_os("REWRITE_README").is_some() {
        fs::write_staged(&path, right.as_bytes()).unwrap();
    } else {
        assert!(
            written == right,
            "tables of README.md are out of date: run REWRITE_README=1 cargo test readme\n{right}"
        );
    }
}

/// Puts a table between its two comments.
#[track_caller]
fn with_table(text: &str, name: &str, table: &str) -> String {
    let start = format!("<!-- table: {name} -->\n");
    let (before, rest) = text.split_once(&start).unwrap_or_else(|| panic!("README.md has no table {name}"));
    let (_, after) = rest.split_once("<!-- end -->").unwrap_or_else(|| panic!("table {name} has no end"));
    format!("{before}{start}\n{table}\n<!-- end -->{after}")
}

/// Returns a Markdown table.
fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = head.iter().map(|&cell| cell.to_owned()).collect();
    let rule: Vec<String> = head.iter().map(|_| "---".to_owned()).collect();
    let rows: Vec<Vec<String>> = rows.into_iter().collect();
    [head, rule].iter().chain(&rows).map(|cells| line(cells)).collect()
}

fn fields(fields: &[Field]) -> String {
    table(&["key", "French", "value", "meaning"], rows_of(fields, None))
}

/// Returns a row for each key, and after a key that has keys of its own, one for each of these.
fn rows_of(fields: &[Field], outer: Option<Word>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for field in fields {
        let name = |inner: &str, outer: Option<&str>| {
            outer.map_or_else(|| format!("`{inner}`"), |outer| format!("`{outer}` → `{inner}`"))
        };
        rows.push(vec![
            name(field.word.en, outer.map(|outer| outer.en)),
            name(field.word.fr, outer.map(|outer| outer.fr)),
            value(field.kind),
            field.meaning_en.to_owned(),
        ]);
        if let Kind::Record(inner) | Kind::Records(inner) | Kind::DatesOrRecords(inner) | Kind::ScaleOrRecord(inner) =
            field.kind
        {
            rows.extend(rows_of(inner, Some(field.word)));
        }
    }
    rows
}

fn value(kind: Kind) -> String {
    match kind {
        Kind::Text => "text".to_owned(),
        Kind::Texts => "text, or a list".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Dates => "list of dates".to_owned(),
        Kind::DateOrTrue => "date, or true".to_owned(),
        Kind::Flag => "true or false".to_owned(),
        Kind::Scale => "1 to 5".to_owned(),
        Kind::Choice(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{}` {}", word.en, word.fr)).collect();
            words.join(" · ")
        }
        Kind::Topics => "list of topics".to_owned(),
        Kind::Record(_) => "the keys below".to_owned(),
        Kind::Records(_) => "list, each with the keys below".to_owned(),
        Kind::DatesOrRecords(_) => "list of dates, or each with the keys below".to_owned(),
        Kind::ScaleOrRecord(_) => "1 to 5 after the news, or the keys below".to_owned(),
    }
}

fn sections() -> String {
    let row = |(kind, en, fr): &(SectionKind, &[&str], &[&str])| {
        vec![en.join(", "), fr.join(", "), evidence_of(*kind).to_owned()]
    };
    table(&["English", "French", "what stands there"], SECTIONS.iter().map(row))
}

fn evidence_of(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Feedback => "the recruiter's words",
        SectionKind::SecondOpinion => "what a peer, a mentor or a coach says",
        SectionKind::Debrief => "one's own view",
        SectionKind::Strengths => "what worked, from whoever the section around it is",
        SectionKind::Weaknesses => "what to work on, from whoever the section around it is",
        SectionKind::Opportunities | SectionKind::Threats => "notes for the SWOT page; no evidence",
        SectionKind::Feelings => "feelings; no evidence, never in a shared copy",
        SectionKind::Private => "nobody else's business; no evidence, never in a shared copy",
        SectionKind::Actions => "tasks",
    }
}

fn topics() -> String {
    let topics = Topics::built_in();
    let control = |control| match control {
        Control::Mine => "mine",
        Control::Theirs => "theirs",
        Control::Mixed => "mixed",
    };
    let rows = GROUPS.iter().flat_map(|group| topics.iter().filter(move |topic| topic.group == *group)).map(|topic| {
        vec![
            format!("`{}`", topic.id),
            topic.en.clone(),
            topic.fr.clone(),
            topic.group.clone(),
            control(topic.control).to_owned(),
        ]
    });
    table(&["topic", "English", "French", "group", "control"], rows.collect::<Vec<_>>())
}

/// Returns the settings with the words of the commented file that `init` writes.
fn settings() -> String {
    let template = source_text(&source_path("src/cli/templates/en/rebond.toml"));
    let mut open_table = String::new();
    let mut explained = Vec::new();
    for line in template.lines() {
        let line = line.trim_start_matches('#');
        if let Some(name) = line.strip_prefix('[') {
            name.trim_matches(['[', ']']).clone_into(&mut open_table);
        } else if let Some((name, rest)) = line.split_once('=')
            && let Some((value, meaning)) = rest.split_once("  #").or_else(|| rest.split_once(" # "))
        {
            let value = value.trim().replace("@region@", "FR");
            explained.push((open_table.clone(), name.trim().to_owned(), value, meaning.trim().to_owned()));
        } else if let Some((name, value)) = line.split_once(" = ") {
            explained.push((open_table.clone(), name.trim().to_owned(), value.trim().to_owned(), String::new()));
        }
    }
    let row = |setting: &rebond::config::Setting| {
        let known = explained.iter().find(|(table, name, ..)| table == setting.table && name == setting.name);
        let (_, _, value, meaning) =
            known.unwrap_or_else(|| panic!("{}.{} is not in the commented settings", setting.table, setting.name));
        let table = if setting.table.is_empty() { String::new() } else { format!("`[{}]`", setting.table) };
        vec![table, format!("`{}`", setting.name), format!("`{value}`"), meaning.clone()]
    };
    table(&["table", "setting", "usual value, or an example", "meaning"], SETTINGS.iter().map(row))
}

/// Returns the commands in the words of the program's help.
fn commands() -> String {
    let help = printed(&["--help"]);
    let rows = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let row = |line: &str| {
        let (name, about) = line.trim().split_once(' ').unwrap();
        vec![format!("`{name}`"), about.trim().to_owned()]
    };
    table(&["command", "what it does"], rows.map(row))
}

/// Returns the letters in the words of their list.
fn letters() -> String {
    let list = printed(&["-C", "tests/journals/english", "letter", "--list"]);
    let row = |line: &str| {
        let (kind, rest) = line.split_once("  ").unwrap();
        vec![format!("`{kind}`"), rest.trim().split("  ").next().unwrap().to_owned()]
    };
    table(&["letter", "what it is for"], list.lines().map(row))
}

/// Returns what rebond prints in English on a wide terminal.
fn printed(args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    let output = command.current_dir(source_path("")).args(args).env("LC_ALL", "C").env("COLUMNS", "200").output();
    String::from_utf8(output.unwrap().stdout).unwrap()
}

#[test]
fn the_transcripts_of_the_readme_hold() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("README.md");
    fs::write_new(&copy, source_text(&source_path("README.md")).as_bytes()).unwrap();
    // The words that the tour keeps in a file; the folder of results makes trycmd work on a copy.
    let words = words_of_the_tour();
    fs::write_new(&folder.path().join("README.in/words.txt"), words.as_bytes()).unwrap();
    fs::write_new(&folder.path().join("README.out/words.txt"), words.as_bytes()).unwrap();
    let cases = trycmd::TestCases::new();
    // Midnight of 2 March 2026, in UTC.
    cases.env("LC_ALL", "C").env("SOURCE_DATE_EPOCH", "1772409600").case(&copy);
    // Compares, or overwrites the copy.
    drop(cases);
    if std::env::var_os("REWRITE_README").is_some() {
        fs::write_staged(&source_path("README.md"), &fs::read(&copy).unwrap()).unwrap();
    }
}

#[test]
fn the_entry_of_the_readme_has_no_problem() {
    let readme = source_text(&source_path("README.md"));
    let (_, rest) = readme.split_once("```markdown\n").unwrap();
    let journal = TestJournal::new().entry("shown.md", rest.split("```").next().unwrap());
    assert_eq!(journal.problems(), Vec::<String>::new());
    assert_eq!(journal.only_entry().body.tasks.len(), 1);
}

/// Returns the block of the README that shows `words.txt`.
fn words_of_the_tour() -> String {
    let readme = source_text(&source_path("README.md"));
    let (_, block) = readme.split_once("```text\nYou clearly").unwrap();
    format!("You clearly{}", block.split_once("```").unwrap().0)
}

#[test]
fn the_files_that_the_readme_names_exist() {
    let readme = source_text(&source_path("README.md"));
    let targets = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let local: Vec<&str> = targets.filter(|target| !target.starts_with('#') && !target.contains("://")).collect();
    assert!(local.len() > 3, "{local:?}");
    for target in local {
        let path = source_path(target.split('#').next().unwrap());
        assert!(fs::exists(&path), "{target}");
    }
}
