//! The address bar: reads the view from it, writes the view into it, follows Back and Forward.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, PerformanceNavigation};

use super::focus::RECORD;
use super::untouched::Untouched;
use super::{Link, after, bring, find, focus_unframed, listen, next_frame, next_task, window};
use crate::state::{Action, Address, AppState, Motion, kept};
use crate::views::app::runs_down;

/// Milliseconds within which several changes of date or window make one entry: browsers refuse more than some hundred
/// changes of address in half a minute.
const WRITE_EVERY: i32 = 300;

thread_local! {
    /// Whether the present entry is behind the state.
    static BEHIND: Cell<bool> = const { Cell::new(false) };
    /// Whether a write is on its way.
    static SCHEDULED: Cell<bool> = const { Cell::new(false) };
    /// Set while the state becomes what the address says: the entry may be written anew, but none is added.
    static RESTORING: Cell<bool> = const { Cell::new(false) };
    /// Set while what the address names is still to be brought into view.
    static SHOWING: Cell<Option<Untouched>> = const { Cell::new(None) };
    /// Whether time ran down the page when an event was opened last; none where the page had not been measured.
    static OPENED_DOWN: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Restores what the address says, now and on every Back and Forward.
pub(super) fn follow(link: &Link) {
    restore(link);
    if let Some(window) = window() {
        // A link takes the address along, as the browser copies it into the entry of a place on the page; and so does who leaves.
        for kind in ["click", "pagehide"] {
            let link = link.clone();
            listen::<Event>(&window, kind, true, move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let leads = kind == "pagehide"
                    || target.is_some_and(|target| target.closest("a").is_ok_and(|a| a.is_some()));
                if let Some(state) = link.state().filter(|_| leads) {
                    BEHIND.with(|behind| behind.set(behind.get() || state.motion != Motion::Rest));
                    catch_up(&link, &state.address());
                }
            });
        }
        let link = link.clone();
        listen::<Event>(&window, "popstate", true, move |_| {
            // The browser itself goes to where the reader was.
            SHOWING.with(|showing| showing.set(None));
            let (before, opened) = (link.state(), OPENED_DOWN.get());
            restore(&link);
            let turned = |state: &AppState| opened.is_some_and(|down| down != runs_down(state));
            if let Some(before) = before.filter(|before| turned(before) && !link.embedded) {
                show_closed(&link, before);
            }
        });
    }
}

/// Brings into view the mark of an event that a step in the history closed. Where time runs the other way since, as on a
/// phone that was turned, the place to which the browser goes is another's.
fn show_closed(link: &Link, before: Rc<AppState>) {
    let Some(id) = &before.event else { return };
    if Address::parse(&current_query(link)).event.is_some() {
        return;
    }
    let (mark, link) = (format!("[data-down] [data-event=\"{id}\"]"), link.clone());
    // After the browser, and once the record is gone.
    next_frame(move || {
        next_frame(move || {
            if let Some(element) = find(&link.root, &mark).or_else(|| find(&link.root, "#timeline")) {
                bring::to_top(element);
            }
        });
    });
}

fn restore(link: &Link) {
    // What was waiting to be written belongs to the entry that was left.
    BEHIND.with(|behind| behind.set(false));
    link.trail.forget();
    RESTORING.set(true);
    link.act(Action::Restore(Address::parse(&current_query(link))));
    // The app renders in this task.
    next_task(|| RESTORING.set(false));
}

/// Where an embed keeps its query: the entries of the history are the host page's, and a sandboxed frame may have none. The frame's
/// own script (`web/frame.js`) reads and writes it there too.
const KEPT_QUERY: &str = "data-query";

