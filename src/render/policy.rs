//! The content security policy that every page has, whatever its theme writes.
//!
//! In: a rendered page. Out: the same page, which runs nothing but rebond's own
//! scripts, asks no other machine for anything and sends nothing anywhere. A
//! script runs by a nonce made from the page itself, which nothing in the page
//! can therefore know. What a policy cannot hold, a page of a journal's own
//! theme may not have: elements that lead or prepare to lead elsewhere by
//! themselves (`leak`).

use std::cell::RefCell;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use sha2::{Digest, Sha256};

/// Rebond's own scripts, which no theme can replace: their names in the site, and their texts.
pub const SCRIPTS: &[(&str, &str)] = &[
    ("entries.js", include_str!("script/entries.js")),
    ("find.js", include_str!("script/find.js")),
    ("search.js", include_str!("script/search.js")),
];

/// The script that holds what the search page searches; made from the journal.
pub(super) const SEARCH_DATA: &str = "search-data.js";

/// Returns the scripts that run on the page at `path`, in order.
pub(super) fn scripts_of(path: &str) -> &'static [&'static str] {
    match path {
        "search.html" => &["find.js", SEARCH_DATA, "search.js"],
        "entries/index.html" => &["find.js", "entries.js"],
        _ => &[],
    }
}

/// Which scripts of the theme run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeScripts {
    /// None.
    #[default]
    Held,
    /// Those that stand in files of the site.
    Trusted,
}

/// What a page may load.
#[derive(Clone, Debug)]
pub(super) enum Rights {
    /// Files of the site: rebond's own scripts, by their addresses, and those of a theme that is trusted.
    InSite {
        /// The addresses.
        scripts: Vec<String>,
        /// Which scripts of the theme run.
        of_the_theme: ThemeScripts,
    },
    /// Nothing but what it holds itself: a page for paper, which may stand anywhere.
    Alone,
}

/// Returns `page` with the policy, and rebond's own scripts, at the beginning of its head.
pub(super) fn guard(mut page: String, rights: &Rights) -> String {
    let (scripts, of_the_theme) = match rights {
        Rights::InSite { scripts, of_the_theme } => (scripts.as_slice(), *of_the_theme),
        Rights::Alone => (&[][..], ThemeScripts::Held),
    };
    let (files, images) = match rights {
        Rights::InSite { .. } => ("'self' file:", "'self' file:"),
        Rights::Alone => ("", "data:"),
    };
    let nonce = if scripts.is_empty() { String::new() } else { nonce(&page) };
    let mut script_sources = Vec::new();
    if !scripts.is_empty() {
        script_sources.push(format!("'nonce-{nonce}'"));
    }
    if of_the_theme == ThemeScripts::Trusted {
        script_sources.push("'self' file:".to_owned());
    }
    if script_sources.is_empty() {
        script_sources.push("'none'".to_owned());
    }
    let fonts = if files.is_empty() { "'none'" } else { files };
    let mut head = format!(
        "\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {}; \
         style-src {files}{}; img-src {images}; font-src {fonts}; base-uri 'none'; form-action 'none'\">\n\
         <meta http-equiv=\"x-dns-prefetch-control\" content=\"off\">",
        script_sources.join(" "),
        inline_styles(&page),
    );
    for address in scripts {
        let _ = write!(head, "\n<script nonce=\"{nonce}\" src=\"{address}\" defer></script>");
    }
    page.insert_str(head_start(&page), &head);
    page
}

/// Returns a word that no page can hold and have made from itself.
fn nonce(page: &str) -> String {
    BASE64.encode(Sha256::digest(page)).chars().filter(char::is_ascii_alphanumeric).take(32).collect()
}

/// Returns the sources that allow the `<style>` elements of a page, each after a space.
fn inline_styles(page: &str) -> String {
    // Most pages have none.
    if memchr::memmem::find(page.as_bytes(), b"<style>").is_none() {
        return String::new();
    }
    let style =
        |rest: &str| Some(format!(" 'sha256-{}'", BASE64.encode(Sha256::digest(rest.split_once("</style>")?.0))));
    page.split("<style>").skip(1).filter_map(style).collect()
}

