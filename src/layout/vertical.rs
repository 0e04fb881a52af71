//! The timeline for narrow screens: time runs downwards in blocks (weeks, months, years, whichever the window asks for), in each
//! of them what everybody did, in order. The weightiest events stand by themselves; what a block cannot hold is gathered into one
//! cluster a lane.
//!
//! Costs the blocks times the logarithm of the events, and the events shown.

use super::gather::{Bin, Item, of_bin, reaching};
use crate::dossier::date::Day;
use crate::dossier::order::sorted;
use crate::index::Index;
use crate::scale::{Axis, Break, TickLabel, TickLevel, Window};

/// The most blocks.
const MOST_BLOCKS: f64 = 14.0;

/// The most acts in all blocks together.
const MOST_ACTS: usize = 84;

/// A stretch of time and what happened in it.
pub struct Block {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// What it is called: a day, a month, a year.
    pub label: TickLabel,
    /// Its acts in time order; none where it is a break.
    pub acts: Vec<Item>,
    /// The break of the axis that it stands for.
    pub fold: Option<Break>,
    /// Whether it holds what stands outside of the window and reaches into it.
    pub reaches: bool,
}

/// What reaches into a window from outside, then the blocks that hold anything, and its breaks, in order of time.
pub fn blocks(index: &Index, axis: &Axis, window: Window) -> Vec<Block> {
    let level = TickLevel::of_count(axis.length(window), MOST_BLOCKS);
    let mut stretches: Vec<(f64, f64, Option<Break>)> = Vec::new();
    let mut start = window.from();
    while start < window.to() {
        let day = Day::from_number_clamped(start.floor() as i64);
        let fold = axis.breaks().iter().find(|fold| f64::from(fold.to.number()) > start).copied();
        let inside = fold.filter(|fold| f64::from(fold.from.number()) <= start);
        let next = match inside {
            Some(fold) => Some(fold.to),
            // Never past the beginning of a break.
            None => match (level.next(day), fold) {
                (Some(next), Some(fold)) => Some(next.min(fold.from)),
                (next, fold) => next.or(fold.map(|fold| fold.from)),
            },
        };
        let end = next.map_or(window.to(), |day| f64::from(day.number())).min(window.to()).max(start + 0.5);
        stretches.push((start, end, inside));
        start = end;
    }
    let bins: Vec<Vec<Bin>> =
        stretches.iter().map(|(from, to, _)| Bin::of_lanes(index, *from, *to, false)).collect();
    let shown = shown(&bins);
    let blocks = stretches.into_iter().zip(bins).map(|((from, to, fold), bins)| {
        let items: Vec<Item> = bins.iter().flat_map(|bin| of_bin(index, bin, shown(bin))).collect();
        let from = Day::from_number_clamped(from.floor() as i64);
        Block {
            from,
            to: Day::from_number_clamped(to.ceil() as i64 - 1),
            label: level.name(from),
            acts: in_order(items),
            fold,
            reaches: false,
        }
    });
    let (first, last) = (window.first_day(), window.last_day());
    let outside = Block {
        from: first,
        to: last,
        label: level.name(first),
        acts: in_order(reaching(index, window).0.into_iter().map(Item::Event).collect()),
        fold: None,
        reaches: true,
    };
    let all = std::iter::once(outside).chain(blocks);
    all.filter(|block| block.fold.is_some() || !block.acts.is_empty()).collect()
}

/// Acts in time order.
fn in_order(acts: Vec<Item>) -> Vec<Item> {
    sorted(acts, |item| item.first() as i64)
}

