//! Copies that name nobody: what passes, what never does, and the check that says so.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rebond::address::Addresses;
use rebond::analyse;
use rebond::ics;
use rebond::locale::{Lang, fold};
use rebond::pipeline::{self, Copied, Project};
use rebond::render::Content;
use rebond::render::policy::ThemeScripts;

use crate::support::{TODAY, TestJournal, source_path};

/// Every text of a copy: the pages, the figures, the calendar, the names of the files.
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
    let addresses = Addresses::new(&copied.loaded.journal);
    let place = ics::Place { settings: &copied.loaded.journal.settings, addresses: &addresses };
    texts.push(("long.ics".into(), ics::calendar(&steps, &place, &copied.locale, TODAY)));
    Output { texts, copied }
}

/// What the checks look in: entities and folded lines undone, accents, case and everything but letters and digits gone.
fn bare(text: &str) -> String {
    let text = text.replace("\r\n ", "").replace("&#x27;", "'").replace("&#x2f;", "/").replace("&amp;", "&");
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
        salary: 31 500 €\ncontacts:\n  - {name: Ilka Prembow, title: Ms, role: hr, email: i.prembow@vantorel.example, phone: 01 99 00 88 77}\n\
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
    let page = &output.text("entries/a1.html").replace("&#x2f;", "/").replace('\u{a0}', " ");
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
fn documents_tags_and_links_pass_when_the_settings_say_so() {
    let lines = "documents: [cv-crispal]\ntags: [zorbing]\nsource: board\nlink: https://board.example/7";
    let text = "See https://board.example/8 and [the page](https://board.example/9). #zorb-tag\n";
    let journal =
        |include: &str| one(lines, text).settings(&format!("lang = \"en\"\n[share]\ninclude = [{include}]\n"));
    let output = copy(&journal("\"documents\", \"tags\", \"links\""), None);
    let page = &output.text("entries/a1.html").replace("&#x2f;", "/").replace('\u{a0}', " ");
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
fn names_go_however_they_are_written() {
    #[track_caller]
    fn case(written: &str, expected: &str) {
        let lines = "contacts:\n  - {name: Anne-Lise Prembow, title: Ms, role: interviewer, email: al.prembow@vanto-rel.example}\n\
            agency: Hoskwell & Sons";
        let output = copy(&TestJournal::new().entry("x.md", &entry("Vantorel Optical Group", lines, written)), None);
        let text = output.source("a1").trim().replace('\\', "");
        assert_eq!(text, expected, "{written}");
    }
    case("I met Vantorel Optical Group.", "I met Company A.");
    case("Vantorel's answer, VANTOREL, vantorel", "Company A's answer, Company A, Company A");
    case("the Vantörel, vanto\u{ad}rel, Vantorel-Optical", "Company A, Company A, Company A");
    case("Van-\ntorel and Vantorel\nOptical Group", "Company A and Company A");
    case("**Vanto**rel and *Vantorel* Optical", "**Company A** and *Company A*");
    case("Those Prembows", "Those the interviewer");
    case("VantorelJobs and myvantorelteam", "Company AJobs and Company A");
    case("VOG hired, V.O.G. too", "Company A hired, Company A. too");
    case("Ms Prembow and Anne-Lise smiled", "The interviewer and the interviewer smiled");
    case("ANNE LISE PREMBOW's view", "The interviewer's view");
    case("Hoskwell called", "Agency A called");
    case("al.prembow@vanto-rel.example or vanto-rel.example/x", "[e-mail] or Company A.example/x");
    case("optical work is optical work", "optical work is optical work");
}

#[test]
fn french_sentences_stay_french() {
    #[track_caller]
    fn case(written: &str, expected: &str) {
        let lines = "contacts:\n  - {name: Anne Prembow, role: rh}\nsector: Optique";
        let journal = TestJournal::new()
            .settings("lang = \"fr\"\n")
            .entry("x.md", &entry("Lunetterie du Brezol", lines, written));
        let output = copy(&journal, None);
        assert_eq!(output.source("a1").trim().replace('\\', ""), expected, "{written}");
    }
    case("Le directeur du Brezol, la Lunetterie du Brezol.", "Le directeur d’Entreprise A, Entreprise A.");
    case("J’écris au Brezol et à la Lunetterie du Brezol.", "J’écris à Entreprise A et à Entreprise A.");
    case("L’avis d’Anne, de Mme Prembow.", "L’avis de la personne des RH, de la personne des RH.");
    case(
        "Je crois qu’Anne a raison. Anne est claire.",
        "Je crois que la personne des RH a raison. La personne des RH est claire.",
    );
    case("l’équipe de Brezol", "l’équipe d’Entreprise A");
}

#[test]
fn ordinary_words_that_are_names_keep_their_small_letter() {
    let lines = "contacts:\n  - {name: Rose Claire, role: hr}";
    let text = "Orange was kind: an orange rose, in a clear and claire voice. Total is a total. Rose said so.\n";
    let journal = |share: &str| {
        TestJournal::new()
            .settings(&format!("lang = \"en\"\n{share}"))
            .entry("x.md", &entry("Orange", lines, text))
            .entry("y.md", &entry("Total", "", ""))
    };
    let output = copy(&journal(""), None);
    let expected = "Company A was kind: an orange rose, in a clear and claire voice. Company B is a total. The person from HR said so.";
    assert_eq!(output.source("a1").trim(), expected);
    let output = copy(&journal("[share]\nallow = [\"Total\"]\nalso = [\"kind\"]\n"), None);
    let expected = "Company A was [name]: an orange rose, in a clear and claire voice. Total is a total. The person from HR said so.";
    assert_eq!(output.source("a1").trim().replace('\\', ""), expected);
}

#[test]
fn dates_can_be_told_by_the_month_everywhere() {
    let journal = TestJournal::new()
        .settings("lang = \"en\"\n[share]\ndates = \"month\"\n")
        .entry("2026-05-14-a.md", "---\ncompany: Vantorel\nrole: Fitter\napplied: 2026-05-03\ndecided: 2026-05-14\ninterviews: [2026-05-07]\nfeedback: {requested: 2026-05-19, received: 2026-05-21, thanked: 2026-05-22}\nthanked: 2026-05-15\n---\n\n## Feedback\n\nOn 2026-05-21, 21 May, May 21st and 21/05/2026. #preparation\n\n- [ ] Practise due:2026-06-23 start:2026-06-02\n- [x] Did #preparation done:2026-05-25\n")
        .entry("2026-05-09-b.md", &entry("Quorvex", "", ""))
        .goal("g.md", "---\ntitle: Speak in four clear steps\ntopics: [preparation]\nstart: 2026-05-11\ndue: 2026-06-24\ncadence: weekly\nreviewed: [2026-05-13]\n---\n\n- [ ] One due:2026-06-26\n");
    let output = copy(&journal, None);
    let full = regex(&output.texts);
    assert_eq!(full, Vec::<String>::new());
    let page = output.text("entries/a2.html");
    assert!(page.contains("May 2026") && page.contains("until June 2026"), "{page}");
    assert!(output.source("a2").contains("In 2026-05, May, May and 05/2026."), "{}", output.source("a2"));
    let json: serde_json::Value = serde_json::from_str(output.text("report.json")).unwrap();
    assert_eq!(
        (json["today"].as_str(), json["weaknesses"][0]["trend"]["pivot"].as_str()),
        (Some("2026-06"), Some("2026-05"))
    );
    assert!(output.text("print-applications.html").contains("datetime=\"2026-05\""));
    assert_eq!(json["plan"]["tasks"][0]["due"].as_str(), Some("2026-06"));
    let ids: Vec<&str> = output.copied.loaded.journal.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["a1", "a2"]);
    let calendar = output.text("agenda.ics");
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20260601\r\n") && calendar.contains("DTEND;VALUE=DATE:20260701\r\n"),
        "{calendar}"
    );
}

