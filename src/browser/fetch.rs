//! Fetches the dossier's record once the page stands.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use super::start::of_boot;
use super::{Link, document, window};
use crate::dossier::{Dossier, decode};
use crate::state::{Action, Record, Shared};

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
    let said = |error: JsValue| {
        error
            .dyn_ref::<js_sys::Error>()
            .map_or_else(|| "no answer".to_owned(), |error| error.message().into())
    };
    let window = window().ok_or("no window")?;
    // The address names the content, so that a page from a cache never meets another day's record.
    let address = document().and_then(|document| of_boot(&document, "data-record"));
    let address = address.ok_or("the page names no record")?;
    let response = JsFuture::from(window.fetch_with_str(&address)).await.map_err(said)?;
    let response: Response = response.dyn_into().map_err(|_| "no answer".to_owned())?;
    if !response.ok() {
        return Err(format!("HTTP {}", response.status()));
    }
    let text = JsFuture::from(response.text().map_err(said)?).await.map_err(said)?;
    let text = text.as_string().ok_or("no text")?;
    decode::dossier(&text).map_err(|error| error.to_string())
}
