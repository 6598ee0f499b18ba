//! One application.

use jiff::civil::Date;

use super::vocabulary::{CONTACT_ROLES, FEEDBACK_KINDS, NOTICES, STAGES, STATUSES, Word};
use super::{Body, Extra, Topic};
use crate::locale::Lang;
use crate::source::{SourceFile, Span, Spanned};
use std::sync::Arc;

/// One application: a Markdown file below `entries/`, fully parsed and not yet analysed.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The file name without its extension; unique in a journal.
    pub id: String,
    /// The file itself, for excerpts, rendering and edits.
    pub source: Arc<SourceFile>,
    /// The language of its keys; `None` where they do not tell.
    pub lang: Option<Lang>,
    /// The employer.
    pub company: String,
    /// The position.
    pub role: String,
    /// How it ended.
    pub status: Status,
    /// The day of the news; `None` only while the application is open.
    pub decided: Option<Spanned<Date>>,
    /// The date until which the company said it would decide.
    pub announced: Option<Spanned<Date>>,
    /// The day of the application.
    pub applied: Option<Spanned<Date>>,
    /// Interviews, in the order of the file.
    pub interviews: Vec<Interview>,
    /// The furthest stage reached: stated, else from the interviews.
    pub stage: Stage,
    /// How the news came; `None` when nothing is said.
    pub notice: Option<Notice>,
    /// Whether one was among the last; `None` when nothing is said.
    pub shortlisted: Option<bool>,
    /// Line of business.
    pub sector: Option<String>,
    /// Where the work is.
    pub location: Option<String>,
    /// Where the offer was found.
    pub found_at: Option<String>,
    /// The address of the offer.
    pub link: Option<String>,
    /// The recruiting firm in between.
    pub agency: Option<String>,
    /// What was sent.
    pub documents: Vec<String>,
    /// The salary, as written.
    pub salary: Option<String>,
    /// People met.
    pub contacts: Vec<Contact>,
    /// Whether and when one gave thanks for the news.
    pub thanked: Option<Thanks>,
    /// The story of the feedback.
    pub feedback: Feedback,
    /// Topics given by the employer.
    pub reasons: Vec<Spanned<Arc<Topic>>>,
    /// Weaknesses by the person's own judgement.
    pub weaknesses: Vec<Spanned<Arc<Topic>>>,
    /// Strengths by the person's own judgement.
    pub strengths: Vec<Spanned<Arc<Topic>>>,
    /// Feelings on a scale of 1 to 5.
    pub mood: Mood,
    /// Whether one wants to stay in touch.
    pub keep_contact: bool,
    /// The day of the 90-day check-in.
    pub checked_in: Option<Spanned<Date>>,
    /// The id of the earlier entry that this one learned from, as written.
    pub follows: Option<Spanned<String>>,
    /// Free words.
    pub tags: Vec<String>,
    /// Read and checked, left out of every figure.
    pub draft: bool,
    /// Never in a shared copy.
    pub private: bool,
    /// Values under unknown keys.
    pub extra: Extra,
    /// The text below the front matter.
    pub body: Body,
}

impl Entry {
    /// Returns the path below the journal's root.
    pub fn file(&self) -> &str {
        &self.source.path
    }

    /// Returns the day of the news.
    pub fn decided_on(&self) -> Option<Date> {
        self.decided.as_ref().map(|date| date.value)
    }

    /// Returns the day of the application.
    pub fn applied_on(&self) -> Option<Date> {
        self.applied.as_ref().map(|date| date.value)
    }

    /// Returns the day by which entries are put in order: of the news, else of the application.
    pub fn day(&self) -> Option<Date> {
        self.decided_on().or(self.applied_on())
    }

    /// Returns whether an interview took place: one is dated, or the stage says so. A test alone is none.
    pub fn has_interview(&self) -> bool {
        self.interviews.iter().any(|interview| interview.date.is_some())
            || matches!(self.stage, Stage::Interview | Stage::Final | Stage::Offer)
    }

    /// Returns the furthest stage for the funnel: an offer, accepted or not, has reached `offer`.
    pub fn reached(&self) -> Stage {
        if matches!(self.status, Status::Offer | Status::Accepted) { Stage::Offer } else { self.stage }
    }

    /// Returns whether the entry carries feedback or a debrief: a non-empty section, or a date received.
    pub fn has_feedback_or_debrief(&self) -> bool {
        self.feedback.received.is_some() || self.body.has_feedback || self.body.has_debrief
    }
}

/// One interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// The day, when it is told.
    pub date: Option<Spanned<Date>>,
    /// By phone, on site, a panel.
    pub kind: Option<String>,
    /// Who was there.
    pub with: Vec<String>,
}

