//! What a picture shows of its events: each by itself where there is room, the rest gathered into clusters. The picture is cut
//! into bins of [`BIN`] pixels; what a lane's rows can hold of a bin is shown, the weightiest first, and what is left becomes
//! one cluster that says what it holds. Where even what is weightiest in a bin is too much, some of it is shown, spread over the
//! bin: as much in every bin, so that an even record looks even.
//!
//! Costs the bins times the logarithm of the events, and the events shown: nothing is done for each event there is.

use std::ops::Range;

use crate::dossier::date::Day;
use crate::dossier::model::Lane;
use crate::index::{Index, Kinds, Level};
use crate::scale::{TimeScale, Window};

/// The width of a bin in pixels: room for a cluster that can be pointed at.
pub const BIN: f64 = 40.0;

/// The same where all lanes are so dense that there would be too many clusters, and in pictures that are to hold less.
const WIDE_BIN: f64 = 80.0;

/// How much a picture holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// The width of its bins in pixels, where it is not too dense for that.
    bin: f64,
    /// How many events it shows by themselves at most.
    shown: usize,
    /// How many marks it has at most, clusters among them; more only where there are more bins than that.
    marks: usize,
    /// Whether events that only reach into its window are in it, and those before it keep their rows.
    reach: bool,
}

impl Amount {
    /// A picture that is looked at.
    pub const ALL: Amount = Amount { bin: BIN, shown: 95, marks: 110, reach: true };
    /// One of many in a second where there is no time for more: half as many marks cost half as much.
    pub const LESS: Amount = Amount { bin: WIDE_BIN, shown: 40, marks: 56, reach: true };
    /// One that stands beside another while a hand pans, since both together are in the page.
    pub const BESIDE: Amount = Amount { bin: WIDE_BIN, shown: 24, marks: 110, reach: false };
}

/// Bins before the window whose events take part in the dodging, so that moving the window does not reshuffle rows.
const OVERSCAN: usize = 5;

/// How much of what the rows could hold a picture tries to show, in percent: all of it, or the first that is not too much.
const SHARES: [usize; 10] = [100, 80, 60, 50, 40, 30, 20, 13, 10, 7];

/// The share up to which wide bins may show more events by themselves than narrow ones, whose clusters are twice as many.
const SCANT: usize = 13;

/// How many events that begin before the window, or are centred behind it, are shown in a lane.
const MOST_REACHING: usize = 6;

/// Events of one lane that stand too close to each other to be shown one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// How many of each kind.
    pub kinds: Kinds,
    /// The day the first of them stands on.
    pub from: Day,
    /// The day the last of them stands on.
    pub to: Day,
    /// The place of the first in the index.
    pub first: usize,
    /// The place of the last in the index.
    pub last: usize,
}

impl Cluster {
    /// How many events it holds.
    pub fn count(&self) -> usize {
        self.kinds.total()
    }
}

/// Something the picture shows.
#[derive(Clone, Debug)]
pub enum Item {
    /// The event at a place.
    Event(usize),
    /// Events gathered, whose marks stand at some instants.
    Cluster(Lane, Cluster),
}

impl Item {
    /// The place of its first event.
    pub fn first(&self) -> usize {
        match self {
            Item::Event(place) => *place,
            Item::Cluster(_, cluster) => cluster.first,
        }
    }
}

/// The picture's items.
pub(super) struct Gathered {
    /// What is visible.
    pub items: Vec<Item>,
    /// What stands just before and only takes room in the rows.
    pub before: Vec<Item>,
}

/// One bin of one lane: by weight from 3 down, the events' places in their level.
pub(super) struct Bin {
    lane: Lane,
    own: [Range<usize>; 3],
    /// Whether its weightiest events are no details and lie apart, so that some of them may stand for the others.
    apart: bool,
    /// Whether it lies before the window.
    before: bool,
}

impl Bin {
    /// The bins of the lanes that have events at or after one instant and before another.
    pub fn of_lanes(index: &Index, from: f64, to: f64, before: bool) -> Vec<Bin> {
        let places = index.between(from, to);
        let of_lane = |lane| {
            let own =
                [3, 2, 1].map(|weight| index.level(lane, weight).map_or(0..0, |level| level.within(&places)));
            let mut bin = Bin { lane, own, apart: false, before };
            let place = |weight: usize, at: usize| level(index, lane, weight)?.places(at..at + 1).next();
            bin.apart = bin.weightiest().filter(|(weight, _)| *weight < 2).is_some_and(|(weight, own)| {
                let instant = |at: usize| place(weight, at).and_then(|place| index.instant(place));
                instant(own.start) < instant(own.end - 1)
            });
            bin
        };
        let lanes = if places.is_empty() { &[][..] } else { &Index::LANES[..] };
        lanes.iter().map(|lane| of_lane(*lane)).filter(|bin| bin.count(3) > 0).collect()
    }

