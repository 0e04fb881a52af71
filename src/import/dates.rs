//! Dates as people type them become EDTF where they can mean only one thing; else the reason goes to the author.

mod signed;

use crate::dossier::date::{Day, Edtf, month_named};

/// Whether the day or the month comes first in dates such as 6/12/2018.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    DayFirst,
    MonthFirst,
}

/// A date that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// As a dossier writes it.
    pub edtf: String,
    /// A time of day stood there too, which a dossier has no place for.
    pub had_time: bool,
    /// It was read with the order of the column's other dates.
    pub by_order: bool,
}

/// Reads a date; the error says what is wrong with it, as the end of a sentence.
pub fn read(text: &str, order: Option<Order>) -> Result<Found, String> {
    let text = clean(text);
    let mut reader = Reader { order, by_order: false, had_time: false };
    let edtf = reader.date(&text)?;
    Ok(Found { edtf, had_time: reader.had_time, by_order: reader.by_order })
}

/// One date from the first to the last of two. The second may lie before the first, which the checker says.
pub fn interval(start: &str, end: &str) -> String {
    if start == end { start.to_owned() } else { format!("{start}/{end}") }
}

/// Whether a word, in small letters, says that what began has not ended.
pub fn is_open_end(word: &str) -> bool {
    ["..", "present", "now", "today", "ongoing"].contains(&word)
}

