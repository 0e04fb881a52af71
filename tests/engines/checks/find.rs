//! The field that looks for events.

use super::{Check, check};
use crate::browser::{Key, Page};

const PLACE: &str = "the search field";

pub fn checks() -> Vec<Check> {
    vec![
        check(PLACE, "Enter", |page| Box::pin(shows(page))),
        check(PLACE, "Escape", |page| Box::pin(empties(page))),
    ]
}

/// The count is off the screen, and comes to it.
async fn shows(page: &Page) {
    page.focus("#find-text").await;
    page.type_in("summit").await;
    page.until("events are found", "document.querySelector('.found').textContent !== ''").await;
    page.run(
        "document.querySelector('.find').scrollIntoView({ behavior: 'instant' });
         scrollBy({ top: -innerHeight, behavior: 'instant' });",
    )
    .await;
    page.press(Key::ENTER).await;
    page.until(
        "it is at the top",
        "Math.abs(document.querySelector('.find').getBoundingClientRect().top) < 2",
    )
    .await;
}

async fn empties(page: &Page) {
    page.focus("#find-text").await;
    page.type_in("summit").await;
    page.until("events are found", "document.querySelector('.found').textContent !== ''").await;
    page.press(Key::ESCAPE).await;
    page.until("all events are shown", "document.querySelector('.found').textContent === ''").await;
    assert_eq!(page.ask::<String>("document.getElementById('find-text').value").await, "");
}
