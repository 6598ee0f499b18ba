//! The help and the messages about wrong usage, in the language of the environment.
//!
//! The English help is written at the arguments themselves; another language's
//! stands in its messages as `help-COMMAND` and `help-COMMAND-ARGUMENT`.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

use super::args::{COUNT_NOTATION, DATE_NOTATION};
use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::locale::{Lang, Locale};

/// Show the help of a command
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct HelpArgs {
    /// The command, in one or two words
    #[arg(value_name = "COMMAND")]
    words: Vec<String>,
}

pub(crate) fn run(ui: &Ui, args: &HelpArgs) -> Result<Exit> {
    let mut command = super::command(&ui.locale);
    command.build();
    let mut found = &mut command;
    for word in &args.words {
        let Some(inner) = found.find_subcommand_mut(word) else {
            let reason = ui.locale.format("usage-unknown-command", &[("command", word.as_str().into())]);
            return Err(Box::new(Diagnostic::new(Code::UsageWrong).with("reason", reason)));
        };
        found = inner;
    }
    ui.data(&found.render_long_help().to_string())?;
    Ok(Exit::Fine)
}

/// Returns `command` with its help in the language of `locale`, and with its examples.
pub(super) fn translated(command: Command, locale: &Locale) -> Command {
    let name = command.get_name().to_owned();
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).display_order(1001);
    let version = version.help_heading(locale.text("help-heading-global").to_owned()).help("Show the version");
    let command = command.disable_version_flag(true).arg(version);
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
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(1000);
    let help = help.help_heading(locale.text("help-heading-global").to_owned());
    let help = help.help("Show this help; in detail with --help");
    let mut command = command
        .help_template(locale.text("help-template").replace("\\n", "\n"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help);
    if let Some(examples) = text(&format!("examples-{name}")) {
        command = command.after_help(format!("{}\n{}", locale.text("examples-heading"), indented(&examples)));
    }
    if let Some(about) = text(&format!("help-{name}")) {
        let long = text(&format!("help-{name}-long")).unwrap_or_else(|| about.clone());
        command = command.about(about).long_about(long);
    }
    command = command.mut_args(|arg| {
        if !arg.is_global_set() {
            return arg;
        }
        // The short help keeps what is needed every day.
        let is_rare = ["color", "quiet", "verbose"].contains(&arg.get_id().as_str());
        arg.help_heading(locale.text("help-heading-global").to_owned()).hide_short_help(is_rare)
    });
    if locale.lang == Lang::En {
        return command.subcommand_value_name("COMMAND");
    }
    let mut order = 0;
    command
        .subcommand_help_heading(locale.text("help-heading-commands").to_owned())
        .subcommand_value_name(locale.text("help-value-COMMAND").to_owned())
        .mut_args(|arg| {
            // Under a heading of their own, positional arguments would be sorted by name.
            order += 1;
            let arg = if arg.is_positional() { arg.display_order(order) } else { arg };
            translate_arg(arg, locale, name)
        })
}

/// Returns `arg` with its help, the names of its values and its default in the language of `locale`.
fn translate_arg(arg: Arg, locale: &Locale, name: &str) -> Arg {
    let text = |key: &str| Some(locale.text(key).to_owned()).filter(|text| !text.is_empty());
    let id = arg.get_id().to_string();
    let own = text(&format!("help-{name}-{id}")).or_else(|| text(&format!("help-any-{id}")));
    let heading = if arg.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
    let mut arg =
        if arg.get_help_heading().is_some() { arg } else { arg.help_heading(locale.text(heading).to_owned()) };
    let names: Vec<String> = arg.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect();
    if !names.is_empty() {
        arg = arg.value_names(names.into_iter().map(|name| text(&value_key(&name)).unwrap_or(name)));
    }
    let Some(mut help) = own else { return arg };
    if arg.get_action().takes_values() {
        let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        let mut more = |key: &str, values: String| help.push_str(&locale.format(key, &[("values", values.into())]));
        if !values.is_empty() {
            more("help-possible-values", values.join(", "));
        }
        if !defaults.is_empty() {
            more("help-default-value", defaults.join(", "));
        }
        arg = arg.hide_possible_values(true).hide_default_value(true);
    }
    arg.help(help).long_help(None)
}

