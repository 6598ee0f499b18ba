//! Large made-up journals, the same text each time: entries of about 2 KB in French and English.
//!
//! In: how many entries. Out: the path and the text of every file. Whatever the number, the entries
//! spread over the same five years, half of them in each language, a third with companies met before,
//! so that a journal ten times as long differs in nothing but its length.

use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::phrases::{EN, FR, Phrases};

/// The day on which the journals are looked at.
pub(crate) const TODAY: Date = date(2026, 6, 12);

/// The days that the entries spread over.
const DAYS: usize = 1826;

/// Returns the files of a journal with `entries` entries: settings, entries, goals.
pub(crate) fn files(entries: usize) -> impl Iterator<Item = (String, String)> {
    let settings = "title = \"Journal de mesure\"\nlang = \"fr\"\nregion = \"FR\"\n".to_owned();
    let goals = (entries / 100).clamp(2, 50);
    std::iter::once(("rebond.toml".to_owned(), settings))
        .chain((0..entries).map(move |index| entry(index, entries)))
        .chain((0..goals).map(goal))
}

/// Returns the path and the text of an entry; text and path depend on nothing else.
pub(crate) fn entry(index: usize, entries: usize) -> (String, String) {
    let words = if index.is_multiple_of(2) { &FR } else { &EN };
    let writer = Writer { words, dice: Dice::new(index), text: String::new() };
    writer.entry(index, entries)
}

struct Writer {
    words: &'static Phrases,
    dice: Dice,
    text: String,
}

impl Writer {
    fn entry(mut self, index: usize, entries: usize) -> (String, String) {
        let decided = decided(index, entries);
        let company = company(index, entries, self.words);
        let is_new = before(decided, 40) > TODAY.saturating_sub(70.days()) && index.is_multiple_of(3);
        let status = if is_new { self.words.open } else { self.dice.of(self.words.statuses) };
        self.front_matter(&company, status, decided, is_new);
        if index % 7 == 6 {
            let earlier = id(index - 6, entries);
            self.line(&format!("{}: {earlier}", self.words.keys.follows));
        }
        self.line("---");
        self.line("");
        self.paragraph(self.words.story, 4, "");
        if !is_new {
            self.feedback();
        }
        self.debrief(decided);
        (format!("entries/{}/{}.md", decided.year(), id(index, entries)), self.text)
    }

    fn front_matter(&mut self, company: &str, status: &str, decided: Date, is_new: bool) {
        let keys = &self.words.keys;
        let role = self.dice.of(self.words.roles);
        let (first, last) = (self.dice.of(self.words.first_names), self.dice.of(self.words.last_names));
        let town = self.dice.of(self.words.towns);
        self.line("---");
        self.line(&format!("{}: {company}", keys.company));
        self.line(&format!("{}: {role}", keys.role));
        self.line(&format!("{}: {status}", keys.status));
        self.line(&format!("{}: {}", keys.applied, before(decided, 40)));
        self.line(&format!("{}:", keys.interviews));
        let with = keys.with;
        for date in [before(decided, 18), before(decided, 9)] {
            self.line(&format!("  - {{date: {date}, type: {}, {with}: {first} {last}}}", self.words.interview));
        }
        if !is_new {
            self.line(&format!("{}: {decided}", keys.decided));
            self.line(&format!("{}: {}", keys.notice, self.words.phone));
        }
        let (sector, source) = (self.dice.of(self.words.sectors), self.dice.of(self.words.sources));
        let (version, contact) = (self.dice.below(6), self.dice.below(10_000));
        self.line(&format!("{}: {sector}", keys.sector));
        self.line(&format!("{}: {town}", keys.location));
        self.line(&format!("source: {source}"));
        self.line(&format!("documents: [cv-v{version}, {}]", self.words.letter));
        self.line("contacts:");
        self.line(&format!("  - {}: {first} {last}", keys.name));
        self.line(&format!("    {}: {}", keys.contact_role, self.words.hiring_manager));
        self.line(&format!("    email: contact{contact}@example.org"));
        if !is_new {
            self.line(&format!("{}: {}", keys.thanked, after(decided, 1)));
            let (asked, received) = (after(decided, 3), after(decided, 8));
            self.line(&format!(
                "{}: {{{}: {asked}, via: email, {}: {received}}}",
                keys.feedback, keys.requested, keys.received
            ));
        }
        let (high, low) = (3 + self.dice.below(3), 1 + self.dice.below(4));
        self.line(&format!("{}: {{{}: {high}, {}: {low}}}", keys.mood, keys.before, keys.after));
    }

