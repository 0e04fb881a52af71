//! The visible window and its mapping to pixels. Time is measured in days since 1970-01-01 as `f64`, because a window
//! zooms smoothly; a day `n` covers `n..n + 1`.

use super::Axis;
use crate::dossier::date::Day;

/// The stretch of time on screen, in days since 1970-01-01; `from < to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    from: f64,
    to: f64,
}

impl Window {
    /// The narrowest window, in days.
    pub const MIN_DAYS: f64 = 7.0;

    /// The window over two days in any order, both whole, widened to [`Window::MIN_DAYS`] around its middle.
    pub fn of_days(first: Day, last: Day) -> Window {
        Window::new(f64::from(first.min(last).number()), f64::from(first.max(last).number()) + 1.0)
    }

    /// A window over two instants in any order; what is not a number becomes the whole calendar's edge.
    pub fn new(from: f64, to: f64) -> Window {
        let min = f64::from(Day::MIN.number());
        let max = f64::from(Day::MAX.number()) + 1.0;
        let (from, to) = if from <= to { (from, to) } else { (to, from) };
        let from = if from.is_finite() { from.max(min).min(max) } else { min };
        let to = if to.is_finite() { to.max(min).min(max) } else { max };
        let days = (to - from).max(Self::MIN_DAYS);
        let from = (from - (days - (to - from)) / 2.0).max(min).min(max - Self::MIN_DAYS);
        Window { from, to: (from + days).min(max) }
    }

    /// The instant at its left edge.
    pub fn from(self) -> f64 {
        self.from
    }

    /// The instant at its right edge.
    pub fn to(self) -> f64 {
        self.to
    }

    /// Its length in days.
    pub fn days(self) -> f64 {
        self.to - self.from
    }

    /// The first whole or partial day in it.
    pub fn first_day(self) -> Day {
        Day::from_number_clamped(self.from.floor() as i64)
    }

    /// The last whole or partial day in it.
    pub fn last_day(self) -> Day {
        Day::from_number_clamped(self.to.ceil() as i64 - 1)
    }

    /// The window in whole days, as an address names it: each end at the midnight nearest to it, inside `limits`, which are whole days.
    pub fn whole(self, limits: Window) -> Window {
        // A hair more than a half, so that two ends halves of a day apart from midnight go the same way in spite of rounding.
        let near = |instant: f64| (instant + 0.500_001).floor();
        let from = near(self.from);
        Window { from, to: near(self.to).max(from + Self::MIN_DAYS) }.inside(limits)
    }

    /// Whether some of `first..=last` can be seen in it.
    pub fn touches(self, first: Day, last: Day) -> bool {
        f64::from(last.number()) + 1.0 > self.from && f64::from(first.number()) < self.to
    }

    /// The window moved by `days` (later where positive), kept inside `limits` without changing its length.
    pub(super) fn pan(self, days: f64, limits: Window) -> Window {
        // No further than the calendar is long: beyond that, adding would lose the window's own length to rounding.
        let days = if days.is_finite() { days.max(-4e6).min(4e6) } else { 0.0 };
        Window { from: self.from + days, to: self.to + days }.inside(limits)
    }

    /// The window made `factor` times as long (below 1 zooms in) around the instant `anchor`, which stays where it is on
    /// screen; between [`Window::MIN_DAYS`] and the length of `limits`.
    pub(super) fn zoom_at(self, factor: f64, anchor: f64, limits: Window) -> Window {
        let factor = if factor.is_finite() && factor > 0.0 { factor } else { 1.0 };
        let anchor =
            if anchor.is_finite() { anchor.max(self.from).min(self.to) } else { (self.from + self.to) / 2.0 };
        let days = (self.days() * factor).max(Self::MIN_DAYS).min(limits.days().max(Self::MIN_DAYS));
        let share = (anchor - self.from) / self.days();
        Window { from: anchor - days * share, to: anchor + days * (1.0 - share) }.inside(limits)
    }

