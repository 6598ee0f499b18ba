//! What a journal may hold and a page must not: markup in names, raw HTML, broken links, reserved names.

use crate::site::{is_for_paper, pages, site_of, text_of};
use crate::support::TestJournal;

/// A text that is markup wherever it is not escaped.
const EVIL: &str = "<script>alert(1)</script> \"q\" 'a' & {{ 7*7 }} {% x %} <b onload=x> \u{202e}عبرי";

/// The same text as YAML and TOML write it, in double quotes; placeholders of templates are refused there.
fn quoted() -> String {
    format!("\"{}\"", EVIL.replace("{{ 7*7 }}", "{ { 7*7 } }").replace('"', "\\\""))
}

/// Returns a journal that says [`EVIL`] wherever a person may write text.
fn evil_journal() -> TestJournal {
    let (text, plain) = (quoted(), EVIL.replace('\'', "’"));
    let settings = format!(
        "title = {text}\nlang = \"en\"\n[[topics]]\nid = \"own\"\nfr = {text}\nen = {text}\n[analysis]\nrecurring = 1\n"
    );
    let front = format!(
        "company: {text}\nrole: {text}\nsector: {text}\nlocation: {text}\nsource: {text}\nagency: {text}\nlink: {text}\n\
         salary: {text}\ndocuments: [{text}]\ntags: [{text}]\ncontacts: [{{name: {text}, title: {text}, email: {text}}}]\n\
         interviews: [{{date: 2026-05-01, kind: {text}, with: [{text}]}}]\nreasons: [own]\nstrengths: [own]\n\
         unknown: {text}\n\"{}\": {text}\n",
        "<i>key</i>"
    );
    let body = format!(
        "# {plain}\n\n## Feedback\n\n> {plain} #own\n\n## Threats\n\n- {plain}\n\n## Actions\n\n- [ ] {plain} #own due:2026-06-20\n\n\
         [{plain}](b.md) ![{plain}](p.png) `{plain}`\n\n    {plain}\n\n| {plain} |\n|---|\n| {plain} |\n"
    );
    let offer = format!(
        "---\ncompany: {text}\nrole: {text}\nstatus: offer\ndecided: 2026-06-02\nfollows: a\n---\n\n## Feedback\n\n> {plain} #+own\n"
    );
    let goal = format!(
        "---\ntitle: {text}\ntopics: [own]\nwhy: {text}\npartner: {text}\nmeasure: {{what: {text}, from: {text}, target: {text}, now: {text}}}\n\
         resources: [{text}]\nstart: 2026-01-01\ndue: 2026-12-01\nmore: {text}\n---\n\n{plain}\n\n- [x] {plain} done:2026-02-01\n- [ ] {plain} due:2026-07-01\n"
    );
    TestJournal::new()
        .settings(&settings)
        .entry("a.md", &format!("---\n{front}decided: 2026-06-01\n---\n\n{body}"))
        .entry("b.md", &offer)
        .entry("c.md", &format!("---\n{front}status: open\n---\n"))
        .goal("g.md", &goal)
        .file("entries/p.png", b"png")
}

#[test]
fn what_a_journal_says_is_text_on_every_page() {
    let journal = evil_journal();
    let loaded = journal.load();
    assert_eq!((loaded.journal.entries.len(), loaded.journal.goals.len()), (3, 1), "{:?}", journal.problems());
    let site = site_of(&journal);
    let pages = pages(&site);
    for (path, page) in &pages {
        assert_eq!(page.faults, [""; 0], "{path}");
        assert!(page.named("script").all(|script| script.get("src").is_some()), "{path} has a script of its own");
        assert_eq!(page.named("style").count(), usize::from(is_for_paper(path)), "{path}");
        for name in ["i", "iframe"] {
            assert_eq!(page.named(name).count(), 0, "{path} has <{name}>");
        }
        assert!(page.elements.iter().all(|element| element.get("onload").is_none()), "{path}");
        assert!(!page.text.contains("49"), "{path}: a template in a text was worked out");
        assert!(page.text.contains("<script>alert(1)</script> \"q\""), "{path} shows the text");
        assert!(!text_of(&site, path).contains("&amp;lt;"), "{path}: escaped twice");
    }
    assert_eq!(pages.len(), 12 + 1 + 3); // the pages of every journal, one topic, three entries
    let entry = &pages["entries/a.html"];
    assert!(
        entry.text.contains("{{ 7*7 }} {% x %}") && entry.text.contains("عبرי") && entry.text.contains("<i>key</i>")
    );
    assert!(entry.all("title").chain(entry.all("alt")).any(|value| value.contains("<script>")), "attributes too");
    // An address that is none is no link.
    assert!(entry.all("href").all(|address| !address.contains("alert")));
}

