//! One sheet to read before an interview: strengths to bring, points to prepare, questions to ask.
//!
//! Each topic has a way to prepare it and a question that clears it up, as
//! messages; a journal's own topics have general ones.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::{FrameView, fit, more, said_by};
use crate::analyse::{EvidenceFigure, TopicFigure};
use crate::model::{Polarity, Source, Status};
use crate::render::view::topic::{also, count, suggested, telling_order, verdict};
use crate::render::view::{Body, Context};

/// What to read before an interview.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct BriefView {
    frame: FrameView,
    /// The interview that comes next, when the journal knows one.
    interview: Option<String>,
    /// Strengths to bring.
    strengths: Vec<BriefTopicView>,
    /// How many more there are.
    more_strengths: Option<String>,
    /// Points to prepare.
    points: Vec<BriefTopicView>,
    /// How many more there are.
    more_points: Option<String>,
    /// What to prepare in any case.
    always: Vec<String>,
    /// Questions to ask.
    questions: Vec<String>,
}

/// A topic on the sheet.
#[derive(Clone, Debug, Serialize)]
struct BriefTopicView {
    label: String,
    /// How many employers, of how many.
    count: String,
    /// How to prepare it; empty for a strength.
    advice: String,
    /// What was said.
    quote: Option<String>,
    /// Who said it.
    from: String,
    /// The goals that work on it.
    goals: String,
}

/// The lines of a sheet of Letter for strengths, points and questions: it has 50, the rest are headings and room to write.
const ROOM: usize = 35;
/// How many strengths and how many points are shown at most.
const TOPICS: usize = 4;
/// The longest quote, in characters.
const QUOTE: usize = 110;
/// The longest title of a goal, in characters.
const GOAL: usize = 70;
/// How many questions are asked; the last is always the same.
const QUESTIONS: usize = 6;
/// How many questions go with any interview, the last included.
const GENERAL_QUESTIONS: usize = 6;
/// With fewer points than this, the sheet tells what to prepare in any case.
const FEW_POINTS: usize = 3;

/// Returns the sheet.
pub(in crate::render) fn brief(context: &Context<'_>, frame: FrameView) -> Body {
    let report = context.report();
    let weighs = |figure: &&TopicFigure| figure.applications > 0;
    let strengths: Vec<BriefTopicView> =
        report.strengths.iter().filter(weighs).map(|figure| topic(context, figure, false)).collect();
    let points: Vec<BriefTopicView> =
        report.weaknesses.iter().filter(weighs).map(|figure| topic(context, figure, true)).collect();
    let always = if points.len() < FEW_POINTS { ["prepare-1", "prepare-2", "prepare-3"].as_slice() } else { &[] };
    let always: Vec<String> = always.iter().map(|key| context.text(key).to_owned()).collect();
    let questions = questions(context);
    let taken: usize = always.iter().chain(&questions).map(|text| fit::lines(text, fit::LINE)).sum();
    let room = fit::room(context.paper(), ROOM).saturating_sub(taken + frame.lines());
    let heights = [&strengths, &points].map(|topics| topics.iter().take(TOPICS).map(height).collect::<Vec<_>>());
    let [of_strengths, of_points] = heights.each_ref().map(Vec::as_slice);
    let [shown_strengths, shown_points] = fit::fit([of_strengths, of_points], room);
    let first = |mut topics: Vec<BriefTopicView>, shown: usize| {
        let left = topics.len().saturating_sub(shown);
        topics.truncate(shown);
        (topics, more(context, left))
    };
    let (strengths, more_strengths) = first(strengths, shown_strengths);
    let (points, more_points) = first(points, shown_points);
    Body::Brief(Box::new(BriefView {
        frame,
        interview: next_interview(context),
        strengths,
        more_strengths,
        points,
        more_points,
        always,
        questions,
    }))
}

