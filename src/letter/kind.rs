//! The kinds of letters: their names in both languages, and which fit an entry.

use crate::analyse::StepKind;
use crate::locale::Lang;
use crate::model::vocabulary::Word;
use crate::model::{Contact, Entry, FeedbackKind, Notice, Stage, Status};

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $variant:ident = $en:literal, $fr:literal;)+) => {
        /// What a letter is for; the order is that in which a follow-up needs them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($(#[doc = $doc])+ $variant,)+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant,)+];

            /// Returns its names.
            pub fn word(self) -> Word {
                match self { $(Kind::$variant => Word { en: $en, fr: $fr },)+ }
            }

            /// Returns the built-in template in `lang`.
            pub(super) fn template(self, lang: Lang) -> &'static str {
                match self { $(Kind::$variant => lang.pick(
                    include_str!(concat!("templates/fr/", $en, ".txt")),
                    include_str!(concat!("templates/en/", $en, ".txt")),
                ),)+ }
            }
        }
    };
}

kinds! {
    /// Thanks for the news and for the time given.
    Thank = "thank", "remerciement";
    /// A request for feedback.
    FeedbackRequest = "feedback-request", "demande-de-retour";
    /// What to say when asking by phone, and how.
    PhoneScript = "phone-script", "appel";
    /// A request for a short meeting.
    MeetingRequest = "meeting-request", "demande-de-rendez-vous";
    /// Thanks for feedback.
    FeedbackThanks = "feedback-thanks", "merci-du-retour";
    /// A request for an example.
    Clarify = "clarify", "précision";
    /// The note that goes with an invitation on a professional network.
    Connect = "connect", "mise-en-relation";
    /// A word to keep the contact.
    StayInTouch = "stay-in-touch", "garder-contact";
    /// A question after a usual trial period.
    CheckIn = "check-in", "reprise-de-contact";
    /// A request for an outside view; names nobody.
    SecondOpinion = "second-opinion", "deuxième-avis";
}

impl Kind {
    /// Returns the English name, that of its template.
    pub fn name(self) -> &'static str {
        self.word().en
    }

    /// Returns the kind that `typed` names in either language.
    pub fn find(typed: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.word().matches(typed))
    }

    /// Returns the letter that a step of the agenda asks for.
    pub fn of_step(step: StepKind) -> Option<Kind> {
        match step {
            StepKind::Thank => Some(Kind::Thank),
            StepKind::FeedbackRequest => Some(Kind::FeedbackRequest),
            StepKind::FeedbackThanks => Some(Kind::FeedbackThanks),
            StepKind::Clarify => Some(Kind::Clarify),
            StepKind::Connect => Some(Kind::Connect),
            StepKind::CheckIn => Some(Kind::CheckIn),
            StepKind::Task | StepKind::Milestone | StepKind::Review | StepKind::Apply => None,
        }
    }

    /// Returns whether the letter fits how `entry` stands, whatever the day.
    ///
    /// A letter that was written already does not fit: thanks are given once, and nobody is asked twice.
    pub fn fits(self, entry: &Entry) -> bool {
        let is_rejected = entry.status == Status::Rejected;
        let feedback = &entry.feedback;
        let has_received = feedback.received.is_some();
        let may_ask = is_rejected && is_answerable(entry) && feedback.requested.is_none() && !has_received;
        match self {
            Kind::Thank => is_rejected && is_thankable(entry) && entry.thanked.is_none(),
            Kind::FeedbackRequest | Kind::PhoneScript => may_ask,
            Kind::MeetingRequest => may_ask && entry.has_interview(),
            Kind::FeedbackThanks => has_received && feedback.thanked.is_none(),
            Kind::Clarify => has_received && feedback.clarified.is_none() && needs_precision(entry),
            Kind::Connect => is_rejected && entry.has_interview() && entry.contacts.iter().any(is_connectable),
            Kind::StayInTouch => {
                let is_over = is_rejected || entry.status == Status::Withdrawn;
                is_over && entry.has_interview() && entry.keep_contact
            }
            Kind::CheckIn => is_rejected && entry.has_interview() && entry.keep_contact && entry.checked_in.is_none(),
            Kind::SecondOpinion => matches!(entry.status, Status::Rejected | Status::Ghosted),
        }
    }
}

/// Returns whether somebody stands behind the news.
fn is_thankable(entry: &Entry) -> bool {
    match entry.notice {
        Some(Notice::Personal | Notice::Phone) => true,
        Some(Notice::Automatic | Notice::None) => false,
        None => entry.has_interview(),
    }
}

/// Returns whether somebody looked closely enough to have an opinion.
fn is_answerable(entry: &Entry) -> bool {
    matches!(entry.notice, Some(Notice::Personal | Notice::Phone)) || entry.stage > Stage::Application
}

fn needs_precision(entry: &Entry) -> bool {
    matches!(entry.feedback.kind, Some(FeedbackKind::Generic | FeedbackKind::Unconstructive))
}

/// Returns whether a contact can still be added to one's network.
pub(super) fn is_connectable(contact: &Contact) -> bool {
    contact.connected.is_none() && contact.name.is_some()
}

/// How a letter sounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As one writes to a stranger.
    #[default]
    Formal,
    /// As one writes after a good conversation.
    Warm,
    /// As one writes among people who call each other by their first names; French `tu`.
    Familiar,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Tone; 3] = [Tone::Formal, Tone::Warm, Tone::Familiar];

    /// Returns the word that templates see.
    pub(super) fn name(self) -> &'static str {
        match self {
            Tone::Formal => "formal",
            Tone::Warm | Tone::Familiar => "warm",
        }
    }

    /// Returns one of three texts.
    pub(super) fn pick<'a>(self, formal: &'a str, warm: &'a str, familiar: &'a str) -> &'a str {
        match self {
            Tone::Formal => formal,
            Tone::Warm => warm,
            Tone::Familiar => familiar,
        }
    }
}
