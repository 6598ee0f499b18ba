//! Bounds for templates of somebody's own, which may have come with a journal of somebody else's.
//!
//! Instructions are counted, and so is what a page shows. What makes one text from
//! several, or many times as long as it was, is no part of such a template: texts
//! that double on every line would take all memory before they are shown.

use std::io;

use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, State};

use super::show;
use crate::locale::Locale;

/// How many instructions a page of somebody's own templates may take: many times what any page needs.
const FUEL: u64 = 20_000_000;
/// How many bytes such a page may have: many times what a page of 10,000 applications has.
const MOST: usize = 200_000_000;
/// How many bytes a number or a truth value may take at most.
const SHORT: usize = 64;

/// Filters that make a text longer, or a text of a list of lists.
const GROWING: &str = "batch capitalize e escape format indent lines lower pprint replace slice split string sum title \
    tojson trim upper urlencode";

/// Holds what is rendered in `environment` within the bounds.
pub(super) fn set(environment: &mut Environment<'static>, locale: &Locale) {
    environment.set_fuel(Some(FUEL));
    for name in GROWING.split_whitespace() {
        environment.remove_filter(name);
    }
    let long = Long(locale.format("template-too-long", &[("most", (MOST / 1_000_000).into())]));
    let list = locale.text("template-list").to_owned();
    let one = move |value: &Value| flat(value).ok_or_else(|| Error::new(ErrorKind::InvalidOperation, list.clone()));
    let (one_of_list, long_list) = (one.clone(), long.clone());
    environment.add_filter("upper", |text: &str| text.to_uppercase());
    environment.add_filter("lower", |text: &str| text.to_lowercase());
    environment.add_filter("trim", |text: &str| text.trim().to_owned());
    environment.add_filter("join", move |items: Vec<Value>, between: Option<&str>| {
        let between = between.unwrap_or_default();
        let mut length = 0_usize;
        for item in &items {
            length = length.saturating_add(one_of_list(item)? + between.len());
            long_list.check(length)?;
        }
        let texts: Vec<String> = items.iter().map(ToString::to_string).collect();
        Ok::<_, Error>(texts.join(between))
    });
    environment.set_formatter(move |output: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value| {
        let shown = state.get_temp(SHOWN).and_then(|shown| usize::try_from(shown).ok()).unwrap_or_default();
        let shown = shown.saturating_add(one(value)?);
        long.check(shown)?;
        state.set_temp(SHOWN, Value::from(shown));
        show(output, state, value)
    });
}

/// What counts the bytes that a page has shown.
const SHOWN: &str = "rebond-shown";

/// Says that a page is too long.
#[derive(Clone)]
struct Long(String);

impl Long {
    fn check(&self, length: usize) -> Result<(), Error> {
        if length > MOST { Err(Error::new(ErrorKind::InvalidOperation, self.0.clone())) } else { Ok(()) }
    }
}

/// How many bytes a message may have: many times what any has.
const MESSAGE: usize = 1_000_000;

/// Refuses a message that has become long by what it was given.
pub(super) fn message(text: &str, locale: &Locale) -> Result<(), Error> {
    let most = [("most", (MESSAGE / 1_000_000).into())];
    let long = || Error::new(ErrorKind::InvalidOperation, locale.format("template-too-long", &most));
    if text.len() > MESSAGE { Err(long()) } else { Ok(()) }
}

/// Returns the most bytes that a value takes when it is shown, none for a list.
pub(super) fn flat(value: &Value) -> Option<usize> {
    match value.kind() {
        ValueKind::Undefined | ValueKind::None | ValueKind::Bool | ValueKind::Number => Some(SHORT),
        ValueKind::String => value.as_str().map(str::len),
        _ => None,
    }
}

/// A page that is being written, which ends where it gets too long.
#[derive(Default)]
pub(super) struct Page(Vec<u8>);

impl Page {
    pub(super) fn into_text(self) -> String {
        String::from_utf8(self.0).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }
}

impl io::Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MOST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the line and the operator of a template that makes one value from two, where there is one.
pub(super) fn operator(template: &str) -> Option<(usize, char)> {
    let mut rest = template;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min() {
        let inside = rest.get(at + 2..).unwrap_or_default();
        if rest.get(at..).is_some_and(|rest| rest.starts_with("{#")) {
            rest = inside.split_once("#}").map_or("", |(_, after)| after);
            continue;
        }
        let mark = if rest.get(at..).is_some_and(|rest| rest.starts_with("{%")) { '%' } else { '}' };
        let (mut quote, mut depth) = (None, 0_usize);
        let mut last = ' ';
        let mut end = inside.len();
        for (place, c) in inside.char_indices() {
            let next = inside.get(place + 1..).unwrap_or_default();
            match (quote, c) {
                (Some(open), _) => quote = (c != open || last == '\\').then_some(open),
                (None, '"' | '\'') => quote = Some(c),
                (None, '(' | '[' | '{') => depth += 1,
                (None, _) if c == mark && depth == 0 && next.starts_with('}') => {
                    end = place + 2;
                    break;
                }
                (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
                // A plus next to the marks of a block keeps the white space there.
                (None, '+') if place == 0 || next.starts_with("%}") || next.starts_with("}}") => {}
                (None, '~' | '+' | '*') => {
                    let line = template.len() - inside.len() + place;
                    let before = template.get(..line).unwrap_or_default();
                    return Some((before.matches('\n').count() + 1, c));
                }
                _ => {}
            }
            last = if last == '\\' { ' ' } else { c };
        }
        let is_raw = mark == '%' && block(inside) == "raw";
        rest = inside.get(end..).unwrap_or_default();
        if is_raw {
            rest = after_raw(rest);
        }
    }
    None
}

/// Returns what a block says that begins `inside`, without the marks of its white space.
fn block(inside: &str) -> &str {
    inside.split("%}").next().unwrap_or_default().trim_matches(['-', '+']).trim()
}

/// Returns what follows a raw part, in which nothing means anything.
fn after_raw(rest: &str) -> &str {
    let mut ends = rest.match_indices("{%").filter_map(|(at, mark)| rest.get(at + mark.len()..));
    let end = ends.find(|inside| block(inside) == "endraw");
    end.and_then(|inside| inside.split_once("%}")).map_or("", |(_, after)| after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_one_value_from_two_is_found() {
        #[track_caller]
        fn case(template: &str, expected: Option<(usize, char)>) {
            assert_eq!(operator(template), expected, "{template}");
        }
        case("a ~ b * c + d {{ a }} ~ {% if a %}*{% endif %}", None);
        case("{{ t('a ~ b', c=\"d*\") }}{# a ~ b #}{%+ if a +%}{% endif %}{{ a|join('\\'~') }}", None);
        case("{{ a }}\n{{ a\n  ~ b }}", Some((3, '~')));
        case("{% set a = a + b %}", Some((1, '+')));
        case("{{ 'a' * 9 }}", Some((1, '*')));
        case("{{ a", None);
        case("{% set b = [{'a': {}}, b ~ b][1] %}", Some((1, '~')));
        case("{{ {'a': {}}.a ~ b }}", Some((1, '~')));
        case("{% raw %}{#{% endraw %}{% set b = b ~ b %}{# #}", Some((1, '~')));
        case("{%- raw -%}{{ a + b }}{%- endraw -%}{{ a }}", None);
    }
}
