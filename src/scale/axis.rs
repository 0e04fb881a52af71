//! The axis: time with its long empty stretches folded, so that decades in which nothing happened do not take the room of
//! years in which much did. A folded stretch is a [`Break`]: drawn as one, and opened on request.
//!
//! Places on the axis are measured in days like instants, but a break takes only its `length` of them. The mapping is
//! continuous, grows strictly and is straight between its corners, so it has an inverse and nothing is hidden by it.

use super::Window;
use crate::dossier::date::Day;

/// The most stretches that are folded: the longest.
pub const MOST_BREAKS: usize = 6;

/// The fewest days of a stretch worth folding: two years.
const FEWEST_DAYS: i32 = 731;

/// The share of the whole time that a stretch must take to be folded.
const LEAST_SHARE: f64 = 0.1;

/// The share of the time that is not folded which one break takes: some 20 pixels where everything is on screen.
const BREAK_SHARE: f64 = 0.02;

/// Days between an event and the break beside it, at least.
const MARGIN: i32 = 30;

/// A stretch of the axis in which nothing happened, from the start of one year to the start of another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// Its first day.
    pub from: Day,
    /// The first day after it.
    pub to: Day,
    /// The days of the axis it takes.
    length: f64,
}

impl Break {
    const NONE: Break = Break { from: Day::MIN, to: Day::MIN, length: 0.0 };

    fn start(&self) -> f64 {
        f64::from(self.from.number())
    }

    fn end(&self) -> f64 {
        f64::from(self.to.number())
    }

    /// What the axis saves by it, in days.
    fn saved(&self) -> f64 {
        self.end() - self.start() - self.length
    }

    /// The whole years it folds.
    pub fn years(&self) -> i32 {
        self.to.year() - self.from.year()
    }
}

/// Time as the axis shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    breaks: [Break; MOST_BREAKS],
    count: usize,
}

impl Default for Axis {
    fn default() -> Axis {
        Axis::straight()
    }
}

impl Axis {
    /// An axis without breaks.
    pub const fn straight() -> Axis {
        Axis { breaks: [Break::NONE; MOST_BREAKS], count: 0 }
    }

    /// The axis for a time of `days` in which nothing happens between the two days of each of `quiet` (in order, none inside
    /// another). Of the stretches that are long in themselves and against the whole, the longest are folded.
    pub fn folding(quiet: &[(Day, Day)], days: i32) -> Axis {
        let mut axis = Axis::straight();
        let least = (f64::from(days) * LEAST_SHARE).max(f64::from(FEWEST_DAYS)) as i32;
        let folds: Vec<Break> = quiet
            .iter()
            .filter(|(last, next)| next.since(*last) >= least)
            .filter_map(|(last, next)| {
                let (from, to) = (year_from(last.plus(MARGIN))?, year_until(next.plus(-MARGIN))?);
                (from < to).then_some(Break { from, to, length: 0.0 })
            })
            .collect();
        // The longest ones, in order of time.
        let longest = crate::dossier::order::sorted(folds, |fold| -i64::from(fold.to.since(fold.from)));
        let folds = longest.into_iter().take(MOST_BREAKS).collect();
        let folds = crate::dossier::order::sorted(folds, |fold| i64::from(fold.from.number()));
        let folded: i32 = folds.iter().map(|fold| fold.to.since(fold.from)).sum();
        let length = (f64::from(days - folded) * BREAK_SHARE).max(30.0);
        for (slot, fold) in axis.breaks.iter_mut().zip(folds) {
            *slot = Break { length, ..fold };
            axis.count += 1;
        }
        axis
    }

    /// The axis without the breaks that begin on one of these days.
    pub fn opened(&self, days: &[Day]) -> Axis {
        let mut axis = Axis::straight();
        let kept = self.breaks().iter().filter(|fold| !days.contains(&fold.from));
        for (slot, fold) in axis.breaks.iter_mut().zip(kept) {
            *slot = *fold;
            axis.count += 1;
        }
        axis
    }

