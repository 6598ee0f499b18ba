//! The follow-up: which steps are due, late, to come or waited for.
//!
//! In: the [`Journal`], a language, today, and how far to look. Out: [`Step`]s
//! in order, through [`agenda`]. The rows of the format's table about one entry
//! are in `follow_up`, those about tasks, goals and the next application in
//! `plan`; `window` knows days, `words` what a step says.
//!
//! Decisions where the format is silent:
//!
//! - Where dates tell their month alone, nothing is counted in days: steps about
//!   one application, reviews and the next application are not listed, and tasks
//!   last from the first day of their month to its last.
//! - While today is before `pause-until` no step is listed, those to come
//!   neither; on that day itself steps speak again. Windows do not move.
//! - A last day that the settings put before the first is the first day.
//! - With 0 in the settings, the 0th working day is the day itself.

mod follow_up;
mod plan;
mod window;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use super::activity::Standing;
use crate::calendar::{Region, WorkingDays};
use crate::locale::Locale;
use crate::model::{Entry, Journal, Settings};
use window::Window;

/// How many days ahead the report looks, that day included.
pub const HORIZON_DAYS: u16 = 30;

/// One step of the follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The first day.
    pub date: Date,
    /// The last day.
    pub until: Date,
    /// What is to be done.
    pub kind: StepKind,
    /// How it stands today.
    pub state: StepState,
    /// The entry it belongs to.
    pub entry: Option<String>,
    /// The goal it belongs to.
    pub goal: Option<String>,
    /// What is to be done, in words.
    pub text: String,
    /// The last day on which it can still be done; `None` when it never lapses.
    #[serde(skip)]
    pub lapses: Option<Date>,
    /// Why it is there: a phrase without a full stop.
    #[serde(skip)]
    pub why: String,
    /// The name of the person to write to, when one is known.
    #[serde(skip)]
    pub contact: Option<String>,
    /// The path of the file that it comes from.
    #[serde(skip)]
    pub file: Option<Arc<str>>,
    /// The line of a task in that file, from 1.
    #[serde(skip)]
    pub line: Option<u32>,
}

impl Step {
    /// Returns until when it can still be done, as an invitation: `still possible until 12 March`.
    ///
    /// `None` for a step that is not late.
    pub fn still_possible(&self, locale: &Locale, today: Date) -> Option<String> {
        let day = |day: Date| [("day", locale.short_date(day, today).into())];
        match (self.state, self.lapses) {
            (StepState::Late, Some(lapses)) => Some(locale.format("step-possible-until", &day(lapses))),
            (StepState::Late, None) => Some(locale.format("step-possible", &day(self.until))),
            _ => None,
        }
    }
}

/// What a step asks for, in the order of the format's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Give thanks for the news.
    Thank,
    /// Ask for feedback.
    FeedbackRequest,
    /// Give thanks for feedback.
    FeedbackThanks,
    /// Ask for precision.
    Clarify,
    /// Add the people met to one's network.
    Connect,
    /// Ask after three months.
    CheckIn,
    /// A task of an entry.
    Task,
    /// A task of a goal.
    Milestone,
    /// Review a goal.
    Review,
    /// Apply again.
    Apply,
}

impl StepKind {
    /// Every kind, in the order of the format's table.
    pub const ALL: [StepKind; 10] = [
        StepKind::Thank,
        StepKind::FeedbackRequest,
        StepKind::FeedbackThanks,
        StepKind::Clarify,
        StepKind::Connect,
        StepKind::CheckIn,
        StepKind::Task,
        StepKind::Milestone,
        StepKind::Review,
        StepKind::Apply,
    ];

    /// Returns the word of JSON and of the command line.
    pub fn name(self) -> &'static str {
        match self {
            StepKind::Thank => "thank",
            StepKind::FeedbackRequest => "feedback-request",
            StepKind::FeedbackThanks => "feedback-thanks",
            StepKind::Clarify => "clarify",
            StepKind::Connect => "connect",
            StepKind::CheckIn => "check-in",
            StepKind::Task => "task",
            StepKind::Milestone => "milestone",
            StepKind::Review => "review",
            StepKind::Apply => "apply",
        }
    }

    /// Returns whether there is a letter of the same name that serves it.
    pub fn has_letter(self) -> bool {
        self <= StepKind::CheckIn
    }
}

/// How a step stands, in the order of the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StepState {
    /// Its last day is past, and it is still worth doing.
    Late,
    /// Today lies between its first and its last day.
    Due,
    /// The other side has the word.
    Waiting,
    /// Its first day is to come.
    Upcoming,
}

