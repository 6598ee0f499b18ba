//! `rebond new`: an entry or a goal from its template.
//!
//! The file is read as `check` would read it before it is written, so that what
//! is written is always right.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::args::{GlobalArgs, from_here, parse_date, tell_problems};
use super::editor::Editor;
use super::exit::Exit;
use super::fill::{Filled, Filling, fill};
use super::ui::Ui;
use super::words;
use crate::diagnostic::{Diagnostic, Diagnostics, Result, Severity};
use crate::discover::discover;
use crate::locale::{Lang, fold};
use crate::model::vocabulary::{ENTRY, Field, GOAL};
use crate::model::{Notice, Stage, Status, tag_name};
use crate::pipeline::{self, Project};
use crate::source::SourceFile;
use crate::{fs, parse};

/// Start a new entry, or a goal, from its template
///
/// Prints the path of the new file. Company and role are asked for on a
/// terminal. Without --status and --decided, the application is open.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct NewArgs {
    #[command(subcommand)]
    goal: Option<NewCommand>,
    /// The employer
    #[arg(long, value_name = "TEXT")]
    company: Option<String>,
    /// The position
    #[arg(long, value_name = "TEXT")]
    role: Option<String>,
    /// How it ended, or that it has not
    #[arg(long, value_name = "STATUS", value_parser = words::status())]
    status: Option<Status>,
    /// The day of the application; today if it is open
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    applied: Option<Date>,
    /// The day of the news; today unless it is open
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    decided: Option<Date>,
    /// The day until which the company said it would decide
    #[arg(long, hide_short_help = true, value_name = "DATE", value_parser = parse_date)]
    announced: Option<Date>,
    /// The furthest stage reached
    #[arg(long, value_name = "STAGE", value_parser = words::stage())]
    stage: Option<Stage>,
    /// How the news came
    #[arg(long, value_name = "NOTICE", value_parser = words::notice())]
    notice: Option<Notice>,
    /// Where the offer was found
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// Where the work is
    #[arg(long, hide_short_help = true, value_name = "TEXT")]
    location: Option<String>,
    /// The address of the offer
    #[arg(long, hide_short_help = true, value_name = "URL")]
    link: Option<String>,
    /// The recruiting firm in between
    #[arg(long, hide_short_help = true, value_name = "TEXT")]
    agency: Option<String>,
    /// What was sent, with commas between
    #[arg(long, value_name = "TEXT", value_delimiter = ',')]
    documents: Vec<String>,
    /// Open the file in the editor that VISUAL or EDITOR names
    #[arg(long)]
    edit: bool,
}

impl NewArgs {
    /// Returns an option that was given and that a goal does not have.
    fn entry_option(&self) -> Option<&'static str> {
        let given = [
            (self.company.is_some(), "--company"),
            (self.role.is_some(), "--role"),
            (self.status.is_some(), "--status"),
            (self.applied.is_some(), "--applied"),
            (self.decided.is_some(), "--decided"),
            (self.announced.is_some(), "--announced"),
            (self.stage.is_some(), "--stage"),
            (self.notice.is_some(), "--notice"),
            (self.source.is_some(), "--source"),
            (self.location.is_some(), "--location"),
            (self.link.is_some(), "--link"),
            (self.agency.is_some(), "--agency"),
            (!self.documents.is_empty(), "--documents"),
        ];
        given.into_iter().find(|(is_given, _)| *is_given).map(|(_, name)| name)
    }
}

#[derive(Clone, Debug, clap::Subcommand)]
enum NewCommand {
    Goal(GoalArgs),
}

