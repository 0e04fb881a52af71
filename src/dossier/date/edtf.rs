//! Dates as people know them: EDTF (ISO 8601-2:2019) level 0 and the useful part of level 1.
//!
//! Read: `2018`, `2018-06`, `2018-06-12`, intervals `a/b`, open ends `a/..` and `../b`, an unknown end `a/`, and the
//! marks `?` (uncertain), `~` (approximate), `%` (both) at the end of a date, and `X` for digits nobody knows, from the
//! right: `201X`, `20XX`, `2018-XX`, `2018-06-XX`, `2018-XX-XX`. Not read: seasons, times of day, years outside
//! 0001-9999, and everything of level 2.

use std::fmt;

use super::day::{Day, days_in_month};

/// How finely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// A hundred years: `19XX`.
    Century,
    /// Ten years: `201X`.
    Decade,
    /// `2018`, or `2018-XX`.
    Year,
    /// `2018-06`, or `2018-06-XX`.
    Month,
    /// `2018-06-12`.
    Day,
}

/// What the marks at the end of a date say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Qualifier {
    /// `?`: the source, or the date it gives, is in doubt.
    pub uncertain: bool,
    /// `~`: the date is an estimate.
    pub approximate: bool,
}

impl Qualifier {
    fn mark(self) -> &'static str {
        match (self.uncertain, self.approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        }
    }
}

/// One date of some precision: every day from `first` to `last` is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The first day it can mean.
    pub first: Day,
    /// The last day it can mean.
    pub last: Day,
    /// How finely it is known.
    pub precision: Precision,
    /// Whether `X` digits were written (`2018-XX` against `2018`): same days, another spelling.
    pub unspecified: bool,
    /// The marks at its end.
    pub qualifier: Qualifier,
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A date.
    At(Point),
    /// `..`: without end in that direction.
    Open,
    /// Nothing written: an end exists, nobody knows when.
    Unknown,
}

/// A date as written in a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edtf {
    /// One date.
    Point(Point),
    /// From one end to the other; at least one of them is a date.
    Interval(End, End),
}

/// Why a text is no date: the sentence goes to the author as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct DateError(String);

impl Edtf {
    /// A single day.
    pub fn day(day: Day) -> Edtf {
        Edtf::Point(Point {
            first: day,
            last: day,
            precision: Precision::Day,
            unspecified: false,
            qualifier: Qualifier::default(),
        })
    }

    /// Reads a date; the error says in a sentence what is wrong and what is read.
    pub fn parse(text: &str) -> Result<Edtf, DateError> {
        let Some((start, end)) = text.split_once('/') else {
            return Point::parse(text).map(Edtf::Point);
        };
        let (start, end) = (parse_end(start)?, parse_end(end)?);
        if let (End::At(from), End::At(to)) = (start, end)
            && to.last < from.first
        {
            return Err(DateError(format!("the interval {text:?} ends before it starts")));
        }
        if !matches!(start, End::At(_)) && !matches!(end, End::At(_)) {
            return Err(DateError(format!("the interval {text:?} names no date")));
        }
        Ok(Edtf::Interval(start, end))
    }

    /// The first day it can mean; `Day::MIN` for an open or unknown start.
    pub fn first(self) -> Day {
        match self {
            Edtf::Point(point) | Edtf::Interval(End::At(point), _) => point.first,
            Edtf::Interval(..) => Day::MIN,
        }
    }

    /// The last day it can mean; `Day::MAX` for an open or unknown end.
    pub fn last(self) -> Day {
        match self {
            Edtf::Point(point) | Edtf::Interval(_, End::At(point)) => point.last,
            Edtf::Interval(..) => Day::MAX,
        }
    }

    /// The day to sort and place it by: its first day, or the first day of its end where the start is open or unknown.
    pub fn anchor(self) -> Day {
        match self {
            Edtf::Point(point) | Edtf::Interval(End::At(point), _) | Edtf::Interval(_, End::At(point)) => {
                point.first
            }
            Edtf::Interval(..) => Day::MIN,
        }
    }

    /// The coarsest precision among its dates.
    pub fn precision(self) -> Precision {
        self.points().map(|point| point.precision).min().unwrap_or(Precision::Day)
    }

    /// Whether any of its dates carries `?`.
    pub fn is_uncertain(self) -> bool {
        self.points().any(|point| point.qualifier.uncertain)
    }

    /// Whether any of its dates carries `~`.
    pub fn is_approximate(self) -> bool {
        self.points().any(|point| point.qualifier.approximate)
    }

    /// Whether it is exactly one known day.
    pub fn is_single_day(self) -> bool {
        matches!(self, Edtf::Point(point) if point.precision == Precision::Day)
    }

    fn points(self) -> impl Iterator<Item = Point> {
        let of = |end| if let End::At(point) = end { Some(point) } else { None };
        let (a, b) = match self {
            Edtf::Point(point) => (Some(point), None),
            Edtf::Interval(start, end) => (of(start), of(end)),
        };
        a.into_iter().chain(b)
    }
}