/// A person met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// First and last name.
    pub name: Option<String>,
    /// Form of address.
    pub title: Option<String>,
    /// Who they are in the hiring.
    pub role: Option<ContactRole>,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// The day they joined one's network.
    pub connected: Option<Date>,
    /// Where the contact is written.
    pub span: Span,
}

impl Contact {
    /// Returns whom to ask first: an interviewer, else the hiring manager, else human
    /// resources, else somebody of one's own network.
    ///
    /// After these come the recruiting firm and people without a role; among equals the first in the file.
    pub fn first_to_ask<'a>(contacts: impl IntoIterator<Item = &'a Contact>) -> Option<&'a Contact> {
        contacts.into_iter().min_by_key(|contact| match contact.role {
            Some(ContactRole::Interviewer) => 0,
            Some(ContactRole::HiringManager) => 1,
            Some(ContactRole::Hr) => 2,
            Some(ContactRole::Network) => 3,
            Some(ContactRole::Agency) => 4,
            None => 5,
        })
    }
}

/// The story of an entry's feedback.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feedback {
    /// The day it was asked for.
    pub requested: Option<Spanned<Date>>,
    /// How it was asked for, as a word of the vocabulary.
    pub via: Option<&'static str>,
    /// The day it came.
    pub received: Option<Spanned<Date>>,
    /// What the person says it is worth.
    pub kind: Option<FeedbackKind>,
    /// The day one asked for precision.
    pub clarified: Option<Spanned<Date>>,
    /// Whether and when one gave thanks for it.
    pub thanked: Option<Thanks>,
}

/// Thanks given, on a day or some day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thanks {
    /// Given on this day.
    On(Spanned<Date>),
    /// Given; the day is not told.
    SomeDay,
}

/// Feelings, from 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mood {
    /// Before the news.
    pub before: Option<u8>,
    /// After the news.
    pub after: Option<u8>,
}

macro_rules! words {
    ($(#[doc = $doc:literal])+ $name:ident in $table:ident { $($(#[doc = $meaning:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $meaning])+ $variant,)+ }

        impl $name {
            /// Every value, in the order of the vocabulary.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// Returns the English word, that of JSON.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }

            /// Returns the value whose English word is `name`.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }

            /// Returns the words that name the values.
            pub fn words() -> &'static [Word] {
                $table
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}
pub(super) use words;

words! {
    /// How an application ended, or that it has not.
    Status in STATUSES {
        /// Refused.
        Rejected = "rejected",
        /// Never answered.
        Ghosted = "ghosted",
        /// Withdrawn by the person.
        Withdrawn = "withdrawn",
        /// Without a decision.
        Open = "open",
        /// An offer was made.
        Offer = "offer",
        /// The offer was accepted.
        Accepted = "accepted",
    }
}

words! {
    /// A stage of hiring.
    Stage in STAGES {
        /// Documents were sent.
        Application = "application",
        /// A first call or form.
        Screening = "screening",
        /// An interview.
        Interview = "interview",
        /// A test or a case.
        Assessment = "assessment",
        /// The last round.
        Final = "final",
        /// An offer.
        Offer = "offer",
    }
}

words! {
    /// How the news came.
    Notice in NOTICES {
        /// A message by a person.
        Personal = "personal",
        /// A mail by a machine.
        Automatic = "automatic",
        /// A call.
        Phone = "phone",
        /// Not at all.
        None = "none",
    }
}

words! {
    /// What feedback is worth.
    FeedbackKind in FEEDBACK_KINDS {
        /// Names something to act on.
        Constructive = "constructive",
        /// Polite, nothing to act on.
        Generic = "generic",
        /// A vague or personal judgement.
        Unconstructive = "unconstructive",
    }
}

words! {
    /// Who a contact is.
    ContactRole in CONTACT_ROLES {
        /// Led an interview.
        Interviewer = "interviewer",
        /// Human resources.
        Hr = "hr",
        /// Would have been the superior.
        HiringManager = "hiring-manager",
        /// Of the recruiting firm.
        Agency = "agency",
        /// Of the person's own network.
        Network = "network",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_their_words_stand_in_the_same_order() {
        fn case(names: &[&str], words: &[Word]) {
            assert_eq!(names, words.iter().map(|word| word.en).collect::<Vec<_>>());
        }
        case(&Status::ALL.iter().map(|value| value.name()).collect::<Vec<_>>(), Status::words());
        case(&Stage::ALL.iter().map(|value| value.name()).collect::<Vec<_>>(), Stage::words());
        case(&Notice::ALL.iter().map(|value| value.name()).collect::<Vec<_>>(), Notice::words());
        case(&FeedbackKind::ALL.iter().map(|value| value.name()).collect::<Vec<_>>(), FeedbackKind::words());
        case(&ContactRole::ALL.iter().map(|value| value.name()).collect::<Vec<_>>(), ContactRole::words());
    }
}
