//! A report and its journal to the pages of a site.
//!
//! In: [`Report`], [`Journal`], a [`theme::Theme`], a language, and an answer to
//! "is this file there". Out: a [`Site`], every page as bytes. `view` is what
//! templates see; `body` renders Markdown; `chart` draws. Nothing is written
//! here.

mod body;
mod chart;
mod lead;
mod sanitise;
pub mod theme;
mod view;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::analyse::Report;
use crate::diagnostic::Result;
use crate::ics;
use crate::letter::Letters;
use crate::locale::Locale;
use crate::model::Journal;
use crate::template::Templates;
pub use lead::lead;
use theme::Theme;
use view::{Context, PageView};

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

/// What a site is made from.
pub struct Sources<'a> {
    /// The journal.
    pub journal: &'a Journal,
    /// Its figures.
    pub report: &'a Report,
    /// The language of the pages.
    pub locale: &'a Locale,
    /// How they look.
    pub theme: &'a Theme,
    /// The letters that entries offer.
    pub letters: &'a Letters,
    /// Whether there is a file at a path below the journal's root.
    pub exists: &'a (dyn Fn(&str) -> bool + Sync),
}

/// One page: its path, its template, and what the template sees.
pub(crate) struct Page {
    path: String,
    template: &'static str,
    view: PageView,
}

/// Renders every page.
///
/// # Errors
/// `template-invalid` for a template that cannot be parsed or rendered.
pub fn render(sources: &Sources<'_>) -> Result<Site> {
    let templates = sources.theme.templates(sources.locale)?;
    let context = Context::new(sources);
    let mut site = Site::default();
    for (path, bytes) in &sources.theme.statics {
        site.files.insert(path.clone(), Content::Bytes(bytes.clone()));
    }
    for (path, file) in context.images() {
        site.files.insert(path, Content::Copy(file));
    }
    site.files.insert("report.json".to_owned(), Content::Bytes(sources.report.to_json().into_bytes()));
    let place = ics::Place { settings: &sources.journal.settings, addresses: context.addresses() };
    let calendar = ics::calendar(&sources.report.agenda, &place, sources.locale, sources.report.today);
    site.files.insert("agenda.ics".to_owned(), Content::Bytes(calendar.into_bytes()));
    let rendered: Vec<(String, String)> =
        page_makers(&context).into_par_iter().map(|make| render_page(&templates, make()?)).collect::<Result<_>>()?;
    site.files.extend(rendered.into_iter().map(|(path, html)| (path, Content::Bytes(html.into_bytes()))));
    Ok(site)
}

fn render_page(templates: &Templates, page: Page) -> Result<(String, String)> {
    let html = templates.render(page.template, &page.view)?;
    Ok((page.path, html))
}

/// Makes what the template of a page sees.
type MakeBody = fn(&Context<'_>) -> view::Body;

type MakePage<'a> = Box<dyn Fn() -> Result<Page> + Send + Sync + 'a>;

/// Returns what makes each page, so that views are made in parallel and one page at a time.
fn page_makers<'a>(context: &'a Context<'a>) -> Vec<MakePage<'a>> {
    let mut makers: Vec<MakePage<'a>> = Vec::new();
    let singles: [(&'static str, &'static str, MakeBody); 8] = [
        ("index.html", "index.html", view::index),
        ("plan.html", "plan.html", view::plan),
        ("agenda.html", "agenda.html", view::agenda),
        ("entries/index.html", "entries.html", view::entries),
        ("swot.html", "swot.html", view::swot),
        ("journey.html", "journey.html", view::journey),
        ("stories.html", "stories.html", view::stories),
        ("print.html", "print.html", view::print),
    ];
    for (path, template, make) in singles {
        makers.push(Box::new(move || {
            let context = context.at(path);
            Ok(Page { path: path.to_owned(), template, view: context.page(make(&context)) })
        }));
    }
    for topic in context.topic_pages() {
        makers.push(Box::new(move || {
            let path = format!("topics/{topic}.html");
            let context = context.at(&path);
            Ok(Page { view: context.page(view::topic(&context, topic)), path, template: "topic.html" })
        }));
    }
    for entry in &context.journal().entries {
        makers.push(Box::new(move || {
            let path = context.addresses().entry(&entry.id);
            let context = context.at(&path);
            Ok(Page { view: context.page(view::entry(&context, entry)?), path, template: "entry.html" })
        }));
    }
    makers
}
