//! Keys on a mark of one of two periods that are compared.

use super::{Check, check};
use crate::browser::{Key, Page};
use crate::{ACTIVE, until_on};

const PLACE: &str = "a mark of a compared period";

pub fn checks() -> Vec<Check> {
    vec![
        check(PLACE, "→", |page| Box::pin(steps(page))),
        check(PLACE, "Escape", |page| Box::pin(leaves(page))),
    ]
}

/// Compares two periods, and puts the focus on the second one as Tab does; the id of the event it is on.
async fn enter(page: &Page) -> String {
    page.click(".tools > button:last-of-type").await;
    page.until("two periods are there", "document.querySelectorAll('.period .surface').length === 2").await;
    page.focus("[data-period='1'] [data-surface=timeline] [tabindex='0']").await;
    page.ask(ACTIVE).await
}

async fn steps(page: &Page) {
    let at = enter(page).await;
    page.press(Key::RIGHT).await;
    page.until("the focus is on another mark", &format!("({ACTIVE}) !== {at:?}")).await;
    let within =
        "document.activeElement.matches(\"[data-period='1'] [data-surface=timeline] [tabindex='0']\")";
    page.until("of the same period", within).await;
}

async fn leaves(page: &Page) {
    let at = enter(page).await;
    page.press(Key::ENTER).await;
    until_on(page, "event-heading").await;
    page.focus("[data-period='1'] [data-surface=timeline] [tabindex='0']").await;
    page.press(Key::ESCAPE).await;
    page.until("the record is closed", "document.querySelector('[data-panel=event]') === null").await;
    page.frames().await;
    assert_eq!(page.ask::<String>(ACTIVE).await, at, "the focus");
    page.press(Key::ESCAPE).await;
    page.until("there is one timeline", "document.querySelector('.period') === null").await;
    page.until(
        "which has the focus",
        "document.activeElement.matches(\"[data-surface=timeline] [tabindex='0']\")",
    )
    .await;
}
