//! `rebond.toml` to [`Settings`]: defaults, limits, and every problem told at once.

use jiff::civil::Date;

use crate::calendar::Region;
use crate::data::{Node, Pair, Text, Value, read_toml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::locale::{Lang, fold_name};
use crate::model::{Control, FollowUp, GROUPS, Paths, Settings, ShareDates, Topic, Topics};
use crate::source::{SourceFile, Span};

/// The name of the file of settings, which marks the root of a journal.
pub const FILE_NAME: &str = "rebond.toml";

/// One setting, for the reader and for documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The table it stands in; empty for the root.
    pub table: &'static str,
    /// Its name.
    pub name: &'static str,
}

const fn setting(table: &'static str, name: &'static str) -> Setting {
    Setting { table, name }
}

/// Every setting.
pub const SETTINGS: &[Setting] = &[
    setting("", "title"),
    setting("", "lang"),
    setting("", "region"),
    setting("author", "name"),
    setting("author", "email"),
    setting("author", "phone"),
    setting("author", "profile"),
    setting("paths", "entries"),
    setting("paths", "plan"),
    setting("paths", "letters"),
    setting("paths", "templates"),
    setting("paths", "themes"),
    setting("paths", "site"),
    setting("site", "theme"),
    setting("site", "url"),
    setting("analysis", "half-life"),
    setting("analysis", "recurring"),
    setting("analysis", "suggestions"),
    setting("analysis", "from"),
    setting("follow-up", "thank"),
    setting("follow-up", "request-from"),
    setting("follow-up", "request-until"),
    setting("follow-up", "no-reply"),
    setting("follow-up", "check-in"),
    setting("follow-up", "idle"),
    setting("follow-up", "holidays"),
    setting("follow-up", "pause-until"),
    setting("share", "include"),
    setting("share", "dates"),
    setting("share", "also"),
    setting("share", "allow"),
    setting("topics", "id"),
    setting("topics", "group"),
    setting("topics", "control"),
    setting("topics", "fr"),
    setting("topics", "en"),
    setting("topics", "terms"),
];

/// The settings of a journal and the topics that come from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The settings.
    pub settings: Settings,
    /// The topics, built in and own.
    pub topics: Topics,
}

/// Reads the settings in `source`; what is wrong is told and keeps its default.
pub fn read_config(diagnostics: &mut Diagnostics, source: &SourceFile) -> Config {
    let text = Text { text: source.text.replace("\r\n", "\n"), first_line: 1 };
    let mut own_topics = Vec::new();
    let mut settings = Settings::default();
    let mut found = Diagnostics::default();
    if let Some(Node { value: Value::Map(pairs), .. }) = read_toml(&mut found, source, &text) {
        let mut reader = Reader { diagnostics: &mut found, source };
        for pair in &pairs {
            reader.root(&mut settings, &mut own_topics, pair);
        }
        reader.together(&mut settings, &pairs);
    }
    // A syntax problem is the settings' own, not a front matter's.
    for problem in &found {
        let problem = problem.clone();
        diagnostics.push(match problem.code {
            Code::FrontMatterSyntax => problem.recoded(Code::SettingsSyntax),
            Code::KeyDuplicate => problem.recoded(Code::SettingsSyntax).variant("duplicate").help("help-duplicate"),
            _ => problem,
        });
    }
    Config { settings, topics: merge(own_topics) }
}

/// Lays own topics over the built-in ones: a built-in id is extended.
fn merge(own: Vec<OwnTopic>) -> Topics {
    let mut topics: Vec<Topic> = Topics::built_in().iter().map(|topic| Topic::clone(topic)).collect();
    for own in own {
        match topics.iter_mut().find(|topic| topic.id == own.id) {
            Some(topic) => own.extend(topic),
            None => topics.push(own.topic()),
        }
    }
    Topics::new(topics)
}

/// A `[[topics]]` table as written.
#[derive(Default)]
struct OwnTopic {
    id: String,
    group: Option<String>,
    control: Option<Control>,
    fr: Option<String>,
    en: Option<String>,
    terms: Vec<String>,
}

impl OwnTopic {
    fn extend(self, topic: &mut Topic) {
        topic.group = self.group.unwrap_or_else(|| topic.group.clone());
        topic.control = self.control.unwrap_or(topic.control);
        topic.fr = self.fr.unwrap_or_else(|| topic.fr.clone());
        topic.en = self.en.unwrap_or_else(|| topic.en.clone());
        topic.terms.extend(self.terms);
    }

