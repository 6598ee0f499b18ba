//! The values of a front matter as they are written, YAML or TOML.
//!
//! A scalar stays the text it is (`012`, `no`, `42`): what it means is decided
//! by the field that takes it. Every key and value knows its place; a text that
//! stands in the file as it is read is not copied.

use std::borrow::Cow;

use crate::source::Span;

/// A value and its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node<'a> {
    /// What is written.
    pub(crate) value: Value<'a>,
    /// Where.
    pub(crate) span: Span,
}

/// What is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    /// Nothing: no text, `~` or `null`.
    Null,
    /// A text, a number, a date, true or false.
    Scalar(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// Keys and values, in the order of the file.
    Map(Vec<Pair<'a>>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair<'a> {
    /// The key as written, without quotes.
    pub(crate) key: Cow<'a, str>,
    /// Where the key stands.
    pub(crate) key_span: Span,
    /// Its value.
    pub(crate) node: Node<'a>,
}

impl Node<'_> {
    /// Returns an absent value at `span`.
    pub(crate) fn null(span: Span) -> Self {
        Self { value: Value::Null, span }
    }

    /// Returns the value as JSON, for themes.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        match &self.value {
            Value::Null => serde_json::Value::Null,
            Value::Scalar(text) => serde_json::Value::String(text.to_string()),
            Value::List(items) => items.iter().map(Node::to_json).collect(),
            Value::Map(pairs) => pairs.iter().map(|pair| (pair.key.to_string(), pair.node.to_json())).collect(),
        }
    }
}
