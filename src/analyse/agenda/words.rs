//! What a step says, and why it is there.
//!
//! Names stand in the messages without an article or an adjective that would
//! have to agree with them.

use jiff::civil::Date;

use super::Desk;
use crate::model::{Entry, Goal, Notice};

/// Returns `text` on one line: control characters become spaces.
pub(super) fn plain(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// Returns the message `key`, which names the company.
pub(super) fn about(desk: &Desk<'_>, key: &str, entry: &Entry) -> String {
    desk.locale.format(key, &[("company", plain(&entry.company).into())])
}

/// Returns the message `key`, which names the goal: in quotation marks, as its words are the person's own.
pub(super) fn about_goal(desk: &Desk<'_>, key: &str, goal: &Goal) -> String {
    desk.locale.format(key, &[("goal", desk.locale.quoted(&plain(&goal.title)).into())])
}

/// Returns the message `key`, which names a day.
pub(super) fn on(desk: &Desk<'_>, key: &str, day: Date) -> String {
    desk.locale.format(key, &[("day", short(desk, day).into())])
}

/// Returns the key of the message that tells how the news came.
pub(super) fn news_key(entry: &Entry) -> &'static str {
    match entry.notice {
        Some(Notice::Phone) => "why-news-phone",
        Some(_) => "why-news-personal",
        None => "why-interview",
    }
}

/// Returns who is to be added to one's network.
pub(super) fn connect(desk: &Desk<'_>, entry: &Entry, names: &[String]) -> String {
    if names.is_empty() {
        return about(desk, "step-connect-unnamed", entry);
    }
    let args = [("people", desk.locale.list(names).into()), ("company", plain(&entry.company).into())];
    desk.locale.format("step-connect", &args)
}

/// Returns that one lets so many working days pass after `news`.
pub(super) fn let_pass(desk: &Desk<'_>, days: u16, news: Date) -> String {
    desk.locale.format("why-let-pass", &[("days", i64::from(days).into()), ("day", short(desk, news).into())])
}

/// Returns how many working days have gone since `news`.
pub(super) fn working_days_since(desk: &Desk<'_>, news: Date) -> String {
    let days = i64::from(desk.working_days.count_between(news, desk.today));
    desk.locale.format("why-working-days", &[("days", days.into()), ("day", short(desk, news).into())])
}

/// Returns after how many days one asks again.
pub(super) fn check_in(desk: &Desk<'_>, days: u16, news: Date) -> String {
    desk.locale.format("why-check-in", &[("days", i64::from(days).into()), ("day", short(desk, news).into())])
}

/// Returns from which day a review is counted.
pub(super) fn review(desk: &Desk<'_>, goal: &Goal) -> String {
    let last = goal.reviewed.iter().map(|day| day.value).max();
    match (last, &goal.start) {
        (Some(last), _) => on(desk, "why-reviewed", last),
        (None, Some(start)) => on(desk, "why-started", start.value),
        (None, None) => desk.locale.text("why-never-reviewed").to_owned(),
    }
}

fn short(desk: &Desk<'_>, day: Date) -> String {
    desk.locale.short_date(day, desk.today)
}
