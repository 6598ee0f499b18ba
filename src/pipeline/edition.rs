//! One state of a journal with all that its pages are made from.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::Project;
use crate::analyse::{self, Memo, Report};
use crate::diagnostic::Result;
use crate::fs;
use crate::letter::Letters;
use crate::locale::Locale;
use crate::model::Journal;
use crate::render::paper::Paper;
use crate::render::theme::Theme;
use crate::render::{Renderer, Site, Sources};
use crate::template::Templates;

/// How pages look and speak, whatever the journal.
#[derive(Clone)]
pub struct Frame {
    /// The language.
    pub locale: Locale,
    /// The theme.
    pub theme: Arc<Theme>,
    /// Its templates.
    pub templates: Arc<Templates>,
    /// The templates of letters.
    pub letters: Arc<Letters>,
    /// The sheet of the pages for paper: that of the region.
    pub paper: Paper,
}

impl Frame {
    /// Returns the frame of a journal's pages in the language of `locale`.
    ///
    /// # Errors
    /// `template-invalid` for a template that cannot be parsed; `file-unreadable`.
    pub fn new(project: &Project, locale: &Locale, theme: Theme) -> Result<Self> {
        let locale = theme.locale(locale);
        let templates = Arc::new(theme.templates(&locale)?);
        let letters = Arc::new(super::letters(project, &locale)?);
        let paper = Paper::of_region(&project.settings.region);
        Ok(Self { locale, theme: Arc::new(theme), templates, letters, paper })
    }
}

/// A journal on one day, its figures, and how they are shown.
pub struct Edition {
    /// The folder of the journal.
    pub root: PathBuf,
    /// The journal.
    pub journal: Journal,
    /// Its figures.
    pub report: Report,
    /// The journal without what is private, and its figures, for pages that are handed over; `None` where nothing is.
    pub without_private: Option<(Journal, Report)>,
    /// How its pages look and speak.
    pub frame: Frame,
}

/// What was worked out for the last edition, for the next one.
#[derive(Debug, Default)]
pub(super) struct Memos {
    all: Memo,
    without_private: Memo,
}

impl Edition {
    /// Returns the edition of a journal on `today`: its figures are made while the templates are read.
    ///
    /// # Errors
    /// As [`Frame::new`].
    pub fn new(project: &Project, journal: Journal, (locale, theme): (&Locale, Theme), today: Date) -> Result<Self> {
        let own = theme.locale(locale);
        let figures = || figures(&mut Memos::default(), &journal, &own, today);
        let (frame, (report, without_private)) = rayon::join(|| Frame::new(project, locale, theme), figures);
        Ok(Self { root: project.root.clone(), journal, report, without_private, frame: frame? })
    }

    /// Returns the edition of a journal in a frame that is there; what `memos` know of the edition before and cannot
    /// have changed is not worked out again.
    pub(super) fn again(memos: &mut Memos, project: &Project, journal: Journal, frame: Frame, today: Date) -> Self {
        let (report, without_private) = figures(memos, &journal, &frame.locale, today);
        Self { root: project.root.clone(), journal, report, without_private, frame }
    }

    /// Returns the edition with pages for another paper.
    #[must_use]
    pub fn on_paper(self, paper: Paper) -> Self {
        Self { frame: Frame { paper, ..self.frame }, ..self }
    }

    /// Lets `work` make pages.
    pub fn render<T>(&self, work: impl FnOnce(&Renderer<'_>) -> T) -> T {
        let exists = |path: &str| {
            let path = self.root.join(path);
            fs::is_file(&path) && fs::real_path(&path).is_ok_and(|real| real.starts_with(&self.root))
        };
        let image = |path: &str| fs::read(&self.root.join(path)).ok().filter(|_| exists(path));
        let all = Sources {
            journal: &self.journal,
            report: &self.report,
            locale: &self.frame.locale,
            theme: &self.frame.theme,
            templates: &self.frame.templates,
            letters: &self.frame.letters,
            exists: &exists,
            image: &image,
            paper: self.frame.paper,
            without_private: None,
        };
        let shown = self.without_private.as_ref().map(|(journal, report)| Sources { journal, report, ..all });
        work(&Renderer::new(&Sources { without_private: shown.as_ref(), ..all }))
    }

    /// Makes every file of the site.
    ///
    /// # Errors
    /// `template-invalid` for a template that cannot be rendered.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "a closure takes any lifetime, a method one")]
    pub fn site(&self) -> Result<Site> {
        self.render(|renderer| renderer.site())
    }

    /// Makes one page of each template, to see whether all can be rendered.
    ///
    /// # Errors
    /// `template-invalid` for one that cannot.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "a closure takes any lifetime, a method one")]
    pub fn try_templates(&self) -> Result<()> {
        self.render(|renderer| renderer.try_templates())
    }
}

/// Returns the figures of a journal, and where something is private the journal without it with its figures.
fn figures(memos: &mut Memos, journal: &Journal, locale: &Locale, today: Date) -> (Report, Option<(Journal, Report)>) {
    let report = || analyse::report_again(&mut memos.all, journal, locale, today);
    let (report, without_private) = rayon::join(report, || journal.without_private());
    let without_private = without_private.map(|journal| {
        let report = analyse::report_again(&mut memos.without_private, &journal, locale, today);
        (journal, report)
    });
    (report, without_private)
}
