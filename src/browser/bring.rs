//! Brings a part of the page to the top of the screen, and keeps it there until the page has settled.
//!
//! What is far from the screen has an assumed height, and some of it is drawn only when its data arrive: what lies above a place
//! grows and shrinks in the frames after a jump. Browsers make up for that (scroll anchoring), but not all of them, and not where
//! the room for a panel changes at the same time.

use std::cell::Cell;

use web_sys::Element;

use super::next_frame;
use super::untouched::Untouched;

/// Frames in a row in which a place that stays where it is has settled.
const SETTLED: u8 = 30;

/// Frames after which a page that never settles is left alone.
const AT_MOST: u8 = 240;

thread_local! {
    /// How many elements have been brought; only the last one is kept in its place.
    static BROUGHT: Cell<u32> = const { Cell::new(0) };
}

/// Scrolls the element to the top, again whenever it has moved, until it rests or the reader does anything.
pub(super) fn to_top(element: Element) {
    let number = BROUGHT.with(|brought| {
        brought.set(brought.get().wrapping_add(1));
        brought.get()
    });
    let place = Place { at: scroll(&element), element, number, untouched: Untouched::watch() };
    keep(place, 0, 0);
}

/// An element that has been brought to the top.
struct Place {
    element: Element,
    /// Pixels from the top of the screen at which it came to rest.
    at: f64,
    number: u32,
    untouched: Untouched,
}

/// Pixels from the top of the screen, now that it has been brought as near as the page allows.
fn scroll(element: &Element) -> f64 {
    element.scroll_into_view();
    element.get_bounding_client_rect().top()
}

fn keep(mut place: Place, rested: u8, frames: u8) {
    next_frame(move || {
        let is_last = BROUGHT.with(Cell::get) == place.number;
        if !is_last || !place.untouched.holds() || !place.element.is_connected() {
            return;
        }
        let moved = (place.element.get_bounding_client_rect().top() - place.at).abs() > 1.0;
        if moved {
            place.at = scroll(&place.element);
        }
        let rested = if moved { 0 } else { rested + 1 };
        if rested < SETTLED && frames < AT_MOST {
            keep(place, rested, frames + 1);
        }
    });
}