    /// Its breaks, in order of time.
    pub fn breaks(&self) -> &[Break] {
        self.breaks.get(..self.count).unwrap_or(&[])
    }

    /// The place of an instant on the axis. Costs the number of breaks.
    pub fn place(&self, instant: f64) -> f64 {
        let mut saved = 0.0;
        for fold in self.breaks() {
            if instant <= fold.start() {
                break;
            }
            if instant >= fold.end() {
                saved += fold.saved();
            } else {
                saved += (instant - fold.start()) * fold.saved() / (fold.end() - fold.start());
            }
        }
        instant - saved
    }

    /// The instant at a place: the inverse of [`Axis::place`].
    pub fn instant(&self, place: f64) -> f64 {
        let mut saved = 0.0;
        for fold in self.breaks() {
            let start = fold.start() - saved;
            if place <= start {
                break;
            }
            if place >= start + fold.length {
                saved += fold.saved();
            } else {
                return fold.start() + (place - start) * (fold.end() - fold.start()) / fold.length;
            }
        }
        place + saved
    }

    /// A window of time as the stretch of the axis it takes.
    pub(super) fn flat(&self, window: Window) -> Window {
        Window::between(self.place(window.from()), self.place(window.to()))
    }

    fn unflat(&self, flat: Window) -> Window {
        Window::between(self.instant(flat.from()), self.instant(flat.to()))
    }

    /// The length of a window on the axis, in days of it.
    pub fn length(&self, window: Window) -> f64 {
        self.flat(window).days()
    }

    /// The window moved by `days` of the axis (later where positive), kept inside `limits` without changing its length there.
    pub fn pan(&self, window: Window, days: f64, limits: Window) -> Window {
        self.unflat(self.flat(window).pan(days, self.flat(limits)))
    }

    /// The window moved by `days` of the axis, wherever that leads.
    pub fn shifted(&self, window: Window, days: f64) -> Window {
        let flat = self.flat(window);
        self.unflat(Window::between(flat.from() + days, flat.to() + days))
    }

    /// The window made `factor` times as long on the axis (below 1 zooms in) around the instant `anchor`, which stays where it is
    /// on screen; between [`Window::MIN_DAYS`] and the length of `limits`.
    pub fn zoom_at(&self, window: Window, factor: f64, anchor: f64, limits: Window) -> Window {
        self.unflat(self.flat(window).zoom_at(factor, self.place(anchor), self.flat(limits)))
    }

    /// The window in the same length, moved no further than needed so that the day lies in it with a tenth of it to spare at either side.
    pub fn showing(&self, window: Window, day: Day, limits: Window) -> Window {
        let (flat, place) = (self.flat(window), self.place(f64::from(day.number()) + 0.5));
        let moved = flat.showing(place, self.flat(limits));
        if moved == flat { window } else { self.unflat(moved) }
    }

    /// Where an instant stands in a window: 0 at its left edge, 1 at its right edge.
    pub fn share(&self, window: Window, instant: f64) -> f64 {
        let flat = self.flat(window);
        (self.place(instant) - flat.from()) / flat.days()
    }

    /// The instant at a share of the window (0 its left edge, 1 its right edge).
    pub fn instant_at(&self, window: Window, share: f64) -> f64 {
        let flat = self.flat(window);
        self.instant(flat.from() + flat.days() * share)
    }
}

/// The first 1 January on or after a day.
fn year_from(day: Day) -> Option<Day> {
    let (year, month, date) = day.ymd();
    Day::from_ymd(if (month, date) == (1, 1) { year } else { year + 1 }, 1, 1)
}

