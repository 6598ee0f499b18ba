//! TOML to [`Node`]s, with the place of every key and value.

use toml_edit::{Document, Item, TableLike, Value as TomlValue};

use super::slip::toml_slip;
use super::{Node, Pair, Text, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceFile, Span};

/// Reads a TOML table; `None` when it cannot be read, which is told.
pub(crate) fn read_toml(diagnostics: &mut Diagnostics, source: &SourceFile, matter: &Text) -> Option<Node<'static>> {
    let places = Places { source, text: &matter.text, first_line: matter.first_line };
    match Document::parse(matter.text.as_str()) {
        Ok(document) => {
            let whole = Span::new(places.offset(0), places.offset(matter.text.len()));
            Some(table(&places, document.as_table(), whole))
        }
        Err(error) => {
            diagnostics.push(problem(&places, &error));
            None
        }
    }
}

/// Returns what is wrong with a TOML text, at its place in the file.
fn problem(places: &Places<'_>, error: &toml_edit::TomlError) -> Diagnostic {
    let range = error.span().unwrap_or(0..0);
    let span = places.span(&range);
    let line = places.source.slice(places.source.line_span(places.source.line(span.start())));
    let bare_key = line.split('=').next().unwrap_or_default().trim();
    let is_accented = !bare_key.is_ascii() && !bare_key.starts_with(['"', '\'', '#', '[']);
    if is_accented {
        let plain = crate::locale::fold(bare_key);
        return Diagnostic::at(Code::FrontMatterSyntax, places.source, span)
            .variant("accent")
            .help("help-accent")
            .with("key", bare_key)
            .with("plain", plain);
    }
    if error.message().contains("duplicate key") {
        let key = places.source.slice(span).to_owned();
        return Diagnostic::at(Code::KeyDuplicate, places.source, span).with("key", key);
    }
    let slip = toml_slip(places.source, span, error.message());
    let problem = Diagnostic::at(Code::FrontMatterSyntax, places.source, slip.span);
    match slip.told {
        Some((variant, help)) => problem.variant(variant).help(help),
        None => problem,
    }
}

/// Maps offsets of the matter to the file: line ends may differ, columns do not.
struct Places<'a> {
    source: &'a SourceFile,
    text: &'a str,
    first_line: u32,
}

impl Places<'_> {
    fn offset(&self, offset: usize) -> usize {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = u32::try_from(memchr::memchr_iter(b'\n', before.as_bytes()).count()).unwrap_or(0);
        let column = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
        let line = self.source.line_span(self.first_line + line);
        (line.start() + column).min(line.end())
    }

    fn span(&self, range: &std::ops::Range<usize>) -> Span {
        let start = self.offset(range.start);
        Span::new(start, self.offset(range.end).max(start))
    }
}

fn table(places: &Places<'_>, table: &dyn TableLike, span: Span) -> Node<'static> {
    let mut pairs: Vec<Pair<'static>> = table
        .iter()
        .filter_map(|(name, _)| table.get_key_value(name))
        .map(|(key, item)| {
            let key_span = key.span().map_or(span, |range| places.span(&range));
            Pair { key: key.get().to_owned().into(), key_span, node: node(places, item, key_span) }
        })
        .collect();
    pairs.sort_by_key(|pair| pair.key_span);
    Node { value: Value::Map(pairs), span }
}

fn node(places: &Places<'_>, item: &Item, fallback: Span) -> Node<'static> {
    let span = item.span().map_or(fallback, |range| places.span(&range));
    match item {
        Item::None => Node::null(span),
        Item::Value(value) => value_node(places, value, span),
        Item::Table(inner) => table(places, inner, span),
        Item::ArrayOfTables(tables) => {
            let items = tables
                .iter()
                .map(|inner| table(places, inner, inner.span().map_or(span, |range| places.span(&range))))
                .collect();
            Node { value: Value::List(items), span }
        }
    }
}

fn value_node(places: &Places<'_>, value: &TomlValue, span: Span) -> Node<'static> {
    match value {
        TomlValue::String(text) => Node { value: Value::Scalar(text.value().clone().into()), span },
        TomlValue::Array(array) => {
            let item = |value: &TomlValue| {
                let span = value.span().map_or(span, |range| places.span(&range));
                value_node(places, value, span)
            };
            Node { value: Value::List(array.iter().map(item).collect()), span }
        }
        TomlValue::InlineTable(inner) => table(places, inner, span),
        // Numbers, dates, true and false stay as they are written.
        _ => Node { value: Value::Scalar(places.source.slice(span).to_owned().into()), span },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> (Option<Node<'static>>, Diagnostics, SourceFile) {
        let source = SourceFile::new("a.md", format!("+++\r\n{text}+++\r\n"));
        let mut diagnostics = Diagnostics::default();
        let matter = Text { text: text.replace("\r\n", "\n"), first_line: 2 };
        let node = read_toml(&mut diagnostics, &source, &matter);
        (node, diagnostics, source)
    }

    #[test]
    fn every_value_knows_its_place_and_text() {
        let text = "a = 1\r\nd = 2026-03-01\r\n\"décision\" = 'x'\r\nl = [1, 'é']\r\n\r\n[t]\r\nk = true\r\n[[c]]\r\nn = 'z'\r\n";
        let (node, _, source) = read_text(text);
        let Some(Node { value: Value::Map(pairs), .. }) = node else { panic!("no map") };
        let keys: Vec<&str> = pairs.iter().map(|pair| source.slice(pair.key_span)).collect();
        assert_eq!(keys, ["a", "d", "\"décision\"", "l", "t", "c"]);
        assert_eq!(pairs[1].node.value, Value::Scalar("2026-03-01".into()));
        assert_eq!(pairs[2].key, "décision");
        let Value::List(items) = &pairs[3].node.value else { panic!("no list") };
        assert_eq!(source.slice(items[1].span), "'é'");
    }

    #[test]
    fn an_accent_in_a_bare_key_is_explained() {
        let (node, diagnostics, _) = read_text("a = 1\r\ndécision = 2026-01-01\r\n");
        assert!(node.is_none());
        let found = diagnostics.iter().next().unwrap();
        assert_eq!(found.code, Code::FrontMatterSyntax);
        assert!(
            found.help_text(&crate::locale::Locale::new(crate::locale::Lang::En, "")).unwrap().contains("decision")
        );
    }
}
