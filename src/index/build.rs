//! Making an index in steps.

use std::rc::Rc;

use super::events::Index;
use super::level::Level;
use super::source::{Facts, Source};
use crate::dossier::date::{Day, Edtf, End};

/// Days without an event that make a stretch worth remembering.
const QUIET: i32 = 365;

/// Bits of a key that one pass of the sort takes.
const BITS: u32 = 12;

/// An index on its way. [`Building::step`] does a bounded part of the work; [`Building::to_end`] does all of it.
#[derive(Debug)]
pub struct Building {
    source: Rc<Source>,
    /// For each record, whether it is wanted; all where there is nothing.
    keep: Option<Rc<[bool]>>,
    stage: Stage,
    /// The record or place that comes next in this stage.
    next: usize,
    /// By place: the record, and twice its instant.
    records: Vec<u32>,
    doubled: Vec<i32>,
    in_order: bool,
    sizes: [[usize; 3]; 4],
    sort: Sort,
    index: Option<Index>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Stage {
    /// Takes the records that are wanted.
    Taking,
    /// Counts the keys' digits of a pass.
    Counting(u32),
    /// Moves records to where a pass puts them.
    Moving(u32),
    /// Puts every event into its level.
    Levelling,
    /// Makes the levels ready to be asked, one at a time.
    Finishing,
    Done,
}

#[derive(Debug, Default)]
struct Sort {
    least: i32,
    most: i32,
    /// Where the next key with each digit goes.
    ends: Vec<u32>,
    records: Vec<u32>,
    doubled: Vec<i32>,
}

impl Sort {
    fn digit(&self, doubled: i32, pass: u32) -> usize {
        ((doubled.wrapping_sub(self.least).cast_unsigned() >> (pass * BITS)) & ((1 << BITS) - 1)) as usize
    }
}

impl Building {
    /// Starts an index of the records of a source that are wanted: all, or those for which `keep` says so.
    pub fn new(source: Rc<Source>, keep: Option<Rc<[bool]>>) -> Building {
        let most = source.len();
        Building {
            source,
            keep,
            stage: Stage::Taking,
            next: 0,
            records: Vec::with_capacity(most),
            doubled: Vec::with_capacity(most),
            in_order: true,
            sizes: [[0; 3]; 4],
            sort: Sort { least: i32::MAX, most: i32::MIN, ..Sort::default() },
            index: None,
        }
    }

    /// Works on at most `events` events more. `true` while there is something left to do.
    pub fn step(&mut self, events: usize) -> bool {
        match self.stage {
            Stage::Taking => {
                let until = (self.next + events).min(self.source.len());
                for record in self.next..until {
                    self.take(record);
                }
                if self.reached(until, self.source.len()) {
                    self.stage = if self.in_order { Stage::Levelling } else { Stage::Counting(0) };
                }
            }
            Stage::Counting(pass) => {
                if self.next == 0 {
                    self.sort.ends = vec![0; 1 << BITS];
                }
                let until = (self.next + events).min(self.doubled.len());
                for place in self.next..until {
                    let digit = self.doubled.get(place).map_or(0, |doubled| self.sort.digit(*doubled, pass));
                    if let Some(count) = self.sort.ends.get_mut(digit) {
                        *count += 1;
                    }
                }
                if self.reached(until, self.doubled.len()) {
                    // From numbers to the first place of each.
                    let mut before = 0;
                    for count in &mut self.sort.ends {
                        before += std::mem::replace(count, before);
                    }
                    self.sort.records = vec![0; self.records.len()];
                    self.sort.doubled = vec![0; self.records.len()];
                    self.stage = Stage::Moving(pass);
                }
            }
            Stage::Moving(pass) => {
                let until = (self.next + events).min(self.doubled.len());
                for place in self.next..until {
                    self.put(place, pass);
                }
                if self.reached(until, self.doubled.len()) {
                    std::mem::swap(&mut self.records, &mut self.sort.records);
                    std::mem::swap(&mut self.doubled, &mut self.sort.doubled);
                    let wide = self.sort.most.wrapping_sub(self.sort.least).cast_unsigned();
                    self.stage = if wide >> ((pass + 1) * BITS).min(31) > 0 {
                        Stage::Counting(pass + 1)
                    } else {
                        self.sort = Sort::default();
                        Stage::Levelling
                    };
                }
            }
            Stage::Levelling => {
                let until = (self.next + events).min(self.records.len());
                let mut index = self.index.take().unwrap_or_else(|| self.empty());
                for place in self.next..until {
                    self.level(&mut index, place);
                }
                if self.reached(until, self.records.len()) {
                    (index.records, index.doubled) =
                        (std::mem::take(&mut self.records), std::mem::take(&mut self.doubled));
                    self.stage = Stage::Finishing;
                }
                self.index = Some(index);
            }
            Stage::Finishing => {
                let index = self.index.as_mut();
                match index.and_then(|index| index.levels.iter_mut().flatten().nth(self.next)) {
                    Some(level) => {
                        level.finish();
                        self.next += 1;
                    }
                    None => {
                        #[cfg(any(feature = "open", feature = "native"))]
                        if let Some(index) = &mut self.index {
                            index.vague.finish();
                        }
                        self.stage = Stage::Done;
                    }
                }
            }
            Stage::Done => {}
        }
        self.stage != Stage::Done
    }

