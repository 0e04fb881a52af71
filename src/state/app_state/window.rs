//! How the window moves over the axis: that of the timeline, or the one around both day zeros where two periods are compared.

use super::{AppState, Edge, Motion, Stretch};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::index::Index;
use crate::scale::{Axis, Window};
use crate::state::Pace;

impl AppState {
    /// A day, held inside the dossier's span.
    pub(super) fn within_span(&self, day: Day) -> Day {
        let span = &self.outline.meta.span;
        day.clamp(span.from, span.to.max(span.from))
    }

    /// Brings a day into the window.
    pub(super) fn show(&mut self, day: Day) {
        self.window = self.axis.showing(self.window, day, self.limits);
    }

    /// A window with the as-of date in it: the same one where it is, so that nothing moves under the slider, which ends where the
    /// window does.
    pub(super) fn around_date(&self, window: Window) -> Window {
        let date = self.as_of;
        if window.touches(date, date) { window } else { self.axis.showing(window, date, self.limits) }
    }

    /// What an address shows that names no window: the stretch that the dossier is about, with the as-of date and the open event in it.
    pub(super) fn unnamed(&self) -> Window {
        let window = self.around_date(focus_window(&self.outline));
        let open = self.event.as_deref().and_then(|id| self.day_of(id));
        open.map_or(window, |day| self.axis.showing(window, day, self.limits)).whole(self.limits)
    }

    /// Where nothing moves, the window is of whole days, so that the address says what is seen.
    pub(super) fn rest(&mut self) {
        self.window = self.window.whole(self.limits);
        if let Some(compare) = &mut self.compare {
            compare.around = compare.around.whole(compare.limits);
        }
        self.settled = self.window;
    }

    /// Looks at another date, and brings it into the window.
    pub(super) fn set_date(&mut self, day: Day) {
        self.as_of = self.within_span(day);
        self.window = self.around_date(self.window);
    }

    /// The time that moves under a hand: the window, or that around both day zeros.
    pub(super) fn moving(&self) -> Window {
        self.compare.as_ref().map_or(self.window, |compare| compare.around)
    }

    pub(super) fn set_moving(&mut self, window: Window) {
        match &mut self.compare {
            Some(compare) => compare.around = window,
            None => self.window = window,
        }
    }

    /// The axis on which that time lies, and the furthest it can go. Two periods are compared day for day, without breaks.
    pub(super) fn ground(&self) -> (Axis, Window) {
        self.compare.as_ref().map_or((self.axis, self.limits), |compare| (Axis::straight(), compare.limits))
    }

    pub(super) fn pan(&mut self, share: f64) {
        let ((axis, limits), shown) = (self.ground(), self.moving());
        self.set_moving(axis.pan(shown, axis.length(shown) * share, limits));
    }

    /// The window as shares of the whole axis: 0 its beginning, 1 its end.
    pub fn shares(&self) -> (f64, f64) {
        let share = |instant| self.axis.share(self.limits, instant);
        (share(self.window.from()), share(self.window.to()))
    }

    /// The day at a share of the window as the axis shows it: 0 its first day, 1 the one behind its last.
    pub fn day_at(&self, share: f64) -> Day {
        Day::from_number_clamped(self.axis.instant_at(self.window, share).floor() as i64)
    }

    pub(super) fn set_shares(&mut self, from: f64, to: f64) {
        let instant = |share: f64| self.axis.instant_at(self.limits, share);
        // One end held at the calendar's would shorten the window: it moves as a whole.
        let length = (to - from).max(0.0).min(1.0);
        let from = from.max(0.0).min(1.0 - length);
        self.window = self.axis.pan(Window::new(instant(from), instant(from + length)), 0.0, self.limits);
    }

    /// Moves an end of the window by a share of its length, as far as the other end.
    pub(super) fn move_edge(&mut self, edge: Edge, by: f64) {
        let (from, to) = self.shares();
        let by = (to - from) * by;
        match edge {
            Edge::From => self.set_shares((from + by).max(0.0).min(to), to),
            Edge::To => self.set_shares(from, (to + by).min(1.0).max(from)),
        }
    }

    /// Moves the time under a hand: pans, and zooms where the factor is not 1, around a share of it. A move that leads nowhere is none.
    pub(super) fn move_by(&mut self, pan: f64, (factor, share): (f64, f64), pace: Pace) {
        let (before, motion) = (self.moving(), self.motion);
        self.pan(pan);
        let after = if factor == 1.0 {
            let base = if let Motion::Panning { base } = motion { base } else { before };
            Motion::Panning { base }
        } else {
            self.zoom(factor, share);
            let (axis, _) = self.ground();
            motion.zoomed(&axis, before, self.moving(), pace)
        };
        if self.moving() != before {
            self.motion = after;
        }
    }

