//! `rebond feedback`: a recruiter's words into an entry.

use std::io::{IsTerminal, Read};
use std::path::PathBuf;

use jiff::civil::Date;

use super::args::{GlobalArgs, parse_date};
use super::changes::{DryRun, Target, come, entry, finish, usage};
use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::edit::{Content, Place, Revision, add_quote, is_quoted, set};
use crate::fs;
use crate::model::vocabulary::ENTRY;
use crate::source::SourceFile;

/// Add a recruiter's words to an entry
///
/// Quotes them under the Feedback heading, which is made where it is missing,
/// and notes the day on which they came. Words that are quoted there already are
/// not added again. Without FILE, or with `-`, the words
/// are read from the standard input.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct FeedbackArgs {
    /// The entry: its id, or a part that only it has
    #[arg(value_name = "ENTRY")]
    entry: String,
    /// The file that holds the words; `-` for the standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The day on which they came, as YYYY-MM-DD; the one noted already, else today
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    received: Option<Date>,
    #[command(flatten)]
    dry_run: DryRun,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &FeedbackArgs) -> Result<Exit> {
    let (project, loaded) = global.load(ui)?;
    let entry = entry(ui, &loaded, &args.entry)?;
    let received = args.received.map(|day| come(ui, global, day, "feedback-future")).transpose()?;
    let words = words(ui, args)?;
    if words.trim().is_empty() {
        return Err(usage(ui, "feedback-empty", &[]));
    }
    let lang = entry.lang.unwrap_or(project.settings.lang);
    let mut revision = Revision::new(&entry.source);
    let noted = entry.feedback.received.as_ref().map(|date| date.value);
    if !is_quoted(&entry.source, &project.topics, &words) {
        add_quote(&mut revision, &project.topics, &words, lang)?;
    } else if received.is_none_or(|day| noted == Some(day)) {
        ui.tell("feedback-known", &[]);
        return Ok(Exit::Fine);
    }
    let day = received.or(noted).unwrap_or_else(|| global.today());
    if noted != Some(day) {
        set(&mut revision, ENTRY, Place::inner(ENTRY, "feedback", "received")?, Content::Day(day), lang)?;
    }
    let sentence = ui.locale.format("feedback-recorded", &[("day", ui.locale.date(day).into())]);
    finish(ui, &project, Target::Entry(entry), (&revision, args.dry_run), &sentence)
}

/// Reads the words from the file or the standard input.
fn words(ui: &Ui, args: &FeedbackArgs) -> Result<String> {
    let bytes = match args.file.as_ref().filter(|path| path.as_os_str() != "-") {
        Some(path) => fs::read(path)?,
        None => standard_input(ui)?,
    };
    let decoded = SourceFile::decode("-", bytes).map_err(|_| usage(ui, "feedback-encoding", &[]))?;
    Ok(decoded.text)
}

fn standard_input(ui: &Ui) -> Result<Vec<u8>> {
    let mut input = std::io::stdin().lock();
    if input.is_terminal() {
        ui.tell("feedback-waiting", &[]);
    }
    let mut bytes = Vec::new();
    match input.read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => {
            Err(Box::new(Diagnostic::new(Code::FileUnreadable).with("path", "stdin").with("reason", error.to_string())))
        }
    }
}
