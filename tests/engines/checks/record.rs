//! Keys in an event's record and in the list of all events.

use super::{Check, check};
use crate::browser::{Key, Page, dossier};
use crate::{ACTIVE, enter_timeline, until_on};

const LIST: &str = "#timeline > .show-list";

pub fn checks() -> Vec<Check> {
    vec![
        check("an open event", "Escape", |page| Box::pin(closes(page))),
        check("an event in the list", "Enter", |page| {
            Box::pin(async {
                opens_from_list(page).await;
            })
        }),
    ]
}

/// Opens an event from the list of all events: the selector of the link that did.
async fn opens_from_list(page: &Page) -> String {
    let event = &dossier().events[3];
    page.focus(LIST).await;
    page.press(Key::ENTER).await;
    page.until("the list is open", &format!("document.querySelector('{LIST}').ariaExpanded === 'true'"))
        .await;
    let link = format!("#events-list a[data-event='{}']", event.id);
    page.focus(&link).await;
    page.press(Key::ENTER).await;
    until_on(page, "event-heading").await;
    assert_eq!(page.text("#event-heading").await, event.title.get("en"));
    assert_eq!(page.ask::<String>("location.pathname").await, "/", "the page stays");
    link
}

/// Back to a mark, and back to a link in the list.
async fn closes(page: &Page) {
    let at = enter_timeline(page).await;
    page.press(Key::ENTER).await;
    until_on(page, "event-heading").await;
    page.press(Key::ESCAPE).await;
    until_on(page, &at).await;
    let in_timeline = "document.activeElement.closest('[data-surface=timeline]') !== null";
    page.until("the focus is on the mark", in_timeline).await;
    assert_eq!(page.count("[data-panel=event]").await, 0, "open records");

    let link = opens_from_list(page).await;
    page.press(Key::ESCAPE).await;
    page.until("the focus is on the link", &format!("document.activeElement.matches(\"{link}\")")).await;
    assert_eq!(page.count("[data-panel=event]").await, 0, "open records");
    assert_ne!(page.ask::<String>(ACTIVE).await, at);
}
