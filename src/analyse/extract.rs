//! What each entry gives to the figures by itself, worked out again only for entries that are others.
//!
//! In: the [`Journal`] and what is suggested in it. Out: one [`Extract`] for each entry, in their order. The figures
//! of the journal are put together from these; they look at an entry itself only where one of them points there.

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::agenda::{Desk, Step, steps_of};
use super::mentions::{Mention, Reader};
use super::plan::{Totals, Worked, task_figures, worked_on};
use super::suggested::{EntrySuggestions, Suggestions, feedback_kind};
use super::{HORIZON_DAYS, TaskFigure};
use crate::locale::{Locale, fold};
use crate::model::{Entry, FeedbackKind, Journal, Mood, Settings, ShareDates, Stage, Status, Topics, id_order};

/// What one entry gives to the figures.
#[expect(clippy::struct_excessive_bools, reason = "facts of an entry, each on its own")]
#[derive(Debug)]
pub(super) struct Extract {
    /// The entry.
    pub(super) entry: Arc<Entry>,
    suggested: Option<Arc<EntrySuggestions>>,
    /// Whether figures count it.
    pub(super) counts: bool,
    /// How it stands.
    pub(super) status: Status,
    /// Its furthest stage.
    pub(super) reached: Stage,
    /// The day of the news.
    pub(super) decided: Option<Date>,
    /// The day of the application.
    pub(super) applied: Option<Date>,
    /// Whether it carries feedback or a debrief.
    pub(super) carries: bool,
    /// Whether an interview took place.
    pub(super) has_interview: bool,
    /// Whether feedback was asked for.
    pub(super) requested: bool,
    /// Whether it came.
    pub(super) received: bool,
    /// What it is worth: as the person states, else as suggested.
    pub(super) kind: Option<FeedbackKind>,
    /// Whether it names opportunities or threats.
    pub(super) has_notes: bool,
    /// Feelings around the news.
    pub(super) mood: Mood,
    /// The number of its company: companies that fold alike have the same.
    pub(super) company: u32,
    /// The numbers of where the offer was found, and of what was sent.
    pub(super) found_at: Vec<u32>,
    pub(super) documents: Vec<u32>,
    /// Its mentions of topics, in the order of lines.
    pub(super) mentions: Vec<Mention>,
    /// Its tasks, in order.
    pub(super) tasks: Vec<Arc<TaskFigure>>,
    /// How many of them stand how.
    pub(super) totals: Totals,
    /// What they work on, those cancelled left out.
    pub(super) worked_on: Vec<Worked>,
    /// Its steps of the follow-up.
    pub(super) steps: Vec<Step>,
}

impl Extract {
    /// Returns the day by which entries are put in order: of the news, else of the application.
    pub(super) fn day(&self) -> Option<Date> {
        self.decided.or(self.applied)
    }
}

/// The extracts of a journal, kept for the next one that differs little.
#[derive(Debug, Default)]
pub(super) struct Extracts {
    made_with: Option<MadeWith>,
    list: Vec<Extract>,
    /// The number of each folded name, whatever it names.
    numbers: FxHashMap<String, u32>,
}

/// What all extracts depend on beside their entry.
#[derive(Debug)]
struct MadeWith {
    settings: Arc<Settings>,
    topics: Arc<Topics>,
    locale: Locale,
    today: Date,
    copy: Option<ShareDates>,
}

impl MadeWith {
    fn new(journal: &Journal, locale: &Locale, today: Date) -> Self {
        let (settings, topics) = (Arc::clone(&journal.settings), Arc::clone(&journal.topics));
        Self { settings, topics, locale: locale.clone(), today, copy: journal.copy }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.settings == other.settings
            && Arc::ptr_eq(&self.topics, &other.topics)
            && self.locale.is_same(&other.locale)
            && (self.today, self.copy) == (other.today, other.copy)
    }
}

/// The names of an entry, folded, before they have numbers.
struct Names {
    company: String,
    found_at: Vec<String>,
    documents: Vec<String>,
}

impl Names {
    fn new(entry: &Entry) -> Self {
        let folded = |names: &[String]| names.iter().map(|name| fold(name)).collect();
        Self {
            company: fold(&entry.company),
            found_at: folded(entry.found_at.as_slice()),
            documents: folded(&entry.documents),
        }
    }

    /// Gives the names of an extract their numbers.
    fn number(self, numbers: &mut FxHashMap<String, u32>, extract: &mut Extract) {
        extract.company = number(numbers, self.company);
        extract.found_at = self.found_at.into_iter().map(|name| number(numbers, name)).collect();
        extract.documents = self.documents.into_iter().map(|name| number(numbers, name)).collect();
    }
}

