//! `rebond check`: every problem of a journal, and nothing written.

use std::path::{Path, PathBuf};

use super::args::{GlobalArgs, has_machine_problem, read_line};
use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::show::{Format, show};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Result, Severity};
use crate::fs;
use crate::pipeline::{self, Project};

/// Report every problem of every file
///
/// With PATH, the whole journal is read and the problems of PATH are shown.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// Show the problems of these files or folders only
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Fail on warnings too
    #[arg(long)]
    strict: bool,
    /// How problems are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &CheckArgs) -> Result<Exit> {
    let (project, mut loaded) = global.load_to_check(ui)?;
    let mut diagnostics = std::mem::take(&mut loaded.diagnostics);
    diagnostics.extend(pipeline::hints(&project, &loaded.journal));
    if !args.paths.is_empty() {
        let wanted = wanted_files(&project, &args.paths)?;
        diagnostics.retain_paths(|path| wanted.iter().any(|wanted| is_below(wanted, path)));
    }
    ui.data(&show(&diagnostics.sorted(), args.format, &ui.locale, ui.has_color_out()))?;
    ui.say(&closing_line(ui, &diagnostics, &read_line(ui, &loaded.journal)));
    if has_machine_problem(&diagnostics) {
        return Ok(Exit::Machine);
    }
    Ok(Exit::problems_if(diagnostics.has_errors() || (args.strict && diagnostics.has(Severity::Warning))))
}

fn closing_line(ui: &Ui, diagnostics: &Diagnostics, read: &str) -> String {
    let count = |severity| diagnostics.count(severity).into();
    let args =
        [("errors", count(Severity::Error)), ("warnings", count(Severity::Warning)), ("hints", count(Severity::Hint))];
    format!("{read}{}", ui.locale.format("problems-found", &args))
}

/// Returns the paths below the root that the command line names.
fn wanted_files(project: &Project, paths: &[PathBuf]) -> Result<Vec<String>> {
    let below = |path: &Path| {
        let real = fs::real_path(path).ok()?;
        Some(real.strip_prefix(&project.root).ok()?.to_string_lossy().replace('\\', "/"))
    };
    let wanted = |path: &PathBuf| {
        let outside = || Box::new(Diagnostic::new(Code::ReferenceUnclear).with("name", path.display().to_string()));
        // From where one stands, else from the journal's root.
        below(path).or_else(|| below(&project.root.join(path))).ok_or_else(outside)
    };
    paths.iter().map(wanted).collect()
}

/// Returns whether `path` is the file `wanted`, or lies in the folder `wanted`.
fn is_below(wanted: &str, path: &str) -> bool {
    wanted.is_empty() || path == wanted || path.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('/'))
}
