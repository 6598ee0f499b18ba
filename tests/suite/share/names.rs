//! Names in texts: found however they are written, and replaced so that sentences stay sentences.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rebond::locale::Lang;

use super::{copy, entry};
use crate::support::TestJournal;

#[test]
fn names_go_however_they_are_written() {
    #[track_caller]
    fn case(written: &str, expected: &str) {
        let lines = "contacts:\n  - {name: Anne-Lise Prembow, title: Ms, role: interviewer, email: al.prembow@vanto-rel.example}\n\
            agency: Hoskwell & Sons";
        let output = copy(&TestJournal::new().entry("x.md", &entry("Vantorel Optical Group", lines, written)), None);
        let text = output.source("a1").trim().replace('\\', "");
        assert_eq!(text, expected, "{written}");
    }
    case("I met Vantorel Optical Group.", "I met Company A.");
    case("Vantorel's answer, VANTOREL, vantorel", "Company A's answer, Company A, Company A");
    case("the Vantörel, vanto\u{ad}rel, Vantorel-Optical", "Company A, Company A, Company A");
    case("Van-\ntorel and Vantorel\nOptical Group", "Company A and Company A");
    case("**Vanto**rel and *Vantorel* Optical", "**Company A** and *Company A*");
    case("Those Prembows", "Those the interviewer");
    case("VantorelJobs and myvantorelteam", "Company AJobs and Company A");
    case("VOG hired, V.O.G. too", "Company A hired, Company A. too");
    case("Ms Prembow and Anne-Lise smiled", "The interviewer and the interviewer smiled");
    case("ANNE LISE PREMBOW's view", "The interviewer's view");
    case("Hoskwell called", "Agency A called");
    case("al.prembow@vanto-rel.example or vanto-rel.example/x", "[e-mail] or Company A.example/x");
    case("the myopticalvantorel, superhoskwells", "Company A, Agency A");
    case("optical work is optical work", "optical work is optical work");
}

#[test]
fn names_go_whatever_they_are_made_of() {
    #[track_caller]
    fn case(company: &str, person: &str, written: &str, expected: &str) {
        let lines = format!("contacts: [{{name: \"{person}\", role: hr}}]");
        let text = entry(&format!("\"{company}\""), &lines, written);
        let output = copy(&TestJournal::new().entry("2026-05-04-brand.md", &text), None);
        let source = output.source("a1").trim().replace('\\', "");
        assert_eq!(source, expected, "{company}, {person}: {written}");
    }
    case("A+B (Nord) [Lab].*", "Ilka", "At A+B, a+b; A + B (Nord) [Lab].*", "At Company A, Company A; Company A].*");
    case("Amazon (US)", "Ilka", "They told us at Amazon.", "They told us at Company A.");
    case("Thales (SI)", "Ilka", "Si Thales rappelle, si on veut.", "Si Company A rappelle, si on veut.");
    case("Studio Vantorel (75)", "Ilka", "75 people, 24 of Vantorel", "75 people, 24 of Company A");
    case("Van Opt", "Ilka", "myvanopteam", "Company A");
    case("Vantorel Zembrak", "Ilka", "myzembrakteam", "Company A");
    case("Orange", "Ilka", "Ora\u{ad}nge, orange", "Company A, orange");
    case("EY (Ernst & Young)", "Ilka", "EY said, ernst & young said", "Company A said, Company A said");
    case(
        "Vantorel",
        "Ana O'Brien",
        "O’Brien, O'BRIEN, OBrien, Brien",
        "The person from HR, the person from HR, the person from HR, the person from HR",
    );
    case("Vantorel", "Ana d'Angelo", "Dangelo", "The person from HR");
    case("Ørsted", "Đorđe Škoda", "orsted; Dorde or skoda", "Company A; the person from HR or the person from HR");
    case("华为 技术", "田中 太郎", "华为说. 田中さん, 太郎", "Company A. the person from HR, the person from HR");
    case("ארזים", "דן כהן", "דן, כהן, וכהן, בארזים", "the person from HR, the person from HR, Company A");
    case("Vantorel", "דן כהן", "Only דן came", "Only the person from HR came");
    case("Vantorel", "محمد بن سلمى", "محمد; سلمى", "the person from HR; the person from HR");
    case("Vantorel", "Ilka", "`2026-05-04-brand.md`, 2026-05-04 brand, a brand", "`Company A.md`, Company A, a brand");
    case("Crédit Ouest", "Ilka", "à l’ouest, at Ouest; a lab", "à l’ouest, at Company A; a lab");
}

#[test]
fn a_file_named_by_its_day_or_a_number_names_nobody() {
    for file in ["2026-06-02.md", "12.md", "2026-06-02-group.md"] {
        let journal =
            TestJournal::new().entry(file, &entry("Vantorel", "", "On 2026-06-02 I met 12 people at Vantorel."));
        assert_eq!(copy(&journal, None).source("a1").trim(), "On 2026-06-02 I met 12 people at Company A.", "{file}");
    }
}

