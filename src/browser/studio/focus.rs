//! Where the focus goes once what was asked for has been drawn, in the next frame. A slow machine's frame is long enough to go
//! elsewhere and to begin to write: whoever did stays there.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::super::{document, focus_in_place, next_frame};
use crate::studio::path::Path;
use crate::views::studio::field_id;

/// Brings a place of the form into view and the focus into it: its field, or what stands nearest around it.
pub(super) fn to_place(path: Path) {
    unless_elsewhere(move || {
        if let Some(element) = shown(path) {
            focus_in_place(&element);
        }
    });
}

/// Brings a place of the form into view and leaves the focus on the button that was pressed, to be pressed again.
pub(super) fn show_place(path: Path) {
    unless_elsewhere(move || {
        shown(path);
    });
}

/// What stands nearest around a place, brought into view.
fn shown(path: Path) -> Option<HtmlElement> {
    let element = nearest(path)?;
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    Some(element)
}

/// Moves the focus to an element, for whoever does not see that the screen is another one.
pub(super) fn to(id: &'static str) {
    unless_elsewhere(move || give(document().and_then(|document| document.get_element_by_id(id))));
}

/// Moves the focus to a button of a dossier that the first screen lists.
pub(super) fn to_kept(what: &'static str, id: &str) {
    let selector = format!("[data-do={what}][data-name='{id}']");
    unless_elsewhere(move || {
        give(document().and_then(|document| document.query_selector(&selector).ok().flatten()));
    });
}

/// A record's form is shown from its top. Where the list gave way to it, below the buttons that lead back, the focus goes to its heading.
pub(super) fn to_form() {
    unless_elsewhere(|| {
        let Some(document) = document() else { return };
        let element = |selector| document.query_selector(selector).ok().flatten();
        if let Some(form) = element("#studio-form") {
            form.set_scroll_top(0);
        }
        let list = element(".studio-records").and_then(|list| list.dyn_into::<HtmlElement>().ok());
        if list.is_some_and(|list| list.offset_width() > 0) {
            return;
        }
        if let Some(panes) = element(".studio-panes") {
            panes.scroll_into_view();
        }
        if let Some(heading) = element("#form-heading") {
            focus_in_place(&heading);
        }
    });
}

/// Gives the focus back to what a selector finds when it has been moved, and with that taken out of the page for a moment.
pub(super) fn back_to(selector: String) {
    unless_elsewhere(move || {
        unless_elsewhere(move || {
            give(document().and_then(|document| document.query_selector(&selector).ok().flatten()));
        });
    });
}

/// What stands nearest around a place, itself first; the form of a record begins at its heading.
fn nearest(path: Path) -> Option<HtmlElement> {
    let document = document()?;
    let mut at = Some(path);
    while let Some(path) = at {
        let is_record = path.0.len() <= 1 || path.0.len() == 2 && path.record().is_some();
        let element = document
            .get_element_by_id(&field_id(&path))
            .or_else(|| document.get_element_by_id("form-heading").filter(|_| is_record));
        if let Some(element) = element.and_then(|element| element.dyn_into().ok()) {
            return Some(element);
        }
        at = path.split().map(|(above, _)| above);
    }
    None
}

fn give(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// What has the focus; nothing where that is the page as a whole.
fn held() -> Option<Element> {
    let document = document()?;
    let body = document.body().map(Element::from);
    document.active_element().filter(|element| Some(element) != body.as_ref())
}

/// Does it in the next frame, unless the focus is then somewhere it was not before. What had it may be gone by then.
fn unless_elsewhere(work: impl FnOnce() + 'static) {
    let before = held();
    next_frame(move || {
        let now = held();
        if now.is_none() || now == before {
            work();
        }
    });
}