/// Returns the steps that are due, late, waited for, or begin within `days` days, the last one included.
///
/// Order: late, due, waiting, upcoming; then first day, entry or goal, kind, line.
/// Steps that belong to nothing come first on their day.
pub fn agenda(journal: &Journal, locale: &Locale, today: Date, days: u16) -> Vec<Step> {
    if is_paused(&journal.settings, today) {
        return Vec::new();
    }
    let desk = Desk::new(journal, locale, today, days);
    let of_entry = |entry: &Arc<Entry>| {
        let steps = if journal.counts(entry) { steps_of(&desk, entry) } else { Vec::new() };
        steps.into_iter()
    };
    let of_entries = journal.entries.par_iter().flat_map_iter(of_entry).collect();
    let standing =
        Standing::new(journal.counted().map(|entry| (entry.applied_on().or(entry.decided_on()), entry.status)));
    put_together(&desk, journal, standing, of_entries)
}

/// Returns the agenda of which the steps of entries are known.
pub(super) fn put_together(desk: &Desk<'_>, journal: &Journal, standing: Standing, of_entries: Vec<Step>) -> Vec<Step> {
    if is_paused(&journal.settings, desk.today) {
        return Vec::new();
    }
    let mut steps = of_entries;
    for goal in &journal.goals {
        plan::add_goal(&mut steps, desk, goal);
    }
    if !desk.is_monthly {
        steps.extend(plan::apply(desk, standing));
    }
    steps.sort_by(|a, b| order(a).cmp(&order(b)));
    steps
}

/// Returns the steps of `entry`, which counts.
pub(super) fn steps_of(desk: &Desk<'_>, entry: &Entry) -> Vec<Step> {
    let mut steps = Vec::new();
    if !desk.is_monthly {
        follow_up::add_steps(&mut steps, desk, entry);
    }
    plan::add_tasks(&mut steps, desk, entry);
    steps
}

fn order(step: &Step) -> (StepState, Date, Option<&str>, StepKind, Option<u32>) {
    let id = step.entry.as_deref().or(step.goal.as_deref());
    (step.state, step.date, id, step.kind, step.line)
}

/// Returns whether `pause-until` silences the agenda on `today`: before that day, not on it.
pub fn is_paused(settings: &Settings, today: Date) -> bool {
    settings.follow_up.pause_until.is_some_and(|until| today < until)
}

/// What every row of the table looks at.
pub(super) struct Desk<'a> {
    settings: &'a Settings,
    locale: &'a Locale,
    pub(super) today: Date,
    horizon: Date,
    working_days: WorkingDays,
    is_monthly: bool,
}

impl<'a> Desk<'a> {
    pub(super) fn new(journal: &'a Journal, locale: &'a Locale, today: Date, days: u16) -> Self {
        let settings = journal.settings.as_ref();
        let own: BTreeSet<Date> = settings.follow_up.holidays.iter().copied().collect();
        Self {
            settings,
            locale,
            today,
            horizon: today.checked_add(i64::from(days).days()).unwrap_or(Date::MAX),
            working_days: WorkingDays::new(Region::parse(&settings.region), own),
            is_monthly: journal.is_monthly(),
        }
    }

    /// Returns the n-th working day after `day`, the `w` of the format.
    fn working_day(&self, day: Date, n: u16) -> Option<Date> {
        self.working_days.nth_after(day, n)
    }

    /// Returns whether the n-th working day after `day` is certainly past.
    ///
    /// Every week has a working day, whatever the region, and a day off of one's
    /// own takes at most one of them: the answer needs no counting.
    fn is_long_past(&self, day: Date, n: u16) -> bool {
        let weeks = i64::from(n) + 1 + i64::try_from(self.settings.follow_up.holidays.len()).unwrap_or(i64::MAX / 8);
        self.today.since(day).is_ok_and(|gone| i64::from(gone.get_days()) > 7 * weeks)
    }

    /// Makes the step of `window`, when it is to be shown; `fill` says the rest.
    fn step(&self, kind: StepKind, window: Window, fill: impl FnOnce(StepState) -> Said) -> Option<Step> {
        let state = window.state(self.today, self.horizon)?;
        let Said { text, why } = fill(state);
        Some(Step {
            date: window.first,
            until: window.last,
            kind,
            state,
            entry: None,
            goal: None,
            text,
            lapses: window.lapses,
            why,
            contact: None,
            file: None,
            line: None,
        })
    }
}

/// The words of a step.
struct Said {
    text: String,
    why: String,
}

impl Step {
    /// Returns the step as belonging to `entry`.
    fn of_entry(self, entry: &Entry) -> Self {
        Self { entry: Some(entry.id.clone()), file: Some(Arc::clone(&entry.source.path)), ..self }
    }
}
