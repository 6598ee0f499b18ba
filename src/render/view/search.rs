//! The search page, and what it searches: every topic, goal, entry and quote that the site shows.
//!
//! `data` is a script that holds the records and, for each folded word, the
//! records in which it stands; `themes/scripts/find.js` reads it. It is made
//! from the views of other pages, so that it knows nothing that they don't show.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::common::{LinkView, QuoteView, stage_text, status_text};
use super::{Body, Context};
use crate::analyse::TopicFigure;
use crate::locale::fold;
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
struct Record {
    /// What it is: a place in the list of names that the page gives the kinds.
    kind: u8,
    /// What it is called.
    name: String,
    /// What tells it from others of that name.
    about: String,
    href: String,
    /// More words to find it by.
    words: BTreeSet<String>,
}

impl Record {
    /// Returns the record on one line, parted by tabs: a few long texts are read much faster than many short ones.
    fn line(&self) -> String {
        let fields = [&self.name, &self.about, &self.href].map(|text| text.replace(char::is_control, " "));
        format!("{}\t{}", self.kind, fields.join("\t"))
    }
}

const TOPIC: u8 = 0;
const GOAL: u8 = 1;
const ENTRY: u8 = 2;
const QUOTE: u8 = 3;

/// Returns the search page.
pub(in crate::render) fn search(context: &Context<'_>) -> Body {
    let mut lists = [("search-topics", TOPIC), ("part-do", GOAL), ("part-entries", ENTRY)].map(|(key, kind)| {
        let records = if kind == ENTRY { entries(context, |_| BTreeSet::new()) } else { named(context) };
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

/// Returns the script that holds what can be found.
pub(in crate::render) fn data(context: &Context<'_>) -> String {
    let mut records = named(context);
    records.extend(entries(context, |entry| words_of_entry(context, entry)));
    records.extend(quotes(context));
    let rows: Vec<String> = records.iter().map(Record::line).collect();
    let (words, places) = index(&records);
    let data = serde_json::json!({ "records": rows.join("\n"), "words": words, "places": places }).to_string();
    // Safe in a script wherever it stands (ECMAScript before 2019 ends a line at U+2028 and U+2029).
    let data = data.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("window.REBOND_SEARCH = {data};\n")
}

/// Returns every word in order, and for each the records that hold it.
///
/// A place is twice the number of the record, plus one where the word is of its name. Places ascend; each is written
/// as what it adds to the one before, in base 36.
fn index(records: &[Record]) -> (String, String) {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, record) in records.iter().enumerate() {
        let of_name = words(&record.name);
        for word in record.words.iter().chain(&words(&record.about)).filter(|word| !of_name.contains(*word)) {
            let places = index.entry(word.clone()).or_default();
            if places.last() != Some(&(2 * number)) {
                places.push(2 * number);
            }
        }
        for word in of_name {
            index.entry(word).or_default().push(2 * number + 1);
        }
    }
    let mut places = String::new();
    for of_word in index.values() {
        let mut before = 0;
        for (at, place) in of_word.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            let _ = write!(places, "{comma}{}", base_36(place - before));
            before = *place;
        }
        places.push(' ');
    }
    (index.into_keys().collect::<Vec<_>>().join(" "), places.trim_end().to_owned())
}

fn base_36(number: usize) -> String {
    let digit = |value: usize| u32::try_from(value % 36).ok().and_then(|value| char::from_digit(value, 36));
    let mut digits: Vec<char> = digit(number).into_iter().collect();
    let mut rest = number / 36;
    while rest > 0 {
        digits.extend(digit(rest));
        rest /= 36;
    }
    digits.into_iter().rev().collect()
}

/// Returns the folded words of a text.
fn words(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns topics and goals.
fn named(context: &Context<'_>) -> Vec<Record> {
    let topics = context.topic_pages().iter().map(|id| {
        let link = context.topic_view(id);
        Record { kind: TOPIC, name: link.label, about: topic_counts(context, id), href: link.href, words: words(id) }
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

/// Returns the entries, the latest first, each with the words that `words` finds.
fn entries(context: &Context<'_>, words: impl Fn(&Arc<Entry>) -> BTreeSet<String> + Sync) -> Vec<Record> {
    let locale = context.locale();
    let record = |entry: &&Arc<Entry>| {
        let link = context.entry_view(entry);
        let day = entry.day().map(|day| locale.date(day));
        let (stage, status) = (stage_text(locale, entry.reached()), status_text(locale, entry.status));
        let about: Vec<&str> = day.as_deref().into_iter().chain([stage, status]).collect();
        Record { kind: ENTRY, name: link.label, about: about.join(" · "), href: link.href, words: words(entry) }
    };
    super::entries::latest_first(context).par_iter().map(record).collect()
}

/// Returns the words that the page of an entry shows beside its name.
fn words_of_entry(context: &Context<'_>, entry: &Arc<Entry>) -> BTreeSet<String> {
    let mut found = words_of_body(&entry.source, &entry.body);
    found.extend(super::entry::fact_texts(context, entry).iter().flat_map(|text| words(text)));
    found
}

/// Returns the words of a text of the journal: no comments, no HTML, no addresses.
fn words_of_body(source: &SourceFile, body: &TextBody) -> BTreeSet<String> {
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
    words(&text)
}

/// Returns every quote, those of one line once.
fn quotes(context: &Context<'_>) -> Vec<Record> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let listed = context.text("quote-listed");
    let quotes = figures(context).flat_map(|figure| &figure.evidence).filter_map(|evidence| {
        let quote = QuoteView::new(context, evidence)?;
        let is_new = quote.text != listed && seen.insert(quote.entry.href.clone());
        is_new.then(|| Record {
            kind: QUOTE,
            about: format!("{}, {}, {}", quote.who, quote.entry.label, quote.date),
            name: quote.text,
            href: quote.entry.href,
            words: BTreeSet::new(),
        })
    });
    quotes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(name: &str, about: &str, more: &str) -> Record {
        Record { kind: ENTRY, name: name.to_owned(), about: about.to_owned(), href: String::new(), words: words(more) }
    }

    #[test]
    fn words_are_folded_and_parted_at_everything_else() {
        let found: Vec<String> = words("L’Étape, n° 2 : œuvre–clé (C++) 🙂 עברית").into_iter().collect();
        assert_eq!(found, ["2", "c", "cle", "etape", "l", "n", "oeuvre", "עברית"]);
    }

    #[test]
    fn places_tell_the_record_and_whether_the_word_is_of_its_name() {
        let records = [record("Acme", "Bath", "acme clock"), record("Bath", "", "acme"), record("", "acme", "acme")];
        let (words, places) = index(&records);
        assert_eq!(words, "acme bath clock");
        assert_eq!(places, "1,1,2 0,3 0");
    }

    #[test]
    fn numbers_are_written_in_base_36() {
        assert_eq!([0, 35, 36, 1295, 1296].map(base_36), ["0", "z", "10", "zz", "100"]);
    }
}