    fn feedback(&mut self) {
        self.line(&format!("## {}", self.words.feedback_heading));
        self.line("");
        for tagged in [true, true, false] {
            let (sentence, topic) = self.dice.of(self.words.remarks);
            let more = self.dice.of(self.words.story);
            let tag = if tagged { format!(" #{topic}") } else { String::new() };
            self.line(&format!("> {sentence} {more}{tag}"));
            self.line(">");
        }
        let (sentence, topic) = self.dice.of(self.words.praise);
        self.line(&format!("> {sentence} #+{topic}"));
        self.line("");
    }

    fn debrief(&mut self, decided: Date) {
        self.line(&format!("## {}", self.words.debrief_heading));
        self.line("");
        let (_, topic) = self.dice.of(self.words.remarks);
        self.paragraph(self.words.thoughts, 3, &format!(" #{topic}"));
        let (_, topic) = self.dice.of(self.words.praise);
        let thought = self.dice.of(self.words.thoughts);
        self.line(&format!("- {thought} #+{topic}"));
        for days in [10, 30] {
            let (task, topic) = self.dice.of(self.words.tasks);
            let is_done = after(decided, days) < TODAY && self.dice.below(4) > 0;
            let due = after(decided, days);
            let done = if is_done { format!(" done:{due}") } else { String::new() };
            let mark = if is_done { 'x' } else { ' ' };
            self.line(&format!("- [{mark}] {task} #{topic} due:{due}{done}"));
        }
        self.line("");
        self.line(&format!("## {}", self.words.feelings_heading));
        self.line("");
        self.paragraph(self.words.thoughts, 3, "");
    }

    fn paragraph(&mut self, of: &[&str], sentences: usize, end: &str) {
        let text: Vec<&str> = (0..sentences).map(|_| self.dice.of(of)).collect();
        self.line(&format!("{}{end}", text.join(" ")));
        self.line("");
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// Returns the path and the text of a goal.
fn goal(index: usize) -> (String, String) {
    let mut dice = Dice::new(index);
    let (task, topic) = dice.of(FR.tasks);
    let mut text = format!("---\ntitre: {task} ({index})\naxes: [{topic}]\ndébut: {}\n", before(TODAY, 90));
    let _ =
        write!(text, "échéance: {}\nmesure: {{quoi: exercices faits, de: 0, cible: 10}}\n---\n\n", after(TODAY, 30));
    for step in 0..4 {
        let day = after(before(TODAY, 80), step * 30);
        let (mark, done) = if day < TODAY { ('x', format!(" done:{day}")) } else { (' ', String::new()) };
        let (task, _) = dice.of(FR.tasks);
        let _ = writeln!(text, "- [{mark}] {task} due:{day}{done}");
    }
    (format!("plan/goal-{index:03}.md"), text)
}

fn decided(index: usize, entries: usize) -> Date {
    let days = (entries - index) * DAYS / entries;
    before(TODAY, i64::try_from(days).unwrap_or(0))
}

fn id(index: usize, entries: usize) -> String {
    format!("{}-{index:06}", decided(index, entries))
}

/// Returns a company's name; a third of the applications go to one that was met before.
fn company(index: usize, entries: usize, words: &Phrases) -> String {
    let companies = (entries * 2 / 3).max(1);
    let which = index % companies;
    format!("{} {} {which}", Dice::new(which).of(words.company_kinds), Dice::new(which + 1).of(words.last_names))
}

fn before(day: Date, days: i64) -> Date {
    day.saturating_sub(days.days())
}

fn after(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// Numbers that look like chance and are the same each time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn new(seed: usize) -> Self {
        Self(u64::try_from(seed).unwrap_or(0).wrapping_mul(0x2545_F491_4F6C_DD1D))
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap_or(0) % end
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}
