//! The last look at a finished copy: every text of it, for every name that must be gone.
//!
//! In: the files of a site with the [`Names`] of the journal. Out: [`Leak`]s.
//! Names that the program itself writes, because they are words of its messages
//! or of a built-in theme, cannot be told from these and are passed over.

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;

use super::names::{Kind, Names};
use super::output::fields;
use super::tokens::squashed;
use crate::locale::Lang;

/// A name that a copy still tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leak {
    /// The file, from the site's root.
    pub page: String,
    /// The element, attribute, key or property.
    pub field: String,
    /// The text around it.
    pub excerpt: String,
    /// What it is.
    pub kind: Kind,
    /// The name as the journal writes it.
    pub name: String,
}

/// Words of the formats of a site that stand in no message and no template: its policy, its calendar, its keys.
const FORMATS: &str = "Content-Security-Policy Default DNS-Prefetch VCALENDAR VEVENT VALARM GREGORIAN PUBLISH \
    Rate Unclassified Version Evidence Explicit Recurring Score Probability Technical Interpersonal External Culture \
    window REBOND_SEARCH records words places";

/// Returns what `files`, texts by their path, still tell. `own_words` are texts of the program itself, such as templates.
pub fn leaks<'a>(names: &Names, files: impl IntoIterator<Item = (&'a str, &'a str)>, own_words: &[&str]) -> Vec<Leak> {
    let own_texts: Vec<&str> =
        Lang::ALL.map(Lang::report_messages).into_iter().chain(own_words.iter().copied()).chain([FORMATS]).collect();
    let written = |text: &str, range: Range<usize>| squashed(text.get(range).unwrap_or_default());
    let own: BTreeSet<String> = own_texts
        .into_iter()
        .flat_map(|text| names.find(text).into_iter().map(|found| written(text, found.range)).collect::<Vec<_>>())
        .collect();
    let files: Vec<(&str, &str)> = files.into_iter().collect();
    let mut leaks: Vec<Leak> =
        files.par_iter().flat_map_iter(|(path, text)| in_file(names, &own, path, text)).collect();
    leaks.sort();
    leaks.dedup();
    leaks
}

fn in_file(names: &Names, own: &BTreeSet<String>, path: &str, text: &str) -> Vec<Leak> {
    let mut leaks = Vec::new();
    for field in fields(path, text) {
        let words = names.find(&field.text).into_iter().map(|found| (found.range, found.kind, found.name));
        let numbers = names.patterns().numbers(if field.is_drawing { "" } else { &field.text }, false);
        let numbers = numbers.into_iter().map(|(range, kind)| {
            let written = field.text.get(range.clone()).unwrap_or_default().to_owned();
            (range, kind, written)
        });
        let is_own = |range: &Range<usize>| {
            own.contains(&squashed(field.text.get(range.clone()).unwrap_or_default()))
                || names.ends_with_alias(field.text.get(..range.end).unwrap_or_default())
        };
        for (range, kind, name) in words.chain(numbers).filter(|(range, _, _)| !is_own(range)) {
            leaks.push(Leak {
                page: path.to_owned(),
                field: field.place.clone(),
                excerpt: excerpt(&field.text, range.start, range.end),
                kind,
                name,
            });
        }
    }
    leaks
}

/// How many characters of the text around a name are shown on each side.
const AROUND: usize = 24;

fn excerpt(text: &str, start: usize, end: usize) -> String {
    let before = text.get(..start).unwrap_or_default();
    let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let after = text.get(end..).unwrap_or_default();
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let shown = text.get(from..end + to).unwrap_or_default();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
