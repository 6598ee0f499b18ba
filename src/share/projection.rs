//! What may pass into a copy, and under which name: the rules that entries and goals share.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::gather::gather;
use super::names::{Edit, Names};
use super::{Removed, What};
use crate::check::Index;
use crate::locale::{Locale, fold};
use crate::model::{
    Analysis, Author, Entry, FollowUp, Goal, Journal, Paths, Settings, Share, ShareDates, SiteSettings, Topic, Topics,
};
use crate::source::Spanned;

/// How a company is called in a copy.
#[derive(Clone, Debug, Default)]
pub(super) struct Alias {
    /// In a text: `Company A`.
    pub(super) short: String,
    /// Where the company itself is named: `Company A (museums)`.
    full: String,
}

/// What is decided once for all entries and goals.
pub(super) struct Projection<'a> {
    pub(super) locale: &'a Locale,
    pub(super) names: Names,
    pub(super) index: Index<'a>,
    journal: &'a Journal,
    entries: Vec<&'a Arc<Entry>>,
    goals: Vec<&'a Arc<Goal>>,
    /// New ids by old ones.
    entry_ids: BTreeMap<&'a str, String>,
    goal_ids: BTreeMap<&'a str, String>,
    topics: Arc<Topics>,
    topic_ids: BTreeMap<String, String>,
    companies: BTreeMap<String, Alias>,
    agencies: BTreeMap<String, Alias>,
}

impl<'a> Projection<'a> {
    /// Decides what passes of `journal`.
    pub(super) fn new(journal: &'a Journal, locale: &'a Locale, removed: &mut Removed) -> Self {
        let entries = passing(journal, removed);
        let mut goals: Vec<&Arc<Goal>> = journal.goals.iter().collect();
        let first = |goal: &Goal| goal.start.as_ref().or(goal.due.as_ref()).map_or(Date::MAX, |day| day.value);
        goals.sort_by(|a, b| (first(a), &a.id).cmp(&(first(b), &b.id)));
        let mut companies = aliases(&entries, |entry| Some(&entry.company), "share-company", locale);
        let agencies = aliases(&entries, |entry| entry.agency.as_ref(), "share-agency", locale);
        let names = gather(journal, locale, &companies, &agencies);
        let mut renamed = 0;
        let topics = journal.topics.iter().map(|topic| shared_topic(topic, &names, &mut renamed));
        let topics: Vec<(String, Topic)> = topics.collect();
        let topic_ids = topics.iter().map(|(old, topic)| (old.clone(), topic.id.clone())).collect();
        name_sectors(&mut companies, &entries, &names, locale);
        Self {
            locale,
            names,
            index: Index::new(journal),
            journal,
            entry_ids: numbered(entries.iter().map(|entry| entry.id.as_str()), 'a'),
            goal_ids: numbered(goals.iter().map(|goal| goal.id.as_str()), 'g'),
            entries,
            goals,
            topics: Arc::new(Topics::new(topics.into_iter().map(|(_, topic)| topic))),
            topic_ids,
            companies,
            agencies,
        }
    }

    pub(super) fn entries(&self) -> &[&'a Arc<Entry>] {
        &self.entries
    }

    pub(super) fn goals(&self) -> &[&'a Arc<Goal>] {
        &self.goals
    }

    pub(super) fn topics(&self) -> Arc<Topics> {
        Arc::clone(&self.topics)
    }

    /// Returns the settings, without the person and without addresses.
    pub(super) fn settings(&self, removed: &mut Removed) -> Settings {
        let old = &self.journal.settings;
        let is_monthly = self.is_monthly();
        Settings {
            title: self.text(&old.title, removed),
            lang: old.lang,
            region: old.region.clone(),
            author: Author::default(),
            paths: Paths::default(),
            site: SiteSettings::default(),
            analysis: Analysis {
                half_life: old.analysis.half_life,
                recurring: old.analysis.recurring,
                suggestions: old.analysis.suggestions,
                from: old.analysis.from.map(|day| self.first_day(day)),
            },
            follow_up: FollowUp {
                thank: old.follow_up.thank,
                request_from: old.follow_up.request_from,
                request_until: old.follow_up.request_until,
                no_reply: old.follow_up.no_reply,
                check_in: old.follow_up.check_in,
                idle: old.follow_up.idle,
                holidays: if is_monthly { Vec::new() } else { old.follow_up.holidays.clone() },
                pause_until: old.follow_up.pause_until.map(|day| self.last_day(day)),
            },
            share: Share::default(),
        }
    }

