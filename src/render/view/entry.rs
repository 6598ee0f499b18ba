//! One application: its facts, its text, what its feedback says.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::Serialize;

use super::common::{LinkView, stage_text, status_text};
use super::{Body, Context};
use crate::analyse::{Suggestion, feedback_kind};
use crate::diagnostic::Result;
use crate::letter::{LetterOffer, letters_for};
use crate::locale::Lang;
use crate::model::vocabulary::{CHANNELS, find_word};
use crate::model::{Contact, ContactRole, Entry, Extra, FeedbackKind, Interview, Notice, Status, Thanks};
use crate::render::body::{BodyContext, render_body};
use crate::template::{Html, escape};

/// The page of an entry.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct EntryView {
    company: String,
    role: String,
    /// The English word of the status, for a class.
    status: Status,
    status_text: String,
    stage: String,
    date: String,
    draft: bool,
    private: bool,
    facts: Vec<FactView>,
    /// Topics given in lists of the front matter.
    lists: Vec<TopicListView>,
    extra: Vec<(String, String)>,
    body: Html,
    /// The language of the text, when it is surely not the page's.
    body_lang: Option<&'static str>,
    letters: Vec<LetterView>,
    follows: Option<LinkView>,
    followers: Vec<LinkView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
}

/// A letter ready to copy.
#[derive(Clone, Debug, Serialize)]
struct LetterView {
    anchor: String,
    label: String,
    comment: Option<String>,
    text: String,
    mailto: Option<String>,
}

/// One fact of the front matter: its first value and the others.
#[derive(Clone, Debug, Serialize)]
struct FactView {
    label: String,
    value: Html,
    more: Vec<Html>,
}

/// Topics of one list of the front matter, with the lines that quotes lead to.
#[derive(Clone, Debug, Serialize)]
struct TopicListView {
    label: String,
    class: &'static str,
    topics: Vec<PlacedTopicView>,
}

/// A topic, and the anchor that quotes lead to where it is the first of its line.
#[derive(Clone, Debug, Serialize)]
struct PlacedTopicView {
    anchor: Option<String>,
    link: LinkView,
}

/// Returns the page of an entry.
///
/// # Errors
/// `template-invalid` for a letter template of the journal's own.
pub(in crate::render) fn entry(context: &Context<'_>, entry: &Arc<Entry>) -> Result<Body> {
    let lang = context.lang_of(&entry.source, &entry.body);
    let body = render_body(&BodyContext {
        source: &entry.source,
        body: &entry.body,
        root: context.root,
        prefix: "",
        paper: context.paper,
        under: 1,
        links: &context.links(entry.file(), &entry.body),
        topics: context.topic_pages(),
        suggested: suggested(context, entry),
        locale: context.locale(),
        lang,
        today: context.report().today,
        reader: &context.shared.reader,
    });
    Ok(Body::Entry(Box::new(view(context, entry, (Html(body), lang))?)))
}

/// Writes to `key` all that the page of an entry is made from, but what is the same for every entry's.
///
/// # Errors
/// As [`entry`].
pub(in crate::render) fn write_key(context: &Context<'_>, entry: &Arc<Entry>, key: &mut impl Hasher) -> Result<()> {
    // The language of the text follows from it.
    let view = view(context, entry, (Html::default(), context.locale().lang))?;
    serde_json::to_string(&view).unwrap_or_default().hash(key);
    entry.source.text.hash(key);
    context.links(entry.file(), &entry.body).hash(key);
    format!("{:?}", suggested(context, entry)).hash(key);
    Ok(())
}

/// Returns the topics suggested for an entry's blocks.
fn suggested<'a>(context: &Context<'a>, entry: &Entry) -> &'a [Suggestion] {
    context.report().suggestions.of(&entry.id).map_or(&[], |found| found.topics.as_slice())
}

