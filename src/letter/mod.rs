//! A letter from an entry and a template: thanks, a request, a word to keep in touch.
//!
//! In: the [`Journal`], an entry, today, and templates: the built-in ones with
//! the journal's own laid over them ([`Letters`]). Out: a [`Letter`], as text,
//! as a draft or as a link ([`eml`], [`mailto`]). `kind` knows which letter fits
//! an entry, `person` whom it greets, `view` what templates see, `topics` what
//! is asked about, `typeset` how the text is finished. No files and no clock.
//!
//! Decisions where the format is silent:
//!
//! - After the interviewer, the hiring manager, human resources and the network
//!   come the recruiting firm and people without a role.
//! - An interview is *ours* when the recipient was there, else *the* interview.
//! - `--tu` writes as among people who call each other by their first names, in English too.
//! - A fact is missing when the template uses it; what a text can do without is left out.

mod kind;
mod mail;
mod offer;
mod person;
mod topics;
mod typeset;
mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use kind::{Kind, Tone};
pub use mail::{eml, mailto};
pub use offer::{LetterOffer, letters_for};
pub use topics::{MOST_TOPICS, about};

use crate::diagnostic::{Code, Diagnostic, Result, nearest};
use crate::locale::{Lang, Locale};
use crate::model::{Contact, Entry, Journal};
use crate::template::{BUILT_IN, Templates};
use view::{Missing, View};

/// The longest note that a professional network takes, in characters.
pub const CONNECT_LIMIT: usize = 200;

/// A finished letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The name of its template.
    pub name: String,
    /// What the writer should know before sending it.
    pub comment: Option<String>,
    /// The subject; a note and a script have none.
    pub subject: Option<String>,
    /// The text, lines ended by `\n` except the last.
    pub body: String,
    /// Whom it goes to, where somebody is known.
    pub to: Option<Person>,
    /// Who writes.
    pub from: Person,
}

impl Letter {
    /// Returns the letter as it is printed: the subject, an empty line, the text.
    pub fn text(&self, locale: &Locale) -> String {
        match &self.subject {
            Some(subject) => format!(
                "{}\n\n{}\n",
                locale.format("letter-subject", &[("subject", subject.as_str().into())]),
                self.body
            ),
            None => format!("{}\n", self.body),
        }
    }
}

/// One end of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// First and last name.
    pub name: Option<String>,
    /// E-mail address, when it is one.
    pub address: Option<String>,
}

/// What a letter is asked to be.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The journal.
    pub journal: &'a Journal,
    /// The application that it is about.
    pub entry: &'a Entry,
    /// The day on which it is written.
    pub today: Date,
    /// The name of a kind in either language, or of a template of the journal's.
    pub name: &'a str,
    /// How it sounds.
    pub tone: Tone,
    /// What it asks about, in the words of a sentence; without, what the entry proposes.
    pub about: &'a [String],
    /// Whether missing facts become visible placeholders.
    pub allow_missing: bool,
}

/// A template that letters are made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name: a kind's English one, or that of a file of the journal's.
    pub name: String,
    /// The built-in kind.
    pub kind: Option<Kind>,
    /// The path of the journal's own file; `None` for a built-in template.
    pub own: Option<String>,
}

impl Listed {
    /// Returns the name under which the engine knows it, and which errors show.
    fn template(&self, lang: Lang) -> String {
        self.own.clone().unwrap_or_else(|| format!("{BUILT_IN}{lang}/{}.txt", self.name))
    }
}

/// The templates of one language.
pub struct Letters {
    locale: Locale,
    list: Vec<Listed>,
    templates: Templates,
}

