//! What the view `clock` says.

use super::{DateStyle, Told};
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
        /// How many experts' numbers go beyond the officials' longest, and of how many.
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

fn range((low, high): Range) -> String {
    if low == high {
        format!("{} {}", number(high), years_word(high))
    } else {
        format!("{} to {} {}", number(low), number(high), years_word(high))
    }
}

fn named(statements: usize, passed: usize) -> String {
    let times = match statements {
        0 => return "officials had named no deadline.".to_owned(),
        1 => "one statement of an official had named a deadline".to_owned(),
        _ => format!("{statements} statements of officials had named a deadline"),
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
                    parts.push(format!("{count} of {of} expert estimates go beyond the longest that an official named."));
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
            ClockMsg::Help => "Each row is one statement, in years; the bar under a heading spans the numbers of its group. A thick bar runs from its lowest number to its highest. A thin line that \
                ends in a mark is \u{201c}at most\u{201d}; one that begins at a mark and runs on in dashes is \u{201c}at least\u{201d}. They do \
                not all measure the same thing: what is to be finished stands in each row. Pale rows were said after the as-of date."
                .to_owned(),
            ClockMsg::Role(EstimateRole::Official) => "Officials".to_owned(),
            ClockMsg::Role(EstimateRole::Expert) => "Experts".to_owned(),
            ClockMsg::Role(EstimateRole::Institution) => "Institutions and precedents".to_owned(),
            ClockMsg::Said(Some(on)) => super::date::english_day(on, DateStyle::Short),
            ClockMsg::Said(None) => "no day of saying".to_owned(),
            ClockMsg::For(party) => format!("for {party}"),
            ClockMsg::Years { low: Some(low), high: Some(high) } => range((low, high)),
            ClockMsg::Years { low: None, high: Some(years) } => format!("at most {} {}", number(years), years_word(years)),
            ClockMsg::Years { low: Some(years), high: None } => format!("at least {} {}", number(years), years_word(years)),
            ClockMsg::Years { low: None, high: None } => String::new(),
            ClockMsg::Tick { years: 0.0 } => "0".to_owned(),
            ClockMsg::Tick { years } => format!("{} {}", number(years), years_word(years)),
            ClockMsg::NotYetSaid => "not yet said".to_owned(),
            ClockMsg::Words => "Without a number of years".to_owned(),
            ClockMsg::Deadlines => "Deadlines that officials named".to_owned(),
            ClockMsg::Deadline(day) => format!("by {}", super::date::english_day(day, DateStyle::Long)),
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_deadlines_are_said_as_people_say_them() {
        assert_eq!(range((0.5, 2.5)), "0.5 to 2.5 years");
        assert_eq!(range((1.0, 1.0)), "1 year");
        assert_eq!(number(0.67), "0.67");
        let said = named;
        assert_eq!(said(0, 0), "officials had named no deadline.");
        assert_eq!(said(1, 1), "one statement of an official had named a deadline; it had passed.");
        assert_eq!(said(5, 5), "5 statements of officials had named a deadline; each had passed.");
        assert_eq!(said(5, 2), "5 statements of officials had named a deadline; 2 of them had passed.");
    }
}
