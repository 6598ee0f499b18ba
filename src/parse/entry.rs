//! One file below `entries/` to an [`Entry`].

use std::sync::Arc;

use jiff::civil::Date;

use super::body::{Owner, read_body};
use super::date::{Day, day_of_name};
use super::fields::{Record, read_record};
use super::front_matter::{self, Split};
use super::{Flags, Read, Reading, finish, id_of_path, left_out};
use crate::diagnostic::{Code, Diagnostics};
use crate::locale::Lang;
use crate::model::vocabulary::{ENTRY, Field, find_field};
use crate::model::{
    Contact, ContactRole, Control, Entry, Feedback, FeedbackKind, Interview, Mood, Notice, Stage, Status, Thanks,
    Topics,
};
use crate::source::{SourceFile, Span, Spanned};

/// Reads an entry; hints name keys and topics in `lang`.
pub fn read_entry(source: &Arc<SourceFile>, topics: &Topics, lang: Lang) -> Read<Entry> {
    let mut diagnostics = Diagnostics::default();
    let mut reading = Reading::new(&mut diagnostics, source, topics, lang);
    let Some((record, body_start, fence)) = front_matter_of(&mut reading) else {
        return finish(source, None, Flags { draft: false, private: left_out::may_be_private(source) }, diagnostics);
    };
    let body = read_body(&mut reading, body_start, Owner::Entry);
    let flag = |name: &str| record.flag(name).unwrap_or(false);
    // A flag that cannot be read is one that was meant.
    let flags = Flags { draft: flag("draft"), private: flag("private") || record.refused.contains(&"private") };
    let entry = Parts { record, fence }.entry(&mut reading, source, body);
    finish(source, entry, flags, diagnostics)
}

/// Reads the front matter, which an entry must have; `None` when it cannot be read, which is told.
fn front_matter_of(reading: &mut Reading<'_>) -> Option<(Record, usize, Span)> {
    let source = reading.source;
    match front_matter::split(source) {
        Split::Found(block) => {
            let node = front_matter::read(reading.diagnostics, source, &block)?;
            let record = read_record(reading, &node, ENTRY);
            Some((record, block.body_start, source.line_span(1)))
        }
        Split::Unclosed(span, syntax) => {
            let fence = if syntax == front_matter::Syntax::Yaml { "---" } else { "+++" };
            reading.tell(Code::FrontMatterUnclosed, span, |d| d.with("fence", fence));
            None
        }
        Split::Absent(Some(span)) => {
            reading.tell(Code::FrontMatterMissing, span, |d| d.variant("misplaced").help("help-misplaced"));
            None
        }
        Split::Absent(None) => {
            reading.tell(Code::FrontMatterMissing, Span::new(0, 0), |d| d);
            None
        }
    }
}

struct Parts {
    record: Record,
    /// The first line, where problems of what is missing are told.
    fence: Span,
}

impl Parts {
    /// Builds the entry; `None` when something required is missing, which is told.
    fn entry(mut self, reading: &mut Reading<'_>, source: &Arc<SourceFile>, body: crate::model::Body) -> Option<Entry> {
        let status = self.record.choice("status").and_then(Status::from_name).unwrap_or(Status::Rejected);
        let company = self.required(reading, "company");
        let role = self.required(reading, "role");
        let id = id_of_path(&source.path).to_owned();
        let (decided, applied) = self.days(reading, &id, status);
        let interviews = self.interviews();
        let stage = self.stage(reading, &interviews);
        let record = &mut self.record;
        let entry = Entry {
            id,
            source: Arc::clone(source),
            lang: reading.keys.lang(),
            company: company?,
            role: role?,
            status,
            decided,
            announced: record.date("announced"),
            applied,
            stage,
            interviews,
            notice: record.choice("notice").and_then(Notice::from_name),
            shortlisted: record.flag("shortlisted"),
            sector: record.take_text("sector"),
            location: record.take_text("location"),
            found_at: record.take_text("source"),
            link: record.take_text("link"),
            agency: record.take_text("agency"),
            documents: record.take_texts("documents"),
            salary: record.take_text("salary"),
            contacts: record.take_records("contacts").into_iter().map(contact).collect(),
            thanked: thanks(record, "thanked"),
            feedback: record.take_record("feedback").map(|feedback| self::feedback(&feedback)).unwrap_or_default(),
            reasons: record.take_topics("reasons"),
            weaknesses: record.take_topics("weaknesses"),
            strengths: record.take_topics("strengths"),
            mood: mood(record),
            keep_contact: record.flag("keep-contact").unwrap_or(true),
            checked_in: record.date("checked-in"),
            follows: record.take_spanned_text("follows").map(|text| follows(&text)),
            tags: record.take_texts("tags"),
            draft: record.flag("draft").unwrap_or(false),
            private: record.flag("private").unwrap_or(false),
            extra: std::mem::take(&mut record.extra),
            body,
        };
        tell_contradictions(reading, &entry);
        Some(entry)
    }

