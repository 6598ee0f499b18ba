//! Where the pages lead: every link, image and fragment resolves, and nothing asks anybody for anything.

use std::collections::{BTreeMap, BTreeSet};

use rebond::analyse::{EvidenceFigure, report};
use rebond::check::check;
use rebond::diagnostic::Diagnostics;
use rebond::pipeline::Project;
use rebond::render::Site;

use crate::site::{contents, golden, is_for_paper, pages, site_of};
use crate::support::html::Page;
use crate::support::{TODAY, TestJournal};

/// Decodes the `%20` of an address.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'%' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn is_elsewhere(address: &str) -> bool {
    ["http:", "https:", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme))
}

/// Returns the path that a relative address leads to from the page at `path`.
fn resolved(path: &str, address: &str) -> String {
    if address.is_empty() {
        return path.to_owned();
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{path}: {address} leads out of the site"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Fails for an address of a page that leads nowhere.
fn assert_links_resolve(site: &Site) {
    let pages = pages(site);
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, page)| (*path, page.all("id").collect())).collect();
    for (path, page) in &pages {
        let mut addresses: Vec<&str> = page.all("href").chain(page.all("src")).collect();
        addresses.retain(|address| !is_elsewhere(address));
        assert!(is_for_paper(path) || addresses.len() > 8, "{path} has a navigation");
        for address in addresses {
            let (file, fragment) = address.split_once('#').unwrap_or((address, ""));
            let target = decoded(&resolved(path, file));
            assert!(site.files.contains_key(&target), "{path}: {address} leads to {target}");
            if !fragment.is_empty() {
                let known = ids.get(target.as_str()).unwrap();
                assert!(known.contains(decoded(fragment).as_str()), "{path}: no {address}");
            }
        }
    }
}

fn assert_pages_are_well_formed(site: &Site, lang: &str) {
    for (path, page) in pages(site) {
        assert_eq!(page.faults, [""; 0], "{path}");
        assert_eq!(page.named("html").map(|html| html.get("lang")).collect::<Vec<_>>(), [Some(lang)], "{path}");
        assert_eq!(page.named("h1").count(), 1, "{path}");
        assert_scripts_are_files(path, &page);
        let ids: Vec<&str> = page.all("id").collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{path}: {ids:?}");
        assert!(ids.iter().all(|id| !id.contains(char::is_whitespace)), "{path}: {ids:?}");
        assert_eq!(page.named("meta").filter(|meta| meta.get("name") == Some("robots")).count(), 1, "{path}");
        assert_headings_in_order(path, &page);
    }
}

/// Fails for a script that is not a file of rebond's own, or that stands where none is needed.
fn assert_scripts_are_files(path: &str, page: &Page) {
    assert_eq!(page.named("style").count(), usize::from(is_for_paper(path)), "{path}");
    let files: Vec<&str> = page.named("script").filter_map(|script| script.get("src")).collect();
    let expected: &[&str] = match path {
        "search.html" => &["find.js", "search-data.js", "search.js"],
        "entries/index.html" => &["../find.js", "../entries.js"],
        _ => &[],
    };
    assert_eq!(files, expected, "{path}");
    assert_eq!(page.named("script").count(), files.len(), "{path}");
}

fn assert_headings_in_order(path: &str, page: &Page) {
    let level = |name: &str| name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
    let levels: Vec<u8> = page.elements.iter().filter_map(|element| level(&element.name)).collect();
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{path}: h{} after h{}", pair[1], pair[0]);
    }
}

#[test]
fn the_journals_written_to_be_read_have_no_problem() {
    for journal in golden() {
        assert_eq!(journal.problems(), [""; 0]);
        // And not because nothing was looked at.
        let loaded = journal.load();
        let mut diagnostics = Diagnostics::default();
        check(&mut diagnostics, &loaded.journal, TODAY, &|_| false);
        assert!(loaded.journal.entries.len() >= 8 && loaded.journal.goals.len() >= 2);
    }
}

#[test]
fn every_link_image_and_fragment_resolves() {
    for (journal, lang) in golden().iter().zip(["fr", "en"]) {
        let site = site_of(journal);
        assert_links_resolve(&site);
        assert_pages_are_well_formed(&site, lang);
    }
}

#[test]
fn pages_name_only_addresses_that_the_journal_wrote() {
    for journal in golden() {
        let written: String =
            contents(journal.root()).into_values().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
        let site = site_of(&journal);
        let pages = pages(&site);
        let elsewhere: BTreeSet<&str> =
            pages.values().flat_map(|page| page.all("href")).filter(|address| is_elsewhere(address)).collect();
        for address in &elsewhere {
            // A letter opens in a mail program, addressed to somebody of the journal.
            let address = address.strip_prefix("mailto:").map_or(*address, |mail| mail.split('?').next().unwrap());
            assert!(written.contains(address), "{address}");
        }
        for page in pages.values() {
            assert!(page.all("src").all(|address| !is_elsewhere(address) && !address.starts_with("//")));
            assert_eq!(page.all("srcset").count() + page.all("style").count() + page.named("iframe").count(), 0);
            assert_eq!(
                page.elements.iter().filter(|e| e.attributes.iter().any(|(name, _)| name.starts_with("on"))).count(),
                0
            );
        }
    }
    let site = site_of(&golden()[0]);
    assert!(pages(&site).values().flat_map(|page| page.all("href")).any(is_elsewhere), "the example has such links");
}

