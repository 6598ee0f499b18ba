//! The template engine: texts and views in, text out; the only module that uses `minijinja`.
//!
//! Templates see what views give them and one function, `t`, for messages.
//! Everything is escaped as HTML but values that are trusted HTML already
//! ([`Html`]). A name that a template spells wrong is an error, never a gap.

mod bounds;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, escape_formatter};
use serde::{Serialize, Serializer};

use crate::diagnostic::{Code, Diagnostic, Result};
use crate::locale::{Arg, Locale, Named};

/// The prefix that always means the built-in template, so that an own one can extend it.
pub const BUILT_IN: &str = "builtin/";

/// A set of templates in one language.
pub struct Templates {
    environment: Environment<'static>,
    /// Whether any of them is somebody's own, so that pages have bounds.
    is_bounded: bool,
}

impl Templates {
    /// Returns the templates `own` laid over `built_in`, by name.
    ///
    /// # Errors
    /// `template-invalid` for one that cannot be parsed.
    pub fn new(
        built_in: &BTreeMap<String, &'static str>,
        own: &BTreeMap<String, String>,
        locale: &Locale,
    ) -> Result<Self> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_formatter(show);
        if !own.is_empty() {
            bounds::set(&mut environment, locale);
        }
        environment.set_debug(true);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
        environment.set_syntax(syntax.map_err(|error| problem(&error))?);
        environment.set_auto_escape_callback(auto_escape);
        let words = Arc::new(locale.clone());
        let said = Arc::clone(&words);
        environment
            .add_function("t", move |key: &str, args: Kwargs| message(&said, key, &args).map(|text| marked(&text)));
        environment.add_filter("code", |text: &str| marked(text));
        // Most pages need few of them: each is read when the first page asks for it.
        let built_in = built_in.clone();
        environment.set_loader(move |name| {
            let text = built_in.get(name.strip_prefix(BUILT_IN).unwrap_or(name));
            Ok(text.map(|text| match auto_escape(name) {
                AutoEscape::Html => with_messages(text, &words),
                _ => (*text).to_owned(),
            }))
        });
        for (name, text) in own {
            if let Some((line, operator)) = bounds::operator(text) {
                let reason = locale.format("template-operator", &[("operator", operator.to_string().into())]);
                let reason = format!("{reason} ({name}:{line})");
                return Err(Box::new(Diagnostic::new(Code::TemplateInvalid).with("reason", reason)));
            }
            environment.add_template_owned(name.clone(), text.clone()).map_err(|error| problem(&error))?;
        }
        Ok(Self { environment, is_bounded: !own.is_empty() })
    }

    /// Renders the template `name` with `view`.
    ///
    /// # Errors
    /// `template-invalid`, with the template's name and line.
    pub fn render(&self, name: &str, view: impl Serialize) -> Result<String> {
        let template = self.environment.get_template(name).map_err(|error| problem(&error))?;
        let values = Value::from(Serde(&view));
        // A long page's view is not needed beside its values.
        drop(view);
        if !self.is_bounded {
            return template.render(values).map_err(|error| problem(&error));
        }
        let mut page = bounds::Page::default();
        template.render_captured_to(values, &mut page).map_err(|error| problem(&error))?;
        Ok(page.into_text())
    }
}

/// Everything is HTML but plain texts; in a style, too, only trusted values stand as they are.
fn auto_escape(name: &str) -> AutoEscape {
    let is_text = Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"));
    if is_text { AutoEscape::None } else { AutoEscape::Html }
}

/// Writes a value as a template shows it: texts escaped, trusted HTML as it is.
fn show(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> std::result::Result<(), Error> {
    match (state.auto_escape(), value.as_str()) {
        (AutoEscape::Html, Some(text)) if !value.is_safe() => write_escaped(out, text).map_err(Error::from),
        _ => escape_formatter(out, state, value),
    }
}

fn message<'a>(locale: &'a Locale, key: &str, args: &Kwargs) -> std::result::Result<Cow<'a, str>, Error> {
    let plain = locale.text(key);
    if !plain.is_empty() && args.args().next().is_none() {
        return Ok(plain.into());
    }
    if !locale.has(key) {
        return Err(Error::new(ErrorKind::InvalidOperation, format!("t(\"{key}\")")));
    }
    let mut named: Vec<Named<'_>> = Vec::new();
    for name in args.args() {
        let value: Value = args.get(name)?;
        let arg = match i64::try_from(value.clone()) {
            Ok(number) => Arg::Number(number),
            Err(_) if bounds::flat(&value).is_some() => Arg::Text(value.to_string()),
            Err(_) => return Err(Error::new(ErrorKind::InvalidOperation, locale.text("template-list").to_owned())),
        };
        named.push((name, arg));
    }
    let text = locale.format(key, &named);
    bounds::message(&text, locale)?;
    Ok(text.into())
}

