//! The words rebond speaks: messages, dates and lists in French and English.
//!
//! Messages stand in Fluent files, one folder a language; every text a person
//! reads comes from there. A [`Locale`] is one language with its date style.
//! [`fold()`] compares what people type. No message is written in the code.

mod capital;
mod date;
mod fold;
mod strings;

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use rustc_hash::FxHashMap;

pub use capital::{lower_first, upper_first};
pub use fold::{each_word, fold, fold_char, fold_name, same_name};
pub use strings::{Piece, pieces};

/// A language of the reports, the letters and the messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// Every language, in the order of tables.
    pub const ALL: [Lang; 2] = [Lang::Fr, Lang::En];

    /// Returns the language of an ISO 639-1 code, or `None`.
    pub fn parse(code: &str) -> Option<Lang> {
        match fold(code).as_str() {
            "fr" => Some(Lang::Fr),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// Returns the language of an environment value such as `fr_FR.UTF-8`.
    pub fn from_environment(value: &str) -> Lang {
        if value.to_ascii_lowercase().starts_with("fr") { Lang::Fr } else { Lang::En }
    }

    /// Returns the ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }

    /// Returns the French or the English of two texts.
    pub fn pick<'a>(self, fr: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Fr => fr,
            Lang::En => en,
        }
    }

    /// Returns the messages of the report as they are written in their file.
    pub fn report_messages(self) -> &'static str {
        self.pick(include_str!("fr/report.ftl"), include_str!("en/report.ftl"))
    }

    /// Returns the texts of the pages first.
    fn messages(self) -> &'static [&'static str] {
        match self {
            Lang::Fr => &[
                include_str!("fr/report.ftl"),
                include_str!("fr/letter.ftl"),
                include_str!("fr/diagnostics.ftl"),
                include_str!("fr/cli.ftl"),
            ],
            Lang::En => &[
                include_str!("en/report.ftl"),
                include_str!("en/letter.ftl"),
                include_str!("en/diagnostics.ftl"),
                include_str!("en/cli.ftl"),
            ],
        }
    }

    /// Returns the messages that pages show: those of the report and of letters.
    fn page_pieces(self) -> impl Iterator<Item = Piece<'static>> {
        self.messages().iter().take(2).flat_map(|text| pieces(text))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// What a message is told: a text, or a number that chooses its plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A text, shown as it is.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

/// A named argument of a message.
pub type Named<'a> = (&'a str, Arg);

/// One language with its messages, shared cheaply between threads.
#[derive(Clone)]
pub struct Locale {
    /// The language.
    pub lang: Lang,
    american: bool,
    monthly: bool,
    /// The messages where some of them are not the built-in ones.
    own: Option<Arc<Words>>,
}

struct Words {
    bundle: FluentBundle<FluentResource>,
    plain: FxHashMap<String, String>,
    months: Vec<String>,
}

impl Words {
    /// Reads the messages of `lang`, those of the Fluent text `own` in place of the built-in ones.
    fn new(lang: Lang, own: &str) -> Self {
        let langid = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![langid]);
        bundle.set_use_isolating(false);
        let mut names = Vec::new();
        for text in lang.messages().iter().copied().chain([own]) {
            // A broken resource would lose messages: a test parses every file.
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
            names.extend(pieces(text).iter().map(|piece| piece.name.to_owned()));
            bundle.add_resource_overriding(resource);
        }
        let plain = names.into_iter().filter_map(|name| Some((name.clone(), plain_text(&bundle, &name)?)));
        let plain: FxHashMap<String, String> = plain.collect();
        let months = plain.get("month-names").map_or("", String::as_str);
        let months = months.split(' ').map(str::to_owned).collect();
        Self { bundle, plain, months }
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Locale({}, american: {})", self.lang, self.american)
    }
}

impl Locale {
    /// Returns the messages of `lang`; `region` decides how English dates are written.
    pub fn new(lang: Lang, region: &str) -> Self {
        Self { lang, american: lang == Lang::En && region.starts_with("US"), monthly: false, own: None }
    }

    /// Returns the messages; the built-in ones are read when the first is asked for.
    fn words(&self) -> &Words {
        static BUILT_IN: [OnceLock<Words>; 2] = [OnceLock::new(), OnceLock::new()];
        let [fr, en] = &BUILT_IN;
        let built_in = match self.lang {
            Lang::Fr => fr,
            Lang::En => en,
        };
        self.own.as_deref().unwrap_or_else(|| built_in.get_or_init(|| Words::new(self.lang, "")))
    }

    /// Returns this locale with the messages of a Fluent text in place of its own.
    #[must_use]
    pub fn with_strings(&self, text: &str) -> Self {
        Self { own: Some(Arc::new(Words::new(self.lang, text))), ..self.clone() }
    }

