//! `rebond list`: the entries, filtered, newest first.

use std::cmp::Reverse;
use std::sync::Arc;

use jiff::civil::Date;
use unicode_width::UnicodeWidthStr;

use super::args::{GlobalArgs, exit_of, parse_date, tell_problems, tell_read};
use super::exit::Exit;
use super::new::find_topic;
use super::ui::Ui;
use super::words;
use crate::diagnostic::show::printable;
use crate::diagnostic::{Code, Diagnostic, Result};
use crate::locale::{Locale, fold};
use crate::model::{Entry, Stage, Status};

/// List the entries, newest first
///
/// Every condition narrows the list; of several values for one condition, any will do.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ListArgs {
    /// Ended this way, or still open
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = words::status())]
    status: Vec<Status>,
    /// Got as far as this stage and no further
    #[arg(long, value_name = "STAGE", value_delimiter = ',', value_parser = words::stage())]
    stage: Vec<Stage>,
    /// Say something of this topic, by a tag or in a list
    #[arg(long, value_name = "TOPIC", value_delimiter = ',')]
    topic: Vec<String>,
    /// At a company whose name holds this
    #[arg(long, value_name = "TEXT")]
    company: Vec<String>,
    /// Decided on this day or later; if not decided, applied
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    since: Option<Date>,
    /// How entries are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ListFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum ListFormat {
    /// A table
    Human,
    /// A list of objects
    Json,
    /// Comma-separated values, for a spreadsheet
    Csv,
}

pub(crate) fn run(ui: &mut Ui, global: &GlobalArgs, args: &ListArgs) -> Result<Exit> {
    let (project, loaded) = global.load(ui)?;
    let mut topics = Vec::new();
    for typed in &args.topic {
        topics.push(find_topic(ui, &project, typed)?.id.as_str());
    }
    let is_wanted = |entry: &&Arc<Entry>| matches(entry, args, &topics);
    let mut entries: Vec<&Arc<Entry>> = loaded.journal.entries.iter().filter(is_wanted).collect();
    // The journal's order is that of ids, which sorting by day keeps.
    entries.sort_by_key(|entry| Reverse(entry.day()));
    ui.data(&match args.format {
        ListFormat::Human => table(&ui.locale, &entries, ui.verbosity > 1),
        ListFormat::Json => json(&entries)?,
        ListFormat::Csv => csv(&entries)?,
    })?;
    tell_problems(ui, &loaded.diagnostics);
    let shown = [("shown", entries.len().into()), ("total", loaded.journal.entries.len().into())];
    ui.tell("list-shown", &shown);
    if !loaded.journal.left_out_entries.is_empty() || !loaded.journal.left_out_goals.is_empty() {
        tell_read(ui, &loaded.journal);
    }
    Ok(exit_of(&loaded))
}

fn matches(entry: &Entry, args: &ListArgs, topics: &[&str]) -> bool {
    let company = fold(&entry.company);
    let any = |none: bool, found: bool| none || found;
    any(args.status.is_empty(), args.status.contains(&entry.status))
        && any(args.stage.is_empty(), args.stage.contains(&entry.reached()))
        && any(topics.is_empty(), topics.iter().any(|topic| speaks_of(entry, topic)))
        && any(args.company.is_empty(), args.company.iter().any(|typed| company.contains(&fold(typed))))
        && args.since.is_none_or(|since| entry.day().is_some_and(|day| day >= since))
}

/// Returns whether a list or a tag of `entry` says something of the topic; suggestions do not count.
fn speaks_of(entry: &Entry, topic: &str) -> bool {
    let lists = [&entry.reasons, &entry.weaknesses, &entry.strengths];
    lists.iter().any(|list| list.iter().any(|listed| listed.value.id == topic))
        || entry.body.blocks.iter().any(|block| block.evidence().iter().any(|mention| mention.topic.id == topic))
}