/// Returns what the page of an entry shows around its text, and the text in its language.
fn view(context: &Context<'_>, entry: &Arc<Entry>, (body, lang): (Html, Lang)) -> Result<EntryView> {
    let (locale, journal) = (context.locale(), context.journal());
    let at = |id: &str| journal.entry(id).map(|entry| context.entry_view(entry));
    let (previous, next) = neighbours(context, entry);
    Ok(EntryView {
        company: entry.company.clone(),
        role: entry.role.clone(),
        status: entry.status,
        status_text: status_text(locale, entry.status).to_owned(),
        stage: stage_text(locale, entry.reached()).to_owned(),
        date: entry.day().map(|day| locale.date(day)).unwrap_or_default(),
        draft: entry.draft,
        private: entry.private,
        facts: facts(context, entry).into_iter().map(Fact::view).collect(),
        lists: lists(context, entry),
        extra: extra(&entry.extra),
        body,
        body_lang: (lang != locale.lang).then_some(lang.code()),
        letters: letters(context, entry)?,
        follows: journal.followed(entry).map(|followed| context.entry_view(followed)),
        followers: context.followers(entry).filter_map(at).collect(),
        previous,
        next,
    })
}

/// Returns the anchor of a letter on its entry's page.
pub(super) fn letter_anchor(kind: &str) -> String {
    format!("letter-{kind}")
}

/// Returns the letters that fit how the entry stands, as long as any step of its follow-up can come.
fn letters(context: &Context<'_>, entry: &Arc<Entry>) -> Result<Vec<LetterView>> {
    // A letter is signed and says who it is for.
    if context.journal().copy.is_some() {
        return Ok(Vec::new());
    }
    let today = context.report().today;
    let days = entry.decided_on().and_then(|day| today.since(day).ok()).map_or(0, |span| span.get_days());
    if days > i32::from(context.journal().settings.follow_up.check_in) + LAST_STEP_DAYS {
        return Ok(Vec::new());
    }
    let offers = letters_for(context.journal(), entry, context.sources.letters, today)?;
    let view = |offer: LetterOffer| LetterView {
        anchor: letter_anchor(offer.kind.name()),
        label: offer.label,
        comment: offer.letter.comment.clone(),
        text: offer.letter.text(context.locale()),
        mailto: offer.mailto,
    };
    Ok(offers.into_iter().map(view).collect())
}

/// Days after the check-in's first day until which it can still be done.
const LAST_STEP_DAYS: i32 = 90;

/// Returns the entries before and after this one by id.
fn neighbours(context: &Context<'_>, entry: &Entry) -> (Option<LinkView>, Option<LinkView>) {
    let entries = &context.journal().entries;
    let Some(index) = entries.place(&entry.id) else { return (None, None) };
    let link = |index: Option<usize>| index.and_then(|index| entries.get(index)).map(|entry| context.entry_view(entry));
    (link(index.checked_sub(1)), link(Some(index + 1)))
}

/// What the front matter tells of one thing.
struct Fact<'a> {
    label: &'a str,
    value: String,
    more: Vec<String>,
    /// Whether the values are addresses on the web.
    is_web: bool,
}

impl Fact<'_> {
    fn view(self) -> FactView {
        let html = |value: String| {
            let text = escape(&value);
            Html(match text {
                _ if self.is_web => ["<a href=\"", &text, "\" rel=\"noreferrer\">", &text, "</a>"].concat(),
                Cow::Owned(text) => text,
                Cow::Borrowed(_) => value,
            })
        };
        FactView {
            label: self.label.to_owned(),
            value: html(self.value),
            more: self.more.into_iter().map(html).collect(),
        }
    }
}

/// How many facts most entries have at most.
const FACTS: usize = 16;

