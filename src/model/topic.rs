//! Topics: what feedback is about, built in or of the journal's own.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::TagSign;
use crate::locale::{Lang, fold_name, same_name};

/// Whether a topic depends on the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Control {
    /// It does.
    Mine,
    /// It does not.
    Theirs,
    /// Partly.
    Mixed,
}

impl Control {
    /// Returns the control called `name` in the settings.
    pub fn parse(name: &str) -> Option<Control> {
        match name {
            "mine" => Some(Control::Mine),
            "theirs" => Some(Control::Theirs),
            "mixed" => Some(Control::Mixed),
            _ => None,
        }
    }
}

/// The groups of topics, in the order of reports.
pub const GROUPS: &[&str] = &["technical", "interpersonal", "culture", "interview", "application", "external"];

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The id: lower-case letters, digits and `-`.
    pub id: String,
    /// The group it stands in.
    pub group: String,
    /// Whether it depends on the person.
    pub control: Control,
    /// The French label.
    pub fr: String,
    /// The English label.
    pub en: String,
    /// Aliases, and words that speak of it.
    pub terms: Vec<String>,
}

impl Topic {
    /// Returns the label in `lang`.
    pub fn label(&self, lang: Lang) -> &str {
        lang.pick(&self.fr, &self.en)
    }
}

/// The topics of a journal, found by id, label or alias.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topics {
    by_id: BTreeMap<String, Arc<Topic>>,
    by_name: FxHashMap<String, Arc<Topic>>,
}

const BUILT_IN: &[(&str, &str, Control, &str, &str)] = &[
    ("technical-skills", "technical", Control::Mine, "Compétences techniques", "Technical skills"),
    ("experience", "technical", Control::Mine, "Expérience", "Experience"),
    ("qualifications", "technical", Control::Mine, "Diplômes et certifications", "Qualifications"),
    ("languages", "technical", Control::Mine, "Langues", "Languages"),
    ("problem-solving", "technical", Control::Mine, "Résolution de problèmes", "Problem solving"),
    ("communication", "interpersonal", Control::Mine, "Communication", "Communication"),
    ("confidence", "interpersonal", Control::Mine, "Assurance", "Confidence"),
    ("teamwork", "interpersonal", Control::Mine, "Travail en équipe", "Teamwork"),
    ("enthusiasm", "interpersonal", Control::Mine, "Motivation", "Enthusiasm"),
    ("culture-fit", "culture", Control::Mixed, "Adéquation culturelle", "Culture fit"),
    ("preparation", "interview", Control::Mine, "Préparation", "Preparation"),
    ("answer-structure", "interview", Control::Mine, "Structure des réponses", "Answer structure"),
    ("presence", "interview", Control::Mine, "Présentation", "Presence"),
    ("documents", "application", Control::Mine, "CV et dossier", "CV and documents"),
    ("career-path", "application", Control::Mine, "Parcours", "Career path"),
    ("targeting", "application", Control::Mine, "Ciblage", "Targeting"),
    ("overqualified", "application", Control::Mixed, "Surqualification", "Overqualified"),
    ("salary", "application", Control::Mixed, "Prétentions salariales", "Salary expectations"),
    ("availability", "application", Control::Mixed, "Disponibilité et mobilité", "Availability and mobility"),
    ("competition", "external", Control::Theirs, "Concurrence", "Competition"),
    ("internal-candidate", "external", Control::Theirs, "Candidature interne", "Internal candidate"),
    ("hiring-freeze", "external", Control::Theirs, "Gel du recrutement", "Hiring freeze"),
    ("role-changed", "external", Control::Theirs, "Poste redéfini", "Role redefined"),
];

impl Topics {
    /// Returns the built-in topics.
    pub fn built_in() -> Self {
        let row = |&(id, group, control, fr, en): &(&str, &str, Control, &str, &str)| Topic {
            id: id.to_owned(),
            group: group.to_owned(),
            control,
            fr: fr.to_owned(),
            en: en.to_owned(),
            terms: Vec::new(),
        };
        Self::new(BUILT_IN.iter().map(row))
    }

