//! How long it would take: officials' claims and deadlines against experts' ranges.

use super::super::date::Day;
use super::super::text::{Quote, Text};
use super::marks::Confidence;
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// Somebody's statement of how long something would take, or by when.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Estimate {
    /// Stable id.
    pub id: String,
    /// Who said it.
    pub by: Text,
    /// In what role.
    pub role: EstimateRole,
    /// The party an official speaks for.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub party: Option<String>,
    /// When it was said; absent for precedents.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub said_on: Option<Day>,
    /// The claim, in our words.
    pub claim: Text,
    /// The shortest time it can mean, in years.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub years_low: Option<f64>,
    /// The longest time it can mean, in years.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub years_high: Option<f64>,
    /// The day it names.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub deadline: Option<Day>,
    /// What is to be finished by then.
    pub what: Text,
    /// Its own words.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub quote: Option<Quote>,
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

/// In what role somebody gave an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum EstimateRole {
    /// For a party.
    Official,
    /// As a scholar or former official.
    Expert,
    /// As an organisation, or a precedent it documents.
    Institution,
}