    fn topic(self) -> Topic {
        let label = self.fr.clone().or(self.en.clone()).unwrap_or_else(|| self.id.clone());
        Topic {
            group: self.group.unwrap_or_else(|| "technical".to_owned()),
            control: self.control.unwrap_or(Control::Mine),
            fr: self.fr.unwrap_or_else(|| label.clone()),
            en: self.en.unwrap_or(label),
            terms: self.terms,
            id: self.id,
        }
    }
}

struct Reader<'a> {
    diagnostics: &'a mut Diagnostics,
    source: &'a SourceFile,
}

impl Reader<'_> {
    fn root(&mut self, settings: &mut Settings, own_topics: &mut Vec<OwnTopic>, pair: &Pair) {
        match pair.key.as_str() {
            "title" => self.text(pair, &mut settings.title),
            "lang" => match self.string(pair).map(|code| (Lang::parse(&code), code)) {
                Some((Some(lang), _)) => settings.lang = lang,
                Some((None, code)) => self.invalid(pair, "lang", code),
                None => {}
            },
            "region" => self.region(pair, &mut settings.region),
            "author" => self.table(pair, |reader, pair| reader.author(settings, pair)),
            "paths" => self.table(pair, |reader, pair| reader.path(settings, pair)),
            "site" => self.table(pair, |reader, pair| reader.site(settings, pair)),
            "analysis" => self.table(pair, |reader, pair| reader.analysis(settings, pair)),
            "follow-up" => self.table(pair, |reader, pair| reader.follow_up(settings, pair)),
            "share" => self.table(pair, |reader, pair| reader.share(settings, pair)),
            "topics" => self.topics(own_topics, pair),
            _ => self.unknown("", pair),
        }
    }

    fn author(&mut self, settings: &mut Settings, pair: &Pair) {
        let author = &mut settings.author;
        let slot = match pair.key.as_str() {
            "name" => &mut author.name,
            "email" => &mut author.email,
            "phone" => &mut author.phone,
            "profile" => &mut author.profile,
            _ => return self.unknown("author", pair),
        };
        *slot = self.string(pair).filter(|text| !text.trim().is_empty());
    }

    fn path(&mut self, settings: &mut Settings, pair: &Pair) {
        let paths = &mut settings.paths;
        let slot = match pair.key.as_str() {
            "entries" => &mut paths.entries,
            "plan" => &mut paths.plan,
            "letters" => &mut paths.letters,
            "templates" => &mut paths.templates,
            "themes" => &mut paths.themes,
            "site" => &mut paths.site,
            _ => return self.unknown("paths", pair),
        };
        let Some(path) = self.string(pair) else { return };
        match inner_path(&path) {
            Some(inner) => *slot = inner,
            None => self.invalid(pair, "path", path),
        }
    }

    fn site(&mut self, settings: &mut Settings, pair: &Pair) {
        match pair.key.as_str() {
            "theme" => {
                let Some(name) = self.string(pair) else { return };
                if is_theme_name(&name) { settings.site.theme = name } else { self.invalid(pair, "theme", name) }
            }
            "url" => {
                let Some(url) = self.string(pair) else { return };
                if url.starts_with("https://") || url.starts_with("http://") {
                    settings.site.url = Some(url);
                } else {
                    self.invalid(pair, "url", url);
                }
            }
            _ => self.unknown("site", pair),
        }
    }

    fn analysis(&mut self, settings: &mut Settings, pair: &Pair) {
        let analysis = &mut settings.analysis;
        match pair.key.as_str() {
            "half-life" => self.number(pair, 1, 1_000_000, &mut analysis.half_life),
            "recurring" => self.number(pair, 1, 1_000_000, &mut analysis.recurring),
            "suggestions" => self.flag(pair, &mut analysis.suggestions),
            "from" => analysis.from = self.date(pair),
            _ => self.unknown("analysis", pair),
        }
    }

    fn follow_up(&mut self, settings: &mut Settings, pair: &Pair) {
        let follow_up = &mut settings.follow_up;
        let slot = match pair.key.as_str() {
            "thank" => &mut follow_up.thank,
            "request-from" => &mut follow_up.request_from,
            "request-until" => &mut follow_up.request_until,
            "no-reply" => &mut follow_up.no_reply,
            "check-in" => &mut follow_up.check_in,
            "idle" => &mut follow_up.idle,
            "holidays" => {
                follow_up.holidays = items(pair).iter().filter_map(|node| self.date_of(pair, node)).collect();
                return;
            }
            "pause-until" => {
                follow_up.pause_until = self.date(pair);
                return;
            }
            _ => return self.unknown("follow-up", pair),
        };
        let mut days = u32::from(*slot);
        self.number(pair, 0, 3650, &mut days);
        *slot = u16::try_from(days).unwrap_or(*slot);
    }

    fn share(&mut self, settings: &mut Settings, pair: &Pair) {
        let share = &mut settings.share;
        match pair.key.as_str() {
            "include" => {
                share.include = self.texts(pair);
                let known = ["documents", "tags", "links"];
                if let Some(other) = share.include.iter().find(|name| !known.contains(&name.as_str())).cloned() {
                    self.invalid(pair, "include", other);
                    share.include.retain(|name| known.contains(&name.as_str()));
                }
            }
            "dates" => match self.string(pair).as_deref() {
                Some("day") => share.dates = ShareDates::Day,
                Some("month") => share.dates = ShareDates::Month,
                Some(other) => self.invalid(pair, "dates", other.to_owned()),
                None => {}
            },
            "also" => share.also = self.texts(pair),
            "allow" => share.allow = self.texts(pair),
            _ => self.unknown("share", pair),
        }
    }

    fn topics(&mut self, own_topics: &mut Vec<OwnTopic>, pair: &Pair) {
        for node in items(pair) {
            let Value::Map(pairs) = &node.value else {
                self.invalid(pair, "table", String::new());
                continue;
            };
            let mut own = OwnTopic::default();
            for inner in pairs {
                self.topic(&mut own, inner);
            }
            if own.id.is_empty() {
                if !pairs.iter().any(|inner| inner.key == "id") {
                    self.invalid_at(node.span, "topics.id", "topic-id", String::new());
                }
            } else {
                own_topics.push(own);
            }
        }
    }

    fn topic(&mut self, own: &mut OwnTopic, pair: &Pair) {
        match pair.key.as_str() {
            "id" => {
                let Some(id) = self.string(pair) else { return };
                let is_id = !id.is_empty()
                    && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
                if is_id { own.id = id } else { self.invalid(pair, "topic-id", id) }
            }
            "group" => {
                let Some(group) = self.string(pair) else { return };
                if GROUPS.contains(&group.as_str()) {
                    own.group = Some(group);
                } else {
                    self.invalid(pair, "group", group);
                }
            }
            "control" => match self.string(pair).map(|name| (Control::parse(&name), name)) {
                Some((Some(control), _)) => own.control = Some(control),
                Some((None, name)) => self.invalid(pair, "control", name),
                None => {}
            },
            "fr" => own.fr = self.string(pair),
            "en" => own.en = self.string(pair),
            "terms" => own.terms = self.texts(pair),
            _ => self.unknown("topics", pair),
        }
    }

    fn region(&mut self, pair: &Pair, region: &mut String) {
        let Some(code) = self.string(pair) else { return };
        if code.is_empty() {
            region.clear();
        } else if let Some(known) = Region::parse(&code) {
            known.code().clone_into(region);
        } else {
            self.invalid(pair, "region", code);
        }
    }

    /// Tells of settings that contradict each other, and puts their defaults in their place.
    fn together(&mut self, settings: &mut Settings, pairs: &[Pair]) {
        let follow_up = &mut settings.follow_up;
        let place = |table: &str, names: &[&str]| {
            let table = pairs.iter().find(|pair| pair.key == table)?;
            let Value::Map(inner) = &table.node.value else { return Some(table.key_span) };
            let found = names.iter().find_map(|name| inner.iter().find(|pair| pair.key == *name));
            Some(found.map_or(table.key_span, |pair| pair.node.span))
        };
        if follow_up.request_until < follow_up.request_from
            && let Some(span) = place("follow-up", &["request-until", "request-from"])
        {
            self.invalid_at(span, "follow-up.request-until", "request-until", follow_up.request_until.to_string());
            let FollowUp { request_from, request_until, .. } = FollowUp::default();
            (follow_up.request_from, follow_up.request_until) = (request_from, request_until);
        }
        let paths = &settings.paths;
        let sources = [&paths.entries, &paths.plan, &paths.letters, &paths.templates, &paths.themes];
        let clash = sources.iter().any(|source| holds(&paths.site, source) || holds(source, &paths.site));
        if clash && let Some(span) = place("paths", &["site", "entries", "plan", "letters", "templates", "themes"]) {
            self.invalid_at(span, "paths.site", "site", paths.site.clone());
            // The output must not fall on a source, whatever else is wrong.
            settings.paths = Paths::default();
        }
    }

    fn table(&mut self, pair: &Pair, mut read: impl FnMut(&mut Self, &Pair)) {
        match &pair.node.value {
            Value::Map(pairs) => pairs.iter().for_each(|inner| read(self, inner)),
            _ => self.invalid(pair, "table", String::new()),
        }
    }

    fn string(&mut self, pair: &Pair) -> Option<String> {
        match &pair.node.value {
            Value::Scalar(text) => Some(text.clone()),
            _ => {
                self.invalid(pair, "text", String::new());
                None
            }
        }
    }

    fn text(&mut self, pair: &Pair, slot: &mut String) {
        if let Some(text) = self.string(pair) {
            *slot = text;
        }
    }

    fn texts(&mut self, pair: &Pair) -> Vec<String> {
        let mut texts = Vec::new();
        for node in items(pair) {
            match &node.value {
                Value::Scalar(text) => texts.push(text.clone()),
                _ => self.invalid(pair, "text", String::new()),
            }
        }
        texts
    }

    fn number(&mut self, pair: &Pair, least: u32, most: u32, slot: &mut u32) {
        let Some(text) = self.string(pair) else { return };
        // TOML groups digits with `_`.
        match text.replace('_', "").parse::<u32>() {
            Ok(number) if (least..=most).contains(&number) => *slot = number,
            _ => {
                let problem = self.problem(pair.node.span, &pair.key, "number", text);
                let problem = problem.with("least", i64::from(least)).with("most", i64::from(most));
                self.diagnostics.push(problem);
            }
        }
    }

    fn flag(&mut self, pair: &Pair, slot: &mut bool) {
        match self.string(pair).map(|text| fold_name(&text)).as_deref() {
            Some("true") => *slot = true,
            Some("false") => *slot = false,
            Some(other) => self.invalid(pair, "flag", other.to_owned()),
            None => {}
        }
    }

    fn date(&mut self, pair: &Pair) -> Option<Date> {
        self.date_of(pair, &pair.node)
    }

    fn date_of(&mut self, pair: &Pair, node: &Node) -> Option<Date> {
        let date = match &node.value {
            Value::Scalar(text) if text.len() == 10 => text.parse().ok(),
            _ => None,
        };
        if date.is_none() {
            let written = self.source.slice(node.span).to_owned();
            self.invalid_at(node.span, &pair.key, "date", written);
        }
        date
    }

    fn invalid(&mut self, pair: &Pair, help: &'static str, value: String) {
        self.invalid_at(pair.node.span, &pair.key, help, value);
    }

    fn invalid_at(&mut self, span: Span, name: &str, help: &'static str, value: String) {
        let problem = self.problem(span, name, help, value);
        self.diagnostics.push(problem);
    }

    fn problem(&self, span: Span, name: &str, help: &'static str, value: String) -> Diagnostic {
        let value = if value.is_empty() {
            self.source.slice(span).lines().next().unwrap_or_default().to_owned()
        } else {
            value
        };
        let problem = Diagnostic::at(Code::SettingInvalid, self.source, span)
            .with("setting", name)
            .with("value", value.clone())
            .help(help);
        match help {
            "region" => {
                let codes: Vec<&str> = Region::known().collect();
                let near = nearest(&value, codes.iter().copied()).map_or_else(|| countries(&codes), str::to_owned);
                problem.with("known", near)
            }
            "group" => problem.with("known", GROUPS.join(", ")),
            _ => problem,
        }
    }

    fn unknown(&mut self, table: &str, pair: &Pair) {
        let names = SETTINGS.iter().filter(|setting| setting.table == table).map(|setting| setting.name);
        let tables = SETTINGS.iter().map(|setting| setting.table).filter(|name| table.is_empty() && !name.is_empty());
        let near = nearest(&pair.key, names.clone().chain(tables.clone()));
        let problem =
            Diagnostic::at(Code::SettingUnknown, self.source, pair.key_span).with("setting", pair.key.as_str());
        self.diagnostics.push(match near {
            Some(near) => problem.help("help-near").with("near", near),
            None => {
                let mut known: Vec<&str> = names.chain(tables).collect();
                known.dedup();
                problem.with("known", known.join(", "))
            }
        });
    }
}