/// Returns where the head begins: after `<head>`, else after the doctype, else at the beginning.
///
/// Only plain beginnings are known: what a theme writes in any other way comes after the policy.
fn head_start(page: &str) -> usize {
    let Some(rest) = after(page, "<!doctype html>") else { return 0 };
    let head = after(rest, "<html").and_then(after_attributes).and_then(|rest| after(rest, "<head>"));
    page.len() - head.unwrap_or(rest).len()
}

/// Returns what follows `known`, in any case, at the beginning of `text`.
fn after<'a>(text: &'a str, known: &str) -> Option<&'a str> {
    let (start, rest) = text.trim_start().split_at_checked(known.len())?;
    start.eq_ignore_ascii_case(known).then_some(rest)
}

/// Returns what follows the attributes of a tag that are written `name="value"`.
fn after_attributes(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    while !rest.starts_with('>') {
        let (name, value) = rest.split_once("=\"")?;
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphabetic() || c == '-') {
            return None;
        }
        rest = value.split_once('"')?.1.trim_start();
    }
    rest.strip_prefix('>')
}

/// Returns the first element of a page that leads elsewhere without a click, or prepares to: what no policy holds.
///
/// These are `<meta http-equiv>`, but for policies and encodings, and links of
/// the head to anything but files of the site. A browser begins each element
/// where its name is written, so each such place is looked at by itself,
/// wherever the page hides it.
pub(super) fn leak(page: &str) -> Option<String> {
    let starts = page.match_indices('<').filter_map(|(at, _)| page.get(at..));
    starts.filter(|rest| has_name(rest, "<meta") || has_name(rest, "<link")).find_map(|rest| {
        let tag = first_tag(rest)?;
        leads_elsewhere(&tag).then(|| rest.chars().take_while(|c| *c != '>').take(80).chain(['>']).collect())
    })
}

fn has_name(rest: &str, name: &str) -> bool {
    rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

fn leads_elsewhere(tag: &Tag) -> bool {
    let values = |name: &'static str| tag.attrs.iter().filter(move |attr| &*attr.name.local == name);
    match &*tag.name {
        "meta" => values("http-equiv").any(|attr| {
            !["content-security-policy", "content-type"].contains(&&*attr.value.trim().to_ascii_lowercase())
        }),
        "link" => values("href").any(|attr| !is_of_the_site(&attr.value)),
        _ => false,
    }
}

/// Returns whether an address is plainly that of a file of the site.
fn is_of_the_site(address: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | '#' | '?' | '=' | '%');
    address.chars().all(is_plain) && !address.starts_with('/')
}

/// Returns the tag that `html` begins with, as browsers read it.
fn first_tag(html: &str) -> Option<Tag> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(First(RefCell::new(None)), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.sink.0.into_inner()
}

/// Keeps the first tag, and stops there.
struct First(RefCell<Option<Tag>>);

impl TokenSink for First {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut first = self.0.borrow_mut();
        if let Token::TagToken(tag) = token
            && first.is_none()
            && tag.kind == TagKind::StartTag
        {
            *first = Some(tag);
        }
        if first.is_some() { TokenSinkResult::Script(()) } else { TokenSinkResult::Continue }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_policy(page: &str, rights: &Rights) -> String {
        guard(page.to_owned(), rights)
    }

    fn in_site(scripts: &[String], of_the_theme: ThemeScripts) -> Rights {
        Rights::InSite { scripts: scripts.to_vec(), of_the_theme }
    }

    #[test]
    fn a_page_that_stands_alone_loads_nothing() {
        let guarded =
            with_policy("<!doctype html><html lang=\"fr\"><head><style>p { color: red }</style>", &Rights::Alone);
        let policy = guarded.split_once("content=\"").unwrap().1.split_once('"').unwrap().0;
        let sources: Vec<&str> = policy.split(';').map(str::trim).collect();
        assert_eq!(
            sources,
            [
                "default-src 'none'",
                "script-src 'none'",
                "style-src  'sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4='",
                "img-src data:",
                "font-src 'none'",
                "base-uri 'none'",
                "form-action 'none'"
            ]
        );
    }

