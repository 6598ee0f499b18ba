//! The help and the messages about wrong usage, in the language of the environment.
//!
//! The English help is written at the arguments themselves; another language's
//! stands in its messages as `help-COMMAND` and `help-COMMAND-ARGUMENT`.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::{Lang, Locale};

/// Returns `command` with its help in the language of `locale`.
pub(super) fn translated(command: Command, locale: &Locale) -> Command {
    if locale.lang == Lang::En {
        return command;
    }
    let name = command.get_name().to_owned();
    translate(command, locale, &name).mut_subcommands(|inner| {
        let name = inner.get_name().to_owned();
        translate(inner, locale, &name).mut_subcommands(|deeper| {
            let name = format!("{name}-{}", deeper.get_name());
            translate(deeper, locale, &name)
        })
    })
}

fn translate(command: Command, locale: &Locale, name: &str) -> Command {
    let text = |key: &str| Some(locale.text(key).to_owned()).filter(|text| !text.is_empty());
    let mut command = command;
    if let Some(about) = text(&format!("help-{name}")) {
        command = command.about(about);
        command = match text(&format!("help-{name}-long")) {
            Some(long) => command.long_about(long),
            None => command.long_about(None),
        };
    }
    let template = locale.text("help-template").replace("\\n", "\n");
    command = command
        .help_template(template)
        .subcommand_help_heading(locale.text("help-heading-commands").to_owned())
        .disable_help_subcommand(true);
    command.mut_args(|arg| {
        let id = arg.get_id().to_string();
        let own = text(&format!("help-{name}-{id}")).or_else(|| text(&format!("help-any-{id}")));
        let heading = if arg.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
        let arg = arg.help_heading(locale.text(heading).to_owned());
        match own {
            Some(help) => arg.help(help).long_help(None),
            None => arg,
        }
    })
}

/// Prints help and version to stdout, wrong usage to stderr; returns how the run ends.
pub(super) fn show(ui: &Ui, error: &Error) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match ui.data(&error.to_string()) {
            Ok(()) => Exit::Fine,
            Err(_) => Exit::Machine,
        },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ui.say(error.to_string().trim_end());
            Exit::Usage
        }
        kind => {
            ui.problem(&Diagnostic::new(Code::UsageWrong).with("reason", reason(ui, error, kind)));
            Exit::Usage
        }
    }
}

/// Returns what is wrong with the usage, in one sentence.
fn reason(ui: &Ui, error: &Error, kind: ErrorKind) -> String {
    let of = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (arg, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(of)
        .find(|text| !text.is_empty());
    let valid = of(ContextKind::ValidValue);
    let key = match kind {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => "usage-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::MissingSubcommand => "usage-no-command",
        _ => return error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    };
    let command = of(ContextKind::InvalidSubcommand);
    let other = of(ContextKind::PriorArg);
    let args = [("arg", arg.into()), ("value", value.into()), ("command", command.into()), ("other", other.into())];
    let mut reason = ui.locale.format(key, &args);
    if let Some(near) = suggested {
        reason.push_str(&ui.locale.format("usage-near", &[("near", near.into())]));
    } else if !valid.is_empty() {
        reason.push_str(&ui.locale.format("usage-valid", &[("valid", valid.into())]));
    }
    reason
}
