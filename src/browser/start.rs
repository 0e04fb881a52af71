//! Start-up: from the prerendered page to the running app.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Callback;

use super::{Link, address, announce, document, fetch, focus, gesture, input, measure, next_frame, window};
use crate::dossier::{Dossier, decode};
use crate::messages::Locale;
use crate::state::{AppState, Shared};
use crate::views::app::{Adopted, App, AppProps, Remote};
use crate::views::words::Voice;

/// Starts the app on the prerendered page. `hydrate` takes over the elements that are there; otherwise they are drawn
/// afresh. `on_panic` is called with the message when the app breaks.
///
/// # Errors
/// Says what the page lacks: its root element, or the outline of its dossier.
#[wasm_bindgen]
pub fn start(hydrate: bool, on_panic: js_sys::Function) -> Result<(), JsValue> {
    install_panic_hook(on_panic);
    let document = document().ok_or("no document")?;
    let root = document.get_element_by_id("daylight").ok_or("the page has no element #daylight")?;
    let outline = document
        .get_element_by_id("outline")
        .and_then(|element| element.text_content())
        .ok_or("the page has no #outline")?;
    let outline: Dossier =
        decode::dossier(&outline).map_err(|error| format!("the page's outline: {error}"))?;

    let link = Link::new(root.clone());
    let props = AppProps {
        voice: Voice { locale: Locale::En, base: "" },
        outline: Shared::new(outline),
        adopted: Shared::new(adopt(&root)),
        on_mount: mounted(link.clone()),
        on_state: changed(link),
    };
    let renderer = yew::Renderer::<App>::with_root_and_props(root, props);
    if hydrate {
        renderer.hydrate();
    } else {
        renderer.render();
    }
    mark("daylight:hydrated");
    Ok(())
}

/// The parts of the page that stand in its HTML alone: they are read from there, so they never arrive twice.
fn adopt(root: &Element) -> Adopted {
    let inner = |selector: &str| {
        let found = root.query_selector(selector).ok().flatten();
        found.map(|element| strip_markers(&element.inner_html())).unwrap_or_default().into()
    };
    Adopted {
        keys: inner("[data-adopted=keys]"),
        events: inner("[data-adopted=events]"),
        positions: inner("[data-adopted=positions]"),
        sources: inner("[data-adopted=sources]"),
    }
}

/// Takes off the comments that mark raw HTML for hydration.
fn strip_markers(html: &str) -> String {
    let inner = html.strip_prefix("<!--<#>-->").unwrap_or(html);
    inner.strip_suffix("<!--</#>-->").unwrap_or(inner).to_owned()
}

fn install_panic_hook(on_panic: js_sys::Function) {
    // The hook must be `Send`; the function lives in a thread-local, and a page has one thread.
    thread_local! {
        static ON_PANIC: std::cell::RefCell<Option<js_sys::Function>> = const { std::cell::RefCell::new(None) };
    }
    ON_PANIC.with(|slot| {
        if let Ok(mut slot) = slot.try_borrow_mut() {
            *slot = Some(on_panic);
        }
    });
    yew::set_custom_panic_hook(Box::new(|info| {
        ON_PANIC.with(|slot| {
            let function = slot.try_borrow().ok().and_then(|slot| slot.clone());
            if let Some(function) = function {
                let _ = function.call1(&JsValue::NULL, &JsValue::from_str(&info.to_string()));
            }
        });
    }));
}

fn mounted(link: Link) -> Callback<Remote> {
    Callback::from(move |remote: Remote| {
        if let Ok(mut slot) = link.remote.try_borrow_mut() {
            *slot = Some(remote);
        }
        address::follow(&link);
        measure::follow(&link);
        focus::follow(&link);
        input::follow(&link);
        gesture::follow(&link);
        // Two frames on, the timeline has been drawn at its measured width.
        let link = link.clone();
        next_frame(move || {
            next_frame(move || {
                let _ = link.root.set_attribute("data-daylight", "ready");
                mark("daylight:ready");
                address::show(&link);
                fetch::record(&link);
            });
        });
    })
}

fn changed(link: Link) -> Callback<Rc<AppState>> {
    Callback::from(move |state: Rc<AppState>| {
        let before = link.state.try_borrow_mut().ok().and_then(|mut slot| slot.replace(state.clone()));
        if let Some(before) = before {
            address::write(&link, &before, &state);
            focus::after_change(&link, &before, &state);
            announce::after_change(&link, &before, &state);
        }
    })
}

fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}
