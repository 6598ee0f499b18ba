//! `rebond status`: the report in the terminal.

use super::args::{GlobalArgs, has_left_out, has_machine_problem, tell_problems, tell_read};
use super::exit::Exit;
use super::ui::Ui;
use crate::analyse;
use crate::diagnostic::Result;

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
}

/// A format of `rebond status`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For a person.
    #[default]
    Human,
    /// Every figure.
    Json,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &StatusArgs) -> Result<Exit> {
    let (project, loaded) = global.load(ui)?;
    let report = analyse::report(&loaded.journal, &project.locale(None), global.today());
    if args.json || args.format == Format::Json {
        ui.data(&report.to_json())?;
    } else {
        ui.data(&report.to_json())?;
    }
    tell_problems(ui, &loaded.diagnostics);
    tell_read(ui, &loaded.journal);
    if has_machine_problem(&loaded.diagnostics) {
        return Ok(Exit::Machine);
    }
    Ok(Exit::problems_if(has_left_out(&loaded)))
}
