//! The values of a front matter as they are written, YAML or TOML.
//!
//! A scalar stays the text it is (`012`, `no`, `42`): what it means is decided
//! by the field that takes it. Every key and value knows its place.

use crate::source::Span;

/// A value and its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// What is written.
    pub(crate) value: Value,
    /// Where.
    pub(crate) span: Span,
}

/// What is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing: no text, `~` or `null`.
    Null,
    /// A text, a number, a date, true or false.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the order of the file.
    Map(Vec<Pair>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The key as written, without quotes.
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) key_span: Span,
    /// Its value.
    pub(crate) node: Node,
}

impl Node {
    /// Returns an absent value at `span`.
    pub(crate) fn null(span: Span) -> Self {
        Self { value: Value::Null, span }
    }

    /// Returns the value as JSON, for themes.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        match &self.value {
            Value::Null => serde_json::Value::Null,
            Value::Scalar(text) => serde_json::Value::String(text.clone()),
            Value::List(items) => items.iter().map(Node::to_json).collect(),
            Value::Map(pairs) => pairs.iter().map(|pair| (pair.key.clone(), pair.node.to_json())).collect(),
        }
    }
}
