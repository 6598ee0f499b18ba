//! Journals that no one keeps and every page must bear: empty, of one entry, of many, of strange words.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use rebond::fs;

use crate::injections::{self, INJECTIONS};

/// How many applications the long journal has.
const LONG: usize = 2000;

/// Writes the odd journals below `folder`, and returns each with its name.
pub(crate) fn journals(folder: &Path) -> Vec<(&'static str, PathBuf)> {
    vec![
        ("empty", write(&folder.join("empty"), "lang = \"fr\"\n", &[])),
        ("one", write(&folder.join("one"), "lang = \"en\"\n", &[("entries/2026-06-01-a.md", one())])),
        ("strange", write(&folder.join("strange"), "lang = \"en\"\ntitle = \"سجل 🙂\"\n", &strange())),
    ]
}

/// Writes a journal of many applications, for what must stay quick, and returns its folder.
pub(crate) fn long(folder: &Path) -> PathBuf {
    let files: Vec<(String, String)> = (0..LONG).map(one_of_many).collect();
    let files: Vec<(&str, String)> = files.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
    write(&folder.join("long"), "lang = \"en\"\n", &files)
}

/// Writes a journal that holds each injection in every text field, and returns its folder.
pub(crate) fn hostile(folder: &Path) -> PathBuf {
    let files: Vec<(String, String)> =
        INJECTIONS.iter().enumerate().flat_map(|(number, (_, evil))| injections::files(evil, number)).collect();
    let files: Vec<(&str, String)> = files.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
    write(&folder.join("hostile"), &injections::settings(&INJECTIONS.map(|(_, evil)| evil)), &files)
}

fn write(folder: &Path, settings: &str, files: &[(&str, String)]) -> PathBuf {
    for below in ["entries", "plan"] {
        fs::create_folder(&folder.join(below)).unwrap();
    }
    fs::write_staged(&folder.join("rebond.toml"), settings.as_bytes()).unwrap();
    for (path, text) in files {
        fs::write_staged(&folder.join(path), text.as_bytes()).unwrap();
    }
    folder.to_path_buf()
}

fn one() -> String {
    "---\ncompany: Acme\nrole: Clerk\ndecided: 2026-06-01\n---\n\n## Feedback\n\n> Well prepared. #+preparation\n"
        .to_owned()
}

fn strange() -> Vec<(&'static str, String)> {
    let name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
    let name: String = name.chars().take(200).collect();
    let wide = "a-word-that-does-not-end".repeat(20);
    let mut words = String::new();
    for number in 0..2000 {
        let _ = write!(
            words,
            "A sentence of twenty words, number {number}, that says again what was said before, and so \
             on until the end. {}",
            if number % 12 == 0 { "\n\n" } else { "" }
        );
    }
    let entry = |company: &str, role: &str, day: &str, body: &str| {
        format!(
            "---\ncompany: \"{company}\"\nrole: \"{role}\"\ndecided: {day}\nstage: interview\nmood: {{before: 4, after: 2}}\nsource: \"{company}\"\ncontacts:\n  - name: \"{company}\"\n---\n\n{body}\n"
        )
    };
    let quote = |words: &str| format!("## Feedback\n\n> {words} #preparation\n\n## Debrief\n\n- {words} #+teamwork\n");
    let markup = format!(
        "{}\n## Feedback\n\n<p><a href=\"2026-05-02-rtl.md\">raw link</a> <img src=\"p.png\" alt=\"raw\"></p>\n\n[to a heading](#debrief)\n\n\
         | {wide} | b |\n| --- | --- |\n| c | `{wide}` |\n\n```\n{wide}{wide}\n```\n\n{wide}\n\n## Feedback\n\nAgain.\n",
        quote("Plain words.")
    );
    vec![
        ("entries/2026-05-01-long.md", entry(&name, &name, "2026-05-01", &quote(&wide))),
        (
            "entries/2026-05-02-rtl.md",
            entry("شركة النور (المحدودة)", "מהנדס תוכנה, C++", "2026-05-02", &quote("كانت إجاباتك طويلة جدا، 3 من 5!")),
        ),
        (
            "entries/2026-05-03-emoji.md",
            entry("👩‍🚀 Rocket 🚀🚀", "🧪 Lab 🏳️‍🌈", "2026-05-03", &quote("👍🏽 great, but… 🤷")),
        ),
        ("entries/2026-05-04-words.md", entry("Words", "Writer", "2026-05-04", &format!("## Debrief\n\n{words}"))),
        ("entries/2026-05-05-markup.md", entry("Markup", "Typist", "2026-05-05", &markup)),
        ("entries/p.png", String::new()),
        (
            "plan/goal.md",
            format!(
                "---\ntitle: \"{name}\"\ntopics: [preparation]\nstart: 2026-05-01\ndue: 2026-07-01\npartner: \"שרה\"\n---\n\n- [x] {wide} done:2026-05-10\n- [ ] مهمة due:2026-06-20\n"
            ),
        ),
    ]
}

