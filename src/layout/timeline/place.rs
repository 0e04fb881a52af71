//! From items to marks: where on the axis, in which row, and the stretch of days each takes.

use super::ground::Ground;
use super::{PlacedMark, Span, SpanEnd};
use crate::dossier::date::{Edtf, End};
use crate::dossier::model::Lane;
use crate::dossier::order::sorted;
use crate::index::{Entry, Index};
use crate::layout::gather::{Cluster, Gathered, Item};
use crate::layout::{Rect, round};
use crate::scale::TimeScale;

/// The height of a cluster, and its width without and for each digit of its number.
const CLUSTER: (f64, f64, f64) = (14.0, 10.0, 7.0);

/// Pixels within which a full row is free soon.
const SOON: f64 = 24.0;

/// A row of a lane, up to which pixel it is taken: by anything, and by a cluster, of which nothing should cover the number.
#[derive(Clone, Copy)]
struct Row {
    end: f64,
    cluster: f64,
}

impl Row {
    const EMPTY: Row = Row { end: f64::NEG_INFINITY, cluster: f64::NEG_INFINITY };

    /// How little a mark that begins at a pixel should stand in this row though that is full: the first row that is free soon is
    /// best; of rows that spans hold for long, the one whose `turn` it is. Last is one in which a cluster stands there.
    fn unfit(&self, from: f64, turn: usize) -> f64 {
        let wait = self.end - from;
        let cluster = if self.cluster > from { 1_000.0 } else { 0.0 };
        cluster + if wait < SOON { wait } else { SOON + turn as f64 }
    }
}

/// Gives every item its row: the first that is free where it begins, else the least unfit. Marks take turns by their places in the index,
/// which do not change with the window.
pub(super) fn place(
    index: &Index,
    gathered: Gathered,
    scale: &TimeScale,
    ground: &Ground,
    left: f64,
    right: f64,
) -> Vec<PlacedMark> {
    let before = gathered.before.into_iter().map(|item| (item, false));
    let items = before.chain(gathered.items.into_iter().map(|item| (item, true)));
    let marks = items.filter_map(|(item, visible)| {
        // What only takes room stands where it is, and not at the picture's edge.
        let (left, right) = if visible { (left, right) } else { (f64::NEG_INFINITY, f64::INFINITY) };
        let mark = match item {
            Item::Event(place) => event(index, place, scale, left, right),
            Item::Cluster(lane, cluster) => cluster_mark(index, lane, cluster, scale, left, right),
        };
        mark.map(|mark| (mark, visible))
    });
    // In time order; of those on one day the weightier go outward, where their leaders cross nobody.
    let marks = sorted(marks.collect(), |(mark, _): &(PlacedMark, bool)| {
        let doubled = index.instant(mark.place).unwrap_or(0.0) * 2.0;
        doubled as i64 * 8 + i64::from(mark.weight)
    });
    let mut lanes: [Vec<Row>; 4] = Index::LANES.map(|lane| vec![Row::EMPTY; ground.rows(lane)]);
    let mut placed = Vec::with_capacity(marks.len());
    for (mut mark, visible) in marks {
        let body = mark.body();
        let (from, to) = (body.left - 1.0, body.right + 1.0);
        let lane_at = Index::LANES.iter().position(|lane| *lane == mark.lane).unwrap_or(0);
        let Some(rows) = lanes.get_mut(lane_at) else { continue };
        let free = rows.iter().position(|row| row.end <= from);
        mark.crowded = free.is_none();
        mark.row = free.unwrap_or_else(|| {
            let turns = rows.len().max(1);
            let unfit = |(at, row): (usize, &Row)| (row.unfit(from, (at + mark.place) % turns), at);
            let fittest = rows.iter().enumerate().map(unfit).min_by(|a, b| a.0.total_cmp(&b.0));
            fittest.map_or(0, |(_, at)| at)
        });
        if let Some(row) = rows.get_mut(mark.row) {
            row.end = row.end.max(to);
            if mark.cluster.is_some() {
                row.cluster = row.cluster.max(to);
            }
        }
        mark.y = round(ground.y(mark.lane, mark.row));
        if visible {
            placed.push(mark);
        }
    }
    part(&mut placed, left, right);
    sorted(placed, |mark| mark.place as i64)
}

/// The most pixels that a cluster moves aside.
const ASIDE: f64 = 20.0;

/// Moves clusters aside whose numbers would be covered by what stands in the same row, where there is room beside that.
fn part(marks: &mut [PlacedMark], left: f64, right: f64) {
    for at in 0..marks.len() {
        let Some(mark) = marks.get(at).filter(|mark| mark.cluster.is_some()) else { continue };
        let (mut least, mut most) = (left, right);
        for (_, other) in marks.iter().enumerate().filter(|(other, _)| *other != at) {
            if (other.lane, other.row) == (mark.lane, mark.row) {
                let body = other.body();
                if other.x < mark.x {
                    least = least.max(body.right + 1.0)
                } else {
                    most = most.min(body.left - 1.0)
                }
            }
        }
        let half = mark.width / 2.0;
        let x = round(mark.x.max(least + half).min(most - half));
        let fits = x >= least + half - 0.1 && (x - mark.x).abs() <= ASIDE;
        if let Some(mark) = marks.get_mut(at).filter(|mark| fits && mark.x != x) {
            (mark.x, mark.crowded) = (x, false);
        }
    }
}

/// An event's mark, without its row.
fn event(index: &Index, place: usize, scale: &TimeScale, left: f64, right: f64) -> Option<PlacedMark> {
    let entry = index.get(place)?;
    let size = match entry.weight {
        3 => 13.0,
        2 => 10.0,
        _ => 8.0,
    };
    Some(PlacedMark {
        place,
        cluster: None,
        lane: entry.lane,
        kind: entry.kind,
        weight: entry.weight,
        x: round(scale.x(entry.instant).max(left).min(right)),
        y: 0.0,
        size,
        width: size,
        row: 0,
        crowded: false,
        hit: Rect::default(),
        span: span(&entry, scale, left, right).filter(|span| span.x2 - span.x1 > size),
        label: None,
    })
}

/// A cluster's mark, without its row: in the middle of what it holds.
fn cluster_mark(
    index: &Index,
    lane: Lane,
    cluster: Cluster,
    scale: &TimeScale,
    left: f64,
    right: f64,
) -> Option<PlacedMark> {
    let (first, last) = (index.get(cluster.first)?, index.get(cluster.last)?);
    let (height, base, digit) = CLUSTER;
    let width = base + digit * f64::from(cluster.count().checked_ilog10().unwrap_or(0) + 1);
    let x = (scale.x(first.instant) + scale.x(last.instant)) / 2.0;
    let (least, most) = (left + width / 2.0, right - width / 2.0);
    Some(PlacedMark {
        place: cluster.first,
        kind: cluster.kinds.most_first().first().map_or(first.kind, |(kind, _)| *kind),
        cluster: Some(cluster),
        lane,
        weight: 2,
        x: round(if least < most { x.max(least).min(most) } else { (left + right) / 2.0 }),
        y: 0.0,
        size: height,
        width: round(width.min(right - left)),
        row: 0,
        crowded: false,
        hit: Rect::default(),
        span: None,
        label: None,
    })
}

fn span(entry: &Entry<'_>, scale: &TimeScale, left: f64, right: f64) -> Option<Span> {
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