/// How many events, from weight 3 down, each bin shows one by one: everywhere the same weights, as many as there is room for. Where
/// even what everyone knows is too much, each bin shows no more than so many.
fn shown(bins: &[Vec<Bin>]) -> impl Fn(&Bin) -> usize + use<> {
    let acts = |shown: &dyn Fn(&Bin) -> usize| -> usize {
        bins.iter().flatten().map(|bin| shown(bin) + usize::from(bin.count(3) > shown(bin))).sum()
    };
    let weights = [3, 2, 1].into_iter().find(|weights| acts(&|bin| bin.count(*weights)) <= MOST_ACTS);
    let most = [4, 3, 2].into_iter().find(|most| acts(&|bin| bin.shown(*most)) <= MOST_ACTS).unwrap_or(1);
    move |bin| weights.map_or_else(|| bin.shown(most), |weights| bin.count(weights))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dossier::model::Lane;
    use crate::index::looks;
    use crate::index::tests::{any_events, event, many};

    fn window(from: &str, to: &str) -> Window {
        Window::of_days(Day::parse(from).unwrap(), Day::parse(to).unwrap())
    }

    #[test]
    fn months_hold_what_happened_in_them_and_breaks_are_told() {
        let events = [
            event("armistice", "1953-07-27", Lane::Both, 3),
            event("offer", "1994-03-08", Lane::A, 3),
            event("plenum", "1994-03-20", Lane::B, 3),
            event("frame", "1994-10-21", Lane::Both, 3),
        ];
        let index = Index::of_events(&events, "en");
        let axis = Axis::folding(index.quiet(), 15_000);
        let said: Vec<String> = blocks(&index, &axis, window("1953-01-01", "1994-12-31"))
            .iter()
            .map(|block| format!("{} {} {} {}", block.from, block.to, block.acts.len(), block.fold.is_some()))
            .collect();
        assert_eq!(
            said,
            [
                "1953-01-01 1953-03-31 0 false",
                "1953-07-01 1953-09-30 1 false",
                "1954-01-01 1993-12-31 0 true",
                "1994-01-01 1994-03-31 2 false",
                "1994-10-01 1994-12-31 1 false"
            ][1..]
        );
    }

    #[test]
    fn many_events_cost_no_more_blocks_and_acts_than_few() {
        let cost = |count: usize| {
            let index = Index::of_events(&many(count, 1), "en");
            let (first, last) = index.span().unwrap();
            let mut acts = 0;
            let looks = looks::of(|| {
                let blocks = blocks(&index, &Axis::straight(), Window::of_days(first, last));
                acts = blocks.iter().map(|block| block.acts.len()).sum();
            });
            (looks, acts)
        };
        let (few, more) = (cost(1_000), cost(64_000));
        assert!(more.1 <= MOST_ACTS + 14 * 4, "{} acts", more.1);
        assert!(more.0 <= few.0 + 15 * (2 + 24) * 6 + 15 * 12 * 62, "{} looks, then {}", few.0, more.0);
    }

    proptest! {
        #[test]
        fn every_event_is_in_one_block(events in any_events(80), from in 9_000.0..22_000.0f64, days in 7.0..9_000.0f64) {
            let index = Index::of_events(&events, "en");
            let window = Window::new(from, from + days);
            let axis = Axis::folding(index.quiet(), 9_000);
            let blocks = blocks(&index, &axis, window);
            prop_assert!(blocks.len() <= 14 * 2 + 8, "{} blocks", blocks.len());
            let (reaching, blocks): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(|block| block.reaches);
            prop_assert!(blocks.windows(2).all(|pair| pair[0].from <= pair[1].from && pair[0].to <= pair[1].to));
            let (outside, _) = super::reaching(&index, window);
            let told: Vec<usize> = reaching.iter().flat_map(|block| &block.acts).map(Item::first).collect();
            prop_assert_eq!(sorted(outside, |place| *place as i64), told);
            let held: usize = blocks.iter().flat_map(|block| &block.acts).map(|item| match item {
                Item::Event(_) => 1,
                Item::Cluster(_, cluster) => cluster.count(),
            }).sum();
            prop_assert_eq!(held, index.between(window.from(), window.to()).len());
            // Of a window in whole days, what stands in it and what reaches in is all that touches it.
            let whole = Window::of_days(window.first_day(), window.last_day());
            let all: usize = super::super::gather::touching(&index, whole).iter().sum();
            let slow = index.entries().filter(|entry| whole.touches(entry.first, entry.last)).count();
            prop_assert_eq!(all, slow);
            let (outside, more) = super::reaching(&index, whole);
            let told = index.between(whole.from(), whole.to()).len() + outside.len();
            prop_assert!(if more { told < all } else { told == all }, "{all} touch, {told} are told, {more}");
        }
    }
}