impl Letters {
    /// Returns the templates `own` laid over the built-in ones.
    ///
    /// `own` holds texts by their paths below the journal's `folder` of letters:
    /// `thank.txt`, or `fr/thank.txt` for French alone, which wins over the former.
    ///
    /// # Errors
    /// `template-invalid` for one that cannot be parsed, with its path and line.
    pub fn new(folder: &str, own: &BTreeMap<String, String>, locale: &Locale) -> Result<Self> {
        let lang = locale.lang;
        let mut list: Vec<Listed> = Kind::ALL
            .iter()
            .map(|kind| Listed { name: kind.name().to_owned(), kind: Some(*kind), own: None })
            .collect();
        let mut texts = BTreeMap::new();
        let general = own.iter().filter(|(path, _)| !path.contains('/'));
        let prefix = format!("{lang}/");
        let special = own.iter().filter(|(path, _)| path.starts_with(&prefix));
        for (path, text) in general.chain(special) {
            let shown = format!("{folder}/{path}");
            texts.insert(shown.clone(), text.clone());
            let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".txt");
            let kind = Kind::find(stem);
            let name = kind.map_or(stem, |kind| kind.name());
            match list.iter_mut().find(|listed| listed.name == name) {
                Some(listed) => listed.own = Some(shown),
                None => list.push(Listed { name: name.to_owned(), kind, own: Some(shown) }),
            }
        }
        let built_in = |kind: &Kind| (format!("{lang}/{}.txt", kind.name()), kind.template(lang));
        let built_in = Kind::ALL.iter().map(built_in).collect();
        let templates = Templates::new(&built_in, &texts, locale).map_err(|problem| of_letters(*problem))?;
        Ok(Self { locale: locale.clone(), list, templates })
    }

    /// Returns every template, the built-in kinds first.
    pub fn list(&self) -> &[Listed] {
        &self.list
    }

    /// Returns the template that `typed` names.
    ///
    /// # Errors
    /// `usage-wrong`, with the nearest name.
    pub fn find(&self, typed: &str) -> Result<&Listed> {
        let kind = Kind::find(typed);
        let found = self.list.iter().find(|listed| listed.name == typed || (kind.is_some() && listed.kind == kind));
        found.ok_or_else(|| {
            let lang = self.locale.lang;
            let names =
                self.list.iter().map(|listed| listed.kind.map_or(listed.name.as_str(), |kind| kind.word().name(lang)));
            let near = nearest(typed, names.chain(self.list.iter().map(|listed| listed.name.as_str())));
            let args = [("kind", typed.into()), ("near", near.unwrap_or_default().into())];
            Diagnostic::usage(
                self.locale.format(if near.is_some() { "letter-kind-near" } else { "letter-kind-unknown" }, &args),
            )
        })
    }

    /// Writes a letter.
    ///
    /// # Errors
    /// `letter-incomplete` when the template uses a fact that the journal does not
    /// have; `template-invalid`; `usage-wrong` for an unknown name, a connection
    /// note that is too long, and a request for an outside view that names somebody.
    pub fn write(&self, request: &Request<'_>) -> Result<Letter> {
        let listed = self.find(request.name)?;
        let template = listed.template(self.locale.lang);
        let contact = match listed.kind {
            Some(Kind::SecondOpinion) => None,
            Some(Kind::Connect) => person::recipient(request.entry, kind::is_connectable)
                .or_else(|| person::recipient(request.entry, |contact| contact.name.is_some())),
            _ => person::recipient(request.entry, |_| true),
        };
        let topics = match request.about {
            [] => topics::proposed(listed.kind, request.entry, &self.locale),
            named => named.to_vec(),
        };
        let mut view = View::new(request, contact, topics, &self.locale);
        let mut letter = self.render(request, listed, contact, &view)?;
        if listed.kind == Some(Kind::Connect) && length(&letter) > CONNECT_LIMIT {
            view.brief = true;
            letter = self.render(request, listed, contact, &view)?;
            let characters = length(&letter);
            if characters > CONNECT_LIMIT {
                let args =
                    [("path", template.into()), ("characters", characters.into()), ("most", CONNECT_LIMIT.into())];
                return Err(Diagnostic::usage(self.locale.format("letter-too-long", &args)));
            }
        } else if listed.kind == Some(Kind::SecondOpinion)
            && let Some(name) = named(&letter, request)
        {
            let args = [("path", template.into()), ("name", name.into())];
            return Err(Diagnostic::usage(self.locale.format("letter-names-somebody", &args)));
        }
        Ok(letter)
    }

    fn render(&self, request: &Request<'_>, listed: &Listed, contact: Option<&Contact>, view: &View) -> Result<Letter> {
        let rendered =
            self.templates.render(&listed.template(self.locale.lang), view).map_err(|problem| of_letters(*problem))?;
        let (filled, missing) = Missing::fill(&rendered, &self.locale);
        if !missing.is_empty() && !request.allow_missing {
            let keys: Vec<String> =
                missing.into_iter().map(|fact| fact.key(request.entry.file(), &self.locale)).collect();
            return Err(Box::new(Diagnostic::new(Code::LetterIncomplete).with("keys", self.locale.list(&keys))));
        }
        let parts = typeset::parts(&filled, self.locale.lang);
        let author = &request.journal.settings.author;
        let person = |name: &Option<String>, email: &Option<String>| Person {
            name: name.clone(),
            address: email.as_deref().and_then(mail::address),
        };
        Ok(Letter {
            name: listed.name.clone(),
            comment: parts.comment,
            subject: parts.subject,
            body: parts.body,
            to: contact.map(|contact| person(&contact.name, &contact.email)),
            from: person(&author.name, &author.email),
        })
    }
}

fn length(letter: &Letter) -> usize {
    letter.body.chars().count()
}

/// Returns the name of the company or of a person of the entry that a letter names.
fn named<'a>(letter: &Letter, request: &Request<'a>) -> Option<String> {
    let entry: &'a Entry = request.entry;
    let people = entry.contacts.iter().filter_map(|contact| contact.name.as_deref());
    let met = entry.interviews.iter().flat_map(|interview| interview.with.iter().map(String::as_str));
    let names: Vec<&str> = people.chain(met).collect();
    let author = request.journal.settings.author.name.as_deref().unwrap_or_default();
    let firms = [Some(entry.company.as_str()), entry.agency.as_deref()].into_iter().flatten().map(str::to_owned);
    let surnames = names.iter().map(|name| person::surname(name));
    let text = format!("{}\n{}", letter.subject.as_deref().unwrap_or_default(), letter.body);
    firms
        .chain(names.iter().map(|name| (*name).to_owned()))
        .chain(surnames)
        .find(|name| name.chars().count() > 2 && has_word(&text, name) && !has_word(author, name))
}

/// Returns whether `text` holds `name` between characters that are no letters.
fn has_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Gives a problem of a template the help for letters.
fn of_letters(problem: Diagnostic) -> Box<Diagnostic> {
    Box::new(problem.help("help-letter"))
}
