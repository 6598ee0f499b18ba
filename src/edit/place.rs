//! What is to change in a front matter: a place by the vocabulary, and its new value.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Result};
use crate::locale::Lang;
use crate::model::vocabulary::{Field, Word};

/// A place in a front matter, by the fields of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The value of a key.
    Key(&'static Field),
    /// The value of a key in a record: `feedback`, `requested`.
    Inner(&'static Field, &'static Field),
    /// The value of a key in a record of a list, counted from 0 as they are read; a bare value counts as one.
    Item(&'static Field, usize, &'static Field),
    /// A further item at the end of a list.
    Further(&'static Field),
}

/// One step from a value to a value inside it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// To the value of a key.
    Key(&'static Field),
    /// To an item.
    Item(usize),
    /// To an item that is not there yet.
    Further,
}

impl Place {
    /// Returns the place of the key `name` of `table`.
    ///
    /// # Errors
    /// `internal` when the table has no such key; so for the other places.
    pub fn key(table: &'static [Field], name: &str) -> Result<Self> {
        field(table, name).map(Place::Key)
    }

    /// Returns the place of the key `inner` in the record `name`.
    ///
    /// # Errors
    /// As [`Place::key`].
    pub fn inner(table: &'static [Field], name: &str, inner: &str) -> Result<Self> {
        let record = field(table, name)?;
        Ok(Place::Inner(record, field(record.inner(), inner)?))
    }

    /// Returns the place of the key `inner` in the record at `index` of the list `name`.
    ///
    /// # Errors
    /// As [`Place::key`].
    pub fn item(table: &'static [Field], name: &str, index: usize, inner: &str) -> Result<Self> {
        let list = field(table, name)?;
        Ok(Place::Item(list, index, field(list.inner(), inner)?))
    }

    /// Returns the place after the last item of the list `name`.
    ///
    /// # Errors
    /// As [`Place::key`].
    pub fn further(table: &'static [Field], name: &str) -> Result<Self> {
        field(table, name).map(Place::Further)
    }

    /// Returns the field at the root.
    pub(super) fn root(self) -> &'static Field {
        match self {
            Place::Key(field) | Place::Inner(field, _) | Place::Item(field, ..) | Place::Further(field) => field,
        }
    }

    /// Returns the way from the front matter to the place.
    pub(super) fn steps(self) -> Vec<Step> {
        match self {
            Place::Key(field) => vec![Step::Key(field)],
            Place::Inner(record, field) => vec![Step::Key(record), Step::Key(field)],
            Place::Item(list, index, field) => vec![Step::Key(list), Step::Item(index), Step::Key(field)],
            Place::Further(list) => vec![Step::Key(list), Step::Further],
        }
    }
}

fn field(table: &'static [Field], name: &str) -> Result<&'static Field> {
    let unknown = || Diagnostic::new(Code::Internal).with("reason", format!("the vocabulary has no key {name}"));
    table.iter().find(|field| field.word.en == name).ok_or_else(|| Box::new(unknown()))
}

/// A value to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A day.
    Day(Date),
    /// A word of the vocabulary.
    Word(Word),
}

impl Content {
    /// Returns the text of the value, without quotes.
    pub(super) fn text(self, lang: Lang) -> String {
        match self {
            Content::Day(date) => date.to_string(),
            Content::Word(word) => word.name(lang).to_owned(),
        }
    }
}
