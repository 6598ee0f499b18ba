//! Pages as a browser reads them: elements, attributes and text, by the tokenizer of the HTML standard.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawKind, State};
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// An element of a page.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Element {
    /// Returns the value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// A page: its elements in order, its text, and what is wrong with how they nest.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) elements: Vec<Element>,
    pub(crate) text: String,
    pub(crate) faults: Vec<String>,
    open: Vec<String>,
}

const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// What a paragraph cannot hold.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "section",
    "article",
    "figure",
    "blockquote",
    "header",
    "nav",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "details",
    "main",
    "footer",
];

impl Page {
    /// Reads a page.
    pub(crate) fn read(html: &str) -> Self {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let sink = Sink(RefCell::new(Page::default()));
        let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let mut page = tokenizer.sink.0.into_inner();
        let unclosed = std::mem::take(&mut page.open);
        page.faults.extend(unclosed.into_iter().map(|name| format!("<{name}> is not closed")));
        page
    }

    /// Returns the elements with this name.
    pub(crate) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// Returns every value of an attribute, whatever the element.
    pub(crate) fn all<'a>(&'a self, attribute: &'a str) -> impl Iterator<Item = &'a str> {
        self.elements.iter().filter_map(move |element| element.get(attribute))
    }

    fn start(&mut self, element: Element, is_closed: bool) {
        if BLOCKS.contains(&element.name.as_str()) && self.open.iter().any(|open| open == "p") {
            self.faults.push(format!("<{}> in <p>", element.name));
        }
        let names: Vec<&String> = element.attributes.iter().map(|(name, _)| name).collect();
        if names.iter().enumerate().any(|(index, name)| names[..index].contains(name)) {
            self.faults.push(format!("an attribute of <{}> stands twice", element.name));
        }
        if !is_closed && !VOID.contains(&element.name.as_str()) {
            self.open.push(element.name.clone());
        }
        self.elements.push(element);
    }

    fn end(&mut self, name: &str) {
        match self.open.pop() {
            Some(open) if open == name => {}
            open => self.faults.push(format!("</{name}> where {open:?} is open, in {:?}", self.open)),
        }
    }
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let attributes =
                    tag.attrs.iter().map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()));
                let element = Element { name: tag.name.to_string(), attributes: attributes.collect() };
                // The text of a page's own title is read as such; that of a picture's is ordinary.
                let is_page_title = element.name == "title" && page.open.last().is_some_and(|open| open == "head");
                page.start(element, tag.self_closing);
                if is_page_title {
                    return TokenSinkResult::RawData(RawKind::Rcdata);
                }
            }
            Token::TagToken(tag) => page.end(&tag.name),
            Token::CharacterTokens(text) => page.text.push_str(&text),
            Token::ParseError(error) => page.faults.push(error.into_owned()),
            _ => {}
        }
        let _ = State::Data;
        TokenSinkResult::Continue
    }
}
