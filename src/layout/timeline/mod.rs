//! The timeline: events over a time scale become marks with places. Two mirrored lanes, side a above and side b below; the
//! acts of both sit in the band between them and bridge it; everybody else's stand in a thin strip underneath. Marks that
//! would cover each other dodge outward in rows, what the rows cannot hold is gathered into clusters, labels go where nothing
//! else is.
//!
//! A frame costs the bins of its width times log n to find what is visible ([`super::gather`]), then the visible marks and the
//! pixels: no more for a million events than for a thousand.

mod ground;
mod lanes;
mod place;
mod ruler;
mod targets;
#[cfg(test)]
mod tests;

use super::gather::{self, Amount, Cluster};
use super::labels::{self, Zone};
use super::occupancy::Occupancy;
use super::{Rect, round};
use crate::dossier::model::{EventKind, Lane};
use crate::index::Index;
use crate::scale::{Break, Tick, TimeScale};
use ground::Ground;
use lanes::{heading_rect, lanes};
use place::place;
pub use ruler::{Ruler, ruler};
use targets::grow_targets;

/// How a picture is to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// With every label in its best place: for a picture that stays.
    Full,
    /// With labels where they fit at once: for one of many in a second.
    Quick,
    /// Without labels and with half the marks: for one of many in a second where there is no time for more.
    Sketch,
    /// As [`Quality::Quick`], and without what only reaches into the window from outside: for a picture beside another, which has
    /// those events already.
    Beside,
}

/// The picture's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width in pixels; the scale should lie inside `0..width`.
    pub width: f64,
    /// Height in pixels; 300 and more is comfortable, below 160 most words go.
    pub height: f64,
    /// The pixels that the longer of the two sides' headings wants (`scene::heading_width`). It has between 112 and 144; 0 where none is
    /// drawn, or nobody knows.
    pub heading: f64,
}

/// Where a line of text is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At its start.
    Start,
    /// At its middle.
    Middle,
    /// At its end.
    End,
}

/// The place of a lane's heading; its words are the scene's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heading {
    /// Where the text is held.
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// How it is held there.
    pub align: Align,
    /// The pixels it may take.
    pub width: f64,
}

/// A lane's part of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LaneArea {
    /// Whose acts stand in it.
    pub lane: Lane,
    /// Its upper edge.
    pub top: f64,
    /// Its lower edge.
    pub bottom: f64,
    /// Where its heading stands; `None` where there is no room for one.
    pub heading: Option<Heading>,
}

/// How a date's stretch ends at one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanEnd {
    /// On a day that is known.
    Sharp,
    /// Somewhere in a month, a year, a decade.
    Soft,
    /// Open (`..`) or unknown.
    Open,
    /// Beyond the window's edge.
    Beyond,
}

/// The stretch of days an event takes or may lie in, held inside the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its left end.
    pub x1: f64,
    /// Its right end.
    pub x2: f64,
    /// How it starts.
    pub start: SpanEnd,
    /// How it ends.
    pub end: SpanEnd,
}

/// The line from a mark to its label: vertical, so that it crosses nothing it was not checked against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leader {
    /// Where it stands.
    pub x: f64,
    /// Its end at the mark.
    pub y1: f64,
    /// Its end at the label.
    pub y2: f64,
}

/// A label beside its mark.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Its lines.
    pub lines: Vec<String>,
    /// Where each line is held.
    pub x: f64,
    /// The first line's baseline; the next ones follow at [`PlacedLabel::LINE`].
    pub y: f64,
    /// How its lines are held.
    pub align: Align,
    /// Font size in pixels.
    pub size: f64,
    /// The room kept for it.
    pub rect: Rect,
    /// The line from its mark.
    pub leader: Leader,
    /// Whether its title had to be shortened.
    pub cut: bool,
}

impl PlacedLabel {
    /// Pixels from baseline to baseline.
    pub const LINE: f64 = 14.0;
}

/// An event's mark.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMark {
    /// The event's place in the index; of a cluster, that of the first event in it.
    pub place: usize,
    /// What is gathered here, where it is more than one event.
    pub cluster: Option<Cluster>,
    /// Whose act it is.
    pub lane: Lane,
    /// What sort of event it is.
    pub kind: EventKind,
    /// 1 to 3; of a cluster 2.
    pub weight: u8,
    /// The middle of its glyph, between the scale's ends.
    pub x: f64,
    /// The middle of its glyph.
    pub y: f64,
    /// The glyph's height.
    pub size: f64,
    /// The glyph's width.
    pub width: f64,
    /// Its row, counted from the lane's inner edge (in the band: middle, above, below).
    pub row: usize,
    /// Whether all rows were full where it stands, so that it may cover part of another mark.
    pub crowded: bool,
    /// Where pointing at it counts; only in a [`Quality::Full`] picture. 24 x 24 pixels, or less where neighbours are nearer than that. Boxes grow only
    /// into free space; the label is a target too. (2.5.8 exempts what has an equivalent elsewhere on the page, as the list of events is.)
    pub hit: Rect,
    /// Its stretch of days, where that is wider than the glyph.
    pub span: Option<Span>,
    /// Its label, where there is room.
    pub label: Option<PlacedLabel>,
}

