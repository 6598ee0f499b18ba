//! The files of a finished site to the texts that a reader could see in them, each with its place.

use percent_encoding::percent_decode_str;
use serde_json::Value;

/// A text of an output file, and where it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// The element, the attribute, the key or the property.
    pub(super) place: String,
    /// The text, with everything decoded.
    pub(super) text: String,
    /// Whether numbers in it are drawn or counted rather than read.
    pub(super) is_drawing: bool,
}

impl Field {
    fn new(place: impl Into<String>, text: impl Into<String>) -> Self {
        Self { place: place.into(), text: text.into(), is_drawing: false }
    }
}

/// Returns the texts of the file at `path`.
pub(super) fn fields(path: &str, text: &str) -> Vec<Field> {
    let extension = path.rsplit('.').next().unwrap_or_default();
    let mut fields = match extension {
        "html" | "htm" | "svg" | "xml" => html(text),
        "json" => json(text),
        "ics" => calendar(text),
        "js" => script(text),
        _ => vec![Field::new("text", text)],
    };
    fields.push(Field::new("file name", decoded(path)));
    fields
}

/// Elements that stand in a line of text without ending a word.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr",
];

/// Attributes of drawings, which hold numbers and no words.
const DRAWN: &[&str] = &[
    "d",
    "points",
    "viewbox",
    "transform",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "width",
    "height",
    "style",
];

/// Reads HTML: its texts, by the element they begin in, and the values of its attributes.
fn html(text: &str) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut words = String::new();
    let mut place = "text".to_owned();
    let mut rest = text;
    let mut end = |words: &mut String, place: &str| {
        if !words.trim().is_empty() {
            fields.push(Field::new(place, std::mem::take(words)));
        }
        words.clear();
    };
    let mut attributes = Vec::new();
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        words.push_str(&unescaped(before));
        if let Some(comment) = tag.strip_prefix("<!--") {
            let (inside, after) = comment.split_once("-->").unwrap_or((comment, ""));
            attributes.push(Field::new("comment", unescaped(inside)));
            rest = after;
            continue;
        }
        let close = tag_end(tag);
        let inside = tag.get(1..close).unwrap_or_default();
        rest = tag.get(close + 1..).unwrap_or_default();
        let name: String =
            inside.trim_start_matches('/').chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let name = name.to_ascii_lowercase();
        if !INLINE.contains(&name.as_str()) {
            end(&mut words, &place);
            if !inside.starts_with('/') && !name.is_empty() {
                place.clone_from(&name);
            }
        }
        attributes.extend(attributes_of(&name, inside));
        if matches!(name.as_str(), "script" | "style") && !inside.starts_with('/') {
            let close = format!("</{name}");
            let (script, after) = rest.split_at(rest.to_ascii_lowercase().find(&close).unwrap_or(rest.len()));
            if name == "script" {
                attributes.push(Field::new("script", unescaped(script)));
            }
            rest = after;
        }
    }
    words.push_str(&unescaped(rest));
    end(&mut words, &place);
    fields.extend(attributes);
    fields
}

/// Returns where a tag ends: at the first `>` that stands in no quotes.
fn tag_end(tag: &str) -> usize {
    let mut quote: Option<char> = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    tag.len()
}

fn attributes_of(name: &str, tag: &str) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '>' | '/');
        let attribute = before.trim_end().rsplit(ends).next().unwrap_or_default().to_ascii_lowercase();
        let after = after.trim_start();
        let quoted = after.strip_prefix('"').map(|inside| (inside, '"'));
        let quoted = quoted.or_else(|| after.strip_prefix('\'').map(|inside| (inside, '\'')));
        let (value, left) = match quoted {
            Some((inside, quote)) => inside.split_once(quote).unwrap_or((inside, "")),
            None => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
        };
        rest = left;
        if attribute != "nonce" {
            let text = decoded(&without_hashes(&unescaped(value)));
            let is_drawing = DRAWN.contains(&attribute.as_str());
            fields.push(Field { place: format!("{name} {attribute}"), text, is_drawing });
        }
    }
    fields
}

/// Takes the hashes and nonces of scripts out of a policy: their letters are nobody's.
fn without_hashes(text: &str) -> String {
    let is_hash = |word: &&str| ["'sha256-", "'nonce-"].iter().any(|kind| word.starts_with(kind));
    if !text.contains("sha256-") && !text.contains("nonce-") {
        return text.to_owned();
    }
    text.split(' ').filter(|word| !is_hash(word)).collect::<Vec<_>>().join(" ")
}

/// Reads JSON: every text and every key, by its path.
fn json(text: &str) -> Vec<Field> {
    let mut fields = Vec::new();
    match serde_json::from_str::<Value>(text) {
        Ok(value) => json_fields(&mut fields, "", &value),
        Err(_) => fields.push(Field::new("text", unescaped(text))),
    }
    fields
}

