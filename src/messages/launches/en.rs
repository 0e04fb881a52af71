//! What the view `launches` says in English.

use super::LaunchesMsg;
use crate::analysis::{TalkDays, YearOfTalks};
use crate::dossier::model::{CountUnit, Outcome};
use crate::messages::en::{count, day};

fn units(unit: CountUnit) -> &'static str {
    match unit {
        CountUnit::Missiles => "missiles",
        CountUnit::Occasions => "occasions",
    }
}

fn years(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Success => "success",
        Outcome::Failure => "failure",
        Outcome::Mixed => "some succeeded, some failed",
        Outcome::Unknown => "outcome unknown",
    }
}

/// "17 days of talks (3 of them relays)".
fn days_of_talks(days: TalkDays) -> String {
    let all = count(days.all, "day of talks", "days of talks");
    match days.relays {
        0 => all,
        relays if relays == days.all => format!("{all} (relays)"),
        relays => format!("{all} ({relays} of them relays)"),
    }
}

/// What a year's line says of talks.
fn talks_of_year(talks: YearOfTalks) -> String {
    match talks {
        YearOfTalks::Counted(days) => days_of_talks(days),
        YearOfTalks::Outside { after: Some(after), before: Some(before) } => {
            format!("no talks listed between {} and {}", day(after), day(before))
        }
        YearOfTalks::Outside { after: None, before: Some(before) } => {
            format!("no talks listed before {}", day(before))
        }
        YearOfTalks::Outside { after: Some(after), before: None } => {
            format!("no talks listed after {}", day(after))
        }
        YearOfTalks::Outside { after: None, before: None } => TALKS_NOT_LISTED.to_owned(),
    }
}

const TALKS_NOT_LISTED: &str = "no talks listed";