/// The last 1 January on or before a day.
fn year_until(day: Day) -> Option<Day> {
    Day::from_ymd(day.year(), 1, 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// 1953 to 2024 with nothing between January 1958 and December 1985.
    fn history() -> Axis {
        let quiet = [
            (day("1953-07-27"), day("1958-01-01")),
            (day("1958-01-31"), day("1985-12-12")),
            (day("1985-12-12"), day("1991-09-27")),
        ];
        Axis::folding(&quiet, day("2024-11-21").since(day("1953-07-27")))
    }

    #[test]
    fn only_what_is_long_against_the_whole_is_folded() {
        let axis = history();
        let ends: Vec<_> = axis.breaks().iter().map(|fold| (fold.from, fold.to)).collect();
        assert_eq!(ends, [(day("1959-01-01"), day("1985-01-01"))]);
        assert_eq!(axis.breaks()[0].years(), 26);
        // 26050 days less 9497 folded ones; a fiftieth of them.
        assert!((axis.breaks()[0].length - 16_553.0 / 50.0).abs() < 1e-9);
        let year = |text| axis.place(f64::from(day(text).number()));
        assert!((year("1985-01-01") - year("1959-01-01") - axis.breaks()[0].length).abs() < 1e-6);
        assert!((year("1991-01-01") - year("1990-01-01") - 365.0).abs() < 1e-6);
        assert_eq!(axis.opened(&[day("1959-01-01")]), Axis::straight());
    }

    #[test]
    fn of_many_stretches_the_longest_are_folded() {
        // Seven stretches of 11 to 14 years, none below a tenth of the whole; the first is the shortest.
        let start = |year: i32| Day::from_ymd(year, 7, 1).unwrap();
        let (mut year, mut quiet) = (1900, Vec::new());
        for length in [11, 12, 13, 14, 12, 13, 14] {
            quiet.push((start(year), start(year + length)));
            year += length + 1;
        }
        let axis = Axis::folding(&quiet, start(year - 1).since(start(1900)));
        let from: Vec<i32> = axis.breaks().iter().map(|fold| fold.from.year()).collect();
        assert_eq!(from, [1913, 1926, 1940, 1955, 1968, 1982], "in order of time, without 1901");
    }

    #[test]
    fn a_break_is_wide_enough_to_be_seen() {
        // 1500 days less the 1095 of 2001 to 2003: a fiftieth would be 8.
        let axis = Axis::folding(&[(day("2000-06-01"), day("2004-06-01"))], 1500);
        assert_eq!(axis.breaks().iter().map(|fold| fold.length).collect::<Vec<_>>(), [30.0]);
    }

    #[test]
    fn a_pan_across_a_break_takes_its_length_and_no_more() {
        let axis = history();
        let limits = Window::of_days(day("1953-01-01"), day("2025-12-31"));
        let before = Window::of_days(day("1957-01-01"), day("1957-12-31"));
        let after = axis.pan(before, axis.breaks()[0].length + 2.0 * 365.25, limits);
        assert!(after.from() > f64::from(day("1984-12-30").number()), "{after:?}");
        assert!((axis.length(after) - 365.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn places_and_instants_round_trip(
            gaps in prop::collection::vec((0i32..4_000, 0i32..9_000), 0..9),
            instant in -720_000.0..2_900_000.0f64,
            more in 0.001..5_000.0f64,
        ) {
            let (mut at, mut quiet) = (day("1900-01-01"), Vec::new());
            for (busy, gap) in gaps {
                let from = at.plus(busy);
                at = from.plus(gap);
                quiet.push((from, at));
            }
            let axis = Axis::folding(&quiet, at.since(day("1900-01-01")));
            prop_assert!(axis.breaks().windows(2).all(|pair| pair[0].to <= pair[1].from));
            let place = axis.place(instant);
            prop_assert!((axis.instant(place) - instant).abs() < 1e-3);
            prop_assert!(axis.place(instant + more) > place, "it grows");
            prop_assert!(axis.place(instant + more) - place <= more + 1e-6, "and never faster than time");
        }
    }
}
