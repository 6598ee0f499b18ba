//! The plan: tasks, progress, how goals stand, SMART, reviews, what nothing covers.

use rebond::analyse::{GoalState, TaskFigure, TaskStatus, Totals};

use crate::figures::{NOW, entry, report_of, told};
use crate::support::TestJournal;

#[test]
fn a_task_is_overdue_from_the_day_after_its_due_date() {
    use TaskStatus::{Cancelled, Done, InProgress, Open, Overdue};
    let body = "- [ ] A due:2026-06-11\n- [ ] B due:2026-06-12\n- [ ] C\n- [/] D due:2026-06-11\n- [/] E due:2026-06-13\n\
        - [x] F due:2026-06-11\n- [-] G due:2026-06-11\n- [X] H done:2026-06-01\n1. [ ] I start:2026-07-01\n";
    let report = report_of(&TestJournal::new().goal("g.md", &format!("---\ntitle: T\n---\n\n{body}")));
    let statuses: Vec<TaskStatus> = report.plan.tasks.iter().map(|task| task.status).collect();
    assert_eq!(statuses, [Overdue, Open, Open, Overdue, InProgress, Done, Cancelled, Done, Open]);
    assert_eq!(report.plan.totals, Totals { open: 3, in_progress: 1, done: 2, cancelled: 1, overdue: 2 });
    assert_eq!(report.plan.goals[0].tasks, report.plan.tasks);
    assert_eq!(report.plan.tasks[7].done.unwrap().to_string(), "2026-06-01");
}

#[test]
fn progress_counts_leaves_and_totals_every_level() {
    // Leaves: B done, C cancelled, E open, G and H cancelled with F, I done. So 2 of 3.
    let body = "- [ ] A\n  - [x] B\n  - [-] C\n  - [ ] D\n    - [ ] E\n- [-] F\n  - [x] G\n  - [ ] H\n- [x] I\n";
    let front = "title: T\ntopics: [confidence, preparation, confidence]\n";
    let report = report_of(
        &TestJournal::new()
            .goal("g.md", &format!("---\n{front}---\n\n{body}"))
            .goal("dropped.md", "---\ntitle: T\nstatus: dropped\n---\n\n- [ ] X\n")
            .entry("a.md", &entry("Acme", NOW, "", "- [ ] Y #salary #!teamwork\n"))
            .entry("b.md", &entry("Bold", NOW, "draft: true\n", "- [ ] Z\n")),
    );
    let ids = |task: &TaskFigure| task.topics.iter().map(|topic| topic.id.clone()).collect::<Vec<_>>();
    let goal = report.plan.goals.iter().find(|goal| goal.id == "g").unwrap();
    assert_eq!((goal.progress.done, goal.progress.total), (2, 3));
    assert_eq!(goal.status, GoalState::OnTrack, "A, D and E are not done");
    assert_eq!(goal.topics, ["confidence", "preparation"]);
    assert!(goal.tasks.iter().all(|task| ids(task) == ["confidence", "preparation"]), "a goal's tasks inherit");
    // Open: A, D, E, X, Y. Done: B, I. Cancelled: C, F, G, H.
    assert_eq!(report.plan.totals, Totals { open: 5, in_progress: 0, done: 2, cancelled: 4, overdue: 0 });
    let own = report.plan.tasks.iter().find(|task| &*task.text == "Y").unwrap();
    assert_eq!((ids(own), &own.goal, &*own.file), (vec!["salary".to_owned()], &None, "entries/a.md"));
}

#[track_caller]
fn state(front: &str, body: &str) -> GoalState {
    let text = format!("---\ntitle: T\n{front}---\n\n{body}");
    report_of(&TestJournal::new().goal("g.md", &text)).plan.goals[0].status
}

#[test]
fn a_goal_is_behind_when_more_than_a_quarter_more_of_its_time_is_gone_than_of_its_tasks() {
    #[track_caller]
    fn case(start: &str, due: &str, done: usize, open: usize, expected: GoalState) {
        let body = "- [x] A\n".repeat(done) + &"- [ ] B\n".repeat(open);
        assert_eq!(state(&format!("start: {start}\ndue: {due}\n"), &body), expected, "{start} {due} {done}/{open}");
    }
    use GoalState::{Behind, OnTrack};
    // 50 of 100 days gone, 1 of 4 done: 0.50 − 0.25 is a quarter, not more. 51 of 100: 0.26.
    case("2026-04-23", "2026-08-01", 1, 3, OnTrack);
    case("2026-04-22", "2026-07-31", 1, 3, Behind);
    // Without tasks the share done is 0: 25 of 100 days, then 26.
    case("2026-05-18", "2026-08-26", 0, 0, OnTrack);
    case("2026-05-17", "2026-08-25", 0, 0, Behind);
    // The last day: 100 of 100 days gone, 3 of 4 done; 2 of 3 leave a third.
    case("2026-03-04", NOW, 3, 1, OnTrack);
    case("2026-03-04", NOW, 2, 1, Behind);
    // 7 of 12 days gone and 1 of 3 done: 7/12 − 4/12 = 3/12, exactly a quarter, which floats may miss.
    case("2026-06-05", "2026-06-17", 1, 2, OnTrack);
    // One day: no time can be gone.
    case(NOW, NOW, 0, 2, OnTrack);
    case(NOW, "2026-06-13", 0, 2, OnTrack);
}

