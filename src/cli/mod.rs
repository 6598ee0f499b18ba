//! The commands, one file each.
//!
//! [`run`] takes the words of the command line and returns how the program
//! ends. Commands call `pipeline`; only `ui` prints and only `clock` knows the day.

mod args;
mod changes;
mod check;
mod clock;
mod decide;
mod done;
mod exit;
mod feedback;
mod help;
mod ui;

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use exit::Exit;

use crate::diagnostic::Result;
use crate::locale::{Lang, Locale};
use args::GlobalArgs;
use ui::{ColorChoice, Ui};

/// Turn refused job applications into the next step
#[derive(Debug, Parser)]
#[command(
    name = "rebond",
    version,
    propagate_version = false,
    subcommand_required = true,
    arg_required_else_help = true
)]
struct Cli {
    #[command(flatten)]
    global: GlobalArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::CheckArgs),
    Decide(decide::DecideArgs),
    Done(done::DoneArgs),
    Feedback(feedback::FeedbackArgs),
}

/// Runs the program on the words of its command line, the first being its own name.
pub fn run(words: impl IntoIterator<Item = OsString>) -> Exit {
    let locale = Locale::new(environment_lang(), "");
    let command = help::translated(Cli::command(), &locale);
    let parsed = command.try_get_matches_from(words).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return help::show(&Ui::new(locale, ColorChoice::Auto, 1), &error),
    };
    let mut ui = Ui::new(locale, cli.global.color, cli.global.verbosity());
    match dispatch(&mut ui, &cli) {
        Ok(exit) => exit,
        Err(problem) => {
            ui.problem(&problem);
            Exit::of(&problem)
        }
    }
}

fn dispatch(ui: &mut Ui, cli: &Cli) -> Result<Exit> {
    let global = &cli.global;
    match &cli.command {
        Command::Check(args) => check::run(ui, global, args),
        Command::Decide(args) => decide::run(ui, global, args),
        Command::Done(args) => done::run(ui, global, args),
        Command::Feedback(args) => feedback::run(ui, global, args),
    }
}

/// Returns the language of the environment: `LC_ALL`, else `LC_MESSAGES`, else `LANG`, else English.
fn environment_lang() -> Lang {
    let value = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let value = value("LC_ALL").or_else(|| value("LC_MESSAGES")).or_else(|| value("LANG"));
    value.map_or(Lang::En, |value| Lang::from_environment(&value))
}
