//! Events to Markdown that reads as the same events again.
//!
//! Only what passes into a copy is known here. Raw pieces, given as inline HTML,
//! are written as they are: tags, boxes, dates.

use crate::markdown::{Alignment, Event, Tag as Mark, TagEnd};

/// Writes events as Markdown.
pub(super) fn to_markdown(events: Vec<Event<'_>>) -> String {
    let mut writer = Writer::default();
    for event in without_empty(events) {
        writer.take(event);
    }
    writer.out
}

/// Takes away what stands around no words any more.
fn without_empty(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut kept: Vec<Event<'_>> = Vec::with_capacity(events.len());
    for event in events {
        let ends_nothing = matches!(
            (kept.last(), &event),
            (Some(Event::Start(Mark::Emphasis)), Event::End(TagEnd::Emphasis))
                | (Some(Event::Start(Mark::Strong)), Event::End(TagEnd::Strong))
                | (Some(Event::Start(Mark::Strikethrough)), Event::End(TagEnd::Strikethrough))
                | (Some(Event::Start(Mark::Link { .. })), Event::End(TagEnd::Link))
        );
        if ends_nothing {
            kept.pop();
        } else {
            kept.push(event);
        }
    }
    kept
}

#[derive(Default)]
struct Writer {
    out: String,
    /// What begins each line, from the outside in.
    prefixes: Vec<String>,
    /// What begins the next line instead of the innermost prefix: a bullet.
    marker: Option<String>,
    lists: Vec<List>,
    /// Whether the next block stands after another of the same container.
    needs_gap: bool,
    /// Whether a list has just ended: the next one takes another bullet.
    after_list: Option<bool>,
    /// Whether nothing stands on the line yet.
    at_start: bool,
    /// The text of code that is coming.
    code: Option<String>,
    alignments: Vec<Alignment>,
    in_table: bool,
    /// Where each open link leads.
    targets: Vec<String>,
}

