//! What edits do to whole files, and generated files in every style.

use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::locale::Lang;
use crate::model::vocabulary::{ENTRY, GOAL, NOTICES, STATUSES, find_word};
use crate::model::{TagSign, Topics};

fn revision(text: &str) -> Revision {
    Revision::new(&Arc::new(SourceFile::decode("a.md", text.as_bytes().to_vec()).unwrap()))
}

/// What the text of a front matter becomes; `None` when it is refused.
fn edited(text: &str, place: Place, content: Content) -> Option<String> {
    let mut revision = revision(text);
    set(&mut revision, ENTRY, place, content, Lang::En).ok()?;
    Some(String::from_utf8(revision.source().to_bytes()).unwrap())
}

fn day() -> Content {
    Content::Day(date(2026, 6, 12))
}

fn word(words: &[crate::model::vocabulary::Word], name: &str) -> Content {
    Content::Word(find_word(words, name).unwrap())
}

#[track_caller]
fn yaml(place: Place, content: Content, before: &str, after: &str) {
    let fenced = |text: &str| format!("---\n{text}---\nbody\n");
    assert_eq!(edited(&fenced(before), place, content), Some(fenced(after)), "{before}");
}

#[track_caller]
fn toml(place: Place, content: Content, before: &str, after: &str) {
    let fenced = |text: &str| format!("+++\n{text}+++\nbody\n");
    assert_eq!(edited(&fenced(before), place, content), Some(fenced(after)), "{before}");
}

#[test]
fn a_key_is_changed_filled_or_added_in_yaml() {
    let status = |before: &str, after: &str| {
        yaml(Place::key(ENTRY, "status").unwrap(), word(STATUSES, "rejected"), before, after);
    };
    status("status: open # since May\n", "status: rejected # since May\n");
    status("Statut :  'en-cours'\nentreprise: x\n", "Statut :  'refus'\nentreprise: x\n");
    status("\"status\": \"open\"\n", "\"status\": \"rejected\"\n");
    status("status: &s open\n", "status: &s rejected\n");
    status("status: >-\n  open\nrole: x\n", "status: >-\n  rejected\nrole: x\n");
    let decided = |before: &str, after: &str| yaml(Place::key(ENTRY, "decided").unwrap(), day(), before, after);
    decided("décision:\n", "décision: 2026-06-12\n");
    decided("décision: \n", "décision: 2026-06-12\n");
    decided("décision:   # when?\n", "décision: 2026-06-12  # when?\n");
    decided("décision: # when?\n", "décision: 2026-06-12 # when?\n");
    decided("décision:\t\n", "décision:\t2026-06-12\n");
    decided("decided: ~\n", "decided: 2026-06-12\n");
    decided("decided: \"\"\n", "decided: \"2026-06-12\"\n");
    decided(
        "role: x\nstatus: open # c\n# note\ntags: [a]\n",
        "role: x\nstatus: open # c\ndecided: 2026-06-12\n# note\ntags: [a]\n",
    );
    decided("motifs: [a]\n\n", "motifs: [a]\ndécision: 2026-06-12\n\n");
    decided("remercie: oui\n", "remercie: oui\ndecision: 2026-06-12\n");
    decided("  company: x\n  tags:\n    - a\n", "  company: x\n  decided: 2026-06-12\n  tags:\n    - a\n");
    decided("{company: x, role: y}\n", "{company: x, role: y, decided: 2026-06-12}\n");
    decided(
        "company: >\n  long\n  name\nrole: a\n  b\ntags: []\n",
        "company: >\n  long\n  name\nrole: a\n  b\ndecided: 2026-06-12\ntags: []\n",
    );
}