    /// Returns the same language with dates that tell their month alone.
    #[must_use]
    pub fn by_month(self) -> Self {
        Self { monthly: true, ..self }
    }

    /// Returns whether dates tell their month alone.
    pub fn is_monthly(&self) -> bool {
        self.monthly
    }

    /// Returns the arguments of the page's message `name` as it is built in; `None` when no page has it.
    pub fn page_message(&self, name: &str) -> Option<BTreeSet<String>> {
        let piece = self.lang.page_pieces().find(|piece| piece.name == name)?;
        Some(piece.arguments.iter().map(|argument| (*argument).to_owned()).collect())
    }

    /// Returns the names of all messages that pages show.
    pub fn page_messages(&self) -> impl Iterator<Item = &'static str> {
        self.lang.page_pieces().map(|piece| piece.name)
    }

    /// Returns whether the message `name` can be said with the arguments `known`: all it refers to is there.
    pub fn is_whole(&self, name: &str, known: &[&str]) -> bool {
        let Some(pattern) = self.words().bundle.get_message(name).and_then(|message| message.value()) else {
            return false;
        };
        let mut args = FluentArgs::with_capacity(known.len());
        for argument in known {
            args.set(*argument, FluentValue::from(2));
        }
        let mut errors = Vec::new();
        drop(self.words().bundle.format_pattern(pattern, Some(&args), &mut errors));
        errors.is_empty()
    }

    /// Returns whether another says the same: made at the same place, for the same region.
    pub fn is_same(&self, other: &Self) -> bool {
        self.own.as_ref().map(Arc::as_ptr) == other.own.as_ref().map(Arc::as_ptr)
            && (self.american, self.monthly, self.lang) == (other.american, other.monthly, other.lang)
    }

    /// Returns whether English is written as in the United States.
    pub fn is_american(&self) -> bool {
        self.american
    }

    /// Returns the message `key`, which takes no arguments.
    pub fn text(&self, key: &str) -> &str {
        // A missing message shows its key, which a test would have caught.
        self.words().plain.get(key).map_or("", String::as_str)
    }

    /// Returns whether there is a message `key`, or an attribute `message.attribute`.
    pub fn has(&self, key: &str) -> bool {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, rest)| (name, Some(rest)));
        self.words().bundle.get_message(name).is_some_and(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).is_some(),
            None => message.value().is_some(),
        })
    }

    /// Returns the message `key`, or its attribute `message.attribute`, filled with `args`.
    pub fn format(&self, key: &str, args: &[Named<'_>]) -> String {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, rest)| (name, Some(rest)));
        let bundle = &self.words().bundle;
        let pattern = bundle.get_message(name).and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return key.to_owned() };
        let text = fill(pattern, args).unwrap_or_else(|| format_pattern(bundle, pattern, args));
        if self.monthly { self.with_months(text) } else { text }
    }

    /// Returns `items` as a list in a sentence: `a, b and c`.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => format!("{} {} {last}", before.join(", "), self.text("list-and")),
        }
    }

    /// Returns a small number in words, up to twelve, else in figures.
    ///
    /// French one is `un`; a message that needs the feminine says so itself.
    pub fn number_word(&self, number: usize) -> String {
        let words = self.text("number-words");
        words.split(' ').nth(number).map_or_else(|| number.to_string(), str::to_owned)
    }

    /// Returns `text` within the quotation marks of the language; those within it become the inner ones.
    pub fn quoted(&self, text: &str) -> String {
        match self.lang {
            Lang::Fr if !(text.contains('«') || text.contains('»')) => ["«\u{a0}", text, "\u{a0}»"].concat(),
            Lang::Fr => {
                let spaced = |text: &str, space: &str| {
                    text.replace(&format!("«{space}"), "“").replace(&format!("{space}»"), "”")
                };
                let spaces = ["\u{a0}", "\u{202f}", " ", ""];
                let inner = spaces.iter().fold(text.to_owned(), |text, space| spaced(&text, space));
                format!("«\u{a0}{inner}\u{a0}»")
            }
            Lang::En => format!("“{}”", text.replace('“', "‘").replace('”', "’")),
        }
    }
}