fn one_of_many(number: usize) -> (String, String) {
    let topics = ["preparation", "confidence", "answer-structure", "languages", "documents"];
    let (year, month, day) = (2020 + number * 6 / LONG, number % 12 + 1, number % 28 + 1);
    let date = format!("{year}-{month:02}-{day:02}");
    let text = format!(
        "---\ncompany: {} Cuisine\nrole: {}\ndecided: {date}\nmood: {{before: 4, after: {}}}\n---\n\n## Feedback\n\n\
         The recruteur said: {}. #{}\n\n## Debrief\n\n{}. #+teamwork\n",
        some(number * 7, 2),
        some(number, 3),
        number % 5 + 1,
        some(number * 3, 25),
        topics[number % topics.len()],
        some(number * 5, 120)
    );
    (format!("entries/{date}-{number}.md"), text)
}

/// Returns `count` words of the README, from one on.
fn some(from: usize, count: usize) -> String {
    const README: &str = include_str!("../../README.md");
    let words: Vec<&str> = README.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 3).collect();
    (0..count).map(|at| words[(from + at * at) % words.len()]).collect::<Vec<_>>().join(" ")
}

/// Writes two journals that a sheet of paper cannot hold, and returns their folders: one wordy, one of 400 applications.
pub(crate) fn crowds(folder: &Path) -> (PathBuf, PathBuf) {
    let crowd = |name: &str, settings: &str, count: usize, words: usize| {
        let mut files: Vec<(String, String)> = (0..count).map(|number| one_of_crowd(number, count, words)).collect();
        files.extend((0..6).map(|number| {
            let (title, task) = (some(number * 11, words * 2), some(number, words * 3));
            let topic = TOPICS[number % TOPICS.len()];
            let text = format!("---\ntitle: {title}\ntopics: [{topic}]\nstart: 2026-05-01\ndue: 2026-07-01\n---\n\n- [ ] {task} due:2026-06-20\n");
            (format!("plan/goal-{number}.md"), text)
        }));
        let files: Vec<(&str, String)> = files.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
        write(&folder.join(name), settings, &files)
    };
    (crowd("wordy", "lang = \"en\"\n", 40, 30), crowd("many", "lang = \"fr\"\n", 400, 3))
}

const TOPICS: [&str; 7] =
    ["preparation", "confidence", "answer-structure", "languages", "documents", "teamwork", "competition"];

/// Returns an application; the last is of today, the first of two years ago when there are 400.
fn one_of_crowd(number: usize, count: usize, words: usize) -> (String, String) {
    let back = i64::try_from((count - number) * 2 * count / 400).unwrap();
    let day = date(2026, 6, 12).checked_sub(jiff::Span::new().days(back)).unwrap();
    let (company, role) = (some(number * 7, words), some(number, words));
    let (said, thought, task) = (some(number * 3, words * 8), some(number * 5, words * 8), some(number * 2, words * 3));
    let (topic, other) = (TOPICS[number % TOPICS.len()], TOPICS[(number + 3) % TOPICS.len()]);
    let text = format!(
        "---\ncompany: {company}\nrole: {role}\napplied: {day}\ndecided: {day}\nfeedback: {{received: {day}}}\n---\n\n\
         ## Feedback\n\n> {said}. #{topic}\n\n## Debrief\n\n{thought}. #+{other}\n\n## Actions\n\n- [ ] {task} due:2026-06-20\n"
    );
    (format!("entries/{day}-{number}.md"), text)
}
