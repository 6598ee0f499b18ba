//! What the commands share that change a person's file: finding it, proving the result, telling of it.

use std::sync::Arc;

use jiff::civil::Date;

use super::args::{GlobalArgs, from_here};
use super::exit::Exit;
use super::ui::Ui;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Result, Severity, nearest};
use crate::edit::Revision;
use crate::locale::{Named, fold};
use crate::model::vocabulary::Word;
use crate::model::{Entry, Goal, LeftOut};
use crate::parse::{id_of_path, read_entry, read_goal};
use crate::pipeline::{Loaded, Project};
use crate::source::SourceFile;

/// The option of every command that changes a file.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct DryRun {
    /// Show what would change, and write nothing
    #[arg(id = "dry-run", long)]
    pub(crate) dry_run: bool,
}

/// A file that may be changed.
#[derive(Clone, Copy)]
pub(super) enum Target<'a> {
    /// One below `entries/`.
    Entry(&'a Arc<Entry>),
    /// One below `plan/`.
    Goal(&'a Arc<Goal>),
}

impl Target<'_> {
    pub(super) fn source(&self) -> &Arc<SourceFile> {
        match self {
            Target::Entry(entry) => &entry.source,
            Target::Goal(goal) => &goal.source,
        }
    }

    fn problems(&self, project: &Project, source: &Arc<SourceFile>) -> Diagnostics {
        let (topics, lang) = (&project.topics, project.settings.lang);
        match self {
            Target::Entry(_) => read_entry(source, topics, lang).diagnostics,
            Target::Goal(_) => read_goal(source, topics, lang).diagnostics,
        }
    }
}

/// Returns the problem that the command line asks for something that cannot be, for the reason `key`.
pub(super) fn usage(ui: &Ui, key: &str, args: &[Named<'_>]) -> Box<Diagnostic> {
    Diagnostic::usage(ui.locale.format(key, args))
}

/// Returns `day`, on which something happened.
///
/// # Errors
/// `usage-wrong`, for the reason `key`, when it is still to come.
pub(super) fn come(ui: &Ui, global: &GlobalArgs, day: Date, key: &str) -> Result<Date> {
    if day > global.today() { Err(usage(ui, key, &[("day", ui.locale.date(day).into())])) } else { Ok(day) }
}

/// Reads a word of the vocabulary in either language.
///
/// # Errors
/// `usage-wrong`, with the nearest word or all of them.
pub(super) fn word_of(ui: &Ui, words: &[Word], arg: &str, typed: &str) -> Result<Word> {
    if let Some(word) = words.iter().find(|word| word.matches(typed)) {
        return Ok(*word);
    }
    let mut reason = ui.locale.format("usage-invalid-value", &[("value", typed.into()), ("arg", arg.into())]);
    let names = || words.iter().map(|word| word.name(ui.locale.lang));
    let near = nearest(typed, names().chain(words.iter().flat_map(|word| [word.en, word.fr])));
    reason.push_str(&match near {
        Some(near) => ui.locale.format("usage-near", &[("near", near.into())]),
        None => ui.locale.format("usage-valid", &[("valid", names().collect::<Vec<_>>().join(", ").into())]),
    });
    Err(Diagnostic::usage(reason))
}

/// Finds the entry that `name` names: its id, or a part that only it has.
///
/// # Errors
/// `edit-refused` when it has errors, which are printed; `reference-unclear` when there is none, or several.
pub(super) fn entry<'a>(ui: &Ui, loaded: &'a Loaded, name: &str) -> Result<&'a Arc<Entry>> {
    let (entries, left_out) = (&loaded.journal.entries, &loaded.journal.left_out_entries);
    find(ui, loaded, (entries, left_out), |entry| &entry.id, (name, "help"))
}

/// Finds the goal that `name` names: its id, or a part that only it has.
///
/// # Errors
/// As [`entry`].
pub(super) fn goal<'a>(ui: &Ui, loaded: &'a Loaded, name: &str) -> Result<&'a Arc<Goal>> {
    let (goals, left_out) = (&loaded.journal.goals, &loaded.journal.left_out_goals);
    find(ui, loaded, (goals, left_out), |goal| &goal.id, (name, "no-help"))
}

