//! From what a parser says to what a person did: a colon without its space, a bracket left open, a tab.
//!
//! Parsers tell where they gave up, often a line below the slip, in English and
//! in terms of their grammar. In: their place and words. Out: a [`Slip`], the
//! place of the slip and the names of the message and the help that tell of it.

use super::Text;
use crate::source::{SourceFile, Span};

/// A slip in YAML or TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// Where it is.
    pub(super) span: Span,
    /// The message's variant and its help; `None` where only the place is known.
    pub(super) told: Option<(&'static str, &'static str)>,
}

const COLON: (&str, &str) = ("colon", "help-colon");
const BRACKET: (&str, &str) = ("bracket", "help-bracket");
const QUOTE: (&str, &str) = ("quote", "help-quote");
const INDENT: (&str, &str) = ("indent", "help-indent");

/// Finds the slip behind what the YAML parser says at the offset `at`.
pub(super) fn yaml_slip(source: &SourceFile, matter: &Text, at: usize, said: &str) -> Slip {
    let lines = Lines { source, first: matter.first_line, last: source.line(at) };
    let has = |words: &str| said.contains(words);
    let is_open = has("flow") || has("illegal placement of ':'") || has("node content") || has("unexpected eof");
    lines
        .tab(matter)
        .or_else(|| lines.without_colon())
        .or_else(|| if is_open { lines.open_bracket() } else { None })
        .unwrap_or_else(|| {
            let told = if has("mapping values are not allowed") {
                Some(if lines.is_first_colon(at) { INDENT } else { COLON })
            } else if has("flow") {
                Some(BRACKET)
            } else if has("misplaced bracket") {
                Some(("bracket-extra", "help-colon"))
            } else if has("trailing content after") {
                Some(("after-quote", "help-after-quote"))
            } else if has("escape") || has("hexadecimal") {
                Some(("escape", "help-escape"))
            } else if has("quoted scalar") {
                Some(QUOTE)
            } else if has("unexpected character") || has("cannot start") || has("indicator") && !has("'-'") {
                Some(("character", "help-character"))
            } else if has("unknown anchor") {
                Some(("anchor", "help-character"))
            } else if has("tab") || has("indent") || has("block collection") || has("block mapping") {
                Some(INDENT)
            } else {
                None
            };
            Slip { span: lines.character(at), told }
        })
}

/// The lines of a front matter down to the one at which its parser gave up.
struct Lines<'a> {
    source: &'a SourceFile,
    first: u32,
    last: u32,
}