/// Start a new goal of the plan from its template
#[derive(Clone, Debug, clap::Args)]
struct GoalArgs {
    /// What will be different: three words or more
    title: String,
    /// The topics that it works on, with commas between
    #[arg(long, value_name = "TOPIC", value_delimiter = ',')]
    topics: Vec<String>,
    /// Its last day
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    due: Option<Date>,
    /// Open the file in the editor that VISUAL or EDITOR names
    #[arg(long)]
    edit: bool,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &NewArgs) -> Result<Exit> {
    let project = global.project(ui)?;
    if project.diagnostics.has_errors() {
        // With wrong settings the file might come to stand in the wrong place.
        tell_problems(ui, &project.diagnostics);
        return Ok(Exit::Problems);
    }
    if let (Some(_), Some(option)) = (&args.goal, args.entry_option()) {
        let words = [("arg", option.into()), ("other", "goal".into())];
        return Err(Diagnostic::usage(ui.locale.format("usage-conflict", &words)));
    }
    let edit = args.edit || matches!(&args.goal, Some(NewCommand::Goal(goal)) if goal.edit);
    let editor = if edit { Some(Editor::of_environment(ui)?) } else { None };
    let draft = match &args.goal {
        Some(NewCommand::Goal(goal)) => goal_draft(ui, &project, goal, global.today())?,
        None => entry_draft(ui, &project, args, global.today())?,
    };
    let file = write(ui, &project, &draft)?;
    let shown = from_here(&file);
    ui.text(&format!("{}\n", shown.display()))?;
    if let Some(editor) = editor {
        editor.open(ui, &shown)?;
    }
    Ok(Exit::Fine)
}

/// A file that is still to be written.
struct Draft {
    kind: DraftKind,
    /// The folder below the root.
    folder: String,
    /// The file name without number and extension.
    stem: String,
    values: Vec<Filled>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum DraftKind {
    Entry,
    Goal,
}

impl DraftKind {
    fn table(self) -> &'static [Field] {
        match self {
            DraftKind::Entry => ENTRY,
            DraftKind::Goal => GOAL,
        }
    }

    fn file_name(self) -> &'static str {
        match self {
            DraftKind::Entry => "entry.md",
            DraftKind::Goal => "goal.md",
        }
    }

    fn built_in(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (DraftKind::Entry, Lang::Fr) => include_str!("templates/fr/entry.md"),
            (DraftKind::Entry, Lang::En) => include_str!("templates/en/entry.md"),
            (DraftKind::Goal, Lang::Fr) => include_str!("templates/fr/goal.md"),
            (DraftKind::Goal, Lang::En) => include_str!("templates/en/goal.md"),
        }
    }
}

fn entry_draft(ui: &Ui, project: &Project, args: &NewArgs, today: Date) -> Result<Draft> {
    let (company, role) = company_and_role(ui, args)?;
    let status = match (args.status, args.decided) {
        (Some(Status::Open), Some(_)) => {
            let words = [("arg", "--decided".into()), ("other", "--status open".into())];
            return Err(Diagnostic::usage(ui.locale.format("usage-conflict", &words)));
        }
        (Some(status), _) => status,
        (None, Some(_)) => Status::Rejected,
        (None, None) => Status::Open,
    };
    let is_open = status == Status::Open;
    let decided = if is_open { None } else { args.decided.or(Some(today)) };
    let applied = if is_open { args.applied.or(Some(today)) } else { args.applied };
    let lang = project.settings.lang;
    let word = |words, name| Filling::Word(words::name_in(words, name, lang));
    let text = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty()).map(Filling::Text);
    let documents = Some(&args.documents).filter(|texts| !texts.is_empty());
    let values = [
        ("company", Some(Filling::Text(company.clone()))),
        ("role", Some(Filling::Text(role))),
        ("status", Some(word(Status::words(), status.name()))),
        ("applied", applied.map(Filling::Date)),
        ("decided", decided.map(Filling::Date)),
        ("announced", args.announced.map(Filling::Date)),
        ("stage", args.stage.map(|stage| word(Stage::words(), stage.name()))),
        ("notice", args.notice.map(|notice| word(Notice::words(), notice.name()))),
        ("source", text(&args.source)),
        ("location", text(&args.location)),
        ("link", text(&args.link)),
        ("agency", text(&args.agency)),
        ("documents", documents.map(|texts| Filling::Texts(texts.iter().map(|text| text.trim().to_owned()).collect()))),
    ];
    let day = decided.or(applied).unwrap_or(today);
    Ok(Draft {
        kind: DraftKind::Entry,
        folder: format!("{}/{}", project.settings.paths.entries, day.strftime("%Y")),
        stem: format!("{day}-{}", slug(&company, lang.pick("candidature", "entry"))),
        values: values.into_iter().filter_map(|(name, value)| Some((name, value?))).collect(),
    })
}

