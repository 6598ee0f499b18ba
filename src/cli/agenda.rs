//! `rebond agenda`: what is to be done today, what is still possible, what comes.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::args::{GlobalArgs, exit_of, parse_count, tell_problems, tell_read};
use super::exit::Exit;
use super::share::Subject;
use super::ui::Ui;
use crate::address::Addresses;
use crate::analyse::{self, HORIZON_DAYS, Step, StepState};
use crate::diagnostic::Result;
use crate::diagnostic::show::printable;
use crate::ics;
use crate::locale::{Locale, upper_first};
use crate::model::Journal;

/// Show what is to be done, and why
///
/// The steps of the follow-up and of the plan: those of today, those that are
/// still possible, those that wait for an answer, and those to come.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct AgendaArgs {
    /// Look this many days ahead
    #[arg(long, value_name = "DAYS", default_value_t = HORIZON_DAYS, value_parser = parse_count)]
    days: u16,
    /// How the steps are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Show the steps of the copy that names nobody
    #[arg(long)]
    share: bool,
}

/// A format of `rebond agenda`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For a person.
    #[default]
    Human,
    /// The `agenda` of the report.
    Json,
    /// For a calendar program.
    Ics,
}

impl Format {
    /// Returns the name of a file of this format.
    fn file(self) -> &'static str {
        match self {
            Format::Human => "agenda.txt",
            Format::Json => "agenda.json",
            Format::Ics => "agenda.ics",
        }
    }
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &AgendaArgs) -> Result<Exit> {
    let (project, loaded) = global.load(ui)?;
    let subject = Subject::new(&loaded, project.locale(None), args.share);
    let (journal, today, locale) = (&subject.loaded.journal, global.today(), &subject.locale);
    let steps = analyse::agenda(journal, locale, today, args.days);
    let has_letters = !args.share;
    let text = match args.format {
        Format::Human if steps.is_empty() => nothing(journal, locale, today, args.days),
        Format::Human => Page { locale, today, has_color: ui.has_color_out(), has_letters }.text(&steps),
        Format::Json => analyse::to_json(&steps, journal.copy),
        Format::Ics => {
            let addresses = Addresses::new(journal);
            let place = ics::Place { settings: &journal.settings, addresses: &addresses };
            ics::calendar(&steps, &place, locale, today)
        }
    };
    let text = subject.checked(args.format.file(), text)?;
    if args.format == Format::Human {
        ui.text(&text)?;
    } else {
        ui.data(&text)?;
    }
    subject.tell(ui);
    tell_problems(ui, &loaded.diagnostics);
    tell_read(ui, &loaded.journal);
    Ok(exit_of(&loaded))
}

/// Returns the sentence of an empty agenda: that it is empty, and what comes next.
fn nothing(journal: &Journal, locale: &Locale, today: Date, days: u16) -> String {
    let day = |day: Date| locale.short_date(day, today);
    let pause = journal.settings.follow_up.pause_until.filter(|_| analyse::is_paused(&journal.settings, today));
    let next = || analyse::agenda(journal, locale, today, u16::MAX).into_iter().next();
    let sentence = match pause {
        Some(until) => locale.format("agenda-paused", &[("day", day(until).into())]),
        None if journal.counted().next().is_none() && journal.goals.is_empty() => {
            locale.text("agenda-no-entries").to_owned()
        }
        None => match next() {
            Some(step) => {
                let args =
                    [("days", i64::from(days).into()), ("day", day(step.date).into()), ("step", step.text.into())];
                locale.format("agenda-next", &args)
            }
            None => locale.text("agenda-nothing").to_owned(),
        },
    };
    sentence + "\n"
}

/// The agenda as a person reads it.
struct Page<'a> {
    locale: &'a Locale,
    today: Date,
    has_color: bool,
    /// Whether the commands that write letters are shown.
    has_letters: bool,
}

