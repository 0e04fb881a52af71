//! The events of one lane and one weight: how many lie in a stretch, of which kinds, and which reach into it.

use std::ops::Range;

use super::{looks, partition};
use crate::dossier::date::Day;
use crate::dossier::model::EventKind;
use crate::dossier::order::sorted;

/// How many events of each kind, in the order of [`EventKind::NAMED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(pub [u32; EventKind::NAMED.len()]);

impl Kinds {
    fn add(&mut self, kind: u8, by: u32) {
        if let Some(count) = self.0.get_mut(usize::from(kind)) {
            *count = count.wrapping_add(by);
        }
    }

    /// Every kind with its number.
    pub fn each(&self) -> impl Iterator<Item = (EventKind, usize)> {
        EventKind::NAMED.into_iter().zip(self.0).map(|((kind, _), count)| (kind, count as usize))
    }

    /// How many there are of all kinds together.
    pub fn total(&self) -> usize {
        self.0.iter().map(|count| *count as usize).sum()
    }

    /// The kinds there are, the most frequent first, each with its number.
    pub fn most_first(&self) -> Vec<(EventKind, usize)> {
        let some = self.each().filter(|(_, count)| *count > 0).collect();
        crate::dossier::order::sorted(some, |(_, count)| -(*count as i64))
    }
}

/// Events for each of which the number of each kind before it is kept.
const KINDS_BLOCK: usize = 32;

/// Events for each of which the last day is kept.
const REACH_BLOCK: usize = 16;

/// The events of one lane and one weight, by their places in the index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Level {
    places: Vec<u32>,
    kinds: Vec<u8>,
    /// The kinds before each block of [`KINDS_BLOCK`].
    before: Vec<Kinds>,
    so_far: Kinds,
    /// A binary heap-shaped tree over blocks of [`REACH_BLOCK`]: the first and the last day of any event below each node. While
    /// events are added, the blocks' own alone.
    reach: Vec<(Day, Day)>,
    /// The events that may lie on more than one day, by their places in the level.
    long: Vec<u32>,
    /// The first days of those, and their last: while events are added as they come, then each in order.
    firsts: Vec<Day>,
    lasts: Vec<Day>,
}

impl Level {
    pub(super) fn with_capacity(events: usize) -> Level {
        Level {
            places: Vec::with_capacity(events),
            kinds: Vec::with_capacity(events),
            before: Vec::with_capacity(events / KINDS_BLOCK + 1),
            so_far: Kinds::default(),
            ..Level::default()
        }
    }

    /// Adds the next event in time order.
    pub(super) fn push(&mut self, place: u32, kind: EventKind, first: Day, last: Day) {
        if self.places.len().is_multiple_of(KINDS_BLOCK) {
            self.before.push(self.so_far);
        }
        if self.places.len().is_multiple_of(REACH_BLOCK) {
            self.reach.push((Day::MAX, Day::MIN));
        }
        if first < last {
            self.long.push(self.places.len() as u32);
            self.firsts.push(first);
            self.lasts.push(last);
        }
        let kind = kind as u8;
        self.so_far.add(kind, 1);
        self.kinds.push(kind);
        self.places.push(place);
        if let Some(block) = self.reach.last_mut() {
            *block = (block.0.min(first), block.1.max(last));
        }
    }

    /// Builds the tree over the blocks, an eighth of the events' number in steps, and sorts the days of the long events.
    pub(super) fn finish(&mut self) {
        let leaves = self.reach.len().next_power_of_two();
        let mut tree = vec![(Day::MAX, Day::MIN); leaves * 2];
        for (node, days) in tree.iter_mut().skip(leaves).zip(&self.reach) {
            *node = *days;
        }
        for node in (1..leaves).rev() {
            if let (Some(a), Some(b)) = (tree.get(node * 2).copied(), tree.get(node * 2 + 1).copied())
                && let Some(slot) = tree.get_mut(node)
            {
                *slot = (a.0.min(b.0), a.1.max(b.1));
            }
        }
        self.reach = tree;
        for days in [&mut self.firsts, &mut self.lasts] {
            *days = sorted(std::mem::take(days), |day| i64::from(day.number()));
        }
    }

