//! Where labels go. Events are asked in order of weight, then time; each label takes the cheapest free place above or below
//! its mark, where near is cheap, crossing a mark is dear, and standing in the way of labels still to come is dearest. Where
//! an event finds none, its surroundings are cleared and seated anew with it first, and that is kept where more is told than
//! before; at last every label may move closer. Everything is tested against bitmaps, so the cost follows the labels tried
//! (at most [`MOST_TRIED`]) and the pixels, not the events.

mod search;
mod shapes;

use search::{Candidate, Search};
use shapes::{Shape, shapes};

use super::occupancy::Occupancy;
use super::text;
use super::timeline::{Align, Leader, PlacedLabel, PlacedMark, Quality};
use super::{Rect, round};
use crate::dossier::model::Lane;
use crate::dossier::order::sorted;

/// How many events are asked for a label, the weightiest first.
const MOST_TRIED: usize = 160;

/// The same, for a picture that is gone in a moment.
const MOST_TRIED_QUICKLY: usize = 40;

/// How many events without a place may have their surroundings rearranged, and how many
/// others, themselves without a place, may profit.
const MOST_REARRANGED: usize = 16;
const MOST_PROFITING: usize = 5;

/// Labels stand on a grid of this many pixels from their zone's edge, so that neighbours line up.
const STEP: f64 = 8.0;

/// A lane's room for labels: from `inner`, the edge its rows count from, out to `outer`.
pub(super) struct Zone {
    pub lane: Lane,
    pub inner: f64,
    pub outer: f64,
}

impl Zone {
    fn up(&self) -> bool {
        self.outer < self.inner
    }
}

/// Pixels for each of which the waiting marks are counted.
const COLUMN: f64 = 4.0;

/// The room a leader takes on either side of its middle.
const LEADER: f64 = 1.0;

fn leader_rect(leader: &Leader) -> Rect {
    Rect {
        left: leader.x - LEADER,
        right: leader.x + LEADER,
        top: leader.y1.min(leader.y2),
        bottom: leader.y1.max(leader.y2),
    }
}

struct Field<'a> {
    zones: &'a [Zone],
    bodies: &'a Occupancy,
    words: &'a mut Occupancy,
    lines: Occupancy,
    width: f64,
    /// For each zone, running sums over columns of the weight of marks still without a label.
    waiting: Vec<Vec<f64>>,
}

pub(super) fn place(
    title: &dyn Fn(&PlacedMark) -> String,
    marks: &mut [PlacedMark],
    zones: &[Zone],
    bodies: &Occupancy,
    words: &mut Occupancy,
    width: f64,
    quality: Quality,
) {
    if width < 120.0 {
        return;
    }
    // Of equal weights in order of the index, in which the marks stand; where only some are tried, those in the middle first, so that
    // not one half of the picture has all the words.
    let rank = |at: &usize| {
        marks.get(*at).map_or(0, |mark| {
            let from_middle = if quality == Quality::Full { 0.0 } else { (mark.x - width / 2.0).abs() };
            from_middle as i64 - i64::from(mark.weight) * 100_000
        })
    };
    let mut order = sorted((0..marks.len()).collect(), rank);
    order.truncate(if quality == Quality::Full { MOST_TRIED } else { MOST_TRIED_QUICKLY });
    let blocks: Vec<Block> = order
        .iter()
        .filter_map(|at| {
            let mark = marks.get(*at)?;
            let (size, measured) = if mark.weight >= 3 { (12.0, 12.0 * text::BOLD) } else { (12.0, 12.0) };
            Some(Block { mark: *at, size, shapes: shapes(&title(mark), measured, width) })
        })
        .collect();

    let height = zones.iter().map(|zone| zone.inner.max(zone.outer)).fold(0.0, f64::max);
    let lines = Occupancy::new(width, height + 64.0);
    let mut field = Field { zones, bodies, words, lines, width, waiting: Vec::new() };
    for block in &blocks {
        field.count_waiting(marks, &order);
        field.put(marks, block, true);
    }
    if quality != Quality::Full {
        return;
    }
    field.tidy(marks, &blocks);
    field.rearrange(marks, &blocks, &order);
    field.tidy(marks, &blocks);
}

/// A title that wants a place.
struct Block {
    /// The place of its mark among the marks.
    mark: usize,
    /// Its font size.
    size: f64,
    shapes: Vec<Shape>,
}

/// What a label is worth against others.
fn worth(weight: u8) -> f64 {
    match weight {
        3 => 1.0,
        2 => 0.5,
        _ => 0.15,
    }
}

fn label(candidate: Candidate, shape: &Shape, size: f64) -> PlacedLabel {
    let rect = candidate.rect;
    let x = match candidate.align {
        Align::Start => rect.left + 2.0,
        Align::Middle => (rect.left + rect.right) / 2.0,
        Align::End => rect.right - 2.0,
    };
    PlacedLabel {
        lines: shape.text.lines.clone(),
        x: round(x),
        y: round(rect.top + 12.0),
        align: candidate.align,
        size,
        rect,
        leader: candidate.leader,
        cut: shape.text.cut,
    }
}

