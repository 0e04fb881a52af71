//! Start-up: from the prerendered page to the running app.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Document, Element, Url};
use yew::Callback;

use super::{
    ENDED, Link, UNSEEN, address, announce, dated, document, fetch, find, focus, gesture, in_view, input,
    measure, names, next_frame, next_frame_or_later, next_task, now, overview, play, take, tour, window,
};
#[cfg(feature = "open")]
use super::{opening::Opening, seek};
use crate::dossier::date::Day;
use crate::dossier::{Dossier, decode};
use crate::index::Index;
use crate::messages::Locale;
use crate::state::{Action, AppState, Record, Shared};
use crate::views::app::{Adopted, App, AppProps, Draws, Edition, Remote};
use crate::views::words::{Manner, Voice};

/// What leads from a view's embed page to the site's root; `native::site::embeds` says the same.
const ABOVE_EMBED: &str = "../../";

/// Starts the app on the prerendered page with the text of its dossier's outline. `hydrate` takes over the elements that are
/// there; otherwise they are drawn afresh. `on_panic` is called with the message when the app breaks. Once `ended` is aborted, the browser
/// calls nothing of this instance any more.
///
/// # Errors
/// Says what is wrong: the page has no root element, or the outline is not one.
#[wasm_bindgen]
pub fn start(
    hydrate: bool,
    outline: JsValue,
    on_panic: js_sys::Function,
    ended: AbortSignal,
) -> Result<(), JsValue> {
    install_panic_hook(on_panic);
    ENDED.with(|slot| {
        let _ = slot.set(ended);
    });
    let document = document().ok_or("no document")?;
    let root = document.get_element_by_id("daylight").ok_or("the page has no element #daylight")?;
    let edition = edition(&document, root.has_attribute("data-view"));
    let text: &str = outline.as_string().unwrap_or_default().leak();
    let outline: Dossier = decode::dossier(text).map_err(|error| format!("the page's outline: {error}"))?;
    fetch::keep_outline(text);

    let adopted = adopt(&root);
    let events = Index::of_events(&outline.events, LOCALE.tag());
    let (renderer, _) = app(root, outline, events, adopted, edition, None);
    if hydrate {
        renderer.hydrate();
    } else {
        renderer.render();
    }
    mark("daylight:hydrated");
    mark_drawn();
    Ok(())
}

/// Notes the task after the frame that has the events in it. The app renders before that frame, and calls back later.
fn mark_drawn() {
    next_frame(|| next_task(|| mark("daylight:drawn")));
}

/// What the form leaves to the app that takes its place: the parts that stand in the HTML alone, and the width that it has for pictures.
#[cfg(feature = "open")]
pub(super) fn take_place(document: &Document, form: &Opening) -> Option<(Adopted, f64)> {
    let body = document.body()?;
    let adopted = adopt(&body);
    if let Ok(Some(keys)) = document.query_selector("[data-adopted=keys]") {
        // Its ids are those of the app's own copy.
        keys.remove();
    }
    let page = document.get_element_by_id("open-page");
    let width = page.map(|page| page.get_bounding_client_rect().width()).filter(|width| *width > 0.0);
    form.give_way();
    Some((adopted, width.unwrap_or(AppState::NOMINAL_WIDTH)))
}

/// Draws a dossier that is whole on a page that was written for none, with `width` pixels of room for pictures. What comes to the
/// page later is shown by the link.
#[cfg(feature = "open")]
pub(super) fn draw(
    root: Element,
    width: f64,
    dossier: Dossier,
    events: Index,
    adopted: Adopted,
) -> (yew::AppHandle<App>, Link) {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    // What names the dossier and the view stands behind that.
    let page = address.split(['?', '#']).next().unwrap_or_default().to_owned();
    let edition = Edition { address: page.into(), ..Edition::default() };
    let (renderer, link) = app(root, dossier, events, adopted, edition, Some(width));
    let handle = renderer.render();
    mark_drawn();
    (handle, link)
}

/// The same in the studio's frame, with the props that later versions begin from.
#[cfg(feature = "open")]
pub(super) fn draw_live(
    root: Element,
    width: f64,
    dossier: Dossier,
    events: Index,
    adopted: Adopted,
) -> (yew::AppHandle<App>, Link, AppProps) {
    let (props, link) = props(root.clone(), dossier, events, adopted, Edition::default(), Some(width));
    let handle = yew::Renderer::<App>::with_root_and_props(root, props.clone()).render();
    (handle, link, props)
}

/// The language of the interface.
#[cfg(not(feature = "korean"))]
pub(super) const LOCALE: Locale = Locale::En;
/// The language of the interface.
#[cfg(feature = "korean")]
pub(super) const LOCALE: Locale = Locale::Ko;

/// The app, ready to be drawn, and the link to it. Only the site's own dossier comes as an outline, and only its records have pages.
fn app(
    root: Element,
    outline: Dossier,
    events: Index,
    adopted: Adopted,
    edition: Edition,
    drawn_afresh: Option<f64>,
) -> (yew::Renderer<App>, Link) {
    let (props, link) = props(root.clone(), outline, events, adopted, edition, drawn_afresh);
    (yew::Renderer::<App>::with_root_and_props(root, props), link)
}

