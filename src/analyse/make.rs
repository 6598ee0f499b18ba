//! The parts of a report put together: what is made beside what, and what is kept for the next one.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::activity::{Standing, activity};
use super::agenda::{Desk, put_together};
use super::extract::{Extract, Extracts, counted};
use super::steps::answers;
use super::suggested::{Suggested, suggestions_again};
use super::{
    Activity, Carrier, EntryCounts, FunnelStage, GoalFigure, HORIZON_DAYS, MoodPoint, Outcome, Plan, Report, Step,
    Story, TaskFigure, TopicFigure, Totals, VERSION, counts, plan, stories, topics, trend,
};
use crate::locale::{Lang, Locale};
use crate::model::Journal;

/// Makes the report of `journal` on `today`, with labels and texts in the language of `locale`.
pub fn report(journal: &Journal, locale: &Locale, today: Date) -> Report {
    report_again(&mut Memo::default(), journal, locale, today)
}

/// What was worked out for the last report on a journal, for the next one.
#[derive(Debug, Default)]
pub struct Memo {
    suggested: Suggested,
    extracts: Extracts,
}

/// Makes the same report as [`report`]; what `memo` knows and cannot have changed is not worked out again.
pub fn report_again(memo: &mut Memo, journal: &Journal, locale: &Locale, today: Date) -> Report {
    let suggestions = suggestions_again(&mut memo.suggested, journal);
    let extracts = memo.extracts.again(journal, &suggestions, locale, today);
    let by_topics = || ByTopics::new(journal, extracts, locale.lang, today);
    let plain = || Plain::new(journal, extracts, locale, today);
    let (by_topics, plain) = rayon::join(by_topics, plain);
    let ByTopics { weaknesses, strengths, beyond_control, goals, uncovered, stories, carriers, pivots } = by_topics;
    let Plain { entries, funnel, tasks, totals, agenda, mood, activity, sources, documents } = plain;
    let plan = Plan { left_out: journal.left_out_goals.len(), goals, tasks, totals, uncovered };
    Report {
        version: VERSION,
        today,
        lang: locale.lang,
        title: journal.settings.title.clone(),
        entries,
        funnel,
        feedback: counts::feedback(extracts, &suggestions, &agenda),
        swot: counts::swot(extracts, &strengths, &weaknesses),
        mood,
        stories,
        activity,
        sources,
        documents,
        weaknesses,
        strengths,
        beyond_control,
        plan,
        agenda,
        answers: answers(journal, locale, today),
        carriers,
        pivots,
        period: counts::period(extracts),
        suggestions,
        copy: journal.copy,
    }
}

/// The figures that are made from mentions of topics.
struct ByTopics {
    weaknesses: Vec<TopicFigure>,
    strengths: Vec<TopicFigure>,
    beyond_control: Vec<TopicFigure>,
    goals: Vec<GoalFigure>,
    uncovered: Vec<String>,
    stories: Vec<Story>,
    carriers: Vec<Carrier>,
    pivots: BTreeMap<String, Date>,
}

impl ByTopics {
    fn new(journal: &Journal, extracts: &[Extract], lang: Lang, today: Date) -> Self {
        let by_topic = &topics::by_topic(journal, extracts);
        let goals = plan::goals(journal, by_topic, today);
        let (pivots, carriers) = (trend::pivots(journal, extracts), trend::carriers(extracts));
        let companies = topics::companies(extracts);
        let parts =
            topics::Parts { journal, lang, extracts, by_topic, companies, pivots: &pivots, carriers: &carriers };
        let weaknesses = topics::weaknesses(&parts);
        let (strengths, beyond_control) = (topics::strengths(&parts), topics::beyond_control(&parts));
        let uncovered = plan::uncovered(journal, extracts, &weaknesses);
        let stories = stories::stories(journal, extracts, &pivots);
        Self { weaknesses, strengths, beyond_control, goals, uncovered, stories, carriers, pivots }
    }
}

/// The figures that no topic is needed for.
struct Plain {
    entries: EntryCounts,
    funnel: Vec<FunnelStage>,
    tasks: Vec<Arc<TaskFigure>>,
    totals: Totals,
    agenda: Vec<Step>,
    mood: Vec<MoodPoint>,
    activity: Activity,
    sources: Vec<Outcome>,
    documents: Vec<Outcome>,
}

impl Plain {
    fn new(journal: &Journal, extracts: &[Extract], locale: &Locale, today: Date) -> Self {
        let applications = counted(extracts).map(|extract| (extract.applied.or(extract.decided), extract.status));
        let standing = Standing::new(applications);
        let steps = counted(extracts).flat_map(|extract| &extract.steps).cloned().collect();
        let desk = Desk::new(journal, locale, today, HORIZON_DAYS);
        let (tasks, totals) = plan::tasks(journal, extracts, today);
        Self {
            tasks,
            totals,
            entries: counts::entries(journal, extracts),
            funnel: counts::funnel(extracts),
            agenda: put_together(&desk, journal, standing, steps),
            mood: counts::mood(extracts),
            activity: activity(journal, standing, today),
            sources: counts::outcomes(extracts, |extract| &extract.found_at, |entry| entry.found_at.as_slice()),
            documents: counts::outcomes(extracts, |extract| &extract.documents, |entry| &entry.documents),
        }
    }
}