#[test]
fn raw_html_is_made_harmless() {
    let body = "<div onclick=\"x()\" style=\"position:fixed\" id=\"main\">\n\n**Bold** <kbd>Ctrl</kbd>\n\n</div>\n\n\
        <script>alert(1)</script>\n\n<style>p{color:red}</style>\n\n<iframe src=\"https://example.org\"></iframe>\n\n\
        <img src=\"https://example.org/a.png\"><a href=\"javascript:alert(1)\">a</a> <base href=\"https://example.org\">\n\n\
        <form action=\"https://example.org\"><input></form> <svg><script>x</script></svg> <!-- a comment -->\n\n\
        <span id=\"L7\">taken</span> <p id=\"L7\">\n\n</main></body> <main>\n\n## Debrief\n\n<b>Words</b> #preparation\n\n[x](javascript:alert(1)) <javascript:alert(1)>\n\
        [y](data:text/html,x) [z](vbscript:x) [JS](JaVaScRiPt:x) [t](\tjavascript:x)\n";
    let text = format!("---\ncompany: Acme\nrole: R\ndecided: 2026-06-01\n---\n{body}");
    let site = site_of(&TestJournal::new().entry("a.md", &text));
    let page = &pages(&site)["entries/a.html"];
    for name in ["script", "style", "iframe", "form", "input", "base", "object", "embed"] {
        assert_eq!(page.named(name).count(), 0, "{name}");
    }
    assert_eq!(page.named("main").count(), 1);
    assert_eq!(page.named("kbd").count(), 1, "what is harmless stays");
    assert!(page.text.contains("Bold") && page.text.contains("Words"));
    assert!(page.named("img").all(|image| image.get("src").is_none()));
    let addresses: Vec<&str> = page.all("href").filter(|address| address.contains(':')).collect();
    assert_eq!(addresses, [""; 0]);
    assert_eq!(page.all("onclick").count() + page.all("style").count(), 0);
    let ids: Vec<&str> = page.all("id").collect();
    let line = text.lines().position(|line| line.contains("#preparation")).unwrap() + 1;
    for id in ["main", &format!("L{line}")] {
        assert_eq!(ids.iter().filter(|known| **known == id).count(), 1, "{id} in {ids:?}");
    }
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    assert_eq!(page.faults, [""; 0]);
}

#[test]
fn a_note_names_the_files_it_links_to() {
    let note = "---\ncompany: Acme\nrole: R\ndecided: 2026-06-01\n---\n\n## Opportunities\n\n\
        - Lou <i>knows</i> [[b]], [[b-2]] & [[b]]; see [[g]], [[b|them]], [[gone]].\n";
    let other = |company: &str| format!("---\ncompany: {company}\nrole: R\ndecided: 2026-06-01\n---\n");
    let journal =
        TestJournal::new().entry("a.md", note).entry("b.md", &other("Bold <&>")).entry("b-2.md", &other("Other"));
    let site = site_of(&journal.goal("g.md", "---\ntitle: The goal\n---\n"));
    let all = pages(&site);
    let page = &all["swot.html"];
    assert_eq!(page.faults, [""; 0]);
    assert!(page.text.contains("knows Bold <&>, Other & Bold <&>; see The goal, them, gone."), "{}", page.text);
    let to = |address: &str| page.named("a").filter(|link| link.get("href") == Some(address)).count();
    assert_eq!([to("entries/b.html"), to("entries/b-2.html"), to("plan.html#goal-g")], [2, 1, 1]);
}

