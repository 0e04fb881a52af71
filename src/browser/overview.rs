//! The overview's handle: dragged, resized, brought where one clicks.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, KeyboardEvent, PointerEvent};

use super::{Link, along, carrying, focus, listen, next_frame};
use crate::state::{Action, Edge};

/// What a pointer holds, and how far from it along the axis the window stood when it was taken, in shares of the whole.
#[derive(Clone, Copy)]
struct Grip {
    pointer: i32,
    edge: Option<Edge>,
    /// Where the window began and ended; if it was taken beside the window, where tapping there brings it.
    from: f64,
    to: f64,
    /// Where the pointer went down.
    at: f64,
    /// Where the window began and ended before.
    before: (f64, f64),
    /// Where on the screen a finger went down that has moved nothing yet: it may be about to scroll the page.
    waits: Option<(i32, i32)>,
}

/// The newest movement of the window that no frame has shown yet.
type Newest = Rc<Cell<Option<Action>>>;

/// Listens for as long as the page lives.
pub(super) fn follow(link: &Link) {
    let grip: Rc<Cell<Option<Grip>>> = Rc::default();
    let newest = Newest::default();

    let (down_link, down_grip) = (link.clone(), grip.clone());
    listen::<PointerEvent>(&link.root, "pointerdown", true, move |event| {
        let Some(strip) = strip(&event).filter(|_| event.button() == 0) else { return };
        let taken = take(&down_link, &strip, &event);
        let _ = strip.set_pointer_capture(event.pointer_id());
        down_grip.set(taken);
    });
    let (move_link, move_grip, move_newest) = (link.clone(), grip.clone(), newest.clone());
    listen::<PointerEvent>(&link.root, "pointermove", true, move |event| {
        let Some(mut held) = held(&move_grip, &event) else { return };
        // Let go outside the window, where nobody could tell.
        if event.buttons() == 0 {
            return let_go(&move_link, &move_grip, &move_newest, false);
        }
        let Some(strip) = strip(&event) else { return };
        if let Some((x, y)) = held.waits.take() {
            // A finger that goes rather down than sideways scrolls the page.
            if (event.client_x() - x).abs() <= (event.client_y() - y).abs() {
                return;
            }
            move_grip.set(Some(held));
        }
        if let Some(action) = dragged(held, share(&strip, &event)) {
            send(&move_link, &move_newest, action);
        }
    });
    for kind in ["pointerup", "pointercancel"] {
        let (up_link, grip, newest) = (link.clone(), grip.clone(), newest.clone());
        listen::<PointerEvent>(&link.root, kind, true, move |event| {
            if held(&grip, &event).is_some() {
                let_go(&up_link, &grip, &newest, kind == "pointercancel");
            }
        });
    }
}

/// What this pointer holds.
fn held(grip: &Cell<Option<Grip>>, event: &PointerEvent) -> Option<Grip> {
    grip.get().filter(|held| held.pointer == event.pointer_id())
}

/// Moves the window with the next frame, unless there is something newer by then.
fn send(link: &Link, newest: &Newest, action: Action) {
    if newest.replace(Some(action)).is_none() {
        let (link, newest) = (link.clone(), newest.clone());
        next_frame(move || {
            if let Some(action) = newest.take() {
                link.act(action);
            }
        });
    }
}

/// The pointer holds nothing any more; `cancelled` where the browser took the movement for its own, to scroll the page.
fn let_go(link: &Link, grip: &Cell<Option<Grip>>, newest: &Newest, cancelled: bool) {
    let Some(held) = grip.take() else { return };
    let shares = match (cancelled, held.waits) {
        // Moved, then taken by the browser.
        (true, None) => Some(held.before),
        // A tap.
        (false, Some(_)) => Some((held.from, held.to)),
        _ => None,
    };
    if let Some((from, to)) = shares {
        send(link, newest, Action::SetShares { from, to });
    }
    // After the last movement's own frame.
    let link = link.clone();
    next_frame(move || next_frame(move || focus::keeping(&link, Action::Settle)));
}

fn strip(event: &web_sys::Event) -> Option<Element> {
    carrying(event, "data-surface").filter(|(_, name)| name == "overview").map(|(element, _)| element)
}

/// Where along the strip a pointer is, 0 left to 1 right.
fn share(strip: &Element, event: &PointerEvent) -> f64 {
    along(strip, f64::from(event.client_x())).0
}

/// What a pointer takes where it goes down: an edge, the window, or, beside it, the window after bringing it there. A finger brings it
/// only when it moves sideways or is lifted.
fn take(link: &Link, strip: &Element, event: &PointerEvent) -> Option<Grip> {
    let at = share(strip, event);
    let thumb = carrying(event, "data-thumb").map(|(_, name)| name);
    let edge = thumb.as_deref().and_then(Edge::parse);
    let before = link.state()?.shares();
    let (mut from, mut to) = before;
    let waits = (event.pointer_type() != "mouse").then(|| (event.client_x(), event.client_y()));
    // A narrow window is held beyond its own edges too.
    if thumb.is_none() && !(from <= at && at <= to) {
        let half = (to - from) / 2.0;
        (from, to) = (at - half, at + half);
        if waits.is_none() {
            link.act(Action::SetShares { from, to });
        }
    }
    Some(Grip { pointer: event.pointer_id(), edge, from, to, at, before, waits })
}

fn dragged(grip: Grip, at: f64) -> Option<Action> {
    let moved = at - grip.at;
    let (from, to) = match grip.edge {
        Some(Edge::From) => ((grip.from + moved).min(grip.to), grip.to),
        Some(Edge::To) => (grip.from, (grip.to + moved).max(grip.from)),
        None => (grip.from + moved, grip.to + moved),
    };
    (moved != 0.0).then_some(Action::SetShares { from, to })
}

/// A key on one of the handles; whether it was one of theirs.
pub(super) fn key(link: &Link, event: &KeyboardEvent, name: &str) -> bool {
    let Some((_, thumb)) = carrying(event, "data-thumb") else { return false };
    let edge = Edge::parse(&thumb);
    let (small, large, all) = (0.1, 1.0, 1e9);
    let by = match name {
        "ArrowLeft" | "ArrowDown" => -small,
        "ArrowRight" | "ArrowUp" => small,
        "PageUp" => -large,
        "PageDown" => large,
        "Home" => -all,
        "End" => all,
        _ => return false,
    };
    event.prevent_default();
    link.act(match edge {
        Some(edge) => Action::MoveEdge { edge, by },
        None => Action::Pan(by),
    });
    true
}
