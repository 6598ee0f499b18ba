//! A journal to a [`Report`]: every figure, each computed in one place.
//!
//! In: the [`crate::model::Journal`], a language for labels, and today. Out: the report that
//! `status`, `report.json` and the pages all read. One file a part. The rules
//! are those of the format's section on figures, which the README gives.

mod activity;
mod agenda;
mod beta;
mod changes;
mod counts;
mod extract;
mod hints;
mod json;
mod make;
mod mentions;
mod plan;
mod steps;
mod stories;
mod suggested;
mod topics;
mod trend;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::locale::{Lang, Locale, Named};
use crate::model::{Control, Entry, Polarity, Quote, ShareDates, Source, Stage, Status};

pub use agenda::{HORIZON_DAYS, Step, StepKind, StepState, agenda, is_paused};
pub use beta::probability_of_fall;
pub use changes::{Change, ChangeKind, changes};
pub use hints::hints;
pub use json::to_json;
pub use make::{Memo, report, report_again};
pub use plan::{GoalFigure, GoalState, Plan, Progress, Smart, TaskFigure, TaskStatus, Totals};
pub use steps::{Steps, good_news};
pub use suggested::{EntrySuggestions, Suggestion, Suggestions, feedback_kind, suggestions};

/// The version of the report's JSON.
pub const VERSION: u32 = 1;

/// Every figure of a journal on one day.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The version of this shape.
    pub version: u32,
    /// The day it is about.
    pub today: Date,
    /// The language of its labels.
    pub lang: Lang,
    /// The title of the journal.
    pub title: String,
    /// How many applications, by how they stand.
    pub entries: EntryCounts,
    /// How far applications came, in the order of the stages.
    pub funnel: Vec<FunnelStage>,
    /// Feedback asked for and received.
    pub feedback: FeedbackCounts,
    /// What is to be worked on, most telling first.
    pub weaknesses: Vec<TopicFigure>,
    /// What works, most telling first.
    pub strengths: Vec<TopicFigure>,
    /// What does not depend on the person, most telling first.
    pub beyond_control: Vec<TopicFigure>,
    /// The action plan.
    pub plan: Plan,
    /// The steps of the follow-up.
    pub agenda: Vec<Step>,
    /// What offers of the last weeks ask for; only in what is told to a reader.
    #[serde(skip)]
    pub answers: Vec<Step>,
    /// Strengths, weaknesses, opportunities, threats.
    pub swot: Swot,
    /// Feelings over time.
    pub mood: Vec<MoodPoint>,
    /// Refusals that led to an offer.
    pub stories: Vec<Story>,
    /// Whether applications go out.
    pub activity: Activity,
    /// Outcomes by where the offer was found.
    pub sources: Vec<Outcome>,
    /// Outcomes by what was sent.
    pub documents: Vec<Outcome>,
    /// The entries that trends look at, by day: what a picture of one topic stands on.
    #[serde(skip)]
    pub carriers: Vec<Carrier>,
    /// For each topic that was worked on, the first day on which a piece of work was done.
    #[serde(skip)]
    pub pivots: BTreeMap<String, Date>,
    /// The first and the last day on which an application was sent or decided.
    #[serde(skip)]
    pub period: Option<(Date, Date)>,
    /// What the words of feedback suggest.
    #[serde(skip)]
    pub suggestions: Suggestions,
    /// Whether it is about a copy that names nobody, and how exact its dates are.
    #[serde(skip)]
    pub copy: Option<ShareDates>,
}

/// How many applications there are, drafts left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EntryCounts {
    /// Read and left out.
    pub total: usize,
    /// Refused.
    pub rejected: usize,
    /// Never answered.
    pub ghosted: usize,
    /// Withdrawn.
    pub withdrawn: usize,
    /// Without a decision.
    pub open: usize,
    /// With an offer.
    pub offer: usize,
    /// Accepted.
    pub accepted: usize,
    /// With an error: not counted anywhere else.
    pub left_out: usize,
}

/// One stage of hiring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FunnelStage {
    /// Which.
    pub stage: Stage,
    /// Applications whose furthest stage is this one or later.
    pub reached: usize,
    /// Applications refused, unanswered or withdrawn at it.
    pub ended_here: usize,
}

