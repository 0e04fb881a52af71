//! The timeline: events over a time scale become marks with places. Two mirrored lanes, side a above and side b below; the
//! acts of both sit in the band between them and bridge it; everybody else's stand in a thin strip underneath. Marks that
//! would cover each other dodge outward in rows, labels go where nothing else is.
//!
//! A frame costs log n to find what is visible, then the visible marks and the pixels. Rows are filled in time order from
//! somewhat before the window's left edge, so that panning does not reshuffle them.

use super::labels::{self, Zone};
use super::occupancy::Occupancy;
use super::{Entry, Prepared, Rect, round};
use crate::dossier::date::{Edtf, End};
use crate::dossier::model::{EventKind, Lane};
use crate::dossier::order::sorted;
use crate::scale::{Tick, TimeScale, Window, ticks};

/// The height of a row of marks, in pixels.
const ROW: f64 = 14.0;
/// The size hit boxes grow to where their neighbours leave room (WCAG 2.2, 2.5.8).
const TARGET: f64 = 24.0;
/// Pixels before the window whose events take part in the dodging.
const OVERSCAN: f64 = 200.0;

/// The picture's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width in pixels; the scale should lie inside `0..width`.
    pub width: f64,
    /// Height in pixels; 300 and more is comfortable, below 160 most words go.
    pub height: f64,
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
    /// The event's place in [`Prepared`].
    pub index: usize,
    /// Whose act it is.
    pub lane: Lane,
    /// What sort of event it is.
    pub kind: EventKind,
    /// 1 to 3.
    pub weight: u8,
    /// The middle of its glyph, between the scale's ends.
    pub x: f64,
    /// The middle of its glyph.
    pub y: f64,
    /// The glyph's width and height.
    pub size: f64,
    /// Its row, counted from the lane's inner edge (in the band: middle, above, below).
    pub row: usize,
    /// Whether it covers part of another mark, because all rows were full.
    pub crowded: bool,
    /// Where pointing at it counts: 24 x 24 pixels, or less where neighbours are nearer than that. Boxes grow only
    /// into free space; the label is a target too. (2.5.8 exempts what has an equivalent elsewhere on the page, as the list of events is.)
    pub hit: Rect,
    /// Its stretch of days, where that is wider than the glyph.
    pub span: Option<Span>,
    /// Its label, where there is room.
    pub label: Option<PlacedLabel>,
}

impl PlacedMark {
    /// The square its glyph fills.
    pub fn glyph(&self) -> Rect {
        let half = self.size / 2.0;
        Rect { left: self.x - half, top: self.y - half, right: self.x + half, bottom: self.y + half }
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
    /// Every event visible in the window, once, in time order.
    pub marks: Vec<PlacedMark>,
}

impl TimelineLayout {
    /// The part of the picture a lane takes.
    pub fn lane(&self, lane: Lane) -> Option<&LaneArea> {
        self.lanes.iter().find(|area| area.lane == lane)
    }
}

/// Where lanes and axis lie in a frame.
struct Ground {
    /// Edges of the band between the sides, of side b's lane below it, of the strip, and the axis.
    band_top: f64,
    band_bottom: f64,
    strip_top: f64,
    axis: f64,
    band_rows: usize,
    side_rows: usize,
    strip_rows: usize,
}

fn even(value: f64) -> f64 {
    (value / 2.0).floor() * 2.0
}

impl Ground {
    fn new(height: f64, others: bool) -> Ground {
        let ticks = if height >= 100.0 { 36.0 } else { 0.0 };
        let axis = even((height - ticks).max(0.0));
        let strip = match (others, height) {
            (false, _) => 0.0,
            (true, h) if h >= 300.0 => 24.0,
            (true, h) if h >= 160.0 => 20.0,
            (true, h) => even(h / 6.0),
        };
        let strip_top = (axis - strip).max(0.0);
        let band_rows: u8 = if height >= 340.0 {
            3
        } else if height >= 200.0 {
            2
        } else {
            1
        };
        let band = (f64::from(band_rows) * ROW + 6.0).min(strip_top / 2.0);
        let band_top = even((strip_top - band) / 2.0);
        let band_bottom = even(band_top + band);
        Ground {
            band_top,
            band_bottom,
            strip_top,
            axis,
            band_rows: usize::from(band_rows),
            side_rows: ((band_top * 0.65 / ROW) as usize).clamp(1, 8),
            strip_rows: 1,
        }
    }

