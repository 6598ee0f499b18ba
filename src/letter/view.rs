//! What letter templates see: an entry, its people and the writer, in words.
//!
//! A fact that is missing stands as a mark, so that only what a template really
//! uses is asked for; [`Missing::fill`] finds the marks in the finished text.

use jiff::civil::Date;
use serde::Serialize;

use super::person::{addressee, first_name, greeting, surname};
use super::topics::{is_beyond, on_topics};
use super::{Request, Tone};
use crate::locale::{Lang, Locale, Named, fold, upper_first};
use crate::model::{Author, Contact, ContactRole, Entry, FeedbackKind, Interview, Notice};

/// The view of one letter; texts and lists of texts, ready for a sentence. What may be absent is tested with `if`.
#[derive(Clone, Debug, Serialize)]
pub(super) struct View {
    /// `formal` or `warm`.
    tone: &'static str,
    /// Whether both are on first-name terms; the tone is then `warm`.
    tu: bool,
    /// The opening line, with its comma.
    greeting: String,
    /// The same, where a letter makes no sense without a name.
    greeting_by_name: String,
    /// How the recipient is spoken to, where one is known.
    addressee: Option<String>,
    /// The recipient’s phone number.
    contact_phone: Option<String>,
    /// The line before the signature.
    close: String,
    /// The writer’s name with the ways to answer, a line each.
    signature: String,
    /// The writer.
    author: AuthorView,
    /// The employer.
    company: String,
    /// The position, short enough for a sentence.
    role: String,
    /// The position as the entry has it.
    role_as_written: String,
    /// `d’assistante`; with the company when the recipient is not of it.
    of_role: String,
    /// `the Assistant role`; with the company when the recipient is not of it.
    the_role: String,
    /// `our interview on 3 March`, where one took place.
    interview: Option<String>,
    /// `your message of 3 March`.
    news: String,
    /// `your feedback of 3 March`.
    feedback: String,
    /// The same at the start of a sentence.
    feedback_start: String,
    /// The day of the news.
    decided: String,
    /// What the letter asks about: `my confidence`.
    topics: Vec<String>,
    /// The topics as a list.
    topic_list: String,
    /// The topics after a verb: `about my confidence`, `sur mon assurance et sur ma préparation`.
    on_topics: String,
    /// How the application stands, such as `rejected`.
    status: &'static str,
    /// What the feedback is noted as: `constructive`, `generic` or `unconstructive`.
    kind: Option<&'static str>,
    /// Whether no reason that was given depends on the writer, such as a hiring freeze.
    beyond: bool,
    /// Whether the text must be as short as it can.
    pub(super) brief: bool,
}

#[derive(Clone, Debug, Serialize)]
struct AuthorView {
    name: String,
    first_name: String,
    email: Option<String>,
    phone: Option<String>,
    profile: Option<String>,
}

/// A fact that a letter wants and the journal does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    AuthorName,
    AuthorContact,
    Contact,
    Decided,
}

impl Missing {
    const ALL: [Missing; 4] = [Missing::AuthorName, Missing::AuthorContact, Missing::Contact, Missing::Decided];

    fn name(self) -> &'static str {
        match self {
            Missing::AuthorName => "author-name",
            Missing::AuthorContact => "author-contact",
            Missing::Contact => "contact",
            Missing::Decided => "decided",
        }
    }

    /// Returns the mark, between two characters that no text has.
    fn mark(self) -> String {
        format!("\u{e000}{}\u{e001}", self.name())
    }

    /// Puts visible placeholders in the place of marks; returns the text and which facts were missing.
    pub(super) fn fill(text: &str, locale: &Locale) -> (String, Vec<Missing>) {
        let missing: Vec<Missing> = Self::ALL.into_iter().filter(|fact| text.contains(&fact.mark())).collect();
        let filled = missing.iter().fold(text.to_owned(), |text, fact| {
            let words = locale.text(&format!("letter-missing-{}", fact.name()));
            text.replace(&fact.mark(), &format!("[{words}]"))
        });
        (filled, missing)
    }

    /// Returns the key to fill in, and its file.
    pub(super) fn key(self, file: &str, locale: &Locale) -> String {
        let args: [Named<'_>; 2] = [("settings", crate::config::FILE_NAME.into()), ("file", file.into())];
        locale.format(&format!("letter-key-{}", self.name()), &args)
    }
}