#[test]
fn links_lead_to_pages_and_broken_ones_are_text() {
    let body = "[entry](sub/b.md) [[b]] [[b|the other]] [goal](../plan/g.md#x) [[g]] [up](/entries/sub/b.md)\n\n\
        [gone](gone.md) [[nowhere]] [file](notes.txt) [above](../../etc/passwd) [[C:x]]\n\n\
        [web](https://example.org/?a=1&b=\"2\") <mailto:a@example.org> <b@example.org> [tel](tel:+33)\n\n\
        ![local](images/p%20q.png \"t\") ![](images/r.svg) ![web *image*](https://example.org/i.png) ![](https://example.org/j.png)\n\n\
        ![gone](images/gone.png) ![text](notes.txt) ![above](../../x.png)\n";
    let journal = TestJournal::new()
        .entry("a.md", &format!("---\ncompany: Acme\nrole: R\ndecided: 2026-06-01\n---\n\n{body}"))
        .entry("sub/b.md", "---\ncompany: Bold\nrole: R\ndecided: 2026-06-01\n---\n\n![](../images/r.svg)\n")
        .goal("g.md", "---\ntitle: The goal\n---\n\n![](/entries/images/r.svg) [[a]]\n")
        .file("entries/images/p q.png", b"png bytes")
        .file("entries/images/r.svg", b"<svg/>")
        .file("entries/images/unused.png", b"x")
        .file("entries/notes.txt", b"x");
    let site = site_of(&journal);
    let all = pages(&site);
    let page = &all["entries/a.html"];
    assert_eq!(page.faults, [""; 0]);
    let to = |address: &str| page.named("a").filter(|link| link.get("href") == Some(address)).count();
    assert_eq!(to("../entries/b.html"), 5, "{:?}", page.all("href").collect::<Vec<_>>()); // four, and the turn of pages
    assert_eq!(to("../plan.html#goal-g"), 2);
    for text in ["Bold, R", "the other", "The goal"] {
        assert!(page.text.contains(text), "{text}");
    }
    for text in ["gone", "nowhere", "file", "above", "C:x", "text"] {
        assert!(page.text.contains(text), "{text} stays as text");
    }
    let main: Vec<&str> = page.all("href").filter(|address| address.contains(':')).collect();
    let elsewhere = [
        "https://example.org/?a=1&b=\"2\"",
        "mailto:a@example.org",
        "mailto:b@example.org",
        "tel:+33",
        "https://example.org/i.png",
        "https://example.org/j.png",
    ];
    assert_eq!(main, elsewhere);
    assert!(page.text.contains("web image") && page.text.contains("https://example.org/j.png"));
    let images: Vec<(&str, &str)> =
        page.named("img").map(|image| (image.get("src").unwrap(), image.get("alt").unwrap())).collect();
    assert_eq!(images, [("../files/entries/images/p%20q.png", "local"), ("../files/entries/images/r.svg", "")]);
    assert_eq!(all["plan.html"].named("img").next().unwrap().get("src"), Some("files/entries/images/r.svg"));
    let files: Vec<&String> = site.files.keys().filter(|path| path.starts_with("files/")).collect();
    assert_eq!(files, ["files/entries/images/p q.png", "files/entries/images/r.svg"]);
}

#[test]
fn names_that_a_system_or_the_site_keeps_get_a_number() {
    let entry = |id: &str| format!("---\ncompany: {id}\nrole: R\ndecided: 2026-06-01\n---\n\n[[index]] [[con]]\n");
    let ids = ["index", "con", "Nul", "com1", "LPT9.x", "common", "index-1", "é #1 %"];
    let journal = ids
        .iter()
        .fold(TestJournal::new(), |journal, id| journal.entry(&format!("{id}.md"), &entry(&id.replace('#', ""))));
    let site = site_of(&journal);
    let found: Vec<&str> = site.files.keys().filter_map(|path| path.strip_prefix("entries/")).collect();
    let mut expected = [
        "LPT9-1.x.html", // a device with any extension is the device
        "Nul-1.html",
        "com1-1.html",
        "common.html",
        "con-1.html",
        "index-1-1.html",
        "index-1.html",
        "index.html",
        "é #1 %.html",
    ];
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert!(pages(&site)["entries/common.html"].all("href").any(|address| address == "../entries/con-1.html"));
    assert!(
        pages(&site)["entries/index.html"].all("href").any(|address| address == "../entries/%C3%A9%20%231%20%25.html")
    );
}
