//! Keys and values to typed fields, by the vocabulary's tables.
//!
//! In: the [`Node`] of a front matter and a table of [`Field`]s. Out: a
//! [`Record`], with every problem told: unknown and repeated keys, values of
//! the wrong kind, dates that are none.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::Reading;
use super::date::{Day, read_day};
use crate::data::{Node, Pair, Value};
use crate::diagnostic::{Code, Diagnostic, Severity, nearest};
use crate::locale::{Lang, fold_name, same_name};
use crate::model::vocabulary::{FLAGS, Field, Kind, Word, find_field, find_word};
use crate::model::{Extra, Topic, tag_name};
use crate::source::{Span, Spanned};

/// The fields of a front matter, or of a record in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    fields: Vec<(&'static Field, Span, Data)>,
    /// Keys of the table whose value could not be taken.
    pub(crate) refused: Vec<&'static str>,
    /// Values under keys that the table does not have.
    pub(crate) extra: Extra,
    /// Where the record stands.
    pub(crate) span: Span,
}

#[derive(Clone, Debug)]
enum Data {
    Text(Spanned<String>),
    Texts(Vec<String>),
    Date(Spanned<Date>),
    Dates(Vec<Spanned<Date>>),
    True,
    Flag(bool),
    Number(u8),
    Choice(&'static str),
    Topics(Vec<Spanned<Arc<Topic>>>),
    Record(Record),
    Records(Vec<Record>),
}

impl Record {
    fn get(&self, name: &str) -> Option<&Data> {
        self.fields.iter().find(|(field, _, _)| field.word.en == name).map(|(_, _, data)| data)
    }

    fn take(&mut self, name: &str) -> Option<Data> {
        let place = self.fields.iter().position(|(field, _, _)| field.word.en == name)?;
        Some(self.fields.swap_remove(place).2)
    }

    /// Returns where the key stands.
    pub(crate) fn key_span(&self, name: &str) -> Option<Span> {
        self.fields.iter().find(|(field, _, _)| field.word.en == name).map(|(_, span, _)| *span)
    }

    /// Takes a text out.
    pub(crate) fn take_text(&mut self, name: &str) -> Option<String> {
        self.take_spanned_text(name).map(|text| text.value)
    }

    /// Takes a text out, with its place.
    pub(crate) fn take_spanned_text(&mut self, name: &str) -> Option<Spanned<String>> {
        match self.take(name)? {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Takes a list of texts out.
    pub(crate) fn take_texts(&mut self, name: &str) -> Vec<String> {
        match self.take(name) {
            Some(Data::Texts(texts)) => texts,
            _ => Vec::new(),
        }
    }

    /// Returns a day.
    pub(crate) fn date(&self, name: &str) -> Option<Spanned<Date>> {
        match self.get(name)? {
            Data::Date(date) => Some(date.clone()),
            _ => None,
        }
    }

    /// Takes a list of days out.
    pub(crate) fn take_dates(&mut self, name: &str) -> Vec<Spanned<Date>> {
        match self.take(name) {
            Some(Data::Dates(dates)) => dates,
            _ => Vec::new(),
        }
    }

    /// Returns whether the value is a bare yes in place of a day.
    pub(crate) fn is_true(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Data::True))
    }

