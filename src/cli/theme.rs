//! `rebond theme`: which themes there are, and how to change one.

use super::args::GlobalArgs;
use super::exit::Exit;
use super::ui::Ui;
use crate::config::is_theme_name;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::render::theme::{BUILT_IN, built_in, unknown};
use crate::{fs, pipeline};

/// Show the themes, or copy one into the journal to change it
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ThemeArgs {
    #[command(subcommand)]
    command: ThemeCommand,
}

#[derive(Clone, Debug, clap::Subcommand)]
enum ThemeCommand {
    /// Show the built-in themes and those of the journal
    List,
    /// Copy a theme into the journal's themes, where its files win over the built-in ones
    Eject {
        /// The theme to copy
        #[arg(value_name = "NAME")]
        name: String,
        /// Say what would be copied, and copy nothing
        #[arg(long)]
        dry_run: bool,
    },
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &ThemeArgs) -> Result<Exit> {
    match &args.command {
        ThemeCommand::List => list(ui, global),
        ThemeCommand::Eject { name, dry_run } => eject(ui, global, name, *dry_run),
    }
}

fn list(ui: &mut Ui, global: &GlobalArgs) -> Result<Exit> {
    // Outside a journal only the built-in themes are there.
    let project = global.project(ui).ok();
    let mut themes: Vec<(String, String)> = Vec::new();
    for (name, _) in BUILT_IN {
        themes.push(((*name).to_owned(), ui.locale.text(&format!("theme-{name}")).to_owned()));
    }
    if let Some(project) = &project {
        let folder = project.root.join(&project.settings.paths.themes);
        for name in fs::names(&folder)? {
            if is_theme_name(&name) && fs::is_folder(&folder.join(&name)) {
                let is_own = built_in(&name).is_none();
                let description = if is_own { pipeline::description(project, &name)? } else { None };
                let own = ui.locale.text("theme-own").to_owned();
                themes.push((name, description.map_or(own.clone(), |description| format!("{description} ({own})"))));
            }
        }
    }
    let width = themes.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    let lines: Vec<String> = themes.iter().map(|(name, about)| format!("{name:width$}  {about}")).collect();
    ui.text(&(lines.join("\n") + "\n"))?;
    Ok(Exit::Fine)
}

/// Copies every file of a theme; none is copied when one is there already.
fn eject(ui: &mut Ui, global: &GlobalArgs, name: &str, dry_run: bool) -> Result<Exit> {
    let project = global.project(ui)?;
    let Some(files) = built_in(name) else {
        return Err(unknown(name));
    };
    let folder = project.root.join(&project.settings.paths.themes).join(name);
    pipeline::inside(&project, &folder)?;
    if let Some((path, _)) = files.iter().find(|(path, _)| fs::exists(&folder.join(path))) {
        let problem = Diagnostic::new(Code::OutputForeign).with("path", folder.join(path).display().to_string());
        return Err(Box::new(problem.variant("file").help("help-file")));
    }
    let mut paths = Vec::new();
    for (path, text) in files {
        if !dry_run {
            fs::write_new(&folder.join(path), text.as_bytes())?;
        }
        paths.push(format!("{}/{name}/{path}", project.settings.paths.themes));
    }
    ui.text(&(paths.join("\n") + "\n"))?;
    ui.tell("theme-ejected", &[]);
    Ok(Exit::Fine)
}
