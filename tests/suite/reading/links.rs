//! Links, images and placeholders.

use super::*;

#[test]
fn links_that_lead_nowhere_are_told_where_they_stand() {
    #[track_caller]
    fn case(found: &TestJournal, expected: &[&str]) {
        let found: Vec<String> = found.problems().iter().map(|line| line.replace("entries/2026/a.md:", "")).collect();
        assert_eq!(found, expected);
    }
    let journal = |text: &str| {
        TestJournal::new()
            .entry("2026/a.md", &entry_text("", text))
            .entry("b c.md", &entry_text("", ""))
            .goal("é.md", "# G\n")
            .file("entries/2026/photo.png", b"png")
            .file("plan/notes.txt", b"txt")
    };
    case(
        &journal(
            "[b](../b%20c.md) [b](<../b c.md>) [g](../../plan/%C3%A9.md#x) [n](/plan/notes.txt) ![p](photo.png)\n",
        ),
        &[],
    );
    case(
        &journal(
            "[[b c]] [[é]] [[plan/é]] [[b c.md|there]] [[b c#there]] [[a]] [[photo.png]] ![[photo.png]] ![[b c]]\n",
        ),
        &[],
    );
    case(
        &journal(
            "[x](https://x.org) [m](mailto:a@b) [t](tel:1) [o](../../../x.md) [h](#here) [e]() <https://x.org> //x\n",
        ),
        &[],
    );
    case(
        &journal("é [x](../b.md) ![y](z.png) [[nobody]] [[no.png]] [r][r]\n\n[r]: gone.md\n"),
        &["6:3 link-broken", "6:16 link-broken", "6:28 link-broken", "6:39 link-broken", "6:50 link-broken"],
    );
}

#[test]
fn links_are_kept_as_they_are_written() {
    let entry = journal("", "[a](b%20c.md \"t\") [[d e|f]] ![g](h.png) <https://x.org>\n").only_entry();
    let links: Vec<(&str, LinkKind)> = entry.body.links.iter().map(|link| (link.target.as_str(), link.kind)).collect();
    assert_eq!(links, [("b%20c.md", LinkKind::Link), ("d e", LinkKind::Wiki), ("h.png", LinkKind::Image)]);
}

#[test]
fn placeholders_of_templates_are_told_in_text_and_headings_but_not_in_code() {
    problems_of(
        "",
        "# {{my_title}}\n\n<% tp.date() %> and {{date}}\n\n`{{code}}`\n\n```\n{{code}}\n```\n",
        &["6:3 placeholder-left", "8:1 placeholder-left", "8:21 placeholder-left"],
    );
    problems_of("", "{{ open and }} {{ {{inner}} {{left\n", &["6:1 placeholder-left", "6:19 placeholder-left"]);
    problems_of("", "<!-- {{hidden}} --> {single} 5 <% 3\n", &[]);
}
