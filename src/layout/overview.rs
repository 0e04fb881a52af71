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

    proptest! {
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
