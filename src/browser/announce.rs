//! Tells those who do not see it what a change came to: how many events were found, or what time the timeline shows. Once the reader
//! has paused, so that typing and held keys do not flood them.

use std::cell::Cell;

use super::{Link, after, find_all};
use crate::state::{Action, AppState, FindAction};

/// Milliseconds without a change after which it is told.
const PAUSE: i32 = 400;

thread_local! {
    /// How many changes there have been.
    static CHANGES: Cell<u32> = const { Cell::new(0) };
    /// Whether one of those that are still to be told found other events.
    static FOUND: Cell<bool> = const { Cell::new(false) };
}

/// Has a change told when no further one follows.
pub(super) fn after_change(link: &Link, before: &AppState, state: &AppState) {
    let found = before.matches() != state.matches() || before.finding.filter != state.finding.filter;
    if !(found || state.stepped_from(before) && is_to_be_told(link)) {
        return;
    }
    let change = CHANGES.with(|changes| {
        changes.set(changes.get().wrapping_add(1));
        changes.get()
    });
    FOUND.with(|any| any.set(any.get() || found));
    let link = link.clone();
    after(PAUSE, move || {
        if CHANGES.with(Cell::get) != change {
            return;
        }
        if FOUND.with(Cell::take) {
            link.act(Action::Find(FindAction::Announce));
        } else {
            tell_time(&link);
        }
    });
}

/// Whether a step is news: not the address's own as the page begins, nor what the overview's sliders say themselves.
fn is_to_be_told(link: &Link) -> bool {
    link.is_ready() && find_all(&link.root, "[role=slider]:focus").is_empty()
}

/// Tells what time the timeline shows, in the words that describe its pictures; where time runs down the page, in the overview's, or of two
/// periods in their headings.
fn tell_time(link: &Link) {
    let words = find_all(
        &link.root,
        ".timeline > desc, #timeline:has(.down) :is([data-thumb=window], .period-head h3)",
    );
    let words: Vec<String> = words
        .iter()
        .filter_map(|element| element.get_attribute("aria-valuetext").or_else(|| element.text_content()))
        .collect();
    if let Some(status) = find_all(&link.root, ":scope > [role=status]").first() {
        status.set_text_content(Some(&words.join(" ")));
    }
}