/// Returns every day of the journal of months that a text still tells.
fn regex(texts: &[(String, String)]) -> Vec<String> {
    let days = [3, 7, 14, 15, 19, 21, 22, 23, 2, 25, 11, 24, 13, 26, 4, 9];
    let mut found = Vec::new();
    for (path, text) in texts {
        for day in days {
            for (month, name) in [(4, "April"), (5, "May"), (6, "June")] {
                let forms = [
                    format!("2026-{month:02}-{day:02}"),
                    format!("2026{month:02}{day:02}"),
                    format!("{day}\u{a0}{name}"),
                    format!("{day} {name}"),
                ];
                let is_told = |form: &String| {
                    text.match_indices(form.as_str()).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_ascii_digit()))
                };
                found.extend(forms.iter().filter(|form| is_told(form)).map(|form| format!("{path}: {form}")));
            }
        }
    }
    found
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
        loaded.journal.entries.retain(|entry| !entry.private && !entry.draft);
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
    let journal = one("weaknesses: [vantorel-tools]", "Words. #vantorel-tools\n")
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
            || output.text("index.html").contains("[name]&#x27;s search")
    );
    assert!(output.text("index.html").contains("Shared copy, with names removed."));
}

/// 200 names that no dictionary has, so that finding one is proof.
fn planted(count: usize, seed: usize) -> Vec<String> {
    let (heads, tails) = (
        ["Brel", "Zemb", "Quorv", "Drell", "Hosk", "Wemb", "Trosk", "Gneth", "Plov", "Skarn"],
        ["axi", "ombe", "urdo", "elko", "istra", "omvak"],
    );
    (0..count)
        .map(|index| {
            let number = index + seed;
            let middle = ["ando", "ilv", "othe", "umra"][(number / 60) % 4];
            format!("{}{}{}", heads[number % 10], middle, tails[(number / 10) % 6])
        })
        .collect()
}

