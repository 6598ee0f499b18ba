//! Adds keys to TOML tables: at the root, below a header, dotted, in braces.

use super::Edit;
use super::front_matter::{Added, Record, Site, pair_end};
use crate::data::{Pair, Value};
use crate::source::Span;

impl Site<'_> {
    /// Returns the edit that adds a key to a table, in its own style.
    pub(super) fn add_toml(&self, record: &Record<'_>, added: &Added) -> Option<Vec<Edit>> {
        let line = format!("{} = {}", added.key, added.value);
        let span = record.node.span;
        let text = self.source.slice(span);
        if record.is_root {
            return Some(vec![self.add_root_line(record, added)]);
        }
        if text.starts_with('{') {
            let last = record.after.or(record.pairs.last());
            let last = last.map(|pair| Span::new(pair.key_span.start(), pair_end(pair)));
            return Some(self.add_bracketed(span.start(), last, &line));
        }
        let last = record.after.or(record.pairs.last());
        if text.starts_with('[') {
            let line = format!("{}{}", self.indent(record.pairs), self.aligned(record.pairs, added));
            // A table's keys stand below its header, and above any other.
            let above = last.map_or(span.start(), pair_end);
            return Some(vec![self.line_below(above, &line)]);
        }
        let last = last?;
        let start = self.source.line_start(self.source.line(last.key_span.start()))?;
        let dotted = self.source.slice(Span::new(start, last.key_span.start()));
        dotted.trim_end().ends_with('.').then(|| vec![self.line_below(pair_end(last), &format!("{dotted}{line}"))])
    }

    /// Returns the edit that adds a key at the root, above every table.
    fn add_root_line(&self, record: &Record<'_>, added: &Added) -> Edit {
        let lines: Vec<&Pair<'_>> = record.pairs.iter().filter(|pair| !self.is_header(pair)).collect();
        let last = record.after.or(lines.iter().copied().max_by_key(|pair| pair_end(pair)));
        let Some(last) = last else {
            return self.line_at(self.outline.inner.start(), &format!("{} = {}", added.key, added.value));
        };
        let own: Vec<Pair<'_>> = lines.into_iter().cloned().collect();
        let line = format!("{}{}", self.indent(&own), self.aligned(&own, added));
        self.line_below(pair_end(last), &line)
    }

    /// Returns whether a pair of the root is a table with a header of its own.
    pub(super) fn is_header(&self, pair: &Pair<'_>) -> bool {
        let line = self.source.line_span(self.source.line(pair.key_span.start()));
        self.source.slice(line).trim_start().starts_with('[')
    }

    fn indent(&self, pairs: &[Pair<'_>]) -> String {
        let before = |pair: &Pair<'_>| {
            let line = self.source.line_span(self.source.line(pair.key_span.start()));
            self.source.slice(Span::new(line.start(), pair.key_span.start())).to_owned()
        };
        pairs.first().map(before).filter(|before| before.trim().is_empty()).unwrap_or_default()
    }

    /// Returns a line whose `=` stands below those of `pairs`, where theirs stand below one another.
    fn aligned(&self, pairs: &[Pair<'_>], added: &Added) -> String {
        let width = |pair: &Pair<'_>| {
            let rest = self.source.text.get(pair.key_span.end()..).unwrap_or_default();
            let blanks = rest.len() - rest.trim_start_matches(' ').len();
            let has_equals = rest.trim_start_matches(' ').starts_with('=');
            has_equals.then(|| self.source.slice(pair.key_span).chars().count() + blanks)
        };
        let is_plain = |pair: &&Pair<'_>| !matches!(pair.node.value, Value::Map(_)) || width(pair).is_some();
        let widths: Vec<Option<usize>> = pairs.iter().filter(is_plain).map(width).collect();
        let key = added.key.chars().count();
        let common = match widths.as_slice() {
            [Some(first), rest @ ..] if !rest.is_empty() && rest.iter().all(|width| *width == Some(*first)) => *first,
            _ => 0,
        };
        let gap = common.saturating_sub(key).max(1);
        format!("{}{}= {}", added.key, " ".repeat(gap), added.value)
    }
}
