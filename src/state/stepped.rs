//! Whether a change moved the timeline by a step of its own, so that those who do not see it are told.

use super::app_state::AppState;
use super::motion::Motion;

impl AppState {
    /// Whether the timeline shows another time than before by one step of a button or a key: not under a hand, whose movement has no
    /// steps, and not to bring the as-of date or an event into view, which is told by itself.
    pub fn stepped_from(&self, before: &AppState) -> bool {
        let ((_, now), (_, then)) = (self.picture(0), before.picture(0));
        now != then
            && (self.motion, before.motion) == (Motion::Rest, Motion::Rest)
            && self.as_of == before.as_of
            && (self.tab_stop == before.tab_stop || now.days() != then.days())
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::analysis::fixture::{day, us_dprk};
    use crate::index::Index;
    use crate::state::{Action, Pace, Shared};

    fn state() -> Rc<AppState> {
        let dossier = us_dprk();
        let events = Shared::new(Index::of_events(&dossier.events, "en"));
        Rc::new(AppState::new(Shared::new(dossier), events))
    }

    fn stepped(before: &Rc<AppState>, action: Action) -> bool {
        before.clone().reduce(action).stepped_from(before)
    }

    #[test]
    fn buttons_and_zoom_keys_step() {
        let start = state();
        for action in [
            Action::Pan(-0.5),
            Action::Zoom { factor: 0.625, share: 0.5 },
            Action::ZoomOn { factor: 0.8, id: "2018-06-12-singapore-summit".to_owned(), period: 0 },
            Action::ShowAll,
            Action::ToggleCompare,
        ] {
            assert!(stepped(&start, action.clone()), "{action:?}");
        }
        let both = start.reduce(Action::ToggleCompare);
        assert!(stepped(&both, Action::SetAround(730)));
    }

    #[test]
    fn a_hand_and_what_comes_into_view_do_not() {
        let start = state();
        assert!(!stepped(&start, Action::OpenIssue(Some("scope".to_owned()))));
        for action in [
            Action::FocusEvent("1953-07-27-armistice".to_owned()),
            Action::SetAsOf(day("1994-10-21")),
            Action::Move { pan: 0.2, factor: 1.0, share: 0.5, pace: Pace::Even },
            Action::Move { pan: 0.0, factor: 0.5, share: 0.5, pace: Pace::Even },
        ] {
            let next = start.clone().reduce(action.clone());
            assert!(next.window != start.window && !next.stepped_from(&start), "{action:?}");
            // Nor when it rests.
            assert!(!next.clone().reduce(Action::Settle).stepped_from(&next), "{action:?}");
        }
    }
}