    /// The index, once [`Building::step`] has nothing left to do.
    pub fn finished(self) -> Option<Index> {
        self.index.filter(|_| self.stage == Stage::Done)
    }

    /// Does all that is left.
    pub fn to_end(mut self) -> Index {
        while self.step(usize::MAX / 2) {}
        let empty = self.empty();
        self.finished().unwrap_or(empty)
    }

    /// Notes how far this stage has come; whether it is over.
    fn reached(&mut self, until: usize, end: usize) -> bool {
        let over = until >= end;
        self.next = if over { 0 } else { until };
        over
    }

    fn take(&mut self, record: usize) {
        if self.keep.as_ref().is_some_and(|keep| !keep.get(record).copied().unwrap_or(false)) {
            return;
        }
        let Some(facts) = self.source.facts(record) else { return };
        self.in_order &= facts.doubled >= self.sort.most;
        self.sort.least = self.sort.least.min(facts.doubled);
        self.sort.most = self.sort.most.max(facts.doubled);
        self.records.push(record as u32);
        self.doubled.push(facts.doubled);
        if let Some(size) =
            level_of(&facts).and_then(|(lane, weight)| self.sizes.get_mut(lane)?.get_mut(weight))
        {
            *size += 1;
        }
    }

    fn put(&mut self, place: usize, pass: u32) {
        let (Some(record), Some(doubled)) = (self.records.get(place), self.doubled.get(place)) else {
            return;
        };
        let digit = self.sort.digit(*doubled, pass);
        let Some(end) = self.sort.ends.get_mut(digit) else { return };
        let to = *end as usize;
        *end += 1;
        if let (Some(record_to), Some(doubled_to)) =
            (self.sort.records.get_mut(to), self.sort.doubled.get_mut(to))
        {
            (*record_to, *doubled_to) = (*record, *doubled);
        }
    }

    fn empty(&self) -> Index {
        Index {
            source: self.source.clone(),
            records: Vec::new(),
            doubled: Vec::new(),
            levels: self.sizes.map(|weights| weights.map(Level::with_capacity)),
            quiet: Vec::new(),
            span: None,
            #[cfg(any(feature = "open", feature = "native"))]
            vague: Default::default(),
        }
    }

    /// Whether an event's start and its end are open. The calendar's first and last day stand for that, and are days as well: which of
    /// the two they are only the date itself says, and so rarely that it is not worth keeping.
    fn open_ends(&self, record: usize, facts: &Facts) -> [bool; 2] {
        if facts.first > Day::MIN && facts.last < Day::MAX {
            return [false; 2];
        }
        match self.source.id_title_date(record) {
            Some((_, _, Edtf::Interval(from, to))) => [from, to].map(|end| !matches!(end, End::At(_))),
            _ => [false; 2],
        }
    }

    fn level(&self, index: &mut Index, place: usize) {
        let Some(record) = self.records.get(place).map(|record| *record as usize) else { return };
        let Some(facts) = self.source.facts(record) else { return };
        let level = level_of(&facts).and_then(|(lane, weight)| index.levels.get_mut(lane)?.get_mut(weight));
        if let Some(level) = level {
            level.push(place as u32, facts.kind, facts.first, facts.last);
        }
        #[cfg(any(feature = "open", feature = "native"))]
        index.vague.note(place, &facts);
        // An open end says nothing of how long something went on.
        let [from_open, to_open] = self.open_ends(record, &facts);
        let first = if from_open { facts.last } else { facts.first };
        let last = if to_open { first } else { facts.last };
        // A year that is known no better may begin before days that came earlier in this order.
        while let Some(stretch) = index.quiet.last_mut().filter(|stretch| stretch.1 > first) {
            stretch.1 = first.max(stretch.0);
            if stretch.1.since(stretch.0) >= QUIET {
                break;
            }
            index.quiet.pop();
        }
        index.span = Some(match index.span {
            None => (first, last),
            Some((from, until)) => {
                if first.since(until) >= QUIET {
                    index.quiet.push((until, first));
                }
                (from.min(first), until.max(last))
            }
        });
    }
}

/// Where an event's level stands in [`Index::levels`].
fn level_of(facts: &Facts) -> Option<(usize, usize)> {
    let lane = Index::LANES.iter().position(|lane| *lane == facts.lane)?;
    Some((lane, usize::from(facts.weight.clamp(1, 3)) - 1))
}
