//! The opening paragraph: an offer, one strength, one thing that returns, what is done about it, the next step.
//!
//! Composed from the figures, four sentences at most, without `je` or `vous`.
//! With little data it says so and asks for one thing.

use std::sync::Arc;

use crate::analyse::{GoalState, Report, Step, StepKind, StepState, TopicFigure, Verdict, good_news};
use crate::locale::{Locale, lower_first, upper_first};
use crate::model::{Entry, FeedbackKind, Journal, Status};
use crate::template::{Html, code};

/// The opening paragraph, with the topics that it marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    marked: String,
}

impl Paragraph {
    /// Returns the paragraph as HTML: strengths in `<b class="t">`, what returns in `<b class="p">`.
    pub(super) fn html(&self) -> Html {
        let html = code(&self.marked);
        let html = html.replace(STRENGTH, "<b class=\"t\">").replace(RETURNING, "<b class=\"p\">").replace(END, "</b>");
        Html(html)
    }

    /// Returns the paragraph as plain text.
    pub fn text(&self) -> String {
        self.marked.replace([STRENGTH, RETURNING, END], "")
    }
}

// Private characters that mark topics until the paragraph is shown.
const PLACE: char = '\u{e000}';
const STRENGTH: char = '\u{e001}';
const RETURNING: char = '\u{e002}';
const END: char = '\u{e003}';

/// Composes the paragraph.
pub fn lead(journal: &Journal, report: &Report, locale: &Locale) -> Paragraph {
    let lead = Lead { journal, report, locale };
    let read = report.entries.total - report.entries.left_out;
    let sentences: Vec<Option<String>> = if read == 0 {
        vec![Some(locale.text("lead-empty").to_owned())]
    } else if report.strengths.is_empty() && report.weaknesses.is_empty() {
        let news = good_news(journal, report.today);
        let first = if news.is_some() { None } else { Some(lead.no_feedback(read)) };
        vec![news.map(|entry| lead.tell(entry)), first, lead.next_step()]
    } else {
        let news = good_news(journal, report.today);
        // Four sentences at most: good news stands for what is still to be done about the rest.
        let work = if news.is_none() { lead.work() } else { None };
        vec![news.map(|entry| lead.tell(entry)), lead.praise(), lead.returning(), work, lead.next_step()]
    };
    Paragraph { marked: sentences.into_iter().flatten().collect::<Vec<_>>().join(" ") }
}

struct Lead<'a> {
    journal: &'a Journal,
    report: &'a Report,
    locale: &'a Locale,
}

