//! The headings of a text, moved below those of its page and named, so that links lead to them.

use std::collections::BTreeMap;

use crate::locale::fold_name;
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

/// Returns the id of each heading in order, and of each folded name, that of a second heading of a name with `-1`.
pub(super) fn heading_ids<'a>(
    events: impl Iterator<Item = &'a Event<'a>>,
    prefix: &str,
) -> (Vec<String>, BTreeMap<String, String>) {
    let (mut ids, mut places) = (Vec::new(), BTreeMap::new());
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    let mut open: Option<String> = None;
    for event in events {
        match event {
            Event::Start(Mark::Heading { .. }) => open = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(name) = &mut open {
                    name.push_str(text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let slug = slug(&open.take().unwrap_or_default());
                let (mut name, mut folded) = (slug.clone(), fold_name(&slug));
                if places.contains_key(&folded) {
                    let times = used.entry(folded.clone()).or_default();
                    while places.contains_key(&folded) {
                        *times += 1;
                        name = format!("{slug}-{times}");
                        folded = fold_name(&name);
                    }
                }
                let id = [prefix, "h-", &name].concat();
                places.insert(folded, id.clone());
                ids.push(id);
            }
            _ => {}
        }
    }
    (ids, places)
}

/// Returns a heading as links write it: lower case, letters and digits, `-` for each space.
fn slug(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
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

    #[test]
    fn headings_are_named_as_links_write_them() {
        assert_eq!(slug(" Mon  Bilan : l’été (2) "), "mon--bilan--lété-2");
        assert_eq!(fold_name("mon-bilan"), fold_name(&slug("Mon bilan")));
        let found: Vec<Event<'_>> = events("# A *b*\n\n# A b\n\n# 🙂\n\nc\n===\n").map(|(event, _)| event).collect();
        let (ids, places) = heading_ids(found.iter(), "x-");
        assert_eq!(ids, ["x-h-a-b", "x-h-a-b-1", "x-h-", "x-h-c"]);
        assert_eq!(places.get(&fold_name("A-b-1")), Some(&ids[1]));
    }
}
