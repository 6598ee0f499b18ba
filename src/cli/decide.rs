//! `rebond decide`: the news on an open application, in its file.

use jiff::civil::Date;

use super::args::{GlobalArgs, parse_date};
use super::changes::{DryRun, Target, come, entry, finish, usage, word_of};
use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::Result;
use crate::edit::{Content, Place, Revision, set};
use crate::model::Status;
use crate::model::vocabulary::{ENTRY, NOTICES, STAGES, STATUSES, find_word};

/// Record the news on an open application
///
/// Changes the status in the entry's file and adds the day, in the file's own
/// language. An answer that comes after a long silence, and what becomes of an
/// offer, are news too. Nothing else in the file changes; look first with --dry-run.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct DecideArgs {
    /// The entry: its id, or a part that only it has
    #[arg(value_name = "ENTRY")]
    entry: String,
    /// rejected, ghosted, withdrawn, offer or accepted
    #[arg(value_name = "STATUS")]
    status: String,
    /// The day of the news, as YYYY-MM-DD; today if not given
    #[arg(value_name = "DATE", value_parser = parse_date)]
    date: Option<Date>,
    /// How the news came: personal, automatic, phone or none
    #[arg(long, value_name = "NOTICE")]
    notice: Option<String>,
    /// The furthest stage reached: application, screening, interview, assessment, final or offer
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

/// Returns whether the news called `news` may come after `status`: an answer after silence, and what becomes of an offer.
///
/// What is recorded otherwise is corrected in the file.
fn may_follow(status: Status, news: &str) -> bool {
    let is_another = ![status, Status::Ghosted, Status::Open].map(Status::name).contains(&news);
    matches!(status, Status::Ghosted | Status::Offer) && is_another
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &DecideArgs) -> Result<Exit> {
    let (project, loaded) = global.load(ui)?;
    let entry = entry(ui, &loaded, &args.entry)?;
    let status = word_of(ui, STATUSES, "STATUS", &args.status)?;
    let stage = args.stage.as_ref().map(|typed| word_of(ui, STAGES, "--stage", typed)).transpose()?;
    let notice = args.notice.as_ref().map(|typed| word_of(ui, NOTICES, "--notice", typed)).transpose()?;
    let is_open = entry.status == Status::Open;
    if is_open && status.en == Status::Open.name() {
        return Err(usage(ui, "decide-no-news", &[("status", status.name(ui.locale.lang).into())]));
    }
    if !is_open && !may_follow(entry.status, status.en) {
        let now = find_word(STATUSES, entry.status.name()).map_or("", |word| word.name(ui.locale.lang));
        return Err(usage(ui, "decide-not-open", &[("entry", entry.id.as_str().into()), ("status", now.into())]));
    }
    let day = come(ui, global, args.date.unwrap_or_else(|| global.today()), "decide-future")?;
    // The file's name stands for the day of the application only while it is open.
    let applied = entry.applied.as_ref().filter(|applied| applied.span.start() == 0);
    let changes = [
        ("status", Some(Content::Word(status))),
        ("applied", applied.map(|applied| Content::Day(applied.value))),
        ("decided", Some(Content::Day(day))),
        ("stage", stage.map(Content::Word)),
        ("notice", notice.map(Content::Word)),
    ];
    let mut revision = Revision::new(&entry.source);
    for (name, content) in changes {
        if let Some(content) = content {
            set(&mut revision, ENTRY, Place::key(ENTRY, name)?, content, project.settings.lang)?;
        }
    }
    let sentence =
        ui.locale.format("decide-recorded", &[("status", status.en.into()), ("day", ui.locale.date(day).into())]);
    finish(ui, &project, Target::Entry(entry), (&revision, args.dry_run), &sentence)
}
