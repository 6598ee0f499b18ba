//! `rebond suggestions`: the suggested topics one by one, each answer a tag in its file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::args::GlobalArgs;
use super::changes::{DryRun, Target, entry, finish};
use super::exit::Exit;
use super::ui::Ui;
use crate::analyse::{Suggestion, Suggestions, suggestions};
use crate::diagnostic::Result;
use crate::diagnostic::show::printable;
use crate::edit::{Revision, tag};
use crate::locale::{Lang, fold};
use crate::model::{Entry, Journal, TagSign, Topic};
use crate::parse::read_entry;
use crate::pipeline::Project;

/// Go through the topics that the words of feedback suggest
///
/// Shows them one by one: accept, change, reject, skip. An answer is one tag at
/// the end of the paragraph: `#topic`, `#+topic`, or `#!topic` for what it is
/// not about; what you confirm teaches the other suggestions. Without a
/// terminal, they are listed, one a line.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct SuggestionsArgs {
    /// Only those of this entry: its id, or a part that only it has
    #[arg(value_name = "ENTRY")]
    entry: Option<String>,
    #[command(flatten)]
    dry_run: DryRun,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &SuggestionsArgs) -> Result<Exit> {
    let (project, loaded) = global.load(ui)?;
    let only = args.entry.as_ref().map(|name| entry(ui, &loaded, name)).transpose()?;
    if !project.settings.analysis.suggestions {
        ui.tell("suggestions-off", &[]);
        return Ok(Exit::Fine);
    }
    let found = suggestions(&loaded.journal);
    let offers = offers(&project, &loaded.journal, &found, only.map(|entry| entry.id.as_str()));
    if offers.is_empty() {
        ui.tell("suggestions-none", &[]);
        return Ok(Exit::Fine);
    }
    if !ui.can_ask() {
        ui.data(&offers.iter().map(Offer::line).collect::<String>())?;
        ui.tell("suggestions-how", &[]);
        return Ok(Exit::Fine);
    }
    go_through(ui, &project, &offers, args.dry_run)
}

/// A suggestion, and the tag that would make it the person's own.
struct Offer<'a> {
    entry: &'a Arc<Entry>,
    suggestion: &'a Suggestion,
    lang: Lang,
    tag: String,
}

fn offers<'a>(project: &Project, journal: &'a Journal, found: &'a Suggestions, only: Option<&str>) -> Vec<Offer<'a>> {
    let mut offers = Vec::new();
    for entry in journal.entries.iter().filter(|entry| only.is_none_or(|id| entry.id == id)) {
        let lang = entry.lang.unwrap_or(project.settings.lang);
        for suggestion in found.of(&entry.id).into_iter().flat_map(|found| &found.topics) {
            let Some(block) = entry.body.blocks.get(suggestion.block) else { continue };
            let sign = TagSign::of(suggestion.polarity, block.polarity);
            let tag = project.topics.written(&suggestion.topic, sign, lang);
            offers.push(Offer { entry, suggestion, lang, tag });
        }
    }
    offers
}

impl Offer<'_> {
    /// The place, the tag, the sentence and the words that caused it, between tabs.
    fn line(&self) -> String {
        let Suggestion { line, sentence, because, .. } = self.suggestion;
        let place = format!("{}:{line}", self.entry.file());
        let parts = [place, self.tag.clone(), sentence.to_string(), because.join(" · ")];
        parts.map(|part| printable(&part)).join("\t") + "\n"
    }
}

/// What the person says of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Accept,
    Change,
    Reject,
    Skip,
    Quit,
}

impl Answer {
    /// Reads an answer in either language: its first letter, or the word.
    fn parse(typed: &str) -> Option<Self> {
        match fold(typed).as_str() {
            "a" | "accept" | "accepter" | "y" | "yes" | "o" | "oui" => Some(Answer::Accept),
            "c" | "change" | "changer" => Some(Answer::Change),
            "r" | "reject" | "rejeter" | "n" | "no" | "non" => Some(Answer::Reject),
            "s" | "skip" | "p" | "passer" => Some(Answer::Skip),
            "q" | "quit" | "quitter" => Some(Answer::Quit),
            _ => None,
        }
    }
}

