//! The timeline for narrow screens: time runs downwards in blocks (weeks, months, years, whichever the window asks for), in each
//! of them what everybody did, in order. The weightiest events stand by themselves; what a block cannot hold is gathered into one
//! cluster a lane. What a block shows depends on the window's length, never on where the window begins: one that moves changes at
//! its ends alone.
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
    /// Whether it holds what began before the window and reaches into it.
    pub reaches: bool,
}

/// A stretch of the axis between two marks of its rhythm, or one of its breaks: the same wherever the window lies.
struct Stretch {
    from: f64,
    to: f64,
    fold: Option<Break>,
    bins: Vec<Bin>,
    /// The marks for which each of its bins has room.
    most: usize,
}

/// What reaches into a window from before it, then the blocks that hold anything, and its breaks, in order of time. What begins in the window
/// and has its middle behind it, as a year of which the window has a month, stands at its end.
pub fn blocks(index: &Index, axis: &Axis, window: Window) -> Vec<Block> {
    let level = TickLevel::of_count(axis.length(window), MOST_BLOCKS);
    let (first, last) = (window.first_day(), window.last_day());
    let (early, late): (Vec<usize>, Vec<usize>) = reaching(index, window)
        .0
        .into_iter()
        .partition(|place| index.get(*place).is_none_or(|entry| entry.first < first));
    let listed = |places: Vec<usize>| in_order(places.into_iter().map(Item::Event).collect());
    let mut blocks = vec![Block {
        from: first,
        to: last,
        label: level.name(first),
        acts: listed(early),
        fold: None,
        reaches: true,
    }];
    let inside = index.between(window.from(), window.to());
    for Stretch { from, to, fold, bins, most } in stretches(index, axis, level, window) {
        let (from, to) = (from.max(window.from()), to.min(window.to()));
        if from >= to {
            continue;
        }
        let mut items = Vec::new();
        for bin in bins {
            let shown = shown(&bin, most);
            let (bin, shown) = bin.cut(index, &inside, shown);
            items.extend(of_bin(index, &bin, shown));
        }
        let from = Day::from_number_clamped(from.floor() as i64);
        blocks.push(Block {
            from,
            to: Day::from_number_clamped(to.ceil() as i64 - 1),
            label: level.name(from),
            acts: in_order(items),
            fold,
            reaches: false,
        });
    }
    // A break lists nothing. Where there is nothing but one, what begins in it reaches in all the same.
    if let Some(block) = blocks.iter_mut().rfind(|block| block.fold.is_none()) {
        block.acts.extend(listed(late));
    }
    blocks.retain(|block| block.fold.is_some() || !block.acts.is_empty());
    blocks
}

/// The stretches of a window and of as much time at either side as decides what those show. Each has as much room as it can have in
/// every window of this length that meets it: so what it shows stays when the window moves, and no window has too much.
fn stretches(index: &Index, axis: &Axis, level: TickLevel, window: Window) -> Vec<Stretch> {
    let length = axis.length(window);
    let (mut start, end) =
        (axis.shifted(window, -2.0 * length).from(), axis.shifted(window, 2.0 * length).to());
    let mut stretches = Vec::new();
    while start < end {
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
        let to = next.map_or(end, |day| f64::from(day.number()));
        let bins = Bin::of_lanes(index, start, to, false);
        stretches.push(Stretch { from: start, to, fold: inside, bins, most: MOST_ACTS });
        start = to;
    }
    let mut rest = stretches.as_mut_slice();
    while let Some(first) = rest.first() {
        // What a window can show that begins in this stretch. A hair more than its length: what it is moved by may be no whole number.
        let until = axis.place(first.to) + length + 0.25;
        let in_one = rest.iter().take_while(|stretch| axis.place(stretch.from) < until).count();
        let mut most = 0;
        for more in [64, 32, 16, 8, 4, 2, 1] {
            let bins = rest.iter().take(in_one).flat_map(|stretch| &stretch.bins);
            let acts = bins.map(|bin| {
                let shown = shown(bin, most + more);
                shown + usize::from(bin.count(3) > shown)
            });
            if acts.sum::<usize>() <= MOST_ACTS {
                most += more;
            }
        }
        for stretch in rest.iter_mut().take(in_one) {
            stretch.most = stretch.most.min(most);
        }
        rest = rest.get_mut(1..).unwrap_or(&mut []);
    }
    stretches
}