impl Lead<'_> {
    /// Tells that there is no feedback yet, that no topic is known in what there is, or that all of it weighs nothing.
    fn no_feedback(&self, read: usize) -> String {
        let fed = || self.journal.counted().filter(|entry| entry.has_feedback_or_debrief());
        let has_tag = |entry: &Arc<Entry>| entry.body.blocks.iter().any(|block| !block.tags.is_empty());
        let is_unkind = |entry: &Arc<Entry>| entry.feedback.kind == Some(FeedbackKind::Unconstructive);
        let args = [("entries", read.into())];
        if let Some(figure) = self.report.beyond_control.first() {
            return self.marked("lead-beyond", &figure.topic, RETURNING, &args);
        }
        let key = match fed().next() {
            None => "lead-no-feedback",
            Some(_) if fed().any(has_tag) || fed().all(is_unkind) => "lead-no-weight",
            Some(_) => "lead-no-topic",
        };
        self.locale.format(key, &args)
    }

    fn tell(&self, news: &Entry) -> String {
        let key = if news.status == Status::Accepted { "lead-accepted" } else { "lead-offer" };
        self.locale.format(key, &[("company", news.company.as_str().into())])
    }

    /// The strength named by most employers, one that is not also coming back as a weakness if there is any.
    fn strength(&self) -> Option<&TopicFigure> {
        let returns = |figure: &&TopicFigure| {
            self.report.weaknesses.iter().any(|weakness| weakness.recurring && weakness.topic == figure.topic)
        };
        let strengths = &self.report.strengths;
        let recurring = strengths.iter().filter(|figure| figure.recurring && !returns(figure));
        // The first of those that as many name: the order is that of the report.
        recurring.rev().max_by_key(|figure| figure.employers).or(strengths.first())
    }

    fn praise(&self) -> Option<String> {
        Some(self.about("lead-strength", self.strength()?, STRENGTH))
    }

    /// What comes back first, else what was noted so far.
    fn returning(&self) -> Option<String> {
        let figure = self.report.weaknesses.iter().find(|figure| figure.recurring);
        let Some(figure) = figure else {
            let noted = self.report.weaknesses.first()?;
            return Some(self.marked("lead-nothing-returns", &noted.topic, RETURNING, &[]));
        };
        let is_same = self.strength().is_some_and(|strength| strength.topic == figure.topic) && figure.employers > 0;
        let sentence = if is_same {
            let (count, word) = (figure.employers, self.locale.number_word(figure.employers));
            self.locale.format("lead-returning-same", &[("count", count.into()), ("word", word.into())])
        } else {
            self.about("lead-returning", figure, RETURNING)
        };
        let Some(trend) = figure.trend else { return Some(sentence) };
        let args = trend.args(self.locale);
        let key = match trend.told() {
            Verdict::Improving => "lead-trend-improving",
            Verdict::Worsening => "lead-trend-worsening",
            Verdict::Unclear => "lead-trend-unclear",
        };
        let trend = self.locale.format(key, &args);
        Some(format!("{}{trend}", sentence.trim_end_matches('.')))
    }

    /// The most important gap, else the goal that works on what returns.
    fn work(&self) -> Option<String> {
        if let Some(gap) = self.report.plan.uncovered.first() {
            let returning = self.report.weaknesses.iter().find(|figure| figure.recurring);
            if returning.is_some_and(|figure| figure.topic == *gap) {
                return Some(self.locale.text("lead-uncovered-same").to_owned());
            }
            return Some(self.marked("lead-uncovered", gap, RETURNING, &[]));
        }
        let figure = self.report.weaknesses.iter().find(|figure| figure.recurring && !figure.covered_by.is_empty())?;
        let goals = self.report.plan.goals.iter().filter(|goal| figure.covered_by.contains(&goal.id));
        // One that goes on before one that is past its date, or done.
        let goal = goals.min_by_key(|goal| (goal.status.is_over(), goal.status == GoalState::Overdue))?;
        let key = match goal.status {
            GoalState::Done => "lead-goal-done",
            GoalState::Overdue => "lead-goal-overdue",
            _ => "lead-goal",
        };
        Some(self.locale.format(key, &[("goal", self.locale.quoted(&goal.title).into())]))
    }

    /// What the list of today begins with, else what is still possible, else what is next.
    fn next_step(&self) -> Option<String> {
        self.report.steps(self.journal).in_order().next().map(|step| self.step(step))
    }

    /// A sentence on a step. A task's words are the person's own: quoted, and with the company that they are about.
    fn step(&self, step: &Step) -> String {
        // An answer to an offer stands on no line.
        let is_answer = step.kind == StepKind::Task && step.line.is_none();
        let is_own = matches!(step.kind, StepKind::Task | StepKind::Milestone) && step.text != step.why && !is_answer;
        let is_apart = is_own || step.kind == StepKind::Review;
        let key = match (step.state, is_apart) {
            (StepState::Late, _) => "lead-possible",
            (StepState::Due, false) if is_answer && step.until > self.report.today => "lead-until",
            (StepState::Due, false) => "lead-today",
            (StepState::Due, true) => "lead-today-own",
            (_, false) => "lead-next",
            (_, true) => "lead-next-own",
        };
        let args = [
            ("step", if is_own { self.own_words(step) } else { lower_first(&step.text) }.into()),
            ("day", self.locale.short_date(if is_answer { step.until } else { step.date }, self.report.today).into()),
        ];
        self.locale.format(key, &args)
    }

    fn own_words(&self, step: &Step) -> String {
        let words = self.locale.quoted(&step.text);
        match step.entry.as_deref().and_then(|id| self.journal.entry(id)) {
            Some(entry) => {
                let args = [("step", words.into()), ("company", entry.company.as_str().into())];
                self.locale.format("lead-step-of", &args)
            }
            None => words,
        }
    }

    /// A sentence on a topic that employers, or one's own debriefs, name.
    fn about(&self, key: &str, figure: &TopicFigure, mark: char) -> String {
        let more = figure.applications.saturating_sub(figure.employers);
        let variant = match figure.employers {
            0 if figure.is_only_suggested() => format!("{key}-suggested"),
            0 => format!("{key}-own"),
            1 if figure.recurring && more > 0 => format!("{key}-mixed"),
            _ => key.to_owned(),
        };
        let count = if figure.employers > 0 { figure.employers } else { figure.applications };
        let args = [
            ("applications", figure.applications.into()),
            ("applications-word", self.locale.number_word(figure.applications).into()),
            ("count", count.into()),
            ("word", self.locale.number_word(count).into()),
            ("more", more.into()),
            ("more-word", self.locale.number_word(more).into()),
        ];
        self.marked(&variant, &figure.topic, mark, &args)
    }

    /// Formats a message about a topic, whose name is marked.
    fn marked(&self, key: &str, topic: &str, mark: char, args: &[crate::locale::Named<'_>]) -> String {
        let name = self.topic_name(topic);
        let mut args = args.to_vec();
        args.push(("topic", PLACE.to_string().into()));
        let sentence = upper_first(&self.locale.format(key, &args));
        let name = if sentence.starts_with(PLACE) { upper_first(&name) } else { name };
        sentence.replacen(PLACE, &format!("{mark}{name}{END}"), 1)
    }

    /// Returns a topic as it stands in a sentence: with its article where the language needs one.
    fn topic_name(&self, topic: &str) -> String {
        let own = self.locale.text(&format!("the-{topic}"));
        if !own.is_empty() {
            return own.to_owned();
        }
        let label = self.journal.topics.get(topic).map_or(topic, |known| known.label(self.locale.lang));
        self.locale.quoted(label)
    }
}
