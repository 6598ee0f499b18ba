//! Headings to sections, and what a section makes of the text in it.

use crate::locale::same_name;
use crate::model::vocabulary::SECTIONS;
use crate::model::{Polarity, SectionKind, Source};

/// The sections open at one place, outermost first, each with the level of its heading.
#[derive(Debug, Default)]
pub(super) struct OpenSections {
    stack: Vec<(u8, Option<SectionKind>)>,
}

impl OpenSections {
    /// Opens the section of a heading; sections of the same or a deeper level end.
    pub(super) fn open(&mut self, level: u8, kind: Option<SectionKind>) {
        self.stack.retain(|(open, _)| *open < level);
        self.stack.push((level, kind));
    }

    /// Returns whether a section of this kind is open.
    pub(super) fn is_in(&self, kind: SectionKind) -> bool {
        self.kinds().any(|open| open == kind)
    }

    /// Returns the kinds of the open sections, innermost first.
    fn kinds(&self) -> impl Iterator<Item = SectionKind> + '_ {
        self.stack.iter().rev().filter_map(|(_, kind)| *kind)
    }

    /// Returns whether nothing here is evidence: feelings, private, opportunities, threats, actions.
    pub(super) fn is_silent(&self) -> bool {
        self.kinds().any(|kind| {
            matches!(
                kind,
                SectionKind::Feelings
                    | SectionKind::Private
                    | SectionKind::Opportunities
                    | SectionKind::Threats
                    | SectionKind::Actions
            )
        })
    }

    /// Returns whose words stand here by the innermost heading that says so; `None` in ordinary text.
    pub(super) fn source(&self) -> Option<Source> {
        self.kinds().find_map(|kind| match kind {
            SectionKind::Feedback => Some(Source::Recruiter),
            SectionKind::SecondOpinion => Some(Source::Peer),
            SectionKind::Debrief => Some(Source::Own),
            _ => None,
        })
    }

    /// Returns the sign of a bare tag here: a strength under a strengths heading, else a weakness.
    pub(super) fn polarity(&self) -> Polarity {
        let sign = self.kinds().find_map(|kind| match kind {
            SectionKind::Strengths => Some(Polarity::Strength),
            SectionKind::Weaknesses => Some(Polarity::Weakness),
            _ => None,
        });
        sign.unwrap_or(Polarity::Weakness)
    }

    /// Returns the list of the SWOT that items here belong to.
    pub(super) fn swot(&self) -> Option<SectionKind> {
        let is_hidden = self.is_in(SectionKind::Feelings) || self.is_in(SectionKind::Private);
        self.kinds()
            .find(|kind| matches!(kind, SectionKind::Opportunities | SectionKind::Threats))
            .filter(|_| !is_hidden)
    }
}

/// Returns the section that a heading opens.
///
/// Case, accents, numbers, emoji and punctuation at the ends do not matter; extra words do.
pub(crate) fn section_of(heading: &str) -> Option<SectionKind> {
    let named = |is_name: &dyn Fn(&str) -> bool| {
        SECTIONS.iter().find(|(_, en, fr)| en.iter().chain(fr.iter()).any(|known| is_name(known)))
    };
    let section = named(&|known| known == heading).or_else(|| {
        let words: Vec<&str> = heading
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
            .filter(|word| !word.is_empty())
            .collect();
        let name = words.join(" ");
        named(&|known| same_name(known, &name))
    });
    section.map(|(kind, _, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_opens_its_section_however_it_is_dressed() {
        #[track_caller]
        fn case(heading: &str, expected: Option<SectionKind>) {
            assert_eq!(section_of(heading), expected, "{heading}");
        }
        case("Feedback", Some(SectionKind::Feedback));
        case("2. RETOUR DU RECRUTEUR :", Some(SectionKind::Feedback));
        case("💬 Retours", Some(SectionKind::Feedback));
        case("A ameliorer", Some(SectionKind::Weaknesses));
        case("Axes d'amélioration", Some(SectionKind::Weaknesses));
        case("Axes d’amélioration", Some(SectionKind::Weaknesses));
        case("Plan d’action", Some(SectionKind::Actions));
        case("Retour d'expérience", None);
        case("My feedback", None);
        case("", None);
    }

    #[test]
    fn the_innermost_heading_decides() {
        let mut open = OpenSections::default();
        open.open(2, Some(SectionKind::Feedback));
        open.open(3, Some(SectionKind::Strengths));
        assert_eq!((open.source(), open.polarity()), (Some(Source::Recruiter), Polarity::Strength));
        open.open(4, None);
        assert_eq!(open.polarity(), Polarity::Strength);
        open.open(3, Some(SectionKind::Weaknesses));
        assert_eq!(open.polarity(), Polarity::Weakness);
        open.open(2, Some(SectionKind::Debrief));
        assert_eq!(open.source(), Some(Source::Own));
        open.open(3, Some(SectionKind::Actions));
        assert!(open.is_silent());
    }
}