    /// How many events the first of these weights have, from 3 down.
    pub fn count(&self, weights: usize) -> usize {
        self.own.iter().take(weights).map(Range::len).sum()
    }

    /// Its weightiest events: which weight that is, from 3 down, and where they are in their level.
    fn weightiest(&self) -> Option<(usize, &Range<usize>)> {
        self.own.iter().enumerate().find(|(_, own)| !own.is_empty())
    }

    /// How many of its events, from weight 3 down, are shown one by one where `most` marks have room; a cluster takes the room of one.
    /// A weight is shown wholly or not at all; of the weightiest, if they lie apart, as many as leave half of the room free.
    pub fn shown(&self, most: usize) -> usize {
        if self.count(3) <= most {
            return self.count(3);
        }
        let whole = (1..3).rev().map(|weights| self.count(weights)).find(|count| *count < most).unwrap_or(0);
        if whole == 0 && self.apart { most / 2 } else { whole }
    }

    /// Of a bin that shows so many of its events what stands at some places of the index, and how many of that are shown: as large a part
    /// of each weight.
    pub fn cut(mut self, index: &Index, places: &Range<usize>, shown: usize) -> (Bin, usize) {
        let (mut room, mut left) = (shown, 0);
        for (weight, own) in self.own.iter_mut().enumerate() {
            let all = own.len();
            let some = room.min(all);
            room -= some;
            let inside = level(index, self.lane, weight).map_or(0..0, |level| level.within(places));
            *own = own.start.max(inside.start)..own.end.min(inside.end);
            left += (some * own.len()).checked_div(all).unwrap_or(0);
        }
        (self, left)
    }
}

/// The events of a lane and one of the weights, from 3 down.
fn level(index: &Index, lane: Lane, weight: usize) -> Option<&Level> {
    index.level(lane, 3 - weight as u8)
}

/// What to show of the events in the scale's window, `rows` marks above each other in each lane.
pub(super) fn gather(
    index: &Index,
    scale: &TimeScale,
    rows: impl Fn(Lane) -> usize,
    amount: Amount,
) -> Gathered {
    // The picture holds so many marks and no more: where everything would be more, every bin shows less, and then bins are joined.
    let overscan = if amount.reach { OVERSCAN } else { 0 };
    let cut = |width: f64| bins(index, scale, width, (overscan as f64 * BIN / width).ceil() as usize);
    let most = |lane: Lane, width: f64, percent: usize| {
        let marks = rows(lane) * (2.0 * width / BIN) as usize;
        (marks * percent / 100).max(1)
    };
    // How many it shows by themselves at that; none where that is too much.
    let fitting = |bins: &[Bin], width: f64, percent: usize| -> Option<usize> {
        let (mut shown, mut clusters) = (0, 0);
        for bin in bins.iter().filter(|bin| !bin.before) {
            let own = bin.shown(most(bin.lane, width, percent));
            shown += own;
            clusters += usize::from(bin.count(3) > own);
        }
        (shown <= amount.shown && shown + clusters <= amount.marks).then_some(shown)
    };
    let tried = |width: f64| {
        let bins = cut(width);
        let fitting = |percent: usize| Some((fitting(&bins, width, percent)?, percent));
        let share = SHARES.into_iter().find_map(fitting);
        (bins, width, share)
    };
    let mut best = tried(amount.bin);
    if amount.bin < WIDE_BIN && best.2.is_none_or(|(_, percent)| percent <= SCANT) {
        let wide = tried(WIDE_BIN);
        if best.2.is_none() || wide.2.map(|(shown, _)| shown) > best.2.map(|(shown, _)| shown) {
            best = wide;
        }
    }
    let (bins, width, share) = best;
    let mut gathered = Gathered { items: Vec::new(), before: Vec::new() };
    for bin in &bins {
        let shown = share.map_or(0, |(_, percent)| bin.shown(most(bin.lane, width, percent)));
        let items = of_bin(index, bin, shown);
        if bin.before { &mut gathered.before } else { &mut gathered.items }.extend(items);
    }
    if amount.reach {
        let (reaching, _) = reaching(index, scale.window());
        // What reaches in is visible, and takes its room in the rows once.
        gathered.before.retain(|item| !matches!(item, Item::Event(place) if reaching.contains(place)));
        gathered.items.extend(reaching.into_iter().map(Item::Event));
    }
    gathered
}