fn parse_end(text: &str) -> Result<End, DateError> {
    match text {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        _ => Point::parse(text).map(End::At),
    }
}

impl Point {
    fn parse(text: &str) -> Result<Point, DateError> {
        let wrong = |why: &str| Err(DateError(format!("{text:?} is not a date: {why}")));
        let (body, qualifier) = match text.as_bytes().last() {
            Some(b'?') => (text.trim_end_matches('?'), Qualifier { uncertain: true, approximate: false }),
            Some(b'~') => (text.trim_end_matches('~'), Qualifier { uncertain: false, approximate: true }),
            Some(b'%') => (text.trim_end_matches('%'), Qualifier { uncertain: true, approximate: true }),
            _ => (text, Qualifier::default()),
        };
        if text.len() > body.len() + 1 {
            return wrong("one mark (?, ~ or %) at the end is enough");
        }
        let parts: Vec<&str> = body.split('-').collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        if !matches!(lengths.as_slice(), [4] | [4, 2] | [4, 2, 2])
            || !body.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'X' | b'-'))
        {
            return wrong("write YYYY, YYYY-MM or YYYY-MM-DD (an interval has a / between two of them)");
        }
        let (year, month, day) =
            (parts.first().copied().unwrap_or(""), parts.get(1).copied(), parts.get(2).copied());
        let unspecified = body.contains('X');
        let point = |first: Option<Day>, last: Option<Day>, precision| match (first, last) {
            (Some(first), Some(last)) => Ok(Point { first, last, precision, unspecified, qualifier }),
            _ => wrong("the calendar has no such day"),
        };
        let span = |from: i32, to: i32, precision| {
            point(Day::from_ymd(from.max(1), 1, 1), Day::from_ymd(to, 12, 31), precision)
        };

        let known = year.trim_end_matches('X');
        if known.contains('X') || known.len() < 2 {
            return wrong("X stands for digits from the right, and the century must be known");
        }
        if known.len() < 4 {
            if month.is_some() {
                return wrong("a month needs the whole year");
            }
            let unit = if known.len() == 3 { 10 } else { 100 };
            let start = known.parse::<i32>().unwrap_or(0) * unit;
            let precision = if unit == 10 { Precision::Decade } else { Precision::Century };
            return span(start, start + unit - 1, precision);
        }
        let year: i32 = year.parse().unwrap_or(0);
        match (month, day) {
            (None, _) | (Some("XX"), None | Some("XX")) => {
                if year == 0 {
                    return wrong("years run from 0001 to 9999");
                }
                span(year, year, Precision::Year)
            }
            (Some(month), day) => {
                if month.contains('X') {
                    return wrong("an unknown month is XX, and then the day is XX too");
                }
                let month: u32 = month.parse().unwrap_or(0);
                if !(1..=12).contains(&month) {
                    return wrong("months run from 01 to 12");
                }
                match day {
                    None | Some("XX") => point(
                        Day::from_ymd(year, month, 1),
                        Day::from_ymd(year, month, days_in_month(year, month)),
                        Precision::Month,
                    ),
                    Some(day) if day.contains('X') => wrong("an unknown day is XX"),
                    Some(day) => {
                        let day = Day::from_ymd(year, month, day.parse().unwrap_or(0));
                        point(day, day, Precision::Day)
                    }
                }
            }
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.first.ymd();
        match (self.precision, self.unspecified) {
            // The first century and decade begin in year 1, yet are written 00XX and 000X.
            (Precision::Century, _) => write!(f, "{:02}XX", year / 100)?,
            (Precision::Decade, _) => write!(f, "{:03}X", year / 10)?,
            (Precision::Year, false) => write!(f, "{year:04}")?,
            (Precision::Year, true) => write!(f, "{year:04}-XX")?,
            (Precision::Month, false) => write!(f, "{year:04}-{month:02}")?,
            (Precision::Month, true) => write!(f, "{year:04}-{month:02}-XX")?,
            (Precision::Day, _) => write!(f, "{year:04}-{month:02}-{day:02}")?,
        }
        f.write_str(self.qualifier.mark())
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::At(point) => point.fmt(f),
            End::Open => f.write_str(".."),
            End::Unknown => Ok(()),
        }
    }
}

