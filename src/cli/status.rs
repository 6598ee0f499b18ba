//! `rebond status`: the report in the terminal.

use jiff::civil::Date;

use super::args::{GlobalArgs, exit_of, parse_date, tell_problems, tell_read};
use super::exit::Exit;
use super::share::Subject;
use super::ui::Ui;
use crate::analyse::{self, Report, TopicFigure};
use crate::diagnostic::Result;
use crate::diagnostic::show::printable;
use crate::locale::Locale;
use crate::model::Polarity::{Strength, Weakness};
use crate::model::{Journal, Polarity};
use crate::render::{lead, shared_key};

/// Show the report in the terminal
///
/// Today, what works, what keeps coming back, the plan.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct StatusArgs {
    /// How the report is printed
    #[arg(long, value_name = "FORMAT", default_value = "human", conflicts_with = "json")]
    format: Format,
    /// Print JSON: short for `--format json`
    #[arg(long)]
    json: bool,
    /// Tell what happened since this day instead of how things stand
    #[arg(long, value_name = "DATE", value_parser = parse_date, conflicts_with_all = ["format", "json", "share"])]
    since: Option<Date>,
    /// Show the copy that names nobody
    #[arg(long)]
    share: bool,
}

/// A format of `rebond status`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For a person
    #[default]
    Human,
    /// Every figure
    Json,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &StatusArgs) -> Result<Exit> {
    let (project, loaded) = global.load(ui)?;
    let locale = project.locale(None);
    if let Some(since) = args.since {
        ui.text(&since_text(&loaded.journal, &locale, since, global.today()))?;
        tell_problems(ui, &loaded.diagnostics);
        tell_read(ui, &loaded.journal);
        return Ok(exit_of(&loaded));
    }
    let subject = Subject::new(&loaded, locale, args.share);
    let (journal, locale) = (&subject.loaded.journal, &subject.locale);
    let report = analyse::report(journal, locale, global.today());
    let is_json = args.json || args.format == Format::Json;
    let text = if is_json {
        subject.checked("status.json", report.to_json())?
    } else {
        let page = Page { journal, report: &report, locale, color: ui.has_color_out() };
        subject.checked("status.txt", page.text())?
    };
    if is_json {
        ui.data(&text)?;
    } else {
        ui.text(&text)?;
    }
    subject.tell(ui);
    tell_problems(ui, &loaded.diagnostics);
    tell_read(ui, &loaded.journal);
    Ok(exit_of(&loaded))
}

/// Returns what happened since a day, a line each.
fn since_text(journal: &Journal, locale: &Locale, since: Date, today: Date) -> String {
    let changes = analyse::changes(journal, since, today);
    if changes.is_empty() {
        return wrapped(&locale.format("changes-none", &[("day", locale.date(since).into())]), "", WIDTH);
    }
    let line = |change: &analyse::Change| {
        let text = locale.format(change.kind.key(), &[("what", printable(&change.what).into())]);
        wrapped(&format!("{} · {text}", locale.short_date(change.day, today)), "", WIDTH)
    };
    changes.iter().map(line).collect()
}

/// The longest line of the page, in characters.
const WIDTH: usize = 78;
/// How many topics of a list are shown.
const TOPICS: usize = 5;

struct Page<'a> {
    journal: &'a Journal,
    report: &'a Report,
    locale: &'a Locale,
    color: bool,
}

