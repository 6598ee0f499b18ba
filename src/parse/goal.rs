//! One file below `plan/` to a [`Goal`].

use std::sync::Arc;

use super::body::{Owner, read_body};
use super::date::{Day, day_of_name};
use super::fields::{Record, read_record};
use super::front_matter::{self, Split};
use super::{Flags, Read, Reading, finish, id_of_path};
use crate::diagnostic::{Code, Diagnostics};
use crate::locale::Lang;
use crate::model::vocabulary::{GOAL, find_field};
use crate::model::{Body, Cadence, Goal, GoalStatus, Measure, Topics};
use crate::source::{SourceFile, Span};

/// Reads a goal; hints name keys and topics in `lang`.
pub fn read_goal(source: &Arc<SourceFile>, topics: &Topics, lang: Lang) -> Read<Goal> {
    let mut diagnostics = Diagnostics::default();
    let mut reading = Reading::new(&mut diagnostics, source, topics, lang);
    let Some((record, body_start)) = front_matter_of(&mut reading) else {
        return finish(source, None, Flags { draft: false, private: false }, diagnostics);
    };
    let body = read_body(&mut reading, body_start, Owner::Goal);
    let goal = goal(&mut reading, source, record, body);
    finish(source, Some(goal), Flags { draft: false, private: false }, diagnostics)
}

/// Reads the front matter; a goal may have none.
fn front_matter_of(reading: &mut Reading<'_>) -> Option<(Record, usize)> {
    let source = reading.source;
    match front_matter::split(source) {
        Split::Found(block) => {
            let node = front_matter::read(reading.diagnostics, source, &block)?;
            Some((read_record(reading, &node, GOAL), block.body_start))
        }
        Split::Unclosed(span, syntax) => {
            let fence = if syntax == front_matter::Syntax::Yaml { "---" } else { "+++" };
            reading.tell(Code::FrontMatterUnclosed, span, |d| d.with("fence", fence));
            None
        }
        Split::Absent(Some(span))
            if source.slice(span).trim().starts_with(['-', '+']) && source.line(span.start()) > 1 =>
        {
            reading.tell(Code::FrontMatterMissing, span, |d| d.variant("misplaced").help("help-misplaced"));
            None
        }
        Split::Absent(_) => Some((Record::default(), 0)),
    }
}

fn goal(reading: &mut Reading<'_>, source: &Arc<SourceFile>, mut record: Record, body: Body) -> Goal {
    let id = id_of_path(&source.path).to_owned();
    if day_of_name(&id) == Some(Day::Impossible) {
        let name = id.get(..10).unwrap_or(&id);
        let first = source.line_span(1);
        reading.tell(Code::DateInvalid, first, |d| d.with("value", name).variant("name").help("help-name"));
    }
    let title = record.take_text("title").or_else(|| body.first_heading.clone());
    if title.is_none() {
        reading.tell(Code::TitleMissing, Span::new(0, 0), |d| d.with("id", id.as_str()));
    }
    let goal = Goal {
        title: title.unwrap_or_else(|| id.clone()),
        id,
        source: Arc::clone(source),
        topics: record.take_topics("topics"),
        start: record.date("start"),
        due: record.date("due"),
        measure: record.take_record("measure").map(measure),
        why: record.take_text("why"),
        partner: record.take_text("partner"),
        cadence: record.choice("cadence").and_then(Cadence::from_name),
        reviewed: record.take_dates("reviewed"),
        resources: record.take_texts("resources"),
        status: status(reading, &record),
        closed: record.date("closed"),
        extra: record.extra,
        body,
    };
    if let (Some(start), Some(due)) = (&goal.start, &goal.due)
        && due.value < start.value
    {
        let days = (due.value.to_string(), start.value.to_string());
        reading.tell(Code::DateReversed, due.span, |d| {
            d.variant("goal").help("help-goal").with("earlier", days.0).with("later", days.1)
        });
    }
    goal
}

fn measure(mut record: Record) -> Measure {
    Measure {
        what: record.take_text("what"),
        from: record.take_text("from"),
        target: record.take_text("target"),
        now: record.take_text("now"),
    }
}

/// Returns what the goal says of itself; closed without a status means done.
fn status(reading: &mut Reading<'_>, record: &Record) -> GoalStatus {
    let stated = record.choice("status").and_then(GoalStatus::from_name);
    let closed = record.key_span("closed").filter(|_| record.date("closed").is_some());
    match (stated, closed) {
        (None | Some(GoalStatus::Active), Some(span)) => {
            let name = |key: &str| find_field(GOAL, key).map_or("", |field| field.word.name(reading.lang));
            let done = crate::model::vocabulary::GOAL_STATUSES.get(1).map_or("", |word| word.name(reading.lang));
            let (closed, status) = (name("closed"), name("status"));
            reading.tell(Code::StatusContradicted, span, |d| {
                d.with("closed", closed).with("status", status).with("done", done)
            });
            if stated.is_none() { GoalStatus::Done } else { GoalStatus::Active }
        }
        (stated, _) => stated.unwrap_or(GoalStatus::Active),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_impossible_day_in_the_name_of_a_goal_is_told() {
        let read = |name: &str| {
            let source = Arc::new(SourceFile::new(format!("plan/{name}.md"), "# Goal\n"));
            let read = read_goal(&source, &Topics::built_in(), Lang::En);
            read.diagnostics.iter().map(|problem| problem.code).collect::<Vec<_>>()
        };
        assert_eq!(read("2026-02-30-learn"), [Code::DateInvalid]);
        assert_eq!(read("2026-02-28-learn"), []);
    }
}
