//! The week on one sheet, for a weekly meeting: what happened, what was asked, what was learned, what is next.

use std::collections::BTreeMap;

use jiff::ToSpan;
use serde::Serialize;

use super::{FrameView, SheetListView, SheetRowView, fit, said_by};
use crate::analyse::{EvidenceFigure, StepKind, StepState, TopicFigure, changes};
use crate::model::{Date, Entry, Status};
use crate::render::view::agenda::step_when;
use crate::render::view::{Body, Context};

/// The week on one sheet.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct WeekView {
    frame: FrameView,
    /// The seven days, today the last.
    period: String,
    /// What happened.
    happened: SheetListView,
    /// What was asked, and what an answer is awaited for.
    asked: SheetListView,
    /// What feedback and debriefs of the week say.
    learned: SheetListView,
    /// How goals that go on stand.
    goals: SheetListView,
    /// The next three steps; how many there are beyond is not said.
    next: SheetListView,
    /// What stands there when there is none.
    next_empty: String,
}

/// The lines of a sheet of Letter for the lists: it has 50, the rest are headings, what is cut, and room to write.
const ROOM: usize = 25;
/// How many next steps a week has.
const STEPS: usize = 3;
/// The longest text beside a day, in characters: two lines.
const TEXT: usize = 2 * fit::ROW;
/// The longest quote, in characters: two lines.
const QUOTE: usize = 2 * fit::LINE - 8;

/// Returns the week that ends today.
pub(in crate::render) fn week(context: &Context<'_>, frame: FrameView) -> Body {
    let today = context.report().today;
    let since = today.checked_sub(6.days()).unwrap_or(today);
    let happened = happened(context, since);
    let asked = asked(context, since);
    let learned = learned(context, since);
    let goals = goals(context);
    let steps = context.report().steps(context.journal()).in_order().take(STEPS);
    let next = steps.map(|step| row(step_when(context, step), &step.text, &step.why));
    let next: Vec<SheetRowView> = next.collect();
    let heights = [&happened, &asked, &learned, &goals].map(|rows| rows.iter().map(height).collect::<Vec<_>>());
    let [of_happened, of_asked, of_learned, of_goals] = heights.each_ref().map(Vec::as_slice);
    let room = fit::room(context.paper(), ROOM).saturating_sub(next.iter().map(height).sum::<usize>() + frame.lines());
    let shown = fit::fit([of_happened, of_asked, of_learned, of_goals], room);
    let list = |rows: Vec<SheetRowView>, shown: usize| {
        let all = rows.len();
        SheetListView::new(context, rows, shown, all)
    };
    let is_hired = context.journal().counted().any(|entry| entry.status == Status::Accepted);
    let locale = context.locale();
    let args = [("first", locale.date(since).into()), ("last", locale.date(today).into())];
    let [first, second, third, fourth] = shown;
    Body::Week(Box::new(WeekView {
        frame,
        period: context.format("period-days", &args),
        happened: list(happened, first),
        asked: list(asked, second),
        learned: list(learned, third),
        goals: list(goals, fourth),
        next: SheetListView { rows: next, more: None },
        next_empty: context.text(if is_hired { "week-next-empty-hired" } else { "week-next-empty" }).to_owned(),
    }))
}

/// Returns a row whose texts are no longer than a sheet can show.
fn row(when: String, text: &str, note: &str) -> SheetRowView {
    SheetRowView { when, text: fit::cut(text, TEXT), note: fit::cut(note, TEXT) }
}

/// Returns the lines of a row: it stands beside its day, when it has one.
fn height(row: &SheetRowView) -> usize {
    let width = if row.when.is_empty() { fit::LINE } else { fit::ROW };
    fit::lines(&row.text, width) + fit::lines(&row.note, width)
}

/// Returns a day of the week in words: `Monday 8`.
fn weekday(context: &Context<'_>, day: Date) -> String {
    let locale = context.locale();
    let args = [("weekday", locale.weekday_name(day).into()), ("day", i64::from(day.day()).into())];
    context.format("week-day", &args)
}