/// Feedback asked for and received.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FeedbackCounts {
    /// Requests that are due or late.
    pub due: usize,
    /// Requests made.
    pub requested: usize,
    /// Feedback received, asked for or not.
    pub received: usize,
    /// Requests answered, from 0 to 1; none without requests.
    pub rate: Option<f64>,
    /// Feedback that names something to act on.
    pub constructive: usize,
    /// Polite feedback with nothing to act on.
    pub generic: usize,
    /// Feedback that judges.
    pub unconstructive: usize,
    /// Sentences of feedback that speak of nothing known.
    pub unclassified: Vec<Note>,
}

/// A text of an entry with its line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The entry's id.
    pub entry: String,
    /// The line, from 1.
    pub line: u32,
    /// The text.
    pub text: String,
}

/// One topic as a weakness, a strength, or beyond control.
#[derive(Clone, Debug, Serialize)]
pub struct TopicFigure {
    /// Its id.
    pub topic: String,
    /// Its label in the report's language.
    pub label: String,
    /// Its group.
    pub group: String,
    /// Whether it depends on the person.
    pub control: Control,
    /// Applications with a mention of non-zero weight.
    pub applications: usize,
    /// Companies with one.
    pub companies: usize,
    /// Companies whose recruiter said it explicitly, with non-zero weight.
    pub employers: usize,
    /// Companies of the entries that carry feedback or a debrief.
    pub of: usize,
    /// Mentions that are suggested, of non-zero weight.
    pub suggested: usize,
    /// Whether enough different companies mention it.
    pub recurring: bool,
    /// The sum over applications of the heaviest mention in each, rounded to 3 decimals.
    pub score: f64,
    /// What changed since work on it was done; only for weaknesses that were worked on.
    pub trend: Option<Trend>,
    /// The goals, not dropped, that work on it.
    pub covered_by: Vec<String>,
    /// Every mention, the latest first; those that weigh nothing too.
    pub evidence: Vec<Arc<EvidenceFigure>>,
}

impl Report {
    /// Returns the message that tells that a topic of one list stands on the other, too.
    pub fn also(&self, topic: &str, polarity: Polarity) -> Option<&'static str> {
        let (others, key) = match polarity {
            Polarity::Strength => (&self.weaknesses, "also-weakness"),
            Polarity::Weakness => (&self.strengths, "also-strength"),
        };
        others.iter().any(|figure| figure.topic == topic).then_some(key)
    }
}

impl TopicFigure {
    /// Returns whether no recruiter said it explicitly, and some recruiter's words suggest it.
    pub fn is_only_suggested(&self) -> bool {
        let by_recruiter = |evidence: &Arc<EvidenceFigure>| {
            evidence.source == Source::Recruiter && !evidence.explicit && evidence.weight > 0.0
        };
        self.employers == 0 && self.evidence.iter().any(by_recruiter)
    }

    /// Says how many mention the topic.
    ///
    /// Employers are counted where a recruiter said it, and applications too where it recurs though a single
    /// employer said it; else applications, which are called one's own judgement only where no recruiter's
    /// words suggest it.
    pub fn count(&self, locale: &Locale) -> String {
        let (key, count) = if self.is_only_suggested() {
            ("count-applications", self.applications)
        } else if self.employers == 0 {
            ("count-own", self.applications)
        } else if self.recurring && self.employers == 1 && self.applications > 1 {
            ("count-employer-recurring", self.employers)
        } else if self.employers <= self.of {
            ("count-employers", self.employers)
        } else {
            ("count-employers-alone", self.employers)
        };
        let args = [("count", count.into()), ("of", self.of.into()), ("applications", self.applications.into())];
        locale.format(key, &args)
    }
}

/// One mention of a topic.
#[derive(Clone, Debug)]
pub struct EvidenceFigure {
    /// The entry; JSON has its id and its path.
    pub entry: Arc<Entry>,
    /// The line, from 1.
    pub line: u32,
    /// Whose words.
    pub source: Source,
    /// Whether a person wrote it; else it is suggested.
    pub explicit: bool,
    /// The words, of the entry or of a topic's label.
    pub quote: Quote,
    /// How much it weighs, rounded to 3 decimals.
    pub weight: f64,
    /// The words that caused a suggestion.
    pub because: Option<Arc<[String]>>,
    /// Whether it is a topic of a list: it stands above the text and has no words of its own.
    pub is_listed: bool,
}

impl EvidenceFigure {
    /// Returns the words.
    pub fn quote(&self) -> &str {
        self.quote.text(&self.entry.source)
    }

    /// Returns whether these are the words.
    pub fn says(&self, words: &str) -> bool {
        self.quote.bytes() == words.len() && self.quote() == words
    }

