//! `init`, `new`, `list`, `schema`, `completions`, `man` and the help, from outside.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "helpers of tests may fail where they stand, and look at files as a person does"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A folder of its own to run rebond in, on 2 March 2026.
struct Place {
    folder: TempDir,
    lang: &'static str,
}

struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Place {
    fn new(lang: &'static str) -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), lang }
    }

    /// Returns a place with a new journal in it, without the first entry.
    fn journal(lang: &'static str) -> Self {
        let place = Self::new(lang);
        place.fine(&["init"]);
        fs::remove_dir_all(place.path("entries")).expect("entries");
        place
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    fn write(&self, below: &str, text: &str) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn read(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).expect(below)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
        command.current_dir(self.folder.path()).env("LC_ALL", self.lang).args(["--today", "2026-03-02"]);
        for name in ["VISUAL", "EDITOR", "SOURCE_DATE_EPOCH", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, args: &[&str]) -> Ran {
        ran(self.command().args(args))
    }

    #[track_caller]
    fn fine(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
        ran.out
    }

    /// Returns the file that `new` says it made.
    #[track_caller]
    fn made(&self, args: &[&str]) -> String {
        self.fine(&[&["new"], args].concat()).trim_end().replace('\\', "/")
    }

    #[track_caller]
    fn has_no_problem(&self) {
        let ran = self.run(&["check", "--strict"]);
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    }
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("rebond runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8").replace(['\u{a0}', '\u{202f}'], " ");
    Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn a_new_journal_has_no_problem() {
    for (lang, other) in [("fr_FR.UTF-8", "en"), ("en_GB.UTF-8", "fr"), ("C", "fr")] {
        let place = Place::new(lang);
        place.fine(&["init"]);
        place.has_no_problem();
        place.fine(&["init", "there", "--lang", other]);
        assert!(place.read("there/rebond.toml").contains(&format!("lang   = \"{other}\"")));
        let ran = place.run(&["-C", "there", "check", "--strict"]);
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
        assert!(place.path("there/plan").is_dir());
    }
}

#[test]
fn a_path_to_check_is_the_journals_where_it_leads_elsewhere_from_here() {
    let place = Place::new("en_GB.UTF-8");
    place.run(&["init", "there"]);
    place.write("there/plan/g.md", "No title.\n");
    place.write("plan/other.md", "Not of this journal.\n");
    for (path, told) in [(".", 1), ("plan", 1), ("plan/g.md", 1), ("there/plan", 1), ("entries", 0)] {
        let ran = place.run(&["-C", "there", "check", "--format", "short", path]);
        assert_eq!((ran.code, ran.out.matches("hint[title-missing]").count()), (0, told), "{path}: {}", ran.err);
    }
    for path in ["plan/other.md", "..", "there/.."] {
        assert_eq!(place.run(&["-C", "there", "check", path]).code, 2, "{path}");
    }
}

#[test]
fn init_writes_nothing_where_a_file_is_in_the_way() {
    let place = Place::new("fr_FR.UTF-8");
    place.write(".gitignore", "mine\n");
    for args in [&["init"][..], &["init", "--example"]] {
        let ran = place.run(args);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains(".gitignore existe déjà : rien n’a été écrit"), "{}", ran.err);
    }
    assert_eq!(place.read(".gitignore"), "mine\n");
    assert!(!place.path("rebond.toml").exists() && !place.path("entries").exists());
}

#[test]
fn the_example_is_copied_whole() {
    let place = Place::new("C");
    let made = place.run(&["init", "my trial", "--example"]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(made.err.contains("rebond -C 'my trial' build --today 2026-06-12"), "{}", made.err);
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    command.current_dir(place.folder.path()).args(["-C", "my trial", "check", "--strict", "--today", "2026-06-12"]);
    let checked = ran(&mut command);
    assert_eq!(checked.code, 0, "{}", checked.err);
    // The example has no problem; what its words suggest is offered.
    let offered = checked.out.lines().filter(|line| line.starts_with("entries/"));
    let offered: Vec<&str> = offered.collect();
    assert!(
        !offered.is_empty() && offered.iter().all(|line| line.contains(": hint[topic-suggested]: ")),
        "{offered:?}"
    );
}

#[test]
fn a_new_entry_has_no_problem_whatever_its_company_is_called() {
    let names = [
        "Atelier Nord",
        "L’Oréal : R&D",
        "#hash",
        "\"Quoted\" 'names'",
        "- item",
        "[list]",
        "a: b #c",
        "🙂🙂",
        "no",
        "42",
        "~",
        "two\nlines\tand a tab",
        "C:\\temp",
        "{a",
        "%",
        "@x",
        "*x",
        "!x",
        "株式会社",
        "..",
        "con",
        "a,b",
        "\u{feff}x",
        "é\u{301}",
    ];
    for lang in ["fr_FR.UTF-8", "C"] {
        let place = Place::journal(lang);
        for name in names {
            let args = ["company", "role", "source", "documents"].map(|key| format!("--{key}={name}"));
            let file = place.made(&args.iter().map(String::as_str).collect::<Vec<_>>());
            assert!(place.path(&file).is_file(), "{file}");
        }
        place.has_no_problem();
        let rows: serde_json::Value = serde_json::from_str(&place.fine(&["list", "--format", "json"])).unwrap();
        let companies: Vec<&str> =
            rows.as_array().unwrap().iter().map(|row| row["company"].as_str().unwrap()).collect();
        for name in names.iter().filter(|name| !name.contains('\u{a0}')) {
            assert!(companies.contains(name), "{name:?} in {companies:?}");
        }
    }
}

#[test]
fn a_new_entry_is_open_unless_something_else_is_said() {
    #[track_caller]
    fn case(args: &[&str], file: &str, keys: &[&str]) {
        let place = Place::journal("fr_FR.UTF-8");
        let made = place.made(&[&["--company", "Été & Cie", "--role", "Soudeuse"], args].concat());
        assert_eq!(made, file);
        let text = place.read(&made);
        for key in keys {
            assert!(text.lines().any(|line| line.split("  ").next() == Some(key)), "{key} in {text}");
        }
        place.has_no_problem();
    }
    case(&[], "entries/2026/2026-03-02-ete-cie.md", &["statut: en-cours", "candidature: 2026-03-02", "décision:"]);
    case(
        &["--applied", "2026-01-30"],
        "entries/2026/2026-01-30-ete-cie.md",
        &["statut: en-cours", "candidature: 2026-01-30"],
    );
    case(
        &["--decided", "2026-02-27", "--notice", "phone", "--stage", "PRESELECTION"],
        "entries/2026/2026-02-27-ete-cie.md",
        &["statut: refus", "décision: 2026-02-27", "nouvelle: téléphone", "étape: présélection", "candidature:"],
    );
    case(
        &["--status", "sans réponse"],
        "entries/2026/2026-03-02-ete-cie.md",
        &["statut: sans-réponse", "décision: 2026-03-02"],
    );
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let place = Place::journal("C");
    place
        .write("entries/old/2026-03-02-NORTH.md", "---\ncompany: x\nrole: y\nstatus: open\napplied: 2026-03-02\n---\n");
    let new = ["--company", "North", "--role", "x"];
    assert_eq!(place.made(&new), "entries/2026/2026-03-02-north-2.md");
    assert_eq!(place.made(&new), "entries/2026/2026-03-02-north-3.md");
    assert_eq!(place.made(&["goal", "Say what I did"]), "plan/say-what-i-did.md");
    assert_eq!(place.made(&["goal", "Say what I did!"]), "plan/say-what-i-did-2.md");
    place.has_no_problem();
    let below = Place { folder: tempfile::tempdir_in(place.path("entries")).unwrap(), lang: "C" };
    let shown = below.made(&new);
    assert_eq!(shown, "../2026/2026-03-02-north-4.md");
    assert!(below.path(&shown).is_file());
}

#[test]
fn a_new_goal_speaks_the_journal_s_language() {
    let place = Place::journal("fr_FR.UTF-8");
    let file = place.made(&[
        "goal",
        "Répondre : en quatre temps",
        "--topics",
        "answer-structure,Assurance",
        "--due",
        "2026-04-30",
    ]);
    assert_eq!(file, "plan/repondre-en-quatre-temps.md");
    let text = place.read(&file);
    for line in [
        "titre: \"Répondre : en quatre temps\"",
        "axes: [structure-des-réponses, assurance]",
        "début: 2026-03-02",
        "échéance: 2026-04-30",
    ] {
        assert!(text.lines().any(|written| written.starts_with(line)), "{line} in {text}");
    }
    place.has_no_problem();
    assert_eq!(place.made(&["-C", ".", "goal", "Dire « je »"]), "plan/dire-je.md");
    let ran = place.run(&["new", "--company", "A", "goal", "x"]);
    assert!(ran.code == 2 && ran.err.contains("`--company` ne va pas avec `goal`"), "{}", ran.err);
    let ran = place.run(&["new", "goal", "x", "--topics", "assurence"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("`assurence` n’est pas un axe de ce journal ; vouliez-vous dire `assurance` ?"),
        "{}",
        ran.err
    );
}

#[test]
fn the_journal_s_own_template_wins() {
    let place = Place::journal("C");
    place.write("templates/entry.md", "+++\r\nrole = \"Welder\"\r\ntags = [\"2026\"]\r\n+++\r\n\r\nMine.\r\n");
    let file = place.made(&["--company", "A \"B\"", "--role", "Fitter"]);
    assert_eq!(
        place.read(&file),
        "+++\r\ncompany = \"A \\\"B\\\"\"\r\nstatus = \"open\"\r\napplied = 2026-03-02\r\nrole = \"Fitter\"\r\ntags = [\"2026\"]\r\n+++\r\n\r\nMine.\r\n"
    );
    place.has_no_problem();
    place.write("templates/entry.md", "---\ncompany: [\n---\n");
    let ran = place.run(&["new", "--company", "A", "--role", "B"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("templates/entry.md:") && ran.err.contains("front-matter-syntax"), "{}", ran.err);
}

#[test]
fn what_would_be_wrong_is_not_written() {
    #[track_caller]
    fn case(place: &Place, args: &[&str], expected: &str) {
        let ran = place.run(&[&["new"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
        assert!(ran.err.contains(expected), "{}", ran.err);
        assert!(!place.path("entries").exists());
    }

    let place = Place::journal("fr_FR.UTF-8");
    case(&place, &[], "il manque --company, --role");
    case(&place, &["--company", "A", "--role", " "], "il manque --role");
    case(
        &place,
        &["--company", "A", "--role", "B", "--status", "en cours", "--decided", "2026-03-01"],
        "`--decided` ne va pas avec",
    );
    case(
        &place,
        &["--company", "A", "--role", "B", "--applied", "2026-03-02", "--decided", "2026-03-01"],
        "précède la candidature",
    );
    case(&place, &["--company", "{{company}}", "--role", "B"], "emplacement de modèle");
    case(&place, &["--company", "A", "--role", "B", "--edit"], "VISUAL ou EDITOR");
}

#[cfg(unix)]
#[test]
fn edit_opens_the_file_in_the_editor_of_the_environment() {
    let place = Place::journal("C");
    let args = ["new", "--company", "A", "--role", "B", "--edit"];
    let editor = "sh -c 'echo edited >> \"$1\"' sh";
    let edited = ran(place.command().args(args).env("VISUAL", editor).env("EDITOR", "false"));
    assert_eq!(edited.code, 0, "{}", edited.err);
    assert!(place.read(edited.out.trim_end()).ends_with("\nedited\n"));
    let failed = ran(place.command().args(args).env("EDITOR", "no-such-editor"));
    assert_eq!((failed.code, failed.out.as_str()), (2, "entries/2026/2026-03-02-a-2.md\n"), "{}", failed.err);
    assert!(failed.err.contains("`no-such-editor` could not be used"), "{}", failed.err);
}

#[test]
fn wrong_settings_stop_a_new_entry() {
    let place = Place::journal("C");
    place.write("rebond.toml", "[paths]\nentries = \"../outside\"\n");
    let ran = place.run(&["new", "--company", "A", "--role", "B"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("rebond.toml:2:"), "{}", ran.err);
}

#[test]
fn misuse_is_told_in_the_language_of_the_environment() {
    #[track_caller]
    fn case(args: &[&str], fr: &str, en: &str) {
        for (lang, expected) in [("fr_CA.UTF-8", fr), ("en_US.UTF-8", en)] {
            let ran = Place::new(lang).run(args);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
            let first = ran.err.lines().next().unwrap_or_default();
            assert_eq!(first, format!("error[usage-wrong]: {expected}"));
        }
    }
    case(
        &["lsit"],
        "il n’y a pas de commande `lsit` ; vouliez-vous dire `list` ?",
        "there is no command `lsit`; did you mean `list`?",
    );
    case(&["help", "lsit"], "il n’y a pas de commande `lsit`", "there is no command `lsit`");
    case(
        &["list", "--sine", "x"],
        "il n’y a pas d’argument `--sine` ; vouliez-vous dire `--since` ?",
        "there is no argument `--sine`; did you mean `--since`?",
    );
    case(
        &["list", "--since", "02/03/2026"],
        "`02/03/2026` n’est pas une valeur de `--since <DATE>` ; écrivez le jour sous la forme AAAA-MM-JJ",
        "`02/03/2026` is not a value of `--since <DATE>`; write the day as YYYY-MM-DD",
    );
    case(
        &["list", "--status", "refsu"],
        "`refsu` n’est pas une valeur de `--status <STATUT>` ; vouliez-vous dire `refus` ?",
        "`refsu` is not a value of `--status <STATUS>`; did you mean `refus`?",
    );
    case(
        &["list", "--stage", "?"],
        "`?` n’est pas une valeur de `--stage <ÉTAPE>` ; écrivez l’un de ces mots : candidature, présélection, entretien, test, final, offre",
        "`?` is not a value of `--stage <STAGE>`; write one of application, screening, interview, assessment, final, offer",
    );
    case(
        &["init", "--lang", "de"],
        "`de` n’est pas une valeur de `--lang <fr|en>` ; écrivez l’un de ces mots : fr, en",
        "`de` is not a value of `--lang <fr|en>`; write one of fr, en",
    );
    case(&["check", "-q", "-v"], "`--quiet` ne va pas avec `--verbose`", "`--quiet` cannot be used with `--verbose`");
    case(&["list", "--since"], "`--since <DATE>` attend une valeur", "`--since <DATE>` needs a value");
    case(&["new", "goal"], "il manque <TITRE>", "<TITLE> is missing");
    case(
        &["check", "--strict=yes"],
        "`--strict` ne prend pas de valeur, ou une seule",
        "`--strict` takes no value, or only one",
    );
}

#[test]
fn a_list_is_narrowed_in_either_language() {
    #[track_caller]
    fn case(args: &[&str], expected: &[&str]) {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/journals/english");
        let out = Place::new("C").fine(&[&["-C", root, "list", "--format", "json"], args].concat());
        let rows: serde_json::Value = serde_json::from_str(&out).unwrap();
        let ids: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected, "{args:?}");
    }
    let (open, offer) = ("2026-06-02-ogden-textile-archive", "2026-05-22-calder-mill-museum");
    case(&["--status", "en cours"], &[open]);
    case(&["--status", "OPEN, offre", "--since", "2026-05-22"], &[open, offer]);
    case(&["--status", "open,offer", "--since", "2026-05-23"], &[open]);
    case(&["--company", "calder", "--stage", "offre"], &[offer]);
    case(
        &["--topic", "Préparation", "--stage", "entretien"],
        &["2026-02-20-aire-street-gallery", "2026-01-16-calder-mill-museum"],
    );
    case(&["--company", "no such company"], &[]);
}

#[test]
fn every_shell_gets_its_completions() {
    for lang in ["fr_FR.UTF-8", "C"] {
        for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
            let out = Place::new(lang).fine(&["completions", shell]);
            for word in ["rebond", "list", "since", "goal"] {
                assert!(out.contains(word), "{shell}: {word}");
            }
        }
    }
}

#[test]
fn the_manual_and_the_schema_need_no_journal() {
    let place = Place::new("fr_FR.UTF-8");
    assert!(place.fine(&["man"]).contains(".SS \"rebond new goal\""));
    let schema: serde_json::Value = serde_json::from_str(&place.fine(&["schema"])).unwrap();
    assert_eq!(
        schema["$defs"]["goal"]["properties"]["title"]["description"],
        "ce que l’on veut atteindre ; sinon le premier titre"
    );
    let journal = Place::journal("C");
    journal.write("rebond.toml", "lang = \"fr\"\n[[topics]]\nid = \"sql\"\nfr = \"Requêtes SQL\"\n");
    let schema = journal.fine(&["schema", "entry"]);
    assert!(schema.contains("\"requêtes-sql\"") && schema.contains("l’employeur"), "{schema}");
    let ran = place.run(&["-C", "nowhere", "schema"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
}

#[test]
fn the_transcripts_hold() {
    for (lang, names) in [
        ("C", ["init.md", "list.md", "share.md", "help.md", "print.md"]),
        ("fr_FR.UTF-8", ["new.md", "list.fr.md", "share.fr.md", "help.fr.md", "print.fr.md"]),
    ] {
        let cases = trycmd::TestCases::new();
        // Midnight of 2 March 2026, in UTC.
        cases.env("LC_ALL", lang).env("SOURCE_DATE_EPOCH", "1772409600");
        for name in names {
            cases.case(Path::new("tests/cmd").join(name));
        }
    }
}