/// Asks for each offer, and writes each answer before the next.
fn go_through(ui: &Ui, project: &Project, offers: &[Offer<'_>], dry_run: DryRun) -> Result<Exit> {
    let mut entries: BTreeMap<&str, Arc<Entry>> = BTreeMap::new();
    for (index, offer) in offers.iter().enumerate() {
        show(ui, offer, (index + 1, offers.len()));
        let Some((topic, sign)) = (match ask(ui) {
            Answer::Quit => break,
            Answer::Skip => None,
            Answer::Accept => Some((Arc::clone(&offer.suggestion.topic), false)),
            Answer::Reject => Some((Arc::clone(&offer.suggestion.topic), true)),
            Answer::Change => ask_topic(ui, project, offer.lang).map(|topic| (topic, false)),
        }) else {
            continue;
        };
        let current = entries.get(offer.entry.id.as_str()).unwrap_or(offer.entry);
        let change = (topic.as_ref(), sign);
        let (revision, sentence) = revised(ui, project, (offer, current), change)?;
        finish(ui, project, Target::Entry(current), (&revision, dry_run), &sentence)?;
        if !dry_run.dry_run
            && let Ok(read) = read_entry(revision.source(), &project.topics, project.settings.lang).result
        {
            entries.insert(&offer.entry.id, Arc::new(read));
        }
    }
    Ok(Exit::Fine)
}

/// Returns an entry with the tag that an answer means, and the sentence that tells it.
fn revised(
    ui: &Ui,
    project: &Project,
    (offer, entry): (&Offer<'_>, &Arc<Entry>),
    (topic, rejected): (&Topic, bool),
) -> Result<(Revision, String)> {
    let bare = entry.body.blocks.get(offer.suggestion.block).map(|block| block.polarity);
    let polarity = offer.suggestion.polarity;
    let sign = if rejected { TagSign::Not } else { TagSign::of(polarity, bare.unwrap_or(polarity)) };
    let mut revision = Revision::new(&entry.source);
    tag(&mut revision, &project.topics, offer.suggestion.block, (topic, sign), offer.lang)?;
    let written = project.topics.written(topic, sign, offer.lang);
    Ok((revision, ui.locale.format("suggestions-written", &[("tag", written.into())])))
}

fn show(ui: &Ui, offer: &Offer<'_>, (number, all): (usize, usize)) {
    let suggestion = offer.suggestion;
    let place = format!("{}:{}", offer.entry.file(), suggestion.line);
    let because: Vec<String> = suggestion.because.iter().map(|words| ui.locale.quoted(words)).collect();
    let args = [
        ("number", number.into()),
        ("all", all.into()),
        ("company", printable(&offer.entry.company).into()),
        ("place", place.into()),
        ("sentence", printable(&ui.locale.quoted(&suggestion.sentence)).into()),
        ("tag", offer.tag.as_str().into()),
        ("topic", suggestion.topic.label(ui.locale.lang).into()),
        ("because", printable(&because.join(", ")).into()),
    ];
    ui.tell("suggestions-offer", &args);
}

/// Asks until the answer is one; the end of the input is the wish to stop.
fn ask(ui: &Ui) -> Answer {
    loop {
        let Some(typed) = ui.ask("suggestions-ask") else { return Answer::Quit };
        if let Some(answer) = Answer::parse(&typed) {
            return answer;
        }
    }
}

/// Asks for a topic: its name in either language, or nearly; `None` at the end of the input.
fn ask_topic(ui: &Ui, project: &Project, lang: Lang) -> Option<Arc<Topic>> {
    let topics = &project.topics;
    loop {
        let typed = ui.ask("suggestions-ask-topic")?;
        let name = typed.trim_start_matches(['#', '+', '-', '!']);
        let near = || topics.nearest(name, lang).and_then(|near| topics.find(&near));
        if let Some(topic) = topics.find(name).or_else(near) {
            return Some(Arc::clone(topic));
        }
        let known: Vec<String> = topics.iter().map(|topic| topic.label(ui.locale.lang).to_owned()).collect();
        ui.tell("suggestions-unknown", &[("topics", known.join(", ").into())]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_in_both_languages() {
        for (typed, answer) in [
            ("a", Answer::Accept),
            ("OUI", Answer::Accept),
            ("changer", Answer::Change),
            ("n", Answer::Reject),
            ("Passer", Answer::Skip),
            ("q", Answer::Quit),
        ] {
            assert_eq!(Answer::parse(typed), Some(answer), "{typed}");
        }
        assert_eq!(Answer::parse("peut-être"), None);
    }
}
