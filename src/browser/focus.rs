//! Focus follows what the reader did: into a record that was opened, and back to where it was opened from.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};

use super::{Link, document, next_frame};
use crate::state::AppState;

/// Moves focus after a change that the reader made in the page (not one restored from an address).
pub(super) fn after_change(link: &Link, before: &AppState, state: &AppState) {
    let Some(inside) = document().and_then(|document| document.active_element()) else { return };
    let in_timeline = inside.closest("[data-surface=timeline]").ok().flatten().is_some();
    if before.tab_stop != state.tab_stop && in_timeline && state.event == before.event {
        if let Some(id) = &state.tab_stop {
            focus_later(link, &format!("[data-surface=timeline] [data-event=\"{id}\"]"));
        }
        return;
    }
    if before.event != state.event && link.root.contains(Some(&inside)) {
        match (&before.event, &state.event) {
            (_, Some(_)) => focus_later(link, "#event-heading"),
            (Some(id), None) => focus_later(link, &format!("[data-surface=timeline] [data-event=\"{id}\"]")),
            (None, None) => {}
        }
    }
    if before.issue != state.issue && link.root.contains(Some(&inside)) {
        match (&before.issue, &state.issue) {
            (_, Some(id)) => focus_later(link, &format!("#issue-{id} h3")),
            (Some(id), None) => focus_later(link, &format!("#issue-{id} button")),
            (None, None) => {}
        }
    }
}

fn focus_later(link: &Link, selector: &str) {
    let (root, selector) = (link.root.clone(), selector.to_owned());
    // The element may be drawn by this very change.
    next_frame(move || {
        next_frame(move || {
            if let Some(element) = root.query_selector(&selector).ok().flatten() {
                focus(&element);
            }
        });
    });
}

fn focus(element: &Element) {
    // An element that is gone or cannot take focus: the reader stays where they are.
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    } else if let Some(element) = element.dyn_ref::<SvgElement>() {
        let _ = element.focus();
    }
}
