//! How the window moves over the axis: that of the timeline, or the one around both day zeros where two periods are compared.

use super::{AppState, Stretch};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::index::Index;
use crate::scale::{Axis, Window};

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

    /// Looks at another date, and brings it into the window.
    pub(super) fn set_date(&mut self, day: Day) {
        self.as_of = self.within_span(day);
        self.window = self.around_date(self.window);
    }

    /// The time that moves under a hand: the window, or that around both day zeros.
    pub(super) fn moving(&self) -> Window {
        self.compare.as_ref().map_or(self.window, |compare| compare.around)
    }

    fn set_moving(&mut self, window: Window) {
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

    pub(super) fn set_shares(&mut self, from: f64, to: f64) {
        let instant = |share: f64| self.axis.instant_at(self.limits, share);
        // One end held at the calendar's would shorten the window: it moves as a whole.
        let length = (to - from).max(0.0).min(1.0);
        let from = from.max(0.0).min(1.0 - length);
        self.window = self.axis.pan(Window::new(instant(from), instant(from + length)), 0.0, self.limits);
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
        } else {
            self.stretch = Some(stretch);
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

/// The dossier's span and every event in it, with a month to spare.
pub(super) fn limits(dossier: &Dossier, events: &Index) -> Window {
    let span = &dossier.meta.span;
    let (first, last) = events.span().unwrap_or((span.from, span.to));
    Window::of_days(first.min(span.from).plus(-31), last.max(span.to).plus(31))
}

/// The axis with all its breaks. A stretch without events in which somebody's position changes is not empty.
pub(super) fn folding(dossier: &Dossier, events: &Index) -> Axis {
    let changes = || dossier.issues.iter().flat_map(|issue| &issue.positions).map(|position| position.from);
    let empty = |stretch: &&(Day, Day)| !changes().any(|day| stretch.0 < day && day < stretch.1);
    let quiet: Vec<(Day, Day)> = events.quiet().iter().filter(empty).copied().collect();
    Axis::folding(&quiet, events.span().map_or(0, |(first, last)| last.since(first)))
}

/// The stretch the dossier is about, with a hand's breadth at both ends so that marks on the first day are whole.
pub(super) fn focus_window(dossier: &Dossier) -> Window {
    let (first, last) = dossier.focus_days();
    let margin = (last.since(first) / 60).max(1);
    Window::of_days(first.plus(-margin), last.plus(margin))
}
