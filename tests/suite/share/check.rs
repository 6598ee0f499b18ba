//! The last look at a copy: what it finds, and what it does not take for a name.

use std::collections::BTreeSet;

use rebond::pipeline::{self, Copied, Project};
use rebond::render::policy::ThemeScripts;

use super::{copy, one};
use crate::support::{TODAY, TestJournal, source_path};

#[test]
fn a_name_that_is_a_word_of_the_program_stops_no_copy() {
    let journal = |also: &str| {
        let journal = TestJournal::new().folder(&source_path("tests/journals/english"));
        let settings = rebond::fs::read_text_if_there(&journal.root().join("rebond.toml")).unwrap().unwrap();
        let known = "also    = [\"Bettany\"]";
        assert!(settings.contains(known));
        journal.settings(&settings.replace(known, &format!("also = [\"Bettany\", {also}]")))
    };
    let words: BTreeSet<String> = copy(&journal(""), None)
        .texts
        .iter()
        .filter(|(path, _)| path != "journal")
        .flat_map(|(_, text)| text.split(|c: char| !c.is_ascii_alphabetic()))
        .filter(|word| word.len() > 3)
        .map(|word| format!("\"{}{}\"", word[..1].to_uppercase(), word[1..].to_lowercase()))
        .collect();
    assert!(words.contains("\"Probability\"") && words.contains("\"Vevent\"") && words.contains("\"Policy\""));
    // The copy is checked as it is made: what is left in it is the program's.
    copy(&journal(&Vec::from_iter(words).join(", ")), None);
}

#[test]
fn the_check_finds_each_way_of_writing_a_name_that_passed() {
    let lines = "salary: 31 577 €\ncontacts:\n  - {name: Ilka Prembow, role: hr, email: ilka@quorvex-lenses.example, phone: 01 99 00 88 77}";
    let copied = copy(&one(lines, ""), None).copied;
    #[track_caller]
    fn case(copied: &Copied, path: &str, text: &str, field: &str) {
        let leaks = rebond::share::leaks(&copied.names, [(path, text)], &[]);
        let found: Vec<(&str, &str)> = leaks.iter().map(|leak| (leak.page.as_str(), leak.field.as_str())).collect();
        assert!(found.contains(&(path, field)), "{text}: {leaks:?}");
    }
    for written in [
        "Vantorel",
        "VANTOREL",
        "vantörel",
        "Vantorel&#39;s",
        "d’Vantorel",
        "Van&shy;torel",
        "Vanto<b>rel</b>",
        "Vantorel&nbsp;Optics",
        "vantorel-optics",
        "vantorel_optics",
        "VantorelOptics",
        "Quorvex-Lenses",
        "www.quorvex-lenses.example",
        "Prembow",
        "ilka.prembow",
        "01 99 00 88 77",
        "01.99.00.88.77",
        "+33 1 99 00 88 77",
        "0199008877",
        "31577",
        "31 577 €",
        "31.577",
    ] {
        case(&copied, "a.html", &format!("<p>x {written} y</p>"), "p");
    }
    case(&copied, "a.html", "<a href=\"x/vantorel%20optics.html\">x</a>", "a href");
    case(&copied, "a.html", "<title>Vantorel</title>", "title");
    case(&copied, "a.html", "<p>x</p><!-- Vantorel -->", "comment");
    case(&copied, "report.json", "{\"a\": [{\"quote\": \"Vant\\u006frel\"}]}", "a[0].quote");
    case(&copied, "agenda.ics", "SUMMARY:Thank Vant\r\n orel\r\n", "SUMMARY");
    case(&copied, "search-data.js", "window.X=[\"Vant\\u006frel\"]", "script");
    case(&copied, "search-data.js", "{\"words\":\"31577\",\"places\":\"2\"}", "script");
    case(&copied, "entries/vantorel.html", "", "file name");
    // Where words stand in the index is no salary, whatever its numbers.
    let index = ("search-data.js", "{\"words\":\"room\",\"places\":\"g 31577 1k\"}");
    assert_eq!(rebond::share::leaks(&copied.names, [index], &[]), []);
    assert_eq!(
        rebond::share::leaks(&copied.names, [("a.html", "<p>Company A, 31 578 and 01 99 00 88 78</p>")], &[]),
        []
    );
}

#[test]
fn the_files_of_a_theme_of_ones_own_are_read_too() {
    let journal = one("", "Words.\n")
        .file("themes/booklet/static/notes.css", b"/* for Vantorel */")
        .file("themes/booklet/static/vantorel.png", b"\x89PNG\xff Vantorel")
        .file("themes/booklet/static/plain.css", b"p { color: red }");
    let project = Project::open(journal.root()).unwrap();
    let copied = pipeline::copy(&pipeline::load(&project, TODAY), &project.locale(None));
    let theme = pipeline::theme(&project, "booklet", ThemeScripts::Held).unwrap();
    let site = pipeline::site(&project, &copied.loaded, &copied.locale, &theme, TODAY).unwrap();
    let leaks = pipeline::leaks(&copied.names, &site, &theme);
    let found: Vec<(&str, &str)> = leaks.iter().map(|leak| (leak.page.as_str(), leak.field.as_str())).collect();
    assert_eq!(found, [("notes.css", "text"), ("vantorel.png", "file name")]);
}

#[test]
fn the_check_of_a_site_that_was_not_made_anew_names_page_and_field() {
    let journal = TestJournal::new().folder(&source_path("tests/journals/english"));
    let project = Project::open(journal.root()).unwrap();
    let loaded = pipeline::load(&project, TODAY);
    let locale = project.locale(None);
    let copied = pipeline::copy(&loaded, &locale);
    let theme = pipeline::theme(&project, "booklet", ThemeScripts::Held).unwrap();
    let site = pipeline::site(&project, &loaded, &locale, &theme, TODAY).unwrap();
    let leaks = pipeline::leaks(&copied.names, &site, &theme);
    let tells = |page: &str, field: &str| leaks.iter().any(|leak| leak.page.starts_with(page) && leak.field == field);
    for (page, field) in [
        ("index.html", "a href"),
        ("entries/", "h1"),
        ("entries/", "file name"),
        ("report.json", "weaknesses[0].evidence[0].file"),
        ("agenda.ics", "SUMMARY;LANGUAGE=en"),
    ] {
        assert!(tells(page, field), "{page} {field}");
    }
}
