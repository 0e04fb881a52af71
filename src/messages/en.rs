//! The interface in English.

use super::{Apart, DateStyle, Locale, Msg};
use crate::dossier::model::{CommitmentState, Confidence, EventKind, Level, Role, SourceKind, Tier};

/// One or many: "1 event", "3 events".
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", Locale::En.number(number), if number == 1 { one } else { many })
}

fn kind(kind: EventKind) -> (&'static str, &'static str) {
    match kind {
        EventKind::Summit => ("summit", "summits"),
        EventKind::Talks => ("talks", "rounds of talks"),
        EventKind::Agreement => ("agreement", "agreements"),
        EventKind::Statement => ("statement", "statements"),
        EventKind::Sanctions => ("sanctions", "sanctions decisions"),
        EventKind::Exercise => ("military exercise", "military exercises"),
        EventKind::MissileTest => ("missile test", "missile tests"),
        EventKind::NuclearTest => ("nuclear test", "nuclear tests"),
        EventKind::Military => ("military act", "military acts"),
        EventKind::Humanitarian => ("humanitarian act", "humanitarian acts"),
        EventKind::Domestic => ("domestic decision", "domestic decisions"),
    }
}

fn rungs(least: u8, most: u8) -> String {
    match (least, most) {
        (1, 1) => "1 rung".to_owned(),
        (low, high) if low == high => format!("{low} rungs"),
        (low, high) => format!("{low}\u{2013}{high} rungs"),
    }
}

pub(super) fn say(msg: Msg<'_>) -> String {
    let day = |day| Locale::En.day(day, DateStyle::Long);
    match msg {
        Msg::EventKind(value) => kind(value).0.to_owned(),
        Msg::EventKinds(value, number) => count(number, kind(value).0, kind(value).1),
        Msg::Level(level) => match level {
            Level::Technical => "technical experts",
            Level::Working => "working level",
            Level::Envoys => "envoys",
            Level::Ministers => "ministers",
            Level::Leaders => "leaders",
        }
        .to_owned(),
        Msg::Confidence(confidence) => match confidence {
            Confidence::High => "high confidence",
            Confidence::Medium => "medium confidence",
            Confidence::Low => "low confidence",
        }
        .to_owned(),
        Msg::SourceKind(kind) => match kind {
            SourceKind::Primary => "primary document",
            SourceKind::Press => "press",
            SourceKind::Scholarly => "scholarly work",
            SourceKind::Reference => "reference",
        }
        .to_owned(),
        Msg::Tier(tier) => match tier {
            Tier::A => "tier A, official",
            Tier::B => "tier B, agency, paper of record or institute",
            Tier::C => "tier C, smaller outlet carrying agency copy",
        }
        .to_owned(),
        Msg::CommitmentState(state) => match state {
            CommitmentState::Pledged => "pledged",
            CommitmentState::Begun => "begun",
            CommitmentState::Partly => "partly done",
            CommitmentState::Done => "done",
            CommitmentState::Stalled => "stalled",
            CommitmentState::Reversed => "reversed",
            CommitmentState::Lapsed => "lapsed",
            CommitmentState::NotChecked => "not checked",
        }
        .to_owned(),
        Msg::PartyRole(party, Role::Expects) => format!("{party} expects"),
        Msg::PartyRole(party, Role::Offers) => format!("{party} offers"),
        Msg::Daylight(Apart::Apart { least, most }, top) => format!("{} of {top} apart", rungs(least, most)),
        Msg::Daylight(Apart::WithinReach { .. }, _) => "within reach".to_owned(),
        Msg::Daylight(Apart::Met, _) => "met".to_owned(),
        Msg::Daylight(Apart::Unknown, _) => "unknown".to_owned(),

        Msg::EventMark { title, date, kind: value, lane } => {
            format!("{title}, {}, {}, {lane}", Locale::En.date(date), kind(value).0)
        }
        Msg::LaneOf(party) => format!("{party} acts"),
        Msg::LaneBoth => "Joint acts".to_owned(),
        Msg::LaneOther => "Others act".to_owned(),
        Msg::TimelineTitle => "Timeline of events".to_owned(),
        Msg::TimelineDescription { count: number, from, to } => {
            format!("{} between {} and {}.", count(number, "event", "events"), day(from), day(to))
        }

        Msg::TotalTitle => "Total daylight through time".to_owned(),
        Msg::TotalDescription { on, least, most } => {
            format!(
                "On {} the daylight was {least} to {most} percent of the ladders, averaged over the issues.",
                day(on)
            )
        }
        Msg::TotalRange { from, to, least, most } => format!(
            "Between {} and {}, sure daylight was {} and possible daylight {} of the ladders, averaged over the known \
             issues.",
            day(from),
            day(to),
            percent(least.0, least.1),
            percent(most.0, most.1)
        ),
        Msg::TotalNothing { from, to } => {
            format!("Between {} and {} no issue has positions of both sides.", day(from), day(to))
        }
        Msg::TotalWholeFrom { on, issues } => {
            format!("All {} are known from {}.", count(issues, "issue", "issues"), day(on))
        }
        Msg::TotalUnit => "Share of the ladders, mean of the known issues".to_owned(),
        Msg::TotalSure => "sure".to_owned(),
        Msg::TotalPossible => "possible".to_owned(),
        Msg::TotalKnown { least, most, issues } if least == most => format!("known: {least} of {issues}"),
        Msg::TotalKnown { least, most, issues } => format!("known: {least}\u{2013}{most} of {issues}"),
        Msg::TotalNone => "unknown".to_owned(),
        Msg::Percent(value) => format!("{value}%"),
        Msg::PercentRange(low, high) => percent(low, high),
        Msg::IssueTitle(title) => format!("{title}: daylight through time"),
        Msg::IssueSides { expects, offers } => format!("{expects} expects, {offers} offers."),
        Msg::IssueWidest { apart, top, from, until } => {
            let words = say(Msg::Daylight(apart, top));
            format!("Widest: {words}, from {} to {}.", day(from), day(until))
        }
        Msg::IssueOn { apart, top, on } => format!("On {}: {}.", day(on), say(Msg::Daylight(apart, top))),
        Msg::IssueNothing { from, to } => {
            format!("Between {} and {} the daylight is unknown.", day(from), day(to))
        }
        Msg::CouldMeet => "could meet here".to_owned(),
        Msg::LadderTitle { title, on } => format!("{title}: the ladder on {}", day(on)),
        Msg::StandsOn { party, role, low, high } => {
            let verb = say(Msg::PartyRole(party, role));
            if low == high {
                format!("{verb} \u{201c}{low}\u{201d}.")
            } else {
                format!("{verb} \u{201c}{low}\u{201d} to \u{201c}{high}\u{201d}.")
            }
        }
        Msg::StandsNowhere { party, role: Role::Expects } => format!("{party} expects nothing on record."),
        Msg::StandsNowhere { party, role: Role::Offers } => format!("{party} offers nothing on record."),
        Msg::NothingOnRecord => "nothing on record".to_owned(),
    }
}

/// "25%", "25\u{2013}66%".
fn percent(low: u8, high: u8) -> String {
    if low == high { format!("{low}%") } else { format!("{low}\u{2013}{high}%") }
}