#[test]
fn a_record_keeps_its_style_in_yaml() {
    let case = |before: &str, after: &str| {
        yaml(Place::inner(ENTRY, "feedback", "requested").unwrap(), day(), before, after);
    };
    case("company: x\n", "company: x\nfeedback: {requested: 2026-06-12}\n");
    case("retour: {via: email}\n", "retour: {via: email, demandé: 2026-06-12}\n");
    case("retour: {via: email,} # c\n", "retour: {via: email, demandé: 2026-06-12,} # c\n");
    case("retour: { }\nhumeur: 3\n", "retour: {demandé: 2026-06-12 }\nhumeur: 3\n".replace("{d", "{ d").as_str());
    case("feedback: {requested: , via: email}\n", "feedback: {requested: 2026-06-12, via: email}\n");
    case("feedback: {requested, via: email}\n", "feedback: {requested: 2026-06-12, via: email}\n");
    case("feedback: {via: }\n", "feedback: {via: , requested: 2026-06-12}\n");
    case(
        "feedback:\n    via: email # c\ntags: []\n",
        "feedback:\n    via: email # c\n    requested: 2026-06-12\ntags: []\n",
    );
    case("feedback:\n  requested:\n  via: email\n", "feedback:\n  requested: 2026-06-12\n  via: email\n");
    case("feedback:\n", "feedback: {requested: 2026-06-12}\n");
    case("feedback: {\n  via: email # c\n  }\n", "feedback: {\n  via: email, # c\n  requested: 2026-06-12\n  }\n");
    let received = Place::inner(ENTRY, "feedback", "received").unwrap();
    yaml(
        received,
        day(),
        "feedback:\n  via: email\n  kind: generic\n",
        "feedback:\n  via: email\n  received: 2026-06-12\n  kind: generic\n",
    );
    yaml(
        received,
        day(),
        "feedback: {via: email, kind: generic}\n",
        "feedback: {via: email, received: 2026-06-12, kind: generic}\n",
    );
}

#[test]
fn a_contact_keeps_its_style() {
    let place = |index| Place::item(ENTRY, "contacts", index, "connected").unwrap();
    let case = |index, before: &str, after: &str| yaml(place(index), day(), before, after);
    case(
        1,
        "contacts:\n  - nom: A\n  - nom: B\n    rôle: rh\n",
        "contacts:\n  - nom: A\n  - nom: B\n    rôle: rh\n    ajouté: 2026-06-12\n",
    );
    case(0, "contacts:\n- {name: A}\n- B\n", "contacts:\n- {name: A, connected: 2026-06-12}\n- B\n");
    case(
        1,
        "contacts:\n-\n- {name: A}\n- B, C\n",
        "contacts:\n-\n- {name: A}\n- name: B, C\n  connected: 2026-06-12\n",
    );
    case(0, "contacts: [A, B]\n", "contacts: [{name: A, connected: 2026-06-12}, B]\n");
    case(0, "contacts: A, \"B\"\n", "contacts: {name: \"A, \\\"B\\\"\", connected: 2026-06-12}\n");
    case(0, "contacts: {nom: A}\n", "contacts: {nom: A, ajouté: 2026-06-12}\n");
    let case = |index, before: &str, after: &str| toml(place(index), day(), before, after);
    case(0, "contacts = [\"A\", 'B']\n", "contacts = [{ name = \"A\", connected = 2026-06-12 }, 'B']\n");
    case(
        1,
        "[[contacts]]\nnom = 'A'\n\n[[contacts]]\nnom = 'B'\n",
        "[[contacts]]\nnom = 'A'\n\n[[contacts]]\nnom = 'B'\najoute = 2026-06-12\n",
    );
    case(
        0,
        "[[contacts]]\nname = 'A'\n\n[[contacts]]\n",
        "[[contacts]]\nname = 'A'\nconnected = 2026-06-12\n\n[[contacts]]\n",
    );
    case(0, "[contacts]\nname = 'A'\n", "[contacts]\nname = 'A'\nconnected = 2026-06-12\n");
}

#[test]
fn a_key_is_changed_or_added_in_toml() {
    let decided = |before: &str, after: &str| toml(Place::key(ENTRY, "decided").unwrap(), day(), before, after);
    decided("\"décision\" = 2026-01-01\n", "\"décision\" = 2026-06-12\n");
    decided("decision = '2026-01-01' # c\n", "decision = '2026-06-12' # c\n");
    decided(
        "statut = 'x'\n\n[retour]\nvia = 'email'\n",
        "statut = 'x'\ndecision = 2026-06-12\n\n[retour]\nvia = 'email'\n",
    );
    decided("'étape' = 'x'\nstatut = 'x'\n", "'étape' = 'x'\nstatut = 'x'\n\"décision\" = 2026-06-12\n");
    decided("[mood]\nafter = 2\n", "decided = 2026-06-12\n[mood]\nafter = 2\n");
    decided("company = \"a\"\nrole    = \"b\"\n", "company = \"a\"\nrole    = \"b\"\ndecided = 2026-06-12\n");
    decided("co = 1\n", "co = 1\ndecided = 2026-06-12\n");
    toml(
        Place::key(ENTRY, "notice").unwrap(),
        word(NOTICES, "phone"),
        "statut = 'x'\n",
        "statut = 'x'\nnouvelle = \"téléphone\"\n",
    );
    toml(Place::key(ENTRY, "thanked").unwrap(), day(), "thanked = true\n", "thanked = 2026-06-12\n");
}

