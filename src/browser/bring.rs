//! Brings a part of the page to the top of the screen, and keeps it there until the page has settled.
//!
//! What is far from the screen has an assumed height, and some of it is drawn only when its data arrive: what lies above a place
//! grows and shrinks in the frames after a jump. Browsers make up for that (scroll anchoring), but not all of them, and not where
//! the room for a panel changes at the same time.

use web_sys::Element;

use super::next_frame;
use super::untouched::Untouched;

/// Frames in a row in which a place that stays where it is has settled.
const SETTLED: u8 = 30;

/// Frames after which a page that never settles is left alone.
const AT_MOST: u8 = 240;

/// Scrolls the element to the top, again whenever it has moved, until it rests or the reader does anything.
pub(super) fn to_top(element: Element) {
    let at = scroll(&element);
    keep(element, at, Untouched::watch(), 0, 0);
}

/// Pixels from the top of the screen, now that it has been brought as near as the page allows.
fn scroll(element: &Element) -> f64 {
    element.scroll_into_view();
    element.get_bounding_client_rect().top()
}

fn keep(element: Element, at: f64, untouched: Untouched, rested: u8, frames: u8) {
    next_frame(move || {
        if !untouched.holds() || !element.is_connected() {
            return;
        }
        let moved = (element.get_bounding_client_rect().top() - at).abs() > 1.0;
        let (at, rested) = if moved { (scroll(&element), 0) } else { (at, rested + 1) };
        if rested < SETTLED && frames < AT_MOST {
            keep(element, at, untouched, rested, frames + 1);
        }
    });
}
