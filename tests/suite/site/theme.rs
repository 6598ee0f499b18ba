//! Themes: a journal's own files laid over the built-in ones.

use crate::site::{contents, rebond, site_of, text_of};
use crate::support::TestJournal;

/// Returns a journal with one entry.
fn journal() -> TestJournal {
    TestJournal::new().entry("a.md", "---\ncompany: Acme\nrole: R\ndecided: 2026-06-01\n---\n\nText.\n")
}

/// Builds the journal, which must fail, and returns how it ends and what it says.
fn failure(journal: &TestJournal, words: &[&str]) -> (Option<i32>, String) {
    let output = rebond(journal.root(), words);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn an_own_template_may_extend_the_built_in_one() {
    let own =
        "{% extends \"builtin/entry.html\" %}\n{% block main %}<p class=\"own\">Mine</p>{{ super() }}{% endblock %}\n";
    let plain = site_of(&journal());
    let site = site_of(&journal().file("themes/booklet/templates/entry.html", own.as_bytes()));
    let entry = text_of(&site, "entries/a.html");
    assert!(entry.contains("<p class=\"own\">Mine</p>") && entry.contains("<h1>Acme</h1>"));
    assert_eq!(text_of(&site, "index.html"), text_of(&plain, "index.html"), "other pages are as they were");
}

#[test]
fn an_own_theme_may_hold_a_single_file() {
    let css = "body { color: teal }\n";
    let site = site_of(
        &journal()
            .settings("lang = \"en\"\n[site]\ntheme = \"mine\"\n")
            .file("themes/mine/static/style.css", css.as_bytes())
            .file("themes/mine/static/.hidden", b"x")
            .file("themes/mine/static/style.css~", b"x"),
    );
    assert_eq!(text_of(&site, "style.css"), css);
    let built_in = site_of(&journal());
    assert_eq!(text_of(&site, "entries/a.html"), text_of(&built_in, "entries/a.html"));
    assert_eq!(site.files.keys().collect::<Vec<_>>(), built_in.files.keys().collect::<Vec<_>>());
}

#[test]
fn a_theme_that_is_not_there_is_named_with_those_that_are() {
    for words in [&["build", "--theme", "nobody"][..], &["build", "--theme", "../x"]] {
        let (code, said) = failure(&journal(), words);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("theme-unknown") && said.contains(words[2]) && said.contains("booklet"), "{said}");
    }
    let (_, said) = failure(&journal().settings("lang = \"en\"\n[site]\ntheme = \"nobody\"\n"), &["build"]);
    assert!(said.contains("theme-unknown") && said.contains("nobody"), "{said}");
}

#[test]
fn a_mistake_in_a_template_is_told_with_its_file_and_line() {
    #[track_caller]
    fn case(template: &str, line: &str) {
        let journal = journal().file("themes/booklet/templates/entry.html", template.as_bytes());
        let (code, said) = failure(&journal, &["build"]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("template-invalid") && said.contains(line), "{said}");
        assert!(!journal.root().join("site").exists(), "nothing is written");
    }
    case("a\n{% if %}\n", "entry.html:2");
    case("a\nb\n{{ page.compnay }}\n", "entry.html:3");
    case("{% extends \"no.html\" %}\n", "entry.html:1");
    case("{{ t(\"no-such-message\") }}\n", "entry.html:1");
    case("{% include \"builtin/entry.html\" %}{{ page.body|nofilter }}", "entry.html:1");
}

#[test]
fn the_last_good_site_survives_a_mistake() {
    let journal = journal();
    assert_eq!(rebond(journal.root(), &["build"]).status.code(), Some(0));
    let before = contents(&journal.root().join("site"));
    let journal = journal.file("themes/booklet/templates/entry.html", b"{{ oops }}");
    assert_eq!(rebond(journal.root(), &["build"]).status.code(), Some(1));
    assert_eq!(contents(&journal.root().join("site")), before);
}
