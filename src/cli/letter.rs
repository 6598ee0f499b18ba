//! `rebond letter`: a letter filled from an entry, and which letters there are.

use super::args::{GlobalArgs, has_machine_problem, parse_lang, tell_problems};
use super::changes;
use super::exit::Exit;
use super::ui::Ui;
use crate::analyse::{self, HORIZON_DAYS};
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::letter::{Kind, Letter, Letters, Listed, Request, Tone, about, eml, mailto};
use crate::locale::{Lang, Locale};
use crate::model::{Entry, Journal};
use crate::pipeline;

/// Write a letter from an entry
///
/// Without KIND it is the letter that the next step needs. The text is printed,
/// and nothing is sent: read it, make it your own, send it yourself.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct LetterArgs {
    /// The application: its id, or a part that only it has
    #[arg(value_name = "ENTRY", required_unless_present = "list")]
    entry: Option<String>,
    /// What the letter is for, as --list names it
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// How it sounds
    #[arg(long, value_name = "TONE")]
    tone: Option<ToneArg>,
    /// Write as among people on first-name terms; French `tu`
    #[arg(long)]
    tu: bool,
    /// Ask about these topics, three at most; without it, those of the debrief
    #[arg(long, value_name = "TOPIC", num_args = 1.., value_delimiter = ',')]
    about: Vec<String>,
    /// How the letter is printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Write the letter in this language: fr or en
    #[arg(long, value_name = "LANG", value_parser = parse_lang)]
    lang: Option<Lang>,
    /// Leave visible placeholders for what the journal does not know
    #[arg(long)]
    allow_missing: bool,
    /// Show the letters and where their templates are
    #[arg(long, conflicts_with_all = ["entry", "tone", "tu", "about", "format", "allow_missing"])]
    list: bool,
}

/// A tone of `--tone`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum ToneArg {
    /// As to a stranger; the default.
    #[value(alias = "formel")]
    Formal,
    /// As after a good conversation.
    #[value(alias = "chaleureux")]
    Warm,
}

/// A format of `rebond letter`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// The subject and the text.
    Text,
    /// A draft that mail programs open.
    Eml,
    /// A link that mail programs open.
    Mailto,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &LetterArgs) -> Result<Exit> {
    match &args.entry {
        Some(entry) if !args.list => write(ui, global, args, entry),
        _ => list(ui, global, args),
    }
}

fn write(ui: &mut Ui, global: &GlobalArgs, args: &LetterArgs, entry: &str) -> Result<Exit> {
    let tone = tone(ui, args)?;
    let (project, loaded) = global.load(ui)?;
    // An entry that has errors says so itself.
    let entry = changes::entry(ui, &loaded, entry)?;
    tell_problems(ui, &loaded.diagnostics);
    let (journal, today, locale) = (&loaded.journal, global.today(), project.locale(args.lang));
    let letters = pipeline::letters(&project, &locale)?;
    let name = match &args.kind {
        Some(kind) => letters.find(kind)?.name.clone(),
        None => next_kind(ui, journal, entry, global)?.name().to_owned(),
    };
    let about = about(&project.topics, &args.about, &locale)?;
    let request =
        Request { journal, entry, today, name: &name, tone, about: &about, allow_missing: args.allow_missing };
    let letter = letters.write(&request)?;
    let text = match args.format {
        Format::Text => letter.text(&locale),
        Format::Eml | Format::Mailto if letter.subject.is_none() => {
            let reason = ui.locale.format("letter-no-subject", &[("kind", name.into())]);
            return Err(Box::new(Diagnostic::new(Code::UsageWrong).with("reason", reason).help("help-letter")));
        }
        Format::Eml => eml(&letter, today),
        Format::Mailto => mailto(&letter) + "\n",
    };
    tell_about(ui, entry, &letter, &letters);
    if args.format == Format::Text {
        ui.text(&text)?;
    } else {
        ui.data(&text)?;
    }
    Ok(if has_machine_problem(&loaded.diagnostics) { Exit::Machine } else { Exit::Fine })
}

