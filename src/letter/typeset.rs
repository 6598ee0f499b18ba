//! From what a template renders to a finished text: gaps closed, typography, subject and comment apart.

use crate::locale::Lang;

/// A rendered template, in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// Lines for the writer's eyes only.
    pub(super) comment: Option<String>,
    /// The subject, where there is one.
    pub(super) subject: Option<String>,
    /// The text, without a line end after it.
    pub(super) body: String,
}

/// Words before the subject, in any language's template.
const SUBJECTS: &[&str] = &["subject", "objet"];

/// Parts a rendered template: lines that begin with `#`, then a subject line, then the text.
pub(super) fn parts(rendered: &str, lang: Lang) -> Parts {
    let text = typeset(rendered, lang);
    let mut lines = text.lines().skip_while(|line| line.is_empty()).peekable();
    let mut comment = Vec::new();
    while let Some(line) = lines.next_if(|line| line.starts_with('#')) {
        comment.push(line.trim_start_matches('#').strip_prefix(' ').unwrap_or_default().to_owned());
    }
    let subject = lines.next_if(|line| subject(line).is_some()).and_then(subject).map(str::to_owned);
    let body = closed(lines);
    Parts { comment: (!comment.is_empty()).then(|| comment.join("\n")), subject, body }
}

fn subject(line: &str) -> Option<&str> {
    let (word, rest) = line.split_once(':')?;
    SUBJECTS.contains(&word.trim().to_lowercase().as_str()).then(|| rest.trim())
}

/// Joins lines without spaces at their ends and without two empty ones in a row.
fn closed<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut body = String::new();
    let mut gap = false;
    for line in lines.map(str::trim_end) {
        if line.is_empty() {
            gap = !body.is_empty();
            continue;
        }
        if !body.is_empty() {
            body.push_str(if gap { "\n\n" } else { "\n" });
        }
        gap = false;
        body.push_str(line);
    }
    body
}

/// Sets apostrophes, and in French the spaces that do not break.
fn typeset(text: &str, lang: Lang) -> String {
    let mut set = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let before = set.chars().next_back();
        let next = chars.peek().copied();
        match c {
            '\'' if before.is_some_and(char::is_alphabetic) && next.is_some_and(char::is_alphabetic) => set.push('’'),
            ' ' if lang == Lang::Fr && next.is_some_and(|next| matches!(next, ':' | ';' | '!' | '?' | '»')) => {
                set.push('\u{a0}');
            }
            ' ' if lang == Lang::Fr && before == Some('«') => set.push('\u{a0}'),
            // A fact that is missing must not leave two spaces.
            ' ' if before == Some(' ') => {}
            c => set.push(c),
        }
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_has_a_comment_a_subject_and_a_text() {
        let parts = parts("\n# Pour : un\n#   deux\nObjet : L'essai\n\n\nBonjour,\n\n\n\nUn  mot ?\n\n", Lang::Fr);
        assert_eq!(parts.comment.as_deref(), Some("Pour\u{a0}: un\ndeux"));
        assert_eq!(parts.subject.as_deref(), Some("L’essai"));
        assert_eq!(parts.body, "Bonjour,\n\nUn mot\u{a0}?");
    }

    #[test]
    fn a_text_without_a_subject_keeps_its_first_line() {
        let parts = parts("Hello: 'me'\r\nSubject: not one\r\n", Lang::En);
        assert_eq!((parts.comment, parts.subject), (None, None));
        assert_eq!(parts.body, "Hello: 'me'\nSubject: not one");
    }
}
