//! Copies that name nobody: what passes, what never does, and the check that says so.

mod check;
mod months;
mod names;

use rebond::address::Addresses;
use rebond::analyse;
use rebond::ics;
use rebond::locale::{Lang, fold};
use rebond::pipeline::{self, Copied, Project};
use rebond::render::Content;
use rebond::render::policy::ThemeScripts;

use crate::support::{TODAY, TestJournal, source_path};

/// Every text of a copy: the pages, the figures, the calendar, the names of the files, and the journal they are made from.
struct Output {
    texts: Vec<(String, String)>,
    copied: Copied,
}

fn copy(journal: &TestJournal, lang: Option<Lang>) -> Output {
    let project = Project::open(journal.root()).unwrap();
    let loaded = pipeline::load(&project, TODAY);
    let copied = pipeline::copy(&loaded, &project.locale(lang));
    let mut texts = Vec::new();
    for name in ["booklet", "correspondence"] {
        let theme = pipeline::theme(&project, name, ThemeScripts::Held).unwrap();
        let site = pipeline::site(&project, &copied.loaded, &copied.locale, &theme, TODAY).unwrap();
        let leaks = pipeline::leaks(&copied.names, &site, &theme);
        assert_eq!(leaks, [], "{name}");
        for (path, content) in site.files {
            match content {
                Content::Bytes(bytes) if !theme.statics.contains_key(&path) => {
                    texts.push((path, String::from_utf8(bytes).unwrap()));
                }
                Content::Bytes(_) => {}
                Content::Copy(file) => texts.push((path, file)),
            }
        }
    }
    let steps = analyse::agenda(&copied.loaded.journal, &copied.locale, TODAY, 400);
    texts.push(("agenda.json".into(), analyse::to_json(&steps, copied.loaded.journal.copy)));
    texts.push(("journal".into(), format!("{:?}", copied.loaded.journal)));
    let addresses = Addresses::new(&copied.loaded.journal);
    let place = ics::Place { settings: &copied.loaded.journal.settings, addresses: &addresses };
    texts.push(("long.ics".into(), ics::calendar(&steps, &place, &copied.locale, TODAY)));
    Output { texts, copied }
}

