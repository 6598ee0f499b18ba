//! Dates in words.

use jiff::civil::Date;

use super::{Lang, Locale};

impl Locale {
    /// Returns a day in full: `1er mars 2026`, `1 March 2026`, `March 1, 2026`.
    pub fn date(&self, date: Date) -> String {
        let (day, month, year) = (self.day(date), self.month_name(date), date.year());
        if self.american { format!("{month}\u{a0}{day}, {year}") } else { format!("{day}\u{a0}{month} {year}") }
    }

    /// Returns a day without its year: `1er mars`.
    pub fn day_month(&self, date: Date) -> String {
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
}
