//! Dates in words.

use jiff::civil::Date;

use super::{Lang, Locale};

impl Locale {
    /// Returns a day in full: `1er mars 2026`, `1 March 2026`, `March 1, 2026`.
    ///
    /// Where dates tell their month alone: `mars 2026`.
    pub fn date(&self, date: Date) -> String {
        if self.monthly {
            return self.month(date);
        }
        let (day, month, year) = (self.day(date), self.month_name(date), date.year());
        if self.american { format!("{month}\u{a0}{day}, {year}") } else { format!("{day}\u{a0}{month} {year}") }
    }

    /// Returns a day without its year: `1er mars`.
    pub fn day_month(&self, date: Date) -> String {
        if self.monthly {
            return self.month_name(date).to_owned();
        }
        let (day, month) = (self.day(date), self.month_name(date));
        if self.american { format!("{month}\u{a0}{day}") } else { format!("{day}\u{a0}{month}") }
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
        let months: Vec<&str> = self.text("month-names").split(' ').filter(|month| text.contains(month)).collect();
        for rule in self.text("month-words").split('|') {
            let Some((before_day, before_month)) = rule.split_once('>') else { continue };
            for month in &months {
                let elided = before_month.strip_suffix("de").filter(|_| month.starts_with(['a', 'o']));
                let joined =
                    elided.map_or_else(|| format!("{before_month} {month}"), |rest| format!("{rest}d’{month}"));
                text = text.replace(&format!("{before_day} {month}"), &joined);
            }
        }
        text
    }

    /// Returns the name of a month.
    pub fn month_name(&self, date: Date) -> &str {
        let index = usize::try_from(date.month() - 1).unwrap_or(0);
        self.text("month-names").split(' ').nth(index).unwrap_or_default()
    }

    /// Returns the name of a day of the week.
    pub fn weekday_name(&self, date: Date) -> &str {
        let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
        self.text("weekday-names").split(' ').nth(index).unwrap_or_default()
    }

    fn day(&self, date: Date) -> String {
        match (self.lang, date.day()) {
            (Lang::Fr, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        }
    }
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
