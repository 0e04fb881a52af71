//! Events made ready for the timeline, once: in time order, with what a frame needs of them, and an index that finds those
//! of a window without looking at the others.

use crate::dossier::date::{Day, Edtf, Precision};
use crate::dossier::model::{Event, EventKind, Lane};
use crate::dossier::order::sorted;
use crate::scale::Window;

/// What the timeline needs of one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The event's id.
    pub id: String,
    /// Its title in the language asked for.
    pub title: String,
    /// Its date as written.
    pub date: Edtf,
    /// The first day it can mean.
    pub first: Day,
    /// The last day it can mean.
    pub last: Day,
    /// The day it is sorted by.
    pub anchor: Day,
    /// What sort of event it is.
    pub kind: EventKind,
    /// Whose act it is.
    pub lane: Lane,
    /// 3 everyone knows it, 2 important, 1 detail.
    pub weight: u8,
}

impl Entry {
    /// Whether its date is known to the day, at both ends where it has two.
    pub fn is_to_the_day(&self) -> bool {
        self.date.precision() == Precision::Day
    }

    /// The instant (in days since 1970-01-01) at which its mark stands: the middle of its day; of a several-day event, the
    /// middle of its first day; of a month, a year or less, the middle of that.
    pub fn instant(&self) -> f64 {
        let anchor = f64::from(self.anchor.number());
        match self.date {
            Edtf::Point(point) if point.precision != Precision::Day => {
                (f64::from(point.first.number()) + f64::from(point.last.number()) + 1.0) / 2.0
            }
            _ => anchor + 0.5,
        }
    }
}

/// The events of a timeline in time order (events of one day keep the dossier's order), ready for [`super::timeline`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prepared {
    entries: Vec<Entry>,
    /// A binary heap-shaped tree over `entries`: for each node the first and the last day below it.
    tree: Vec<(Day, Day)>,
    /// Positions by the hash of the id.
    by_id: Vec<(i64, usize)>,
    /// Positions of each lane's events, in time order; lanes in the order of [`Prepared::LANES`].
    by_lane: [Vec<usize>; 4],
}

/// The 64-bit FNV-1a hash of an id (as a signed number, which [`sorted`] takes).
fn hash(id: &str) -> i64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    id.bytes().fold(0xcbf2_9ce4_8422_2325, mix).cast_signed()
}

impl Prepared {
    /// The lanes from top to bottom.
    pub const LANES: [Lane; 4] = [Lane::A, Lane::Both, Lane::B, Lane::Other];

    /// Sorts and indexes events: n log n, once for a dossier, a filter and a language.
    pub fn new<'a>(events: impl IntoIterator<Item = &'a Event>, language: &str) -> Prepared {
        let entries: Vec<Entry> = events
            .into_iter()
            .map(|event| Entry {
                id: event.id.clone(),
                title: event.title.get(language).to_owned(),
                date: event.date,
                first: event.date.first(),
                last: event.date.last(),
                anchor: event.date.anchor(),
                kind: event.kind,
                lane: event.lane,
                weight: event.weight.clamp(1, 3),
            })
            .collect();
        let entries = sorted(entries, |entry| i64::from(entry.anchor.number()));
        let hashed = entries.iter().enumerate().map(|(at, entry)| (hash(&entry.id), at)).collect();
        let by_id = sorted(hashed, |(hash, _)| *hash);
        let by_lane = Self::LANES.map(|lane| {
            entries.iter().enumerate().filter(|(_, entry)| entry.lane == lane).map(|(at, _)| at).collect()
        });
        let tree = tree(&entries);
        Prepared { entries, tree, by_id, by_lane }
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The event at a place in time order.
    pub fn get(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index)
    }

    /// All events in time order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The place of an event in time order; log n.
    pub fn position(&self, id: &str) -> Option<usize> {
        let hash = hash(id);
        let from = self.by_id.partition_point(|(other, _)| *other < hash);
        let same = self.by_id.iter().skip(from).take_while(|(other, _)| *other == hash).map(|(_, at)| *at);
        same.into_iter().find(|at| self.entries.get(*at).is_some_and(|entry| entry.id == id))
    }

    /// The places, in time order, of the events of which some day lies in the window; k log n for k events found.
    pub fn visible(&self, window: Window) -> Vec<usize> {
        let mut out = Vec::new();
        let leaves = self.tree.len() / 2;
        if leaves > 0 {
            self.collect(1, leaves, window, &mut out);
        }
        out
    }

    fn collect(&self, node: usize, leaves: usize, window: Window, out: &mut Vec<usize>) {
        let Some((first, last)) = self.tree.get(node).copied() else { return };
        if first > last || !window.touches(first, last) {
            return;
        }
        if node >= leaves {
            out.push(node - leaves);
        } else {
            self.collect(node * 2, leaves, window, out);
            self.collect(node * 2 + 1, leaves, window, out);
        }
    }

    /// The events of one lane in time order.
    pub(super) fn lane(&self, lane: Lane) -> &[usize] {
        Self::LANES
            .iter()
            .position(|candidate| *candidate == lane)
            .and_then(|at| self.by_lane.get(at))
            .map_or(&[], Vec::as_slice)
    }
}