    /// The window in the same length, moved no further than needed so that the instant lies in it with a tenth of it to spare at either side.
    pub(super) fn showing(self, instant: f64, limits: Window) -> Window {
        let margin = self.days() / 10.0;
        if instant < self.from + margin {
            self.pan(instant - margin - self.from, limits)
        } else if instant > self.to - margin {
            self.pan(instant + margin - self.to, limits)
        } else {
            self
        }
    }

    /// A window between two instants that are known to be in order.
    pub(super) fn between(from: f64, to: f64) -> Window {
        Window { from, to }
    }

    fn inside(self, limits: Window) -> Window {
        let days = self.days().min(limits.days());
        let from = self.from.max(limits.from).min((limits.to - days).max(limits.from));
        Window { from, to: from + days }
    }
}

/// A window laid over a horizontal stretch of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    axis: Axis,
    window: Window,
    /// The window's stretch of the axis.
    flat: Window,
    left: f64,
    right: f64,
}

impl TimeScale {
    /// Lays the window over `left..right`, every day as wide as every other; a stretch narrower than one pixel counts as one.
    pub fn new(window: Window, left: f64, right: f64) -> TimeScale {
        TimeScale::on(&Axis::straight(), window, left, right)
    }

    /// Lays the window over `left..right` as the axis shows it: long empty stretches folded.
    pub fn on(axis: &Axis, window: Window, left: f64, right: f64) -> TimeScale {
        let left = if left.is_finite() { left } else { 0.0 };
        let right = if right.is_finite() { right.max(left + 1.0) } else { left + 1.0 };
        TimeScale { axis: *axis, window, flat: axis.flat(window), left, right }
    }

    /// The window it shows.
    pub fn window(&self) -> Window {
        self.window
    }

    /// The axis it shows it on.
    pub fn axis(&self) -> &Axis {
        &self.axis
    }

    /// The pixel of the window's left edge.
    pub fn left(&self) -> f64 {
        self.left
    }

    /// The pixel of the window's right edge.
    pub fn right(&self) -> f64 {
        self.right
    }

    /// Pixels a day takes outside of breaks.
    pub fn pixels_per_day(&self) -> f64 {
        (self.right - self.left) / self.flat.days()
    }

    /// The pixel of an instant; outside `left..right` for instants outside the window.
    pub fn x(&self, instant: f64) -> f64 {
        self.left + (self.axis.place(instant) - self.flat.from) * self.pixels_per_day()
    }

    /// The pixel at which a day starts.
    pub fn x_of(&self, day: Day) -> f64 {
        self.x(f64::from(day.number()))
    }

    /// The pixel of a day's middle: where a mark for that day stands.
    pub fn x_mid(&self, day: Day) -> f64 {
        self.x(f64::from(day.number()) + 0.5)
    }