    /// Returns whether the settings let `part` pass: documents, tags or links.
    pub(super) fn includes(&self, part: &str) -> bool {
        self.journal.settings.share.include.iter().any(|name| name == part)
    }

    /// Returns whether dates pass by their month alone.
    pub(super) fn is_monthly(&self) -> bool {
        self.journal.settings.share.dates == ShareDates::Month
    }

    /// Returns a day as exactly as days pass: itself, or the first of its month.
    pub(super) fn first_day(&self, day: Date) -> Date {
        if self.is_monthly() { day.first_of_month() } else { day }
    }

    /// Returns a last day as exactly as days pass: itself, or the last of its month.
    pub(super) fn last_day(&self, day: Date) -> Date {
        if self.is_monthly() { day.last_of_month() } else { day }
    }

    /// Returns a day that stands in a file, without its place there.
    pub(super) fn day(&self, day: Option<&Spanned<Date>>) -> Option<Spanned<Date>> {
        day.map(|day| Spanned::new(self.first_day(day.value), crate::source::Span::default()))
    }

    /// Returns a text without names, addresses and amounts.
    pub(super) fn text(&self, text: &str, removed: &mut Removed) -> String {
        let mut log = Vec::new();
        let text = self.names.replaced(text, &mut log);
        removed.take(&log);
        text.trim().to_owned()
    }

    /// Returns a text that need not be there, without names; none where nothing is left.
    pub(super) fn maybe(&self, text: Option<&String>, removed: &mut Removed) -> Option<String> {
        text.map(|text| self.text(text, removed)).filter(|text| !text.is_empty())
    }

    /// Returns the places of a text that do not pass.
    pub(super) fn edits(&self, text: &str, removed: &mut Removed) -> Vec<Edit> {
        let edits = self.names.edits(text);
        removed.take(&edits);
        edits
    }

    /// Returns whether an address of the web may pass: it is asked for, and names nobody.
    pub(super) fn passes_link(&self, address: &str) -> bool {
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        is_web && self.includes("links") && self.names.find(&super::output::decoded(address)).is_empty()
    }

    /// Returns the number of an entry that passes.
    pub(super) fn entry_id(&self, id: &str) -> Option<&str> {
        self.entry_ids.get(id).map(String::as_str)
    }

    /// Returns the number of a goal.
    pub(super) fn goal_id(&self, id: &str) -> Option<&str> {
        self.goal_ids.get(id).map(String::as_str)
    }

    /// Returns the number of the entry that `entry` follows, when it passes.
    pub(super) fn followed(&self, entry: &Entry) -> Option<&str> {
        self.entry_id(&self.journal.followed(entry)?.id)
    }

    /// Returns the id of a topic, which a name in it has changed.
    pub(super) fn topic_id<'b>(&'b self, id: &'b str) -> &'b str {
        self.topic_ids.get(id).map_or(id, String::as_str)
    }

    /// Returns the topics of a list as they are in the copy.
    pub(super) fn topic_list(&self, topics: &[Spanned<Arc<Topic>>], place: usize) -> Vec<Spanned<Arc<Topic>>> {
        let span = crate::source::Span::new(place, place);
        let shared = topics.iter().filter_map(|topic| self.topics.get(self.topic_id(&topic.value.id)));
        shared.map(|topic| Spanned::new(Arc::clone(topic), span)).collect()
    }

    /// Returns how a company is called.
    pub(super) fn company(&self, name: &str) -> String {
        self.companies.get(&fold(name)).map(|alias| alias.full.clone()).unwrap_or_default()
    }

    /// Returns how a recruiting firm is called.
    pub(super) fn agency(&self, name: &str) -> Option<String> {
        self.agencies.get(&fold(name)).map(|alias| alias.short.clone())
    }

    /// Returns how the company of an entry is called in a text.
    pub(super) fn company_of(&self, entry: &str) -> String {
        let company = self.journal.entry(entry).and_then(|entry| self.companies.get(&fold(&entry.company)));
        company.map(|alias| alias.short.clone()).unwrap_or_default()
    }

    /// Returns the title of a goal as the journal has it.
    pub(super) fn title_of(&self, goal: &str) -> String {
        self.journal.goal(goal).map(|goal| goal.title.clone()).unwrap_or_default()
    }
}

