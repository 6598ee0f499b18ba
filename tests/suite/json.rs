//! `status --json` and `report.json`: the exact shape, the same for both languages and both syntaxes.

use std::path::Path;
use std::process::Command;

use rebond::analyse::report;
use rebond::fs;
use rebond::locale::{Lang, Locale};
use rebond::pipeline::{Project, load};
use serde_json::Value;

use crate::support::{TODAY, TestJournal, source_path};

/// Every object of the report: where it stands (`*` is each item of a list), and its keys in order.
const SHAPE: &[(&str, &str)] = &[
    (
        "",
        "version today lang title entries funnel feedback weaknesses strengths beyond_control plan agenda swot mood \
         stories activity sources documents",
    ),
    ("entries", "total rejected ghosted withdrawn open offer accepted left_out"),
    ("funnel/*", "stage reached ended_here"),
    ("feedback", "due requested received rate constructive generic unconstructive unclassified"),
    ("feedback/unclassified/*", "entry line text"),
    ("weaknesses/*", TOPIC),
    ("strengths/*", TOPIC),
    ("beyond_control/*", TOPIC),
    ("weaknesses/*/evidence/*", EVIDENCE),
    ("strengths/*/evidence/*", EVIDENCE),
    ("beyond_control/*/evidence/*", EVIDENCE),
    ("weaknesses/*/trend", "pivot before since probability verdict"),
    ("weaknesses/*/trend/before", "mentioned of"),
    ("weaknesses/*/trend/since", "mentioned of"),
    ("plan", "left_out goals tasks totals uncovered"),
    ("plan/goals/*", "id file title topics status progress start due smart partner next_review tasks"),
    ("plan/goals/*/progress", "done total"),
    ("plan/goals/*/smart", "s m a r t"),
    ("plan/goals/*/tasks/*", TASK),
    ("plan/tasks/*", TASK),
    ("plan/totals", "open in_progress done cancelled overdue"),
    ("agenda/*", "date until kind state entry goal text"),
    ("swot", "strengths weaknesses opportunities threats"),
    ("swot/opportunities/*", "entry line text"),
    ("swot/threats/*", "entry line text"),
    ("mood/*", "date entry before after"),
    ("stories/*", "entries topics goals outcome"),
    ("activity", "last_application days_since open_applications dry"),
    ("sources/*", OUTCOME),
    ("documents/*", OUTCOME),
];
const TOPIC: &str = "topic label group control applications companies employers of suggested recurring score trend \
    covered_by evidence";
const EVIDENCE: &str = "entry file line source explicit quote weight because";
const TASK: &str = "file line text status due done topics goal";
const OUTCOME: &str = "name applications interviews offers";

/// The words that a value may be, by where it stands.
const WORDS: &[(&str, &str)] = &[
    ("lang", "fr en"),
    ("funnel/*/stage", "application screening interview assessment final offer"),
    ("weaknesses/*/control", "mine mixed"),
    ("strengths/*/control", "mine mixed"),
    ("beyond_control/*/control", "theirs"),
    ("weaknesses/*/evidence/*/source", "recruiter peer self"),
    ("weaknesses/*/trend/verdict", "improving worsening unclear"),
    ("plan/goals/*/status", "on-track behind overdue not-started done dropped"),
    ("plan/tasks/*/status", "open in-progress done cancelled overdue"),
    ("agenda/*/kind", "thank feedback-request feedback-thanks clarify connect check-in task milestone review apply"),
    ("agenda/*/state", "late due upcoming waiting"),
    ("stories/*/outcome", "offer accepted"),
];

/// Returns the values at a place; null has none below it.
fn at<'a>(value: &'a Value, place: &str) -> Vec<&'a Value> {
    let mut values = vec![value];
    for part in place.split('/').filter(|part| !part.is_empty()) {
        values = match part {
            "*" => values.into_iter().flat_map(|value| value.as_array().unwrap()).collect(),
            key => values.into_iter().filter(|value| !value.is_null()).map(|value| &value[key]).collect(),
        };
    }
    values.retain(|value| !value.is_null());
    values
}

