//! The state as an address, and back: what a link, a reload or the browser's way back restores.

use super::window::{focus_window, folding};
use super::{AppState, GapMode};
use crate::analysis::IssueOrder;
use crate::scale::Window;
use crate::state::address::Address;
use crate::state::compare::Compare;
use crate::state::gap_view::GapView;
use crate::state::motion::Motion;

impl AppState {
    pub(super) fn restore(&mut self, address: Address) {
        let shown = (self.window, self.compare.as_ref().map(Compare::periods));
        let folding = folding(&self.outline, &self.events);
        self.opened.clear();
        for day in address.opened {
            if folding.breaks().iter().any(|fold| fold.from == day) && !self.opened.contains(&day) {
                self.opened.push(day);
            }
        }
        self.axis = folding.opened(&self.opened);
        self.compare = address.compare.map(|periods| Compare::new(periods, self.limits));
        self.as_of = self.within_span(address.on.unwrap_or(self.outline.meta.default_as_of));
        self.gap_mode = address.gap.unwrap_or_default();
        self.gap = GapView {
            order: address.order.unwrap_or_default(),
            since: address.since.map(|day| self.within_span(day)),
            weights: GapView::parse_weights(&address.weights, &self.outline),
        };
        (self.step, self.playing) = (address.step, false);
        self.issue = address.issue.filter(|id| self.outline.issue(id).is_some());
        self.open_event(address.event.as_deref());
        // Also where the open event or the date is out of it: somebody had moved on.
        self.window = match (address.from, address.to) {
            (None, None) => self.unnamed(),
            (from, to) => {
                let (focus, limits) = (focus_window(&self.outline), self.limits);
                // The end that is not named is the main period's, or where the named one lies beyond that, the dossier's.
                let (first, last) = (focus.first_day(), focus.last_day());
                let first = to.filter(|to| *to < first).map_or(first, |_| limits.first_day());
                let last = from.filter(|from| last < *from).map_or(last, |_| limits.last_day());
                let wanted = Window::of_days(from.unwrap_or(first), to.unwrap_or(last));
                self.axis.pan(wanted, 0.0, self.limits).whole(self.limits)
            }
        };
        // What was drawn quickly for another window is drawn for this one.
        let moving = self.moving();
        if let Motion::Zooming { drawn, sketch: None, .. } = &mut self.motion {
            *drawn = moving;
        }
        // A cluster that was opened in another picture is none of this one.
        if shown != (self.window, self.compare.as_ref().map(Compare::periods)) {
            self.stretch = None;
        }
        let (dossier, whole) = (self.dossier().clone(), self.is_whole());
        self.finding.restore(address.filter, &dossier, whole);
    }

    /// The state as an address: what differs from how the dossier is seen first.
    pub fn address(&self) -> Address {
        let (first, last) = (self.window.first_day(), self.window.last_day());
        let unnamed = self.unnamed();
        let window_moved = (first, last) != (unnamed.first_day(), unnamed.last_day());
        Address {
            on: Some(self.as_of).filter(|day| *day != self.outline.meta.default_as_of),
            event: self.event.clone(),
            issue: self.issue.clone(),
            from: Some(first).filter(|_| window_moved),
            to: Some(last).filter(|_| window_moved),
            gap: Some(self.gap_mode).filter(|mode| *mode != GapMode::default()),
            order: Some(self.gap.order).filter(|order| *order != IssueOrder::default()),
            since: self.gap.since,
            weights: self.gap.weights_text(&self.outline),
            step: self.step.clone(),
            opened: self.opened.clone(),
            filter: self.finding.address(),
            compare: self.compare.as_ref().map(Compare::periods),
        }
    }
}
