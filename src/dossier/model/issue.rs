//! What one side wants of the other, from nothing to the most anyone asked, and who stood where.

use super::super::date::Day;
use super::super::text::{Quote, Text};
use super::marks::Confidence;
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// One act that one side wants of the other, or of both.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Issue {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// The question it asks.
    pub question: Text,
    /// Ids of the parties that would have to act.
    pub actors: Vec<String>,
    /// Who expects and who offers.
    pub gap: Gap,
    /// The rungs, from 0 (nothing) to the most that anyone asked.
    pub ladder: Vec<Rung>,
    /// Who stood where, from when.
    pub positions: Vec<Position>,
}

impl Issue {
    /// Ids of the sources of its positions and of their quotations, some more than once.
    pub fn cited(&self) -> impl Iterator<Item = &String> {
        self.positions.iter().flat_map(|item| Quote::cited(&item.sources, &item.quote))
    }
}

/// The two parties whose positions are compared.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Gap {
    /// Id of the party that expects.
    pub expects: String,
    /// Id of the party that offers.
    pub offers: String,
}

impl Gap {
    /// The id of the party in this role.
    pub fn party(&self, role: Role) -> &str {
        match role {
            Role::Expects => &self.expects,
            Role::Offers => &self.offers,
        }
    }
}

/// A named step of a ladder.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Rung {
    /// Its number; the ladder counts 0, 1, 2 and so on.
    pub rung: u8,
    /// A short name.
    pub label: Text,
    /// What stands on it and what does not.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Text::is_empty"))]
    pub meaning: Text,
}

/// What a party expects or offers from a day on: one rung, or a range where its officials disagree or its words are vague.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Position {
    /// The party's id.
    pub party: String,
    /// Whether it expects or offers.
    pub role: Role,
    /// The first day on which it is in force: the day it became public.
    pub from: Day,
    /// The last day on which it is in force; absent where the next position replaces it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub until: Option<Day>,
    /// The lowest rung it can mean.
    pub low: u8,
    /// The highest rung it can mean.
    pub high: u8,
    /// The position in our words.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Text::is_empty"))]
    pub text: Text,
    /// Its own words.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub quote: Option<Quote>,
    /// Id of the event that set it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub event: Option<String>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
    /// How sure the record is.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub confidence: Option<Confidence>,
    /// A fair reader could choose another rung; the note says why.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    pub judgement: bool,
    /// What a reader must know besides: disputes, doubts, why this reading of it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
    /// The day on which a second reader checked the record.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub audited: Option<Day>,
}

/// Whether a party wants something or is ready to give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(rename_all = "kebab-case")
)]
pub enum Role {
    /// It wants this much.
    Expects,
    /// It is ready to give this much.
    Offers,
}
