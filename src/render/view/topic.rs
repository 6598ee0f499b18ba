//! Topics: a row in the report, and a page of its own.

use serde::Serialize;

use super::common::{LinkView, QuoteView};
use super::{Body, Context};
use crate::analyse::{EvidenceFigure, TopicFigure, Trend, Verdict};
use crate::model::{Control, Polarity, Source};
use crate::render::chart::strip;
use crate::template::Html;

/// A topic in a list of the report.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct TopicView {
    /// Its id.
    pub(in crate::render) id: String,
    /// Its page.
    pub(in crate::render) link: LinkView,
    /// How many employers, of how many.
    pub(in crate::render) count: String,
    /// That it stands on the other list, too, when it does.
    pub(in crate::render) also: Option<String>,
    /// Whether several companies mention it.
    pub(in crate::render) recurring: bool,
    /// The picture: one mark an application, in time.
    pub(in crate::render) strip: Html,
    /// What changed since work on it was done.
    pub(in crate::render) trend: Option<String>,
    /// What that means, in a few words.
    pub(in crate::render) verdict: Option<String>,
    /// The goals that work on it.
    pub(in crate::render) goals: Vec<LinkView>,
    /// Whether nothing works on it yet, though it keeps coming back.
    pub(in crate::render) uncovered: bool,
    /// The most telling quotes.
    pub(in crate::render) quotes: Vec<QuoteView>,
    /// How many mentions there are beyond these.
    pub(in crate::render) more: Option<String>,
    /// How many mentions are suggested.
    pub(in crate::render) suggested: Option<String>,
}

/// The page of a topic.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct TopicPageView {
    title: String,
    control: String,
    /// As something that works.
    strength: Option<TopicSideView>,
    /// As something to work on, or beyond control.
    weakness: Option<TopicSideView>,
    /// Goals on it, dropped ones too.
    goals: Vec<LinkView>,
    /// The day work on it was done.
    pivot: Option<String>,
}

/// One side of a topic: every quote, and the picture with its table.
#[derive(Clone, Debug, Serialize)]
struct TopicSideView {
    heading: String,
    row: TopicView,
    quotes: Vec<QuoteView>,
    folded: Vec<QuoteView>,
    folded_text: Option<String>,
    table: Vec<strip::RowView>,
    /// The mentions, and rows of the table, that are left to the list of applications.
    beyond: Option<LinkView>,
}

/// How many quotes of a topic are read at once; those beyond are folded.
const QUOTES: usize = 20;
/// How many quotes of a topic its page holds, and as many rows of the table; the list of applications leads to all.
const HELD: usize = 200;

/// Which list a topic stands in, for the class of its colour.
pub(super) fn class(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Strength => "works",
        Polarity::Weakness => "back",
    }
}

impl TopicView {
    /// Returns the view of a topic with its `quotes` most telling quotes.
    pub(super) fn new(context: &Context<'_>, figure: &TopicFigure, polarity: Polarity, quotes: usize) -> Self {
        let telling: Vec<QuoteView> =
            telling(figure, quotes).into_iter().map(|mention| QuoteView::new(context, mention)).collect();
        let rest = figure.evidence.len() - telling.len();
        let more = (rest > 0 && quotes > 0).then(|| context.format("more-quotes", &[("count", rest.into())]));
        Self {
            id: figure.topic.clone(),
            link: context.topic_view(&figure.topic),
            count: count(context, figure),
            also: also(context, figure, polarity),
            recurring: figure.recurring,
            strip: Html(context.strips().draw(
                figure,
                class(polarity),
                (&count(context, figure), &pivot(context, &figure.topic).unwrap_or_default()),
            )),
            trend: figure.trend.as_ref().map(|trend| trend_sentence(context, trend)),
            verdict: figure.trend.as_ref().map(|trend| verdict(context, trend).to_owned()),
            goals: figure.covered_by.iter().map(|id| context.goal_view(id)).collect(),
            uncovered: polarity == Polarity::Weakness && context.report().plan.uncovered.contains(&figure.topic),
            quotes: telling,
            more,
            suggested: suggested(context, figure),
        }
    }
}

impl TopicSideView {
    fn new(context: &Context<'_>, figure: &TopicFigure, polarity: Polarity, key: &str) -> Self {
        let held = figure.evidence.iter().take(HELD);
        let mut quotes: Vec<QuoteView> = held.map(|mention| QuoteView::new(context, mention)).collect();
        let folded = quotes.split_off(quotes.len().min(QUOTES));
        let beyond = figure.evidence.len().saturating_sub(HELD);
        let table = context.strips().table(context, figure, if beyond > 0 { HELD } else { usize::MAX });
        Self {
            heading: context.text(key).to_owned(),
            row: TopicView::new(context, figure, polarity, 0),
            quotes,
            folded_text: (!folded.is_empty()).then(|| context.format("more-quotes", &[("count", folded.len().into())])),
            folded,
            table,
            beyond: (beyond > 0).then(|| LinkView {
                href: format!("{}entries/index.html#topic={}", context.root, figure.topic),
                label: context.format("topic-beyond", &[("count", beyond.into())]),
            }),
        }
    }
}

