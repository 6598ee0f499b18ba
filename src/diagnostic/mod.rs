//! Problems: what is wrong, where, and what to do about it.
//!
//! Everything a person can cause is a [`Diagnostic`]; nothing else is printed
//! as a problem. A stage that can go on pushes into [`Diagnostics`]; only what
//! makes a whole stage impossible returns [`Result`]. A diagnostic holds keys
//! and arguments of messages, so it can be shown in either language ([`show`]).

pub mod code;
pub mod example;
pub mod show;

use crate::locale::{Arg, Locale};
use crate::source::{Position, SourceFile, Span};

pub use code::{Code, Severity};

/// The result of a stage that a problem can make impossible.
pub type Result<T> = std::result::Result<T, Box<Diagnostic>>;

/// Where a problem stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The path below the journal's root, or as given by the system.
    pub path: String,
    /// Line and column in the file itself.
    pub position: Position,
    /// The source line with the marked part; absent for a problem of a whole file.
    pub excerpt: Option<Excerpt>,
}

/// A source line and the part of it that is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Excerpt {
    /// The text before the marked part, from the start of the line.
    pub before: String,
    /// The marked part, cut at the end of the line.
    pub marked: String,
    /// The text after it.
    pub after: String,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of problem.
    pub code: Code,
    /// Where it stands; absent when it is of no file.
    pub location: Option<Location>,
    args: Vec<(&'static str, Arg)>,
    variant: Option<&'static str>,
    help: Option<&'static str>,
}

impl Diagnostic {
    /// Returns a problem that stands nowhere in a file.
    pub fn new(code: Code) -> Self {
        Self { code, location: None, args: Vec::new(), variant: None, help: Some("help") }
    }

    /// Returns what the command line asks for and cannot be.
    pub fn usage(reason: String) -> Box<Self> {
        Box::new(Self::new(Code::UsageWrong).with("reason", reason))
    }

    /// Returns a problem at `span` of `source`.
    pub fn at(code: Code, source: &SourceFile, span: Span) -> Self {
        let position = source.position(span.start());
        let excerpt = Some(Excerpt::new(source, span));
        Self { location: Some(Location { path: source.path.to_string(), position, excerpt }), ..Self::new(code) }
    }

    /// Returns a problem of the whole file at `path`.
    pub fn of_file(code: Code, path: &str) -> Self {
        Self::at_position(code, path, Position { line: 1, column: 1 })
    }

    /// Returns a problem of a file whose text cannot be shown.
    pub fn at_position(code: Code, path: &str, position: Position) -> Self {
        Self { location: Some(Location { path: path.to_owned(), position, excerpt: None }), ..Self::new(code) }
    }

    /// Adds an argument of the message and the help.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// Uses another message of the code: the attribute `variant`.
    #[must_use]
    pub fn variant(mut self, variant: &'static str) -> Self {
        self.variant = Some(variant);
        self
    }

    /// Uses another help of the code: the attribute `help`.
    #[must_use]
    pub fn help(mut self, help: &'static str) -> Self {
        self.help = Some(help);
        self
    }

    /// Returns the same problem as one of the whole file at `path`.
    #[must_use]
    pub fn of(mut self, path: &str) -> Self {
        self.location =
            Some(Location { path: path.to_owned(), position: Position { line: 1, column: 1 }, excerpt: None });
        self
    }

    /// Returns the same problem under another code, for a syntax that two kinds of file share.
    #[must_use]
    pub fn recoded(self, code: Code) -> Self {
        Self { code, ..self }
    }

    /// Returns how much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Returns the message in the language of `locale`.
    pub fn message(&self, locale: &Locale) -> String {
        let name = format!("diagnostic-{}", self.code);
        let key = self.variant.map_or(name.clone(), |variant| format!("{name}.{variant}"));
        locale.format(&key, &self.args)
    }

    /// Returns what to do about it; absent where nothing can be said.
    pub fn help_text(&self, locale: &Locale) -> Option<String> {
        let key = format!("diagnostic-{}.{}", self.code, self.help?);
        locale.has(&key).then(|| locale.format(&key, &self.args))
    }

    fn sort_key(&self) -> (Option<&str>, Option<Position>, Code) {
        let location = self.location.as_ref();
        (location.map(|at| at.path.as_str()), location.map(|at| at.position), self.code)
    }
}

/// The longest part of a line that an excerpt shows on each side, in characters.
const EXCERPT_LIMIT: usize = 100;

impl Excerpt {
    fn new(source: &SourceFile, span: Span) -> Self {
        let line = source.line_span(source.line(span.start()));
        let end = span.end().clamp(span.start(), line.end().max(span.start()));
        let before = source.slice(Span::new(line.start(), span.start()));
        let shown = before.char_indices().rev().nth(EXCERPT_LIMIT - 1).map_or(0, |(at, _)| at);
        let cut = |text: &str| text.chars().take(EXCERPT_LIMIT).collect::<String>();
        Self {
            before: before.get(shown..).unwrap_or(before).to_owned(),
            marked: cut(source.slice(Span::new(span.start(), end))),
            after: cut(source.slice(Span::new(end, line.end().max(end)))),
        }
    }
}

/// The problems of a run, in any order until they are sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all problems of `other`.
    pub fn extend(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns whether any problem is an error.
    pub fn has_errors(&self) -> bool {
        self.has(Severity::Error)
    }

    /// Returns whether any problem has this severity.
    pub fn has(&self, severity: Severity) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.severity() == severity)
    }

    /// Returns how many problems have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }

    /// Returns the problems by path, place and code.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.list.iter().collect();
        sorted.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        sorted
    }

    /// Returns the problems in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// Keeps the problems of files for which `keep` holds, and those of no file.
    pub fn retain_paths(&mut self, keep: impl Fn(&str) -> bool) {
        self.list.retain(|diagnostic| diagnostic.location.as_ref().is_none_or(|at| keep(&at.path)));
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Returns the nearest of `names` to `typed`, when it is at most two edits away.
///
/// Names are compared folded; the edit distance is Levenshtein's with
/// transpositions (Damerau), and at most a third of the longer name.
pub fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = crate::locale::fold_name(typed);
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        let folded = crate::locale::fold_name(name);
        let longest = folded.chars().count().max(typed.chars().count());
        if folded.len().abs_diff(typed.len()) > 4 {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&typed, &folded);
        let near = distance <= 2 && distance * 3 <= longest;
        if near && best.is_none_or(|(least, known)| (distance, name) < (least, known)) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_at_most_two_edits_away() {
        let names = ["company", "role", "décision", "status"];
        assert_eq!(nearest("compnay", names), Some("company"));
        assert_eq!(nearest("Decison", names), Some("décision"));
        assert_eq!(nearest("rôl", names), Some("role"));
        assert_eq!(nearest("xyz", names), None);
        assert_eq!(nearest("stat", names), Some("status"));
    }

    #[test]
    fn problems_are_sorted_by_path_and_place() {
        let source = SourceFile::new("b.md", "ab\ncd");
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(Diagnostic::at(Code::KeyUnknown, &source, Span::new(3, 4)));
        diagnostics.push(Diagnostic::at(Code::KeyUnknown, &source, Span::new(1, 2)));
        diagnostics.push(Diagnostic::of_file(Code::KeyMissing, "a.md"));
        let places: Vec<String> = diagnostics
            .sorted()
            .iter()
            .map(|d| d.location.as_ref().map(|at| format!("{}:{}", at.path, at.position)).unwrap())
            .collect();
        assert_eq!(places, ["a.md:1:1", "b.md:1:2", "b.md:2:1"]);
    }
}
