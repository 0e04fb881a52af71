//! The overview's handle: dragged, resized, brought where one clicks.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, KeyboardEvent, PointerEvent};

use super::{Link, along, carrying, listen, next_frame};
use crate::state::{Action, Edge};

/// What a pointer holds, and how far from it along the axis the window stood when it was taken, in shares of the whole.
#[derive(Clone, Copy)]
struct Grip {
    pointer: i32,
    edge: Option<Edge>,
    /// Where the window began and ended.
    from: f64,
    to: f64,
    /// Where the pointer went down.
    at: f64,
}

/// Listens for as long as the page lives.
pub(super) fn follow(link: &Link) {
    let grip: Rc<RefCell<Option<Grip>>> = Rc::default();
    let newest: Rc<RefCell<Option<Action>>> = Rc::default();

    let (down_link, down_grip) = (link.clone(), grip.clone());
    listen::<PointerEvent>(&link.root, "pointerdown", true, move |event| {
        let Some(strip) = strip(&event).filter(|_| event.button() == 0) else { return };
        let taken = take(&down_link, &strip, &event);
        let _ = strip.set_pointer_capture(event.pointer_id());
        if let Ok(mut grip) = down_grip.try_borrow_mut() {
            *grip = taken;
        }
    });
    let (move_link, move_grip) = (link.clone(), grip.clone());
    listen::<PointerEvent>(&link.root, "pointermove", true, move |event| {
        let held = move_grip.try_borrow().ok().and_then(|grip| *grip);
        let Some(held) = held.filter(|held| held.pointer == event.pointer_id()) else { return };
        // Let go outside the window, where nobody could tell.
        if event.buttons() == 0 {
            return let_go(&move_link, &move_grip);
        }
        let Some(strip) = strip(&event) else { return };
        let Some(action) = dragged(held, share(&strip, &event)) else { return };
        // Once a frame.
        let waiting = newest.try_borrow_mut().ok().and_then(|mut newest| newest.replace(action)).is_some();
        if !waiting {
            let (link, newest) = (move_link.clone(), newest.clone());
            next_frame(move || {
                if let Some(action) = newest.try_borrow_mut().ok().and_then(|mut newest| newest.take()) {
                    link.act(action);
                }
            });
        }
    });
    for kind in ["pointerup", "pointercancel"] {
        let (link_up, grip) = (link.clone(), grip.clone());
        listen::<PointerEvent>(&link.root, kind, true, move |_| let_go(&link_up, &grip));
    }
}

/// The pointer holds nothing any more.
fn let_go(link: &Link, grip: &RefCell<Option<Grip>>) {
    if grip.try_borrow_mut().ok().and_then(|mut grip| grip.take()).is_some() {
        // After the last movement's own frame.
        let link = link.clone();
        next_frame(move || next_frame(move || link.act(Action::Settle)));
    }
}

fn strip(event: &web_sys::Event) -> Option<Element> {
    carrying(event, "data-surface").filter(|(_, name)| name == "overview").map(|(element, _)| element)
}

/// Where along the strip a pointer is, 0 left to 1 right.
fn share(strip: &Element, event: &PointerEvent) -> f64 {
    along(strip, f64::from(event.client_x())).0
}

/// What a pointer takes where it goes down: an edge, the window, or, beside it, the window after bringing it there.
fn take(link: &Link, strip: &Element, event: &PointerEvent) -> Option<Grip> {
    let at = share(strip, event);
    let thumb = carrying(event, "data-thumb").map(|(_, name)| name);
    let edge = thumb.as_deref().and_then(Edge::parse);
    let (from, to) = link.state()?.shares();
    // A narrow window is held beyond its own edges too.
    if thumb.is_none() && !(from <= at && at <= to) {
        let half = (to - from) / 2.0;
        link.act(Action::SetShares { from: at - half, to: at + half });
        return Some(Grip { pointer: event.pointer_id(), edge: None, from: at - half, to: at + half, at });
    }
    Some(Grip { pointer: event.pointer_id(), edge, from, to, at })
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