fn json_fields(fields: &mut Vec<Field>, path: &str, value: &Value) {
    match value {
        Value::String(text) => fields.push(Field::new(path, decoded(text))),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                json_fields(fields, &format!("{path}[{index}]"), item);
            }
        }
        Value::Object(map) => {
            for (key, item) in map {
                let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                fields.push(Field::new(format!("{inner} (key)"), key.as_str()));
                json_fields(fields, &inner, item);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Reads a calendar: each property, its folded lines joined.
fn calendar(text: &str) -> Vec<Field> {
    let unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let field = |line: &str| {
        let (name, value) = line.split_once(':').unwrap_or(("line", line));
        let value = value.replace("\\n", " ").replace("\\N", " ").replace("\\,", ",").replace("\\;", ";");
        Field::new(name, decoded(&value))
    };
    unfolded.lines().map(field).collect()
}

/// Reads a script. Where the words of the search stand is drawn in numbers, which are nobody's.
fn script(text: &str) -> Vec<Field> {
    let Some((before, (places, after))) =
        text.split_once("\"places\":\"").and_then(|(before, rest)| Some((before, rest.split_once('"')?)))
    else {
        return vec![Field::new("script", unescaped(text))];
    };
    let places = Field { is_drawing: true, ..Field::new("script places", places) };
    vec![Field::new("script", unescaped(before)), places, Field::new("script", unescaped(after))]
}

/// Returns a text with the characters that HTML, JSON and scripts write otherwise.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\\']) {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        let (c, length) = character(escape).unwrap_or((if escape.starts_with('&') { '&' } else { '\\' }, 1));
        plain.push(c);
        rest = escape.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

/// The longest name or number between `&` and `;`.
const ENTITY: usize = 10;

/// Returns the character that an escape at the beginning of a text stands for, and the escape's length.
fn character(escape: &str) -> Option<(char, usize)> {
    let number = |digits: &str, radix: u32| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    if let Some(rest) = escape.strip_prefix("\\u") {
        return Some((number(rest.get(..4)?, 16)?, 6));
    }
    if escape.starts_with('\\') {
        return escape.get(1..)?.starts_with(['n', 'r', 't']).then_some((' ', 2));
    }
    let end = escape.bytes().take(ENTITY).position(|byte| byte == b';')?;
    let name = escape.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(hexadecimal) if hexadecimal.starts_with(['x', 'X']) => number(hexadecimal.get(1..)?, 16)?,
        Some(decimal) => number(decimal, 10)?,
        None if name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic()) => match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{a0}',
            "shy" => '\u{ad}',
            _ => ' ',
        },
        None => return None,
    };
    Some((c, end + 1))
}

/// Returns a text with what addresses write as `%20`, where that is text.
pub(super) fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

/// Returns JSON as it leaves a copy: no files, no links, and dates as exact as they pass.
pub fn outward(json: &str, is_monthly: bool) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(json) else { return String::new() };
    turn_outward(&mut value, is_monthly);
    serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
}

fn turn_outward(value: &mut Value, is_monthly: bool) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                if matches!(key.as_str(), "file" | "link") {
                    *value = Value::Null;
                }
                turn_outward(value, is_monthly);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| turn_outward(item, is_monthly)),
        Value::String(text) if is_monthly && text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok() => {
            text.truncate("2026-01".len());
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn texts(path: &str, text: &str) -> Vec<String> {
        fields(path, text).into_iter().map(|field| format!("{}: {}", field.place, field.text.trim())).collect()
    }

    #[test]
    fn every_kind_of_file_gives_its_texts() {
        assert_eq!(
            texts(
                "a%20b.html",
                "<p title='d&#39;Ac&amp;me'>Cal<b>der</b> &eacute;<!-- note --></p><a href=\"x%20y\">z</a>"
            ),
            ["p: Calder", "p: z", "p title: d'Ac&me", "comment: note", "a href: x y", "file name: a b.html"]
        );
        let policy = "<meta content=\"default-src 'nonce-aEyb' 'sha256-EY='; x\"><script nonce=\"aEyb\"></script>";
        assert_eq!(texts("a.html", policy), ["meta content: default-src x", "script: ", "file name: a.html"]);
        assert_eq!(
            texts("r.json", r#"{"a": [{"b": "d\u2019Acme", "n": 1}]}"#),
            ["a (key): a", "a[0].b (key): b", "a[0].b: d’Acme", "a[0].n (key): n", "file name: r.json"]
        );
        assert_eq!(texts("a.ics", "SUMMARY:Cal\r\n der\\, Mill\r\n"), ["SUMMARY: Calder, Mill", "file name: a.ics"]);
        assert_eq!(
            texts(
                "a.html",
                "<a title='x=1 > y' href=b.html class=\"a\" hidden>&#x41;&#66;&amp;C; &D &unknown; \\n</a>"
            ),
            ["text: AB&C; &D", "a title: x=1 > y", "a href: b.html", "a class: a", "file name: a.html"]
        );
        assert_eq!(texts("s.js", r#"x=["\u003cCalder"]"#), ["script: x=[\"<Calder\"]", "file name: s.js"]);
    }

    #[test]
    fn json_that_leaves_has_no_files_and_only_months() {
        let json = r#"{"file": "a.md", "date": "2026-03-12", "text": "on 2026-03-12", "n": [null]}"#;
        let expected = "{\n  \"file\": null,\n  \"date\": \"2026-03\",\n  \"text\": \"on 2026-03-12\",\n  \"n\": [\n    null\n  ]\n}\n";
        assert_eq!(outward(json, true), expected);
        assert!(outward(json, false).contains("\"2026-03-12\""));
    }
}