/// Gathers what the front matter tells, in the order in which it happened.
fn facts<'a>(context: &Context<'a>, entry: &Entry) -> Vec<Fact<'a>> {
    let locale = context.locale();
    let mut facts = Facts { context, list: Vec::with_capacity(FACTS) };
    let date =
        |date: &Option<crate::source::Spanned<crate::model::Date>>| date.as_ref().map(|date| locale.date(date.value));
    facts.add("fact-applied", date(&entry.applied));
    facts.add("fact-source", entry.found_at.clone());
    facts.link("fact-link", entry.link.as_deref());
    facts.add("fact-agency", entry.agency.clone());
    facts.add("fact-documents", joined(&entry.documents));
    facts.all("fact-interviews", entry.interviews.iter().map(|interview| interview_text(context, interview)));
    facts.add("fact-announced", date(&entry.announced));
    facts.add("fact-decided", date(&entry.decided));
    facts.add("fact-notice", entry.notice.map(|notice| context.text(notice_key(notice)).to_owned()));
    facts.add("fact-shortlisted", entry.shortlisted.filter(|yes| *yes).map(|_| context.text("yes").to_owned()));
    facts.add("fact-thanked", thanks(context, entry.thanked.as_ref()));
    facts.add("fact-requested", requested(context, entry));
    facts.add("fact-received", date(&entry.feedback.received));
    facts.add("fact-kind", kind_text(context, entry));
    facts.add("fact-clarified", date(&entry.feedback.clarified));
    facts.add("fact-feedback-thanked", thanks(context, entry.feedback.thanked.as_ref()));
    facts.add("fact-checked-in", date(&entry.checked_in));
    facts.add("fact-sector", entry.sector.clone());
    facts.add("fact-location", entry.location.clone());
    facts.add("fact-salary", entry.salary.clone());
    facts.add("fact-mood", mood(context, entry));
    facts.add("fact-tags", joined(&entry.tags));
    facts.all("fact-contacts", contacts(context, entry).into_iter());
    facts.list
}

/// Returns everything that the page tells beside the entry's name and text.
pub(super) fn fact_texts(context: &Context<'_>, entry: &Arc<Entry>) -> Vec<String> {
    let facts = facts(context, entry).into_iter().flat_map(|fact| [fact.value].into_iter().chain(fact.more));
    let topics = lists(context, entry).into_iter().flat_map(|list| list.topics).map(|topic| topic.link.label);
    let extra = extra(&entry.extra).into_iter().map(|(_, value)| value);
    facts.chain(topics).chain(extra).collect()
}

struct Facts<'a, 'b> {
    context: &'a Context<'b>,
    list: Vec<Fact<'b>>,
}

impl Facts<'_, '_> {
    fn add(&mut self, key: &str, value: Option<String>) {
        self.all(key, value.into_iter());
    }

    fn all(&mut self, key: &str, mut values: impl Iterator<Item = String>) {
        if let Some(value) = values.next() {
            self.list.push(Fact { label: self.context.text(key), value, more: values.collect(), is_web: false });
        }
    }

    fn link(&mut self, key: &str, address: Option<&str>) {
        let Some(address) = address else { return };
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        let label = self.context.text(key);
        self.list.push(Fact { label, value: address.to_owned(), more: Vec::new(), is_web });
    }
}

fn joined(texts: &[String]) -> Option<String> {
    (!texts.is_empty()).then(|| texts.join(", "))
}

fn interview_text(context: &Context<'_>, interview: &Interview) -> String {
    let day = interview.date.as_ref().map(|date| context.locale().date(date.value));
    let with = joined(&interview.with).map(|with| context.format("interview-with", &[("people", with.into())]));
    let parts: Vec<String> = [day, interview.kind.clone(), with].into_iter().flatten().collect();
    parts.join(", ")
}

fn requested(context: &Context<'_>, entry: &Entry) -> Option<String> {
    let day = context.locale().date(entry.feedback.requested.as_ref()?.value);
    let via = entry.feedback.via.and_then(|via| find_word(CHANNELS, via));
    Some(via.map_or(day.clone(), |via| format!("{day} ({})", shown_word(via.name(context.locale().lang)))))
}

/// Returns a word of the vocabulary as it is shown: with spaces.
fn shown_word(word: &str) -> String {
    word.replace('-', " ")
}

fn thanks(context: &Context<'_>, thanks: Option<&Thanks>) -> Option<String> {
    thanks.map(|thanks| match thanks {
        Thanks::On(day) => context.locale().date(day.value),
        Thanks::SomeDay => context.text("yes").to_owned(),
    })
}