    /// Returns a yes or no.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        match self.get(name)? {
            Data::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// Returns a number of a scale.
    pub(crate) fn number(&self, name: &str) -> Option<u8> {
        match self.get(name)? {
            Data::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Returns the English word of a choice.
    pub(crate) fn choice(&self, name: &str) -> Option<&'static str> {
        match self.get(name)? {
            Data::Choice(word) => Some(word),
            _ => None,
        }
    }

    /// Takes a list of topics out.
    pub(crate) fn take_topics(&mut self, name: &str) -> Vec<Spanned<Arc<Topic>>> {
        match self.take(name) {
            Some(Data::Topics(topics)) => topics,
            _ => Vec::new(),
        }
    }

    /// Takes a record out.
    pub(crate) fn take_record(&mut self, name: &str) -> Option<Record> {
        match self.take(name)? {
            Data::Record(record) => Some(record),
            _ => None,
        }
    }

    /// Takes a list of records out.
    pub(crate) fn take_records(&mut self, name: &str) -> Vec<Record> {
        match self.take(name) {
            Some(Data::Records(records)) => records,
            _ => Vec::new(),
        }
    }
}

/// Reads the pairs of `node` as the fields of `table`.
pub(crate) fn read_record(reading: &mut Reading<'_>, node: &Node<'_>, table: &'static [Field]) -> Record {
    let mut record = Record { span: node.span, ..Record::default() };
    let Value::Map(pairs) = &node.value else { return record };
    record.fields.reserve_exact(pairs.len());
    let mut seen: Vec<&Field> = Vec::with_capacity(pairs.len());
    let mut unknown: BTreeSet<String> = BTreeSet::new();
    for pair in pairs {
        let field = find_field(table, &pair.key);
        let is_repeated = match field {
            Some(field) => {
                reading.keys.vote(&pair.key, field.word);
                seen.iter().any(|known| std::ptr::eq(*known, field))
            }
            None => !unknown.insert(fold_name(&pair.key)),
        };
        seen.extend(field);
        if is_repeated {
            let other = field.map_or_else(|| pair.key.to_string(), |field| field.word.name(reading.lang).to_owned());
            reading.tell(Code::KeyDuplicate, pair.key_span, |d| d.with("key", other));
            continue;
        }
        match field {
            Some(field) => {
                let errors = reading.diagnostics.count(Severity::Error);
                match read_value(reading, field, &pair.node) {
                    Some(data) => record.fields.push((field, pair.key_span, data)),
                    None if reading.diagnostics.count(Severity::Error) > errors => record.refused.push(field.word.en),
                    None => {}
                }
            }
            None => {
                tell_unknown(reading, table, pair);
                record.extra.insert(pair.key.to_string(), pair.node.to_json());
            }
        }
    }
    record
}

fn tell_unknown(reading: &mut Reading<'_>, table: &'static [Field], pair: &Pair<'_>) {
    let french = nearest(&pair.key, table.iter().map(|field| field.word.fr));
    let english = nearest(&pair.key, table.iter().map(|field| field.word.en));
    let near = if reading.lang == Lang::Fr { french.or(english) } else { english.or(french) };
    reading.tell(Code::KeyUnknown, pair.key_span, |d| {
        let d = d.with("key", &*pair.key);
        match near {
            Some(near) => d.help("help-near").with("near", near),
            None => d,
        }
    });
}

/// Reads one value; `None` when nothing is written, or when it is wrong, which is told.
fn read_value(reading: &mut Reading<'_>, field: &Field, node: &Node<'_>) -> Option<Data> {
    if node.value == Value::Null || is_placeholder(reading, node) {
        return None;
    }
    match field.kind {
        Kind::Text => text(reading, field, node).map(Data::Text),
        Kind::Texts => Some(Data::Texts(list(node, |item| text(reading, field, item).map(|text| text.value)))),
        Kind::Date => date(reading, field, node).map(Data::Date),
        Kind::Dates => Some(Data::Dates(list(node, |item| date(reading, field, item)))),
        Kind::DateOrTrue => match flag_of(node) {
            Some(true) => Some(Data::True),
            Some(false) => None,
            None => date(reading, field, node).map(Data::Date),
        },
        Kind::Flag => match flag_of(node) {
            Some(flag) => Some(Data::Flag(flag)),
            None => mismatch(reading, field, node),
        },
        Kind::Scale => scale(reading, field, node).map(Data::Number),
        Kind::Choice(words) => choice(reading, field, words, node).map(Data::Choice),
        Kind::Topics => Some(Data::Topics(list(node, |item| topic(reading, field, item)))),
        Kind::Record(table) => match node.value {
            Value::Map(_) => Some(Data::Record(read_record(reading, node, table))),
            _ => mismatch(reading, field, node),
        },
        Kind::Records(table) | Kind::DatesOrRecords(table) => Some(Data::Records(records(reading, field, table, node))),
        Kind::ScaleOrRecord(table) => match node.value {
            Value::Map(_) => Some(Data::Record(read_record(reading, node, table))),
            _ => scale(reading, field, node).map(Data::Number),
        },
    }
}

/// Returns the items of a list, or the one value that stands for it.
fn items<'a>(node: &'a Node<'a>) -> &'a [Node<'a>] {
    match &node.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// Reads the items of a list; those that are empty, or wrong, are passed over.
fn list<'a, T>(node: &'a Node<'a>, read: impl FnMut(&'a Node<'a>) -> Option<T>) -> Vec<T> {
    let items = items(node);
    let mut list = Vec::with_capacity(items.len());
    list.extend(items.iter().filter(|item| item.value != Value::Null).filter_map(read));
    list
}

/// Reads a list of records; a bare value is the record's first field: an interview's date, a contact's name.
fn records(reading: &mut Reading<'_>, field: &Field, table: &'static [Field], node: &Node<'_>) -> Vec<Record> {
    list(node, |item| match (&item.value, table.first()) {
        (Value::Map(_), _) => Some(read_record(reading, item, table)),
        (Value::Scalar(_), Some(first)) => {
            let data = read_value(reading, first, item)?;
            Some(Record { fields: vec![(first, item.span, data)], span: item.span, ..Record::default() })
        }
        _ => mismatch(reading, field, item),
    })
}

/// Tells that a value is of another kind than its key takes.
fn mismatch<T>(reading: &mut Reading<'_>, field: &Field, node: &Node<'_>) -> Option<T> {
    let (lang, written) = (reading.lang, one_line(reading.source.slice(node.span)));
    let help = match field.kind {
        Kind::Text | Kind::Texts => "help-text",
        Kind::Date | Kind::Dates | Kind::DatesOrRecords(_) => "help-date",
        Kind::DateOrTrue => "help-date-or-true",
        Kind::Flag => "help-flag",
        Kind::Scale | Kind::ScaleOrRecord(_) => "help-scale",
        Kind::Choice(_) => "help-choice",
        Kind::Topics => "help-topics",
        Kind::Record(_) | Kind::Records(_) => "help-record",
    };
    let names = choices(field.kind, lang);
    reading.tell(Code::ValueMismatch, node.span, |d| {
        let d = d.with("key", field.word.name(lang)).with("value", written).with("choices", names.join(", "));
        d.with("first", names.first().map_or("", String::as_str)).help(help)
    });
    None
}

/// Returns the words or keys that a value may hold.
fn choices(kind: Kind, lang: Lang) -> Vec<String> {
    match kind {
        Kind::Choice(words) => words.iter().map(|word| format!("`{}`", word.name(lang))).collect(),
        Kind::Record(table) | Kind::Records(table) => {
            table.iter().map(|field| field.word.name(lang).to_owned()).collect()
        }
        _ => Vec::new(),
    }
}

fn text(reading: &mut Reading<'_>, field: &Field, node: &Node<'_>) -> Option<Spanned<String>> {
    match &node.value {
        Value::Scalar(text) => {
            let text = text.trim();
            (!text.is_empty()).then(|| Spanned::new(text.to_owned(), node.span))
        }
        _ => mismatch(reading, field, node),
    }
}

fn date(reading: &mut Reading<'_>, field: &Field, node: &Node<'_>) -> Option<Spanned<Date>> {
    let Value::Scalar(text) = &node.value else { return mismatch(reading, field, node) };
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    match read_day(text) {
        Day::Is(date) => Some(Spanned::new(date, node.span)),
        Day::Impossible => {
            reading.tell(Code::DateInvalid, node.span, |d| d.with("value", text));
            None
        }
        Day::Other(_) if flag_of(node).is_some() => mismatch(reading, field, node),
        Day::Other(readings) => {
            let diagnostic =
                with_readings(Diagnostic::at(Code::DateNotation, reading.source, node.span), text, &readings);
            reading.diagnostics.push(diagnostic);
            None
        }
    }
}

/// Adds what a date in another notation may mean to a problem that tells of it.
pub(crate) fn with_readings(diagnostic: Diagnostic, text: &str, readings: &[Date]) -> Diagnostic {
    let diagnostic = diagnostic.with("value", text);
    match readings {
        [] => diagnostic,
        [one] => diagnostic.help("help-one").with("first", one.to_string()),
        [first, second, ..] => {
            diagnostic.help("help-two").with("first", first.to_string()).with("second", second.to_string())
        }
    }
}

fn scale(reading: &mut Reading<'_>, field: &Field, node: &Node<'_>) -> Option<u8> {
    let Value::Scalar(text) = &node.value else { return mismatch(reading, field, node) };
    match text.trim().parse::<u8>() {
        Ok(number @ 1..=5) => Some(number),
        _ if text.trim().parse::<f64>().is_err() => mismatch(reading, field, node),
        _ => {
            reading.tell(Code::NumberRange, node.span, |d| d.with("value", &**text));
            None
        }
    }
}

fn choice(reading: &mut Reading<'_>, field: &Field, words: &'static [Word], node: &Node<'_>) -> Option<&'static str> {
    let Value::Scalar(text) = &node.value else { return mismatch(reading, field, node) };
    if let Some(word) = find_word(words, text) {
        return Some(word.en);
    }
    let lang = reading.lang;
    let near = nearest(text, words.iter().flat_map(|word| [word.name(lang), word.en, word.fr]));
    // What is near in the other language is told in this one.
    let near = near.and_then(|near| find_word(words, near)).map(|word| word.name(lang));
    reading.tell(Code::ValueUnknown, node.span, |d| {
        let d = d
            .with("value", &**text)
            .with("key", field.word.name(lang))
            .with("choices", choices(field.kind, lang).join(", "));
        match near {
            Some(near) => d.help("help-near").with("near", near),
            None => d,
        }
    });
    None
}

fn topic(reading: &mut Reading<'_>, field: &Field, node: &Node<'_>) -> Option<Spanned<Arc<Topic>>> {
    let Value::Scalar(text) = &node.value else { return mismatch(reading, field, node) };
    let name = text.trim().trim_start_matches('#');
    if let Some(topic) = reading.topics.find(name) {
        return Some(Spanned::new(Arc::clone(topic), node.span));
    }
    let near = reading.topics.nearest(name, reading.lang);
    let known: Vec<String> = reading.topics.iter().map(|topic| tag_name(topic.label(reading.lang))).collect();
    reading.tell(Code::TopicUnknown, node.span, |d| {
        let d = d.with("topic", name);
        match near {
            Some(near) => d.help("help-near").with("near", near),
            None => d.with("known", known.join(", ")),
        }
    });
    None
}

/// Returns the yes or no that a value says.
fn flag_of(node: &Node<'_>) -> Option<bool> {
    let Value::Scalar(text) = &node.value else { return None };
    FLAGS.iter().find(|(word, _)| same_name(word, text)).map(|(_, flag)| *flag)
}

/// Tells of a template's placeholder that stands where a value should.
fn is_placeholder(reading: &mut Reading<'_>, node: &Node<'_>) -> bool {
    let written = reading.source.slice(node.span);
    let may_be = match node.value {
        Value::List(_) => false,
        Value::Map(_) => written.starts_with("{{"),
        _ => true,
    };
    if !(may_be && reading.may_hold_placeholders) {
        return false;
    }
    let written = one_line(written);
    let is_placeholder =
        (written.contains("{{") && written.contains("}}")) || (written.contains("<%") && written.contains("%>"));
    if is_placeholder {
        reading.tell(Code::PlaceholderValue, node.span, |d| d.with("value", written.trim_matches(['"', '\''])));
    }
    is_placeholder
}

/// Returns the first line of a value as it is written, cut to a length that fits a message.
pub(super) fn one_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take(60).collect()
}
