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
    },
}

impl Motion {
    /// How many times as wide or narrow as it was drawn a picture is shown at most.
    const MOST_STRETCHED: f64 = 8.0;

    /// A picture drawn quickly for this window.
    pub(super) fn drawn_for(window: Window) -> Motion {
        Motion::Zooming { drawn: window, at_rest: false }
    }

    /// The movement after a zoom from the window `before` to `now`: with a picture drawn anew, or, if it may be stretched, the one in
    /// view.
    pub(super) fn zoomed(self, axis: &Axis, before: Window, now: Window, stretch: bool) -> Motion {
        let in_view = match self {
            Motion::Rest => Some((before, true)),
            Motion::Zooming { drawn, at_rest } => Some((drawn, at_rest)),
            // Several stand side by side.
            Motion::Panning { .. } => None,
        };
        let fits = |drawn: Window| {
            let times = axis.length(drawn) / axis.length(now);
            (1.0 / Self::MOST_STRETCHED..=Self::MOST_STRETCHED).contains(&times)
        };
        let kept = in_view.filter(|(drawn, _)| stretch && fits(*drawn));
        kept.map_or(Motion::drawn_for(now), |(drawn, at_rest)| Motion::Zooming { drawn, at_rest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 400 days, and so many of them around the middle.
    fn around(days: f64) -> Window {
        Window::new(10_200.0 - days / 2.0, 10_200.0 + days / 2.0)
    }

    fn zoomed(motion: Motion, before: Window, now: Window, stretch: bool) -> Motion {
        motion.zoomed(&Axis::straight(), before, now, stretch)
    }

    #[test]
    fn a_zoom_draws_a_picture_in_each_frame() {
        let first = zoomed(Motion::Rest, around(400.0), around(200.0), false);
        assert_eq!(first, Motion::Zooming { drawn: around(200.0), at_rest: false });
        let second = zoomed(first, around(200.0), around(100.0), false);
        assert_eq!(second, Motion::Zooming { drawn: around(100.0), at_rest: false });
    }

    #[test]
    fn where_there_is_no_time_the_picture_in_view_is_stretched() {
        let drawn = Motion::drawn_for(around(200.0));
        assert_eq!(zoomed(drawn, around(200.0), around(100.0), true), drawn);
        // Also the one that was drawn at rest, and out as well as in.
        let at_rest = Motion::Zooming { drawn: around(200.0), at_rest: true };
        assert_eq!(zoomed(Motion::Rest, around(200.0), around(400.0), true), at_rest);
        assert_eq!(zoomed(at_rest, around(400.0), around(100.0), true), at_rest);
    }

    #[test]
    fn no_picture_is_stretched_beyond_recognition() {
        let eighth = around(50.0);
        let less = around(49.0);
        let drawn = Motion::drawn_for(around(400.0));
        assert_eq!(zoomed(drawn, around(400.0), eighth, true), drawn);
        assert_eq!(zoomed(drawn, around(400.0), less, true), Motion::drawn_for(less));
        assert_eq!(
            zoomed(Motion::drawn_for(less), less, around(400.0), true),
            Motion::drawn_for(around(400.0))
        );
    }

    #[test]
    fn pictures_side_by_side_are_not_stretched() {
        assert_eq!(
            zoomed(Motion::Panning { base: around(400.0) }, around(400.0), around(200.0), true),
            Motion::drawn_for(around(200.0))
        );
    }
}