#[test]
fn a_table_keeps_its_style_in_toml() {
    let case = |before: &str, after: &str| {
        toml(Place::inner(ENTRY, "feedback", "requested").unwrap(), day(), before, after);
    };
    case(
        "company = 'x'\n[[contacts]]\nname = 'A'\n",
        "company = 'x'\nfeedback = { requested = 2026-06-12 }\n[[contacts]]\nname = 'A'\n",
    );
    case("feedback = { via = 'email' }\n", "feedback = { via = 'email', requested = 2026-06-12 }\n");
    case("feedback = {}\n", "feedback = { requested = 2026-06-12 }\n");
    case(
        "[retour]\nvia = 'email'\n\n[humeur]\navant = 1\n",
        "[retour]\nvia = 'email'\ndemande = 2026-06-12\n\n[humeur]\navant = 1\n",
    );
    case("a = 1\n[feedback] # c\n\n[mood]\n", "a = 1\n[feedback] # c\nrequested = 2026-06-12\n\n[mood]\n");
    case(
        "feedback.via = 'email'\ncompany = 'x'\n",
        "feedback.via = 'email'\nfeedback.requested = 2026-06-12\ncompany = 'x'\n",
    );
}

#[test]
fn a_list_takes_a_further_item() {
    let place = Place::further(GOAL, "reviewed").unwrap();
    let case = |before: &str, after: &str| {
        let mut revision = revision(before);
        set(&mut revision, GOAL, place, day(), Lang::Fr).unwrap();
        assert_eq!(revision.source().text, after);
    };
    case("---\ntitre: x\n---\n", "---\ntitre: x\nrevues: [2026-06-12]\n---\n");
    case("---\nrevues: [2026-01-01] # c\n---\n", "---\nrevues: [2026-01-01, 2026-06-12] # c\n---\n");
    case("---\nrevues: []\n---\n", "---\nrevues: [2026-06-12]\n---\n");
    case("---\nrevues: 2026-01-01\n---\n", "---\nrevues: [2026-01-01, 2026-06-12]\n---\n");
    case(
        "---\nrevues:\n- 2026-01-01 # c\nstatut: actif\n---\n",
        "---\nrevues:\n- 2026-01-01 # c\n- 2026-06-12\nstatut: actif\n---\n",
    );
    case("+++\nrevues = [\n  2026-01-01, # c\n]\n+++\n", "+++\nrevues = [\n  2026-01-01, # c\n  2026-06-12,\n]\n+++\n");
    case("+++\nrevues = [\n  2026-01-01 # c\n]\n+++\n", "+++\nrevues = [\n  2026-01-01, # c\n  2026-06-12\n]\n+++\n");
    case("# But\r\n\r\n- [ ] x\r\n", "---\r\nrevues: [2026-06-12]\r\n---\r\n\r\n# But\r\n\r\n- [ ] x\r\n");
    case("---\n---\nx", "---\nrevues: [2026-06-12]\n---\nx");
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let place = Place::key(ENTRY, "decided").unwrap();
    let before = "\u{feff}---\r\nstatut: refus\r\n---\r\ncorps\n";
    let after = "\u{feff}---\r\nstatut: refus\r\ndécision: 2026-06-12\r\n---\r\ncorps\n";
    assert_eq!(edited(before, place, day()).as_deref(), Some(after));
}

#[test]
fn what_would_change_more_is_refused() {
    #[track_caller]
    fn case(before: &str) {
        assert_eq!(edited(before, Place::inner(ENTRY, "feedback", "requested").unwrap(), day()), None, "{before}");
    }
    case("---\nx: &f {via: email}\nfeedback: *f\n---\n");
    case("---\nfeedback: &f\n  via: email\nx: *f\n---\n");
    case("---\nfeedback: soon\n---\n");
    case("---\ntags: []\n...\n---\n");
    case("---\ncompany: [\n---\n");
    case("no front matter\n");
    let anchored = "---\ndecided: &d 2026-01-01\nthanked: *d\n---\n";
    assert_eq!(edited(anchored, Place::key(ENTRY, "decided").unwrap(), day()), None);
}

