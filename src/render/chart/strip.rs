//! The topic strip: all applications that carry feedback or a debrief in a row by date.
//!
//! Those that mention the topic are drawn full (recruiter), half (peer), ring
//! (own judgement), dashed (suggested) or struck (weighs nothing); a line marks
//! the day when work on it was done. The set is the trend's own, so that the
//! picture and the sentence agree; all strips share one axis. An application
//! outside the set, such as one whose front matter alone names a reason, stands
//! between its neighbours in the strips of what it mentions, beside the line and others that stand there.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
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
/// How near to the edge a line stands that comes before or after all applications.
const EDGE: f64 = 3.0;
/// More applications than this cannot be told apart in a strip.
const CROWD: usize = 160;
/// How many of a crowd are told in words; the table has all.
const CROWD_TOLD: usize = 20;

/// The applications that have a place in the strips, by date.
#[derive(Clone, Debug)]
pub(in crate::render) struct Axis {
    places: Vec<Place>,
    /// The place of each entry, by where it stands in memory.
    places_of: FxHashMap<usize, usize>,
    /// How many of them are of the set.
    carriers: usize,
    /// The place of the first of the set.
    first: f64,
    /// How far apart those of the set are.
    step: f64,
    locale: Locale,
}

/// The kind of mark of those that do not mention a topic.
const ABSENT: &str = "absent";

#[derive(Clone, Debug)]
struct Place {
    entry: Arc<Entry>,
    /// The day of the decision, or the entry's own where there is none.
    day: Date,
    /// Whether it is of the set, and so stands in every strip.
    is_carrier: bool,
    /// How many of the set come before it.
    before: usize,
}

/// Something in a strip.
#[derive(Clone, Copy)]
enum Item<'a> {
    /// An application with its kind of mark.
    Mark(&'a Place, &'static str),
    /// The day when work was done, and how many of the set come before it.
    Pivot(usize),
}

impl Item<'_> {
    fn is_carrier(&self) -> bool {
        matches!(self, Item::Mark(place, _) if place.is_carrier)
    }

    /// Returns how many of the set come before it.
    fn before(&self) -> usize {
        match self {
            Item::Mark(place, _) => place.before,
            Item::Pivot(before) => *before,
        }
    }
}

