//! The one table of the format's words: keys, values, section headings.
//!
//! Reader, schema, documentation and the `new` and `decide` commands all read
//! these tables; nothing else knows how a key is spelt in French or English.

use crate::locale::{Lang, same_name};

/// A word of the format in both languages; the English one is the word of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The English name, in kebab case.
    pub en: &'static str,
    /// The French name.
    pub fr: &'static str,
}

impl Word {
    const fn new(en: &'static str, fr: &'static str) -> Self {
        Self { en, fr }
    }

    /// Returns the name in `lang`.
    pub fn name(self, lang: Lang) -> &'static str {
        lang.pick(self.fr, self.en)
    }

    /// Returns whether `typed` is this word in either language, without regard to case, accents and separators.
    pub fn matches(self, typed: &str) -> bool {
        same_name(typed, self.en) || same_name(typed, self.fr)
    }
}

/// What kind of value a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A text or a list of texts.
    Texts,
    /// A day.
    Date,
    /// A list of days.
    Dates,
    /// A day, or true.
    DateOrTrue,
    /// True or false.
    Flag,
    /// A whole number from 1 to 5.
    Scale,
    /// One of these words.
    Choice(&'static [Word]),
    /// A list of topics.
    Topics,
    /// Keys and values of their own.
    Record(&'static [Field]),
    /// A list of such records.
    Records(&'static [Field]),
    /// A list of days, or of such records.
    DatesOrRecords(&'static [Field]),
    /// A number from 1 to 5, or such a record.
    ScaleOrRecord(&'static [Field]),
}

/// One key of a front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub word: Word,
    /// What its value is.
    pub kind: Kind,
    /// Its meaning in English.
    pub meaning_en: &'static str,
    /// Its meaning in French.
    pub meaning_fr: &'static str,
}

impl Field {
    const fn new(
        (en, fr): (&'static str, &'static str),
        kind: Kind,
        meaning_en: &'static str,
        meaning_fr: &'static str,
    ) -> Self {
        Self { word: Word::new(en, fr), kind, meaning_en, meaning_fr }
    }

    /// Returns the fields of the records that its value may hold.
    pub fn inner(&self) -> &'static [Field] {
        match self.kind {
            Kind::Record(table) | Kind::Records(table) | Kind::DatesOrRecords(table) | Kind::ScaleOrRecord(table) => {
                table
            }
            _ => &[],
        }
    }

    /// Returns the meaning in `lang`.
    pub fn meaning(&self, lang: Lang) -> &'static str {
        lang.pick(self.meaning_fr, self.meaning_en)
    }
}

/// Returns the field of `fields` that `typed` names.
pub fn find_field(fields: &'static [Field], typed: &str) -> Option<&'static Field> {
    let first = typed.as_bytes().first();
    let is_written_so = |word: &str| word.as_bytes().first() == first && word == typed;
    let is_written_so = |field: &&Field| is_written_so(field.word.fr) || is_written_so(field.word.en);
    fields.iter().find(is_written_so).or_else(|| fields.iter().find(|field| field.word.matches(typed)))
}

/// Returns the word of `words` that `typed` names.
pub fn find_word(words: &[Word], typed: &str) -> Option<Word> {
    let is_written_so = |word: &&Word| word.fr == typed || word.en == typed;
    words.iter().find(is_written_so).or_else(|| words.iter().find(|word| word.matches(typed))).copied()
}

/// How an application ended, or that it has not.
pub const STATUSES: &[Word] = &[
    Word::new("rejected", "refus"),
    Word::new("ghosted", "sans-réponse"),
    Word::new("withdrawn", "retrait"),
    Word::new("open", "en-cours"),
    Word::new("offer", "offre"),
    Word::new("accepted", "embauche"),
];

/// The stages of hiring, in their order.
pub const STAGES: &[Word] = &[
    Word::new("application", "candidature"),
    Word::new("screening", "présélection"),
    Word::new("interview", "entretien"),
    Word::new("assessment", "test"),
    Word::new("final", "final"),
    Word::new("offer", "offre"),
];

/// How the news came.
pub const NOTICES: &[Word] = &[
    Word::new("personal", "personnel"),
    Word::new("automatic", "automatique"),
    Word::new("phone", "téléphone"),
    Word::new("none", "aucune"),
];

/// How feedback was asked for.
pub const CHANNELS: &[Word] =
    &[Word::new("email", "email"), Word::new("phone", "téléphone"), Word::new("meeting", "réunion")];

/// What feedback is worth.
pub const FEEDBACK_KINDS: &[Word] = &[
    Word::new("constructive", "constructif"),
    Word::new("generic", "générique"),
    Word::new("unconstructive", "non-constructif"),
];

/// Who a contact is.
pub const CONTACT_ROLES: &[Word] = &[
    Word::new("interviewer", "intervieweur"),
    Word::new("hr", "rh"),
    Word::new("hiring-manager", "responsable"),
    Word::new("agency", "cabinet"),
    Word::new("network", "réseau"),
];

/// How often a goal is reviewed.
pub const CADENCES: &[Word] =
    &[Word::new("weekly", "hebdomadaire"), Word::new("fortnightly", "bimensuel"), Word::new("monthly", "mensuel")];

/// How a goal stands by its author's word.
pub const GOAL_STATUSES: &[Word] =
    &[Word::new("active", "actif"), Word::new("done", "fait"), Word::new("dropped", "abandonné")];

/// Words for yes and no.
pub const FLAGS: &[(&str, bool)] = &[
    ("true", true),
    ("yes", true),
    ("oui", true),
    ("vrai", true),
    ("false", false),
    ("no", false),
    ("non", false),
    ("faux", false),
];

const INTERVIEW: &[Field] = &[
    Field::new(("date", "date"), Kind::Date, "the day", "le jour"),
    Field::new(("kind", "type"), Kind::Text, "by phone, on site, a panel …", "téléphone, sur place, jury…"),
    Field::new(("with", "avec"), Kind::Texts, "who was there", "avec qui"),
];

const CONTACT: &[Field] = &[
    Field::new(("name", "nom"), Kind::Text, "first and last name", "prénom et nom"),
    Field::new(("title", "civilité"), Kind::Text, "Ms, Mr, Dr …", "Madame, Monsieur…"),
    Field::new(
        ("role", "rôle"),
        Kind::Choice(CONTACT_ROLES),
        "who they are in the hiring",
        "leur rôle dans le recrutement",
    ),
    Field::new(("email", "email"), Kind::Text, "e-mail address", "adresse électronique"),
    Field::new(("phone", "téléphone"), Kind::Text, "phone number", "numéro de téléphone"),
    Field::new(("connected", "ajouté"), Kind::Date, "day they joined one's network", "jour de l’ajout à son réseau"),
];

const FEEDBACK: &[Field] = &[
    Field::new(("requested", "demandé"), Kind::Date, "day it was asked for", "jour de la demande"),
    Field::new(("via", "via"), Kind::Choice(CHANNELS), "how it was asked for", "moyen de la demande"),
    Field::new(("received", "reçu"), Kind::Date, "day it came", "jour de la réponse"),
    Field::new(("kind", "nature"), Kind::Choice(FEEDBACK_KINDS), "whether it helps", "ce qu’il apporte"),
    Field::new(("clarified", "clarifié"), Kind::Date, "day one asked for precision", "jour de la demande de précision"),
    Field::new(("thanked", "remercié"), Kind::DateOrTrue, "day one gave thanks for it", "jour du remerciement"),
];

const MOOD: &[Field] = &[
    Field::new(("before", "avant"), Kind::Scale, "before the news", "avant la nouvelle"),
    Field::new(("after", "après"), Kind::Scale, "after the news", "après la nouvelle"),
];

const MEASURE: &[Field] = &[
    Field::new(("what", "quoi"), Kind::Text, "what is counted", "ce qui est compté"),
    Field::new(("from", "de"), Kind::Text, "where one started", "le point de départ"),
    Field::new(("target", "cible"), Kind::Text, "where one wants to be", "le but chiffré"),
    Field::new(("now", "actuel"), Kind::Text, "where one is", "où l’on en est"),
];

/// The keys of an entry.
pub const ENTRY: &[Field] = &[
    Field::new(("company", "entreprise"), Kind::Text, "the employer; required", "l’employeur ; obligatoire"),
    Field::new(("role", "poste"), Kind::Text, "the position; required", "l’intitulé du poste ; obligatoire"),
    Field::new(
        ("status", "statut"),
        Kind::Choice(STATUSES),
        "how it ended; `rejected` if not said",
        "l’issue ; `refus` sans indication",
    ),
    Field::new(
        ("decided", "décision"),
        Kind::Date,
        "day of the news; required unless the file name begins with it or the entry is open",
        "jour de la nouvelle ; obligatoire, sauf si le nom du fichier commence par lui ou si la candidature est en cours",
    ),
    Field::new(
        ("announced", "réponse-prévue"),
        Kind::Date,
        "day until which the company said it would decide",
        "date annoncée pour la réponse",
    ),
    Field::new(("applied", "candidature"), Kind::Date, "day of the application", "jour de la candidature"),
    Field::new(
        ("interviews", "entretiens"),
        Kind::DatesOrRecords(INTERVIEW),
        "days of the interviews",
        "jours des entretiens",
    ),
    Field::new(("stage", "étape"), Kind::Choice(STAGES), "furthest stage reached", "dernière étape atteinte"),
    Field::new(("notice", "nouvelle"), Kind::Choice(NOTICES), "how the news came", "comment la nouvelle est arrivée"),
    Field::new(
        ("shortlisted", "finaliste"),
        Kind::Flag,
        "whether one was among the last",
        "parmi les derniers en lice",
    ),
    Field::new(("sector", "secteur"), Kind::Text, "line of business", "secteur d’activité"),
    Field::new(("location", "lieu"), Kind::Text, "where the work is", "lieu de travail"),
    Field::new(("source", "source"), Kind::Text, "where the offer was found", "où l’offre a été trouvée"),
    Field::new(("link", "lien"), Kind::Text, "address of the offer", "adresse de l’offre"),
    Field::new(("agency", "cabinet"), Kind::Text, "the recruiting firm in between", "le cabinet de recrutement"),
    Field::new(("documents", "documents"), Kind::Texts, "what was sent", "ce qui a été envoyé"),
    Field::new(
        ("salary", "salaire"),
        Kind::Text,
        "salary; never in a shared copy",
        "salaire ; jamais dans une copie partagée",
    ),
    Field::new(("contacts", "contacts"), Kind::Records(CONTACT), "people met", "personnes rencontrées"),
    Field::new(("thanked", "remercié"), Kind::DateOrTrue, "day one gave thanks for the news", "jour du remerciement"),
    Field::new(("feedback", "retour"), Kind::Record(FEEDBACK), "the feedback's own story", "l’histoire du retour"),
    Field::new(("reasons", "motifs"), Kind::Topics, "topics given by the employer", "axes donnés par l’employeur"),
    Field::new(
        ("weaknesses", "faiblesses"),
        Kind::Topics,
        "topics to work on, by one's own judgement",
        "axes à travailler, à son propre avis",
    ),
    Field::new(
        ("strengths", "forces"),
        Kind::Topics,
        "topics that worked, by one's own judgement",
        "axes qui ont marché, à son propre avis",
    ),
    Field::new(
        ("mood", "humeur"),
        Kind::ScaleOrRecord(MOOD),
        "1 to 5, before and after the news",
        "de 1 à 5, avant et après la nouvelle",
    ),
    Field::new(
        ("keep-contact", "garder-contact"),
        Kind::Flag,
        "whether one wants to stay in touch; true if not said",
        "rester en contact ou non ; oui sans indication",
    ),
    Field::new(("checked-in", "recontacté"), Kind::Date, "day of the 90-day check-in", "jour de la reprise de contact"),
    Field::new(
        ("follows", "suite-de"),
        Kind::Text,
        "id of the earlier entry that this one learned from",
        "identifiant de la candidature dont celle-ci est la suite",
    ),
    Field::new(("tags", "étiquettes"), Kind::Texts, "free words", "mots libres"),
    Field::new(
        ("draft", "brouillon"),
        Kind::Flag,
        "read and checked, left out of every figure",
        "lu et vérifié, hors de tous les chiffres",
    ),
    Field::new(("private", "privé"), Kind::Flag, "never in a shared copy", "jamais dans une copie partagée"),
];

/// The keys of a goal.
pub const GOAL: &[Field] = &[
    Field::new(
        ("title", "titre"),
        Kind::Text,
        "what one wants to reach; else the first heading",
        "ce que l’on veut atteindre ; sinon le premier titre",
    ),
    Field::new(("topics", "axes"), Kind::Topics, "what it works on", "ce qu’il fait progresser"),
    Field::new(("start", "début"), Kind::Date, "first day", "premier jour"),
    Field::new(("due", "échéance"), Kind::Date, "last day", "dernier jour"),
    Field::new(("measure", "mesure"), Kind::Record(MEASURE), "how one will know", "à quoi on le verra"),
    Field::new(("why", "pourquoi"), Kind::Text, "why it matters", "pourquoi c’est important"),
    Field::new(("partner", "partenaire"), Kind::Text, "who one tells about it", "à qui l’on en rend compte"),
    Field::new(("cadence", "rythme"), Kind::Choice(CADENCES), "how often it is reviewed", "la fréquence des points"),
    Field::new(("reviewed", "revues"), Kind::Dates, "days of past reviews", "jours des points passés"),
    Field::new(("resources", "ressources"), Kind::Texts, "courses, books, links", "cours, livres, liens"),
    Field::new(("status", "statut"), Kind::Choice(GOAL_STATUSES), "`active` if not said", "`actif` sans indication"),
    Field::new(("closed", "clos"), Kind::Date, "day it was done or dropped", "jour de la fin"),
];

/// What a section of the body is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionKind {
    /// The recruiter's words.
    Feedback,
    /// The view of a peer, a mentor, a coach.
    SecondOpinion,
    /// The person's own reflection.
    Debrief,
    /// What went well.
    Strengths,
    /// What to improve.
    Weaknesses,
    /// Opportunities of the SWOT.
    Opportunities,
    /// Threats of the SWOT.
    Threats,
    /// Feelings.
    Feelings,
    /// Nobody else's business.
    Private,
    /// Tasks.
    Actions,
}

/// The headings that open a section, English first.
pub const SECTIONS: &[(SectionKind, &[&str], &[&str])] = &[
    (SectionKind::Feedback, &["Feedback"], &["Retour", "Retours", "Retour du recruteur", "Feedback"]),
    (
        SectionKind::SecondOpinion,
        &["Second opinion", "Outside view"],
        &["Deuxième avis", "Second avis", "Regard extérieur"],
    ),
    (SectionKind::Debrief, &["Debrief", "Reflection"], &["Bilan", "Débrief", "Analyse"]),
    (SectionKind::Strengths, &["Strengths", "What went well"], &["Points forts", "Forces", "Ce qui a marché"]),
    (
        SectionKind::Weaknesses,
        &["To improve", "Weaknesses"],
        &["À améliorer", "Points faibles", "Faiblesses", "Axes d’amélioration"],
    ),
    (SectionKind::Opportunities, &["Opportunities"], &["Opportunités"]),
    (SectionKind::Threats, &["Threats"], &["Menaces"]),
    (SectionKind::Feelings, &["Feelings"], &["Ressenti", "Émotions"]),
    (SectionKind::Private, &["Private"], &["Privé"]),
    (SectionKind::Actions, &["Actions", "Action plan"], &["Actions", "Plan d’action"]),
];

/// Returns the first heading of a section in `lang`, the one that rebond writes.
pub fn section_heading(kind: SectionKind, lang: Lang) -> &'static str {
    let row = SECTIONS.iter().find(|(known, _, _)| *known == kind);
    row.and_then(|(_, en, fr)| match lang {
        // «Retour du recruteur» says whose words they are.
        Lang::Fr if kind == SectionKind::Feedback => fr.get(2),
        Lang::Fr => fr.first(),
        Lang::En => en.first(),
    })
    .copied()
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_keys_of_one_record_match_the_same_name() {
        fn case(fields: &[Field]) {
            for (index, field) in fields.iter().enumerate() {
                for other in &fields[index + 1..] {
                    assert!(!field.word.matches(other.word.en), "{} and {}", field.word.en, other.word.en);
                    assert!(!field.word.matches(other.word.fr), "{} and {}", field.word.en, other.word.fr);
                }
                match field.kind {
                    Kind::Record(inner)
                    | Kind::Records(inner)
                    | Kind::DatesOrRecords(inner)
                    | Kind::ScaleOrRecord(inner) => case(inner),
                    _ => {}
                }
            }
        }
        case(ENTRY);
        case(GOAL);
    }

    #[test]
    fn keys_match_without_case_accents_and_separators() {
        for typed in ["Réponse prévue", "reponse_prevue", "REPONSE-PREVUE", "announced"] {
            assert_eq!(find_field(ENTRY, typed).map(|field| field.word.en), Some("announced"));
        }
    }
}
