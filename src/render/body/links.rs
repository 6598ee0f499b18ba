//! The links and images of a body, in Markdown and in raw HTML.

use super::Writer;
use crate::address::{encode, on_paper};
use crate::check::{decode, has_scheme};
use crate::locale::fold_name;
use crate::markdown::{CowStr, Event, LinkType, events, html_addresses};
use crate::source::Span;
use crate::template::escape;

/// Where a link to another file of the journal leads on the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::render) enum SiteLink {
    /// A page, from the site's root, and how what it shows is called.
    Page {
        /// The address.
        href: String,
        /// The name.
        label: String,
    },
    /// What another file of the journal is called, where its page is not at hand.
    Name(String),
    /// A copied image, from the site's root.
    Image(String),
    /// Nothing that the site holds: shown as text.
    Text,
}

/// Marks the end of a link or image whose text is not shown.
pub(super) const SWALLOWED: &str = "swallowed";

impl<'a> Writer<'a> {
    /// Returns raw HTML with its addresses in the journal turned into those of the site; what has none there is emptied.
    pub(super) fn raw_html(&mut self, html: CowStr<'a>, span: Span) -> CowStr<'a> {
        self.has_html = true;
        let links: Vec<_> = html_addresses(&html)
            .into_iter()
            .filter_map(|(range, _)| Some((range.clone(), self.context.links.get(&(span.start() + range.start))?)))
            .collect();
        if links.is_empty() || self.context.source.slice(span) != &*html {
            return html;
        }
        let (mut changed, root) = (html.to_string(), self.context.root);
        for (range, link) in links.into_iter().rev() {
            let address = match link {
                SiteLink::Page { href, .. } => format!("{root}{href}"),
                SiteLink::Image(path) => format!("{root}{path}"),
                SiteLink::Name(_) | SiteLink::Text => String::new(),
            };
            changed.replace_range(range, &escape(&address));
        }
        changed.into()
    }

    pub(super) fn link(&mut self, link_type: LinkType, target: &str, span: Span) {
        let (root, target) = (self.context.root, target.trim());
        let (start, end, label) = match self.context.links.get(&span.start()) {
            Some(SiteLink::Page { href, label }) => (format!("<a href=\"{root}{}\">", escape(href)), "</a>", label),
            Some(SiteLink::Name(label)) => (String::new(), "", label),
            _ => return self.link_out(link_type, target, span),
        };
        self.html(start);
        if matches!(link_type, LinkType::WikiLink { has_pothole: false }) {
            self.out.push(Event::Text(label.clone().into()));
            self.html(end);
            self.swallow();
        } else {
            self.ends.push(end.into());
        }
    }

    /// A link that leads to no other file: within the text, or out of the journal.
    fn link_out(&mut self, link_type: LinkType, target: &str, span: Span) {
        if let Some(place) = target.strip_prefix('#') {
            // To a heading of this text; a place that is not there is none to go to.
            match self.places.get(&fold_name(&decode(place))) {
                Some(id) => {
                    self.html(format!("<a href=\"#{}\">", escape(&encode(id))));
                    self.ends.push("</a>".into());
                }
                None => self.ends.push("".into()),
            }
            return;
        }
        let address = if link_type == LinkType::Email { format!("mailto:{target}") } else { target.to_owned() };
        if is_safe(&address) {
            self.open_link(&address, span);
        } else {
            self.ends.push("".into());
        }
    }

    /// Begins a link out of the journal; on paper, its address follows where its text does not tell it.
    fn open_link(&mut self, address: &str, span: Span) {
        self.html(format!("<a href=\"{}\" rel=\"noreferrer\">", escape(address)));
        let short = on_paper(address);
        let is_noted = self.context.paper && !self.alternative(span).contains(&short);
        self.ends.push(if is_noted {
            format!("</a> <span class=\"address\">({})</span>", escape(&short)).into()
        } else {
            "</a>".into()
        });
    }

    /// Local images are shown; those of the web become links, so that a page asks nobody for anything.
    pub(super) fn image(&mut self, target: &str, span: Span) {
        match self.context.links.get(&span.start()) {
            Some(SiteLink::Image(path)) => {
                let alternative = self.alternative(span);
                self.html(format!(
                    "<img src=\"{}{}\" alt=\"{}\" loading=\"lazy\">",
                    self.context.root,
                    escape(path),
                    escape(&alternative)
                ));
                self.swallow();
            }
            _ if is_safe(target) => {
                self.open_link(target, span);
                if self.alternative(span).is_empty() {
                    self.out.push(Event::Text(target.to_owned().into()));
                }
            }
            _ => self.ends.push("".into()),
        }
    }

    fn swallow(&mut self) {
        self.swallowing += 1;
        self.ends.push(SWALLOWED.into());
    }

    /// Returns the alternative text of the image at `span`, as plain text.
    fn alternative(&self, span: Span) -> String {
        let text = events(self.context.source.slice(span)).filter_map(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
            _ => None,
        });
        text.collect()
    }
}

/// Returns whether an address may stand in a page: of the web, of mail, of the phone.
fn is_safe(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or_default().to_ascii_lowercase();
    has_scheme(target) && matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel")
}