    /// Returns these topics; names of earlier ones win, ids before labels before terms.
    pub fn new(topics: impl IntoIterator<Item = Topic>) -> Self {
        let by_id: BTreeMap<String, Arc<Topic>> =
            topics.into_iter().map(|topic| (topic.id.clone(), Arc::new(topic))).collect();
        let mut by_name = FxHashMap::default();
        let mut add = |name: &str, topic: &Arc<Topic>| {
            by_name.entry(fold_name(name)).or_insert_with(|| Arc::clone(topic));
        };
        for topic in by_id.values() {
            add(&topic.id, topic);
        }
        for topic in by_id.values() {
            add(&topic.fr, topic);
            add(&topic.en, topic);
        }
        for topic in by_id.values() {
            for term in &topic.terms {
                add(term, topic);
            }
        }
        // As they are written most often, names need not be folded.
        for written in by_id.values().flat_map(|topic| [topic.id.clone(), tag_name(&topic.fr), tag_name(&topic.en)]) {
            if let Some(topic) = by_name.get(&fold_name(&written)).map(Arc::clone) {
                by_name.entry(written).or_insert(topic);
            }
        }
        Self { by_id, by_name }
    }

    /// Returns the topic with this id.
    pub fn get(&self, id: &str) -> Option<&Arc<Topic>> {
        self.by_id.get(id)
    }

    /// Returns the topic that `name` names: its id, a label, an alias.
    pub fn find(&self, name: &str) -> Option<&Arc<Topic>> {
        self.by_name.get(name).or_else(|| self.by_name.get(&fold_name(name)))
    }

    /// Returns every topic by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Topic>> {
        self.by_id.values()
    }

    /// Returns a tag of `topic` as it is written in `lang`, such as `#+preparation`.
    ///
    /// The id stands where the label is the name of another topic.
    pub fn written(&self, topic: &Topic, sign: TagSign, lang: Lang) -> String {
        let label = tag_name(topic.label(lang));
        let is_own = self.find(&label).is_some_and(|found| found.id == topic.id);
        format!("#{}{}", sign.mark(), if is_own { &label } else { &topic.id })
    }

    /// Returns the topic whose id or label is nearest to `typed`, by its label in `lang` written as a tag.
    ///
    /// Linking words may be left out: `structure-réponses` is near `structure-des-réponses`.
    pub fn nearest(&self, typed: &str, lang: Lang) -> Option<String> {
        let names: Vec<String> =
            self.iter().flat_map(|topic| [topic.id.clone(), tag_name(topic.label(lang))]).collect();
        let near = crate::diagnostic::nearest(typed, names.iter().map(String::as_str));
        let without_links = || {
            let telling = telling_words(typed).filter(|telling| telling.contains('-'))?;
            let mut names = names.iter();
            names.find(|name| telling_words(name).is_some_and(|words| same_name(&words, &telling))).map(String::as_str)
        };
        let topic = self.find(near.or_else(without_links)?)?;
        Some(tag_name(topic.label(lang)))
    }
}

/// Words that link others in a label, in both languages.
const LINKS: &[&str] =
    &["a", "and", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "the"];

/// Returns the words of a tag that do not link others, joined by `-`; none for a tag that has only links.
fn telling_words(tag: &str) -> Option<String> {
    let words = tag.split(['-', '_', ' ']).filter(|word| !LINKS.contains(&fold_name(word).as_str()));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}

/// Returns a label as it is written in a tag: lower case, with `-` for what a tag cannot hold.
pub fn tag_name(label: &str) -> String {
    let words: Vec<String> = label
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_found_by_id_label_and_alias() {
        let topics = Topics::built_in();
        for name in ["answer-structure", "Structure des réponses", "structure-des-reponses", "ANSWER_STRUCTURE"] {
            assert_eq!(topics.find(name).map(|topic| topic.id.as_str()), Some("answer-structure"), "{name}");
        }
        assert!(topics.find("structure").is_none());
    }

    #[test]
    fn a_near_miss_is_answered_in_the_words_of_the_language() {
        let topics = Topics::built_in();
        assert_eq!(topics.nearest("comunication", Lang::Fr).as_deref(), Some("communication"));
        assert_eq!(topics.nearest("prepration", Lang::En).as_deref(), Some("preparation"));
        assert_eq!(topics.nearest("structure-réponses", Lang::Fr).as_deref(), Some("structure-des-réponses"));
        assert_eq!(topics.nearest("travail-d-equipe", Lang::Fr).as_deref(), Some("travail-en-équipe"));
        assert_eq!(topics.nearest("structure", Lang::Fr), None);
        assert_eq!(topics.nearest("salon-de-l-emploi", Lang::Fr), None);
        assert_eq!(tag_name("CV et dossier"), "cv-et-dossier");
    }
}
