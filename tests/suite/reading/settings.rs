//! The settings.

use super::*;

#[test]
fn settings_are_exact_and_validated_at_their_place() {
    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found: Vec<String> =
            TestJournal::new().settings(text).problems().iter().map(|line| line.replace("rebond.toml:", "")).collect();
        assert_eq!(found, expected, "{text}");
    }
    case("", &[]);
    case("lang = \"FR\"\nregion = \"\"\ntitle = \"é\"\n", &[]);
    case("region = \"CA-QC\"\n[site]\nurl = \"https://x.org\"\ntheme = \"booklet\"\n", &[]);
    case("Lang = \"fr\"\n", &["1:1 setting-unknown"]);
    case("[analysis]\nhalf_life = 1\n", &["2:1 setting-unknown"]);
    case(
        "lang = \"de\"\nregion = \"XX\"\ntitle = [1]\n",
        &["1:8 setting-invalid", "2:10 setting-invalid", "3:9 setting-invalid"],
    );
    case(
        "[analysis]\nhalf-life = 0\nrecurring = 0\nsuggestions = \"often\"\nfrom = 2026-13-01\n",
        &["5:8 settings-syntax"],
    );
    case(
        "[analysis]\nhalf-life = 0\nrecurring = 0.5\nsuggestions = \"often\"\nfrom = \"soon\"\n",
        &["2:13 setting-invalid", "3:13 setting-invalid", "4:15 setting-invalid", "5:8 setting-invalid"],
    );
    case("[analysis]\nhalf-life = 1_000\n", &[]);
    case(
        "[follow-up]\nthank = 3651\nidle = -1\nholidays = [2026-05-01, \"x\"]\n",
        &["2:9 setting-invalid", "3:8 setting-invalid", "4:25 setting-invalid"],
    );
    case("[follow-up]\nrequest-from = 6\n", &["2:16 setting-invalid"]);
    case("[follow-up]\nrequest-from = 6\nrequest-until = 6\n", &[]);
    case(
        "[paths]\nentries = \"/x\"\nplan = \"../x\"\nletters = \"a/b\"\nsite = \"entries/out\"\n",
        &["2:11 setting-invalid", "3:8 setting-invalid", "5:8 setting-invalid"],
    );
    case("[site]\ntheme = \"../x\"\nurl = \"x.org\"\n", &["2:9 setting-invalid", "3:7 setting-invalid"]);
    case(
        "[share]\ninclude = [\"tags\", \"salary\"]\ndates = \"week\"\n",
        &["2:11 setting-invalid", "3:9 setting-invalid"],
    );
    case(
        "[[topics]]\nid = \"SQL\"\n[[topics]]\nfr = \"x\"\n[[topics]]\nid = \"a\"\ngroup = \"x\"\ncontrol = \"me\"\n",
        &["2:6 setting-invalid", "3:1 setting-invalid", "7:9 setting-invalid", "8:11 setting-invalid"],
    );
    case("title = \"a\"\ntitle = \"b\"\n", &["2:1 settings-syntax"]);
    case("thème = 1\n", &["1:3 settings-syntax"]);
    case("site = 1\n", &["1:8 setting-invalid"]);
}

#[test]
fn a_setting_that_is_wrong_keeps_its_default() {
    let settings = |text: &str| TestJournal::new().settings(text).load().journal.settings.clone();
    let clash = settings("[paths]\nsite = \"entries\"\n");
    assert_eq!((clash.paths.site.as_str(), clash.paths.entries.as_str()), ("site", "entries"));
    let reversed = settings("[follow-up]\nrequest-from = 9\nthank = 4\n");
    assert_eq!(
        (reversed.follow_up.request_from, reversed.follow_up.request_until, reversed.follow_up.thank),
        (3, 5, 4)
    );
    assert_eq!(settings("[share]\ninclude = [\"tags\", \"salary\"]\n").share.include, ["tags"]);
}

#[test]
fn own_topics_are_found_by_every_name_they_have() {
    let settings = "[[topics]]\nid = \"sql\"\nfr = \"Requêtes SQL\"\nen = \"SQL queries\"\nterms = [\"jointures\"]\n[[topics]]\nid = \"languages\"\nterms = [\"anglais\"]\n";
    let text = entry_text("motifs: [SQL, requêtes sql, Jointures, anglais]\n", "#sql-queries #requetes-sql #anglais\n");
    let journal = TestJournal::new().settings(settings).entry("a.md", &text);
    assert_eq!(journal.problems(), NONE);
    let entry = journal.only_entry();
    let ids = |ids: Vec<&str>| ids.join(" ");
    assert_eq!(ids(entry.reasons.iter().map(|topic| topic.value.id.as_str()).collect()), "sql sql sql languages");
    assert_eq!(ids(entry.body.blocks[0].tags.iter().map(|tag| tag.topic.id.as_str()).collect()), "sql sql languages");
}
