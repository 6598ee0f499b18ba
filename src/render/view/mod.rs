//! What templates see: the theme's contract. Texts are ready to show, dates and plurals too.
//!
//! Every template gets `site` ([`site::SiteView`]) and `page` ([`Body`]'s view).

mod agenda;
mod common;
mod entries;
mod entry;
mod index;
mod journey;
mod plan;
mod print;
mod search;
mod site;
mod stories;
mod swot;
mod topic;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rustc_hash::FxHashMap;
use serde::Serialize;

use super::Sources;
use super::body::SiteLink;
use super::paper::Paper;
use crate::address::{Addresses, encode};
use crate::analyse::{EvidenceFigure, Report, TopicFigure};
use crate::check::{Index, Target};
use crate::locale::{Lang, Locale, Named};
use crate::model::{Body as TextBody, Entry, Journal, LinkKind};
use crate::source::{SourceFile, is_picture};
use crate::suggest::LangReader;
use crate::template::{Html, Ready, Templates};

pub(super) use agenda::agenda;
pub use common::shared_key;
pub(super) use common::{LinkView, cut, left_out_count, mark, stage_text, status_text};
pub(super) use entries::entries;
pub(super) use entry::{entry, write_key as write_entry_key};
pub(super) use index::index;
pub(super) use journey::journey;
pub(super) use plan::plan;
pub(super) use print::{FrameView, applications, brief, report, week};
pub(super) use search::{search, write_data as write_search_data};
pub(super) use stories::stories;
pub(super) use swot::swot;
pub(super) use topic::topic;

/// What a template sees.
#[derive(Clone, Debug, Serialize)]
pub(super) struct PageView {
    site: Ready,
    page: Body,
}

/// What the different pages show.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Body {
    /// The report.
    Index(Box<index::IndexView>),
    /// The plan.
    Plan(Box<plan::PlanView>),
    /// The agenda.
    Agenda(Box<agenda::AgendaView>),
    /// All entries.
    Entries(Box<entries::EntriesView>),
    /// One entry.
    Entry(Box<entry::EntryView>),
    /// One topic.
    Topic(Box<topic::TopicPageView>),
    /// Strengths, weaknesses, opportunities, threats.
    Swot(Box<swot::SwotView>),
    /// Applications and feelings over time.
    Journey(Box<journey::JourneyView>),
    /// Stories that end well.
    Stories(Box<stories::StoriesView>),
    /// The report on paper.
    Print(Box<print::PrintView>),
    /// What to read before an interview.
    Brief(Box<print::BriefView>),
    /// The week.
    Week(Box<print::WeekView>),
    /// The plain list of applications.
    Applications(Box<print::ApplicationsView>),
    /// Search.
    Search(Box<search::SearchView>),
}

/// Everything that views are made from, and where the page stands.
#[derive(Clone)]
pub(super) struct Context<'a> {
    sources: &'a Sources<'a>,
    shared: Arc<Shared<'a>>,
    root: &'static str,
    path: String,
    /// Whether the page stands alone, on paper: nothing leads to other pages of the site.
    paper: bool,
}

/// What is worked out once for all pages.
struct Shared<'a> {
    addresses: Addresses,
    index: Index<'a>,
    topics: BTreeSet<String>,
    period: String,
    left_out: Option<String>,
    reader: LangReader,
    // What only some pages need is worked out when the first of them asks.
    below: OnceLock<Ready>,
    by_file: OnceLock<FxHashMap<&'a str, &'a Entry>>,
    telling: OnceLock<FxHashMap<&'a str, Telling<'a>>>,
    mentioned: OnceLock<FxHashMap<&'a str, Vec<&'a str>>>,
    followers: OnceLock<BTreeMap<&'a str, Vec<&'a str>>>,
    strips: OnceLock<super::chart::strip::Axis>,
    // Pictures that several pages show.
    journey: OnceLock<Html>,
    burn_up: OnceLock<Option<plan::BurnUpView>>,
}

/// The mentions that tell most about one entry: of its first topic on either list, in words of their own.
#[derive(Clone, Copy, Debug, Default)]
struct Telling<'a> {
    strength: Option<&'a EvidenceFigure>,
    weakness: Option<&'a EvidenceFigure>,
}

/// Returns them by entry, for entries that have any.
fn telling(report: &Report) -> FxHashMap<&str, Telling<'_>> {
    fn mentions(figures: &[TopicFigure]) -> impl Iterator<Item = &EvidenceFigure> {
        let of =
            |figure: &'_ TopicFigure, mention: &EvidenceFigure| mention.weight > 0.0 && !mention.says(&figure.label);
        let shared =
            figures.iter().flat_map(move |figure| figure.evidence.iter().filter(move |mention| of(figure, mention)));
        shared.map(Arc::as_ref)
    }
    let mut telling: FxHashMap<&str, Telling<'_>> = FxHashMap::default();
    for mention in mentions(&report.strengths) {
        telling.entry(&mention.entry.id).or_default().strength.get_or_insert(mention);
    }
    for mention in mentions(&report.weaknesses) {
        telling.entry(&mention.entry.id).or_default().weakness.get_or_insert(mention);
    }
    telling
}

