//! Size: the first page loads little, and long lists do not drown what is read.

use std::fmt::Write as _;

use rebond::fs;
use rebond::render::theme::BUILT_IN;

use crate::site::{golden, rebond, site_of, text_of};
use crate::support::TestJournal;
use crate::support::html::Page;

/// What the report's first page may weigh with all it loads, in bytes.
const BUDGET: usize = 100_000;

#[test]
fn the_first_page_is_small_with_all_it_loads() {
    let [journal, _] = golden();
    for (theme, _) in BUILT_IN {
        let out = journal.root().join(format!("site-{theme}"));
        let words = ["-q", "build", "--theme", theme, "--out", out.to_str().unwrap()];
        assert_eq!(rebond(journal.root(), &words).status.code(), Some(0));
        let text = |path: &str| String::from_utf8(fs::read(&out.join(path)).unwrap()).unwrap();
        let index = text("index.html");
        let page = Page::read(&index);
        let loaded = page.named("link").filter_map(|element| element.get("href"));
        let loaded: Vec<&str> = loaded.chain(page.all("src")).collect();
        assert_eq!(loaded, ["style.css"], "what {theme} loads");
        let size = index.len() + loaded.iter().map(|path| text(path).len()).sum::<usize>();
        assert!((40_000..BUDGET).contains(&size), "{theme}: {size} bytes");
    }
}

/// Returns a journal in which `count` companies say one thing.
fn many(count: usize) -> TestJournal {
    (0..count).fold(TestJournal::new(), |journal, number| {
        let (month, day) = (number / 28 % 12 + 1, number % 28 + 1);
        let mut text = format!("---\ncompany: Acme {number}\nrole: R\ndecided: 2025-{month:02}-{day:02}\n---\n\n");
        let _ = write!(text, "## Feedback\n\n> Sentence {number} of theirs. #preparation\n");
        journal.entry(&format!("{number}.md"), &text)
    })
}

#[test]
fn quotes_beyond_twenty_are_folded_and_those_beyond_two_hundred_left_to_the_list() {
    #[track_caller]
    fn case(count: usize, folded: Option<&str>, beyond: Option<&str>) {
        let site = site_of(&many(count));
        let page = text_of(&site, "topics/preparation.html");
        assert_eq!(page.matches("<figure class=\"quote").count(), count.min(200));
        let (read, rest) = page.split_at(page.find("<figure").unwrap());
        assert!(read.contains("<summary>As a table</summary>"), "{read}");
        assert_eq!(read.matches("<td class=\"date\">").count(), count.min(200));
        assert_eq!(rest.split("<details>").next().unwrap().matches("<figure").count(), count.min(20));
        let summary = rest.split_once("<summary>").map(|(_, rest)| rest.split_once("</summary>").unwrap().0);
        assert_eq!(summary, folded);
        let link = "<a href=\"../entries/index.html#topic=preparation\">";
        assert_eq!(page.split_once(link).map(|(_, rest)| rest.split_once("</a>").unwrap().0), beyond);
    }

    case(20, None, None);
    case(21, Some("1 more quote"), None);
    case(200, Some("180 more quotes"), None);
    case(203, Some("180 more quotes"), Some("3 earlier mentions, in the list of applications"));
}

#[test]
fn the_table_of_the_journey_tells_the_latest_hundred_and_leads_to_the_others() {
    for (count, earlier) in [(100, None), (101, Some("1 earlier application, in the list"))] {
        let site = site_of(&many(count));
        let page = text_of(&site, "journey.html");
        assert_eq!(page.matches("<td class=\"date\">").count(), 100);
        let first = ["2025-01-01", "2025-02-01"]
            .map(|day| rebond::locale::Locale::new(rebond::locale::Lang::En, "").date(day.parse().unwrap()));
        assert_eq!(page.contains(&format!("<td class=\"date\">{}</td>", first[0])), count == 100);
        assert!(page.contains(&format!("<td class=\"date\">{}</td>", first[1])));
        let link = "<p class=\"more\"><a href=\"entries/index.html\">";
        assert_eq!(page.split_once(link).map(|(_, rest)| rest.split_once("</a>").unwrap().0), earlier);
    }
}

#[test]
fn tasks_beyond_those_that_are_read_at_once_are_counted_with_the_way_to_them() {
    let mut text = "---\ncompany: Acme\nrole: R\ndecided: 2025-03-01\n---\n\n".to_owned();
    text.extend((0..21).map(|number| format!("- [ ] Open {number}\n")));
    text.extend((0..201).map(|number| format!("- [x] Done {number} done:2025-04-02\n")));
    let site = site_of(&TestJournal::new().entry("a.md", &text));
    let tasks = |page: &str| text_of(&site, page).matches("<span class=\"box").count();
    assert_eq!((tasks("index.html"), tasks("plan.html")), (20, 200));
    assert!(text_of(&site, "index.html").contains("<p class=\"more\"><a href=\"plan.html\">1 more task</a></p>"));
    let plan = text_of(&site, "plan.html");
    assert!(plan.contains("<a href=\"entries/index.html\">22 more tasks</a>"));
    assert!(plan.contains("<p class=\"more\">And 1 task done before these.</p>"));
    assert_eq!(plan.matches("<td class=\"date\">").count(), 200);
}

#[test]
fn an_application_outside_of_the_trend_stands_in_the_strips_of_what_it_names() {
    let fed = |number: usize| {
        format!(
            "---\ncompany: Fed {number}\nrole: R\ndecided: 2026-0{number}-10\n---\n\n## Feedback\n\n> Well. #+preparation\n"
        )
    };
    let listed = "---\ncompany: Listed\nrole: R\ndecided: 2026-02-20\nreasons: hiring-freeze\n---\n";
    let same = listed.replace("Listed", "Same").replace("02-20", "02-22");
    let journal = TestJournal::new().entry("listed.md", listed).entry("same.md", &same);
    let journal = (1..4).fold(journal, |journal, number| journal.entry(&format!("{number}.md"), &fed(number)));
    let site = site_of(&journal);
    let strip = |page: &str| {
        text_of(&site, page)
            .split_once("<svg class=\"strip")
            .unwrap()
            .1
            .split_once("</svg>")
            .unwrap()
            .0
            .replace('\u{a0}', " ")
    };
    let frozen = strip("topics/hiring-freeze.html");
    assert!(
        frozen.contains("<desc>Listed, 20 February 2026 (a recruiter) · Same, 22 February 2026 (a recruiter)</desc>"),
        "{frozen}"
    );
    assert_eq!(frozen.matches("<circle").count(), 2, "{frozen}");
    // Between the second and the third of the set, side by side.
    assert!(frozen.contains("cx=\"114.7\"") && frozen.contains("cx=\"140.3\""), "{frozen}");
    let prepared = strip("topics/preparation.html");
    assert!(!prepared.contains("Listed") && prepared.matches("<circle").count() == 3, "{prepared}");
    let page = text_of(&site, "topics/hiring-freeze.html");
    assert!(page.contains("Listed, R</a></td><td>a recruiter</td>"), "{page}");
}
