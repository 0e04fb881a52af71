//! Where the events of an index stand: in the dossier's records, or in the rows of a table.

use crate::dossier::date::{Day, Edtf, Precision};
use crate::dossier::model::{Event, EventKind, Lane};
use crate::dossier::order::sorted;
use crate::dossier::table::EventTable;

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
#[derive(Debug)]
pub struct Source(Kept);

#[derive(Debug)]
enum Kept {
    Records {
        records: Vec<Record>,
        /// Records by the hash of their ids.
        by_id: Vec<(i64, usize)>,
    },
    // The main page's events are records: what a table takes is none of its program's business.
    #[cfg(any(feature = "open", feature = "native"))]
    Table(EventTable),
}

/// One source is another only where it is the same: what it holds never changes.
impl PartialEq for Source {
    fn eq(&self, other: &Source) -> bool {
        std::ptr::eq(self, other)
    }
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
        Source(Kept::Records { by_id: sorted(hashed, |(hash, _)| *hash), records })
    }

    /// Of the rows of a table, which have one language.
    #[cfg(any(feature = "open", feature = "native"))]
    pub fn of_table(table: EventTable) -> Source {
        Source(Kept::Table(table))
    }

    /// The table, where it is one.
    pub fn table(&self) -> Option<&EventTable> {
        match &self.0 {
            Kept::Records { .. } => None,
            #[cfg(any(feature = "open", feature = "native"))]
            Kept::Table(table) => Some(table),
        }
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Kept::Records { records, .. } => records.len(),
            #[cfg(any(feature = "open", feature = "native"))]
            Kept::Table(table) => table.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The record with this id; log n, in a table a few looks.
    pub(super) fn record(&self, id: &str) -> Option<usize> {
        match &self.0 {
            #[cfg(any(feature = "open", feature = "native"))]
            Kept::Table(table) => table.position(id),
            Kept::Records { records, by_id } => {
                let hash = hash(id);
                let from = by_id.partition_point(|(other, _)| *other < hash);
                let same = by_id.iter().skip(from).take_while(|(other, _)| *other == hash);
                same.map(|(_, at)| *at).find(|at| records.get(*at).is_some_and(|record| record.id == id))
            }
        }
    }

    pub(super) fn facts(&self, record: usize) -> Option<Facts> {
        match &self.0 {
            Kept::Records { records, .. } => records.get(record).map(|event| Facts {
                doubled: doubled(event.date),
                first: event.date.first(),
                last: event.date.last(),
                kind: event.kind,
                lane: event.lane,
                weight: event.weight,
            }),
            #[cfg(any(feature = "open", feature = "native"))]
            Kept::Table(table) if record < table.len() => {
                let (first, last) = (table.first(record), table.last(record));
                Some(Facts {
                    // A single day needs no look at how the date was written.
                    doubled: if first == last {
                        first.number() * 2 + 1
                    } else {
                        table.row(record).map_or(0, |row| doubled(row.date()))
                    },
                    first,
                    last,
                    kind: table.kind(record),
                    lane: table.lane(record),
                    weight: table.weight(record),
                })
            }
            #[cfg(any(feature = "open", feature = "native"))]
            Kept::Table(_) => None,
        }
    }

    pub(super) fn id_title_date(&self, record: usize) -> Option<(&str, &str, Edtf)> {
        match &self.0 {
            Kept::Records { records, .. } => {
                records.get(record).map(|event| (event.id.as_str(), event.title.as_str(), event.date))
            }
            #[cfg(any(feature = "open", feature = "native"))]
            Kept::Table(table) => table.row(record).map(|row| (row.id, row.title, row.date())),
        }
    }
}