/// Fails for a mention in the report that no quote leads to, at its own line.
fn assert_evidence_is_reached(journal: &TestJournal) {
    let project = Project::open(journal.root()).unwrap();
    let loaded = journal.load();
    let report = report(&loaded.journal, &project.locale(None), TODAY);
    let site = site_of(journal);
    let pages = pages(&site);
    let links: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(path, page)| (*path, page.named("a").filter_map(|link| link.get("href")).collect()))
        .collect();
    let lists = [&report.weaknesses, &report.strengths, &report.beyond_control];
    let mut count = 0;
    for figure in lists.into_iter().flatten() {
        for EvidenceFigure { entry, line, .. } in figure.evidence.iter().map(AsRef::as_ref) {
            let anchor = format!("L{line}");
            let page = &pages[format!("entries/{}.html", entry.id).as_str()];
            assert!(page.all("id").any(|id| id == anchor), "no {anchor} on the page of {}", entry.id);
            let link = format!("../entries/{}.html#{anchor}", entry.id);
            assert!(links[format!("topics/{}.html", figure.topic).as_str()].contains(link.as_str()), "{link}");
            count += 1;
        }
    }
    assert!(count >= 8, "{count} mentions");
}

#[test]
fn every_mention_is_quoted_with_a_link_to_its_line() {
    for journal in golden() {
        assert_evidence_is_reached(&journal);
    }
}

#[test]
fn lines_that_begin_in_unusual_ways_have_their_anchor() {
    let front = "---\ncompany: Acme\nrole: R\ndecided: 2026-06-01\nreasons: [preparation, confidence]\nweaknesses:\n  - languages\n  - salary\n---\n";
    let body = "\n## Debrief\n\n[[b]]\n#teamwork\n\n![a picture](https://example.org/a.png)\n#presence\n\n&mdash;\n#targeting\n\n\
        `code`\n#documents\n\n<kbd>x</kbd> #experience\n\n- **[Bold](b.md)**\n  #communication\n- ~~x~~ #enthusiasm\n\n\
        > > Deep #career-path\n\n1. *#problem-solving*\n\nText.[^1]\n\n[^1]: A note #qualifications\n\n\
        ![alone](p.png)\n#availability\n\n## Threats\n\n[[b]]\n\n## Actions\n\n- [ ] [[b]]\n- [-] Two\n";
    let other = "---\ncompany: Bold\nrole: R\ndecided: 2026-06-01\n---\n\nSee [[a]].\n";
    let journal = TestJournal::new()
        .entry("a.md", &format!("{front}{body}"))
        .entry("b.md", other)
        .entry("c.md", "+++\ncompany = \"C\"\nrole = \"R\"\ndecided = 2026-06-01\nreasons = [\"salary\"]\nstrengths = [\n  \"teamwork\",\n]\n+++\n")
        .file("entries/p.png", b"png");
    assert_evidence_is_reached(&journal);
    assert_links_resolve(&site_of(&journal));
    assert_pages_are_well_formed(&site_of(&journal), "en");
}

#[test]
fn one_line_of_front_matter_may_hold_several_lists() {
    let text = "---\n{company: Acme, role: R, decided: 2026-06-01, reasons: [salary, teamwork, presence, languages], \
        weaknesses: [confidence, documents], strengths: [experience, salary]}\n---\n";
    let journal = TestJournal::new().entry("a.md", text);
    assert_evidence_is_reached(&journal);
    assert_pages_are_well_formed(&site_of(&journal), "en");
}

#[test]
fn resources_of_a_goal_are_links_where_they_hold_an_address() {
    let goal = "---\ntitle: T\nresources:\n  - \"[A card](https://example.org/a)\"\n  - https://example.org/b\n  - A book (old)\n  \
        - \"[Not one](javascript:x)\"\n---\n";
    let site = site_of(&TestJournal::new().goal("g.md", goal));
    let page = &pages(&site)["plan.html"];
    let links: Vec<&str> = page.all("href").filter(|address| address.contains(':')).collect();
    assert_eq!(links, ["https://example.org/a", "https://example.org/b"]);
    for text in ["A card", "A book (old)", "[Not one](javascript:x)"] {
        assert!(page.text.contains(text), "{text}");
    }
    assert!(!page.text.contains("[A card]"));
}