    fn rows(&self, lane: Lane) -> usize {
        match lane {
            Lane::A | Lane::B => self.side_rows,
            Lane::Both => self.band_rows,
            Lane::Other => self.strip_rows,
        }
    }

    /// The middle of a row.
    fn y(&self, lane: Lane, row: usize) -> f64 {
        let steps = row as f64;
        match lane {
            Lane::A => self.band_top - 2.0 - ROW * (steps + 0.5),
            Lane::B => self.band_bottom + 2.0 + ROW * (steps + 0.5),
            Lane::Other => (self.strip_top + self.axis) / 2.0 + ROW * steps,
            Lane::Both => {
                let middle = (self.band_top + self.band_bottom) / 2.0;
                match (self.band_rows, row) {
                    (2, 0) => middle - ROW / 2.0,
                    (2, _) => middle + ROW / 2.0,
                    (_, 0) => middle,
                    (_, 1) => middle - ROW,
                    _ => middle + ROW,
                }
            }
        }
    }
}

/// Lays out the events that the scale's window shows.
pub fn timeline(prepared: &Prepared, scale: &TimeScale, frame: Frame) -> TimelineLayout {
    let width = if frame.width.is_finite() { frame.width.max(1.0).min(20_000.0) } else { 1.0 };
    let height = if frame.height.is_finite() { frame.height.max(1.0).min(20_000.0) } else { 1.0 };
    let left = scale.left().max(0.0).min(width);
    let right = scale.right().max(left).min(width);
    let ground = Ground::new(height, !prepared.lane(Lane::Other).is_empty());

    let mut marks = place(prepared, scale, &ground, left, right);
    let mut bodies = Occupancy::new(width, height);
    for mark in &marks {
        bodies.take(&mark.body());
    }
    let lanes = lanes(&ground, &marks, &bodies, width, left, right, !prepared.lane(Lane::Other).is_empty());

    let zones = [
        Zone { lane: Lane::A, inner: ground.band_top - 2.0, outer: 0.0 },
        Zone { lane: Lane::B, inner: ground.band_bottom + 2.0, outer: ground.strip_top },
        // What others do is told in the lower part of the lane above their strip.
        Zone { lane: Lane::Other, inner: ground.strip_top - 2.0, outer: ground.band_bottom + 2.0 },
    ];
    let mut words = Occupancy::new(width, height);
    for area in &lanes {
        if let Some(rect) = area.heading.as_ref().map(heading_rect) {
            words.take(&rect);
        }
    }
    labels::place(prepared, &mut marks, &zones, &bodies, &mut words, width);
    grow_targets(&mut marks, bodies, words, width, height);

    let ticks =
        ticks(scale).into_iter().map(|tick| PlacedTick { tick, x: round(scale.x_of(tick.day)) }).collect();
    TimelineLayout {
        width: round(width),
        height: round(height),
        left: round(left),
        right: round(right),
        lanes,
        axis: ground.axis,
        ticks,
        marks,
    }
}

/// Gives every visible event its row: the first whose last mark ended before this one begins; of full rows, the one that
/// ended first.
fn place(prepared: &Prepared, scale: &TimeScale, ground: &Ground, left: f64, right: f64) -> Vec<PlacedMark> {
    let window = scale.window();
    let before = OVERSCAN / scale.pixels_per_day().max(1e-9);
    let reach = Window::new(window.from() - before, window.to());
    // Of events on one day the weightier go outward, where their leaders cross nobody.
    let order = sorted(prepared.visible(reach), |at| {
        prepared.get(*at).map_or(0, |entry| i64::from(entry.anchor.number()) * 4 + i64::from(entry.weight))
    });
    let mut ends: [Vec<f64>; 4] = Prepared::LANES.map(|lane| vec![f64::NEG_INFINITY; ground.rows(lane)]);
    let mut marks = Vec::new();
    for index in order {
        let Some(entry) = prepared.get(index) else { continue };
        let size = match entry.weight {
            3 => 13.0,
            2 => 10.0,
            _ => 8.0,
        };
        let visible = window.touches(entry.first, entry.last);
        let x = scale.x(entry.instant());
        let x = if visible { x.max(left).min(right) } else { x };
        let span = span(entry, scale, left, right).filter(|span| span.x2 - span.x1 > size);
        let (from, to) = span.map_or((x, x), |span| (span.x1.min(x), span.x2.max(x)));
        let (from, to) = (from.min(x - size / 2.0) - 1.0, to.max(x + size / 2.0) + 1.0);
        let lane_at = Prepared::LANES.iter().position(|lane| *lane == entry.lane).unwrap_or(0);
        let Some(rows) = ends.get_mut(lane_at) else { continue };
        let free = rows.iter().position(|end| *end <= from);
        let crowded = free.is_none();
        let row = free.unwrap_or_else(|| {
            let ended = |row: &usize| rows.get(*row).copied().unwrap_or(f64::INFINITY);
            (0..rows.len()).min_by(|a, b| ended(a).total_cmp(&ended(b))).unwrap_or(0)
        });
        if let Some(end) = rows.get_mut(row) {
            *end = end.max(to);
        }
        if !visible {
            continue;
        }
        marks.push(PlacedMark {
            index,
            lane: entry.lane,
            kind: entry.kind,
            weight: entry.weight,
            x: round(x),
            y: round(ground.y(entry.lane, row)),
            size,
            row,
            crowded,
            hit: Rect::default(),
            span,
            label: None,
        });
    }
    sorted(marks, |mark| mark.index as i64)
}

fn span(entry: &Entry, scale: &TimeScale, left: f64, right: f64) -> Option<Span> {
    if entry.date.is_single_day() {
        return None;
    }
    let of = |end: End| match end {
        End::At(point) if point.first == point.last && !point.qualifier.approximate => SpanEnd::Sharp,
        End::At(_) => SpanEnd::Soft,
        End::Open | End::Unknown => SpanEnd::Open,
    };
    let (start, end) = match entry.date {
        Edtf::Point(point) => (of(End::At(point)), of(End::At(point))),
        Edtf::Interval(start, end) => (of(start), of(end)),
    };
    let (x1, x2) = (scale.x_of(entry.first), scale.x(f64::from(entry.last.number()) + 1.0));
    if x2 <= left || x1 >= right {
        return None;
    }
    Some(Span {
        x1: round(x1.max(left).min(right)),
        x2: round(x2.max(left).min(right)),
        start: if x1 < left && start != SpanEnd::Open { SpanEnd::Beyond } else { start },
        end: if x2 > right && end != SpanEnd::Open { SpanEnd::Beyond } else { end },
    })
}

/// The room a heading takes: 12-pixel letters.
fn heading_rect(heading: &Heading) -> Rect {
    let (left, right) = match heading.align {
        Align::Start => (heading.x, heading.x + heading.width),
        Align::Middle => (heading.x - heading.width / 2.0, heading.x + heading.width / 2.0),
        Align::End => (heading.x - heading.width, heading.x),
    };
    Rect { left, top: heading.y - 10.0, right, bottom: heading.y + 3.0 }
}

fn lanes(
    ground: &Ground,
    marks: &[PlacedMark],
    bodies: &Occupancy,
    width: f64,
    left: f64,
    right: f64,
    others: bool,
) -> Vec<LaneArea> {
    let roomy = ground.axis >= 120.0;
    let room = (width / 2.0).min(112.0);
    let joint = (width / 3.0).min(64.0);
    let free = |heading: Heading| {
        (width >= 160.0 && roomy && !bodies.is_taken(&heading_rect(&heading))).then_some(heading)
    };
    let at = |y: f64, width| Heading { x: round(left), y: round(y), align: Align::Start, width };
    // Among the acts of both there is no fixed place: the first free one of both ends and all rows.
    let bridges: Vec<f64> = marks.iter().filter(|mark| mark.lane == Lane::Both).map(|mark| mark.x).collect();
    let unbridged = |heading: &Heading| {
        let rect = heading_rect(heading);
        !bridges.iter().any(|x| rect.left - 1.0 < *x && *x < rect.right + 1.0)
    };
    let joint_heading =
        (0..ground.band_rows).map(|row| round(ground.y(Lane::Both, row) + 4.0)).find_map(|y| {
            let end = Heading { x: round(right), y, align: Align::End, width: joint };
            free(at(y, joint)).filter(unbridged).or_else(|| free(end).filter(unbridged))
        });
    let area =
        |lane, top, bottom, heading| LaneArea { lane, top: round(top), bottom: round(bottom), heading };
    let mut out = vec![
        area(Lane::A, 0.0, ground.band_top, free(at(14.0, room))),
        area(Lane::Both, ground.band_top, ground.band_bottom, joint_heading),
        area(Lane::B, ground.band_bottom, ground.strip_top, free(at(ground.strip_top - 6.0, room))),
    ];
    if others {
        let y = (ground.strip_top + ground.axis) / 2.0 + 4.0;
        let heading = free(at(y, joint))
            .or_else(|| free(Heading { x: round(right), y: round(y), align: Align::End, width: joint }));
        out.push(area(Lane::Other, ground.strip_top, ground.axis, heading));
    }
    out
}

/// Lets each mark's hit box grow evenly into free space, up to [`TARGET`]; weightier marks and earlier ones first, a step
/// of a cell at a time so that neighbours share what lies between them.
fn grow_targets(marks: &mut [PlacedMark], mut taken: Occupancy, words: Occupancy, width: f64, height: f64) {
    let frame = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
    for mark in marks.iter_mut() {
        let body = mark.body();
        mark.hit = Rect {
            left: even(body.left).max(0.0),
            top: even(body.top).max(0.0),
            right: (-even(-body.right)).min(width),
            bottom: (-even(-body.bottom)).min(height),
        };
        taken.take(&mark.hit);
    }
    let step = 2.0;
    for _ in 0..8 {
        for mark in marks.iter_mut() {
            let hit = mark.hit;
            let sides = [
                (Rect { right: hit.left, left: hit.left - step, ..hit }, true),
                (Rect { left: hit.right, right: hit.right + step, ..hit }, true),
                (Rect { bottom: hit.top, top: hit.top - step, ..hit }, false),
                (Rect { top: hit.bottom, bottom: hit.bottom + step, ..hit }, false),
            ];
            for (strip, sideways) in sides {
                let enough = if sideways { mark.hit.width() >= TARGET } else { mark.hit.height() >= TARGET };
                let inside = strip.left >= frame.left
                    && strip.right <= frame.right
                    && strip.top >= frame.top
                    && strip.bottom <= frame.bottom;
                // The strip of a side that grew a moment ago is as wide as the box is now.
                let strip = Rect {
                    left: if sideways { strip.left } else { mark.hit.left },
                    right: if sideways { strip.right } else { mark.hit.right },
                    ..strip
                };
                if enough || !inside || taken.is_taken(&strip) || words.is_taken(&strip) {
                    continue;
                }
                taken.take(&strip);
                mark.hit = Rect {
                    left: mark.hit.left.min(strip.left),
                    top: mark.hit.top.min(strip.top),
                    right: mark.hit.right.max(strip.right),
                    bottom: mark.hit.bottom.max(strip.bottom),
                };
            }
        }
    }
    for mark in marks {
        mark.hit = mark.hit.rounded();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::prepared::tests::{any_events, event};
    use super::*;
    use crate::dossier::date::Day;

    fn scale(from: &str, to: &str, left: f64, right: f64) -> TimeScale {
        let day = |text| Day::parse(text).unwrap();
        TimeScale::new(Window::of_days(day(from), day(to)), left, right)
    }

    const FRAME: Frame = Frame { width: 800.0, height: 430.0 };

    /// What must hold for every picture.
    fn check(prepared: &Prepared, scale: &TimeScale, layout: &TimelineLayout) {
        let seen: Vec<usize> = layout.marks.iter().map(|mark| mark.index).collect();
        assert_eq!(seen, prepared.visible(scale.window()), "every visible event once, in time order");
        let whole = |value: f64| assert!(value.is_finite() && round(value) == value, "{value}");
        let inside = |rect: &Rect| {
            assert!(rect.left <= rect.right && rect.top <= rect.bottom, "{rect:?}");
            assert!(rect.left >= 0.0 && rect.right <= layout.width, "{rect:?} leaves {}", layout.width);
            assert!(rect.top >= 0.0 && rect.bottom <= layout.height, "{rect:?} leaves {}", layout.height);
        };
        let mut rects: Vec<(usize, Rect)> = Vec::new();
        for area in &layout.lanes {
            [area.top, area.bottom].into_iter().for_each(whole);
            if let Some(heading) = &area.heading {
                [heading.x, heading.y].into_iter().for_each(whole);
                rects.push((usize::MAX, heading_rect(heading)));
            }
        }
        for mark in &layout.marks {
            [mark.x, mark.y, mark.size].into_iter().for_each(whole);
            [mark.hit.left, mark.hit.top, mark.hit.right, mark.hit.bottom].into_iter().for_each(whole);
            assert!(mark.x >= layout.left && mark.x <= layout.right);
            if layout.height >= 200.0 {
                assert!(mark.hit.left <= mark.x && mark.x <= mark.hit.right, "{mark:?}");
                inside(&mark.hit);
            }
            if let Some(span) = &mark.span {
                whole(span.x1);
                whole(span.x2);
                assert!(span.x1 <= span.x2 && span.x1 >= layout.left && span.x2 <= layout.right);
            }
            if let Some(label) = &mark.label {
                [label.x, label.y, label.rect.left, label.rect.right].into_iter().for_each(whole);
                inside(&label.rect);
                assert!(label.rect.bottom <= layout.axis, "over the ticks' names");
                assert!(label.lines.iter().all(|line| !line.is_empty()) && !label.lines.is_empty());
                rects.push((mark.index, label.rect));
            }
        }
        for (at, (_, a)) in rects.iter().enumerate() {
            for (_, b) in &rects[at + 1..] {
                assert!(!a.meets(b), "{a:?} meets {b:?}");
            }
        }
        for mark in &layout.marks {
            for (owner, rect) in &rects {
                assert!(!mark.body().meets(rect), "{rect:?} covers {mark:?}");
                if let (Some(label), true) = (&mark.label, *owner != mark.index) {
                    let leader = Rect {
                        left: label.leader.x - 1.0,
                        right: label.leader.x + 1.0,
                        top: label.leader.y1.min(label.leader.y2),
                        bottom: label.leader.y1.max(label.leader.y2),
                    };
                    assert!(!leader.meets(rect), "{leader:?} crosses {rect:?}");
                    assert!(!mark.hit.meets(rect), "{:?} meets {rect:?}", mark.hit);
                }
            }
        }
    }

    #[test]
    fn sides_are_mirrored_and_joint_acts_bridge() {
        let events = [
            event("a", "2018-03-08", Lane::A, 3),
            event("b", "2018-04-20", Lane::B, 3),
            event("both", "2018-06-12", Lane::Both, 3),
            event("other", "2018-09-19", Lane::Other, 3),
        ];
        let prepared = Prepared::new(&events, "en");
        let scale = scale("2018-01-01", "2018-12-31", 8.0, 792.0);
        let layout = timeline(&prepared, &scale, FRAME);
        check(&prepared, &scale, &layout);
        let band = *layout.lane(Lane::Both).unwrap();
        let middle = (band.top + band.bottom) / 2.0;
        let y = |at: usize| layout.marks[at].y;
        assert_eq!(middle - y(0), y(1) - middle);
        assert_eq!(y(2), middle);
        assert!(layout.lane(Lane::Other).unwrap().top < y(3));
        assert!(layout.marks.iter().all(|mark| mark.label.is_some() && !mark.crowded));
        assert!(
            layout.marks.iter().all(|mark| mark.hit.width() >= 24.0 && mark.hit.height() >= 22.0),
            "{layout:#?}"
        );
    }

    #[test]
    fn without_others_there_is_no_strip() {
        let prepared = Prepared::new(&[event("a", "2018-03-08", Lane::A, 3)], "en");
        let layout = timeline(&prepared, &scale("2018-01-01", "2018-12-31", 8.0, 792.0), FRAME);
        assert_eq!(layout.lane(Lane::Other), None);
    }

    #[test]
    fn stretches_say_how_well_their_ends_are_known() {
        let events = [
            event("days", "2018-02-09/2018-02-25", Lane::A, 2),
            event("month", "2018-06", Lane::A, 2),
            event("on", "2018-09-01/..", Lane::B, 2),
            event("before", "2017-12-01/2018-01-20", Lane::B, 2),
        ];
        let prepared = Prepared::new(&events, "en");
        let scale = scale("2018-01-01", "2018-12-31", 0.0, 800.0);
        let layout = timeline(&prepared, &scale, FRAME);
        check(&prepared, &scale, &layout);
        let ends: Vec<_> =
            layout.marks.iter().map(|mark| mark.span.map(|span| (span.start, span.end)).unwrap()).collect();
        use SpanEnd::*;
        assert_eq!(ends, [(Beyond, Sharp), (Sharp, Sharp), (Soft, Soft), (Sharp, Open)]);
        // June lies between days 151 and 181 of 365; its mark stands in the middle of it.
        assert_eq!(layout.marks[2].x, round(800.0 * 166.0 / 365.0));
    }

    #[test]
    fn a_thousand_events_on_one_day_are_all_there() {
        let events: Vec<_> =
            (0..1000).map(|n| event(&format!("e{n:03}"), "2018-06-12", Lane::A, 1 + (n % 3) as u8)).collect();
        let prepared = Prepared::new(&events, "en");
        let scale = scale("2018-01-01", "2018-12-31", 8.0, 792.0);
        let layout = timeline(&prepared, &scale, FRAME);
        check(&prepared, &scale, &layout);
        assert_eq!(layout.marks.len(), 1000);
    }

    #[test]
    fn panning_does_not_reshuffle_rows() {
        let events: Vec<_> = (0..60)
            .map(|n| {
                let day = Day::from_number_clamped(17_600 + n * 5);
                event(&format!("e{n}"), &day.to_string(), Lane::A, 2)
            })
            .collect();
        let prepared = Prepared::new(&events, "en");
        let rows = |from: f64| -> std::collections::BTreeMap<usize, f64> {
            let scale = TimeScale::new(Window::new(from, from + 200.0), 0.0, 300.0);
            timeline(&prepared, &scale, FRAME).marks.iter().map(|mark| (mark.index, mark.y)).collect()
        };
        let (before, after) = (rows(17_640.0), rows(17_655.0));
        for (index, y) in &after {
            assert!(before.get(index).is_none_or(|old| old == y), "event {index} jumped");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn every_picture_is_orderly(
            events in any_events(70),
            from in 10_000.0..21_000.0f64,
            days in 7.0..6_000.0f64,
            width in prop_oneof![4 => 200.0..1400.0f64, 1 => 1.0..200.0f64],
            height in prop_oneof![4 => 200.0..700.0f64, 1 => 1.0..200.0f64],
        ) {
            let prepared = Prepared::new(&events, "en");
            let margin = (width / 10.0).min(8.0);
            let scale = TimeScale::new(Window::new(from, from + days), margin, width - margin);
            check(&prepared, &scale, &timeline(&prepared, &scale, Frame { width, height }));
        }

        #[test]
        fn nothing_panics(
            events in any_events(12),
            window in prop::array::uniform2(prop::num::f64::ANY),
            sizes in prop::array::uniform4(prop::num::f64::ANY),
        ) {
            let prepared = Prepared::new(&events, "en");
            let scale = TimeScale::new(Window::new(window[0], window[1]), sizes[0], sizes[1]);
            // Frames beyond a screen's size cost memory, not understanding.
            let frame = Frame { width: sizes[2].min(3e3), height: sizes[3].min(2e3) };
            let layout = timeline(&prepared, &scale, frame);
            prop_assert_eq!(layout.marks.len(), prepared.visible(scale.window()).len());
            prop_assert!(layout.marks.iter().all(|mark| mark.x.is_finite() && mark.y.is_finite()));
        }
    }
}
