//! `rebond build`: the report site.

use std::path::PathBuf;

use super::args::{GlobalArgs, exit_of, parse_lang, tell_problems, tell_read};
use super::clock::Watch;
use super::exit::Exit;
use super::print::{self, PrintArgs};
use super::share::Subject;
use super::ui::Ui;
use crate::config::is_theme_name;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Result};
use crate::fs;
use crate::locale::Lang;
use crate::pipeline::{self, Loaded, Project};
use crate::render::Content;
use crate::render::paper::{Paper, PrintPage};
use crate::render::policy::ThemeScripts;
use crate::render::theme::{Theme, unknown};
use crate::write::{Written, write_site};

/// How the site is made, for every command that makes it.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct BuildArgs {
    /// Write the site to this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Use this theme
    #[arg(long, value_name = "NAME")]
    pub(crate) theme: Option<String>,
    /// Let the scripts of this theme of the journal run in the report
    #[arg(long, value_name = "NAME")]
    pub(crate) theme_scripts: Option<String>,
    /// Write the report in this language: fr or en
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    pub(crate) lang: Option<Lang>,
    /// Make the copy that names nobody, in a folder of its own
    #[arg(long)]
    pub(crate) share: bool,
}

/// Build the report as a static site, or a page of it for paper
///
/// Writes only what changed and deletes only files that rebond wrote. The site
/// has the pages for paper too; --print tells where, or writes one to a file.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct BuildCommand {
    #[command(flatten)]
    site: BuildArgs,
    #[command(flatten)]
    print: PrintArgs,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, command: &BuildCommand) -> Result<Exit> {
    let BuildCommand { site: args, print } = command;
    match print.page() {
        Some(page) if args.out.is_some() || print.pdf.is_some() => print::run(ui, global, args, print, page),
        page => run_site(ui, global, command, page),
    }
}

fn run_site(ui: &mut Ui, global: &GlobalArgs, command: &BuildCommand, page: Option<PrintPage>) -> Result<Exit> {
    let args = &command.site;
    let mut watch = Watch::start();
    let (project, loaded) = global.load(ui)?;
    ui.detail(&format!("{:>8.1} ms  discover, read, parse, check", watch.lap()));
    let own_paper = page.filter(|_| command.print.paper.is_some()).map(|page| (page, command.print.sheet(&project)));
    let written = build(ui, &project, &loaded, (global, args), own_paper)?;
    ui.detail(&format!("{:>8.1} ms  analyse, render, write", watch.lap()));
    tell_problems(ui, &loaded.diagnostics);
    ui.problems(&theme_problems(&project, args)?.sorted());
    tell_read(ui, &loaded.journal);
    tell_written(ui, &project, args, written);
    if let Some(page) = page {
        print::tell_page(ui, &output_folder(&project, args)?.join(page.path()));
        print::tell_private(ui, &loaded, page);
    }
    Ok(exit_of(&loaded))
}

/// Returns the problems of the theme that the command line names; those of the settings' theme are the journal's.
pub(crate) fn theme_problems(project: &Project, args: &BuildArgs) -> Result<Diagnostics> {
    match args.theme.as_deref().filter(|name| *name != project.settings.site.theme) {
        Some(name) => Ok(pipeline::theme(project, name, ThemeScripts::Held)?.diagnostics),
        None => Ok(Diagnostics::default()),
    }
}

/// Renders and writes the site of a journal that was read, one page for paper on a paper of its own.
fn build(
    ui: &Ui,
    project: &Project,
    loaded: &Loaded,
    (global, args): (&GlobalArgs, &BuildArgs),
    own_paper: Option<(PrintPage, Paper)>,
) -> Result<Written> {
    let output = output_folder(project, args)?;
    let theme = theme_of(ui, project, args)?;
    if !args.share && own_paper.is_none() {
        return pipeline::write(project, loaded, (&project.locale(args.lang), theme), global.today(), &output);
    }
    let subject = Subject::new(loaded, project.locale(args.lang), args.share);
    let mut site = pipeline::site(project, &subject.loaded, &subject.locale, &theme, global.today())?;
    if let Some((page, paper)) = own_paper {
        let looks = (&subject.locale, theme.clone());
        let html = pipeline::print(project, &subject.loaded, looks, global.today(), (page, paper))?;
        site.files.insert(page.path().to_owned(), Content::Bytes(html.into_bytes()));
    }
    subject.check(ui, &site, &theme)?;
    let written = write_site(&site, &project.root, &output, &|| false)?;
    subject.tell(ui);
    Ok(written)
}

/// Reads the theme that the command line names, else the settings; what is left out of it is told.
pub(crate) fn theme_of(ui: &Ui, project: &Project, args: &BuildArgs) -> Result<Theme> {
    let name = args.theme.as_deref().unwrap_or(&project.settings.site.theme);
    if !is_theme_name(name) {
        return Err(unknown(name));
    }
    let is_trusted = args.theme_scripts.as_deref() == Some(name);
    let scripts = if is_trusted { ThemeScripts::Trusted } else { ThemeScripts::Held };
    let theme = pipeline::theme(project, name, scripts)?;
    ui.problems(&pipeline::held(project, name, &theme).sorted());
    Ok(theme)
}

/// Returns where the site goes; it is never a source folder, nor holds one, nor lies in one, by whatever links.
pub(crate) fn output_folder(project: &Project, args: &BuildArgs) -> Result<PathBuf> {
    let paths = &project.settings.paths;
    let folder = |is_copy: bool| project.root.join(&paths.site).with_file_name(site_name(project, is_copy));
    let site = match &args.out {
        Some(out) => fs::future_path(out),
        None => folder(args.share),
    };
    if args.out.is_none() {
        pipeline::inside(project, &site)?;
    }
    let real = fs::future_path(&site);
    // What is private never replaces what is shared, nor the other way round.
    if real == fs::future_path(&folder(!args.share)) {
        let problem = Diagnostic::new(Code::OutputForeign).with("path", site.display().to_string());
        return Err(Box::new(problem.variant("other").help("help-other")));
    }
    let sources = [&paths.entries, &paths.plan, &paths.letters, &paths.templates, &paths.themes];
    let clash = sources
        .into_iter()
        .map(|source| fs::future_path(&project.root.join(source)))
        .any(|source| real.starts_with(&source) || source.starts_with(&real));
    if clash {
        let problem = Diagnostic::new(Code::OutputForeign).with("path", site.display().to_string());
        return Err(Box::new(problem.variant("source").help("help-source")));
    }
    Ok(site)
}

/// Returns the name of the folder of the site, or of that of a copy beside it.
pub(crate) fn site_name(project: &Project, is_copy: bool) -> String {
    let name = project.settings.paths.site.rsplit('/').next().unwrap_or_default();
    if is_copy { format!("{name}-shared") } else { name.to_owned() }
}

/// Says where the report is and what was written.
pub(crate) fn tell_written(ui: &Ui, project: &Project, args: &BuildArgs, written: Written) {
    let output = output_folder(project, args).unwrap_or_default().join("index.html");
    let here = std::env::current_dir().unwrap_or_default();
    let shown = output.strip_prefix(&here).unwrap_or(&output).display().to_string();
    let args = [
        ("path", shown.into()),
        ("changed", written.changed.into()),
        ("unchanged", written.unchanged.into()),
        ("deleted", written.deleted.into()),
    ];
    ui.tell("site-written", &args);
}
