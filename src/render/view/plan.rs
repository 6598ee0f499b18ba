//! The plan: goals, their tasks, and what nothing works on yet.

use std::sync::Arc;

use serde::Serialize;

use super::common::LinkView;
use super::{Body, Context};
use crate::address::encode;
use crate::address::on_paper;
use crate::analyse::{GoalFigure, GoalState, TaskFigure, TaskStatus};
use crate::locale::Lang;
use crate::model::{Cadence, Goal, Measure, id_order};
use crate::render::body::{BodyContext, render_body};
use crate::render::chart;
use crate::render::chart::burn_up::Work;
use crate::template::Html;

/// The plan's page.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct PlanView {
    pub(super) totals: String,
    /// The tasks done over time, when any was.
    pub(super) burn_up: Option<BurnUpView>,
    pub(super) goals: Vec<GoalView>,
    pub(super) uncovered: Vec<LinkView>,
    pub(super) tasks: Vec<TaskView>,
    /// The way to those beyond.
    pub(super) more_tasks: Option<LinkView>,
}

/// The tasks done over time: a picture, and the same as a table.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct BurnUpView {
    picture: Html,
    rows: Vec<BurnUpRowView>,
    /// How many were done before these.
    earlier: Option<String>,
}

/// A task done, and how many were done of how many by then.
#[derive(Clone, Debug, Serialize)]
struct BurnUpRowView {
    day: String,
    text: String,
    done: usize,
    total: usize,
}

/// One goal.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct GoalView {
    pub(super) anchor: String,
    pub(super) link: LinkView,
    /// The word of the state, for a class.
    pub(super) state: GoalState,
    pub(super) state_text: String,
    pub(super) progress: Option<String>,
    pub(super) line: Html,
    pub(super) period: Option<String>,
    pub(super) topics: Vec<LinkView>,
    pub(super) measure: Option<String>,
    pub(super) why: Option<String>,
    pub(super) partner: Option<String>,
    pub(super) cadence: Option<String>,
    pub(super) next_review: Option<String>,
    pub(super) resources: Vec<LinkView>,
    pub(super) smart: Vec<SmartView>,
    /// How many of the letters the goal has, in words.
    pub(super) smart_text: String,
    pub(super) extra: Vec<(String, String)>,
    pub(super) body: Html,
    pub(super) body_lang: Option<&'static str>,
    pub(super) is_over: bool,
}

/// A letter of SMART.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct SmartView {
    letter: &'static str,
    label: String,
    met: bool,
}

/// A task of an entry, or of a goal.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct TaskView {
    text: String,
    status: TaskStatus,
    status_text: String,
    day: String,
    from: LinkView,
    topics: Vec<LinkView>,
}

/// Returns the address of a goal on the plan's page, from the site's root.
pub(in crate::render) fn goal_href(id: &str) -> String {
    format!("plan.html#goal-{}", encode(id))
}

/// How many tasks of applications the plan lists; each stands on the page of its application, too.
const TASKS: usize = 200;
/// How many tasks done the table beside the picture lists.
const STEPS: usize = 200;

/// Returns the way to the tasks beyond those that a page lists; on paper it leads nowhere.
pub(super) fn more_tasks(context: &Context<'_>, count: usize, path: &str) -> Option<LinkView> {
    let href = if context.paper { String::new() } else { format!("{}{path}", context.root) };
    (count > 0).then(|| LinkView { href, label: context.format("more-tasks", &[("count", count.into())]) })
}

/// Returns the plan's page.
pub(in crate::render) fn plan(context: &Context<'_>) -> Body {
    Body::Plan(Box::new(view(context)))
}

/// Returns the first `count` tasks in the order in which they are to be done, those that are done last, and how many
/// there are beyond them.
pub(super) fn in_order<'a>(tasks: impl Iterator<Item = &'a TaskFigure>, count: usize) -> (Vec<&'a TaskFigure>, usize) {
    let mut tasks: Vec<&TaskFigure> = tasks.collect();
    let order = |a: &&TaskFigure, b: &&TaskFigure| {
        let key = |task: &TaskFigure| (!task.status.is_to_do(), task.due.is_none(), task.due);
        key(a).cmp(&key(b)).then_with(|| id_order(&a.file, &b.file)).then(a.line.cmp(&b.line))
    };
    let beyond = tasks.len().saturating_sub(count);
    if beyond > 0 {
        tasks.select_nth_unstable_by(count, order);
        tasks.truncate(count);
    }
    tasks.sort_by(order);
    (tasks, beyond)
}

