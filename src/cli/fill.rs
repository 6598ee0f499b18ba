//! A template with values written under its keys.
//!
//! In: the text of a template, in YAML or TOML, and values by key. Out: the same
//! text with these values; everything else stays as it is. Whatever a text
//! holds, it is written so that it is read back unchanged. Nothing is run.

use jiff::civil::Date;

use crate::data::{Node, Value};
use crate::locale::Lang;
use crate::model::vocabulary::{Field, find_field};
use crate::parse::{Syntax, outline};
use crate::source::{SourceFile, Span};

/// What to write under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Filling {
    /// Any text of the person's.
    Text(String),
    /// A day.
    Date(Date),
    /// A word of the vocabulary.
    Word(&'static str),
    /// A list of texts.
    Texts(Vec<String>),
}

/// A key by its English name, and what to write under it.
pub(crate) type Filled = (&'static str, Filling);

/// Returns `template` with `values` under the keys of `table`; keys that it lacks are added in `lang`.
///
/// `None` when its front matter cannot be read. A template without one gets one.
pub(crate) fn fill(template: &SourceFile, table: &'static [Field], lang: Lang, values: &[Filled]) -> Option<String> {
    let is_fenced = ["---", "+++"].contains(&template.slice(template.line_span(1)).trim_end());
    if !is_fenced {
        let end = template.line_end();
        let fenced = SourceFile::new(&*template.path, format!("---{end}---{end}{end}{}", template.text));
        return fill(&fenced, table, lang, values);
    }
    let outline = outline(template)?;
    let mut edits: Vec<(Span, String)> = Vec::new();
    for (name, filling) in values {
        let field = find_field(table, name)?;
        let written = written(filling, outline.syntax);
        edits.push(match place(template, &outline.root, field) {
            Some(Place::Value(span)) => (span, written),
            Some(Place::Empty(span)) if span.start() == span.end() => (span, format!(" {written}")),
            Some(Place::Empty(span)) => (span, format!(" {written}  ")),
            None => {
                let line = line(field.word.name(lang), &written, outline.syntax);
                (Span::new(outline.inner.start(), outline.inner.start()), line + template.line_end())
            }
        });
    }
    Some(applied(template, edits))
}

/// Where a value goes.
enum Place {
    /// In place of the one that is there.
    Value(Span),
    /// After the colon: the spaces before a comment, else nothing.
    Empty(Span),
}

/// Returns the place of the value of `field`; `None` without the key.
fn place(template: &SourceFile, root: &Node<'_>, field: &Field) -> Option<Place> {
    let Value::Map(pairs) = &root.value else { return None };
    let pair = pairs.iter().find(|pair| field.word.matches(&pair.key))?;
    if pair.node.value != Value::Null || !template.slice(pair.node.span).trim().is_empty() {
        return Some(Place::Value(pair.node.span));
    }
    let colon = template.text.get(pair.key_span.end()..)?.find(':')?;
    let after = pair.key_span.end() + colon + 1;
    let rest = template.text.get(after..)?;
    let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let is_comment = rest.trim_start_matches([' ', '\t']).starts_with('#');
    Some(Place::Empty(Span::new(after, after + if is_comment { spaces } else { 0 })))
}

fn line(key: &str, written: &str, syntax: Syntax) -> String {
    match syntax {
        Syntax::Yaml => format!("{key}: {written}"),
        Syntax::Toml if key.is_ascii() => format!("{key} = {written}"),
        Syntax::Toml => format!("\"{key}\" = {written}"),
    }
}

/// Applies edits that do not overlap; those at one place keep their order.
fn applied(template: &SourceFile, mut edits: Vec<(Span, String)>) -> String {
    edits.sort_by_key(|(span, _)| *span);
    let mut text = String::with_capacity(template.text.len());
    let mut at = 0;
    for (span, written) in edits {
        text.push_str(template.slice(Span::new(at, span.start())));
        text.push_str(&written);
        at = span.end();
    }
    text.push_str(template.slice(Span::new(at, template.text.len())));
    text
}

fn written(filling: &Filling, syntax: Syntax) -> String {
    let text = |text: &str| match syntax {
        Syntax::Yaml if is_plain(text) => text.to_owned(),
        _ => quoted(text),
    };
    match filling {
        Filling::Text(value) => text(value),
        Filling::Date(date) => date.to_string(),
        Filling::Word(word) => text(word),
        Filling::Texts(values) => {
            // Commas separate in a list.
            let items: Vec<String> =
                values.iter().map(|value| if value.contains(',') { quoted(value) } else { text(value) }).collect();
            format!("[{}]", items.join(", "))
        }
    }
}

/// Returns whether YAML reads `text` without quotes as this very text.
fn is_plain(text: &str) -> bool {
    let is_safe = |c: char| {
        c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '\'' | '’' | '(' | ')' | '+' | ',' | '·')
    };
    let is_word = !["null", "true", "false"].contains(&text.to_ascii_lowercase().as_str());
    text.starts_with(char::is_alphabetic) && !text.ends_with(' ') && text.chars().all(is_safe) && is_word
}

