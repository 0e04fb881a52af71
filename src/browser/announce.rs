//! Tells those who do not see it how many events were found: once the reader has paused, so that typing does not flood them.

use std::cell::Cell;

use super::{Link, after};
use crate::state::{Action, AppState, FindAction};

/// Milliseconds without a change after which the count is told.
const PAUSE: i32 = 400;

thread_local! {
    /// How many changes there have been.
    static CHANGES: Cell<u32> = const { Cell::new(0) };
}

/// Has the count told when no further change follows.
pub(super) fn after_change(link: &Link, before: &AppState, state: &AppState) {
    if before.matches() == state.matches() && before.finding.filter == state.finding.filter {
        return;
    }
    let change = CHANGES.with(|changes| {
        changes.set(changes.get().wrapping_add(1));
        changes.get()
    });
    let link = link.clone();
    after(PAUSE, move || {
        if CHANGES.with(Cell::get) == change {
            link.act(Action::Find(FindAction::Announce));
        }
    });
}
