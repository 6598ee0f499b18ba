//! Values written in YAML or TOML, each with its place in the file.
//!
//! In: the text of a front matter or of the settings, and where its lines lie
//! in the file. Out: a tree of [`Node`]s, or a problem. What keys mean is
//! decided by `parse` and `config`.

mod node;
mod plain;
mod slip;
mod toml;
mod yaml;

pub(crate) use node::{Node, Pair, Value};
pub(crate) use toml::read_toml;
pub(crate) use yaml::read_yaml;

/// A text of values as cut from a file: columns are the file's, line ends are LF.
pub(crate) struct Text {
    /// The text.
    pub(crate) text: String,
    /// The file's line on which it begins.
    pub(crate) first_line: u32,
}