fn json_of(root: &Path, lang: Option<Lang>) -> String {
    let project = Project::open(root).unwrap();
    report(&load(&project, TODAY).journal, &project.locale(lang), TODAY).to_json()
}

fn example() -> TestJournal {
    TestJournal::new().folder(&source_path("example-journal"))
}

#[test]
fn every_key_is_there_in_its_order_and_none_besides() {
    let report: Value = serde_json::from_str(&json_of(example().root(), None)).unwrap();
    for (place, keys) in SHAPE {
        let objects = at(&report, place);
        // Filled by the agenda and by suggestions; everything else has an instance in the example.
        let may_be_empty = matches!(*place, "agenda/*" | "feedback/unclassified/*");
        assert!(may_be_empty || !objects.is_empty(), "nothing at {place}");
        for object in objects {
            let found: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(found, keys.split_whitespace().collect::<Vec<_>>(), "at {place}");
        }
    }
    for (place, words) in WORDS {
        for value in at(&report, place) {
            let word = value.as_str().unwrap();
            assert!(words.split_whitespace().any(|known| known == word), "{word} at {place}");
        }
    }
}

#[test]
fn an_empty_journal_has_every_key_too() {
    let journal = TestJournal::new();
    let report: Value = serde_json::from_str(&json_of(journal.root(), None)).unwrap();
    let expected = serde_json::json!({
        "version": 1, "today": "2026-06-12", "lang": "en", "title": "Journal",
        "entries": {"total": 0, "rejected": 0, "ghosted": 0, "withdrawn": 0, "open": 0, "offer": 0, "accepted": 0, "left_out": 0},
        "funnel": [
            {"stage": "application", "reached": 0, "ended_here": 0}, {"stage": "screening", "reached": 0, "ended_here": 0},
            {"stage": "interview", "reached": 0, "ended_here": 0}, {"stage": "assessment", "reached": 0, "ended_here": 0},
            {"stage": "final", "reached": 0, "ended_here": 0}, {"stage": "offer", "reached": 0, "ended_here": 0},
        ],
        "feedback": {"due": 0, "requested": 0, "received": 0, "rate": null, "constructive": 0, "generic": 0,
            "unconstructive": 0, "unclassified": []},
        "weaknesses": [], "strengths": [], "beyond_control": [],
        "plan": {"left_out": 0, "goals": [], "tasks": [],
            "totals": {"open": 0, "in_progress": 0, "done": 0, "cancelled": 0, "overdue": 0}, "uncovered": []},
        "agenda": [],
        "swot": {"strengths": [], "weaknesses": [], "opportunities": [], "threats": []},
        "mood": [], "stories": [],
        "activity": {"last_application": null, "days_since": null, "open_applications": 0, "dry": false},
        "sources": [], "documents": [],
    });
    assert_eq!(report, expected);
}

#[test]
fn weights_and_scores_have_three_decimals_at_most() {
    let report: Value = serde_json::from_str(&json_of(example().root(), None)).unwrap();
    let mut count = 0;
    for list in ["weaknesses", "strengths", "beyond_control"] {
        for place in [format!("{list}/*/score"), format!("{list}/*/evidence/*/weight")] {
            for value in at(&report, &place) {
                let text = value.to_string();
                let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                assert!(decimals <= 3, "{text} at {place}");
                count += usize::from(decimals == 3);
            }
        }
    }
    assert!(count > 10);
}

