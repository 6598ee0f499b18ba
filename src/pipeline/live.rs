//! A journal that changes while one looks at it: what a change calls for is done again, and no more.
//!
//! In: which files may have changed, and today. Out: the next [`Edition`], the
//! same as if everything had been read anew. What is broken never ends it: the
//! settings, the theme and each file stay as they last were, and the problems
//! are told.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::edition::Memos;
use super::memory::{Changes, Memory};
use super::{Edition, Frame, Project, held, theme};
use crate::config;
use crate::diagnostic::{Code, Diagnostics, Result};
use crate::fs;
use crate::locale::Lang;
use crate::model::Journal;
use crate::render::policy::ThemeScripts;
use crate::render::theme::unknown;

/// What is asked of the pages, whatever the settings.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// The theme.
    pub theme: Option<String>,
    /// The theme whose scripts run.
    pub theme_scripts: Option<String>,
    /// The language.
    pub lang: Option<Lang>,
}

/// What an update changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    Nothing,
    /// Style sheets alone.
    Styles,
    /// Pages.
    Pages,
}

/// The outcome of an update.
pub struct Update {
    /// What changed.
    pub news: News,
    /// The next edition; `None` when nothing changed, or nothing can be shown yet.
    pub edition: Option<Edition>,
}

/// A journal that is read again and again.
pub struct Live {
    root: PathBuf,
    wishes: Wishes,
    memory: Memory,
    /// The settings as they last could be used.
    project: Option<Project>,
    frame: Option<Frame>,
    /// What is wrong with the settings, and with the theme.
    settings_problems: Diagnostics,
    frame_problems: Diagnostics,
    shown: Option<Shown>,
    /// Whether the next edition is wanted even when nothing changed.
    is_to_be_shown: bool,
    memos: Memos,
    problems: Diagnostics,
}

/// What the last edition was made from.
struct Shown {
    journal: Journal,
    today: Date,
}

impl Live {
    /// Returns the journal whose root is `root`, before anything is read.
    pub fn new(root: &Path, wishes: Wishes) -> Self {
        Self {
            root: root.to_path_buf(),
            wishes,
            memory: Memory::default(),
            project: None,
            frame: None,
            settings_problems: Diagnostics::default(),
            frame_problems: Diagnostics::default(),
            shown: None,
            is_to_be_shown: false,
            memos: Memos::default(),
            problems: Diagnostics::default(),
        }
    }

    /// Returns what is wrong now.
    pub fn problems(&self) -> &Diagnostics {
        &self.problems
    }

    /// Returns the settings as they last could be used.
    pub fn project(&self) -> Option<&Project> {
        self.project.as_ref()
    }

    /// Lets the next update give an edition even when nothing changed.
    pub fn show_again(&mut self) {
        self.is_to_be_shown = true;
    }

    /// Reads again what `changes` call for.
    pub fn update(&mut self, changes: &Changes, today: Date) -> Update {
        let is_there = fs::is_folder(&self.root);
        let is_text = self.memory.are_known(&self.root, changes);
        let styles_only = self.are_styles(changes);
        let mut is_new_frame = false;
        if !is_text {
            is_new_frame = self.read_settings(changes) | (is_there && self.read_frame(changes, today));
        }
        let mut problems = Diagnostics::default();
        problems.extend(self.frame_problems.clone());
        // A journal that was moved away is not an empty one: what was shown of it stays.
        let known = self.project.clone().zip(self.frame.clone()).filter(|_| is_there);
        let Some((mut project, frame)) = known else {
            problems.extend(self.settings_problems.clone());
            let news = if problems == self.problems { News::Nothing } else { News::Pages };
            self.problems = problems;
            return Update { news, edition: None };
        };
        project.diagnostics = self.settings_problems.clone();
        let loaded = self.memory.load(&project, changes, today);
        problems.extend(loaded.diagnostics);
        let is_same = !std::mem::take(&mut self.is_to_be_shown)
            && problems == self.problems
            && self
                .shown
                .as_ref()
                .is_some_and(|shown| shown.today == today && is_same(&shown.journal, &loaded.journal));
        self.problems = problems;
        let news = match (is_same, is_text || is_empty(changes)) {
            (true, _) if styles_only && is_new_frame => News::Styles,
            (true, true) if !is_new_frame => News::Nothing,
            (true, false) if styles_only => News::Nothing,
            _ => News::Pages,
        };
        if news == News::Nothing {
            return Update { news, edition: None };
        }
        self.shown = Some(Shown { journal: loaded.journal.clone(), today });
        Update { news, edition: Some(Edition::again(&mut self.memos, &project, loaded.journal, frame, today)) }
    }

