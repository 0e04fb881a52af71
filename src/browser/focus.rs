//! Focus follows what the reader did: into a record that was opened, and back to where it was opened from.
//!
//! What the reader acted on is noted when they act, before the app hears of it: by the time a change has been drawn, the
//! element may be gone. A change that no act led to (an address restored, Back and Forward) moves no focus, unless it takes away what
//! has it.
//!
//! An event's record stands below the timeline. When it opens, the page scrolls so far that it can be read, and no further than
//! that its mark is still on screen.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, SvgElement};

use super::bring::{self, screen};
use super::{Link, find, focus_in_place, listen, next_frame, window};
use crate::state::{Action, AppState, Motion};

/// Pixels that stay free between what is shown and the edge of the screen.
const EDGE: f64 = 12.0;

/// How far down the screen an issue's words may begin, as a share of its height.
const WORDS_BEGIN: f64 = 0.6;

/// What Tab reaches in the timeline.
const TAB_STOP: &str = "[data-surface=timeline] [tabindex=\"0\"]";

/// The title of an event's record.
pub(super) const RECORD: &str = "#event-heading";

/// What the reader acted on last, and from where the open records were opened.
#[derive(Clone, Default)]
pub(super) struct Trail(Rc<RefCell<Steps>>);

#[derive(Default)]
struct Steps {
    acted_on: Option<Element>,
    in_timeline: bool,
    /// In which of two periods that are compared.
    period: Option<String>,
    in_record: bool,
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
            let within = |selector: &str| element.closest(selector).ok().flatten().is_some();
            steps.in_timeline = within("[data-surface=timeline]");
            let period = element.closest("[data-period]").ok().flatten();
            steps.period = period.and_then(|period| period.get_attribute("data-period"));
            steps.in_record = within("[data-panel=event]");
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
            if let Some(element) = held.filter(|element| link.page.contains(Some(element))) {
                link.trail.note(element);
            }
        });
    }
}

/// Moves the focus after a change that the reader made in the page.
pub(super) fn after_change(link: &Link, before: &AppState, state: &AppState) {
    let Ok(mut steps) = link.trail.0.try_borrow_mut() else { return };
    let Some(acted_on) = steps.acted_on.clone() else {
        match (&before.event, &state.event) {
            (Some(id), None) => regain_later(link, format!("[data-surface=timeline] [data-event=\"{id}\"]")),
            // Another record stands where the one was that has the focus.
            (Some(old), Some(new)) if old != new => regain_later(link, RECORD.to_owned()),
            _ if before.issue != state.issue => {
                if let Some(id) = &before.issue {
                    regain_later(link, format!("#issue-{id} h3"));
                }
            }
            // The list of a cluster that is none of the picture to which Back leads.
            _ if before.stretch.is_some() && state.stretch.is_none() => {
                regain_later(link, TAB_STOP.to_owned());
            }
            _ => {}
        }
        return;
    };
    // Of two pictures the one that was acted in.
    let surface = match &steps.period {
        Some(period) if state.compare.is_some() => {
            format!("[data-period=\"{period}\"] [data-surface=timeline]")
        }
        _ => "[data-surface=timeline]".to_owned(),
    };
    let mark = |id: &str| format!("{surface} [data-event=\"{id}\"]");
    let stop = format!("{surface} [tabindex=\"0\"]");
    let second_stop = |state: &AppState| state.compare.as_ref().and_then(|both| both.second_stop.clone());
    let other_stop = before.tab_stop != state.tab_stop || second_stop(before) != second_stop(state);
    let left = before.compare.is_some() && state.compare.is_none();
    if before.event != state.event {
        if let Some(id) = &state.event {
            // A mark is drawn anew when the window moves, so on the way back it is found by its id. Who goes on from record to
            // record has not come from elsewhere.
            if !steps.in_record {
                steps.event_from = Some(acted_on).filter(|_| !steps.in_timeline);
            }
            show_later(link, None, RECORD.to_owned(), Show::Event(mark(id)));
        } else if let Some(id) = &before.event {
            focus_later(link, steps.event_from.take(), mark(id));
        }
    } else if before.issue != state.issue {
        if let Some(id) = &state.issue {
            steps.issue_from = Some(acted_on);
            show_later(link, None, format!("#issue-{id} h3"), Show::Issue(id.clone()));
        } else if let Some(id) = &before.issue {
            let button = format!("#issue-{id} .open-issue");
            show_later(link, steps.issue_from.take(), button, Show::Issue(id.clone()));
        }
    } else if before.finding.filter != state.finding.filter || before.finding.open != state.finding.open {
        // The button that took a filter away, or closed the filters, may be gone with what it did.
        focus_if_gone(link, acted_on, ".show-filters");
    } else if (other_stop || left) && steps.in_timeline {
        // The event itself, or the cluster it is in.
        focus_later(link, None, stop);
    } else if before.stretch != state.stretch {
        if state.stretch.is_some() {
            focus_later(link, None, "#stretch-heading".to_owned());
        } else if before.window == state.window {
            focus_later(link, None, stop);
        }
    } else if before.stretch_rows != state.stretch_rows {
        // The button that showed the last of them is gone.
        focus_if_gone(link, acted_on, "#stretch-heading");
    } else if steps.in_timeline && state.motion == Motion::Rest {
        // A cluster whose events spread, a break that opens, is gone with what it did; so is a mark that a zoom put into a cluster.
        focus_if_gone(link, acted_on, TAB_STOP);
    } else if before.opened != state.opened {
        // The button that opened a break gives way to the one that folds it, which is the last, and that one to this one.
        let opens = before.opened.len() < state.opened.len();
        let next = if opens { ".breaks + .breaks button:last-child" } else { ".breaks button" };
        focus_if_gone(link, acted_on, next);
    }
}