/// A date from a year, a month and a day in fields of their own.
pub fn from_parts(year: &str, month: &str, day: &str) -> Result<String, String> {
    let number = |text: &str, what: &str| {
        let whole = text.strip_suffix(".0").unwrap_or(text);
        whole.parse::<u32>().map_err(|_| format!("the {what} {text:?} is not a number"))
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let year = match year.strip_suffix(".0").unwrap_or(year) {
        "" => return Err("it names no year".to_owned()),
        // 18 may be 1918 or 2018, and is hardly ever the year 18.
        short if short.len() < 3 && digits(short) && value(short) > 0 => {
            return Err("its year needs four digits".to_owned());
        }
        before if before == "0" || before.strip_prefix('-').is_some_and(|n| !n.is_empty() && digits(n)) => {
            return Err("years before 1 cannot be given in a dossier".to_owned());
        }
        year => number(year, "year")?,
    };
    if !(1..=9999).contains(&year) {
        return Err(format!("the year {year} is not between 1 and 9999"));
    }
    let month = match month {
        "" => None,
        word => Some(month_named(word).map_or_else(|| number(word, "month"), Ok)?),
    };
    let day = match day {
        "" => None,
        text => Some(number(text, "day")?),
    };
    match (month, day) {
        (None, None) => Ok(format!("{year:04}")),
        (None, Some(_)) => Err("there is a day but no month".to_owned()),
        (Some(month), None) => checked(format!("{year:04}-{month:02}")),
        (Some(month), Some(day)) => checked(format!("{year:04}-{month:02}-{day:02}")),
    }
}

/// Which comes first in the numeric dates of a column, if one of them can be read in one way only and none in the other.
pub fn order_of<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Order> {
    let (mut day_first, mut month_first) = (false, false);
    for text in texts {
        let text = clean(text);
        for part in split_range(&text).unwrap_or_else(|| vec![text.as_str()]) {
            if let Some((['/' | '-', _], [first, second, year])) = numbers(part)
                && year.len() == 4
            {
                day_first |= value(first) > 12 && value(second) <= 12;
                month_first |= value(second) > 12 && value(first) <= 12;
            }
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

struct Reader {
    order: Option<Order>,
    by_order: bool,
    had_time: bool,
}

impl Reader {
    fn date(&mut self, text: &str) -> Result<String, String> {
        if let Ok(date) = Edtf::parse(text) {
            return Ok(date.to_string());
        }
        if text.len() > 80 {
            return Err("it is too long for a date".to_owned());
        }
        let lower = text.to_lowercase();
        // Points with blanks behind them, and one at the end: `2018. 6. 12.`
        if lower.contains(". ") && lower.chars().all(|c| c.is_ascii_digit() || ". ".contains(c)) {
            return self.date(&lower.trim_end_matches('.').replace(". ", "."));
        }
        for about in [
            "circa ",
            "about ",
            "around ",
            "approximately ",
            "approx. ",
            "approx ",
            "ca. ",
            "ca ",
            "c. ",
            "c.",
            "~",
        ] {
            if let Some(rest) = lower.strip_prefix(about) {
                return self.marked(rest, "~");
            }
        }
        if let Some(found) = signed::signed(&lower) {
            return found;
        }
        if let Some(rest) = lower.strip_suffix('?') {
            return self.marked(rest.trim_end(), "?");
        }
        if let Some(date) = self.with_time(text) {
            return self.date(date);
        }
        if let Some(found) = self.numeric(text) {
            return found;
        }
        if let Some(date) = dashed(&lower) {
            return self.worded(&date?)?.edtf();
        }
        if let Some(halves) = split_range(&lower)
            && let [start, end] = halves.as_slice()
        {
            return self.range(start, end);
        }
        if lower.bytes().all(|byte| byte.is_ascii_digit()) {
            // Year, month and day; a day before its month and year makes no month of that.
            let parts = (lower.get(..4), lower.get(4..6), lower.get(6..8));
            let whole = match parts {
                (Some(year), Some(month), Some(day)) if lower.len() == 8 => {
                    checked(format!("{year}-{month}-{day}")).ok()
                }
                _ => None,
            };
            return whole.ok_or_else(|| serial(&lower));
        }
        self.worded(&lower)?.edtf()
    }

    fn marked(&mut self, text: &str, mark: &str) -> Result<String, String> {
        checked(format!("{}{mark}", self.date(text)?))
    }

    /// The date before a time of day, as in `2018-06-12T10:00:00Z` and `12/06/2018 10:00`.
    fn with_time<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let (date, time) = text.split_once(['T', ' ']).filter(|(date, _)| date.contains(['-', '/', '.']))?;
        let is_time = time.contains(':')
            && time.starts_with(|c: char| c.is_ascii_digit())
            && time.chars().all(|c| c.is_ascii_digit() || " :.+-ZzAaPpMm".contains(c));
        is_time.then(|| {
            self.had_time = true;
            date
        })
    }

    /// Dates of digits alone; `None` where it is none.
    fn numeric(&mut self, text: &str) -> Option<Result<String, String>> {
        if let Some((first, second)) = text.split_once(['/', '.', '-']) {
            let (first, second) = (first.trim(), second.trim());
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            if digits(first) && digits(second) {
                return Some(match (first.len(), second.len()) {
                    (4, 4) => checked(interval(first, second)),
                    (4, 1..=2) if value(second) <= 12 => checked(format!("{first}-{:02}", value(second))),
                    (1..=2, 4) => checked(format!("{second}-{:02}", value(first))),
                    _ => Err("it is not clear what its numbers are".to_owned()),
                });
            }
        }
        let (separators, [a, b, c]) = numbers(text)?;
        if separators[0] != separators[1] {
            return None;
        }
        if a.len() == 4 {
            return Some(checked(format!("{a}-{:02}-{:02}", value(b), value(c))));
        }
        if c.len() != 4 {
            return Some(Err("its year needs four digits".to_owned()));
        }
        let day_first = || checked(format!("{c}-{:02}-{:02}", value(b), value(a)));
        let month_first = || checked(format!("{c}-{:02}-{:02}", value(a), value(b)));
        Some(match (separators[0], value(a), value(b)) {
            ('.', ..) => day_first(),
            (_, a, b) if a == b || a > 12 => day_first(),
            (_, _, b) if b > 12 => month_first(),
            _ => match self.order {
                Some(order) => {
                    self.by_order = true;
                    if order == Order::DayFirst { day_first() } else { month_first() }
                }
                None => {
                    let (one, other) = (day_first(), month_first());
                    Err(format!("it can be {} or {}", one.unwrap_or_default(), other.unwrap_or_default()))
                }
            },
        })
    }

    /// `12-14 June 2018`, `June 12 to July 3, 2018`, `12/06/2018 - 14/06/2018`.
    fn range(&mut self, start: &str, end: &str) -> Result<String, String> {
        if is_open_end(end) {
            return checked(format!("{}/..", self.date(start)?));
        }
        let whole = |text: &str| text.len() >= 4 && Edtf::parse(text).is_ok() || numbers(text).is_some();
        if whole(start) && whole(end) {
            return checked(interval(&self.date(start)?, &self.date(end)?));
        }
        if is_day(start) && numbers(end).is_some() {
            return self.days_of_a_month(start, end);
        }
        let (mut from, mut to) = (self.worded(start)?, self.worded(end)?);
        from.year = from.year.or(to.year);
        if to.month.is_none() && to.day.is_some() {
            to.month = from.month;
        } else if from.month.is_none() && from.day.is_some() {
            from.month = to.month;
        }
        checked(interval(&from.edtf()?, &to.edtf()?))
    }

    /// `12-13.06.2018`: a day before a date of digits. Only where the day comes first in that date is it clear what is meant.
    fn days_of_a_month(&mut self, first: &str, last: &str) -> Result<String, String> {
        let Some(([sign, _], [day, month, year])) = numbers(last) else { return self.date(last) };
        let plain = sign == '.' || value(day) > 12;
        if !plain && self.order != Some(Order::DayFirst) {
            return Err("it is not clear what its numbers are".to_owned());
        }
        self.by_order |= !plain;
        let end = self.date(last)?;
        let first = value(first.trim_end_matches('.'));
        checked(interval(&checked(format!("{year}-{:02}-{first:02}", value(month)))?, &end))
    }

    /// Day, month in words and year, in any order.
    fn worded(&mut self, text: &str) -> Result<Worded, String> {
        let mut found = Worded::default();
        let words = text.split([' ', ',']).map(|word| word.trim_matches('.')).filter(|word| !word.is_empty());
        for word in words {
            let digits =
                ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
            let slot = if digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                (&mut found.year, value(digits))
            } else if digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                (&mut found.day, value(digits))
            } else if let Some(month) = month_named(word) {
                (&mut found.month, month)
            } else if is_weekday(word) || word == "of" || word == "the" {
                continue;
            } else {
                return Err(format!("{word:?} means nothing in a date"));
            };
            if slot.0.replace(slot.1).is_some() {
                return Err("it is not clear what its numbers are".to_owned());
            }
        }
        Ok(found)
    }
}

#[derive(Default)]
struct Worded {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
}

impl Worded {
    fn edtf(&self) -> Result<String, String> {
        let Some(year) = self.year else { return Err("it names no year".to_owned()) };
        match (self.month, self.day) {
            (None, None) => checked(format!("{year:04}")),
            (None, Some(_)) => Err("it names a day but no month".to_owned()),
            (Some(month), None) => checked(format!("{year:04}-{month:02}")),
            (Some(month), Some(day)) => checked(format!("{year:04}-{month:02}-{day:02}")),
        }
    }
}

/// A date that a dossier takes, or why it does not.
fn checked(text: String) -> Result<String, String> {
    Edtf::parse(&text).map(|date| date.to_string()).map_err(|error| {
        let said = error.to_string();
        said.split_once(": ").map_or(said.clone(), |(_, why)| why.to_owned())
    })
}

/// Dashes and blanks of every kind as those of a keyboard.
fn clean(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{feff}'))
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A date with its month in words and dashes between its parts, as spreadsheets write it, as words with blanks between them:
/// `12-Jun-2018`. `None` where it is none.
fn dashed(text: &str) -> Option<Result<String, String>> {
    let parts: Vec<&str> = text.split('-').map(str::trim).collect();
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &str| month_named(part).is_some();
    match parts.as_slice() {
        [day, month, year] | [year, month, day] if is_day(day) && is_month(month) && is_year(year) => {
            Some(Ok(parts.join(" ")))
        }
        [month, year] if is_month(month) && is_year(year) => Some(Ok(parts.join(" "))),
        [day, month, year] if is_day(day) && is_month(month) && is_day(year) => {
            Some(Err("its year needs four digits".to_owned()))
        }
        _ => None,
    }
}

/// One or two digits.
fn is_day(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Two dates with `-`, `to` or their like between them. A dash without blanks divides only where words are, or where points or
/// slashes divide the date behind it.
fn split_range(text: &str) -> Option<Vec<&str>> {
    for between in [" - ", " to ", " until ", " till ", " through ", " / "] {
        if let Some((start, end)) = text.split_once(between) {
            return Some(vec![start.trim(), end.trim()]);
        }
    }
    let worded = text.chars().any(|c| c.is_alphabetic());
    let (start, end) = text.split_once('-').filter(|(start, end)| {
        let whole = |text: &str| !text.contains('-') && numbers(text).is_some();
        worded || whole(end) && (is_day(start) || whole(start))
    })?;
    Some(vec![start.trim(), end.trim()])
}

/// Three numbers and the two signs between them.
fn numbers(text: &str) -> Option<([char; 2], [&str; 3])> {
    let signs: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit() && *c != ' ').collect();
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let ([first, second], [a, b, c]) = (signs.as_slice(), parts.as_slice()) else { return None };
    let number =
        |text: &&str| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    (number(a) && number(b) && number(c)).then_some(([*first, *second], [a, b, c]))
}

fn value(digits: &str) -> u32 {
    digits.parse().unwrap_or(0)
}

/// Digits alone that are no year: most often the number that a spreadsheet counts days by.
fn serial(digits: &str) -> String {
    // Day 60 of the usual count is a leap day that never was; from then on day 0 would be 1899-12-30.
    let day = digits.parse::<i64>().ok().filter(|number| (10_000..=90_000).contains(number));
    let start = Day::from_ymd(1899, 12, 30).map_or(0, Day::number);
    match day.map(|number| Day::from_number_clamped(i64::from(start) + number)) {
        Some(day) => format!("it is a spreadsheet's number of a day, most likely {day}"),
        None => "it is not clear what its numbers are".to_owned(),
    }
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().any(|day| word.len() >= 3 && day.starts_with(word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edtf(text: &str) -> String {
        read(text, None).map_or_else(|why| format!("! {why}"), |found| found.edtf)
    }

    #[test]
    fn dates_that_can_mean_one_thing_are_understood() {
        for (text, wanted) in [
            ("2018-06-12", "2018-06-12"),
            ("2018-06/2018-09", "2018-06/2018-09"),
            ("2018-6-1", "2018-06-01"),
            ("2018/06/12", "2018-06-12"),
            ("2018/06", "2018-06"),
            ("6/2018", "2018-06"),
            ("06.2018", "2018-06"),
            ("12.06.2018", "2018-06-12"),
            ("13/6/2018", "2018-06-13"),
            ("6/13/2018", "2018-06-13"),
            ("6/6/2018", "2018-06-06"),
            ("12 June 2018", "2018-06-12"),
            ("Tuesday, June 12th, 2018", "2018-06-12"),
            ("12. Jun. 2018", "2018-06-12"),
            ("2018 Sept 3", "2018-09-03"),
            ("June 2018", "2018-06"),
            ("12-14 June 2018", "2018-06-12/2018-06-14"),
            ("12–14 June 2018", "2018-06-12/2018-06-14"),
            ("June 12 to 14, 2018", "2018-06-12/2018-06-14"),
            ("28 June - 2 July 2018", "2018-06-28/2018-07-02"),
            ("Dec 30, 2017 – Jan 2, 2018", "2017-12-30/2018-01-02"),
            ("June–July 2018", "2018-06/2018-07"),
            ("1994-2002", "1994/2002"),
            ("1994 - 2002", "1994/2002"),
            ("13/06/2018 - 14/06/2018", "2018-06-13/2018-06-14"),
            ("12-Jun-2018", "2018-06-12"),
            ("2018-June-12", "2018-06-12"),
            ("Jun-2018", "2018-06"),
            ("12–13.06.2018", "2018-06-12/2018-06-13"),
            ("12.-13.6.2018", "2018-06-12/2018-06-13"),
            ("12-13/06/2018", "2018-06-12/2018-06-13"),
            ("30.12.2018-02.01.2019", "2018-12-30/2019-01-02"),
            ("13/06/2018-14/06/2018", "2018-06-13/2018-06-14"),
            ("2018/06/12-2018/06/14", "2018-06-12/2018-06-14"),
            ("May 2018 to present", "2018-05/.."),
            ("c. 1994", "1994~"),
            ("about June 2018", "2018-06~"),
            ("June 2018?", "2018-06?"),
            ("2018-06-12T10:30:00Z", "2018-06-12"),
            ("2018-06-12 10:30", "2018-06-12"),
            ("2018년 6월 12일", "2018-06-12"),
            ("2018년6월12일(화)", "2018-06-12"),
            ("2018년 6월", "2018-06"),
            ("2018년", "2018"),
            ("2018년 6월 12일 ~ 14일", "2018-06-12/2018-06-14"),
            ("2018년 6월 28일～7월 2일", "2018-06-28/2018-07-02"),
            ("2018年6月12日", "2018-06-12"),
            ("2018. 6. 12.", "2018-06-12"),
            ("2018. 6.", "2018-06"),
            ("12. 6. 2018", "2018-06-12"),
            ("20180612", "2018-06-12"),
            ("2018년 6월~", "2018-06/.."),
            ("2018년 6월 12일 ~", "2018-06-12/.."),
            ("2018년～", "2018/.."),
            ("~2018년", "2018~"),
            ("c. 2018년 6월", "2018-06~"),
            ("2018년 6월 12일 (화요일)", "2018-06-12"),
            ("2018年6月12日(火曜日)", "2018-06-12"),
            ("2018년 6월 12일(화) ~ 14일(목)", "2018-06-12/2018-06-14"),
        ] {
            assert_eq!(edtf(text), wanted, "{text}");
        }
        assert!(read("13/06/2018 10:30", None).unwrap().had_time);
    }

    #[test]
    fn dates_that_can_mean_several_things_say_why() {
        for (text, why) in [
            ("6/12/2018", "it can be 2018-12-06 or 2018-06-12"),
            ("12-06-2018", "it can be 2018-06-12 or 2018-12-06"),
            ("13/6/18", "its year needs four digits"),
            ("12-Jun-18", "its year needs four digits"),
            ("Jun-18", "it names no year"),
            ("3-4/06/2018", "it is not clear what its numbers are"),
            ("6-12/13/2018", "it is not clear what its numbers are"),
            ("14-13.06.2018", "the interval"),
            ("12-13.06.18", "its year needs four digits"),
            ("30/12/2018-02/01/2019", "it can be 2019-01-02 or 2019-02-01"),
            ("12 June", "it names no year"),
            ("12 2018", "it names a day but no month"),
            ("spring 2018", "\"spring\" means nothing in a date"),
            ("31 June 2018", "the calendar has no such day"),
            ("30 December - 2 January 2018", "the interval"),
            ("43263", "it is a spreadsheet's number of a day, most likely 2018-06-12"),
            ("12062018", "it is not clear what its numbers are"),
            ("18년 6월 12일", "its year needs four digits"),
            ("2018년 6월 31일", "the calendar has no such day"),
            ("2018년 12일", "it names a day but no month"),
            ("6월 12일", "\"6월\" means nothing in a date"),
            ("2018-19", "it is not clear what its numbers are"),
            ("", "\"\" is not"),
            ("12 13 June 2018", "it is not clear"),
            ("2018년 6월 12일(음력)", "\"12일(음력)\" means nothing in a date"),
            ("2018년 6월 12일(13일)", "\"12일(13일)\" means nothing in a date"),
            ("2018년 6월 -", "\"-\" means nothing in a date"),
            ("2018년 6월 ~ 7월 ~", "\"~\" means nothing in a date"),
            ("12 12. 2018", "\"12.2018\" means nothing in a date"),
        ] {
            let said = edtf(text);
            assert!(
                said.starts_with(&format!("! {}", why.split('"').next().unwrap_or(why))),
                "{text}: {said}"
            );
        }
    }

    #[test]
    fn a_column_tells_what_comes_first() {
        assert_eq!(order_of(["6/12/2018", "25/12/2017"].into_iter()), Some(Order::DayFirst));
        assert_eq!(order_of(["6/12/2018", "12/25/2017 - 12/26/2017"].into_iter()), Some(Order::MonthFirst));
        assert_eq!(order_of(["6/12/2018", "25/12/2017", "12/25/2017"].into_iter()), None);
        assert_eq!(order_of(["6/12/2018", "25.12.2017", "June 2018"].into_iter()), None);
        let found = read("6/12/2018", Some(Order::DayFirst)).unwrap();
        assert_eq!((found.edtf.as_str(), found.by_order), ("2018-12-06", true));
        assert!(!read("13/6/2018", Some(Order::DayFirst)).unwrap().by_order);
        // A range without blanks counts, and is read, like one with them.
        assert_eq!(order_of(["3/4/2018", "30/12/2018-02/01/2019"].into_iter()), Some(Order::DayFirst));
        assert_eq!(order_of(["3/4/2018", "12-13/06/2018"].into_iter()), Some(Order::DayFirst));
        let range = |text: &str, order| read(text, Some(order)).map(|found| (found.edtf, found.by_order));
        assert_eq!(
            range("30/12/2018-02/01/2019", Order::DayFirst).unwrap(),
            ("2018-12-30/2019-01-02".to_owned(), true)
        );
        assert_eq!(
            range("3-4/06/2018", Order::DayFirst).unwrap(),
            ("2018-06-03/2018-06-04".to_owned(), true)
        );
        assert!(range("3-4/06/2018", Order::MonthFirst).is_err());
    }

    #[test]
    fn parts_make_a_date_of_their_precision() {
        assert_eq!(from_parts("2018", "6", "12").unwrap(), "2018-06-12");
        assert_eq!(from_parts("2018", "June", "").unwrap(), "2018-06");
        assert_eq!(from_parts("2018.0", "", "").unwrap(), "2018");
        assert_eq!(from_parts("800", "12", "25").unwrap(), "0800-12-25");
        for (year, month, day, why) in [
            ("", "6", "1", "it names no year"),
            ("2018", "13", "", ""),
            ("2018", "", "3", "there is a day but no month"),
            ("-44", "3", "15", "years before 1 cannot be given in a dossier"),
            ("-", "", "", "the year \"-\" is not a number"),
            ("0", "", "", "years before 1 cannot be given in a dossier"),
            ("18", "6", "12", "its year needs four digits"),
            ("2018", "2", "30", ""),
        ] {
            let said = from_parts(year, month, day).unwrap_err();
            assert!(said == why || why.is_empty(), "{year} {month} {day}: {said}");
        }
    }

    proptest! {
        #[test]
        fn arbitrary_text_never_panics_and_what_is_understood_is_a_date(text in "[ 0-9A-Za-z/.,?~–:-]{0,30}") {
            if let Ok(found) = read(&text, Some(Order::MonthFirst)) {
                prop_assert!(Edtf::parse(&found.edtf).is_ok());
            }
            let _ = order_of(std::iter::once(text.as_str()));
            let _ = from_parts(&text, &text, &text);
        }
    }
}
