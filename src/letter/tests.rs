//! Every letter in every language and tone, for three entries that differ in all they can.

use std::collections::BTreeSet;

use jiff::civil::date;

use super::*;
use crate::model::{Settings, Topics};
use crate::parse::read_entry;
use crate::source::SourceFile;

/// Four applications: a warm one in the last round, a cold one without a person, one through a firm, one that came to
/// nothing for a reason beyond the person's control.
const ENTRIES: [(&str, &str); 4] = [
    (
        "entries/2026-03-27-wharfedale.md",
        "---\ncompany: Wharfedale House\nrole: Collections Technician, nine months\nstatus: rejected\n\
         applied: 2026-02-23\ninterviews:\n  - {date: 2026-03-12, kind: video, with: Isobel Grantley}\n  \
         - {date: 2026-03-20, with: Isobel Grantley et Paul Ward}\n  - {date: 2026-03-24, kind: test}\n\
         decided: 2026-03-27\nstage: final\nnotice: phone\ncontacts:\n  \
         - {name: Isobel Grantley, title: Dr, role: interviewer, email: i.grantley@example.org, phone: 01 02}\n\
         feedback: {received: 2026-03-30, kind: generic}\n---\n\n## Feedback\n\n> Not sure of herself. #confidence\n\n\
         ## Debrief\n\nI rambled. #answer-structure And the tools. #sql\n",
    ),
    (
        "entries/2025-10-14-orange.md",
        "---\nentreprise: Orange\nposte: Assistante logistique (H/F)\nstatut: refus\ndécision: 2025-10-14\n\
         nouvelle: personnel\n---\n",
    ),
    (
        "entries/2026-01-22-auvezere.md",
        "---\nentreprise: Laboratoires Auvézère\nposte: Data Analyst\nstatut: refus\ncabinet: Cabinet Rivaud\n\
         entretiens: [2026-01-12]\ndécision: 2026-01-22\nnouvelle: personnel\ncontacts:\n  \
         - {nom: Inès de La Tour du Pin, civilité: Mme, rôle: cabinet}\n---\n\n## Bilan\n\nTrop cher. #salaire #!salary #prétentions-salariales\n",
    ),
    (
        "entries/2026-04-02-freeze.md",
        "---\ncompany: Calder Mill\nrole: Technician\nstatus: rejected\ndecided: 2026-04-02\nnotice: personal\n\
         contacts: [{name: Jo Brandt, role: hr}]\nreasons: [hiring-freeze]\n\
         feedback: {received: 2026-04-07, kind: generic}\n---\n\n## Feedback\n\n> The post is frozen. #hiring-freeze\n",
    ),
];

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.author.name = Some("Nadège Vergnaud".to_owned());
    settings.author.phone = Some("06 39 98 41 27".to_owned());
    settings.author.email = Some("nadege@example.org".to_owned());
    settings
}

fn journal(settings: Settings, entries: &[(&str, &str)]) -> Journal {
    let sql = crate::model::Topic {
        id: "sql".to_owned(),
        group: "technical".to_owned(),
        control: crate::model::Control::Mine,
        fr: "SQL".to_owned(),
        en: "SQL".to_owned(),
        terms: Vec::new(),
    };
    let built_in: Vec<_> = Topics::built_in().iter().map(|topic| topic.as_ref().clone()).collect();
    let topics = Topics::new(built_in.into_iter().chain([sql]));
    let read = |(path, text): &(&str, &str)| {
        let source = std::sync::Arc::new(SourceFile::new(*path, *text));
        let read = read_entry(&source, &topics, Lang::Fr);
        std::sync::Arc::new(read.result.unwrap_or_else(|_| panic!("{path}: {:?}", read.diagnostics)))
    };
    let entries = entries.iter().map(read).collect();
    Journal {
        settings: settings.into(),
        entries,
        topics: topics.into(),
        goals: Vec::new(),
        left_out_entries: Vec::new(),
        left_out_goals: Vec::new(),
        copy: None,
    }
}

fn letters(lang: Lang, own: &[(&str, &str)]) -> Result<Letters> {
    let own = own.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    Letters::new("letters", &own, &Locale::new(lang, "GB"))
}

fn request<'a>(journal: &'a Journal, index: usize, name: &'a str) -> Request<'a> {
    let (tone, today) = (Tone::Formal, date(2026, 6, 12));
    Request { journal, entry: &journal.entries[index], today, name, tone, about: &[], allow_missing: false }
}

