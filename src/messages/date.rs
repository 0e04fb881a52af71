//! Dates in words, language by language.

use super::DateStyle;
use crate::dossier::date::{Day, Edtf, End, Point, Precision};

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn english_month(month: u32) -> &'static str {
    ENGLISH_MONTHS.get((month as usize).saturating_sub(1)).copied().unwrap_or("")
}

fn english_month_short(month: u32) -> &'static str {
    let name = english_month(month);
    name.get(..3).unwrap_or(name)
}

pub(super) fn english_day(day: Day, style: DateStyle) -> String {
    let (year, month, date) = day.ymd();
    match style {
        DateStyle::Long => format!("{date} {} {year}", english_month(month)),
        DateStyle::Short => format!("{date} {} {year}", english_month_short(month)),
        DateStyle::DayMonth => format!("{date} {}", english_month_short(month)),
        DateStyle::MonthYear => format!("{} {year}", english_month(month)),
        DateStyle::Month => english_month_short(month).to_owned(),
        DateStyle::Year => year.to_string(),
        DateStyle::DayOfMonth => date.to_string(),
    }
}

/// "1st", "12th", "23rd".
fn english_ordinal(number: i32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn english_point(point: Point) -> String {
    let (year, month, date) = point.first.ymd();
    let body = match point.precision {
        Precision::Century => format!("{} century", english_ordinal(year / 100 + 1)),
        Precision::Decade => format!("{}0s", year / 10),
        Precision::Year => year.to_string(),
        Precision::Month => format!("{} {year}", english_month(month)),
        Precision::Day => format!("{date} {} {year}", english_month(month)),
    };
    match (point.qualifier.approximate, point.qualifier.uncertain) {
        (true, true) => format!("about {body}, uncertain"),
        (true, false) => format!("about {body}"),
        (false, true) => format!("{body}, uncertain"),
        (false, false) => body,
    }
}

pub(super) fn english(date: Edtf) -> String {
    match date {
        Edtf::Point(point) => english_point(point),
        Edtf::Interval(End::At(from), End::At(to)) => english_interval(from, to),
        Edtf::Interval(End::At(from), End::Open) => format!("from {} on", english_point(from)),
        Edtf::Interval(End::At(from), End::Unknown) => format!("from {}, end unknown", english_point(from)),
        Edtf::Interval(End::Open, End::At(to)) => format!("until {}", english_point(to)),
        Edtf::Interval(End::Unknown, End::At(to)) => format!("until {}, start unknown", english_point(to)),
        Edtf::Interval(..) => String::new(),
    }
}

/// Two days share what they have in common: "12\u{2013}14 June 2018", "30 May \u{2013} 1 June 2018".
fn english_interval(from: Point, to: Point) -> String {
    let plain = |point: Point| point.precision == Precision::Day && point.qualifier == Default::default();
    if !plain(from) || !plain(to) {
        return format!("{} \u{2013} {}", english_point(from), english_point(to));
    }
    let ((from_year, from_month, from_day), (to_year, to_month, to_day)) = (from.first.ymd(), to.first.ymd());
    if (from_year, from_month) == (to_year, to_month) {
        format!("{from_day}\u{2013}{to_day} {} {to_year}", english_month(to_month))
    } else if from_year == to_year {
        format!(
            "{from_day} {} \u{2013} {to_day} {} {to_year}",
            english_month(from_month),
            english_month(to_month)
        )
    } else {
        format!("{} \u{2013} {}", english_point(from), english_point(to))
    }
}

#[cfg(test)]
mod tests {
    use crate::messages::Locale;

    #[test]
    fn english_dates_say_what_is_known() {
        for (text, words) in [
            ("2018-06-12", "12 June 2018"),
            ("2018-06", "June 2018"),
            ("2018", "2018"),
            ("198X", "1980s"),
            ("19XX", "20th century"),
            ("2018-06-12/2018-06-14", "12\u{2013}14 June 2018"),
            ("2018-05-30/2018-06-01", "30 May \u{2013} 1 June 2018"),
            ("2018-12-30/2019-01-02", "30 December 2018 \u{2013} 2 January 2019"),
            ("1994-03~", "about March 1994"),
            ("1994-03%", "about March 1994, uncertain"),
            ("2018-06/..", "from June 2018 on"),
            ("../2018-06", "until June 2018"),
            ("2018-06/2019", "June 2018 \u{2013} 2019"),
        ] {
            assert_eq!(Locale::En.date(text.parse_edtf()), words, "{text}");
        }
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(Locale::En.number(7), "7");
        assert_eq!(Locale::En.number(1030), "1,030");
        assert_eq!(Locale::En.number(1_000_000), "1,000,000");
    }

    trait ParseEdtf {
        fn parse_edtf(&self) -> crate::dossier::date::Edtf;
    }
    impl ParseEdtf for str {
        fn parse_edtf(&self) -> crate::dossier::date::Edtf {
            crate::dossier::date::Edtf::parse(self).unwrap()
        }
    }
}
