//! An argument as a guided tour: each step sets the views to the evidence for it and against it.

use super::super::date::Day;
use super::super::text::{Quote, Text};
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// A published argument, tested step by step.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Argument {
    /// Stable id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it is and who made it.
    pub about: Text,
    /// Ids of the sources it stands in.
    pub sources: Vec<String>,
    /// The steps.
    pub steps: Vec<Step>,
}

/// One claim, and what the record shows.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Step {
    /// Stable id.
    pub id: String,
    /// A headline.
    pub title: Text,
    /// The claim, in our words.
    pub claim: Text,
    /// A brief quotation.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub quote: Option<Quote>,
    /// Ids of events that speak for it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub supports: Vec<String>,
    /// Ids of events that complicate it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub complicates: Vec<String>,
    /// What the record shows, in a few neutral sentences.
    pub record: Text,
    /// How the views are set.
    pub sets: StepView,
}

/// What a tour step shows.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct StepView {
    /// The as-of date.
    pub on: Day,
    /// The view in focus.
    pub view: ViewId,
    /// Id of the event to open.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub event: Option<String>,
    /// Id of the issue to open.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub issue: Option<String>,
}

/// The page's sections; the names are fixed, for links and embeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum ViewId {
    /// Title, the sentence of the day, total daylight.
    Lead,
    /// What happened.
    Timeline,
    /// Daylight issue by issue.
    Gap,
    /// Clauses and terms, read by both sides.
    Words,
    /// Who met when, at what level.
    Meetings,
    /// How long it would take.
    Clock,
    /// What became of commitments.
    Promises,
    /// Tests beside talks.
    Launches,
    /// The tour.
    Argument,
    /// Sources, method, corrections.
    Sources,
}
