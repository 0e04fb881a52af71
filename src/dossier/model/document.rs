//! Agreed texts, clause by clause, and the words both sides use differently.

use super::super::date::{Day, Edtf};
use super::super::text::{Original, Quote, Text};
#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

/// An agreed text.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Document {
    /// Stable id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// When it was agreed.
    pub date: Edtf,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
}

/// A clause, and what each side read into it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Clause {
    /// Stable id.
    pub id: String,
    /// What it says, in our words.
    pub gist: Text,
    /// The words that matter, exactly.
    pub operative_words: Text,
    /// The language of those words (BCP 47), where it is not the dossier's first.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub lang: Option<String>,
    /// Those words in languages in which they were not published, translated by the dossier's authors. It stands beside the words and says
    /// whose it is.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub translation: Option<Text>,
    /// The same clause in another language in which it was published.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub original: Option<Original>,
    /// What it leaves open.
    pub ambiguity: Text,
    /// What each side read into it.
    pub readings: Vec<ClauseReading>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
    /// What a reader must know besides: disputes, doubts, why this reading of it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
    /// The day on which a second reader checked the record.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub audited: Option<Day>,
}

/// What a party read into a clause.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct ClauseReading {
    /// The party's id.
    pub party: String,
    /// Its account, in our words.
    pub text: Text,
    /// Its own words.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub quote: Option<Quote>,
    /// The day from which it is known to read the clause so; absent where it did from the beginning. The page marks one before the text's own day.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub from: Option<Day>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
}

/// An expression both sides use.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Term {
    /// Stable id.
    pub id: String,
    /// The expression.
    pub term: Text,
    /// What it says on its face.
    pub plain: Text,
    /// What each side meant by it, through time.
    pub readings: Vec<TermReading>,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
    /// The day on which a second reader checked the record.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub audited: Option<Day>,
}

/// What a party meant by a term from a day on.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct TermReading {
    /// The party's id.
    pub party: String,
    /// What it meant.
    pub text: Text,
    /// Its own words.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub quote: Option<Quote>,
    /// The day from which it is known to mean this.
    pub from: Day,
    /// Ids of the sources that carry it.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<String>,
}