impl Page<'_> {
    fn text(&self, steps: &[Step]) -> String {
        let weekday = self.locale.weekday_name(self.today);
        let args = [("weekday", weekday.into()), ("day", self.locale.date(self.today).into())];
        // Of a month no day of the week is told.
        let date = if self.locale.is_monthly() {
            self.locale.date(self.today)
        } else {
            self.locale.format("agenda-date", &args)
        };
        let mut text = upper_first(&date) + "\n";
        for group in Group::ALL {
            let mut members = steps.iter().filter(|step| Group::of(step, self.today) == group).peekable();
            let is_empty = members.peek().is_none();
            if is_empty && group != Group::Today {
                continue;
            }
            let _ = writeln!(text, "\n{}", self.bold(self.locale.text(group.key())));
            if is_empty {
                let _ = writeln!(text, "  {}", self.locale.text("agenda-today-nothing"));
            }
            for step in members {
                self.push(&mut text, step);
            }
        }
        text
    }

    /// Adds a step: what is to be done; when, why, and whom to write to; the letter that serves it.
    fn push(&self, text: &mut String, step: &Step) {
        let mut details: Vec<String> = self.when(step).into_iter().collect();
        details.push(printable(&step.why));
        if let Some(contact) = step.contact.as_ref().filter(|_| step.state != StepState::Waiting) {
            details.push(self.locale.format("agenda-contact", &[("contact", printable(contact).into())]));
        }
        let _ = writeln!(text, "  {}\n    {}", printable(&step.text), self.faint(&details.join(" · ")));
        if let Some(command) = letter_command(step).filter(|_| self.has_letters) {
            let _ = writeln!(text, "    {}", self.faint(&printable(&command)));
        }
    }

    /// Returns from when or until when a step stands; `None` for a step of today alone.
    fn when(&self, step: &Step) -> Option<String> {
        let args = [
            ("day", self.locale.short_date(step.until, self.today).into()),
            ("first", self.locale.short_date(step.date, self.today).into()),
            ("weekday", self.locale.weekday_name(step.date).into()),
        ];
        let key = match step.state {
            StepState::Late => return step.still_possible(self.locale, self.today),
            StepState::Waiting => "agenda-waiting-until",
            StepState::Due if step.until > self.today => "agenda-until",
            StepState::Due if step.date < step.until => "agenda-until-today",
            StepState::Due => return None,
            StepState::Upcoming if step.date == step.until => "agenda-on",
            StepState::Upcoming => "agenda-from",
        };
        Some(self.locale.format(key, &args))
    }

    fn bold(&self, text: &str) -> String {
        if self.has_color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn faint(&self, text: &str) -> String {
        if self.has_color { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// Returns the command that writes the letter of a step that can be done now.
fn letter_command(step: &Step) -> Option<String> {
    let is_now = matches!(step.state, StepState::Due | StepState::Late);
    let entry = step.entry.as_ref().filter(|_| is_now && step.kind.has_letter())?;
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let word = match entry.contains('\'') {
        _ if entry.chars().all(is_plain) => entry.clone(),
        false => format!("'{entry}'"),
        true => return None,
    };
    Some(format!("rebond letter {word} {}", step.kind.name()))
}

/// A part of the agenda, in the order in which they are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Today,
    StillPossible,
    Waiting,
    /// Up to Sunday.
    ThisWeek,
    Later,
}

impl Group {
    const ALL: [Group; 5] = [Group::Today, Group::StillPossible, Group::Waiting, Group::ThisWeek, Group::Later];

    fn of(step: &Step, today: Date) -> Self {
        let days_to_sunday = 6 - i32::from(today.weekday().to_monday_zero_offset());
        let days = step.date.since(today).map_or(i32::MAX, |span| span.get_days());
        match step.state {
            StepState::Due => Group::Today,
            StepState::Late => Group::StillPossible,
            StepState::Waiting => Group::Waiting,
            StepState::Upcoming if days <= days_to_sunday => Group::ThisWeek,
            StepState::Upcoming => Group::Later,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Group::Today => "agenda-today",
            Group::StillPossible => "agenda-still-possible",
            Group::Waiting => "agenda-waiting",
            Group::ThisWeek => "agenda-this-week",
            Group::Later => "agenda-later",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::StepKind;
    use crate::locale::Lang;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn step(kind: StepKind, state: StepState, dates: (&str, &str), text: &str) -> Step {
        Step {
            date: day(dates.0),
            until: day(dates.1),
            kind,
            state,
            entry: Some("2026-06-08-atelier nord".to_owned()),
            goal: None,
            text: text.to_owned(),
            lapses: Some(day("2026-06-24")),
            why: "because".to_owned(),
            contact: Some("Maud Roy".to_owned()),
            file: None,
            line: None,
        }
    }

    #[test]
    fn steps_stand_in_groups_up_to_sunday_and_after() {
        let steps = [
            step(StepKind::Thank, StepState::Late, ("2026-06-09", "2026-06-10"), "Thank"),
            step(StepKind::Connect, StepState::Due, ("2026-06-09", "2026-06-15"), "Add"),
            step(StepKind::FeedbackThanks, StepState::Due, ("2026-06-09", "2026-06-12"), "Thanks again"),
            step(StepKind::FeedbackRequest, StepState::Waiting, ("2026-06-03", "2026-06-17"), "Asked"),
            step(StepKind::Task, StepState::Upcoming, ("2026-06-14", "2026-06-14"), "On Sunday"),
            step(StepKind::CheckIn, StepState::Upcoming, ("2026-06-15", "2026-06-29"), "From Monday"),
        ];
        let locale = Locale::new(Lang::En, "GB");
        let page = Page { locale: &locale, today: day("2026-06-12"), has_color: false, has_letters: true };
        insta::assert_snapshot!(page.text(&steps).replace('\u{a0}', " "), @r"
        Friday 12 June 2026

        Today
          Add
            by 15 June · because · write to Maud Roy
            rebond letter '2026-06-08-atelier nord' connect
          Thanks again
            preferably today · because · write to Maud Roy
            rebond letter '2026-06-08-atelier nord' feedback-thanks

        Still possible
          Thank
            still possible until 24 June · because · write to Maud Roy
            rebond letter '2026-06-08-atelier nord' thank

        Waiting for an answer
          Asked
            the answer may take until 17 June · because

        This week
          On Sunday
            Sunday 14 June · because · write to Maud Roy

        Later
          From Monday
            15 June to 29 June · because · write to Maud Roy
        ");
        let page = Page { has_color: true, ..page };
        assert!(page.text(&[]).contains("\u{1b}[1mToday\u{1b}[0m\n  Nothing planned for today."));
    }

    #[test]
    fn the_example_journal_has_its_agenda() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("example-journal");
        let project = crate::pipeline::Project::open(&root).unwrap();
        let today = day("2026-06-12");
        let loaded = crate::pipeline::load(&project, today);
        let steps = analyse::agenda(&loaded.journal, &project.locale(None), today, HORIZON_DAYS);
        let line = |step: &Step| {
            let id = step.entry.as_deref().or(step.goal.as_deref()).unwrap_or("-");
            format!("{:?} {} {} {id}", step.state, step.date.strftime("%m-%d"), step.kind.name())
        };
        let (coming, now): (Vec<&Step>, Vec<&Step>) = steps.iter().partition(|step| step.state == StepState::Upcoming);
        assert_eq!(
            now.into_iter().map(line).collect::<Vec<_>>(),
            [
                "Late 06-04 milestone dire-je",
                "Late 06-04 review dire-je",
                "Late 06-05 milestone douze-conversations",
                "Late 06-05 milestone douze-conversations",
                "Late 06-09 thank 2026-06-08-appareillages-ventadour",
                "Due 06-09 connect 2026-06-08-appareillages-ventadour",
                "Due 06-10 check-in 2026-03-12-ceramiques-auzance",
                "Due 06-10 feedback-thanks 2026-06-01-laiterie-de-la-gartempe",
                "Due 06-11 feedback-request 2026-06-08-appareillages-ventadour",
                "Due 06-12 review piloter-un-erp",
                "Waiting 06-03 feedback-request 2026-05-28-cuisines-monedieres",
            ]
        );
        assert_eq!(coming.len(), 14);
    }
}
