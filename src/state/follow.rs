//! Which of the app's views follow the as-of date at once: those near the screen. The others follow where it rests, so that a step costs
//! what of it can be seen.

use crate::dossier::date::Day;

/// A view that the app draws; the others are written ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The sentence of the as-of date and total daylight.
    Lead,
    /// The events.
    Timeline,
    /// The daylight issue by issue.
    Gap,
}

/// All of them.
const VIEWS: [View; 3] = [View::Lead, View::Timeline, View::Gap];

/// The date that each view shows, and whether it is near the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Follow([(View, Day, bool); 3]);

impl Follow {
    /// All of them near, on a date.
    pub(super) fn new(on: Day) -> Follow {
        Follow(VIEWS.map(|view| (view, on, true)))
    }

    /// The date that a view shows: the as-of date, or while the view is far from the screen and the date moves, an earlier one.
    pub fn on(&self, view: View) -> Day {
        let [lead, timeline, gap] = self.0;
        match view {
            View::Lead => lead.1,
            View::Timeline => timeline.1,
            View::Gap => gap.1,
        }
    }

    /// A view came near the screen, or went from it.
    pub(super) fn set_near(&mut self, which: View, is_near: bool) {
        for (view, _, near) in &mut self.0 {
            if *view == which {
                *near = is_near;
            }
        }
    }

    /// Moves the views near the screen to a date, or all of them.
    pub(super) fn go(&mut self, day: Day, all: bool) {
        for (_, on, near) in &mut self.0 {
            if all || *near {
                *on = day;
            }
        }
    }
}