/// Does what no act of the reader's leads to; the focus stays in the timeline where that takes away the mark that has it.
pub(super) fn keeping(link: &Link, action: Action) {
    let held = in_timeline(link);
    link.act(action);
    if let Some(held) = held {
        focus_if_gone(link, held, TAB_STOP);
    }
}

/// Focuses the first that the selector finds, if what the reader acted on is no longer on the page once the change is drawn, and
/// the focus with it.
fn focus_if_gone(link: &Link, acted_on: Element, selector: &'static str) {
    let link = link.clone();
    next_frame(move || {
        next_frame(move || {
            if !acted_on.is_connected() && is_nowhere(&link) {
                focus_later(&link, None, selector.to_owned());
            }
        });
    });
}

/// Focuses what the selector finds if the change took away what had the focus. The page stays where the reader is.
fn regain_later(link: &Link, selector: String) {
    let link = link.clone();
    next_frame(move || {
        next_frame(move || {
            if is_nowhere(&link)
                && let Some(found) = find(&link.root, &selector).or_else(|| find(&link.root, TAB_STOP))
            {
                focus_in_place(&found);
            }
        });
    });
}

/// Whether nothing on the page has the focus.
fn is_nowhere(link: &Link) -> bool {
    !held(link).is_some_and(|held| link.page.contains(Some(&held)))
}

/// What has the focus.
fn held(link: &Link) -> Option<Element> {
    link.page.owner_document()?.active_element()
}

/// The mark of the timeline that has the focus; none in the studio's frame while somebody works elsewhere.
fn in_timeline(link: &Link) -> Option<Element> {
    #[cfg(feature = "open")]
    if super::live::in_background() {
        return None;
    }
    held(link).filter(|held| held.closest("[data-surface=timeline]").is_ok_and(|surface| surface.is_some()))
}