    /// Puts back what a hand panned, where that was no pan.
    pub(super) fn put_back(&mut self, motion: Motion) {
        if let Motion::Panning { base } = motion {
            self.set_moving(base);
        }
    }

    pub(super) fn zoom(&mut self, factor: f64, share: f64) {
        let ((axis, limits), shown) = (self.ground(), self.moving());
        self.set_moving(axis.zoom_at(shown, factor, axis.instant_at(shown, share), limits));
    }

    /// The time that a picture shows, and the axis on which it does: of a period that is compared (0 or 1), else of the timeline.
    pub fn picture(&self, period: usize) -> (Axis, Window) {
        self.compare
            .as_ref()
            .map_or((self.axis, self.window), |compare| (Axis::straight(), compare.window(period)))
    }

    /// How many events of a stretch are listed at first, the weightiest ones.
    pub const STRETCH_ROWS: usize = 100;

    /// Zooms to a stretch with room at both sides; lists its events where the window could not become much shorter.
    pub(super) fn spread(&mut self, stretch: Stretch) {
        let exact = Window::of_days(stretch.from, stretch.to);
        let shorter = self.axis.length(exact) * 1.3;
        // A cluster may stand in either of two periods, or in both: its events are listed.
        if self.compare.is_none()
            && stretch.from < stretch.to
            && shorter < self.axis.length(self.window) * 0.9
        {
            let middle = (exact.from() + exact.to()) / 2.0;
            self.window = self.axis.zoom_at(exact, 1.3, middle, self.limits);
            self.stretch = None;
            self.stop_in(stretch);
        } else {
            (self.stretch, self.stretch_rows) = (Some(stretch), Self::STRETCH_ROWS);
        }
    }

    /// Closes the list of a stretch; Tab goes back to where its events stand.
    pub(super) fn close_stretch(&mut self) {
        if let Some(stretch) = self.stretch.take()
            && self.compare.is_none()
        {
            self.stop_in(stretch);
        }
    }

    /// Makes the first event of a stretch, in its lane, the one that Tab reaches.
    fn stop_in(&mut self, stretch: Stretch) {
        let (from, to) = (f64::from(stretch.from.number()), f64::from(stretch.to.number()) + 1.0);
        let places = self.shown.between(from, to);
        let mut first = usize::MAX;
        for lane in Index::LANES.into_iter().filter(|own| stretch.lane.is_none_or(|lane| lane == *own)) {
            for level in (1..=3).filter_map(|weight| self.shown.level(lane, weight)) {
                first = level.places(level.within(&places)).next().unwrap_or(first).min(first);
            }
        }
        if let Some(entry) = self.shown.get(first) {
            self.tab_stop = Some(entry.id.to_owned());
        }
    }

    /// Shows all events that the filters leave.
    pub(super) fn show_found(&mut self) {
        if let Some((first, last)) = self.shown.span() {
            self.window = holding(&self.axis, Window::of_days(first, last), self.window, self.limits);
        }
    }

    /// Opens or folds a break; what is on screen stays as far as it can.
    pub(super) fn toggle_break(&mut self, day: Day) {
        let folding = folding(&self.outline, &self.events);
        if !folding.breaks().iter().any(|fold| fold.from == day) {
            return;
        }
        match self.opened.iter().position(|opened| *opened == day) {
            Some(at) => {
                self.opened.remove(at);
            }
            None => self.opened.push(day),
        }
        self.axis = folding.opened(&self.opened);
    }
}

/// A window around a stretch with room at both sides, and no shorter than the one that was shown.
fn holding(axis: &Axis, stretch: Window, shown: Window, limits: Window) -> Window {
    let factor = (axis.length(shown) / axis.length(stretch)).max(1.3);
    axis.zoom_at(stretch, factor, axis.instant_at(stretch, 0.5), limits)
}

/// Days of the axis before the first thing and after the last, at most.
const SPARE: i32 = 31;

/// The dossier's span and every event in it, with a month to spare.
pub(super) fn limits(dossier: &Dossier, events: &Index) -> Window {
    let span = &dossier.meta.span;
    let (first, last) = events.span().unwrap_or((span.from, span.to));
    Window::of_days(first.min(span.from).plus(-SPARE), last.max(span.to).plus(SPARE))
}

