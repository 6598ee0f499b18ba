//! Views that several pages share: links, quotes, how an entry is called.

use std::cmp::Reverse;

use serde::Serialize;

use super::Context;
use crate::analyse::{EvidenceFigure, Report};
use crate::check::Target;
use crate::locale::Locale;
use crate::model::{Entry, Journal, Link, LinkKind, ShareDates, Source, Stage, Status};
use crate::template::escape;

/// A link and its text; without an address, only the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(in crate::render) struct LinkView {
    /// The address from this page; empty for none.
    pub(in crate::render) href: String,
    /// The text.
    pub(in crate::render) label: String,
}

impl LinkView {
    /// Returns the link to a line of the page that this one leads to; without an address, it still leads nowhere.
    pub(in crate::render) fn at_line(mut self, line: u32, label: &str) -> Self {
        if !self.href.is_empty() {
            self.href.push_str("#L");
            self.href.push_str(itoa::Buffer::new().format(line));
        }
        Self { href: self.href, label: label.to_owned() }
    }
}

/// A quote with who said it, when, at which stage.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct QuoteView {
    /// The words.
    pub(in crate::render) text: String,
    /// Their language, when it is surely not the page's.
    pub(in crate::render) lang: Option<&'static str>,
    /// Who said it.
    pub(in crate::render) who: String,
    /// The entry, at the line of the quote.
    pub(in crate::render) entry: LinkView,
    /// The stage reached.
    pub(in crate::render) stage: String,
    /// The day of the news.
    pub(in crate::render) date: String,
    /// How its mark is drawn: `recruiter`, `peer`, `self`, `suggested`, `none`.
    pub(in crate::render) mark: &'static str,
    /// What is to be known of it: that it is suggested, or weighs nothing.
    pub(in crate::render) note: Option<String>,
}

impl QuoteView {
    /// Returns the view of a mention.
    pub(super) fn new(context: &Context<'_>, evidence: &EvidenceFigure) -> Self {
        let entry = &evidence.entry;
        let is_listed = evidence.is_listed;
        let note = match (evidence.weight > 0.0, evidence.explicit) {
            (false, _) => Some(context.text("quote-weighs-nothing").to_owned()),
            (true, false) => Some(context.text("quote-suggested").to_owned()),
            (true, true) => None,
        };
        Self {
            text: if is_listed { context.text("quote-listed").to_owned() } else { quoted(context, evidence) },
            lang: if is_listed { None } else { context.other_lang(evidence.quote()) },
            who: source_text(context.locale(), evidence.source).to_owned(),
            entry: quote_link(context, evidence),
            stage: stage_text(context.locale(), entry.stage).to_owned(),
            date: day_text(context.locale(), entry),
            mark: mark(evidence),
            note,
        }
    }
}

/// Returns the words of a mention within quotation marks.
pub(super) fn quoted(context: &Context<'_>, evidence: &EvidenceFigure) -> String {
    context.locale().quoted(&cut(evidence.quote(), QUOTE_LIMIT))
}

/// Returns the link from a quote to its line, named after the company.
pub(super) fn quote_link(context: &Context<'_>, evidence: &EvidenceFigure) -> LinkView {
    let link = LinkView { href: context.entry_address(&evidence.entry), label: String::new() };
    link.at_line(evidence.line, &evidence.entry.company)
}

/// Returns the day of an entry in words; nothing where it has none.
pub(super) fn day_text(locale: &Locale, entry: &Entry) -> String {
    entry.day().map(|day| locale.date(day)).unwrap_or_default()
}

/// Returns whose words they are, in words.
pub(super) fn source_text(locale: &Locale, source: Source) -> &str {
    locale.text(match source {
        Source::Recruiter => "source-recruiter",
        Source::Peer => "source-peer",
        Source::Own => "source-self",
    })
}

/// Returns how the mark of a mention is drawn.
pub(in crate::render) fn mark(evidence: &EvidenceFigure) -> &'static str {
    match (evidence.weight > 0.0, evidence.explicit, evidence.source) {
        (false, _, _) => "none",
        (true, false, _) => "suggested",
        (true, true, Source::Recruiter) => "recruiter",
        (true, true, Source::Peer) => "peer",
        (true, true, Source::Own) => "self",
    }
}

/// Longest quote that is shown whole, in characters; the entry's page has the rest.
const QUOTE_LIMIT: usize = 320;

/// Cuts a text that is longer than `limit` characters at a space, and says so.
pub(in crate::render) fn cut(text: &str, limit: usize) -> String {
    if text.len() <= limit || text.chars().count() <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit).collect();
    let at = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..at).unwrap_or(&cut))
}

/// Returns how an entry is called in a link: company and position.
pub(super) fn entry_name(entry: &Entry) -> String {
    [&entry.company, ", ", &entry.role].concat()
}

