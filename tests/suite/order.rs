//! Properties: the report does not depend on the order of entries.

use proptest::prelude::*;
use rebond::analyse::report;
use rebond::locale::{Lang, Locale};
use serde_json::Value;

use crate::support::{TODAY, TestJournal};

/// One entry, made from a few choices.
fn entry_text((company, day, status, topic, kind, follows): (u8, u16, u8, u8, u8, Option<u8>)) -> String {
    let company = ["Acme", "ACME", "Bold", "Core"][usize::from(company % 4)];
    let status = ["rejected", "ghosted", "withdrawn", "offer", "accepted", "open"][usize::from(status % 6)];
    let topics = ["preparation", "confidence", "competition", "salary"];
    let (first, second) = (topics[usize::from(topic % 4)], topics[usize::from(topic / 4 % 4)]);
    let kind = ["", "constructive", "generic", "unconstructive"][usize::from(kind % 4)];
    let decided = jiff::civil::date(2025, 1, 1).saturating_add(jiff::Span::new().days(i64::from(day % 520)));
    let kind =
        if kind.is_empty() { String::new() } else { format!("feedback: {{received: {decided}, kind: {kind}}}\n") };
    let follows = follows.map(|id| format!("follows: e{:02}\n", id % 12)).unwrap_or_default();
    format!(
        "---\ncompany: {company}\nrole: R\nstatus: {status}\ndecided: {decided}\nsource: {company}\nmood: 3\n{kind}{follows}---\n\n\
         ## Feedback\n\n> Words. #{first}\n\n## Debrief\n\nMore. #+{second} #{second}\n\n- [x] Done #{first} done:{decided}\n"
    )
}

/// Returns the report of a journal whose entries stand in these folders, without what names the folders.
fn report_in(texts: &[String], folders: &[usize]) -> Value {
    let goal = "---\ntitle: Come well prepared\ntopics: [preparation]\nclosed: 2025-09-01\nstatus: done\n---\n";
    let mut journal = TestJournal::new().goal("g.md", goal);
    for (index, (text, folder)) in texts.iter().zip(folders).enumerate() {
        journal = journal.entry(&format!("{folder:02}/e{index:02}.md"), text);
    }
    let loaded = journal.load();
    assert_eq!(loaded.journal.entries.len(), texts.len(), "{:?}", journal.problems());
    let mut report = serde_json::to_value(report(&loaded.journal, &Locale::new(Lang::En, ""), TODAY)).unwrap();
    without_files(&mut report);
    // Tasks stand by file and line.
    let tasks = report["plan"]["tasks"].as_array_mut().unwrap();
    tasks.sort_by_key(ToString::to_string);
    report
}

fn without_files(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.remove("file");
            object.values_mut().for_each(without_files);
        }
        Value::Array(items) => items.iter_mut().for_each(without_files),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Files are found by path: folders shuffle them.
    #[test]
    fn a_report_does_not_depend_on_the_order_of_entries(
        choices in proptest::collection::vec(any::<(u8, u16, u8, u8, u8, Option<u8>)>(), 12),
        folders in Just((0..12).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let texts: Vec<String> = choices.into_iter().map(entry_text).collect();
        let straight: Vec<usize> = (0..12).collect();
        prop_assert_eq!(report_in(&texts, &straight), report_in(&texts, &folders));
    }
}