/// Fills a pattern that holds nothing but texts and arguments, as most do; `None` for another.
fn fill(pattern: &Pattern<&str>, args: &[Named<'_>]) -> Option<String> {
    let mut text = String::new();
    for element in &pattern.elements {
        let id = match element {
            PatternElement::TextElement { value } => {
                text.push_str(value);
                continue;
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => id.name,
            PatternElement::Placeable { .. } => return None,
        };
        // Of two arguments of a name the last one counts.
        match args.iter().rfind(|(name, _)| *name == id)? {
            (_, Arg::Text(arg)) => text.push_str(arg),
            (_, Arg::Number(number)) => text.push_str(&number.to_string()),
        }
    }
    Some(text)
}

/// Fills any pattern.
fn format_pattern(bundle: &FluentBundle<FluentResource>, pattern: &Pattern<&str>, args: &[Named<'_>]) -> String {
    let mut fluent = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        match arg {
            Arg::Text(text) => fluent.set(*name, text.as_str()),
            Arg::Number(number) => fluent.set(*name, FluentValue::from(*number)),
        }
    }
    bundle.format_pattern(pattern, Some(&fluent), &mut Vec::new()).into_owned()
}

/// Formats a message without arguments; `None` where it needs some or does not exist.
fn plain_text(bundle: &FluentBundle<FluentResource>, name: &str) -> Option<String> {
    let pattern = bundle.get_message(name)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn quotation_marks_within_quotation_marks_are_inner_ones() {
        let quoted = |lang: Lang, text: &str| Locale::new(lang, "").quoted(text);
        assert_eq!(quoted(Lang::Fr, "Dire «\u{a0}je\u{a0}»"), "«\u{a0}Dire “je”\u{a0}»");
        assert_eq!(quoted(Lang::Fr, "Dire « je », pas «on»"), "«\u{a0}Dire “je”, pas “on”\u{a0}»");
        assert_eq!(quoted(Lang::En, "Say “I” first"), "“Say ‘I’ first”");
    }

    #[test]
    fn what_is_filled_without_fluent_is_as_with_it() {
        let mut filled = 0;
        for lang in Lang::ALL {
            let words = Words::new(lang, "");
            for (name, arguments) in shape(lang) {
                let Some(pattern) = words.bundle.get_message(&name).and_then(|message| message.value()) else {
                    continue;
                };
                let arg = |at: usize| if at == 0 { 12_345_i64.into() } else { "a « b ».".into() };
                let given =
                    |(at, name): (usize, &'_ String)| [(name.clone(), "not this".into()), (name.clone(), arg(at))];
                let given: Vec<(String, Arg)> = arguments.iter().enumerate().flat_map(given).collect();
                let args: Vec<Named<'_>> = given.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
                if let Some(text) = fill(pattern, &args).filter(|_| !args.is_empty()) {
                    assert_eq!(text, format_pattern(&words.bundle, pattern, &args), "{name}");
                    filled += 1;
                }
            }
        }
        assert!(filled > 100, "{filled} messages");
    }

    /// Names of messages and attributes, and of the arguments that each uses.
    fn shape(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
        let mut shape = BTreeMap::new();
        for text in lang.messages() {
            let mut current = String::new();
            let mut message = String::new();
            for line in text.lines() {
                let head = line.split_once('=').map(|(name, _)| name.trim());
                match head {
                    Some(name) if !line.starts_with(' ') && !line.starts_with('#') => {
                        current = name.to_owned();
                        message.clone_from(&current);
                    }
                    Some(name) if line.trim_start().starts_with('.') => current = format!("{message}{name}"),
                    _ => {}
                }
                let entry: &mut BTreeSet<String> = shape.entry(current.clone()).or_default();
                entry.extend(line.split('$').skip(1).map(|rest| {
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>()
                }));
            }
        }
        shape
    }

    #[test]
    fn every_file_of_messages_parses() {
        for lang in Lang::ALL {
            for text in lang.messages() {
                let parsed = FluentResource::try_new((*text).to_owned());
                assert!(parsed.is_ok(), "{lang}: {:?}", parsed.err().map(|(_, errors)| errors));
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_arguments() {
        let (fr, en) = (shape(Lang::Fr), shape(Lang::En));
        let only = |a: &BTreeMap<String, BTreeSet<String>>, b: &BTreeMap<String, BTreeSet<String>>| {
            // The English help of the command line stands at its arguments.
            let is_help = |key: &&String| key.starts_with("help-") && *key != "help-label";
            a.keys().filter(|key| !b.contains_key(*key) && !is_help(key)).cloned().collect::<Vec<_>>()
        };
        assert_eq!(only(&fr, &en), Vec::<String>::new(), "only in French");
        assert_eq!(only(&en, &fr), Vec::<String>::new(), "only in English");
        for (key, args) in fr.iter().filter(|(key, _)| en.contains_key(*key)) {
            let known: BTreeSet<_> = args.union(&en[key]).collect();
            assert!(known.len() <= args.len().max(en[key].len()), "{key}: {args:?} and {:?}", en[key]);
        }
    }

    #[test]
    fn lists_join_as_the_language_does() {
        let items: Vec<String> = ["a", "b", "c"].map(String::from).to_vec();
        assert_eq!(Locale::new(Lang::Fr, "FR").list(&items), "a, b et c");
        assert_eq!(Locale::new(Lang::En, "GB").list(&items[..2]), "a and b");
    }
}
