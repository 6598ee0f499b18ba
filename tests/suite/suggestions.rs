//! Suggestions in a whole journal: what they weigh, what silences them, what they leave alone.
#![allow(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use rebond::analyse::{self, EvidenceFigure, Report};
use rebond::locale::Lang;
use rebond::pipeline::Project;
use serde_json::Value;

use crate::support::{TODAY, TestJournal};

const WEAK: &str = "> Your answers rambled and never reached a result.";

fn entry(more: &str, body: &str) -> String {
    format!("---\ncompany: Acme\nrole: Cook\ndecided: 2026-06-12\n{more}---\n\n{body}\n")
}

fn report(journal: &TestJournal) -> Report {
    let loaded = journal.load();
    let locale = Project::open(journal.root()).unwrap().locale(Some(Lang::En));
    analyse::report(&loaded.journal, &locale, TODAY)
}

/// The evidence of a topic as a weakness or beyond control.
fn evidence(report: &Report, topic: &str) -> Vec<EvidenceFigure> {
    let figures = report.weaknesses.iter().chain(&report.beyond_control).chain(&report.strengths);
    figures
        .filter(|figure| figure.topic == topic)
        .flat_map(|figure| &figure.evidence)
        .map(|evidence| EvidenceFigure::clone(evidence))
        .collect()
}

fn one(more: &str, body: &str) -> Report {
    report(&TestJournal::new().entry("2026-06-12-acme.md", &entry(more, body)))
}

#[test]
fn a_suggestion_weighs_half_and_says_why() {
    #[track_caller]
    fn case(more: &str, body: &str, topic: &str, weight: f64) {
        let evidence = evidence(&one(more, body), topic);
        assert_eq!(evidence.len(), 1, "{body}: {evidence:?}");
        let found = &evidence[0];
        assert!(!found.explicit && found.because.as_ref().is_some_and(|because| !because.is_empty()), "{found:?}");
        assert!((found.weight - weight).abs() < 1e-9, "{body}: {}", found.weight);
    }

    let feedback = format!("## Feedback\n\n{WEAK}");
    case("", &feedback, "answer-structure", 0.5); // recruiter 1 × unstated 1 × suggested ½
    case("feedback: {kind: generic}\n", &feedback, "answer-structure", 0.25); // × generic ½
    assert!(one("feedback: {kind: unconstructive}\n", &feedback).weaknesses.is_empty()); // × unconstructive 0
    case("", "## Second opinion\n\nYour answers are far too long and have no structure.", "answer-structure", 0.375);
    case("", "## Debrief\n\nI lost the thread halfway through my answer.", "answer-structure", 0.25);
}

#[test]
fn what_the_person_writes_comes_first() {
    let tagged = one("", &format!("## Feedback\n\n{WEAK} #preparation"));
    assert!(evidence(&tagged, "answer-structure").is_empty());
    assert_eq!(evidence(&tagged, "preparation").len(), 1);
    let silenced = one("", &format!("## Feedback\n\n{WEAK} #!answer-structure"));
    assert!(evidence(&silenced, "answer-structure").is_empty());
    assert!(silenced.weaknesses.is_empty());
}

#[test]
fn a_diary_suggests_nothing_where_it_judges_nothing() {
    #[track_caller]
    fn case(text: &str) {
        let report = one("", &format!("## Debrief\n\n{text}"));
        let topics: Vec<&String> =
            report.weaknesses.iter().chain(&report.strengths).map(|figure| &figure.topic).collect();
        assert!(topics.is_empty() && report.beyond_control.is_empty(), "{text}: {topics:?}");
        assert_eq!(report.feedback.unclassified, [], "{text}");
    }

    case("I was fifty that week.");
    case("My posture?");
    case("Was I well prepared?");
    case("I paid the bus driver three pounds.");
    case("The clock story is my best one.");
    case("J’ai cinquante ans.");
    case("La préparation ?");
    case("Est-ce que mes réponses étaient trop longues ?");
    case("L’histoire de l’horloge est ma meilleure.");
    case("Je n’ai pas perdu le fil cette fois.");
    case("#clock");
    case("[[2026-06-12-acme]]");
    case("https://example.org/salary");
}

#[test]
fn without_suggestions_only_suggestions_are_missing() {
    let body = format!(
        "## Feedback\n\n{WEAK}\n\n> Late twice. #presence\n\n> The moon is blue over Leeds tonight, as my aunt says."
    );
    let with = TestJournal::new().entry("2026-06-12-acme.md", &entry("", &body));
    let without =
        TestJournal::new().entry("2026-06-12-acme.md", &entry("", &body)).settings("[analysis]\nsuggestions = false\n");
    let (with, without) = (report(&with), report(&without));
    let json = |report: &Report| serde_json::to_string(&evidence(report, "presence")).unwrap();
    assert_eq!(json(&with), json(&without));
    assert_eq!((with.weaknesses.len(), without.weaknesses.len()), (2, 1));
    assert_eq!((with.feedback.constructive, without.feedback.constructive), (1, 0));
    assert_eq!(without.feedback.unclassified, []);
    let rest = |report: &Report| {
        let mut json: Value = serde_json::from_str(&report.to_json()).unwrap();
        for part in ["feedback", "weaknesses", "swot", "plan"] {
            json.as_object_mut().unwrap().remove(part);
        }
        json
    };
    assert_eq!(rest(&with), rest(&without));
}

