//! Goals.

use super::*;

#[test]
fn a_goal_may_have_no_front_matter() {
    let title = |text: &str| {
        let goal = TestJournal::new().goal("plan-b.md", text).only_goal();
        goal.title.clone()
    };
    assert_eq!(title("# Learn SQL\n\n- [ ] a course\n"), "Learn SQL");
    assert_eq!(title("---\ntitle: From the key\n---\n# Heading\n"), "From the key");
    assert_eq!(title("just text\n"), "plan-b");
    assert_eq!(title(""), "plan-b");
    let problems = |text: &str| TestJournal::new().goal("g.md", text).problems();
    assert_eq!(problems("text\n"), ["plan/g.md:1:1 title-missing"]);
    assert_eq!(problems("---\ntitle: T\nclosed: 2026-05-01\n---\n"), ["plan/g.md:3:1 status-contradicted"]);
    assert_eq!(problems("---\ntitle: T\n"), ["plan/g.md:1:1 front-matter-unclosed"]);
    assert_eq!(problems("\n---\ntitle: T\n---\n"), ["plan/g.md:2:1 front-matter-missing"]);
    assert_eq!(problems("***\n\n# A rule above\n"), NONE);
}

#[test]
fn tags_in_the_text_of_a_goal_are_nothing_but_those_of_its_tasks_tie_them() {
    let text = "# T\n\nA #comunication course, #sql.\n\n- [ ] Book it #+communication #sql\n- [ ] Near #comunication\n";
    let journal = TestJournal::new().goal("g.md", text);
    assert_eq!(journal.problems(), ["plan/g.md:6:12 topic-near"]);
    let goal = journal.only_goal();
    assert_eq!(goal.body.tasks[0].topics[0].id, "communication");
    assert_eq!(goal.body.blocks, []);
}
