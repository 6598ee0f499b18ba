//! The stages in order; the only module that knows them all.
//!
//! [`Project::find`] and [`Project::open`] read the settings; [`load`] reads
//! the files and gives the [`Journal`]; `analyse` makes its figures. [`theme()`] and
//! [`site`] make the pages. [`Live`] does the same again and again while the files
//! change, and does again only what they call for.

mod copy;
mod edition;
mod live;
mod memory;
mod theme;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::config::{self, Config};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Result, nearest};
use crate::discover::{Discovered, is_ignored};
use crate::fingerprint::{Origin, fingerprint};
use crate::letter::Letters;
use crate::locale::{Lang, Locale};
use crate::model::{Journal, Settings, Topics};
use crate::render::paper::{Paper, PrintPage};
use crate::render::policy::ThemeScripts;
use crate::render::theme::{Theme, built_in, names as theme_names, unknown as unknown_theme};
use crate::render::{Content, Site};
use crate::source::{EncodingProblem, SourceFile, Spanned};
use crate::write::{self, Written};
use crate::{analyse, fs};

pub use copy::{Copied, copy, leaks};
pub use edition::{Edition, Frame};
pub use live::{Live, News, Update, Wishes};
pub use memory::{Changes, Memory};
pub use theme::{description, held, theme};

/// A journal's folder with its settings, before its entries are read.
#[derive(Clone, Debug)]
pub struct Project {
    /// The folder that holds `rebond.toml`.
    pub root: PathBuf,
    /// The settings.
    pub settings: Arc<Settings>,
    /// The topics.
    pub topics: Arc<Topics>,
    /// Problems of `rebond.toml`.
    pub diagnostics: Diagnostics,
}

impl Project {
    /// Finds the journal that holds `start`: there or in a folder above.
    ///
    /// # Errors
    /// `journal-missing`; `file-unreadable` for its settings.
    pub fn find(start: &Path) -> Result<Self> {
        let real = fs::real_path(start)?;
        let root = real.ancestors().find(|folder| fs::is_file(&folder.join(config::FILE_NAME)));
        match root {
            Some(root) => Self::read(root.to_path_buf()),
            None => Err(missing(start)),
        }
    }

    /// Opens the journal whose root is `root`.
    ///
    /// # Errors
    /// `journal-missing` when there is no `rebond.toml` in it; `file-unreadable`.
    pub fn open(root: &Path) -> Result<Self> {
        if !fs::is_file(&root.join(config::FILE_NAME)) {
            return Err(Box::new(missing(root).variant("root")));
        }
        Self::read(fs::real_path(root)?)
    }

    fn read(root: PathBuf) -> Result<Self> {
        let mut diagnostics = Diagnostics::default();
        let bytes = fs::read(&root.join(config::FILE_NAME))?;
        let config = match SourceFile::decode(config::FILE_NAME, bytes) {
            Ok(source) => {
                let config = config::read_config(&mut diagnostics, &source);
                tell_unknown_theme(&mut diagnostics, &root, &source, &config);
                tell_missing_folders(&mut diagnostics, &root, &source, &config);
                config
            }
            Err(problem) => {
                diagnostics.push(encoding(config::FILE_NAME, problem));
                Config { settings: Settings::default(), topics: Topics::built_in(), theme: None, folders: Vec::new() }
            }
        };
        Ok(Self { root, settings: Arc::new(config.settings), topics: Arc::new(config.topics), diagnostics })
    }

    /// Returns the messages and dates of the journal's language, or of `lang`.
    pub fn locale(&self, lang: Option<Lang>) -> Locale {
        Locale::new(lang.unwrap_or(self.settings.lang), &self.settings.region)
    }

    /// Returns the problem that there is no theme `name`: where the settings name it, else that of the command line.
    fn unknown_theme(&self, name: &str) -> Box<Diagnostic> {
        let told = self.diagnostics.iter().find(|problem| problem.code == Code::ThemeUnknown);
        let told = told.filter(|_| name == self.settings.site.theme);
        told.map_or_else(|| unknown_theme(name), |problem| Box::new(problem.clone()))
    }
}

/// Tells of a theme that is neither built in nor in the journal, where the settings name it.
fn tell_unknown_theme(diagnostics: &mut Diagnostics, root: &Path, source: &SourceFile, config: &Config) {
    let name = config.settings.site.theme.as_str();
    if built_in(name).is_some() || fs::is_folder(&root.join(&config.settings.paths.themes).join(name)) {
        return;
    }
    let span = config.theme.unwrap_or_default();
    diagnostics.push(Diagnostic::at(Code::ThemeUnknown, source, span).with("theme", name).with("known", theme_names()));
}

/// Tells of folders that the settings name and that are not there: nothing would be read, without a word.
fn tell_missing_folders(diagnostics: &mut Diagnostics, root: &Path, source: &SourceFile, config: &Config) {
    for Spanned { value: path, span } in &config.folders {
        if fs::is_folder(&root.join(path)) {
            continue;
        }
        let problem = Diagnostic::at(Code::PathMissing, source, *span).with("path", path.as_str());
        let names = fs::names(root).unwrap_or_default();
        let folders = names.iter().map(String::as_str).filter(|name| fs::is_folder(&root.join(name)));
        diagnostics.push(match nearest(path, folders) {
            Some(near) => problem.with("near", near).help("help-near"),
            None => problem,
        });
    }
}

