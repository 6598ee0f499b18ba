//! `rebond letter` from outside: which letter, in which form, and how it ends.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "helpers of tests may fail where they stand, and look at files as a person does"
)]

use std::fs;
use std::process::Command;

use tempfile::TempDir;

const ENTRY: &str = "---\nentreprise: Verrerie Nord\nposte: Approvisionneuse\nstatut: refus\nentretiens: [2026-02-20]\n\
                     décision: 2026-02-27\nnouvelle: téléphone\ncontacts:\n  \
                     - {nom: Inès Roche, civilité: Madame, rôle: rh, email: i.roche@example.org, ajouté: 2026-02-28}\n---\n";

/// Returns a journal with one refused application, three days after the news.
fn journal(settings: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    write("rebond.toml", settings);
    write("entries/2026-02-27-verrerie-nord.md", ENTRY);
    write("letters/candidature.txt", "Objet : {{ company }}\n\n{{ greeting }}\n");
    folder
}

/// Runs `rebond letter` on 2 March 2026; returns its exit code and what it printed and said.
fn letter(folder: &TempDir, words: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    command.current_dir(folder.path()).env("LC_ALL", "C").args(["--today", "2026-03-02", "letter"]).args(words);
    let output = command.output().expect("rebond runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

const SETTINGS: &str = "lang = \"fr\"\n[author]\nname = \"Nadège Vergnaud\"\nphone = \"06 39 98 41 27\"\n";

#[test]
fn without_a_kind_the_next_step_decides() {
    let journal = journal(SETTINGS);
    let (code, out, err) = letter(&journal, &["verrerie"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.starts_with("Objet\u{a0}: Merci pour l’entretien du 20\u{a0}février\n\nMadame Roche,\n\n"), "{out}");
    assert_eq!(err, "Pour Inès Roche <i.roche@example.org>\n");
    let (code, out, _) = letter(&journal, &["verrerie", "thank", "--lang", "en", "--format", "mailto"]);
    assert_eq!((code, out.starts_with("mailto:i.roche@example.org?subject=Thank%20you")), (0, true), "{out}");
    let (_, out, err) = letter(
        &journal,
        &["verrerie", "demande-de-rendez-vous", "--about", "prétentions-salariales,assurance", "--tu"],
    );
    let (code, list, _) = letter(&journal, &["--list"]);
    assert!(
        out.contains("Bonjour Inès,") && out.contains("surtout sur mes prétentions salariales et sur mon assurance"),
        "{out}{err}"
    );
    assert!(err.contains("Contre\u{a0}: ") && !out.contains("Contre"), "{err}");
    assert_eq!((code, list.lines().count()), (0, 11), "{list}");
    assert!(list.ends_with("letters/candidature.txt\n"), "{list}");
}

#[test]
fn an_entry_with_errors_says_so_and_no_other_stands_in_for_it() {
    let journal = journal(SETTINGS);
    let broken = ENTRY.replace("statut: refus", "statut: refus\nhumeur: 9");
    fs::write(journal.path().join("entries/nord.md"), broken).expect("a file");
    // The whole id of the one with errors, and a part of it that the other has, too.
    let (code, out, err) = letter(&journal, &["nord", "thank"]);
    assert_eq!((code, out.as_str()), (1, ""), "{err}");
    assert_eq!(err.matches("entries/nord.md:5:9: error[number-range]").count(), 1, "{err}");
    assert_eq!(letter(&journal, &["verrerie", "thank"]).0, 0);
    let (code, _, err) = letter(&journal, &["nor", "thank"]);
    assert!(code == 2 && err.contains("2026-02-27-verrerie-nord, nord"), "{err}");
}

#[test]
fn what_is_missing_or_cannot_be_is_told() {
    let nameless = journal("lang = \"en\"\n");
    let (code, out, err) = letter(&nameless, &["verrerie"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("error[letter-incomplete]: the letter lacks `name` under `[author]` in rebond.toml"), "{err}");
    let (code, out, _) = letter(&nameless, &["verrerie", "--allow-missing"]);
    assert_eq!((code, out.contains("[your name]")), (0, true));
    let journal = journal(SETTINGS);
    for (words, expected) in [
        (&["verrerie", "tank"][..], "thank"),
        (&["verrerie", "--tu", "--tone", "formal"], "--tu"),
        (&["verrerie", "connect", "--format", "eml"], "connect"),
        (&["verrerie", "--about", "a b,c d,e f,g h"], "3"),
        (&["nobody"], "nobody"),
        (&[], "ENTRY"),
    ] {
        let (code, out, err) = letter(&journal, words);
        assert_eq!((code, out.as_str()), (2, ""), "{words:?}");
        assert!(err.contains(expected), "{words:?}: {err}");
    }
}
