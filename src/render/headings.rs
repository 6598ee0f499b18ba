//! The headings of a text, moved below those of its page.

use crate::markdown::{Event, HeadingLevel, Tag as Mark, TagEnd};

/// Moves headings below the one of level `under`: the highest just below it, no level left out.
pub(super) fn place_headings(events: &mut [Event<'_>], under: u8) {
    let highest = events.iter().filter_map(|event| match event {
        Event::Start(Mark::Heading { level, .. }) => Some(*level as u8),
        _ => None,
    });
    let Some(highest) = highest.min() else { return };
    let mut last = under;
    for event in events {
        match event {
            Event::Start(Mark::Heading { level, .. }) => {
                last = (under + 1 + *level as u8 - highest).min(last + 1).min(6);
                *level = heading(last);
            }
            Event::End(TagEnd::Heading(level)) => *level = heading(last),
            _ => {}
        }
    }
}

fn heading(level: u8) -> HeadingLevel {
    HeadingLevel::try_from(usize::from(level)).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{events, push_html};

    #[test]
    fn headings_begin_below_the_page_and_leave_no_level_out() {
        #[track_caller]
        fn case(text: &str, under: u8, expected: &str) {
            let mut found: Vec<Event<'_>> = events(text).map(|(event, _)| event).collect();
            place_headings(&mut found, under);
            let mut html = String::new();
            push_html(&mut html, found.into_iter());
            assert_eq!(html.replace('\n', ""), expected, "{text:?}");
        }

        case("no heading", 1, "<p>no heading</p>");
        case("# A\n## B", 1, "<h2>A</h2><h3>B</h3>");
        case("## A\n### B\n## C", 1, "<h2>A</h2><h3>B</h3><h2>C</h2>");
        case("## A\n#### B", 2, "<h3>A</h3><h4>B</h4>"); // a level left out
        case("### A\n## B", 1, "<h2>A</h2><h2>B</h2>"); // the first is not the highest
        case("# A\n## B\n### C\n#### D\n##### E", 2, "<h3>A</h3><h4>B</h4><h5>C</h5><h6>D</h6><h6>E</h6>");
    }
}