    /// How many events it has.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Which of its events stand at these places of the index; log n.
    pub fn within(&self, places: &Range<usize>) -> Range<usize> {
        let at = |place: usize| partition(&self.places, |other| (*other as usize) < place);
        at(places.start)..at(places.end)
    }

    /// The places in the index of some of its events.
    pub fn places(&self, own: Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        looks::add(own.len());
        self.places.get(own).unwrap_or(&[]).iter().map(|place| *place as usize)
    }

    /// Adds up the kinds of some of its events: two blocks' sums, and at most 31 looks at either end.
    pub fn count(&self, own: Range<usize>, into: &mut Kinds) {
        for (end, sign) in [(own.end, 1), (own.start, u32::MAX)] {
            let block = end / KINDS_BLOCK;
            if let Some(before) = self.before.get(block.min(self.before.len().saturating_sub(1))) {
                for (kind, count) in (0u8..).zip(before.0) {
                    into.add(kind, count.wrapping_mul(sign));
                }
            }
            let from = block.min(self.before.len().saturating_sub(1)) * KINDS_BLOCK;
            looks::add(end.saturating_sub(from) + 1);
            for kind in self.kinds.get(from..end).unwrap_or(&[]) {
                into.add(*kind, sign);
            }
        }
    }

    /// How many of its events have some day in `first..=last`; log n. `own` are those whose marks stand on these days.
    pub(super) fn touched(&self, own: &Range<usize>, (first, last): (Day, Day)) -> usize {
        let long = |at: usize| partition(&self.long, |other| (*other as usize) < at);
        let short = (own.len() + long(own.start)).saturating_sub(long(own.end));
        let begun = short + partition(&self.firsts, |day| *day <= last);
        begun.saturating_sub(partition(&self.lasts, |day| *day < first))
    }

    /// Those of some of its events that may lie on more than one day; log n.
    pub fn long(&self, own: Range<usize>) -> impl Iterator<Item = usize> {
        let from = partition(&self.long, |other| (*other as usize) < own.start);
        let to = partition(&self.long, |other| (*other as usize) < own.end);
        looks::add(to - from);
        let long = self.long.get(from..to).unwrap_or(&[]);
        long.iter().filter_map(|at| self.places.get(*at as usize)).map(|place| *place as usize)
    }

    /// The places of those of some of its events of which some day lies in `first..=last`, the newest first, no more than `most`;
    /// k log n for k found. `days` says when the event at a place begins and ends.
    pub fn touching(
        &self,
        own: Range<usize>,
        (first, last): (Day, Day),
        most: usize,
        days: &dyn Fn(usize) -> (Day, Day),
    ) -> Vec<usize> {
        let mut found = Vec::new();
        let leaves = self.reach.len() / 2;
        if leaves > 0 {
            self.collect((1, 0, leaves), &Query { own, first, last, most }, days, &mut found);
        }
        found
    }

    /// Below a node that stands for the blocks from the second number on, as many as the third says.
    fn collect(
        &self,
        (node, block, blocks): (usize, usize, usize),
        query: &Query,
        days: &dyn Fn(usize) -> (Day, Day),
        found: &mut Vec<usize>,
    ) {
        looks::add(1);
        let (from, to) = (block * REACH_BLOCK, (block + blocks) * REACH_BLOCK);
        let touches = |(first, last): (Day, Day)| first <= query.last && query.first <= last;
        if found.len() >= query.most
            || query.own.start >= to
            || from >= query.own.end
            || !self.reach.get(node).copied().is_some_and(touches)
        {
            return;
        }
        if blocks > 1 {
            let half = blocks / 2;
            self.collect((node * 2 + 1, block + half, half), query, days, found);
            self.collect((node * 2, block, half), query, days, found);
            return;
        }
        let own = from.max(query.own.start)..to.min(query.own.end);
        for place in self.places(own).rev() {
            if found.len() < query.most && touches(days(place)) {
                found.push(place);
            }
        }
    }
}

struct Query {
    own: Range<usize>,
    first: Day,
    last: Day,
    most: usize,
}