/// Returns the items of a list, or the one value that stands for it.
fn items(pair: &Pair) -> Vec<&Node> {
    match &pair.node.value {
        Value::List(items) => items.iter().collect(),
        _ => vec![&pair.node],
    }
}

/// Returns the country codes among region codes, and says how regions look.
fn countries(codes: &[&str]) -> String {
    let countries: Vec<&str> = codes.iter().copied().filter(|code| !code.contains('-')).collect();
    format!("{}, FR-57, CH-VD, CA-QC, GB-SCT", countries.join(", "))
}

/// Returns a path that stays inside the journal, tidied; `None` for others.
fn inner_path(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    let is_inner = !path.starts_with('/') && !parts.contains(&"..") && !path.contains(':') && !parts.is_empty();
    is_inner.then(|| parts.join("/"))
}

/// Returns whether folder `outer` is or holds folder `inner`.
fn holds(outer: &str, inner: &str) -> bool {
    inner == outer || inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'))
}

/// Returns whether a theme can have this name: a single folder's.
pub fn is_theme_name(name: &str) -> bool {
    let is_plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    is_plain && !name.is_empty() && !name.starts_with(['-', '_'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn read(text: &str) -> (Config, Vec<String>) {
        let mut diagnostics = Diagnostics::default();
        let config = read_config(&mut diagnostics, &SourceFile::new(FILE_NAME, text));
        let locale = Locale::new(Lang::En, "");
        let shown = diagnostics.sorted().into_iter().map(|d| {
            let place = d.location.as_ref().map(|at| at.position.to_string()).unwrap();
            format!("{place} {} {}", d.code, d.help_text(&locale).unwrap_or_default())
        });
        let shown = shown.collect();
        (config, shown)
    }

    #[test]
    fn an_empty_file_gives_the_defaults() {
        let (config, problems) = read("");
        assert_eq!(config.settings, Settings::default());
        assert_eq!(problems, Vec::<String>::new());
    }

    #[test]
    fn settings_are_read() {
        let (config, problems) = read(
            "title = \"T\"\r\nlang = \"fr\"\nregion = \"FR-57\"\n[analysis]\nhalf-life = 90\nfrom = 2026-01-01\n[follow-up]\nholidays = [2026-05-15]\n[[topics]]\nid = \"sql\"\nfr = \"SQL\"\nterms = [\"requêtes\"]\n",
        );
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!((config.settings.title.as_str(), config.settings.analysis.half_life), ("T", 90));
        assert_eq!(config.settings.follow_up.holidays.len(), 1);
        assert_eq!(config.topics.find("requetes").map(|topic| topic.id.as_str()), Some("sql"));
    }

    #[test]
    fn a_built_in_topic_is_extended() {
        let (config, _) = read("[[topics]]\nid = \"languages\"\nterms = [\"anglais\"]\n");
        let topic = config.topics.find("anglais").unwrap();
        assert_eq!((topic.fr.as_str(), topic.group.as_str()), ("Langues", "technical"));
    }

    #[test]
    fn every_problem_is_told_at_its_place() {
        #[track_caller]
        fn case(text: &str, expected: &str) {
            let (_, problems) = read(text);
            assert_eq!(problems.len(), 1, "{problems:?}");
            assert!(problems[0].starts_with(expected), "{problems:?}");
        }
        case("titel = \"x\"\n", "1:1 setting-unknown did you mean `title`");
        case("[analysis]\nhalf_life = 3\n", "2:1 setting-unknown did you mean `half-life`");
        case("[analysis]\nhalf-life = 0\n", "2:13 setting-invalid");
        case("region = \"FR-99\"\n", "1:10 setting-invalid");
        case("[paths]\nsite = \"entries\"\n", "2:8 setting-invalid");
        case("[paths]\nsite = \"../x\"\n", "2:8 setting-invalid");
        case("[follow-up]\nrequest-until = 1\n", "2:17 setting-invalid");
        case("title = \n", "1:9 settings-syntax");
    }
}
