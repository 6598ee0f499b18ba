//! Pages for paper: which there are, on which sheet, and the style that each page holds itself.
//!
//! A print page stands alone: its style is in the page, images are addresses
//! that hold them, nothing leads to another file. Out: what a print page's frame
//! shows.

use std::fmt::Write as _;

use serde::Serialize;

use super::view::{Context, FrameView, left_out_count};
use crate::diagnostic::Result;
use crate::locale::Locale;
use crate::model::Journal;
use crate::template::Html;

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 millimetres.
    #[default]
    A4,
    /// 8½ by 11 inches.
    Letter,
}

impl Paper {
    /// Returns the paper that a region uses: Letter in the United States and Canada, else A4.
    pub fn of_region(region: &str) -> Self {
        if region.starts_with("US") || region.starts_with("CA") { Paper::Letter } else { Paper::A4 }
    }

    /// Returns its name in style sheets.
    fn name(self) -> &'static str {
        match self {
            Paper::A4 => "A4",
            Paper::Letter => "letter",
        }
    }
}

/// What can be printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PrintPage {
    /// The whole report.
    #[default]
    Report,
    /// One sheet to read before an interview.
    Brief,
    /// One sheet for a weekly meeting.
    Week,
    /// The plain list of applications with their dates.
    Applications,
}

impl PrintPage {
    /// Every page.
    pub const ALL: [PrintPage; 4] = [PrintPage::Report, PrintPage::Brief, PrintPage::Week, PrintPage::Applications];

    /// Returns where it stands in the site; its template has the same name.
    pub fn path(self) -> &'static str {
        match self {
            PrintPage::Report => "print.html",
            PrintPage::Brief => "print-brief.html",
            PrintPage::Week => "print-week.html",
            PrintPage::Applications => "print-applications.html",
        }
    }

    /// Returns whether it shows what is private: the report does, which stays at home; the sheets are made to be
    /// taken along or handed over.
    pub fn shows_private(self) -> bool {
        self == PrintPage::Report
    }

    fn title(self, journal: &Journal, locale: &Locale) -> String {
        match self {
            PrintPage::Report => journal.settings.title.clone(),
            PrintPage::Brief => locale.text("brief-title").to_owned(),
            PrintPage::Week => locale.text("week-title").to_owned(),
            PrintPage::Applications => locale.text("applications-title").to_owned(),
        }
    }
}

/// What the template `print.css` sees.
#[derive(Clone, Debug, Serialize)]
struct StyleView {
    /// The size of the sheet, as `@page` takes it.
    paper: &'static str,
    /// What stands above each page on the left, as a string of CSS.
    header: Html,
    /// The day, as a string of CSS.
    day: Html,
    /// The page's number of how many, as a value of `content`.
    number: Html,
}

/// The longest title in the margin of a page, in characters.
const HEADER_LIMIT: usize = 60;

/// Returns the frame of a print page, with its style and its policy.
///
/// # Errors
/// `template-invalid`.
pub(super) fn frame(context: &Context<'_>, page: PrintPage) -> Result<FrameView> {
    let (journal, locale) = (context.journal(), context.locale());
    let title = page.title(journal, locale);
    let author = journal.settings.author.name.clone();
    let named = |title: &str| match &author {
        Some(name) => format!("{title} · {name}"),
        None => title.to_owned(),
    };
    let header = super::view::cut(&named(&title), HEADER_LIMIT);
    let view = StyleView {
        paper: context.paper().name(),
        header: Html(css_string(&header)),
        day: Html(css_string(&locale.date(context.report().today))),
        number: Html(page_number(locale)),
    };
    let style = context.templates().render("print.css", &view)?;
    Ok(FrameView {
        document: named(&title),
        title,
        author,
        style: Html(style),
        left_out: left_out_count(journal, locale),
        generator: format!("rebond {}", env!("CARGO_PKG_VERSION")),
    })
}

// Private characters that stand for the numbers until the message is put together.
const NUMBER: char = '\u{e000}';
const OF: char = '\u{e001}';

/// Returns `page n of m` as a value of `content`.
fn page_number(locale: &Locale) -> String {
    let message = locale.format("page-of", &[("page", NUMBER.to_string().into()), ("pages", OF.to_string().into())]);
    let mut value = String::new();
    let mut text = String::new();
    for c in message.chars() {
        let counter = match c {
            NUMBER => " counter(page) ",
            OF => " counter(pages) ",
            c => {
                text.push(c);
                continue;
            }
        };
        value.push_str(&css_string(&std::mem::take(&mut text)));
        value.push_str(counter);
    }
    value + &css_string(&text)
}

/// Returns a text as a string of CSS that holds whatever it holds.
fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '-') {
            string.push(c);
        } else {
            let _ = write!(string, "\\{:x} ", u32::from(c));
        }
    }
    string + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn north_america_prints_on_letter() {
        let papers = ["US", "CA-QC", "FR", "CH-VD", ""].map(Paper::of_region);
        assert_eq!(papers, [Paper::Letter, Paper::Letter, Paper::A4, Paper::A4, Paper::A4]);
    }

    #[test]
    fn a_title_cannot_leave_its_string() {
        assert_eq!(css_string("Été 2026"), "\"Été 2026\"");
        assert_eq!(css_string("a\"}</style>\\"), "\"a\\22 \\7d \\3c \\2f style\\3e \\5c \"");
    }

    #[test]
    fn the_number_of_a_page_is_said_in_the_language() {
        assert_eq!(page_number(&Locale::new(Lang::En, "")), "\"page \" counter(page) \" of \" counter(pages) \"\"");
        assert_eq!(page_number(&Locale::new(Lang::Fr, "")), "\"page \" counter(page) \" sur \" counter(pages) \"\"");
    }
}