/// Returns what cannot be left out, asked for on a terminal.
fn company_and_role(ui: &Ui, args: &NewArgs) -> Result<(String, String)> {
    let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let company = given(&args.company).or_else(|| ui.ask("ask-company"));
    let role = given(&args.role).or_else(|| ui.ask("ask-role"));
    match (company, role) {
        (Some(company), Some(role)) => Ok((company, role)),
        (company, role) => {
            let missing = [(company, "--company"), (role, "--role")];
            let missing: Vec<&str> =
                missing.iter().filter(|(value, _)| value.is_none()).map(|(_, name)| *name).collect();
            Err(Diagnostic::usage(ui.locale.format("usage-missing", &[("arg", missing.join(", ").into())])))
        }
    }
}

fn goal_draft(ui: &Ui, project: &Project, args: &GoalArgs, today: Date) -> Result<Draft> {
    let title = args.title.trim();
    if title.is_empty() {
        return Err(Diagnostic::usage(ui.locale.format("usage-no-value", &[("arg", "TITLE".into())])));
    }
    let lang = project.settings.lang;
    let mut topics = Vec::new();
    for typed in &args.topics {
        let topic = find_topic(ui, project, typed)?;
        topics.push(tag_name(topic.label(lang)));
    }
    let mut values = vec![("title", Filling::Text(title.to_owned()))];
    // A goal that is past already is written down afterwards: when it began is not known.
    if args.due.is_none_or(|due| due >= today) {
        values.push(("start", Filling::Date(today)));
    }
    if !topics.is_empty() {
        values.push(("topics", Filling::Texts(topics)));
    }
    if let Some(due) = args.due {
        values.push(("due", Filling::Date(due)));
    }
    Ok(Draft {
        kind: DraftKind::Goal,
        folder: project.settings.paths.plan.clone(),
        stem: slug(title, lang.pick("objectif", "goal")),
        values,
    })
}

/// Finds the topic that was typed: its id, a label, an alias.
pub(crate) fn find_topic<'a>(ui: &Ui, project: &'a Project, typed: &str) -> Result<&'a crate::model::Topic> {
    let name = typed.trim().trim_start_matches('#');
    if let Some(topic) = project.topics.find(name) {
        return Ok(topic);
    }
    let mut reason = ui.locale.format("usage-unknown-topic", &[("topic", name.into())]);
    let lang = ui.locale.lang;
    reason.push_str(&match project.topics.nearest(name, lang) {
        Some(near) => ui.locale.format("usage-near", &[("near", near.into())]),
        None => {
            let known: Vec<String> = project.topics.iter().map(|topic| tag_name(topic.label(lang))).collect();
            ui.locale.format("usage-valid", &[("valid", known.join(", ").into())])
        }
    });
    Err(Diagnostic::usage(reason))
}

/// Writes the file, once it reads as it should; returns where it is.
fn write(ui: &Ui, project: &Project, draft: &Draft) -> Result<PathBuf> {
    let lang = project.settings.lang;
    let own = format!("{}/{}", project.settings.paths.templates, draft.kind.file_name());
    pipeline::inside(project, &project.root.join(&own))?;
    let template = match fs::read_text_if_there(&project.root.join(&own))? {
        Some(text) => SourceFile::new(own.as_str(), text.strip_prefix('\u{feff}').unwrap_or(&text)),
        None => SourceFile::new(draft.kind.file_name(), draft.kind.built_in(lang)),
    };
    let Some(text) = fill(&template, draft.kind.table(), lang, &draft.values) else {
        return Err(first_error(project, draft.kind, &own, &template.text)
            .unwrap_or_else(|| Diagnostic::usage(ui.locale.format("template-unreadable", &[("path", own.into())]))));
    };
    let file = free_name(project, draft);
    if let Some(problem) = first_error(project, draft.kind, &file, &text) {
        let args = [("path", file.as_str().into()), ("reason", problem.message(&ui.locale).into())];
        return Err(Diagnostic::usage(ui.locale.format("new-refused", &args)));
    }
    let path = project.root.join(&file);
    pipeline::inside(project, &path)?;
    fs::write_new(&path, text.as_bytes())?;
    Ok(path)
}

/// Returns the first error that reading the file would tell.
fn first_error(project: &Project, kind: DraftKind, file: &str, text: &str) -> Option<Box<Diagnostic>> {
    let (source, lang) = (Arc::new(SourceFile::new(file, text)), project.settings.lang);
    let diagnostics = match kind {
        DraftKind::Entry => parse::read_entry(&source, &project.topics, lang).diagnostics,
        DraftKind::Goal => parse::read_goal(&source, &project.topics, lang).diagnostics,
    };
    let sorted = diagnostics.sorted();
    sorted.into_iter().find(|problem| problem.severity() == Severity::Error).map(|problem| Box::new(problem.clone()))
}