/// Calls `check` with every letter of every kind, language, tone and entry, with and without topics.
fn each(check: impl Fn(&Letter, Kind, Lang, &str)) {
    let journal = journal(settings(), &ENTRIES);
    let three = ["mon assurance", "ma préparation", "la structure de mes réponses"].map(str::to_owned);
    for lang in Lang::ALL {
        let letters = letters(lang, &[]).unwrap();
        for kind in Kind::ALL.iter().copied() {
            for (tone, index) in Tone::ALL.into_iter().flat_map(|tone| (0..4).map(move |index| (tone, index))) {
                for about in [&[][..], &three[..1], &three[..]] {
                    let allow_missing = kind == Kind::Connect;
                    let request = Request { tone, about, allow_missing, ..request(&journal, index, kind.name()) };
                    let place = format!("{kind:?} {lang} {tone:?} entry {index} about {}", about.len());
                    let letter = letters.write(&request).unwrap_or_else(|problem| panic!("{place}: {problem:?}"));
                    check(&letter, kind, lang, &place);
                }
            }
        }
    }
}

#[test]
fn every_letter_is_short_whole_and_has_one_question_at_most() {
    each(|letter, kind, _, place| {
        let text = format!("{}\n{}", letter.subject.clone().unwrap_or_default(), letter.body);
        assert!(!text.contains("  ") && !text.contains("\n\n\n") && !text.contains(" \n"), "{place}:\n{text}");
        assert!(!text.contains(" ,") && !text.contains(" .") && !text.contains("()"), "{place}:\n{text}");
        assert!(!text.contains(['{', '}', '\u{e000}', '\u{e001}', '\'', '!']), "{place}:\n{text}");
        assert_eq!(text.contains('['), kind == Kind::Connect && place.contains("entry 1"), "{place}:\n{text}");
        assert!(letter.body.contains("Nadège"), "{place}:\n{text}");
        let is_mail = !matches!(kind, Kind::Connect | Kind::PhoneScript);
        assert_eq!(letter.subject.is_some(), is_mail, "{place}");
        if kind != Kind::PhoneScript {
            let words = letter.body.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
            assert!(words < 150, "{place}: {words} words\n{text}");
            assert!(letter.body.matches('?').count() <= 1, "{place}:\n{text}");
        }
        if is_mail {
            assert!(letter.body.ends_with("Nadège Vergnaud\n06 39 98 41 27\nnadege@example.org"), "{place}:\n{text}");
        }
        assert_eq!(letter.comment.is_some(), kind == Kind::MeetingRequest, "{place}");
    });
}

#[test]
fn a_connection_note_fits_into_two_hundred_characters() {
    each(|letter, kind, _, place| {
        if kind == Kind::Connect {
            assert!(letter.body.chars().count() <= CONNECT_LIMIT, "{place}: {}", letter.body);
            assert!(!letter.body.contains('\n'), "{place}: {}", letter.body);
        }
    });
    let named = |name: &str| {
        let mut settings = settings();
        settings.author.name = Some(name.to_owned());
        journal(settings, &ENTRIES)
    };
    let journal = named("Marie-Antoinette Élisabeth de la Rochefoucauld-Montmorency-Beaumont");
    for (lang, tone) in Lang::ALL.into_iter().flat_map(|lang| Tone::ALL.map(|tone| (lang, tone))) {
        let letter = letters(lang, &[]).unwrap().write(&Request { tone, ..request(&journal, 0, "connect") }).unwrap();
        assert!(letter.body.contains("Marie-Antoinette"), "a long name leaves out what can be: {}", letter.body);
    }
    let journal = named(&"Nadège ".repeat(30));
    let problem = letters(Lang::Fr, &[]).unwrap().write(&request(&journal, 0, "connect")).unwrap_err();
    assert_eq!(problem.code, Code::UsageWrong);
}

#[test]
fn a_request_for_an_outside_view_names_nobody() {
    let names = [
        "Wharfedale",
        "Grantley",
        "Isobel",
        "Ward",
        "Collections",
        "Orange",
        "ssistante",
        "Auvézère",
        "Rivaud",
        "Tour",
        "Data",
        "Dr ",
        "2026",
        "27",
    ];
    each(|letter, kind, _, place| {
        if kind == Kind::SecondOpinion {
            let text = format!("{}\n{}", letter.subject.clone().unwrap_or_default(), letter.body)
                .replace("06 39 98 41 27", "");
            assert_eq!(names.iter().find(|name| text.contains(**name)), None, "{place}:\n{text}");
            assert_eq!(letter.to, None);
        }
    });
    let journal = journal(settings(), &ENTRIES);
    let about = ["ce qu’a dit Mme Grantley".to_owned()];
    let request = Request { about: &about, ..request(&journal, 0, "second-opinion") };
    let problem = letters(Lang::Fr, &[]).unwrap().write(&request).unwrap_err();
    assert!(problem.message(&Locale::new(Lang::Fr, "")).contains("Grantley"));
}

