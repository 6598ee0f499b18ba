//! The agenda as a calendar file (RFC 5545): `agenda.ics`.
//!
//! In: the steps of an agenda. Out: the text of the file, through [`calendar`].
//! Events last all day, from a step's first day to its last, and hold no more
//! than the agenda says: nothing from the notes of an entry. They are private and
//! take no time, for calendars that others see.
//!
//! `icalendar` gives the components and knows which values are texts. The lines
//! are written here: its folding of long lines does not end on some texts, and it
//! stamps alarms with the clock and a random id, where the same agenda is to give
//! the same bytes.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use icalendar::{Class, Component, Event, EventLike, Property, ValueType};
use jiff::civil::Date;

use crate::address::Addresses;
use crate::analyse::{Step, StepState};
use crate::locale::{Locale, fold_name};
use crate::model::Settings;

/// The longest line in bytes, its end not counted.
const LINE_BYTES: usize = 75;
/// The alarm rings in the morning of the first day.
const ALARM: &str = "PT9H";

/// Where the report of a calendar stands.
pub struct Place<'a> {
    /// The settings, for the title and the site's address.
    pub settings: &'a Settings,
    /// The pages of entries.
    pub addresses: &'a Addresses,
}

/// Returns the calendar of `steps`, stamped with the beginning of `today`.
///
/// Its lines end in CRLF. Events of entries and goals link to their pages where
/// the settings name the site's address. What one waits for has no alarm.
pub fn calendar(steps: &[Step], place: &Place<'_>, locale: &Locale, today: Date) -> String {
    let mut lines = Lines::default();
    let product = format!("-//rebond//agenda//{}", locale.lang.code().to_uppercase());
    lines.write("BEGIN:VCALENDAR");
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", product.as_str()),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", place.settings.title.as_str()),
    ] {
        lines.property(&Property::new(name, value));
    }
    let mut uids = Uids::default();
    for step in steps {
        lines.component(&event(step, &uids.uid(step), place, locale, today));
    }
    if steps.is_empty() {
        // A calendar must hold something: the name of a time zone shows nowhere.
        lines.time_zone();
    }
    lines.write("END:VCALENDAR");
    lines.text
}

fn event(step: &Step, uid: &str, place: &Place<'_>, locale: &Locale, today: Date) -> Event {
    let words = |name: &str, text: &str| Property::new(name, text).add_parameter("LANGUAGE", locale.lang.code()).done();
    let mut event = Event::with_uid(uid);
    event
        .add_property("DTSTAMP", format!("{}T000000Z", basic(today)))
        .append_property(day("DTSTART", step.date))
        .append_property(words("SUMMARY", &step.text))
        .append_property(words("DESCRIPTION", &description(step, locale, today)))
        .append_property(Class::Private)
        .add_property("TRANSP", "TRANSPARENT")
        .categories(["rebond", locale.text(&format!("step-kind-{}", step.kind.name()))]);
    // The end is not included; after the last day there is, an event lasts one day.
    if let Ok(end) = step.until.tomorrow() {
        event.append_property(day("DTEND", end));
    }
    if let Some(url) = url(step, place) {
        event.url(&url);
    }
    if step.state != StepState::Waiting {
        event.append_component(alarm(step));
    }
    event.done()
}

