//! The address bar: reads the view from it, writes the view into it, follows Back and Forward.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Event;

use super::{Link, after, listen, window};
use crate::state::{Action, Address, AppState};

/// Milliseconds within which several changes of date or window make one entry: browsers refuse more than some hundred
/// changes of address in half a minute.
const WRITE_EVERY: i32 = 300;

thread_local! {
    static PENDING: Rc<Cell<bool>> = Rc::default();
    static NEWEST: Rc<std::cell::RefCell<String>> = Rc::default();
}

/// Restores what the address says, now and on every Back and Forward.
pub(super) fn follow(link: &Link) {
    restore(link);
    if let Some(window) = window() {
        let link = link.clone();
        listen::<Event>(&window, "popstate", true, move |_| restore(&link));
    }
}

fn restore(link: &Link) {
    // What was waiting belongs to another entry by now.
    PENDING.with(|pending| pending.set(false));
    link.act(Action::Restore(Address::parse(&current_query())));
}

/// The query string without its `?`.
fn current_query() -> String {
    let search = window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// Writes the state into the address: a new entry in the history where a record was opened or closed or the view changed,
/// else the present entry in place.
pub(super) fn write(before: &AppState, state: &AppState) {
    let (old, new) = (before.address(), state.address());
    // Restoring an address leads to the state it describes: nothing to write.
    if old == new || Address::parse(&current_query()) == new {
        return;
    }
    if (&old.event, &old.issue, old.gap) != (&new.event, &new.issue, new.gap) {
        // What is waiting belongs to the entry that Back returns to.
        if PENDING.with(|pending| pending.get()) {
            put(&old.query(), false);
        }
        put(&new.query(), true);
        return;
    }
    let query = new.query();
    NEWEST.with(|newest| {
        if let Ok(mut newest) = newest.try_borrow_mut() {
            *newest = query;
        }
    });
    PENDING.with(|pending| {
        if !pending.replace(true) {
            let pending = pending.clone();
            after(WRITE_EVERY, move || {
                if pending.replace(false) {
                    let query = NEWEST
                        .with(|newest| newest.try_borrow().map(|newest| newest.clone()).unwrap_or_default());
                    put(&query, false);
                }
            });
        }
    });
}

fn put(query: &str, new_entry: bool) {
    if new_entry {
        // What was waiting is part of what is written now.
        PENDING.with(|pending| pending.set(false));
    }
    let Some(window) = window() else { return };
    let path = window.location().pathname().unwrap_or_default();
    let address = if query.is_empty() { path } else { format!("{path}?{query}") };
    let Ok(history) = window.history() else { return };
    // A sandboxed frame may forbid it; the view works all the same.
    let _ = if new_entry {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}
