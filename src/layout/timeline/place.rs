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

/// Gives every item its row: the first whose last mark ended before this one begins; of full rows, the one that ended first.
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
    let mut ends: [Vec<f64>; 4] = Index::LANES.map(|lane| vec![f64::NEG_INFINITY; ground.rows(lane)]);
    let mut placed = Vec::with_capacity(marks.len());
    for (mut mark, visible) in marks {
        let body = mark.body();
        let (from, to) = (body.left - 1.0, body.right + 1.0);
        let lane_at = Index::LANES.iter().position(|lane| *lane == mark.lane).unwrap_or(0);
        let Some(rows) = ends.get_mut(lane_at) else { continue };
        let free = rows.iter().position(|end| *end <= from);
        mark.crowded = free.is_none();
        mark.row = free.unwrap_or_else(|| {
            let ended = |row: &usize| rows.get(*row).copied().unwrap_or(f64::INFINITY);
            (0..rows.len()).min_by(|a, b| ended(a).total_cmp(&ended(b))).unwrap_or(0)
        });
        if let Some(end) = rows.get_mut(mark.row) {
            *end = end.max(to);
        }
        mark.y = round(ground.y(mark.lane, mark.row));
        if visible {
            placed.push(mark);
        }
    }
    sorted(placed, |mark| mark.place as i64)
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
