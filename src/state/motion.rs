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
    /// It zooms: pictures are drawn quickly, one a frame. Where a frame has not the time, the last whole one waits out of sight until
    /// the hand rests, and a sketch stands in its place; where there is no time for sketches either, the last one is stretched.
    Zooming {
        /// The window that the whole picture was drawn for.
        drawn: Window,
        /// Whether that was while the hand rested, and so with everything in its best place.
        at_rest: bool,
        /// The window that the sketch was drawn for that stands in its place.
        sketch: Option<Window>,
    },
}

/// What a wheel does that zooms: how many times as long the window becomes, for so many pixels down. As far up again undoes it.
pub fn zoomed_by_wheel(down: f64) -> f64 {
    // A hundred pixels, one notch of most wheels, are a fifth. Two fingers on a trackpad send a hundred for a picture 2.7 times as large,
    // a few at a time.
    let notches = (down * 0.002).abs().max(0.2);
    let part = (down * 0.01).max(-notches).min(notches).max(-1.0).min(1.0);
    // As good as the exponential function, without its bytes.
    (2.0 + part) / (2.0 - part)
}

/// Whether frames keep pace with the hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// They do.
    #[default]
    Even,
    /// They take too long for whole pictures.
    Slow,
    /// They take too long for sketches too, and one was drawn just now: the next may be that one, stretched.
    Stretch,
}

impl Motion {
    /// How many times as wide or narrow as it was drawn a sketch is shown at most.
    const MOST_STRETCHED: f64 = 8.0;

    /// A picture drawn quickly for this window.
    pub(super) fn drawn_for(window: Window) -> Motion {
        Motion::Zooming { drawn: window, at_rest: false, sketch: None }
    }

    /// The movement after a zoom from the window `before` to `now`.
    pub(super) fn zoomed(self, axis: &Axis, before: Window, now: Window, pace: Pace) -> Motion {
        let (drawn, at_rest, sketch) = match self {
            Motion::Rest => (before, true, None),
            Motion::Panning { base } => (base, true, None),
            Motion::Zooming { drawn, at_rest, sketch } => (drawn, at_rest, sketch),
        };
        let fits = |drawn: &Window| {
            let times = axis.length(*drawn) / axis.length(now);
            (1.0 / Self::MOST_STRETCHED..=Self::MOST_STRETCHED).contains(&times)
        };
        let sketch = match pace {
            Pace::Even => return Motion::drawn_for(now),
            Pace::Slow => now,
            Pace::Stretch => sketch.filter(fits).unwrap_or(now),
        };
        Motion::Zooming { drawn, at_rest, sketch: Some(sketch) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 400 days, and so many of them around the middle.
    fn around(days: f64) -> Window {
        Window::new(10_200.0 - days / 2.0, 10_200.0 + days / 2.0)
    }

    /// A sketch over the picture of 400 days that was drawn at rest.
    fn sketch(window: Window) -> Motion {
        Motion::Zooming { drawn: around(400.0), at_rest: true, sketch: Some(window) }
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
    fn where_frames_are_slow_a_sketch_stands_for_the_picture() {
        let slow = zoomed(Motion::Rest, around(400.0), around(200.0), Pace::Slow);
        assert_eq!(slow, sketch(around(200.0)));
        assert_eq!(zoomed(slow, around(200.0), around(100.0), Pace::Slow), sketch(around(100.0)));
        // Also after a pan, whose pictures side by side wait as one.
        let panning = Motion::Panning { base: around(400.0) };
        assert_eq!(zoomed(panning, around(300.0), around(200.0), Pace::Slow), slow);
        assert_eq!(zoomed(slow, around(200.0), around(100.0), Pace::Even), Motion::drawn_for(around(100.0)));
    }

    #[test]
    fn a_wheel_notch_is_a_fifth_and_fingers_on_a_trackpad_take_the_picture_along() {
        assert!(
            (zoomed_by_wheel(100.0) - 1.22).abs() < 0.01 && (zoomed_by_wheel(-100.0) - 0.82).abs() < 0.01
        );
        // Apart by four times, as Chromium tells it: 100 times the logarithm of what is between two frames.
        let step = -100.0 * 4f64.ln() / 28.0;
        let pinched: f64 = (0..28).map(|_| zoomed_by_wheel(step)).product();
        assert!((pinched - 0.25).abs() < 0.001, "{pinched}");
        for down in [0.0, 0.3, 4.0, 19.9, 48.0, 53.0, 100.0, 120.0, 360.0, 1e4, f64::INFINITY] {
            let (out, back) = (zoomed_by_wheel(down), zoomed_by_wheel(-down));
            assert!((out * back - 1.0).abs() < 1e-12 && (1.0..=3.0).contains(&out), "{down}: {out} {back}");
        }
    }

    #[test]
    fn a_sketch_is_stretched_but_not_beyond_recognition() {
        let (half, least, less) = (around(200.0), around(25.0), around(24.0));
        assert_eq!(zoomed(Motion::Rest, around(400.0), half, Pace::Stretch), sketch(half));
        assert_eq!(zoomed(sketch(half), half, least, Pace::Stretch), sketch(half));
        assert_eq!(zoomed(sketch(half), least, less, Pace::Stretch), sketch(less));
        assert_eq!(zoomed(sketch(less), less, half, Pace::Stretch), sketch(half));
    }
}
