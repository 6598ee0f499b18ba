//! The settings of a journal, validated; read by `config`.

use jiff::civil::Date;

use crate::locale::Lang;

/// All of `rebond.toml`, with defaults where it is silent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The title of the report.
    pub title: String,
    /// The language of the report, the letters and the messages.
    pub lang: Lang,
    /// The region whose public holidays count, as an ISO 3166 code; empty for week-ends only.
    pub region: String,
    /// Who writes.
    pub author: Author,
    /// Where things are.
    pub paths: Paths,
    /// How the site is made.
    pub site: SiteSettings,
    /// How figures are made.
    pub analysis: Analysis,
    /// When steps are due.
    pub follow_up: FollowUp,
    /// What a shared copy may hold.
    pub share: Share,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: "Journal".to_owned(),
            lang: Lang::En,
            region: "FR".to_owned(),
            author: Author::default(),
            paths: Paths::default(),
            site: SiteSettings::default(),
            analysis: Analysis::default(),
            follow_up: FollowUp::default(),
            share: Share::default(),
        }
    }
}

/// Who writes the journal; what is missing is never invented.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// First and last name.
    pub name: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// Address of a professional profile.
    pub profile: Option<String>,
}

/// Folders below the journal's root, with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// Entries.
    pub entries: String,
    /// Goals.
    pub plan: String,
    /// Own letter templates.
    pub letters: String,
    /// What `new` starts from.
    pub templates: String,
    /// Own themes.
    pub themes: String,
    /// The generated site.
    pub site: String,
}

impl Paths {
    /// Returns the folders that are read, each with the name of its setting.
    pub fn sources(&self) -> [(&'static str, &str); 5] {
        [
            ("entries", &self.entries),
            ("plan", &self.plan),
            ("letters", &self.letters),
            ("templates", &self.templates),
            ("themes", &self.themes),
        ]
    }
}

impl Default for Paths {
    fn default() -> Self {
        Self {
            entries: "entries".to_owned(),
            plan: "plan".to_owned(),
            letters: "letters".to_owned(),
            templates: "templates".to_owned(),
            themes: "themes".to_owned(),
            site: "site".to_owned(),
        }
    }
}

/// How the site is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteSettings {
    /// The name of the theme.
    pub theme: String,
    /// The address at which the site will stand; only for links in `agenda.ics`.
    pub url: Option<String>,
}

impl Default for SiteSettings {
    fn default() -> Self {
        Self { theme: crate::DEFAULT_THEME.to_owned(), url: None }
    }
}

/// How figures are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// Days after which evidence weighs half; at least 1.
    pub half_life: u32,
    /// Different companies that make a weakness recurring; at least 1.
    pub recurring: u32,
    /// Whether topics are suggested from words.
    pub suggestions: bool,
    /// The first day of this search; entries decided or applied before it leave the figures.
    pub from: Option<Date>,
}

impl Default for Analysis {
    fn default() -> Self {
        Self { half_life: 180, recurring: 2, suggestions: true, from: None }
    }
}

/// When steps are due, in working days unless the name says days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Last working day to give thanks.
    pub thank: u16,
    /// First working day to ask for feedback.
    pub request_from: u16,
    /// Last working day to ask for feedback.
    pub request_until: u16,
    /// Working days after which a request counts as unanswered.
    pub no_reply: u16,
    /// Days until the check-in.
    pub check_in: u16,
    /// Days without an application after which the pipeline is dry.
    pub idle: u16,
    /// Days off of one's own.
    pub holidays: Vec<Date>,
    /// Until this day nothing is asked.
    pub pause_until: Option<Date>,
}

impl Default for FollowUp {
    fn default() -> Self {
        Self {
            thank: 2,
            request_from: 3,
            request_until: 5,
            no_reply: 10,
            check_in: 90,
            idle: 14,
            holidays: Vec::new(),
            pause_until: None,
        }
    }
}

/// What a shared copy may hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Of documents, tags and links, those that pass.
    pub include: Vec<String>,
    /// How exact dates are.
    pub dates: ShareDates,
    /// More names to replace.
    pub also: Vec<String>,
    /// Words that are no secret.
    pub allow: Vec<String>,
}

/// How exact the dates of a shared copy are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShareDates {
    /// To the day.
    #[default]
    Day,
    /// To the month.
    Month,
}
