//! What happened, and how each side described it.

use super::super::date::{Day, Edtf};
use super::super::text::{Quote, Text};
use super::marks::{Confidence, Level};
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// Something that happened on a day or over a stretch of days.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Event {
    /// Stable id.
    pub id: String,
    /// When, where it happened: a date, or an interval.
    pub date: Edtf,
    /// A headline.
    pub title: Text,
    /// What happened, in two or three sentences.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Text::is_empty"))]
    pub summary: Text,
    /// What sort of event it is.
    pub kind: EventKind,
    /// Ids of the parties that took part.
    pub parties: Vec<String>,
    /// Where it is drawn.
    pub lane: Lane,
    /// Level of the people who met, where people met.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub level: Option<Level>,
    /// Where it happened.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub place: Option<Text>,
    /// 3 everyone knows it, 2 important, 1 detail.
    #[cfg_attr(feature = "check", schemars(range(min = 1, max = 3)))]
    pub weight: u8,
    /// How each side described it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub readings: Vec<Reading>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
    /// How sure the record is.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub confidence: Option<Confidence>,
    /// What a reader must know besides: disputes, doubts, why this reading of it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
    /// The day on which a second reader checked the record.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub audited: Option<Day>,
}

impl Event {
    /// Ids of the sources that carry it, then those of its readings and of their quotations, some more than once.
    pub fn cited(&self) -> impl Iterator<Item = &String> {
        let read = self.readings.iter().flat_map(|item| Quote::cited(&item.sources, &item.quote));
        self.sources.iter().chain(read)
    }
}

/// How one party described an event.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Reading {
    /// The party's id.
    pub party: String,
    /// Its account, in our words.
    pub text: Text,
    /// Its own words.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub quote: Option<Quote>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
}

/// What sort of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum EventKind {
    /// Leaders meet.
    Summit,
    /// Officials meet.
    Talks,
    /// Something is signed or declared together.
    Agreement,
    /// Words of one side.
    Statement,
    /// Sanctions imposed, eased or asked for.
    Sanctions,
    /// Military exercises held or called off.
    Exercise,
    /// A missile launch, or a decision on launches.
    MissileTest,
    /// A nuclear test, or a decision on tests.
    NuclearTest,
    /// Forces used, moved or withdrawn.
    Military,
    /// Prisoners, remains, aid, families.
    Humanitarian,
    /// A decision or change inside one party.
    Domestic,
}

impl EventKind {
    /// Every kind in the order of declaration, with its name in files and addresses.
    pub const NAMED: [(EventKind, &'static str); 11] = [
        (EventKind::Summit, "summit"),
        (EventKind::Talks, "talks"),
        (EventKind::Agreement, "agreement"),
        (EventKind::Statement, "statement"),
        (EventKind::Sanctions, "sanctions"),
        (EventKind::Exercise, "exercise"),
        (EventKind::MissileTest, "missile-test"),
        (EventKind::NuclearTest, "nuclear-test"),
        (EventKind::Military, "military"),
        (EventKind::Humanitarian, "humanitarian"),
        (EventKind::Domestic, "domestic"),
    ];

    /// Its name in dossiers, and after `kind-` in the page's classes.
    pub fn name(self) -> &'static str {
        Self::NAMED.get(self as usize).map_or("", |(_, name)| name)
    }
}

/// Where an event is drawn: the lane of side `a`, of side `b`, bridging `both`, or `other` for everybody else's acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum Lane {
    /// An act of side a.
    A,
    /// An act of side b.
    B,
    /// An act of both.
    Both,
    /// An act of others.
    Other,
}

impl Lane {
    /// Its name in dossiers.
    pub fn name(self) -> &'static str {
        match self {
            Lane::A => "a",
            Lane::B => "b",
            Lane::Both => "both",
            Lane::Other => "other",
        }
    }

    /// The lane of this name.
    pub fn parse(name: &str) -> Option<Lane> {
        [Lane::A, Lane::B, Lane::Both, Lane::Other].into_iter().find(|lane| lane.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_levels_are_named_as_in_the_files_and_in_order() {
        for (place, (kind, name)) in EventKind::NAMED.into_iter().enumerate() {
            assert_eq!(serde_json::from_value::<EventKind>(name.into()).unwrap(), kind);
            assert_eq!(kind.name(), name, "{place}");
        }
        for (place, (level, name)) in Level::NAMED.into_iter().enumerate() {
            assert_eq!(serde_json::from_value::<Level>(name.into()).unwrap(), level);
            assert_eq!(level as usize, place);
        }
    }
}
