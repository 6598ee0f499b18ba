//! Tasks in their three notations.

use super::*;

#[test]
fn tasks_have_four_states_and_three_notations() {
    let text = "- [ ] one due:2026-04-01 done:2026-03-20 start:2026-01-01\n* [x] two 📅 2026-04-01 ✅ 2026-03-20 🛫 2026-01-01\n+ [X] three [due:: 2026-04-01] [completion:: 2026-03-20] [start:: 2026-01-01]\n1. [/] four (due:: 2026-04-01)\n2) [-] five #salary\n";
    let found = body(text);
    let states: Vec<TaskState> = found.tasks.iter().map(|task| task.state).collect();
    let expected = [TaskState::Open, TaskState::Done, TaskState::Done, TaskState::InProgress, TaskState::Cancelled];
    assert_eq!(states, expected);
    let texts: Vec<&str> = found.tasks.iter().map(|task| &*task.text).collect();
    assert_eq!(texts, ["one", "two", "three", "four", "five"]);
    for task in &found.tasks[..3] {
        assert_eq!(
            (task.due, task.done, task.start),
            (Some(date(2026, 4, 1)), Some(date(2026, 3, 20)), Some(date(2026, 1, 1)))
        );
    }
    assert_eq!(found.tasks[4].topics[0].id, "salary");
    assert_eq!(found.tasks.iter().map(|task| task.line).collect::<Vec<_>>(), [7, 8, 9, 10, 11]);
}

#[test]
fn steps_know_their_task_and_a_cancelled_one_cancels_them() {
    let text = "- [ ] plan #salary\n  - [x] first due:2026-04-01\n  - a remark\n    - [ ] deep\n  - [ ] second\n- [-] dropped\n  - [ ] never\n    - [x] nor this\n\n1. [ ] numbered\n   1. [ ] inner\n\n> - [ ] quoted\n";
    let found = body(text);
    let shown: Vec<String> = found
        .tasks
        .iter()
        .map(|task| format!("{} {:?} {:?} {}", task.text, task.state, task.parent, task.is_leaf))
        .collect();
    let expected = [
        "plan Open None false",
        "first Done Some(0) true",
        "deep Open Some(0) true",
        "second Open Some(0) true",
        "dropped Cancelled None false",
        "never Cancelled Some(5) false",
        "nor this Cancelled Some(6) true",
        "numbered Open None false",
        "inner Open Some(8) true",
        "quoted Open None true",
    ];
    let expected: Vec<String> = expected
        .iter()
        .map(|line| line.replace("Some(5)", "Some(4)").replace("Some(6)", "Some(5)").replace("Some(8)", "Some(7)"))
        .collect();
    assert_eq!(shown, expected);
    assert_eq!(found.tasks[1].topics.len(), 0, "steps do not inherit tags");
}

#[test]
fn problems_of_tasks_are_warnings_and_the_task_counts() {
    #[track_caller]
    fn case(task: &str, expected: &[&str]) {
        problems_of("", &format!("\n{task}\n"), expected);
        assert_eq!(journal("", task).only_entry().body.tasks.len(), 1, "{task}");
    }
    case("- [ ] a due:2026-02-30", &["7:13 task-date-invalid"]);
    case("- [ ] a due:01/04/2026", &["7:13 task-date-invalid"]);
    case("- [ ] a 📅 demain", &["7:11 task-date-invalid"]);
    case("- [ ] a [due:: soon]", &["7:16 task-date-invalid"]);
    case("- [ ] a due:2026-04-01 📅 2026-04-02", &["7:26 task-date-repeated"]);
    case("- [>] a", &["7:4 task-state-unknown"]);
    case("- [é] a", &["7:4 task-state-unknown"]);
    case("- [ ] due diligence: overdue:2026-02-30, well done: yes", &[]);
    case("- [x] a (due:2026-04-01).", &[]);
    problems_of("", "- [ab] a\n- [x](https://x.org/z) b\n- \\[ ] c\n- [] d\n", &[]);
    assert_eq!(body("- [ab] a\n- [x](https://x.org/z) b\n- \\[/] c\n- [] d\n[ ] e\n").tasks, []);
}
