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

impl View {
    /// The view with this id, which is its section's; `None` where that is none of the app's own.
    pub fn of_id(id: &str) -> Option<View> {
        match id {
            "lead" => Some(View::Lead),
            "timeline" => Some(View::Timeline),
            "gap" => Some(View::Gap),
            _ => None,
        }
    }
}

/// How one view follows the date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Following {
    /// The date that it shows: the as-of date, or while it is far from the screen and the date moves, an earlier one.
    pub on: Day,
    /// Whether it is near the screen.
    near: bool,
}

/// How each view follows the date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Follow {
    /// [`View::Lead`].
    pub lead: Following,
    /// [`View::Timeline`].
    pub timeline: Following,
    /// [`View::Gap`].
    pub gap: Following,
}

impl Follow {
    /// All of them near, on a date.
    pub(super) fn new(on: Day) -> Follow {
        let near = Following { on, near: true };
        Follow { lead: near, timeline: near, gap: near }
    }

    /// A view came near the screen, or went from it.
    pub(super) fn set_near(&mut self, view: View, near: bool) {
        let view = match view {
            View::Lead => &mut self.lead,
            View::Timeline => &mut self.timeline,
            View::Gap => &mut self.gap,
        };
        view.near = near;
    }

    /// Moves the views near the screen to a date, or all of them.
    pub(super) fn go(&mut self, day: Day, all: bool) {
        for view in [&mut self.lead, &mut self.timeline, &mut self.gap] {
            if all || view.near {
                view.on = day;
            }
        }
    }
}