impl PlacedMark {
    /// The rectangle its glyph fills.
    pub fn glyph(&self) -> Rect {
        let (half, wide) = (self.size / 2.0, self.width / 2.0);
        Rect { left: self.x - wide, top: self.y - half, right: self.x + wide, bottom: self.y + half }
    }

    /// Glyph and span together.
    fn body(&self) -> Rect {
        let glyph = self.glyph();
        match self.span {
            Some(span) => Rect { left: glyph.left.min(span.x1), right: glyph.right.max(span.x2), ..glyph },
            None => glyph,
        }
    }
}

/// A tick with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedTick {
    /// The tick.
    pub tick: Tick,
    /// Its place.
    pub x: f64,
}

/// A break of the axis with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedBreak {
    /// The break.
    pub fold: Break,
    /// Its left end, held inside the picture.
    pub x1: f64,
    /// Its right end, held inside the picture.
    pub x2: f64,
}

/// The timeline, laid out. All coordinates are pixels from the left top corner, rounded to tenths.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineLayout {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Left end of the scale.
    pub left: f64,
    /// Right end of the scale.
    pub right: f64,
    /// The lanes from top to bottom; the strip of others only where the dossier has such events.
    pub lanes: Vec<LaneArea>,
    /// Where the axis runs: under the lanes, above the ticks' names.
    pub axis: f64,
    /// The ticks.
    pub ticks: Vec<PlacedTick>,
    /// The breaks of the axis that are visible.
    pub breaks: Vec<PlacedBreak>,
    /// Every event visible in the window, once, by itself or in a cluster, in time order.
    pub marks: Vec<PlacedMark>,
}

impl TimelineLayout {
    /// The part of the picture a lane takes.
    pub fn lane(&self, lane: Lane) -> Option<&LaneArea> {
        self.lanes.iter().find(|area| area.lane == lane)
    }
}

/// Lays out the events that the scale's window shows. `words` says what a cluster holds.
pub fn timeline(
    index: &Index,
    scale: &TimeScale,
    frame: Frame,
    quality: Quality,
    words: &dyn Fn(&Cluster) -> String,
) -> TimelineLayout {
    let (width, height) = (pixels(frame.width), pixels(frame.height));
    let left = scale.left().max(0.0).min(width);
    let right = scale.right().max(left).min(width);
    let others = index.has(Lane::Other);
    let ground = Ground::new(height, others);

    let amount = match quality {
        Quality::Full | Quality::Quick => Amount::ALL,
        Quality::Sketch => Amount::LESS,
        Quality::Beside => Amount::BESIDE,
    };
    let gathered = gather::gather(index, scale, |lane| ground.rows(lane), amount);
    let mut marks = place(index, gathered, scale, &ground, left, right);
    let mut bodies = Occupancy::new(width, height);
    for mark in &marks {
        bodies.take(&mark.body());
    }
    let lanes = lanes(&ground, &marks, &bodies, [width, frame.heading], [left, right], others);

    let zones = [
        Zone { lane: Lane::A, inner: ground.band_top - 2.0, outer: 0.0 },
        Zone { lane: Lane::B, inner: ground.band_bottom + 2.0, outer: ground.strip_top },
        // What others do is told in the lower part of the lane above their strip.
        Zone { lane: Lane::Other, inner: ground.strip_top - 2.0, outer: ground.band_bottom + 2.0 },
    ];
    let mut taken = Occupancy::new(width, height);
    for area in &lanes {
        if let Some(rect) = area.heading.as_ref().map(heading_rect) {
            taken.take(&rect);
        }
    }
    let title = |mark: &PlacedMark| match &mark.cluster {
        Some(cluster) => words(cluster),
        None => index.get(mark.place).map_or(String::new(), |entry| entry.title.to_owned()),
    };
    if quality != Quality::Sketch {
        labels::place(&title, &mut marks, &zones, &bodies, &mut taken, width, quality);
    }
    // Nobody points at what is gone in a moment.
    if quality == Quality::Full {
        grow_targets(&mut marks, bodies, taken, width, height);
    }

    let Ruler { axis, ticks, .. } = ruler(index, scale, frame);
    TimelineLayout {
        width: round(width),
        height: round(height),
        left: round(left),
        right: round(right),
        lanes,
        axis,
        ticks,
        breaks: breaks(scale, left, right),
        marks,
    }
}

/// A size that is a number, and no larger than a picture can be.
fn pixels(size: f64) -> f64 {
    if size.is_finite() { size.max(1.0).min(20_000.0) } else { 1.0 }
}

/// What the picture of this size shows: its items' first places, without where they stand.
pub(super) fn items(index: &Index, scale: &TimeScale, height: f64) -> Vec<gather::Item> {
    let ground = Ground::new(height, index.has(Lane::Other));
    gather::gather(index, scale, |lane| ground.rows(lane), Amount::ALL).items
}

fn breaks(scale: &TimeScale, left: f64, right: f64) -> Vec<PlacedBreak> {
    let placed = scale.axis().breaks().iter().map(|fold| PlacedBreak {
        fold: *fold,
        x1: round(scale.x_of(fold.from).max(left).min(right)),
        x2: round(scale.x_of(fold.to).max(left).min(right)),
    });
    placed.filter(|placed| placed.x1 < placed.x2).collect()
}