impl Lines<'_> {
    fn text(&self, line: u32) -> &str {
        self.source.slice(self.source.line_span(line))
    }

    /// Returns the place of `length` bytes at the byte `column` of a line.
    fn place(&self, line: u32, column: usize, length: usize) -> Span {
        let start = self.source.line_start(line).unwrap_or(0) + column;
        Span::new(start, start + length)
    }

    /// Returns the character at `at`, nothing at the end of a line.
    fn character(&self, at: usize) -> Span {
        let line = self.source.line_span(self.source.line(at));
        let width = self.source.slice(Span::new(at, line.end().max(at))).chars().next().map_or(0, char::len_utf8);
        Span::new(at, at + width)
    }

    /// Finds a tab in the indent of the last line, or of the next.
    fn tab(&self, matter: &Text) -> Option<Slip> {
        let end = self.first + u32::try_from(matter.text.split('\n').count()).unwrap_or(0);
        (self.last..end.min(self.last + 2)).find_map(|line| {
            let text = self.text(line);
            let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
            let tab = text.get(..indent)?.find('\t')?;
            Some(Slip { span: self.place(line, tab, 1), told: Some(("tab", "help-indent")) })
        })
    }

    /// Finds a line that starts a key without a colon and a space; the parser gives up on it or on the next.
    fn without_colon(&self) -> Option<Slip> {
        let above = self.last.saturating_sub(1).max(self.first);
        (above..=self.last).find_map(|line| {
            let text = self.text(line).trim_end();
            let has_colon = text.contains(": ") || text.contains(":\t") || text.ends_with(':');
            if has_colon || !text.starts_with(char::is_alphabetic) {
                return None;
            }
            let told = if text.contains(':') { ("space", "help-space") } else { ("no-colon", "help") };
            let (column, length) = text.find(':').map_or((0, text.len()), |at| (at, 1));
            Some(Slip { span: self.place(line, column, length), told: Some(told) })
        })
    }

    /// Finds the last bracket that stays open, or the `#` that hides its end.
    fn open_bracket(&self) -> Option<Slip> {
        let mut open: Vec<(u32, usize)> = Vec::new();
        let mut hidden = None;
        for line in self.first..=self.last {
            let mut quote = None;
            let mut before = ' ';
            for (column, c) in self.text(line).char_indices() {
                match (quote, c) {
                    (Some(mark), _) if mark == c => quote = None,
                    (None, '"' | '\'') if !before.is_alphanumeric() => quote = Some(c),
                    (None, '[' | '{') if !open.is_empty() || !before.is_alphanumeric() => open.push((line, column)),
                    (None, ']' | '}') => {
                        open.pop();
                    }
                    (None, '#') if before.is_whitespace() => {
                        hidden = hidden.or((!open.is_empty()).then_some((line, column)));
                        break;
                    }
                    _ => {}
                }
                before = c;
            }
        }
        let &(line, column) = open.last()?;
        Some(match hidden {
            Some((line, column)) => Slip { span: self.place(line, column, 1), told: Some(("comment", "help-comment")) },
            None => Slip { span: self.place(line, column, 1), told: Some(BRACKET) },
        })
    }

    /// Returns whether the colon at `at` is the first of its line, which is indented.
    fn is_first_colon(&self, at: usize) -> bool {
        let line = self.source.line_span(self.source.line(at));
        let before = self.source.slice(Span::new(line.start(), at));
        before.starts_with(' ') && !before.contains(": ")
    }
}

/// Finds the slip behind what the TOML parser says about `span`.
pub(super) fn toml_slip(source: &SourceFile, span: Span, said: &str) -> Slip {
    let has = |words: &str| said.contains(words);
    let rest = source.slice(Span::new(span.start(), source.line_span(source.line(span.start())).end())).trim();
    if let Some(span) = impossible_day(source, span.start()) {
        return Slip { span, told: Some(("day", "help-date")) };
    }
    let told = if has("string values must be quoted") && rest.is_empty() {
        Some(("value", "help-toml"))
    } else if has("string values must be quoted") {
        Some(("unquoted", "help-toml"))
    } else if has("basic string") || has("literal string") || has("quote") {
        Some(QUOTE)
    } else if has("escape") || has("unicode") {
        Some(("escape", "help-escape"))
    } else if has("key with no value") || has("assignment") {
        Some(("equals", "help-toml"))
    } else if has("comma") || has("unclosed") {
        Some(("comma", "help-bracket"))
    } else if has("unexpected key or value") || has("unexpected content") {
        Some(("rest", "help-toml"))
    } else if has("date") || has("month") || has("day") || has("time") || has("hour") {
        Some(("date", "help-date"))
    } else {
        Some(("toml", "help-toml"))
    };
    Slip { span, told }
}

