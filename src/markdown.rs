//! The Markdown of a journal: CommonMark with GFM's tables, tasks, strikethrough and footnotes, and wiki links.
//!
//! The only module that sets up `pulldown-cmark`; `parse` and `render` read
//! its events, so that both see the same blocks at the same places.

use std::ops::Range;

pub(crate) use pulldown_cmark::html::push_html;
pub(crate) use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};
use pulldown_cmark::{Options, Parser};

/// Returns the events of `text`, each with its range of bytes.
pub(crate) fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_GFM;
    Parser::new_ext(text, options).into_offset_iter()
}