fn topic(context: &Context<'_>, figure: &TopicFigure, is_point: bool) -> BriefTopicView {
    let words = || figure.evidence.iter().filter(|mention| mention.weight > 0.0 && !mention.says(&figure.label));
    let is_short = |mention: &&Arc<EvidenceFigure>| !mention.is_longer_than(QUOTE);
    let order = |mention: &&Arc<EvidenceFigure>| telling_order(figure, mention);
    let words = words().filter(is_short).min_by_key(order).or_else(|| words().min_by_key(order));
    let entry = words.map(|evidence| &evidence.entry);
    let from = words.zip(entry).map(|(evidence, entry)| {
        let day = entry.day().map(|day| context.locale().month(day).replace(' ', "\u{a0}")).unwrap_or_default();
        format!("{}, {day}", said_by(context, evidence, entry))
    });
    let quote = |evidence: &EvidenceFigure| context.locale().quoted(&fit::cut(evidence.quote(), QUOTE));
    let goal = |id: &String| context.journal().goal(id).map(|goal| fit::cut(&goal.title, GOAL));
    let goals: Vec<String> = figure.covered_by.iter().filter(|_| is_point).take(1).filter_map(goal).collect();
    let trend = figure.trend.filter(|_| is_point).map(|trend| verdict(context, &trend).to_owned());
    let also = also(context, figure, if is_point { Polarity::Weakness } else { Polarity::Strength });
    BriefTopicView {
        label: fit::cut(&figure.label, fit::NAME),
        count: [Some(count(context, figure)), trend, also, suggested(context, figure)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        advice: if is_point { of_topic(context, "prepare", figure) } else { String::new() },
        quote: words.map(|evidence| quote(evidence)),
        from: from.unwrap_or_default(),
        goals: context.locale().list(&goals),
    }
}

/// Returns the lines of a topic: its name, its quote and who said it, how to prepare it, its goals.
fn height(topic: &BriefTopicView) -> usize {
    let lines = |text: &str| fit::lines(text, fit::LINE);
    let quote = topic.quote.as_ref().map_or(0, |quote| lines(&format!("{quote} {}", topic.from)));
    lines(&format!("{} {}", topic.label, topic.count)) + quote + lines(&topic.advice) + lines(&topic.goals)
}

/// Returns the message of a topic, or the one of topics that have none.
fn of_topic(context: &Context<'_>, what: &str, figure: &TopicFigure) -> String {
    let own = context.text(&format!("{what}-{}", figure.topic));
    if own.is_empty() {
        let topic = fit::cut(&figure.label, fit::NAME);
        context.format(&format!("{what}-other"), &[("topic", topic.into())])
    } else {
        own.to_owned()
    }
}

/// Returns what to ask: of the points that came up, then what fits any interview, last when the answer comes.
fn questions(context: &Context<'_>) -> Vec<String> {
    let report = context.report();
    let figures = report.weaknesses.iter().filter(|figure| figure.recurring);
    let figures =
        figures.chain(&report.beyond_control).chain(report.weaknesses.iter().filter(|figure| !figure.recurring));
    let by_recruiter = |figure: &&TopicFigure| {
        figure.evidence.iter().any(|evidence| evidence.source == Source::Recruiter && evidence.weight > 0.0)
    };
    let own = figures.filter(by_recruiter).map(|figure| of_topic(context, "ask", figure)).take(3);
    let general = (1..GENERAL_QUESTIONS).map(|number| context.text(&format!("ask-{number}")).to_owned());
    let mut questions: Vec<String> = Vec::new();
    for question in own.chain(general) {
        if !questions.contains(&question) && questions.len() + 1 < QUESTIONS {
            questions.push(question);
        }
    }
    questions.push(context.text("ask-last").to_owned());
    questions
}

/// Returns the next interview of an open application, in words.
fn next_interview(context: &Context<'_>) -> Option<String> {
    let today = context.report().today;
    let open = context.journal().counted().filter(|entry| entry.status == Status::Open);
    let days = |entry: &crate::model::Entry| -> Option<Date> {
        let days = entry.interviews.iter().filter_map(|interview| interview.date.as_ref()).map(|day| day.value);
        days.filter(|day| *day >= today).min()
    };
    let (day, entry) = open.filter_map(|entry| Some((days(entry)?, entry))).min_by_key(|(day, _)| *day)?;
    let locale = context.locale();
    let args = [
        ("day", format!("{} {}", locale.weekday_name(day), locale.day_month(day)).into()),
        ("company", fit::cut(&entry.company, fit::NAME).into()),
        ("role", fit::cut(&entry.role, fit::NAME).into()),
    ];
    Some(context.format("brief-interview", &args))
}

#[cfg(test)]
mod tests {
    use crate::locale::{Lang, Locale};
    use crate::model::{Control, Topics};

    #[test]
    fn every_topic_has_a_question_and_a_way_to_prepare_it() {
        for locale in Lang::ALL.map(|lang| Locale::new(lang, "")) {
            for topic in Topics::built_in().iter() {
                assert!(!locale.text(&format!("ask-{}", topic.id)).is_empty(), "{}", topic.id);
                let is_mine = topic.control != Control::Theirs;
                assert_eq!(!locale.text(&format!("prepare-{}", topic.id)).is_empty(), is_mine, "{}", topic.id);
            }
        }
    }
}