/// What the checks look in: entities and folded lines undone, accents, case and everything but letters and digits gone.
fn bare(text: &str) -> String {
    let text = text.replace("\r\n ", "").replace("&#39;", "'").replace("&amp;", "&");
    fold(&text).chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Output {
    /// Asserts that no text holds any of `secrets`, compared by letters and digits alone.
    #[track_caller]
    fn lacks(&self, secrets: &[String]) {
        for (path, text) in &self.texts {
            let (text, name) = (bare(text), bare(path));
            for secret in secrets.iter().map(|secret| bare(secret)) {
                let at = text.find(&secret).map(|at| text[at.saturating_sub(40)..(at + 60).min(text.len())].to_owned());
                assert_eq!(at, None, "{secret} in {path}");
                assert!(!name.contains(&secret), "{path} tells {secret}");
            }
        }
    }

    #[track_caller]
    fn text(&self, path: &str) -> &str {
        &self.texts.iter().find(|(known, _)| known == path).unwrap_or_else(|| panic!("no {path}")).1
    }

    /// The source of an entry of the copy.
    fn source(&self, id: &str) -> &str {
        &self.copied.loaded.journal.entry(id).unwrap().source.text
    }
}

/// A journal of one entry with these lines of front matter and this text.
fn one(lines: &str, text: &str) -> TestJournal {
    TestJournal::new().entry("2026-05-04-vantorel.md", &entry("Vantorel Optics", lines, text))
}

fn entry(company: &str, lines: &str, text: &str) -> String {
    format!("---\ncompany: {company}\nrole: Fitter\ndecided: 2026-05-04\napplied: 2026-04-01\n{lines}\n---\n\n{text}\n")
}

#[test]
fn companies_have_letters_by_the_day_they_were_first_met() {
    let journal = TestJournal::new()
        .entry("a.md", &entry("Zembrak Ltd", "interviews: [2026-04-02]\nsector: Lenses", ""))
        .entry("b.md", "---\ncompany: Quorvex\nrole: Fitter\ndecided: 2026-03-04\n---\n")
        .entry("c.md", "---\ncompany: ZEMBRAK LTD\nrole: Fitter\nstatus: open\n---\n");
    let companies = |output: &Output| {
        let entries = &output.copied.loaded.journal.entries;
        entries.iter().map(|entry| format!("{} {}", entry.id, entry.company)).collect::<Vec<_>>()
    };
    let output = copy(&journal, None);
    assert_eq!(companies(&output), ["a1 Company A", "a2 Company B (Lenses)", "a3 Company B (Lenses)"]);
    let fr = copy(&journal, Some(Lang::Fr));
    assert_eq!(companies(&fr)[1], "a2 Entreprise B (Lenses)");
    // A later entry changes no letter and no number.
    let later = journal.entry("0.md", "---\ncompany: Aardvark\nrole: Fitter\ndecided: 2026-06-01\n---\n");
    let after = companies(&copy(&later, None));
    assert!(companies(&output)[..2].iter().all(|known| after.contains(known)), "{after:?}");
    assert!(after.contains(&"a3 Company C".to_owned()), "{after:?}");
}

#[test]
fn each_field_passes_or_not_as_the_rules_say() {
    let lines = "announced: 2026-05-02\nnotice: phone\nshortlisted: true\nsector: Lenses\nlocation: Brezolles\n\
        source: Drellmont board\nlink: https://drellmont.example.net/1\nagency: Hoskwell\ndocuments: [cv-crispal]\n\
        salary: 31 500 €\ncontacts:\n  - {name: Ilka Prembow, title: Baronin, role: hr, email: i.prembow@vantorel.example, phone: 01 99 00 88 77}\n\
        mood: {before: 4, after: 2}\ntags: [zorbing]\nmonogram: wexley\nthanked: 2026-05-05\n\
        interviews: [{date: 2026-04-20, kind: on site, with: Odran Fisk}]\n\
        feedback: {requested: 2026-05-06, received: 2026-05-08, kind: constructive}";
    let output = copy(&one(lines, "Plain words.\n"), None);
    let entry = output.copied.loaded.journal.entry("a1").unwrap();
    assert_eq!(entry.company, "Company A (Lenses)");
    assert_eq!((entry.role.as_str(), entry.sector.as_deref()), ("Fitter", Some("Lenses")));
    assert_eq!(entry.agency.as_deref(), Some("Agency A"));
    assert_eq!(entry.found_at.as_deref(), Some("Drellmont board"));
    assert_eq!(entry.interviews[0].kind.as_deref(), Some("on site"));
    assert_eq!(entry.decided_on().unwrap().to_string(), "2026-05-04");
    let page = &output.text("entries/a1.html").replace('\u{a0}', " ");
    for passes in ["Company A (Lenses)", "Agency A", "HR", "Lenses", "on site", "8 May 2026", "Plain words."] {
        assert!(page.contains(passes), "{passes}\n{page}");
    }
    output.lacks(
        &[
            "Vantorel",
            "Brezolles",
            "drellmont.example",
            "Hoskwell",
            "crispal",
            "31 500",
            "Ilka",
            "Prembow",
            "Baronin",
            "01 99 00 88 77",
            "zorbing",
            "wexley",
            "monogram",
            "Odran",
            "Fisk",
        ]
        .map(String::from),
    );
    assert!(!page.contains("<dt>Mood"), "{page}");
    assert!(!output.text("journey.html").contains("The line above: how it felt"));
    assert!(!page.contains("class=\"letter\""), "{page}");
}

#[test]
fn what_each_field_names_goes_from_texts_too() {
    #[track_caller]
    fn case(lines: &str, written: &str, expected: &str) {
        let output = copy(&one(lines, written), None);
        assert_eq!(output.source("a1").trim().replace('\\', ""), expected, "{lines}: {written}");
    }
    case("location: Brezolles (28)", "In Brezolles.", "In [place].");
    case("link: https://jobs.brambling.example/7", "At Brambling.", "At Company A.");
    case("link: https://brambling.example/7\nsource: Brambling", "On Brambling.", "On Brambling.");
    case("interviews: [{date: 2026-04-20, with: Odran Fisk}]", "Odran asked.", "The interviewer asked.");
    case(
        "contacts: [{role: hr, email: tamsel@quorvex.example}]",
        "Tamsel of Quorvex.",
        "The person from HR of Company A.",
    );
    case("interviews: [{date: 2026-04-20, with: \"Ana O’Fisk\"}]", "OFisk asked.", "The interviewer asked.");
    case("agency: Hoskwell", "By Hoskwell.", "By Agency A.");
    case("", "They pay 38 000 €, call 020 7946 0018.", "They pay [amount], call [phone].");
    case("", "See [[drumlin-file]].", "See [link].");
    let author = "lang = \"en\"\n[author]\nname = \"Wexley Drumlin\"\nemail = \"jonquil@larkspur.example\"\nprofile = \"https://in.example/kestrel-22\"\n";
    let text = "Wexley here, or Jonquil, at Larkspur, as kestrel-22; see [[2026-06-01-b]].";
    let journal = one("", text).settings(author).entry("2026-06-01-b.md", &entry("Quorvex", "sector: Lenses", ""));
    let expected = "[name] here, or [name], at [name], as [name]; see [Company B](</entries/a2.md>).";
    assert_eq!(copy(&journal, None).source("a1").trim().replace('\\', "").replace("[[", "["), expected);
}

#[test]
fn documents_tags_and_links_pass_when_the_settings_say_so() {
    let lines = "documents: [cv-crispal]\ntags: [zorbing]\nsource: board\nlink: https://board.example/7";
    let text = "See https://board.example/8 and [the page](https://board.example/9). #zorb-tag\n";
    let journal =
        |include: &str| one(lines, text).settings(&format!("lang = \"en\"\n[share]\ninclude = [{include}]\n"));
    let output = copy(&journal("\"documents\", \"tags\", \"links\""), None);
    let page = &output.text("entries/a1.html").replace('\u{a0}', " ");
    for passes in ["cv-crispal", "zorbing", "zorb-tag", "board.example/7", "board.example/8", "board.example/9"] {
        assert!(page.contains(passes), "{passes}\n{page}");
    }
    let output = copy(&journal(""), None);
    assert!(output.text("entries/a1.html").contains("See [link] and the page."));
    output.lacks(&["crispal", "zorb", "board.example"].map(String::from));
    // An address that names the company does not pass either way.
    let own = one("link: https://jobs.vantorel.example/7", "[x](https://vantorel.example/9)\n")
        .settings("lang = \"en\"\n[share]\ninclude = [\"links\"]\n");
    copy(&own, None).lacks(&["vantorel".to_owned()]);
}

#[test]
fn what_is_private_is_in_no_figure_and_on_no_page() {
    let journal = TestJournal::new()
        .entry(
            "2026-05-04-a.md",
            &entry("Vantorel Optics", "follows: 2026-05-04-b", "## Feedback\n\n> Too vague. #answer-structure\n"),
        )
        .entry(
            "2026-05-04-b.md",
            &entry(
                "Quorvex",
                "private: true\nstrengths: [teamwork]",
                "## Feedback\n\n> Drumlin. #preparation\n\n- [ ] Brambling due:2026-06-20\n",
            ),
        )
        .entry("2026-05-04-c.md", &entry("Hoskwell", "draft: true", "Wimbrel\n"));
    let output = copy(&journal, None);
    output.lacks(&["Quorvex", "Drumlin", "Brambling", "Wimbrel", "Hoskwell"].map(String::from));
    let report = analyse::report(&output.copied.loaded.journal, &output.copied.locale, TODAY);
    assert_eq!((report.entries.total, report.plan.totals.open), (1, 0));
    let topics: Vec<&str> = report.weaknesses.iter().map(|figure| figure.topic.as_str()).collect();
    assert_eq!((topics, report.strengths.len(), report.mood.len()), (vec!["answer-structure"], 0, 0));
    assert!(output.copied.loaded.journal.entries.iter().all(|entry| entry.follows.is_none()));
}

#[test]
fn hidden_sections_comments_images_and_raw_html_do_not_pass() {
    let text = "# Words\n\nSeen <b title=\"Brambling\">bold</b> <!-- Drumlin --> ![Wimbrel](wimbrel.png) end.\n\n\
        <div>Fennimore</div>\n\n## Feelings\n\nGraddock\n\n- [ ] Hespera #preparation\n\n### Deeper\n\nIsobar\n\n## Private\n\nJonquil #teamwork\n\n\
        > ## Feelings\n>\n> Kestrel\n\n## Debrief\n\n> ## Private\n>\n> Larkspur\n\nMerino\n\n```wimbrel\ncode stays\n```\n\n[wimbrel]: https://fennimore.example \"Graddock\"\n";
    let output = copy(&one("", text), None);
    output.lacks(
        &[
            "Brambling",
            "Drumlin",
            "Wimbrel",
            "Fennimore",
            "Graddock",
            "Hespera",
            "Isobar",
            "Jonquil",
            "Kestrel",
            "Larkspur",
        ]
        .map(String::from),
    );
    for passes in ["Seen", "bold", "end.", "Merino", "code stays"] {
        assert!(output.source("a1").contains(passes), "{passes}\n{}", output.source("a1"));
    }
    assert!(!output.texts.iter().any(|(path, _)| path.starts_with("files/")));
}

#[test]
fn figures_are_those_of_the_journal_without_its_private_entries() {
    for (folder, lang) in [("example-journal", Lang::Fr), ("tests/journals/english", Lang::En)] {
        let journal = TestJournal::new().folder(&source_path(folder));
        let settings = rebond::fs::read_text_if_there(&journal.root().join("rebond.toml")).unwrap().unwrap();
        let journal = journal.settings(&settings.replace("dates   = \"month\"", "dates   = \"day\""));
        let project = Project::open(journal.root()).unwrap();
        let mut loaded = pipeline::load(&project, TODAY);
        let locale = project.locale(Some(lang));
        let copied = pipeline::copy(&loaded, &locale);
        let shown = loaded.journal.entries.iter().filter(|entry| !entry.private && !entry.draft);
        loaded.journal.entries = shown.cloned().collect();
        let own = analyse::report(&loaded.journal, &locale, TODAY);
        let shared = analyse::report(&copied.loaded.journal, &copied.locale, TODAY);
        assert_eq!(own.entries, shared.entries);
        assert_eq!(own.funnel, shared.funnel);
        assert_eq!((own.plan.totals, &own.plan.uncovered), (shared.plan.totals, &shared.plan.uncovered));
        assert_eq!(own.activity, shared.activity);
        assert_eq!(
            (own.feedback.due, own.feedback.requested, own.feedback.received, own.feedback.rate),
            (shared.feedback.due, shared.feedback.requested, shared.feedback.received, shared.feedback.rate)
        );
        let figures = |list: &[analyse::TopicFigure]| {
            list.iter()
                .map(|figure| {
                    format!(
                        "{} {} {} {} {} {} {} {:?} {}",
                        figure.topic,
                        figure.applications,
                        figure.companies,
                        figure.employers,
                        figure.of,
                        figure.suggested,
                        figure.score,
                        figure.trend,
                        figure.evidence.len()
                    )
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(figures(&own.weaknesses), figures(&shared.weaknesses));
        assert_eq!(figures(&own.strengths), figures(&shared.strengths));
        assert_eq!(figures(&own.beyond_control), figures(&shared.beyond_control));
        let steps = |report: &analyse::Report| {
            report
                .agenda
                .iter()
                .map(|step| format!("{:?} {} {} {}", step.kind, step.date, step.until, step.entry.is_some()))
                .collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(steps(&own), steps(&shared));
        assert_eq!((shared.mood.len(), own.stories.len()), (0, shared.stories.len()));
    }
}

#[test]
fn json_names_no_file_and_no_link() {
    let journal = TestJournal::new().folder(&source_path("tests/journals/english"));
    let output = copy(&journal, None);
    let json = output.text("report.json");
    assert!(json.contains("\"file\": null") && !json.contains("\"file\": \""), "{json}");
    assert!(json.contains("\"entry\": \"a1\""));
}

#[test]
fn a_file_that_is_left_out_is_counted_and_its_names_go_too() {
    let journal = one("", "Quorvex and Tamsel Wroe came up; Hoskwell too.\n")
        .entry(
            "2026-05-01-quorvex.md",
            "---\ncompany: Quorvex\nrole: x\ndecided: 2026-13-01\ncontacts: [{name: Tamsel Wroe}]\n---\n",
        )
        .entry("2026-05-02-hoskwell.md", "---\ncompany: Hoskwell\nprivate: true\ndecided: 2026-13-01\n---\n");
    let output = copy(&journal, None);
    output.lacks(&["Quorvex", "Tamsel", "Wroe", "Hoskwell"].map(String::from));
    assert_eq!(output.copied.loaded.journal.left_out_entries.len(), 1);
    assert!(output.text("index.html").contains("One file has an error and is in no figure."));
}

#[test]
fn the_title_the_goals_and_own_topics_name_nobody() {
    let journal = one("weaknesses: [vantorel-tools]\nreasons: [vantorel-tools]", "Words. #vantorel-tools\n")
        .settings("lang = \"en\"\ntitle = \"Ilka Prembow's search\"\n[author]\nname = \"Ilka Prembow\"\nemail = \"ilka@prembow.example\"\n[site]\nurl = \"https://prembow.example\"\n[[topics]]\nid = \"vantorel-tools\"\ngroup = \"technical\"\ncontrol = \"mine\"\nen = \"Vantorel tools\"\nfr = \"Outils Vantorel\"\nterms = [\"vantorel\"]\n")
        .goal("call-vantorel.md", "---\ntitle: Call Vantorel again in May\ntopics: [vantorel-tools]\npartner: Odran Fisk\nwhy: Vantorel likes me\nmeasure: {what: calls to Vantorel, target: 3}\nresources: [\"Vantorel handbook\", \"https://vantorel.example\", \"[Odran](https://x.example)\"]\ndue: 2026-06-30\nmonogram: wexley\n---\n\n- [ ] Ask Odran Fisk due:2026-06-20\n");
    let output = copy(&journal, None);
    output.lacks(&["Vantorel", "Ilka", "Prembow", "Odran", "Fisk", "wexley", "x.example"].map(String::from));
    let goal = output.copied.loaded.journal.goal("g1").unwrap();
    assert_eq!(
        (goal.title.as_str(), goal.partner.as_deref()),
        ("Call Company A again in May", Some("someone I trust"))
    );
    assert!(output.text("plan.html").contains("Ask someone I trust"));
    assert!(output.text("topics/topic-1.html").contains("Company A tools"));
    assert!(
        output.text("index.html").contains("[name]'s search")
            || output.text("index.html").contains("[name]&#39;s search")
    );
    assert!(output.text("index.html").contains("Shared copy, with names removed."));
}

#[test]
fn the_same_journal_gives_the_same_copy() {
    let journal = TestJournal::new().folder(&source_path("example-journal"));
    assert_eq!(copy(&journal, None).texts, copy(&journal, None).texts);
}
