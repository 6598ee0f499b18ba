//! The report, the agenda, the lists, the journey, the stories.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::common::{LinkView, QuoteView, named, stage_text, status_text};
use super::entry::letter_anchor;
use super::plan::{GoalView, TaskView, goal, task, totals};
use super::topic::TopicView;
use super::{Body, Context};
use crate::analyse::{Note, Outcome, Step, StepState, Story, TopicFigure};
use crate::locale::fold;
use crate::model::{Entry, Polarity, Stage, Status, id_order};
use crate::render::chart;
use crate::render::lead::lead;
use crate::template::Html;

/// The report.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct IndexView {
    /// The opening paragraph.
    pub(super) lead: Html,
    /// What to do today, the most pressing first.
    pub(super) today: Vec<StepView>,
    /// What is late and still possible.
    pub(super) possible: Vec<StepView>,
    /// How many steps of today and before the agenda has beyond these.
    pub(super) more_steps: Option<String>,
    /// The next steps after today.
    pub(super) next: Vec<StepView>,
    /// Whether there is any entry.
    pub(super) has_entries: bool,
    pub(super) works: Vec<TopicView>,
    pub(super) works_once: Vec<TopicView>,
    pub(super) back: Vec<TopicView>,
    pub(super) back_once: Vec<TopicView>,
    pub(super) beyond: Vec<TopicView>,
    pub(super) totals: String,
    goals: Vec<GoalView>,
    pub(super) uncovered: Vec<LinkView>,
    pub(super) tasks: Vec<TaskView>,
    pub(super) funnel: Vec<FunnelView>,
    pub(super) feedback: Option<String>,
    pub(super) journey: Html,
    pub(super) stories: Vec<StoryView>,
    pub(super) entries: Vec<EntryRowView>,
}

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

/// A row of the funnel.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct FunnelView {
    stage: String,
    reached: usize,
    marks: Html,
}

/// A story.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct StoryView {
    title: String,
    outcome: String,
    pub(super) chapters: Vec<ChapterView>,
    topics: Vec<LinkView>,
    goals: Vec<LinkView>,
}

/// An entry in a story.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct ChapterView {
    entry: LinkView,
    date: String,
    status: String,
    quote: Option<QuoteView>,
}

/// An entry in a list.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct EntryRowView {
    link: LinkView,
    company: String,
    role: String,
    date: String,
    iso: String,
    stage: String,
    stage_word: Stage,
    status: Status,
    status_text: String,
    draft: bool,
    /// The topics that it mentions, by id.
    topics: Vec<String>,
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

/// The list of entries.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct EntriesView {
    years: Vec<YearView>,
    /// How many entries there are.
    total: usize,
    /// What the table can be narrowed to: stages, outcomes and topics that are there.
    stages: Vec<ChoiceView>,
    statuses: Vec<ChoiceView>,
    topics: Vec<ChoiceView>,
    sources: Vec<OutcomeView>,
    documents: Vec<OutcomeView>,
}

/// The entries of a year.
#[derive(Clone, Debug, Serialize)]
struct YearView {
    heading: String,
    entries: Vec<EntryRowView>,
}

/// Something that the table of entries can be narrowed to.
#[derive(Clone, Debug, Serialize)]
struct ChoiceView {
    value: String,
    label: String,
}

/// What came of applications that share something.
#[derive(Clone, Debug, Serialize)]
struct OutcomeView {
    name: String,
    applications: usize,
    interviews: usize,
    offers: usize,
}

/// Strengths, weaknesses, opportunities, threats.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct SwotView {
    strengths: Vec<SwotTopicView>,
    weaknesses: Vec<SwotTopicView>,
    opportunities: Vec<NoteView>,
    threats: Vec<NoteView>,
}

/// A topic of the SWOT.
#[derive(Clone, Debug, Serialize)]
struct SwotTopicView {
    link: LinkView,
    count: String,
}

/// A note of the SWOT.
#[derive(Clone, Debug, Serialize)]
struct NoteView {
    text: Html,
    /// Its language, when it is surely not the page's.
    lang: Option<&'static str>,
    entry: LinkView,
}

