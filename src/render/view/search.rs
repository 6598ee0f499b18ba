//! The search page, and what it searches: every topic, goal, entry and quote that the site shows.
//!
//! `data` is a script that holds the records and, for each folded word, the
//! records in which it stands; `find.js` of the scripts reads it. It is made
//! from the views of other pages, so that it knows nothing that they don't show.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;

use memchr::{memchr3, memmem};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use super::common::{LinkView, day_text, quote_link, quoted as quoted_words, source_text, stage_text, status_text};
use super::{Body, Context};
use crate::analyse::{EvidenceFigure, TopicFigure};
use crate::locale::{each_word, fold};
use crate::markdown::{Event, Tag as Mark, events};
use crate::model::{Body as TextBody, Entry};
use crate::source::SourceFile;

/// The search page.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct SearchView {
    /// Everything by name, for reading without a script.
    lists: Vec<SearchListView>,
}

/// What is of one kind, by name.
#[derive(Clone, Debug, Serialize)]
struct SearchListView {
    heading: String,
    links: Vec<LinkView>,
}

/// Something that can be found.
#[derive(Clone)]
struct Record {
    /// What it is: a place in the list of names that the page gives the kinds.
    kind: u8,
    /// What it is called.
    name: String,
    /// What tells it from others of that name.
    about: String,
    href: String,
    /// More words to find it by.
    words: String,
}

impl Record {
    /// Adds the record as one line, parted by tabs: a few long texts are read much faster than many short ones.
    fn push_line(&self, lines: &mut String) {
        if !lines.is_empty() {
            lines.push('\n');
        }
        let _ = write!(lines, "{}", self.kind);
        for text in [&self.name, &self.about, &self.href] {
            lines.push('\t');
            let mut rest = text.as_str();
            while let Some(at) = memchr3(b'\t', b'\n', b'\r', rest.as_bytes()) {
                let (before, after) = rest.split_at(at);
                lines.push_str(before);
                lines.push(' ');
                rest = after.get(1..).unwrap_or_default();
            }
            lines.push_str(rest);
        }
    }
}

const TOPIC: u8 = 0;
const GOAL: u8 = 1;
const ENTRY: u8 = 2;
const QUOTE: u8 = 3;

/// Returns the search page.
pub(in crate::render) fn search(context: &Context<'_>) -> Body {
    let mut lists = [("search-topics", TOPIC), ("part-do", GOAL), ("part-entries", ENTRY)].map(|(key, kind)| {
        let records = if kind == ENTRY {
            super::entries::latest_first(context).into_iter().map(|entry| entry_record(context, entry)).collect()
        } else {
            named(context)
        };
        let of_kind = records.into_iter().filter(|record| record.kind == kind);
        let mut links: Vec<LinkView> =
            of_kind.map(|record| LinkView { href: record.href, label: record.name }).collect();
        links.sort_by_cached_key(|link| (fold(&link.label), link.href.clone()));
        SearchListView { heading: context.text(key).to_owned(), links }
    });
    let lists = lists.iter_mut().filter(|list| !list.links.is_empty()).map(|list| SearchListView {
        heading: std::mem::take(&mut list.heading),
        links: std::mem::take(&mut list.links),
    });
    Body::Search(Box::new(SearchView { lists: lists.collect() }))
}

/// How the script begins.
const START: &str = "window.REBOND_SEARCH = {\"records\":\"";

/// How many things a thread makes ready before their words are put together with those of others.
const STRETCH: usize = 1000;

