//! How the picture in view follows a moving hand.

use crate::scale::{Axis, Window};

/// What a hand does with the timeline's window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Motion {
    /// Nothing: the picture is drawn as well as it can be.
    #[default]
    Rest,
    /// It pans: pictures drawn before move along, and new ones join at their side.
    Panning {
        /// The window as it was when the pan began.
        base: Window,
    },
    /// It zooms: pictures are drawn quickly, one a frame; where a frame has not the time, the last one is stretched.
    Zooming {
        /// The window that the picture in view was drawn for.
        drawn: Window,
        /// Whether that was while the hand rested, and so with everything in its best place.
        at_rest: bool,
        /// Whether it was drawn without words, which cost most, since frames take too long. They come when the hand rests.
        bare: bool,
    },
}

/// Whether frames keep pace with the hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// They do.
    #[default]
    Even,
    /// They take too long.
    Slow,
    /// They take too long, and a picture was drawn just now: the next may be that one, stretched.
    Stretch,
}

impl Motion {
    /// How many times as wide or narrow as it was drawn a picture is shown at most.
    const MOST_STRETCHED: f64 = 8.0;

    /// A picture drawn quickly for this window.
    pub(super) fn drawn_for(window: Window) -> Motion {
        Motion::Zooming { drawn: window, at_rest: false, bare: false }
    }

    /// The movement after a zoom from the window `before` to `now`: with a picture drawn anew, or, if it may be stretched, the one in
    /// view.
    pub(super) fn zoomed(self, axis: &Axis, before: Window, now: Window, pace: Pace) -> Motion {
        let in_view = match self {
            Motion::Rest => Some((before, true, false)),
            Motion::Zooming { drawn, at_rest, bare } => Some((drawn, at_rest, bare)),
            // Several stand side by side.
            Motion::Panning { .. } => None,
        };
        let fits = |drawn: Window| {
            let times = axis.length(drawn) / axis.length(now);
            (1.0 / Self::MOST_STRETCHED..=Self::MOST_STRETCHED).contains(&times)
        };
        let kept = in_view.filter(|(drawn, ..)| pace == Pace::Stretch && fits(*drawn));
        let (drawn, at_rest, bare) = kept.unwrap_or((now, false, pace != Pace::Even));
        Motion::Zooming { drawn, at_rest, bare }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 400 days, and so many of them around the middle.
    fn around(days: f64) -> Window {
        Window::new(10_200.0 - days / 2.0, 10_200.0 + days / 2.0)
    }

    fn bare(drawn: Window) -> Motion {
        Motion::Zooming { drawn, at_rest: false, bare: true }
    }

    fn zoomed(motion: Motion, before: Window, now: Window, pace: Pace) -> Motion {
        motion.zoomed(&Axis::straight(), before, now, pace)
    }

    #[test]
    fn a_zoom_draws_a_picture_in_each_frame() {
        let first = zoomed(Motion::Rest, around(400.0), around(200.0), Pace::Even);
        assert_eq!(first, Motion::drawn_for(around(200.0)));
        let second = zoomed(first, around(200.0), around(100.0), Pace::Even);
        assert_eq!(second, Motion::drawn_for(around(100.0)));
    }

    #[test]
    fn where_there_is_no_time_the_picture_in_view_is_stretched() {
        let drawn = Motion::drawn_for(around(200.0));
        assert_eq!(zoomed(drawn, around(200.0), around(100.0), Pace::Stretch), drawn);
        // Also the one that was drawn at rest, and out as well as in.
        let at_rest = Motion::Zooming { drawn: around(200.0), at_rest: true, bare: false };
        assert_eq!(zoomed(Motion::Rest, around(200.0), around(400.0), Pace::Stretch), at_rest);
        assert_eq!(zoomed(at_rest, around(400.0), around(100.0), Pace::Stretch), at_rest);
    }

    #[test]
    fn no_picture_is_stretched_beyond_recognition() {
        let eighth = around(50.0);
        let less = around(49.0);
        let drawn = Motion::drawn_for(around(400.0));
        assert_eq!(zoomed(drawn, around(400.0), eighth, Pace::Stretch), drawn);
        assert_eq!(zoomed(drawn, around(400.0), less, Pace::Stretch), bare(less));
        assert_eq!(zoomed(bare(less), less, around(400.0), Pace::Stretch), bare(around(400.0)));
    }

    #[test]
    fn pictures_side_by_side_are_not_stretched() {
        assert_eq!(
            zoomed(Motion::Panning { base: around(400.0) }, around(400.0), around(200.0), Pace::Stretch),
            bare(around(200.0))
        );
    }

    #[test]
    fn words_wait_where_frames_are_slow_and_come_back_where_they_are_not() {
        let slow = zoomed(Motion::Rest, around(400.0), around(200.0), Pace::Slow);
        assert_eq!(slow, bare(around(200.0)));
        assert_eq!(zoomed(slow, around(200.0), around(100.0), Pace::Stretch), slow);
        assert_eq!(zoomed(slow, around(200.0), around(100.0), Pace::Even), Motion::drawn_for(around(100.0)));
    }
}