#[test]
fn a_goal_stands_by_its_authors_word_then_its_tasks_then_the_calendar() {
    #[track_caller]
    fn case(front: &str, body: &str, expected: GoalState) {
        assert_eq!(state(front, body), expected, "{front}{body}");
    }
    use GoalState::{Behind, Done, Dropped, NotStarted, OnTrack, Overdue};
    case("", "", OnTrack);
    case("status: dropped\ndue: 2026-01-01\n", "- [x] A\n", Dropped);
    case("status: done\ndue: 2026-01-01\n", "- [ ] A\n", Done);
    case("closed: 2026-02-01\n", "- [ ] A\n", Done); // with a warning
    case("due: 2026-01-01\n", "- [x] A\n  - [x] B\n- [-] C\n", Done);
    case("due: 2026-01-01\n", "- [x] A\n  - [ ] B\n", Overdue); // a step is open
    case("due: 2026-01-01\n", "- [ ] A\n  - [x] B\n", Overdue); // all its leaves are done, A is not
    case("", "- [-] A\n- [-] B\n", OnTrack); // all cancelled is not done
    case("due: 2026-01-01\n", "- [-] A\n", Overdue);
    case("due: 2026-06-11\n", "- [ ] A\n", Overdue);
    case("due: 2026-06-12\n", "- [ ] A\n", OnTrack); // no start: never behind
    case("start: 2026-01-01\n", "- [ ] A\n", OnTrack); // no due: never behind
    case("start: 2026-06-13\ndue: 2026-07-01\n", "- [ ] A\n", NotStarted);
    case("start: 2026-06-13\n", "", NotStarted);
    case("start: 2026-06-12\ndue: 2026-07-01\n", "- [ ] A\n", OnTrack);
    case("start: 2026-06-13\n", "- [x] A\n", Done);
    case("start: 2026-01-01\ndue: 2026-06-12\n", "- [-] A\n", Behind); // none is left, so 0 is done
}

#[test]
fn each_letter_of_smart_stands_for_itself() {
    /// The letters that a goal has; `weak` is the tag that the journal's feedback bears.
    #[track_caller]
    fn case(front: &str, body: &str, weak: &str, expected: &str) {
        let journal = TestJournal::new()
            .entry("a.md", &told("Acme", NOW, &[weak]))
            .goal("g.md", &format!("---\n{front}---\n\n{body}"));
        let smart = report_of(&journal).plan.goals[0].smart;
        let letters = [('s', smart.s), ('m', smart.m), ('a', smart.a), ('r', smart.r), ('t', smart.t)];
        let found: String = letters.iter().filter(|(_, has)| *has).map(|(letter, _)| *letter).collect();
        assert_eq!(found, expected, "{front}{body}");
    }
    case("title: T\n", "", "teamwork", "");
    // S: a topic, and three words between white space.
    case("title: Come well prepared\ntopics: [preparation]\n", "", "teamwork", "s");
    case("title: Come prepared\ntopics: [preparation]\n", "", "teamwork", "");
    case("title: Come well-prepared\ntopics: [preparation]\n", "", "teamwork", "");
    case("title: Come well prepared\n", "", "teamwork", "");
    // M: a target.
    case("title: T\nmeasure: {what: visits, target: 3}\n", "", "teamwork", "m");
    case("title: T\nmeasure: {what: visits, now: 3}\n", "", "teamwork", "");
    // A: two milestones at any level, not cancelled.
    case("title: T\n", "- [ ] A\n- [x] B\n", "teamwork", "a");
    case("title: T\n", "- [ ] A\n  - [/] B\n", "teamwork", "a");
    case("title: T\n", "- [ ] A\n- [-] B\n", "teamwork", "");
    // R: weakness evidence on one of its topics, or a reason.
    case("title: T\ntopics: [confidence, preparation]\n", "", "preparation", "r");
    case("title: T\ntopics: [preparation]\n", "", "+preparation", "");
    case("title: T\ntopics: [competition]\n", "", "competition", "");
    case("title: T\nwhy: It matters.\n", "", "teamwork", "r");
    // T: a due date, and no milestone after it.
    case("title: T\ndue: 2026-07-01\n", "", "teamwork", "t");
    case("title: T\ndue: 2026-07-01\n", "- [ ] A due:2026-07-01\n", "teamwork", "t");
    case("title: T\ndue: 2026-07-01\n", "- [ ] A\n  - [x] B due:2026-07-02\n", "teamwork", "a");
    case("title: T\ndue: 2026-07-01\n", "- [ ] A\n- [-] B due:2026-07-02\n", "teamwork", "t");
    case("title: T\n", "- [ ] A due:2026-07-01\n", "teamwork", "");
}

