//! Every name of a journal, private entries and drafts included, with what stands instead.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::names::{Gathered, Kind, Names};
use super::patterns::{Passing, Patterns};
use super::projection::Alias;
use super::tokens::{squashed, tokens};
use super::words::{is_abbreviation, is_generic, is_number, is_ordinary, is_public, is_role, public_service};
use crate::locale::{Locale, fold};
use crate::model::{Contact, ContactRole, Entry, Journal, ShareDates};

/// A name to look for, before its words are taken apart.
struct Found<'a> {
    kind: Kind,
    name: &'a str,
    instead: String,
}

/// Gathers the names of `journal`.
pub(super) fn gather(
    journal: &Journal,
    locale: &Locale,
    companies: &BTreeMap<String, Alias>,
    agencies: &BTreeMap<String, Alias>,
) -> Names {
    let settings = &journal.settings.share;
    let includes = |part: &str| settings.include.iter().any(|name| name == part);
    let passing = Passing { links: includes("links"), tags: includes("tags"), days: settings.dates == ShareDates::Day };
    let mut all = Gathering {
        journal,
        locale,
        companies,
        agencies,
        employers: employers(journal),
        gathered: Gathered::new(&settings.allow),
        patterns: Patterns::new(locale, passing),
    };
    all.add_names();
    for entry in &journal.entries {
        all.add_entry(entry);
    }
    for goal in &journal.goals {
        goal.partner.iter().for_each(|partner| loose(&mut all.gathered, partner, locale.text("share-partner")));
    }
    all.add_author();
    all.gathered.done(all.patterns)
}

/// The names found so far, and what stands instead.
struct Gathering<'a> {
    journal: &'a Journal,
    locale: &'a Locale,
    companies: &'a BTreeMap<String, Alias>,
    agencies: &'a BTreeMap<String, Alias>,
    /// The companies whose offers stood on each host.
    employers: BTreeMap<&'a str, BTreeSet<String>>,
    gathered: Gathered,
    patterns: Patterns,
}

impl<'a> Gathering<'a> {
    fn company_of(&self, entry: &Entry) -> String {
        let other = || self.locale.text("share-other-company").to_owned();
        self.companies.get(&fold(&entry.company)).map_or_else(other, |alias| alias.short.clone())
    }

    fn agency(&self, name: &str) -> String {
        let other = || self.locale.text("share-other-agency").to_owned();
        self.agencies.get(&fold(name)).map_or_else(other, |alias| alias.short.clone())
    }

    /// Adds all names that are given as names: whole ones first, which win over words of others.
    fn add_names(&mut self) {
        let names = self.names();
        for found in &names {
            self.gathered.whole(found.kind, found.name, &found.instead);
        }
        for found in &names {
            for segment in found.name.split(is_mark).filter(|segment| names_somebody(segment)) {
                if is_short(segment) {
                    self.gathered.capitals(found.kind, segment, &found.instead);
                } else {
                    self.gathered.whole(found.kind, segment, &found.instead);
                }
            }
            self.gathered.parts(found.kind, found.name, &found.instead);
            self.gathered.elided(found.kind, found.name, &found.instead);
        }
        for found in names.iter().filter(|found| matches!(found.kind, Kind::Company | Kind::Agency)) {
            self.gathered.initials(found.kind, found.name, &found.instead);
        }
    }

