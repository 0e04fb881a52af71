//! Where labels go. Events are asked in order of weight, then time; each label takes the cheapest free place above or below
//! its mark, where near is cheap, crossing a mark is dear, and standing in the way of labels still to come is dearest. Where
//! an event finds none, its surroundings are cleared and seated anew with it first, and that is kept where more is told than
//! before; at last every label may move closer. Everything is tested against bitmaps, so the cost follows the labels tried
//! (at most [`MOST_TRIED`]) and the pixels, not the events.

use super::occupancy::Occupancy;
use super::text::{self, Wrapped};
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

/// One way to break a title.
struct Shape {
    text: Wrapped,
    /// Width and height of the block, whole cells of the occupancy map.
    width: f64,
    height: f64,
    cost: f64,
}

/// Pixels for each of which the waiting marks are counted.
const COLUMN: f64 = 4.0;

struct Candidate {
    cost: f64,
    shape: usize,
    align: Align,
    leader: Leader,
    rect: Rect,
}

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

/// The ways a title may be broken: lines of about 150 pixels on a wide picture, 110 on a narrow one; shortened only where no
/// block of a bearable size holds it.
fn shapes(title: &str, size: f64, width: f64) -> Vec<Shape> {
    let line = if width >= 560.0 { 150.0 } else { 110.0_f64.min(width - 8.0) };
    let tries: [(f64, usize, f64); 5] =
        [(line, 1, 0.0), (line, 2, 0.0), (line * 1.25, 2, 0.6), (line * 0.9, 3, 0.9), (line * 1.1, 4, 3.0)];
    let mut out: Vec<Shape> = Vec::new();
    let shape = |text: Wrapped, cost| {
        let height = text.lines.len() as f64 * PlacedLabel::LINE + 2.0;
        let width = ((text.width + 4.0) / 2.0).ceil() * 2.0;
        Shape { text, width, height, cost }
    };
    for (line, lines, cost) in tries {
        if lines == 4 && !out.is_empty() {
            continue;
        }
        if let Some(text) = text::balance(title, size, line, lines)
            && !out.iter().any(|shape| shape.text.lines.len() == text.lines.len())
        {
            out.push(shape(text, cost));
        }
    }
    if out.is_empty() {
        let text = text::wrap(title, size, line * 1.1, 3);
        if !text.lines.is_empty() && text.width <= line * 1.1 {
            out.push(shape(text, 4.0));
        }
    }
    out
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
        mark.label = match self.best(mark, &block.shapes, considerate) {
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
        const REACH: f64 = 180.0;
        let mut tries = 0;
        for block in blocks {
            let Some(mark) = marks.get(block.mark) else { continue };
            if mark.label.is_some() || block.shapes.is_empty() {
                continue;
            }
            tries += 1;
            if tries > MOST_REARRANGED {
                break;
            }
            let mut profiting = 0;
            let near: Vec<&Block> = blocks
                .iter()
                .filter(|other| {
                    other.mark != block.mark
                        && marks.get(other.mark).is_some_and(|mark_there| {
                            let near = (mark_there.x - mark.x).abs() < REACH
                                && (mark_there.lane == mark.lane
                                    || mark.lane != Lane::Other && mark_there.lane == Lane::Both
                                    || mark_there.lane != Lane::Other && mark.lane == Lane::Both);
                            profiting += usize::from(near && mark_there.label.is_none());
                            near && (mark_there.label.is_some() || profiting <= MOST_PROFITING)
                        })
                })
                .collect();
            let told = |marks: &[PlacedMark]| -> f64 {
                std::iter::once(block)
                    .chain(near.iter().copied())
                    .filter_map(|block| marks.get(block.mark))
                    .filter(|mark| mark.label.is_some())
                    .map(|mark| worth(mark.weight))
                    .sum()
            };
            let before = told(marks);
            let mut saved = Vec::new();
            for other in &near {
                if let Some(label) = marks.get_mut(other.mark).and_then(|mark| mark.label.take()) {
                    self.free(&label);
                    saved.push((other.mark, label));
                }
            }
            self.count_waiting(marks, order);
            self.put(marks, block, true);
            for other in &near {
                self.count_waiting(marks, order);
                self.put(marks, other, true);
            }
            if told(marks) > before + 1e-9 {
                continue;
            }
            for at in near.iter().map(|other| other.mark).chain([block.mark]) {
                if let Some(label) = marks.get_mut(at).and_then(|mark| mark.label.take()) {
                    self.free(&label);
                }
            }
            for (at, label) in saved {
                self.take(&label);
                if let Some(mark) = marks.get_mut(at) {
                    mark.label = Some(label);
                }
            }
        }
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

    /// The cheapest free place for a mark's label.
    fn best(&self, mark: &PlacedMark, shapes: &[Shape], considerate: bool) -> Option<Candidate> {
        let mut best: Option<Candidate> = None;
        if shapes.is_empty() {
            return best;
        }
        for (zone_at, zone) in self.zones.iter().enumerate() {
            let own = mark.lane == zone.lane;
            if !own && (mark.lane != Lane::Both || zone.lane == Lane::Other) {
                continue;
            }
            let sign = if zone.up() { -1.0 } else { 1.0 };
            let start = mark.y + sign * (mark.size / 2.0 + 1.0);
            // The first step clear of the mark; a mark beside its zone starts at the zone's edge.
            let first = ((start - zone.inner) * sign / STEP).ceil().max(0.0);
            let last = ((zone.outer - zone.inner) * sign / STEP).floor();
            // A detail does not send a long line across the picture.
            let last = match mark.weight {
                3 => last,
                2 => last.min(first + 9.0),
                _ => last.min(first + 4.0),
            };
            let steps = (last - first).max(-1.0).min(400.0) as i32;
            for (shift, dear) in [(0.0, 0.0), (-3.0, 1.2), (3.0, 1.2)] {
                let x = mark.x + shift;
                for step in 0..=steps {
                    let far_out = f64::from(step) * STEP / 16.0;
                    let near = zone.inner + sign * STEP * (first + f64::from(step));
                    let leader = Leader { x: round(x), y1: round(start), y2: round(near) };
                    let strip = leader_rect(&leader);
                    let clear = Rect { left: strip.left - 4.0, right: strip.right + 4.0, ..strip };
                    if self.words.touches(&clear) || self.lines.touches(&strip) {
                        break;
                    }
                    let crossing = match (self.bodies.touches(&strip), mark.weight) {
                        (false, _) => 0.0,
                        (true, 3) => 6.0,
                        (true, _) => break,
                    };
                    let floor = far_out + dear + crossing;
                    if best.as_ref().is_some_and(|best| best.cost <= floor) {
                        break;
                    }
                    for (shape_at, shape) in shapes.iter().enumerate() {
                        let far = near + sign * shape.height;
                        if (zone.outer - far) * sign < 0.0 {
                            continue;
                        }
                        let (top, bottom) = (near.min(far), near.max(far));
                        for (align, left, extra) in self.positions(x, shape) {
                            let mut cost = floor + shape.cost + extra;
                            if best.as_ref().is_some_and(|best| best.cost <= cost) {
                                continue;
                            }
                            let rect = Rect { left, top, right: left + shape.width, bottom };
                            if considerate {
                                let slots = (far_out / 2.0).floor();
                                let weight =
                                    self.waiting_between(zone_at, rect.left, rect.right) - own_share(mark);
                                cost += 4.0 * (weight - slots).max(0.0);
                                if best.as_ref().is_some_and(|best| best.cost <= cost) {
                                    continue;
                                }
                            }
                            if self.is_free(&rect) {
                                best = Some(Candidate { cost, shape: shape_at, align, leader, rect });
                            }
                        }
                    }
                }
            }
        }
        best
    }

    /// Left edges for a block of text with its start, end or middle at a leader, or pushed in from the picture's edge.
    fn positions(&self, x: f64, shape: &Shape) -> [(Align, f64, f64); 4] {
        let room = (self.width - shape.width).max(0.0);
        [
            (Align::Start, nearest_even(x - 3.0), 0.0),
            (Align::End, nearest_even(x + 3.0 - shape.width), 0.3),
            (Align::Middle, nearest_even(x - shape.width / 2.0), 0.4),
            (
                Align::Start,
                nearest_even((x - shape.width / 2.0).max(0.0).min(room)).min((room / 2.0).floor() * 2.0),
                0.8,
            ),
        ]
    }

    fn is_free(&self, rect: &Rect) -> bool {
        let wide = Rect { left: rect.left - 6.0, right: rect.right + 6.0, ..*rect };
        !self.words.is_taken(rect)
            && !self.words.touches(&wide)
            && !self.lines.touches(&wide)
            && !self.bodies.touches(&Rect { left: rect.left - 2.0, right: rect.right + 2.0, ..*rect })
    }
}

fn own_share(mark: &PlacedMark) -> f64 {
    if mark.lane == Lane::Both { worth(mark.weight) * 0.4 } else { worth(mark.weight) }
}

fn nearest_even(value: f64) -> f64 {
    (value / 2.0).round() * 2.0
}
