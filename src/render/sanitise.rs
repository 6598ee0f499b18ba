//! Raw HTML in a journal, made harmless: no script, no style, no request to anywhere.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Mutex;

use ammonia::Builder;

/// Returns `html` without anything that runs, asks a server or looks like a part of the page's own.
///
/// Of the elements' ids only `own` stay, each once: those that rebond gave, which quotes lead to.
pub(super) fn sanitise(html: &str, own: BTreeSet<String>) -> String {
    let own = Mutex::new(own);
    let mut builder = Builder::default();
    builder
        .add_generic_attributes(["class", "id", "title", "lang", "dir", "role", "aria-label"])
        .add_tags(["section"])
        .rm_tags(["map", "area"])
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(Some("noreferrer"))
        .attribute_filter(move |element, attribute, value| {
            let stays = match (element, attribute) {
                (_, "id") => own.lock().is_ok_and(|mut own| own.remove(value)),
                ("a", "href") => !value.is_empty(),
                // The images of a site are in one folder; any other would be asked for in vain.
                ("img", "src") => value.trim_start_matches("../").starts_with("files/"),
                _ => true,
            };
            stays.then_some(Cow::Borrowed(value))
        });
    builder.clean(html).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_or_asks_is_taken_away_and_the_rest_stays() {
        #[track_caller]
        fn case(html: &str, expected: &str) {
            assert_eq!(sanitise(html, ["L3".to_owned()].into()), expected, "{html}");
        }
        case(
            "<kbd>x</kbd><br><details><summary>s</summary>t</details>",
            "<kbd>x</kbd><br><details><summary>s</summary>t</details>",
        );
        case("a<script>alert(1)</script>b", "ab");
        case("<a href=\"javascript:alert(1)\" onclick=\"x\">a</a>", "<a rel=\"noreferrer\">a</a>");
        case(
            "<img src=\"https://x.org/a.png\" alt=\"a\"><img src=\"../files/a.png\"><img src=a.png><img src=//x.org/files/a.png>",
            "<img alt=\"a\"><img src=\"../files/a.png\"><img><img>",
        );
        case("<p style=\"position:fixed\">x</p><style>p{}</style>", "<p>x</p>");
        case(
            "<span id=\"L3\" class=\"anchor\"></span><i id=\"main\">a</i>",
            "<span id=\"L3\" class=\"anchor\"></span><i>a</i>",
        );
    }
}