/// Returns the message that names a value: `help-value-ENTRY-FILE-LINE` for `ENTRY|FILE:LINE`.
fn value_key(name: &str) -> String {
    format!("help-value-{}", name.replace(|c: char| !c.is_ascii_alphanumeric(), "-"))
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
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
    // A reader of ours that refuses a value says what it takes.
    let wanted = std::error::Error::source(error).map(ToString::to_string);
    let valid = Some(of(ContextKind::ValidValue)).filter(|valid| !valid.is_empty()).or(wanted).unwrap_or_default();
    let key = match kind {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => "usage-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::MissingSubcommand => "usage-no-command",
        ErrorKind::TooManyValues => "usage-too-many-values",
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => "usage-no-value",
        ErrorKind::InvalidUtf8 => "usage-encoding",
        _ => return error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    };
    let command = of(ContextKind::InvalidSubcommand);
    let other = of(ContextKind::PriorArg);
    let args = [("arg", arg.into()), ("value", value.into()), ("command", command.into()), ("other", other.into())];
    let mut reason = ui.locale.format(key, &args);
    if let Some(near) = suggested {
        reason.push_str(&ui.locale.format("usage-near", &[("near", near.into())]));
    } else if valid == DATE_NOTATION {
        reason.push_str(ui.locale.text("usage-date"));
    } else if valid == COUNT_NOTATION {
        reason.push_str(ui.locale.text("usage-count"));
    } else if !valid.is_empty() {
        reason.push_str(&ui.locale.format("usage-valid", &[("valid", valid.into())]));
    }
    reason
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls `see` with every command and its name, in English and in French.
    fn each(see: &mut impl FnMut(&str, &Command, &Command)) {
        fn walk(name: &str, en: &Command, fr: &Command, see: &mut impl FnMut(&str, &Command, &Command)) {
            see(name, en, fr);
            for (en, fr) in en.get_subcommands().zip(fr.get_subcommands()) {
                walk(&format!("{name} {}", en.get_name()), en, fr, see);
            }
        }
        let command = |lang| super::super::command(&Locale::new(lang, ""));
        walk("rebond", &command(Lang::En), &command(Lang::Fr), see);
    }

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for lang in Lang::ALL {
            super::super::command(&Locale::new(lang, "")).debug_assert();
        }
    }

    #[test]
    fn everything_is_said_in_both_languages() {
        each(&mut |name, en, fr| {
            let shown = |command: &Command| command.get_about().map(ToString::to_string);
            assert!(shown(en).is_some() && shown(en) != shown(fr), "{name}: {:?}", shown(fr));
            let long = |command: &Command| command.get_long_about().map(ToString::to_string);
            assert_eq!(
                long(en).is_some_and(|text| text.contains("\n\n")),
                long(fr).is_some_and(|text| text.contains("\n\n")),
                "{name}"
            );
            for (en, fr) in en.get_arguments().zip(fr.get_arguments()) {
                let help = |arg: &Arg| arg.get_help().map(ToString::to_string);
                assert!(help(en).is_some() && help(en) != help(fr), "{name}: {}: {:?}", en.get_id(), help(fr));
            }
        });
    }

    #[test]
    fn the_values_of_arguments_have_french_names_and_stand_in_their_order() {
        // Written alike in both languages.
        let alike = ["CODE", "DATE", "FORMAT", "PAGE", "PORT", "SHELL", "URL", "fr|en"];
        each(&mut |name, en, fr| {
            let valued = en.get_arguments().zip(fr.get_arguments()).filter(|(en, _)| en.get_action().takes_values());
            for (en, fr) in valued {
                let names = |arg: &Arg| {
                    arg.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>()
                };
                for (en, fr) in names(en).iter().zip(names(fr)) {
                    assert!(*en != fr || alike.contains(&en.as_str()), "{name}: {en}");
                }
            }
            let places = |command: &Command| {
                let help = command.clone().render_help().to_string();
                let start =
                    |arg: &Arg| help.find(&format!("\n  {arg} ")).or_else(|| help.find(&format!("\n  {arg}\n")));
                command.get_positionals().map(start).collect::<Vec<_>>()
            };
            assert!(places(fr).is_sorted() && !places(fr).contains(&None), "{name}: {:?}", places(fr));
        });
    }

    #[test]
    fn every_command_ends_with_examples_of_itself() {
        each(&mut |name, en, fr| {
            for command in [en, fr] {
                // A group of commands such as `theme` gives the examples of all of them.
                let Some(examples) = command.get_after_help().map(ToString::to_string) else {
                    assert!(name.split(' ').count() > 2, "{name} has no examples");
                    continue;
                };
                let own = examples.lines().filter(|line| line.starts_with(&format!("  {name}")));
                assert!(own.count() > 0, "{name}: {examples}");
            }
        });
    }

    #[test]
    fn the_short_help_fits_a_screen() {
        each(&mut |name, en, fr| {
            for command in [en, fr] {
                let lines = command.clone().term_width(100).render_help().to_string().lines().count();
                assert!(lines <= 45, "{name}: {lines} lines");
            }
        });
    }
}