    fn names(&self) -> Vec<Found<'a>> {
        let (journal, locale) = (self.journal, self.locale);
        let entries = || journal.entries.iter();
        let company = |entry: &'a Arc<Entry>| Found {
            kind: Kind::Company,
            name: &entry.company,
            instead: self.company_of(entry),
        };
        let agency = |name: &'a String| Found { kind: Kind::Agency, name, instead: self.agency(name) };
        let other =
            |kind: Kind| move |name: &'a String| Found { kind, name, instead: locale.text("share-name").to_owned() };
        let mut names: Vec<Found<'a>> = entries().map(company).collect();
        names.extend(entries().filter_map(|entry| entry.agency.as_ref()).map(agency));
        names.extend(entries().flat_map(|entry| &entry.contacts).filter_map(|contact| person(contact, locale)));
        names.extend(journal.settings.author.name.iter().map(other(Kind::Person)));
        let left_out = journal.left_out_entries.iter().chain(&journal.left_out_goals).flat_map(|file| &file.names);
        names.extend(journal.settings.share.also.iter().chain(left_out).map(other(Kind::Other)));
        names
    }

    /// Adds what the file, the addresses, the places and the salary of an entry tell.
    fn add_entry(&mut self, entry: &Entry) {
        let company = self.company_of(entry);
        // A file is mostly named by its company; without a day in it, by what may be an ordinary word.
        if entry.id.starts_with(|c: char| c.is_ascii_digit()) && names_somebody(&entry.id) {
            self.gathered.whole(Kind::Company, &entry.id, &company);
        }
        for contact in &entry.contacts {
            let organisation = match (contact.role, &entry.agency) {
                (Some(ContactRole::Agency), Some(agency)) => self.agency(agency),
                (Some(ContactRole::Agency), None) => self.agency(""),
                _ => company.clone(),
            };
            self.add_addresses(contact, &organisation, &role_text(contact, self.locale));
        }
        let host = entry.link.as_deref().and_then(host);
        if let Some(host) = host.filter(|host| !self.is_board(entry, host)) {
            domain(&mut self.gathered, host, &company);
        }
        for with in entry.interviews.iter().flat_map(|interview| &interview.with) {
            loose(&mut self.gathered, with, self.locale.text("share-person-interviewer"));
        }
        for place in entry.location.iter().flat_map(|location| location.split([',', '(', ')', '/', ';', '|'])) {
            if place.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
                self.gathered.place(place.trim(), self.locale.text("share-place"));
            }
        }
        entry.salary.iter().for_each(|salary| self.patterns.salary(salary));
    }

    /// Returns whether an offer stood on a board rather than at its company: its source says so, or another company's did too.
    fn is_board(&self, entry: &Entry, host: &str) -> bool {
        let names: Vec<String> = host.split('.').map(squashed).filter(|label| label.len() > 2).collect();
        let is_in = |source: &str| tokens(source).iter().any(|word| names.contains(&word.folded));
        entry.found_at.as_deref().is_some_and(is_in)
            || self.employers.get(host).is_some_and(|companies| companies.len() > 1)
    }

    /// Adds what the settings tell of the person.
    fn add_author(&mut self) {
        let author = self.journal.settings.author.clone();
        let name = self.locale.text("share-name");
        if let Some(profile) = &author.profile {
            let handle = profile.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            self.gathered.whole(Kind::Person, handle, name);
        }
        let contact = Contact { email: author.email, phone: author.phone, ..Contact::default() };
        self.add_addresses(&contact, name, name);
    }

    /// Adds what the addresses of somebody tell: the domain of the e-mail, the name before it, the phone number.
    fn add_addresses(&mut self, contact: &Contact, organisation: &str, person: &str) {
        contact.phone.iter().for_each(|phone| self.patterns.phone(phone));
        let Some((local, host)) = contact.email.as_deref().and_then(|email| email.rsplit_once('@')) else { return };
        domain(&mut self.gathered, host, organisation);
        for word in tokens(local) {
            let folded = word.folded.as_str();
            if folded.chars().count() > 3 && !is_public(folded) && !is_generic(folded) {
                self.gathered.parts(Kind::Person, folded, person);
            }
        }
    }
}

/// Returns whether a character sets parts of a name apart that may each be one: `EY (Ernst & Young)`.
fn is_mark(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '/' | '|' | ',' | ';' | ':' | '–' | '—')
}

/// Returns whether a part of a name, set off by brackets and the like, is one word of two letters at most.
fn is_short(segment: &str) -> bool {
    matches!(tokens(segment).as_slice(), [word] if word.folded.chars().count() < 3)
}

