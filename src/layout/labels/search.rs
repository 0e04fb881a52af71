//! The cheapest free place for one label: along the ways that its leader may take, step by step away from the mark, and at each step in every
//! shape of the title and on either side of the leader. What cannot be cheaper than the best so far is not looked at.

use super::shapes::Shape;
use super::{Field, STEP, Zone, leader_rect, worth};
use crate::dossier::model::Lane;
use crate::layout::timeline::{Align, Leader, PlacedMark};
use crate::layout::{Rect, round};

/// How far beside its mark's middle a leader may stand, and what that costs.
const SHIFTS: [(f64, f64); 3] = [(0.0, 0.0), (-3.0, 1.2), (3.0, 1.2)];

/// Steps that are looked at in a zone, whatever its height.
const MOST_STEPS: f64 = 400.0;

/// A place for a label.
pub(super) struct Candidate {
    /// What it costs: lower is better.
    pub cost: f64,
    /// The shape of the title, by its place among them.
    pub shape: usize,
    pub align: Align,
    pub leader: Leader,
    pub rect: Rect,
}

/// The way of leaders from a mark into a zone.
struct Way<'z> {
    /// The zone's place among the zones.
    at: usize,
    zone: &'z Zone,
    /// Down the picture 1, up -1.
    sign: f64,
    /// Where leaders begin.
    start: f64,
    /// The first step on the zone's grid that is clear of the mark.
    first: f64,
    /// How many steps there are beyond it.
    steps: i32,
}

/// The end of a leader, at which a block of text may stand.
struct Stand<'z> {
    way: &'z Way<'z>,
    leader: Leader,
    /// The edge of the block that is nearer to the mark.
    near: f64,
    /// What every block here costs.
    floor: f64,
    /// Rows of labels that have room between it and the mark.
    rows: f64,
}

pub(super) struct Search<'f, 'p> {
    field: &'f Field<'p>,
    mark: &'f PlacedMark,
    shapes: &'f [Shape],
    /// Whether room that others wait for is dear.
    considerate: bool,
    best: Option<Candidate>,
}

impl<'z> Way<'z> {
    /// `None` where the mark's labels do not go into the zone: they go into their lane's, those of both parties into either party's.
    fn into(mark: &PlacedMark, (at, zone): (usize, &'z Zone)) -> Option<Way<'z>> {
        if mark.lane != zone.lane && (mark.lane != Lane::Both || zone.lane == Lane::Other) {
            return None;
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
        Some(Way { at, zone, sign, start, first, steps: (last - first).max(-1.0).min(MOST_STEPS) as i32 })
    }
}

impl<'f, 'p> Search<'f, 'p> {
    pub(super) fn new(
        field: &'f Field<'p>,
        mark: &'f PlacedMark,
        shapes: &'f [Shape],
        considerate: bool,
    ) -> Search<'f, 'p> {
        Search { field, mark, shapes, considerate, best: None }
    }

    pub(super) fn run(mut self) -> Option<Candidate> {
        if self.shapes.is_empty() {
            return None;
        }
        let ways = self.field.zones.iter().enumerate().filter_map(|zone| Way::into(self.mark, zone));
        for way in ways {
            for (shift, dear) in SHIFTS {
                for step in 0..=way.steps {
                    // What bars the way here does so farther on.
                    let Some(stand) = self.stand(&way, f64::from(step), shift, dear) else { break };
                    self.look(&stand, self.mark.x + shift);
                }
            }
        }
        self.best
    }

    /// A leader of so many steps; `None` where something stands in its way, or the best so far is as cheap.
    fn stand<'z>(&self, way: &'z Way<'z>, step: f64, shift: f64, dear: f64) -> Option<Stand<'z>> {
        let far_out = step * STEP / 16.0;
        let near = way.zone.inner + way.sign * STEP * (way.first + step);
        let leader = Leader { x: round(self.mark.x + shift), y1: round(way.start), y2: round(near) };
        let strip = leader_rect(&leader);
        let clear = Rect { left: strip.left - 4.0, right: strip.right + 4.0, ..strip };
        if self.field.words.touches(&clear) || self.field.lines.touches(&strip) {
            return None;
        }
        let crossing = match (self.field.bodies.touches(&strip), self.mark.weight) {
            (false, _) => 0.0,
            (true, 3) => 6.0,
            (true, _) => return None,
        };
        let floor = far_out + dear + crossing;
        let rows = (far_out / 2.0).floor();
        (!self.is_beaten(floor)).then_some(Stand { way, leader, near, floor, rows })
    }

    /// Looks for a better place than the best so far at the end of a leader.
    fn look(&mut self, stand: &Stand<'_>, x: f64) {
        let Way { at, zone, sign, .. } = stand.way;
        for (shape_at, shape) in self.shapes.iter().enumerate() {
            let far = stand.near + sign * shape.height;
            if (zone.outer - far) * sign < 0.0 {
                continue;
            }
            for (align, left, extra) in self.field.positions(x, shape) {
                let mut cost = stand.floor + shape.cost + extra;
                if self.is_beaten(cost) {
                    continue;
                }
                let (top, bottom) = (stand.near.min(far), stand.near.max(far));
                let rect = Rect { left, top, right: left + shape.width, bottom };
                if self.considerate {
                    let weight =
                        self.field.waiting_between(*at, rect.left, rect.right) - own_share(self.mark);
                    cost += 4.0 * (weight - stand.rows).max(0.0);
                    if self.is_beaten(cost) {
                        continue;
                    }
                }
                if self.field.is_free(&rect) {
                    let leader = stand.leader;
                    self.best = Some(Candidate { cost, shape: shape_at, align, leader, rect });
                }
            }
        }
    }

    fn is_beaten(&self, cost: f64) -> bool {
        self.best.as_ref().is_some_and(|best| best.cost <= cost)
    }
}

impl Field<'_> {
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
