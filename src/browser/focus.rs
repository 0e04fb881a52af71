//! Focus follows what the reader did: into a record that was opened, and back to where it was opened from.
//!
//! What the reader acted on is noted when they act, before the app hears of it: by the time a change has been drawn, the
//! element may be gone. A change that no act led to (an address restored, Back and Forward) moves no focus.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, SvgElement};

use super::{Link, listen, next_frame, window};
use crate::state::AppState;

/// What the reader acted on last, and from where the open records were opened.
#[derive(Clone, Default)]
pub(super) struct Trail(Rc<RefCell<Steps>>);

#[derive(Default)]
struct Steps {
    acted_on: Option<Element>,
    in_timeline: bool,
    event_from: Option<Element>,
    issue_from: Option<Element>,
}

impl Trail {
    /// Forgets the last act: what comes now is not its doing.
    pub(super) fn forget(&self) {
        if let Ok(mut steps) = self.0.try_borrow_mut() {
            steps.acted_on = None;
        }
    }

    fn note(&self, element: Element) {
        if let Ok(mut steps) = self.0.try_borrow_mut() {
            steps.in_timeline = element.closest("[data-surface=timeline]").ok().flatten().is_some();
            steps.acted_on = Some(element);
        }
    }
}

/// Notes every act on the page, ahead of the app's own listeners.
pub(super) fn follow(link: &Link) {
    let Some(window) = window() else { return };
    for kind in ["click", "keydown"] {
        let link = link.clone();
        listen::<Event>(&window, kind, true, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let held =
                target.and_then(|target| target.closest("a, button, input, [tabindex]").ok().flatten());
            if let Some(element) = held.filter(|element| link.root.contains(Some(element))) {
                link.trail.note(element);
            }
        });
    }
}

/// Moves the focus after a change that the reader made in the page.
pub(super) fn after_change(link: &Link, before: &AppState, state: &AppState) {
    let Ok(mut steps) = link.trail.0.try_borrow_mut() else { return };
    let Some(acted_on) = steps.acted_on.clone() else { return };
    let mark = |id: &str| format!("[data-surface=timeline] [data-event=\"{id}\"]");
    if before.event != state.event {
        if state.event.is_some() {
            // A mark is drawn anew when the window moves, so on the way back it is found by its id.
            steps.event_from = Some(acted_on).filter(|_| !steps.in_timeline);
            focus_later(link, None, "#event-heading".to_owned());
        } else if let Some(id) = &before.event {
            focus_later(link, steps.event_from.take(), mark(id));
        }
    } else if before.issue != state.issue {
        if let Some(id) = &state.issue {
            steps.issue_from = Some(acted_on);
            focus_later(link, None, format!("#issue-{id} h3"));
        } else if let Some(id) = &before.issue {
            focus_later(link, steps.issue_from.take(), format!("#issue-{id} .open-issue"));
        }
    } else if before.finding.filter != state.finding.filter || before.finding.open != state.finding.open {
        // The button that took a filter away, or closed the filters, may be gone with what it did.
        let link = link.clone();
        next_frame(move || {
            next_frame(move || {
                if !acted_on.is_connected() {
                    focus_later(&link, None, ".show-filters".to_owned());
                }
            });
        });
    } else if before.tab_stop != state.tab_stop
        && steps.in_timeline
        && let Some(id) = &state.tab_stop
    {
        focus_later(link, None, mark(id));
    }
}

/// Focuses the element if it is still on the page, else the first that the selector finds.
fn focus_later(link: &Link, element: Option<Element>, selector: String) {
    let root = link.root.clone();
    // The element may be drawn by this very change.
    next_frame(move || {
        next_frame(move || {
            let still_there = element.filter(|element| element.is_connected());
            let found = still_there.or_else(|| root.query_selector(&selector).ok().flatten());
            // An element that cannot take focus: the reader stays where they are.
            if let Some(element) = found.as_ref().and_then(|found| found.dyn_ref::<HtmlElement>()) {
                let _ = element.focus();
            } else if let Some(element) = found.as_ref().and_then(|found| found.dyn_ref::<SvgElement>()) {
                let _ = element.focus();
            }
        });
    });
}
