//! What the suggestions promise, on sentences of our own.

use super::*;

fn plain() -> Suggester {
    Suggester::new(&[], &[])
}

fn kind_of(suggester: &Suggester, blocks: &[&str]) -> Option<KindReading> {
    let gists: Vec<Gist> = blocks.iter().map(|block| suggester.gist(&suggester.hear(block))).collect();
    let blocks: Vec<(&str, &Gist)> = blocks.iter().copied().zip(&gists).collect();
    suggester.kind(&blocks)
}

fn found(suggester: &Suggester, text: &str) -> Vec<(String, Polarity)> {
    suggester
        .read(text, Voice::Recruiter)
        .into_iter()
        .flat_map(|sentence| sentence.mentions)
        .map(|mention| (mention.topic, mention.polarity))
        .collect()
}

#[test]
fn a_sentence_suggests_its_topic_and_its_polarity() {
    #[track_caller]
    fn case(text: &str, topic: &str, polarity: Polarity) {
        let mentions = found(&plain(), text);
        assert!(mentions.contains(&(topic.to_owned(), polarity)), "{text}: {mentions:?}");
    }
    use Polarity::{Strength, Weakness};

    case("Il vous manque de la pratique sur Kubernetes.", "technical-skills", Weakness);
    case("You need a deeper knowledge of SQL and Python.", "technical-skills", Weakness);
    case("Nous cherchons quelqu'un de plus expérimenté.", "experience", Weakness);
    case("You went down a rabbit hole on every answer.", "answer-structure", Weakness);
    case("Votre anglais est remarquable.", "languages", Strength);
    case("Your motivation is wonderful.", "enthusiasm", Strength);
    case("You were twenty minutes late.", "presence", Weakness);
    case("Votre lettre de motivation contenait des fautes d'orthographe.", "documents", Weakness);
    case("Vos prétentions salariales dépassent notre enveloppe.", "salary", Weakness);
    case("Un autre candidat a été choisi.", "competition", Weakness);
    case("All hiring has been frozen by head office.", "hiring-freeze", Weakness);
}

#[test]
fn spelling_case_and_accents_do_not_matter() {
    #[track_caller]
    fn case(text: &str, topic: &str) {
        let mentions = found(&plain(), text);
        assert!(mentions.iter().any(|(found, _)| found == topic), "{text}: {mentions:?}");
    }

    case("Votre motivation ne nous a pas convaincus, vous sembliez peu motivé·e.", "enthusiasm");
    case("VOTRE NIVEAU D'ANGLAIS EST INSUFFISANT POUR CE POSTE.", "languages");
    case("votre experience est insuffisante", "experience");
    case("Votre expérience est insuffisante.", "experience");
    case("Votre expèrience est insuffisante.", "experience");
    case("Your communicaton was unclear and hard to follow.", "communication");
    case("L’anglais n’était pas au niveau.", "languages");
    case("Votre background est trop junior pour nous.", "experience");
}

#[test]
fn denials_formulas_and_facts_suggest_nothing() {
    #[track_caller]
    fn case(text: &str) {
        assert_eq!(found(&plain(), text), [], "{text}");
    }

    case("");
    case("Votre communication n'est pas en cause.");
    case("This has nothing to do with your salary expectations.");
    case("La communication est au cœur de notre métier.");
    case("Thank you for your interest in our company.");
    case("Nous vous souhaitons une bonne continuation.");
    case("We will keep your CV on file.");
    case("Your profile is not the right fit for this position.");
}

#[test]
fn after_but_the_criticism_decides() {
    let mentions =
        found(&plain(), "Votre anglais est excellent, mais votre expérience du management est insuffisante.");
    assert!(mentions.contains(&("experience".to_owned(), Polarity::Weakness)), "{mentions:?}");
    assert!(!mentions.contains(&("languages".to_owned(), Polarity::Weakness)), "{mentions:?}");
}

