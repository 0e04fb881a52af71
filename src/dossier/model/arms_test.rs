//! Nuclear tests and missile launches, under counting rules that are named and never mixed.

use super::super::date::{Day, Edtf};
use super::super::text::{ByKey, Text};
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// The record of tests.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct ArmsTests {
    /// How to read the counts.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
    /// Counting rules by name; every count names the one it follows.
    pub definitions: ByKey<Text>,
    /// Ids of the sources of the counting rules.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub definition_sources: Vec<String>,
    /// Nuclear tests.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub nuclear_tests: Vec<NuclearTest>,
    /// Launches by year, several counting rules side by side.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub missile_launches_by_year: Vec<YearCount>,
    /// Single days with launches.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub missile_test_days: Vec<TestDay>,
    /// Stretches without launches.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub pauses: Vec<Pause>,
}

/// One nuclear test.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct NuclearTest {
    /// Stable id.
    pub id: String,
    /// Its number in the series.
    pub n: u32,
    /// The day.
    pub date: Day,
    /// The site.
    pub site: Text,
    /// Lowest and highest credible yield, in kilotons.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub yield_kt_estimates: Vec<f64>,
    /// Body-wave magnitude.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub magnitude: Option<f64>,
    /// Single estimates, each with its author.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub estimates: Vec<YieldEstimate>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
    /// What a reader must know besides: disputes, doubts, why this reading of it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

/// Somebody's estimate of a yield.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct YieldEstimate {
    /// Kilotons, as a number or as written (`<1`, `5-15`).
    pub kt: String,
    /// Who gave it.
    pub by: Text,
    /// Id of the source.
    pub source: String,
}

/// Launches in one year under one counting rule.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct YearCount {
    /// The year.
    pub year: u16,
    /// How many.
    pub launches: u32,
    /// There may have been more: who counted says `at least`.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    pub at_least: bool,
    /// The counting rule: a key of `definitions`, or the name of the count.
    pub reference: String,
    /// What is counted.
    pub unit: CountUnit,
    /// The rule in words.
    pub definition: Text,
    /// Successes.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub success: Option<u32>,
    /// Failures.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub failure: Option<u32>,
    /// Outcome unknown.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub unknown: Option<u32>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
    /// What a reader must know besides: disputes, doubts, why this reading of it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

/// What a count of launches counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum CountUnit {
    /// Each missile.
    Missiles,
    /// Each occasion, however many missiles.
    Occasions,
}

/// A day with launches.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct TestDay {
    /// The day, local.
    pub date: Day,
    /// The type as reported.
    pub type_as_reported: Text,
    /// How many missiles; absent where counts disagree or nobody says.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub missiles: Option<u32>,
    /// The outcome.
    pub outcome: Outcome,
    /// The outcome in words.
    pub outcome_detail: Text,
    /// The range class.
    pub range_class: String,
    /// Distances flown, in kilometres.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub distance_km: Vec<f64>,
    /// Greatest heights, in kilometres.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub apogee_km: Vec<f64>,
    /// The counting rules that count it.
    pub counted_by: Vec<String>,
    /// The day in another count's own time, by counting rule.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "ByKey::is_empty"))]
    pub dates_by_reference: ByKey<Edtf>,
    /// The type in another count's own words, by counting rule.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "ByKey::is_empty"))]
    pub types_by_reference: ByKey<Text>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
    /// What a reader must know besides: disputes, doubts, why this reading of it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

/// How a launch ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum Outcome {
    /// It flew as intended.
    Success,
    /// It did not.
    Failure,
    /// Several missiles, both.
    Mixed,
    /// Not known.
    Unknown,
}

/// A stretch without launches.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Pause {
    /// Stable id.
    pub id: String,
    /// The last launch before it.
    pub start: Day,
    /// The first launch after it.
    pub end: Day,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
    /// What a reader must know besides: disputes, doubts, why this reading of it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}