/// Returns whether any word of a name says whose it is: no number does.
fn names_somebody(name: &str) -> bool {
    tokens(name).iter().any(|word| !is_generic(&word.folded) && !is_number(&word.folded))
}

fn person<'a>(contact: &'a Contact, locale: &Locale) -> Option<Found<'a>> {
    let name = contact.name.as_deref()?;
    Some(Found { kind: Kind::Person, name, instead: role_text(contact, locale) })
}

/// Returns what stands for somebody: who they are in the hiring.
fn role_text(contact: &Contact, locale: &Locale) -> String {
    let key = match contact.role {
        Some(ContactRole::Interviewer) => "share-person-interviewer",
        Some(ContactRole::Hr) => "share-person-hr",
        Some(ContactRole::HiringManager) => "share-person-hiring-manager",
        Some(ContactRole::Agency) => "share-person-agency",
        Some(ContactRole::Network) => "share-person-network",
        None => "share-person",
    };
    locale.text(key).to_owned()
}

/// Adds the name of a domain, unless it is everybody's.
fn domain(gathered: &mut Gathered, host: &str, instead: &str) {
    let labels: Vec<&str> = host.trim().split('.').filter(|label| !label.is_empty()).collect();
    let Some((_, names)) = labels.split_last() else { return };
    for label in names {
        let folded = fold(label);
        let is_everybodys = is_public(&folded) || folded.chars().count() < 3 || is_generic(&folded);
        if !is_everybodys {
            gathered.whole(Kind::Company, &folded, instead);
            if folded.contains('-') {
                gathered.parts(Kind::Company, &folded, instead);
            }
        }
    }
}

/// Returns the host of an address of the web.
fn host(address: &str) -> Option<&str> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}

/// Returns the companies whose offers stood on each host.
fn employers(journal: &Journal) -> BTreeMap<&str, BTreeSet<String>> {
    let mut employers: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for entry in &journal.entries {
        if let Some(host) = entry.link.as_deref().and_then(host) {
            employers.entry(host).or_default().insert(fold(&entry.company));
        }
    }
    employers
}

/// Returns the words but those of public services, which name nobody.
fn without_services(words: Vec<super::tokens::Token>) -> Vec<super::tokens::Token> {
    let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    let mut services = 0_usize;
    let mut is_named = |at: usize| {
        let service = folded.get(at..).map_or(0, public_service);
        services = service.max(services.saturating_sub(1));
        services == 0
    };
    let kept: Vec<bool> = (0..words.len()).map(&mut is_named).collect();
    words.into_iter().zip(kept).filter(|(_, is_kept)| *is_kept).map(|(word, _)| word).collect()
}

/// Adds the names in a text that tells who was there, or who helps: its words with a capital that are no others.
fn loose(gathered: &mut Gathered, text: &str, instead: &str) {
    let words = without_services(tokens(text));
    let is_name = |word: &&super::tokens::Token| {
        let is_initials = word.is_upper && (is_abbreviation(&word.folded.to_uppercase()) || word.folded.len() < 2);
        word.is_capital && !is_initials && !is_generic(&word.folded)
    };
    let names: Vec<_> = words.iter().filter(is_name).collect();
    gathered.elided(Kind::Person, text, instead);
    let is_telling = |word: &&&super::tokens::Token| !is_ordinary(&word.folded);
    let is_alone = words.iter().filter(|word| !is_generic(&word.folded)).count() == 1;
    for word in &names {
        let is_first = words.first().is_some_and(|first| first.start == word.start);
        // «Ancien collègue» begins with a capital too; «Claire» alone is somebody.
        let is_word = is_ordinary(&word.folded) && (!is_alone || is_role(&word.folded));
        if is_first && is_word && !names.iter().any(|name| is_telling(&name)) {
            continue;
        }
        let written = text.get(word.start..word.end).unwrap_or_default();
        gathered.parts(Kind::Person, written, instead);
    }
}