    fn required(&mut self, reading: &mut Reading<'_>, name: &str) -> Option<String> {
        let text = self.record.take_text(name);
        if text.is_none() {
            self.tell_missing(reading, name);
        }
        text
    }

    fn tell_missing(&self, reading: &mut Reading<'_>, name: &str) {
        // A key whose value is wrong has been told of already.
        if self.is_refused(name) {
            return;
        }
        let key = find_field(ENTRY, name).map_or(name, |field: &Field| field.word.name(reading.lang)).to_owned();
        let (span, help) = match name {
            "decided" => (self.fence, "help-decided"),
            _ => (self.fence, "help"),
        };
        reading.tell(Code::KeyMissing, span, |d| d.with("key", key).help(help));
    }

    /// Returns whether a value under this key was refused.
    fn is_refused(&self, name: &str) -> bool {
        self.record.refused.contains(&name)
    }

    /// Returns the day of the news and of the application; the file's name gives the one that is missing.
    fn days(
        &self,
        reading: &mut Reading<'_>,
        id: &str,
        status: Status,
    ) -> (Option<Spanned<Date>>, Option<Spanned<Date>>) {
        let (mut decided, mut applied) = (self.record.date("decided"), self.record.date("applied"));
        let wanted = if status == Status::Open { "applied" } else { "decided" };
        let is_given = if status == Status::Open { applied.is_some() } else { decided.is_some() };
        let of_name = day_of_name(id).filter(|day| *day == Day::Impossible || !(is_given || self.is_refused(wanted)));
        match of_name {
            Some(Day::Is(day)) if status == Status::Open => applied = Some(Spanned::new(day, self.fence)),
            Some(Day::Is(day)) => {
                let key = if reading.lang == Lang::Fr { "décision" } else { "decided" };
                reading.tell(Code::DateFromName, self.fence, |d| d.with("day", day.to_string()).with("key", key));
                decided = Some(Spanned::new(day, self.fence));
            }
            Some(Day::Impossible) => {
                let name = id.get(..10).unwrap_or(id).to_owned();
                reading
                    .tell(Code::DateInvalid, self.fence, |d| d.with("value", name).variant("name").help("help-name"));
            }
            _ => {}
        }
        if decided.is_none() && status != Status::Open && of_name != Some(Day::Impossible) && !self.is_refused("status")
        {
            self.tell_missing(reading, "decided");
        }
        (decided, applied)
    }

    fn interviews(&mut self) -> Vec<Interview> {
        let interview = |mut record: Record| Interview {
            date: record.date("date"),
            kind: record.take_text("kind"),
            with: record.take_texts("with"),
        };
        self.record.take_records("interviews").into_iter().map(interview).collect()
    }

    /// Returns the stage stated, else the one that the interviews show.
    fn stage(&self, reading: &mut Reading<'_>, interviews: &[Interview]) -> Stage {
        let shown = if interviews.is_empty() { Stage::Application } else { Stage::Interview };
        let Some(stated) = self.record.choice("stage").and_then(Stage::from_name) else { return shown };
        if stated < shown {
            let span = self.record.key_span("stage").unwrap_or(self.fence);
            let name = find_field(ENTRY, "stage").map_or("stage", |field| field.word.name(reading.lang));
            reading.tell(Code::StageContradicted, span, |d| d.with("key", name));
        }
        stated
    }
}

