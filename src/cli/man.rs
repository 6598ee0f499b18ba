//! `rebond man`: the manual, all commands on one page.
//!
//! `clap_mangen` writes the parts of each command; this module puts them in
//! order under headings of the language, and sets the examples as they are typed.

use std::io;

use clap::Command;
use clap_mangen::Man;

use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::locale::Locale;

pub(crate) fn run(ui: &Ui) -> Result<Exit> {
    let internal = |error: io::Error| Diagnostic::new(Code::Internal).with("reason", error.to_string());
    let page = page(&ui.locale, &super::command(&ui.locale)).map_err(internal)?;
    ui.data(&page)?;
    Ok(Exit::Fine)
}

/// Returns the page in roff: the program, then its commands, then what all share.
fn page(locale: &Locale, command: &Command) -> io::Result<String> {
    let mut page = ".\\\" -*- coding: utf-8 -*-\n".to_owned();
    let man = Man::new(command.clone().mut_args(|arg| arg.hide_short_help(false)))
        .title("rebond")
        .source(concat!("rebond ", env!("CARGO_PKG_VERSION")))
        .manual(locale.text("man-manual"));
    page.push_str(&rendered(|out| man.render_title(out))?);
    push_heading(&mut page, "SH", locale.text("man-name"));
    page.push_str(&without_headings(&rendered(|out| man.render_name_section(out))?));
    push_heading(&mut page, "SH", locale.text("man-synopsis"));
    page.push_str(&without_headings(&rendered(|out| man.render_synopsis_section(out))?));
    push_heading(&mut page, "SH", locale.text("man-options"));
    page.push_str(&without_headings(&rendered(|out| man.render_options_section(out))?));
    push_examples(locale, &mut page, command, "SH");
    push_heading(&mut page, "SH", locale.text("man-commands"));
    for inner in command.get_subcommands() {
        push_command(locale, &mut page, inner, "rebond")?;
    }
    for key in ["exit", "environment", "files"] {
        push_heading(&mut page, "SH", locale.text(&format!("man-{key}")));
        push_typed(&mut page, locale.text(&format!("man-{key}-text")));
    }
    Ok(page)
}

fn push_command(locale: &Locale, page: &mut String, command: &Command, above: &str) -> io::Result<()> {
    let name = format!("{above} {}", command.get_name());
    push_heading(page, "SS", &name);
    // The options that all commands share are told once.
    let own = command.clone().bin_name(&name).mut_args(|arg| {
        let is_help = arg.get_id() == "help";
        arg.hide(is_help).hide_short_help(false)
    });
    let man = Man::new(own);
    page.push_str(&without_headings(&rendered(|out| man.render_synopsis_section(out))?));
    page.push_str(".PP\n");
    page.push_str(&without_headings(&rendered(|out| man.render_description_section(out))?));
    if command.get_arguments().any(|arg| arg.get_id() != "help") {
        page.push_str(&without_headings(&rendered(|out| man.render_options_section(out))?));
    }
    push_examples(locale, page, command, "PP");
    for inner in command.get_subcommands() {
        push_command(locale, page, inner, &name)?;
    }
    Ok(())
}

fn rendered(render: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<String> {
    let mut bytes = Vec::new();
    render(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Takes off the headings and the preamble that every part brings along.
fn without_headings(part: &str) -> String {
    let is_kept = |line: &&str| !line.starts_with(".SH ") && !line.starts_with(".ie ") && !line.starts_with(".el ");
    part.lines().filter(is_kept).flat_map(|line| [line, "\n"]).collect()
}

fn push_heading(page: &mut String, request: &str, text: &str) {
    page.extend([".", request, " \"", &escaped(text), "\"\n"]);
}

/// Adds the examples that stand below the command's help, the first line being their heading.
fn push_examples(locale: &Locale, page: &mut String, command: &Command, request: &str) {
    let Some(examples) = command.get_after_help() else { return };
    if request == "PP" {
        page.push_str(".PP\n");
    } else {
        push_heading(page, request, locale.text("man-examples"));
    }
    let examples = examples.to_string();
    let lines: Vec<&str> = examples.lines().skip(usize::from(request != "PP")).collect();
    push_typed(page, &lines.join("\n"));
}

/// Adds lines as they stand.
fn push_typed(page: &mut String, text: &str) {
    page.push_str(".nf\n");
    for line in text.lines() {
        page.push_str(&escaped(line));
        page.push('\n');
    }
    page.push_str(".fi\n");
}

fn escaped(line: &str) -> String {
    let escaped = line.replace('\\', "\\e").replace('-', "\\-").replace('"', "\\(dq");
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn the_page_has_every_command_in_either_language() {
        for (lang, heading) in [(Lang::Fr, ".SH \"COMMANDES\""), (Lang::En, ".SH \"COMMANDS\"")] {
            let locale = Locale::new(lang, "");
            let command = super::super::command(&locale);
            let page = page(&locale, &command).unwrap();
            assert!(page.contains(heading), "{page}");
            for inner in command.get_subcommands() {
                assert!(page.contains(&format!(".SS \"rebond {}\"\n", inner.get_name())), "{}", inner.get_name());
            }
            let requests: std::collections::BTreeSet<&str> =
                page.lines().filter(|line| line.starts_with('.')).filter_map(|line| line.split(' ').next()).collect();
            let known =
                [".IP", ".PP", ".RE", ".RS", ".SH", ".SS", ".TH", ".TP", ".\\\"", ".br", ".el", ".fi", ".ie", ".nf"];
            let other: Vec<&&str> = requests.iter().filter(|request| !known.contains(request)).collect();
            assert_eq!(other, Vec::<&&str>::new());
        }
    }
}
