//! The index: events in time order, by lane and weight.

use std::ops::Range;
use std::rc::Rc;

use super::build::Building;
use super::level::{Kinds, Level};
use super::partition;
use super::source::Source;
use crate::dossier::date::{Day, Edtf, Precision};
use crate::dossier::model::{Event, EventKind, Lane};

/// What is known of one event without its record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The event's id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its date as written.
    pub date: Edtf,
    /// The first day it can mean.
    pub first: Day,
    /// The last day it can mean.
    pub last: Day,
    /// The instant (in days since 1970-01-01) at which its mark stands: the middle of its day; of a several-day event, the middle
    /// of its first day; of a month, a year or less, the middle of that.
    pub instant: f64,
    /// What sort of event it is.
    pub kind: EventKind,
    /// Whose act it is.
    pub lane: Lane,
    /// 3 everyone knows it, 2 important, 1 detail.
    pub weight: u8,
}

impl Entry<'_> {
    /// Whether its date is known to the day, at both ends where it has two.
    pub fn is_to_the_day(&self) -> bool {
        self.date.precision() == Precision::Day
    }

    /// The day its mark stands on.
    pub fn day(&self) -> Day {
        Day::from_number_clamped(self.instant.floor() as i64)
    }
}

/// Events in the order of their instants (those of one instant keep the dossier's order). The place of an event in that order
/// is how the rest of the code names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    pub(super) source: Rc<Source>,
    /// By place: the event's record in the source.
    pub(super) records: Vec<u32>,
    /// By place: twice the instant.
    pub(super) doubled: Vec<i32>,
    /// By lane in the order of [`Index::LANES`], then by weight, 1 to 3.
    pub(super) levels: [[Level; 3]; 4],
    /// Stretches without any event, long enough to matter: the day the last one before them ended, and that on which the next
    /// begins.
    pub(super) quiet: Vec<(Day, Day)>,
    /// The first and the last day of any event; open ends left out.
    pub(super) span: Option<(Day, Day)>,
    /// The events whose marks do not stand on the day they are listed by.
    #[cfg(any(feature = "open", feature = "native"))]
    pub(super) vague: super::listed::Vague,
}

impl Index {
    /// The lanes from top to bottom.
    pub const LANES: [Lane; 4] = [Lane::A, Lane::Both, Lane::B, Lane::Other];

    /// The index of a dossier's events, at once. For many thousands, build it in steps.
    pub fn of_events<'a>(events: impl IntoIterator<Item = &'a Event>, language: &str) -> Index {
        Building::new(Rc::new(Source::of_events(events, language)), None).to_end()
    }

    /// The events of the same source for which `keep` says so, by record; at once.
    pub fn narrowed(&self, keep: Rc<[bool]>) -> Index {
        Building::new(self.source.clone(), Some(keep)).to_end()
    }

    /// Where the events stand.
    pub fn source(&self) -> &Rc<Source> {
        &self.source
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The event at a place.
    pub fn get(&self, place: usize) -> Option<Entry<'_>> {
        let record = *self.records.get(place)? as usize;
        let facts = self.source.facts(record)?;
        let (id, title, date) = self.source.id_title_date(record)?;
        Some(Entry {
            id,
            title,
            date,
            first: facts.first,
            last: facts.last,
            instant: f64::from(facts.doubled) / 2.0,
            kind: facts.kind,
            lane: facts.lane,
            weight: facts.weight,
        })
    }

    /// The instant of the event at a place.
    pub fn instant(&self, place: usize) -> Option<f64> {
        self.doubled.get(place).map(|doubled| f64::from(*doubled) / 2.0)
    }

    /// The first and the last day that the event at a place can mean.
    pub fn days(&self, place: usize) -> Option<(Day, Day)> {
        let facts = self.source.facts(*self.records.get(place)? as usize)?;
        Some((facts.first, facts.last))
    }

    /// All events in time order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = Entry<'_>> {
        (0..self.len()).filter_map(|place| self.get(place))
    }

    /// The place of the event with this id; log n. `None` where there is none, or it was not kept.
    pub fn place(&self, id: &str) -> Option<usize> {
        let record = self.source.record(id)?;
        let doubled = self.source.facts(record)?.doubled;
        let from = partition(&self.doubled, |other| *other < doubled);
        let to = partition(&self.doubled, |other| *other <= doubled);
        let same = self.records.get(from..to)?;
        let at = from + partition(same, |other| (*other as usize) < record);
        (self.records.get(at) == Some(&u32::try_from(record).ok()?)).then_some(at)
    }

    /// The places of the events that stand at or after one instant and before another; log n.
    pub fn between(&self, from: f64, to: f64) -> Range<usize> {
        let at = |instant: f64| partition(&self.doubled, |doubled| f64::from(*doubled) < instant * 2.0);
        let start = at(from);
        start..at(to).max(start)
    }

    /// The events of a lane and a weight (1 to 3).
    pub fn level(&self, lane: Lane, weight: u8) -> Option<&Level> {
        let lane = Self::LANES.iter().position(|candidate| *candidate == lane)?;
        self.levels.get(lane)?.get(usize::from(weight.clamp(1, 3)) - 1)
    }

    /// Whether a lane has any event.
    pub fn has(&self, lane: Lane) -> bool {
        (1..=3).any(|weight| self.level(lane, weight).is_some_and(|level| !level.is_empty()))
    }

    /// How many events of a lane stand at some places; log n.
    pub fn count(&self, lane: Lane, places: &Range<usize>) -> usize {
        let levels = (1..=3).filter_map(|weight| self.level(lane, weight));
        levels.map(|level| level.within(places).len()).sum()
    }

    /// How many events of a lane have some day in `first..=last`, wherever their marks stand; log n.
    pub fn touching(&self, lane: Lane, (first, last): (Day, Day)) -> usize {
        let places = self.between(f64::from(first.number()), f64::from(last.number()) + 1.0);
        let levels = (1..=3).filter_map(|weight| self.level(lane, weight));
        levels.map(|level| level.touched(&level.within(&places), (first, last))).sum()
    }

    /// The places of the events of a lane that stand outside of some places and have some day in a stretch, the weightiest first, no
    /// more than `most`; k log n for k found.
    pub fn reaching(&self, lane: Lane, inside: &Range<usize>, days: (Day, Day), most: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let days_of = |place| self.days(place).unwrap_or((Day::MAX, Day::MIN));
        for weight in (1..=3).rev() {
            let Some(level) = self.level(lane, weight) else { continue };
            let own = level.within(inside);
            for part in [0..own.start, own.end..level.len()] {
                found.extend(level.touching(part, days, most.saturating_sub(found.len()), &days_of));
            }
        }
        found
    }

    /// How many events there are of each kind.
    pub fn kinds(&self) -> Kinds {
        let mut kinds = Kinds::default();
        for level in self.levels.iter().flatten() {
            level.count(0..level.len(), &mut kinds);
        }
        kinds
    }

    /// The first and the last day of any event, open ends left out; `None` where there is no event.
    pub fn span(&self) -> Option<(Day, Day)> {
        self.span
    }

    /// The long stretches without any event, in order: each from the last day before it to the first day after it.
    pub fn quiet(&self) -> &[(Day, Day)] {
        &self.quiet
    }
}
