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
fn quotes_beyond_twenty_are_folded_and_none_is_lost() {
    #[track_caller]
    fn case(count: usize, folded: Option<&str>) {
        let site = site_of(&many(count));
        let page = text_of(&site, "topics/preparation.html");
        assert_eq!(page.matches("<figure class=\"quote").count(), count);
        let (read, rest) = page.split_at(page.find("<details>").unwrap());
        assert_eq!(read.matches("<figure").count(), count.min(20));
        let summary = rest.split_once("<summary>").unwrap().1.split_once("</summary>").unwrap().0;
        assert_eq!(summary, folded.unwrap_or("As a table"));
    }

    case(20, None);
    case(21, Some("1 more quote"));
    case(45, Some("25 more quotes"));
}

#[test]
fn a_long_table_of_the_journey_is_folded() {
    for (count, is_folded) in [(100, false), (101, true)] {
        let site = site_of(&many(count));
        let page = text_of(&site, "journey.html");
        let table = page.find("<table class=\"entries").unwrap();
        assert_eq!(page.get(table..).unwrap().matches("<td class=\"date\">").count(), count);
        assert_eq!(page.get(..table).unwrap().contains("<details>"), is_folded, "{count}");
    }
}