/// Returns the plan: goals that go on first, then those that are over.
pub(super) fn view(context: &Context<'_>) -> PlanView {
    let plan = &context.report().plan;
    let mut goals: Vec<GoalView> = plan.goals.iter().filter_map(|figure| goal(context, figure)).collect();
    goals.sort_by_key(|goal| (goal.is_over, goal.state == GoalState::Dropped));
    let of_entries = plan.tasks.iter().filter(|task| task.goal.is_none() && task.status != TaskStatus::Cancelled);
    let (tasks, beyond) = in_order(of_entries.map(Arc::as_ref), TASKS);
    PlanView {
        totals: totals(context),
        burn_up: context.shared.burn_up.get_or_init(|| burn_up(context)).clone(),
        goals,
        uncovered: plan.uncovered.iter().map(|id| context.topic_view(id)).collect(),
        more_tasks: more_tasks(context, beyond, "entries/index.html"),
        tasks: tasks.into_iter().map(|figure| task(context, figure)).collect(),
    }
}

/// Returns the tasks done over time.
fn burn_up(context: &Context<'_>) -> Option<BurnUpView> {
    let (plan, locale) = (&context.report().plan, context.locale());
    let since = |task: &TaskFigure| match &task.goal {
        Some(id) => plan.goals.iter().find(|goal| goal.id == *id)?.start,
        None => context.entry_of(&task.file)?.day(),
    };
    let counted = plan.tasks.iter().filter(|task| task.status != TaskStatus::Cancelled);
    let works = counted.map(|task| Work {
        text: &task.text,
        since: since(task),
        is_done: task.status == TaskStatus::Done,
        done: task.done.filter(|_| task.status == TaskStatus::Done),
    });
    let works: Vec<Work<'_>> = works.collect();
    let mut steps = chart::burn_up::steps(&works);
    let picture = chart::burn_up::draw((&works, &steps), context.report().today, locale, &totals(context));
    let earlier = steps.len().saturating_sub(STEPS);
    steps.drain(..earlier);
    let row = |step: chart::burn_up::Step<'_>| BurnUpRowView {
        day: step.day.map_or_else(|| context.text("burn-up-undated").to_owned(), |day| locale.date(day)),
        text: step.text.to_owned(),
        done: step.done,
        total: step.total,
    };
    let rows = steps.into_iter().map(row).collect();
    let earlier = (earlier > 0).then(|| context.format("burn-up-earlier", &[("count", earlier.into())]));
    (!picture.is_empty()).then_some(BurnUpView { picture: Html(picture), rows, earlier })
}

/// Returns how many tasks are done, of those not cancelled.
pub(super) fn totals(context: &Context<'_>) -> String {
    let totals = context.report().plan.totals;
    let all = totals.done + totals.open + totals.in_progress + totals.overdue;
    if all == 0 {
        return context.text("plan-no-tasks").to_owned();
    }
    context.format("plan-totals", &[("done", totals.done.into()), ("all", all.into())])
}

/// Returns the view of a goal.
pub(super) fn goal(context: &Context<'_>, figure: &GoalFigure) -> Option<GoalView> {
    let goal = context.journal().goal(&figure.id)?;
    let locale = context.locale();
    let dated = |key: &str, day: crate::model::Date| context.format(key, &[("day", locale.date(day).into())]);
    let period = match (figure.start, figure.due) {
        (Some(start), Some(due)) => {
            let args = [("first", locale.date(start).into()), ("last", locale.date(due).into())];
            Some(context.format("period-days", &args))
        }
        (None, Some(due)) => Some(dated("goal-due", due)),
        (Some(start), None) => Some(dated("goal-start", start)),
        (None, None) => None,
    };
    let progress = figure.progress;
    let lang = context.lang_of(&goal.source, &goal.body);
    let args = [("done", progress.done.into()), ("all", progress.total.into())];
    Some(GoalView {
        anchor: format!("goal-{}", figure.id),
        link: context.goal_view(&figure.id),
        state: figure.status,
        state_text: context.text(figure.status.key()).to_owned(),
        progress: (progress.total > 0).then(|| context.format("goal-progress", &args)),
        line: Html(chart::goal::draw(figure, context.report().today, locale)),
        period,
        topics: figure.topics.iter().map(|id| context.topic_view(id)).collect(),
        measure: goal.measure.as_ref().and_then(|measure| measure_text(context, measure)),
        why: goal.why.clone(),
        partner: goal.partner.clone(),
        cadence: goal.cadence.map(|cadence| context.text(cadence_key(cadence)).to_owned()),
        next_review: figure.next_review.map(|day| {
            let is_past = day < context.report().today;
            if is_past { dated("goal-review-since", day) } else { locale.date(day) }
        }),
        resources: goal.resources.iter().map(|text| resource(context, text)).collect(),
        smart_text: smart_text(context, figure),
        smart: smart(context, figure),
        extra: super::entry::extra(&goal.extra),
        body: Html(body(context, goal, lang)),
        body_lang: (lang != locale.lang).then_some(lang.code()),
        is_over: figure.status.is_over(),
    })
}

