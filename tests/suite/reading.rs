//! How the files of a journal are read: keys, values, dates, sections, evidence, tasks, links, settings.

use jiff::civil::date;
use rebond::locale::Lang;
use rebond::model::vocabulary::{ENTRY, Field, GOAL, Kind, SECTIONS, Word};
use rebond::model::{Body, Entry, LinkKind, Mood, Polarity, SectionKind, Source, Stage, Status, TaskState, Thanks};

use crate::support::TestJournal;

const NONE: [&str; 0] = [];

/// An entry of Atelier Nord with more lines of front matter and a body.
fn entry_text(lines: &str, body: &str) -> String {
    format!("---\ncompany: Atelier Nord\nrole: Buyer\ndecided: 2026-03-02\n{lines}---\n{body}")
}

fn journal(lines: &str, body: &str) -> TestJournal {
    TestJournal::new().entry("a.md", &entry_text(lines, body))
}

/// Reads the body of an entry without problems.
#[track_caller]
fn body(text: &str) -> Body {
    let journal = journal("feedback: {received: 2026-03-05}\n", text);
    assert_eq!(journal.problems(), NONE, "{text}");
    journal.only_entry().body.clone()
}

#[track_caller]
fn problems_of(lines: &str, body: &str, expected: &[&str]) {
    let found: Vec<String> =
        journal(lines, body).problems().iter().map(|line| line.replace("entries/a.md:", "")).collect();
    assert_eq!(found, expected, "{lines}{body}");
}

// Front matter.

/// Spellings of a name that are all the same: case, accents, spaces, `-` and `_` do not matter.
fn spellings(name: &str) -> Vec<String> {
    let plain: String = name.chars().map(|c| rebond::locale::fold(&c.to_string())).collect();
    vec![
        name.to_owned(),
        name.to_uppercase(),
        plain.replace('-', "_"),
        name.replace('-', " "),
        name.replace('-', ""),
        decomposed(name),
    ]
}

/// Returns `name` with its accents as combining marks, as macOS writes them.
fn decomposed(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfd().collect()
}

/// A value that a key of this kind takes.
fn sample(kind: Kind) -> String {
    match kind {
        Kind::Text => "something".to_owned(),
        Kind::Texts => "[one, two]".to_owned(),
        Kind::Date | Kind::DateOrTrue => "2026-03-02".to_owned(),
        Kind::Dates => "[2026-03-02, 2026-03-03]".to_owned(),
        Kind::Flag => "true".to_owned(),
        Kind::Scale => "3".to_owned(),
        Kind::Choice(words) => words[0].en.to_owned(),
        Kind::Topics => "[preparation, salary]".to_owned(),
        Kind::Record(fields) | Kind::ScaleOrRecord(fields) => record(fields, Lang::En),
        Kind::Records(fields) | Kind::DatesOrRecords(fields) => format!("[{}]", record(fields, Lang::Fr)),
    }
}

fn record(fields: &[Field], lang: Lang) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|field| format!("{}: {}", field.word.name(lang), sample(field.kind))).collect();
    format!("{{{}}}", pairs.join(", "))
}

/// Fails unless `text` is read without a word about keys and values.
#[track_caller]
fn reads_well(journal: &TestJournal, text: &str) {
    let told: Vec<String> = journal
        .problems()
        .into_iter()
        .filter(|line| {
            let code = line.rsplit(' ').next().unwrap();
            !matches!(
                code,
                "date-unlikely" | "status-contradicted" | "stage-contradicted" | "date-reversed" | "entry-quiet"
            )
        })
        .collect();
    assert_eq!(told, NONE, "{text}");
}

#[test]
fn every_key_of_an_entry_is_read_in_both_languages_and_any_spelling() {
    for field in ENTRY.iter().filter(|field| !matches!(field.word.en, "follows")) {
        for name in [field.word.en, field.word.fr].into_iter().flat_map(spellings) {
            let mut lines = vec!["company: A", "role: B", "decided: 2026-03-02"];
            lines.retain(|line| line.split(':').next() != Some(field.word.en));
            let text = format!("---\n{}\n{name}: {}\n---\n", lines.join("\n"), sample(field.kind));
            reads_well(&TestJournal::new().entry("a.md", &text), &text);
        }
    }
}

#[test]
fn every_key_of_a_goal_is_read_in_both_languages_and_any_spelling() {
    for field in GOAL {
        for name in [field.word.en, field.word.fr].into_iter().flat_map(spellings) {
            let title = if field.word.en == "title" { "" } else { "title: T\n" };
            let text = format!("---\n{title}{name}: {}\n---\n", sample(field.kind));
            reads_well(&TestJournal::new().goal("g.md", &text), &text);
        }
    }
}

#[test]
fn every_word_of_a_choice_is_read_in_both_languages_and_any_spelling() {
    fn choices(fields: &'static [Field], above: &str, found: &mut Vec<(String, Word)>) {
        for field in fields {
            let path = |inner: &str| above.replace('@', &format!("{}: {inner}", field.word.en));
            match field.kind {
                Kind::Choice(words) => found.extend(words.iter().map(|word| (path("@"), *word))),
                Kind::Record(inner) => choices(inner, &path("{@}"), found),
                Kind::Records(inner) => choices(inner, &path("[{@}]"), found),
                _ => {}
            }
        }
    }
    let mut entry = Vec::new();
    choices(ENTRY, "@", &mut entry);
    let mut goal = Vec::new();
    choices(GOAL, "@", &mut goal);
    assert!(entry.len() > 25 && goal.len() == 6, "{} and {}", entry.len(), goal.len());
    for (path, word) in entry {
        for name in [word.en, word.fr].into_iter().flat_map(spellings) {
            let text = entry_text(&format!("{}\n", path.replace('@', &name)), "");
            reads_well(&TestJournal::new().entry("a.md", &text), &text);
        }
    }
    for (path, word) in goal {
        for name in [word.en, word.fr].into_iter().flat_map(spellings) {
            let text = format!("---\ntitle: T\n{}\n---\n", path.replace('@', &name));
            reads_well(&TestJournal::new().goal("g.md", &text), &text);
        }
    }
}