#[test]
fn french_is_set_as_in_print_and_agrees_with_no_writer() {
    each(|letter, _, lang, place| {
        if lang == Lang::En {
            return;
        }
        let text = format!("{}\n{}", letter.subject.clone().unwrap_or_default(), letter.body);
        for mark in [':', ';', '!', '?', '»'] {
            for (at, _) in text.match_indices(mark) {
                assert!(text.get(..at).unwrap().ends_with('\u{a0}'), "{place}: {mark}\n{text}");
            }
        }
        assert!(
            text.match_indices('«').all(|(at, quote)| text.get(at + quote.len()..).unwrap().starts_with('\u{a0}')),
            "{place}"
        );
        let lower = text.to_lowercase();
        let words: BTreeSet<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
        for gendered in [
            "ravi",
            "ravie",
            "heureux",
            "heureuse",
            "reconnaissant",
            "reconnaissante",
            "intéressé",
            "intéressée",
            "motivé",
            "motivée",
            "candidat",
            "candidate",
            "honoré",
            "honorée",
            "désolé",
            "désolée",
            "sûr",
            "sûre",
            "seul",
            "prêt",
        ] {
            assert!(!words.contains(gendered), "{place}: {gendered}\n{text}");
        }
        if place.contains("Familiar") {
            assert!(!text.contains("Madame") && !text.contains("agréer"), "{place}\n{text}");
        }
    });
}

#[test]
fn a_letter_takes_its_facts_from_the_entry() {
    let journal = journal(settings(), &ENTRIES);
    let body =
        |lang: Lang, index, name| letters(lang, &[]).unwrap().write(&request(&journal, index, name)).unwrap().body;
    let warm = body(Lang::En, 0, "thank");
    assert!(
        warm.starts_with("Dear Dr Grantley,\n\nThank you for your call on 27\u{a0}March about the Collections"),
        "{warm}"
    );
    assert!(warm.contains("at our interview on 20\u{a0}March"), "the test is no interview: {warm}");
    let doubts = body(Lang::Fr, 0, "feedback-request");
    assert!(doubts.contains("sur la structure de mes réponses et sur mon niveau en SQL."), "{doubts}");
    let example = body(Lang::Fr, 0, "clarify");
    assert!(example.contains("votre retour du 30\u{a0}mars") && example.contains("mon assurance"), "{example}");
    let cold = body(Lang::Fr, 1, "demande-de-retour");
    assert!(cold.starts_with("Madame, Monsieur,\n\n") && cold.contains("au poste d’assistante logistique."), "{cold}");
    assert!(body(Lang::Fr, 1, "thank").contains("votre message du 14\u{a0}octobre 2025"));
    let firm = body(Lang::Fr, 2, "thank");
    assert!(
        firm.contains("Madame de La Tour du Pin,") && firm.contains("Data Analyst (Laboratoires Auvézère)"),
        "{firm}"
    );
    assert!(firm.contains("lors de l’entretien du 12\u{a0}janvier") && firm.contains("votre réponse du"), "{firm}");
}

#[test]
fn a_missing_fact_names_its_key_or_leaves_a_visible_place() {
    let journal = journal(Settings::default(), &ENTRIES);
    let letters = letters(Lang::Fr, &[]).unwrap();
    let problem = letters.write(&request(&journal, 1, "connect")).unwrap_err();
    assert_eq!(problem.code, Code::LetterIncomplete);
    let message = problem.message(&Locale::new(Lang::En, ""));
    assert!(message.contains("`name`") || message.contains("`nom`"), "{message}");
    assert!(message.contains("rebond.toml") && message.contains("entries/2025-10-14-orange.md"), "{message}");
    let request = Request { allow_missing: true, ..request(&journal, 1, "thank") };
    let body = letters.write(&request).unwrap().body;
    assert!(body.ends_with("[votre nom]\n[votre téléphone ou votre adresse électronique]"), "{body}");
}

