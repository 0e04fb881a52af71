//! What the view `launches` says.

mod en;
mod ko;

use super::Told;
use crate::analysis::{TalkDays, YearOfTalks};
use crate::dossier::date::Day;
use crate::dossier::model::{CountUnit, Outcome};

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the values a sentence is filled with are named after what they are")]
pub enum LaunchesMsg<'a> {
    /// The section's heading.
    Heading,
    /// What it is for.
    Lede,
    /// Over the choice of a counting rule.
    Rules,
    /// A rule and its unit, as a choice.
    RuleChoice {
        name: &'a str,
        unit: CountUnit,
    },
    /// A year, or the years from one to another, in a column of such.
    Years {
        first: u16,
        last: u16,
    },
    /// There is but one rule, or none.
    OneRule {
        name: &'a str,
        unit: CountUnit,
    },
    NoRule,
    /// Why one is shown first.
    WhyFirst {
        name: &'a str,
        listed: usize,
        by_day: usize,
        counted: usize,
    },
    /// The same, where no rule lists days.
    WhyFirstByYear {
        name: &'a str,
        counted: usize,
    },
    /// The title of the picture by year.
    ByYear {
        name: &'a str,
        unit: CountUnit,
        first: u16,
        last: u16,
    },
    /// Its unit and what else it shows.
    ByYearHelp {
        unit: CountUnit,
    },
    /// The title of the picture by day.
    ByDay {
        name: &'a str,
        first: i32,
        last: i32,
    },
    /// How to read it.
    ByDayHelp,
    /// One year in numbers; no number of launch days where the rule lists none, nor of talks outside all negotiations.
    YearOfDays {
        year: i32,
        launches: Option<usize>,
        talks: YearOfTalks,
    },
    /// The rule lists no days in these years, or there are no days at all.
    RuleWithoutDays {
        name: &'a str,
    },
    NoDays,
    /// No negotiations are on record, or none in these years; some meetings are dated too coarsely.
    NoTalks,
    VagueTalks(usize),
    /// Numbers beside a year.
    DaysOfLaunches(usize),
    DaysNotListed,
    DaysOfTalks(TalkDays),
    TalksNotListed,
    /// Between two counted years: no count.
    NoCount,
    /// In the picture: a nuclear test, a pause.
    NuclearTest,
    PauseLabel(i32),
    /// The rule dates some of its days otherwise.
    OtherDates {
        name: &'a str,
        days: usize,
    },
    /// Days on record that this rule does not count.
    LeftOut {
        name: &'a str,
        days: usize,
    },
    /// Heading over the pauses; there are none on record.
    Pauses,
    NoPauses,
    /// One pause.
    PauseOf {
        start: Day,
        end: Day,
        days: i32,
    },
    /// What the rule counts inside it.
    InsideDays {
        name: &'a str,
        days: usize,
    },
    InsideYears {
        name: &'a str,
        unit: CountUnit,
        first: u16,
        last: u16,
        sum: u32,
    },
    /// The key.
    Key,
    Launch(Outcome),
    Meeting,
    LeadersMeeting,
    Pause,
    NotListed,
    /// The tables.
    YearTable {
        name: &'a str,
    },
    DayTable {
        days: usize,
    },
    NuclearTable {
        tests: usize,
    },
    Year,
    Count(CountUnit),
    /// A count of which there may have been more, as it is written.
    AtLeast(&'a str),
    Outcomes,
    OutcomeCounts {
        success: Option<u32>,
        failure: Option<u32>,
        unknown: Option<u32>,
    },
    Date,
    Weapon,
    Missiles,
    Result,
    CountedBy,
    Site,
    Yield,
    Kilotons {
        low: f64,
        high: f64,
    },
    Sources,
    NotOnRecord,
    /// No rule counts the day.
    Nobody,
    /// The way to the tables that belong to no rule.
    Tables,
}

impl Told for LaunchesMsg<'_> {
    fn english(&self) -> String {
        en::english(*self)
    }

    fn korean(&self) -> String {
        ko::korean(*self)
    }
}