impl View {
    /// Returns the view of a letter to `contact`.
    pub(super) fn new(request: &Request<'_>, contact: Option<&Contact>, topics: Vec<String>, locale: &Locale) -> Self {
        let (entry, today, tone) = (request.entry, request.today, request.tone);
        let author = &request.journal.settings.author;
        let name = author.name.clone().unwrap_or_else(|| Missing::AuthorName.mark());
        let called = contact.and_then(|contact| addressee(contact, locale));
        let is_outside = |contact: &Contact| matches!(contact.role, Some(ContactRole::Agency | ContactRole::Network));
        let role = short_role(&entry.role, locale.lang);
        // Who is not of the company hears of several.
        let company = if contact.is_some_and(is_outside) { format!(" ({})", entry.company) } else { String::new() };
        let of_role = of(&role, locale.lang);
        let decided = entry.decided_on().map(|day| locale.short_date(day, today));
        let feedback = feedback(entry, tone, today, locale);
        View {
            tone: tone.name(),
            tu: tone == Tone::Familiar,
            greeting: greeting(contact, tone, locale),
            greeting_by_name: match &called {
                Some(_) => greeting(contact, tone, locale),
                None => locale.format("letter-dear", &[("name", Missing::Contact.mark().into())]),
            },
            contact_phone: contact.and_then(|contact| contact.phone.clone()),
            close: close(contact, called.as_deref(), tone, locale),
            addressee: match tone {
                Tone::Familiar => {
                    contact.and_then(|contact| contact.name.as_deref()).map(|name| first_name(name).to_owned())
                }
                Tone::Formal | Tone::Warm => called,
            },
            signature: signature(author, &name),
            author: AuthorView {
                first_name: if author.name.is_some() { first_name(&name).to_owned() } else { name.clone() },
                name,
                email: author.email.clone(),
                phone: author.phone.clone(),
                profile: author.profile.clone(),
            },
            company: entry.company.clone(),
            the_role: match locale.lang {
                Lang::Fr => format!("le poste {of_role}{company}"),
                Lang::En => format!("the {role} role{company}"),
            },
            of_role: format!("{of_role}{company}"),
            role,
            role_as_written: entry.role.clone(),
            interview: interview(entry, contact, today, locale),
            news: news(entry, tone, today, locale),
            feedback_start: upper_first(&feedback),
            feedback,
            decided: decided.unwrap_or_else(|| Missing::Decided.mark()),
            on_topics: on_topics(&topics, locale),
            status: entry.status.name(),
            kind: entry.feedback.kind.map(FeedbackKind::name),
            beyond: is_beyond(entry),
            topic_list: locale.list(&topics),
            topics,
            brief: false,
        }
    }
}

/// Returns the line before the signature.
fn close(contact: Option<&Contact>, called: Option<&str>, tone: Tone, locale: &Locale) -> String {
    let has_title = contact.is_some_and(|contact| contact.title.is_some());
    match (tone, called) {
        (Tone::Familiar, _) => locale.text("letter-close-familiar").to_owned(),
        (Tone::Warm, _) => locale.text("letter-close-warm").to_owned(),
        (Tone::Formal, Some(name)) if has_title => locale.format("letter-close-formal", &[("name", name.into())]),
        (Tone::Formal, Some(_)) => locale.text("letter-close-formal-plain").to_owned(),
        (Tone::Formal, None) => {
            locale.format("letter-close-formal", &[("name", locale.text("letter-close-all").into())])
        }
    }
}

/// Returns the name with the ways to answer, a line each.
fn signature(author: &Author, name: &str) -> String {
    let mut lines = vec![name.to_owned()];
    lines.extend([&author.phone, &author.email].into_iter().flatten().cloned());
    if lines.len() == 1 {
        lines.push(Missing::AuthorContact.mark());
    }
    lines.extend(author.profile.clone());
    lines.join("\n")
}

/// Returns the last interview in words, where one took place: `our interview on 3 March`.
///
/// It is the last one with the recipient, else the last one of all; then it is not called ours.
fn interview(entry: &Entry, contact: Option<&Contact>, today: Date, locale: &Locale) -> Option<String> {
    if !entry.has_interview() {
        return None;
    }
    let talks: Vec<(&Interview, Date)> = entry
        .interviews
        .iter()
        .filter(|interview| !is_test(interview))
        .filter_map(|interview| Some((interview, interview.date.as_ref()?.value)))
        .filter(|(_, day)| *day <= today)
        .collect();
    let latest = |talks: &[(&Interview, Date)]| talks.iter().map(|(_, day)| *day).max();
    let with: Vec<(&Interview, Date)> = talks
        .iter()
        .copied()
        .filter(|(interview, _)| contact.is_some_and(|contact| is_with(interview, contact)))
        .collect();
    let is_interviewer = contact.is_some_and(|contact| contact.role == Some(ContactRole::Interviewer));
    let (day, ours) = match latest(&with) {
        Some(day) => (Some(day), true),
        None => (latest(&talks), is_interviewer),
    };
    let whose = ("whose", if ours { "ours" } else { "theirs" }.into());
    Some(match day {
        Some(day) => locale.format("letter-interview", &[whose, ("day", locale.short_date(day, today).into())]),
        None => locale.format("letter-interview-undated", &[whose]),
    })
}

