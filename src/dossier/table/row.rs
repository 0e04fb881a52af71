//! One event of a table, read out of its text on request.

use super::super::date::{Day, Edtf};
use super::super::model::{Confidence, Event, EventKind, Lane, Level};
use super::super::text::Text;
use super::columns::{self, Column};
use super::store::SEPARATOR;

/// An event's row. Everything in it is borrowed from the table; nothing is copied or allocated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<'t> {
    /// Stable id.
    pub id: &'t str,
    /// A headline.
    pub title: &'t str,
    /// The first day it can mean.
    pub first: Day,
    /// The last day it can mean.
    pub last: Day,
    /// What sort of event it is.
    pub kind: EventKind,
    /// Where it is drawn.
    pub lane: Lane,
    /// 3 everyone knows it, 2 important, 1 detail.
    pub weight: u8,
    /// The kept columns.
    pub(super) text: &'t str,
}

impl<'t> Row<'t> {
    /// When, as written.
    pub fn date(&self) -> Edtf {
        Edtf::parse(self.kept(Column::Date)).unwrap_or(Edtf::day(self.first))
    }

    /// What happened.
    pub fn summary(&self) -> &'t str {
        self.kept(Column::Summary)
    }

    /// Where it happened; empty where nothing says so.
    pub fn place(&self) -> &'t str {
        self.kept(Column::Place)
    }

    /// What a reader must know besides; empty where nothing does.
    pub fn note(&self) -> &'t str {
        self.kept(Column::Note)
    }

    /// Ids of the parties that took part.
    pub fn parties(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        items(self.kept(Column::Parties))
    }

    /// Ids of the sources that carry it.
    pub fn sources(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        items(self.kept(Column::Sources))
    }

    /// Level of the people who met.
    pub fn level(&self) -> Option<Level> {
        columns::level(self.kept(Column::Level))
    }

    /// How sure the record is.
    pub fn confidence(&self) -> Option<Confidence> {
        columns::confidence(self.kept(Column::Confidence))
    }

    /// The whole record.
    pub fn event(&self) -> Event {
        let optional = |text: &str| Some(Text::from(text)).filter(|text| !text.is_empty());
        Event {
            id: self.id.to_owned(),
            date: self.date(),
            title: Text::from(self.title),
            summary: Text::from(self.summary()),
            kind: self.kind,
            parties: self.parties().map(str::to_owned).collect(),
            lane: self.lane,
            level: self.level(),
            place: optional(self.place()),
            weight: self.weight,
            readings: Vec::new(),
            sources: self.sources().map(str::to_owned).collect(),
            confidence: self.confidence(),
            note: optional(self.note()),
            audited: None,
        }
    }

    fn kept(&self, column: Column) -> &'t str {
        field(self.text, column)
    }
}

/// A kept column of a row's text; the columns at the end that are empty are not there.
pub(super) fn field(text: &str, column: Column) -> &str {
    let at = Column::KEPT.iter().position(|kept| *kept == column).unwrap_or(usize::MAX);
    text.split(SEPARATOR).nth(at).unwrap_or("")
}

/// The items of a field that holds several.
pub(super) fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|item| !item.is_empty())
}
