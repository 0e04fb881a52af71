//! Wheel, drag and pinch on the timeline. Movements are summed up and sent once a frame.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent, WheelEvent};

use super::{Link, after, along, carrying, find, focus, listen, next_frame, now, window};
use crate::state::{Action, Pace, zoomed_by_wheel};

/// Pixels a pointer may wander before a press becomes a drag, and how much more sideways than down a finger must go for that.
const DRAG_STARTS_AT: (f64, f64) = (4.0, 1.0);

/// The same of a finger where time runs down the page: there it scrolls past what it must not move, and no thumb goes straight.
const DRAG_STARTS_DOWN_AT: (f64, f64) = (14.0, 1.5);

thread_local! {
    static DRAGGED: Cell<bool> = const { Cell::new(false) };
    /// Milliseconds that a frame takes with a whole picture in it, as far as is known.
    static WHOLE: Cell<f64> = const { Cell::new(f64::INFINITY) };
}

/// What a picture of a zoom takes of the time of one at rest, about: it has fewer words to place, and no boxes to point at.
const OF_REST: f64 = 0.6;

/// Notes what a frame took in which the picture was drawn as well as it can be.
pub(super) fn drawn_at_rest(took: f64) {
    WHOLE.with(|whole| whole.set(took * OF_REST));
}

/// Whether the press that ends in this click was a drag; asking forgets it.
pub(super) fn just_dragged() -> bool {
    DRAGGED.with(|dragged| dragged.replace(false))
}

/// Where each finger is, and what has been moved since the last frame.
#[derive(Default)]
struct Hand {
    pointers: Vec<(i32, (f64, f64))>,
    pressed_at: Option<(f64, f64)>,
    dragging: bool,
    pan: f64,
    zoom: f64,
    zoom_at: f64,
    /// Whether a frame has been asked for.
    waiting: bool,
    /// Whether somebody is waiting for it to rest.
    settling: bool,
    /// Movements sent so far.
    moves: u32,
    /// Milliseconds that the last frame took with a sketch in it.
    sketched: f64,
    /// When that was over.
    drawn_at: f64,
}

impl Hand {
    /// Notes where a pointer is.
    fn put(&mut self, id: i32, at: (f64, f64)) {
        match self.pointers.iter_mut().find(|(known, _)| *known == id) {
            Some(found) => found.1 = at,
            None => self.pointers.push((id, at)),
        }
    }
}

impl Hand {
    /// What is zoomed stays under this point of the surface's time.
    fn zoom_about(&mut self, share: f64) {
        self.zoom_at = share.max(0.0).min(1.0);
    }

    /// A pointer is no longer pressed.
    fn lift(&mut self, id: i32) {
        self.pointers.retain(|(known, _)| *known != id);
        self.dragging &= !self.pointers.is_empty();
        // Of two fingers the one that stays begins anew.
        self.pressed_at = self.pointers.first().map(|(_, at)| *at);
    }
}

/// Listens for as long as the page lives.
pub(super) fn follow(link: &Link) {
    let hand = Rc::new(RefCell::new(Hand { zoom: 1.0, ..Hand::default() }));

    let (wheel_link, wheel_hand) = (link.clone(), hand.clone());
    listen::<WheelEvent>(&link.root, "wheel", false, move |event| wheel(&wheel_link, &wheel_hand, &event));
    let down_hand = hand.clone();
    listen::<PointerEvent>(&link.root, "pointerdown", true, move |event| {
        DRAGGED.with(|dragged| dragged.set(false));
        if event.button() == 0
            && surface(&event).is_some()
            && let Ok(mut hand) = down_hand.try_borrow_mut()
        {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            hand.put(event.pointer_id(), at);
            hand.pressed_at = Some(at);
        }
    });
    let (move_link, move_hand) = (link.clone(), hand.clone());
    listen::<PointerEvent>(&link.root, "pointermove", true, move |event| {
        moved(&move_link, &move_hand, &event)
    });
    let Some(window) = window() else { return };
    for kind in ["pointerup", "pointercancel"] {
        let (link, hand) = (link.clone(), hand.clone());
        // The pointer may be let go anywhere.
        listen::<PointerEvent>(&window, kind, true, move |event| {
            let Ok(mut hand) = hand.try_borrow_mut() else { return };
            let dragged = hand.dragging;
            hand.lift(event.pointer_id());
            // The browser took the movement for its own: it scrolls the page.
            if dragged && !hand.dragging && kind == "pointercancel" {
                hand.pan = 0.0;
                drop(hand);
                link.act(Action::PutBack);
            }
        });
    }
}