/// Returns the topics that each entry mentions, each once, by id.
fn mentioned(report: &Report) -> FxHashMap<&str, Vec<&str>> {
    let mut mentioned: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for figure in [&report.weaknesses, &report.strengths, &report.beyond_control].into_iter().flatten() {
        for mention in &figure.evidence {
            let topics = mentioned.entry(&mention.entry.id).or_default();
            if let Err(place) = topics.binary_search(&figure.topic.as_str()) {
                topics.insert(place, &figure.topic);
            }
        }
    }
    mentioned
}

impl<'a> Context<'a> {
    /// Gathers what all pages need.
    pub(super) fn new(sources: &'a Sources<'a>) -> Self {
        let (journal, report, locale) = (sources.journal, sources.report, sources.locale);
        let lists = [&report.weaknesses, &report.strengths, &report.beyond_control];
        let mut topics: BTreeSet<String> = lists.into_iter().flatten().map(|figure| figure.topic.clone()).collect();
        topics.extend(journal.goals.iter().flat_map(|goal| goal.topics.iter().map(|topic| topic.value.id.clone())));
        let shared = Shared {
            addresses: Addresses::new(journal),
            index: Index::new(journal),
            topics,
            period: common::period(report, locale),
            left_out: common::left_out(journal, locale),
            reader: LangReader::default(),
            below: OnceLock::new(),
            by_file: OnceLock::new(),
            telling: OnceLock::new(),
            mentioned: OnceLock::new(),
            followers: OnceLock::new(),
            strips: OnceLock::new(),
            journey: OnceLock::new(),
            burn_up: OnceLock::new(),
        };
        Self { sources, shared: Arc::new(shared), root: "", path: String::new(), paper: false }
    }

    /// Returns the context of the page at `path`.
    pub(super) fn at(&self, path: &str) -> Self {
        let root = if path.contains('/') { "../" } else { "" };
        Self { root, path: path.to_owned(), shared: Arc::clone(&self.shared), sources: self.sources, paper: false }
    }

    /// Returns the context of a page that stands alone, on paper.
    pub(super) fn on_paper(&self) -> Self {
        Self { paper: true, ..self.at("") }
    }

    /// Returns the topics that have a page.
    pub(super) fn topic_pages(&self) -> &BTreeSet<String> {
        &self.shared.topics
    }

    /// Returns the topics that a text on this page links to.
    fn linked_topics(&self) -> &BTreeSet<String> {
        static NONE: BTreeSet<String> = BTreeSet::new();
        if self.paper { &NONE } else { &self.shared.topics }
    }

    /// Returns the pages of entries.
    pub(super) fn addresses(&self) -> &Addresses {
        &self.shared.addresses
    }

