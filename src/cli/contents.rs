//! The numbers of pages in a PDF's list of contents.
//!
//! A page for paper leaves a place for each: an empty element with `data-of`,
//! whose value is what its line leads to. Browsers that know `target-counter`
//! write the numbers themselves. For the others, the PDF tells on which page
//! each place came to stand, and is printed again with the numbers in the page.

use std::collections::BTreeMap;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, ObjectIdentifier};

/// What begins the place of a number, up to what its line leads to.
const PLACE: &str = "<span class=\"page\" data-of=\"";

/// Returns the page `html` with the numbers that its PDF tells; `None` when there is none to write.
pub(crate) fn numbered(html: &str, pdf: &[u8]) -> Option<String> {
    if !html.contains(PLACE) {
        return None;
    }
    let pages = pages(pdf)?;
    let mut parts = html.split(PLACE);
    let (mut numbered, mut count) = (parts.next()?.to_owned(), 0);
    for part in parts {
        numbered.push_str(PLACE);
        let (place, rest) = part.split_once("\">")?;
        numbered.push_str(place);
        numbered.push_str("\">");
        if let Some(page) = pages.get(place) {
            numbered.push_str(&page.to_string());
            count += 1;
        }
        numbered.push_str(rest);
    }
    (count > 0).then_some(numbered)
}

/// Returns on which page, from 1, each named place of a PDF stands.
pub(crate) fn pages(pdf: &[u8]) -> Option<BTreeMap<String, usize>> {
    let pdf = Pdf::new(pdf.to_vec()).ok()?;
    let ids = pdf.pages().iter().enumerate().filter_map(|(index, page)| Some((page.raw().obj_id()?, index + 1)));
    let ids: BTreeMap<ObjectIdentifier, usize> = ids.collect();
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let places: Dict<'_> = root.get("Dests")?;
    let page = |name: &str| {
        let place: Array<'_> = places.get(name)?;
        let page = place.raw_iter().next()?.as_obj_ref()?;
        ids.get(&page.into()).copied()
    };
    Some(places.keys().filter_map(|name| Some((name.as_str().to_owned(), page(name.as_str())?))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two pages, and three names: one on each page, one on none.
    const PDF: &str = "%PDF-1.4
1 0 obj
<</Type /Catalog /Pages 2 0 R /Dests 5 0 R>>
endobj
2 0 obj
<</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>>
endobj
3 0 obj
<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>
endobj
4 0 obj
<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>
endobj
5 0 obj
<</today [3 0 R /XYZ 0 9 0] /goal-caf#C3#A9 [4 0 R /XYZ 0 9 0] /lost [9 0 R /XYZ 0 9 0]>>
endobj
trailer
<</Root 1 0 R>>
";

    #[test]
    fn names_stand_on_pages_from_one() {
        let pages = pages(PDF.as_bytes()).unwrap();
        let expected = [("goal-café".to_owned(), 2), ("today".to_owned(), 1)];
        assert_eq!(pages.into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn numbers_are_written_where_their_places_are() {
        let place =
            |of: &str, number: &str| format!("<a>x</a> <span class=\"page\" data-of=\"{of}\">{number}</span>\n");
        let html = format!("<p>\n{}{}{}", place("today", ""), place("elsewhere", ""), place("goal-café", ""));
        let expected = format!("<p>\n{}{}{}", place("today", "1"), place("elsewhere", ""), place("goal-café", "2"));
        assert_eq!(numbered(&html, PDF.as_bytes()), Some(expected));
    }

    #[test]
    fn without_numbers_nothing_is_written() {
        assert_eq!(numbered("<p>no place</p>", PDF.as_bytes()), None);
        let html = format!("{PLACE}today\"></span>");
        assert_eq!(numbered(&html, b"%PDF-1.4 broken"), None);
        assert_eq!(numbered(&html.replace("today", "nowhere"), PDF.as_bytes()), None);
        let nameless = PDF.replace("/Dests 5 0 R", "");
        assert_eq!(numbered(&html, nameless.as_bytes()), None);
    }
}