    /// Returns whether the words have more than so many characters.
    pub fn is_longer_than(&self, chars: usize) -> bool {
        self.quote.bytes() > chars && self.quote().chars().count() > chars
    }
}

impl Serialize for EvidenceFigure {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut figure = serializer.serialize_struct("EvidenceFigure", 8)?;
        figure.serialize_field("entry", &self.entry.id)?;
        figure.serialize_field("file", self.entry.file())?;
        figure.serialize_field("line", &self.line)?;
        figure.serialize_field("source", &self.source)?;
        figure.serialize_field("explicit", &self.explicit)?;
        figure.serialize_field("quote", self.quote())?;
        figure.serialize_field("weight", &self.weight)?;
        figure.serialize_field("because", &self.because.as_deref())?;
        figure.end()
    }
}

/// How often a weakness was mentioned before and since work on it was done.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Trend {
    /// The first day on which work was done; it belongs to `since`.
    pub pivot: Date,
    /// Entries decided before it.
    pub before: Mentioned,
    /// Entries decided since.
    pub since: Mentioned,
    /// The probability that the rate has fallen.
    pub probability: f64,
    /// What that means.
    pub verdict: Verdict,
}

impl Trend {
    /// Returns what a sentence may say of it: a topic is mentioned more often only where its share has risen.
    ///
    /// After few entries the flat priors alone can make a rise probable.
    pub fn told(&self) -> Verdict {
        let has_risen = self.since.mentioned * self.before.of > self.before.mentioned * self.since.of;
        if self.verdict == Verdict::Worsening && !has_risen { Verdict::Unclear } else { self.verdict }
    }

    /// Returns the arguments of the messages that tell it in natural frequencies.
    pub fn args(&self, locale: &Locale) -> [Named<'static>; 5] {
        [
            ("before", self.before.mentioned.into()),
            ("before-of", self.before.of.into()),
            ("since", self.since.mentioned.into()),
            ("since-of", self.since.of.into()),
            ("day", locale.date(self.pivot).into()),
        ]
    }
}

/// How many of some entries mention a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mentioned {
    /// Those that do.
    pub mentioned: usize,
    /// All of them.
    pub of: usize,
}

/// What a trend says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Mentioned less often since.
    Improving,
    /// Mentioned more often since.
    Worsening,
    /// Too early to say.
    Unclear,
}

/// Strengths, weaknesses, opportunities, threats.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Swot {
    /// Topics, in the order of the strengths.
    pub strengths: Vec<String>,
    /// Topics, in the order of the weaknesses.
    pub weaknesses: Vec<String>,
    /// Items under opportunities headings.
    pub opportunities: Vec<Note>,
    /// Items under threats headings.
    pub threats: Vec<Note>,
}

/// Feelings around one piece of news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MoodPoint {
    /// The day of the news, else of the application.
    pub date: Option<Date>,
    /// The entry's id.
    pub entry: String,
    /// From 1 to 5, before the news.
    pub before: Option<u8>,
    /// From 1 to 5, after it.
    pub after: Option<u8>,
}

/// A chain of applications from a refusal to an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Story {
    /// The ids, oldest first; two or more.
    pub entries: Vec<String>,
    /// Weaknesses of the earlier ones that were worked on before the offer.
    pub topics: Vec<String>,
    /// The goals that worked on them.
    pub goals: Vec<String>,
    /// How it ended: an offer, accepted or not.
    pub outcome: Status,
}

/// Whether applications go out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Activity {
    /// The day of the latest application.
    pub last_application: Option<Date>,
    /// Days since then.
    pub days_since: Option<i32>,
    /// Applications without a decision.
    pub open_applications: usize,
    /// Whether nothing is open, nothing accepted, and the last application is long ago.
    pub dry: bool,
}

/// What came of applications that share something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// What they share, as first written.
    pub name: String,
    /// How many there are.
    pub applications: usize,
    /// In how many an interview took place.
    pub interviews: usize,
    /// How many led to an offer.
    pub offers: usize,
}

/// An entry that carries feedback or a debrief and has a decision: what trends look at.
#[derive(Clone, Debug)]
pub struct Carrier {
    /// The entry.
    pub entry: Arc<Entry>,
    /// Its place in the journal.
    pub place: usize,
    /// The day of its decision.
    pub decided: Date,
}

/// Rounds to 3 decimals, as weights and scores are shown.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
