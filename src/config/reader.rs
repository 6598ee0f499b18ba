//! The tables and values of `rebond.toml`, each to its place in [`Settings`], with its limits.

use jiff::civil::Date;

use super::{OwnTopic, SETTINGS, is_theme_name};
use crate::calendar::Region;
use crate::data::{Node, Pair, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::locale::{Lang, fold_name};
use crate::model::{Control, FollowUp, GROUPS, Paths, Settings, ShareDates};
use crate::source::{SourceFile, Span, Spanned};

pub(super) struct Reader<'a> {
    pub(super) diagnostics: &'a mut Diagnostics,
    pub(super) source: &'a SourceFile,
}

impl Reader<'_> {
    pub(super) fn root(&mut self, settings: &mut Settings, own_topics: &mut Vec<OwnTopic>, pair: &Pair<'_>) {
        match &*pair.key {
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

    fn author(&mut self, settings: &mut Settings, pair: &Pair<'_>) {
        let author = &mut settings.author;
        let slot = match &*pair.key {
            "name" => &mut author.name,
            "email" => &mut author.email,
            "phone" => &mut author.phone,
            "profile" => &mut author.profile,
            _ => return self.unknown("author", pair),
        };
        *slot = self.string(pair).filter(|text| !text.trim().is_empty());
    }

    fn path(&mut self, settings: &mut Settings, pair: &Pair<'_>) {
        let paths = &mut settings.paths;
        let slot = match &*pair.key {
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

    fn site(&mut self, settings: &mut Settings, pair: &Pair<'_>) {
        match &*pair.key {
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

    fn analysis(&mut self, settings: &mut Settings, pair: &Pair<'_>) {
        let analysis = &mut settings.analysis;
        match &*pair.key {
            "half-life" => self.number(pair, 1, 1_000_000, &mut analysis.half_life),
            "recurring" => self.number(pair, 1, 1_000_000, &mut analysis.recurring),
            "suggestions" => self.flag(pair, &mut analysis.suggestions),
            "from" => analysis.from = self.date(pair),
            _ => self.unknown("analysis", pair),
        }
    }

    fn follow_up(&mut self, settings: &mut Settings, pair: &Pair<'_>) {
        let follow_up = &mut settings.follow_up;
        let slot = match &*pair.key {
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

    fn share(&mut self, settings: &mut Settings, pair: &Pair<'_>) {
        let share = &mut settings.share;
        match &*pair.key {
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

    fn topics(&mut self, own_topics: &mut Vec<OwnTopic>, pair: &Pair<'_>) {
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

    fn topic(&mut self, own: &mut OwnTopic, pair: &Pair<'_>) {
        if let ("id" | "fr" | "en", Value::Scalar(name)) = (&*pair.key, &pair.node.value) {
            own.names.push(Spanned::new(name.to_string(), pair.node.span));
        }
        match &*pair.key {
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

    fn region(&mut self, pair: &Pair<'_>, region: &mut String) {
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
    pub(super) fn together(&mut self, settings: &mut Settings, pairs: &[Pair<'_>]) {
        let follow_up = &mut settings.follow_up;
        if follow_up.request_until < follow_up.request_from
            && let Some(span) = place(pairs, "follow-up", &["request-until", "request-from"])
        {
            self.invalid_at(span, "follow-up.request-until", "request-until", follow_up.request_until.to_string());
            let FollowUp { request_from, request_until, .. } = FollowUp::default();
            (follow_up.request_from, follow_up.request_until) = (request_from, request_until);
        }
        let paths = &settings.paths;
        let clashes = |(_, source): (&str, &str)| holds(&paths.site, source) || holds(source, &paths.site);
        let clash = paths.sources().into_iter().any(clashes);
        if clash
            && let Some(span) = place(pairs, "paths", &["site", "entries", "plan", "letters", "templates", "themes"])
        {
            self.invalid_at(span, "paths.site", "site", paths.site.clone());
            // The output must not fall on a source, whatever else is wrong.
            settings.paths = Paths::default();
        }
    }

    fn table(&mut self, pair: &Pair<'_>, mut read: impl FnMut(&mut Self, &Pair<'_>)) {
        match &pair.node.value {
            Value::Map(pairs) => pairs.iter().for_each(|inner| read(self, inner)),
            _ => self.invalid(pair, "table", String::new()),
        }
    }

    fn string(&mut self, pair: &Pair<'_>) -> Option<String> {
        match &pair.node.value {
            Value::Scalar(text) => Some(text.to_string()),
            _ => {
                self.invalid(pair, "text", String::new());
                None
            }
        }
    }

    fn text(&mut self, pair: &Pair<'_>, slot: &mut String) {
        if let Some(text) = self.string(pair) {
            *slot = text;
        }
    }

    fn texts(&mut self, pair: &Pair<'_>) -> Vec<String> {
        let mut texts = Vec::new();
        for node in items(pair) {
            match &node.value {
                Value::Scalar(text) => texts.push(text.to_string()),
                _ => self.invalid(pair, "text", String::new()),
            }
        }
        texts
    }

    fn number(&mut self, pair: &Pair<'_>, least: u32, most: u32, slot: &mut u32) {
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

    fn flag(&mut self, pair: &Pair<'_>, slot: &mut bool) {
        match self.string(pair).map(|text| fold_name(&text)).as_deref() {
            Some("true") => *slot = true,
            Some("false") => *slot = false,
            Some(other) => self.invalid(pair, "flag", other.to_owned()),
            None => {}
        }
    }

    fn date(&mut self, pair: &Pair<'_>) -> Option<Date> {
        self.date_of(pair, &pair.node)
    }

    fn date_of(&mut self, pair: &Pair<'_>, node: &Node<'_>) -> Option<Date> {
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

    fn invalid(&mut self, pair: &Pair<'_>, help: &'static str, value: String) {
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

    fn unknown(&mut self, table: &str, pair: &Pair<'_>) {
        let names = SETTINGS.iter().filter(|setting| setting.table == table).map(|setting| setting.name);
        let tables = SETTINGS.iter().map(|setting| setting.table).filter(|name| table.is_empty() && !name.is_empty());
        let near = nearest(&pair.key, names.clone().chain(tables.clone()));
        let problem = Diagnostic::at(Code::SettingUnknown, self.source, pair.key_span).with("setting", &*pair.key);
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

/// Returns where the first of the values `names` of a table stands, else the table itself.
pub(super) fn place(pairs: &[Pair<'_>], table: &str, names: &[&str]) -> Option<Span> {
    let table = pairs.iter().find(|pair| pair.key == table)?;
    let Value::Map(inner) = &table.node.value else { return Some(table.key_span) };
    let found = names.iter().find_map(|name| inner.iter().find(|pair| pair.key == *name));
    Some(found.map_or(table.key_span, |pair| pair.node.span))
}

/// Returns the items of a list, or the one value that stands for it.
fn items<'a>(pair: &'a Pair<'a>) -> Vec<&'a Node<'a>> {
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
