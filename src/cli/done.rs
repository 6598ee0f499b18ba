//! `rebond done`: a step of the agenda into its file, or a task ticked.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::args::{GlobalArgs, parse_date};
use super::changes::{DryRun, Target, come, entry, faulty, finish, goal, usage, word_of};
use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::edit::{Content, Place, Revision, set, tick};
use crate::fs;
use crate::locale::fold;
use crate::model::vocabulary::{ENTRY, GOAL, Word};
use crate::model::{Contact, Entry, Task, TaskState, Thanks};
use crate::pipeline::{Loaded, Project};

/// Record a step of the agenda as done, or tick a task
///
/// Steps of an entry: thank, feedback-request, feedback-thanks, clarify,
/// connect, check-in; of a goal: review. Their French names work too. With
/// `FILE:LINE`, the open task on that line is ticked. Nothing else in the file
/// changes; look first with --dry-run.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct DoneArgs {
    /// The entry or goal: its id, or a part that only it has; or `FILE:LINE` of a task
    #[arg(value_name = "ENTRY|FILE:LINE")]
    target: String,
    /// thank, feedback-request, feedback-thanks, clarify, connect, check-in or review; not for a task
    #[arg(value_name = "STEP")]
    step: Option<String>,
    /// The day it was done, as YYYY-MM-DD; today if not given
    #[arg(value_name = "DATE", value_parser = parse_date)]
    date: Option<Date>,
    /// With connect: only this contact; may be repeated
    #[arg(long, value_name = "NAME")]
    contact: Vec<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

/// The steps that can be recorded, with their names.
const STEPS: &[Word] = &[
    Word { en: "thank", fr: "remercier" },
    Word { en: "feedback-request", fr: "demander-un-retour" },
    Word { en: "feedback-thanks", fr: "remercier-du-retour" },
    Word { en: "clarify", fr: "clarifier" },
    Word { en: "connect", fr: "ajouter" },
    Word { en: "check-in", fr: "recontacter" },
    Word { en: "review", fr: "revue" },
];

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &DoneArgs) -> Result<Exit> {
    let (project, loaded) = global.load(ui)?;
    if let Some((file, line)) = file_and_line(&args.target) {
        return task(ui, &project, &loaded, (file, line), &Order::of_task(ui, global, args)?);
    }
    let names = || STEPS.iter().map(|step| step.name(ui.locale.lang)).collect::<Vec<_>>().join(", ");
    let Some(typed) = &args.step else { return Err(usage(ui, "done-which", &[("steps", names().into())])) };
    let step = word_of(ui, STEPS, "STEP", typed)?.en;
    if step != "connect" && !args.contact.is_empty() {
        let args = [("arg", "--contact".into()), ("other", step.into())];
        return Err(usage(ui, "usage-conflict", &args));
    }
    let order = Order::new(ui, global, args, args.date)?;
    match step {
        "review" => review(ui, &project, &loaded, &args.target, &order),
        "connect" => connect(ui, &project, entry(ui, &loaded, &args.target)?, &args.contact, &order),
        _ => record(ui, &project, entry(ui, &loaded, &args.target)?, step, &order),
    }
}

/// When it was done, and whether to write that.
struct Order {
    date: Option<Date>,
    today: Date,
    dry_run: DryRun,
}

impl Order {
    fn day(&self) -> Date {
        self.date.unwrap_or(self.today)
    }

    /// Reads the words after `FILE:LINE`: a day and nothing else.
    fn of_task(ui: &Ui, global: &GlobalArgs, args: &DoneArgs) -> Result<Self> {
        let wrong = |value: &str| usage(ui, "usage-invalid-value", &[("value", value.into()), ("arg", "DATE".into())]);
        if let (Some(step), Some(_)) = (&args.step, args.date) {
            return Err(wrong(step));
        }
        if let Some(name) = args.contact.first() {
            return Err(usage(ui, "usage-conflict", &[("arg", "--contact".into()), ("other", name.as_str().into())]));
        }
        let date = args.step.as_ref().map(|typed| parse_date(typed).map_err(|_| wrong(typed))).transpose()?;
        Self::new(ui, global, args, date)
    }

    /// Returns the order for `date`, which is not to come.
    fn new(ui: &Ui, global: &GlobalArgs, args: &DoneArgs, date: Option<Date>) -> Result<Self> {
        let date = date.map(|day| come(ui, global, day, "done-future")).transpose()?;
        Ok(Self { date, today: global.today(), dry_run: args.dry_run })
    }
}