/// The items of a bin: so many of its events, from weight 3 down, and a cluster of the others. Of a weight that is shown in part,
/// those that are spread evenly over all of it.
pub(super) fn of_bin(index: &Index, bin: &Bin, shown: usize) -> Vec<Item> {
    let mut items = Vec::new();
    let mut kinds = Kinds::default();
    let (mut first, mut last) = (usize::MAX, 0);
    let mut room = shown;
    for (weight, own) in bin.own.iter().enumerate() {
        let Some(level) = level(index, bin.lane, weight).filter(|_| !own.is_empty()) else { continue };
        let some = room.min(own.len());
        room -= some;
        // Never the first, where one is left.
        let picked = (1..=some).map(|number| own.start + number * own.len() / (some + 1));
        let picked: Vec<usize> = picked.flat_map(|at| level.places(at..at + 1)).collect();
        if some < own.len() {
            level.count(own.clone(), &mut kinds);
            for entry in picked.iter().filter_map(|place| index.get(*place)) {
                if let Some(count) = kinds.0.get_mut(entry.kind as usize) {
                    *count -= 1;
                }
            }
            let end = if own.len() - some > 1 { own.end } else { own.start + 1 };
            first = first.min(level.places(own.start..own.start + 1).next().unwrap_or(first));
            last = last.max(level.places(end - 1..end).next().unwrap_or(last));
        }
        items.extend(picked.into_iter().map(Item::Event));
    }
    if let (Some(from), Some(to)) = (index.get(first), index.get(last)) {
        items.push(match kinds.total() {
            1 => Item::Event(first),
            _ => Item::Cluster(bin.lane, Cluster { kinds, from: from.day(), to: to.day(), first, last }),
        });
    }
    items
}

/// The bins that hold anything. Their edges stand at fixed places of the axis, so that a window that moves keeps them.
fn bins(index: &Index, scale: &TimeScale, width: f64, overscan: usize) -> Vec<Bin> {
    let (window, axis) = (scale.window(), scale.axis());
    let length = width / scale.pixels_per_day();
    let first = (axis.place(window.from()) / length).floor() - overscan as f64;
    // Inner edges in order, none twice; the window's own edges are edges too.
    let count = ((scale.right() - scale.left()) / width).ceil().max(0.0).min(1_000.0) as usize + 2 + overscan;
    let mut edges: Vec<f64> =
        (0..=count).map(|number| axis.instant((first + number as f64) * length)).collect();
    if overscan == 0 {
        edges.retain(|edge| *edge > window.from());
    }
    let after = edges.partition_point(|edge| *edge <= window.from());
    edges.insert(after, window.from());
    edges.retain(|edge| *edge < window.to());
    edges.push(window.to());
    let pairs = edges.iter().zip(edges.iter().skip(1));
    pairs.flat_map(|(start, end)| Bin::of_lanes(index, *start, *end, *start < window.from())).collect()
}

/// Of the days at a window's edges those whose middle lies in it, where a day's events have their marks: the first and the last.
fn days_of(window: Window) -> (Day, Day) {
    (
        Day::from_number_clamped((window.from() + 0.5).floor() as i64),
        Day::from_number_clamped((window.to() - 0.5).ceil() as i64 - 1),
    )
}

/// How many events of each lane have some day in a window, wherever their marks stand; in the order of [`Index::LANES`].
pub fn touching(index: &Index, window: Window) -> [usize; 4] {
    Index::LANES.map(|lane| index.touching(lane, days_of(window)))
}

/// The events that stand outside of a window and reach into it, as far as they are shown, and whether there are more.
pub fn reaching(index: &Index, window: Window) -> (Vec<usize>, bool) {
    let inside = index.between(window.from(), window.to());
    let (mut all, mut more) = (Vec::new(), false);
    for lane in Index::LANES {
        // One more than is shown says whether there are more.
        let mut found = index.reaching(lane, &inside, days_of(window), MOST_REACHING + 1);
        more |= found.len() > MOST_REACHING;
        found.truncate(MOST_REACHING);
        all.extend(found);
    }
    (all, more)
}