#[test]
fn a_goals_tasks_are_those_of_the_plan() {
    let report: Value = serde_json::from_str(&json_of(example().root(), None)).unwrap();
    let of_goals = at(&report, "plan/goals/*/tasks/*");
    let of_plan: Vec<&Value> = at(&report, "plan/tasks/*").into_iter().filter(|task| !task["goal"].is_null()).collect();
    assert_eq!(of_goals, of_plan);
    let place = |task: &Value| (task["file"].as_str().unwrap().to_owned(), task["line"].as_u64().unwrap());
    let places: Vec<_> = at(&report, "plan/tasks/*").into_iter().map(place).collect();
    assert!(places.is_sorted());
}

#[test]
fn status_prints_the_sites_report() {
    let journal = example();
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rebond"));
        let output =
            command.arg("-C").arg(journal.root()).args(["--today", "2026-06-12"]).args(words).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        output.stdout
    };
    let printed = run(&["status", "--json"]);
    run(&["build"]);
    assert_eq!(printed, fs::read(&journal.root().join("site/report.json")).unwrap());
    assert_eq!(printed, run(&["status", "--format", "json"]));
    assert_eq!(String::from_utf8(printed).unwrap(), json_of(journal.root(), None));
}

const ENGLISH: &str = "---
company: Acme
role: Technician
status: rejected
applied: 2026-04-01
interviews: [2026-04-20, {date: 2026-05-04, kind: panel, with: [Ann, Bob]}]
decided: 2026-05-11
announced: 2026-05-15
stage: final
notice: phone
shortlisted: true
sector: Museums
location: Leeds
source: LinkedIn
link: https://example.org/1
agency: Firm
documents: [cv-v1, letter]
salary: much
contacts: [{name: Ann, title: Ms, role: hiring-manager, email: a@example.org, phone: 1, connected: 2026-05-12}]
thanked: 2026-05-12
feedback: {requested: 2026-05-13, via: email, received: 2026-05-18, kind: generic, clarified: 2026-05-19, thanked: true}
reasons: [experience]
weaknesses: [\"Answer structure\"]
strengths: teamwork
mood: {before: 4, after: 2}
keep-contact: false
checked-in: 2026-06-10
follows: earlier
tags: [permanent]
draft: false
private: false
---

Text. #languages

## Feedback

> One. #preparation

### Strengths

> Two. #culture-fit

### To improve

> Three. #presence

## Second opinion

Four. #confidence

## Debrief

Five. #enthusiasm

## Opportunities

- Six.

## Threats

- Seven.

## Feelings

Eight. #teamwork

## Private

Nine. #teamwork

## Action plan

- [x] Ten #preparation due:2026-06-01 done:2026-05-30
";

const FRENCH: &str = "+++
entreprise = \"Acme\"
poste = \"Technician\"
statut = \"refus\"
candidature = 2026-04-01
entretiens = [2026-04-20, { date = 2026-05-04, type = \"panel\", avec = [\"Ann\", \"Bob\"] }]
\"décision\" = 2026-05-11
reponse-prevue = 2026-05-15
etape = \"final\"
nouvelle = \"téléphone\"
finaliste = true
secteur = \"Museums\"
lieu = \"Leeds\"
source = \"LinkedIn\"
lien = \"https://example.org/1\"
cabinet = \"Firm\"
documents = [\"cv-v1\", \"letter\"]
salaire = \"much\"
contacts = [{ nom = \"Ann\", civilite = \"Ms\", \"rôle\" = \"responsable\", email = \"a@example.org\", telephone = \"1\", ajoute = 2026-05-12 }]
remercie = 2026-05-12
retour = { demande = 2026-05-13, via = \"email\", recu = 2026-05-18, nature = \"générique\", clarifie = 2026-05-19, remercie = true }
motifs = [\"Expérience\"]
faiblesses = [\"Structure des réponses\"]
forces = \"Travail en équipe\"
humeur = { avant = 4, apres = 2 }
garder-contact = false
recontacte = 2026-06-10
suite-de = \"earlier\"
etiquettes = [\"permanent\"]
brouillon = false
prive = false
+++

Text. #langues

## Retour du recruteur

> One. #préparation

### Points forts

> Two. #adequation-culturelle

### À améliorer

> Three. #présentation

## Regard extérieur

Four. #assurance

## Bilan

Five. #motivation

## Opportunités

- Six.

## Menaces

- Seven.

## Ressenti

Eight. #teamwork

## Privé

Nine. #teamwork

## Plan d’action

- [x] Ten #Preparation 📅 2026-06-01 ✅ 2026-05-30
";

const ENGLISH_GOAL: &str = "---
title: Come well prepared
topics: [preparation]
start: 2026-03-01
due: 2026-08-01
measure: {what: visits, from: 0, target: 3, now: 1}
why: It matters.
partner: Ann
cadence: fortnightly
reviewed: [2026-06-05]
resources: [A book]
status: active
---

- [ ] One [due:: 2026-07-01]
";

const FRENCH_GOAL: &str = "+++
titre = \"Come well prepared\"
axes = [\"Préparation\"]
debut = 2026-03-01
echeance = 2026-08-01
mesure = { quoi = \"visits\", de = \"0\", cible = \"3\", actuel = \"1\" }
pourquoi = \"It matters.\"
partenaire = \"Ann\"
rythme = \"bimensuel\"
revues = [2026-06-05]
ressources = [\"A book\"]
statut = \"actif\"
+++

- [ ] One due:2026-07-01
";

#[test]
fn english_yaml_and_french_toml_say_the_same() {
    let earlier = "---\ncompany: Old\nrole: R\ndecided: 2026-01-01\n---\n";
    let journal = |entry: &str, goal: &str| {
        let journal = TestJournal::new().entry("earlier.md", earlier).entry("a.md", entry).goal("g.md", goal);
        let problems = journal.problems();
        assert_eq!(problems, [""; 0]);
        journal
    };
    let english = json_of(journal(ENGLISH, ENGLISH_GOAL).root(), None);
    let french = json_of(journal(FRENCH, FRENCH_GOAL).root(), None);
    assert_eq!(english, french);
    let report: Value = serde_json::from_str(&english).unwrap();
    // Nine mentions: six tags, three of lists; what stands in feelings and in private is none.
    assert_eq!(at(&report, "weaknesses/*/evidence/*").len() + at(&report, "strengths/*/evidence/*").len(), 9);
    assert_eq!(
        at(&report, "mood/*").len() + at(&report, "swot/threats/*").len() + at(&report, "plan/tasks/*").len(),
        4
    );
}

/// Takes the words of the report's language out of it.
fn without_words(value: &mut Value, key: &str) {
    match value {
        Value::Object(object) => object.iter_mut().for_each(|(key, value)| without_words(value, key)),
        Value::Array(items) => items.iter_mut().for_each(|item| without_words(item, key)),
        value if matches!(key, "lang" | "label" | "text") => *value = Value::Null,
        _ => {}
    }
}

#[test]
fn the_languages_differ_in_their_words_alone() {
    let journal = example();
    let [french, english] = Lang::ALL.map(|lang| {
        let mut report: Value = serde_json::from_str(&json_of(journal.root(), Some(lang))).unwrap();
        assert_eq!(report["lang"], lang.code());
        let labels: Vec<String> = at(&report, "weaknesses/*/label").iter().map(ToString::to_string).collect();
        // Quotes of topics that stand in lists of the front matter are their labels.
        for list in ["weaknesses", "strengths", "beyond_control"] {
            for figure in report[list].as_array_mut().unwrap() {
                let label = figure["label"].clone();
                let evidence = figure["evidence"].as_array_mut().unwrap();
                evidence.iter_mut().filter(|mention| mention["quote"] == label).for_each(|m| m["quote"] = Value::Null);
            }
        }
        without_words(&mut report, "");
        (report, labels)
    });
    assert_ne!(french.1, english.1);
    assert_eq!(french.0, english.0);
    assert_eq!(Locale::new(Lang::Fr, "").lang, Lang::Fr);
}