/// Returns why the step is there, and until when a late one can still be done.
fn description(step: &Step, locale: &Locale, today: Date) -> String {
    let parts = [Some(step.why.clone()), step.still_possible(locale, today)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// An alarm is a component of its own, which `icalendar` builds from `chrono` durations alone.
fn alarm(step: &Step) -> icalendar::parser::Component<'static> {
    let property = |name: &str, value: &str| Property::new(name, value).into();
    icalendar::parser::Component {
        name: "VALARM".into(),
        properties: vec![
            property("ACTION", "DISPLAY"),
            property("DESCRIPTION", &step.text),
            property("TRIGGER", ALARM),
        ],
        components: Vec::new(),
    }
}

/// Returns the page of the step's entry, or the plan for a goal's, below the address of the site.
fn url(step: &Step, place: &Place<'_>) -> Option<String> {
    let site = place.settings.site.url.as_deref()?;
    let page = match (&step.entry, &step.goal) {
        (Some(entry), _) => place.addresses.entry_href(entry),
        (None, Some(_)) => "plan.html".to_owned(),
        (None, None) => return None,
    };
    Some(format!("{}/{page}", site.trim_end_matches('/')))
}

fn day(name: &str, day: Date) -> Property {
    Property::new(name, basic(day)).append_parameter(ValueType::Date).done()
}

/// Returns a day as `20260312`.
fn basic(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// The names of events: the same for a step on every day, whatever else changes.
///
/// A task is told by its words, not its line, which moves when something is
/// written above; the second task of a file with the same words counts on.
#[derive(Default)]
struct Uids {
    seen: BTreeMap<String, usize>,
}

impl Uids {
    fn uid(&mut self, step: &Step) -> String {
        let mut name = step.kind.name().to_owned();
        if let Some(id) = step.entry.as_ref().or(step.goal.as_ref()) {
            name.push('-');
            name.push_str(id);
        }
        if step.line.is_some() {
            let _ = write!(name, "-{:016x}", hash(&fold_name(&step.text)));
        }
        let count = self.seen.entry(name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            let _ = write!(name, "-{count}");
        }
        name + "@rebond"
    }
}

/// The 64-bit FNV-1a hash, which is the same in every version and on every machine.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The lines of the file.
#[derive(Default)]
struct Lines {
    text: String,
    /// The line that is put together.
    line: String,
}

impl Lines {
    fn component(&mut self, component: &impl Component) {
        let kind = component.component_kind();
        self.write(&format!("BEGIN:{kind}"));
        let several = component.multi_properties().values().flatten();
        for property in component.properties().values().chain(several) {
            self.property(property);
        }
        for inner in component.components() {
            self.component(inner);
        }
        self.write(&format!("END:{kind}"));
    }

    fn time_zone(&mut self) {
        for line in [
            "BEGIN:VTIMEZONE",
            "TZID:UTC",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0000",
            "END:STANDARD",
            "END:VTIMEZONE",
        ] {
            self.write(line);
        }
    }

    fn property(&mut self, property: &Property) {
        let mut line = std::mem::take(&mut self.line);
        line.clear();
        line.push_str(property.key());
        for parameter in property.params().values() {
            for part in [";", parameter.key(), "=", parameter.value()] {
                line.push_str(part);
            }
        }
        // The items of a list are escaped one by one, by whoever joined them.
        let is_list = property.key() == "CATEGORIES";
        let is_text = property.value_type() == Some(ValueType::Text) && !is_list;
        line.push(':');
        if is_text {
            escape(&mut line, property.value());
        } else {
            line.push_str(property.value());
        }
        self.write(&line);
        self.line = line;
    }

    /// Writes a line, folded after at most [`LINE_BYTES`] bytes between two characters.
    fn write(&mut self, line: &str) {
        // The bytes that control characters begin with.
        let may_be_control = |byte: u8| byte < b' ' || matches!(byte, 0x7F | 0xC2);
        let may_hold_controls = line.bytes().fold(false, |found, byte| found | may_be_control(byte));
        let plain: Cow<'_, str> = if may_hold_controls {
            line.chars().filter(|c| !c.is_control()).collect::<String>().into()
        } else {
            line.into()
        };
        let (mut rest, mut room) = (&*plain, LINE_BYTES);
        while rest.len() > room {
            let (part, after) = rest.split_at(rest.floor_char_boundary(room));
            self.text.push_str(part);
            self.text.push_str("\r\n ");
            // The space is of the next line.
            (rest, room) = (after, LINE_BYTES - 1);
        }
        self.text.push_str(rest);
        self.text.push_str("\r\n");
    }
}

/// Adds a text to a line, escaped (RFC 5545, 3.3.11).
fn escape(line: &mut String, text: &str) {
    let mut rest = text;
    while let Some((plain, special)) = rest.find(['\\', ';', ',', '\n']).and_then(|at| rest.split_at_checked(at)) {
        line.push_str(plain);
        let (sign, behind) = special.split_at_checked(1).unwrap_or_default();
        line.push('\\');
        line.push_str(if sign == "\n" { "n" } else { sign });
        rest = behind;
    }
    line.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::StepKind;
    use crate::locale::Lang;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn step(kind: StepKind, dates: (&str, &str), text: &str) -> Step {
        Step {
            date: date(dates.0),
            until: date(dates.1),
            kind,
            state: StepState::Due,
            entry: Some("2026-06-08-été & co".to_owned()),
            goal: None,
            text: text.to_owned(),
            lapses: None,
            why: "le retour est arrivé le 10 juin".to_owned(),
            contact: None,
            file: None,
            line: None,
        }
    }

    fn written(steps: &[Step]) -> String {
        let mut settings = Settings { title: "Mon journal; à moi, seul".to_owned(), ..Settings::default() };
        settings.site.url = Some("https://example.org/rebond/".to_owned());
        let place = Place { settings: &settings, addresses: &Addresses::default() };
        calendar(steps, &place, &Locale::new(Lang::Fr, "FR"), date("2026-06-12"))
    }

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "").replace("\r\n", "\n")
    }

    #[test]
    fn a_step_is_an_event_of_whole_days() {
        let thanks = step(StepKind::FeedbackThanks, ("2026-12-30", "2026-12-31"), "Remercier A, B; \\ C");
        insta::assert_snapshot!(unfolded(&written(&[thanks])), @r"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//rebond//agenda//FR
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        X-WR-CALNAME:Mon journal\; à moi\, seul
        BEGIN:VEVENT
        CLASS:PRIVATE
        DESCRIPTION;LANGUAGE=fr:le retour est arrivé le 10 juin
        DTEND;VALUE=DATE:20270101
        DTSTAMP:20260612T000000Z
        DTSTART;VALUE=DATE:20261230
        SUMMARY;LANGUAGE=fr:Remercier A\, B\; \\ C
        TRANSP:TRANSPARENT
        UID:feedback-thanks-2026-06-08-été & co@rebond
        URL:https://example.org/rebond/entries/2026-06-08-%C3%A9t%C3%A9%20%26%20co.html
        CATEGORIES:rebond,merci pour le retour
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:Remercier A\, B\; \\ C
        TRIGGER:PT9H
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        ");
    }

    #[test]
    fn what_one_waits_for_rings_no_alarm_and_a_goal_links_to_the_plan() {
        let asked =
            Step { state: StepState::Waiting, ..step(StepKind::FeedbackRequest, ("2026-06-03", "2026-06-17"), "x") };
        assert!(!written(&[asked]).contains("VALARM"));
        let review = Step {
            entry: None,
            goal: Some("g".to_owned()),
            ..step(StepKind::Review, ("9999-12-31", "9999-12-31"), "x")
        };
        let text = written(&[review]);
        assert!(text.contains("\r\nURL:https://example.org/rebond/plan.html\r\n"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:99991231") && !text.contains("DTEND"), "{text}");
    }

    #[test]
    fn an_empty_calendar_holds_a_time_zone() {
        let text = written(&[]);
        assert!(text.contains("BEGIN:VTIMEZONE\r\nTZID:UTC\r\n") && !text.contains("VEVENT"), "{text}");
    }

    #[test]
    fn names_of_events_stay_when_lines_move() {
        let task = |line: u32, text: &str| Step {
            line: Some(line),
            ..step(StepKind::Task, ("2026-06-12", "2026-06-12"), text)
        };
        let names = |steps: &[Step]| {
            let mut uids = Uids::default();
            steps.iter().map(|step| uids.uid(step)).collect::<Vec<_>>()
        };
        let moved = names(&[task(9, "Call"), task(12, "Call"), task(20, "Write")]);
        assert_eq!(names(&[task(3, "Call"), task(4, "Call"), task(5, "Write")]), moved);
        assert_eq!(moved.iter().collect::<std::collections::BTreeSet<_>>().len(), 3, "{moved:?}");
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8); // the authors' own test vector
    }

    #[test]
    fn lines_are_folded_between_characters_and_read_back() {
        // The last one is a text on which the package's own folding does not end.
        let endless = format!("{}{}", "é".repeat(150), " a".repeat(200));
        for text in ["a".repeat(500).as_str(), &"é".repeat(300), &"🙂 ".repeat(100), &endless, "a\rb\u{7}c"] {
            let written = written(&[step(StepKind::Thank, ("2026-06-12", "2026-06-12"), text)]);
            assert!(written.ends_with("\r\n") && !written.replace("\r\n", "").contains(['\r', '\n']));
            for line in written.split("\r\n") {
                assert!(line.len() <= LINE_BYTES, "{} bytes: {line}", line.len());
            }
            let calendar: icalendar::Calendar = unfolded(&written).parse().unwrap();
            let summary = calendar.events().next().unwrap().get_summary().unwrap().to_owned();
            assert_eq!(summary, text.replace(char::is_control, ""));
        }
    }

    #[test]
    fn the_same_agenda_gives_the_same_bytes() {
        let steps = [step(StepKind::Thank, ("2026-06-12", "2026-06-12"), "x")];
        assert_eq!(written(&steps), written(&steps));
    }
}
