//! Every touch of the browser: start-up, address bar, pointer, keys, measuring, focus, fetching. The rest of the library
//! knows none of it. What the views show carries `data-` attributes; this room listens on the app's root and turns what
//! happens there into actions.

mod address;
mod announce;
mod bring;
mod copy;
mod dated;
mod fetch;
mod focus;
mod gesture;
mod in_view;
mod input;
#[cfg(feature = "open")]
mod live;
mod measure;
mod names;
#[cfg(feature = "open")]
mod open;
#[cfg(feature = "open")]
mod opening;
mod overview;
mod play;
#[cfg(feature = "open")]
mod sections;
#[cfg(feature = "open")]
mod seek;
mod start;
#[cfg(feature = "open")]
mod stream;
#[cfg(feature = "studio")]
mod studio;
mod take;
mod tour;
mod untouched;

#[cfg(feature = "open")]
pub use live::live;
#[cfg(feature = "open")]
pub use open::open;
pub use start::start;
#[cfg(feature = "studio")]
pub use studio::{rows, studio};

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, Document, Element, EventTarget, Window};

use crate::state::{Action, AppState};
use crate::views::app::{MARGIN, Remote};

/// What all listeners share: the app's remote control, its newest state, and its root element.
#[derive(Clone)]
struct Link {
    remote: Rc<RefCell<Option<Remote>>>,
    state: Rc<RefCell<Option<Rc<AppState>>>>,
    trail: focus::Trail,
    /// The app's own element.
    root: Element,
    /// That and what was written ahead below it: whatever can be acted on.
    page: Element,
    /// Whether the page is an embed: it has one view, no history of its own, and what surrounds it is not ours to scroll.
    embedded: bool,
}

impl Link {
    fn new(root: Element) -> Link {
        let page = root.closest("main").ok().flatten().unwrap_or_else(|| root.clone());
        let embedded = root.has_attribute("data-view");
        Link {
            remote: Rc::default(),
            state: Rc::default(),
            trail: focus::Trail::default(),
            root,
            page,
            embedded,
        }
    }

    /// Sends an action to the app; nothing happens before the app is mounted.
    fn act(&self, action: Action) {
        if let Some(remote) = self.remote() {
            remote.act.emit(action);
        }
    }

    fn remote(&self) -> Option<Remote> {
        self.remote.try_borrow().ok().and_then(|remote| remote.clone())
    }

    /// Whether the page has come to rest since it began, and answers whatever is done.
    fn is_ready(&self) -> bool {
        self.root.has_attribute("data-daylight")
    }

    fn state(&self) -> Option<Rc<AppState>> {
        self.state.try_borrow().ok().and_then(|state| state.clone())
    }
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The first element that a selector finds.
fn find(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
}

/// All elements that a selector finds on the page, in its order.
fn find_all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Sets an attribute, or takes it away.
fn put(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

thread_local! {
    /// Tells that this instance of the program broke and another one takes its place: nothing may come to it any more. Without one it
    /// works for as long as the page lives.
    static ENDED: OnceCell<AbortSignal> = const { OnceCell::new() };
}

/// Has an observer end with this instance. The browser alone does it, for a broken program is not to be called.
fn end_with_program(observer: &JsValue) {
    let Ok(disconnect) = js_sys::Reflect::get(observer, &"disconnect".into()) else { return };
    let disconnect = disconnect.unchecked_into::<js_sys::Function>().bind0(observer);
    ENDED.with(|ended| {
        if let Some(signal) = ended.get() {
            let _ = signal.add_event_listener_with_callback("abort", &disconnect);
        }
    });
}

/// Listens for as long as this instance of the program works.
fn listen<E: JsCast + 'static>(
    target: &EventTarget,
    kind: &str,
    passive: bool,
    mut handler: impl FnMut(E) + 'static,
) {
    let handler = move |event: web_sys::Event| {
        if let Ok(event) = event.dyn_into::<E>() {
            handler(event);
        }
    };
    listen_boxed(target, kind, passive, Box::new(handler));
}

/// Listens for as long as this instance of the program works, and may keep the browser from doing what it does by itself.
#[cfg(feature = "studio")]
fn listen_active<E: JsCast + 'static>(target: &EventTarget, kind: &str, handler: impl FnMut(E) + 'static) {
    listen(target, kind, false, handler);
}

