//! A sample of every sentence of the views that are written ahead, and more where a sentence has several forms.

use super::{PYONGYANG, TITLE, WASHINGTON, day};
use crate::analysis::{TalkDays, YearOfTalks};
use crate::dossier::model::{
    CommitmentKind, CommitmentState, CountUnit, EstimateRole, Level, Outcome, ViewId,
};
use crate::messages::{ArgumentMsg, ClockMsg, LaunchesMsg, MeetingsMsg, PromisesMsg, ReadingsMsg};

pub fn argument() -> Vec<ArgumentMsg> {
    use ArgumentMsg as Say;
    let mut all = vec![
        Say::Kicker,
        Say::Start(8),
        Say::Resume,
        Say::Claim,
        Say::Record,
        Say::Supports,
        Say::Complicates,
        Say::InTable { events: 1, more: false },
        Say::InTable { events: 12, more: true },
        Say::StepOf,
        Say::Back,
        Say::Next,
        Say::Leave,
        Say::Tour,
    ];
    let views = [
        ViewId::Lead,
        ViewId::Timeline,
        ViewId::Gap,
        ViewId::Words,
        ViewId::Meetings,
        ViewId::Clock,
        ViewId::Promises,
        ViewId::Launches,
        ViewId::Argument,
        ViewId::Sources,
    ];
    all.extend(views.map(|view| Say::Show { view, on: day("2018-07-16") }));
    all
}

pub fn clock() -> Vec<ClockMsg<'static>> {
    use ClockMsg as Say;
    let (short, long) = (Some((0.5, 2.5)), Some((15.0, 15.0)));
    let on = day("2018-07-16");
    let mut all = vec![
        Say::Heading,
        Say::Lede { officials: short, experts: long, beyond: Some((4, 9)) },
        Say::Lede { officials: None, experts: None, beyond: None },
        Say::By,
        Say::Known { officials: short, experts: long },
        Say::Known { officials: None, experts: long },
        Say::Known { officials: short, experts: None },
        Say::Known { officials: None, experts: None },
        Say::OtherLimits,
        Say::Help,
        Say::Role(EstimateRole::Official),
        Say::Role(EstimateRole::Expert),
        Say::Role(EstimateRole::Institution),
        Say::Said(Some(on)),
        Say::Said(None),
        Say::For(PYONGYANG),
        Say::Years { low: Some(0.5), high: Some(3.0) },
        Say::Years { low: Some(2.0), high: None },
        Say::Years { low: None, high: Some(3.0) },
        Say::Years { low: None, high: None },
        Say::Tick { years: 0.0 },
        Say::Tick { years: 5.0 },
        Say::NotYetSaid,
        Say::Words,
        Say::Deadlines,
        Say::Deadline(on),
        Say::Ahead,
        Say::Passed,
        Say::DeadlinesHelp,
        Say::Span((0.5, 2.5)),
        Say::Table { estimates: 1 },
        Say::Table { estimates: 23 },
    ];
    for (statements, passed) in [(0, 0), (1, 0), (1, 1), (5, 0), (5, 2), (5, 5)] {
        all.push(Say::Named { statements, passed });
    }
    all
}

pub fn launches() -> Vec<LaunchesMsg<'static>> {
    use LaunchesMsg as Say;
    let name = TITLE;
    let (start, end) = (day("2017-11-29"), day("2019-05-04"));
    let counted = |all, relays| YearOfTalks::Counted(TalkDays { all, relays });
    let outside = |after, before| YearOfTalks::Outside { after, before };
    let mut all = vec![
        Say::Heading,
        Say::Lede,
        Say::Rules,
        Say::NoRule,
        Say::Years { first: 2018, last: 2018 },
        Say::Years { first: 2007, last: 2008 },
        Say::WhyFirst { name, listed: 4, by_day: 5, counted: 31 },
        Say::WhyFirst { name, listed: 3, by_day: 3, counted: 31 },
        Say::WhyFirstByYear { name, counted: 31 },
        Say::ByDay { name, first: 2016, last: 2019 },
        Say::ByDayHelp,
        Say::YearOfDays { year: 2018, launches: Some(7), talks: counted(1, 0) },
        Say::YearOfDays { year: 2018, launches: None, talks: counted(23, 3) },
        Say::YearOfDays { year: 2017, launches: None, talks: outside(None, None) },
        Say::YearOfDays { year: 2017, launches: None, talks: outside(None, Some(end)) },
        Say::YearOfDays { year: 2017, launches: None, talks: outside(Some(start), None) },
        Say::YearOfDays { year: 2018, launches: Some(0), talks: outside(Some(start), Some(end)) },
        Say::RuleWithoutDays { name },
        Say::NoDays,
        Say::NoTalks,
        Say::VagueTalks(6),
        Say::DaysOfLaunches(1),
        Say::DaysOfLaunches(14),
        Say::DaysNotListed,
        Say::DaysOfTalks(TalkDays { all: 14, relays: 0 }),
        Say::DaysOfTalks(TalkDays { all: 2, relays: 2 }),
        Say::TalksNotListed,
        Say::NoCount,
        Say::NuclearTest,
        Say::PauseLabel(521),
        Say::OtherDates { name, days: 1 },
        Say::OtherDates { name, days: 3 },
        Say::LeftOut { name, days: 1 },
        Say::LeftOut { name, days: 3 },
        Say::Pauses,
        Say::NoPauses,
        Say::PauseOf { start, end, days: 521 },
        Say::InsideDays { name, days: 1 },
        Say::InsideDays { name, days: 3 },
        Say::Key,
        Say::Meeting,
        Say::LeadersMeeting,
        Say::Pause,
        Say::NotListed,
        Say::YearTable { name },
        Say::DayTable { days: 120 },
        Say::NuclearTable { tests: 6 },
        Say::Year,
        Say::AtLeast("59"),
        Say::Outcomes,
        Say::OutcomeCounts { success: Some(4), failure: Some(3), unknown: Some(2) },
        Say::OutcomeCounts { success: None, failure: Some(3), unknown: None },
        Say::Date,
        Say::Weapon,
        Say::Missiles,
        Say::Result,
        Say::CountedBy,
        Say::Site,
        Say::Yield,
        Say::Kilotons { low: 0.7, high: 2.0 },
        Say::Kilotons { low: 2.0, high: 2.0 },
        Say::Sources,
        Say::NotOnRecord,
        Say::Nobody,
        Say::Tables,
    ];
    for unit in [CountUnit::Missiles, CountUnit::Occasions] {
        all.extend([
            Say::RuleChoice { name, unit },
            Say::OneRule { name, unit },
            Say::ByYear { name, unit, first: 1984, last: 2019 },
            Say::ByYearHelp { unit },
            Say::InsideYears { name, unit, first: 2018, last: 2018, sum: 5 },
            Say::Count(unit),
        ]);
    }
    all.extend([Outcome::Success, Outcome::Failure, Outcome::Mixed, Outcome::Unknown].map(Say::Launch));
    all
}

