//! Keys on the page as a whole: the way in and out of the timeline.

use super::{Check, check};
use crate::browser::{Key, Page};
use crate::{ACTIVE, TAB_STOP, until_on};

const PLACE: &str = "the page";

/// The stops of Tab before and after the timeline.
const BEFORE: &str = ".show-filters";
const AFTER: &str = "[data-thumb=window]";

pub fn checks() -> Vec<Check> {
    vec![
        check(PLACE, "Tab", |page| Box::pin(on(page))),
        check(PLACE, "Shift+Tab", |page| Box::pin(back(page))),
    ]
}

async fn at(page: &Page, selector: &str) {
    page.until("the focus is there", &format!("document.activeElement.matches(\"{selector}\")")).await;
}

/// Through the timeline in two steps; and it keeps the place where one left it.
async fn on(page: &Page) {
    assert_eq!(page.count(TAB_STOP).await, 1, "stops of the timeline");
    page.focus(BEFORE).await;
    page.press(Key::TAB).await;
    at(page, TAB_STOP).await;
    let nearest: String = page.ask(ACTIVE).await;
    page.press(Key::RIGHT).await;
    page.until("the next mark has the focus", &format!("({ACTIVE}) !== '{nearest}'")).await;
    let left: String = page.ask(ACTIVE).await;
    page.press(Key::TAB).await;
    at(page, AFTER).await;
    page.focus(BEFORE).await;
    page.press(Key::TAB).await;
    until_on(page, &left).await;
    assert_eq!(page.count(TAB_STOP).await, 1, "stops of the timeline");
}

async fn back(page: &Page) {
    page.focus(AFTER).await;
    page.press_with(Key::SHIFT, Key::TAB).await;
    at(page, TAB_STOP).await;
    page.press_with(Key::SHIFT, Key::TAB).await;
    at(page, BEFORE).await;
}