#[test]
fn a_public_service_is_nobody() {
    #[track_caller]
    fn case(partner: &str, written: &str, expected: &str) {
        let goal = format!("---\ntitle: Write to three people\npartner: {partner}\ndue: 2026-06-30\n---\n");
        let journal = TestJournal::new().entry("x.md", &entry("Vantorel", "", written)).goal("g.md", &goal);
        assert_eq!(copy(&journal, None).source("a1").trim(), expected, "{partner}");
    }
    case("the adviser of France Travail", "France Travail helps, in France.", "France Travail helps, in France.");
    case("France", "France helps.", "Someone I trust helps.");
    case("Claire", "Claire sees it, all is claire.", "Someone I trust sees it, all is claire.");
    case("Coach", "Coach, panel and Coach.", "Coach, panel and Coach.");
    case("France of Pôle emploi", "Pôle emploi and France help.", "Pôle emploi and someone I trust help.");
}

#[test]
fn french_sentences_stay_french() {
    #[track_caller]
    fn case(written: &str, expected: &str) {
        let lines = "contacts:\n  - {name: Anne Prembow, role: rh}\nsector: Optique";
        let journal = TestJournal::new()
            .settings("lang = \"fr\"\n")
            .entry("x.md", &entry("Lunetterie du Brezol", lines, written));
        let output = copy(&journal, None);
        assert_eq!(output.source("a1").trim().replace('\\', ""), expected, "{written}");
    }
    case("Le directeur du Brezol, la Lunetterie du Brezol.", "Le directeur d’Entreprise A, Entreprise A.");
    case("J’écris au Brezol et à la Lunetterie du Brezol.", "J’écris à Entreprise A et à Entreprise A.");
    case("L’avis d’Anne, de Mme Prembow.", "L’avis de la personne des RH, de la personne des RH.");
    case(
        "Je crois qu’Anne a raison. Anne est claire.",
        "Je crois que la personne des RH a raison. La personne des RH est claire.",
    );
    case("l’équipe de Brezol", "l’équipe d’Entreprise A");
}

#[test]
fn ordinary_words_that_are_names_keep_their_small_letter() {
    let lines = "contacts:\n  - {name: Rose Claire, role: hr}";
    let text = "Orange was kind: an orange rose, in a clear and claire voice. Total is a total. Rose said so.\n";
    let journal = |share: &str| {
        TestJournal::new()
            .settings(&format!("lang = \"en\"\n{share}"))
            .entry("x.md", &entry("Orange", lines, text))
            .entry("y.md", &entry("Total", "", ""))
    };
    let output = copy(&journal(""), None);
    let expected = "Company A was kind: an orange rose, in a clear and claire voice. Company B is a total. The person from HR said so.";
    assert_eq!(output.source("a1").trim(), expected);
    let output = copy(&journal("[share]\nallow = [\"Total\"]\nalso = [\"kind\"]\n"), None);
    let expected = "Company A was [name]: an orange rose, in a clear and claire voice. Total is a total. The person from HR said so.";
    assert_eq!(output.source("a1").trim().replace('\\', ""), expected);
}

/// 200 names that no dictionary has, so that finding one is proof.
fn planted(count: usize, seed: usize) -> Vec<String> {
    let (heads, tails) = (
        ["Brel", "Zemb", "Quorv", "Drell", "Hosk", "Wemb", "Trosk", "Gneth", "Plov", "Skarn"],
        ["axi", "ombe", "urdo", "elko", "istra", "omvak"],
    );
    (0..count)
        .map(|index| {
            let number = index + seed;
            let middle = ["ando", "ilv", "othe", "umra"][(number / 60) % 4];
            format!("{}{}{}", heads[number % 10], middle, tails[(number / 10) % 6])
        })
        .collect()
}

