//! The pages for paper: the report, and three sheets.

mod applications;
mod brief;
mod fit;
mod report;
mod week;

use serde::Serialize;

pub(in crate::render) use applications::{ApplicationsView, applications};
pub(in crate::render) use brief::{BriefView, brief};
pub(in crate::render) use report::{PrintView, report};
pub(in crate::render) use week::{WeekView, week};

use super::Context;
use crate::analyse::EvidenceFigure;
use crate::model::Entry;
use crate::template::Html;

/// What every print page has.
#[derive(Clone, Debug, Default, Serialize)]
pub(in crate::render) struct FrameView {
    /// The title of the document: the page's, and whose it is.
    pub(in crate::render) document: String,
    /// The title of the page.
    pub(in crate::render) title: String,
    /// Whose it is.
    pub(in crate::render) author: Option<String>,
    /// The style, for a `style` element that holds nothing else.
    pub(in crate::render) style: Html,
    /// How many files have errors, when any has.
    pub(in crate::render) left_out: Option<String>,
    /// What made the page; `build` replaces a page only where it says so.
    pub(in crate::render) generator: String,
}

impl FrameView {
    /// Returns the lines of a sheet that what it says of errors takes.
    fn lines(&self) -> usize {
        self.left_out.as_ref().map_or(0, |text| fit::lines(text, fit::LINE))
    }
}

/// Something that happened or is to be done, on a sheet.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct SheetRowView {
    /// The day, or what stands before the text; may be empty.
    when: String,
    /// What it is.
    text: String,
    /// What is to be known of it; may be empty.
    note: String,
}

/// What fits of a list on a sheet.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct SheetListView {
    /// The first rows.
    rows: Vec<SheetRowView>,
    /// How many more there are.
    more: Option<String>,
}

impl SheetListView {
    /// Returns the first `shown` rows of a list that has `all`.
    fn new(context: &Context<'_>, mut rows: Vec<SheetRowView>, shown: usize, all: usize) -> Self {
        rows.truncate(shown);
        Self { more: more(context, all.saturating_sub(rows.len())), rows }
    }
}

/// Says how many more there are, if any.
fn more(context: &Context<'_>, count: usize) -> Option<String> {
    (count > 0).then(|| context.format("and-more", &[("count", count.into())]))
}

/// Returns who said something: recruiter, outside view or oneself, and where.
fn said_by(context: &Context<'_>, evidence: &EvidenceFigure, entry: &Entry) -> String {
    let source = super::common::source_text(context.locale(), evidence.source);
    format!("{source}, {}", super::cut(&entry.company, fit::NAME))
}
