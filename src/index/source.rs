//! Where the events of an index stand: in the rows of a table, in the dossier's records, or in both.

use crate::dossier::date::{Day, Edtf, Precision};
use crate::dossier::id::hash;
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

/// The events an index is made of; several indexes (one for each filter) share one. The rows of a table come first, then records.
#[derive(Debug)]
pub struct Source {
    // The main page's events are records: what a table takes is none of its program's business.
    #[cfg(any(feature = "open", feature = "native"))]
    table: Option<EventTable>,
    records: Vec<Record>,
    /// Records by the hash of their ids.
    by_id: Vec<(i64, usize)>,
}

/// One source is another only where it is the same: what it holds never changes.
impl PartialEq for Source {
    fn eq(&self, other: &Source) -> bool {
        std::ptr::eq(self, other)
    }
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
        Source {
            #[cfg(any(feature = "open", feature = "native"))]
            table: None,
            by_id: sorted(hashed, |(hash, _)| *hash),
            records,
        }
    }

    /// Of the rows of a table, which have one language, and of the events of the dossier that it stands beside, but for those that are
    /// its rows.
    #[cfg(any(feature = "open", feature = "native"))]
    pub fn of_table<'a>(
        table: EventTable,
        events: impl IntoIterator<Item = &'a Event>,
        language: &str,
    ) -> Source {
        let events = events.into_iter().filter(|event| table.position(&event.id).is_none());
        let beside = Source::of_events(events, language);
        Source { table: Some(table), ..beside }
    }

    /// The table, where it has one.
    pub fn table(&self) -> Option<&EventTable> {
        #[cfg(any(feature = "open", feature = "native"))]
        return self.table.as_ref();
        #[cfg(not(any(feature = "open", feature = "native")))]
        None
    }

    /// How many of its events are rows of a table.
    fn rows(&self) -> usize {
        self.table().map_or(0, EventTable::len)
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.rows() + self.records.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The place of the event with this id; log n, in a table a few looks.
    pub(super) fn record(&self, id: &str) -> Option<usize> {
        #[cfg(any(feature = "open", feature = "native"))]
        if let Some(row) = self.table().and_then(|table| table.position(id)) {
            return Some(row);
        }
        let hash = hash(id);
        let from = self.by_id.partition_point(|(other, _)| *other < hash);
        let same = self.by_id.iter().skip(from).take_while(|(other, _)| *other == hash);
        let found =
            same.map(|(_, at)| *at).find(|at| self.records.get(*at).is_some_and(|record| record.id == id));
        found.map(|at| self.rows() + at)
    }

    pub(super) fn facts(&self, record: usize) -> Option<Facts> {
        #[cfg(any(feature = "open", feature = "native"))]
        if let Some(table) = self.table().filter(|table| record < table.len()) {
            let (first, last) = (table.first(record), table.last(record));
            return Some(Facts {
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
            });
        }
        self.records.get(record.checked_sub(self.rows())?).map(|event| Facts {
            doubled: doubled(event.date),
            first: event.date.first(),
            last: event.date.last(),
            kind: event.kind,
            lane: event.lane,
            weight: event.weight,
        })
    }

    pub(super) fn id_title_date(&self, record: usize) -> Option<(&str, &str, Edtf)> {
        #[cfg(any(feature = "open", feature = "native"))]
        if let Some(row) = self.table().and_then(|table| table.row(record)) {
            return Some((row.id, row.title, row.date()));
        }
        let event = self.records.get(record.checked_sub(self.rows())?)?;
        Some((&event.id, &event.title, event.date))
    }
}