fn missing(path: &Path) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::JournalMissing).with("path", path.display().to_string()))
}

/// Refuses a folder of the journal that a link leads out of it: nothing is read or written there.
///
/// # Errors
/// `path-outside`.
pub fn inside(project: &Project, folder: &Path) -> Result<()> {
    let nearest = folder.ancestors().find(|above| fs::exists(above));
    let is_inside = nearest.is_none_or(|above| fs::real_path(above).is_ok_and(|real| real.starts_with(&project.root)));
    if is_inside {
        return Ok(());
    }
    let shown = folder.strip_prefix(&project.root).unwrap_or(folder).display().to_string();
    Err(Box::new(Diagnostic::of_file(Code::PathOutside, &shown)))
}

/// A journal that was read, and everything that was said while reading it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The journal.
    pub journal: Journal,
    /// Every problem of every file.
    pub diagnostics: Diagnostics,
    /// Which files it has.
    pub discovered: Arc<Discovered>,
}

/// Reads all files of a journal and checks them.
pub fn load(project: &Project, today: Date) -> Loaded {
    let mut loaded = Memory::default().load(project, &Changes::Any, today);
    // A theme that is not there was told with the settings.
    if let Ok(theme) = theme(project, &project.settings.site.theme, ThemeScripts::Held) {
        loaded.diagnostics.extend(theme.diagnostics);
    }
    loaded
}

/// Returns what the words of feedback suggest, as hints: what `check` adds to the problems of a journal.
pub fn hints(project: &Project, journal: &Journal) -> Diagnostics {
    analyse::hints(journal, &analyse::suggestions(journal), project.settings.lang)
}

/// Returns the problem of a file that is no UTF-8 text.
fn encoding(path: &str, problem: EncodingProblem) -> Diagnostic {
    match problem {
        EncodingProblem::Utf16 => Diagnostic::of_file(Code::EncodingInvalid, path).with("encoding", "UTF-16"),
        EncodingProblem::Nul(position) => Diagnostic::at_position(Code::EncodingInvalid, path, position).variant("nul"),
        EncodingProblem::NotUtf8(position) => {
            Diagnostic::at_position(Code::EncodingInvalid, path, position).with("encoding", "ISO-8859-1 / Windows-1252")
        }
    }
}

/// Makes the site of a journal that was read.
///
/// # Errors
/// `template-invalid`.
pub fn site(project: &Project, loaded: &Loaded, locale: &Locale, theme: &Theme, today: Date) -> Result<Site> {
    Edition::new(project, loaded.journal.clone(), (locale, theme.clone()), today)?.site()
}

/// Writes the site of a journal that was read to the folder `output`; nothing when it holds that site already.
///
/// # Errors
/// `template-invalid`; `output-foreign`; `file-unreadable` and `file-unwritable` from the system.
pub fn write(
    project: &Project,
    loaded: &Loaded,
    (locale, theme): (&Locale, Theme),
    today: Date,
    output: &Path,
) -> Result<Written> {
    let letters = own_letters(project, locale)?;
    let root = &project.root;
    let made_from = fingerprint(&loaded.journal, &Origin { root, locale, theme: &theme, letters: &letters, today });
    if let Some(made_from) = made_from
        && let Some(unchanged) = write::unchanged(made_from, output)?
    {
        return Ok(unchanged);
    }
    let edition = Edition::new(project, loaded.journal.clone(), (locale, theme), today)?;
    let written = edition.render(|renderer| write::write_pages(renderer, (made_from, None), root, output, &|| false));
    // Nobody waits for its memory to be given back.
    rayon::spawn(move || drop(edition));
    written
}

/// Makes one page of a journal that was read, for a paper.
///
/// # Errors
/// `template-invalid`.
pub fn print(
    project: &Project,
    loaded: &Loaded,
    (locale, theme): (&Locale, Theme),
    today: Date,
    (page, paper): (PrintPage, Paper),
) -> Result<String> {
    let edition = Edition::new(project, loaded.journal.clone(), (locale, theme), today)?.on_paper(paper);
    let page = edition.render(|renderer| renderer.page(page.path()))?;
    Ok(page.map(Content::into_text).unwrap_or_default())
}

/// Reads the journal's own letter templates, laid over the built-in ones.
///
/// # Errors
/// `template-invalid`, `path-outside`, `file-unreadable`.
pub fn letters(project: &Project, locale: &Locale) -> Result<Letters> {
    Letters::new(&project.settings.paths.letters, &own_letters(project, locale)?, locale)
}

/// Returns the texts of the journal's own letter templates, by path below their folder.
fn own_letters(project: &Project, locale: &Locale) -> Result<BTreeMap<String, String>> {
    let folder = &project.settings.paths.letters;
    let mut own = BTreeMap::new();
    for below in [String::new(), format!("{}/", locale.lang)] {
        let path = project.root.join(folder).join(&below);
        let is_letter =
            |name: &String| Path::new(name).extension().is_some_and(|end| end == "txt") && !is_ignored(name);
        for name in fs::names(&path)?.into_iter().filter(is_letter) {
            inside(project, &path.join(&name))?;
            if let Some(text) = fs::read_text_if_there(&path.join(&name))? {
                own.insert(format!("{below}{name}"), text);
            }
        }
    }
    Ok(own)
}
