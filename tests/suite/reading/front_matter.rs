//! Keys, values and dates of a front matter, in both languages and both syntaxes.

use super::*;

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