/// Applications and feelings over time.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct JourneyView {
    picture: Html,
    funnel: Vec<FunnelView>,
    rows: Vec<JourneyRowView>,
    /// Whether any row tells a mood.
    has_mood: bool,
    activity: Option<String>,
}

/// A row of the journey's table.
#[derive(Clone, Debug, Serialize)]
struct JourneyRowView {
    entry: EntryRowView,
    before: Option<u8>,
    after: Option<u8>,
}

/// The stories.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct StoriesView {
    stories: Vec<StoryView>,
}

/// How many steps of today the report shows.
const STEPS_OF_TODAY: usize = 5;
/// How many late steps the report shows.
const POSSIBLE_STEPS: usize = 3;
/// How many steps the report shows beyond today.
const NEXT_STEPS: usize = 3;
/// How many entries the report lists.
const LATEST_ENTRIES: usize = 8;

/// Returns the report.
pub(in crate::render) fn index(context: &Context<'_>) -> Body {
    Body::Index(Box::new(index_view(context, LATEST_ENTRIES)))
}

/// Returns the report with its latest `entries`.
pub(super) fn index_view(context: &Context<'_>, entries: usize) -> IndexView {
    let report = context.report();
    let topics = |figures: &[TopicFigure], polarity: Polarity, recurring: bool| {
        let wanted = figures.iter().filter(|figure| figure.recurring == recurring);
        let view = |(rank, figure): (usize, &TopicFigure)| {
            let quotes = if recurring && rank < 3 { 2 } else { 1 };
            TopicView::new(context, figure, polarity, quotes)
        };
        wanted.enumerate().map(view).collect::<Vec<_>>()
    };
    let plan = &report.plan;
    let to_do = plan.tasks.iter().filter(|task| task.goal.is_none() && task.status.is_to_do());
    let of = |state: StepState| report.agenda.iter().filter(move |step| step.state == state);
    let mut due: Vec<&Step> = of(StepState::Due).collect();
    due.sort_by_key(|step| step.until);
    let left = due.len().saturating_sub(STEPS_OF_TODAY) + of(StepState::Late).count().saturating_sub(POSSIBLE_STEPS);
    IndexView {
        lead: lead(context.journal(), report, context.locale()).html(),
        today: due.into_iter().take(STEPS_OF_TODAY).map(|step| step_view(context, step)).collect(),
        possible: of(StepState::Late).take(POSSIBLE_STEPS).map(|step| step_view(context, step)).collect(),
        more_steps: (left > 0).then(|| context.format("more-steps", &[("count", left.into())])),
        next: of(StepState::Upcoming).take(NEXT_STEPS).map(|step| step_view(context, step)).collect(),
        has_entries: report.entries.total > 0,
        works: topics(&report.strengths, Polarity::Strength, true),
        works_once: topics(&report.strengths, Polarity::Strength, false),
        back: topics(&report.weaknesses, Polarity::Weakness, true),
        back_once: topics(&report.weaknesses, Polarity::Weakness, false),
        beyond: report
            .beyond_control
            .iter()
            .map(|figure| TopicView::new(context, figure, Polarity::Weakness, 1))
            .collect(),
        totals: totals(context),
        goals: plan.goals.iter().filter_map(|figure| goal(context, figure)).filter(|goal| !goal.is_over).collect(),
        uncovered: plan.uncovered.iter().map(|id| context.topic_view(id)).collect(),
        tasks: to_do.map(|figure| task(context, figure)).collect(),
        funnel: funnel(context),
        feedback: feedback(context),
        journey: journey_picture(context),
        stories: report.stories.iter().filter_map(|story| story_view(context, story)).collect(),
        entries: rows(context).into_iter().take(entries).collect(),
    }
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

fn step_view(context: &Context<'_>, step: &Step) -> StepView {
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

/// Returns what is known of feedback: how many requests were answered.
fn feedback(context: &Context<'_>) -> Option<String> {
    let feedback = &context.report().feedback;
    let answered = context
        .journal()
        .counted()
        .filter(|entry| entry.feedback.requested.is_some() && entry.feedback.received.is_some())
        .count();
    let args = [
        ("requested", feedback.requested.into()),
        ("answered", answered.into()),
        ("received", feedback.received.into()),
    ];
    let key = if feedback.requested > 0 { "feedback-answered" } else { "feedback-received" };
    (feedback.requested + feedback.received > 0).then(|| context.format(key, &args))
}

fn funnel(context: &Context<'_>) -> Vec<FunnelView> {
    let report = context.report();
    let all = report.entries.total - report.entries.left_out;
    let row = |stage: &crate::analyse::FunnelStage| {
        let label = stage_text(context.locale(), stage.stage).to_owned();
        let args = [("stage", label.as_str().into()), ("reached", stage.reached.into()), ("all", all.into())];
        let title = context.format("funnel-row", &args);
        FunnelView {
            stage: label,
            reached: stage.reached,
            marks: Html(chart::funnel::draw(stage.reached, all, &title)),
        }
    };
    if all == 0 { Vec::new() } else { report.funnel.iter().map(row).collect() }
}

fn journey_picture(context: &Context<'_>) -> Html {
    Html(chart::journey::draw(
        context.journal(),
        &context.report().plan.goals,
        context.locale(),
        context.text("journey-label"),
    ))
}

fn story_view(context: &Context<'_>, story: &Story) -> Option<StoryView> {
    let journal = context.journal();
    let last = journal.entry(story.entries.last()?)?;
    let chapter = |id: &String| {
        let entry = journal.entry(id)?;
        Some(ChapterView {
            entry: context.entry_view(entry),
            date: entry.day().map(|day| context.locale().date(day)).unwrap_or_default(),
            status: status_text(context.locale(), entry.status).to_owned(),
            quote: chapter_quote(context, entry),
        })
    };
    Some(StoryView {
        title: last.company.clone(),
        outcome: status_text(context.locale(), story.outcome).to_owned(),
        chapters: story.entries.iter().filter_map(chapter).collect(),
        topics: story.topics.iter().map(|id| context.topic_view(id)).collect(),
        goals: story.goals.iter().map(|id| context.goal_view(id)).collect(),
    })
}

/// Returns the quote that tells most about a chapter: of the strongest evidence of that entry, after an offer of strengths.
fn chapter_quote(context: &Context<'_>, entry: &Arc<Entry>) -> Option<QuoteView> {
    let telling = context.shared.telling.get(entry.id.as_str())?;
    let is_offer = matches!(entry.status, Status::Offer | Status::Accepted);
    let mention = if is_offer { telling.strength.or(telling.weakness) } else { telling.weakness.or(telling.strength) };
    QuoteView::new(context, mention?)
}

/// Returns the entries, the latest first, drafts too.
pub(super) fn latest_first<'a>(context: &Context<'a>) -> Vec<&'a Arc<Entry>> {
    let mut entries: Vec<&Arc<Entry>> = context.journal().entries.iter().collect();
    entries.sort_by(|a, b| b.day().cmp(&a.day()).then_with(|| id_order(&b.id, &a.id)));
    entries
}

