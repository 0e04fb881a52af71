//! Promises, and what became of them.

use super::super::date::Day;
use super::super::text::Text;
use super::marks::Confidence;
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// Something promised by one party or several.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Commitment {
    /// Stable id.
    pub id: String,
    /// Ids of those who promised.
    pub by: Vec<String>,
    /// Ids of those to whom; empty where it names no one, as the decision of a party or a government may.
    pub to: Vec<String>,
    /// The day it was made.
    pub made_on: Day,
    /// In what text or on what occasion.
    pub r#where: Text,
    /// Id of the clause of an agreed text that holds it; absent where it stands in none, or only elsewhere.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub clause: Option<String>,
    /// The promise, in our words.
    pub text: Text,
    /// Symbol or substance.
    pub kind: CommitmentKind,
    /// Whether it can be undone; absent where the record does not say.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub reversible: Option<bool>,
    /// How it was presented, when it was announced or later: words, or an account of them.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub announced_as: Option<Text>,
    /// What became of it, oldest first.
    pub status: Vec<Status>,
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

/// Symbol or substance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum CommitmentKind {
    /// A gesture.
    Symbol,
    /// A change in what can be done.
    Substance,
}

/// The state of a commitment from a day on.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Status {
    /// The first day of the state.
    pub on: Day,
    /// The state.
    pub state: CommitmentState,
    /// What happened.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
}

/// What became of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum CommitmentState {
    /// Promised, nothing done yet.
    Pledged,
    /// Work or restraint has started.
    Begun,
    /// Part of it is done.
    Partly,
    /// All of it is done.
    Done,
    /// Started or due, and stopped.
    Stalled,
    /// Undone.
    Reversed,
    /// No longer binding, without being undone.
    Lapsed,
    /// Nobody has checked; not the same as nothing happened.
    NotChecked,
}