/// The query string without its `?`.
fn current_query(link: &Link) -> String {
    if let Some(query) = link.root.get_attribute(KEPT_QUERY).filter(|_| link.embedded) {
        return query;
    }
    let search = window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// Brings what the address names into view, once at the start: a link to a record shows that record. An address with a
/// fragment says itself what to show; who loads the page anew, or comes back, is led by the browser to where they were. What the app has
/// restored may be told only after that, where there is much to do.
pub(super) fn show(link: &Link) {
    let Some(window) = window() else { return };
    let named = window.location().hash().is_ok_and(|hash| !hash.is_empty());
    // An opened dossier comes to the page after the browser has gone to where the reader was.
    let comes = cfg!(feature = "open")
        || window.performance().is_none_or(|performance| {
            let how = performance.navigation().type_();
            how != PerformanceNavigation::TYPE_RELOAD && how != PerformanceNavigation::TYPE_BACK_FORWARD
        });
    if comes && !named && !link.embedded {
        SHOWING.with(|showing| showing.set(Some(Untouched::watch())));
        show_once_told(link);
    }
}

/// Does that as soon as the app has told what it restored, unless the reader has done anything by then.
pub(super) fn show_once_told(link: &Link) {
    let Some(untouched) = SHOWING.with(Cell::get) else { return };
    if !untouched.holds() || show_now(link) {
        SHOWING.with(|showing| showing.set(None));
    }
}

/// Whether the state names anything to bring into view.
fn show_now(link: &Link) -> bool {
    let Some(state) = link.state() else { return false };
    if let Some(id) = state.step.as_deref() {
        super::tour::show_first(link, id);
        return true;
    }
    let (element, title) = match (&state.event, &state.issue) {
        (Some(_), _) => (bring::of_event(link), Some(RECORD.to_owned())),
        (None, Some(id)) => {
            let card = ["#issue-", id].concat();
            (find(&link.root, &card), Some([&card, " h3"].concat()))
        }
        (None, None) => {
            let asked = state.address();
            let part = if asked.compare.is_some() || !asked.filter.is_empty() {
                "#timeline"
            } else if asked.gap.is_some() || asked.order.is_some() || !asked.weights.is_empty() {
                "#gap"
            } else {
                return false;
            };
            (find(&link.root, part), None)
        }
    };
    if let Some(element) = element {
        bring::to_top(element);
    }
    // Keys and screen readers go on from the record, as they do where it is opened by hand. Who came by a link has pressed nothing that a
    // frame around the title would answer.
    if let Some(title) = title.and_then(|title| find(&link.root, &title)) {
        focus_unframed(&title);
    }
    true
}

/// Writes the state into the address: a new entry in the history where a record was opened or closed, a filter chosen or the
/// view changed, else the present entry in place, a moment later: so no key typed into the search field makes one.
pub(super) fn write(link: &Link, before: &AppState, state: &AppState) {
    if state.event.is_some() && before.event != state.event {
        OPENED_DOWN.set(state.measured.then(|| runs_down(state)));
    }
    // While a hand moves the window nothing is written: where it rests, the state is told once more.
    if state.motion != Motion::Rest {
        return;
    }
    let (old, new) = (before.address(), state.address());
    if old == new && before.motion == Motion::Rest {
        return;
    }
    let view = |address: &Address| {
        (
            address.gap,
            address.order,
            address.step.clone(),
            address.compare.is_some(),
            address.filter.choices(),
        )
    };
    if (&old.event, &old.issue, view(&old)) == (&new.event, &new.issue, view(&new)) {
        BEHIND.with(|behind| behind.set(true));
        if !SCHEDULED.with(|scheduled| scheduled.replace(true)) {
            let link = link.clone();
            after(WRITE_EVERY, move || {
                SCHEDULED.with(|scheduled| scheduled.set(false));
                if let Some(state) = link.state() {
                    catch_up(&link, &state.address());
                }
            });
        }
        return;
    }
    catch_up(link, &old);
    // Restoring an address leads to the state it describes: nothing to write, unless it says what goes without saying, or what is not so.
    // Until the page is ready it is what the reader came with.
    if Address::parse(&current_query(link)) != new {
        let own = !RESTORING.get() && link.is_ready();
        put(link, &new, own.then_some(&old));
    }
}

/// Writes the present entry if it is behind.
fn catch_up(link: &Link, address: &Address) {
    if BEHIND.with(|behind| behind.replace(false)) && Address::parse(&current_query(link)) != *address {
        put(link, address, None);
    }
}

/// What a query of this page begins with in any case: the dossier it shows, with `&` behind.
#[cfg(feature = "open")]
pub(super) fn of_dossier(link: &Link) -> String {
    let query = current_query(link);
    let named = query.split('&').find(|pair| pair.starts_with("dossier="));
    named.map_or_else(String::new, |pair| [pair, "&"].concat())
}

/// Writes the address over the present entry, or into a new one where `left` is the address that is being left.
fn put(link: &Link, address: &Address, left: Option<&Address>) {
    if link.embedded {
        let _ = link.root.set_attribute(KEPT_QUERY, &address.query());
        return;
    }
    let Some(window) = window() else { return };
    let location = window.location();
    // What was opened is what the new entry leads to, not the place that a link led to before.
    let opens = left.is_some_and(|old| {
        (&old.event, &old.issue, &old.step) != (&address.event, &address.issue, &address.step)
            || old.compare.is_none() && address.compare.is_some()
    });
    let hash = if opens { String::new() } else { location.hash().unwrap_or_default() };
    let path = location.pathname().unwrap_or_default();
    let (kept, state) = (kept(&current_query(link)), address.query());
    let between = if kept.is_empty() || state.is_empty() { "" } else { "&" };
    let query = [&kept, between, &state].concat();
    let mark = if query.is_empty() { "" } else { "?" };
    let address = [&path, mark, &query, &hash].concat();
    let Ok(history) = window.history() else { return };
    // A sandboxed frame may forbid it; the view works all the same.
    let _ = if left.is_some() {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}
