//! Dates in words.

use jiff::civil::Date;

use super::capital::upper_first;
use super::{Lang, Locale};

/// Room for any date in full, in bytes: there are very many of them.
const LONG: usize = 24;

impl Locale {
    /// Returns a day in full: `1er mars 2026`, `1 March 2026`, `March 1, 2026`.
    ///
    /// Where dates tell their month alone: `mars 2026`.
    pub fn date(&self, date: Date) -> String {
        if self.monthly {
            return self.month(date);
        }
        let mut text = self.day_month(date);
        text.push_str(if self.american { ", " } else { " " });
        text.push_str(itoa::Buffer::new().format(date.year()));
        text
    }

    /// Returns a day without its year: `1er mars`.
    pub fn day_month(&self, date: Date) -> String {
        if self.monthly {
            return self.month_name(date).to_owned();
        }
        let (mut digits, month) = (itoa::Buffer::new(), self.month_name(date));
        let day = if self.lang == Lang::Fr && date.day() == 1 { "1er" } else { digits.format(date.day()) };
        let (first, second) = if self.american { (month, day) } else { (day, month) };
        let mut text = String::with_capacity(LONG);
        text.push_str(first);
        text.push('\u{a0}');
        text.push_str(second);
        text
    }

    /// Returns a day without its year when it is that of `today`, else in full.
    pub fn short_date(&self, date: Date, today: Date) -> String {
        if date.year() == today.year() { self.day_month(date) } else { self.date(date) }
    }

    /// Returns a month and its year: `mars 2026`.
    pub fn month(&self, date: Date) -> String {
        format!("{} {}", self.month_name(date), date.year())
    }

    /// Returns a day for machines: `2026-03-01`, or `2026-03` where dates tell their month alone.
    pub fn iso(&self, date: Date) -> String {
        let iso = date.to_string();
        if self.monthly { iso.get(..7).unwrap_or_default().to_owned() } else { iso }
    }

    /// Returns a sentence with the small words before a month that a month wants: `le mars` is `en mars`.
    pub(super) fn with_months(&self, mut text: String) -> String {
        let months: Vec<&String> = self.words().months.iter().filter(|month| text.contains(month.as_str())).collect();
        for (before_day, before_month) in self.month_words() {
            for month in &months {
                text = text.replace(&format!("{before_day} {month}"), &before(before_month, month));
            }
        }
        text
    }

    /// Returns how a month is written at the end of `text`, which was written before a day of it,
    /// and where that begins: `le` and `mars` are `en mars`.
    pub fn month_after(&self, text: &str, month: &str) -> Option<(usize, String)> {
        let text = text.strip_suffix([' ', '\u{a0}'])?;
        self.month_words().find_map(|(before_day, before_month)| {
            let (at, _) = text.char_indices().rev().nth(before_day.chars().count().checked_sub(1)?)?;
            let (rest, last) = text.split_at(at);
            let is_there = last.replace('\'', "’").to_lowercase() == before_day.to_lowercase();
            if !is_there || rest.ends_with(char::is_alphanumeric) {
                return None;
            }
            let written = before(before_month, month);
            Some((at, if last.starts_with(char::is_uppercase) { upper_first(&written) } else { written }))
        })
    }

    /// Returns the small words before a day, each with those before a month.
    fn month_words(&self) -> impl Iterator<Item = (&str, &str)> {
        self.text("month-words").split('|').filter_map(|rule| rule.split_once('>'))
    }

    /// Returns the name of a month.
    pub fn month_name(&self, date: Date) -> &str {
        let index = usize::try_from(date.month() - 1).unwrap_or(0);
        self.words().months.get(index).map_or("", String::as_str)
    }

    /// Returns the name of a day of the week.
    pub fn weekday_name(&self, date: Date) -> &str {
        let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
        self.text("weekday-names").split(' ').nth(index).unwrap_or_default()
    }
}

/// Returns a month with the small words before it.
fn before(words: &str, month: &str) -> String {
    let elided = words.strip_suffix("de").filter(|_| month.to_lowercase().starts_with(['a', 'o']));
    elided.map_or_else(|| format!("{words} {month}"), |rest| format!("{rest}d’{month}"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_language_and_region_has_its_dates() {
        let first = date(2026, 3, 1);
        assert_eq!(Locale::new(Lang::Fr, "FR").date(first), "1er\u{a0}mars 2026");
        assert_eq!(Locale::new(Lang::En, "GB").date(first), "1\u{a0}March 2026");
        assert_eq!(Locale::new(Lang::En, "US").date(first), "March\u{a0}1, 2026");
        assert_eq!(Locale::new(Lang::Fr, "US").date(first), "1er\u{a0}mars 2026");
        assert_eq!(Locale::new(Lang::Fr, "FR").date(date(2026, 3, 31)), "31\u{a0}mars 2026");
        assert_eq!(Locale::new(Lang::Fr, "FR").weekday_name(first), "dimanche");
        assert_eq!(Locale::new(Lang::Fr, "FR").short_date(first, date(2026, 6, 1)), "1er\u{a0}mars");
    }

    #[test]
    fn a_month_takes_other_small_words_than_a_day() {
        let day = |locale: &Locale, date| [("day", locale.date(date).into())];
        let fr = Locale::new(Lang::Fr, "FR").by_month();
        assert_eq!(fr.format("task-done-on", &day(&fr, date(2026, 3, 12))), "faite en mars 2026");
        assert_eq!(fr.format("task-due", &day(&fr, date(2026, 3, 12))), "jusqu’en mars 2026");
        assert_eq!(fr.format("goal-start", &day(&fr, date(2026, 4, 12))), "à partir d’avril 2026");
        let period = [("first", fr.date(date(2025, 8, 3)).into()), ("last", fr.date(date(2026, 6, 3)).into())];
        assert_eq!(fr.format("period-days", &period), "d’août 2025 à juin 2026");
        let en = Locale::new(Lang::En, "GB").by_month();
        assert_eq!(en.format("task-done-on", &day(&en, date(2026, 3, 12))), "done in March 2026");
        assert_eq!(en.iso(date(2026, 3, 12)), "2026-03");
        assert_eq!(en.short_date(date(2026, 3, 12), date(2026, 6, 1)), "March");
    }
}
