//! Negotiations: who met when, at what level.

use super::super::date::Edtf;
use super::super::text::Text;
use super::marks::{Confidence, Level};
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// A negotiation with its meetings.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Process {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Ids of the parties.
    pub parties: Vec<String>,
    /// Whether it is another negotiation, for comparison.
    pub reference: bool,
    /// Who met when, oldest first.
    pub meetings: Vec<Meeting>,
    /// How it ended.
    pub outcome: Text,
    /// What a reader must know besides: disputes, doubts, why this reading of it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

/// One meeting.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Meeting {
    /// When.
    pub date: Edtf,
    /// At what level.
    pub level: Level,
    /// Who met, and what for.
    pub label: Text,
    /// A relay: others carried what was said, and one of the two sides was not there.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    pub relay: bool,
    /// Where.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub place: Option<Text>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
    /// How sure the record is.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub confidence: Option<Confidence>,
    /// What a reader must know besides: disputes, doubts, why this reading of it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}