    #[test]
    fn the_policy_stands_before_anything_a_theme_can_write() {
        #[track_caller]
        fn case(page: &str, before: &str) {
            let guarded = with_policy(page, &in_site(&[], ThemeScripts::Held));
            let (start, rest) = guarded.split_once("\n<meta http-equiv=\"Content-Security-Policy\"").unwrap();
            assert_eq!(start, before, "{page}");
            let after = rest.split_once("content=\"off\">").unwrap().1;
            assert_eq!(format!("{start}{after}"), page);
        }
        case("<!doctype html>\n<html lang=\"fr\">\n<head>\n<title>", "<!doctype html>\n<html lang=\"fr\">\n<head>");
        case("<!DOCTYPE HTML><HTML><HEAD><title>", "<!DOCTYPE HTML><HTML><HEAD>");
        for (page, start) in [
            ("<p>x</p>", ""),
            ("<!-- <!doctype html><html><head> --><script>", ""),
            ("<!doctype html><script></script><html><head>", "<!doctype html>"),
            ("<!doctype html><html x=\"> <head>\" ><head>", "<!doctype html><html x=\"> <head>\" ><head>"),
            ("<!doctype html><html a\" b=\"> <head>\"><head>", "<!doctype html>"),
            ("<!doctype html><html x='\"' y=\"><head>\">", "<!doctype html>"),
            ("<!doctype html><html lang=fr><head>", "<!doctype html>"),
            ("é", ""),
        ] {
            case(page, start);
        }
    }

    #[test]
    fn scripts_run_by_a_word_that_the_page_cannot_know() {
        let scripts = ["../search.js".to_owned()];
        let guarded = with_policy("<!doctype html><title>a</title>", &in_site(&scripts, ThemeScripts::Held));
        let nonce = guarded.split_once("'nonce-").unwrap().1.split_once('\'').unwrap().0;
        assert!(
            nonce.len() == 32 && guarded.contains(&format!("<script nonce=\"{nonce}\" src=\"../search.js\" defer>"))
        );
        assert!(
            !guarded.contains("'unsafe") && !with_policy("<p>", &in_site(&[], ThemeScripts::Held)).contains("nonce")
        );
        assert!(
            !with_policy(&format!("<!doctype html><title>{nonce}</title>"), &in_site(&scripts, ThemeScripts::Held))
                .contains(&format!("nonce-{nonce}"))
        );
        assert!(with_policy("<p>", &in_site(&[], ThemeScripts::Trusted)).contains("script-src 'self' file:;"));
        assert!(with_policy("<p>", &in_site(&[], ThemeScripts::Held)).contains("script-src 'none';"));
    }

    #[test]
    fn a_style_in_the_page_is_allowed_by_its_hash() {
        let guarded = with_policy("<style>p { color: red }</style><style>", &in_site(&[], ThemeScripts::Held));
        // Made by `printf 'p { color: red }' | openssl dgst -sha256 -binary | base64`.
        assert!(
            guarded.contains("style-src 'self' file: 'sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4=';"),
            "{guarded}"
        );
    }

    #[test]
    fn elements_that_lead_elsewhere_are_found_wherever_they_hide() {
        for page in [
            "<meta http-equiv=refresh content='0;url=https://example.org'>",
            "x<META/HTTP-EQUIV='Refresh'>",
            "<meta content=\"a>b\" http-equiv=refresh>",
            "<meta a\" http-equiv=refresh b=\"\">",
            "<style><a title=\"</style><meta http-equiv=refresh>\">",
            "<!-- <meta a=\" --><meta http-equiv='set-cookie' content=x><!-- \" -->",
            "<meta http-equiv=\"ref&#114;esh\">",
            "<link rel=dns-prefetch href=//example.org>",
            "<LINK REL=preconnect HREF=\"&#104;ttps://example.org\">",
            "<link rel=stylesheet href='\\\\example.org/a'>",
        ] {
            assert!(leak(page).is_some(), "{page}");
        }
        for page in [
            "<meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"../style.css\"><a href=\"https://example.org\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">",
            "&lt;meta http-equiv=refresh>",
            "<p>http-equiv=refresh</p>",
        ] {
            assert_eq!(leak(page), None, "{page}");
        }
    }
}