/// Returns the tone; first-name terms are warm.
fn tone(ui: &Ui, args: &LetterArgs) -> Result<Tone> {
    match (args.tone, args.tu) {
        (Some(ToneArg::Formal), true) => {
            let pair = [("arg", "--tu".into()), ("other", "--tone formal".into())];
            let reason = ui.locale.format("usage-conflict", &pair);
            Err(Box::new(Diagnostic::new(Code::UsageWrong).with("reason", reason).help("help-letter")))
        }
        (_, true) => Ok(Tone::Familiar),
        (Some(ToneArg::Warm), false) => Ok(Tone::Warm),
        (Some(ToneArg::Formal) | None, false) => Ok(Tone::Formal),
    }
}

/// Returns the letter that the entry's next step needs.
///
/// # Errors
/// `usage-wrong`, with the letters that fit, when no step asks for one.
fn next_kind(ui: &Ui, journal: &Journal, entry: &Entry, global: &GlobalArgs) -> Result<Kind> {
    let steps = analyse::agenda(journal, &ui.locale, global.today(), HORIZON_DAYS);
    let mut own = analyse::Steps::new(journal, &steps, &[], global.today())
        .in_order()
        .filter(|step| step.entry.as_ref() == Some(&entry.id));
    own.find_map(|step| Kind::of_step(step.kind)).ok_or_else(|| {
        let args = [("entry", entry.id.as_str().into()), ("kinds", fitting(entry, ui.locale.lang).into())];
        let has_some = Kind::ALL.iter().any(|kind| kind.fits(entry));
        let reason = ui.locale.format(if has_some { "letter-no-step" } else { "letter-none-fits" }, &args);
        Box::new(Diagnostic::new(Code::UsageWrong).with("reason", reason).help("help-letter"))
    })
}

fn fitting(entry: &Entry, lang: Lang) -> String {
    let kinds = Kind::ALL.iter().filter(|kind| kind.fits(entry));
    kinds.map(|kind| format!("`{}`", kind.word().name(lang))).collect::<Vec<_>>().join(", ")
}

/// Says whom the letter goes to, what to weigh before sending it, and whether it fits how the entry stands.
fn tell_about(ui: &Ui, entry: &Entry, letter: &Letter, letters: &Letters) {
    let kind = letters.find(&letter.name).ok().and_then(|listed| listed.kind);
    if kind.is_some_and(|kind| !kind.fits(entry)) {
        let count = Kind::ALL.iter().filter(|kind| kind.fits(entry)).count();
        let args = [("count", count.into()), ("kinds", fitting(entry, ui.locale.lang).into())];
        ui.tell("letter-does-not-fit", &args);
    }
    if let Some(to) = &letter.to {
        let name = to.name.clone().unwrap_or_default();
        match &to.address {
            Some(address) => ui.tell("letter-to", &[("name", name.into()), ("address", address.as_str().into())]),
            None => ui.tell("letter-to-name", &[("name", name.into())]),
        }
    }
    if let Some(comment) = &letter.comment {
        ui.say(&format!("{comment}\n"));
    }
}

/// Lists the templates; outside a journal the built-in ones.
fn list(ui: &mut Ui, global: &GlobalArgs, args: &LetterArgs) -> Result<Exit> {
    let letters = match global.project(ui) {
        Ok(project) => pipeline::letters(&project, &project.locale(args.lang))?,
        Err(problem) if global.journal.is_some() => return Err(problem),
        Err(_) => Letters::new("", &std::collections::BTreeMap::new(), &ui.locale)?,
    };
    let rows: Vec<[String; 3]> = letters.list().iter().map(|listed| row(listed, &ui.locale)).collect();
    let width =
        |column: fn(&[String; 3]) -> &String| rows.iter().map(|row| column(row).chars().count()).max().unwrap_or(0);
    let (names, labels) = (width(|[name, _, _]| name), width(|[_, label, _]| label));
    let mut text = String::new();
    for [name, label, place] in &rows {
        text.push_str(format!("{name:names$}  {label:labels$}  {place}").trim_end());
        text.push('\n');
    }
    ui.text(&text)?;
    Ok(Exit::Fine)
}

fn row(listed: &Listed, locale: &Locale) -> [String; 3] {
    let name = listed.kind.map_or(listed.name.as_str(), |kind| kind.word().name(locale.lang)).to_owned();
    let label = listed.kind.map(|kind| locale.text(&format!("letter-label-{}", kind.name())).to_owned());
    let place = listed.own.clone().unwrap_or_else(|| locale.text("letter-built-in").to_owned());
    [name, label.unwrap_or_else(|| locale.text("letter-of-ones-own").to_owned()), place]
}
