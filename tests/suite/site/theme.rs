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
    assert!(entry.contains("<p class=\"own\">Mine</p>") && entry.contains(">Acme</h1>"));
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
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("theme-unknown") && said.contains(words[2]) && said.contains("booklet"), "{said}");
    }
    let settings = "title = \"nobody\"\nlang = \"en\"\n[site]\ntheme = 'nobody'\n";
    let (code, said) = failure(&journal().settings(settings), &["build"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("rebond.toml:4:9: error[theme-unknown]") && said.contains("nobody"), "{said}");
    assert_eq!(said.matches("theme-unknown").count(), 1, "{said}");
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

#[test]
fn an_own_theme_lies_over_the_built_in_one_that_it_names() {
    let with = |manifest: &str| {
        journal()
            .settings("lang = \"en\"\n[site]\ntheme = \"mine\"\n")
            .file("themes/mine/theme.toml", manifest.as_bytes())
    };
    let page = |journal: &TestJournal| text_of(&site_of(journal), "entries/a.html").to_owned();
    assert!(page(&with("base = \"correspondence\"\n")).contains("class=\"sheet\""));
    assert!(!page(&with("description = \"Mine\"\n")).contains("class=\"sheet\""), "booklet when it names none");
    let wrong = with("base = \"corespondence\"\ncolour = 1\n");
    assert_eq!(
        wrong.problems(),
        ["themes/mine/theme.toml:1:8 theme-unknown", "themes/mine/theme.toml:2:1 setting-unknown"]
    );
    assert_eq!(with("base = [").problems(), ["themes/mine/theme.toml:1:9 settings-syntax"]);
}

#[test]
fn a_template_may_name_the_file_of_either_built_in_theme() {
    let own = "{% extends \"builtin/correspondence/entry.html\" %}\n";
    let site = site_of(&journal().file("themes/booklet/templates/entry.html", own.as_bytes()));
    let entry = text_of(&site, "entries/a.html");
    assert!(
        entry.contains("class=\"subject\"") && entry.contains("class=\"top\"") && !entry.contains("\"sheet\""),
        "{entry}"
    );
}

#[test]
fn own_texts_stand_in_place_of_the_built_in_ones() {
    let journal = journal()
        .file(
            "themes/booklet/strings/en.ftl",
            b"# Mine.\npart-works = What shines\nplan-no-tasks = Nothing\n    to tick off.\n",
        )
        .file("themes/booklet/strings/fr.ftl", "part-works = Ce qui brille\n".as_bytes());
    assert_eq!(journal.problems(), Vec::<String>::new());
    let index = text_of(&site_of(&journal), "index.html").to_owned();
    assert!(index.contains("What shines") && !index.contains("What works"), "{index}");
    assert!(index.contains("My journey"), "others stay");
    let (code, _) = failure(&journal, &["build", "--lang", "fr"]);
    assert_eq!(code, Some(0));
    let index = crate::support::source_text(&journal.root().join("site/index.html"));
    assert!(index.contains("Ce qui brille"), "{index}");
}

#[test]
fn an_own_text_that_cannot_be_used_is_told_and_the_built_in_one_stays() {
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let journal = journal().file("themes/booklet/strings/en.ftl", text.as_bytes());
        let problems: Vec<String> =
            journal.problems().iter().map(|line| line.replace("themes/booklet/strings/en.ftl:", "")).collect();
        assert_eq!(problems, expected, "{text}");
        let site = site_of(&journal);
        assert!(text_of(&site, "index.html").contains("What works"), "{text}");
    }
    case("part-works = { oops", &["1:1 string-invalid"]);
    case("\npart-works: What shines\n", &["2:1 string-invalid"]);
    case("part-works = { $count } shine", &["1:1 string-invalid"]);
    case("part-works = { no-such-text }", &["1:1 string-invalid"]);
    case("part-wokrs = What shines\r\nmine = x\r\n", &["1:1 string-unknown", "2:1 string-unknown"]);
    let journal = journal().file("themes/booklet/strings/en.ftl", b"part-wokrs = What shines\n");
    let output = rebond(journal.root(), &["check"]);
    assert!(String::from_utf8(output.stdout).unwrap().contains("`part-works`"));
    let other =
        crate::support::TestJournal::new().file("themes/booklet/strings/english.ftl", b"part-works = What shines\n");
    assert_eq!(other.problems(), ["themes/booklet/strings/english.ftl:1:1 string-unknown"]);
    let said = String::from_utf8(rebond(other.root(), &["check"]).stdout).unwrap();
    assert!(said.contains("English texts go into `en.ftl`"), "{said}");
    let journal = journal.settings("lang = \"en\"\n[site]\ntheme = \"correspondence\"\n");
    let (_, said) = failure(&journal, &["build", "--theme", "booklet"]);
    assert!(said.contains("string-unknown"), "{said}");
}

#[test]
fn quotes_in_the_other_language_say_so() {
    let text = "---\ncompany: Acme\nrole: R\ndecided: 2026-06-01\n---\n\n## Retour\n\n> You know your subject, and it shows in all that you said. #+experience\n\n> Vous connaissez votre sujet. #+preparation\n\n> Great energy. #+confidence\n\n## Bilan\n\nJe ne suis pas allé assez loin dans mes exemples, et je le savais.\n";
    let journal = TestJournal::new().settings("lang = \"fr\"\n").entry("a.md", text);
    let built = |theme: &str, lang: &str| {
        let (code, said) = failure(&journal, &["build", "--theme", theme, "--lang", lang]);
        assert_eq!(code, Some(0), "{said}");
        let page = |path: &str| crate::support::source_text(&journal.root().join("site").join(path));
        let one_line = |path: &str| page(path).replace('\n', "");
        ["experience", "preparation", "confidence"]
            .map(|topic| one_line(&format!("topics/{topic}.html")))
            .into_iter()
            .chain([one_line("entries/a.html")])
            .collect::<Vec<_>>()
    };
    for theme in ["booklet", "correspondence"] {
        let french = built(theme, "fr");
        assert!(french[0].contains("<blockquote lang=\"en\"><p>«\u{a0}You know"), "{theme}: {}", french[0]);
        assert!(french[1].contains("<blockquote><p>«\u{a0}Vous connaissez"), "{theme}: {}", french[1]);
        assert!(french[2].contains("<blockquote><p>«\u{a0}Great energy"), "no doubt is left: {theme}");
        assert!(
            french[3].contains("<div class=\"text\">") && french[3].contains("<blockquote lang=\"en\"><p>"),
            "{theme}"
        );
        assert!(french[3].contains("<blockquote><p>"), "{theme}: {}", french[3]);

        let english = built(theme, "en");
        assert!(english[0].contains("<blockquote><p>“You know"), "{theme}: {}", english[0]);
        assert!(english[1].contains("<blockquote lang=\"fr\"><p>“Vous connaissez"), "{theme}: {}", english[1]);
        assert!(english[3].contains("<div class=\"text\" lang=\"fr\">"), "the diary is in French: {theme}");
        assert!(english[3].contains("<blockquote lang=\"en\"><p>"), "{theme}: {}", english[3]);
    }
}