/// Returns a built-in template with the messages that it shows and that never change already in their places.
fn with_messages(template: &str, locale: &Locale) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once(CALL) {
        text.push_str(before);
        let said = after.split_once(") }}").and_then(|(key, after)| Some((locale.text(unquoted(key)?), after)));
        match said.filter(|(message, _)| !message.is_empty() && !message.contains('{')) {
            Some((message, after)) => {
                text.push_str(&code(message));
                rest = after;
            }
            None => {
                text.push_str(CALL);
                rest = after;
            }
        }
    }
    text + rest
}

/// Returns what stands between the quotation marks of a template's text; what has none is a name or more.
fn unquoted(text: &str) -> Option<&str> {
    ['"', '\''].into_iter().find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark))
}

/// How a template begins to show a message.
const CALL: &str = "{{ t(";

/// Returns a text as templates show it: what stands between two backticks is code.
fn marked(text: &str) -> Value {
    if text.contains('`') { Value::from_safe_string(code(text)) } else { Value::from(text) }
}

/// Returns a text as HTML in which what stands between two backticks is code.
pub fn code(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside, after)) = rest
        .split_once('`')
        .and_then(|(before, rest)| rest.split_once('`').map(|(inside, after)| (before, inside, after)))
    {
        html.push_str(&escape(before));
        html.push_str("<code>");
        html.push_str(&escape(inside));
        html.push_str("</code>");
        rest = after;
    }
    html + &escape(rest)
}

/// Returns what is wrong with a template, where it has been written.
fn problem(error: &Error) -> Box<Diagnostic> {
    let mut inner = error;
    while let Some(deeper) = std::error::Error::source(inner).and_then(|source| source.downcast_ref::<Error>()) {
        inner = deeper;
    }
    let place = match (inner.name(), inner.line()) {
        (Some(name), Some(line)) => format!(" ({name}:{line})"),
        _ => String::new(),
    };
    let detail = inner.detail().map(|detail| format!(": {detail}")).unwrap_or_default();
    let reason = format!("{}{detail}{place}", inner.kind());
    Box::new(Diagnostic::new(Code::TemplateInvalid).with("reason", reason))
}

/// HTML that rebond made and that templates do not escape again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(pub String);

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        // What is the same when it is escaped needs no trust.
        if special(&self.0).is_none() {
            serializer.serialize_str(&self.0)
        } else {
            Value::from_safe_string(self.0.clone()).serialize(serializer)
        }
    }
}

/// A view that several pages show, made ready for templates once.
#[derive(Clone, Debug)]
pub struct Ready(Value);

impl Ready {
    /// Makes a view ready.
    pub fn new(view: impl Serialize) -> Self {
        Self(Value::from(Serde(&view)))
    }
}

impl Serialize for Ready {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Escapes a text for HTML, in elements and in quoted attributes.
pub fn escape(text: &str) -> Cow<'_, str> {
    if special(text).is_none() {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len());
    // Memory takes all that is written to it.
    let _ = write_escaped(&mut escaped, text);
    escaped.into()
}

/// Returns where the first character of a text stands that HTML reads otherwise than as itself.
fn special(text: &str) -> Option<usize> {
    let is_special = |byte: &u8| b"&<>\"'".iter().fold(false, |found, special| found | byte.eq(special));
    // Most texts have none: several bytes are looked at together, which wants each compared with all of these.
    let chunks = text.as_bytes().as_chunks::<16>().0.iter();
    let clean =
        chunks.take_while(|chunk| !chunk.iter().fold(false, |found, byte| found | is_special(byte))).count() * 16;
    text.bytes().skip(clean).position(|byte| is_special(&byte)).map(|at| clean + at)
}

