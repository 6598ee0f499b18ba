//! The rows of the table about one application: from thanks to the check-in.
//!
//! Each function is one row, and returns its step when it is to be listed.

use jiff::civil::Date;

use super::window::{Window, days_after};
use super::{Desk, Said, Step, StepKind, StepState, words};
use crate::model::{Contact, Entry, FeedbackKind, Notice, Stage, Status};

/// Working days after which thanks come too late.
const THANKS_LAPSE: u16 = 12;
/// Working days within which thanks for feedback are given.
const FEEDBACK_THANKS: u16 = 2;
/// Working days within which one asks for precision.
const CLARIFY: u16 = 5;
/// Days after the news after which nobody is asked or added any more.
const NEWS_LAPSE: i64 = 30;
/// Days within which the people met are added.
const CONNECT: i64 = 7;
/// Days that a check-in lasts.
const CHECK_IN: i64 = 14;
/// Days after which a check-in lapses.
const CHECK_IN_LAPSE: i64 = 90;

/// Adds the steps of `entry`, which counts.
pub(super) fn add_steps(steps: &mut Vec<Step>, desk: &Desk<'_>, entry: &Entry) {
    let rows = [thank, feedback_request, waiting, feedback_thanks, clarify, connect, check_in];
    for row in rows {
        let Some(step) = row(desk, entry) else { continue };
        let contact = step.contact.clone().or_else(|| name(Contact::first_to_ask(&entry.contacts)));
        steps.push(Step { contact, ..step.of_entry(entry) });
    }
}

fn name(contact: Option<&Contact>) -> Option<String> {
    contact.and_then(|contact| contact.name.as_deref()).map(words::plain)
}

/// Returns the day on which the application was refused.
fn refused_on(entry: &Entry) -> Option<Date> {
    entry.decided_on().filter(|_| entry.status == Status::Rejected)
}

fn has_personal_notice(entry: &Entry) -> bool {
    matches!(entry.notice, Some(Notice::Personal | Notice::Phone))
}

/// `thank`: the news was personal, or nothing says how it came and an interview took place.
fn thank(desk: &Desk<'_>, entry: &Entry) -> Option<Step> {
    let news = refused_on(entry)?;
    let days = desk.settings.follow_up.thank;
    let is_met = has_personal_notice(entry) || (entry.notice.is_none() && entry.has_interview());
    if !is_met || entry.thanked.is_some() || desk.is_long_past(news, days.max(THANKS_LAPSE)) {
        return None;
    }
    let (first, last) = (desk.working_day(news, 1)?, desk.working_day(news, days)?);
    let window = Window::new(first, last, desk.working_day(news, THANKS_LAPSE)?);
    desk.step(StepKind::Thank, window, |_| Said {
        text: words::about(desk, "step-thank", entry),
        why: words::on(desk, words::news_key(entry), news),
    })
}

/// `feedback-request`: one may ask, and has not; never before the day that the company announced.
fn feedback_request(desk: &Desk<'_>, entry: &Entry) -> Option<Step> {
    let news = refused_on(entry)?;
    let settings = &desk.settings.follow_up;
    let may_ask = has_personal_notice(entry) || entry.stage > Stage::Application;
    if !may_ask || entry.feedback.requested.is_some() || entry.feedback.received.is_some() {
        return None;
    }
    let announced = entry.announced.as_ref().map(|day| day.value);
    let lapses = days_after(news, NEWS_LAPSE)?;
    let earliest = match announced {
        Some(announced) => days_after(announced, 1)?,
        None => news,
    };
    let longest = settings.request_from.max(settings.request_until);
    if desk.is_long_past(news, longest) && earliest.max(lapses) < desk.today {
        return None;
    }
    let usual = desk.working_day(news, settings.request_from)?;
    let first = usual.max(earliest);
    let last = desk.working_day(news, settings.request_until)?;
    let window = Window::new(first, last, lapses);
    desk.step(StepKind::FeedbackRequest, window, |state| Said {
        text: words::about(desk, "step-feedback-request", entry),
        why: match announced.filter(|_| first > usual) {
            Some(announced) => words::on(desk, "why-announced", announced),
            None if state == StepState::Upcoming => words::let_pass(desk, settings.request_from, news),
            None => words::working_days_since(desk, news),
        },
    })
}