fn surface(event: &web_sys::Event) -> Option<Element> {
    carrying(event, "data-surface").filter(|(_, name)| name == "timeline").map(|(element, _)| element)
}

/// Where on the surface's time a point lies, 0 the beginning to 1 the end; beyond them where it lies outside.
fn share(surface: &Element, (x, y): (f64, f64)) -> f64 {
    if runs_down(surface) {
        let bounds = surface.get_bounding_client_rect();
        (y - bounds.top()) / bounds.height().max(1.0)
    } else {
        along(surface, x).0
    }
}

/// Whether time runs down the page.
fn runs_down(surface: &Element) -> bool {
    surface.has_attribute("data-down")
}

/// Sideways, or with Shift: pans. With Ctrl (which a pinch on a trackpad sends too): zooms. Otherwise the page scrolls as
/// everywhere.
fn wheel(link: &Link, hand: &Rc<RefCell<Hand>>, event: &WheelEvent) {
    let Some(surface) = surface(event) else { return };
    // Lines and pages as pixels: the three lines of a notch are as far as a notch told in pixels.
    let unit = match event.delta_mode() {
        1 => 33.0,
        2 => 400.0,
        _ => 1.0,
    };
    let (sideways, down) = (event.delta_x() * unit, event.delta_y() * unit);
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    let Ok(mut hand_now) = hand.try_borrow_mut() else { return };
    if event.ctrl_key() || event.meta_key() {
        hand_now.zoom *= zoomed_by_wheel(down);
        hand_now.zoom_about(share(&surface, at));
    } else if event.shift_key() || sideways.abs() > down.abs() {
        hand_now.pan += if sideways == 0.0 { down } else { sideways } / along(&surface, at.0).1;
    } else {
        return;
    }
    event.prevent_default();
    drop(hand_now);
    send_next_frame(link, hand);
}

fn moved(link: &Link, hand: &Rc<RefCell<Hand>>, event: &PointerEvent) {
    let Ok(mut hand_now) = hand.try_borrow_mut() else { return };
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    // Let go outside the window, where nobody could tell.
    if event.buttons() == 0 {
        hand_now.lift(event.pointer_id());
        return;
    }
    // A pointer that was never pressed here only passes by.
    let Some(before) = hand_now.pointers.iter().find(|(id, _)| *id == event.pointer_id()).map(|(_, at)| *at)
    else {
        return;
    };
    hand_now.put(event.pointer_id(), at);
    let any = || find(&link.root, "[data-surface=timeline]");
    let Some(surface) = surface(event).or_else(any) else { return };
    let (_, width) = along(&surface, at.0);
    let other = hand_now.pointers.iter().find(|(id, _)| *id != event.pointer_id()).map(|(_, at)| *at);
    match other {
        Some(other) => {
            // Where time runs down, fingers may part any way: the browser leaves them alone, whichever it is.
            let down = if runs_down(&surface) { 1.0 } else { 0.0 };
            let apart = |a: (f64, f64)| {
                let (x, y) = (a.0 - other.0, (a.1 - other.1) * down);
                (x * x + y * y).sqrt().max(8.0)
            };
            hand_now.zoom *= apart(before) / apart(at);
            let share = |at| share(&surface, at);
            hand_now.zoom_about(share(((at.0 + other.0) / 2.0, (at.1 + other.1) / 2.0)));
            hand_now.pan -= (share(at) - share(before)) / 2.0;
        }
        None => {
            let start = hand_now.pressed_at.unwrap_or(at);
            let (x, y) = ((at.0 - start.0).abs(), (at.1 - start.1).abs());
            let mut before = before;
            let mouse = event.pointer_type() == "mouse";
            let (least, times) =
                if runs_down(&surface) && !mouse { DRAG_STARTS_DOWN_AT } else { DRAG_STARTS_AT };
            // A finger that goes rather down than sideways scrolls the page.
            if !hand_now.dragging && x > least && (mouse || x > y * times) {
                hand_now.dragging = true;
                before = start;
                DRAGGED.with(|dragged| dragged.set(true));
                // The drag goes on when the pointer leaves the surface.
                let _ = surface.unchecked_ref::<Element>().set_pointer_capture(event.pointer_id());
            }
            if hand_now.dragging {
                hand_now.pan -= (at.0 - before.0) / width;
            }
        }
    }
    drop(hand_now);
    send_next_frame(link, hand);
}

