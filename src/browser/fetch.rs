//! Fetches the dossier's record once the page stands.

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use super::start::of_boot;
use super::{Link, document, window};
use crate::dossier::{Dossier, decode};
use crate::state::{Action, Record, Shared};

thread_local! {
    /// The text of the page's outline, to which the record's file adds.
    static OUTLINE: Cell<&'static str> = const { Cell::new("") };
}

/// Keeps the text of the outline that the page began with. For good: the record may be asked for again.
pub(super) fn keep_outline(text: &'static str) {
    OUTLINE.set(text);
}

/// Asks for the record's file beside the page, unless it is here or on its way; the state says how it went.
pub(super) fn record(link: &Link) {
    let wanted =
        link.state().is_none_or(|state| matches!(state.record, Record::NotRequested | Record::Failed(_)));
    if !wanted {
        return;
    }
    link.act(Action::RecordRequested);
    let link = link.clone();
    spawn_local(async move {
        match load().await {
            Ok(dossier) => link.act(Action::RecordArrived(Shared::new(dossier))),
            Err(reason) => link.act(Action::RecordFailed(reason)),
        }
    });
}

async fn load() -> Result<Dossier, String> {
    let none = |error: JsValue| why("data-noanswer", &error);
    let unread = |error: JsValue| why("data-notreadable", &error);
    // The address names the content, so that a page from a cache never meets another day's record.
    let address = document().and_then(|document| of_boot(&document, "data-record"));
    let (Some(window), Some(address)) = (window(), address) else {
        return Err(unread("the page names no record".into()));
    };
    let response = JsFuture::from(window.fetch_with_str(&address)).await.map_err(none)?;
    let response: Response = response.dyn_into().map_err(none)?;
    if !response.ok() {
        return Err(format!("HTTP {}", response.status()));
    }
    let text = JsFuture::from(response.text().map_err(unread)?).await.map_err(none)?;
    let text = text.as_string().ok_or_else(|| unread(text))?;
    decode::record(OUTLINE.get(), &text).map_err(|error| unread(error.to_string().into()))
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn log(what: &JsValue);
}

/// Why the record could not be had, in the page's language, which has these words in an attribute; what the browser or the decoder says of
/// it is for the console.
fn why(words: &str, error: &JsValue) -> String {
    log(error);
    let notice = document().and_then(|document| document.get_element_by_id("notice"));
    notice.and_then(|notice| notice.get_attribute(words)).unwrap_or_default()
}
