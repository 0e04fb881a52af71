//! Copies what stands in an element, and says so.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;

use super::{document, find, window};

/// Copies the text of the element that the button names, and says so in the status line beside it. Where the browser refuses
/// (an old one, a page without https, a frame without leave), the text is selected instead, and that is said.
pub(super) fn copy(button: &Element, source: &str) {
    let Some(source) = document().and_then(|document| document.get_element_by_id(source)) else { return };
    let group = button.parent_element();
    let status = group.and_then(|group| find(&group, "[role=status]"));
    // Emptied first, so that the same words are heard again.
    if let Some(status) = &status {
        status.set_text_content(None);
    }
    let copied = button.get_attribute("data-copied");
    spawn_local(async move {
        let words = if write(&source.text_content().unwrap_or_default()).await {
            copied
        } else {
            if let Some(selection) = window().and_then(|window| window.get_selection().ok().flatten()) {
                let _ = selection.select_all_children(&source);
            }
            status.as_ref().and_then(|status| status.get_attribute("data-refused"))
        };
        if let Some(status) = status {
            status.set_text_content(words.as_deref());
        }
    });
}

/// Puts the text on the clipboard; whether that worked.
async fn write(text: &str) -> bool {
    let Some(clipboard) = window().map(|window| window.navigator().clipboard()) else { return false };
    // A page without https has none, whatever its type says.
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