#[test]
fn sentences_of_nothing_known_are_listed() {
    let report = one("", "## Feedback\n\n> The moon is blue over Leeds tonight, as my aunt says.");
    let texts: Vec<&str> = report.feedback.unclassified.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["The moon is blue over Leeds tonight, as my aunt says."]);
    let formula = one("", "## Feedback\n\n> Thank you for your interest in our company.");
    assert_eq!(formula.feedback.unclassified, []);
    assert_eq!((formula.feedback.generic, formula.feedback.constructive), (1, 0));
}

#[test]
fn tags_teach_other_entries_whatever_their_order() {
    let taught = |names: [&str; 3]| {
        let texts = [
            "> The velvet gauntlet surprised you. #culture-fit",
            "> That velvet gauntlet once more. #culture-fit",
            "> One feels that the velvet gauntlet weighs on you.",
        ];
        let mut journal = TestJournal::new();
        for (name, text) in names.iter().zip(texts) {
            journal = journal.entry(&format!("{name}.md"), &entry("", &format!("## Feedback\n\n{text}")));
        }
        evidence(&report(&journal), "culture-fit").iter().filter(|found| !found.explicit).count()
    };
    assert_eq!(taught(["a", "b", "c"]), 1);
    assert_eq!(taught(["c", "b", "a"]), 1);
}

#[test]
fn drafts_and_entries_of_an_earlier_search_suggest_no_figure() {
    let feedback = format!("## Feedback\n\n{WEAK}");
    assert!(one("draft: true\n", &feedback).weaknesses.is_empty());
    let journal = TestJournal::new()
        .entry("2026-06-12-acme.md", &entry("", &feedback))
        .settings("[analysis]\nfrom = 2026-06-13\n");
    let report = report(&journal);
    assert!(report.weaknesses.is_empty());
    assert_eq!(report.feedback.constructive, 0);
}

#[test]
fn every_suggestion_of_the_example_is_explained() {
    let journal = TestJournal::new().folder(&crate::support::source_path("example-journal"));
    let report = report(&journal);
    let figures = report.weaknesses.iter().chain(&report.strengths).chain(&report.beyond_control);
    let mut found: Vec<(&str, &str)> = Vec::new();
    for figure in figures {
        for evidence in figure.evidence.iter().filter(|evidence| !evidence.explicit) {
            let because = evidence.because.as_deref().unwrap_or_default();
            assert!(
                !because.is_empty() && because.iter().all(|words| evidence.quote().contains(words)),
                "{evidence:?}"
            );
            found.push((&figure.topic, &evidence.entry.id));
        }
    }
    assert!((3..=12).contains(&found.len()), "{found:?}");
    let trend = report.weaknesses.iter().find(|figure| figure.topic == "answer-structure").and_then(|it| it.trend);
    let trend = trend.map(|trend| (trend.before.mentioned, trend.before.of, trend.since.mentioned, trend.since.of));
    assert_eq!(trend, Some((5, 7, 1, 9)));
    assert_eq!(report.plan.uncovered, ["languages"]);
}

#[test]
fn without_a_terminal_suggestions_are_listed() {
    let journal = TestJournal::new()
        .entry("2026-06-12-acme.md", &entry("", &format!("## Feedback\n\n{WEAK}")))
        .entry("2026-06-11-borealis.md", &entry("", &format!("## Feedback\n\n{WEAK} #answer-structure")));
    let run = |words: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rebond"));
        command.args(["--today", "2026-06-12", "-C"]).arg(journal.root()).arg("suggestions").args(words);
        let output = command.env("LC_ALL", "C").stdin(std::process::Stdio::null()).output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (out, err) = run(&[]);
    assert!(out.starts_with("entries/2026-06-12-acme.md:9\t#answer-structure\tYour answers rambled"), "{out}");
    assert_eq!(out.lines().count(), 1, "{out}");
    assert!(err.contains("rebond suggestions"), "{err}");
    let (out, err) = run(&["borealis"]);
    assert!(out.is_empty() && err.contains("No suggestion"), "{out}{err}");
}

#[test]
fn feedback_with_a_tag_is_not_called_generic() {
    let hints = |tag: &str| {
        let text = format!(
            "---\ncompany: A\nrole: R\ndecided: 2026-06-01\nfeedback: {{received: 2026-06-02}}\n---\n\n\
             ## Feedback\n\n> Thank you for your interest in our company.{tag}\n"
        );
        let journal = TestJournal::new().entry("a.md", &text);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rebond"));
        let output = command.arg("-C").arg(journal.root()).args(["check", "--format", "short"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().contains("kind-suggested")
    };
    assert!(hints(""));
    assert!(!hints(" #preparation"));
}