struct List {
    number: Option<u64>,
    other: bool,
    is_tight: bool,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(mark) => self.enter(mark),
            Event::End(end) => self.leave(end),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.words(&text),
            },
            Event::Code(code) => self.code_span(&code),
            Event::InlineHtml(raw) => self.raw(&raw),
            Event::SoftBreak => self.line_break(""),
            Event::HardBreak => self.line_break("\\"),
            Event::TaskListMarker(done) => self.raw(if done { "[x] " } else { "[ ] " }),
            Event::FootnoteReference(label) => self.raw(&format!("[^{label}]")),
            Event::Rule => {
                self.block();
                self.raw("***");
                self.end_block();
            }
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn enter(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Paragraph => self.block(),
            Mark::Heading { level, .. } => {
                self.block();
                self.raw(&"#".repeat(level as usize));
                self.raw(" ");
                // What a line cannot begin with may follow a heading's marks.
                self.at_start = true;
            }
            Mark::BlockQuote(kind) => {
                self.block();
                self.prefixes.push("> ".to_owned());
                if let Some(kind) = kind {
                    self.raw(&format!("[!{}]", format!("{kind:?}").to_uppercase()));
                    self.line_break("");
                }
            }
            Mark::List(number) => {
                if self.lists.is_empty() || !self.at_start {
                    self.end_line();
                }
                self.block();
                let other = self.after_list.is_some_and(|other| !other);
                self.lists.push(List { number, other, is_tight: true });
            }
            Mark::Item => self.item(),
            // What stands after the fence of code is no text, and is not written.
            Mark::CodeBlock(_) => {
                self.block();
                self.code = Some(String::new());
            }
            Mark::FootnoteDefinition(label) => {
                self.block();
                self.marker = Some(format!("[^{label}]: "));
                self.prefixes.push("    ".to_owned());
            }
            Mark::Table(alignments) => {
                self.block();
                self.alignments = alignments;
                self.in_table = true;
            }
            Mark::TableHead | Mark::TableRow => self.raw("|"),
            Mark::TableCell => self.raw(" "),
            Mark::Emphasis => self.raw("*"),
            Mark::Strong => self.raw("**"),
            Mark::Strikethrough => self.raw("~~"),
            Mark::Link { dest_url, .. } => {
                self.raw("[");
                self.targets.push(dest_url.replace(['<', '>', '\n', '\\'], ""));
            }
            _ => {}
        }
    }

    fn leave(&mut self, end: TagEnd) {
        match end {
            TagEnd::Paragraph => {
                if let Some(list) = self.lists.last_mut() {
                    list.is_tight = false;
                }
                self.end_block();
            }
            TagEnd::Heading(_) => self.end_block(),
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => {
                self.open_empty();
                self.prefixes.pop();
                self.end_block();
            }
            TagEnd::List(_) => {
                let list = self.lists.pop();
                self.end_block();
                self.after_list = list.map(|list| list.other);
            }
            TagEnd::Item => {
                self.open_empty();
                self.end_line();
                self.prefixes.pop();
                // A blank line makes a list loose; where none is, the next item follows at once.
                self.needs_gap = self.lists.last().is_some_and(|list| !list.is_tight);
                self.after_list = None;
            }
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::TableHead => {
                self.end_line();
                self.raw("|");
                for alignment in std::mem::take(&mut self.alignments) {
                    self.raw(match alignment {
                        Alignment::None => " --- |",
                        Alignment::Left => " :-- |",
                        Alignment::Center => " :-: |",
                        Alignment::Right => " --: |",
                    });
                }
                self.end_line();
            }
            TagEnd::TableRow => self.end_line(),
            TagEnd::TableCell => self.raw(" |"),
            TagEnd::Table => {
                self.in_table = false;
                self.end_block();
            }
            TagEnd::Emphasis => self.raw("*"),
            TagEnd::Strong => self.raw("**"),
            TagEnd::Strikethrough => self.raw("~~"),
            TagEnd::Link => {
                let target = self.targets.pop().unwrap_or_default();
                self.raw(&format!("](<{target}>)"));
            }
            _ => {}
        }
    }

    fn item(&mut self) {
        self.end_line();
        let Some(list) = self.lists.last_mut() else { return };
        let marker = match (&mut list.number, list.other) {
            (Some(number), other) => {
                *number = number.saturating_add(1);
                format!("{}{} ", *number - 1, if other { ")" } else { "." })
            }
            (None, false) => "- ".to_owned(),
            (None, true) => "* ".to_owned(),
        };
        if self.needs_gap {
            self.gap();
        }
        self.prefixes.push(" ".repeat(marker.len()));
        self.marker = Some(marker);
        self.needs_gap = false;
        self.after_list = None;
        self.at_start = true;
    }

    /// Begins a block: after a gap, when another stands before it.
    fn block(&mut self) {
        self.end_line();
        if self.needs_gap {
            self.gap();
        }
        if self.lists.is_empty() {
            self.after_list = self.after_list.filter(|_| self.needs_gap);
        }
        self.needs_gap = false;
        self.at_start = true;
    }

    fn end_block(&mut self) {
        self.end_line();
        self.needs_gap = true;
        self.after_list = None;
    }

    /// Writes the marker of a container in which nothing stands.
    fn open_empty(&mut self) {
        if self.marker.is_some() {
            self.raw("");
        }
    }

    fn gap(&mut self) {
        let prefix: String = self.prefixes.concat();
        self.out.push_str(prefix.trim_end());
        self.out.push('\n');
    }

    fn end_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            let end = self.out.trim_end_matches([' ', '\t']).len();
            self.out.truncate(end);
            self.out.push('\n');
        }
        self.at_start = true;
    }

    fn line_break(&mut self, mark: &str) {
        let end = self.out.trim_end_matches([' ', '\t']).len();
        if self.at_start {
            return;
        }
        self.out.truncate(end);
        self.out.push_str(mark);
        self.out.push('\n');
        self.at_start = true;
    }

    /// Writes what stands as it is, after the prefix of its line.
    fn raw(&mut self, text: &str) {
        if self.out.is_empty() || self.out.ends_with('\n') {
            let inner = self.marker.take();
            let outer = self.prefixes.len() - usize::from(inner.is_some() && !self.prefixes.is_empty());
            for prefix in self.prefixes.iter().take(outer) {
                self.out.push_str(prefix);
            }
            self.out.push_str(&inner.unwrap_or_default());
        }
        self.out.push_str(text);
        self.at_start = false;
    }

    /// Writes words, so that nothing in them is read as a mark.
    fn words(&mut self, text: &str) {
        for (index, line) in text.split(['\n', '\r']).enumerate() {
            if index > 0 {
                self.line_break("");
            }
            let line = if self.at_start { line.trim_start_matches([' ', '\t']) } else { line };
            if line.is_empty() {
                continue;
            }
            let escaped = escaped(line, self.at_start);
            self.raw(&escaped);
        }
    }

    fn code_span(&mut self, code: &str) {
        let fence = "`".repeat(longest_run(code) + 1);
        let code = if self.in_table { code.replace('|', "\\|") } else { code.to_owned() };
        let needs_space =
            code.starts_with('`') || code.ends_with('`') || (code.starts_with(' ') && code.ends_with(' '));
        let space = if needs_space && !code.trim().is_empty() { " " } else { "" };
        if !code.is_empty() {
            self.raw(&format!("{fence}{space}{}{space}{fence}", code.replace('\n', " ")));
        }
    }

    fn code_block(&mut self) {
        let code = self.code.take().unwrap_or_default();
        let fence = "`".repeat(longest_run(&code).max(2) + 1);
        self.raw(&fence);
        self.out.push('\n');
        for line in code.lines() {
            if line.is_empty() {
                self.gap();
            } else {
                self.raw(line);
                self.out.push('\n');
            }
        }
        self.raw(&fence);
        self.end_block();
    }
}