fn happened(context: &Context<'_>, since: Date) -> Vec<SheetRowView> {
    let changes = changes(context.journal(), since, context.report().today);
    let view = |change: crate::analyse::Change| {
        let text = context.format(change.kind.key(), &[("what", change.what.into())]);
        row(weekday(context, change.day), &text, "")
    };
    changes.into_iter().map(view).collect()
}

/// Returns what was asked in the week, then what still waits for an answer.
fn asked(context: &Context<'_>, since: Date) -> Vec<SheetRowView> {
    let today = context.report().today;
    let in_week = |day: &Date| (since..=today).contains(day);
    let mut asked: Vec<(Date, String)> = Vec::new();
    for entry in context.journal().counted() {
        let feedback = &entry.feedback;
        let days = [
            ("week-asked-feedback", &feedback.requested),
            ("week-asked-clarify", &feedback.clarified),
            ("week-asked-check-in", &entry.checked_in),
        ];
        for (key, day) in days {
            let day = day.as_ref().map(|day| day.value).filter(in_week);
            asked.extend(day.map(|day| (day, context.format(key, &[("company", entry.company.as_str().into())]))));
        }
    }
    asked.sort();
    let mut rows: Vec<SheetRowView> =
        asked.into_iter().map(|(day, text)| row(weekday(context, day), &text, "")).collect();
    let waits = |step: &&crate::analyse::Step| step.state == StepState::Waiting && !in_week(&step.date);
    let waiting = context.report().agenda.iter().filter(|step| step.kind == StepKind::FeedbackRequest).filter(waits);
    rows.extend(waiting.map(|step| row(step_when(context, step), &step.text, "")));
    rows
}

/// A sentence of the week with the topics that it speaks of.
struct Learned<'a> {
    evidence: &'a EvidenceFigure,
    entry: &'a Entry,
    topics: Vec<String>,
}

fn learned(context: &Context<'_>, since: Date) -> Vec<SheetRowView> {
    let report = context.report();
    let mut sentences: BTreeMap<(&str, u32), Learned<'_>> = BTreeMap::new();
    let lists: [(&[TopicFigure], &str); 3] = [
        (&report.strengths, "week-works"),
        (&report.weaknesses, "week-to-work-on"),
        (&report.beyond_control, "week-beyond"),
    ];
    for (figures, key) in lists {
        for figure in figures {
            for evidence in figure.evidence.iter().filter(|evidence| evidence.weight > 0.0) {
                let entry = &evidence.entry;
                let day = entry.feedback.received.as_ref().map(|day| day.value).into_iter().chain(entry.decided_on());
                if day.into_iter().any(|day| (since..=report.today).contains(&day)) {
                    let place = (entry.id.as_str(), evidence.line);
                    let learned = sentences.entry(place).or_insert(Learned { evidence, entry, topics: Vec::new() });
                    let mut told = context.format(key, &[("topic", figure.label.as_str().into())]);
                    if !evidence.explicit {
                        told = format!("{told} ({})", context.text("quote-suggested"));
                    }
                    learned.topics.push(told);
                }
            }
        }
    }
    let view = |learned: &Learned<'_>| {
        let is_listed = learned.evidence.is_listed;
        let topics = learned.topics.join(" · ");
        let said = said_by(context, learned.evidence, learned.entry);
        if is_listed {
            return row(String::new(), &topics, &said);
        }
        let quote = context.locale().quoted(&fit::cut(learned.evidence.quote(), QUOTE));
        let note = fit::cut(&format!("{topics} · {said}"), TEXT);
        SheetRowView { when: String::new(), text: quote, note }
    };
    sentences.values().map(view).collect()
}

fn goals(context: &Context<'_>) -> Vec<SheetRowView> {
    let view = |goal: &crate::analyse::GoalFigure| {
        let args = [("done", goal.progress.done.into()), ("all", goal.progress.total.into())];
        let progress = (goal.progress.total > 0).then(|| context.format("goal-progress", &args));
        let due = goal.due.map(|day| context.format("goal-due", &[("day", context.locale().date(day).into())]));
        let state = Some(context.text(goal.status.key()).to_owned());
        let parts: Vec<String> = [state, progress, due].into_iter().flatten().collect();
        row(String::new(), &goal.title, &parts.join(" · "))
    };
    context.report().plan.goals.iter().filter(|goal| !goal.status.is_over()).map(view).collect()
}
