//! What does not pass whatever it names: e-mail addresses, phone numbers, addresses of the web, amounts, tags, days.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use regex_lite::Regex;

use super::names::{Edit, Kind};
use crate::locale::{Lang, Locale};

/// Finds what is no name and does not pass.
#[derive(Debug)]
pub(super) struct Patterns {
    rules: Vec<Rule>,
    /// The salaries of the journal, as digits.
    amounts: BTreeSet<String>,
    /// The phone numbers of the journal: their last digits.
    phones: BTreeSet<String>,
    words: Words,
    /// A form of address with the name after it.
    addressed: Option<Regex>,
    /// Whose small words before a day become those before a month: a text is in any language.
    languages: Vec<Locale>,
}

#[derive(Debug)]
struct Rule {
    kind: Kind,
    regex: Regex,
    instead: Instead,
    /// Without one of these a text has no match.
    needs: &'static [char],
}

#[derive(Debug)]
enum Instead {
    Word(String),
    /// The groups `a` and `y`, with the small words that stand before a month.
    Month,
}

/// What stands instead.
#[derive(Clone, Debug)]
struct Words {
    amount: String,
    phone: String,
    name: String,
}

/// What may pass beside names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passing {
    /// Addresses of the web.
    pub(super) links: bool,
    /// Free tags.
    pub(super) tags: bool,
    /// Days; else only their months.
    pub(super) days: bool,
}

