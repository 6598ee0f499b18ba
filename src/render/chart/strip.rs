//! The topic strip: all applications that carry feedback or a debrief in a row by date.
//!
//! Those that mention the topic are drawn full (recruiter), half (peer), ring
//! (own judgement), dashed (suggested) or struck (weighs nothing); a line marks
//! the day when work on it was done. The set is the trend's own, so that the
//! picture and the sentence agree; all strips share one axis. An application
//! outside the set, such as one whose front matter alone names a reason, has a
//! place of its own on it, which is empty in the strips of what it does not mention.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;
use std::sync::Arc;

use serde::Serialize;

use super::{dots, number};
use crate::analyse::{EvidenceFigure, Report, TopicFigure};
use crate::locale::Locale;
use crate::model::{Date, Entry};
use crate::render::view::{Context, LinkView, mark};
use crate::template::escape;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 32.0;
const MARGIN: f64 = 12.0;
/// More applications than this cannot be told apart in a strip.
const CROWD: usize = 160;
/// How many of a crowd are told in words; the table has all.
const CROWD_TOLD: usize = 20;

/// The applications that have a place in the strips, by date.
#[derive(Clone, Debug, Default)]
pub(in crate::render) struct Axis {
    places: Vec<Place>,
    /// A colon as the language writes it.
    colon: String,
    /// What each kind of mark means.
    kinds: BTreeMap<&'static str, String>,
}

/// The kinds of marks that mention a topic.
const KINDS: [&str; 5] = ["recruiter", "peer", "self", "suggested", "none"];

#[derive(Clone, Debug)]
struct Place {
    entry: Arc<Entry>,
    /// The day of the decision, or the entry's own where there is none.
    day: Date,
    title: String,
    x: f64,
    /// Whether it is of the set, and so stands in every strip.
    is_carrier: bool,
}

/// A row of the table that says what a strip shows.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct RowView {
    date: String,
    entry: LinkView,
    mention: String,
}

impl Axis {
    /// Returns the axis of a report.
    pub(in crate::render) fn new(report: &Report, locale: &Locale) -> Self {
        let known: HashSet<&str> = report.carriers.iter().map(|carrier| carrier.entry.id.as_str()).collect();
        let lists = [&report.weaknesses, &report.strengths, &report.beyond_control];
        let mentions = lists.into_iter().flatten().flat_map(|figure| &figure.evidence);
        let others: BTreeMap<&str, &Arc<Entry>> = mentions
            .filter(|mention| !known.contains(mention.entry.id.as_str()))
            .map(|mention| (mention.entry.id.as_str(), &mention.entry))
            .collect();
        let carriers = report.carriers.iter().map(|carrier| (&carrier.entry, carrier.decided, true));
        let others = others.into_values().filter_map(|entry| Some((entry, entry.day()?, false)));
        let mut all: Vec<(&Arc<Entry>, Date, bool)> = carriers.chain(others).collect();
        all.sort_by_key(|(_, day, _)| *day);
        let step = step(all.len());
        let place = |(index, (entry, day, is_carrier)): (usize, (&Arc<Entry>, Date, bool))| Place {
            entry: Arc::clone(entry),
            day,
            title: format!("{}, {}", entry.company, locale.date(day)),
            x: MARGIN + step * number(index),
            is_carrier,
        };
        Self {
            places: all.into_iter().enumerate().map(place).collect(),
            colon: locale.text("colon").to_owned(),
            kinds: KINDS.into_iter().map(|kind| (kind, locale.text(&format!("mark-{kind}")).to_owned())).collect(),
        }
    }

    /// Draws the strip of a topic, with its count and what its pivot is; empty without applications to show.
    pub(in crate::render) fn draw(&self, figure: &TopicFigure, class: &str, (count, pivot): (&str, &str)) -> String {
        let marks = heaviest(figure);
        if self.marked(&marks).next().is_none() {
            return String::new();
        }
        let radius = self.radius();
        let label = escape(&format!("{}{} {count}", figure.label, self.colon));
        let mut svg = format!(
            "<svg class=\"strip {class}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{label}\"><title>{label}</title><desc>{}</desc>",
            escape(&self.description(&marks))
        );
        let (mut absent, mut crowd, mut marked) = (Vec::new(), Vec::new(), String::new());
        if self.is_crowded() {
            let _ = write!(svg, "<path class=\"rule\" d=\"M{MARGIN} {0}H{1}\"/>", HEIGHT / 2.0, WIDTH - MARGIN);
        }
        for (place, kind) in self.marked(&marks) {
            let x = place.x;
            // In a crowd, the line stands for those that say nothing, and one mark for those at one place.
            match (kind, self.is_crowded()) {
                ("absent", false) => absent.push(x),
                ("absent", true) => {}
                (_, false) => marked.push_str(&shape(kind, x, radius, &escape(&place.title))),
                (_, true) => crowd.push(x.round()),
            }
        }
        crowd.dedup();
        svg.push_str(&dots("full", &crowd, HEIGHT / 2.0, radius));
        svg.push_str(&dots("absent", &absent, HEIGHT / 2.0, (radius / 3.0).max(0.8)));
        svg.push_str(&marked);
        if let Some(trend) = &figure.trend {
            let (x, title) = (between(&self.places, step(self.places.len()), trend.pivot), escape(pivot));
            let _ = write!(svg, "<path class=\"pivot\" d=\"M{x:.1} 1V31\"><title>{title}</title></path>");
        }
        svg.push_str("</svg>");
        svg
    }