/// Returns an aligned table; the last column, the file, only with details.
fn table(locale: &Locale, entries: &[&Arc<Entry>], details: bool) -> String {
    let rows: Vec<Vec<String>> = entries.iter().map(|entry| row(locale, entry, details)).collect();
    let columns = rows.first().map_or(0, Vec::len);
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut table = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + 2));
        }
        table.push_str(line.trim_end_matches(' '));
        table.push('\n');
    }
    table
}

fn row(locale: &Locale, entry: &Entry, details: bool) -> Vec<String> {
    let mut status = locale.text(&format!("list-status-{}", entry.status.name())).to_owned();
    for (is_so, key) in [(entry.draft, "list-draft"), (entry.private, "list-private")] {
        if is_so {
            status.push_str(", ");
            status.push_str(locale.text(key));
        }
    }
    let mut row = vec![
        entry.day().map_or_else(|| "—".to_owned(), |day| day.to_string()),
        printable(&entry.company),
        printable(&entry.role),
        words::name_in(Stage::words(), entry.reached().name(), locale.lang).to_owned(),
        status,
    ];
    if details {
        row.push(printable(entry.file()));
    }
    row
}

/// One entry as programs see it.
#[derive(serde::Serialize)]
struct Row<'a> {
    id: &'a str,
    file: &'a str,
    company: &'a str,
    role: &'a str,
    status: Status,
    stage: Stage,
    decided: Option<Date>,
    applied: Option<Date>,
    announced: Option<Date>,
    notice: Option<crate::model::Notice>,
    shortlisted: Option<bool>,
    sector: Option<&'a str>,
    location: Option<&'a str>,
    source: Option<&'a str>,
    link: Option<&'a str>,
    agency: Option<&'a str>,
    documents: &'a [String],
    tags: &'a [String],
    follows: Option<&'a str>,
    draft: bool,
    private: bool,
}

impl<'a> Row<'a> {
    fn of(entry: &'a Entry) -> Self {
        Self {
            id: &entry.id,
            file: entry.file(),
            company: &entry.company,
            role: &entry.role,
            status: entry.status,
            stage: entry.reached(),
            decided: entry.decided_on(),
            applied: entry.applied_on(),
            announced: entry.announced.as_ref().map(|date| date.value),
            notice: entry.notice,
            shortlisted: entry.shortlisted,
            sector: entry.sector.as_deref(),
            location: entry.location.as_deref(),
            source: entry.found_at.as_deref(),
            link: entry.link.as_deref(),
            agency: entry.agency.as_deref(),
            documents: &entry.documents,
            tags: &entry.tags,
            follows: entry.follows.as_ref().map(|id| id.value.as_str()),
            draft: entry.draft,
            private: entry.private,
        }
    }
}

fn json(entries: &[&Arc<Entry>]) -> Result<String> {
    let rows: Vec<Row<'_>> = entries.iter().map(|entry| Row::of(entry)).collect();
    let text = serde_json::to_string_pretty(&rows).map_err(|error| internal(&error))?;
    Ok(text + "\n")
}

/// The columns of the spreadsheet: what the JSON has, in its order.
const COLUMNS: &[&str] = &[
    "id",
    "file",
    "company",
    "role",
    "status",
    "stage",
    "decided",
    "applied",
    "announced",
    "notice",
    "shortlisted",
    "sector",
    "location",
    "source",
    "link",
    "agency",
    "documents",
    "tags",
    "follows",
    "draft",
    "private",
];