#[test]
fn sentences_are_told_apart_and_spans_lie_in_the_block() {
    let block = "Merci de votre temps. Votre anglais est insuffisant !\n\nM. Durand a aimé votre énergie.";
    let sentences = plain().read(block, Voice::Recruiter);
    let texts: Vec<&str> = sentences.iter().map(|sentence| block.get(sentence.span.clone()).unwrap()).collect();
    assert_eq!(texts, ["Merci de votre temps.", "Votre anglais est insuffisant !", "M. Durand a aimé votre énergie."]);
    assert!(sentences.iter().all(|sentence| sentence.lang == Lang::Fr));
    assert!(sentences[0].formula && !sentences[1].formula);
}

#[test]
fn the_words_that_caused_a_suggestion_are_quoted_from_the_text() {
    let block = "On the whole fine. Your salary expectations are above our budget.";
    for mention in plain().read(block, Voice::Recruiter).into_iter().flat_map(|sentence| sentence.mentions) {
        assert_eq!(mention.topic, "salary");
        assert!(!mention.because.is_empty());
        assert!(mention.because.iter().all(|words| block.contains(words)), "{:?}", mention.because);
        assert!((0.0..=1.0).contains(&mention.confidence));
    }
}

#[test]
fn kinds_come_with_a_reason() {
    #[track_caller]
    fn case(blocks: &[&str], kind: Kind, reason: Reason) {
        let reading = kind_of(&plain(), blocks).unwrap();
        assert_eq!((reading.kind, reason_of(&reading)), (kind, reason), "{blocks:?}");
    }
    fn reason_of(reading: &KindReading) -> Reason {
        assert!(!reading.because.is_empty());
        reading.reason
    }

    assert_eq!(kind_of(&plain(), &[]), None);
    assert_eq!(kind_of(&plain(), &["  \n"]), None);
    case(
        &["Vous n'aviez pas lu notre site et n'aviez aucune question à nous poser."],
        Kind::Constructive,
        Reason::NamesSomethingToActOn,
    );
    case(&["Thank you for your interest.", "We wish you all the best."], Kind::Generic, Reason::OnlyFormulas);
    case(&["À votre âge, ce n'est pas raisonnable."], Kind::Unconstructive, Reason::OffTheSubject);
    case(&["You are useless."], Kind::Unconstructive, Reason::HarshTone);
}

#[test]
fn a_sentence_with_a_stated_kind_keeps_it() {
    let text = "Pas assez de peps à mon goût.";
    let lesson = Lesson { text, kind: Some(Kind::Unconstructive), ..Lesson::default() };
    let suggester = Suggester::new(&[], &[lesson]);
    assert_eq!(kind_of(&suggester, &[text]).map(|reading| reading.kind), Some(Kind::Unconstructive));
    assert_ne!(kind_of(&plain(), &[text]).map(|reading| reading.kind), Some(Kind::Unconstructive));
}

#[test]
fn own_topics_work_at_once() {
    let terms = ["requêtes".to_owned(), "jointures".to_owned()];
    let own = [OwnTopic { id: "base", labels: ["Base de données", "Database"], terms: &terms }];
    let suggester = Suggester::new(&own, &[]);
    let mentions = found(&suggester, "Vos requêtes manquent de rigueur.");
    assert!(mentions.contains(&("base".to_owned(), Polarity::Weakness)), "{mentions:?}");
    assert!(found(&suggester, "Une jointure ratée vous a coûté des points.").iter().any(|(topic, _)| topic == "base"));
    assert!(!found(&plain(), "Vos requêtes manquent de rigueur.").iter().any(|(topic, _)| topic == "base"));
}

#[test]
fn built_in_topics_take_more_terms() {
    let terms = ["zwick".to_owned()];
    let own =
        [OwnTopic { id: "technical-skills", labels: ["Compétences techniques", "Technical skills"], terms: &terms }];
    let mentions = found(&Suggester::new(&own, &[]), "You lacked some Zwick.");
    assert!(mentions.iter().any(|(topic, _)| topic == "technical-skills"), "{mentions:?}");
}

#[test]
fn a_lesson_tells_the_kind_as_its_block_does() {
    let text = "Merci de votre visite. Vous n'aviez pas lu notre site et n'aviez aucune question à nous poser.";
    let asked = Lesson { text, has_gist: true, ..Lesson::default() };
    let lessons = [asked, Lesson { has_gist: false, ..asked }];
    let (suggester, gists) = Suggester::taught(&[], &lessons);
    let [Some(gist), None] = gists.as_slice() else { panic!("{gists:?}") };
    let told = suggester.kind(&[(text, gist)]);
    assert_eq!(told.as_ref().map(|told| told.kind), Some(Kind::Constructive));
    assert_eq!(told, kind_of(&suggester, &[text]));
}

