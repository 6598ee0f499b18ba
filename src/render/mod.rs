//! A report and its journal to the pages of a site.
//!
//! In: [`Report`], [`Journal`], a [`theme::Theme`], a language, and an answer to
//! "is this file there". Out: a [`Site`], every page as bytes, or from a
//! [`Renderer`] one page when it is asked for. `view` is what templates see;
//! `body` renders Markdown; `chart` draws. Nothing is written here.

mod body;
mod chart;
mod headings;
mod lead;
pub mod paper;
pub mod policy;
mod sanitise;
pub mod theme;
mod view;

use std::collections::BTreeMap;
use std::hash::Hasher;
use std::io;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use twox_hash::XxHash3_64;

use crate::analyse::Report;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::ics;
use crate::letter::Letters;
use crate::locale::Locale;
use crate::model::{Entry, Journal};
use crate::template::Templates;
pub use lead::lead;
use paper::{Paper, PrintPage, frame};
use policy::Rights;
use theme::Theme;
use view::Context;
pub use view::shared_key;

/// Every file of a site, by its path with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The files.
    pub files: BTreeMap<String, Content>,
}

/// What a file of a site holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What this file of the journal holds, by its path below the root.
    Copy(String),
}

impl Content {
    /// Returns the text of a page; empty for what is copied.
    pub fn into_text(self) -> String {
        match self {
            Content::Bytes(bytes) => String::from_utf8(bytes).unwrap_or_default(),
            Content::Copy(_) => String::new(),
        }
    }
}

/// Writes a file that is too long to be held as a whole.
pub type Long<'a> = Box<dyn Fn(&mut dyn io::Write) -> io::Result<()> + 'a>;

/// What a site is made from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The journal.
    pub journal: &'a Journal,
    /// Its figures.
    pub report: &'a Report,
    /// The language of the pages.
    pub locale: &'a Locale,
    /// How they look.
    pub theme: &'a Theme,
    /// The templates of the theme, in the language of the pages.
    pub templates: &'a Templates,
    /// The letters that entries offer.
    pub letters: &'a Letters,
    /// Whether there is a file at a path below the journal's root.
    pub exists: &'a (dyn Fn(&str) -> bool + Sync),
    /// What an image at such a path holds.
    pub image: &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync),
    /// The paper of the print pages.
    pub paper: Paper,
    /// The same without what is private, for pages that are handed over; `None` where nothing is private.
    pub without_private: Option<&'a Sources<'a>>,
}

/// Makes the files of a site one at a time.
pub struct Renderer<'a> {
    context: Context<'a>,
    /// The context of pages that hold nothing private.
    shown: Context<'a>,
    theme: &'a Theme,
    /// What there is but the pages of entries and the images.
    parts: BTreeMap<String, Part<'a>>,
    /// The images that pages show, by path in the site; looked for when the first is asked for.
    images: OnceLock<BTreeMap<String, String>>,
    /// A number for what all pages of entries are made from.
    around: OnceLock<u64>,
}