    /// Returns the marks in words: each application that mentions the topic, and who does.
    fn description(&self, marks: &HashMap<&str, &EvidenceFigure>) -> String {
        let told = self.marked(marks).filter_map(|(place, kind)| {
            let kind = self.kinds.get(kind)?;
            Some(format!("{} ({kind})", place.title))
        });
        told.take(if self.is_crowded() { CROWD_TOLD } else { usize::MAX }).collect::<Vec<_>>().join(" · ")
    }

    /// Returns the applications of a topic's strip by date, each with its kind of mark.
    fn marked<'a>(
        &'a self,
        marks: &'a HashMap<&str, &EvidenceFigure>,
    ) -> impl Iterator<Item = (&'a Place, &'static str)> {
        let kind = |place: &Place| marks.get(place.entry.id.as_str()).map_or("absent", |evidence| mark(evidence));
        self.places
            .iter()
            .map(move |place| (place, kind(place)))
            .filter(|(place, kind)| place.is_carrier || *kind != "absent")
    }

    /// Returns whether there are more applications than marks can be told apart.
    fn is_crowded(&self) -> bool {
        self.places.len() > CROWD
    }

    /// Returns what the strip of a topic shows, as a table; of a crowd, those that mention it.
    pub(in crate::render) fn table(&self, context: &Context<'_>, figure: &TopicFigure) -> Vec<RowView> {
        let marks = heaviest(figure);
        let row = |(place, kind): (&Place, &str)| RowView {
            date: context.locale().date(place.day),
            entry: context.entry_view(&place.entry),
            mention: context.text(&format!("mark-{kind}")).to_owned(),
        };
        self.marked(&marks).filter(|(_, kind)| !self.is_crowded() || *kind != "absent").map(row).collect()
    }

    fn radius(&self) -> f64 {
        (step(self.places.len()) * 0.42).clamp(1.2, 7.0)
    }
}

/// Returns how far apart the places of so many applications are.
fn step(places: usize) -> f64 {
    (WIDTH - 2.0 * MARGIN) / number(places.saturating_sub(1).max(8))
}

/// Returns the place between the last application before `day` and the first since.
fn between(places: &[Place], step: f64, day: Date) -> f64 {
    let before = places.partition_point(|place| place.day < day);
    MARGIN + step * (number(before) - 0.5)
}

/// Returns the heaviest mention in each application.
fn heaviest(figure: &TopicFigure) -> HashMap<&str, &EvidenceFigure> {
    let mut heaviest: HashMap<&str, &EvidenceFigure> = HashMap::new();
    for evidence in &figure.evidence {
        let known = heaviest.entry(&evidence.entry.id).or_insert(evidence);
        if evidence.weight > known.weight {
            *known = evidence;
        }
    }
    heaviest
}

/// Returns the mark of an application that mentions the topic.
fn shape(kind: &str, x: f64, radius: f64, title: &str) -> String {
    let y = HEIGHT / 2.0;
    let title = format!("<title>{title}</title>");
    let circle = |class: &str, radius: f64| {
        format!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y}\" r=\"{radius:.1}\">{title}</circle>")
    };
    match kind {
        "recruiter" => circle("full", radius),
        "peer" => {
            let (left, size) = (x - radius, radius * 2.0);
            let half =
                format!("<path class=\"full\" d=\"M{left:.1} {y}a{radius:.1} {radius:.1} 0 0 1 {size:.1} 0z\"/>");
            format!("{half}{}", circle("ring", radius))
        }
        "self" => circle("ring", radius),
        "suggested" => circle("ring dashed", radius),
        "none" => {
            let (left, right) = (x - radius, x + radius);
            let strike =
                format!("<path class=\"strike\" d=\"M{left:.1} {:.1}L{right:.1} {:.1}\"/>", y + radius, y - radius);
            format!("{}{strike}", circle("ring faint", radius))
        }
        _ => String::new(),
    }
}