const FULL_YAML: &str = "---
entreprise: Briance Électronique
poste: Acheteuse
statut: refus
décision: 2025-12-12
réponse-prévue: 2025-12-10
candidature: 2025-11-20
entretiens:
  - 2025-12-01
  - {date: 2025-12-03, type: visio, avec: [Florent D., Anne B.]}
étape: entretien
nouvelle: personnel
finaliste: oui
secteur: Électronique
lieu: Limoges
source: APEC
lien: https://example.org/offre
cabinet: Cabinet Sud
documents: cv-v1
salaire: 34 k€
contacts:
  - {nom: Florent D., civilité: Monsieur, rôle: responsable, email: f@example.com, téléphone: 05 55, ajouté: 2025-12-16}
remercié: oui
retour: {demandé: 2025-12-17, via: téléphone, reçu: 2025-12-22, nature: constructif, clarifié: 2025-12-26, remercié: 2025-12-23}
motifs: [langues]
faiblesses: [structure des réponses]
forces: expérience
humeur: {avant: 3, après: 2}
garder-contact: non
recontacté: 2026-03-12
étiquettes: [cdi, 35h]
brouillon: non
privé: vrai
---
";

const FULL_TOML: &str = "+++
company = \"Briance Électronique\"
role = 'Acheteuse'
status = \"rejected\"
decided = 2025-12-12
announced = 2025-12-10
applied = \"2025-11-20\"
interviews = [2025-12-01, {date = 2025-12-03, kind = \"visio\", with = [\"Florent D.\", \"Anne B.\"]}]
stage = \"interview\"
notice = \"personal\"
shortlisted = true
sector = \"Électronique\"
location = \"Limoges\"
source = \"APEC\"
link = \"https://example.org/offre\"
agency = \"Cabinet Sud\"
documents = [\"cv-v1\"]
salary = \"34 k€\"
thanked = true
reasons = [\"languages\"]
weaknesses = \"answer-structure\"
strengths = [\"Experience\"]
keep-contact = false
checked-in = 2026-03-12
tags = [\"cdi\", \"35h\"]
draft = false
private = true
mood.before = 3
mood.after = 2

[[contacts]]
name = \"Florent D.\"
title = \"Monsieur\"
role = \"hiring-manager\"
email = \"f@example.com\"
phone = \"05 55\"
connected = 2025-12-16

[feedback]
requested = 2025-12-17
via = \"phone\"
received = 2025-12-22
kind = \"constructive\"
clarified = 2025-12-26
thanked = 2025-12-23
+++
";

/// What an entry says, without its places.
fn said(entry: &Entry) -> String {
    let text = format!("{entry:#?}");
    let is_place = |line: &&str| {
        let line = line.trim_start();
        !line.starts_with("start: ") && !line.starts_with("end: ")
    };
    let text = text.split("source: SourceFile").next().unwrap().to_owned()
        + text.split("company: ").nth(1).unwrap().split("body: Body").next().unwrap();
    text.lines().filter(is_place).collect::<Vec<_>>().join("\n")
}

#[test]
fn yaml_in_french_and_toml_in_english_give_equal_entries() {
    let of = |text: &str| {
        let journal = TestJournal::new().entry("a.md", text);
        assert_eq!(journal.problems(), NONE);
        journal.only_entry()
    };
    let (yaml, toml) = (of(FULL_YAML), of(FULL_TOML));
    assert_eq!(said(&yaml), said(&toml));
    assert_eq!((yaml.company.as_str(), yaml.salary.as_deref()), ("Briance Électronique", Some("34 k€")));
    assert_eq!((yaml.status, yaml.stage, yaml.shortlisted), (Status::Rejected, Stage::Interview, Some(true)));
    assert_eq!(yaml.interviews[1].with, ["Florent D.", "Anne B."]);
    assert_eq!(yaml.contacts[0].connected, Some(date(2025, 12, 16)));
    assert_eq!((yaml.mood, yaml.thanked.clone()), (Mood { before: Some(3), after: Some(2) }, Some(Thanks::SomeDay)));
    assert_eq!((yaml.feedback.via, yaml.keep_contact, yaml.private), (Some("phone"), false, true));
    assert_eq!(yaml.weaknesses[0].value.id, "answer-structure");
}

#[test]
fn a_front_matter_without_most_keys_has_the_defaults() {
    let entry = journal("", "").only_entry();
    assert_eq!((entry.status, entry.stage, entry.keep_contact), (Status::Rejected, Stage::Application, true));
    assert_eq!((entry.notice, entry.shortlisted, entry.draft, entry.private), (None, None, false, false));
    assert_eq!((entry.mood, entry.thanked.clone()), (Mood::default(), None));
    let with_interview = journal("interviews: 2026-02-01\n", "").only_entry();
    assert_eq!((with_interview.stage, with_interview.interviews.len()), (Stage::Interview, 1));
    assert_eq!(journal("mood: 3\n", "").only_entry().mood, Mood { before: None, after: Some(3) });
}

#[test]
fn texts_stay_as_they_are_written() {
    #[track_caller]
    fn case(written: &str, expected: &str) {
        let text = format!("---\ncompany: {written}\nrole: B\ndecided: 2026-03-02\n---\n");
        let journal = TestJournal::new().entry("a.md", &text);
        assert_eq!(journal.problems(), NONE, "{text}");
        assert_eq!(journal.only_entry().company, expected);
    }
    case("012", "012");
    case("no", "no");
    case("42", "42");
    case("1_000", "1_000");
    case("2026-03-02", "2026-03-02");
    case("3.10", "3.10");
    case("\"C# & Co: Lyon\"", "C# & Co: Lyon");
    case("'L''Atelier'", "L'Atelier");
    case("L’Atelier # who else", "L’Atelier");
    case(">-\n  Atelier\n  Nord", "Atelier Nord");
    case("\tAtelier", "Atelier");
}

#[test]
fn fences_may_be_followed_by_spaces_and_keys_be_indented() {
    #[track_caller]
    fn case(text: &str) {
        let journal = TestJournal::new().entry("a.md", text);
        assert_eq!(journal.problems(), NONE, "{text:?}");
        assert_eq!(journal.only_entry().company, "A");
    }
    case("--- \ncompany: A\nrole: B\ndecided: 2026-03-02\n---\t\n");
    case("---\n\n\n  company: A\n  role: B\n  decided: 2026-03-02\n\n---");
    case("---\n# mine\ncompany: A # who\nrole: B\ndecided: 2026-03-02\n---\n---\n\ntext\n\n---\n");
    case("+++\n\n# mine\ncompany = \"A\"\nrole = \"B\"\n\"décision\" = 2026-03-02\n+++\n");
    case("---\n{company: A, role: B, decided: 2026-03-02}\n---\n");
    case("\u{feff}---\ncompany: A\nrole: B\ndecided: 2026-03-02\n---\n");
    case("---\r\ncompany: A\r\nrole: B\r\ndecided: 2026-03-02\r\n---\r\n");
}

#[test]
fn problems_of_a_front_matter_stand_at_their_line_and_column() {
    problems_of("mood: 7\n", "", &["5:7 number-range"]);
    problems_of("mood: 2.5\n", "", &["5:7 number-range"]);
    problems_of("mood: fine\n", "", &["5:7 value-mismatch"]);
    problems_of("mood: {before: 1, after: 0}\n", "", &["5:26 number-range"]);
    problems_of("shortlisted: 1\n", "", &["5:14 value-mismatch"]);
    problems_of("interviews: [2026-02-30, 1 March 2026]\n", "", &["5:14 date-invalid", "5:26 date-notation"]);
    problems_of("interviews: true\n", "", &["5:13 value-mismatch"]);
    problems_of("thanked: maybe\n", "", &["5:10 date-notation"]);
    problems_of("announced: true\n", "", &["5:12 value-mismatch"]);
    problems_of("contacts:\n  - {name: Z, role: boss}\n", "", &["6:21 value-unknown"]);
    problems_of("contacts:\n  - {name: Z, colour: red}\n", "", &["6:15 key-unknown"]);
    problems_of("feedback: yes\n", "", &["5:11 value-mismatch"]);
    problems_of("sector: [a, b]\n", "", &["5:9 value-mismatch"]);
    problems_of("reasons: [languages, nonsense, #x]\n", "", &["5:32 front-matter-syntax"]);
    problems_of("reasons: [languages, nonsense, \"#langues\"]\n", "", &["5:22 topic-unknown"]);
    problems_of("Décision: 2026-03-02\n", "", &["5:1 key-duplicate"]);
    problems_of("mine: 1\nMine: 2\n", "", &["5:1 key-unknown", "6:1 key-duplicate"]);
    problems_of("sector: \"{{sector}}\"\n", "", &["5:9 placeholder-value"]);
    problems_of("sector: {{sector}}\n", "", &["5:9 placeholder-value"]);
    problems_of("sector: <% tp.x %>\n", "", &["5:9 placeholder-value"]);
    problems_of("sector: !!str x\n", "", &["5:9 yaml-tag-ignored"]);
    problems_of("sector: a: b\n", "", &["5:10 front-matter-syntax"]);
    problems_of("sector: [a\n", "", &["5:9 front-matter-syntax"]);
    problems_of("sector: ~\nlocation:\ntags: []\n", "", &[]);
}

#[test]
fn columns_count_characters_whatever_they_are() {
    // Two wide characters, one emoji of several scalars, a combining accent: one column a scalar.
    problems_of("tags: [日本, 👩‍💻, e\u{301}]\nmotifs: [日本]\n", "", &["6:10 topic-unknown"]);
    problems_of("notes: {é: 日本, mood: 3}\nhumeur: {\"après\": 9}\n", "", &["5:1 key-unknown", "6:19 number-range"]);
    problems_of("", "\n日本 👩‍💻 e\u{301}\t{{x}}\n", &["7:11 placeholder-left"]);
    let text = "\u{feff}---\r\ncompany: é\r\nrole: 😀\r\ndecided:\t2026-02-30\r\n---\r\n";
    assert_eq!(TestJournal::new().entry("a.md", text).problems(), ["entries/a.md:4:10 date-invalid"]);
    let text = "+++\r\ncompany = \"é\"\r\nrole = \"日\"\r\ndecided = 2026-03-02\r\nmotifs = [\"é\", \"x日\", \"y\"]\r\n+++\r\n";
    let expected =
        ["entries/a.md:5:11 topic-unknown", "entries/a.md:5:16 topic-unknown", "entries/a.md:5:22 topic-unknown"];
    assert_eq!(TestJournal::new().entry("a.md", text).problems(), expected);
}

#[test]
fn what_makes_an_entry_unreadable_is_one_error() {
    #[track_caller]
    fn case(text: &str, expected: &str) {
        let journal = TestJournal::new().file("entries/a.md", text.as_bytes());
        assert_eq!(journal.problems(), [format!("entries/a.md:{expected}")], "{text:?}");
        let journal = journal.load().journal;
        assert_eq!((journal.entries.len(), journal.left_out_entries.len()), (0, 1));
    }
    case("", "1:1 front-matter-missing");
    case("\n\n", "1:1 front-matter-missing");
    case("# Title\n", "1:1 front-matter-missing");
    case("\n---\ncompany: A\n---\n", "2:1 front-matter-missing");
    case("----\ncompany: A\n----\n", "1:1 front-matter-missing");
    case("---\ncompany: A\n", "1:1 front-matter-unclosed");
    case("+++\ncompany = 1\n---\n", "1:1 front-matter-unclosed");
    case("---\njust words\n---\n", "2:1 front-matter-syntax");
    case("---\n- a\n- b\n---\n", "2:1 front-matter-syntax");
    case("---\na: \"x\n---\n", "2:4 front-matter-syntax");
    case("---\ncompany: A\n\trole: B\n---\n", "3:1 front-matter-syntax");
    case("+++\ndécision = 2026-01-01\n+++\n", "2:2 front-matter-syntax");
    case("+++\na = 1\na = 2\n+++\n", "3:1 key-duplicate");
    case("---\ncompany: \u{0}\n---\n", "2:10 encoding-invalid");
}

#[test]
fn missing_keys_are_told_together() {
    let all = ["entries/a.md:1:1 key-missing"; 3];
    assert_eq!(TestJournal::new().entry("a.md", "---\n---\n").problems(), all);
    let blank = "---\ncompany: ''\nrole:\nstatus: open\n---\n";
    assert_eq!(TestJournal::new().entry("a.md", blank).problems(), all[..2]);
    let open = "---\ncompany: A\nrole: B\nstatut: en cours\n---\n";
    assert_eq!(TestJournal::new().entry("a.md", open).problems(), NONE);
    // What was refused is not missing too.
    problems_of("statut: refusé\n", "", &["5:9 value-unknown"]);
    let wrong = "---\ncompany: A\nrole: B\ndecided: soon\n---\n";
    assert_eq!(
        TestJournal::new().entry("2026-03-02-a.md", wrong).problems(),
        ["entries/2026-03-02-a.md:4:10 date-notation"]
    );
}

#[test]
fn the_file_name_gives_the_date_that_is_missing() {
    let bare = "---\ncompany: A\nrole: B\n---\n";
    let open = "---\ncompany: A\nrole: B\nstatus: open\n---\n";
    let of = |path: &str, text: &str| {
        let entry = TestJournal::new().entry(path, text).only_entry();
        (entry.decided_on(), entry.applied_on())
    };
    assert_eq!(of("2026-03-02-acme.md", bare), (Some(date(2026, 3, 2)), None));
    assert_eq!(of("2026-03-02.markdown", bare), (Some(date(2026, 3, 2)), None));
    assert_eq!(of("2026-05-20_acme.MD", open), (None, Some(date(2026, 5, 20))));
    let stated = "---\ncompany: A\nrole: B\ndecided: 2026-03-05\n---\n";
    assert_eq!(of("2026-03-02-acme.md", stated), (Some(date(2026, 3, 5)), None));
    let problems = |path: &str| TestJournal::new().entry(path, bare).problems();
    assert_eq!(problems("2026-03-02-a.md"), ["entries/2026-03-02-a.md:1:1 date-from-name"]);
    assert_eq!(problems("2026-02-30-a.md"), ["entries/2026-02-30-a.md:1:1 date-invalid"]);
    assert_eq!(problems("2026-03-021.md"), ["entries/2026-03-021.md:1:1 key-missing"]);
    assert_eq!(problems("2026-03-02/a.md"), ["entries/2026-03-02/a.md:1:1 key-missing"]);
    // An impossible one is an error even where the front matter has the date.
    let journal = TestJournal::new().entry("2026-02-30-a.md", stated);
    assert_eq!(journal.problems(), ["entries/2026-02-30-a.md:1:1 date-invalid"]);
}

#[test]
fn dates_in_a_wrong_order_are_told() {
    problems_of("applied: 2026-03-03\n", "", &["4:10 date-reversed"]);
    problems_of("applied: 2026-03-02\n", "", &[]);
    problems_of(
        "applied: 2026-02-02\ninterviews: [2026-02-01, 2026-03-03]\n",
        "",
        &["6:14 date-unlikely", "6:26 date-unlikely"],
    );
    problems_of("feedback: {requested: 2026-03-09, received: 2026-03-08}\n", "", &["5:45 date-unlikely"]);
    problems_of("feedback: {received: 2026-03-09, clarified: 2026-03-08}\n", "", &["5:45 date-unlikely"]);
    problems_of("thanked: 2026-03-01\n", "", &["5:10 date-unlikely"]);
    problems_of("checked-in: 2026-03-01\n", "", &["5:13 date-unlikely"]);
    problems_of("interviews: 2026-02-01\nstage: application\n", "", &["6:1 stage-contradicted"]);
    problems_of("interviews: 2026-02-01\nstage: test\n", "", &[]);
    let goal = TestJournal::new().goal("g.md", "---\ntitle: T\nstart: 2026-05-01\ndue: 2026-04-01\n---\n");
    assert_eq!(goal.problems(), ["plan/g.md:4:6 date-reversed"]);
    let late = "---\ncompany: A\nrole: B\ndecided: 2026-06-13\n---\n";
    assert_eq!(TestJournal::new().entry("a.md", late).problems(), ["entries/a.md:4:10 date-future"]);
}

#[test]
fn unknown_keys_are_kept_for_the_theme() {
    let entry = journal("pays: France\nnotes: {a: [1, two]}\n", "").only_entry();
    assert_eq!(entry.extra["pays"], "France");
    assert_eq!(entry.extra["notes"]["a"][1], "two");
}

// Goals.

#[test]
fn a_goal_may_have_no_front_matter() {
    let title = |text: &str| {
        let goal = TestJournal::new().goal("plan-b.md", text).only_goal();
        goal.title.clone()
    };
    assert_eq!(title("# Learn SQL\n\n- [ ] a course\n"), "Learn SQL");
    assert_eq!(title("---\ntitle: From the key\n---\n# Heading\n"), "From the key");
    assert_eq!(title("just text\n"), "plan-b");
    assert_eq!(title(""), "plan-b");
    let problems = |text: &str| TestJournal::new().goal("g.md", text).problems();
    assert_eq!(problems("text\n"), ["plan/g.md:1:1 title-missing"]);
    assert_eq!(problems("---\ntitle: T\nclosed: 2026-05-01\n---\n"), ["plan/g.md:3:1 status-contradicted"]);
    assert_eq!(problems("---\ntitle: T\n"), ["plan/g.md:1:1 front-matter-unclosed"]);
    assert_eq!(problems("\n---\ntitle: T\n---\n"), ["plan/g.md:2:1 front-matter-missing"]);
    assert_eq!(problems("***\n\n# A rule above\n"), NONE);
}

#[test]
fn tags_in_the_text_of_a_goal_are_nothing_but_those_of_its_tasks_tie_them() {
    let text = "# T\n\nA #comunication course, #sql.\n\n- [ ] Book it #+communication #sql\n- [ ] Near #comunication\n";
    let journal = TestJournal::new().goal("g.md", text);
    assert_eq!(journal.problems(), ["plan/g.md:6:12 topic-near"]);
    let goal = journal.only_goal();
    assert_eq!(goal.body.tasks[0].topics[0].id, "communication");
    assert_eq!(goal.body.blocks, []);
}

// Sections and evidence.

#[test]
fn every_heading_of_a_section_opens_it_at_any_level() {
    for (kind, english, french) in SECTIONS {
        for (index, name) in english.iter().chain(french.iter()).enumerate() {
            let level = "#".repeat(1 + index % 6);
            let plain = rebond::locale::fold(name);
            let straight = name.replace('’', "'");
            let dressed = [
                format!("{level} {name}\n"),
                format!("{level} {}\n", name.to_uppercase()),
                format!("{level} {plain} :\n"),
                format!("{level} 3. {straight}\n"),
                format!("{level} 3) 💬 {name} 💬 {level}\n"),
                format!("{level} **{name}**\n"),
                format!("{name}\n---\n"),
            ];
            for heading in dressed {
                let found = body(&format!("{heading}\nWords.\n"));
                let kinds: Vec<SectionKind> = found.sections.iter().map(|section| section.kind).collect();
                assert_eq!(kinds, [*kind], "{heading:?}");
            }
        }
    }
    for other in
        ["# My feedback\n", "# Feedback from HR\n", "# Retour d'expérience\n", "# 12\n", "#Feedback\n", "# `Notes`\n"]
    {
        assert_eq!(body(&format!("{other}\nWords.\n")).sections, [], "{other:?}");
    }
}

#[test]
fn a_section_lasts_until_a_heading_of_the_same_or_a_higher_level() {
    let text = "## Feedback\n\na\n\n#### Details\n\nb\n\n### Strengths\n\nc\n\n## Other\n\nd\n\n# Debrief\n\ne\n";
    let found = body(text);
    let blocks: Vec<(&str, Source, Polarity)> =
        found.blocks.iter().map(|block| (block.quote.as_str(), block.source, block.polarity)).collect();
    let expected = [
        ("a", Source::Recruiter, Polarity::Weakness),
        ("b", Source::Recruiter, Polarity::Weakness),
        ("c", Source::Recruiter, Polarity::Strength),
        ("e", Source::Own, Polarity::Weakness),
    ];
    assert_eq!(blocks, expected);
    assert!(found.has_feedback && found.has_debrief);
}

/// Returns source, sign and topic of every mention.
fn mentions(text: &str) -> Vec<String> {
    let found = body(text);
    let line = |block: &rebond::model::Block| {
        let evidence = block.evidence();
        let of = |one: &rebond::model::Evidence| {
            let sign = if one.polarity == Polarity::Strength { '+' } else { '-' };
            format!("{} {sign}{}", block.source.name(), one.topic.id)
        };
        evidence.iter().map(of).collect::<Vec<_>>()
    };
    found.blocks.iter().flat_map(line).collect()
}

#[test]
fn the_headings_around_a_tag_give_its_source_and_its_sign() {
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        assert_eq!(mentions(text), expected, "{text}");
    }
    case("I was late. #presence\n", &["self -presence"]);
    case(
        "## Feedback\n\n- a #presence\n- b #+presence\n- c #-salary\n- d #!salary\n",
        &["recruiter -presence", "recruiter +presence", "recruiter -salary"],
    );
    case(
        "## Retour\n### Points forts\n- a #présentation #-langues\n### À améliorer\n- b #motivation #+langues\n",
        &["recruiter +presence", "recruiter -languages", "recruiter -enthusiasm", "recruiter +languages"],
    );
    case(
        "## Regard extérieur\n\n#preparation\n\n## Strengths\n\n#preparation\n",
        &["peer -preparation", "self +preparation"],
    );
    case("## Feedback\n### Bilan\n#parcours\n", &["self -career-path"]);
    for silent in ["Feelings", "Privé", "Opportunities", "Menaces", "Plan d'action"] {
        case(&format!("## Feedback\n### {silent}\n- #salary\n#### Strengths\n- #salary\n"), &[]);
    }
    // The same topic twice in a block is one mention; both signs are two.
    case("## Feedback\n\n#salary and #Salary, #+salary\n", &["recruiter -salary", "recruiter +salary"]);
    case("## Feedback\n\n> one #salary\n>\n> two #salary\n", &["recruiter -salary", "recruiter -salary"]);
    case("## Feedback\n\n- one #salary\n  - two #presence\n", &["recruiter -salary", "recruiter -presence"]);
    case("## Feedback\n\n- [ ] a task #salary\n", &[]);
}

#[test]
fn tags_stand_where_words_begin_and_not_in_code_addresses_tables_or_headings() {
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found: Vec<String> =
            mentions(&format!("## Debrief\n\n{text}\n")).iter().map(|m| m[6..].to_owned()).collect();
        assert_eq!(found, expected, "{text}");
    }
    case(
        "**#salary**, _#presence_ ~~#languages~~ (#teamwork) \"#targeting\"",
        &["salary", "presence", "languages", "teamwork", "targeting"],
    );
    case(
        "[the #salary](https://x.org/y) [#presence](https://x.org/y) [#languages][r]\n\n[r]: https://x.org/y",
        &["salary", "presence", "languages"],
    );
    case("A note[^1].\n\n[^1]: in a footnote #salary", &["salary"]);
    case("`#salary` C#salary page#salary \\#salary &#35;salary <b>#salary</b> <!-- #salary -->", &[]);
    case("```\n#salary\n```\n\n    #salary\n", &[]);
    case(
        "![#salary](https://x.org/y) ![a [b](https://x.org/d) #salary](https://x.org/y) <https://x.org/#salary> https://x.org/ #presence",
        &["presence"],
    );
    case("https://x.org/(#salary www.x.org/a#salary", &[]);
    case("[[a#salary]] [[#salary]]", &[]);
    case("| a | b |\n|---|---|\n| #salary | c |", &[]);
    case("### #salary\n\ntext", &[]);
    case("#SALARY #prétentions-salariales #Pretentions_salariales #salary-expectations", &["salary"]);
    case(
        "#salary. #presence, #languages: #teamwork! #targeting… #experience)",
        &["salary", "presence", "languages", "teamwork", "targeting", "experience"],
    );
    case("#re\u{301}daction #pre\u{301}paration", &["preparation"]);
}

#[test]
fn a_wiki_link_with_a_text_is_a_link_with_a_text() {
    let journal = journal("", "## Debrief\n\n[[a|as #salary]]\n");
    assert_eq!(journal.problems(), NONE);
    assert_eq!(journal.only_entry().body.blocks[0].tags.len(), 1);
}

#[test]
fn a_quote_is_the_block_on_one_line_without_its_topic_tags() {
    #[track_caller]
    fn case(text: &str, expected: &str) {
        let found = body(&format!("## Feedback\n\n{text}\n"));
        assert_eq!((found.blocks[0].quote.as_str(), found.blocks[0].line), (expected, 9), "{text}");
    }
    case("> Your answers\n> were *long* #answer-structure.", "Your answers were long.");
    case("- Clear and [well read](https://x.org/y) (#preparation)", "Clear and well read.".trim_end_matches('.'));
    case("1. C# & `sql` &amp; more #sql #-salary", "C# & sql & more #sql");
    case("Ligne une  \nligne\u{a0}deux\u{202f}! #+presence", "Ligne une ligne\u{a0}deux\u{202f}!");
    case("- a\n\n  second paragraph #salary", "a second paragraph");
}

#[test]
fn lines_of_blocks_count_from_the_top_of_the_file() {
    let found = body("## Feedback\r\n\r\n- one\r\n- two\r\n\r\n> three\r\n> more\r\n");
    let lines: Vec<u32> = found.blocks.iter().map(|block| block.line).collect();
    assert_eq!(lines, [9, 10, 12]);
}

#[test]
fn free_tags_are_kept_and_near_misses_told() {
    let journal = journal("", "#limoges #réseau #pages-2 #2026\n\n## Debrief\n\n#salry #comunication #zz\n");
    assert_eq!(journal.problems(), ["entries/a.md:10:1 topic-near", "entries/a.md:10:8 topic-near"]);
    let entry = journal.only_entry();
    let free: Vec<&str> = entry.body.free_tags.iter().map(|tag| tag.value.as_str()).collect();
    assert_eq!(free, ["limoges", "réseau", "pages-2", "salry", "comunication", "zz"]);
}

#[test]
fn feedback_without_a_date_and_strengths_beyond_control_earn_hints() {
    problems_of("", "\n## Notes\n\n## Feedback\n\nkind words\n", &["9:1 feedback-undated"]);
    problems_of("", "## Feedback\n\n## Retour du recruteur\n\n### Strengths\n\n- words\n", &["8:1 feedback-undated"]);
    problems_of("", "## Feedback\n", &[]);
    problems_of("", "## Feedback\n\n<!-- later -->\n", &[]);
    problems_of("feedback: {received: 2026-03-05}\n", "## Feedback\n\nwords\n", &[]);
    problems_of("strengths: [salary, concurrence]\n", "", &["5:21 strength-beyond-control"]);
    problems_of("", "## Strengths\n\n- #gel-du-recrutement\n", &["8:3 strength-beyond-control"]);
}

#[test]
fn opportunities_and_threats_are_lists_of_blocks_without_tasks() {
    let text = "## Opportunités\n\n- Salon en mai #réseau\n- [ ] Y aller #parcours\n\nUn para-\ngraphe.\n\n## Threats\n\n> Fewer posts\n\n## Feelings\n### Threats\n- mine\n";
    let found = body(text);
    let lines = |list: &[rebond::model::Placed]| {
        list.iter().map(|one| format!("{} {}", one.line, one.text)).collect::<Vec<_>>()
    };
    assert_eq!(lines(&found.opportunities), ["9 Salon en mai #réseau", "12 Un para- graphe."]);
    assert_eq!(lines(&found.threats), ["17 Fewer posts"]);
    assert_eq!((found.tasks.len(), found.blocks.len()), (1, 0));
}

// Tasks.

#[test]
fn tasks_have_four_states_and_three_notations() {
    let text = "- [ ] one due:2026-04-01 done:2026-03-20 start:2026-01-01\n* [x] two 📅 2026-04-01 ✅ 2026-03-20 🛫 2026-01-01\n+ [X] three [due:: 2026-04-01] [completion:: 2026-03-20] [start:: 2026-01-01]\n1. [/] four (due:: 2026-04-01)\n2) [-] five #salary\n";
    let found = body(text);
    let states: Vec<TaskState> = found.tasks.iter().map(|task| task.state).collect();
    let expected = [TaskState::Open, TaskState::Done, TaskState::Done, TaskState::InProgress, TaskState::Cancelled];
    assert_eq!(states, expected);
    let texts: Vec<&str> = found.tasks.iter().map(|task| task.text.as_str()).collect();
    assert_eq!(texts, ["one", "two", "three", "four", "five"]);
    for task in &found.tasks[..3] {
        assert_eq!(
            (task.due, task.done, task.start),
            (Some(date(2026, 4, 1)), Some(date(2026, 3, 20)), Some(date(2026, 1, 1)))
        );
    }
    assert_eq!(found.tasks[4].topics[0].id, "salary");
    assert_eq!(found.tasks.iter().map(|task| task.line).collect::<Vec<_>>(), [7, 8, 9, 10, 11]);
}

#[test]
fn steps_know_their_task_and_a_cancelled_one_cancels_them() {
    let text = "- [ ] plan #salary\n  - [x] first due:2026-04-01\n  - a remark\n    - [ ] deep\n  - [ ] second\n- [-] dropped\n  - [ ] never\n    - [x] nor this\n\n1. [ ] numbered\n   1. [ ] inner\n\n> - [ ] quoted\n";
    let found = body(text);
    let shown: Vec<String> = found
        .tasks
        .iter()
        .map(|task| format!("{} {:?} {:?} {}", task.text, task.state, task.parent, task.is_leaf))
        .collect();
    let expected = [
        "plan Open None false",
        "first Done Some(0) true",
        "deep Open Some(0) true",
        "second Open Some(0) true",
        "dropped Cancelled None false",
        "never Cancelled Some(5) false",
        "nor this Cancelled Some(6) true",
        "numbered Open None false",
        "inner Open Some(8) true",
        "quoted Open None true",
    ];
    let expected: Vec<String> = expected
        .iter()
        .map(|line| line.replace("Some(5)", "Some(4)").replace("Some(6)", "Some(5)").replace("Some(8)", "Some(7)"))
        .collect();
    assert_eq!(shown, expected);
    assert_eq!(found.tasks[1].topics.len(), 0, "steps do not inherit tags");
}

#[test]
fn problems_of_tasks_are_warnings_and_the_task_counts() {
    #[track_caller]
    fn case(task: &str, expected: &[&str]) {
        problems_of("", &format!("\n{task}\n"), expected);
        assert_eq!(journal("", task).only_entry().body.tasks.len(), 1, "{task}");
    }
    case("- [ ] a due:2026-02-30", &["7:13 task-date-invalid"]);
    case("- [ ] a due:01/04/2026", &["7:13 task-date-invalid"]);
    case("- [ ] a 📅 demain", &["7:11 task-date-invalid"]);
    case("- [ ] a [due:: soon]", &["7:16 task-date-invalid"]);
    case("- [ ] a due:2026-04-01 📅 2026-04-02", &["7:26 task-date-repeated"]);
    case("- [>] a", &["7:4 task-state-unknown"]);
    case("- [é] a", &["7:4 task-state-unknown"]);
    case("- [ ] due diligence: overdue:2026-02-30, well done: yes", &[]);
    case("- [x] a (due:2026-04-01).", &[]);
    problems_of("", "- [ab] a\n- [x](https://x.org/z) b\n- \\[ ] c\n- [] d\n", &[]);
    assert_eq!(body("- [ab] a\n- [x](https://x.org/z) b\n- \\[/] c\n- [] d\n[ ] e\n").tasks, []);
}

// Links and placeholders.

#[test]
fn links_that_lead_nowhere_are_told_where_they_stand() {
    #[track_caller]
    fn case(found: &TestJournal, expected: &[&str]) {
        let found: Vec<String> = found.problems().iter().map(|line| line.replace("entries/2026/a.md:", "")).collect();
        assert_eq!(found, expected);
    }
    let journal = |text: &str| {
        TestJournal::new()
            .entry("2026/a.md", &entry_text("", text))
            .entry("b c.md", &entry_text("", ""))
            .goal("é.md", "# G\n")
            .file("entries/2026/photo.png", b"png")
            .file("plan/notes.txt", b"txt")
    };
    case(
        &journal(
            "[b](../b%20c.md) [b](<../b c.md>) [g](../../plan/%C3%A9.md#x) [n](/plan/notes.txt) ![p](photo.png)\n",
        ),
        &[],
    );
    case(
        &journal(
            "[[b c]] [[é]] [[plan/é]] [[b c.md|there]] [[b c#there]] [[a]] [[photo.png]] ![[photo.png]] ![[b c]]\n",
        ),
        &[],
    );
    case(
        &journal(
            "[x](https://x.org) [m](mailto:a@b) [t](tel:1) [o](../../../x.md) [h](#here) [e]() <https://x.org> //x\n",
        ),
        &[],
    );
    case(
        &journal("é [x](../b.md) ![y](z.png) [[nobody]] [[no.png]] [r][r]\n\n[r]: gone.md\n"),
        &["6:3 link-broken", "6:16 link-broken", "6:28 link-broken", "6:39 link-broken", "6:50 link-broken"],
    );
}

#[test]
fn links_are_kept_as_they_are_written() {
    let entry = journal("", "[a](b%20c.md \"t\") [[d e|f]] ![g](h.png) <https://x.org>\n").only_entry();
    let links: Vec<(&str, LinkKind)> = entry.body.links.iter().map(|link| (link.target.as_str(), link.kind)).collect();
    assert_eq!(links, [("b%20c.md", LinkKind::Link), ("d e", LinkKind::Wiki), ("h.png", LinkKind::Image)]);
}

#[test]
fn placeholders_of_templates_are_told_in_text_and_headings_but_not_in_code() {
    problems_of(
        "",
        "# {{my_title}}\n\n<% tp.date() %> and {{date}}\n\n`{{code}}`\n\n```\n{{code}}\n```\n",
        &["6:3 placeholder-left", "8:1 placeholder-left", "8:21 placeholder-left"],
    );
    problems_of("", "{{ open and }} {{ {{inner}} {{left\n", &["6:1 placeholder-left", "6:19 placeholder-left"]);
    problems_of("", "<!-- {{hidden}} --> {single} 5 <% 3\n", &[]);
}

// Ids, follows, quiet entries.

#[test]
fn ids_are_unique_whatever_the_folder_the_case_or_the_form_of_accents() {
    let text = entry_text("", "");
    let journal = TestJournal::new()
        .entry("a/x.md", &text)
        .entry("b/X.markdown", &text)
        .entry("a/\u{e9}.md", &text)
        .entry("b/e\u{301}.md", &text)
        .entry("b/e.md", &text)
        .goal("x.md", "# A goal may have the id of an entry\n");
    assert_eq!(journal.problems(), ["entries/b/X.markdown:1:1 id-duplicate", "entries/b/e\u{301}.md:1:1 id-duplicate"]);
    let loaded = journal.load();
    assert_eq!((loaded.journal.entries.len(), loaded.journal.left_out_entries.len()), (3, 2));
}

#[test]
fn follows_names_an_entry_in_any_usual_way_and_circles_are_told() {
    let follows = |id: &str| entry_text(&format!("follows: {id}\n"), "");
    for name in ["b", "b.md", "\"[[b]]\"", "2026/b.md"] {
        let journal = TestJournal::new().entry("a.md", &follows(name)).entry("2026/b.md", &entry_text("", ""));
        assert_eq!(journal.problems(), NONE, "{name}");
    }
    let journal = TestJournal::new().entry("a.md", &follows("a"));
    assert_eq!(journal.problems(), ["entries/a.md:5:10 follows-circular"]);
    let journal = TestJournal::new().entry("a.md", &follows("b")).entry("b.md", "---\n");
    assert_eq!(journal.problems(), ["entries/b.md:1:1 front-matter-unclosed"], "a left-out file still resolves");
    let journal = TestJournal::new().entry("a.md", &follows("c")).entry("b.md", &follows("a"));
    assert_eq!(journal.problems(), ["entries/a.md:5:10 follows-unknown"]);
}

#[test]
fn an_open_entry_without_news_for_45_days_earns_a_hint() {
    let open = |lines: &str| format!("---\ncompany: A\nrole: B\nstatus: open\n{lines}---\n");
    let problems = |lines: &str| TestJournal::new().entry("a.md", &open(lines)).problems();
    assert_eq!(problems("applied: 2026-04-28\n"), ["entries/a.md:5:10 entry-quiet"]);
    assert_eq!(problems("applied: 2026-04-29\n"), NONE);
    assert_eq!(problems("applied: 2026-04-01\ninterviews: [2026-06-20]\n"), NONE);
    assert_eq!(problems("applied: 2026-04-01\nannounced: 2026-06-01\n"), NONE);
    assert_eq!(problems("applied: 2026-04-01\ndraft: true\n"), NONE);
    assert_eq!(problems(""), NONE);
}

#[test]
fn names_that_the_format_ignores_are_passed_over() {
    let text = entry_text("", "");
    let journal = TestJournal::new()
        .entry("a.md", &text)
        .entry("_template.md", "x")
        .entry(".hidden.md", "x")
        .entry("_drafts/b.md", "x")
        .entry("a.md~", "x")
        .entry("#a.md#", "x")
        .entry("notes.txt", "x")
        .entry("b.MARKDOWN", &text);
    assert_eq!(journal.problems(), NONE);
    let loaded = journal.load();
    assert_eq!(loaded.journal.entries.len(), 2);
    assert_eq!(loaded.discovered.passed_over, ["entries/notes.txt"]);
}

#[test]
fn drafts_are_checked_like_others() {
    problems_of("draft: true\nmood: 9\n", "", &["6:7 number-range"]);
    let journal = journal("brouillon: oui\n", "");
    assert!(journal.only_entry().draft);
    assert_eq!(journal.load().journal.counted().count(), 0);
}

// Settings.

#[test]
fn settings_are_exact_and_validated_at_their_place() {
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found: Vec<String> =
            TestJournal::new().settings(text).problems().iter().map(|line| line.replace("rebond.toml:", "")).collect();
        assert_eq!(found, expected, "{text}");
    }
    case("", &[]);
    case("lang = \"FR\"\nregion = \"\"\ntitle = \"é\"\n", &[]);
    case("region = \"CA-QC\"\n[site]\nurl = \"https://x.org\"\ntheme = \"booklet\"\n", &[]);
    case("Lang = \"fr\"\n", &["1:1 setting-unknown"]);
    case("[analysis]\nhalf_life = 1\n", &["2:1 setting-unknown"]);
    case(
        "lang = \"de\"\nregion = \"XX\"\ntitle = [1]\n",
        &["1:8 setting-invalid", "2:10 setting-invalid", "3:9 setting-invalid"],
    );
    case(
        "[analysis]\nhalf-life = 0\nrecurring = 0\nsuggestions = \"often\"\nfrom = 2026-13-01\n",
        &["5:8 settings-syntax"],
    );
    case(
        "[analysis]\nhalf-life = 0\nrecurring = 0.5\nsuggestions = \"often\"\nfrom = \"soon\"\n",
        &["2:13 setting-invalid", "3:13 setting-invalid", "4:15 setting-invalid", "5:8 setting-invalid"],
    );
    case("[analysis]\nhalf-life = 1_000\n", &[]);
    case(
        "[follow-up]\nthank = 3651\nidle = -1\nholidays = [2026-05-01, \"x\"]\n",
        &["2:9 setting-invalid", "3:8 setting-invalid", "4:25 setting-invalid"],
    );
    case("[follow-up]\nrequest-from = 6\n", &["2:16 setting-invalid"]);
    case("[follow-up]\nrequest-from = 6\nrequest-until = 6\n", &[]);
    case(
        "[paths]\nentries = \"/x\"\nplan = \"../x\"\nletters = \"a/b\"\nsite = \"entries/out\"\n",
        &["2:11 setting-invalid", "3:8 setting-invalid", "5:8 setting-invalid"],
    );
    case("[site]\ntheme = \"../x\"\nurl = \"x.org\"\n", &["2:9 setting-invalid", "3:7 setting-invalid"]);
    case(
        "[share]\ninclude = [\"tags\", \"salary\"]\ndates = \"week\"\n",
        &["2:11 setting-invalid", "3:9 setting-invalid"],
    );
    case(
        "[[topics]]\nid = \"SQL\"\n[[topics]]\nfr = \"x\"\n[[topics]]\nid = \"a\"\ngroup = \"x\"\ncontrol = \"me\"\n",
        &["2:6 setting-invalid", "3:1 setting-invalid", "7:9 setting-invalid", "8:11 setting-invalid"],
    );
    case("title = \"a\"\ntitle = \"b\"\n", &["2:1 settings-syntax"]);
    case("thème = 1\n", &["1:3 settings-syntax"]);
    case("site = 1\n", &["1:8 setting-invalid"]);
}

#[test]
fn a_setting_that_is_wrong_keeps_its_default() {
    let settings = |text: &str| TestJournal::new().settings(text).load().journal.settings.clone();
    let clash = settings("[paths]\nsite = \"entries\"\n");
    assert_eq!((clash.paths.site.as_str(), clash.paths.entries.as_str()), ("site", "entries"));
    let reversed = settings("[follow-up]\nrequest-from = 9\nthank = 4\n");
    assert_eq!(
        (reversed.follow_up.request_from, reversed.follow_up.request_until, reversed.follow_up.thank),
        (3, 5, 4)
    );
    assert_eq!(settings("[share]\ninclude = [\"tags\", \"salary\"]\n").share.include, ["tags"]);
}

#[test]
fn own_topics_are_found_by_every_name_they_have() {
    let settings = "[[topics]]\nid = \"sql\"\nfr = \"Requêtes SQL\"\nen = \"SQL queries\"\nterms = [\"jointures\"]\n[[topics]]\nid = \"languages\"\nterms = [\"anglais\"]\n";
    let text = entry_text("motifs: [SQL, requêtes sql, Jointures, anglais]\n", "#sql-queries #requetes-sql #anglais\n");
    let journal = TestJournal::new().settings(settings).entry("a.md", &text);
    assert_eq!(journal.problems(), NONE);
    let entry = journal.only_entry();
    let ids = |ids: Vec<&str>| ids.join(" ");
    assert_eq!(ids(entry.reasons.iter().map(|topic| topic.value.id.as_str()).collect()), "sql sql sql languages");
    assert_eq!(ids(entry.body.blocks[0].tags.iter().map(|tag| tag.topic.id.as_str()).collect()), "sql sql languages");
}