#[test]
fn the_next_review_follows_the_last_or_the_start() {
    #[track_caller]
    fn case(front: &str, body: &str, expected: Option<&str>) {
        let text = format!("---\ntitle: T\n{front}---\n\n{body}");
        let report = report_of(&TestJournal::new().goal("g.md", &text));
        let found = report.plan.goals[0].next_review.map(|day| day.to_string());
        assert_eq!(found.as_deref(), expected, "{front}");
    }
    case("cadence: weekly\nstart: 2026-05-01\nreviewed: [2026-06-05, 2026-05-29]\n", "", Some("2026-06-12"));
    case("cadence: fortnightly\nstart: 2026-06-01\n", "", Some("2026-06-15"));
    case("cadence: monthly\nreviewed: 2026-01-31\n", "", Some("2026-02-28")); // the month's last day
    case("cadence: monthly\nreviewed: 2026-05-15\n", "", Some("2026-06-15"));
    case("cadence: weekly\n", "", Some(NOW));
    case("start: 2026-05-01\n", "", None);
    case("cadence: weekly\nstatus: done\n", "", None);
    case("cadence: weekly\nstatus: dropped\n", "", None);
    case("cadence: weekly\n", "- [x] A\n", None); // done by its tasks
}

#[test]
fn a_recurring_weakness_is_uncovered_until_a_goal_or_a_task_works_on_it() {
    #[track_caller]
    fn case(goal: &str, front: &str, task: &str, expected: bool) {
        let mut journal = TestJournal::new()
            .entry("a.md", &told("Acme", NOW, &["preparation", "confidence"]))
            .entry("b.md", &told("Bold", NOW, &["preparation"]))
            .entry("c.md", &entry("Core", NOW, front, task));
        if !goal.is_empty() {
            journal = journal.goal("g.md", goal);
        }
        let plan = report_of(&journal).plan;
        let uncovered: &[&str] = if expected { &["preparation"] } else { &[] };
        // Confidence does not recur, and is never uncovered.
        assert_eq!(plan.uncovered, uncovered, "{goal}{front}{task}");
    }
    let goal = |front: &str, body: &str| format!("---\ntitle: T\n{front}---\n\n{body}");
    case("", "", "", true);
    // Goals.
    case(&goal("topics: [preparation]\n", ""), "", "", false);
    case(&goal("topics: [preparation]\nstatus: done\n", ""), "", "", false);
    case(&goal("topics: [preparation]\nstatus: dropped\n", ""), "", "", true);
    case(&goal("topics: [confidence]\n", ""), "", "", true);
    // A goal's tasks: those of a dropped goal count when they are done.
    case(&goal("topics: [confidence]\n", "- [ ] A #preparation\n"), "", "", false);
    case(&goal("topics: [preparation]\nstatus: dropped\n", "- [ ] A\n- [/] B #preparation\n"), "", "", true);
    case(&goal("topics: [preparation]\nstatus: dropped\n", "- [x] A\n"), "", "", false);
    case(&goal("status: dropped\n", "- [x] A #preparation\n"), "", "", false);
    // Tasks of entries.
    case("", "", "- [ ] A #preparation\n", false);
    case("", "", "- [/] A #preparation due:2026-01-01\n", false);
    case("", "", "- [x] A #preparation\n", false);
    case("", "", "- [-] A #preparation\n", true);
    case("", "", "- [ ] A\n", true);
    case("", "draft: true\n", "- [ ] A #preparation\n", true);
}

#[test]
fn covering_goals_are_those_not_dropped() {
    let goal = |status: &str| format!("---\ntitle: T\ntopics: [preparation]\nstatus: {status}\n---\n");
    let report = report_of(
        &TestJournal::new()
            .entry("a.md", &told("Acme", NOW, &["preparation", "confidence"]))
            .goal("z.md", &goal("active"))
            .goal("b.md", &goal("done"))
            .goal("c.md", &goal("dropped")),
    );
    assert_eq!(report.weaknesses[1].covered_by, ["b", "z"]);
    assert!(report.weaknesses[0].covered_by.is_empty());
}