/// Where the focus goes from what is no longer drawn: to what Tab reaches in the timeline, which may be the cluster that holds it, else,
/// where a filter left no mark, to the field of that filter.
fn instead(link: &Link) -> Option<Element> {
    find(&link.root, TAB_STOP).or_else(|| find(&link.root, "[role=search] input"))
}

/// Focuses the element if it is still on the page, else the first that the selector finds.
fn focus_later(link: &Link, element: Option<Element>, selector: String) {
    show_later(link, element, selector, Show::Nothing);
}

/// What is to be in view with what gets the focus.
enum Show {
    Nothing,
    /// An event's record, and the mark that this selector finds. They are brought into view first: what is in view the browser does not
    /// scroll to when it gets the focus; where the page lies in a frame as tall as itself, it then scrolls the host page.
    Event(String),
    /// The card of this issue: opened with where its words begin, closed by itself.
    Issue(String),
}

/// Focuses as [`focus_later`] does, and brings into view what belongs to it.
fn show_later(link: &Link, element: Option<Element>, selector: String, show: Show) {
    let link = link.clone();
    // The element may be drawn by this very change.
    next_frame(move || {
        next_frame(move || {
            let still_there = element.filter(|element| element.is_connected());
            let found = still_there
                .or_else(|| find(&link.root, &selector))
                .or_else(|| instead(&link).filter(|_| is_nowhere(&link)));
            if let (Show::Event(mark), Some(title)) = (&show, &found) {
                bring_into_view(&link.root, title, mark);
            }
            // An element that cannot take focus: the reader stays where they are.
            if let Some(element) = found.as_ref().and_then(|found| found.dyn_ref::<HtmlElement>()) {
                let _ = element.focus();
            } else if let Some(element) = found.as_ref().and_then(|found| found.dyn_ref::<SvgElement>()) {
                let _ = element.focus();
            }
            if let (Show::Issue(id), Some(focused)) = (show, &found) {
                bring_card(&link.root, &id, focused);
            }
        });
    });
}

/// Brings the issue's card that has the focus to the top of the screen where its heading is above that, or its words begin too far down to
/// be read: an open card is as wide as the page, so it may move to a row of its own, and a closed one leaves the room that its words
/// took. Who came to it from elsewhere, and is back there, stays.
fn bring_card(root: &Element, id: &str, focused: &Element) {
    let card = ["#issue-", id].concat();
    let Some(card) = find(root, &card).filter(|card| card.contains(Some(focused))) else { return };
    let top = |element: &Element| element.get_bounding_client_rect().top();
    let begins = find(&card, ".issue-record").map_or(0.0, |words| top(&words));
    if top(&card) < 0.0 || begins.max(top(focused)) > screen() * WORDS_BEGIN {
        bring::to_top(card);
    }
}

/// Scrolls the page so that the record under this title can be read, and no further than that its mark is still on screen.
fn bring_into_view(root: &Element, title: &Element, mark: &str) {
    let (Some(window), Ok(Some(panel))) = (window(), title.closest("[data-panel]")) else { return };
    let mark = find(root, mark).map(|mark| mark.get_bounding_client_rect().top());
    let panel = panel.get_bounding_client_rect();
    let title_bottom = title.get_bounding_client_rect().bottom();
    window.scroll_by_with_x_and_y(0.0, scroll(screen(), mark, (panel.top(), panel.bottom()), title_bottom));
}

/// How far down to scroll, in pixels, on a screen of this height. All places are measured from its top. As much of the record
/// comes into view as fits, but the mark's top stays in view where the record's title then does too.
fn scroll(height: f64, mark: Option<f64>, (top, bottom): (f64, f64), title_bottom: f64) -> f64 {
    let (first, last) = (EDGE, height - EDGE);
    // Down until its end is seen, at most until its head is at the top; up where its head is above.
    let wanted = (bottom - last).max(0.0).min(top - first);
    match mark {
        Some(mark) if title_bottom - mark <= last - first => wanted.min(mark - first),
        _ => wanted,
    }
}