/// What the app is given, and the link to it.
fn props(
    root: Element,
    outline: Dossier,
    events: Index,
    adopted: Adopted,
    edition: Edition,
    drawn_afresh: Option<f64>,
) -> (AppProps, Link) {
    names::keep();
    let link = Link::new(root.clone());
    #[cfg(feature = "open")]
    // For good: the program is begun once.
    let dossier: &str = address::of_dossier(&link).leak();
    #[cfg(not(feature = "open"))]
    let dossier = "";
    let props = AppProps {
        voice: Voice::of(Manner {
            base: if link.embedded { ABOVE_EMBED } else { "" },
            own_pages: drawn_afresh.is_none(),
            dossier,
            ..Manner::main_page(LOCALE)
        })
        .about(&outline),
        draws: Draws::of_page(root.get_attribute("data-view").as_deref()),
        on_mount: mounted(link.clone(), drawn_afresh.is_some(), outline.meta.default_as_of),
        outline: Shared::new(outline),
        events: Shared::new(events),
        adopted: Shared::new(adopted),
        edition,
        drawn_afresh,
        on_state: changed(link.clone()),
    };
    (props, link)
}

/// The parts of the page that stand in its HTML alone: they are read from there, so they never arrive twice.
fn adopt(root: &Element) -> Adopted {
    let inner = |selector: &str| {
        find(root, selector).map(|element| strip_markers(&element.inner_html())).unwrap_or_default().into()
    };
    Adopted {
        keys: inner("[data-adopted=keys]"),
        events: inner("[data-adopted=events]"),
        positions: inner("[data-adopted=positions]"),
    }
}

/// What a citation says of the site: the address it was built for, else the one it is read at, and the version of the record
/// that belongs to the page. An embed page stands two folders below the main page, whose address is its canonical one.
fn edition(document: &Document, embedded: bool) -> Edition {
    let canonical = document.query_selector("link[rel=canonical]").ok().flatten();
    let address = canonical.and_then(|link| link.get_attribute("href"));
    // An embed page without one stands two folders below it.
    let root = if embedded && address.is_none() { ABOVE_EMBED } else { "./" };
    let address = address.or_else(|| window()?.location().href().ok()).unwrap_or_default();
    let folder = Url::new_with_base(root, &address).map(|url| url.href()).unwrap_or_default();
    let version = of_boot(document, "data-version");
    Edition { address: folder.into(), version: version.unwrap_or_default().into() }
}

/// An attribute of the script that starts the app: what the builder tells it.
pub(super) fn of_boot(document: &Document, name: &str) -> Option<String> {
    document.get_element_by_id("boot")?.get_attribute(name)
}

/// Takes off the comments that mark raw HTML for hydration.
fn strip_markers(html: &str) -> String {
    let inner = html.strip_prefix("<!--<#>-->").unwrap_or(html);
    inner.strip_suffix("<!--</#>-->").unwrap_or(inner).to_owned()
}

pub(super) fn install_panic_hook(on_panic: js_sys::Function) {
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

fn mounted(link: Link, whole: bool, written_for: Day) -> Callback<Remote> {
    Callback::from(move |remote: Remote| {
        if let Ok(mut slot) = link.remote.try_borrow_mut() {
            *slot = Some(remote);
        }
        address::follow(&link);
        measure::follow(&link);
        focus::follow(&link);
        in_view::follow(&link);
        input::follow(&link);
        gesture::follow(&link);
        overview::follow(&link);
        play::follow(&link);
        take::follow(&link);
        dated::follow(&link, written_for);
        // Once the events are seen.
        let link = link.clone();
        next_frame_or_later(&link.clone(), Box::new(move || start_at_rest(link, whole)));
    })
}

/// Draws well what was drawn quickly, and says that all can be used.
fn start_at_rest(link: Link, whole: bool) {
    next_frame_or_later(
        &link.clone(),
        Box::new(move || {
            let began = now();
            link.act(Action::Settle);
            // A frame later it stands there, at its measured width.
            next_frame_or_later(
                &link.clone(),
                Box::new(move || {
                    let took = now() - began;
                    // A frame that was not drawn says nothing of how long one takes.
                    if !link.embedded || took < f64::from(UNSEEN) {
                        gesture::drawn_at_rest(took);
                    }
                    let _ = link.root.set_attribute("data-daylight", "ready");
                    mark("daylight:ready");
                    address::show(&link);
                    if !whole {
                        fetch::record(&link);
                    }
                }),
            );
        }),
    );
}

fn changed(link: Link) -> Callback<Rc<AppState>> {
    Callback::from(move |state: Rc<AppState>| {
        let before = link.state.try_borrow_mut().ok().and_then(|mut slot| slot.replace(state.clone()));
        if let Some(before) = before {
            address::write(&link, &before, &state);
            dated::after_change(&link, &before, &state);
            tour::after_change(&link, &before, &state);
            play::after_change(&link, &before, &state);
            #[cfg(feature = "open")]
            let quiet = super::live::in_background();
            #[cfg(not(feature = "open"))]
            let quiet = false;
            if !quiet {
                focus::after_change(&link, &before, &state);
            }
            announce::after_change(&link, &before, &state);
            address::show_once_told(&link);
            // What could not be had is asked for again with each record that is opened.
            if before.event != state.event && matches!(state.record, Record::Failed(_)) {
                fetch::record(&link);
            }
            #[cfg(feature = "open")]
            seek::after_change(&link, &before, &state);
        }
    })
}

/// Notes a moment of the page's life, for whoever measures it.
pub(super) fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}
