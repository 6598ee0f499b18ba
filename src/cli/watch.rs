//! `rebond watch`: the report follows the files as they are edited.

use std::time::Duration;

use super::args::{GlobalArgs, tell_problems, tell_read};
use super::build::{BuildArgs, build, output_folder, tell_written, theme_problems};
use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::fs;
use crate::pipeline::load;
use crate::watch::{Wake, Watcher};

/// Build the report again whenever a file changes
///
/// A broken file never ends it: the last good report stays, and what is wrong is
/// told. At midnight the day changes, and so does the report. Ctrl-C ends it.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct WatchArgs {
    #[command(flatten)]
    build: BuildArgs,
    /// Look at the files twice a second instead of waiting for the system to tell
    #[arg(long)]
    poll: bool,
}

/// How often the day is looked at.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &WatchArgs) -> Result<Exit> {
    let project = global.project(ui)?;
    let watcher = Watcher::new(&project.root, &output_folder(&project, &args.build)?, args.poll)?;
    let stopper = watcher.stopper();
    ctrlc::set_handler(move || stopper.stop())
        .map_err(|error| Box::new(Diagnostic::new(Code::Internal).with("reason", error.to_string())))?;
    let mut day = global.today();
    rebuild(ui, global, &args.build);
    ui.tell("watching", &[("path", project.root.display().to_string().into())]);
    loop {
        match watcher.wait(PATIENCE) {
            Wake::Changed => rebuild(ui, global, &args.build),
            Wake::Nothing if global.today() != day => {
                day = global.today();
                rebuild(ui, global, &args.build);
            }
            Wake::Nothing => {}
            Wake::Stop => return Ok(Exit::Fine),
        }
    }
}

/// Builds once; what goes wrong is told and the last report stays.
fn rebuild(ui: &mut Ui, global: &GlobalArgs, args: &BuildArgs) {
    if let Err(problem) = try_rebuild(ui, global, args) {
        ui.problem(&problem);
    }
}

fn try_rebuild(ui: &mut Ui, global: &GlobalArgs, args: &BuildArgs) -> Result<()> {
    let project = global.sound_project(ui)?;
    let loaded = load(&project, global.today());
    let has_site = fs::is_file(&output_folder(&project, args)?.join("index.html"));
    if has_site && loaded.diagnostics.has_errors() {
        // The last good report stays until the file is mended.
        tell_problems(ui, &loaded.diagnostics);
        tell_read(ui, &loaded.journal);
        return Ok(());
    }
    let written = build(ui, &project, &loaded, global, args)?;
    tell_problems(ui, &loaded.diagnostics);
    ui.problems(&theme_problems(&project, args)?.sorted());
    if loaded.diagnostics.has_errors() {
        tell_read(ui, &loaded.journal);
    }
    tell_written(ui, &project, args, written);
    Ok(())
}