/// What [`listen`] does for all kinds of event alike.
fn listen_boxed(target: &EventTarget, kind: &str, passive: bool, handler: Box<dyn FnMut(web_sys::Event)>) {
    let closure = Closure::wrap(handler);
    let options = web_sys::AddEventListenerOptions::new();
    options.set_passive(passive);
    // Ahead of the app where it is the window that listens; on the root it makes no difference.
    options.set_capture(true);
    ENDED.with(|ended| {
        if let Some(signal) = ended.get() {
            options.set_signal(signal);
        }
    });
    // A target that takes no listener leaves the page readable, only less lively.
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        kind,
        closure.as_ref().unchecked_ref(),
        &options,
    );
    closure.forget();
}

/// Where a point lies on the time that a picture shows across its width, 0 its beginning, 1 its end; and how many pixels that takes.
fn along(surface: &Element, client_x: f64) -> (f64, f64) {
    let bounds = surface.get_bounding_client_rect();
    let width = (bounds.width() - 2.0 * MARGIN).max(1.0);
    ((client_x - bounds.left() - MARGIN) / width, width)
}

/// Gives an element the focus, and leaves the page where it is.
fn focus_in_place(element: &Element) {
    focus_with(element, &web_sys::FocusOptions::new());
}

/// The same, without the frame that answers keys.
fn focus_unframed(element: &Element) {
    let options = web_sys::FocusOptions::new();
    let _ = js_sys::Reflect::set(&options, &"focusVisible".into(), &JsValue::FALSE);
    focus_with(element, &options);
}

fn focus_with(element: &Element, options: &web_sys::FocusOptions) {
    options.set_prevent_scroll(true);
    // Elements of pictures have the same method.
    let _ = element.unchecked_ref::<web_sys::HtmlElement>().focus_with_options(options);
}

/// Runs once before the next frame is drawn.
fn next_frame(work: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(work);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// The same; in an embed after a while where no frame is drawn, for browsers draw none of what is off the screen in a page from
/// elsewhere.
fn next_frame_or_later(link: &Link, work: Box<dyn FnOnce()>) {
    if !link.embedded {
        return next_frame(work);
    }
    let in_frame = Rc::new(Cell::new(Some(work)));
    let later = in_frame.clone();
    next_frame(move || {
        if let Some(work) = in_frame.take() {
            work();
        }
    });
    after(UNSEEN, move || {
        if let Some(work) = later.take() {
            work();
        }
    });
}

/// Milliseconds after which what waits for a frame goes on without: longer than a frame takes that is drawn at all.
const UNSEEN: i32 = 400;

/// Runs once in a task of its own, as soon as the browser has looked at what waits before it.
fn next_task(work: impl FnOnce() + 'static) {
    // A timer of nothing would wait for some milliseconds.
    let Ok(channel) = web_sys::MessageChannel::new() else { return };
    let callback = Closure::once_into_js(work);
    channel.port1().set_onmessage(Some(callback.unchecked_ref()));
    let _ = channel.port2().post_message(&JsValue::NULL);
}

/// Runs once after some milliseconds.
fn after(milliseconds: i32, work: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(work);
    if let Some(window) = window() {
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}

/// Milliseconds since the page began.
fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// The nearest element at or above an event's target that carries an attribute, and its value.
fn carrying(event: &web_sys::Event, attribute: &str) -> Option<(Element, String)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let element = target.closest(&format!("[{attribute}]")).ok()??;
    let value = element.get_attribute(attribute)?;
    Some((element, value))
}
