//! Brings a part of the page to the top of the screen, and keeps it there until the page has settled.
//!
//! What is far from the screen has an assumed height, and some of it is drawn only when its data arrive: what lies above a place
//! grows and shrinks in the frames after a jump. Browsers make up for that (scroll anchoring), but not all of them, and not where
//! the room for a panel changes at the same time.

use std::cell::Cell;

use web_sys::Element;

use super::untouched::Untouched;
use super::{Link, find, next_frame, window};

/// Frames in a row in which a place that stays where it is has settled.
const SETTLED: u8 = 30;

/// Frames after which a page that never settles is left alone.
const AT_MOST: u8 = 240;

thread_local! {
    /// How many elements have been brought; only the last one is kept in its place.
    static BROUGHT: Cell<u32> = const { Cell::new(0) };
}

/// The screen's height, in pixels.
pub(super) fn screen() -> f64 {
    let height = window().and_then(|window| window.inner_height().ok());
    height.and_then(|height| height.as_f64()).unwrap_or_default()
}

/// What shows the open event: the timeline, in which it has its mark, or the record, where that would be off the screen. Where time runs
/// down the page, it is thousands of pixels below.
pub(super) fn of_event(link: &Link) -> Option<Element> {
    let find = |selector: &str| find(&link.page, selector);
    let timeline = find("#timeline")?;
    let (above, height) = (timeline.get_bounding_client_rect().top(), screen());
    let is_off = |title: Element| title.get_bounding_client_rect().bottom() - above > height;
    let is_down = find("[data-down]").is_some();
    let record = find("[data-panel=event]").filter(|_| is_down || find("#event-heading").is_some_and(is_off));
    record.or(Some(timeline))
}

/// Scrolls the element to the top, again whenever it has moved, until it rests, or the reader does anything, or something else scrolls.
pub(super) fn to_top(element: Element) {
    let number = BROUGHT.with(|brought| {
        brought.set(brought.get().wrapping_add(1));
        brought.get()
    });
    element.scroll_into_view();
    let seen = seen(&element);
    keep(Place { element, seen, number, untouched: Untouched::watch() }, 0, 0);
}

/// An element that has been brought to the top.
struct Place {
    element: Element,
    /// Where it came to rest, and how far the page was scrolled then.
    seen: (f64, f64),
    number: u32,
    untouched: Untouched,
}

/// Pixels from the top of the screen, and of the page that are above it.
fn seen(element: &Element) -> (f64, f64) {
    let scrolled = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    (element.get_bounding_client_rect().top(), scrolled)
}

fn keep(mut place: Place, rested: u8, frames: u8) {
    next_frame(move || {
        let is_last = BROUGHT.with(Cell::get) == place.number;
        if !is_last || !place.untouched.holds() || !place.element.is_connected() {
            return;
        }
        let (top, scrolled) = seen(&place.element);
        let moved = (top - place.seen.0).abs() > 1.0;
        // What is laid out anew above it moves the element alone. Whoever scrolls moves both: a press, a find, a reading aloud goes there.
        if moved && scrolled != place.seen.1 {
            return;
        }
        let rested = if moved {
            place.element.scroll_into_view();
            place.seen = seen(&place.element);
            0
        } else {
            place.seen.1 = scrolled;
            rested + 1
        };
        if rested < SETTLED && frames < AT_MOST {
            keep(place, rested, frames + 1);
        }
    });
}
