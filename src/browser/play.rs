//! Runs the as-of date from turning point to turning point, until it has arrived or the reader does anything.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::untouched::ACTS;
use super::{Link, after, listen, window};
use crate::state::{Action, AppState};

/// Milliseconds that a turning point is shown.
const EACH: i32 = 1_600;

thread_local! {
    /// How often it was begun: a step that was on its way when it was stopped is not one of those that began since.
    static BEGUN: Cell<u32> = const { Cell::new(0) };
}

/// Stops at whatever the reader does but to scroll, by which they come to see what moves; what is done to the button itself is its own
/// affair.
pub(super) fn follow(link: &Link) {
    let Some(window) = window() else { return };
    for kind in ACTS.into_iter().filter(|kind| *kind != "wheel") {
        let link = link.clone();
        listen::<Event>(&window, kind, true, move |event| {
            if link.state().is_none_or(|state| !state.playing) {
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if target.is_none_or(|target| target.closest(".play").ok().flatten().is_none()) {
                link.act(Action::Play(false));
            }
        });
    }
}

/// Begins where the reader asked for it. Who wants no motion gets none.
pub(super) fn after_change(link: &Link, before: &AppState, state: &AppState) {
    if !state.playing || before.playing {
        return;
    }
    let still =
        window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    if still.is_some_and(|query| query.matches()) {
        link.act(Action::Play(false));
    } else {
        let begun = BEGUN.get().wrapping_add(1);
        BEGUN.set(begun);
        // The first step at once: a press is seen to have done something.
        step(link.clone(), begun);
    }
}

fn step(link: Link, begun: u32) {
    if BEGUN.get() != begun || link.state().is_none_or(|state| !state.playing) {
        return;
    }
    link.act(Action::Turn { on: true });
    after(EACH, move || step(link, begun));
}
