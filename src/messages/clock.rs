//! What the view `clock` says.

use super::{DateStyle, Told, date, ko};
use crate::dossier::date::Day;
use crate::dossier::model::EstimateRole;

/// The smallest and the largest number of years.
type Range = (f64, f64);

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum ClockMsg<'a> {
    /// The section's heading.
    Heading,
    /// The range of numbers that each role named, whenever it was.
    Lede {
        officials: Option<Range>,
        experts: Option<Range>,
        /// How many experts went beyond the officials' longest, and of how many, each counted once.
        beyond: Option<(usize, usize)>,
    },
    /// What had been said by the as-of date, which comes first: "By ", date, then one of these.
    By,
    Known {
        officials: Option<Range>,
        experts: Option<Range>,
    },
    Named {
        statements: usize,
        passed: usize,
    },
    /// Where time limits of other kinds stand: a link to the promises.
    OtherLimits,
    /// How to read the picture.
    Help,
    /// A group's heading.
    Role(EstimateRole),
    /// When it was said; a precedent has no day.
    Said(Option<Day>),
    /// For whom an official speaks.
    For(&'a str),
    /// The years in words.
    Years {
        low: Option<f64>,
        high: Option<f64>,
    },
    /// A mark of the axis.
    Tick {
        years: f64,
    },
    /// Beside what was said after the as-of date.
    NotYetSaid,
    /// Heading of the estimates that name no number.
    Words,
    /// Heading of the deadlines.
    Deadlines,
    /// A deadline, and what became of it by the as-of date.
    Deadline(Day),
    Ahead,
    Passed,
    /// How to read the deadlines.
    DeadlinesHelp,
    /// The range of a group's numbers, beside its heading.
    Span(Range),
    /// Opens the table.
    Table {
        estimates: usize,
    },
}