    /// Returns the entry whose file is at `path`.
    fn entry_of(&self, path: &str) -> Option<&'a Entry> {
        let entries = || self.journal().entries.iter().map(|entry| (entry.file(), &**entry)).collect();
        self.shared.by_file.get_or_init(entries).get(path).copied()
    }

    /// Returns the mentions that tell most about an entry.
    fn telling(&self, entry: &Entry) -> Option<Telling<'a>> {
        self.shared.telling.get_or_init(|| telling(self.report())).get(entry.id.as_str()).copied()
    }

    /// Returns the topics that an entry mentions.
    fn mentioned(&self, entry: &Entry) -> impl Iterator<Item = &'a str> + '_ {
        let mentioned = self.shared.mentioned.get_or_init(|| mentioned(self.report()));
        mentioned.get(entry.id.as_str()).into_iter().flatten().copied()
    }

    /// Returns the ids of the entries that follow one.
    fn followers(&self, entry: &Entry) -> impl Iterator<Item = &'a str> + '_ {
        let followers = self.shared.followers.get_or_init(|| self.journal().followers());
        followers.get(entry.id.as_str()).into_iter().flatten().copied()
    }

    /// Returns what the strips of all topics stand on.
    fn strips(&self) -> &super::chart::strip::Axis {
        self.shared.strips.get_or_init(|| super::chart::strip::Axis::new(self.report(), self.locale()))
    }

    /// Returns the journal.
    pub(super) fn journal(&self) -> &'a Journal {
        self.sources.journal
    }

    /// Returns the sheet of the print pages.
    pub(super) fn paper(&self) -> Paper {
        self.sources.paper
    }

    /// Returns the figures.
    pub(super) fn report(&self) -> &'a Report {
        self.sources.report
    }

    /// Returns the templates of the theme.
    pub(super) fn templates(&self) -> &'a Templates {
        self.sources.templates
    }

    pub(super) fn locale(&self) -> &'a Locale {
        self.sources.locale
    }

    pub(super) fn text(&self, key: &str) -> &'a str {
        self.sources.locale.text(key)
    }

    fn format(&self, key: &str, args: &[Named<'_>]) -> String {
        self.sources.locale.format(key, args)
    }

    /// Returns the language of words that are surely not in the page's.
    fn other_lang(&self, words: &str) -> Option<&'static str> {
        self.shared.reader.read(words).filter(|lang| *lang != self.locale().lang).map(Lang::code)
    }

    /// Returns the language of a body but for what is quoted in it: that of the page, unless it is surely another.
    fn lang_of(&self, source: &SourceFile, body: &TextBody) -> Lang {
        let own = source.slice(body.span).lines().filter(|line| !line.trim_start().starts_with('>'));
        self.shared.reader.read_all(own).unwrap_or(self.locale().lang)
    }

    /// Returns where each link of a body leads on the site, by where it starts.
    fn links(&self, file: &str, body: &TextBody) -> BTreeMap<usize, SiteLink> {
        let mut links = BTreeMap::new();
        for link in &body.links {
            let target = self.shared.index.resolve(file, link);
            let site_link = match target {
                Target::Elsewhere => continue,
                Target::Entry(id) => self.entry_link(id),
                Target::Goal(id) => self.goal_link(id),
                Target::File(path)
                    if link.kind != LinkKind::Link && is_image(&path) && (self.sources.exists)(&path) =>
                {
                    self.image(&path)
                }
                Target::File(_) | Target::Nothing => SiteLink::Text,
            };
            links.insert(link.span.start(), site_link);
        }
        links
    }

    /// Returns where an image of the journal stands: in the site, or on paper in the page itself.
    fn image(&self, path: &str) -> SiteLink {
        if !self.paper {
            return SiteLink::Image(encode(&image_path(path)));
        }
        match (self.sources.image)(path) {
            Some(bytes) => SiteLink::Image(data_address(path, &bytes)),
            None => SiteLink::Text,
        }
    }

    fn entry_link(&self, id: &str) -> SiteLink {
        match self.journal().entry(id) {
            Some(entry) if self.paper => SiteLink::Name(common::entry_name(entry)),
            Some(entry) => SiteLink::Page { href: self.addresses().entry_href(id), label: common::entry_name(entry) },
            None => SiteLink::Text,
        }
    }

    fn goal_link(&self, id: &str) -> SiteLink {
        match self.journal().goal(id) {
            Some(goal) if self.paper => SiteLink::Name(goal.title.clone()),
            Some(goal) => SiteLink::Page { href: plan::goal_href(id), label: goal.title.clone() },
            None => SiteLink::Text,
        }
    }

    /// Returns the images that the pages show: the path in the site, and that in the journal.
    pub(super) fn images(&self) -> BTreeMap<String, String> {
        let journal = self.journal();
        let entries = journal.entries.iter().map(|entry| (entry.file(), &entry.body));
        let goals = journal.goals.iter().map(|goal| (goal.file(), &goal.body));
        let mut images = BTreeMap::new();
        for (file, body) in entries.chain(goals) {
            for link in body.links.iter().filter(|link| link.kind != LinkKind::Link) {
                if let Target::File(path) = self.shared.index.resolve(file, link)
                    && is_image(&path)
                    && (self.sources.exists)(&path)
                {
                    images.insert(image_path(&path), path);
                }
            }
        }
        images
    }

    /// Returns a link to an entry's page.
    pub(super) fn entry_view(&self, entry: &Entry) -> LinkView {
        LinkView { href: self.entry_address(entry), label: common::entry_name(entry) }
    }

    /// Returns where an entry's page stands, seen from this one; nothing on paper.
    fn entry_address(&self, entry: &Entry) -> String {
        if self.paper { String::new() } else { self.addresses().entry_href_from(self.root, &entry.id) }
    }

    /// Returns a link to a topic's page; its label alone where it has none.
    fn topic_view(&self, id: &str) -> LinkView {
        let label = self.journal().topics.get(id).map_or(id, |topic| topic.label(self.locale().lang)).to_owned();
        let href =
            if self.linked_topics().contains(id) { format!("{}topics/{id}.html", self.root) } else { String::new() };
        LinkView { href, label }
    }

    /// Returns a link to a goal's place on the plan's page, on paper on the page itself.
    fn goal_view(&self, id: &str) -> LinkView {
        let label = self.journal().goal(id).map_or(id, |goal| goal.title.as_str()).to_owned();
        let href = plan::goal_href(id);
        let href = if self.paper { href.trim_start_matches("plan.html").to_owned() } else { href };
        LinkView { href: format!("{}{href}", self.root), label }
    }
}

fn is_image(path: &str) -> bool {
    is_picture(path.rsplit('.').next().unwrap_or_default())
}

/// Returns an image as an address that holds it.
fn data_address(path: &str, bytes: &[u8]) -> String {
    let extension = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let kind = match extension.as_str() {
        "jpg" => "jpeg",
        "svg" => "svg+xml",
        other => other,
    };
    format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(bytes))
}

/// Returns where an image of the journal stands in the site.
fn image_path(path: &str) -> String {
    format!("files/{path}")
}