impl Page<'_> {
    fn text(&self) -> String {
        let mut text = format!("{}\n\n", self.bold(&printable(&self.report.title)));
        if let Some(dates) = self.journal.copy {
            text.push_str(&wrapped(self.locale.text(shared_key(dates)), "", WIDTH));
            text.push('\n');
        }
        text.push_str(&wrapped(&printable(&lead(self.journal, self.report, self.locale).text()), "", WIDTH));
        text.push_str(&self.today());
        let of = |recurring: bool| {
            self.report.weaknesses.iter().filter(|figure| figure.recurring == recurring).cloned().collect::<Vec<_>>()
        };
        let (returning, once) = (of(true), of(false));
        text.push_str(&self.topics("part-works", (Strength, &self.report.strengths), "empty-works"));
        text.push_str(&self.topics(
            "part-back",
            (Weakness, &returning),
            if once.is_empty() { "empty-back" } else { "empty-back-once" },
        ));
        if !once.is_empty() {
            text.push_str(&self.topics("part-back-once", (Weakness, &once), ""));
        }
        if !self.report.beyond_control.is_empty() {
            text.push_str(&self.topics("part-beyond", (Weakness, &self.report.beyond_control), ""));
        }
        text.push_str(&self.plan());
        text
    }

    fn heading(&self, key: &str) -> String {
        format!("\n{}\n", self.bold(self.locale.text(key)))
    }

    fn bold(&self, text: &str) -> String {
        if self.color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn today(&self) -> String {
        let analyse::Steps { due, late, .. } = self.report.steps(self.journal);
        let mut text = self.heading("part-today");
        for step in &due {
            let day = self.locale.short_date(step.until, self.report.today);
            let when = self.locale.format("step-until", &[("day", day.into())]);
            text.push_str(&wrapped(&format!("{} ({when})", printable(&step.text)), "  ", WIDTH));
        }
        if due.is_empty() {
            text.push_str(&wrapped(self.locale.text("empty-today"), "  ", WIDTH));
        }
        if !late.is_empty() {
            text.push_str(&self.heading("agenda-late"));
        }
        for step in late {
            text.push_str(&wrapped(&printable(&step.text), "  ", WIDTH));
        }
        text
    }

    fn topics(&self, heading: &str, (polarity, figures): (Polarity, &[TopicFigure]), empty: &str) -> String {
        let mut text = self.heading(heading);
        for figure in figures.iter().take(TOPICS) {
            text.push_str(&wrapped(&self.topic(figure, polarity), "  ", WIDTH));
        }
        if figures.is_empty() {
            text.push_str(&wrapped(self.locale.text(empty), "  ", WIDTH));
        }
        text
    }

    fn topic(&self, figure: &TopicFigure, polarity: Polarity) -> String {
        let first = format!("{}{} {}", printable(&figure.label), self.locale.text("colon"), figure.count(self.locale));
        let mut parts = vec![first];
        parts.extend(self.report.also(&figure.topic, polarity).map(|key| self.locale.text(key).to_owned()));
        if figure.suggested > 0 {
            parts.push(self.locale.format("count-suggested", &[("count", figure.suggested.into())]));
        }
        if let Some(trend) = figure.trend {
            let args = trend.args(self.locale);
            parts.push(self.locale.format("trend", &args));
        }
        if self.report.plan.uncovered.contains(&figure.topic) {
            parts.push(self.locale.text("no-goal").to_owned());
        }
        let parts: Vec<&str> = parts.iter().map(|part| part.trim_end_matches('.')).collect();
        parts.join(" · ")
    }

    fn plan(&self) -> String {
        let mut text = self.heading("part-do");
        let plan = &self.report.plan;
        if plan.goals.is_empty() && plan.tasks.is_empty() {
            return text + &wrapped(self.locale.text("empty-plan"), "  ", WIDTH);
        }
        for goal in plan.goals.iter().filter(|goal| !goal.status.is_over()) {
            let args = [("done", goal.progress.done.into()), ("all", goal.progress.total.into())];
            let mut parts = vec![printable(&goal.title), self.locale.text(goal.status.key()).to_owned()];
            if goal.progress.total > 0 {
                parts.push(self.locale.format("goal-progress", &args));
            }
            text.push_str(&wrapped(&parts.join(" · "), "  ", WIDTH));
        }
        let totals = plan.totals;
        let all = totals.done + totals.open + totals.in_progress + totals.overdue;
        let args = [("done", totals.done.into()), ("all", all.into())];
        let totals = match all {
            0 => self.locale.text("plan-no-tasks").to_owned(),
            _ => self.locale.format("plan-totals", &args),
        };
        text + &format!("  {totals}\n")
    }
}

/// Breaks a text at spaces into lines of `width` characters, each after `indent`, later ones further in.
fn wrapped(text: &str, indent: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut line = indent.to_owned();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let is_first = line.trim().is_empty();
        if !is_first && line.chars().count() + 1 + word.chars().count() > width {
            lines.push_str(&line);
            lines.push('\n');
            line = if indent.is_empty() { String::new() } else { format!("{indent}  ") };
        } else if !is_first {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines + &line + "\n"
}