/// Returns the path of a file whose id nothing else has: `-2`, `-3` … are added where it is taken.
fn free_name(project: &Project, draft: &Draft) -> String {
    let discovered = discover(&mut Diagnostics::default(), &project.root, &project.settings);
    let files = if draft.kind == DraftKind::Entry { &discovered.entries } else { &discovered.goals };
    let key = |id: &str| id.to_lowercase().nfc().collect::<String>();
    let taken: BTreeSet<String> = files.iter().map(|file| key(parse::id_of_path(file))).collect();
    let mut stem = draft.stem.clone();
    let mut number = 1_u32;
    loop {
        let file = format!("{}/{stem}.md", draft.folder);
        if !taken.contains(&key(&stem)) && !fs::exists(&project.root.join(&file)) {
            return file;
        }
        number += 1;
        stem = format!("{}-{number}", draft.stem);
    }
}

/// The longest slug, in characters.
const SLUG_LIMIT: usize = 48;

/// Returns a name as part of a file name: lower case, no accents, `-` between words; `otherwise` when nothing is left.
fn slug(name: &str, otherwise: &str) -> String {
    let folded: String = fold(name).nfc().collect();
    let mut slug = String::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let length = slug.chars().count();
        if length > 0 && length + word.chars().count() >= SLUG_LIMIT {
            break;
        }
        if length > 0 {
            slug.push('-');
        }
        slug.extend(word.chars().take(SLUG_LIMIT));
    }
    if slug.is_empty() { otherwise.to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Topics;

    #[test]
    fn a_slug_is_short_and_plain() {
        #[track_caller]
        fn case(name: &str, expected: &str) {
            assert_eq!(slug(name, "entry"), expected, "{name}");
        }
        case("Société  Générale", "societe-generale");
        case("Noyeraie de l’Isle", "noyeraie-de-l-isle");
        case("../../etc/passwd", "etc-passwd");
        case("C# & Cie.", "c-cie");
        case("🙂", "entry");
        case("株式会社", "株式会社");
        case(&"long ".repeat(40), "long-long-long-long-long-long-long-long-long");
        assert_eq!(slug(&"x".repeat(300), "entry").len(), SLUG_LIMIT);
    }

    #[test]
    fn untouched_prompts_are_nobody_s_words() {
        for lang in Lang::ALL {
            let text = DraftKind::Entry.built_in(lang);
            let date = "2026-03-02".parse().unwrap();
            let values = [
                ("company", Filling::Text("A".to_owned())),
                ("role", Filling::Text("B".to_owned())),
                ("status", Filling::Word("rejected")),
                ("decided", Filling::Date(date)),
            ];
            let text = fill(&SourceFile::new("entry.md", text), ENTRY, lang, &values).unwrap();
            let source = Arc::new(SourceFile::new("entries/2026-03-02-a.md", text));
            let read = parse::read_entry(&source, &Topics::built_in(), lang);
            assert_eq!(read.diagnostics, Diagnostics::default(), "{lang}");
            let entry = read.result.unwrap();
            assert_eq!(entry.body.sections.len(), 8, "{lang}");
            assert!(!entry.has_feedback_or_debrief() && entry.stage == Stage::Application);
            assert!(entry.body.blocks.is_empty() && entry.body.tasks.is_empty() && entry.body.opportunities.is_empty());
            assert!(entry.documents.is_empty() && entry.extra.is_empty());
        }
    }

    #[test]
    fn an_untouched_goal_has_a_title_and_no_milestone() {
        for lang in Lang::ALL {
            let template = SourceFile::new("goal.md", DraftKind::Goal.built_in(lang));
            let text = fill(&template, GOAL, lang, &[("title", Filling::Text("Say I".to_owned()))]).unwrap();
            let read = parse::read_goal(&Arc::new(SourceFile::new("plan/a.md", text)), &Topics::built_in(), lang);
            assert_eq!(read.diagnostics, Diagnostics::default(), "{lang}");
            let goal = read.result.unwrap();
            assert_eq!((goal.title.as_str(), goal.body.tasks.len(), goal.cadence), ("Say I", 0, None));
            assert!(goal.topics.is_empty() && goal.resources.is_empty() && goal.why.is_none());
        }
    }
}