/// Words that tell a test from a conversation, folded.
const TESTS: &[&str] = &["test", "etude de cas", "case", "exercice", "exercise", "mise en situation", "assessment"];

fn is_test(interview: &Interview) -> bool {
    interview.kind.as_deref().map(fold).is_some_and(|kind| TESTS.iter().any(|test| kind.contains(test)))
}

fn is_with(interview: &Interview, contact: &Contact) -> bool {
    let words = |text: &str| format!(" {} ", fold(&text.replace(|c: char| !c.is_alphanumeric(), " ")));
    let surname = contact.name.as_deref().map(|name| words(&surname(name)));
    surname.is_some_and(|surname| interview.with.iter().any(|with| words(with).contains(&surname)))
}

/// Returns the news in words; whose it is, is only said where there is one person it can come from.
fn news(entry: &Entry, tone: Tone, today: Date, locale: &Locale) -> String {
    let Some(day) = entry.decided_on() else { return locale.text("letter-news-undated").to_owned() };
    let is_theirs = entry.contacts.len() < 2
        && entry
            .contacts
            .iter()
            .all(|contact| !matches!(contact.role, Some(ContactRole::Network | ContactRole::Agency)));
    let familiar = tone == Tone::Familiar;
    let key = match entry.notice {
        Some(Notice::Personal) if is_theirs && familiar => "letter-news-message-familiar",
        Some(Notice::Personal) if is_theirs => "letter-news-message",
        Some(Notice::Phone) if is_theirs && familiar => "letter-news-phone-familiar",
        Some(Notice::Phone) if is_theirs => "letter-news-phone",
        _ => "letter-news",
    };
    locale.format(key, &[("day", locale.short_date(day, today).into())])
}

fn feedback(entry: &Entry, tone: Tone, today: Date, locale: &Locale) -> String {
    let key = |plain: &'static str, familiar: &'static str| tone.pick(plain, plain, familiar);
    match &entry.feedback.received {
        Some(day) => {
            let key = key("letter-feedback", "letter-feedback-familiar");
            locale.format(key, &[("day", locale.short_date(day.value, today).into())])
        }
        None => locale.text(key("letter-feedback-undated", "letter-feedback-undated-familiar")).to_owned(),
    }
}

/// Returns a role as it stands in a sentence: without what follows a comma or a bracket, in French without a capital.
fn short_role(role: &str, lang: Lang) -> String {
    let end = [", ", " (", " – ", " — ", " - ", " | ", " H/F", " F/H", " h/f", " f/h"]
        .into_iter()
        .filter_map(|mark| role.find(mark))
        .filter(|at| *at > 0)
        .min();
    let short = end.and_then(|end| role.get(..end)).unwrap_or(role).trim();
    let mut chars = short.chars();
    let first = chars.next();
    // `Data Analyst` and `UX designer` are names as they stand.
    let has_capitals = chars.clone().any(char::is_uppercase);
    match (lang, first) {
        (Lang::Fr, Some(first)) if !has_capitals => first.to_lowercase().chain(chars).collect(),
        _ => short.to_owned(),
    }
}

/// Beginnings of French words whose h is silent, folded.
const SILENT: &[&str] = &["hote", "hor", "hui", "hum", "hyd", "hyg", "his", "hab", "her", "hom", "hon", "harmo"];

/// Returns `de role` with its elision; in English `of role`.
fn of(role: &str, lang: Lang) -> String {
    let folded = fold(role);
    let is_elided =
        folded.starts_with(['a', 'e', 'i', 'o', 'u']) || SILENT.iter().any(|start| folded.starts_with(start));
    match lang {
        Lang::En => format!("of {role}"),
        Lang::Fr if is_elided => format!("d’{role}"),
        Lang::Fr => format!("de {role}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_fits_into_a_sentence() {
        for (role, expected) in [
            ("Approvisionneuse, CDD de huit mois", "d’approvisionneuse"),
            ("Coordinatrice logistique et achats", "de coordinatrice logistique et achats"),
            ("Responsable logistique (H/F)", "de responsable logistique"),
            ("Data Analyst", "de Data Analyst"),
            ("Hôtesse d’accueil H/F", "d’hôtesse d’accueil"),
            ("Head of Sales", "de Head of Sales"),
            ("UX designer", "d’UX designer"),
            ("Éducatrice", "d’éducatrice"),
        ] {
            assert_eq!(of(&short_role(role, Lang::Fr), Lang::Fr), expected);
        }
        assert_eq!(short_role("Exhibition Technician, nine months", Lang::En), "Exhibition Technician");
    }
}
