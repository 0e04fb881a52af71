//! The page in the studio's frame: what the studio sends is drawn, and each further version in the place of the one before. The page keeps
//! its date, what is open, and how far it is scrolled, and never takes the focus from who writes beside it.

use std::cell::RefCell;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use yew::AppHandle;

use super::opening::Opening;
use super::sections::Parts;
use super::{Link, document, start};
use crate::dossier::table::TableReader;
use crate::dossier::{Dossier, decode};
use crate::index::Index;
use crate::views::app::AppProps;

/// What is drawn.
struct Drawn {
    update: Box<dyn FnMut(AppProps)>,
    props: AppProps,
    link: Link,
    parts: Parts,
}

thread_local! {
    static DRAWN: RefCell<Option<Drawn>> = const { RefCell::new(None) };
}

/// Whether the page is in the studio's frame and somebody works elsewhere: then nothing here may take the focus.
pub(super) fn in_background() -> bool {
    let live = DRAWN.with(|drawn| drawn.try_borrow().map_or(true, |drawn| drawn.is_some()));
    live && document().is_some_and(|document| !document.has_focus().unwrap_or(false))
}

/// Shows a version of a dossier: its text, that of its table of events where it has one, and the parts of its record as the checker wrote
/// them; none where it has errors. `"shown"`, or `"behind"` where it cannot be drawn and the page stays as it was.
///
/// # Errors
/// Says what the page lacks.
#[wasm_bindgen]
pub fn live(text: &str, table: Option<String>, parts: Array, on_panic: Function) -> Result<String, JsValue> {
    start::install_panic_hook(on_panic);
    let Ok(mut dossier) = decode::dossier(text) else { return Ok("behind".to_owned()) };
    if let Some(text) = table.filter(|_| dossier.event_table.is_some()) {
        let mut reader = TableReader::beside(&dossier);
        reader.push(text.as_bytes());
        // Of a table with errors the rows that are sound.
        let (rows, _) = reader.finish();
        dossier.events.extend((0..rows.len()).filter_map(|row| rows.event(row)));
    }
    dossier.event_table = None;
    let parts: Vec<String> = parts.iter().filter_map(|part| part.as_string()).collect();
    // Taken out while it works: what that calls may look here.
    let drawn = DRAWN.with(|drawn| drawn.try_borrow_mut().ok().and_then(|mut drawn| drawn.take()));
    let drawn = match drawn {
        Some(drawn) => renewed(drawn, dossier, &parts),
        None => first(dossier, &parts)?,
    };
    DRAWN.with(|slot| {
        if let Ok(mut slot) = slot.try_borrow_mut() {
            *slot = Some(drawn);
        }
    });
    Ok("shown".to_owned())
}

fn first(dossier: Dossier, parts: &[String]) -> Result<Drawn, JsValue> {
    let document = document().ok_or("no document")?;
    let root = document.get_element_by_id("daylight").ok_or("the page has no element #daylight")?;
    let opening = Opening::find()?;
    let (adopted, room) = start::take_place(&document, &opening).ok_or("no body")?;
    let written_for = dossier.meta.default_as_of;
    let events = Index::of_events(&dossier.events, start::LOCALE.tag());
    let (mut app, link, props): (AppHandle<_>, Link, AppProps) =
        start::draw_live(root, room, dossier, events, adopted);
    let mut drawn =
        Drawn { update: Box::new(move |props| app.update(props)), props, link, parts: Parts::default() };
    drawn.parts.renew(&drawn.link, parts, written_for);
    Ok(drawn)
}

fn renewed(mut drawn: Drawn, dossier: Dossier, parts: &[String]) -> Drawn {
    let written_for = dossier.meta.default_as_of;
    let events = Index::of_events(&dossier.events, start::LOCALE.tag());
    drawn.props.renew(dossier, events);
    (drawn.update)(drawn.props.clone());
    drawn.parts.renew(&drawn.link, parts, written_for);
    drawn
}