/// Returns the place of the day around `at` that has the form of one and that no calendar has.
fn impossible_day(source: &SourceFile, at: usize) -> Option<Span> {
    let is_part = |c: char| c.is_ascii_digit() || c == '-';
    let line = source.line_span(source.line(at));
    let start = line.start() + source.slice(Span::new(line.start(), at)).trim_end_matches(is_part).len();
    let rest = source.slice(Span::new(start, line.end()));
    let day = rest.get(..rest.find(|c: char| !is_part(c)).unwrap_or(rest.len()))?;
    let has_form = day.len() == 10 && day.bytes().enumerate().all(|(at, byte)| (byte == b'-') == matches!(at, 4 | 7));
    (has_form && day.parse::<jiff::civil::Date>().is_err()).then(|| Span::new(start, start + day.len()))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Diagnostics};
    use crate::locale::{Lang, Locale};
    use crate::model::Topics;
    use crate::parse::read_goal;
    use crate::source::SourceFile;

    /// Returns the place and the message of the one problem of a goal's file.
    fn told(text: &str) -> String {
        let source = std::sync::Arc::new(SourceFile::new("a.md", text));
        let read = read_goal(&source, &Topics::built_in(), Lang::En);
        shown(&read.diagnostics)
    }

    fn shown(diagnostics: &Diagnostics) -> String {
        let list = diagnostics.sorted();
        let [problem] = list.as_slice() else { panic!("{} problems", list.len()) };
        for lang in Lang::ALL {
            let locale = Locale::new(lang, "");
            let (message, help) = (problem.message(&locale), problem.help_text(&locale).unwrap());
            assert!(!message.contains("diagnostic-") && !help.contains("expected"), "{lang}: {message}; {help}");
        }
        format!("{} {}", problem.location.as_ref().unwrap().position, problem.message(&Locale::new(Lang::En, "")))
    }

    #[test]
    fn a_slip_in_yaml_is_told_where_it_was_made() {
        #[track_caller]
        fn case(lines: &str, expected: &str) {
            assert_eq!(told(&format!("---\ntitle: A\n{lines}\n---\n")), expected, "{lines}");
        }
        case("why: so: that", "3:8 a colon followed by a space starts a new key here");
        case("why:\tso\ndue: a: b", "4:7 a colon followed by a space starts a new key here");
        case("why:so\ndue: 2026-01-01", "3:4 a space is missing after this colon");
        case("why so\ndue: 2026-01-01", "3:1 this line is no `key: value`");
        case("  why: so", "3:6 this line is not indented like its neighbours");
        case("\twhy: so", "3:1 a tab stands here, where YAML wants spaces");
        case("resources:\n  - a\n - b", "5:2 this line is not indented like its neighbours");
        case("topics: [a, b\ndue: 2026-01-01", "3:9 a bracket is not closed");
        case("measure: {what: a, from: b\ndue: 2026-01-01", "3:10 a bracket is not closed");
        case("topics: [a, #b]", "3:13 `#` starts a comment here, which hides the end of the bracket");
        case("topics: [a, b]]", "3:15 a bracket is closed here that was never opened");
        case("why: \"so\ndue: 2026-01-01", "3:6 a quotation mark is not closed");
        case("why: \"so\" and so", "3:11 text stands here after the closing quotation mark");
        case("why: \"C:\\d\"", "3:6 a backslash means something else between these quotation marks");
        case("why: @so", "3:6 a value cannot begin with this character");
        case("why: %so", "3:6 a value cannot begin with this character");
        case("why: *so*", "3:6 this name stands for nothing above it");
    }

    #[test]
    fn a_slip_in_toml_is_told_where_it_was_made() {
        #[track_caller]
        fn case(lines: &str, expected: &str) {
            let found = told(&format!("+++\ntitle = \"A\"\n{lines}\n+++\n"));
            assert_eq!(found, expected, "{lines}");
            let mut diagnostics = Diagnostics::default();
            crate::config::read_config(&mut diagnostics, &SourceFile::new("rebond.toml", format!("{lines}\n")));
            assert_eq!(diagnostics.iter().map(|problem| problem.code).collect::<Vec<_>>(), [Code::SettingsSyntax]);
            shown(&diagnostics);
        }
        case("why = so", "3:7 a text stands here without quotation marks");
        case("why =", "3:6 a value is missing here");
        case("why = \"so", "3:10 a quotation mark is not closed");
        case("why: so", "3:6 an `=` is missing after the key");
        case("topics = [\"a\" \"b\"]", "3:15 a bracket is not closed, or a comma is missing");
        case("why = \"a\" \"b\"", "3:11 something stands here after the value");
        case("why = \"C:\\d\"", "3:11 a backslash means something else between these quotation marks");
        case("due = 2026-02-30", "3:7 no calendar has this day");
        case("due = [2026-01-01, 2026-13-01]", "3:20 no calendar has this day");
        case("due = 2026-3-2", "3:7 the day here is not written as year-month-day");
    }
}
