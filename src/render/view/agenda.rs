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
    let group = |key: &str, state: StepState| {
        let mut steps: Vec<&Step> = context.report().agenda.iter().filter(|step| step.state == state).collect();
        // What can be done now stands in the order in which it has to be.
        if state == StepState::Due {
            steps.sort_by_key(|step| step.until);
        }
        let steps = steps.into_iter().map(|step| step_view(context, step)).collect();
        AgendaGroupView { heading: context.text(key).to_owned(), steps }
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

/// Returns when a step is to be done, below a heading that says whether it is late.
fn planned(context: &Context<'_>, step: &Step) -> String {
    let (key, day) = match (step.state, step.lapses) {
        (StepState::Late, None) => ("step-planned", step.until),
        (StepState::Late, Some(lapses)) => ("step-until", lapses),
        _ => return step_when(context, step),
    };
    context.format(key, &[("day", context.locale().short_date(day, context.report().today).into())])
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
        when: planned(context, step),
        text: step.text.clone(),
        why: step.why.clone(),
        state: step.state,
        target,
        letter,
    }
}