#[test]
fn lessons_teach_other_sentences_in_any_order() {
    let first = Lesson {
        text: "Le tutoiement collectif vous a surpris.",
        topics: &[("culture-fit", Polarity::Weakness)],
        ..Lesson::default()
    };
    let second = Lesson { text: "Ce fameux tutoiement, encore lui.", ..first };
    let third = Lesson { text: "Le salon était bruyant.", silenced: &["presence"], ..Lesson::default() };
    let text = "On sent que le tutoiement collectif vous pèse.";
    let one = Suggester::new(&[], &[first, second, third]).read(text, Voice::Recruiter);
    let other = Suggester::new(&[], &[third, second, first]).read(text, Voice::Recruiter);
    assert_eq!(one, other);
    assert!(one[0].mentions.iter().any(|mention| mention.topic == "culture-fit"), "{one:?}");
}

#[test]
fn a_tagged_sentence_gets_its_topics_wherever_it_comes_again() {
    let text = "Your salary expectations are above our budget.";
    let topics = &[("targeting", Polarity::Weakness)];
    let lesson = Lesson { text, topics, silenced: &["salary"], ..Lesson::default() };
    assert_eq!(found(&plain(), text), [("salary".to_owned(), Polarity::Weakness)]);
    assert_eq!(found(&Suggester::new(&[], &[lesson]), text), [("targeting".to_owned(), Polarity::Weakness)]);
}

#[test]
fn the_formulas_of_a_tagged_block_teach_nothing() {
    let text = "Thank you for your interest in our company. Your obstinate monologues tired the bishop.";
    let lesson = Lesson { text, topics: &[("communication", Polarity::Weakness)], ..Lesson::default() };
    let suggester = Suggester::new(&[], &[lesson]);
    assert_eq!(found(&suggester, "Thank you for your interest in our company."), []);
    let mentions = found(&suggester, "The obstinate monologues again.");
    assert!(mentions.iter().any(|(topic, _)| topic == "communication"), "{mentions:?}");
}

#[test]
fn any_text_is_read_without_panic_and_with_spans_inside() {
    let alphabet: Vec<char> =
        "aéL’'·.(e)!? \n\t-—,;:«»\"#€£k90&\u{0301}\u{200d}😀漢ßŒﬁ İ…mais but not vous your".chars().collect();
    let suggester = plain();
    let mut state = 7_u64;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..(state >> 40) % 60 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push(alphabet[usize::try_from(state >> 33).unwrap() % alphabet.len()]);
        }
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15).wrapping_mul(6_364_136_223_846_793_005);
        for sentence in suggester.read(&text, Voice::Recruiter) {
            assert!(text.get(sentence.span).is_some(), "{text:?}");
        }
        kind_of(&suggester, &[&text]);
    }
}

#[test]
fn a_very_long_text_is_read_in_linear_time() {
    let suggester = plain();
    for text in
        ["vous êtes trop junior ".repeat(40_000), "a.".repeat(200_000), "é'·(".repeat(100_000), "x".repeat(500_000)]
    {
        suggester.read(&text, Voice::Recruiter);
    }
    assert_eq!(suggester.read(&"Trop junior. ".repeat(5_000), Voice::Recruiter).len(), 5_000);
}