/// Returns how many employers mention a topic, or how many applications where no recruiter did.
pub(in crate::render) fn count(context: &Context<'_>, figure: &TopicFigure) -> String {
    let text = figure.count(context.locale());
    // Figures stay with the words that they count.
    let text = text.replacen(' ', "\u{a0}", 1);
    text.rsplit_once(' ').map_or_else(|| text.clone(), |(before, last)| format!("{before}\u{a0}{last}"))
}

/// Says that a topic stands on the other list, too, when it does.
pub(super) fn also(context: &Context<'_>, figure: &TopicFigure, polarity: Polarity) -> Option<String> {
    Some(context.text(context.report().also(&figure.topic, polarity)?).to_owned())
}

/// Says how many mentions are suggested, when any is.
pub(super) fn suggested(context: &Context<'_>, figure: &TopicFigure) -> Option<String> {
    (figure.suggested > 0).then(|| context.format("count-suggested", &[("count", figure.suggested.into())]))
}

fn trend_sentence(context: &Context<'_>, trend: &Trend) -> String {
    let args = trend.args(context.locale());
    context.format("trend", &args)
}

/// Returns what a trend means, in a few words.
pub(super) fn verdict<'a>(context: &Context<'a>, trend: &Trend) -> &'a str {
    context.text(match trend.told() {
        Verdict::Improving => "verdict-improving",
        Verdict::Worsening => "verdict-worsening",
        Verdict::Unclear => "verdict-unclear",
    })
}

/// Returns the `count` mentions that say most, in order.
fn telling(figure: &TopicFigure, count: usize) -> Vec<&EvidenceFigure> {
    let mut telling: Vec<(TellingOrder, &EvidenceFigure)> = Vec::new();
    for mention in figure.evidence.iter().filter(|mention| mention.weight > 0.0) {
        let order = telling_order(figure, mention);
        let place = telling.partition_point(|(known, _)| *known <= order);
        if place < count {
            telling.insert(place, (order, mention));
            telling.truncate(count);
        }
    }
    telling.into_iter().map(|(_, mention)| mention).collect()
}

/// What says least of a mention, the most important first.
type TellingOrder = (bool, bool, bool, bool);

/// Returns the order in which mentions say most: recruiters' first, then the heaviest, in words rather than a list's.
pub(super) fn telling_order(figure: &TopicFigure, mention: &EvidenceFigure) -> TellingOrder {
    let is_label = mention.says(&figure.label);
    let is_long = mention.is_longer_than(LONG);
    (is_label, !mention.explicit, mention.source != Source::Recruiter, is_long)
}

/// From how many characters on a quote is long.
const LONG: usize = 280;

/// Returns the page of a topic.
pub(in crate::render) fn topic(context: &Context<'_>, id: &str) -> Body {
    let report = context.report();
    let find = |figures: &'_ [TopicFigure]| figures.iter().find(|figure| figure.topic == id).cloned();
    let known = context.journal().topics.get(id);
    let side = |figure: TopicFigure, polarity, key| TopicSideView::new(context, &figure, polarity, key);
    let weakness = find(&report.weaknesses).map(|figure| side(figure, Polarity::Weakness, "part-back"));
    let beyond = find(&report.beyond_control).map(|figure| side(figure, Polarity::Weakness, "part-beyond"));
    let control = match known.map(|topic| topic.control) {
        Some(Control::Theirs) => "control-theirs",
        Some(Control::Mixed) => "control-mixed",
        _ => "control-mine",
    };
    let goals = context.journal().goals.iter().filter(|goal| goal.works_on(id));
    Body::Topic(Box::new(TopicPageView {
        title: known.map_or(id, |topic| topic.label(context.locale().lang)).to_owned(),
        control: context.text(control).to_owned(),
        strength: find(&report.strengths).map(|figure| side(figure, Polarity::Strength, "part-works")),
        weakness: weakness.or(beyond),
        goals: goals.map(|goal| context.goal_view(&goal.id)).collect(),
        pivot: pivot(context, id),
    }))
}

/// Returns the day work on a topic was done, in a sentence.
fn pivot(context: &Context<'_>, id: &str) -> Option<String> {
    let day = context.report().pivots.get(id)?;
    Some(context.format("pivot", &[("day", context.locale().date(*day).into())]))
}
