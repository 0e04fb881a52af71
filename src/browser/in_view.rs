//! A mark that has the focus can be seen. Firefox scrolls to what takes the focus like every browser, but not to a shape
//! inside a picture, neither by itself nor when it is told to, so that it is done here from the shape's own bounds.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, SvgElement};

use super::{Link, listen, next_frame, window};

/// Listens for as long as the page lives.
pub(super) fn follow(link: &Link) {
    listen::<FocusEvent>(&link.root, "focusin", true, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // Under a pointer nothing may move: the press would end somewhere else than it began.
        let by_key = |element: &Element| element.matches(":focus-visible").unwrap_or(false);
        if let Some(shape) = target.filter(|target| target.is_instance_of::<SvgElement>() && by_key(target)) {
            // Where the browser scrolls by itself, it has by then.
            next_frame(move || bring_into_view(&shape));
        }
    });
}

/// Scrolls as little as it takes, and not at all where the whole shape is in view.
fn bring_into_view(shape: &Element) {
    let Some(window) = window() else { return };
    let Some(height) = window.inner_height().ok().and_then(|height| height.as_f64()) else { return };
    let bounds = shape.get_bounding_client_rect();
    let by = bounds.top().min(0.0) + (bounds.bottom() - height).max(0.0);
    if by != 0.0 {
        window.scroll_by_with_x_and_y(0.0, by);
    }
}