/// How many events, from weight 3 down, a bin shows one by one where `most` marks have room. What everyone knows may take three
/// times that.
fn shown(bin: &Bin, most: usize) -> usize {
    let known = bin.count(1);
    bin.shown(most).max(if known <= 3 * most { known } else { 0 })
}

/// Acts in time order.
fn in_order(acts: Vec<Item>) -> Vec<Item> {
    sorted(acts, |item| item.first() as i64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::fixture::{day, us_dprk};
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
        assert!(more.1 <= MOST_ACTS, "{} acts", more.1);
        // What decides is asked of five windows' blocks, each time with searches that take six steps more; kinds are counted in one's.
        let blocks = 5 * 14 + 2;
        assert!(more.0 <= few.0 + blocks * (2 + 24) * 6 + 15 * 12 * 62, "{} looks, then {}", few.0, more.0);
    }

    /// The acts of blocks that stand in the window, without those that reach in, or out at its end.
    fn inside<'b>(index: &Index, window: Window, blocks: &'b [Block]) -> impl Iterator<Item = &'b Item> {
        let places = index.between(window.from(), window.to());
        let acts = blocks.iter().filter(|block| !block.reaches).flat_map(|block| &block.acts);
        acts.filter(move |act| places.contains(&act.first()))
    }

    #[test]
    fn what_begins_in_the_window_does_not_stand_before_it() {
        let events = [
            event("long", "2012-11/2013-11", Lane::A, 3),
            event("here", "2013-01-20", Lane::A, 3),
            event("there", "2016-01-05", Lane::B, 3),
            event("year", "2016", Lane::A, 3),
        ];
        let index = Index::of_events(&events, "en");
        let told = |from: &str, to: &str| -> Vec<(String, bool, Vec<&str>)> {
            let blocks = blocks(&index, &Axis::straight(), window(from, to));
            let ids =
                |block: &Block| block.acts.iter().map(|act| index.get(act.first()).unwrap().id).collect();
            blocks.iter().map(|block| (block.from.to_string(), block.reaches, ids(block))).collect()
        };
        // The middle of 2016 lies behind the window; January 2016 is its last block.
        let all = told("2013-01-01", "2016-01-31");
        let [first, second, end] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((first.1, &*first.2), (true, ["long"].as_slice()), "what began before it");
        assert_eq!((second.1, &*second.2), (false, ["here"].as_slice()), "{all:?}");
        assert_eq!((&*end.0, end.1, &*end.2), ("2016-01-01", false, ["there", "year"].as_slice()), "{all:?}");
        // Begun before the window, it reaches in.
        let alone = told("2016-01-10", "2016-01-20");
        assert!(matches!(alone.as_slice(), [(_, true, acts)] if acts[..] == ["year"]), "{alone:?}");
        // A window in which nothing else is shows what begins in it too.
        let first = told("2015-12-20", "2016-01-03");
        assert!(matches!(first.as_slice(), [(_, false, acts)] if acts[..] == ["year"]), "{first:?}");
    }

    /// The places of the events that blocks show one by one, without those that only reach in.
    fn singles(index: &Index, window: Window, blocks: &[Block]) -> Vec<usize> {
        inside(index, window, blocks).filter(|act| matches!(act, Item::Event(_))).map(Item::first).collect()
    }

    /// What must hold of a window and the same one moved: it shows no more acts than there is room for; what stands by itself changes by no
    /// more events than came and went; and a block that is whole in both shows the same.
    fn stays(index: &Index, axis: &Axis, window: Window, moved: Window) {
        let of = |window: Window| {
            let blocks = blocks(index, axis, window);
            let acts = super::tests::inside(index, window, &blocks).count();
            assert!(acts <= MOST_ACTS, "{acts} acts in {window:?}");
            (blocks, index.between(window.from(), window.to()))
        };
        let ((before, inside), (after, then)) = (of(window), of(moved));
        let other = inside.start.abs_diff(then.start) + inside.end.abs_diff(then.end);
        let shown = [singles(index, window, &before).len(), singles(index, moved, &after).len()];
        let changed = shown[0].abs_diff(shown[1]);
        assert!(
            changed <= other,
            "{changed} more or fewer, of {other} that came or went: {window:?}, {moved:?}"
        );
        let first = window.first_day().max(moved.first_day());
        let last = window.last_day().min(moved.last_day());
        let whole = |block: &&Block| !block.reaches && first < block.from && block.to < last;
        for block in before.iter().filter(whole) {
            let places = |block: &Block| block.acts.iter().map(Item::first).collect::<Vec<usize>>();
            let same = after.iter().find(|other| (other.from, other.to) == (block.from, block.to));
            assert_eq!(
                same.map(places),
                Some(places(block)),
                "{} to {}: {window:?}, {moved:?}",
                block.from,
                block.to
            );
        }
    }

    #[test]
    fn a_window_that_moves_over_the_record_keeps_what_it_shows() {
        let index = Index::of_events(&us_dprk().events, "en");
        let (first, last) = index.span().unwrap();
        let (start, end) = (f64::from(first.number()), f64::from(last.number()) + 1.0);
        let axis = Axis::folding(index.quiet(), last.since(first));
        assert!(!axis.breaks().is_empty());
        for length in [7.0, 14.0, 61.0, 98.0, 184.0, 392.0, 730.0, 753.0, 1_260.0, 5_110.0, 15_000.0] {
            let mut from = start - length / 2.0;
            while from < end - length / 2.0 {
                let window = Window::new(from, from + length);
                stays(&index, &Axis::straight(), window, Window::new(from + 1.0, from + length + 1.0));
                stays(&index, &axis, window, axis.shifted(window, 1.0));
                // By no part of a week or a year, and closely where most happened.
                let middle = from + length / 2.0;
                let busy =
                    (day("2017-06-01").number()..day("2019-10-01").number()).contains(&(middle as i32));
                from += if busy { 13.0 } else { 391.0 };
            }
        }
    }

    #[test]
    fn a_window_that_gets_a_little_longer_shows_nearly_the_same() {
        let index = Index::of_events(&us_dprk().events, "en");
        let acts = |from: Day, to: Day| -> usize {
            let blocks = blocks(&index, &Axis::straight(), Window::of_days(from, to));
            blocks.iter().map(|block| block.acts.len()).sum()
        };
        // These two showed 57 acts and 84.
        let to = day("2020-01-12");
        let (earlier, later) = (acts(day("2018-01-02"), to), acts(day("2018-01-08"), to));
        assert!(earlier.abs_diff(later) <= 2, "{earlier}, then {later}");
        let mut most = 0;
        for number in 0..900 {
            let from = day("2017-01-01").plus(number);
            most = most.max(acts(from, to).abs_diff(acts(from.plus(1), to)));
        }
        assert!(most <= 8, "a day more or less made {most} acts more or fewer");
    }

    proptest! {
        #[test]
        fn a_window_that_moves_keeps_what_it_shows(
            events in any_events(400),
            from in 10_500.0..22_000.0f64,
            days in 7.0..9_000.0f64,
            by in -3.0..3.0f64,
            whole in any::<bool>(),
        ) {
            let whole = |number: f64| if whole { number.floor() } else { number };
            let (from, days, by) = (whole(from), whole(days), whole(by));
            let index = Index::of_events(&events, "en");
            stays(&index, &Axis::straight(), Window::new(from, from + days), Window::new(from + by, from + days + by));
        }

        #[test]
        fn every_event_is_in_one_block(events in any_events(80), from in 9_000.0..22_000.0f64, days in 7.0..9_000.0f64) {
            let index = Index::of_events(&events, "en");
            let window = Window::new(from, from + days);
            let axis = Axis::folding(index.quiet(), 9_000);
            let blocks = blocks(&index, &axis, window);
            prop_assert!(blocks.len() <= 14 * 2 + 8, "{} blocks", blocks.len());
            let (outside, _) = super::reaching(&index, window);
            let mut told: Vec<usize> = blocks.iter().flat_map(|block| &block.acts).map(Item::first).collect();
            told.retain(|place| outside.contains(place));
            let by_place = |places| sorted(places, |place: &usize| *place as i64);
            prop_assert_eq!(by_place(outside), by_place(told));
            let held: usize = inside(&index, window, &blocks).map(|item| match item {
                Item::Event(_) => 1,
                Item::Cluster(_, cluster) => cluster.count(),
            }).sum();
            let blocks: Vec<Block> = blocks.into_iter().filter(|block| !block.reaches).collect();
            prop_assert!(blocks.windows(2).all(|pair| pair[0].from <= pair[1].from && pair[0].to <= pair[1].to));
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
