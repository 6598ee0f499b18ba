//! The steps of the agenda, and its page.

use serde::Serialize;

use super::common::LinkView;
use super::entry::letter_anchor;
use super::{Body, Context};
use crate::analyse::{Step, StepState};

/// A step of the agenda.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct StepView {
    when: String,
    text: String,
    why: String,
    state: StepState,
    target: LinkView,
    /// The letter that serves the step, on the entry's page.
    letter: LinkView,
}

/// The agenda's page.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct AgendaView {
    groups: Vec<AgendaGroupView>,
}

/// Steps that stand alike.
#[derive(Clone, Debug, Serialize)]
struct AgendaGroupView {
    heading: String,
    steps: Vec<StepView>,
}

/// Returns the agenda.
pub(in crate::render) fn agenda(context: &Context<'_>) -> Body {
    let group = |key: &str, state: StepState| AgendaGroupView {
        heading: context.text(key).to_owned(),
        steps: context
            .report()
            .agenda
            .iter()
            .filter(|step| step.state == state)
            .map(|step| step_view(context, step))
            .collect(),
    };
    let groups = [
        group("agenda-due", StepState::Due),
        group("agenda-late", StepState::Late),
        group("agenda-waiting", StepState::Waiting),
        group("agenda-upcoming", StepState::Upcoming),
    ];
    let groups = groups.into_iter().filter(|group| !group.steps.is_empty()).collect();
    Body::Agenda(Box::new(AgendaView { groups }))
}

/// Returns when a step is to be done, in words.
pub(super) fn step_when(context: &Context<'_>, step: &Step) -> String {
    let (locale, today) = (context.locale(), context.report().today);
    let dated =
        |key: &str, day: crate::model::Date| context.format(key, &[("day", locale.short_date(day, today).into())]);
    match step.state {
        StepState::Due if step.until <= today => context.text("part-today").to_owned(),
        StepState::Due => dated("step-until", step.until),
        StepState::Late => step.still_possible(locale, today).unwrap_or_default(),
        StepState::Upcoming => dated("step-from", step.date),
        StepState::Waiting => dated("waiting-until", step.until),
    }
}

/// Returns the view of a step.
pub(super) fn step_view(context: &Context<'_>, step: &Step) -> StepView {
    let target = match (&step.entry, &step.goal) {
        (Some(id), _) => context.journal().entry(id).map(|entry| context.entry_view(entry)).unwrap_or_default(),
        (None, Some(id)) => context.goal_view(id),
        (None, None) => LinkView::default(),
    };
    let letter = match (&step.entry, step.kind.has_letter()) {
        (Some(_), true)
            if step.state != StepState::Waiting && !target.href.is_empty() && context.journal().copy.is_none() =>
        {
            LinkView {
                href: format!("{}#{}", target.href, letter_anchor(step.kind.name())),
                label: context.text("letter-ready").to_owned(),
            }
        }
        _ => LinkView::default(),
    };
    StepView {
        when: step_when(context, step),
        text: step.text.clone(),
        why: step.why.clone(),
        state: step.state,
        target,
        letter,
    }
}
