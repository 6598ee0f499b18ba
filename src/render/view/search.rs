//! The search page, and what it searches: every topic, goal, entry and quote that the site shows.
//!
//! `data` is a script that holds the records and, for each folded word, the
//! records in which it stands; `find.js` of the scripts reads it. It is made
//! from the views of other pages, so that it knows nothing that they don't show.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::common::{LinkView, QuoteView, stage_text, status_text};
use super::{Body, Context};
use crate::analyse::{EvidenceFigure, TopicFigure};
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
    /// More words to find it by, folded.
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
            lines.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
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
        let records = if kind == ENTRY { entries(context, |_| String::new()) } else { named(context) };
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
    let mut lines = String::new();
    for record in &records {
        record.push_line(&mut lines);
    }
    let (words, places) = index(&records);
    let mut script = String::with_capacity(lines.len() + words.len() + places.len() + 100);
    script.push_str("window.REBOND_SEARCH = {");
    for (name, text) in [("records", &lines), ("words", &words), ("places", &places)] {
        let comma = if name == "records" { "" } else { "," };
        let _ = write!(script, "{comma}\"{name}\":{}", Quoted(text));
    }
    script.push_str("};\n");
    script
}

/// A text as JSON that is safe in a script wherever it stands.
struct Quoted<'a>(&'a str);

impl std::fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let json = serde_json::to_string(self.0).map_err(|_| std::fmt::Error)?;
        let mut rest = json.as_str();
        // ECMAScript before 2019 ends a line at U+2028 and U+2029.
        while let Some(at) = rest.find(['<', '\u{2028}', '\u{2029}']) {
            let (before, after) = rest.split_at(at);
            let mut chars = after.chars();
            let sign = chars.next().map_or(0, u32::from);
            write!(f, "{before}\\u{sign:04x}")?;
            rest = chars.as_str();
        }
        f.write_str(rest)
    }
}

/// Returns every word in order, and for each the records that hold it.
///
/// A place is twice the number of the record, plus one where the word is of its name. Places ascend; each is written
/// as what it adds to the one before, in base 36.
fn index(records: &[Record]) -> (String, String) {
    let folded: Vec<[Cow<'_, str>; 3]> = records
        .par_iter()
        .map(|record| [fold(&record.name).into(), fold(&record.about).into(), record.words.as_str().into()])
        .collect();
    let mut index: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, texts) in folded.iter().enumerate() {
        for (at, text) in texts.iter().enumerate() {
            let place = if at == 0 { 2 * number + 1 } else { 2 * number };
            for word in words(text) {
                let places = index.entry(word).or_default();
                if places.last().is_none_or(|last| last / 2 != number) {
                    places.push(place);
                }
            }
        }
    }
    let mut index: Vec<(&str, Vec<usize>)> = index.into_iter().collect();
    index.sort_unstable();
    let mut places = String::new();
    for (at, (_, of_word)) in index.iter().enumerate() {
        let mut before = 0;
        for (at_word, place) in of_word.iter().enumerate() {
            if at_word > 0 {
                places.push(',');
            } else if at > 0 {
                places.push(' ');
            }
            push_base_36(&mut places, place - before);
            before = *place;
        }
    }
    (index.into_iter().map(|(word, _)| word).collect::<Vec<_>>().join(" "), places)
}

fn push_base_36(text: &mut String, number: usize) {
    if number >= 36 {
        push_base_36(text, number / 36);
    }
    text.extend(u32::try_from(number % 36).ok().and_then(|digit| char::from_digit(digit, 36)));
}

/// Returns the words of a folded text.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Returns topics and goals.
fn named(context: &Context<'_>) -> Vec<Record> {
    let topics = context.topic_pages().iter().map(|id| {
        let link = context.topic_view(id);
        Record { kind: TOPIC, name: link.label, about: topic_counts(context, id), href: link.href, words: fold(id) }
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
fn entries(context: &Context<'_>, words: impl Fn(&Arc<Entry>) -> String + Sync) -> Vec<Record> {
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

/// Returns the words that the page of an entry shows beside its name, folded.
fn words_of_entry(context: &Context<'_>, entry: &Arc<Entry>) -> String {
    let mut found = words_of_body(&entry.source, &entry.body);
    for text in super::entry::fact_texts(context, entry) {
        found.push(' ');
        found.push_str(&fold(&text));
    }
    found
}

/// Returns the words of a text of the journal, folded: no comments, no HTML, no addresses.
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
    fold(&text)
}

/// Returns every quote, those of one line once.
fn quotes(context: &Context<'_>) -> Vec<Record> {
    let mut seen: HashSet<(&str, u32)> = HashSet::new();
    let evidence = figures(context).flat_map(|figure| &figure.evidence);
    let once: Vec<_> =
        evidence.filter(|evidence| !evidence.is_listed() && seen.insert((&evidence.entry.id, evidence.line))).collect();
    let record = |evidence: &&EvidenceFigure| {
        let quote = QuoteView::new(context, evidence);
        Record {
            kind: QUOTE,
            about: format!("{}, {}, {}", quote.who, quote.entry.label, quote.date),
            name: quote.text,
            href: quote.entry.href,
            words: String::new(),
        }
    };
    once.par_iter().map(record).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(name: &str, about: &str, more: &str) -> Record {
        Record { kind: ENTRY, name: name.to_owned(), about: about.to_owned(), href: String::new(), words: fold(more) }
    }

    #[test]
    fn words_are_folded_and_parted_at_everything_else() {
        let folded = fold("L’Étape, n° 2 : œuvre–clé (C++) 🙂 עברית");
        assert_eq!(words(&folded).collect::<Vec<_>>(), ["l", "etape", "n", "2", "oeuvre", "cle", "c", "עברית"]);
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
        let written = [0, 35, 36, 1295, 1296].map(|number| {
            let mut text = String::new();
            push_base_36(&mut text, number);
            text
        });
        assert_eq!(written, ["0", "z", "10", "zz", "100"]);
    }
}
