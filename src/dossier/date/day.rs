//! One civil day, counted from 1970-01-01 in the proleptic Gregorian calendar. No clock, no time zone: a day is the
//! day where the thing happened.

use std::fmt;

/// A civil day between 0001-01-01 and 9999-12-31, stored as days since 1970-01-01 (negative before it).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// 0001-01-01, the first day a dossier can name.
    pub const MIN: Day = Day(-719_162);
    /// 9999-12-31, the last day a dossier can name.
    pub const MAX: Day = Day(2_932_896);

    /// The day of a year (1..=9999), month (1..=12) and day of month; `None` where the calendar has no such day.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        let real = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month);
        real.then(|| Day(days_from_civil(year, month, day)))
    }

    /// The day `number` days after 1970-01-01, held inside `MIN..=MAX`.
    pub fn from_number_clamped(number: i64) -> Day {
        Day(number.clamp(i64::from(Self::MIN.0), i64::from(Self::MAX.0)) as i32)
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i32 {
        self.0
    }

    /// Year, month (1..=12) and day of month.
    pub fn ymd(self) -> (i32, u32, u32) {
        civil_from_days(self.0)
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// The day `days` later (earlier where negative), held inside `MIN..=MAX`.
    pub fn plus(self, days: i32) -> Day {
        Day::from_number_clamped(i64::from(self.0) + i64::from(days))
    }

    /// Whole days from `earlier` to `self`; negative where `earlier` is the later one.
    pub fn since(self, earlier: Day) -> i32 {
        self.0 - earlier.0
    }

    /// Reads exactly `YYYY-MM-DD`; `None` for anything else, and for a day the calendar does not have.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }
}

/// `YYYY-MM-DD`, the ISO 8601 calendar date.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Days in a month (1..=12) of the proleptic Gregorian calendar.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days since 1970-01-01, counted in years that begin in March so that the leap day comes last (the well-known
/// days-from-civil computation over 400-year eras of 146,097 days).
fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let (month, day) = (month as i32, day as i32);
    let march_year = if month <= 2 { year - 1 } else { year };
    let era = march_year.div_euclid(400);
    let year_of_era = march_year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_civil`].
fn civil_from_days(number: i32) -> (i32, u32, u32) {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    (era * 400 + year_of_era + i32::from(month <= 2), month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn counts_from_1970() {
        assert_eq!(Day::from_ymd(1970, 1, 1).map(Day::number), Some(0));
        assert_eq!(Day::from_ymd(2000, 3, 1).map(Day::number), Some(11_017));
        assert_eq!(Day::from_ymd(2018, 6, 12).map(Day::number), Some(17_694));
        assert_eq!(Day::from_ymd(1, 1, 1), Some(Day::MIN));
        assert_eq!(Day::from_ymd(9999, 12, 31), Some(Day::MAX));
    }

    #[test]
    fn refuses_days_the_calendar_does_not_have() {
        for text in [
            "2018-02-29",
            "1900-02-29",
            "2018-00-10",
            "2018-13-01",
            "2018-06-31",
            "0000-01-01",
            "2018-6-12",
            "2018-06",
            "",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(Day::parse("2000-02-29").is_some());
    }

    proptest! {
        #[test]
        fn every_day_survives_the_round_trip(number in Day::MIN.0..=Day::MAX.0) {
            let day = Day(number);
            let (year, month, date) = day.ymd();
            prop_assert_eq!(Day::from_ymd(year, month, date), Some(day));
            prop_assert_eq!(Day::parse(&day.to_string()), Some(day));
        }

        #[test]
        fn order_of_text_is_order_of_days(a in Day::MIN.0..=Day::MAX.0, b in Day::MIN.0..=Day::MAX.0) {
            prop_assert_eq!(Day(a).cmp(&Day(b)), Day(a).to_string().cmp(&Day(b).to_string()));
        }
    }
}