#[test]
fn two_hundred_names_in_every_field_and_text_never_come_out() {
    let names = planted(200, 0);
    let mut journal = TestJournal::new().settings(&format!(
        "lang = \"en\"\ntitle = \"Search of {0}\"\n[author]\nname = \"{0} {1}\"\nemail = \"{1}@{2}.example\"\nprofile = \"https://in.example/{3}\"\n[share]\nalso = [\"{4}\"]\ninclude = [\"documents\", \"tags\", \"links\"]\n",
        names[0], names[1], names[2].to_lowercase(), names[3].to_lowercase(), names[4]
    ));
    let all = |from: usize| {
        let name = |offset: usize| names[(from * 7 + offset) % 200].as_str();
        let (a, b, c, d) = (name(0), name(31), name(77), name(120));
        let mut text = format!(
            "# At {a}\n\nBy {b}'s desk, {c_up}, {d_low}. d’{a} l'{b}\n\n",
            c_up = c.to_uppercase(),
            d_low = d.to_lowercase()
        );
        let _ = write!(text, "| {a} | `{b}` |\n|---|---|\n| **{c}** | [{d}](https://{d}.example/{a}) |\n\n");
        let _ = write!(
            text,
            "## Feedback\n\n> Said _{a}_ {b}: good. #+teamwork\n>\n> [[{a}-{b}]] {c}@{d}.example #{c}\n\n"
        );
        let _ = write!(
            text,
            "## To improve\n\n- {a} asked for more preparation #preparation\n- foot[^{b}]\n\n[^{b}]: {c} note\n\n"
        );
        let _ = write!(
            text,
            "## Opportunities\n\n- {a} opens\n\n## Threats\n\n- {b} closes\n\n## Actions\n\n- [ ] Write to {c} due:2026-06-20\n- [/] Ask {d} #preparation\n\n```{a}\n{b} code\n```\n\n<i title=\"{c}\">{d}</i> ![{a}]({b}.png \"{c}\")\n\n[{d}]: https://{a}.example \"{b}\"\n"
        );
        text
    };
    for index in 0..40 {
        let name = |offset: usize| names[(index * 5 + offset) % 200].as_str();
        let (a, b, c, d, place) = (name(0), name(1), name(2), name(3), name(4));
        let front = format!(
            "---\ncompany: {a} {b}\nrole: Fitter for {c}\ndecided: 2026-05-{day:02}\napplied: 2026-04-01\nsector: {d} things\nlocation: {place}\nsource: by {c}\nlink: https://{a}.example/x\nagency: {d}\ndocuments: [cv-{place}]\ntags: [{c}]\nsalary: 3{index:02}77 €\ncontacts:\n  - {{name: {c} {place}, role: hr, email: {c}@{b}.example, phone: 01 99 00 {index:02} 77}}\ninterviews: [{{date: 2026-04-20, kind: at {a}, with: [{d}, {place}]}}]\n{a}: {b}\n---\n\n",
            day = 1 + index % 28,
        );
        journal = journal
            .entry(&format!("2026-05-{:02}-{}-{index}.md", 1 + index % 28, a.to_lowercase()), &(front + &all(index)));
        if index < 8 {
            journal = journal.goal(&format!("{}.md", b.to_lowercase()), &format!("---\ntitle: Call {a} with {b} soon\nwhy: {c}\npartner: {d} {place}\nresources: [{a} book]\nmeasure: {{what: {b}, from: {c}, target: {d}, now: {place}}}\n---\n\n{}", all(index + 3)));
        }
    }
    for lang in Lang::ALL {
        let output = copy(&journal, Some(lang));
        assert_eq!(output.copied.loaded.journal.entries.len(), 40);
        let phones = (0..40).map(|index| format!("0199 00 {index:02} 77"));
        output.lacks(&names.iter().cloned().chain(phones).collect::<Vec<_>>());
    }
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn random_names_in_random_places_never_come_out(
        names in proptest::collection::vec("[A-Z][bdfgklmnprtvz][aeiou][bdfgklmnprtvz]{2}[aeiou][bdfgklmnprtvz][aeiou]x", 4),
        places in proptest::collection::vec((0..4_usize, 0..14_usize), 1..12),
    ) {
        let mut text = String::new();
        for (name, place) in &places {
            let name = &names[*name];
            let _ = match place {
                0 => write!(text, "{name} said so.\n\n"),
                1 => write!(text, "> quoted {}\n\n", name.to_lowercase()),
                2 => write!(text, "- [ ] call {name} due:2026-06-20\n\n"),
                3 => write!(text, "## {name}\n\n"),
                4 => write!(text, "`{name}` **{name}**x\n\n"),
                5 => write!(text, "[{name}](<{name} x>)\n\n"),
                6 => write!(text, "| {name} |\n|---|\n| {} |\n\n", name.to_uppercase()),
                7 => write!(text, "#{name} #preparation\n\n"),
                8 => write!(text, "[[{name}]]\n\n"),
                9 => write!(text, "a.{name}@{name}.example\n\n"),
                10 => write!(text, "<span title='{name}'>{name}</span>\n\n"),
                11 => write!(text, "1. {name}\n   - d’{name}\n\n"),
                12 => write!(text, "a[^{name}]\n\n[^{name}]: {name}\n\n"),
                _ => write!(text, "    {name}\n\n## Debrief\n\n"),
            };
        }
        let lines = format!("agency: {}\ncontacts: [{{name: \"{} {}\"}}]", names[1], names[2], names[3]);
        let journal = TestJournal::new().entry("x.md", &entry(&names[0], &lines, &text));
        let output = copy(&journal, None);
        output.lacks(&names);
    }
}

#[test]
fn the_same_journal_gives_the_same_copy() {
    let journal = TestJournal::new().folder(&source_path("example-journal"));
    assert_eq!(copy(&journal, None).texts, copy(&journal, None).texts);
}