/// The axis with all its breaks. A stretch without events in which somebody's position changes or runs out is not empty.
pub(super) fn folding(dossier: &Dossier, events: &Index) -> Axis {
    let positions = || dossier.issues.iter().flat_map(|issue| &issue.positions);
    let changes = || positions().flat_map(|of| [Some(of.from), of.until.map(|day| day.plus(1))]).flatten();
    let empty = |stretch: &&(Day, Day)| !changes().any(|day| stretch.0 < day && day < stretch.1);
    let quiet: Vec<(Day, Day)> = events.quiet().iter().filter(empty).copied().collect();
    Axis::folding(&quiet, events.span().map_or(0, |(first, last)| last.since(first)))
}

/// The stretch the dossier is about, with a hand's breadth at both ends so that marks on the first day are whole; never beyond
/// the limits.
pub(super) fn focus_window(dossier: &Dossier) -> Window {
    let (first, last) = dossier.focus_days();
    let margin = (last.since(first) / 60).max(1);
    let span = &dossier.meta.span;
    let within = |day: Day| day.max(span.from.plus(-SPARE)).min(span.to.plus(SPARE));
    Window::of_days(within(first.plus(-margin)), within(last.plus(margin)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dossier::model::Lane;
    use crate::index::tests::{any_events, event};
    use crate::state::{Action, FindAction, Shared};
    use std::rc::Rc;

    fn days(from: i32, length: i32) -> (Day, Day) {
        let from = Day::from_number_clamped(from.into());
        (from, from.plus(length))
    }

    fn dossier((from, to): (Day, Day), (first, last): (Day, Day)) -> Dossier {
        let span = serde_json::json!({"from": from.to_string(), "to": to.to_string(), "focus": format!("{first}/{last}")});
        serde_json::from_value(serde_json::json!({
            "meta": {"id": "x", "title": "X", "dek": "", "languages": ["en"], "span": span, "default_as_of": from.to_string(),
                     "content_licence": "CC BY 4.0"},
            "parties": [],
        }))
        .unwrap()
    }

    #[test]
    fn a_long_span_that_is_all_focus_is_seen_whole_and_no_more() {
        let all = days(-10_000, 26_000);
        let dossier = dossier(all, all);
        let limits = limits(&dossier, &Index::of_events(&[], "en"));
        assert_eq!(focus_window(&dossier), limits);
        assert_eq!(limits.days(), 26_001.0 + 62.0);
    }

    #[test]
    fn no_break_folds_a_day_on_which_daylight_changes() {
        use crate::analysis::fixture::{issue, position};
        use crate::dossier::model::Role;
        let text = |day: i32| days(day, 0).0.to_string();
        let mut dossier = dossier(days(0, 20_000), days(0, 365));
        dossier.events =
            [("first", 0), ("last", 20_000)].map(|(id, day)| event(id, &text(day), Lane::A, 2)).into();
        let breaks =
            |dossier: &Dossier| folding(dossier, &Index::of_events(&dossier.events, "en")).breaks().len();
        let with = |from: i32, until: Option<i32>| {
            let mut issue = issue(4);
            issue.positions = vec![position(Role::Offers, &text(from), until.map(text).as_deref(), 1, 1)];
            Dossier { issues: vec![issue], ..dossier.clone() }
        };
        assert_eq!(breaks(&dossier), 1);
        assert_eq!(breaks(&with(9_000, None)), 0, "it begins in between");
        assert_eq!(breaks(&with(-100, Some(9_000))), 0, "it runs out in between");
        // What changes on the days of the events changes nothing here.
        for (from, until) in [(0, None), (20_000, None), (-100, Some(19_999)), (-100, Some(-1))] {
            assert_eq!(breaks(&with(from, until)), 1, "{from} {until:?}");
        }
    }

    #[test]
    fn a_cluster_of_days_is_zoomed_to_and_one_of_a_day_is_listed() {
        let outline = Shared::new(dossier(days(0, 731), days(0, 731)));
        let events = Shared::new(Index::of_events(&[], "en"));
        let start = Rc::new(AppState::new(outline, events));
        let of = |(from, to)| Stretch { from, to, lane: None };
        let spread = |state: &Rc<AppState>, stretch| state.clone().reduce(Action::Spread(stretch));
        let month = of(days(300, 29));
        let zoomed = spread(&start, month);
        // 30 days and room at both sides: 39 days, from 4.5 days before.
        assert_eq!(
            (zoomed.window.days(), zoomed.window.first_day(), zoomed.stretch),
            (39.0, days(296, 0).0, None)
        );
        let one = of(days(300, 0));
        let listed = spread(&start, one);
        assert_eq!((listed.window, listed.stretch), (start.window, Some(one)));
        // A zoom that would lead hardly nearer lists; and a zoom closes what was listed before.
        assert_eq!(spread(&zoomed, month).stretch, Some(month));
        assert_eq!(spread(&listed, month).stretch, None);
        assert_eq!(spread(&start.reduce(Action::ToggleCompare), month).stretch, Some(month));
    }

    #[test]
    fn the_focus_stays_in_the_lane_of_the_cluster_that_was_opened() {
        let outline = Shared::new(dossier(days(0, 731), days(0, 731)));
        let on = |day: i32| days(day, 0).0.to_string();
        let events = [
            event("near", &on(300), Lane::B, 3),
            event("own", &on(301), Lane::A, 1),
            event("last", &on(329), Lane::A, 1),
        ];
        let start = AppState::new(outline, Shared::new(Index::of_events(&events, "en")));
        let start = Rc::new(AppState { tab_stop: Some("near".to_owned()), ..start });
        let (from, to) = days(300, 29);
        let zoomed = start.clone().reduce(Action::Spread(Stretch { from, to, lane: Some(Lane::A) }));
        assert_eq!((zoomed.stretch, zoomed.tab_stop.as_deref()), (None, Some("own")));
        // A list has the focus as long as it is open.
        let one = Stretch { from: days(301, 0).0, to: days(301, 0).0, lane: Some(Lane::A) };
        let listed = start.reduce(Action::Spread(one));
        assert_eq!((listed.stretch, listed.tab_stop.as_deref()), (Some(one), Some("near")));
        assert_eq!(listed.stretch_rows, AppState::STRETCH_ROWS);
        let more = listed.reduce(Action::MoreOfStretch);
        assert_eq!((more.stretch, more.stretch_rows), (Some(one), 400));
        let closed = more.reduce(Action::CloseStretch);
        assert_eq!((closed.stretch, closed.tab_stop.as_deref()), (None, Some("own")));
    }

    #[test]
    fn the_time_of_what_was_found_comes_into_the_window() {
        let mut dossier = dossier(days(0, 20_000), days(0, 365));
        dossier.events = [("offer", 9_000), ("reply", 15_000), ("other", 100)]
            .map(|(id, day)| event(id, &days(day, 0).0.to_string(), Lane::A, 2))
            .into();
        let outline = Shared::new(dossier);
        let events = Shared::new(Index::of_events(&outline.events, "en"));
        let found = |text: &str| {
            let state = Rc::new(AppState::new(outline.clone(), events.clone()));
            let (axis, before) = (state.axis, state.window);
            let state =
                state.reduce(Action::Find(FindAction::Text(text.to_owned()))).reduce(Action::ShowFound);
            (axis.length(before), state.window, axis.length(state.window))
        };
        // One event, of 1994: no nearer than before, in whole days.
        let (before, window, length) = found("1994");
        assert!((length - before).abs() < 1.0, "{length} after {before}");
        assert!(window.touches(days(9_000, 0).0, days(9_000, 0).0));
        // Nothing was found: there is nowhere to go.
        let (before, _, length) = found("nobody");
        assert_eq!(length, before);
    }

    proptest! {
        #[test]
        fn the_first_window_is_within_the_limits(
            from in -700_000..700_000i32,
            length in 0..400_000i32,
            focus in (-1_000..400_000i32, 0..400_000i32),
            events in any_events(8),
        ) {
            let (events, dossier) = (Index::of_events(&events, "en"), dossier(days(from, length), days(from + focus.0, focus.1)));
            let (window, limits) = (focus_window(&dossier), limits(&dossier, &events));
            prop_assert!(limits.from() <= window.from() && window.to() <= limits.to(), "{window:?} in {limits:?}");
        }

        #[test]
        fn a_window_that_holds_a_stretch_is_no_nearer_than_before(
            stretch in (0.0..20_000.0f64, 0.0..20_000.0f64),
            shown in (0.0..20_000.0f64, 7.0..20_000.0f64),
        ) {
            let limits = Window::new(-31.0, 40_031.0);
            let of = |(from, days)| Window::new(from, from + days);
            let (stretch, shown) = (of(stretch), of(shown));
            let window = holding(&Axis::straight(), stretch, shown, limits);
            prop_assert!(window.from() <= stretch.from() + 1e-6 && stretch.to() <= window.to() + 1e-6, "{window:?}");
            prop_assert!(limits.from() - 1e-6 <= window.from() && window.to() <= limits.to() + 1e-6, "{window:?}");
            prop_assert!(window.days() >= shown.days() - 1e-6);
            // Marks at its ends are whole.
            prop_assert!(window.days() >= (stretch.days() * 1.3).min(limits.days()) - 1e-6);
        }
    }
}