    /// The instant at a pixel.
    pub fn instant_at(&self, x: f64) -> f64 {
        self.axis.instant(self.flat.from + (x - self.left) / self.pixels_per_day())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_window_of_days_covers_them_whole() {
        let window = Window::of_days(day("2018-01-01"), day("2019-12-31"));
        assert_eq!(window.days(), 730.0);
        assert_eq!((window.first_day(), window.last_day()), (day("2018-01-01"), day("2019-12-31")));
        assert!(window.touches(day("2019-12-31"), day("2020-03-01")));
        assert!(!window.touches(day("2020-01-01"), day("2020-03-01")));
    }

    #[test]
    fn two_days_in_any_order_are_both_in_it() {
        let window = Window::of_days(day("2022-03-01"), day("2019-12-31"));
        assert_eq!((window.first_day(), window.last_day()), (day("2019-12-31"), day("2022-03-01")));
        assert_eq!(window, Window::of_days(day("2019-12-31"), day("2022-03-01")));
        // At the calendar's ends the window ends with it.
        let (last, first) = (Window::of_days(Day::MAX, Day::MAX), Window::of_days(Day::MIN, Day::MIN));
        assert_eq!((last.last_day(), last.days()), (Day::MAX, Window::MIN_DAYS));
        assert_eq!((first.first_day(), first.days()), (Day::MIN, Window::MIN_DAYS));
        assert_eq!(last.to(), f64::from(Day::MAX.number()) + 1.0);
    }

    #[test]
    fn marks_stand_in_the_middle_of_their_day() {
        let scale = TimeScale::new(Window::of_days(day("2018-01-01"), day("2018-01-10")), 100.0, 200.0);
        assert_eq!(scale.x_of(day("2018-01-01")), 100.0);
        assert_eq!(scale.x_mid(day("2018-01-01")), 105.0);
    }

    #[test]
    fn showing_moves_no_further_than_needed() {
        let limits = Window::of_days(day("2000-01-01"), day("2030-12-31"));
        let window = Window::of_days(day("2018-01-01"), day("2018-04-10"));
        let showing = |text| Axis::straight().showing(window, day(text), limits);
        assert_eq!(showing("2018-02-20"), window);
        let moved = showing("2018-05-01");
        assert_eq!(moved.days(), window.days());
        assert_eq!(moved.to(), f64::from(day("2018-05-01").number()) + 0.5 + 10.0);
    }

    proptest! {
        #[test]
        fn pixels_and_instants_round_trip(from in -700_000.0..700_000.0f64, days in 7.0..40_000.0f64, width in 10.0..4000.0f64, share in 0.0..1.0f64) {
            let scale = TimeScale::new(Window::new(from, from + days), 30.0, 30.0 + width);
            let x = 30.0 + width * share;
            prop_assert!((scale.x(scale.instant_at(x)) - x).abs() < 0.5);
        }

        #[test]
        fn zoom_keeps_its_anchor_and_its_limits(from in 0.0..10_000.0f64, days in 7.0..5_000.0f64, share in 0.0..1.0f64, factor in 0.01..100.0f64) {
            let limits = Window::new(-5_000.0, 20_000.0);
            let window = Window::new(from, from + days);
            let anchor = window.from() + window.days() * share;
            let zoomed = window.zoom_at(factor, anchor, limits);
            prop_assert!(zoomed.from() >= limits.from() - 1e-6 && zoomed.to() <= limits.to() + 1e-6);
            prop_assert!(zoomed.days() >= Window::MIN_DAYS - 1e-6);
            if zoomed.from() > limits.from() && zoomed.to() < limits.to() {
                prop_assert!(((anchor - zoomed.from()) / zoomed.days() - share).abs() < 1e-6);
            }
        }

        #[test]
        fn whole_days_are_near_and_stay(from in -900.0..900.0f64, days in 7.0..500.0f64, by in -300i32..300) {
            let limits = Window::new(-1_000.0, 1_000.0);
            let window = Window::new(from, (from + days).min(1_000.0));
            let whole = window.whole(limits);
            prop_assert_eq!((whole.from().fract(), whole.to().fract()), (0.0, 0.0));
            prop_assert!(limits.from() <= whole.from() && whole.to() <= limits.to());
            prop_assert!(whole.days() >= Window::MIN_DAYS);
            prop_assert!((whole.from() - window.from()).abs() < 1.01 && (whole.to() - window.to()).abs() < 1.01);
            prop_assert_eq!(whole.whole(limits), whole);
            prop_assert_eq!(Window::of_days(whole.first_day(), whole.last_day()), whole, "what its days say");
            // A pan takes its length along, also by half a day.
            let panned = whole.pan(f64::from(by) / 2.0, limits).whole(limits);
            prop_assert_eq!(panned.days(), whole.days());
        }

        #[test]
        fn nothing_makes_a_window_impossible(a in prop::num::f64::ANY, b in prop::num::f64::ANY, c in prop::num::f64::ANY, d in prop::num::f64::ANY) {
            let limits = Window::new(0.0, 1_000.0);
            for window in [Window::new(a, b), Window::new(a, b).pan(c, limits), Window::new(a, b).zoom_at(c, d, limits)] {
                prop_assert!(window.from().is_finite() && window.to().is_finite() && window.from() < window.to());
            }
            let scale = TimeScale::new(Window::new(a, b), c, d);
            prop_assert!(scale.pixels_per_day() > 0.0 || scale.pixels_per_day() == 0.0);
        }
    }
}
