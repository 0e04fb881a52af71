//! What a dossier holds, record kind by record kind. Plain data; the field names are those of the files.

mod arms_test;
mod commitment;
mod document;
mod estimate;
mod event;
mod issue;
mod marks;
mod meta;
mod process;
mod source;
mod tour;

#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

pub use arms_test::*;
pub use commitment::*;
pub use document::*;
pub use estimate::*;
pub use event::*;
pub use issue::*;
pub use marks::*;
pub use meta::*;
pub use process::*;
pub use source::*;
pub use tour::*;

/// One negotiation: everything a page about it shows. In files, each field is a top-level key; several files merge by key.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Dossier {
    /// The schema the file follows; for editors.
    #[cfg_attr(
        feature = "check",
        serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")
    )]
    pub schema: Option<String>,
    /// The dossier's own particulars.
    pub meta: Meta,
    /// Who takes part; exactly one party is side `a`, exactly one is side `b`.
    pub parties: Vec<Party>,
    /// As-of dates worth a button.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub presets: Vec<Preset>,
    /// Where every claim comes from.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<Source>,
    /// What happened.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub events: Vec<Event>,
    /// The address of a CSV file with more events, in the dossier's folder or below it: the compact form for large sets.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub event_table: Option<String>,
    /// What the sides want of each other.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub issues: Vec<Issue>,
    /// Agreed texts.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub documents: Vec<Document>,
    /// Expressions both sides use.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub terms: Vec<Term>,
    /// How long it would take.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub estimates: Vec<Estimate>,
    /// Promises.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub commitments: Vec<Commitment>,
    /// Negotiations and their meetings.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub processes: Vec<Process>,
    /// Tests and launches.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub arms_tests: Option<ArmsTests>,
    /// An argument to test.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub argument: Option<Argument>,
}

impl Dossier {
    /// The language of plain texts: the first one declared.
    pub fn first_language(&self) -> &str {
        self.meta.languages.first().map_or("en", String::as_str)
    }

    /// The party with this id.
    pub fn party(&self, id: &str) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    /// The first and the last day of the stretch that the dossier is about, inside its span.
    pub fn focus_days(&self) -> (super::date::Day, super::date::Day) {
        let span = &self.meta.span;
        (span.focus.first().max(span.from), span.focus.last().min(span.to))
    }

    /// The side that the party with this id is drawn on; `None` for others, and for ids that no party has.
    pub fn side_of(&self, id: &str) -> Option<Side> {
        self.party(id)?.side
    }

    /// The party drawn on this side.
    pub fn side(&self, side: Side) -> Option<&Party> {
        self.parties.iter().find(|party| party.side == Some(side))
    }

    /// The event with this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// All events, oldest first; of several from one day, the one that ended first.
    pub fn events_in_order(&self) -> Vec<&Event> {
        let mut events: Vec<&Event> = self.events.iter().collect();
        events.sort_by_key(|event| (event.date.anchor(), event.date.last()));
        events
    }

    /// The issue with this id.
    pub fn issue(&self, id: &str) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
