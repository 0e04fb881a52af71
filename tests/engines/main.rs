//! The built page in three engines, Chromium, Firefox and WebKit: it starts without a fault in each, and every key does in
//! each what `docs/keyboard.md` says, and nothing elsewhere.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

#[macro_use]
#[path = "../browser/mod.rs"]
mod browser;

mod boxes;
mod checks;
mod focus;
mod model;
mod start;
mod stays;
mod table;
mod tour;
mod walk;

use browser::Page;

/// The mark that Tab reaches.
const TAB_STOP: &str = "[data-surface=timeline] [tabindex='0']";

/// The id of what has the focus: an event's, where it is a mark, of a cluster its first event's, else the element's own.
const ACTIVE: &str = "document.activeElement.dataset?.event ?? document.activeElement.dataset?.cluster ?? document.activeElement.id";

/// Whether what has the focus is on the screen, at least in part.
const IN_VIEW: &str = "((box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0)(
    document.activeElement.getBoundingClientRect())";

/// Waits until the mark of an event, or the element with an id, has the focus.
async fn until_on(page: &Page, id: &str) {
    page.until_is("the focus is there", ACTIVE, id.to_owned()).await;
}

/// Puts the focus on the timeline as Tab does; the id of the event it is on.
async fn enter_timeline(page: &Page) -> String {
    page.focus(TAB_STOP).await;
    page.ask(ACTIVE).await
}