/// What an entry says already of a step: nothing, done on a day, or done some day.
type Recorded = Option<Option<Date>>;

fn record(ui: &Ui, project: &Project, entry: &Arc<Entry>, step: &str, order: &Order) -> Result<Exit> {
    let feedback = &entry.feedback;
    let thanks = |thanks: &Option<Thanks>| {
        thanks.as_ref().map(|thanks| match thanks {
            Thanks::On(date) => Some(date.value),
            Thanks::SomeDay => None,
        })
    };
    let inner = |name| Place::inner(ENTRY, "feedback", name);
    let day_of = |date: &Option<crate::source::Spanned<Date>>| date.as_ref().map(|date| Some(date.value));
    let (place, recorded) = match step {
        "thank" => (Place::key(ENTRY, "thanked")?, thanks(&entry.thanked)),
        "feedback-request" => (inner("requested")?, day_of(&feedback.requested)),
        "feedback-thanks" => (inner("thanked")?, thanks(&feedback.thanked)),
        "clarify" => (inner("clarified")?, day_of(&feedback.clarified)),
        _ => (Place::key(ENTRY, "checked-in")?, day_of(&entry.checked_in)),
    };
    if let Some(exit) = already(ui, &entry.id, recorded, order)? {
        return Ok(exit);
    }
    let mut revision = Revision::new(&entry.source);
    set(&mut revision, ENTRY, place, Content::Day(order.day()), project.settings.lang)?;
    let sentence = sentence(ui, step, order.day(), "");
    finish(ui, project, Target::Entry(entry), (&revision, order.dry_run), &sentence)
}

/// Says that a step is recorded already; `None` when it is not, or when only its day was missing.
///
/// # Errors
/// `usage-wrong` when another day is recorded than the one asked for.
fn already(ui: &Ui, id: &str, recorded: Recorded, order: &Order) -> Result<Option<Exit>> {
    match (recorded, order.date) {
        (None, _) | (Some(None), Some(_)) => Ok(None),
        (Some(Some(known)), Some(asked)) if known != asked => {
            let args = [("entry", id.into()), ("day", ui.locale.date(known).into())];
            Err(usage(ui, "done-other-day", &args))
        }
        (Some(known), _) => {
            let day = known.map_or_else(|| "none".to_owned(), |day| ui.locale.date(day));
            ui.tell("done-already", &[("day", day.into())]);
            Ok(Some(Exit::Fine))
        }
    }
}

fn sentence(ui: &Ui, step: &str, day: Date, names: &str) -> String {
    let args = [("step", step.into()), ("day", ui.locale.date(day).into()), ("names", names.into())];
    ui.locale.format("done-recorded", &args)
}

fn connect(ui: &Ui, project: &Project, entry: &Arc<Entry>, wanted: &[String], order: &Order) -> Result<Exit> {
    let id = || ("entry", entry.id.as_str().into());
    if entry.contacts.is_empty() {
        return Err(usage(ui, "done-no-contact", &[id()]));
    }
    let name_of = |contact: &Contact| contact.name.clone().unwrap_or_default();
    let is_named = |contact: &Contact, name: &String| fold(&name_of(contact)).contains(&fold(name));
    if let Some(name) = wanted.iter().find(|name| !entry.contacts.iter().any(|contact| is_named(contact, name))) {
        let names: Vec<String> = entry.contacts.iter().map(name_of).collect();
        let args = [id(), ("name", name.as_str().into()), ("names", ui.locale.list(&names).into())];
        return Err(usage(ui, "done-unknown-contact", &args));
    }
    let is_wanted = |contact: &Contact| wanted.is_empty() || wanted.iter().any(|name| is_named(contact, name));
    let of_them = || entry.contacts.iter().enumerate().filter(|(_, contact)| is_wanted(contact));
    let open: Vec<(usize, &Contact)> = of_them().filter(|(_, contact)| contact.connected.is_none()).collect();
    if open.is_empty() {
        let known = of_them().filter_map(|(_, contact)| contact.connected).max();
        return already(ui, &entry.id, Some(known), &Order { date: None, ..*order })
            .map(|exit| exit.unwrap_or(Exit::Fine));
    }
    let mut revision = Revision::new(&entry.source);
    for (index, _) in &open {
        let place = Place::item(ENTRY, "contacts", *index, "connected")?;
        set(&mut revision, ENTRY, place, Content::Day(order.day()), project.settings.lang)?;
    }
    let names: Vec<String> = open.iter().map(|(_, contact)| name_of(contact)).collect();
    let sentence = sentence(ui, "connect", order.day(), &ui.locale.list(&names));
    finish(ui, project, Target::Entry(entry), (&revision, order.dry_run), &sentence)
}