    /// Reads the settings; returns whether they are others.
    fn read_settings(&mut self, changes: &Changes) -> bool {
        let file = self.root.join(config::FILE_NAME);
        // They may name a theme or a folder that comes or goes, and a link may lead to another file of the journal.
        let is_reached = |project: &Project| {
            let paths = &project.settings.paths;
            changes.touch(&file)
                || changes.reach(&self.root.join(&paths.themes))
                || paths.sources().into_iter().any(|(_, folder)| changes.touch(&self.root.join(folder)))
                || fs::is_link(&file)
        };
        if self.project.as_ref().is_some_and(|project| !is_reached(project)) {
            return false;
        }
        match Project::open(&self.root) {
            Ok(project) => {
                let is_usable = match self.project {
                    Some(_) => !project.diagnostics.has_errors(),
                    None => !project.diagnostics.iter().any(|problem| problem.code == Code::SettingsSyntax),
                };
                self.settings_problems = project.diagnostics.clone();
                let is_other = self
                    .project
                    .as_ref()
                    .is_none_or(|known| known.settings != project.settings || known.topics != project.topics);
                if is_usable && is_other {
                    self.project = Some(project);
                }
                is_usable && is_other
            }
            Err(problem) => {
                self.settings_problems = Diagnostics::default();
                self.settings_problems.push(*problem);
                false
            }
        }
    }

    /// Reads the theme and the letters; returns whether they are others.
    fn read_frame(&mut self, changes: &Changes, today: Date) -> bool {
        let Some(mut project) = self.project.clone() else { return false };
        // They know where a theme that is gone is named.
        project.diagnostics = self.settings_problems.clone();
        self.frame_problems = Diagnostics::default();
        let made = self.make_frame(&project);
        let made = made.and_then(|frame| match &self.shown {
            // A template may fail on a page only: the last theme stays until all can be rendered.
            Some(shown) if self.frame.as_ref().is_some_and(|known| known.theme != frame.theme) => {
                Edition::again(&mut Memos::default(), &project, shown.journal.clone(), frame.clone(), today)
                    .try_templates()
                    .map(|()| frame)
            }
            _ => Ok(frame),
        });
        match made {
            Ok(frame) => {
                self.frame_problems.extend(frame.theme.diagnostics.clone());
                self.frame_problems.extend(held(&project, self.theme_name(&project), &frame.theme));
                let is_other = self.frame.as_ref().is_none_or(|known| known.theme != frame.theme)
                    || changes.reach(&self.root.join(&project.settings.paths.letters))
                    || changes.touch(&self.root.join(config::FILE_NAME));
                self.frame = Some(frame);
                is_other
            }
            Err(problem) => {
                // A theme that the settings name in vain is their own problem already.
                if !self.settings_problems.iter().any(|known| *known == *problem) {
                    self.frame_problems.push(*problem);
                }
                false
            }
        }
    }

    fn make_frame(&self, project: &Project) -> Result<Frame> {
        let name = self.theme_name(project);
        if !config::is_theme_name(name) {
            return Err(unknown(name));
        }
        let is_trusted = self.wishes.theme_scripts.as_deref() == Some(name);
        let scripts = if is_trusted { ThemeScripts::Trusted } else { ThemeScripts::Held };
        Frame::new(project, &project.locale(self.wishes.lang), theme(project, name, scripts)?)
    }

    fn theme_name<'a>(&'a self, project: &'a Project) -> &'a str {
        self.wishes.theme.as_deref().unwrap_or(&project.settings.site.theme)
    }

    /// Returns whether all that may have changed is style sheets of a theme.
    fn are_styles(&self, changes: &Changes) -> bool {
        let (Changes::At(paths), Some(project)) = (changes, &self.project) else { return false };
        let themes = self.root.join(&project.settings.paths.themes);
        let is_style =
            |path: &PathBuf| path.starts_with(&themes) && path.extension().is_some_and(|extension| extension == "css");
        !paths.is_empty() && paths.iter().all(is_style)
    }
}

fn is_empty(changes: &Changes) -> bool {
    matches!(changes, Changes::At(paths) if paths.is_empty())
}

/// Returns whether two journals are the same: files that did not change are shared.
fn is_same(a: &Journal, b: &Journal) -> bool {
    a.entries.is_same(&b.entries)
        && a.goals.len() == b.goals.len()
        && a.goals.iter().zip(&b.goals).all(|(a, b)| Arc::ptr_eq(a, b))
        && a.left_out_entries == b.left_out_entries
        && a.left_out_goals == b.left_out_goals
        && a.settings == b.settings
        && a.topics == b.topics
}
