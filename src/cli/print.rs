//! `rebond build --print`: one page for paper, and its PDF.

use std::path::{Path, PathBuf};

use super::args::{GlobalArgs, exit_of, from_here, tell_problems, tell_read};
use super::build::{BuildArgs, theme_of};
use super::exit::Exit;
use super::pdf::{self, Printer};
use super::share::Subject;
use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::fs;
use crate::pipeline::{self, Loaded, Project};
use crate::render::paper::{Paper, PrintPage};

/// What goes on paper, and how.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct PrintArgs {
    /// Make a page for paper, by itself the whole report; --out then names a file
    #[arg(long, value_name = "PAGE", num_args = 0..=1, default_missing_value = "report")]
    pub(crate) print: Option<Page>,
    /// Make the PDF of the page too, with a browser of this machine
    #[arg(long, value_name = "FILE", requires = "print")]
    pub(crate) pdf: Option<PathBuf>,
    /// Print on this paper; if not given, on what the region uses
    #[arg(long, value_name = "PAPER", requires = "print")]
    pub(crate) paper: Option<Sheet>,
}

/// A page for paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Page {
    /// Everything
    #[value(alias = "rapport")]
    Report,
    /// One sheet for a weekly meeting
    #[value(alias = "semaine")]
    Week,
    /// One sheet to read before an interview
    #[value(aliases = ["préparation", "preparation"])]
    Brief,
    /// The plain list of applications with their dates
    #[value(alias = "candidatures")]
    Applications,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Sheet {
    /// 210 by 297 millimetres
    A4,
    /// 8½ by 11 inches
    Letter,
}

impl PrintArgs {
    /// Returns the page that is wanted.
    pub(crate) fn page(&self) -> Option<PrintPage> {
        self.print.map(|page| match page {
            Page::Report => PrintPage::Report,
            Page::Week => PrintPage::Week,
            Page::Brief => PrintPage::Brief,
            Page::Applications => PrintPage::Applications,
        })
    }

    /// Returns the paper to print on.
    pub(crate) fn sheet(&self, project: &Project) -> Paper {
        match self.paper {
            Some(Sheet::A4) => Paper::A4,
            Some(Sheet::Letter) => Paper::Letter,
            None => Paper::of_region(&project.settings.region),
        }
    }
}

/// Writes the page, or its PDF, or both, to the files that are named.
pub(crate) fn run(
    ui: &mut Ui,
    global: &GlobalArgs,
    build: &BuildArgs,
    args: &PrintArgs,
    page: PrintPage,
) -> Result<Exit> {
    let (project, loaded) = global.load(ui)?;
    // What stands in the way is told before anything is made.
    let out = build.out.as_deref().map(|path| target(&project, path, is_our_page)).transpose()?;
    let pdf = args.pdf.as_deref().map(|path| target(&project, path, pdf::is_ours)).transpose()?;
    let theme = theme_of(ui, &project, build)?;
    let subject = Subject::new(&loaded, project.locale(build.lang), build.share);
    let sheet = (page, args.sheet(&project));
    let html = pipeline::print(&project, &subject.loaded, (&subject.locale, theme), global.today(), sheet)?;
    let html = subject.checked(page.path(), html)?;
    subject.tell(ui);
    if let Some(out) = &out {
        fs::replace(out, html.as_bytes())?;
        tell_page(ui, out);
    }
    if let Some(pdf) = &pdf {
        let bytes = Printer::find()?.pdf_with_numbers(&html, global.today())?;
        fs::replace(pdf, &bytes)?;
        tell_page(ui, pdf);
    }
    tell_problems(ui, &loaded.diagnostics);
    tell_read(ui, &loaded.journal);
    tell_private(ui, &loaded, page);
    Ok(exit_of(&loaded))
}

/// Says where a page is.
pub(crate) fn tell_page(ui: &Ui, path: &Path) {
    ui.tell("page-written", &[("path", from_here(path).display().to_string().into())]);
}

/// Says how many private applications a page leaves out: nothing is left out in silence.
pub(crate) fn tell_private(ui: &Ui, loaded: &Loaded, page: PrintPage) {
    let private = loaded.journal.counted().filter(|entry| entry.private).count();
    if private > 0 && !page.shows_private() {
        ui.tell("private-left-out", &[("count", private.into())]);
    }
}

/// Returns where a file goes: not among the sources, and over nothing but what rebond made.
fn target(project: &Project, path: &Path, is_ours: fn(&[u8]) -> bool) -> Result<PathBuf> {
    let real = fs::future_path(path);
    let paths = &project.settings.paths;
    let sources = [&paths.entries, &paths.plan, &paths.letters, &paths.templates, &paths.themes];
    let is_source = sources.into_iter().any(|source| real.starts_with(fs::future_path(&project.root.join(source))));
    let is_foreign = fs::exists(&real) && !(fs::is_file(&real) && is_ours(&fs::read(&real)?));
    if is_source || is_foreign {
        let problem = Diagnostic::new(Code::OutputForeign).with("path", path.display().to_string());
        let (variant, help) = if is_source { ("among", "help-among") } else { ("foreign", "help-foreign") };
        return Err(Box::new(problem.variant(variant).help(help)));
    }
    Ok(real)
}

/// Returns whether a page says that rebond made it.
fn is_our_page(html: &[u8]) -> bool {
    memchr::memmem::find(html, b"<meta name=\"generator\" content=\"rebond ").is_some_and(|at| at < 4096)
}