#[test]
fn a_diary_is_believed_where_it_judges_the_person() {
    #[track_caller]
    fn case(text: &str, expected: &[(&str, Polarity)]) {
        let mentions = plain().read(text, Voice::Own).into_iter().flat_map(|sentence| sentence.mentions);
        let found: Vec<(String, Polarity)> = mentions
            .map(|mention| {
                assert!(!mention.because.is_empty() && mention.because.iter().all(|words| text.contains(words)));
                (mention.topic, mention.polarity)
            })
            .collect();
        let expected: Vec<(String, Polarity)> =
            expected.iter().map(|(topic, polarity)| ((*topic).to_owned(), *polarity)).collect();
        assert_eq!(found, expected, "{text}");
    }
    use Polarity::{Strength, Weakness};

    case("J'ai perdu le fil au deuxième exemple.", &[("answer-structure", Weakness)]);
    case("Cette fois je n'ai pas perdu le fil.", &[]);
    case("Ai-je perdu le fil ?", &[]);
    case("J'aurais dû lire leur dernier rapport.", &[("preparation", Weakness)]);
    case("J'étais bien préparée.", &[("preparation", Strength)]);
    case("J'ai préparé une tarte.", &[]);
    case("Le café était trop fort.", &[]);
    case("I went blank.", &[("confidence", Weakness)]);
    case("I was calm, and it showed.", &[("confidence", Strength)]);
    case("I had not read their website.", &[("preparation", Weakness)]);
    case("I should have taken the earlier bus.", &[]);
    case("They chose someone else.", &[("competition", Weakness)]);
}

#[test]
fn a_friend_is_believed_where_you_are_spoken_to() {
    let topics = |text: &str| {
        let mentions = plain().read(text, Voice::Peer).into_iter().flat_map(|sentence| sentence.mentions);
        mentions.map(|mention| mention.topic).collect::<Vec<_>>()
    };
    assert_eq!(topics("Your answers are far too long and have no structure."), ["answer-structure"]);
    assert_eq!(topics("Read to Lucy, who hires for a bank and likes short answers:"), Vec::<String>::new());
    assert_eq!(topics("Are your answers too long?"), Vec::<String>::new());
}

#[test]
fn one_lesson_teaches_no_common_word() {
    let lesson = Lesson {
        text: "Vous avez raconté l'horloge pendant onze minutes.",
        topics: &[("answer-structure", Polarity::Weakness)],
        ..Lesson::default()
    };
    let suggester = Suggester::new(&[], &[lesson]);
    for text in ["La visite a duré onze minutes.", "Il a raconté sa vie pendant la visite.", "#horloge"] {
        assert_eq!(found(&suggester, text), [], "{text}");
    }
}

#[test]
fn lessons_taken_back_leave_what_the_others_teach() {
    let presence: &[(&str, Polarity)] = &[("presence", Polarity::Weakness)];
    let lesson = |text, topics, silenced, kind| Lesson { text, topics, silenced, kind, ..Lesson::default() };
    let lessons = [
        lesson("The glumpf of the handbasket was missing.", presence, &[], None),
        lesson("The glumpf of the handbasket was missing.", &[], &["presence"], Some(Kind::Generic)),
        lesson("We regret the glumpf of your handbasket.", &[("salary", Polarity::Strength)], &[], None),
        lesson("The glumpf of the handbasket was missing.", &[], &[], Some(Kind::Unconstructive)),
        lesson("A brindle came first. The glumpf of the handbasket was late.", presence, &[], None),
    ];
    let texts = [
        "The glumpf of the handbasket was missing.",
        "They spoke of the glumpf of a handbasket.",
        "A brindle came first.",
        "Your English is not fluent enough.",
    ];
    let of = |set: usize| -> Vec<Lesson<'_>> {
        lessons.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0).map(|(_, lesson)| *lesson).collect()
    };
    let mut suggested_otherwise = 0;
    for old in 0..32 {
        for new in [0, 31, (old + 11) % 32] {
            let (before, after) = (Suggester::new(&[], &of(old)), Suggester::new(&[], &of(new)));
            let mut again = Suggester::new(&[], &of(old));
            let changed = again.relearn(&of(old), &of(new));
            for text in texts {
                let read =
                    |suggester: &Suggester| (suggester.read(text, Voice::Recruiter), kind_of(suggester, &[text]));
                assert_eq!(read(&again), read(&after), "{old} to {new}: {text}");
                let is_other = read(&before) != read(&after);
                suggested_otherwise += usize::from(is_other);
                assert!(
                    !is_other || before.clues(text).iter().any(|clue| changed.contains(clue)),
                    "{old} to {new}: {text}"
                );
            }
        }
    }
    assert!(suggested_otherwise > 50, "{suggested_otherwise}");
}