/// Years without false precision: whole numbers as they are, others with one or two decimals.
fn number(years: f64) -> String {
    let text = format!("{years:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn years_word(years: f64) -> &'static str {
    if number(years) == "1" { "year" } else { "years" }
}

/// A time of less than a year in whole months, as people say it: "0.67 years" would be more exact than what was said. What comes to no month
/// or to twelve of them is said in years.
fn months(years: f64) -> Option<f64> {
    let months = (years * 12.0).round();
    (1.0..12.0).contains(&months).then_some(months)
}

/// "1 year", "2.5 years", "8 months".
fn one(years: f64) -> String {
    match months(years) {
        Some(1.0) => "1 month".to_owned(),
        Some(months) => format!("{months} months"),
        None => format!("{} {}", number(years), years_word(years)),
    }
}

/// "0.5 to 2.5 years", "6 to 8 months".
fn range((low, high): Range) -> String {
    match (months(low), months(high)) {
        _ if low == high => one(high),
        (Some(low), Some(months)) if low == months => one(high),
        (Some(low), Some(_)) => format!("{low} to {}", one(high)),
        _ => format!("{} to {}", number(low), one(high)),
    }
}

/// "2.5년", "8개월".
fn korean_one(years: f64) -> String {
    months(years).map_or_else(|| format!("{}년", number(years)), |months| format!("{months}개월"))
}

/// "0.5~2.5년", "6~8개월".
fn korean_range((low, high): Range) -> String {
    match (months(low), months(high)) {
        _ if low == high => korean_one(high),
        (Some(low), Some(months)) if low == months => korean_one(high),
        (Some(low), Some(_)) => format!("{low}~{}", korean_one(high)),
        _ => format!("{}~{}", number(low), korean_one(high)),
    }
}

/// The count is of estimates alone: an offer or a promise may have a time limit too, which is no deadline for this work.
fn named(statements: usize, passed: usize) -> String {
    let times = match statements {
        0 => return "officials had named no deadline for the work asked about here.".to_owned(),
        1 => "one statement of an official had named a deadline for the work asked about here".to_owned(),
        _ => {
            format!("{statements} statements of officials had named a deadline for the work asked about here")
        }
    };
    match passed {
        0 if statements == 1 => format!("{times}; it had not passed."),
        0 => format!("{times}; none had passed."),
        all if all == statements => {
            format!("{times}; {} had passed.", if all == 1 { "it" } else { "each" })
        }
        some => format!("{times}; {some} of them had passed."),
    }
}

fn korean_named(statements: usize, passed: usize) -> String {
    let passed = match passed {
        _ if statements == 0 => return "여기서 묻는 일의 시한을 밝힌 당국자 발언은 없었다.".to_owned(),
        0 if statements == 1 => "그 시한은 아직 지나지 않았다".to_owned(),
        0 => "시한이 지난 것은 없었다".to_owned(),
        1 if statements == 1 => "그 시한은 지나 있었다".to_owned(),
        all if all == statements => "모두 시한이 지나 있었다".to_owned(),
        some => format!("그중 {some}건은 시한이 지나 있었다"),
    };
    format!("여기서 묻는 일의 시한을 밝힌 당국자 발언은 {statements}건으로, {passed}.")
}

impl Told for ClockMsg<'_> {
    fn english(&self) -> String {
        match *self {
            ClockMsg::Heading => "How long would it take?".to_owned(),
            ClockMsg::Lede { officials, experts, beyond } => {
                let mut parts = Vec::new();
                if let Some(found) = officials {
                    parts.push(format!("Officials named {}.", range(found)));
                }
                if let Some(found) = experts {
                    parts.push(format!("Experts named {}.", range(found)));
                }
                if let Some((count, of)) = beyond {
                    parts.push(format!(
                        "Counting each expert once, and a joint study under its first name, {count} of {of} went beyond the longest that an official named."
                    ));
                }
                if parts.is_empty() {
                    parts.push("Neither officials nor experts named a number of years.".to_owned());
                }
                parts.join(" ")
            }
            ClockMsg::By => "By".to_owned(),
            ClockMsg::Known { officials, experts } => format!(
                "officials had named {}, experts {};",
                officials.map_or_else(|| "no number".to_owned(), range),
                experts.map_or_else(|| "no number".to_owned(), range)
            ),
            ClockMsg::Named { statements, passed } => named(statements, passed),
            ClockMsg::OtherLimits => {
                "Time limits of other kinds are not counted here; see what was promised".to_owned()
            }
            ClockMsg::Help => "Each row is one statement, in years; the bar under a heading spans the numbers of its group, without records of low confidence. A thick bar runs from its lowest number to its highest. A thin line that \
                ends in a mark is \u{201c}at most\u{201d}; a short one from a mark to an arrowhead is \u{201c}at least\u{201d}. They do \
                not all measure the same thing: what is to be finished stands in each row. Pale rows were said after the as-of date."
                .to_owned(),
            ClockMsg::Role(EstimateRole::Official) => "Officials".to_owned(),
            ClockMsg::Role(EstimateRole::Expert) => "Experts".to_owned(),
            ClockMsg::Role(EstimateRole::Institution) => "Institutions and precedents".to_owned(),
            ClockMsg::Said(Some(on)) => date::english_day(on, DateStyle::Short),
            ClockMsg::Said(None) => "no day of saying".to_owned(),
            ClockMsg::For(party) => format!("for {party}"),
            ClockMsg::Years { low: Some(low), high: Some(high) } => range((low, high)),
            ClockMsg::Years { low: None, high: Some(years) } => format!("at most {}", one(years)),
            ClockMsg::Years { low: Some(years), high: None } => format!("at least {}", one(years)),
            ClockMsg::Years { low: None, high: None } => String::new(),
            ClockMsg::Tick { years: 0.0 } => "0".to_owned(),
            ClockMsg::Tick { years } => format!("{} {}", number(years), years_word(years)),
            ClockMsg::NotYetSaid => "not yet said".to_owned(),
            ClockMsg::Words => "Without a number of years".to_owned(),
            ClockMsg::Deadlines => "Deadlines that officials named".to_owned(),
            ClockMsg::Deadline(day) => format!("by {}", date::english_day(day, DateStyle::Long)),
            ClockMsg::Ahead => "not yet passed".to_owned(),
            ClockMsg::Passed => "passed".to_owned(),
            ClockMsg::DeadlinesHelp => {
                "Each line runs from the day a deadline was named to the deadline. The upright line is the as-of date.".to_owned()
            }
            ClockMsg::Span(found) => range(found),
            ClockMsg::Table { estimates: 1 } => "The statement in full, with its words and sources".to_owned(),
            ClockMsg::Table { estimates } => format!("All {estimates} in full, with their words and sources"),
        }
    }

    fn korean(&self) -> String {
        match *self {
            ClockMsg::Heading => "폐기에는 얼마나 걸릴까".to_owned(),
            ClockMsg::Lede { officials, experts, beyond } => {
                let mut parts = Vec::new();
                if let Some(found) = officials {
                    parts.push(format!("당국자가 제시한 기간은 {}이다.", korean_range(found)));
                }
                if let Some(found) = experts {
                    parts.push(format!("전문가가 제시한 기간은 {}이다.", korean_range(found)));
                }
                if let Some((count, of)) = beyond {
                    parts.push(format!(
                        "전문가를 한 번씩만 세면(공동 연구는 맨 앞 이름으로) {of}명 가운데 {count}명이 당국자가 제시한 가장 긴 기간을 넘겼다."
                    ));
                }
                if parts.is_empty() {
                    parts.push("당국자도 전문가도 햇수를 제시하지 않았다.".to_owned());
                }
                parts.join(" ")
            }
            ClockMsg::By => "기준일인".to_owned(),
            ClockMsg::Known { officials: Some(officials), experts: Some(experts) } => format!(
                "현재까지 당국자가 제시한 기간은 {}, 전문가가 제시한 기간은 {}이었다.",
                korean_range(officials),
                korean_range(experts)
            ),
            ClockMsg::Known { officials: Some(found), experts: None } => {
                format!("현재까지 당국자가 제시한 기간은 {}이었고, 전문가가 제시한 기간은 없었다.", korean_range(found))
            }
            ClockMsg::Known { officials: None, experts: Some(found) } => {
                format!("현재까지 당국자가 제시한 기간은 없었고, 전문가가 제시한 기간은 {}이었다.", korean_range(found))
            }
            ClockMsg::Known { officials: None, experts: None } => {
                "현재까지 당국자도 전문가도 햇수를 제시하지 않았다.".to_owned()
            }
            ClockMsg::Named { statements, passed } => korean_named(statements, passed),
            ClockMsg::OtherLimits => "다른 종류의 시한은 여기서 세지 않는다. 무엇을 약속했는지 보기".to_owned(),
            ClockMsg::Help => "한 줄이 발언 하나이며 숫자는 햇수다. 소제목 아래의 막대는 신뢰도가 낮은 기록을 뺀 그 집단의 햇수 범위다. 굵은 막대는 \
                가장 작은 값에서 가장 큰 값까지다. 표시에서 끝나는 가는 선은 \u{2018}길어야\u{2019}, 표시에서 화살촉으로 이어지는 짧은 선은 \
                \u{2018}적어도\u{2019}를 뜻한다. 모두 같은 것을 잰 값은 아니며, 무엇을 끝내는 데 걸리는 기간인지는 줄마다 적었다. 흐린 줄은 \
                기준일 뒤의 발언이다."
                .to_owned(),
            ClockMsg::Role(EstimateRole::Official) => "당국자".to_owned(),
            ClockMsg::Role(EstimateRole::Expert) => "전문가".to_owned(),
            ClockMsg::Role(EstimateRole::Institution) => "기관과 선례".to_owned(),
            ClockMsg::Said(Some(on)) => ko::day(on),
            ClockMsg::Said(None) => "발언일 없음".to_owned(),
            ClockMsg::For(party) => format!("{party} 측"),
            ClockMsg::Years { low: Some(low), high: Some(high) } => korean_range((low, high)),
            ClockMsg::Years { low: None, high: Some(years) } => format!("길어야 {}", korean_one(years)),
            ClockMsg::Years { low: Some(years), high: None } => format!("적어도 {}", korean_one(years)),
            ClockMsg::Years { low: None, high: None } => String::new(),
            ClockMsg::Tick { years: 0.0 } => "0".to_owned(),
            ClockMsg::Tick { years } => format!("{}년", number(years)),
            ClockMsg::NotYetSaid => "아직 발언 전".to_owned(),
            ClockMsg::Words => "햇수를 밝히지 않은 발언".to_owned(),
            ClockMsg::Deadlines => "당국자가 밝힌 시한".to_owned(),
            ClockMsg::Deadline(day) => format!("{}까지", ko::day(day)),
            ClockMsg::Ahead => "아직 지나지 않음".to_owned(),
            ClockMsg::Passed => "지남".to_owned(),
            ClockMsg::DeadlinesHelp => "각 선은 시한을 밝힌 날에서 그 시한까지 이어진다. 세로선은 기준일이다.".to_owned(),
            ClockMsg::Span(found) => korean_range(found),
            ClockMsg::Table { estimates } => format!("발언 {estimates}건 전체, 원문 표현과 출처 포함"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_deadlines_are_said_as_people_say_them() {
        assert_eq!(range((0.5, 2.5)), "0.5 to 2.5 years");
        assert_eq!(range((1.0, 1.0)), "1 year");
        assert_eq!(
            (range((0.5, 0.67)), korean_range((0.5, 0.67))),
            ("6 to 8 months".into(), "6~8개월".into())
        );
        assert_eq!((range((0.5, 0.52)), korean_range((0.5, 0.52))), ("6 months".into(), "6개월".into()));
        assert_eq!((one(0.97), one(0.0)), ("0.97 years".into(), "0 years".into()));
        assert_eq!(
            (one(0.2), one(0.08), one(2.4)),
            ("2 months".into(), "1 month".into(), "2.4 years".into())
        );
        assert_eq!((korean_range((0.5, 2.5)), korean_one(0.2)), ("0.5~2.5년".into(), "2개월".into()));
        let said = named;
        assert_eq!(said(0, 0), "officials had named no deadline for the work asked about here.");
        assert_eq!(
            said(1, 1),
            "one statement of an official had named a deadline for the work asked about here; it had passed."
        );
        assert_eq!(
            said(5, 5),
            "5 statements of officials had named a deadline for the work asked about here; each had passed."
        );
        assert_eq!(
            said(5, 2),
            "5 statements of officials had named a deadline for the work asked about here; 2 of them had passed."
        );
        assert_eq!(
            [(1, 0), (1, 1), (5, 0)].map(|(statements, passed)| korean_named(statements, passed)),
            [
                "여기서 묻는 일의 시한을 밝힌 당국자 발언은 1건으로, 그 시한은 아직 지나지 않았다.",
                "여기서 묻는 일의 시한을 밝힌 당국자 발언은 1건으로, 그 시한은 지나 있었다.",
                "여기서 묻는 일의 시한을 밝힌 당국자 발언은 5건으로, 시한이 지난 것은 없었다.",
            ]
        );
    }
}