/// As written in a dossier; `2018-XX-XX` comes back as the shorter `2018-XX`.
impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Edtf::Point(point) => point.fmt(f),
            Edtf::Interval(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bounds(text: &str) -> (String, String) {
        let date = Edtf::parse(text).unwrap();
        (date.first().to_string(), date.last().to_string())
    }

    fn days(a: &str, b: &str) -> (String, String) {
        (a.to_owned(), b.to_owned())
    }

    #[test]
    fn bounds_are_the_first_and_last_possible_day() {
        assert_eq!(bounds("2018-06-12"), days("2018-06-12", "2018-06-12"));
        assert_eq!(bounds("2018-02"), days("2018-02-01", "2018-02-28"));
        assert_eq!(bounds("2020-02~"), days("2020-02-01", "2020-02-29"));
        assert_eq!(bounds("2018"), days("2018-01-01", "2018-12-31"));
        assert_eq!(bounds("2018-XX"), days("2018-01-01", "2018-12-31"));
        assert_eq!(bounds("2018-06-XX"), days("2018-06-01", "2018-06-30"));
        assert_eq!(bounds("201X"), days("2010-01-01", "2019-12-31"));
        assert_eq!(bounds("19XX"), days("1900-01-01", "1999-12-31"));
        assert_eq!(bounds("2018-06-12/2018-07"), days("2018-06-12", "2018-07-31"));
        assert_eq!(bounds("2018-06-12/.."), days("2018-06-12", "9999-12-31"));
        assert_eq!(bounds("../2018-06"), days("0001-01-01", "2018-06-30"));
        assert_eq!(bounds("2018-06-12/"), days("2018-06-12", "9999-12-31"));
    }

    #[test]
    fn marks_are_kept() {
        let date = Edtf::parse("1994-03%").unwrap();
        assert!(date.is_uncertain() && date.is_approximate());
        assert!(Edtf::parse("1994-03?/1995").unwrap().is_uncertain());
        assert!(!Edtf::parse("1994-03").unwrap().is_approximate());
    }

    #[test]
    fn what_is_not_read_is_refused() {
        for text in [
            "",
            "/",
            "../..",
            "..",
            "18",
            "2018-6-1",
            "2018-13",
            "2018-02-30",
            "2018-XX-03",
            "2XXX",
            "2X18",
            "201X-05",
            "2018-21",
            "2018-06-12T10:00",
            "2018-06-12??",
            "?2018",
            "2019/2018",
            "2018-06-12/2018-06-11",
            "0000",
            "y17000",
            "June 2018",
            "2018-06-1X",
            "{2018,2019}",
            "2018-+6",
            "2018/2019/2020",
        ] {
            assert!(Edtf::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_refusal_says_why() {
        assert_eq!(
            Edtf::parse("2018-02-30").unwrap_err().to_string(),
            "\"2018-02-30\" is not a date: the calendar has no such day"
        );
        assert_eq!(
            Edtf::parse("2019/2018").unwrap_err().to_string(),
            "the interval \"2019/2018\" ends before it starts"
        );
    }

    /// Dates of the supported subset, as text.
    fn any_date() -> impl Strategy<Value = String> {
        let point =
            (1i32..=9999, 1u32..=12, 1u32..=28, 0usize..8, prop::sample::select(vec!["", "?", "~", "%"]))
                .prop_map(|(y, m, d, form, mark)| {
                    let body = match form {
                        0 => format!("{y:04}"),
                        1 => format!("{y:04}-{m:02}"),
                        2 => format!("{y:04}-XX"),
                        3 => format!("{y:04}-{m:02}-XX"),
                        4 => format!("{:03}X", y / 10),
                        5 => format!("{:02}XX", y / 100),
                        _ => format!("{y:04}-{m:02}-{d:02}"),
                    };
                    format!("{body}{mark}")
                });
        (point.clone(), point, 0usize..4).prop_map(|(a, b, form)| match form {
            0 => format!("{a}/{b}"),
            1 => format!("{a}/.."),
            2 => format!("../{a}"),
            _ => a,
        })
    }

    proptest! {
        #[test]
        fn arbitrary_text_never_panics(text in "\\PC*") {
            let _ = Edtf::parse(&text);
        }

        #[test]
        fn near_dates_never_panic(text in "[0-9X?~%./-]{0,24}") {
            let _ = Edtf::parse(&text);
        }

        #[test]
        fn reading_and_writing_agree(text in any_date()) {
            if let Ok(date) = Edtf::parse(&text) {
                prop_assert_eq!(Edtf::parse(&date.to_string()).unwrap(), date);
                prop_assert!(date.first() <= date.last());
            }
        }

        /// What we read, a full EDTF reader reads too, with the same outer days.
        #[test]
        fn agrees_with_edtf_core(text in any_date()) {
            if let Ok(date) = Edtf::parse(&text) {
                let theirs = edtf_core::Edtf::parse(&text);
                prop_assert!(theirs.is_ok(), "{} read here, refused there", text);
                let bounds = theirs.unwrap().bounds();
                // What is open or unknown reaches to the calendar's end; so does the year 0, which ours does not have.
                let day = |bound| match bound {
                    edtf_core::Bound::Date(date) => Day::from_ymd(date.year as i32, date.month.into(), date.day.into()),
                    _ => None,
                };
                prop_assert_eq!(date.first(), day(bounds.earliest).unwrap_or(Day::MIN), "{}", text);
                prop_assert_eq!(date.last(), day(bounds.latest).unwrap_or(Day::MAX), "{}", text);
            }
        }
    }
}