/// Returns the number of a name, a new one where it is new.
fn number(numbers: &mut FxHashMap<String, u32>, name: String) -> u32 {
    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    *numbers.entry(name).or_insert(next)
}

impl Extracts {
    /// Returns the extract of each entry, those that are known and cannot have changed as they were.
    pub(super) fn again(
        &mut self,
        journal: &Journal,
        suggestions: &Suggestions,
        locale: &Locale,
        today: Date,
    ) -> &[Extract] {
        let made_with = MadeWith::new(journal, locale, today);
        if !self.made_with.as_ref().is_some_and(|known| known.is_same(&made_with)) {
            *self = Self::default();
        }
        self.made_with = Some(made_with);
        let reader = Reader::new(journal, locale.lang, today);
        let desk = Desk::new(journal, locale, today, HORIZON_DAYS);
        let make = |entry: &Arc<Entry>| {
            (extract(journal, entry, suggestions, (&reader, &desk)), Some(Box::new(Names::new(entry))))
        };
        let names: Vec<Option<Box<Names>>>;
        (self.list, names) = if self.list.is_empty() {
            journal.entries.par_iter().map(make).unzip()
        } else {
            let known = self.known(journal, suggestions);
            let again = |(entry, known): (&Arc<Entry>, Option<Extract>)| {
                known.map_or_else(|| make(entry), |known| (known, None))
            };
            journal.entries.par_iter().zip(known).map(again).unzip()
        };
        for (extract, names) in self.list.iter_mut().zip(names) {
            if let Some(names) = names {
                names.number(&mut self.numbers, extract);
            }
        }
        &self.list
    }

    /// Takes for each entry what is known of it and still holds.
    fn known(&mut self, journal: &Journal, suggestions: &Suggestions) -> Vec<Option<Extract>> {
        let mut known = std::mem::take(&mut self.list).into_iter().peekable();
        let mut of_entry = |entry: &Arc<Entry>| {
            // Both stand in the order of ids.
            let is_before =
                |known: &Extract| !Arc::ptr_eq(&known.entry, entry) && id_order(&known.entry.id, &entry.id).is_lt();
            while known.next_if(is_before).is_some() {}
            let suggested = suggestions.shared(&entry.id);
            known.next_if(|known| Arc::ptr_eq(&known.entry, entry) && is_same(known.suggested.as_ref(), suggested))
        };
        journal.entries.iter().map(&mut of_entry).collect()
    }
}

fn is_same<T>(a: Option<&Arc<T>>, b: Option<&Arc<T>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// Works out what an entry gives; its names have no numbers yet.
fn extract(
    journal: &Journal,
    entry: &Arc<Entry>,
    suggestions: &Suggestions,
    (reader, desk): (&Reader<'_>, &Desk<'_>),
) -> Extract {
    let counts = journal.counts(entry);
    let suggested = suggestions.shared(&entry.id);
    let kind = suggested.and_then(|found| found.kind.as_ref()).map(|reading| feedback_kind(reading.kind));
    let mut extract = Extract {
        entry: Arc::clone(entry),
        suggested: suggested.cloned(),
        counts,
        status: entry.status,
        reached: entry.reached(),
        decided: entry.decided_on(),
        applied: entry.applied_on(),
        carries: entry.has_feedback_or_debrief(),
        has_interview: entry.has_interview(),
        requested: entry.feedback.requested.is_some(),
        received: entry.feedback.received.is_some(),
        kind: entry.feedback.kind.or(kind),
        has_notes: !(entry.body.opportunities.is_empty() && entry.body.threats.is_empty()),
        mood: entry.mood,
        company: 0,
        found_at: Vec::new(),
        documents: Vec::new(),
        mentions: Vec::new(),
        tasks: Vec::new(),
        totals: Totals::default(),
        worked_on: Vec::new(),
        steps: Vec::new(),
    };
    if counts {
        extract.mentions = reader.mentions(entry, suggested.map(|found| &**found));
        extract.tasks = task_figures(&entry.body, &entry.source, None, desk.today);
        extract.totals = Totals::of(&extract.tasks);
        extract.worked_on = worked_on(&entry.body.tasks, reader);
        extract.steps = steps_of(desk, entry);
    }
    extract
}

/// Returns the extracts of the entries that figures count.
pub(super) fn counted(extracts: &[Extract]) -> impl Iterator<Item = &Extract> + Clone {
    extracts.iter().filter(|extract| extract.counts)
}