/// Returns the entries as rows, the latest first, drafts too.
fn rows(context: &Context<'_>) -> Vec<EntryRowView> {
    latest_first(context).into_iter().map(|entry| row(context, entry)).collect()
}

fn row(context: &Context<'_>, entry: &Entry) -> EntryRowView {
    let locale = context.locale();
    EntryRowView {
        link: context.entry_view(entry),
        company: entry.company.clone(),
        role: entry.role.clone(),
        date: entry.day().map(|day| locale.date(day)).unwrap_or_default(),
        iso: entry.day().map(|day| locale.iso(day)).unwrap_or_default(),
        stage: stage_text(locale, entry.reached()).to_owned(),
        stage_word: entry.reached(),
        status: entry.status,
        status_text: status_text(locale, entry.status).to_owned(),
        draft: entry.draft,
        topics: context
            .shared
            .mentioned
            .get(entry.id.as_str())
            .into_iter()
            .flatten()
            .map(|id| (*id).to_owned())
            .collect(),
    }
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

/// Returns the list of entries.
pub(in crate::render) fn entries(context: &Context<'_>) -> Body {
    let mut years: Vec<YearView> = Vec::new();
    let rows = rows(context);
    let (stages, statuses, topics) = choices(context, &rows);
    let total = rows.len();
    for row in rows {
        let heading = row.iso.get(..4).unwrap_or_default().to_owned();
        match years.last_mut().filter(|year| year.heading == heading) {
            Some(year) => year.entries.push(row),
            None => years.push(YearView { heading, entries: vec![row] }),
        }
    }
    let outcomes = |outcomes: &[Outcome]| {
        let view = |outcome: &Outcome| OutcomeView {
            name: outcome.name.clone(),
            applications: outcome.applications,
            interviews: outcome.interviews,
            offers: outcome.offers,
        };
        outcomes.iter().map(view).collect()
    };
    let report = context.report();
    Body::Entries(Box::new(EntriesView {
        years,
        total,
        stages,
        statuses,
        topics,
        sources: outcomes(&report.sources),
        documents: outcomes(&report.documents),
    }))
}

/// Returns the stages, statuses and topics of the rows: in the order of the vocabulary, topics by name.
fn choices(context: &Context<'_>, rows: &[EntryRowView]) -> (Vec<ChoiceView>, Vec<ChoiceView>, Vec<ChoiceView>) {
    let locale = context.locale();
    let choice = |value: &str, label: &str| ChoiceView { value: value.to_owned(), label: label.to_owned() };
    let stages = Stage::ALL.iter().filter(|stage| rows.iter().any(|row| row.stage_word == **stage));
    let statuses = Status::ALL.iter().filter(|status| rows.iter().any(|row| row.status == **status));
    let ids: BTreeSet<&String> = rows.iter().flat_map(|row| &row.topics).collect();
    let mut topics: Vec<ChoiceView> = ids.into_iter().map(|id| choice(id, &context.topic_view(id).label)).collect();
    topics.sort_by_cached_key(|topic| fold(&topic.label));
    (
        stages.map(|stage| choice(stage.name(), stage_text(locale, *stage))).collect(),
        statuses.map(|status| choice(status.name(), status_text(locale, *status))).collect(),
        topics,
    )
}

/// Returns strengths, weaknesses, opportunities and threats.
pub(in crate::render) fn swot(context: &Context<'_>) -> Body {
    let report = context.report();
    let topics = |figures: &[TopicFigure]| {
        let view = |figure: &TopicFigure| SwotTopicView {
            link: context.topic_view(&figure.topic),
            count: super::topic::count(context, figure),
        };
        figures.iter().map(view).collect()
    };
    let notes = |notes: &[Note]| {
        let view = |note: &Note| {
            let entry = context.journal().entry(&note.entry)?;
            let link = context.entry_view(entry).at_line(note.line, &entry.company);
            let text = Html(named(context, entry, &note.text));
            Some(NoteView { text, lang: context.other_lang(&note.text), entry: link })
        };
        notes.iter().filter_map(view).collect()
    };
    Body::Swot(Box::new(SwotView {
        strengths: topics(&report.strengths),
        weaknesses: topics(&report.weaknesses),
        opportunities: notes(&report.swot.opportunities),
        threats: notes(&report.swot.threats),
    }))
}

/// Returns applications and feelings over time.
pub(in crate::render) fn journey(context: &Context<'_>) -> Body {
    let mut entries: Vec<&Arc<Entry>> = context.journal().counted().collect();
    entries.sort_by(|a, b| a.day().cmp(&b.day()).then_with(|| id_order(&a.id, &b.id)));
    let rows = entries.into_iter().map(|entry| JourneyRowView {
        entry: row(context, entry),
        before: entry.mood.before,
        after: entry.mood.after,
    });
    let activity = &context.report().activity;
    let last = activity.last_application.map(|day| context.locale().date(day));
    let args = |day: String| [("day", day.into()), ("open", activity.open_applications.into())];
    Body::Journey(Box::new(JourneyView {
        picture: journey_picture(context),
        funnel: funnel(context),
        has_mood: journal_has_mood(context),
        rows: rows.collect(),
        activity: last.map(|day| context.format("activity", &args(day))),
    }))
}

fn journal_has_mood(context: &Context<'_>) -> bool {
    !context.report().mood.is_empty()
}

/// Returns the stories that end well.
pub(in crate::render) fn stories(context: &Context<'_>) -> Body {
    let stories = context.report().stories.iter().filter_map(|story| story_view(context, story)).collect();
    Body::Stories(Box::new(StoriesView { stories }))
}
