//! What a reader is told of the agenda, the most pressing first: to answer an offer, and nothing that is out of place.
//!
//! In: the journal and the rows of the agenda, which keeps every row of the
//! format's table. Out: [`Steps`], which pages, sheets, the terminal and
//! letters begin with:
//!
//! - While an offer waits for an answer, to answer it comes first, and nothing asks for a new application.
//! - Once one is accepted, nothing is asked of those who refused; thanks stay.
//! - Thanks for feedback stand for those for the news before it.
//! - Nobody is sent back to who was unkind: there is no check-in, and thanks for such feedback come last.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::Report;
use super::agenda::{Step, StepKind, StepState, is_paused};
use crate::locale::Locale;
use crate::model::{Entry, FeedbackKind, Journal, ShareDates, Status, TaskState};

/// How many days an offer is news.
const OFFER_DAYS: i32 = 30;

/// The steps that a reader is told, the most pressing first.
#[derive(Clone, Debug, Default)]
pub struct Steps<'a> {
    /// What can be done now, by its last day.
    pub due: Vec<&'a Step>,
    /// What is late and still possible.
    pub late: Vec<&'a Step>,
    /// What is to come.
    pub upcoming: Vec<&'a Step>,
}

impl<'a> Steps<'a> {
    /// Gathers the steps of an agenda, after `answers` to offers.
    pub fn new(journal: &Journal, agenda: &'a [Step], answers: &'a [Step], today: Date) -> Self {
        let hired = good_news(journal, today).filter(|entry| entry.status == Status::Accepted);
        let of_hired = |step: &Step| hired.is_none_or(|entry| step.entry.as_ref() == Some(&entry.id));
        let is_unkind = |step: &Step| {
            let entry = step.entry.as_deref().and_then(|id| journal.entry(id));
            entry.is_some_and(|entry| entry.feedback.kind == Some(FeedbackKind::Unconstructive))
        };
        let can_be_done = |step: &&Step| matches!(step.state, StepState::Due | StepState::Late);
        let thanked_later: BTreeSet<&str> = agenda
            .iter()
            .filter(|step| step.kind == StepKind::FeedbackThanks)
            .filter(can_be_done)
            .filter_map(|step| step.entry.as_deref())
            .collect();
        let is_told = |step: &&Step| match step.kind {
            StepKind::Apply => answers.is_empty(),
            StepKind::Thank => !step.entry.as_deref().is_some_and(|id| thanked_later.contains(id)),
            StepKind::FeedbackRequest | StepKind::Clarify => of_hired(step),
            StepKind::CheckIn => of_hired(step) && !is_unkind(step),
            _ => true,
        };
        let of = |state: StepState| agenda.iter().filter(is_told).filter(move |step| step.state == state);
        let mut due: Vec<&Step> = of(StepState::Due).collect();
        due.sort_by_cached_key(|step| {
            let comes_last = matches!(step.kind, StepKind::FeedbackThanks | StepKind::Clarify) && is_unkind(step);
            (comes_last, step.until, step.kind)
        });
        Self {
            due: answers.iter().chain(due).collect(),
            late: of(StepState::Late).collect(),
            upcoming: of(StepState::Upcoming).collect(),
        }
    }

    /// Returns all of them, the most pressing first.
    pub fn in_order(self) -> impl Iterator<Item = &'a Step> {
        self.due.into_iter().chain(self.late).chain(self.upcoming)
    }
}

impl Report {
    /// Returns the steps that a reader is told.
    pub fn steps(&self, journal: &Journal) -> Steps<'_> {
        Steps::new(journal, &self.agenda, &self.answers, self.today)
    }
}

/// Returns the entry that is good news: the latest offer, of the last weeks, or accepted and without an application since.
pub fn good_news(journal: &Journal, today: Date) -> Option<&Entry> {
    let applied = journal.counted().filter_map(|entry| entry.applied_on());
    let last_application = applied.filter(|day| *day <= today).max();
    let is_news = |entry: &&Entry| match entry.status {
        Status::Offer => is_fresh(entry, today),
        Status::Accepted => entry.day().is_some_and(|day| day <= today && last_application <= Some(day)),
        _ => false,
    };
    let news = journal.counted().map(AsRef::as_ref).filter(is_news);
    news.max_by_key(|entry| (entry.day(), entry.status == Status::Accepted))
}

fn is_fresh(offer: &Entry, today: Date) -> bool {
    let age = offer.day().and_then(|day| today.since(day).ok()).map(|span| span.get_days());
    age.is_some_and(|days| (0..=OFFER_DAYS).contains(&days))
}

/// Returns one step for each offer of the last weeks: to answer it, by the last day that is noted with it.
pub(super) fn answers(journal: &Journal, locale: &Locale, today: Date) -> Vec<Step> {
    let is_offer = good_news(journal, today).is_some_and(|entry| entry.status == Status::Offer);
    if !is_offer || is_paused(&journal.settings, today) || journal.copy == Some(ShareDates::Month) {
        return Vec::new();
    }
    let offers = journal.counted().filter(|entry| entry.status == Status::Offer && is_fresh(entry, today));
    let step = |entry: &Entry| {
        let to_do =
            entry.body.tasks.iter().filter(|task| matches!(task.state, TaskState::Open | TaskState::InProgress));
        let date = entry.day().unwrap_or(today);
        Step {
            date,
            until: to_do.filter_map(|task| task.due).max().unwrap_or(today).max(today),
            kind: StepKind::Task,
            state: StepState::Due,
            entry: Some(entry.id.clone()),
            goal: None,
            text: locale.format("step-answer", &[("company", entry.company.replace(char::is_control, " ").into())]),
            lapses: None,
            why: locale.format("why-offer", &[("day", locale.short_date(date, today).into())]),
            contact: None,
            file: Some(Arc::clone(&entry.source.path)),
            line: None,
        }
    };
    let mut answers: Vec<Step> = offers.map(|entry| step(entry)).collect();
    answers.sort_by_key(|step| step.until);
    answers
}