/// Returns a table with the columns of the JSON, for a spreadsheet.
fn csv(entries: &[&Arc<Entry>]) -> Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(|error| internal(&error))?;
    for entry in entries {
        let serde_json::Value::Object(row) = serde_json::to_value(Row::of(entry)).map_err(|error| internal(&error))?
        else {
            continue;
        };
        writer
            .write_record(COLUMNS.iter().map(|name| row.get(*name).map(cell).unwrap_or_default()))
            .map_err(|error| internal(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| internal(&error))?;
    String::from_utf8(bytes).map_err(|error| internal(&error))
}

/// Returns a value as the text of a cell, which no spreadsheet takes for a formula.
fn cell(value: &serde_json::Value) -> String {
    let text = match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(items) => {
            items.iter().filter_map(serde_json::Value::as_str).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    };
    // OWASP, "CSV Injection"; also where a spreadsheet set to another separator would begin a cell.
    let mut cell = String::with_capacity(text.len());
    let mut is_start = true;
    for c in text.chars() {
        if is_start && matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠') {
            cell.push('\'');
        }
        is_start = matches!(c, ';' | ',' | '\t' | '\n' | '\r' | '|') || is_start && c == ' ';
        cell.push(c);
    }
    cell
}

fn internal(error: &impl std::fmt::Display) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::Internal).with("reason", error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::model::Topics;
    use crate::parse::read_entry;
    use crate::source::SourceFile;

    fn entry(path: &str, text: &str) -> Arc<Entry> {
        let read = read_entry(&Arc::new(SourceFile::new(path, text)), &Topics::built_in(), Lang::En);
        Arc::new(read.result.unwrap())
    }

    #[test]
    fn columns_are_aligned_by_what_a_terminal_shows() {
        let entries = [
            entry("entries/a.md", "---\ncompany: 株式会社\nrole: é\nstatus: open\n---\n"),
            entry(
                "entries/b.md",
                "---\ncompany: \"A\\e[31mB\"\nrole: Welder\ndecided: 2026-03-02\nprivate: true\n---\n",
            ),
        ];
        let entries: Vec<&Arc<Entry>> = entries.iter().collect();
        let expected = "\
—           株式会社      é       candidature  en cours              entries/a.md
2026-03-02  A\\u{1b}[31mB  Welder  candidature  non retenu·e, privée  entries/b.md
";
        assert_eq!(table(&Locale::new(Lang::Fr, "FR"), &entries, true), expected);
    }

    #[test]
    fn a_topic_is_found_in_lists_and_tags_but_not_where_it_is_denied() {
        #[track_caller]
        fn case(rest: &str, expected: bool) {
            let entry = entry("entries/a.md", &format!("---\ncompany: A\nrole: B\nstatus: open\n{rest}"));
            assert_eq!(speaks_of(&entry, "presence"), expected, "{rest}");
        }
        case("reasons: [presence]\n---\n", true);
        case("weaknesses: Présentation\n---\n", true);
        case("strengths: [presence]\n---\n", true);
        case("---\n## Feedback\n- Calm. #+presence\n", true);
        case("---\nMumbled. #présentation\n", true);
        case("---\n## Feedback\n- Calm. #!presence\n", false);
        case("---\n## Feelings\n#presence\n", false);
    }

    #[test]
    fn no_cell_is_a_formula() {
        let entries = [entry(
            "entries/a.md",
            "---\ncompany: '=1+1'\nrole: '-x, \"y\"'\nstatus: open\nlocation: '@a'\nsource: '+1'\nagency: \"a\\nb\"\ndocuments: [a, b]\n---\n",
        )];
        let text = csv(&entries.iter().collect::<Vec<_>>()).unwrap();
        let (header, row) = text.split_once('\n').unwrap();
        let serde_json::Value::Object(keys) = serde_json::to_value(Row::of(&entries[0])).unwrap() else { panic!() };
        assert_eq!(header.split(',').collect::<Vec<_>>(), keys.keys().collect::<Vec<_>>());
        assert_eq!(csv(&[]).unwrap(), format!("{header}\n"));
        assert_eq!(
            row,
            "a,entries/a.md,'=1+1,\"'-x, \"\"y\"\"\",open,application,,,,,,,'@a,'+1,,\"a\nb\",a; b,,,false,false\n"
        );
    }
}
