//! The agenda on invented days: what is common to all rows, and the rows of the plan.

mod rows;

use std::sync::Arc;

use super::*;
use crate::locale::Lang;
use crate::model::Topics;
use crate::parse::{read_entry, read_goal};
use crate::source::SourceFile;

/// A journal in France, in English.
#[derive(Clone, Default)]
struct TestJournal {
    settings: Settings,
    entries: Vec<(&'static str, String)>,
    goals: Vec<(&'static str, String)>,
}

impl TestJournal {
    /// Adds an entry of Atelier Nord; `lines` are more lines of its front matter.
    fn entry(self, id: &'static str, lines: &str) -> Self {
        self.entry_with(id, lines, "")
    }

    fn entry_with(mut self, id: &'static str, lines: &str, body: &str) -> Self {
        self.entries.push((id, format!("---\ncompany: Atelier Nord\nrole: Baker\n{lines}\n---\n{body}\n")));
        self
    }

    fn goal(mut self, id: &'static str, text: &str) -> Self {
        self.goals.push((id, text.to_owned()));
        self
    }

    /// Changes the settings of the follow-up.
    fn with(mut self, change: impl FnOnce(&mut crate::model::FollowUp)) -> Self {
        change(&mut self.settings.follow_up);
        self
    }

    fn journal(&self) -> Journal {
        let topics = Topics::built_in();
        let source = |folder: &str, (id, text): &(&str, String)| {
            Arc::new(SourceFile::new(format!("{folder}/{id}.md"), text.as_str()))
        };
        let entry = |file| Arc::new(read_entry(&source("entries", file), &topics, Lang::En).result.unwrap());
        let goal = |file| Arc::new(read_goal(&source("plan", file), &topics, Lang::En).result.unwrap());
        Journal {
            settings: Arc::new(self.settings.clone()),
            entries: self.entries.iter().map(entry).collect(),
            goals: self.goals.iter().map(goal).collect(),
            topics: Arc::new(topics),
            left_out_entries: Vec::new(),
            left_out_goals: Vec::new(),
            copy: None,
        }
    }

    fn agenda(&self, today: &str, days: u16) -> Vec<Step> {
        agenda(&self.journal(), &Locale::new(Lang::En, "FR"), day(today), days)
    }

    /// The agenda as `state kind first..last`, one step a line.
    fn lines(&self, today: &str) -> Vec<String> {
        let line = |step: &Step| format!("{} {} {}..{}", name(step.state), step.kind.name(), step.date, step.until);
        self.agenda(today, HORIZON_DAYS).iter().map(line).collect()
    }

    /// Checks how the one step of `kind` stands on several days, written `DAY=STATE`, or `DAY=-` for none.
    #[track_caller]
    fn case(&self, kind: StepKind, expected: &str) {
        let found: Vec<String> = expected
            .split_whitespace()
            .map(|word| {
                let today = word.split('=').next().unwrap();
                let steps: Vec<Step> =
                    self.agenda(today, HORIZON_DAYS).into_iter().filter(|step| step.kind == kind).collect();
                assert!(steps.len() <= 1, "one step of a kind for one entry: {steps:?}");
                format!("{today}={}", steps.first().map_or("-", |step| name(step.state)))
            })
            .collect();
        assert_eq!(found.join(" "), expected.split_whitespace().collect::<Vec<_>>().join(" "), "{}", kind.name());
    }
}

fn name(state: StepState) -> &'static str {
    match state {
        StepState::Late => "late",
        StepState::Due => "due",
        StepState::Waiting => "waiting",
        StepState::Upcoming => "upcoming",
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn entry(lines: &str) -> TestJournal {
    TestJournal::default().entry("a", lines)
}

/// An application refused on a day by a person's message after an interview.
fn refused(day: &str) -> TestJournal {
    entry(&format!("decided: {day}\nstage: interview\nnotice: personal"))
}

#[test]
fn tasks_and_milestones_are_due_on_their_day_and_never_lapse() {
    let body = "- [ ] Open due:2026-06-12\n- [/] Begun due:2026-06-14\n- [ ] Undated\n- [x] Done due:2026-06-12\n- [-] Off due:2026-06-12\n";
    let entry = TestJournal::default().entry_with("a", "status: open\napplied: 2026-06-01", body);
    let lines = |day: &str| entry.lines(day);
    assert_eq!(lines("2026-06-11"), ["upcoming task 2026-06-12..2026-06-12", "upcoming task 2026-06-14..2026-06-14"]);
    assert_eq!(lines("2026-06-12"), ["due task 2026-06-12..2026-06-12", "upcoming task 2026-06-14..2026-06-14"]);
    assert_eq!(lines("2026-06-13"), ["late task 2026-06-12..2026-06-12", "upcoming task 2026-06-14..2026-06-14"]);
    assert_eq!(lines("2036-06-13").len(), 2);
    let goal = |status: &str| {
        TestJournal::default()
            .goal("g", &format!("---\ntitle: Speak\nstatus: {status}\n---\n{body}"))
            .lines("2026-06-14")
    };
    let milestones = ["late milestone 2026-06-12..2026-06-12", "due milestone 2026-06-14..2026-06-14"];
    assert_eq!(goal("active"), milestones);
    assert_eq!(goal("done"), milestones); // open milestones of a done goal stay
    assert_eq!(goal("dropped"), Vec::<String>::new());
}

#[test]
fn a_goal_is_reviewed_at_its_own_cadence() {
    #[track_caller]
    fn case(lines: &str, days: &str) {
        let text = format!("---\ntitle: Speak\n{lines}\n---\n- [ ] One\n");
        TestJournal::default().goal("g", &text).case(StepKind::Review, days);
    }
    case(
        "cadence: weekly\nreviewed: [2026-06-05, 2026-05-29]",
        "2026-06-11=upcoming 2026-06-12=due 2026-06-13=late 2028-06-13=late",
    );
    case("cadence: fortnightly\nstart: 2026-12-24", "2027-01-06=upcoming 2027-01-07=due 2027-01-08=late");
    case("cadence: monthly\nreviewed: [2026-01-31]", "2026-02-27=upcoming 2026-02-28=due 2026-03-01=late");
    case("cadence: monthly\nreviewed: [2028-01-31]", "2028-02-28=upcoming 2028-02-29=due 2028-03-01=late");
    case("cadence: monthly\nstart: 2025-12-31", "2026-01-30=upcoming 2026-01-31=due 2026-02-01=late");
    case("cadence: weekly\nstart: 2026-01-01\nreviewed: [2026-06-05]", "2026-06-12=due");
    case("cadence: weekly", "2026-06-12=due 2026-06-13=due"); // without any date, today
    case("start: 2026-06-01", "2026-06-12=-");
    case("cadence: weekly\nstatus: done", "2026-06-12=-");
    case("cadence: weekly\nstatus: dropped", "2026-06-12=-");
    let done_by_its_tasks = "---\ntitle: Speak\ncadence: weekly\n---\n- [x] One\n- [-] Two\n";
    TestJournal::default().goal("g", done_by_its_tasks).case(StepKind::Review, "2026-06-12=-");
}

#[test]
fn a_new_application_is_asked_for_when_nothing_is_open() {
    let two = entry("applied: 2026-05-20\ndecided: 2026-06-08").entry("b", "applied: 2026-06-01\ndecided: 2026-06-02");
    two.case(StepKind::Apply, "2026-06-14=upcoming 2026-06-15=due 2026-06-16=late 2029-01-01=late");
    // Without a day of application, that of the news.
    entry("decided: 2026-12-20").case(StepKind::Apply, "2027-01-02=upcoming 2027-01-03=due 2027-01-04=late");
    entry("decided: 2028-02-15").case(StepKind::Apply, "2028-02-28=upcoming 2028-02-29=due 2028-03-01=late");
    let none = |more: &str| two.clone().entry("c", more).case(StepKind::Apply, "2026-06-15=- 2026-09-01=-");
    none("status: open\napplied: 2026-04-01");
    none("status: accepted\ndecided: 2026-04-01");
    two.clone().entry("c", "status: offer\ndecided: 2026-04-01").case(StepKind::Apply, "2026-06-15=due");
    two.clone().entry("c", "status: open\napplied: 2026-06-10\ndraft: true").case(StepKind::Apply, "2026-06-15=due");
    TestJournal::default().case(StepKind::Apply, "2026-06-15=-");
    assert_eq!(two.agenda("2026-06-15", 0)[0].text, "Send a new application");
}

#[test]
fn the_settings_move_the_windows() {
    let slow = refused("2026-06-08").with(|settings| {
        (settings.thank, settings.request_from, settings.request_until, settings.check_in) = (20, 1, 30, 10);
    });
    // 20 and 30 working days are after the lapse, which moves to them.
    slow.case(StepKind::Thank, "2026-06-09=due 2026-07-06=due 2026-07-07=-");
    slow.case(StepKind::FeedbackRequest, "2026-06-08=upcoming 2026-06-09=due 2026-07-21=due 2026-07-22=-");
    slow.case(StepKind::CheckIn, "2026-06-18=due 2026-07-02=due 2026-09-16=late 2026-09-17=-");
    // A last day before the first is the first day.
    refused("2026-06-08")
        .with(|settings| settings.thank = 0)
        .case(StepKind::Thank, "2026-06-08=upcoming 2026-06-09=due 2026-06-10=late");
    let abroad = |region: &str| {
        let mut journal = refused("2026-07-02");
        journal.settings.region = region.to_owned();
        journal
    };
    abroad("US").case(StepKind::Thank, "2026-07-05=upcoming 2026-07-06=due 2026-07-07=due 2026-07-08=late");
    abroad("").case(StepKind::Thank, "2026-07-03=due 2026-07-06=due 2026-07-07=late");
}

#[test]
fn a_pause_silences_every_step_until_its_day() {
    let paused = refused("2026-06-08")
        .goal("g", "---\ntitle: Speak\ncadence: weekly\n---\n- [ ] One due:2026-07-01\n")
        .with(|settings| settings.pause_until = Some(day("2026-06-15")));
    assert_eq!(paused.lines("2026-06-08"), Vec::<String>::new());
    assert_eq!(paused.lines("2026-06-14"), Vec::<String>::new());
    assert_eq!(paused.lines("2026-06-15").len(), 5);
}

#[test]
fn drafts_and_entries_from_before_this_search_have_no_steps() {
    let task = "- [ ] Call due:2026-06-12\n";
    let mut journal = TestJournal::default()
        .entry_with("a", "decided: 2026-06-08\nstage: interview\ndraft: true", task)
        .entry_with("b", "decided: 2026-06-08\napplied: 2026-05-31\nstage: interview", task);
    assert_eq!(journal.lines("2026-06-09").len(), 4);
    journal.settings.analysis.from = Some(day("2026-06-01"));
    assert_eq!(journal.lines("2026-06-09"), Vec::<String>::new());
}

#[test]
fn steps_begin_within_the_horizon_its_last_day_included() {
    let journal = TestJournal::default()
        .goal("g", "---\ntitle: Speak\n---\n- [ ] One due:2026-07-12\n- [ ] Two due:2026-06-12\n");
    let count = |today: &str, days: u16| journal.agenda(today, days).len();
    assert_eq!(count("2026-06-12", 30), 2);
    assert_eq!(count("2026-06-12", 29), 1);
    assert_eq!(count("2026-06-12", 0), 1);
    assert_eq!(count("2026-06-11", 0), 0);
    assert_eq!(count("2026-06-13", 0), 1); // late steps are always listed
    assert_eq!(count("9999-12-31", u16::MAX), 2);
}

#[test]
fn days_beyond_the_years_1_to_9999_make_no_step() {
    for decided in ["9999-12-31", "9999-12-20", "9999-10-20"] {
        for step in refused(decided).agenda("9999-12-25", HORIZON_DAYS) {
            assert!(
                step.kind == StepKind::Thank || step.kind == StepKind::FeedbackRequest || step.kind == StepKind::Apply
            );
        }
    }
    assert_eq!(refused("9999-12-31").lines("9999-12-31"), Vec::<String>::new());
    let early = entry("decided: 0001-01-01\nstage: interview").with(|settings| settings.check_in = 3650);
    early.case(StepKind::CheckIn, "0010-12-30=due");
    let goal = "---\ntitle: Speak\ncadence: monthly\nreviewed: [9999-12-15]\n---\n- [ ] One due:9999-12-31\n";
    assert_eq!(TestJournal::default().goal("g", goal).lines("9999-12-31"), ["due milestone 9999-12-31..9999-12-31"]);
}

#[test]
fn steps_stand_in_order() {
    let journal = TestJournal::default()
        .entry_with(
            "b",
            "decided: 2026-06-08\nstage: final\ncontacts: [{name: Maud Roy}]",
            "- [ ] Call due:2026-06-09\n- [ ] Write due:2026-06-09\n",
        )
        .entry("c", "decided: 2026-06-08\nnotice: phone")
        .entry("d", "decided: 2026-05-26\nfeedback: {requested: 2026-06-02}")
        .goal("a", "---\ntitle: Speak\ncadence: weekly\n---\n- [ ] One due:2026-06-09\n- [ ] Old due:2026-06-08\n");
    let steps = journal.agenda("2026-06-09", HORIZON_DAYS);
    let line = |step: &Step| {
        let id = step.entry.as_deref().or(step.goal.as_deref()).unwrap_or("");
        format!("{} {} {id} {} {}", name(step.state), step.date, step.kind.name(), step.line.unwrap_or(0))
    };
    assert_eq!(
        steps.iter().map(line).collect::<Vec<_>>(),
        [
            "late 2026-06-08 a milestone 6",
            "due 2026-06-09 a milestone 5",
            "due 2026-06-09 a review 0",
            "due 2026-06-09 b thank 0",
            "due 2026-06-09 b connect 0",
            "due 2026-06-09 b task 8",
            "due 2026-06-09 b task 9",
            "due 2026-06-09 c thank 0",
            "waiting 2026-06-02 d feedback-request 0",
            "upcoming 2026-06-11 b feedback-request 0",
            "upcoming 2026-06-11 c feedback-request 0",
            "upcoming 2026-06-22  apply 0",
        ]
    );
}

#[test]
fn a_step_says_why_it_is_there_and_whom_to_write_to() {
    let contacts =
        "contacts: [{name: Ari Net, role: network}, {name: Hal Reed, role: hr}, {name: Mo Ray, role: interviewer}]";
    let journal = entry(&format!("decided: 2026-06-08\nstage: interview\nnotice: phone\n{contacts}"));
    let told = |today: &str, kind: StepKind| {
        let steps = journal.agenda(today, HORIZON_DAYS);
        let step = steps.iter().find(|step| step.kind == kind).unwrap();
        let possible = step.still_possible(&Locale::new(Lang::En, "FR"), day(today));
        format!("{} / {} / {}", step.why, step.contact.as_deref().unwrap_or("-"), possible.unwrap_or_default())
            .replace('\u{a0}', " ")
    };
    assert_eq!(told("2026-06-09", StepKind::Thank), "news given by phone on 8 June / Mo Ray / ");
    assert_eq!(
        told("2026-06-11", StepKind::Thank),
        "news given by phone on 8 June / Mo Ray / still possible until 24 June"
    );
    assert_eq!(told("2026-06-09", StepKind::FeedbackRequest), "news of 8 June, giving it 3 working days / Mo Ray / ");
    assert_eq!(told("2026-06-12", StepKind::FeedbackRequest), "4 working days after the news of 8 June / Mo Ray / ");
    assert_eq!(told("2026-06-09", StepKind::Connect), "an interview took place, news of 8 June / Mo Ray / ");
    assert_eq!(
        told("2026-06-23", StepKind::Apply),
        "last application on 8 June, none open / - / still possible, planned for 22 June"
    );
}

#[test]
fn json_holds_the_keys_of_the_format_alone() {
    let steps = entry("decided: 2026-06-08\nnotice: phone").agenda("2026-06-09", 0);
    assert_eq!(
        serde_json::to_string(&steps).unwrap(),
        r#"[{"date":"2026-06-09","until":"2026-06-10","kind":"thank","state":"due","entry":"a","goal":null,"text":"Thank Atelier Nord for their answer"}]"#
    );
    for kind in StepKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
    }
}

#[test]
fn every_step_has_its_words_in_both_languages() {
    let journal = refused("2026-06-08")
        .entry("b", "decided: 2026-06-02\ninterviews: [2026-05-20]\nfeedback: {received: 2026-06-09, kind: generic}")
        .entry("c", "decided: 2026-03-10\nstage: final\nfeedback: {requested: 2026-06-08, via: email}")
        .goal("g", "---\ntitle: Speak\ncadence: monthly\n---\n- [ ] due:2026-06-09\n")
        .journal();
    for lang in Lang::ALL {
        let steps = agenda(&journal, &Locale::new(lang, "FR"), day("2026-06-09"), HORIZON_DAYS);
        assert!(steps.len() >= 9, "{steps:?}");
        for step in steps {
            for words in [&step.text, &step.why] {
                assert!(words.contains(' ') && !words.contains('{'), "{lang}: {words}");
            }
        }
    }
}
