//! Where labels go. Events are asked in order of weight, then time; each label takes the cheapest free place above or below
//! its mark, where near is cheap, crossing a mark is dear, and standing in the way of labels still to come is dearest. Two
//! more rounds let labels move closer and late ones in. Everything is tested against bitmaps, so the cost follows the
//! labels tried (at most [`MOST_TRIED`]) and the pixels, not the events.

use super::occupancy::Occupancy;
use super::text::{self, Wrapped};
use super::timeline::{Align, Leader, PlacedLabel, PlacedMark, ROW};
use super::{Prepared, Rect, round};
use crate::dossier::model::Lane;

/// How many events are asked for a label, the weightiest first.
const MOST_TRIED: usize = 160;

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
    height: f64,
    cost: f64,
}

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
        Shape { text, height, cost }
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

/// What a bold face takes more than the table of widths says.
const BOLD: f64 = 1.09;

struct Field<'a> {
    zones: &'a [Zone],
    bodies: &'a Occupancy,
    words: &'a mut Occupancy,
    lines: Occupancy,
    width: f64,
    /// For each zone, running sums over pixel columns of the weight of marks still without a label.
    waiting: Vec<Vec<f64>>,
}

pub(super) fn place(
    prepared: &Prepared,
    marks: &mut [PlacedMark],
    zones: &[Zone],
    bodies: &Occupancy,
    words: &mut Occupancy,
    width: f64,
) {
    if width < 120.0 {
        return;
    }
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|at| marks.get(*at).map(|mark| (std::cmp::Reverse(mark.weight), mark.index)));
    order.truncate(MOST_TRIED);
    let blocks: Vec<(usize, f64, Vec<Shape>)> = order
        .iter()
        .filter_map(|at| {
            let mark = marks.get(*at)?;
            let title = &prepared.get(mark.index)?.title;
            let (size, measured) = if mark.weight >= 3 { (13.0, 13.0 * BOLD) } else { (12.0, 12.0) };
            Some((*at, size, shapes(title, measured, width)))
        })
        .collect();

    let height = zones.iter().map(|zone| zone.inner.max(zone.outer)).fold(0.0, f64::max);
    let lines = Occupancy::new(width, height + 64.0);
    let mut field = Field { zones, bodies, words, lines, width, waiting: Vec::new() };
    for round in 0..3 {
        for (at, size, shapes) in &blocks {
            if round == 0 || marks.get(*at).is_some_and(|mark| mark.label.is_none()) {
                field.count_waiting(marks, &order);
            }
            let Some(mark) = marks.get_mut(*at) else { continue };
            let old = mark.label.take();
            if let Some(label) = &old {
                field.words.free(&label.rect);
                field.lines.free(&leader_rect(&label.leader));
            }
            let found = field.best(mark, shapes, round == 0);
            mark.label = match found {
                Some(candidate) => shapes.get(candidate.shape).map(|shape| label(candidate, shape, *size)),
                None => old,
            };
            if let Some(label) = &mark.label {
                field.words.take(&label.rect);
                field.lines.take(&leader_rect(&label.leader));
            }
        }
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
    /// Sums up, column by column, which marks of each zone still want a label.
    fn count_waiting(&mut self, marks: &[PlacedMark], order: &[usize]) {
        let columns = self.width.ceil() as usize + 1;
        self.waiting = self
            .zones
            .iter()
            .map(|zone| {
                let mut sums = vec![0.0; columns + 1];
                for mark in order.iter().filter_map(|at| marks.get(*at)).filter(|mark| mark.label.is_none()) {
                    let weight = match mark.weight {
                        3 => 1.0,
                        2 => 0.5,
                        _ => 0.15,
                    };
                    let share = match mark.lane {
                        Lane::Both if zone.lane != Lane::Other => 0.4,
                        lane if lane == zone.lane => 1.0,
                        _ => continue,
                    };
                    if let Some(sum) = sums.get_mut(mark.x.max(0.0) as usize + 1) {
                        *sum += weight * share;
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
            sums.get((x.max(0.0) as usize).min(sums.len().saturating_sub(1))).copied()
        };
        at(to + 1.0).unwrap_or(0.0) - at(from).unwrap_or(0.0)
    }

    /// The cheapest free place for a mark's label.
    fn best(&self, mark: &PlacedMark, shapes: &[Shape], considerate: bool) -> Option<Candidate> {
        let mut best: Option<Candidate> = None;
        for (zone_at, zone) in self.zones.iter().enumerate() {
            let own = mark.lane == zone.lane;
            if !own && (mark.lane != Lane::Both || zone.lane == Lane::Other) {
                continue;
            }
            let first_row = if own { mark.row + 1 } else { 0 };
            let sign = if zone.up() { -1.0 } else { 1.0 };
            let start = mark.y + sign * (mark.size / 2.0 + 1.0);
            for (shape_at, shape) in shapes.iter().enumerate() {
                let mut row = first_row;
                loop {
                    let near = zone.inner + sign * ROW * row as f64;
                    let far = near + sign * shape.height;
                    if (zone.up() && far < zone.outer) || (!zone.up() && far > zone.outer) {
                        break;
                    }
                    let rows_between = (row - first_row) as f64;
                    let floor = rows_between + shape.cost;
                    if best.as_ref().is_some_and(|best| best.cost <= floor) {
                        break;
                    }
                    let (top, bottom) = (near.min(far), near.max(far));
                    for (align, x, left, extra) in self.positions(mark, shape) {
                        let rect = Rect { left, top, right: left + shape.text.width + 4.0, bottom };
                        let waiting = if considerate {
                            let slots = (rows_between / 2.0).floor();
                            let weight =
                                self.waiting_between(zone_at, rect.left, rect.right) - own_share(mark);
                            4.0 * (weight - slots).max(0.0)
                        } else {
                            0.0
                        };
                        let mut cost = floor + extra + waiting;
                        if best.as_ref().is_some_and(|best| best.cost <= cost) {
                            continue;
                        }
                        let leader = Leader { x: round(x), y1: round(start), y2: round(near) };
                        let strip = leader_rect(&leader);
                        if self.bodies.touches(&strip) {
                            cost += 5.0;
                        }
                        if best.as_ref().is_some_and(|best| best.cost <= cost) || !self.is_free(&rect, &strip)
                        {
                            continue;
                        }
                        best = Some(Candidate { cost, shape: shape_at, align, leader, rect: rect.rounded() });
                    }
                    row += 1;
                }
            }
        }
        best
    }

    /// Leader places and left edges for a block of text: its start, middle or end at the mark, or pushed in from the edge.
    fn positions(&self, mark: &PlacedMark, shape: &Shape) -> impl Iterator<Item = (Align, f64, f64, f64)> {
        let width = shape.text.width + 4.0;
        let frame = self.width;
        let offsets = [(0.0, 0.0), (-3.0, 1.2), (3.0, 1.2)];
        offsets.into_iter().flat_map(move |(shift, dear)| {
            let x = mark.x + shift;
            let pushed = x.clamp(0.0, frame) - width / 2.0;
            let pushed = pushed.clamp(0.0, (frame - width).max(0.0));
            [
                (Align::Start, x, even(x - 3.0), dear),
                (Align::End, x, even(x + 3.0 - width), dear + 0.3),
                (Align::Middle, x, even(x - width / 2.0), dear + 0.4),
                (Align::Start, x, even(pushed), dear + 0.8),
            ]
        })
    }

    fn is_free(&self, rect: &Rect, strip: &Rect) -> bool {
        let wide = Rect { left: rect.left - 4.0, right: rect.right + 4.0, ..*rect };
        !self.words.is_taken(rect)
            && !self.words.touches(&wide)
            && !self.bodies.touches(rect)
            && !self.lines.touches(&wide)
            && !self.words.touches(strip)
            && !self.lines.touches(strip)
    }
}

fn own_share(mark: &PlacedMark) -> f64 {
    let weight = match mark.weight {
        3 => 1.0,
        2 => 0.5,
        _ => 0.15,
    };
    if mark.lane == Lane::Both { weight * 0.4 } else { weight }
}

fn even(value: f64) -> f64 {
    (value / 2.0).round() * 2.0
}