/// Node 1 is the root, node n has the children 2n and 2n + 1; leaves that stand for nothing run backwards.
fn tree(entries: &[Entry]) -> Vec<(Day, Day)> {
    if entries.is_empty() {
        return Vec::new();
    }
    let leaves = entries.len().next_power_of_two();
    let mut tree = vec![(Day::MAX, Day::MIN); leaves * 2];
    for (node, entry) in tree.iter_mut().skip(leaves).zip(entries) {
        *node = (entry.first, entry.last);
    }
    for node in (1..leaves).rev() {
        let below = [tree.get(node * 2), tree.get(node * 2 + 1)];
        let first = below.iter().flatten().map(|(first, _)| *first).min().unwrap_or(Day::MAX);
        let last = below.iter().flatten().map(|(_, last)| *last).max().unwrap_or(Day::MIN);
        if let Some(slot) = tree.get_mut(node) {
            *slot = (first, last);
        }
    }
    tree
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dossier::text::Text;

    /// An event with nothing but what the timeline needs.
    pub fn event(id: &str, date: &str, lane: Lane, weight: u8) -> Event {
        Event {
            id: id.to_owned(),
            date: Edtf::parse(date).unwrap(),
            title: Text::from(format!("Something happens on {date}").as_str()),
            summary: Text::default(),
            kind: EventKind::Statement,
            parties: vec![],
            lane,
            level: None,
            place: None,
            weight,
            readings: vec![],
            sources: vec![],
            confidence: None,
            note: None,
            audited: None,
        }
    }

    /// Any event between 2000 and 2029, or at the calendar's ends.
    pub fn any_event() -> impl Strategy<Value = Event> {
        let day = (10_957i64..21_900).prop_map(|n| Day::from_number_clamped(n).to_string());
        let date = prop_oneof![
            8 => day.clone(),
            2 => (10_957i64..21_900, 0i64..900).prop_map(|(n, d)| {
                format!("{}/{}", Day::from_number_clamped(n), Day::from_number_clamped(n + d))
            }),
            1 => (2000..2030i32, 1..13u32).prop_map(|(y, m)| format!("{y}-{m:02}~")),
            1 => (2000..2030i32).prop_map(|y| format!("{y}?")),
            1 => day.clone().prop_map(|d| format!("{d}/..")),
            1 => day.prop_map(|d| format!("../{d}")),
            1 => Just("0001-01-01".to_owned()),
            1 => Just("9999-12-31".to_owned()),
        ];
        let lane = prop_oneof![Just(Lane::A), Just(Lane::B), Just(Lane::Both), Just(Lane::Other)];
        (date, lane, 0u8..5, 0usize..6).prop_map(|(date, lane, weight, words)| {
            let mut event = event("", &date, lane, weight);
            event.title = Text::from(vec!["Panmunjom talks"; words].join(" ").as_str());
            event
        })
    }

    /// Some events with ids.
    pub fn any_events(most: usize) -> impl Strategy<Value = Vec<Event>> {
        prop::collection::vec(any_event(), 0..most).prop_map(|mut events| {
            for (index, event) in events.iter_mut().enumerate() {
                event.id = format!("e{index}");
            }
            events
        })
    }

    #[test]
    fn events_of_one_day_keep_their_order_and_ids_find_them() {
        let events = [
            event("c", "2018-06-13", Lane::A, 1),
            event("b", "2018-06-12", Lane::B, 1),
            event("a", "2018-06-12", Lane::A, 3),
        ];
        let prepared = Prepared::new(&events, "en");
        let ids: Vec<_> = prepared.entries().iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, ["b", "a", "c"]);
        assert_eq!(prepared.position("a"), Some(1));
        assert_eq!(prepared.position("nobody"), None);
    }

    proptest! {
        #[test]
        fn the_index_finds_what_a_look_at_all_of_them_finds(events in any_events(60), from in 9_000.0..22_000.0f64, days in 7.0..4_000.0f64) {
            let prepared = Prepared::new(&events, "en");
            let window = Window::new(from, from + days);
            let slow: Vec<usize> = (0..prepared.len())
                .filter(|at| prepared.get(*at).is_some_and(|entry| window.touches(entry.first, entry.last)))
                .collect();
            prop_assert_eq!(prepared.visible(window), slow);
            for (at, entry) in prepared.entries().iter().enumerate() {
                prop_assert_eq!(prepared.position(&entry.id), Some(at));
            }
        }
    }
}
