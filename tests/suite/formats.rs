//! The formats of `check`: one line a problem, JSON, SARIF, annotations; and what a terminal must never get.

use rebond::diagnostic::show::Format;
use serde_json::Value;

use crate::support::TestJournal;

/// A journal whose one entry has an awkward path and an awkward value.
fn journal() -> TestJournal {
    let text = "---\ncompany: A\nrole: B\ndecided: 2026-03-02\nmood: \"7%,\u{a0}é\"\nsectr: x\n---\n";
    TestJournal::new().entry("l’été, 100 %/a:b.md", text)
}

#[test]
fn short_is_one_line_a_problem() {
    let expected = "entries/l’été, 100 %/a:b.md:5:7: error[value-mismatch]: `\"7%,\u{a0}é\"` is not what `mood` takes\n\
                    entries/l’été, 100 %/a:b.md:6:1: warning[key-unknown]: `sectr` is no key of the format\n";
    assert_eq!(journal().check(Format::Short), expected);
}

#[test]
fn json_is_one_object_a_line_with_every_key() {
    let shown = journal().check(Format::Json);
    let lines: Vec<Value> = shown.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let keys: Vec<&String> = lines[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["path", "line", "column", "severity", "code", "message", "help"]);
    assert_eq!(lines[0]["path"], "entries/l’été, 100 %/a:b.md");
    assert_eq!((&lines[0]["line"], &lines[0]["column"]), (&Value::from(5), &Value::from(7)));
    assert_eq!((&lines[1]["severity"], &lines[1]["code"]), (&Value::from("warning"), &Value::from("key-unknown")));
    assert_eq!(lines[1]["help"], "did you mean `sector`?");
    assert_eq!(lines.len(), 2);
}

#[test]
fn sarif_names_rules_levels_and_encoded_addresses() {
    let log: Value = serde_json::from_str(&journal().check(Format::Sarif)).unwrap();
    assert_eq!((&log["version"], log["runs"].as_array().unwrap().len()), (&Value::from("2.1.0"), 1));
    let run = &log["runs"][0];
    assert_eq!(
        (&run["tool"]["driver"]["name"], &run["columnKind"]),
        (&Value::from("rebond"), &Value::from("unicodeCodePoints"))
    );
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!((rules.len(), results.len()), (2, 2));
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert_eq!(rules[index]["defaultConfiguration"]["level"], result["level"]);
        assert!(!rules[index]["fullDescription"]["text"].as_str().unwrap().is_empty());
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
    }
    let place = &results[0]["locations"][0]["physicalLocation"];
    // RFC 3986: a colon in the first segment would read as a scheme; everything unusual is encoded.
    assert_eq!(place["artifactLocation"]["uri"], "entries/l%E2%80%99%C3%A9t%C3%A9%2C%20100%20%25/a%3Ab.md");
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&Value::from(5), &Value::from(7)));
    assert_eq!(results[0]["level"], "error");
}

#[test]
fn sarif_without_problems_is_a_run_without_results() {
    let log: Value = serde_json::from_str(&TestJournal::new().check(Format::Sarif)).unwrap();
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
    assert_eq!(TestJournal::new().check(Format::Json), "");
}

#[test]
fn github_escapes_messages_and_properties() {
    let shown = journal().check(Format::Github);
    let expected = "::error file=entries/l’été%2C 100 %25/a%3Ab.md,line=5,col=7,title=value-mismatch::`\"7%25,\u{a0}é\"` is not what \
                    `mood` takes%0Awrite a whole number from 1 to 5, or `{before: 3, after: 2}`\n\
                    ::warning file=entries/l’été%2C 100 %25/a%3Ab.md,line=6,col=1,title=key-unknown::`sectr` is no key of the \
                    format%0Adid you mean `sector`?\n";
    assert_eq!(shown, expected);
}

#[test]
fn hints_are_notices_and_notes() {
    let journal = TestJournal::new().goal("a.md", "text\n");
    assert!(journal.check(Format::Github).starts_with("::notice file=plan/a.md,line=1,col=1,title=title-missing::"));
    let log: Value = serde_json::from_str(&journal.check(Format::Sarif)).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["level"], "note");
}

#[test]
fn nothing_in_a_file_reaches_the_terminal_as_a_command() {
    let evil = "\u{1b}[31m\u{7}\u{9b}2J\u{7f}\u{202e}\u{2066}\u{200f}";
    let text = format!(
        "---\ncompany: A\nrole: B\ndecided: 2026-03-02\nreasons: [\"x{evil}\"]\n---\n\n{evil}{{{{x{evil}}}}} [a](<b{evil}.md>)\n"
    );
    let journal = TestJournal::new().entry(&format!("x{evil}.md"), &text);
    assert!(journal.problems().len() >= 3, "{:?}", journal.problems());
    for format in [Format::Human, Format::Short, Format::Json, Format::Sarif, Format::Github] {
        let shown = journal.check(format);
        let is_obeyed = |c: char| c != '\n' && (c.is_control() || "\u{202e}\u{2066}\u{200f}".contains(c));
        assert_eq!(shown.matches(is_obeyed).collect::<Vec<_>>(), Vec::<&str>::new(), "{format:?}");
        assert!(shown.contains("placeholder-left") && shown.contains("1b"), "{format:?}: {shown}");
        match format {
            Format::Json => shown.lines().for_each(|line| {
                let problem: Value = serde_json::from_str(line).unwrap();
                assert!(problem["path"].as_str().unwrap().contains(evil), "the text itself is kept");
            }),
            Format::Sarif => assert!(serde_json::from_str::<Value>(&shown).is_ok()),
            _ => {}
        }
    }
}