#[track_caller]
fn ticked(before: &str, after: &str) {
    let mut revision = revision(before);
    let line = before.lines().position(|line| line.contains("- [ ] T") || line.contains("[/] T")).unwrap() + 1;
    tick(&mut revision, &Topics::built_in(), u32::try_from(line).unwrap(), date(2026, 6, 12)).unwrap();
    assert_eq!(revision.source().text, after);
}

#[test]
fn a_task_is_ticked_in_its_own_notation() {
    ticked("- [ ] T\n", "- [x] T done:2026-06-12\n");
    ticked("- [/] T #sql due:2026-07-01, then\n", "- [x] T #sql due:2026-07-01 done:2026-06-12, then\n");
    ticked(
        "- [ ] T 🛫 2026-05-01 📅 2026-07-01 #oral\r\n",
        "- [x] T 🛫 2026-05-01 📅 2026-07-01 ✅ 2026-06-12 #oral\r\n",
    );
    ticked("- [ ] T [due:: 2026-07-01]", "- [x] T [due:: 2026-07-01] [completion:: 2026-06-12]");
    ticked("- [ ] T (due:: 2026-07-01)\n", "- [x] T (due:: 2026-07-01) (completion:: 2026-06-12)\n");
    ticked("- [ ] T (due:2026-07-01)\n", "- [x] T (due:2026-07-01 done:2026-06-12)\n");
    ticked("- [ ] T\n  goes on\n  - [ ] step\n", "- [x] T done:2026-06-12\n  goes on\n  - [ ] step\n");
    ticked("- [ ] T  \n  goes on due:2026-07-01\n", "- [x] T  \n  goes on due:2026-07-01 done:2026-06-12\n");
    ticked("- [ ] T\\\n  goes on\n", "- [x] T done:2026-06-12\\\n  goes on\n");
    ticked("- [ ] T `due:2026-07-01`\n", "- [x] T `due:2026-07-01` done:2026-06-12\n");
    ticked("- [ ] T done:2026-01-01\n", "- [x] T done:2026-06-12\n");
    ticked("> 1. [/] T\n", "> 1. [x] T done:2026-06-12\n");
    ticked("---\na: 1\n---\n- [x] S\n\n- [ ] T\n", "---\na: 1\n---\n- [x] S\n\n- [x] T done:2026-06-12\n");
}

#[track_caller]
fn quoted(words: &str, before: &str, after: &str) {
    let mut revision = revision(before);
    add_quote(&mut revision, &Topics::built_in(), words, Lang::Fr).unwrap();
    assert_eq!(revision.source().text, after);
}

#[test]
fn a_recruiters_words_stand_under_the_feedback_heading() {
    let words = "\nHello,  \r\n\r\nToo long. #sql\r\n\r\n";
    quoted(words, "---\na: 1\n---\n", "---\na: 1\n---\n\n## Retour du recruteur\n\n> Hello,\n>\n> Too long. #sql\n");
    quoted("Non.", "---\na: 1\n---", "---\na: 1\n---\n\n## Retour du recruteur\n\n> Non.");
    quoted("Non.", "x\r\n", "x\r\n\r\n## Retour du recruteur\r\n\r\n> Non.\r\n");
    quoted("Non.", "x\n\n# Bilan\n\ny\n", "x\n\n# Retour du recruteur\n\n> Non.\n\n# Bilan\n\ny\n");
    quoted("Non.", "## Feedback\n\n## Bilan\n", "## Feedback\n\n> Non.\n\n## Bilan\n");
    quoted(
        "Non.",
        "## Feedback\n> Oui.\n### Points forts\na\n",
        "## Feedback\n> Oui.\n\n> Non.\n\n### Points forts\na\n",
    );
    quoted("Non.", "Retour\n------\n", "Retour\n------\n\n> Non.\n");
    quoted("Non.", "## Retour\n- a\n\n\n", "## Retour\n- a\n\n\n> Non.\n");
    quoted("Non.", "- a\n\n  ## Bilan\n", "- a\n\n  ## Bilan\n\n## Retour du recruteur\n\n> Non.\n");
}