/// Returns the length of the longest run of backticks.
fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Escapes what Markdown could take for a mark; `at_start` of a line more than within.
fn escaped(line: &str, at_start: bool) -> String {
    let mut out = String::with_capacity(line.len());
    let mut is_number = at_start;
    for (at, c) in line.char_indices() {
        let is_first = at_start && at == 0;
        let is_mark = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|')
            || (is_first && matches!(c, '-' | '+' | '=' | ':'))
            || (is_number && at > 0 && matches!(c, '.' | ')'));
        is_number &= c.is_ascii_digit();
        if is_mark {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::markdown::{CowStr, events};

    /// The events of a text, joined where the same words come in several.
    fn shape(text: &str) -> Vec<Event<'static>> {
        let mut shape: Vec<Event<'static>> = Vec::new();
        for (event, _) in events(text) {
            if let (Some(Event::Text(last)), Event::Text(text)) = (shape.last_mut(), &event) {
                *last = CowStr::from(format!("{last}{text}"));
                continue;
            }
            shape.push(event.into_static());
        }
        shape
    }

    #[track_caller]
    fn case(text: &str) {
        let once = shape(text);
        let written = to_markdown(once.clone());
        assert_eq!(shape(&written), once, "{text}\n---\n{written}");
    }

    #[test]
    fn what_is_written_reads_the_same() {
        case("# A *b* **c** ~~d~~ `e|f`\n\ntext\nsoft\\\nhard 1. x\n\n***\n\nlast");
        case("- a\n- b\n  - c\n    - d\n- e\n\n1. one\n2. two");
        case("- a\n\n  b\n\n- c\n");
        case("- [ ] a\n- [x] b\n  - [ ] c");
        case("> a\n> b\n>\n> > c\n>\n> - d\n\n> e");
        case("- a\n\n* b\n\n- c");
        case("| a | b |\n|:--|--:|\n| 1 | \\|2 |\n| `x\\|y` | |");
        case("a[^1]\n\n[^1]: note\n\n    more\n");
        case("1\\. no list, \\- none, \\# no heading, \\[x\\] a\\_b \\<b\\> &amp;amp; \\| \\`");
        case("> [!NOTE]\n> told");
        case("  - a\n\n    ```\n    code\n\n    more\n    ```\n\n  - b");
        case("- \n- a");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

        #[test]
        fn words_stay_words_whatever_they_are(text in "[a-z0-9 .,()#*_`|<>&\\[\\]!+=:~\\\\-]{0,40}") {
            let paragraph = vec![Event::Start(Mark::Paragraph), Event::Text(text.clone().into()), Event::End(TagEnd::Paragraph)];
            let written = to_markdown(paragraph);
            let words: String = events(&written)
                .map(|(event, _)| match event { Event::Text(text) => text.into_string(), _ => String::new() })
                .collect();
            prop_assert_eq!(words.trim(), text.trim(), "{}", written);
        }
    }
}
