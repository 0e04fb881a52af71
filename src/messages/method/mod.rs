//! What the page of the method says. The general rules are the instrument's and stand here; what holds for one dossier alone is in
//! its own `meta.method`.

mod en;
mod ko;

use super::Told;
use crate::analysis::State;
use crate::dossier::date::Day;
use crate::dossier::model::Upkeep;

/// A sentence of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum MethodMsg<'a> {
    /// The way to the page.
    Link,
    /// Its heading, and what it is.
    Heading,
    Lede,
    /// The list of its parts.
    Contents,
    /// Headings of its parts.
    Terms,
    Formula,
    Example,
    AllIssues,
    Coding,
    Marks,
    Calls,
    Others,
    Corrections,
    Version,
    /// A term of the instrument, and what it means.
    Term(Term),
    Meaning(Term),
    /// What the formula is about, its two lines, and the rule for positions in force.
    FormulaAbout,
    Least,
    Most,
    InForce(u8),
    /// The states and when each holds.
    StateName(State),
    StateRule(State),
    State,
    When,
    /// Shares and means.
    Shares,
    /// What widest means, and how issues are ordered.
    Orders,
    NoExample {
        on: Day,
    },
    /// The worked example.
    ExampleAbout {
        on: Day,
    },
    LeastWorked {
        expects: u8,
        offers: u8,
        least: u8,
    },
    MostWorked {
        expects: u8,
        offers: u8,
        most: u8,
    },
    ShareWorked {
        least: u8,
        most: u8,
        top: u8,
    },
    Since(Day),
    /// All issues on one day.
    AllIssuesAbout {
        on: Day,
    },
    MeanWorked {
        least: u8,
        most: u8,
        counts: Counted,
    },
    NoMean {
        counts: Counted,
    },
    Issue,
    Expects,
    Offers,
    Daylight,
    Rungs {
        low: u8,
        high: u8,
    },
    Nothing,
    /// The dossier's own rules; it has none.
    CodingAbout,
    NoCoding,
    /// The marks in numbers.
    MarkCounts {
        positions: usize,
        high: usize,
        medium: usize,
        low: usize,
        judgement: usize,
        noted: usize,
        audited: usize,
    },
    MarkMeaning(u8),
    /// The list of judgement calls.
    CallsAbout {
        open: usize,
        judgement: usize,
    },
    NoCalls,
    CallsOf {
        title: &'a str,
        open: usize,
    },
    SetBy,
    /// Records that are no positions.
    OthersAbout,
    NoOthers,
    /// Version, address, how to check.
    VersionIs {
        version: &'a str,
    },
    VersionCheck,
    CitePage {
        dossier: &'a str,
        checked: Upkeep,
        version: &'a str,
        address: &'a str,
    },
    CiteView {
        on: Day,
    },
}

/// A term of the instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "they are what they are called")]
pub enum Term {
    Issue,
    Ladder,
    Position,
    InForce,
    Daylight,
    AsOf,
    TurningPoint,
}

impl Term {
    /// All of them, in the order in which one needs the other.
    pub const ALL: [Term; 7] = [
        Term::Issue,
        Term::Ladder,
        Term::Position,
        Term::AsOf,
        Term::InForce,
        Term::Daylight,
        Term::TurningPoint,
    ];
}

/// How many issues stand where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "they are named after the states")]
pub struct Counted {
    pub apart: usize,
    pub within: usize,
    pub met: usize,
    pub unknown: usize,
}

/// How many sentences [`MethodMsg::InForce`] has.
pub const IN_FORCE: u8 = 5;
/// How many sentences [`MethodMsg::MarkMeaning`] has.
pub const MARK_MEANINGS: u8 = 4;

impl Told for MethodMsg<'_> {
    fn english(&self) -> String {
        en::english(*self)
    }

    fn korean(&self) -> String {
        ko::korean(*self)
    }
}

/// `max(0, 5 − 2) = 3`
fn worked(name: &str, expects: u8, offers: u8, result: u8) -> String {
    format!("{name} = max(0, {expects} \u{2212} {offers}) = {result}")
}

/// Rungs of a ladder in whole percent; a ladder of one rung has no share.
fn percent(rungs: u8, top: u8) -> u32 {
    if top == 0 { 0 } else { (u32::from(rungs) * 200 + u32::from(top)) / (u32::from(top) * 2) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_whole_percent() {
        // 2 / 3 = 66.67, 1 / 3 = 33.33, 1 / 8 = 12.5.
        assert_eq!(
            [percent(2, 3), percent(1, 3), percent(1, 8), percent(5, 5), percent(1, 0)],
            [67, 33, 13, 100, 0]
        );
    }
}