pub(super) fn english(msg: LaunchesMsg<'_>) -> String {
    use LaunchesMsg as Say;
    match msg {
        Say::Heading => "Launches and talks".to_owned(),
        Say::Lede => {
            "Were there fewer missile and nuclear tests while the two sides talked? Tests and meetings on one axis, under one counting rule at a time. Counts differ because definitions differ, so they are never added up or mixed.".to_owned()
        }
        Say::Rules => "Who counts the launches".to_owned(),
        Say::Years { first, last } if first == last => first.to_string(),
        Say::Years { first, last } => format!("{first}\u{2013}{last}"),
        Say::NoRule => "No count of launches by year is on record.".to_owned(),
        Say::ByDayHelp => {
            "Above the axis, each day with launches under this rule; below it, each meeting, and the higher its level the longer its bar. Talks are the meetings listed under Meetings; one of several days counts from its first day to its last. A year outside all negotiations listed there has no count of talks. At a relay others carried what was said, and one of the two sides was not there.".to_owned()
        }
        Say::NoDays => "No single days of launches are on record, so there is no picture by day.".to_owned(),
        Say::NoTalks => "No meeting in these years is on record.".to_owned(),
        Say::DaysNotListed => "launch days not listed".to_owned(),
        Say::NoCount => "no count".to_owned(),
        Say::NuclearTest => "nuclear test".to_owned(),
        Say::Pauses => "Pauses on record".to_owned(),
        Say::NoPauses => "No pause in launches is on record.".to_owned(),
        Say::Key => "Key".to_owned(),
        Say::Meeting => "meeting; the longer, the higher its level".to_owned(),
        Say::LeadersMeeting => "meeting of leaders, with its place".to_owned(),
        Say::Pause => {
            "pause, from the last launch before it to the first after it; drawn where this rule counts all the time between, and no launch in it".to_owned()
        }
        Say::NotListed => "not counted, or days not listed: unknown, not zero".to_owned(),
        Say::Launch(result) => format!("launch day: {}", outcome(result)),
        Say::Year => "Year".to_owned(),
        Say::Outcomes => "Outcomes".to_owned(),
        Say::Date => "Date".to_owned(),
        Say::Weapon => "As reported".to_owned(),
        Say::Missiles => "Missiles".to_owned(),
        Say::Result => "Outcome".to_owned(),
        Say::CountedBy => "Counted by".to_owned(),
        Say::Site => "Site".to_owned(),
        Say::Yield => "Yield, credible range".to_owned(),
        Say::Sources => "Sources".to_owned(),
        Say::NotOnRecord => "not on record".to_owned(),
        Say::Nobody => "no rule on record".to_owned(),
        Say::Tables => "All days with launches and all nuclear tests as tables, with sources".to_owned(),
        Say::RuleChoice { name, unit } => format!("{name}: {}", units(unit)),
        Say::OneRule { name, unit } => {
            format!("One counting rule is on record: {name}, which counts {}.", units(unit))
        }
        Say::WhyFirst { name, listed, by_day, counted } => format!(
            "{name} is shown first because it lists days for most of the years shown by day ({listed} of {by_day}) and, after that, counts most years ({counted})."
        ),
        Say::WhyFirstByYear { name, counted } => {
            format!("{name} is shown first because it counts most years ({counted}).")
        }
        Say::ByYear { name, unit, first, last } => {
            let what = match unit {
                CountUnit::Missiles => "Missiles launched",
                CountUnit::Occasions => "Launch occasions",
            };
            format!("{what} by year, {}, as {name} counts them", years(first.into(), last.into()))
        }
        Say::ByYearHelp { unit: CountUnit::Missiles } => {
            "Unit: missiles, each counted once. Nuclear tests are marked, not counted.".to_owned()
        }
        Say::ByYearHelp { unit: CountUnit::Occasions } => {
            "Unit: occasions, however many missiles. Nuclear tests are marked, not counted.".to_owned()
        }
        Say::ByDay { name, first, last } => {
            format!(
                "Days with launches, as {name} counts them, and days of talks, {}",
                years(first, last)
            )
        }
        Say::YearOfDays { year, launches, talks } => {
            let launches = match launches {
                Some(days) => count(days, "day with launches", "days with launches"),
                None => "launch days not listed under this rule".to_owned(),
            };
            format!("{year}: {launches}, {}.", talks_of_year(talks))
        }
        Say::RuleWithoutDays { name } => {
            format!(
                "{name} counts these years as a whole or not at all and lists no days. Another rule does."
            )
        }
        Say::VagueTalks(1) => {
            "One more meeting in these years is not dated to the day and is not drawn.".to_owned()
        }
        Say::VagueTalks(more) => {
            format!("{more} more meetings in these years are not dated to the day and are not drawn.")
        }
        Say::DaysOfLaunches(days) => count(days, "day with launches", "days with launches"),
        Say::DaysOfTalks(days) => days_of_talks(days),
        Say::TalksNotListed => TALKS_NOT_LISTED.to_owned(),
        Say::PauseLabel(days) => format!("pause: {}", count(whole(days), "day", "days")),
        Say::OtherDates { name, days } => format!(
            "Days are dated where the launch was. {name} dates {} otherwise, by its own clock.",
            count(days, "of them", "of them")
        ),
        Say::LeftOut { name, days } => {
            format!(
                "{name} does not count {}: ",
                count(days, "other day on record in these years", "other days on record in these years")
            )
        }
        Say::PauseOf { start, end, days } => {
            format!("{} to {}: {}", day(start), day(end), count(whole(days), "day", "days"))
        }
        Say::InsideDays { name, days } => {
            format!("Inside it {name} lists {}: ", count(days, "day with a launch", "days with launches"))
        }
        Say::InsideYears { name, unit, first, last, sum } => format!(
            "In the whole years inside it that {name} counts, {}, it counts {} {}.",
            years(first.into(), last.into()),
            sum,
            units(unit)
        ),
        Say::YearTable { name } => format!("Table: launches by year as {name} counts them"),
        Say::DayTable { days } => format!(
            "Table: all {}, whoever counts them",
            count(days, "day with launches", "days with launches")
        ),
        Say::NuclearTable { tests } => {
            format!("Table: {}", count(tests, "nuclear test", "nuclear tests"))
        }
        Say::Count(CountUnit::Missiles) => "Missiles".to_owned(),
        Say::Count(CountUnit::Occasions) => "Occasions".to_owned(),
        Say::AtLeast(number) => format!("at least {number}"),
        Say::OutcomeCounts { success, failure, unknown } => {
            let part = |number: Option<u32>, one: &str, several: &str| {
                number.map(|number| format!("{number} {}", if number == 1 { one } else { several }))
            };
            let parts = [
                part(success, "success", "successes"),
                part(failure, "failure", "failures"),
                part(unknown, "unknown", "unknown"),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        Say::Kilotons { low, high } if low == high => format!("{low} kt"),
        Say::Kilotons { low, high } => format!("{low}\u{2013}{high} kt"),
    }
}

fn whole(days: i32) -> usize {
    usize::try_from(days).unwrap_or(0)
}