const DIGITS: &[char] = &['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
/// The digits at the end of a phone number that tell it from others, whatever stands for the country.
const PHONE_END: usize = 8;
/// The digits of the shortest phone number that is looked for.
const PHONE_SHORT: usize = 4;
const MONTHS: &str = "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|\
    janv|févr|avr|juil|sept|oct|nov|déc|\
    january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|dec";

const WEEKDAYS: &str = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\
    monday|tuesday|wednesday|thursday|friday|saturday|sunday";
/// Words that tell that the number before them stood alone, as that of a day.
const AFTER_DAY: &str = "à|au|et|ou|pour|avec|par|je|j|on|at|and|or|for|with|to|by|i|we|they";

impl Patterns {
    /// Returns the patterns; replacements are in the language of `locale`.
    pub(super) fn new(locale: &Locale, passing: Passing) -> Self {
        let mut written = rules_of_addresses(locale);
        if !passing.links {
            written.extend(rules_of_links(locale));
        }
        if !passing.tags {
            written.push((Kind::Tag, TAG.to_owned(), Instead::Word(String::new()), &['#']));
        }
        if !passing.days {
            written.extend(rules_of_days(locale));
        }
        let languages: &[Lang] = if passing.days { &[] } else { &Lang::ALL };
        let rules = written.into_iter().filter_map(|(kind, pattern, instead, needs)| {
            // A test compiles them all.
            Some(Rule { kind, regex: Regex::new(&pattern).ok()?, instead, needs })
        });
        let text = |key: &str| locale.text(key).to_owned();
        Self {
            rules: rules.collect(),
            amounts: BTreeSet::new(),
            phones: BTreeSet::new(),
            words: Words { amount: text("share-amount"), phone: text("share-phone"), name: text("share-name") },
            addressed: Regex::new(ADDRESSED).ok(),
            languages: languages.iter().map(|lang| Locale::new(*lang, "")).collect(),
        }
    }

    /// Adds a salary, whose numbers are found again.
    pub(super) fn salary(&mut self, written: &str) {
        let number = Regex::new(r"\d(?:[\d .,'’\x{a0}\x{202f}\x{2009}]{0,12}\d)?[ \x{a0}\x{202f}]?[kK]?").ok();
        for found in number.iter().flat_map(|regex| regex.find_iter(written)) {
            let digits = digits(found.as_str());
            if found.as_str().ends_with(['k', 'K']) {
                self.amounts.insert(format!("{digits}000"));
                self.amounts.insert(format!("{digits}k"));
            } else if digits.len() >= 4 {
                if let Some(thousands) = digits.strip_suffix("000") {
                    self.amounts.insert(format!("{thousands}k"));
                }
                self.amounts.insert(digits);
            }
        }
    }

    /// Adds a phone number, which is found again however it is written.
    pub(super) fn phone(&mut self, written: &str) {
        let digits = digits(written);
        if digits.len() >= PHONE_END {
            self.phones.insert(last(&digits).to_owned());
        } else if digits.len() >= PHONE_SHORT {
            self.phones.insert(digits);
        }
    }

    /// Returns the places that do not pass, in no order; some may overlap.
    pub(super) fn find(&self, text: &str) -> Vec<Edit> {
        let mut found: Vec<Edit> = Vec::new();
        for rule in self.rules.iter().filter(|rule| text.contains(rule.needs)) {
            // What another rule holds is nothing to this one.
            let mut free = text.to_owned();
            for held in &found {
                free.replace_range(held.range.clone(), &"\0".repeat(held.range.len()));
            }
            for captures in rule.regex.captures_iter(&free) {
                let Some(whole) = captures.get(0) else { continue };
                if rule.kind == Kind::Tag && !begins_tag(text, whole.start()) {
                    continue;
                }
                let range = captures.name("d").unwrap_or(whole).range();
                let (start, instead) = match &rule.instead {
                    Instead::Word(word) => (range.start, word.clone()),
                    Instead::Month => {
                        let part = |name: &str| captures.name(name).map(|part| part.as_str());
                        let month = [part("a"), part("y")].into_iter().flatten().collect::<Vec<_>>().join("\u{a0}");
                        let before = text.get(..range.start).unwrap_or_default();
                        let joined = self.languages.iter().find_map(|locale| locale.month_after(before, &month));
                        joined.unwrap_or((range.start, month))
                    }
                };
                push(&mut found, rule.kind, text, start..range.end, instead);
            }
        }
        for (range, kind) in self.numbers(text, true) {
            let instead = if kind == Kind::Phone { &self.words.phone } else { &self.words.amount };
            push(&mut found, kind, text, range, instead.clone());
        }
        found
    }

    /// Returns the people who are addressed in `text`, such as `Mme Roux`: who signs a message may stand nowhere else.
    pub(super) fn addressed(&self, text: &str) -> Vec<Edit> {
        let mut found = Vec::new();
        for whole in self.addressed.iter().flat_map(|regex| regex.find_iter(text)) {
            push(&mut found, Kind::Person, text, whole.range(), self.words.name.clone());
        }
        found
    }

    /// Returns the phone numbers and salaries in `text`: known ones, and with `any` what looks like a phone number.
    pub(super) fn numbers(&self, text: &str, any: bool) -> Vec<(Range<usize>, Kind)> {
        let mut found = Vec::new();
        if !any && self.amounts.is_empty() && self.phones.is_empty() {
            return found;
        }
        for range in numbers_in(text) {
            let run = text.get(range.clone()).unwrap_or_default();
            let all = digits(run);
            let is_known_phone = self.holds_phone(&all);
            let is_phone = (9..=15).contains(&all.len()) && !has_dates(run) && looks_like_phone(run);
            if is_known_phone || (any && is_phone) {
                found.push((range, Kind::Phone));
            } else if self.is_amount(run) {
                found.push((range, Kind::Amount));
            }
        }
        found
    }

    /// Returns whether a known phone number stands in these digits, which are few.
    fn holds_phone(&self, digits: &str) -> bool {
        let holds = |length: usize| {
            let starts = 0..(digits.len() + 1).saturating_sub(length);
            starts.into_iter().any(|at| digits.get(at..at + length).is_some_and(|part| self.phones.contains(part)))
        };
        (PHONE_SHORT..=PHONE_END).any(holds)
    }

    fn is_amount(&self, written: &str) -> bool {
        let all = digits(written);
        let key = if written.ends_with(['k', 'K']) { format!("{all}k") } else { all };
        self.amounts.contains(&key)
            || written.split([' ', '/', '-', '–']).any(|part| self.amounts.contains(&digits(part)))
    }
}

/// A rule before its pattern is compiled.
type Written = (Kind, String, Instead, &'static [char]);

const TAG: &str = r"#[+!-]?[\dA-Za-z_\x{c0}-\x{24f}-]*[A-Za-z\x{c0}-\x{24f}][\dA-Za-z_\x{c0}-\x{24f}-]*";
const EMAIL: &str =
    r"(?:mailto:)?[^\s<>()\[\],;:«»“”\x22@]+@[^\s<>()\[\],;:«»“”\x22@]*[^\s<>()\[\],;:«»“”\x22@.!?…'’*_]";
const HANDLE: &str = r"(?:\B|^)@[a-zA-Z\x{c0}-\x{24f}\d_][a-zA-Z\x{c0}-\x{24f}\d_.-]*[a-zA-Z\x{c0}-\x{24f}\d_]";
const LINK: &str = r"(?:[a-zA-Z][a-zA-Z0-9+.-]*://|\bwww\.|\btel:)[^\s<>«»“”\x22]*[^\s<>«»“”\x22.,;:!?)\]…'’*_]";
const DOMAIN: &str = r"\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|org|net|fr|be|ch|ca|uk|eu|io|de|info|lu|dev|app|jobs|pro|biz|tech|team|ie)\b(?:/[^\s<>«»“”\x22.,;:!?)\]]*)?";

/// A form of address and the name after it: words with a capital, with small ones such as `de` before or between.
const ADDRESSED: &str = r"\b(?:(?:MM?|Mr|Mrs|Ms|Dr|Pr|Prof)\.|Mr|Mrs|Ms|Miss|Mme|Mmes|Mlle|Dr|Prof|Pr|Monsieur|Madame|Mademoiselle|Docteur|Doctor|Maître|Professeur|Professor)[ \x{a0}\x{202f}]+(?:[dl][’']|(?:de la|de|du|des|van|von|el|al|bin|ben)[ \x{a0}])*[A-Z\x{c0}-\x{de}][\w’'-]*(?:[ \x{a0}-](?:[dl][’']|(?:de la|de|du|des|van|von|el|al)[ \x{a0}])*[A-Z\x{c0}-\x{de}][\w’'-]*)*";

fn word(locale: &Locale, key: &str) -> Instead {
    Instead::Word(locale.text(key).to_owned())
}

/// Returns the rules that always hold.
fn rules_of_addresses(locale: &Locale) -> Vec<Written> {
    let space = r"[ \x{a0}\x{202f}\x{2009}]?";
    let money = r"(?:k|K|m|M)?(?:€|\$|£|¥|EUR\b|USD\b|GBP\b|CHF\b|CAD\b|euros?\b|dollars?\b|pounds?\b|francs?\b)";
    let number = r"\d(?:[\d .,'’\x{a0}\x{202f}\x{2009}]{0,14}\d)?";
    let amount = format!(
        r"(?:[€$£]{space}{number}(?:{space}[kKm]\b)?)|(?:{number}{space}{money})|(?:\b\d{{2,3}}(?:[.,]\d{{1,2}})?{space}[kK]\b)"
    );
    vec![
        (Kind::Email, EMAIL.to_owned(), word(locale, "share-email"), &['@']),
        (Kind::Link, HANDLE.to_owned(), word(locale, "share-name"), &['@']),
        (Kind::Amount, amount, word(locale, "share-amount"), DIGITS),
    ]
}

/// Returns the rules that hold where links do not pass.
fn rules_of_links(locale: &Locale) -> Vec<Written> {
    vec![
        (Kind::Link, LINK.to_owned(), word(locale, "share-link"), &[':', '.']),
        (Kind::Link, DOMAIN.to_owned(), word(locale, "share-link"), &['.']),
    ]
}

/// Returns the rules that hold where only months pass. What group `d` holds is replaced, else all.
fn rules_of_days(locale: &Locale) -> Vec<Written> {
    let space = r"[ \x{a0}\x{202f}]";
    let week = format!(r"(?:{WEEKDAYS}),?{space}+(?:(?:le|the){space}+)?");
    let day = r"(?:[0-2]?\d|3[01])(?:er|st|nd|rd|th)?\b";
    let and = format!(r"(?:{space}*(?:[-–,/&]|\b(?:et|ou|au|and|or|to)\b){space}*(?:(?:le|the){space}+)?(?:{week})?)");
    let days = format!("(?:{week})?{day}(?:{and}{day})*");
    let day_month = format!(r"(?i)\b{days}(?:{space}+of)?{space}+(?P<a>(?:{MONTHS})\b)");
    let year = format!(r"(?:{space}*,?{space}+(?P<y>\d{{4}})\b)?");
    let month_day = format!(r"(?i)\b(?:{week})?(?P<a>{MONTHS}){space}+{days}{year}");
    let after = format!(r"(?:[.,;:!?)»”](?:\s|$)|{space}*$|{space}+(?:{AFTER_DAY})(?:[\s’']|$))");
    let alone = format!(r"(?im)\b(?:le|du|au|the|{WEEKDAYS}){space}+(?P<d>{day}(?:/(?:0?\d|1[0-2])\b)?){after}");
    vec![
        (Kind::Day, r"\b(?P<a>\d{4}-\d\d)-\d\d\b".to_owned(), Instead::Month, DIGITS),
        (Kind::Day, r"\b\d{1,2}[/.](?P<a>\d{1,2}[/.]\d{4}|\d{1,2}/\d\d)\b".to_owned(), Instead::Month, DIGITS),
        (Kind::Day, day_month, Instead::Month, DIGITS),
        (Kind::Day, month_day, Instead::Month, DIGITS),
        (Kind::Day, alone, word(locale, "share-day"), DIGITS),
    ]
}

/// The most characters of a number after its first digit.
const NUMBER: usize = 25;

/// Returns the numbers of a text, as amounts and phone numbers are written: with a sign, in groups, in thousands.
fn numbers_in(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let first = from + at;
        let before = text.get(from..first).unwrap_or_default();
        let before = before.strip_suffix('(').unwrap_or(before);
        let start = from + before.strip_suffix('+').unwrap_or(before).len();
        let mut end = first + 1;
        for (at, c) in text.get(end..).unwrap_or_default().char_indices().take(NUMBER) {
            match c {
                '0'..='9' => end = first + at + 2,
                ' '
                | '.'
                | '('
                | ')'
                | '/'
                | '_'
                | '-'
                | '\u{a0}'
                | '\u{202f}'
                | '\u{2009}'
                | '\u{2010}'..='\u{2015}' => {}
                _ => break,
            }
        }
        let mut after = text.get(end..).unwrap_or_default().chars();
        let is_thousands = matches!(after.next(), Some('k' | 'K'));
        if is_thousands && !after.next().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            end += 1;
        }
        found.push(start..end);
        from = end;
    }
    found
}

