//! What has the focus by a key can be seen. Browsers see to that themselves, but Firefox never scrolls to a shape inside a
//! picture, neither by itself nor when it is told to, and WebKit now and then forgets to scroll while it has much to do. So it is
//! looked at once more here, from the element's own bounds.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent};

use super::{Link, listen, next_frame, window};

/// Listens for as long as the page lives.
pub(super) fn follow(link: &Link) {
    listen::<FocusEvent>(&link.page, "focusin", true, |event| {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        // Where the browser scrolls by itself, it has in two frames.
        next_frame(move || next_frame(move || bring_into_view(&element)));
    });
}

/// Scrolls as little as it takes, and not at all where the whole element is in view, where the focus has gone on, or under a
/// pointer: a press would end somewhere else than it began.
fn bring_into_view(element: &Element) {
    if !element.matches(":focus-visible").unwrap_or(false) {
        return;
    }
    let Some(window) = window() else { return };
    let Some(height) = window.inner_height().ok().and_then(|height| height.as_f64()) else { return };
    let bounds = element.get_bounding_client_rect();
    let by = bounds.top().min(0.0) + (bounds.bottom() - height).max(0.0);
    if by != 0.0 {
        window.scroll_by_with_x_and_y(0.0, by);
    }
}