/// The waiting row: asked and not answered. A request of a day to come is upcoming; there is no second one.
fn waiting(desk: &Desk<'_>, entry: &Entry) -> Option<Step> {
    let requested = entry.feedback.requested.as_ref()?.value;
    let days = desk.settings.follow_up.no_reply;
    if entry.feedback.received.is_some() || desk.is_long_past(requested, days) {
        return None;
    }
    let last = desk.working_day(requested, days)?;
    let window = Window::new(requested, last, last);
    let step = desk.step(StepKind::FeedbackRequest, window, |state| match state {
        StepState::Upcoming => Said {
            text: words::about(desk, "step-feedback-request", entry),
            why: words::on(desk, "why-request-planned", requested),
        },
        _ => Said { text: words::about(desk, "step-waiting", entry), why: words::on(desk, "why-waiting", requested) },
    })?;
    let state = if step.state == StepState::Due { StepState::Waiting } else { step.state };
    Some(Step { state, ..step })
}

/// `feedback-thanks`: feedback came, whatever became of the application.
fn feedback_thanks(desk: &Desk<'_>, entry: &Entry) -> Option<Step> {
    let received = entry.feedback.received.as_ref()?.value;
    if entry.feedback.thanked.is_some() || desk.is_long_past(received, THANKS_LAPSE) {
        return None;
    }
    let (last, lapses) = (desk.working_day(received, FEEDBACK_THANKS)?, desk.working_day(received, THANKS_LAPSE)?);
    desk.step(StepKind::FeedbackThanks, Window::new(received, last, lapses), |state| Said {
        text: words::about(desk, "step-feedback-thanks", entry),
        why: words::on(desk, if state == StepState::Upcoming { "why-expected" } else { "why-received" }, received),
    })
}

/// `clarify`: the person says that the feedback helps little; a suggested kind starts nothing.
fn clarify(desk: &Desk<'_>, entry: &Entry) -> Option<Step> {
    let received = entry.feedback.received.as_ref()?.value;
    let why = match entry.feedback.kind? {
        FeedbackKind::Generic => "why-generic",
        FeedbackKind::Unconstructive => "why-unconstructive",
        FeedbackKind::Constructive => return None,
    };
    if entry.feedback.clarified.is_some() || desk.is_long_past(received, CLARIFY) {
        return None;
    }
    let last = desk.working_day(received, CLARIFY)?;
    desk.step(StepKind::Clarify, Window::new(received, last, last), |_| Said {
        text: words::about(desk, "step-clarify", entry),
        why: words::on(desk, why, received),
    })
}

/// `connect`: somebody whom one met is not in one's network; one step for all of them.
fn connect(desk: &Desk<'_>, entry: &Entry) -> Option<Step> {
    let news = refused_on(entry)?;
    let missing: Vec<&Contact> = entry.contacts.iter().filter(|contact| contact.connected.is_none()).collect();
    if !entry.has_interview() || missing.is_empty() {
        return None;
    }
    let window = Window::new(days_after(news, 1)?, days_after(news, CONNECT)?, days_after(news, NEWS_LAPSE)?);
    let names: Vec<String> = missing.iter().filter_map(|contact| contact.name.as_deref()).map(words::plain).collect();
    let step = desk.step(StepKind::Connect, window, |_| Said {
        text: words::connect(desk, entry, &names),
        why: words::on(desk, "why-interview", news),
    })?;
    Some(Step { contact: name(Contact::first_to_ask(missing)), ..step })
}

/// `check-in`: an interview took place, and one keeps in touch.
fn check_in(desk: &Desk<'_>, entry: &Entry) -> Option<Step> {
    let news = refused_on(entry)?;
    if !entry.has_interview() || !entry.keep_contact || entry.checked_in.is_some() {
        return None;
    }
    let days = desk.settings.follow_up.check_in;
    let first = days_after(news, days)?;
    let window = Window::new(first, days_after(first, CHECK_IN)?, days_after(first, CHECK_IN_LAPSE)?);
    desk.step(StepKind::CheckIn, window, |_| Said {
        text: words::about(desk, "step-check-in", entry),
        why: words::check_in(desk, days, news),
    })
}
