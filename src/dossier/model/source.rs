//! Where a claim comes from.

use super::super::date::Edtf;
use super::super::text::Text;
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// A published page or document.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// Who wrote it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub author: Option<Text>,
    /// When it was published.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub date: Option<Edtf>,
    /// Its address.
    pub url: String,
    /// An archived copy's address.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub archived_url: Option<String>,
    /// What sort of source it is.
    pub kind: SourceKind,
    /// How near it stands to the event.
    pub tier: Tier,
    /// The news agency whose copy the page carries.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub agency: Option<String>,
    /// Language of the page (BCP 47).
    pub lang: String,
    /// Whether the page itself was read; `false` where it is known only through others.
    pub seen: bool,
    /// What a reader must know besides.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

/// What sort of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum SourceKind {
    /// A document or transcript of a party.
    Primary,
    /// News reporting.
    Press,
    /// Research.
    Scholarly,
    /// Databases, institutes, chronologies.
    Reference,
}

/// How near a source stands to the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "check", derive(Serialize, Deserialize, schemars::JsonSchema))]
pub enum Tier {
    /// Official.
    A,
    /// Agencies, papers of record, institutes.
    B,
    /// Smaller outlets carrying agency copy.
    C,
}