fn contact(mut record: Record) -> Contact {
    Contact {
        name: record.take_text("name"),
        title: record.take_text("title"),
        role: record.choice("role").and_then(ContactRole::from_name),
        email: record.take_text("email"),
        phone: record.take_text("phone"),
        connected: record.date("connected").map(|date| date.value),
        span: record.span,
    }
}

fn thanks(record: &Record, name: &str) -> Option<Thanks> {
    if record.is_true(name) { Some(Thanks::SomeDay) } else { record.date(name).map(Thanks::On) }
}

fn feedback(record: &Record) -> Feedback {
    Feedback {
        requested: record.date("requested"),
        via: record.choice("via"),
        received: record.date("received"),
        kind: record.choice("kind").and_then(FeedbackKind::from_name),
        clarified: record.date("clarified"),
        thanked: thanks(record, "thanked"),
    }
}

fn mood(record: &mut Record) -> Mood {
    // Taking a record out takes out whatever stands there, a number too.
    let after = record.number("mood");
    match record.take_record("mood") {
        Some(inner) => Mood { before: inner.number("before"), after: inner.number("after") },
        None => Mood { before: None, after },
    }
}

/// Takes what people add to an id: an extension, the brackets of a wiki link.
fn follows(text: &Spanned<String>) -> Spanned<String> {
    let id = text.value.trim_start_matches("[[").trim_end_matches("]]");
    Spanned::new(id_of_path(id).to_owned(), text.span)
}

/// Tells of dates in an order that cannot be, or is unlikely, and of what contradicts itself.
fn tell_contradictions(reading: &mut Reading<'_>, entry: &Entry) {
    let feedback = &entry.feedback;
    if let (Some(applied), Some(decided)) = (&entry.applied, &entry.decided)
        && decided.value < applied.value
    {
        let days = (decided.value.to_string(), applied.value.to_string());
        reading.tell(Code::DateReversed, decided.span, |d| d.with("earlier", days.0).with("later", days.1));
    }
    for interview in entry.interviews.iter().filter_map(|interview| interview.date.as_ref()) {
        unlikely(reading, entry.applied.as_ref(), Some(interview), "interview-before");
        unlikely(reading, Some(interview), entry.decided.as_ref(), "interview-after");
    }
    unlikely(reading, feedback.requested.as_ref(), feedback.received.as_ref(), "received");
    unlikely(reading, feedback.received.as_ref(), feedback.clarified.as_ref(), "clarified");
    unlikely(reading, entry.decided.as_ref(), entry.checked_in.as_ref(), "checked-in");
    if let Some(Thanks::On(thanked)) = &entry.thanked {
        unlikely(reading, entry.decided.as_ref(), Some(thanked), "thanked");
    }
    if let Some(Thanks::On(thanked)) = &feedback.thanked {
        unlikely(reading, feedback.received.as_ref(), Some(thanked), "feedback-thanked");
    }
    if entry.body.has_feedback && feedback.received.is_none() {
        let span = entry.body.feedback_heading.unwrap_or_default();
        let key = reading.lang.pick("retour: {reçu: AAAA-MM-JJ}", "feedback: {received: YYYY-MM-DD}");
        reading.tell(Code::FeedbackUndated, span, |d| d.with("key", key));
    }
    for strength in entry.strengths.iter().filter(|topic| topic.value.control == Control::Theirs) {
        let label = strength.value.label(reading.lang).to_owned();
        reading.tell(Code::StrengthBeyondControl, strength.span, |d| d.with("topic", label));
    }
}

/// Tells of a second date that lies before the first.
fn unlikely(
    reading: &mut Reading<'_>,
    first: Option<&Spanned<Date>>,
    second: Option<&Spanned<Date>>,
    variant: &'static str,
) {
    if let (Some(first), Some(second)) = (first, second)
        && second.value < first.value
    {
        let span = if variant == "interview-after" { first.span } else { second.span };
        let days = (first.value.to_string(), second.value.to_string());
        reading.tell(Code::DateUnlikely, span, |d| d.variant(variant).with("first", days.0).with("second", days.1));
    }
}
