//! What a page gets when it is served and never when it is built: the script, the banner, the policy as a header.

use super::reply::STRICT;
use super::{Answer, State};
use crate::diagnostic::show::printable;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::locale::Locale;
use crate::template::escape;

/// The most problems that a banner tells one by one.
const MOST: usize = 20;

/// Returns a page as it is served.
pub(super) fn page(html: &str, banner: &str, state: &State) -> Answer {
    let (html, own) = without_policy(html);
    let head = format!(
        "<link rel=\"stylesheet\" href=\"/_rebond/live.css\">\n\
         <script nonce=\"{:x}\" src=\"/_rebond/live.js\" data-state=\"{}\"></script>\n",
        state.run,
        state.text(),
    );
    let mut served = String::with_capacity(html.len() + head.len() + banner.len());
    let head_end = find(&html, "</head>").or_else(|| after_tag(&html, "<html")).unwrap_or(0);
    let (before, after) = html.split_at_checked(head_end).unwrap_or(("", &html));
    served.push_str(before);
    served.push_str(&head);
    let body = after_tag(after, "<body").filter(|_| !banner.is_empty());
    match body.and_then(|at| after.split_at_checked(at)) {
        Some((start, rest)) => {
            served.push_str(start);
            served.push_str(banner);
            served.push_str(rest);
        }
        None => {
            served.push_str(banner);
            served.push_str(after);
        }
    }
    Answer { policy: policy(own.as_deref(), state), ..Answer::file("index.html", served) }
}

/// Returns what stands above every page while something is broken; empty when nothing is.
pub(super) fn banner(problems: &Diagnostics, locale: &Locale) -> String {
    let errors: Vec<&Diagnostic> =
        problems.sorted().into_iter().filter(|problem| problem.severity() == Severity::Error).collect();
    if errors.is_empty() {
        return String::new();
    }
    let item = |problem: &&Diagnostic| {
        let place = problem.location.as_ref().map_or_else(String::new, |at| {
            format!("<code>{}</code> ", escape(&printable(&format!("{}:{}", at.path, at.position))))
        });
        let help =
            problem.help_text(locale).map_or_else(String::new, |help| format!("<br>{}", escape(&printable(&help))));
        format!("<li>{place}{}{help}</li>\n", escape(&printable(&problem.message(locale))))
    };
    let items: String = errors.iter().take(MOST).map(item).collect();
    let more = errors.len().saturating_sub(MOST);
    let more = if more == 0 { String::new() } else { locale.format("live-more", &[("count", more.into())]) };
    let title = locale.format("live-broken", &[("count", errors.len().into())]);
    format!(
        "<aside class=\"rebond-live\" lang=\"{lang}\" aria-label=\"{label}\">\n<p><strong>{title}</strong></p>\n\
         <ul>\n{items}</ul>\n{more}</aside>\n",
        lang = locale.lang.code(),
        label = escape(locale.text("live-label")),
        title = escape(&title),
        more = if more.is_empty() { more } else { format!("<p>{}</p>\n", escape(&more)) },
    )
}

/// Returns a page that stands for one that cannot be shown.
pub(super) fn empty_page(title_key: &str, banner: &str, state: &State, locale: &Locale) -> Answer {
    let title = escape(locale.text(title_key));
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n</head>\n\
         <body>\n<main class=\"rebond-live\"><p>{title}</p>\n<p><a href=\"/\">{}</a></p></main>\n</body>\n</html>\n",
        locale.lang.code(),
        escape(locale.text("live-home")),
    );
    page(&html, banner, state)
}

/// Takes the page's own policy out: it goes into a header, with leave for the script and its events.
fn without_policy(html: &str) -> (String, Option<String>) {
    const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    let taken = find(html, META).and_then(|start| {
        let (before, rest) = html.split_at_checked(start)?;
        let (policy, after) = rest.get(META.len()..)?.split_once('"')?;
        let after = after.get(after.find('>')? + 1..)?;
        Some((format!("{before}{after}"), Some(policy.replace("&#39;", "'").replace("&#x27;", "'"))))
    });
    taken.unwrap_or_else(|| (html.to_owned(), None))
}

/// Returns the policy of a served page: its own, or a strict one, with leave for what the server adds.
///
/// Its script runs by the number of this run, which nothing in a journal can know.
fn policy(own: Option<&str>, state: &State) -> String {
    let nonce = format!("'nonce-{:x}'", state.run);
    let own_source = "'self'".to_owned();
    let own = own.unwrap_or(STRICT);
    let mut directives: Vec<(String, Vec<String>)> = Vec::new();
    for directive in own.split(';') {
        let mut words = directive.split_whitespace().map(str::to_owned);
        if let Some(name) = words.next() {
            directives.push((name.to_ascii_lowercase(), words.collect()));
        }
    }
    let default: Vec<String> =
        directives.iter().find(|(name, _)| name == "default-src").map_or_else(Vec::new, |(_, sources)| sources.clone());
    let leave = [
        ("script-src", nonce),
        ("style-src", own_source.clone()),
        ("connect-src", own_source.clone()),
        ("worker-src", own_source),
    ];
    for (name, source) in leave {
        let known = directives.iter_mut().find(|(known, _)| known == name);
        let sources = match known {
            Some((_, sources)) => sources,
            None => {
                directives.push((name.to_owned(), default.clone()));
                let Some((_, sources)) = directives.last_mut() else { continue };
                sources
            }
        };
        sources.retain(|source| source != "'none'");
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    if !directives.iter().any(|(name, _)| name == "frame-ancestors") {
        directives.push(("frame-ancestors".to_owned(), vec!["'none'".to_owned()]));
    }
    let directives: Vec<String> =
        directives.into_iter().map(|(name, sources)| [vec![name], sources].concat().join(" ")).collect();
    directives.join("; ")
}

/// Returns where `tag` stands, in any case of letters.
fn find(html: &str, tag: &str) -> Option<usize> {
    let tag = tag.as_bytes();
    html.as_bytes().windows(tag.len()).position(|window| window.eq_ignore_ascii_case(tag))
}

/// Returns the place after the first element's opening tag that begins with `tag`.
fn after_tag(html: &str, tag: &str) -> Option<usize> {
    let start = find(html, tag)?;
    Some(start + html.get(start..)?.find('>')? + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATE: State = State { run: 10, pages: 2, styles: 3 };

    #[test]
    fn a_page_gets_the_script_and_the_banner_and_its_policy_as_a_header() {
        let html = "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'\">\n<title>a</title></head><BODY class=\"x\"><p>b</p></body></html>";
        let answer = page(html, "<aside></aside>", &STATE);
        let served = String::from_utf8(answer.bytes.to_vec()).unwrap();
        assert_eq!(
            served,
            "<html><head>\n<title>a</title><link rel=\"stylesheet\" href=\"/_rebond/live.css\">\n<script nonce=\"a\" src=\"/_rebond/live.js\" data-state=\"a.2.3\"></script>\n</head><BODY class=\"x\"><aside></aside><p>b</p></body></html>"
        );
        assert_eq!(
            answer.policy,
            "default-src 'none'; img-src 'self'; script-src 'nonce-a'; style-src 'self'; connect-src 'self'; worker-src 'self'; frame-ancestors 'none'"
        );
    }

    #[test]
    fn a_page_of_no_known_shape_gets_them_too() {
        for html in ["", "<p>é", "<html lang=fr>x", "</head"] {
            let answer = page(html, "<aside></aside>", &STATE);
            let served = String::from_utf8(answer.bytes.to_vec()).unwrap();
            assert!(served.contains("live.js") && served.contains("<aside>"), "{served}");
        }
    }
}