pub fn meetings() -> Vec<MeetingsMsg<'static>> {
    use MeetingsMsg as Say;
    let mut all = vec![
        Say::Heading,
        Say::Lede { first: Some((TITLE, (99, 99))), last: Some((PYONGYANG, (423, 1453))), never: 2, of: 5 },
        Say::Lede { first: None, last: None, never: 2, of: 5 },
        Say::Help,
        Say::AsOf,
        Say::After,
        Say::Reference,
        Say::Leaders { before: (0, 0), days: (7, 7) },
        Say::Leaders { before: (5, 6), days: (423, 453) },
        Say::NoLeaders { meetings: 31 },
        Say::NoMeeting,
        Say::NotYet,
        Say::Share { count: 5, percent: 40 },
        Say::ShareHead,
        Say::ShareOf { meetings: 31 },
        Say::Way { before: (5, 6), days: (423, 453) },
        Say::NoneMark,
        Say::Years,
        Say::Undated(3),
        Say::Picture { title: TITLE, levels: [2, 0, 4, 5, 6] },
        Say::Method,
        Say::Table { meetings: 31 },
        Say::Date,
        Say::LevelColumn,
        Say::Meeting,
        Say::Outcome,
    ];
    all.extend(Level::NAMED.iter().map(|(level, _)| Say::Level(*level)));
    all
}

pub fn promises() -> Vec<PromisesMsg<'static>> {
    use PromisesMsg as Say;
    let on = day("2018-07-16");
    let mut all = vec![
        Say::Heading,
        Say::Help,
        Say::Axis(on, day("2020-01-03")),
        Say::AsOf,
        Say::Who,
        Say::Sort,
        Say::All,
        Say::Others,
        Say::Kind(CommitmentKind::Symbol),
        Say::Kind(CommitmentKind::Substance),
        Say::NoRecord,
        Say::NoRecordSince(on),
        Say::NotYetMade,
        Say::FromTo(WASHINGTON, PYONGYANG),
        Say::ToNobody(PYONGYANG),
        Say::Mutual(WASHINGTON),
        Say::Nobody,
        Say::Reversible(Some(true)),
        Say::Reversible(Some(false)),
        Say::Reversible(None),
        Say::Made(on),
        Say::AnnouncedAs,
        Say::Record(1),
        Say::Record(4),
        Say::NoStates,
        Say::Shown(1, 1),
        Say::Shown(37, 37),
        Say::Shown(12, 37),
        Say::NothingLeft,
        Say::Key,
        Say::NoOneSide,
        Say::Standing { on, all: 1, counts: "1 done" },
        Say::Standing { on, all: 37, counts: "1 done" },
        Say::Count(1, None),
        Say::CountUnmade(4),
    ];
    for state in [
        CommitmentState::Pledged,
        CommitmentState::Begun,
        CommitmentState::Partly,
        CommitmentState::Done,
        CommitmentState::Stalled,
        CommitmentState::Reversed,
        CommitmentState::Lapsed,
        CommitmentState::NotChecked,
    ] {
        all.extend([Say::State(state), Say::Since(state, on), Say::Count(2, Some(state))]);
    }
    all
}

pub fn readings() -> Vec<ReadingsMsg<'static>> {
    use ReadingsMsg as Say;
    vec![
        Say::Heading,
        Say::Help { a: WASHINGTON, b: PYONGYANG },
        Say::Documents,
        Say::Terms,
        Say::Clauses(4),
        Say::Uses(5),
        Say::NoClauses,
        Say::NoUses,
        Say::NoWords,
        Say::LeftOpen,
        Say::Reads(WASHINGTON),
        Say::Means(WASHINGTON),
        Say::NoReading(PYONGYANG),
        Say::NobodyRead,
        Say::OnItsFace,
        Say::NotYet,
        Say::SaidBefore(day("2018-06-07")),
        Say::NotYetAgreed,
        Say::InForce,
        Say::Replaced(day("2018-07-16")),
        Say::Promised,
        Say::Positions,
    ]
}