fn body(context: &Context<'_>, goal: &Goal, lang: Lang) -> String {
    let links = context.links(goal.file(), &goal.body);
    render_body(&BodyContext {
        source: &goal.source,
        body: &goal.body,
        root: context.root,
        prefix: &format!("goal-{}-", goal.id),
        paper: context.paper,
        under: if context.paper { 3 } else { 2 },
        links: &links,
        topics: context.linked_topics(),
        suggested: &[],
        locale: context.locale(),
        lang,
        today: context.report().today,
        reader: &context.shared.reader,
    })
}

fn cadence_key(cadence: Cadence) -> &'static str {
    match cadence {
        Cadence::Weekly => "cadence-weekly",
        Cadence::Fortnightly => "cadence-fortnightly",
        Cadence::Monthly => "cadence-monthly",
    }
}

/// Returns a measure in one line: what, from where to where, and where one is.
fn measure_text(context: &Context<'_>, measure: &Measure) -> Option<String> {
    let part = |key: &str, value: &Option<String>| {
        value.as_ref().map(|value| context.format(key, &[("value", value.as_str().into())]))
    };
    let range = match (&measure.from, &measure.target) {
        (Some(from), Some(target)) => {
            Some(context.format("measure-range", &[("from", from.as_str().into()), ("target", target.as_str().into())]))
        }
        _ => part("measure-from", &measure.from).or_else(|| part("measure-target", &measure.target)),
    };
    let parts: Vec<String> =
        [measure.what.clone(), range, part("measure-now", &measure.now)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Returns a resource: an address, a link as Markdown writes one, or words; on paper, the address follows the name.
fn resource(context: &Context<'_>, text: &str) -> LinkView {
    let parts = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.split_once("]("));
    let (label, address) = parts.unwrap_or((text, text));
    let is_address = address.starts_with("https://") || address.starts_with("http://");
    if is_address {
        let is_noted = context.paper && label != address;
        let label = if is_noted { format!("{label} ({})", on_paper(address)) } else { label.to_owned() };
        LinkView { href: address.to_owned(), label }
    } else {
        LinkView { href: String::new(), label: text.to_owned() }
    }
}

fn smart(context: &Context<'_>, figure: &GoalFigure) -> Vec<SmartView> {
    let smart = figure.smart;
    [
        ("S", "smart-s", smart.s),
        ("M", "smart-m", smart.m),
        ("A", "smart-a", smart.a),
        ("R", "smart-r", smart.r),
        ("T", "smart-t", smart.t),
    ]
    .into_iter()
    .map(|(letter, key, met)| SmartView { letter, label: context.text(key).to_owned(), met })
    .collect()
}

fn smart_text(context: &Context<'_>, figure: &GoalFigure) -> String {
    let smart = figure.smart;
    let letters = [smart.s, smart.m, smart.a, smart.r, smart.t];
    let met = letters.into_iter().filter(|met| *met).count();
    if met == letters.len() {
        return context.text("smart-met-all").to_owned();
    }
    context.format("smart-met-some", &[("met", met.into()), ("all", letters.len().into())])
}

/// Returns the view of a task.
pub(super) fn task(context: &Context<'_>, figure: &TaskFigure) -> TaskView {
    let (key, status) = match figure.status {
        TaskStatus::Done => ("task-done-on", "task-done"),
        TaskStatus::Overdue => ("task-was-due", "task-overdue"),
        TaskStatus::InProgress => ("task-due", "task-in-progress"),
        TaskStatus::Open => ("task-due", "task-open"),
        TaskStatus::Cancelled => ("task-cancelled", "task-cancelled"),
    };
    let day = match figure.status {
        TaskStatus::Done => figure.done,
        TaskStatus::Cancelled => None,
        _ => figure.due,
    };
    let day = day.map(|day| context.format(key, &[("day", context.locale().date(day).into())]));
    let day = if figure.status == TaskStatus::Cancelled { Some(context.text(key).to_owned()) } else { day };
    let entry = context.entry_of(&figure.file);
    let from = match (entry, &figure.goal) {
        (Some(entry), _) => context.entry_view(entry).at_line(figure.line, &entry.company),
        (None, Some(goal)) => context.goal_view(goal),
        (None, None) => LinkView::default(),
    };
    TaskView {
        text: figure.text.to_string(),
        status: figure.status,
        status_text: context.text(status).to_owned(),
        day: day.unwrap_or_default(),
        from,
        topics: figure.topics.iter().map(|topic| context.topic_view(&topic.id)).collect(),
    }
}