#[test]
fn two_hundred_names_in_every_field_and_text_never_come_out() {
    let names = planted(200, 0);
    let mut journal = TestJournal::new().settings(&format!(
        "lang = \"en\"\ntitle = \"Search of {0}\"\n[author]\nname = \"{0} {1}\"\nemail = \"{1}@{2}.example\"\nprofile = \"https://in.example/{3}\"\n[share]\nalso = [\"{4}\"]\ninclude = [\"documents\", \"tags\", \"links\"]\n",
        names[0], names[1], names[2].to_lowercase(), names[3].to_lowercase(), names[4]
    ));
    let all = |from: usize| {
        let name = |offset: usize| names[(from * 7 + offset) % 200].as_str();
        let (a, b, c, d) = (name(0), name(31), name(77), name(120));
        let mut text = format!(
            "# At {a}\n\nBy {b}'s desk, {c_up}, {d_low}. d’{a} l'{b}\n\n",
            c_up = c.to_uppercase(),
            d_low = d.to_lowercase()
        );
        let _ = write!(text, "| {a} | `{b}` |\n|---|---|\n| **{c}** | [{d}](https://{d}.example/{a}) |\n\n");
        let _ = write!(
            text,
            "## Feedback\n\n> Said _{a}_ {b}: good. #+teamwork\n>\n> [[{a}-{b}]] {c}@{d}.example #{c}\n\n"
        );
        let _ = write!(
            text,
            "## To improve\n\n- {a} asked for more preparation #preparation\n- foot[^{b}]\n\n[^{b}]: {c} note\n\n"
        );
        let _ = write!(
            text,
            "## Opportunities\n\n- {a} opens\n\n## Threats\n\n- {b} closes\n\n## Actions\n\n- [ ] Write to {c} due:2026-06-20\n- [/] Ask {d} #preparation\n\n```{a}\n{b} code\n```\n\n<i title=\"{c}\">{d}</i> ![{a}]({b}.png \"{c}\")\n\n[{d}]: https://{a}.example \"{b}\"\n"
        );
        text
    };
    for index in 0..40 {
        let name = |offset: usize| names[(index * 5 + offset) % 200].as_str();
        let (a, b, c, d, place) = (name(0), name(1), name(2), name(3), name(4));
        let front = format!(
            "---\ncompany: {a} {b}\nrole: Fitter for {c}\ndecided: 2026-05-{day:02}\napplied: 2026-04-01\nsector: {d} things\nlocation: {place}\nsource: by {c}\nlink: https://{a}.example/x\nagency: {d}\ndocuments: [cv-{place}]\ntags: [{c}]\nsalary: 3{index:02}77 €\ncontacts:\n  - {{name: {c} {place}, role: hr, email: {c}@{b}.example, phone: 01 99 00 {index:02} 77}}\ninterviews: [{{date: 2026-04-20, kind: at {a}, with: [{d}, {place}]}}]\n{a}: {b}\n---\n\n",
            day = 1 + index % 28,
        );
        journal = journal
            .entry(&format!("2026-05-{:02}-{}-{index}.md", 1 + index % 28, a.to_lowercase()), &(front + &all(index)));
        if index < 8 {
            journal = journal.goal(&format!("{}.md", b.to_lowercase()), &format!("---\ntitle: Call {a} with {b} soon\nwhy: {c}\npartner: {d} {place}\nresources: [{a} book]\nmeasure: {{what: {b}, from: {c}, target: {d}, now: {place}}}\n---\n\n{}", all(index + 3)));
        }
    }
    for lang in Lang::ALL {
        let output = copy(&journal, Some(lang));
        assert_eq!(output.copied.loaded.journal.entries.len(), 40);
        let phones = (0..40).map(|index| format!("0199 00 {index:02} 77"));
        output.lacks(&names.iter().cloned().chain(phones).collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn random_names_in_random_places_never_come_out(
        names in proptest::collection::vec("[A-Z][bdfgklmnprtvz][aeiou][bdfgklmnprtvz]{2}[aeiou][bdfgklmnprtvz][aeiou]x", 4),
        places in proptest::collection::vec((0..4_usize, 0..14_usize), 1..12),
    ) {
        let mut text = String::new();
        for (name, place) in &places {
            let name = &names[*name];
            let _ = match place {
                0 => write!(text, "{name} said so.\n\n"),
                1 => write!(text, "> quoted {}\n\n", name.to_lowercase()),
                2 => write!(text, "- [ ] call {name} due:2026-06-20\n\n"),
                3 => write!(text, "## {name}\n\n"),
                4 => write!(text, "`{name}` **{name}**x\n\n"),
                5 => write!(text, "[{name}](<{name} x>)\n\n"),
                6 => write!(text, "| {name} |\n|---|\n| {} |\n\n", name.to_uppercase()),
                7 => write!(text, "#{name} #preparation\n\n"),
                8 => write!(text, "[[{name}]]\n\n"),
                9 => write!(text, "a.{name}@{name}.example\n\n"),
                10 => write!(text, "<span title='{name}'>{name}</span>\n\n"),
                11 => write!(text, "1. {name}\n   - d’{name}\n\n"),
                12 => write!(text, "a[^{name}]\n\n[^{name}]: {name}\n\n"),
                _ => write!(text, "    {name}\n\n## Debrief\n\n"),
            };
        }
        let lines = format!("agency: {}\ncontacts: [{{name: \"{} {}\"}}]", names[1], names[2], names[3]);
        let journal = TestJournal::new().entry("x.md", &entry(&names[0], &lines, &text));
        let output = copy(&journal, None);
        output.lacks(&names);
    }
}

#[test]
fn who_is_addressed_is_named_nowhere_else_and_goes_too() {
    #[track_caller]
    fn case(written: &str, expected: &str) {
        let lines = "contacts:\n  - {name: Anne Prembow, role: rh}";
        let journal = TestJournal::new().settings("lang = \"fr\"\n").entry("x.md", &entry("Vantorel", lines, written));
        assert_eq!(copy(&journal, None).source("a1").trim().replace('\\', ""), expected, "{written}");
    }
    case("Bien à vous, Mme Roux", "Bien à vous, [nom]");
    case("Merci à M. Jean-Luc de La Tour. Il a dit oui.", "Merci à [nom]. Il a dit oui.");
    case("Dr Émile d’Orval et Mrs Lee-Wong.", "[nom] et [nom].");
    case("Madame, Monsieur, merci à Madame la Directrice.", "Madame, Monsieur, merci à Madame la Directrice.");
    case("Mme Prembow a appelé.", "La personne des RH a appelé.");
}
