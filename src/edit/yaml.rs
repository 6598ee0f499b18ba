//! Adds keys to YAML mappings, in blocks and in braces.

use super::Edit;
use super::front_matter::{Added, Record, Site, blank, pair_end};
use crate::data::{Pair, Value};
use crate::source::Span;

impl Site<'_> {
    /// Returns the edit that adds a key to a mapping, in its own style.
    pub(super) fn add_yaml(&self, record: &Record<'_>, added: &Added) -> Option<Vec<Edit>> {
        let line = format!("{}: {}", added.key, added.value);
        let span = self.bare(record.node.span);
        let text = self.source.slice(span);
        if text.starts_with('*') {
            return None;
        }
        if text.starts_with('{') {
            let last = record.after.or(record.pairs.last());
            return Some(self.add_bracketed(span.start(), last.map(|pair| self.flow_span(pair)), &line));
        }
        let Some(first) = record.pairs.first() else {
            return record.is_root.then(|| vec![self.line_at(self.outline.inner.start(), &line)]);
        };
        let start = self.source.line_start(self.source.line(first.key_span.start()))?;
        let indent = blank(self.source.slice(Span::new(start, first.key_span.start())));
        let line = format!("{indent}{line}");
        match record.after.or(record.pairs.last().filter(|_| !record.is_root)) {
            Some(pair) => Some(vec![self.line_below(pair_end(pair), &line)]),
            None => Some(vec![self.line_at(self.end_of_lines(), &line)]),
        }
    }

    /// Returns where a pair of a flow mapping stands; an empty value counts with its colon.
    fn flow_span(&self, pair: &Pair<'_>) -> Span {
        let mut end = pair_end(pair);
        if pair.node.value == Value::Null {
            let rest = self.source.text.get(end..).unwrap_or_default();
            let blanks = rest.len() - rest.trim_start_matches(' ').len();
            let after = rest.get(blanks..).unwrap_or_default();
            if after.starts_with(": ") {
                end += blanks + 2;
            } else if after.starts_with(':') {
                end += blanks + 1;
            }
        }
        Span::new(pair.key_span.start(), end)
    }

    /// Returns where the front matter's lines end, without the empty ones at its end.
    fn end_of_lines(&self) -> usize {
        let inner = self.outline.inner;
        let text = self.source.slice(inner);
        let used = text.trim_end().len();
        let rest = text.get(used..).unwrap_or_default();
        inner.start() + used + rest.find('\n').map_or(rest.len(), |at| at + 1)
    }
}