/// The blocks near one whose labels it may contend with: those that have a place, and the first few that have none either.
fn surroundings<'b>(marks: &[PlacedMark], blocks: &'b [Block], block: &Block) -> Vec<&'b Block> {
    const REACH: f64 = 180.0;
    let Some(mark) = marks.get(block.mark) else { return Vec::new() };
    let shares_room = |other: &PlacedMark| {
        other.lane == mark.lane
            || mark.lane != Lane::Other && other.lane == Lane::Both
            || other.lane != Lane::Other && mark.lane == Lane::Both
    };
    let mut profiting = 0;
    let is_near = |other: &&Block| {
        let there = marks.get(other.mark).filter(|_| other.mark != block.mark);
        there.is_some_and(|there| {
            let near = (there.x - mark.x).abs() < REACH && shares_room(there);
            profiting += usize::from(near && there.label.is_none());
            near && (there.label.is_some() || profiting <= MOST_PROFITING)
        })
    };
    blocks.iter().filter(is_near).collect()
}

impl Field<'_> {
    fn take(&mut self, label: &PlacedLabel) {
        self.words.take(&label.rect);
        self.lines.take(&leader_rect(&label.leader));
    }

    fn free(&mut self, label: &PlacedLabel) {
        self.words.free(&label.rect);
        self.lines.free(&leader_rect(&label.leader));
    }

    /// Gives a block the best place there is now; a label that has one keeps it where there is none better.
    fn put(&mut self, marks: &mut [PlacedMark], block: &Block, considerate: bool) {
        let Some(mark) = marks.get_mut(block.mark) else { return };
        let old = mark.label.take();
        if let Some(label) = &old {
            self.free(label);
        }
        mark.label = match Search::new(self, mark, &block.shapes, considerate).run() {
            Some(found) => block.shapes.get(found.shape).map(|shape| label(found, shape, block.size)),
            None => old,
        };
        if let Some(label) = &mark.label {
            self.take(label);
        }
    }

    /// Lets every label move closer to its mark, and late ones in.
    fn tidy(&mut self, marks: &mut [PlacedMark], blocks: &[Block]) {
        for block in blocks {
            self.put(marks, block, false);
        }
    }

    /// For each block that found no place: clears its surroundings, seats it first and the others after it, and keeps the
    /// result where more weight is told than before.
    fn rearrange(&mut self, marks: &mut [PlacedMark], blocks: &[Block], order: &[usize]) {
        let without_place = |marks: &[PlacedMark], block: &Block| {
            marks.get(block.mark).is_some_and(|mark| mark.label.is_none()) && !block.shapes.is_empty()
        };
        let mut tries = 0;
        for block in blocks {
            if tries == MOST_REARRANGED {
                break;
            }
            if without_place(marks, block) {
                tries += 1;
                let others = surroundings(marks, blocks, block);
                self.seat_first(marks, block, &others, order);
            }
        }
    }

    /// Seats a block, then the others that stand or wait near it, all anew; where no more is told than before, all is as it was.
    fn seat_first(&mut self, marks: &mut [PlacedMark], block: &Block, others: &[&Block], order: &[usize]) {
        let told = |marks: &[PlacedMark]| -> f64 {
            std::iter::once(block)
                .chain(others.iter().copied())
                .filter_map(|block| marks.get(block.mark))
                .filter(|mark| mark.label.is_some())
                .map(|mark| worth(mark.weight))
                .sum()
        };
        let before = told(marks);
        let saved = self.clear(marks, others.iter().map(|other| other.mark));
        for block in std::iter::once(block).chain(others.iter().copied()) {
            self.count_waiting(marks, order);
            self.put(marks, block, true);
        }
        if told(marks) > before + 1e-9 {
            return;
        }
        self.clear(marks, others.iter().map(|other| other.mark).chain([block.mark]));
        for (at, label) in saved {
            self.take(&label);
            if let Some(mark) = marks.get_mut(at) {
                mark.label = Some(label);
            }
        }
    }

    /// Takes the labels of some marks away; which they were.
    fn clear(
        &mut self,
        marks: &mut [PlacedMark],
        which: impl Iterator<Item = usize>,
    ) -> Vec<(usize, PlacedLabel)> {
        let mut taken = Vec::new();
        for at in which {
            if let Some(label) = marks.get_mut(at).and_then(|mark| mark.label.take()) {
                self.free(&label);
                taken.push((at, label));
            }
        }
        taken
    }

    /// Sums up, column by column, which marks of each zone still want a label.
    fn count_waiting(&mut self, marks: &[PlacedMark], order: &[usize]) {
        let columns = (self.width / COLUMN).ceil() as usize + 1;
        self.waiting = self
            .zones
            .iter()
            .map(|zone| {
                let mut sums = vec![0.0; columns + 1];
                for mark in order.iter().filter_map(|at| marks.get(*at)).filter(|mark| mark.label.is_none()) {
                    let share = match mark.lane {
                        Lane::Both if zone.lane != Lane::Other => 0.4,
                        lane if lane == zone.lane => 1.0,
                        _ => continue,
                    };
                    if let Some(sum) = sums.get_mut((mark.x.max(0.0) / COLUMN) as usize + 1) {
                        *sum += worth(mark.weight) * share;
                    }
                }
                let mut total = 0.0;
                for sum in &mut sums {
                    total += *sum;
                    *sum = total;
                }
                sums
            })
            .collect();
    }

    fn waiting_between(&self, zone: usize, from: f64, to: f64) -> f64 {
        let at = |x: f64| {
            let sums = self.waiting.get(zone)?;
            sums.get(((x.max(0.0) / COLUMN) as usize).min(sums.len().saturating_sub(1))).copied()
        };
        at(to + COLUMN).unwrap_or(0.0) - at(from).unwrap_or(0.0)
    }
}
