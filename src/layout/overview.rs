//! The density overview: how many events of each side lie in every few pixels of the whole axis.
//!
//! Costs the columns times the logarithm of the events, once for a width and a filter.

use crate::dossier::model::Lane;
use crate::index::Index;
use crate::scale::TimeScale;

/// The width of a column in pixels.
pub const COLUMN: f64 = 4.0;

/// Heights of one column, as shares of the highest: 0 to 1. Square roots of the counts, so that a single event can still be seen
/// beside a thousand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Density {
    /// The column's left edge in pixels.
    pub x: f64,
    /// Side a's acts, upwards.
    pub a: f64,
    /// Side b's acts, downwards.
    pub b: f64,
    /// The acts of both and of everybody else, in both directions.
    pub others: f64,
}

/// The columns that hold anything, from left to right.
pub fn density(index: &Index, scale: &TimeScale) -> Vec<Density> {
    let columns = ((scale.right() - scale.left()) / COLUMN).ceil().max(0.0).min(2_000.0) as usize;
    let mut counted = Vec::new();
    let mut start = index.between(f64::NEG_INFINITY, scale.window().from()).end;
    for column in 0..columns {
        let x = scale.left() + column as f64 * COLUMN;
        let end = index.between(f64::NEG_INFINITY, scale.instant_at((x + COLUMN).min(scale.right()))).end;
        let places = start..end.max(start);
        start = places.end;
        if places.is_empty() {
            continue;
        }
        let [a, both, b, other] = Index::LANES.map(|lane: Lane| index.count(lane, &places));
        counted.push((x, a, b, both + other));
    }
    let most = counted.iter().map(|(_, a, b, others)| *a.max(b).max(others)).max().unwrap_or(1).max(1);
    let height = |count: usize| (count as f64 / most as f64).sqrt();
    counted
        .into_iter()
        .map(|(x, a, b, others)| Density { x, a: height(a), b: height(b), others: height(others) })
        .collect()
}

/// The width of what an edge of the overview's window is held by, in pixels (WCAG 2.2, 2.5.8).
pub const EDGE: f64 = 24.0;

/// The most of it that lies inside the window.
const MOST_INSIDE: f64 = EDGE / 2.0;

/// By what the overview's window is held: its beginning by the [`EDGE`] that ends at `from`, its end by the one that starts at
/// `to`, and the window by what is between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Holds {
    /// Where the window itself begins to be held.
    pub from: f64,
    /// Where that ends.
    pub to: f64,
}

/// The holds of a window between two pixels of a strip of some width. On a long window the edges' lie half inside of it; on a
/// short one they move out of its way, so that it can always be dragged. None leaves the strip.
pub fn holds(x1: f64, x2: f64, width: f64) -> Holds {
    let inside = ((x2 - x1) / 2.0 - EDGE).max(0.0).min(MOST_INSIDE);
    let (middle, half) = ((x1 + x2) / 2.0, EDGE / 2.0);
    let from = (x1 + inside).min(middle - half).max(EDGE);
    let to = (x2 - inside).max(middle + half).max(from + EDGE).min(width - EDGE);
    Holds { from: from.min(to - EDGE), to }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dossier::date::Day;
    use crate::index::looks;
    use crate::index::tests::{any_events, event, many};
    use crate::scale::Window;

    fn scale(from: &str, to: &str, width: f64) -> TimeScale {
        let day = |text| Day::parse(text).unwrap();
        TimeScale::new(Window::of_days(day(from), day(to)), 8.0, width)
    }

    #[test]
    fn the_fullest_column_is_the_highest() {
        let mut events =
            vec![event("b", "2018-03-01", Lane::B, 1), event("both", "2018-03-01", Lane::Both, 1)];
        events.extend((0..4).map(|n| event(&format!("a{n}"), "2018-06-12", Lane::A, 1)));
        let columns = density(&Index::of_events(&events, "en"), &scale("2018-01-01", "2018-12-31", 738.0));
        // Two pixels a day; the first of March is day 59, so its noon lies in the column from 116 to 120.
        let said: Vec<_> =
            columns.iter().map(|column| (column.x, column.a, column.b, column.others)).collect();
        assert_eq!(said, [(8.0 + 116.0, 0.0, 0.5, 0.5), (8.0 + 324.0, 1.0, 0.0, 0.0)]);
        assert!(density(&Index::of_events(&[], "en"), &scale("2018-01-01", "2018-12-31", 700.0)).is_empty());
    }

    #[test]
    fn it_costs_its_columns_and_not_the_events() {
        let cost = |count: usize| {
            let index = Index::of_events(&many(count, 1), "en");
            let (first, last) = index.span().unwrap();
            let scale = TimeScale::new(Window::of_days(first, last), 8.0, 1272.0);
            looks::of(|| assert!(!density(&index, &scale).is_empty()))
        };
        let (few, more) = (cost(2_000), cost(64_000));
        // Two searches among all events and two in each of twelve levels for each of 316 columns; five doublings.
        assert!(more <= few + 317 * (2 + 24) * 5, "{few} looks, then {more}");
    }

    #[test]
    fn the_edges_of_a_short_window_leave_it_room() {
        let of = |x1, x2| (holds(x1, x2, 1000.0).from, holds(x1, x2, 1000.0).to);
        // Half inside a long one, outside a shorter one, and beside the least there is of one that is shorter still.
        assert_eq!(of(400.0, 500.0), (412.0, 488.0));
        assert_eq!(of(400.0, 472.0), (412.0, 460.0));
        assert_eq!(of(400.0, 448.0), (400.0, 448.0));
        assert_eq!(of(400.0, 430.0), (400.0, 430.0));
        assert_eq!(of(400.0, 414.0), (395.0, 419.0));
        // At the strip's ends they stay inside of it.
        assert_eq!(of(8.0, 22.0), (24.0, 48.0));
        assert_eq!(of(978.0, 992.0), (952.0, 976.0));
        assert_eq!(of(8.0, 992.0), (24.0, 976.0));
    }

    proptest! {
        #[test]
        fn every_hold_is_large_enough_and_in_the_strip(width in 240.0..4000.0f64, ends in (0.0..1.0f64, 0.0..1.0f64)) {
            let x = |share: f64| 8.0 + share * (width - 16.0);
            let (x1, x2) = (x(ends.0.min(ends.1)), x(ends.0.max(ends.1)));
            let Holds { from, to } = holds(x1, x2, width);
            prop_assert!(from >= EDGE - 1e-9 && to <= width - EDGE + 1e-9 && to - from >= EDGE - 1e-9, "{from} to {to}");
            // Each edge is at its hold, or the strip's end keeps that from it.
            prop_assert!(from - EDGE <= x1 || to == width - EDGE, "{from} of {x1}");
            prop_assert!(to + EDGE >= x2 || from == EDGE, "{to} of {x2}");
        }

        #[test]
        fn heights_are_shares(events in any_events(60), width in 1.0..1500.0f64) {
            let columns = density(&Index::of_events(&events, "en"), &scale("2000-01-01", "2030-12-31", width));
            for column in &columns {
                for height in [column.a, column.b, column.others] {
                    prop_assert!((0.0..=1.0).contains(&height));
                }
                prop_assert!(column.a + column.b + column.others > 0.0);
            }
            prop_assert!(columns.windows(2).all(|pair| pair[0].x < pair[1].x));
        }
    }
}
