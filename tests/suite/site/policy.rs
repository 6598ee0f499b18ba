//! The content security policy: on every page, whatever the theme, and what a theme may not have.

use crate::site::{contents, golden, pages, rebond, site_of, text_of};
use crate::support::TestJournal;
use crate::support::html::Page;

fn journal() -> TestJournal {
    TestJournal::new().entry("a.md", "---\ncompany: Acme\nrole: R\ndecided: 2026-06-01\n---\n")
}

/// Fails for a page whose first elements are not its frame and the policy.
fn assert_is_guarded(path: &str, page: &Page) {
    let names: Vec<&str> = page.elements.iter().map(|element| element.name.as_str()).collect();
    let at = names.iter().position(|name| *name == "meta").unwrap_or_else(|| panic!("{path}: {names:?}"));
    assert!(names[..at].iter().all(|name| ["html", "head"].contains(name)), "{path}: {names:?}");
    let policy = page.elements[at].get("content").unwrap();
    assert_eq!(page.elements[at].get("http-equiv"), Some("Content-Security-Policy"), "{path}");
    for part in ["default-src 'none';", "base-uri 'none'", "form-action 'none'"] {
        assert!(policy.contains(part), "{path}: {policy}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"), "{path}: {policy}");
}

#[test]
fn every_page_of_the_built_in_theme_begins_with_the_policy() {
    for journal in golden() {
        let site = site_of(&journal);
        let pages = pages(&site);
        assert!(pages.len() > 15);
        for (path, page) in &pages {
            assert_is_guarded(path, page);
            assert_eq!(page.named("meta").filter(|meta| meta.get("http-equiv").is_some()).count(), 2, "{path}");
        }
    }
}

#[test]
fn a_theme_cannot_come_before_the_policy() {
    for frame in [
        "<script src=\"x.js\"></script>",
        "<!-- <!doctype html><html><head> --><p>x</p>",
        "<!doctype html><html lang=\"en\"><head><title>x</title>",
        "<!doctype html>\n<html x=\"> <head>\"><script></script>",
    ] {
        let site = site_of(&journal().file("themes/booklet/templates/base.html", frame.as_bytes()));
        for (path, page) in pages(&site) {
            assert_is_guarded(path, &page);
            assert!(text_of(&site, path).len() > frame.len() + 200);
        }
    }
}

#[test]
fn what_a_browser_could_run_is_left_out_until_the_theme_is_trusted_by_name() {
    let base = b"{% extends \"builtin/base.html\" %}{% block main %}<script src=\"{{ site.root }}mine.js\"></script>{% endblock %}";
    let files = ["mine.js", "page.html", "data.json", "noextension", "mine.css", "font.woff2", "a.SVG"];
    let journal = files
        .iter()
        .fold(journal(), |journal, name| journal.file(&format!("themes/own/static/{name}"), b"/**/"))
        .file("themes/own/templates/swot.html", base)
        .settings("lang = \"en\"\n[site]\ntheme = \"own\"\n");
    for words in [&["build"][..], &["build", "--theme-scripts", "booklet"]] {
        let output = rebond(journal.root(), words);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert_eq!(said.matches("warning[theme-script]").count(), 4, "{said}");
        assert!(said.contains("themes/own/static/mine.js:1:1") && said.contains("--theme-scripts own"), "{said}");
        let site = contents(&journal.root().join("site"));
        assert!(
            files[4..].iter().all(|name| site.contains_key(*name))
                && files[..4].iter().all(|name| !site.contains_key(*name))
        );
        let page = String::from_utf8(site["swot.html"].clone()).unwrap();
        assert!(page.contains("script-src 'none';") && page.contains("<script src=\"mine.js\">"), "{page}");
    }
    let output = rebond(journal.root(), &["build", "--theme-scripts", "own"]);
    assert!(!String::from_utf8(output.stderr).unwrap().contains("theme-script"));
    let site = contents(&journal.root().join("site"));
    assert!(files.iter().all(|name| site.contains_key(*name)));
    assert!(String::from_utf8(site["swot.html"].clone()).unwrap().contains("script-src 'self' file:;"));
}

#[test]
fn a_page_that_leads_elsewhere_by_itself_is_refused() {
    let template = "{% extends \"builtin/swot.html\" %}\n{% block title %}</title>\
        <META content='0;url=https://example.org/{{ page.path }}' {{ \"http\" }}{{ \"-equiv\" }}=refresh><title>{% endblock %}\n"
        .replace("{{ page.path }}", "x");
    let journal = journal().file("themes/booklet/templates/swot.html", template.as_bytes());
    let output = rebond(journal.root(), &["build"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("template-invalid") && said.contains("swot.html") && said.contains("refresh"), "{said}");
    assert!(!journal.root().join("site").exists());
}