fn mood(context: &Context<'_>, entry: &Entry) -> Option<String> {
    match (entry.mood.before, entry.mood.after) {
        (None, None) => None,
        (Some(before), Some(after)) => {
            let args = [("before", i64::from(before).into()), ("after", i64::from(after).into())];
            Some(context.format("mood-both", &args))
        }
        (Some(mood), None) | (None, Some(mood)) => {
            Some(context.format("mood-one", &[("mood", i64::from(mood).into())]))
        }
    }
}

/// Returns the people met, each in one line; of a copy the roles, each once.
fn contacts(context: &Context<'_>, entry: &Entry) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for contact in &entry.contacts {
        let text = contact_text(context, contact);
        let is_told = context.journal().copy.is_some() && texts.contains(&text);
        if !text.is_empty() && !is_told {
            texts.push(text);
        }
    }
    texts
}

fn contact_text(context: &Context<'_>, contact: &Contact) -> String {
    let role = contact.role.map(|role| context.text(role_key(role)).to_owned());
    let name = match (&contact.title, &contact.name) {
        (Some(title), Some(name)) => Some(format!("{title} {name}")),
        (title, name) => name.clone().or(title.clone()),
    };
    // A number stays on its line.
    let phone = contact.phone.as_ref().map(|phone| phone.replace(' ', "\u{a0}"));
    let parts: Vec<String> = [name, role, contact.email.clone(), phone].into_iter().flatten().collect();
    parts.join(", ")
}

fn role_key(role: ContactRole) -> &'static str {
    match role {
        ContactRole::Interviewer => "role-interviewer",
        ContactRole::Hr => "role-hr",
        ContactRole::HiringManager => "role-hiring-manager",
        ContactRole::Agency => "role-agency",
        ContactRole::Network => "role-network",
    }
}

fn notice_key(notice: Notice) -> &'static str {
    match notice {
        Notice::Personal => "notice-personal",
        Notice::Automatic => "notice-automatic",
        Notice::Phone => "notice-phone",
        Notice::None => "notice-none",
    }
}

/// Returns what the feedback is worth: as stated, else as suggested, with the reason.
fn kind_text(context: &Context<'_>, entry: &Entry) -> Option<String> {
    if let Some(kind) = entry.feedback.kind {
        return Some(context.text(kind_key(kind)).to_owned());
    }
    let reading = context.report().suggestions.of(&entry.id)?.kind.as_ref()?;
    let kind = kind_key(feedback_kind(reading.kind)).trim_start_matches("kind-");
    Some(context.format("fact-kind-suggested", &[("kind", kind.into()), ("reason", reading.reason.key().into())]))
}

fn kind_key(kind: FeedbackKind) -> &'static str {
    match kind {
        FeedbackKind::Constructive => "kind-constructive",
        FeedbackKind::Generic => "kind-generic",
        FeedbackKind::Unconstructive => "kind-unconstructive",
    }
}

/// Topics as a list of the front matter gives them.
type Given = [crate::source::Spanned<Arc<crate::model::Topic>>];

fn lists(context: &Context<'_>, entry: &Entry) -> Vec<TopicListView> {
    // Several topics may stand on one line, even of several lists: the line has one anchor.
    let mut anchored: BTreeSet<u32> = BTreeSet::new();
    let list = |(key, class, topics): (&str, &'static str, &Given)| {
        let placed = topics.iter().map(|topic| {
            let line = entry.source.line(topic.span.start());
            PlacedTopicView {
                anchor: anchored.insert(line).then(|| format!("L{line}")),
                link: context.topic_view(&topic.value.id),
            }
        });
        TopicListView { label: context.text(key).to_owned(), class, topics: placed.collect() }
    };
    let lists = [
        ("fact-strengths", "works", &*entry.strengths),
        ("fact-reasons", "back", &*entry.reasons),
        ("fact-weaknesses", "back", &*entry.weaknesses),
    ];
    lists.into_iter().filter(|(.., topics)| !topics.is_empty()).map(list).collect()
}

/// Returns the values under unknown keys as texts.
pub(super) fn extra(extra: &Extra) -> Vec<(String, String)> {
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(items) if items.iter().all(serde_json::Value::is_string) => {
            items.iter().filter_map(|item| item.as_str()).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    };
    extra.iter().map(|(key, value)| (key.clone(), text(value))).collect()
}