/// Writes a text escaped for HTML, in elements and in quoted attributes.
fn write_escaped(out: &mut impl fmt::Write, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = special(rest) {
        let (before, after) = rest.split_at(at);
        out.write_str(before)?;
        let mut after = after.chars();
        out.write_str(match after.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => "&#39;",
        })?;
        rest = after.as_str();
    }
    out.write_str(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[derive(Serialize)]
    struct View {
        text: &'static str,
        html: Html,
    }

    fn templates(own: &[(&str, &str)]) -> Result<Templates> {
        let built_in = BTreeMap::from([("a.html".to_owned(), "{{ text }}{{ html }}\n")]);
        let own = own.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        Templates::new(&built_in, &own, &Locale::new(Lang::En, ""))
    }

    fn view() -> View {
        View { text: "<b>", html: Html("<i>x</i>".to_owned()) }
    }

    #[test]
    fn texts_are_escaped_and_trusted_html_is_not() {
        assert_eq!(templates(&[]).unwrap().render("a.html", view()).unwrap(), "&lt;b&gt;<i>x</i>\n");
    }

    #[test]
    fn what_html_reads_otherwise_is_found_wherever_it_stands() {
        for (at, special) in (0..40).zip(['&', '<', '>', '"', '\''].into_iter().cycle()) {
            let text = format!("{}{special}é<{}", "x".repeat(at), "é".repeat(at));
            let expected = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            assert_eq!(escape(&text), expected.replace('"', "&quot;").replace('\'', "&#39;"));
        }
        assert_eq!(escape(&"é".repeat(40)), "é".repeat(40));
    }

    #[test]
    fn what_stands_between_backticks_is_code() {
        assert_eq!(code("say `rebond new <x>` now"), "say <code>rebond new &lt;x&gt;</code> now");
        assert_eq!(code("`a` and `b"), "<code>a</code> and `b");
        assert_eq!(code("none"), "none");
        let made = templates(&[("a.html", "{{ t('empty-entries') }}{{ text|code }}")]).unwrap();
        assert!(made.render("a.html", view()).unwrap().contains("<code>rebond new</code>"));
    }

    #[test]
    fn messages_that_never_change_stand_in_built_in_templates() {
        let locale = Locale::new(Lang::En, "");
        let text = "{{ t(\"nav-plan\") }}: {{ t('empty-entries') }} {{ t(\"made-by\", day=day) }}{{ t(\"no-such\") }}";
        let expected = "Plan: There are no applications yet: <code>rebond new</code> starts the first one. \
                        {{ t(\"made-by\", day=day) }}{{ t(\"no-such\") }}";
        assert_eq!(with_messages(text, &locale), expected);
        assert_eq!(with_messages("{{ t(key) }} {{ t(", &locale), "{{ t(key) }} {{ t(");
        for other in ["{{ t(draft) }}", "{{ t(\"draft\" ~ x) }}", "{{ t(\"", "{{ t(\"draft"] {
            assert_eq!(with_messages(other, &locale), other);
        }
    }

    #[test]
    fn an_own_template_can_include_the_built_in_one() {
        let templates = templates(&[("a.html", "own {% include \"builtin/a.html\" %}")]).unwrap();
        assert_eq!(templates.render("a.html", view()).unwrap(), "own &lt;b&gt;<i>x</i>\n");
    }

    #[test]
    fn an_own_template_takes_no_more_than_it_may() {
        #[track_caller]
        fn case(own: &str, expected: &str) {
            let made = templates(&[("a.html", own)]).and_then(|templates| templates.render("a.html", view()));
            let message = made.unwrap_err().message(&Locale::new(Lang::En, ""));
            assert!(message.contains(expected) && message.contains("a.html:"), "{own}: {message}");
        }
        let doubled = "{% set n = namespace(s='xxxxxxxx') %}{% for i in range(60) %}";
        case(&format!("{doubled}{{% set n.s = n.s ~ n.s %}}{{% endfor %}}"), "`~` is no part");
        case(&format!("{doubled}{{% set n.s %}}{{{{ n.s }}}}{{{{ n.s }}}}{{% endset %}}{{% endfor %}}"), "200 MB");
        case(&format!("{doubled}{{% set n.s = [n.s, n.s]|join %}}{{% endfor %}}"), "200 MB");
        case("{{ 'a'|replace('a', 'b') }}", "unknown filter");
        case("{% set a = [[1], [1]] %}{{ a }}", "a list");
        case("{% set a = [[1], [1]] %}{{ a|join }}", "a list");
        case("{% for i in range(9999) %}{% for i in range(9999) %}.{% endfor %}{% endfor %}", "fuel");
        let templates = templates(&[("a.html", "{{ [text, 1]|join(', ')|upper }}")]).unwrap();
        assert_eq!(templates.render("a.html", view()).unwrap(), "&lt;B&gt;, 1");
    }

    #[test]
    fn mistakes_name_the_template_and_the_line() {
        let locale = Locale::new(Lang::En, "");
        let message = |own: &str| {
            let made = templates(&[("a.html", own)]).and_then(|templates| templates.render("a.html", view()));
            made.unwrap_err().message(&locale)
        };
        assert!(message("\n{{ txet }}").contains("a.html:2"), "{}", message("\n{{ txet }}"));
        assert!(message("{% if %}").contains("a.html:1"));
        assert!(message("{{ t('no-such-message') }}").contains("no-such-message"));
    }
}
