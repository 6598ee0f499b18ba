//! Where links and images lead: an entry, a goal, another file of the journal, nowhere.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::model::{Journal, Link, LinkKind};
use crate::parse::id_of_path;
use crate::source::SourceFile;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target<'a> {
    /// Out of the journal: an address with a scheme, a path above the root, a place on the same page.
    Elsewhere,
    /// The entry with this id.
    Entry(&'a str),
    /// The goal with this id.
    Goal(&'a str),
    /// A path below the root, which may or may not exist.
    File(String),
    /// A wiki link to an id that nothing has.
    Nothing,
}

/// Tells of links that lead nowhere; `exists` answers for files that are no entry or goal.
pub(super) fn check(diagnostics: &mut Diagnostics, journal: &Journal, exists: &dyn Fn(&str) -> bool) {
    let index = Index::new(journal);
    let entries = journal.entries.iter().map(|entry| (&entry.source, &entry.body));
    let goals = journal.goals.iter().map(|goal| (&goal.source, &goal.body));
    for (source, body) in entries.chain(goals) {
        for link in &body.links {
            let is_broken = match index.resolve(&source.path, link) {
                Target::Nothing => true,
                Target::File(path) => !exists(&path),
                _ => false,
            };
            if is_broken {
                diagnostics.push(broken(source, link, &index));
            }
        }
    }
}

fn broken(source: &SourceFile, link: &Link, index: &Index<'_>) -> Diagnostic {
    let problem = Diagnostic::at(Code::LinkBroken, source, link.span).with("target", link.target.as_str());
    let near = nearest(id_of_path(&link.target), index.ids());
    match near {
        Some(near) => problem.help("help-near").with("near", near),
        None => problem,
    }
}

/// Entries and goals by path and by id.
pub(crate) struct Index<'a> {
    journal: &'a Journal,
    /// The paths of the files that were left out, by id.
    left_out: HashMap<&'a str, &'a str>,
}

impl<'a> Index<'a> {
    /// Returns the index of a journal; files that were left out are in it as files.
    pub(crate) fn new(journal: &'a Journal) -> Self {
        let mut left_out = HashMap::new();
        for file in journal.left_out_entries.iter().chain(&journal.left_out_goals) {
            left_out.entry(file.id.as_str()).or_insert(file.file.as_str());
        }
        Self { journal, left_out }
    }

    /// Returns every id.
    fn ids(&self) -> Vec<&'a str> {
        let journal = self.journal;
        let entries = journal.entries.iter().map(|entry| entry.id.as_str());
        let goals = journal.goals.iter().map(|goal| goal.id.as_str());
        let mut ids: Vec<&str> = entries.chain(goals).chain(self.left_out.keys().copied()).collect();
        ids.sort_unstable();
        ids
    }

    fn by_id(&self, id: &str) -> Option<Target<'a>> {
        let entry = self.journal.entry(id).map(|entry| Target::Entry(&entry.id));
        entry
            .or_else(|| self.journal.goal(id).map(|goal| Target::Goal(&goal.id)))
            .or_else(|| self.left_out.get(id).map(|file| Target::File((*file).to_owned())))
    }

    fn by_path(&self, path: &str) -> Option<Target<'a>> {
        let id = id_of_path(path);
        let entry = self.journal.entry(id).filter(|entry| entry.file() == path).map(|entry| Target::Entry(&entry.id));
        let goal = || self.journal.goal(id).filter(|goal| goal.file() == path).map(|goal| Target::Goal(&goal.id));
        entry.or_else(goal)
    }

    /// Returns where `link` in the file at `file` leads.
    pub(crate) fn resolve(&self, file: &str, link: &Link) -> Target<'a> {
        let target = link.target.trim();
        if has_scheme(target) || target.starts_with("//") || target.starts_with('#') || target.is_empty() {
            return Target::Elsewhere;
        }
        let path = decode(target.split(['#', '?']).next().unwrap_or(target));
        let is_wiki = link.kind == LinkKind::Wiki;
        // `![[id]]` embeds an entry in some editors; here it is a link to it.
        let is_id = is_wiki || (link.kind == LinkKind::Image && !path.contains(['.', '/']));
        if is_id && let Some(target) = self.by_id(id_of_path(&path)) {
            return target;
        }
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let Some(joined) = join(folder, &path) else { return Target::Elsewhere };
        match self.by_path(&joined) {
            Some(target) => target,
            None if is_wiki && !path.contains('.') => Target::Nothing,
            None => Target::File(joined),
        }
    }
}

/// Returns whether a link begins with a scheme, `mailto:` or `https:`.
pub(crate) fn has_scheme(target: &str) -> bool {
    target.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    })
}

/// Decodes `%20` and the like (RFC 3986); what is not UTF-8 then stays as written.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let encoded = (byte == b'%').then(|| after.get(..2)).flatten();
        let value =
            encoded.and_then(|hex| std::str::from_utf8(hex).ok()).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match value {
            Some(value) => {
                bytes.push(value);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Joins a folder and a relative path; a path from `/` starts at the root; `None` above the root.
fn join(folder: &str, path: &str) -> Option<String> {
    let base = if path.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_join_and_never_leave_the_root() {
        assert_eq!(join("entries/2026", "../b.md").as_deref(), Some("entries/b.md"));
        assert_eq!(join("entries", "/plan/a.md").as_deref(), Some("plan/a.md"));
        assert_eq!(join("entries", "../../x"), None);
        assert_eq!(decode("a%20b%C3%A9%zz"), "a bé%zz");
        assert!(has_scheme("mailto:a@b") && has_scheme("https://x") && !has_scheme("a/b:c") && !has_scheme("c:x"));
    }
}
