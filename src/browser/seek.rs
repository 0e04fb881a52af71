//! Searches a large table in steps, and gives the thread back between them: the page stays alive, and a question that was
//! asked meanwhile ends the search for the one before.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::open::index;
use super::stream::{SLICE, pause};
use super::{Link, now};
use crate::find::{Filter, Seeking};
use crate::state::{Action, AppState, Shared, Sought};

/// Rows that one step asks: some hundred microseconds of work.
const ROWS_AT_ONCE: usize = 256;

thread_local! {
    /// How many searches have begun.
    static SEARCHES: Cell<u32> = const { Cell::new(0) };
}

/// Searches where a search is wanted that is not on its way.
pub(super) fn after_change(link: &Link, before: &AppState, state: &AppState) {
    let (was, is) = (&before.finding, &state.finding);
    if !is.seeking() || was.seeking() && was.filter == is.filter {
        return;
    }
    let search = SEARCHES.with(|searches| {
        searches.set(searches.get().wrapping_add(1));
        searches.get()
    });
    let (link, filter) = (link.clone(), is.filter.clone());
    spawn_local(async move {
        let Some(state) = link.state() else { return };
        if let Some(sought) = sought(&state, filter, || SEARCHES.with(Cell::get) == search).await {
            link.act(Action::Sought(Shared::new(sought)));
        }
    });
}

/// What the filter leaves; `None` where it is not `wanted` any more.
async fn sought(state: &AppState, filter: Filter, wanted: impl Fn() -> bool) -> Option<Sought> {
    let source = state.events.source().clone();
    let mut seeking =
        Seeking::new(state.dossier(), source.table()?, &filter, state.finding.found().map(|found| &**found));
    let mut began = now();
    while seeking.step(ROWS_AT_ONCE) {
        if now() - began > SLICE {
            pause().await.ok()?;
            if !wanted() {
                return None;
            }
            began = now();
        }
    }
    let matches = seeking.finished();
    let keep: Rc<[bool]> = (0..source.len()).map(|place| matches.has(place)).collect();
    let shown = index(source, Some(keep)).await.filter(|_| wanted())?;
    Some(Sought { filter, matches: Shared::new(matches), shown: Shared::new(shown) })
}
