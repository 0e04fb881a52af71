//! Where the events of an index stand: in the dossier's records, or in the rows of a table.

use crate::dossier::date::{Day, Edtf, Precision};
use crate::dossier::model::{Event, EventKind, Lane};
use crate::dossier::order::sorted;

/// What the index needs of one event of a dossier.
#[derive(Clone, Debug, PartialEq)]
struct Record {
    id: String,
    title: String,
    date: Edtf,
    kind: EventKind,
    lane: Lane,
    weight: u8,
}

/// The events an index is made of; several indexes (one for each filter) share one.
#[derive(Debug, PartialEq)]
pub struct Source {
    records: Vec<Record>,
    /// Records by the hash of their ids.
    by_id: Vec<(i64, usize)>,
}

/// The 64-bit FNV-1a hash of an id (as a signed number, which [`sorted`] takes).
fn hash(id: &str) -> i64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    id.bytes().fold(0xcbf2_9ce4_8422_2325, mix).cast_signed()
}

/// What the order and the levels are made of.
pub(super) struct Facts {
    /// Twice the instant of the mark, in days since 1970-01-01: a whole number.
    pub doubled: i32,
    pub first: Day,
    pub last: Day,
    pub kind: EventKind,
    pub lane: Lane,
    pub weight: u8,
}

/// Twice the instant at which a date's mark stands: the middle of its day; of a several-day event, the middle of its first
/// day; of a month, a year or less, the middle of that.
fn doubled(date: Edtf) -> i32 {
    match date {
        Edtf::Point(point) if point.precision != Precision::Day => {
            point.first.number() + point.last.number() + 1
        }
        _ => date.anchor().number() * 2 + 1,
    }
}

impl Source {
    /// Of the events of a dossier, titles in the language asked for.
    pub fn of_events<'a>(events: impl IntoIterator<Item = &'a Event>, language: &str) -> Source {
        let records: Vec<Record> = events
            .into_iter()
            .map(|event| Record {
                id: event.id.clone(),
                title: event.title.get(language).to_owned(),
                date: event.date,
                kind: event.kind,
                lane: event.lane,
                weight: event.weight.clamp(1, 3),
            })
            .collect();
        let hashed = records.iter().enumerate().map(|(at, record)| (hash(&record.id), at)).collect();
        Source { by_id: sorted(hashed, |(hash, _)| *hash), records }
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The record with this id; log n.
    pub(super) fn record(&self, id: &str) -> Option<usize> {
        let hash = hash(id);
        let from = self.by_id.partition_point(|(other, _)| *other < hash);
        let same = self.by_id.iter().skip(from).take_while(|(other, _)| *other == hash).map(|(_, at)| *at);
        same.into_iter().find(|at| self.records.get(*at).is_some_and(|record| record.id == id))
    }

    pub(super) fn facts(&self, record: usize) -> Option<Facts> {
        self.records.get(record).map(|event| Facts {
            doubled: doubled(event.date),
            first: event.date.first(),
            last: event.date.last(),
            kind: event.kind,
            lane: event.lane,
            weight: event.weight,
        })
    }

    /// The day an event ends, or its first where that is not known.
    pub(super) fn id_title_date(&self, record: usize) -> Option<(&str, &str, Edtf)> {
        self.records.get(record).map(|event| (event.id.as_str(), event.title.as_str(), event.date))
    }
}