#[test]
fn topics_are_named_in_either_language_or_in_words_of_ones_own() {
    let topics = Topics::built_in();
    let named = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        about(&topics, &names, &Locale::new(Lang::Fr, "FR"))
    };
    let own = ["confidence", "Structure des réponses", "le cas pratique"];
    assert_eq!(named(&own).unwrap(), ["mon assurance", "la structure de mes réponses", "le cas pratique"]);
    assert_eq!(named(&["confidnce"]).unwrap_err().code, Code::UsageWrong);
    assert_eq!(named(&["salary", "languages", "documents", "presence"]).unwrap_err().code, Code::UsageWrong);
}

#[test]
fn the_journals_templates_win_the_languages_own_first_and_may_be_new() {
    let journal = journal(settings(), &ENTRIES);
    let own = [
        ("thank.txt", "Subject: any\n\n{{ greeting }}"),
        ("fr/remerciement.txt", "Objet : à moi\n\n{% include \"builtin/fr/thank.txt\" %}"),
        ("retrait.txt", "# pour moi\nJe retire ma candidature au poste {{ of_role }}."),
        ("en/only.txt", "x"),
    ];
    let letters = letters(Lang::Fr, &own).unwrap();
    let write = |name| letters.write(&request(&journal, 1, name)).unwrap();
    assert_eq!(write("thank").subject.as_deref(), Some("à moi"));
    assert_eq!(write("retrait").body, "Je retire ma candidature au poste d’assistante logistique.");
    let from: Vec<_> = letters.list().iter().filter_map(|listed| listed.own.as_deref()).collect();
    assert_eq!(from, ["letters/fr/remerciement.txt", "letters/retrait.txt"]);
    let problem = letters.write(&request(&journal, 1, "remercement")).unwrap_err();
    assert!(problem.message(&Locale::new(Lang::Fr, "")).contains("`remerciement`"));
}

#[test]
fn a_mistake_in_a_template_names_its_file_and_line() {
    let journal = journal(settings(), &ENTRIES);
    let message = |text: &str| {
        let made = letters(Lang::Fr, &[("fr/thank.txt", text)]);
        let problem = made.and_then(|letters| letters.write(&request(&journal, 0, "thank"))).unwrap_err();
        assert_eq!(problem.code, Code::TemplateInvalid);
        problem.message(&Locale::new(Lang::Fr, ""))
    };
    assert!(message("Objet : a\n\n{{ gretting }}").contains("letters/fr/thank.txt:3"));
    assert!(message("\n{% if %}").contains("letters/fr/thank.txt:2"));
}

#[test]
fn an_entry_is_offered_the_letters_that_fit_how_it_stands() {
    let open = ("entries/2026-06-01-open.md", "---\ncompany: A\nrole: B\nstatus: open\napplied: 2026-06-01\n---\n");
    let journal = journal(Settings::default(), &[ENTRIES[0], ENTRIES[1], ENTRIES[2], open]);
    let letters = letters(Lang::Fr, &[]).unwrap();
    let offers = |index: usize| letters_for(&journal, &journal.entries[index], &letters, date(2026, 6, 12)).unwrap();
    let kinds = |index: usize| offers(index).iter().map(|offer| offer.kind.name()).collect::<Vec<_>>();
    assert_eq!(
        kinds(0),
        ["thank", "feedback-thanks", "clarify", "connect", "stay-in-touch", "check-in", "second-opinion"]
    );
    assert_eq!(kinds(1), ["thank", "feedback-request", "phone-script", "second-opinion"]);
    assert_eq!(kinds(3), Vec::<&str>::new());
    let thank = &offers(0)[0];
    assert_eq!(thank.label, "Remercier");
    assert!(
        thank.mailto.as_deref().is_some_and(|link| link.starts_with("mailto:i.grantley@example.org?subject=Merci%20"))
    );
    assert!(thank.letter.body.contains("[votre nom]"));
}

