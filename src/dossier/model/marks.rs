//! Marks that several kinds of record carry.

#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};
/// How sure a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum Confidence {
    /// Several good sources agree.
    High,
    /// Few sources, or a wording that leaves room.
    Medium,
    /// One side's account, or a single thin source.
    Low,
}

/// Level of a meeting, from the lowest to the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum Level {
    /// Experts on one subject.
    Technical,
    /// Officials below the envoys.
    Working,
    /// Chief negotiators and special envoys.
    Envoys,
    /// Ministers and people of that rank.
    Ministers,
    /// Heads of state or government.
    Leaders,
}

impl Level {
    /// Every level in ascending order, with its name in files and addresses.
    pub const NAMED: [(Level, &'static str); 5] = [
        (Level::Technical, "technical"),
        (Level::Working, "working"),
        (Level::Envoys, "envoys"),
        (Level::Ministers, "ministers"),
        (Level::Leaders, "leaders"),
    ];
}
