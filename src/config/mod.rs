//! `rebond.toml` to [`Settings`]: defaults, limits, and every problem told at once.

mod reader;
mod theme;

use reader::{Reader, place};
pub use theme::{Manifest, read_manifest, read_strings};

use crate::data::{Node, Pair, Text, Value, read_toml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::{Lang, fold_name};
use crate::model::{Control, Paths, Settings, Topic, Topics};
use crate::source::{SourceFile, Span, Spanned};

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
    /// Where the settings name the theme.
    pub theme: Option<Span>,
    /// Folders to read from that the settings name, other than the usual ones, and where they do.
    pub folders: Vec<Spanned<String>>,
}

/// Reads the settings in `source`; what is wrong is told and keeps its default.
pub fn read_config(diagnostics: &mut Diagnostics, source: &SourceFile) -> Config {
    let text = Text { text: source.text.replace("\r\n", "\n"), first_line: 1 };
    let mut own_topics = Vec::new();
    let mut settings = Settings::default();
    let mut found = Diagnostics::default();
    let (mut theme, mut folders) = (None, Vec::new());
    if let Some(Node { value: Value::Map(pairs), .. }) = read_toml(&mut found, source, &text) {
        let mut reader = Reader { diagnostics: &mut found, source };
        for pair in &pairs {
            reader.root(&mut settings, &mut own_topics, pair);
        }
        reader.together(&mut settings, &pairs);
        theme = place(&pairs, "site", &["theme"]);
        folders = named_folders(&settings.paths, &pairs);
    }
    if found.iter().any(|problem| problem.code == Code::FrontMatterSyntax) {
        settings.lang = lang_of_broken(&source.text);
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
    let names: Vec<(String, Spanned<String>)> =
        own_topics.iter().flat_map(|own| own.names.iter().map(|name| (own.id.clone(), name.clone()))).collect();
    let topics = merge(own_topics);
    for (id, name) in &names {
        if let Some(other) = other_of_name(&topics, id, &name.value) {
            let problem = Diagnostic::at(Code::TopicAmbiguous, source, name.span);
            diagnostics.push(problem.with("name", name.value.as_str()).with("other", other));
        }
    }
    Config { settings, topics, theme, folders }
}

/// Returns the folders to read from that the settings name, other than the usual ones.
fn named_folders(paths: &Paths, pairs: &[Pair<'_>]) -> Vec<Spanned<String>> {
    let usual = Paths::default();
    let named = paths.sources().into_iter().zip(usual.sources()).filter(|(named, usual)| named != usual);
    let placed =
        |((key, path), _): ((&str, &str), _)| Some(Spanned::new(path.to_owned(), place(pairs, "paths", &[key])?));
    named.filter_map(placed).collect()
}

/// Returns the language that broken settings still tell, so that the problem is told in it.
fn lang_of_broken(text: &str) -> Lang {
    let value = |line: &str| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == "lang").then(|| Lang::parse(value.trim().trim_matches('"')))?
    };
    text.lines().find_map(value).unwrap_or_default()
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

/// Returns the id of another topic that has this name, be it its id or a label.
fn other_of_name(topics: &Topics, id: &str, name: &str) -> Option<String> {
    let name = fold_name(name);
    let has_name = |topic: &Topic| [&topic.id, &topic.fr, &topic.en].into_iter().any(|other| fold_name(other) == name);
    topics.iter().find(|topic| topic.id != id && has_name(topic)).map(|topic| topic.id.clone())
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
    /// Its id and labels, where they are written.
    names: Vec<Spanned<String>>,
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
    fn a_name_that_two_topics_share_is_told() {
        #[track_caller]
        fn case(text: &str, expected: &[&str]) {
            let (_, problems) = read(text);
            let places: Vec<&str> = problems.iter().map(|told| told.split(" give").next().unwrap_or(told)).collect();
            assert_eq!(places, expected, "{text}");
        }
        case("[[topics]]\nid = \"team-work\"\n", &["2:6 topic-ambiguous"]);
        case("[[topics]]\nid = \"zeal\"\nfr = \"motivation\"\nen = \"Zeal\"\n", &["3:6 topic-ambiguous"]);
        case("[[topics]]\nid = \"a-b\"\n[[topics]]\nid = \"ab\"\n", &["2:6 topic-ambiguous", "4:6 topic-ambiguous"]);
        case("[[topics]]\nid = \"languages\"\nfr = \"Langues\"\nterms = [\"anglais\"]\n", &[]);
        case("[[topics]]\nid = \"sql\"\nfr = \"SQL\"\nen = \"SQL\"\n", &[]);
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