/// Something that can be found, before its words are looked for.
enum Thing<'a> {
    Named(Box<Record>),
    Entry(&'a Arc<Entry>),
    Quote(&'a EvidenceFigure),
}

/// Writes the script that holds what can be found.
///
/// # Errors
/// Those of `out`.
pub(in crate::render) fn write_data(context: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let named = named(context).into_iter().map(|record| Thing::Named(Box::new(record)));
    let entries = super::entries::latest_first(context).into_iter().map(Thing::Entry);
    let things: Vec<Thing<'_>> = named.chain(entries).chain(quotes(context)).collect();
    let record = |thing: &Thing<'_>| match thing {
        Thing::Named(record) => Record::clone(record),
        Thing::Entry(entry) => Record { words: words_of_entry(context, entry), ..entry_record(context, entry) },
        Thing::Quote(evidence) => quote_record(context, evidence),
    };
    let mut script = Script::new(io::BufWriter::with_capacity(1 << 16, out));
    // A few stretches at a time: what is made of them is much longer than they are.
    let at_once = STRETCH * rayon::current_num_threads();
    for (turn, things) in things.chunks(at_once).enumerate() {
        let first = |at| turn * at_once + at * STRETCH;
        let stretch = |(at, things): (usize, &[Thing<'_>])| Stretch::new(first(at), things.iter().map(record));
        let stretches: Vec<Stretch> = things.par_chunks(STRETCH).enumerate().map(stretch).collect();
        for stretch in stretches {
            script.push(stretch)?;
        }
    }
    script.finish()?.flush()
}

/// Some records that follow one another.
struct Stretch {
    /// A line of each, as JSON without its quotation marks.
    lines: String,
    /// For each word where it stands.
    places: FxHashMap<Box<str>, Places>,
}

/// The places where a word stands: twice the number of the record, plus one where the word is of its name. They ascend.
struct Places {
    first: usize,
    last: usize,
    /// What each after the first adds to the one before, in base 36, after a comma.
    rest: String,
}

impl Places {
    fn new(first: usize) -> Self {
        Self { first, last: first, rest: String::new() }
    }

    /// Adds a place that comes after all that are known.
    fn push(&mut self, place: usize) {
        self.rest.push(',');
        push_base_36(&mut self.rest, place - self.last);
        self.last = place;
    }

    /// Adds places that come after all that are known.
    fn append(&mut self, more: &Places) {
        self.push(more.first);
        self.rest.push_str(&more.rest);
        self.last = more.last;
    }
}

impl Stretch {
    /// Gathers records, the first of which has the number `first`.
    fn new(first: usize, records: impl Iterator<Item = Record>) -> Self {
        let mut lines = String::new();
        let mut places = FxHashMap::default();
        for (number, record) in (first..).zip(records) {
            record.push_line(&mut lines);
            add_places(&mut places, 2 * number + 1, &record.name);
            add_places(&mut places, 2 * number, &record.about);
            add_places(&mut places, 2 * number, &record.words);
        }
        Self { lines: quoted(&lines), places }
    }
}

/// Notes the place of each word of a text that is not yet known to stand in the same record.
fn add_places(places: &mut FxHashMap<Box<str>, Places>, place: usize, text: &str) {
    each_word(
        text,
        |_| false,
        |word| match places.get_mut(word) {
            Some(known) if known.last / 2 == place / 2 => {}
            Some(known) => known.push(place),
            None => drop(places.insert(word.into(), Places::new(place))),
        },
    );
}

/// The script while it is written.
struct Script<W> {
    out: W,
    places: FxHashMap<Box<str>, Places>,
}

impl<W: Write> Script<W> {
    fn new(out: W) -> Self {
        Self { out, places: FxHashMap::default() }
    }

    /// Writes the records of the stretch that follows those before.
    #[expect(clippy::iter_over_hash_type, reason = "words are put in order at the end")]
    fn push(&mut self, stretch: Stretch) -> io::Result<()> {
        let before = if self.places.is_empty() { START } else { "\\n" };
        self.out.write_all(before.as_bytes())?;
        self.out.write_all(stretch.lines.as_bytes())?;
        for (word, more) in stretch.places {
            match self.places.get_mut(&word) {
                Some(known) => known.append(&more),
                None => drop(self.places.insert(word, more)),
            }
        }
        Ok(())
    }

    /// Writes every word in order, and for each the records that hold it: places like those of a stretch.
    fn finish(self) -> io::Result<W> {
        let Self { mut out, places } = self;
        let mut places: Vec<(Box<str>, Places)> = places.into_iter().collect();
        places.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        out.write_all(if places.is_empty() { START } else { "" }.as_bytes())?;
        out.write_all(b"\",\"words\":\"")?;
        for (at, (word, _)) in places.iter().enumerate() {
            write!(out, "{}{word}", if at > 0 { " " } else { "" })?;
        }
        out.write_all(b"\",\"places\":\"")?;
        let mut first = String::new();
        for (at, (_, places)) in places.iter().enumerate() {
            first.clear();
            push_base_36(&mut first, places.first);
            write!(out, "{}{first}{}", if at > 0 { " " } else { "" }, places.rest)?;
        }
        out.write_all(b"\"};\n")?;
        Ok(out)
    }
}

/// Returns a text as JSON without its quotation marks, safe in a script wherever it stands.
fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).unwrap_or_default();
    let mut rest = json.get(1..json.len().saturating_sub(1)).unwrap_or_default();
    // ECMAScript before 2019 ends a line at U+2028 and U+2029.
    let has = |mark: &str| memmem::find(json.as_bytes(), mark.as_bytes()).is_some();
    if !(has("<") || has("\u{2028}") || has("\u{2029}")) {
        return rest.to_owned();
    }
    let mut quoted = String::with_capacity(json.len());
    while let Some(at) = rest.find(['<', '\u{2028}', '\u{2029}']) {
        let (before, after) = rest.split_at(at);
        let mut chars = after.chars();
        let sign = chars.next().map_or(0, u32::from);
        let _ = write!(quoted, "{before}\\u{sign:04x}");
        rest = chars.as_str();
    }
    quoted.push_str(rest);
    quoted
}

fn push_base_36(text: &mut String, number: usize) {
    if number >= 36 {
        push_base_36(text, number / 36);
    }
    let digit = u8::try_from(number % 36).unwrap_or_default();
    text.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + (digit - 10) }));
}