/// Returns a text of an entry as HTML, where ids of other files become links that name a company or a goal.
pub(super) fn named(context: &Context<'_>, entry: &Entry, text: &str) -> String {
    let links = entry.body.links.iter().filter(|link| link.kind == LinkKind::Wiki);
    let named = |link: &Link| {
        let view = match context.shared.index.resolve(entry.file(), link) {
            Target::Entry(id) => {
                let entry = context.journal().entry(id)?;
                LinkView { label: entry.company.clone(), ..context.entry_view(entry) }
            }
            Target::Goal(id) => context.goal_view(id),
            _ => return None,
        };
        Some(format!("<a href=\"{}\">{}</a>", escape(&view.href), escape(&view.label)))
    };
    let names: Vec<(&str, String)> = links.filter_map(|link| Some((link.target.trim(), named(link)?))).collect();
    let (mut html, mut rest) = (String::new(), text);
    let next = |rest: &str| {
        let places = names.iter().filter_map(|(id, name)| Some((place_of(rest, id)?, Reverse(id.len()), *id, name)));
        places.min().map(|(at, _, id, name)| (at, id, name))
    };
    while let Some((at, id, name)) = next(rest)
        && let (Some(before), Some(after)) = (rest.get(..at), rest.get(at + id.len()..))
    {
        html.push_str(&escape(before));
        html.push_str(name);
        rest = after;
    }
    html.push_str(&escape(rest));
    html
}

/// Returns where an id stands in a text as a word of its own.
fn place_of(text: &str, id: &str) -> Option<usize> {
    let is_end = |c: Option<char>| c.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '-' | '_')));
    text.match_indices(id).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + id.len()..).and_then(|after| after.chars().next());
        is_end(before) && is_end(after)
    })
}

/// Returns a stage in words.
pub(in crate::render) fn stage_text(locale: &Locale, stage: Stage) -> &str {
    locale.text(match stage {
        Stage::Application => "stage-application",
        Stage::Screening => "stage-screening",
        Stage::Interview => "stage-interview",
        Stage::Assessment => "stage-assessment",
        Stage::Final => "stage-final",
        Stage::Offer => "stage-offer",
    })
}

/// Returns a status in kind words.
pub(in crate::render) fn status_text(locale: &Locale, status: Status) -> &str {
    locale.text(match status {
        Status::Rejected => "status-rejected",
        Status::Ghosted => "status-ghosted",
        Status::Withdrawn => "status-withdrawn",
        Status::Open => "status-open",
        Status::Offer => "status-offer",
        Status::Accepted => "status-accepted",
    })
}

/// Returns the period that the entries cover and how many there are.
pub(super) fn period(report: &Report, locale: &Locale) -> String {
    let counted = report.entries.total - report.entries.left_out;
    let args = [("entries", counted.into()), ("open", report.entries.open.into())];
    let count = locale.format("period-entries", &args);
    match report.period {
        Some((first, last)) if first < last => {
            let whole = |day| locale.date(day).replace(' ', "\u{a0}");
            let args = [("first", whole(first).into()), ("last", whole(last).into())];
            format!("{}\u{a0}· {count}", locale.format("period-days", &args))
        }
        Some((day, _)) => format!("{}\u{a0}· {count}", locale.date(day)),
        None => count,
    }
}

/// Returns the message that says what a copy with names removed is.
pub fn shared_key(dates: ShareDates) -> &'static str {
    match dates {
        ShareDates::Day => "share-note",
        ShareDates::Month => "share-note-months",
    }
}

/// How many of the files that were left out are named.
const NAMED: usize = 5;

/// Returns the files with errors; drafts are none.
fn files_left_out(journal: &Journal) -> impl Iterator<Item = &str> {
    let files = journal.left_out_entries.iter().filter(|file| !file.draft).chain(&journal.left_out_goals);
    files.map(|left_out| left_out.file.as_str())
}

/// Returns how many files were left out, when any was.
pub(in crate::render) fn left_out_count(journal: &Journal, locale: &Locale) -> Option<String> {
    let count = files_left_out(journal).count();
    (count > 0).then(|| locale.format("left-out-count", &[("count", count.into())]))
}

/// Returns what was left out, when something was; a copy names no file.
pub(super) fn left_out(journal: &Journal, locale: &Locale) -> Option<String> {
    if journal.copy.is_some() {
        return left_out_count(journal, locale);
    }
    let count = files_left_out(journal).count();
    let named: Vec<String> = files_left_out(journal).take(NAMED).map(str::to_owned).collect();
    let files = match count.saturating_sub(NAMED) {
        0 => locale.list(&named),
        rest => format!("{} {}", named.join(", "), locale.format("and-more", &[("count", rest.into())])),
    };
    (count > 0).then(|| locale.format("left-out", &[("count", count.into()), ("files", files.into())]))
}