/// Finds what `name` names among what was read; a file that has errors may be the one that is meant, too.
fn find<'a, T>(
    ui: &Ui,
    loaded: &Loaded,
    (read, left_out): (&'a [Arc<T>], &[LeftOut]),
    id: fn(&T) -> &str,
    (name, help): (&str, &'static str),
) -> Result<&'a Arc<T>> {
    let wanted = fold(id_of_path(name));
    if let Some(file) = left_out.iter().find(|file| fold(&file.id) == wanted) {
        return Err(faulty(ui, loaded, &file.file));
    }
    if let Some(one) = read.iter().find(|one| fold(id(one)) == wanted) {
        return Ok(one);
    }
    let matches: Vec<&Arc<T>> = read.iter().filter(|one| fold(id(one)).contains(&wanted)).collect();
    let faults: Vec<&LeftOut> = left_out.iter().filter(|file| fold(&file.id).contains(&wanted)).collect();
    let problem = Diagnostic::new(Code::ReferenceUnclear).with("name", name);
    match (matches.as_slice(), faults.as_slice()) {
        ([one], []) => Ok(one),
        ([], [file]) => Err(faulty(ui, loaded, &file.file)),
        ([], []) => Err(Box::new(problem.help(help))),
        _ => {
            let read = matches.iter().map(|one| id(one));
            let mut ids: Vec<&str> = read.chain(faults.iter().map(|file| file.id.as_str())).collect();
            ids.sort_unstable();
            Err(Box::new(problem.with("matches", ids.join(", ")).variant("several").help("help-several")))
        }
    }
}

/// Prints the errors of a file, and returns that it is left as it is.
pub(super) fn faulty(ui: &Ui, loaded: &Loaded, file: &str) -> Box<Diagnostic> {
    let is_there = |problem: &&Diagnostic| problem.location.as_ref().is_some_and(|at| at.path == file);
    let sorted = loaded.diagnostics.sorted().into_iter();
    let errors: Vec<&Diagnostic> =
        sorted.filter(|problem| problem.severity() == Severity::Error).filter(is_there).collect();
    ui.problems(&errors);
    Box::new(Diagnostic::new(Code::EditRefused).with("path", file).variant("faulty").help("no-help"))
}

/// Writes a revision, or shows it; prints the path, or the difference, and says `sentence`.
///
/// # Errors
/// `usage-wrong` when the file would have an error that it has not now; as [`Revision::write`].
pub(super) fn finish(
    ui: &Ui,
    project: &Project,
    target: Target<'_>,
    (revision, dry_run): (&Revision, DryRun),
    sentence: &str,
) -> Result<Exit> {
    let (before, after) = (target.problems(project, target.source()), target.problems(project, revision.source()));
    let told: Vec<(Code, String)> = before.iter().map(|known| (known.code, known.message(&ui.locale))).collect();
    let is_new = |problem: &&Diagnostic| !told.contains(&(problem.code, problem.message(&ui.locale)));
    let new: Vec<&Diagnostic> = after.sorted().into_iter().filter(is_new).collect();
    if let Some(error) = new.iter().find(|problem| problem.severity() == Severity::Error) {
        return Err(Diagnostic::usage(error.message(&ui.locale)));
    }
    if dry_run.dry_run {
        ui.text(&revision.diff(ui.has_color_out()))?;
        ui.tell("edit-dry-run", &[]);
        return Ok(Exit::Fine);
    }
    revision.write(&project.root.join(&*target.source().path))?;
    let path = project.root.join(&*target.source().path);
    ui.text(&format!("{}\n", from_here(&path).display()))?;
    ui.say(sentence);
    let warnings: Vec<&Diagnostic> =
        new.into_iter().filter(|problem| problem.severity() == Severity::Warning).collect();
    ui.problems(&warnings);
    Ok(Exit::Fine)
}
