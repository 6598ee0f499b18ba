//! Arguments that several commands share, and the journal that they name.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::clock;
use super::exit::Exit;
use super::ui::{ColorChoice, Ui};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Result, Severity};
use crate::fs;
use crate::locale::Lang;
use crate::model::Journal;
use crate::pipeline::{Loaded, Project, load};

/// Options of every command.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct GlobalArgs {
    /// Use the journal in this folder instead of looking for one from here upwards
    #[arg(short = 'C', long = "journal", value_name = "DIR", global = true)]
    pub(crate) journal: Option<PathBuf>,
    /// Take this day for today, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", global = true, value_parser = parse_date)]
    pub(crate) today: Option<Date>,
    /// Use colours
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub(crate) color: ColorChoice,
    /// Say nothing but data and problems
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Say where the time goes and what is passed over
    #[arg(short, long, global = true)]
    pub(crate) verbose: bool,
}

/// What a reader of days says that it wants.
pub(super) const DATE_NOTATION: &str = "YYYY-MM-DD";

/// Reads a day of the command line.
pub(crate) fn parse_date(text: &str) -> std::result::Result<Date, String> {
    let is_iso = text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| (byte == b'-') == matches!(at, 4 | 7));
    text.parse().ok().filter(|_| is_iso).ok_or_else(|| DATE_NOTATION.to_owned())
}

/// What a reader of counts says that it wants.
pub(super) const COUNT_NOTATION: &str = "0-65535";

/// Reads a whole number of the command line.
pub(crate) fn parse_count(text: &str) -> std::result::Result<u16, String> {
    text.parse().map_err(|_| COUNT_NOTATION.to_owned())
}

/// Reads a language of the command line.
pub(crate) fn parse_lang(text: &str) -> std::result::Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "fr, en".to_owned())
}

impl GlobalArgs {
    /// Returns today.
    pub(crate) fn today(&self) -> Date {
        clock::today(self.today)
    }

    /// Returns how much to say: 0, 1 or 2.
    pub(crate) fn verbosity(&self) -> u8 {
        if self.quiet { 0 } else { 1 + u8::from(self.verbose) }
    }

    /// Finds the journal, and from now on speaks its language.
    ///
    /// # Errors
    /// `journal-missing`, `file-unreadable`.
    pub(crate) fn project(&self, ui: &mut Ui) -> Result<Project> {
        let project = match &self.journal {
            Some(root) => Project::open(root),
            None => Project::find(&PathBuf::from(".")),
        }?;
        ui.locale = project.locale(None);
        Ok(project)
    }

    /// Finds the journal, whose settings must be readable: figures by other settings would be wrong.
    ///
    /// # Errors
    /// As [`Self::project`], and `settings-syntax`.
    pub(crate) fn sound_project(&self, ui: &mut Ui) -> Result<Project> {
        let project = self.project(ui)?;
        match project.diagnostics.iter().find(|problem| problem.code == Code::SettingsSyntax) {
            Some(problem) => Err(Box::new(problem.clone())),
            None => Ok(project),
        }
    }

    /// Finds the journal and reads it.
    ///
    /// # Errors
    /// As [`Self::sound_project`].
    pub(crate) fn load(&self, ui: &mut Ui) -> Result<(Project, Kept)> {
        let project = self.sound_project(ui)?;
        Ok(self.read(ui, project))
    }

    /// Finds the journal and reads it, whatever its settings, to tell every problem.
    ///
    /// # Errors
    /// As [`Self::project`].
    pub(crate) fn load_to_check(&self, ui: &mut Ui) -> Result<(Project, Kept)> {
        let project = self.project(ui)?;
        Ok(self.read(ui, project))
    }

    fn read(&self, ui: &Ui, project: Project) -> (Project, Kept) {
        let loaded = ManuallyDrop::new(load(&project, self.today()));
        for file in &loaded.discovered.passed_over {
            ui.detail(&ui.locale.format("passed-over", &[("file", file.as_str().into())]));
        }
        (project, loaded)
    }
}

/// A journal that is kept until the program ends: nobody waits for its memory to be given back, entry by entry.
pub(crate) type Kept = ManuallyDrop<Loaded>;

/// Prints the errors, and how many warnings and hints `check` would show.
pub(crate) fn tell_problems(ui: &Ui, diagnostics: &Diagnostics) {
    let errors: Vec<&Diagnostic> =
        diagnostics.sorted().into_iter().filter(|problem| problem.severity() == Severity::Error).collect();
    ui.problems(&errors);
    let others = diagnostics.count(Severity::Warning);
    if others > 0 {
        ui.tell("warnings-in-check", &[("warnings", others.into())]);
    }
}

/// Says how many entries were read and left out: nothing is left out in silence.
pub(crate) fn tell_read(ui: &Ui, journal: &Journal) {
    ui.say(&read_line(ui, journal));
}

/// Returns the sentence that says how many entries were read and left out.
pub(crate) fn read_line(ui: &Ui, journal: &Journal) -> String {
    let read = journal.entries.iter().filter(|entry| !entry.draft).count();
    let left_out = journal.left_out_entries.iter().filter(|file| !file.draft).count();
    let goals = journal.left_out_goals.len();
    let args = [("total", (read + left_out).into()), ("read", read.into()), ("left", left_out.into())];
    let mut line = ui.locale.format("entries-read", &args);
    if goals > 0 {
        line.push_str(&ui.locale.format("goals-left-out", &[("left", goals.into())]));
    }
    line
}

/// Returns how a command ends that shows the journal: a file cannot be read, is left out, or the settings are wrong.
pub(crate) fn exit_of(loaded: &Loaded) -> Exit {
    if has_machine_problem(&loaded.diagnostics) {
        return Exit::Machine;
    }
    let journal = &loaded.journal;
    let has_left_out = !journal.left_out_entries.is_empty() || !journal.left_out_goals.is_empty();
    Exit::problems_if(has_left_out || loaded.diagnostics.has_errors())
}

/// Returns whether a file could not be read at all: the machine failed.
pub(crate) fn has_machine_problem(diagnostics: &Diagnostics) -> bool {
    diagnostics.iter().any(|problem| problem.code == Code::FileUnreadable)
}

/// Returns the path from where one stands, which a terminal can open.
pub(crate) fn from_here(path: &Path) -> PathBuf {
    let Ok(here) = fs::real_path(Path::new(".")) else { return path.to_path_buf() };
    let common = here.components().zip(path.components()).take_while(|(a, b)| a == b).count();
    if common <= 1 {
        return path.to_path_buf();
    }
    let up = here.components().skip(common).map(|_| Path::new(".."));
    let down = path.components().skip(common).map(|part| Path::new(part.as_os_str()));
    up.chain(down).collect()
}
