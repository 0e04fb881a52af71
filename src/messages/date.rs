//! Dates in words, language by language.

use super::DateStyle;
use crate::dossier::date::{Day, ENGLISH_MONTHS, Edtf, End, Point, Precision};

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
        DateStyle::MonthYear => format!("{} {year}", english_month(month)),
        DateStyle::Month => english_month_short(month).to_owned(),
        DateStyle::Year => year.to_string(),
        DateStyle::DayOfMonth => date.to_string(),
    }
}

/// "2018", "2018\u{2013}2020".
pub(super) fn english_years(from: Day, to: Day) -> String {
    if from.year() == to.year() {
        from.year().to_string()
    } else {
        format!("{}\u{2013}{}", from.year(), to.year())
    }
}

/// "July 2018", "July\u{2013}September 2018", "December 2018 \u{2013} February 2019".
pub(super) fn english_months(from: Day, to: Day) -> String {
    let last = english_day(to, DateStyle::MonthYear);
    let ((first_year, first, _), (year, month, _)) = (from.ymd(), to.ymd());
    if (first_year, first) == (year, month) {
        last
    } else if first_year == year {
        format!("{}\u{2013}{last}", english_month(first))
    } else {
        format!("{} \u{2013} {last}", english_day(from, DateStyle::MonthYear))
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

/// Two days or months share what they have in common: "12\u{2013}14 June 2018", "30 May \u{2013} 1 June 2018".
fn english_interval(from: Point, to: Point) -> String {
    let plain = from.qualifier == Default::default() && to.qualifier == Default::default();
    let both = |precision| plain && from.precision == precision && to.precision == precision;
    if from == to {
        return english_point(from);
    } else if both(Precision::Month) {
        return english_months(from.first, to.first);
    } else if !both(Precision::Day) {
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

pub(super) fn korean_day(day: Day, style: DateStyle) -> String {
    let (year, month, date) = day.ymd();
    match style {
        DateStyle::Long => format!("{year}년 {month}월 {date}일"),
        // No line ends inside it.
        DateStyle::Short => format!("{year}.\u{a0}{month}.\u{a0}{date}."),
        DateStyle::MonthYear => format!("{year}년 {month}월"),
        DateStyle::Month => format!("{month}월"),
        DateStyle::Year => format!("{year}년"),
        // The days of an axis stand too close for the word.
        DateStyle::DayOfMonth => date.to_string(),
    }
}

/// "2018년", "2018~2020년".
pub(super) fn korean_years(from: Day, to: Day) -> String {
    if from.year() == to.year() {
        format!("{}년", from.year())
    } else {
        format!("{}~{}년", from.year(), to.year())
    }
}

/// "2018년 7월", "2018년 7~9월", "2018년 12월~2019년 2월".
pub(super) fn korean_months(from: Day, to: Day) -> String {
    let ((from_year, from_month, _), (to_year, to_month, _)) = (from.ymd(), to.ymd());
    if (from_year, from_month) == (to_year, to_month) {
        korean_day(from, DateStyle::MonthYear)
    } else if from_year == to_year {
        format!("{from_year}년 {from_month}~{to_month}월")
    } else {
        format!("{}~{}", korean_day(from, DateStyle::MonthYear), korean_day(to, DateStyle::MonthYear))
    }
}

fn korean_point(point: Point) -> String {
    let (year, month, date) = point.first.ymd();
    let (body, about) = match point.precision {
        Precision::Century => (format!("{}세기", year / 100 + 1), " 무렵"),
        Precision::Decade => (format!("{}0년대", year / 10), " 무렵"),
        Precision::Year => (format!("{year}년"), "경"),
        Precision::Month => (format!("{year}년 {month}월"), "경"),
        Precision::Day => (format!("{year}년 {month}월 {date}일"), "경"),
    };
    let about = if point.qualifier.approximate { about } else { "" };
    let uncertain = if point.qualifier.uncertain { "(불확실)" } else { "" };
    format!("{body}{about}{uncertain}")
}

pub(super) fn korean(date: Edtf) -> String {
    match date {
        Edtf::Point(point) => korean_point(point),
        Edtf::Interval(End::At(from), End::At(to)) => korean_interval(from, to),
        Edtf::Interval(End::At(from), End::Open) => format!("{}부터", korean_point(from)),
        Edtf::Interval(End::At(from), End::Unknown) => format!("{}부터(끝은 알 수 없음)", korean_point(from)),
        Edtf::Interval(End::Open, End::At(to)) => format!("{}까지", korean_point(to)),
        Edtf::Interval(End::Unknown, End::At(to)) => format!("{}까지(시작은 알 수 없음)", korean_point(to)),
        Edtf::Interval(..) => String::new(),
    }
}

/// What both ends have in common is written once: "2018년 6월 12~14일", "2018년 5월 30일~6월 1일", "2018년 6~8월".
fn korean_interval(from: Point, to: Point) -> String {
    let plain = from.qualifier == Default::default() && to.qualifier == Default::default();
    match (from.precision, to.precision) {
        (Precision::Day, Precision::Day) if plain => korean_days(from.first, to.first),
        (Precision::Month, Precision::Month) if plain => korean_months(from.first, to.first),
        (Precision::Year, Precision::Year) if plain => korean_years(from.first, to.first),
        _ if from == to => korean_point(from),
        _ => format!("{}~{}", korean_point(from), korean_point(to)),
    }
}

/// From one day to another: "2018년 6월 12~14일".
pub(super) fn korean_days(from: Day, to: Day) -> String {
    let ((from_year, from_month, from_day), (to_year, to_month, to_day)) = (from.ymd(), to.ymd());
    if from == to {
        korean_day(from, DateStyle::Long)
    } else if (from_year, from_month) == (to_year, to_month) {
        format!("{from_year}년 {from_month}월 {from_day}~{to_day}일")
    } else if from_year == to_year {
        format!("{from_year}년 {from_month}월 {from_day}일~{to_month}월 {to_day}일")
    } else {
        format!("{}~{}", korean_day(from, DateStyle::Long), korean_day(to, DateStyle::Long))
    }
}

#[cfg(test)]
mod tests {
    use crate::dossier::date::Day;
    use crate::messages::{DateStyle, Locale};

    #[test]
    fn english_dates_say_what_is_known() {
        for (text, words) in [
            ("2018-06-12", "12 June 2018"),
            ("2018-06", "June 2018"),
            ("2018", "2018"),
            ("198X", "1980s"),
            ("19XX", "20th century"),
            ("20XX", "21st century"),
            ("21XX", "22nd century"),
            ("22XX", "23rd century"),
            ("10XX", "11th century"),
            ("11XX", "12th century"),
            ("12XX", "13th century"),
            ("2018-06-12/2018-06-14", "12\u{2013}14 June 2018"),
            ("2018-05-30/2018-06-01", "30 May \u{2013} 1 June 2018"),
            ("2018-12-30/2019-01-02", "30 December 2018 \u{2013} 2 January 2019"),
            ("1994-03~", "about March 1994"),
            ("1994-03%", "about March 1994, uncertain"),
            ("2018-06/..", "from June 2018 on"),
            ("../2018-06", "until June 2018"),
            ("2018-06/", "from June 2018, end unknown"),
            ("/2018-06", "until June 2018, start unknown"),
            ("2018-06/2019", "June 2018 \u{2013} 2019"),
            ("2018-06-12/2018-06-12", "12 June 2018"),
            ("2018-06~/2018-06~", "about June 2018"),
            ("2018-06/2018-08", "June\u{2013}August 2018"),
            ("2018-11/2019-02", "November 2018 \u{2013} February 2019"),
            ("2018-06~/2018-08", "about June 2018 \u{2013} August 2018"),
        ] {
            assert_eq!(Locale::En.date(text.parse_edtf()), words, "{text}");
        }
    }

    #[test]
    fn korean_dates_say_what_is_known() {
        for (text, words) in [
            ("2018-06-12", "2018년 6월 12일"),
            ("2018-06", "2018년 6월"),
            ("2018", "2018년"),
            ("198X", "1980년대"),
            ("19XX", "20세기"),
            ("2018-06-12/2018-06-14", "2018년 6월 12~14일"),
            ("2018-05-30/2018-06-01", "2018년 5월 30일~6월 1일"),
            ("2018-12-30/2019-01-02", "2018년 12월 30일~2019년 1월 2일"),
            ("2018-06/2018-08", "2018년 6~8월"),
            ("2018-11/2019-02", "2018년 11월~2019년 2월"),
            ("2018/2019", "2018~2019년"),
            ("2018-06/2019", "2018년 6월~2019년"),
            ("2018-06-12/2018-06-12", "2018년 6월 12일"),
            ("2018-06~/2018-06~", "2018년 6월경"),
            ("1994-03~", "1994년 3월경"),
            ("1994-03?", "1994년 3월(불확실)"),
            ("1994-03%", "1994년 3월경(불확실)"),
            ("198X~", "1980년대 무렵"),
            ("2018-06-12~/2018-06-14", "2018년 6월 12일경~2018년 6월 14일"),
            ("2018-06/..", "2018년 6월부터"),
            ("../2018-06", "2018년 6월까지"),
            ("2018-06/", "2018년 6월부터(끝은 알 수 없음)"),
            ("/2018-06", "2018년 6월까지(시작은 알 수 없음)"),
        ] {
            assert_eq!(Locale::Ko.date(text.parse_edtf()), words, "{text}");
        }
    }

    #[test]
    fn korean_days_are_as_long_as_there_is_room_for() {
        let day = Day::parse("2018-07-06").unwrap();
        for (style, words) in [
            (DateStyle::Long, "2018년 7월 6일"),
            (DateStyle::Short, "2018.\u{a0}7.\u{a0}6."),
            (DateStyle::MonthYear, "2018년 7월"),
            (DateStyle::Month, "7월"),
            (DateStyle::Year, "2018년"),
            (DateStyle::DayOfMonth, "6"),
        ] {
            assert_eq!(Locale::Ko.day(day, style), words);
        }
    }

    #[test]
    fn stretches_of_months_and_years_name_what_they_hold() {
        let stretch = |from, to| (Day::parse(from).unwrap(), Day::parse(to).unwrap());
        for ((from, to), english, korean) in [
            (stretch("2018-07-01", "2018-07-31"), ["2018", "July 2018"], ["2018년", "2018년 7월"]),
            (
                stretch("2018-07-01", "2018-09-30"),
                ["2018", "July\u{2013}September 2018"],
                ["2018년", "2018년 7~9월"],
            ),
            (
                stretch("2018-12-01", "2019-02-28"),
                ["2018\u{2013}2019", "December 2018 \u{2013} February 2019"],
                ["2018~2019년", "2018년 12월~2019년 2월"],
            ),
        ] {
            assert_eq!([Locale::En.years(from, to), Locale::En.months(from, to)], english);
            assert_eq!([Locale::Ko.years(from, to), Locale::Ko.months(from, to)], korean);
        }
    }

    #[test]
    fn numbers_are_grouped() {
        for locale in Locale::ALL {
            assert_eq!(locale.number(1_234_567), "1,234,567");
        }
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