/// Adds a place, unless one that is known holds it.
fn push(found: &mut Vec<Edit>, kind: Kind, text: &str, range: Range<usize>, instead: String) {
    let is_held = found.iter().any(|other| other.range.start < range.end && range.start < other.range.end);
    if !is_held {
        let name = text.get(range.clone()).unwrap_or_default().to_owned();
        found.push(Edit { range, instead, kind, name });
    }
}

/// Returns whether a hashtag may begin at `at`: where a word does.
fn begins_tag(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '"' | '\'' | '*' | '_' | '~'))
}

/// Returns the digits of a text.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn last(digits: &str) -> &str {
    digits.len().checked_sub(PHONE_END).and_then(|at| digits.get(at..)).unwrap_or(digits)
}

fn has_dates(text: &str) -> bool {
    text.split([' ', '/', '\u{a0}']).any(|part| part.len() == 10 && part.parse::<Date>().is_ok())
}

/// Returns whether a run of digits is written as phone numbers are: with a country, a zero, brackets or groups.
fn looks_like_phone(text: &str) -> bool {
    text.starts_with(['+', '0', '(']) || text.split([' ', '.', '-', '\u{a0}', '\u{202f}']).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    fn patterns(days: bool) -> Patterns {
        let passing = Passing { links: false, tags: false, days };
        let mut patterns = Patterns::new(&Locale::new(Lang::En, "GB"), passing);
        patterns.salary("38 000 € gross, then 45k");
        patterns.phone("+33 (0)1 99 00 41 52");
        patterns
    }

    #[track_caller]
    fn case(days: bool, text: &str, expected: &str) {
        let patterns = patterns(days);
        assert_eq!(patterns.rules.len(), if days { 6 } else { 11 }, "a pattern does not compile");
        let mut edits = patterns.find(text);
        edits.sort_by_key(|edit| edit.range.start);
        let mut out = String::new();
        let mut at = 0;
        for edit in edits {
            out.push_str(text.get(at..edit.range.start).unwrap());
            out.push_str(&edit.instead);
            at = edit.range.end;
        }
        out.push_str(text.get(at..).unwrap());
        assert_eq!(out, expected, "{text}");
    }

    #[test]
    fn addresses_and_numbers_do_not_pass() {
        case(true, "Write to sam.example@works.example.org.", "Write to [e-mail].");
        case(true, "see https://x.org/a?b=c, or www.x.org (x-y.co.uk/jobs).", "see [link], or [link] ([link]).");
        case(true, "follow @acme_jobs now", "follow [name] now");
        case(true, "call 01 99 00 41 52 or 01.99.00.41.52 or +33199004152", "call [phone] or [phone] or [phone]");
        case(true, "call (0)20 7946 0018", "call [phone]");
        case(
            true,
            "they pay 38 000 € or £32,000 a year, 45k, 42 k€",
            "they pay [amount] or [amount] a year, [amount], [amount]",
        );
        case(true, "38000 it was, 38.000", "[amount] it was, [amount]");
        case(true, "38.5k, 38,5 k or 112K", "[amount], [amount] or [amount]");
        case(true, "a #free-tag, C# and page#x, #1", "a , C# and page#x, #1");
    }

    #[test]
    fn numbers_are_taken_whole() {
        #[track_caller]
        fn case(text: &str, expected: &[&str]) {
            let found: Vec<&str> = numbers_in(text).into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(found, expected, "{text}");
        }
        case("call +(33) 1.99-00 41, or 38\u{202f}000 €", &["+(33) 1.99-00 41", "38\u{202f}000"]);
        case("45k, 45K. 45kg a1b22, (3)", &["45k", "45K", "45", "1", "22", "(3"]);
        case("1234567890123456789012345678", &["12345678901234567890123456", "78"]);
        case("no number, + ( k", &[]);
        case("é1– 2 —", &["1– 2"]);
    }

    #[test]
    fn ordinary_numbers_pass() {
        for text in [
            "from 2026-01-05 to 2026-02-03",
            "12 000 parts in 2025, 3.5 of 4",
            "version 10.2.14",
            "at 14 h 30, room 204",
        ] {
            case(true, text, text);
        }
    }

    #[test]
    fn days_become_months() {
        case(false, "on 2026-03-12, 12/03/2026 and 12.03.2026", "in 2026-03, 03/2026 and 03.2026");
        case(false, "le 1er mars 2026, le 12 avril", "en mars 2026, en avril");
        case(false, "Le 12 mai, depuis le 3 avril, à partir du 4 août", "En mai, depuis avril, à partir d’août");
        case(false, "jusqu'au 12 mai, jusqu’au 3 juin", "jusqu’en mai, jusqu’en juin");
        case(false, "du 12 au 15 mai, les 3 et 4 juin, mardi 2 juin 2026", "de mai, en juin, juin 2026");
        case(false, "on 12 March, on March 12, 2026, on May 3rd", "in March, in March\u{a0}2026, in May");
        case(false, "On the 14th of May, Tuesday, June 2-4", "In May, June");
        case(false, "on 2026-05-21, 21 May, 12, 13 and 14 June", "in 2026-05, May, June");
        case(false, "may 2026 stays, 2026 too", "may 2026 stays, 2026 too");
    }

    #[test]
    fn days_without_their_month_do_not_pass_either() {
        case(false, "reçu le 12, relance le 1er à midi", "reçu le [day], relance le [day] à midi");
        case(false, "appel du 12/05. Called on the 14th", "appel du [day]. Called on the [day]");
        case(false, "vu mardi 12 et rien", "vu mardi [day] et rien");
        for text in ["le 20 % de plus", "au 3,5 près", "the 14th floor", "le 45 est mort", "12 postes", "le 2 pièces"]
        {
            case(false, text, text);
        }
    }
}