/// Returns `text` within double quotes, as both YAML and TOML read it.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            // Line separators end a line in YAML; a byte order mark may be taken off.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                quoted.push_str("\\u");
                quoted.extend((0..4).rev().filter_map(|digit| char::from_digit(u32::from(c) >> (4 * digit) & 15, 16)));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::model::Topics;
    use crate::model::vocabulary::ENTRY;
    use crate::parse::read_entry;

    fn values(company: &str) -> Vec<Filled> {
        vec![
            ("company", Filling::Text(company.to_owned())),
            ("role", Filling::Text("x".to_owned())),
            ("status", Filling::Word("open")),
        ]
    }

    /// Returns the company that is read back from a filled template.
    #[track_caller]
    fn read_back(template: &str, company: &str) -> String {
        let template = SourceFile::new("templates/entry.md", template);
        let text = fill(&template, ENTRY, Lang::En, &values(company)).unwrap();
        let read = read_entry(&Arc::new(SourceFile::new("entries/a.md", text.as_str())), &Topics::built_in(), Lang::En);
        assert!(!read.diagnostics.has_errors(), "{:?} in {text}", read.diagnostics);
        read.result.unwrap().company.clone()
    }

    #[test]
    fn a_key_keeps_its_place_and_its_comment() {
        let template =
            SourceFile::new("t.md", "---\r\nposte:   # what\r\nother: 1\r\nstatut: refus # how\r\n---\r\nText\r\n");
        let text = fill(&template, ENTRY, Lang::Fr, &values("Nord: Sud")).unwrap();
        assert_eq!(
            text,
            "---\r\nentreprise: \"Nord: Sud\"\r\nposte: x  # what\r\nother: 1\r\nstatut: open # how\r\n---\r\nText\r\n"
        );
    }

    #[test]
    fn a_template_in_toml_or_without_front_matter_is_filled_too() {
        let toml = SourceFile::new("t.md", "+++\ncompany = ''\n[feedback]\nvia = 'email'\n+++\n");
        let date = ("decided", Filling::Date("2026-03-02".parse().unwrap()));
        let text = fill(&toml, ENTRY, Lang::Fr, &[("company", Filling::Text("A".into())), date]).unwrap();
        assert_eq!(text, "+++\n\"décision\" = 2026-03-02\ncompany = \"A\"\n[feedback]\nvia = 'email'\n+++\n");
        let bare = SourceFile::new("t.md", "# Mine\n");
        let text = fill(&bare, ENTRY, Lang::En, &[("company", Filling::Text("A".into()))]).unwrap();
        assert_eq!(text, "---\ncompany: A\n---\n\n# Mine\n");
    }

    #[test]
    fn a_front_matter_that_cannot_be_read_is_not_filled() {
        let template = SourceFile::new("t.md", "---\ncompany: [\n---\n");
        assert_eq!(fill(&template, ENTRY, Lang::En, &values("A")), None);
    }

    #[test]
    fn every_text_is_read_back() {
        for company in [
            "012",
            "no",
            "~",
            "null",
            "a: b",
            "a #b",
            "\"q\" 'q'",
            "l\nm\r\n\tn",
            "C:\\x",
            "[a",
            "🙂",
            "x\u{2028}y",
            "é\u{301}",
        ] {
            assert_eq!(read_back("---\ncompany:\n---\n", company), company);
            assert_eq!(read_back("+++\n+++\n", company), company, "TOML");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(company in "\\PC{1,40}|[ -~\n\t]{1,40}") {
            let is_placeholder = company.contains("{{") || company.contains("<%");
            prop_assume!(!company.trim().is_empty() && !is_placeholder);
            prop_assert_eq!(read_back("---\ncompany:\n---\n", &company), company.trim());
        }
    }
}