/// Returns the entries that pass, in the order of their first day.
fn passing<'a>(journal: &'a Journal, removed: &mut Removed) -> Vec<&'a Arc<Entry>> {
    let is_monthly = journal.settings.share.dates == ShareDates::Month;
    let mut entries = Vec::new();
    for entry in &journal.entries {
        // A month cannot tell the entries of an earlier search from those that count.
        let is_just_before = is_monthly
            && !journal.counts(entry)
            && journal.settings.analysis.from.is_some_and(|from| {
                let days = [entry.decided_on(), entry.applied_on()];
                days.into_iter().flatten().all(|day| day >= from.first_of_month())
            });
        match () {
            () if entry.private => removed.count(What::Private),
            () if entry.draft => removed.count(What::Draft),
            () if is_just_before => removed.count(What::Before),
            () => entries.push(entry),
        }
    }
    entries.sort_by(|a, b| (first_day(a), &a.id).cmp(&(first_day(b), &b.id)));
    entries
}

/// Returns the first day that an entry tells of.
fn first_day(entry: &Entry) -> Date {
    let interviews = entry.interviews.iter().filter_map(|interview| interview.date.as_ref().map(|date| date.value));
    interviews.chain(entry.applied_on()).chain(entry.decided_on()).min().unwrap_or(Date::MAX)
}

/// Numbers ids in their order.
fn numbered<'a>(ids: impl Iterator<Item = &'a str>, letter: char) -> BTreeMap<&'a str, String> {
    ids.enumerate().map(|(index, id)| (id, format!("{letter}{}", index + 1))).collect()
}

/// Gives each name a letter, in the order of the entries: A to Z, then AA.
fn aliases(
    entries: &[&Arc<Entry>],
    name_of: fn(&Entry) -> Option<&String>,
    key: &str,
    locale: &Locale,
) -> BTreeMap<String, Alias> {
    let mut aliases: BTreeMap<String, Alias> = BTreeMap::new();
    for name in entries.iter().filter_map(|entry| name_of(entry)) {
        let letter = letters(aliases.len());
        aliases.entry(fold(name)).or_insert_with(|| {
            let short = locale.format(key, &[("letter", letter.into())]);
            Alias { full: short.clone(), short }
        });
    }
    aliases
}

/// Returns the letters of a number: A for 0, Z for 25, AA for 26.
fn letters(number: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    match number / 26 {
        0 => letter.to_string(),
        rest => letters(rest - 1) + &letter.to_string(),
    }
}

/// Adds to each company the sector of its first entry that tells one, unless the sector names somebody.
fn name_sectors(companies: &mut BTreeMap<String, Alias>, entries: &[&Arc<Entry>], names: &Names, locale: &Locale) {
    let mut known: BTreeSet<String> = BTreeSet::new();
    for entry in entries {
        let Some(sector) = entry.sector.as_deref().map(str::trim) else { continue };
        let Some(alias) = companies.get_mut(&fold(&entry.company)) else { continue };
        if !sector.is_empty() && names.edits(sector).is_empty() && known.insert(fold(&entry.company)) {
            let args = [("company", alias.short.as_str().into()), ("sector", sector.into())];
            alias.full = locale.format("share-company-sector", &args);
        }
    }
}

/// Returns a topic without names, with its old id.
fn shared_topic(topic: &Topic, names: &Names, renamed: &mut usize) -> (String, Topic) {
    let built_in = Topics::built_in();
    let known = built_in.get(&topic.id);
    let label = |label: &str, known: Option<&str>| {
        if known == Some(label) { label.to_owned() } else { names.replaced(label, &mut Vec::new()) }
    };
    let id = if known.is_some() || names.find(&topic.id).is_empty() {
        topic.id.clone()
    } else {
        *renamed += 1;
        format!("topic-{renamed}")
    };
    let shared = Topic {
        id,
        group: topic.group.clone(),
        control: topic.control,
        fr: label(&topic.fr, known.map(|known| known.fr.as_str())),
        en: label(&topic.en, known.map(|known| known.en.as_str())),
        terms: topic.terms.iter().filter(|term| names.edits(term).is_empty()).cloned().collect(),
    };
    (topic.id.clone(), shared)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let found: Vec<String> = [0, 1, 25, 26, 27, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(found, ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }
}
