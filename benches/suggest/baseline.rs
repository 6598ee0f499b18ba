//! The baseline: a topic is suggested where one of its keywords stands, compared by Snowball stems.
//!
//! Polarity: strength where a word of praise stands and no word of lack, else weakness. Kind: by
//! whether a topic was found and a harsh word stands. No scope rules, no phrases, no training.

use rebond::suggest::words::Words;
use rebond::suggest::{Kind, Polarity};
use rust_stemmers::{Algorithm, Stemmer};

use crate::evaluate::Answer;
use crate::rows::Row;

const KEYWORDS: [(&str, &str); 23] = [
    (
        "technical-skills",
        "technique compétences connaissances maîtrise logiciel outil technical skills knowledge software tool sql python excel",
    ),
    ("experience", "expérience junior débutant années senior experience years inexperienced track"),
    (
        "qualifications",
        "diplôme certification formation habilitation licence école degree certificate qualification licence registration",
    ),
    ("languages", "anglais allemand espagnol langue langues bilingue english german french spanish language fluent"),
    (
        "problem-solving",
        "problème logique raisonnement analyse cas exercice problem logic reasoning analysis case puzzle",
    ),
    (
        "communication",
        "communication clarté expliquer jargon écoute clair communication clear explain jargon listening",
    ),
    (
        "confidence",
        "confiance assurance stress stressé timide arrogant trac confidence confident nervous nerves shy arrogant",
    ),
    ("teamwork", "équipe collègues collaboration collectif conflit team teamwork colleagues collaboration conflict"),
    ("enthusiasm", "motivation motivé enthousiasme énergie envie motivation motivated enthusiasm energy keen interest"),
    ("culture-fit", "culture valeurs ambiance culture values fit environment"),
    ("preparation", "préparation préparé préparer renseigné improvisé preparation prepared research website homework"),
    ("answer-structure", "réponses exemples concret structure answers examples concrete structure rambling"),
    ("presence", "retard tenue posture ponctualité présentation late dress posture punctual camera"),
    ("documents", "cv lettre dossier orthographe portfolio cv resume letter typos portfolio"),
    ("career-path", "parcours carrière trou instabilité trajectoire career gap job-hopping path moves"),
    ("targeting", "projet objectif ciblage orientation goals target suited direction"),
    ("overqualified", "surqualifié surdimensionné overqualified"),
    ("salary", "salaire prétentions rémunération salary pay budget package"),
    (
        "availability",
        "disponibilité mobilité préavis télétravail déplacements availability notice relocation remote visa travel",
    ),
    ("competition", "candidat candidats candidatures concurrence retenu candidate candidates applicants competition"),
    ("internal-candidate", "interne mutation internal"),
    ("hiring-freeze", "gel gelé suspendu budget annulé freeze frozen hold budget cancelled"),
    ("role-changed", "redéfini évolué besoin périmètre redefined changed requirements scope"),
];
const PRAISE: &str = "excellent excellente bon bonne très bravo solide impressionné excellent good great strong impressive impressed lovely best";
const LACK: &str =
    "manque pas peu trop insuffisant aucun sans not lack too more missing no never insufficient mais but";
const HARSH: &str = "nul ridicule mou âge useless ridiculous boring age pathetic";

/// Keyword stems by topic.
pub(crate) struct Baseline {
    french: Stemmer,
    english: Stemmer,
    topics: Vec<(&'static str, Vec<String>)>,
    praise: Vec<String>,
    lack: Vec<String>,
    harsh: Vec<String>,
}

impl Baseline {
    pub(crate) fn new() -> Self {
        let mut baseline = Self {
            french: Stemmer::create(Algorithm::French),
            english: Stemmer::create(Algorithm::English),
            topics: Vec::new(),
            praise: Vec::new(),
            lack: Vec::new(),
            harsh: Vec::new(),
        };
        baseline.topics = KEYWORDS.iter().map(|(topic, words)| (*topic, baseline.stems(words))).collect();
        baseline.praise = baseline.stems(PRAISE);
        baseline.lack = baseline.stems(LACK);
        baseline.harsh = baseline.stems(HARSH);
        baseline
    }

    fn stems(&self, text: &str) -> Vec<String> {
        let words = Words::new(text, 0);
        words
            .list()
            .iter()
            .flat_map(|word| {
                [self.french.stem(words.folded(word)).into_owned(), self.english.stem(words.folded(word)).into_owned()]
            })
            .collect()
    }

    pub(crate) fn answer(&self, row: &Row) -> Answer {
        let stems = self.stems(&row.text);
        let has = |list: &[String]| list.iter().any(|stem| stems.contains(stem));
        let polarity = if has(&self.praise) && !has(&self.lack) { Polarity::Strength } else { Polarity::Weakness };
        let mentions: Vec<(String, Polarity)> = self
            .topics
            .iter()
            .filter(|(_, words)| has(words))
            .map(|(topic, _)| ((*topic).to_owned(), polarity))
            .collect();
        let kind = if has(&self.harsh) {
            Kind::Unconstructive
        } else if mentions.is_empty() {
            Kind::Generic
        } else {
            Kind::Constructive
        };
        Answer { mentions, kind: Some(kind) }
    }
}
