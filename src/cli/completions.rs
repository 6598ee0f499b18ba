//! `rebond completions`: what a shell needs to complete the command line.

use clap_complete::{Shell, generate};

use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::Result;

/// Print the completions of a shell
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(ui: &Ui, args: &CompletionsArgs) -> Result<Exit> {
    let mut bytes = Vec::new();
    generate(args.shell, &mut super::command(&ui.locale), "rebond", &mut bytes);
    ui.data(&String::from_utf8_lossy(&bytes))?;
    Ok(Exit::Fine)
}
