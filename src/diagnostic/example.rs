//! The example that `rebond explain` shows for a code: a file that causes it, and the same one put right.
//!
//! The texts are the files of `tests/diagnostics`, which a test runs through
//! every stage, so that no example can say what `check` does not.

use std::borrow::Cow;

use super::Code;

/// A file of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExampleFile {
    /// The path below the journal's root.
    pub path: &'static str,
    /// What is in it; not always UTF-8.
    pub bytes: &'static [u8],
}

impl ExampleFile {
    /// Returns what is in the file, bytes that are no text replaced by `\u{fffd}`.
    pub fn text(&self) -> Cow<'static, str> {
        String::from_utf8_lossy(self.bytes)
    }
}

/// A file that causes a problem, and the file that does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The file with the problem.
    pub wrong: ExampleFile,
    /// The file without it.
    pub right: ExampleFile,
}

/// Returns the example of `code`; `None` for codes that no file can cause.
pub fn example(code: Code) -> Option<Example> {
    EXAMPLES.iter().find(|(known, _)| *known == code.name()).map(|(_, example)| *example)
}

// `include_bytes!` takes literals only, so no function can do this.
macro_rules! example {
    ($code:literal) => {
        example!($code, "entries/2026-06-02-aire-street-gallery.md")
    };
    ($code:literal, $path:literal) => {
        example!($code, $path, $path)
    };
    ($code:literal, $wrong:literal, $right:literal) => {
        ($code, Example { wrong: example!(@file $code, "wrong", $wrong), right: example!(@file $code, "right", $right) })
    };
    (@file $code:literal, $side:literal, $path:literal) => {
        ExampleFile {
            path: $path,
            bytes: include_bytes!(concat!("../../tests/diagnostics/", $code, "/", $side, "/", $path)),
        }
    };
}

/// Codes in the order of [`Code::ALL`], each with the file of its example that matters.
const EXAMPLES: &[(&str, Example)] = &[
    example!("encoding-invalid"),
    example!("front-matter-unclosed"),
    example!("front-matter-missing"),
    example!("front-matter-syntax"),
    example!("front-matter-excessive"),
    example!("yaml-tag-ignored"),
    example!("key-missing"),
    example!("key-unknown"),
    example!("key-duplicate"),
    example!("value-mismatch"),
    example!("value-unknown"),
    example!("number-range"),
    example!("date-invalid"),
    example!("date-notation"),
    example!("placeholder-value"),
    example!("placeholder-left"),
    example!("date-from-name"),
    example!("date-reversed"),
    example!("date-unlikely"),
    example!("date-future"),
    example!("topic-unknown"),
    example!("topic-near"),
    example!("topic-suggested"),
    example!("kind-suggested"),
    example!("strength-beyond-control"),
    example!("task-date-invalid"),
    example!("task-date-repeated"),
    example!("task-state-unknown"),
    example!("fence-unclosed"),
    example!("html-unclosed"),
    example!("link-broken"),
    example!("feedback-undated"),
    example!("entry-quiet", "entries/2026-04-01-spen-light-and-sound.md"),
    example!("stage-contradicted"),
    example!("status-contradicted", "plan/one-show-a-week.md"),
    example!("title-missing", "plan/one-show-a-week.md"),
    example!("follows-unknown"),
    example!("follows-circular", "entries/2026-01-16-calder-mill-museum.md"),
    example!(
        "id-duplicate",
        "entries/museum/2026-06-02-assistant.md",
        "entries/museum/2026-06-02-calder-mill-museum.md"
    ),
    example!("path-missing", "rebond.toml"),
    example!("settings-syntax", "rebond.toml"),
    example!("setting-unknown", "rebond.toml"),
    example!("setting-invalid", "rebond.toml"),
    example!("topic-ambiguous", "rebond.toml"),
    example!("theme-unknown", "rebond.toml"),
    example!("template-invalid", "themes/booklet/templates/entry.html"),
    example!("theme-script", "themes/booklet/static/mine.js", "themes/booklet/static/mine.css"),
    example!("string-invalid", "themes/booklet/strings/en.ftl"),
    example!("string-unknown", "themes/booklet/strings/en.ftl"),
];
