//! What a theme of the journal's own says: `theme.toml`, and texts in place of the built-in ones.
//!
//! In: files. Out: a [`Manifest`], and the messages that can be used. What is
//! wrong is told where it stands, and keeps its default.

use crate::data::{Node, Text, Value, read_toml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::locale::{Locale, pieces};
use crate::source::{SourceFile, Span};

/// What a `theme.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// What the theme is, in one line.
    pub description: Option<String>,
    /// The built-in theme it is laid over, with its place.
    pub base: Option<(String, Span)>,
}

/// Every name of a `theme.toml`.
const NAMES: [&str; 3] = ["title", "description", "base"];

/// Reads a `theme.toml`.
pub fn read_manifest(diagnostics: &mut Diagnostics, source: &SourceFile) -> Manifest {
    let text = Text { text: source.text.replace("\r\n", "\n"), first_line: 1 };
    let mut manifest = Manifest::default();
    let mut found = Diagnostics::default();
    let read = read_toml(&mut found, source, &text);
    for problem in &found {
        diagnostics.push(problem.clone().recoded(Code::SettingsSyntax));
    }
    let Some(Node { value: Value::Map(pairs), .. }) = read else { return manifest };
    for pair in &pairs {
        let Value::Scalar(value) = &pair.node.value else {
            let value = source.slice(pair.node.span).lines().next().unwrap_or_default();
            let problem = Diagnostic::at(Code::SettingInvalid, source, pair.node.span).help("text");
            diagnostics.push(problem.with("setting", &*pair.key).with("value", value));
            continue;
        };
        match &*pair.key {
            "title" => {}
            "description" => manifest.description = Some(value.to_string()),
            "base" => manifest.base = Some((value.to_string(), pair.node.span)),
            name => {
                let problem = Diagnostic::at(Code::SettingUnknown, source, pair.key_span).with("setting", name);
                diagnostics.push(match nearest(name, NAMES) {
                    Some(near) => problem.help("help-near").with("near", near),
                    None => problem.with("known", NAMES.join(", ")),
                });
            }
        }
    }
    manifest
}

/// Returns the messages of `source` that can stand in place of those of `locale`, as one Fluent text.
///
/// A name that the pages do not know is told, unless `is_used` says that a template of the theme asks for it.
pub fn read_strings(
    diagnostics: &mut Diagnostics,
    source: &SourceFile,
    locale: &Locale,
    is_used: &dyn Fn(&str) -> bool,
) -> String {
    let mut accepted = String::new();
    for piece in pieces(&source.text) {
        let length =
            if piece.name.is_empty() { piece.text.lines().next().map_or(0, str::len) } else { piece.name.len() };
        let span = Span::new(piece.start, piece.start + length);
        let invalid = || Diagnostic::at(Code::StringInvalid, source, span).with("string", piece.name);
        if !piece.is_sound() {
            diagnostics.push(if piece.name.is_empty() { invalid().variant("nameless") } else { invalid() });
            continue;
        }
        match locale.page_message(piece.name) {
            Some(known) => {
                if let Some(other) = piece.arguments.iter().find(|argument| !known.contains(**argument)) {
                    diagnostics.push(with_known(invalid().variant("argument").with("argument", *other), &known));
                    continue;
                }
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                if !locale.with_strings(piece.text).is_whole(piece.name, &known) {
                    diagnostics.push(invalid().variant("reference").help("help-reference"));
                    continue;
                }
            }
            None if is_used(piece.name) => {}
            None => {
                let problem = Diagnostic::at(Code::StringUnknown, source, span).with("string", piece.name);
                let near = nearest(piece.name, locale.page_messages());
                diagnostics.push(match near {
                    Some(near) => problem.help("help-near").with("near", near),
                    None => problem,
                });
                continue;
            }
        }
        accepted.push_str(piece.text.trim_end());
        accepted.push('\n');
    }
    accepted
}

/// Adds the remedy: the arguments that the message may use.
fn with_known(problem: Diagnostic, known: &std::collections::BTreeSet<String>) -> Diagnostic {
    if known.is_empty() {
        return problem.help("help-no-argument");
    }
    let known: Vec<String> = known.iter().map(|name| format!("`${name}`")).collect();
    problem.help("help-argument").with("known", known.join(", "))
}