#[test]
fn nothing_breaks_out_of_the_headers_of_a_draft() {
    let evil = "---\ncompany: \"A\\r\\nBcc: x@example.org\"\nrole: \"R\\r\\nBcc: y@example.org\\r\\n\\r\\nhi\"\n\
                status: rejected\ndecided: 2026-03-27\ncontacts:\n  \
                - {name: \"Eve\\r\\nBcc: z@example.org\", email: \"eve@example.org\\r\\nBcc: w@example.org\"}\n---\n";
    let journal = journal(settings(), &[("entries/e.md", evil)]);
    let letters = letters(Lang::En, &[]).unwrap();
    let letter = letters.write(&request(&journal, 0, "feedback-request")).unwrap();
    let draft = eml(&letter, date(2026, 6, 12));
    let (head, _) = draft.split_once("\r\n\r\n").unwrap();
    let names: Vec<&str> = head.split("\r\n").filter_map(|line| line.split_once(": ")).map(|(name, _)| name).collect();
    assert!(!head.split("\r\n").any(|line| line.starts_with("Bcc") || line.contains('\n')), "{head}");
    assert_eq!(
        names,
        ["X-Unsent", "Date", "From", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
    );
    assert!(!mailto(&letter).contains("Bcc:"));
}

#[test]
fn a_draft_and_a_link_hold_the_whole_letter() {
    let journal = journal(settings(), &ENTRIES);
    let letter = letters(Lang::Fr, &[]).unwrap().write(&request(&journal, 0, "merci-du-retour")).unwrap();
    let draft = eml(&letter, date(2026, 6, 12));
    let start = "X-Unsent: 1\r\nDate: Fri, 12 Jun 2026 12:00:00 +0000\r\n\
                 From: =?utf-8?Q?Nad=C3=A8ge_Vergnaud?= <nadege@example.org>\r\n\
                 To: \"Isobel Grantley\" <i.grantley@example.org>\r\nSubject: =?utf-8?Q?Merci_pour_votre_retour_";
    assert!(draft.starts_with(start), "{draft}");
    assert!(draft.lines().all(|line| line.len() <= 76) && !draft.replace("\r\n", "").contains(['\r', '\n']), "{draft}");
    let link = mailto(&letter);
    assert!(link.contains("&body=Docteur%20Grantley%2C%0D%0A%0D%0AJe%20vous%20remercie"), "{link}");
    assert!(link.is_ascii() && !link.contains([' ', '"', '<', '>']));
}

#[test]
fn after_a_reason_beyond_control_no_letter_asks_the_employer_what_could_be_better() {
    let journal = journal(settings(), &ENTRIES);
    let mine =
        ["work on", "do better", "differently", "effort", "travailler", "améliorer", "autrement", "le moins clair"];
    let theirs = ["the reason did not", "nothing to do with", "not depend on me", "ne tenait pas", "ne dépendait pas"];
    for lang in Lang::ALL {
        let letters = letters(lang, &[]).unwrap();
        for name in ["feedback-request", "feedback-thanks", "clarify", "phone-script", "second-opinion"] {
            for tone in Tone::ALL {
                let letter = letters.write(&Request { tone, ..request(&journal, 3, name) }).unwrap();
                assert!(theirs.iter().any(|words| letter.body.contains(words)), "{name} {lang}: {}", letter.body);
                let asks = mine.iter().find(|words| letter.body.contains(*words));
                // A friend may still be asked what to work on.
                assert!(asks.is_none() || name == "second-opinion", "{name} {lang} {asks:?}: {}", letter.body);
            }
        }
    }
}

#[test]
fn thanks_for_feedback_fit_how_the_application_stands_and_what_was_said() {
    let entry = |status: &str, kind: &str| {
        format!(
            "---\ncompany: Harbour\nrole: Clerk\nstatus: {status}\ndecided: 2026-04-02\n\
             feedback: {{received: 2026-04-07, kind: {kind}}}\n---\n\n## Feedback\n\n> Words. #confidence\n"
        )
    };
    let texts =
        [entry("offer", "constructive"), entry("rejected", "constructive"), entry("rejected", "unconstructive")];
    let entries: Vec<(&str, &str)> =
        ["entries/1.md", "entries/2.md", "entries/3.md"].into_iter().zip(texts.iter().map(String::as_str)).collect();
    let journal = journal(settings(), &entries);
    let of_refusal =
        ["apply again", "polite no", "paths cross", "to meet one day", "de nouveau", "une formule", "rencontrer"];
    let moved = ["grateful", "real help", "effort", "sensible", "aide vraiment", "efforts", "remarks", "remarques"];
    for lang in Lang::ALL {
        let letters = letters(lang, &[]).unwrap();
        for tone in Tone::ALL {
            let body =
                |at: usize| letters.write(&Request { tone, ..request(&journal, at, "feedback-thanks") }).unwrap().body;
            let has = |at: usize, words: &[&str]| words.iter().any(|words| body(at).contains(words));
            assert!(!has(0, &of_refusal) && has(0, &moved), "{lang} {}: {}", tone.name(), body(0));
            assert!(has(1, &of_refusal) && has(1, &moved), "{lang} {}: {}", tone.name(), body(1));
            assert!(!has(2, &of_refusal) && !has(2, &moved), "{lang} {}: {}", tone.name(), body(2));
            assert!(
                !body(1).contains("already") && !body(1).contains("dès à présent"),
                "nothing is claimed: {}",
                body(1)
            );
        }
    }
}
