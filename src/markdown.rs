//! The Markdown of a journal: CommonMark with GFM's tables, tasks, strikethrough and footnotes, and wiki links.
//!
//! The only module that sets up `pulldown-cmark`; `parse` and `render` read
//! its events, so that both see the same blocks at the same places.

use std::ops::Range;

pub(crate) use pulldown_cmark::html::push_html;
pub(crate) use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};
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

/// Returns the addresses in a piece of raw HTML: where each stands, and whether it is an image's.
///
/// Known are `href="…"` of links and `src="…"` of images, in a tag that begins in the piece; anything else stays as
/// it is written.
pub(crate) fn html_addresses(html: &str) -> Vec<(Range<usize>, bool)> {
    let mut addresses = Vec::new();
    for (at, _) in html.match_indices('<') {
        let Some(tag) = html.get(at..).and_then(|rest| rest.split('>').next()) else { continue };
        let name = tag.get(1..).unwrap_or_default().split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        let (attribute, is_image) = match name.to_ascii_lowercase().as_str() {
            "a" => ("href=", false),
            "img" => ("src=", true),
            _ => continue,
        };
        let Some((before, rest)) = tag.split_once(attribute) else { continue };
        let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
        let Some((value, _)) = rest.get(1..).and_then(|rest| rest.split_once(quote)) else { continue };
        let start = at + before.len() + attribute.len() + 1;
        if before.ends_with(|c: char| c.is_ascii_whitespace()) && !value.contains('&') {
            addresses.push((start..start + value.len(), is_image));
        }
    }
    addresses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_tags_alone() {
        #[track_caller]
        fn case(html: &str, expected: &[(&str, bool)]) {
            let found: Vec<_> =
                html_addresses(html).into_iter().map(|(range, image)| (html.get(range).unwrap(), image)).collect();
            assert_eq!(found, expected, "{html}");
        }
        case("<a href=\"b.md\">x</a>", &[("b.md", false)]);
        case("<p><A class='x' href='b.md'><img alt=\"\" src=\"p.png\"></A>", &[("b.md", false), ("p.png", true)]);
        case("<abbr href=\"x\"> href=\"b.md\" <a data-href=\"y\"> <a href=z> <a href=\"a&amp;b\"> <a href=\"", &[]);
        case("é<img src=\"é.png\"", &[("é.png", true)]);
    }
}