/// Where something stands in a strip, and how large it is at most.
struct Spot<'a> {
    x: f64,
    radius: f64,
    item: Item<'a>,
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
        let known: FxHashSet<usize> = report.carriers.iter().map(|carrier| address(&carrier.entry)).collect();
        let lists = [&report.weaknesses, &report.strengths, &report.beyond_control];
        let mentions = lists.into_iter().flatten().flat_map(|figure| &figure.evidence);
        let others: BTreeMap<&str, &Arc<Entry>> = mentions
            .filter(|mention| !known.contains(&address(&mention.entry)))
            .map(|mention| (mention.entry.id.as_str(), &mention.entry))
            .collect();
        let carriers = report.carriers.iter().map(|carrier| (&carrier.entry, carrier.decided, true));
        let others = others.into_values().filter_map(|entry| Some((entry, entry.day()?, false)));
        let mut all: Vec<(&Arc<Entry>, Date, bool)> = carriers.chain(others).collect();
        all.sort_by_key(|(_, day, _)| *day);
        // Those outside the set that come before or after all of it have half a step there.
        let half =
            |end: Option<&(&Arc<Entry>, Date, bool)>| if end.is_some_and(|(.., carrier)| !carrier) { 0.5 } else { 0.0 };
        let (room_before, room_after) = (half(all.first()), half(all.last()));
        let carriers = report.carriers.len();
        let step = (WIDTH - 2.0 * MARGIN) / (number(carriers.saturating_sub(1)) + room_before + room_after).max(8.0);
        let mut before = 0;
        let place = |(entry, day, is_carrier): (&Arc<Entry>, Date, bool)| {
            let place = Place { entry: Arc::clone(entry), day, is_carrier, before };
            before += usize::from(is_carrier);
            place
        };
        let places: Vec<Place> = all.into_iter().map(place).collect();
        let places_of = places.iter().enumerate().map(|(at, place)| (address(&place.entry), at)).collect();
        Self { places, places_of, carriers, first: MARGIN + step * room_before, step, locale: locale.clone() }
    }

    /// Draws the strip of a topic, with its count and what its pivot is; empty without applications to show.
    pub(in crate::render) fn draw(&self, figure: &TopicFigure, class: &str, (count, pivot): (&str, &str)) -> String {
        let shown = self.marked(figure);
        if shown.is_empty() && !self.is_crowded() {
            return String::new();
        }
        let pivot_day = figure.trend.as_ref().map(|trend| trend.pivot);
        let label = format!("{}{} {count}", figure.label, self.locale.text("colon"));
        let label = escape(&label);
        let mut svg = format!(
            "<svg class=\"strip {class}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{label}\"><title>{label}</title><desc>{}</desc>",
            escape(&self.description(&shown))
        );
        let (mut absent, mut crowd, mut marked) = (Vec::new(), Vec::new(), String::new());
        if self.is_crowded() {
            let _ = write!(svg, "<path class=\"rule\" d=\"M{MARGIN} {0}H{1}\"/>", HEIGHT / 2.0, WIDTH - MARGIN);
        }
        let mut line = String::new();
        for Spot { x, radius, item } in self.spots(&shown, pivot_day) {
            // In a crowd, the line stands for those that say nothing, and one mark for those at one place.
            match item {
                Item::Pivot(_) => {
                    line = format!("<path class=\"pivot\" d=\"M{x:.1} 1V31\"><title>{}</title></path>", escape(pivot));
                }
                Item::Mark(_, ABSENT) => absent.push(x),
                Item::Mark(..) if self.is_crowded() => crowd.push(x.round()),
                Item::Mark(place, kind) => marked.push_str(&shape(kind, x, radius, &escape(&self.title(place)))),
            }
        }
        crowd.dedup();
        let radius = self.radius();
        svg.push_str(&dots("full", &crowd, HEIGHT / 2.0, radius));
        svg.push_str(&dots("absent", &absent, HEIGHT / 2.0, (radius / 3.0).max(0.8)));
        svg.push_str(&marked);
        svg.push_str(&line);
        svg.push_str("</svg>");
        svg
    }

    /// Returns what stands in a strip, by date, each at its place.
    fn spots<'a>(&self, marked: &[(&'a Place, &'static str)], pivot: Option<Date>) -> Vec<Spot<'a>> {
        let mut items: Vec<Item<'a>> = marked.iter().map(|(place, kind)| Item::Mark(place, kind)).collect();
        if let Some(pivot) = pivot {
            let at = items.partition_point(|item| matches!(item, Item::Mark(place, _) if place.day < pivot));
            let next = self.places.partition_point(|place| place.day < pivot);
            items.insert(at, Item::Pivot(self.places.get(next).map_or(self.carriers, |place| place.before)));
        }
        let mut spots = Vec::new();
        let is_run = |a: &Item<'_>, b: &Item<'_>| !a.is_carrier() && !b.is_carrier() && a.before() == b.before();
        for run in items.chunk_by(is_run) {
            let before = run.first().map_or(0, Item::before);
            if run.first().is_some_and(Item::is_carrier) {
                let (x, radius) = (self.first + self.step * number(before), self.radius());
                spots.extend(run.iter().map(|item| Spot { x, radius, item: *item }));
            } else {
                let (from, apart) = self.between(before, run.len());
                let radius = (apart * 0.42).clamp(1.2, self.radius());
                let spot = |(at, item): (usize, &Item<'a>)| Spot { x: from + apart * number(at), radius, item: *item };
                spots.extend(run.iter().enumerate().map(spot));
            }
        }
        spots
    }

    /// Returns where the first of `count` stands that come after so many of the set, and how far apart they are.
    fn between(&self, before: usize, count: usize) -> (f64, f64) {
        let count = number(count);
        let last = self.first + self.step * (number(before) - 1.0);
        if self.carriers == 0 {
            (MARGIN, (WIDTH - 2.0 * MARGIN) / (count - 1.0).max(8.0))
        } else if before == 0 {
            let room = (self.first - MARGIN).max(MARGIN - EDGE);
            (self.first - room, room / count)
        } else if before == self.carriers {
            let room = (self.step / 2.0).min(WIDTH - EDGE - last);
            (last + room / count, room / count)
        } else {
            let apart = self.step / (count + 1.0);
            (last + apart, apart)
        }
    }

    /// Returns the marks in words: each application that mentions the topic, and who does.
    fn description(&self, marked: &[(&Place, &'static str)]) -> String {
        let told = marked.iter().filter(|(_, kind)| *kind != ABSENT);
        let told = told.map(|(place, kind)| format!("{} ({})", self.title(place), self.meaning(kind)));
        told.take(if self.is_crowded() { CROWD_TOLD } else { usize::MAX }).collect::<Vec<_>>().join(" · ")
    }

    /// Returns how an application is called in a strip.
    fn title(&self, place: &Place) -> String {
        format!("{}, {}", place.entry.company, self.locale.date(place.day))
    }

    /// Returns what a kind of mark means.
    fn meaning(&self, kind: &str) -> &str {
        self.locale.text(&format!("mark-{kind}"))
    }

    /// Returns the applications of a topic's strip by date, each with the kind of its heaviest mark; those of the set
    /// that do not mention the topic have no place in a crowd.
    fn marked(&self, figure: &TopicFigure) -> Vec<(&Place, &'static str)> {
        let place = |entry: &Arc<Entry>| self.places_of.get(&address(entry)).copied();
        let mentions = figure.evidence.iter().filter_map(|evidence| Some((place(&evidence.entry)?, Some(evidence))));
        let mut marks: Vec<(usize, Option<&Arc<EvidenceFigure>>)> = mentions.collect();
        if !self.is_crowded() {
            let carriers = self.places.iter().enumerate().filter(|(_, place)| place.is_carrier);
            marks.extend(carriers.map(|(at, _)| (at, None)));
        }
        let weight = |evidence: Option<&Arc<EvidenceFigure>>| evidence.map_or(-1.0, |evidence| evidence.weight);
        marks.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| weight(*other).total_cmp(&weight(*one))));
        marks.dedup_by_key(|(at, _)| *at);
        let kind = |evidence: Option<&Arc<EvidenceFigure>>| evidence.map_or(ABSENT, |evidence| mark(evidence));
        marks.into_iter().filter_map(|(at, evidence)| Some((self.places.get(at)?, kind(evidence)))).collect()
    }

    /// Returns whether there are more applications than marks can be told apart.
    fn is_crowded(&self) -> bool {
        self.carriers > CROWD
    }

    /// Returns what the strip of a topic shows, as a table of the last `held` rows; of a crowd, those that mention it.
    pub(in crate::render) fn table(&self, context: &Context<'_>, figure: &TopicFigure, held: usize) -> Vec<RowView> {
        let row = |(place, kind): (&Place, &str)| RowView {
            date: context.locale().date(place.day),
            entry: context.entry_view(&place.entry),
            mention: self.meaning(kind).to_owned(),
        };
        let shown = self.marked(figure);
        let beyond = shown.len().saturating_sub(held);
        shown.into_iter().skip(beyond).map(row).collect()
    }

    fn radius(&self) -> f64 {
        (self.step * 0.42).clamp(1.2, 7.0)
    }
}

/// Returns where an entry stands in memory: all that speak of an entry of a report share it.
fn address(entry: &Arc<Entry>) -> usize {
    Arc::as_ptr(entry).addr()
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