/// Milliseconds between two frames.
const FRAME: f64 = 1_000.0 / 60.0;

/// Milliseconds that a frame may take that comes in time.
const IN_TIME: f64 = 1.5 * FRAME;

/// How much of what a picture took the next one is thought to take at least.
const REMEMBERED: f64 = 0.8;

/// Milliseconds without a movement after which the hand rests.
const RESTS_AFTER: i32 = 140;

fn send_next_frame(link: &Link, hand: &Rc<RefCell<Hand>>) {
    let Ok(mut hand_now) = hand.try_borrow_mut() else { return };
    if hand_now.waiting || (hand_now.pan == 0.0 && hand_now.zoom == 1.0) {
        return;
    }
    hand_now.waiting = true;
    let (link, hand) = (link.clone(), hand.clone());
    next_frame(move || {
        let Ok(mut hand_now) = hand.try_borrow_mut() else { return };
        let (pan, factor, share) = (hand_now.pan, hand_now.zoom, hand_now.zoom_at);
        (hand_now.pan, hand_now.zoom, hand_now.waiting) = (0.0, 1.0, false);
        hand_now.moves += 1;
        let began = now();
        // A hand that rested may find a faster machine than before.
        if !hand_now.settling {
            WHOLE.with(|whole| whole.set(whole.get() * REMEMBERED));
        }
        // A picture is drawn in every frame where there is time for it, else a sketch. Where there is not even time for that, drawing takes
        // a seventh of the time, and in between the last one is stretched: a frame that comes is better than one that is right.
        let (whole, sketched) = (WHOLE.with(Cell::get), hand_now.sketched);
        let pace = if whole <= IN_TIME {
            Pace::Even
        } else if sketched > IN_TIME && began - hand_now.drawn_at < 6.0 * sketched {
            Pace::Stretch
        } else {
            Pace::Slow
        };
        drop(hand_now);
        link.act(Action::Move { pan, factor, share, pace });
        if factor != 1.0 && pace != Pace::Stretch {
            let hand = hand.clone();
            // To the next frame: what a picture costs is style, layout, paint and pixels too.
            next_frame(move || {
                let took = now() - began;
                if pace == Pace::Even {
                    // One quick picture among slow ones, of a time that holds little, does not make the next one quick.
                    WHOLE.with(|whole| whole.set(took.max(REMEMBERED * whole.get())));
                } else if let Ok(mut hand) = hand.try_borrow_mut() {
                    (hand.sketched, hand.drawn_at) = (took, now());
                }
            });
        }
        settle_later(&link, &hand);
    });
}

/// Tells the app that the hand rests, once nothing has moved for a while and no finger is down.
fn settle_later(link: &Link, hand: &Rc<RefCell<Hand>>) {
    let Ok(mut hand_now) = hand.try_borrow_mut() else { return };
    if hand_now.settling {
        return;
    }
    hand_now.settling = true;
    let moves = hand_now.moves;
    let (link, hand) = (link.clone(), hand.clone());
    after(RESTS_AFTER, move || {
        let Ok(mut hand_now) = hand.try_borrow_mut() else { return };
        hand_now.settling = false;
        let rests = hand_now.moves == moves && hand_now.pointers.is_empty();
        drop(hand_now);
        if rests {
            // The picture at rest gathers other marks than those of the hand's.
            focus::keeping(&link, Action::Settle);
        } else {
            settle_later(&link, &hand);
        }
    });
}