#[test]
fn words_that_would_be_no_quote_are_refused() {
    let mut revision = revision("## Retour\n\n```\nopen\n");
    let refused = add_quote(&mut revision, &Topics::built_in(), "Non.", Lang::Fr).unwrap_err();
    assert_eq!(refused.code, Code::EditRefused);
    assert!(!revision.is_changed());
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_its_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (path, link) = (folder.path().join("a.md"), folder.path().join("b.md"));
    symlink("a.md", &link).unwrap();
    for (mode, place) in [(0o600, &path), (0o644, &path), (0o755, &link)] {
        fs::replace(&path, b"- [ ] T\n").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        let mut revision = revision("- [ ] T\n");
        tick(&mut revision, &Topics::built_in(), 1, date(2026, 6, 12)).unwrap();
        revision.write(place).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"- [x] T done:2026-06-12\n");
        assert_eq!(std::fs::symlink_metadata(&path).unwrap().permissions().mode() & 0o777, mode);
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::names(folder.path()).unwrap(), ["a.md", "b.md"]);
    }
}

#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.md");
    fs::replace(&path, b"- [ ] T!\n").unwrap();
    let mut revision = revision("- [ ] T\n");
    tick(&mut revision, &Topics::built_in(), 1, date(2026, 6, 12)).unwrap();
    assert_eq!(revision.write(&path).unwrap_err().code, Code::EditRefused);
    assert_eq!(fs::read(&path).unwrap(), b"- [ ] T!\n");
}

/// What a file becomes when the block at `index` gets a tag of preparation.
#[track_caller]
fn tagged(index: usize, sign: TagSign, before: &str, after: &str) {
    let topics = Topics::built_in();
    let mut revision = revision(before);
    let result = tag(&mut revision, &topics, index, (topics.get("preparation").unwrap(), sign), Lang::Fr);
    assert!(result.is_ok(), "{before}");
    assert_eq!(String::from_utf8(revision.source().to_bytes()).unwrap(), after);
}

#[test]
fn a_topic_is_tagged_at_the_end_of_its_block() {
    let plain = TagSign::Plain;
    tagged(0, plain, "## Bilan\n\nRien lu.\n", "## Bilan\n\nRien lu. #préparation\n");
    tagged(0, plain, "## Bilan\n\nRien lu.", "## Bilan\n\nRien lu. #préparation");
    tagged(0, TagSign::Not, "## Bilan\n\nRien\nlu.  \n\nEt\n", "## Bilan\n\nRien\nlu. #!préparation  \n\nEt\n");
    tagged(1, plain, "## Bilan\n\nRien.\n\nEt\n", "## Bilan\n\nRien.\n\nEt #préparation\n");
    tagged(
        0,
        TagSign::Plus,
        "## Retour\n\n> Bien\n> lu.\n>\n> Et.\n",
        "## Retour\n\n> Bien\n> lu. #+préparation\n>\n> Et.\n",
    );
    tagged(1, TagSign::Minus, "## Bilan\r\n\r\n- Un\r\n- Deux\r\n", "## Bilan\r\n\r\n- Un\r\n- Deux #-préparation\r\n");
    tagged(0, plain, "## Bilan\n\nRien **lu.**\n", "## Bilan\n\nRien **lu.** #préparation\n");
    tagged(0, plain, "## Bilan\n\nRien [lu](a.md)\n", "## Bilan\n\nRien [lu](a.md) #préparation\n");
    tagged(0, plain, "## Bilan\n\nRien `lu`\n", "## Bilan\n\nRien `lu` #préparation\n");
    tagged(
        0,
        plain,
        "---\na: b\n---\n## Bilan\n\nRien #salaire\n",
        "---\na: b\n---\n## Bilan\n\nRien #salaire #préparation\n",
    );
}

#[test]
fn a_topic_of_no_block_is_refused() {
    let topics = Topics::built_in();
    let mut revision = revision("## Bilan\n\nRien.\n");
    let topic = topics.get("preparation").unwrap();
    assert!(tag(&mut revision, &topics, 4, (topic, TagSign::Plain), Lang::Fr).is_err());
    assert!(!revision.is_changed());
}
