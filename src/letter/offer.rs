//! The letters that fit how an entry stands, for its page to offer.

use jiff::civil::Date;

use super::{Kind, Letter, Letters, Request, Tone, mailto};
use crate::diagnostic::{Code, Result};
use crate::model::{Entry, Journal};

/// A letter that an entry could need, ready to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterOffer {
    /// What it is for.
    pub kind: Kind,
    /// What it is for, in words.
    pub label: String,
    /// The letter; what is missing stands in it as a visible placeholder.
    pub letter: Letter,
    /// The letter as a link for a mail program, when it has a subject and somebody to go to.
    pub mailto: Option<String>,
}

/// Returns the letters that fit how `entry` stands, in the order of a follow-up.
///
/// They are formal, and whatever the day: when a letter is due is the agenda's
/// to say. An open application and a draft have none.
///
/// # Errors
/// `template-invalid` for a template of the journal's own.
pub fn letters_for(journal: &Journal, entry: &Entry, letters: &Letters, today: Date) -> Result<Vec<LetterOffer>> {
    let mut offers = Vec::new();
    for kind in Kind::ALL.iter().copied().filter(|kind| !entry.draft && kind.fits(entry)) {
        let name = kind.name();
        let request = Request { journal, entry, today, name, tone: Tone::Formal, about: &[], allow_missing: true };
        let letter = match letters.write(&request) {
            Ok(letter) => letter,
            Err(problem) if problem.code == Code::TemplateInvalid => return Err(problem),
            // A note that names too much or is too long is not worth offering.
            Err(_) => continue,
        };
        let label = letters.locale.text(&format!("letter-label-{name}")).to_owned();
        let has_address = letter.to.as_ref().is_some_and(|to| to.address.is_some());
        let mailto = (has_address && letter.subject.is_some()).then(|| mailto(&letter));
        offers.push(LetterOffer { kind, label, letter, mailto });
    }
    Ok(offers)
}
