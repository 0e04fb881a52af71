//! The events of a large table as lists have them: by the first day they can mean, then by the last, then as they stand in the table.
//! Marks stand in another order: that of a year stands in its middle.

use std::ops::Range;

use super::events::Index;
use super::partition;
use super::source::Facts;
use crate::dossier::date::Day;
use crate::dossier::model::Lane;
use crate::dossier::order::sorted;

/// The events whose marks do not stand on the day they are listed by: those of a month, a year or less.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Vague {
    /// Their places, in order.
    places: Vec<u32>,
    /// Their first days and their places, by day.
    by_day: Vec<(Day, u32)>,
}

impl Vague {
    /// Notes the event at a place, where it is one of them; in the order of the places.
    pub fn note(&mut self, place: usize, facts: &Facts) {
        // The mark of anything else stands on the day it is listed by.
        if facts.first < facts.last && facts.doubled == facts.first.number() + facts.last.number() + 1 {
            self.places.push(place as u32);
            self.by_day.push((facts.first, place as u32));
        }
    }

    /// Whether the event at a place is one of them.
    fn has(&self, place: usize) -> bool {
        self.places.binary_search(&(place as u32)).is_ok()
    }

    /// Makes them ready to be asked.
    pub fn finish(&mut self) {
        self.by_day = sorted(std::mem::take(&mut self.by_day), |(day, _)| i64::from(day.number()));
    }
}

impl Index {
    /// The places of the events before and after that at a place, among those of some lanes, in the order of the list.
    pub fn listed_beside(&self, place: usize, lanes: &[Lane]) -> [Option<usize>; 2] {
        let Some(day) = self.listing_day(place) else { return [None; 2] };
        let in_lanes = |place: &usize| self.get(*place).is_some_and(|entry| lanes.contains(&entry.lane));
        let own = self.listed_on(day);
        let at = own.iter().position(|other| *other == place).unwrap_or(own.len());
        let (before, after) = own.split_at(at);
        let before = before.iter().copied().rfind(in_lanes);
        let after = after.iter().skip(1).copied().find(in_lanes);
        // On other days: the nearest mark that stands on its own day, and the nearest of the others.
        let levels = || lanes.iter().flat_map(|lane| (1..=3).filter_map(|weight| self.level(*lane, weight)));
        let day_of_mark = |place: usize| self.listing_day(place).filter(|_| !self.vague.has(place));
        let day_in_lanes = |(day, place): &(Day, u32)| in_lanes(&(*place as usize)).then_some(day.number());
        let before = before.or_else(|| {
            let marks = partition(&self.doubled, |doubled| *doubled <= day * 2);
            let sharp = levels().filter_map(|level| {
                level.places(0..level.within(&(marks..marks)).start).rev().find_map(day_of_mark)
            });
            let until = partition(&self.vague.by_day, |(first, _)| first.number() < day);
            let vague = self.vague.by_day.iter().take(until).rev().find_map(day_in_lanes);
            sharp.chain(vague).max().and_then(|day| self.listed_on(day).into_iter().rfind(in_lanes))
        });
        let after = after.or_else(|| {
            let marks = partition(&self.doubled, |doubled| *doubled <= day * 2 + 1);
            let sharp = levels().filter_map(|level| {
                level.places(level.within(&(marks..marks)).start..level.len()).find_map(day_of_mark)
            });
            let from = partition(&self.vague.by_day, |(first, _)| first.number() <= day);
            let vague = self.vague.by_day.iter().skip(from).find_map(day_in_lanes);
            sharp.chain(vague).min().and_then(|day| self.listed_on(day).into_iter().find(in_lanes))
        });
        [before, after]
    }

    /// The number of the day that the event at a place is listed by.
    fn listing_day(&self, place: usize) -> Option<i32> {
        if self.vague.has(place) {
            return self.days(place).map(|(first, _)| first.number());
        }
        self.doubled.get(place).map(|doubled| doubled.div_euclid(2))
    }

    /// The places of the events in some rows of the list of all; log n for each.
    pub fn listed(&self, rows: Range<usize>) -> Vec<usize> {
        let (mut row, end) = (rows.start, rows.end.min(self.len()));
        let mut places = Vec::new();
        while row < end {
            // The day of this row: the last one that has no more before it.
            let (mut day, mut after) = (Day::MIN.number(), Day::MAX.number() + 1);
            while after - day > 1 {
                let middle = day.midpoint(after);
                *(if self.listed_before(middle) <= row { &mut day } else { &mut after }) = middle;
            }
            let own = self.listed_on(day);
            let some = own.into_iter().skip(row - self.listed_before(day)).take(end - row);
            let known = places.len();
            places.extend(some);
            row += places.len() - known;
            if places.len() == known {
                break;
            }
        }
        places
    }

    /// How many events are listed before a day.
    fn listed_before(&self, day: i32) -> usize {
        let marks = partition(&self.doubled, |doubled| *doubled <= day * 2);
        let vague = partition(&self.vague.places, |place| (*place as usize) < marks);
        marks - vague + partition(&self.vague.by_day, |(first, _)| first.number() < day)
    }

    /// The places of the events listed on a day.
    fn listed_on(&self, day: i32) -> Vec<usize> {
        let start = f64::from(day);
        let marks = self.between(start + 0.5, start + 1.0);
        let on_day = |place: &usize| !self.vague.has(*place);
        let mut places: Vec<usize> = marks.filter(on_day).collect();
        let from = partition(&self.vague.by_day, |(first, _)| first.number() < day);
        let vague = self.vague.by_day.iter().skip(from).take_while(|(first, _)| first.number() == day);
        places.extend(vague.map(|(_, place)| *place as usize));
        sorted(places, |place| {
            let last = self.days(*place).map_or(0, |(_, last)| last.number());
            let record = self.records.get(*place).copied().unwrap_or(0);
            (i64::from(last) << 32) + i64::from(record)
        })
    }
}
