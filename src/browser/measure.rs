//! How much room pictures have: measured now and whenever it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

use super::{Link, end_with_program, focus, next_frame};
use crate::state::Action;

/// Follows the width of the element marked `data-measure`.
pub(super) fn follow(link: &Link) {
    let Some(element) = link
        .root
        .query_selector("[data-measure]")
        .ok()
        .flatten()
        .and_then(|found| found.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    report(link, &element);
    let (link, measured) = (link.clone(), element.clone());
    let observed = Closure::<dyn FnMut()>::new(move || {
        let (link, measured) = (link.clone(), measured.clone());
        // Once a frame, and never from inside the observer, which would then report itself.
        next_frame(move || report(&link, &measured));
    });
    if let Ok(observer) = ResizeObserver::new(observed.as_ref().unchecked_ref()) {
        observer.observe(&element);
        end_with_program(&observer);
        observed.forget();
    }
}

fn report(link: &Link, element: &HtmlElement) {
    let width = element.get_bounding_client_rect().width();
    if width > 0.0 {
        // Another form of the timeline has other marks.
        focus::keeping(link, Action::SetWidth(width));
    }
}