fn review(ui: &Ui, project: &Project, loaded: &Loaded, name: &str, order: &Order) -> Result<Exit> {
    let goal = goal(ui, loaded, name)?;
    let day = order.day();
    if goal.reviewed.iter().any(|known| known.value == day) {
        return already(ui, &goal.id, Some(Some(day)), order).map(|exit| exit.unwrap_or(Exit::Fine));
    }
    let mut revision = Revision::new(&goal.source);
    set(&mut revision, GOAL, Place::further(GOAL, "reviewed")?, Content::Day(day), project.settings.lang)?;
    finish(ui, project, Target::Goal(goal), (&revision, order.dry_run), &sentence(ui, "review", day, ""))
}

/// Takes `FILE:LINE` apart; a column after it, as in a problem's place, is passed over.
fn file_and_line(target: &str) -> Option<(&str, u32)> {
    let (before, last) = target.rsplit_once(':')?;
    let last = last.parse().ok()?;
    match before.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse().ok()?))) {
        Some(found) => Some(found),
        None => Some((before, last)),
    }
}

fn task(ui: &Ui, project: &Project, loaded: &Loaded, (file, line): (&str, u32), order: &Order) -> Result<Exit> {
    let target = target_of(ui, project, loaded, file)?;
    let tasks: &[Task] = match target {
        Target::Entry(entry) => &entry.body.tasks,
        Target::Goal(goal) => &goal.body.tasks,
    };
    let is_open = |task: &&Task| matches!(task.state, TaskState::Open | TaskState::InProgress);
    let Some(task) = tasks.iter().filter(is_open).find(|task| task.line == line) else {
        let nearest = tasks.iter().filter(is_open).min_by_key(|task| task.line.abs_diff(line));
        let nearest = nearest.map_or(0, |task| i64::from(task.line));
        let path = &*target.source().path;
        let args = [("line", i64::from(line).into()), ("file", path.into()), ("nearest", nearest.into())];
        return Err(usage(ui, "done-no-task", &args));
    };
    let mut revision = Revision::new(target.source());
    tick(&mut revision, &project.topics, line, order.day())?;
    let args = [("task", (&*task.text).into()), ("day", ui.locale.date(order.day()).into())];
    let sentence = ui.locale.format("done-task", &args);
    finish(ui, project, target, (&revision, order.dry_run), &sentence)
}

/// Finds a file of the journal: from where one stands, else from its root, else by its id.
fn target_of<'a>(ui: &Ui, project: &Project, loaded: &'a Loaded, file: &str) -> Result<Target<'a>> {
    let journal = &loaded.journal;
    let (here, below) = (PathBuf::from(file), project.root.join(file));
    let Some(path) = [here, below].into_iter().find(|path| fs::is_file(path)) else {
        return entry(ui, loaded, file).map(Target::Entry).or_else(|problem| {
            let is_unknown = problem.code == Code::ReferenceUnclear;
            if is_unknown { goal(ui, loaded, file).map(Target::Goal) } else { Err(problem) }
        });
    };
    let real = fs::real_path(&path)?;
    let path = real.strip_prefix(&project.root).map(|path| path.to_string_lossy().replace('\\', "/"));
    let path = path.unwrap_or_default();
    if let Some(entry) = journal.entries.iter().find(|entry| entry.file() == path) {
        return Ok(Target::Entry(entry));
    }
    if let Some(goal) = journal.goals.iter().find(|goal| goal.file() == path) {
        return Ok(Target::Goal(goal));
    }
    let mut left_out = journal.left_out_entries.iter().chain(&journal.left_out_goals);
    match left_out.find(|left| left.file == path) {
        Some(left) => Err(faulty(ui, loaded, &left.file)),
        None => Err(Box::new(Diagnostic::new(Code::ReferenceUnclear).with("name", file).help("no-help"))),
    }
}
