//! Pages for paper: they stand alone, hold nothing private where they are handed over, say what they cut.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use rebond::fs;

use crate::site::{golden, rebond, site_of, text_of};
use crate::support::html::Page;
use crate::support::{TODAY, TestJournal};

const PAGES: [&str; 4] = ["print.html", "print-brief.html", "print-week.html", "print-applications.html"];
const SHEETS: [&str; 3] = ["print-brief.html", "print-week.html", "print-applications.html"];

/// Returns what a page for paper says, without its head.
fn text(journal: &TestJournal, page: &str) -> String {
    let site = site_of(journal);
    let html = text_of(&site, page);
    let main = html.split_once("<main>").unwrap().1.replace('<', " <");
    Page::read(&main).text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn they_stand_alone() {
    for journal in golden() {
        let site = site_of(&journal);
        for path in PAGES {
            let html = text_of(&site, path);
            let page = Page::read(html);
            assert_eq!(page.faults, Vec::<String>::new(), "{path}");
            let ids: BTreeSet<&str> = page.elements.iter().filter_map(|element| element.get("id")).collect();
            for element in &page.elements {
                assert!(
                    !["script", "link", "iframe", "object"].contains(&element.name.as_str()),
                    "{path}: {element:?}"
                );
                assert!(element.get("style").is_none(), "{path}: {element:?}");
                if let Some(source) = element.get("src") {
                    assert!(source.starts_with("data:image/"), "{path}: {source}");
                }
                if let Some(href) = element.get("href") {
                    let is_here = href.strip_prefix('#').is_some_and(|id| ids.contains(id));
                    assert!(is_here || href.starts_with("https://") || href.starts_with("mailto:"), "{path}: {href}");
                }
            }
            assert!(html.contains("style-src  'sha256-"), "{path}");
            assert!(html.contains("<meta name=\"generator\" content=\"rebond "), "{path}");
            assert!(html.contains("@page {\n  size: A4;"), "{path}");
        }
    }
}

#[test]
fn links_out_of_the_page_say_where_they_lead() {
    let goal = "---\ntitle: Read\ntopics: [preparation]\nresources: [\"[Sheet](https://example.org/star)\"]\n---\n\n\
        [Site](https://www.example.org/a/) [example.org](https://example.org) <jo@example.org> \
        [Long](https://example.org/an/address/that/nobody/types?from=paper#ever) [[e]] [there](../entries/e.md)\n";
    let site = site_of(&TestJournal::new().goal("a.md", goal).entry("e.md", OPEN_HEARTED));
    let report = text_of(&site, "print.html");
    for expected in [
        "Site</a> <span class=\"address\">(example.org/a)</span>",
        ">example.org</a> <a",
        ">jo@example.org</a> <a",
        "Long</a> <span class=\"address\">(example.org)</span> Acme, Fitter there",
        ">Sheet (example.org/star)</a>",
    ] {
        assert!(report.contains(expected), "{expected}: {report}");
    }
    assert!(!text_of(&site, "plan.html").contains("class=\"address\""));
}

#[test]
fn an_image_is_in_the_page() {
    let goal = "---\ntitle: Draw a plan\ntopics: [preparation]\n---\n\n![Plan](plan.png)\n\n[Site](https://example.org/a) <https://example.org/b>\n";
    let site = site_of(&TestJournal::new().goal("a.md", goal).file("plan/plan.png", b"PNG"));
    let report = text_of(&site, "print.html");
    assert!(report.contains("<img src=\"data:image/png;base64,UE5H\" alt=\"Plan\""), "{report}");
    assert!(report.contains("<a href=\"https://example.org/b\""), "{report}");
    assert!(text_of(&site, "plan.html").contains("<img src=\"files/plan/plan.png\""));
}

#[test]
fn an_image_in_raw_html_is_in_the_page_and_nothing_else_that_an_address_holds() {
    let goal = "---\ntitle: Draw a plan\ntopics: [preparation]\n---\n\n![Plan](plan.png)\n\n\
        <p><img src=\"map.png\" alt=\"Map\"></p>\n\n<img src=\"data:image/png;base64,AAAA\" alt=\"Other\">\n";
    let files = [("plan/plan.png", b"PNG"), ("plan/map.png", b"MAP")];
    let journal =
        files.iter().fold(TestJournal::new().goal("a.md", goal), |journal, (path, bytes)| journal.file(path, *bytes));
    let site = site_of(&journal);
    let report = text_of(&site, "print.html");
    for (image, name) in [("UE5H", "Plan"), ("TUFQ", "Map")] {
        assert!(report.contains(&format!("<img src=\"data:image/png;base64,{image}\" alt=\"{name}\"")), "{report}");
    }
    assert!(report.contains("<img alt=\"Other\">") && !report.contains("AAAA"), "{report}");
    assert!(text_of(&site, "plan.html").contains("<img src=\"files/plan/map.png\" alt=\"Map\">"));
}

/// An application of this week that says everything there is to say.
const OPEN_HEARTED: &str = "---\ncompany: Acme\nrole: Fitter\napplied: 2026-06-01\ninterviews: [2026-06-08]\n\
    decided: 2026-06-09\nnotice: personal\nsalary: 41000\nmood: {before: 4, after: 1}\nsource: Job fair\n\
    contacts: [{name: Jo Brandt, email: jo@acme.example}]\nfeedback: {requested: 2026-06-10, received: 2026-06-11}\n\
    ---\n\n## Feedback\n\n> Your planning was first rate. #+preparation\n>\n> Your answers wandered. #answer-structure\n\n\
    ## Feelings\n\nIt stung.\n\n- [ ] Cry it out due:2026-06-12\n\n## Private\n\n- [x] Told Lou done:2026-06-10\n\n\
    ## Actions\n\n- [x] Call the coach done:2026-06-10\n- [ ] Rehearse aloud #answer-structure due:2026-06-13\n";

fn open_hearted() -> TestJournal {
    let secret = OPEN_HEARTED.replace("company: Acme", "company: Secret Works\nprivate: true");
    TestJournal::new().entry("2026-06-09-acme.md", OPEN_HEARTED).entry("2026-06-09-secret.md", &secret)
}

#[test]
fn the_week_tells_what_happened_was_asked_was_learned_and_is_next() {
    let week = text(&open_hearted(), "print-week.html");
    for expected in [
        "from 6 June 2026 to 12 June 2026",
        "Monday 8 Interview at Acme",
        "Tuesday 9 News from Acme",
        "Wednesday 10 Done: “Call the coach”",
        "Wednesday 10 Asked Acme for feedback",
        "Thursday 11 Feedback from Acme",
        "“Your planning was first rate.” Preparation works · Recruiter, Acme",
        "“Your answers wandered.” Answer structure: to work on · Recruiter, Acme",
        "by 15 June Thank Acme for their feedback",
        "noted with the application to Acme Agreed today",
    ] {
        assert!(week.contains(expected), "{expected}: {week}");
    }
}

#[test]
fn the_brief_brings_strengths_points_and_questions() {
    let journal = open_hearted().entry(
        "next.md",
        "---\ncompany: Next\nrole: Fitter\nstatus: open\napplied: 2026-06-10\ninterviews: [2026-06-15]\n---\n",
    );
    let brief = text(&journal, "print-brief.html");
    for expected in [
        "Next interview: Monday 15 June, Next, Fitter",
        "Preparation 1 of 1 employer “Your planning was first rate.” Recruiter, Acme, June 2026",
        "Answer structure 1 of 1 employer",
        "Four steps per answer: situation, task, action, result.",
        "When will you decide, and how will you let candidates know?",
    ] {
        assert!(brief.contains(expected), "{expected}: {brief}");
    }
}

#[test]
fn the_list_holds_dates_companies_and_outcomes_and_nothing_else() {
    let list = text(&open_hearted(), "print-applications.html");
    assert!(list.contains("1 June 2026 Acme Fitter Job fair not selected, 9 June 2026"), "{list}");
    for private in ["41000", "Jo Brandt", "jo@acme", "planning", "wandered", "stung", "Cry", "4"] {
        assert!(!list.replace("2026", "").contains(private), "{private}: {list}");
    }
}

#[test]
fn what_is_private_stays_in_the_report() {
    let journal = open_hearted();
    assert!(text(&journal, "print.html").contains("Secret Works"));
    for sheet in SHEETS {
        let shown = text(&journal, sheet);
        assert!(shown.contains("Acme"), "{sheet}: {shown}");
        for private in ["Secret", "Cry it out", "Told Lou", "stung", "41000"] {
            assert!(!shown.contains(private), "{private} in {sheet}: {shown}");
        }
    }
    let said = |page: &str| {
        let file = format!("{page}.html");
        let output =
            rebond(journal.root(), &["build", "--print", page, "--out", journal.root().join(file).to_str().unwrap()]);
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said("week").contains("1 private application is not on this page."));
    assert!(!said("report").contains("private"));
}

#[test]
fn a_long_week_is_cut_and_says_so() {
    let mut journal = TestJournal::new();
    for number in 0..60 {
        let text = OPEN_HEARTED.replace("Acme", &format!("{} {number}", "A very long company name ".repeat(12)));
        journal = journal.entry(&format!("e{number}.md"), &text);
    }
    let week = text(&journal, "print-week.html");
    let more: Vec<usize> = week
        .split("and ")
        .skip(1)
        .filter_map(|rest| rest.strip_suffix(" more").or(rest.split_once(" more").map(|(count, _)| count)))
        .filter_map(|count| count.parse().ok())
        .collect();
    assert!(more.len() >= 3 && more.iter().all(|count| *count > 40), "{more:?}: {week}");
    let brief = text(&journal, "print-brief.html");
    assert!(week.len() < 5000 && brief.len() < 5000, "{} {}", week.len(), brief.len());
}

#[test]
fn an_empty_journal_prints_something_useful() {
    let journal = TestJournal::new();
    assert!(text(&journal, "print-brief.html").contains("Tell three stories aloud"));
    assert!(text(&journal, "print-week.html").contains("No step is planned."));
    assert!(text(&journal, "print-applications.html").contains("There is no application yet."));
    assert!(text(&journal, "print.html").contains("This is the first page of a new journal."));
}

#[test]
fn a_file_that_could_not_be_read_is_missed_in_the_list() {
    let list = text(&open_hearted().entry("broken.md", "---\ncompany: X\n---\n"), "print-applications.html");
    assert!(list.contains("One application could not be read and is missing here."), "{list}");
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_page_goes_to_a_file_and_replaces_only_its_own() {
    let journal = open_hearted();
    let file = journal.root().join("week.html");
    let words = ["build", "--print", "week", "--out", file.to_str().unwrap()];
    let output = rebond(journal.root(), &words);
    assert!(output.status.success() && fs::is_file(&file), "{}", said(&output));
    assert!(!fs::exists(&journal.root().join("site")), "only the page is written");
    fs::replace(&file, &fs::read(&file).unwrap().repeat(2)).unwrap();
    assert!(rebond(journal.root(), &words).status.success(), "its own page is replaced");
    fs::replace(&file, b"mine").unwrap();
    let output = rebond(journal.root(), &words);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("rebond did not write it"), "{}", said(&output));
    assert_eq!(fs::read(&file).unwrap(), b"mine");
}

#[test]
fn a_page_never_goes_among_the_sources() {
    let journal = open_hearted();
    let file = journal.root().join("entries/week.html");
    let output = rebond(journal.root(), &["build", "--print", "week", "--out", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(!fs::exists(&file));
}

#[test]
fn without_a_file_the_page_is_in_the_site() {
    let journal = open_hearted();
    let output = rebond(journal.root(), &["build", "--print", "brief", "--paper", "letter"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("print-brief.html"), "{}", said(&output));
    let page = |name: &str| String::from_utf8(fs::read(&journal.root().join("site").join(name)).unwrap()).unwrap();
    assert!(page("print-brief.html").contains("size: letter;") && page("print-week.html").contains("size: A4;"));
    assert!(rebond(journal.root(), &["build"]).status.success(), "the next build knows its pages");
    assert!(page("print-brief.html").contains("size: A4;"));
}

#[test]
fn the_region_chooses_the_paper() {
    let american = TestJournal::new().settings("lang = \"en\"\nregion = \"US\"\n");
    for page in PAGES {
        assert!(text_of(&site_of(&american), page).contains("size: letter;"), "{page}");
    }
}

/// Asks for the PDF of the week from the browser `program`.
fn pdf(journal: &Path, program: &str, seconds: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
    command.arg("-C").arg(journal).args(["--today", &TODAY.to_string(), "build", "--print", "week"]);
    command.arg("--out").arg(journal.join("week.html")).arg("--pdf").arg(journal.join("week.pdf"));
    command.env("REBOND_BROWSER", program).env("REBOND_BROWSER_SECONDS", seconds);
    command.env_remove("LC_ALL").env("LANG", "en").output().unwrap()
}

#[test]
fn without_a_browser_the_page_stays() {
    let journal = open_hearted();
    let output = pdf(journal.root(), "no-such-browser", "5");
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    assert!(
        said(&output).contains("no-such-browser") && said(&output).contains("browser-missing"),
        "{}",
        said(&output)
    );
    assert!(fs::is_file(&journal.root().join("week.html")) && !fs::exists(&journal.root().join("week.pdf")));
}

#[cfg(unix)]
#[test]
fn a_browser_that_fails_or_hangs_is_told() {
    #[track_caller]
    fn case(script: &str, expected: &str) {
        use std::os::unix::fs::PermissionsExt;
        let journal = open_hearted().file("browser", format!("#!/bin/sh\n{script}\n").as_bytes());
        let program = journal.root().join("browser");
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        let output = pdf(journal.root(), program.to_str().unwrap(), "1");
        assert_eq!(output.status.code(), Some(3), "{}", said(&output));
        assert!(said(&output).contains(expected), "{}", said(&output));
        assert!(!fs::exists(&journal.root().join("week.pdf")));
    }
    case("echo 'no usable sandbox' >&2; exit 1", "no usable sandbox");
    case("exec sleep 60", "made no PDF within 1 second");
    case("for word; do case $word in --print-to-pdf=*) echo hello > \"${word#*=}\";; esac; done", "made no PDF");
}

#[cfg(unix)]
#[test]
fn a_pdf_replaces_only_a_pdf_of_its_own() {
    use std::os::unix::fs::PermissionsExt;
    let script =
        "#!/bin/sh\nfor word; do case $word in --print-to-pdf=*) printf '%%PDF-1.4' > \"${word#*=}\";; esac; done\n";
    let journal = open_hearted().file("browser", script.as_bytes());
    let program = journal.root().join("browser");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let file = journal.root().join("week.pdf");
    for _ in 0..2 {
        let output = pdf(journal.root(), program.to_str().unwrap(), "5");
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(fs::read(&file).unwrap(), b"%PDF-1.4\n%rebond\n");
    }
    fs::replace(&file, b"%PDF-1.4 mine").unwrap();
    let output = pdf(journal.root(), program.to_str().unwrap(), "5");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fs::read(&file).unwrap(), b"%PDF-1.4 mine");
}

#[test]
fn the_week_begins_its_three_steps_with_what_an_offer_asks_for() {
    let offer = "---\ncompany: Zed\nrole: R\nstatus: offer\ndecided: 2026-06-11\n---\n\n## Actions\n\n\
        - [ ] Give Zed an answer 📅 2026-06-19\n";
    let task = |number: u32| {
        format!(
            "---\ncompany: Acme {number}\nrole: R\nstatus: open\n---\n\n- [ ] Write note {number} 📅 2026-06-1{number}\n"
        )
    };
    let journal =
        (5..9).fold(TestJournal::new(), |journal, number| journal.entry(&format!("{number}.md"), &task(number)));
    let week = text(&journal, "print-week.html");
    assert!(week.contains("Write note 5") && week.contains("Write note 7"), "{week}");
    let week = text(&journal.entry("zed.md", offer), "print-week.html");
    assert!(week.contains("Write note 6") && week.contains("by 19 June Answer Zed"), "{week}");
    assert!(!week.contains("Write note 7"), "{week}");
}

#[test]
fn the_sheets_tell_of_files_with_errors() {
    let broken = |journal: TestJournal, count: usize| {
        (0..count).fold(journal, |journal, number| journal.entry(&format!("broken-{number}.md"), "---\nrole: [\n---\n"))
    };
    let journal = broken(open_hearted(), 1);
    for sheet in ["print-brief.html", "print-week.html"] {
        let shown = text(&journal, sheet);
        assert!(shown.contains("One file has an error and is in no figure."), "{sheet}: {shown}");
        assert!(!text(&open_hearted(), sheet).contains("no figure"), "{sheet}");
    }
    let index = |count: usize| {
        let site = site_of(&broken(open_hearted(), count));
        text_of(&site, "index.html").to_owned()
    };
    assert!(index(5).contains("broken-3.md and entries/broken-4.md). <code>rebond check"), "{}", index(5));
    assert!(index(7).contains("broken-4.md and 2 more). <code>rebond check"), "{}", index(7));
}
