//! Every code of a diagnostic, with its severity; codes are never renamed.

use std::fmt;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file is left out of every figure.
    Error,
    /// The figures may not be what the person means.
    Warning,
    /// Something that could be better.
    Hint,
}

impl Severity {
    /// Returns the English word that stands in every format of a report.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)+) => {
        /// What kind of problem a diagnostic tells of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every code, in the order of this table.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// Returns the name in kebab case.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)+ }
            }

            /// Returns how much problems of this kind matter.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }
        }
    };
}

codes! {
    /// A file is not UTF-8 text.
    EncodingInvalid = "encoding-invalid", Error;
    /// A front matter is opened and never closed.
    FrontMatterUnclosed = "front-matter-unclosed", Error;
    /// An entry has no front matter.
    FrontMatterMissing = "front-matter-missing", Error;
    /// The front matter is no YAML, or no TOML.
    FrontMatterSyntax = "front-matter-syntax", Error;
    /// The front matter is nested, repeated or expanded beyond any sensible size.
    FrontMatterExcessive = "front-matter-excessive", Error;
    /// A YAML tag such as `!!str` is ignored.
    YamlTagIgnored = "yaml-tag-ignored", Warning;
    /// A required key is missing.
    KeyMissing = "key-missing", Error;
    /// A key that rebond does not know.
    KeyUnknown = "key-unknown", Warning;
    /// A key given twice, perhaps in two languages.
    KeyDuplicate = "key-duplicate", Error;
    /// A value of another kind than its key takes.
    ValueMismatch = "value-mismatch", Error;
    /// A value that is none of those its key takes.
    ValueUnknown = "value-unknown", Error;
    /// A number outside its range.
    NumberRange = "number-range", Error;
    /// A day that no calendar has.
    DateInvalid = "date-invalid", Error;
    /// A date that is not written as year, month, day.
    DateNotation = "date-notation", Error;
    /// A template's placeholder stands where a value should.
    PlaceholderValue = "placeholder-value", Error;
    /// A template's placeholder was left in the text.
    PlaceholderLeft = "placeholder-left", Warning;
    /// The day of the news is read from the file's name.
    DateFromName = "date-from-name", Hint;
    /// Two dates stand in an order that cannot be.
    DateReversed = "date-reversed", Error;
    /// Two dates stand in an order that is unlikely.
    DateUnlikely = "date-unlikely", Warning;
    /// The date of something that happened lies in the future.
    DateFuture = "date-future", Warning;
    /// A topic in a list that the journal does not know.
    TopicUnknown = "topic-unknown", Warning;
    /// A hashtag that is nearly a topic.
    TopicNear = "topic-near", Hint;
    /// A topic that the words of feedback suggest.
    TopicSuggested = "topic-suggested", Hint;
    /// Feedback whose words give nothing to act on.
    KindSuggested = "kind-suggested", Hint;
    /// A strength on something that does not depend on the person.
    StrengthBeyondControl = "strength-beyond-control", Hint;
    /// A date of a task that no calendar has.
    TaskDateInvalid = "task-date-invalid", Warning;
    /// A second date of one kind in a task.
    TaskDateRepeated = "task-date-repeated", Warning;
    /// A character in a task's box that means nothing.
    TaskStateUnknown = "task-state-unknown", Warning;
    /// A block of code that is never closed.
    FenceUnclosed = "fence-unclosed", Warning;
    /// A comment or HTML that is never closed.
    HtmlUnclosed = "html-unclosed", Warning;
    /// A link or image to a file of the journal that is not there.
    LinkBroken = "link-broken", Warning;
    /// A feedback section without the date on which it came.
    FeedbackUndated = "feedback-undated", Hint;
    /// An open application without news for 45 days.
    EntryQuiet = "entry-quiet", Hint;
    /// A stage stated below the interviews that took place.
    StageContradicted = "stage-contradicted", Warning;
    /// A goal that is closed and still called active.
    StatusContradicted = "status-contradicted", Warning;
    /// A goal without a title.
    TitleMissing = "title-missing", Hint;
    /// An entry follows one that does not exist.
    FollowsUnknown = "follows-unknown", Warning;
    /// Entries follow one another in a circle.
    FollowsCircular = "follows-circular", Warning;
    /// Two files have the same id.
    IdDuplicate = "id-duplicate", Error;
    /// A path that leads out of the journal is passed over.
    PathOutside = "path-outside", Warning;
    /// The settings name a folder that is not there.
    PathMissing = "path-missing", Warning;
    /// A file name that is not Unicode is passed over.
    PathUnreadable = "path-unreadable", Warning;
    /// The settings are no TOML.
    SettingsSyntax = "settings-syntax", Error;
    /// A setting that rebond does not know.
    SettingUnknown = "setting-unknown", Error;
    /// A setting with a value that it cannot have.
    SettingInvalid = "setting-invalid", Error;
    /// A topic of the journal's own that shares a name with another topic.
    TopicAmbiguous = "topic-ambiguous", Warning;
    /// A theme that is neither built in nor in the journal.
    ThemeUnknown = "theme-unknown", Error;
    /// A template of a theme that cannot be rendered.
    TemplateInvalid = "template-invalid", Error;
    /// A file of the journal's own theme that could run is left out of the site.
    ThemeScript = "theme-script", Warning;
    /// A text of a theme's own cannot be used.
    StringInvalid = "string-invalid", Error;
    /// A text of a theme's own that no page asks for.
    StringUnknown = "string-unknown", Warning;
    /// A letter wants a fact that the journal does not have.
    LetterIncomplete = "letter-incomplete", Error;
    /// No journal was found here or above.
    JournalMissing = "journal-missing", Error;
    /// The command line names something that is not there, or several things.
    ReferenceUnclear = "reference-unclear", Error;
    /// The command line asks for something that cannot be.
    UsageWrong = "usage-wrong", Error;
    /// A folder or file that rebond did not write stands in the way.
    OutputForeign = "output-foreign", Error;
    /// A shared copy would still tell a name.
    ShareLeak = "share-leak", Error;
    /// A file could not be edited without touching more than was meant.
    EditRefused = "edit-refused", Error;
    /// A file or folder could not be read.
    FileUnreadable = "file-unreadable", Error;
    /// A file or folder could not be written.
    FileUnwritable = "file-unwritable", Error;
    /// No browser is there to make a PDF, or it made none.
    BrowserMissing = "browser-missing", Error;
    /// A mistake of rebond's own.
    Internal = "internal", Error;
}

impl Code {
    /// Returns the code called `name`, or `None`.
    pub fn parse(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }

    /// Returns whether no file of a journal can cause this: the command line, the disk or rebond does.
    pub fn is_of_the_machine(self) -> bool {
        matches!(
            self,
            Code::LetterIncomplete
                | Code::JournalMissing
                | Code::ReferenceUnclear
                | Code::UsageWrong
                | Code::OutputForeign
                | Code::EditRefused
                | Code::ShareLeak
                | Code::PathOutside
                | Code::PathUnreadable
                | Code::FileUnreadable
                | Code::FileUnwritable
                | Code::BrowserMissing
                | Code::Internal
        )
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
