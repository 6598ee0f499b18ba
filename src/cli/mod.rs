//! The commands, one file each.
//!
//! [`run`] takes the words of the command line and returns how the program
//! ends. Commands call `pipeline`; only `ui` prints and only `clock` knows the day.

mod agenda;
mod args;
mod browser;
mod build;
mod changes;
mod check;
mod clock;
mod completions;
mod contents;
mod decide;
mod doctor;
mod done;
mod editor;
mod example;
mod exit;
mod explain;
mod feedback;
mod fill;
mod git;
mod help;
mod init;
mod letter;
mod list;
mod man;
mod new;
mod pdf;
mod print;
mod programs;
mod schema;
mod serve;
mod share;
mod status;
mod suggestions;
mod theme;
mod ui;
mod watch;
mod words;

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
    disable_help_subcommand = true, // ours tells more
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
    Build(build::BuildCommand),
    Agenda(agenda::AgendaArgs),
    Check(check::CheckArgs),
    Explain(explain::ExplainArgs),
    Status(status::StatusArgs),
    Theme(theme::ThemeArgs),
    Watch(watch::WatchArgs),
    Serve(serve::ServeArgs),
    Init(init::InitArgs),
    New(new::NewArgs),
    Letter(letter::LetterArgs),
    List(list::ListArgs),
    Schema(schema::SchemaArgs),
    Completions(completions::CompletionsArgs),
    /// Print the manual page, for man
    Man,
    Help(help::HelpArgs),
    Decide(decide::DecideArgs),
    Doctor(doctor::DoctorArgs),
    Done(done::DoneArgs),
    Feedback(feedback::FeedbackArgs),
    Suggestions(suggestions::SuggestionsArgs),
}

/// Runs the program on the words of its command line, the first being its own name.
pub fn run(words: impl IntoIterator<Item = OsString>) -> Exit {
    let locale = Locale::new(environment_lang(), "");
    let words: Vec<OsString> = words.into_iter().collect();
    // Only who asks for help, or needs it, reads what is translated.
    let parsed = Cli::try_parse_from(&words)
        .or_else(|_| command(&locale).try_get_matches_from(&words).and_then(|matches| Cli::from_arg_matches(&matches)));
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
        Command::Build(args) => build::run(ui, global, args),
        Command::Agenda(args) => agenda::run(ui, global, args),
        Command::Check(args) => check::run(ui, global, args),
        Command::Explain(args) => explain::run(ui, global, args),
        Command::Status(args) => status::run(ui, global, args),
        Command::Theme(args) => theme::run(ui, global, args),
        Command::Watch(args) => watch::run(ui, global, args),
        Command::Serve(args) => serve::run(ui, global, args),
        Command::Init(args) => init::run(ui, global, args),
        Command::New(args) => new::run(ui, global, args),
        Command::Letter(args) => letter::run(ui, global, args),
        Command::List(args) => list::run(ui, global, args),
        Command::Schema(args) => schema::run(ui, global, args),
        Command::Completions(args) => completions::run(ui, args),
        Command::Man => man::run(ui),
        Command::Help(args) => help::run(ui, args),
        Command::Decide(args) => decide::run(ui, global, args),
        Command::Doctor(args) => doctor::run(ui, global, args),
        Command::Done(args) => done::run(ui, global, args),
        Command::Feedback(args) => feedback::run(ui, global, args),
        Command::Suggestions(args) => suggestions::run(ui, global, args),
    }
}

/// Returns the command line with its help in the language of `locale`.
fn command(locale: &Locale) -> clap::Command {
    help::translated(Cli::command(), locale)
}

/// Returns the language of the environment, else English.
fn environment_lang() -> Lang {
    environment_locale().map_or(Lang::En, |value| Lang::from_environment(&value))
}

/// Returns what the environment says of language and country: `LC_ALL`, else `LC_MESSAGES`, else `LANG`.
fn environment_locale() -> Option<String> {
    let value = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    value("LC_ALL").or_else(|| value("LC_MESSAGES")).or_else(|| value("LANG"))
}
