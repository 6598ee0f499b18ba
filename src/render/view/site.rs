//! What stands around the text of every page: the title, the navigation, what the site is about.

use std::hash::{Hash, Hasher};

use serde::Serialize;

use super::{Body, Context, PageView, common};
use crate::diagnostic::Result;
use crate::template::{Html, Ready};

/// What every page has.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SiteView {
    /// The title of the journal.
    title: String,
    /// The language of the page, ISO 639-1.
    lang: &'static str,
    /// The way to the site's root: empty or `../`.
    root: &'static str,
    /// The main pages.
    nav: Vec<NavView>,
    /// The day the report is about.
    today: String,
    /// The period and how many applications.
    period: String,
    /// What was left out, when something was.
    left_out: Option<String>,
    /// That this is a copy with names removed, when it is one.
    shared: Option<String>,
    /// What stands above the text of a page, from `header.html`; nothing on paper.
    header: Html,
    /// What stands below it, from `footer.html`.
    footer: Html,
}

/// What the templates see of what stands around the texts of a site.
#[derive(Serialize)]
struct Around<'a> {
    site: &'a SiteView,
}

/// An item of the navigation.
#[derive(Clone, Debug, Serialize)]
pub(super) struct NavView {
    /// The address from this page.
    href: String,
    /// The name.
    label: String,
    /// Whether it is this page.
    current: bool,
}

const NAV: &[(&str, &str)] = &[
    ("index.html", "nav-report"),
    ("plan.html", "nav-plan"),
    ("agenda.html", "nav-agenda"),
    ("entries/index.html", "nav-entries"),
    ("journey.html", "nav-journey"),
    ("swot.html", "nav-swot"),
    ("stories.html", "nav-stories"),
    ("print.html", "nav-print"),
    ("search.html", "nav-search"),
];

impl Context<'_> {
    /// Returns what the template of this page sees.
    ///
    /// # Errors
    /// `template-invalid` for what stands around its text.
    pub(in crate::render) fn page(&self, page: Body) -> Result<PageView> {
        // What is not among the main pages and stands in a folder has the same site around it.
        let is_below = !self.root.is_empty() && NAV.iter().all(|(path, _)| *path != self.path);
        let site = match self.shared.below.get() {
            Some(below) if is_below => below.clone(),
            _ => self.site()?,
        };
        if is_below {
            self.shared.below.get_or_init(|| site.clone());
        }
        Ok(PageView { site, page })
    }

    /// Writes to `key` what all pages of entries are made from.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub(in crate::render) fn write_key(&self, key: &mut impl Hasher) -> Result<()> {
        let (journal, sources) = (self.journal(), self.sources);
        let words = (sources.locale, sources.locale.is_monthly(), sources.report.today);
        format!("{:?} {:?} {words:?}", journal.settings, journal.topics).hash(key);
        (sources.theme.parts(), &self.shared.topics).hash(key);
        serde_json::to_string(&self.site()?).unwrap_or_default().hash(key);
        Ok(())
    }

    fn site(&self) -> Result<Ready> {
        let report = self.report();
        let nav = NAV.iter().map(|(path, key)| NavView {
            href: format!("{}{path}", self.root),
            label: self.text(key).to_owned(),
            current: *path == self.path,
        });
        let mut site = SiteView {
            title: report.title.clone(),
            lang: self.locale().lang.code(),
            root: self.root,
            nav: nav.collect(),
            today: self.locale().date(report.today),
            period: self.shared.period.clone(),
            left_out: self.shared.left_out.clone(),
            shared: self.journal().copy.map(|dates| self.text(common::shared_key(dates)).to_owned()),
            header: Html::default(),
            footer: Html::default(),
        };
        if !self.paper {
            let around = |template: &str| self.templates().render(template, Around { site: &site }).map(Html);
            (site.header, site.footer) = (around("header.html")?, around("footer.html")?);
        }
        Ok(Ready::new(site))
    }
}