/// Returns topics and goals.
fn named(context: &Context<'_>) -> Vec<Record> {
    let topics = context.topic_pages().iter().map(|id| {
        let link = context.topic_view(id);
        Record { kind: TOPIC, name: link.label, about: topic_counts(context, id), href: link.href, words: id.clone() }
    });
    let goals = context.report().plan.goals.iter().filter_map(|figure| {
        let (goal, link) = (context.journal().goal(&figure.id)?, context.goal_view(&figure.id));
        Some(Record {
            kind: GOAL,
            name: link.label,
            about: context.text(figure.status.key()).to_owned(),
            href: link.href,
            words: words_of_body(&goal.source, &goal.body),
        })
    });
    topics.chain(goals).collect()
}

/// Returns how many employers speak of a topic, in each list of the report that has it.
fn topic_counts(context: &Context<'_>, id: &str) -> String {
    let report = context.report();
    let lists =
        [("part-works", &report.strengths), ("part-back", &report.weaknesses), ("part-beyond", &report.beyond_control)];
    let counts = lists.into_iter().filter_map(|(key, figures)| {
        let figure = figures.iter().find(|figure| figure.topic == id)?;
        let (list, colon) = (context.text(key), context.text("colon"));
        Some(format!("{list}{colon} {}", super::topic::count(context, figure)))
    });
    counts.collect::<Vec<_>>().join(" · ")
}

fn figures<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a TopicFigure> {
    let report = context.report();
    [&report.weaknesses, &report.strengths, &report.beyond_control].into_iter().flatten()
}

/// Returns what an entry is called.
fn entry_record(context: &Context<'_>, entry: &Entry) -> Record {
    let locale = context.locale();
    let link = context.entry_view(entry);
    let day = entry.day().map(|day| locale.date(day));
    let (stage, status) = (stage_text(locale, entry.reached()), status_text(locale, entry.status));
    let about: Vec<&str> = day.as_deref().into_iter().chain([stage, status]).collect();
    Record { kind: ENTRY, name: link.label, about: about.join(" · "), href: link.href, words: String::new() }
}

/// Returns the words that the page of an entry shows beside its name.
fn words_of_entry(context: &Context<'_>, entry: &Arc<Entry>) -> String {
    let mut found = words_of_body(&entry.source, &entry.body);
    for text in super::entry::fact_texts(context, entry) {
        found.push(' ');
        found.push_str(&text);
    }
    found
}

/// Returns the words of a text of the journal: no comments, no HTML, no addresses.
fn words_of_body(source: &SourceFile, body: &TextBody) -> String {
    let mut text = String::new();
    for (event, _) in events(source.slice(body.span)) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            // Letters set off within a word do not part it.
            Event::Start(Mark::Emphasis | Mark::Strong | Mark::Strikethrough | Mark::Link { .. }) => {}
            Event::Start(_) | Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// Returns every quote, those of one line once.
fn quotes<'a>(context: &Context<'a>) -> impl Iterator<Item = Thing<'a>> {
    let mut seen: FxHashSet<(*const Entry, u32)> = FxHashSet::default();
    let evidence = figures(context).flat_map(|figure| &figure.evidence);
    let once = evidence
        .filter(move |evidence| !evidence.is_listed && seen.insert((Arc::as_ptr(&evidence.entry), evidence.line)));
    once.map(|evidence| Thing::Quote(evidence))
}

fn quote_record(context: &Context<'_>, evidence: &EvidenceFigure) -> Record {
    let (who, date) = (source_text(context.locale(), evidence.source), day_text(context.locale(), &evidence.entry));
    let link = quote_link(context, evidence);
    Record {
        kind: QUOTE,
        name: quoted_words(context, evidence),
        about: format!("{who}, {}, {date}", link.label),
        href: link.href,
        words: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(name: &str, about: &str, more: &str) -> Record {
        Record {
            kind: ENTRY,
            name: name.to_owned(),
            about: about.to_owned(),
            href: String::new(),
            words: more.to_owned(),
        }
    }

    #[test]
    fn places_tell_the_record_and_whether_the_word_is_of_its_name() {
        let records = [record("Acme", "Bath", "acme clock"), record("Bath", "", "acme"), record("", "acme", "acme")];
        let stretch = |first: usize, records: &[Record]| Stretch::new(first, records.iter().cloned());
        let script = |stretches: Vec<Stretch>| {
            let mut script = Script::new(Vec::new());
            for stretch in stretches {
                script.push(stretch).unwrap();
            }
            String::from_utf8(script.finish().unwrap()).unwrap()
        };
        let whole = script(vec![stretch(0, &records)]);
        let (_, index) = whole.split_once("\",\"words\"").unwrap();
        assert_eq!(index, ":\"acme bath clock\",\"places\":\"1,1,2 0,3 0\"};\n");
        let parted = vec![stretch(0, &records[..1]), stretch(1, &records[1..])];
        assert_eq!(script(parted), whole, "however it is parted");
    }

    #[test]
    fn numbers_are_written_in_base_36() {
        let written = [0, 35, 36, 1295, 1296].map(|number| {
            let mut text = String::new();
            push_base_36(&mut text, number);
            text
        });
        assert_eq!(written, ["0", "z", "10", "zz", "100"]);
    }
}