type MakeView = fn(&Context<'_>) -> view::Body;

/// What stands at a path of the site.
#[derive(Clone)]
enum Part<'a> {
    /// A file of the theme.
    Static(&'a [u8]),
    /// A file of the journal, by its path there.
    Copy(String),
    /// The report as JSON.
    Figures,
    /// The agenda as a calendar.
    Calendar,
    /// What the search page searches.
    Findable,
    /// A page that there is one of: its template and what makes its view.
    Single(&'static str, MakeView),
    /// The page of a topic, by its id.
    Topic(String),
    /// The page of an entry.
    Entry(&'a Arc<Entry>),
    /// A page for paper.
    Print(PrintPage),
}

/// The pages that there is one of: path, template, what makes the view.
const SINGLES: [(&str, &str, MakeView); 8] = [
    ("index.html", "index.html", view::index),
    ("plan.html", "plan.html", view::plan),
    ("agenda.html", "agenda.html", view::agenda),
    ("entries/index.html", "entries.html", view::entries),
    ("swot.html", "swot.html", view::swot),
    ("journey.html", "journey.html", view::journey),
    ("stories.html", "stories.html", view::stories),
    ("search.html", "search.html", view::search),
];

impl<'a> Renderer<'a> {
    /// Gathers what all pages need, and which there are.
    pub fn new(sources: &'a Sources<'a>) -> Self {
        let context = Context::new(sources);
        let shown = sources.without_private.map_or_else(|| context.clone(), Context::new);
        let mut parts: BTreeMap<String, Part<'a>> = BTreeMap::new();
        parts.extend(sources.theme.statics.iter().map(|(path, bytes)| (path.clone(), Part::Static(bytes))));
        // After the theme's, which cannot take their place.
        parts.extend(policy::SCRIPTS.iter().map(|(path, text)| ((*path).to_owned(), Part::Static(text.as_bytes()))));
        parts.insert("report.json".to_owned(), Part::Figures);
        parts.insert("agenda.ics".to_owned(), Part::Calendar);
        parts.insert(policy::SEARCH_DATA.to_owned(), Part::Findable);
        parts.extend(SINGLES.map(|(path, template, make)| (path.to_owned(), Part::Single(template, make))));
        let topics = context.topic_pages().iter();
        parts.extend(topics.map(|topic| (format!("topics/{topic}.html"), Part::Topic(topic.clone()))));
        parts.extend(PrintPage::ALL.map(|page| (page.path().to_owned(), Part::Print(page))));
        Self { context, shown, theme: sources.theme, parts, images: OnceLock::new(), around: OnceLock::new() }
    }

    /// Returns the path of every file of the site: those that take longest first.
    pub fn paths(&self) -> Vec<String> {
        let entries = self.context.journal().entries.iter();
        let entries = entries.map(|entry| self.context.addresses().entry(&entry.id));
        self.parts.keys().cloned().chain(entries).chain(self.images().keys().cloned()).collect()
    }

    fn images(&self) -> &BTreeMap<String, String> {
        self.images.get_or_init(|| self.context.images())
    }

    /// Returns what stands at `path`, if anything does.
    fn part(&self, path: &str) -> Option<Part<'a>> {
        if let Some(part) = self.parts.get(path) {
            return Some(part.clone());
        }
        let entry = self.context.addresses().id_of(path).and_then(|id| self.context.journal().entry(id));
        entry.map(Part::Entry).or_else(|| self.images().get(path).cloned().map(Part::Copy))
    }

    /// Returns the file at `path`; `None` when the site has none there.
    ///
    /// # Errors
    /// `template-invalid` for a template that cannot be rendered.
    pub fn page(&self, path: &str) -> Result<Option<Content>> {
        self.part(path).map(|part| self.make(path, &part)).transpose()
    }

    /// Returns a number for all that the page at `path` is made from, where that is told much faster than the page
    /// is made: pages with equal numbers are equal.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn key(&self, path: &str) -> Result<Option<u64>> {
        let Some(Part::Entry(entry)) = self.part(path) else { return Ok(None) };
        let context = self.context.at(path);
        let mut key = XxHash3_64::new();
        let around = match self.around.get() {
            Some(around) => *around,
            None => {
                context.write_key(&mut key)?;
                *self.around.get_or_init(|| key.finish())
            }
        };
        let mut key = XxHash3_64::with_seed(around);
        view::write_entry_key(&context, entry, &mut key)?;
        Ok(Some(key.finish()))
    }

    /// Returns what writes the file at `path`, when it grows with the journal: the same as [`Self::page`], piece by piece.
    pub fn long(&self, path: &str) -> Option<Long<'_>> {
        match self.parts.get(path)? {
            Part::Figures => Some(Box::new(|out| self.context.report().write_json(out))),
            Part::Findable => {
                let context = self.context.at(path);
                Some(Box::new(move |out| view::write_search_data(&context, out)))
            }
            _ => None,
        }
    }

    /// Makes every file.
    ///
    /// # Errors
    /// `template-invalid` for a template that cannot be rendered.
    pub fn site(&self) -> Result<Site> {
        let file = |path: String| Ok(self.page(&path)?.map(|content| (path, content)));
        let files: Vec<_> = self.paths().into_par_iter().map(file).collect::<Result<_>>()?;
        Ok(Site { files: files.into_iter().flatten().collect() })
    }

    /// Makes one page of each template, to see whether all can be rendered.
    ///
    /// # Errors
    /// `template-invalid` for one that cannot.
    pub fn try_templates(&self) -> Result<()> {
        let is_single = |part: &Part<'_>| matches!(part, Part::Single(..) | Part::Print(_));
        let singles = self.parts.iter().filter(|(_, part)| is_single(part)).map(|(path, _)| path.clone());
        let topic = self.parts.iter().find(|(_, part)| matches!(part, Part::Topic(_))).map(|(path, _)| path.clone());
        let entry = self.context.journal().entries.first().map(|entry| self.context.addresses().entry(&entry.id));
        for path in singles.chain(topic).chain(entry) {
            self.page(&path)?;
        }
        Ok(())
    }

    fn make(&self, path: &str, part: &Part<'a>) -> Result<Content> {
        let context = self.context.at(path);
        let (template, body) = match part {
            Part::Static(bytes) => return Ok(Content::Bytes(bytes.to_vec())),
            Part::Copy(file) => return Ok(Content::Copy(file.clone())),
            Part::Calendar => return Ok(Content::Bytes(calendar(&context).into_bytes())),
            Part::Figures | Part::Findable => {
                let mut bytes = Vec::new();
                // Memory takes all that is written to it.
                let _ = self.long(path).map(|long| long(&mut bytes));
                return Ok(Content::Bytes(bytes));
            }
            Part::Single(template, make) => (*template, make(&context)),
            Part::Topic(topic) => ("topic.html", view::topic(&context, topic)),
            Part::Entry(entry) => ("entry.html", view::entry(&context, entry)?),
            Part::Print(page) => return self.print(*page),
        };
        let root = "../".repeat(path.matches('/').count());
        let scripts: Vec<String> = policy::scripts_of(path).iter().map(|name| format!("{root}{name}")).collect();
        self.page_of(template, context.page(body)?, &Rights::InSite { scripts, of_the_theme: self.theme.scripts })
    }

    /// Makes a page for paper, which stands alone.
    fn print(&self, page: PrintPage) -> Result<Content> {
        let context = if page.shows_private() { &self.context } else { &self.shown }.on_paper();
        let frame = frame(&context, page)?;
        let make = match page {
            PrintPage::Report => view::report,
            PrintPage::Brief => view::brief,
            PrintPage::Week => view::week,
            PrintPage::Applications => view::applications,
        };
        self.page_of(page.path(), context.page(make(&context, frame))?, &Rights::Alone)
    }

    fn page_of(&self, template: &str, view: view::PageView, rights: &Rights) -> Result<Content> {
        let html = self.context.templates().render(template, view)?;
        let leak = if self.theme.has_own_templates() { policy::leak(&html) } else { None };
        if let Some(element) = leak {
            let problem = Diagnostic::new(Code::TemplateInvalid).with("element", element).with("template", template);
            return Err(Box::new(problem.variant("leak")));
        }
        Ok(Content::Bytes(policy::guard(html, rights).into_bytes()))
    }
}

fn calendar(context: &Context<'_>) -> String {
    let report = context.report();
    let place = ics::Place { settings: &context.journal().settings, addresses: context.addresses() };
    ics::calendar(&report.agenda, &place, context.locale(), report.today)
}
