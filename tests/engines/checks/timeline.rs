//! Keys on a mark of the timeline. Where a step must lead is asked of `layout::neighbour`, run on the same dossier.

use std::sync::LazyLock;

use daylight::layout::{Direction, Prepared, neighbour};

use super::{Check, check};
use crate::browser::{Key, Page, dossier};
use crate::{ACTIVE, IN_VIEW, TAB_STOP, enter_timeline, until_on};

const PLACE: &str = "a mark of the timeline";

pub fn checks() -> Vec<Check> {
    vec![
        check(PLACE, "→", |page| Box::pin(step(page, Key::RIGHT, Direction::Next))),
        check(PLACE, "←", |page| Box::pin(step(page, Key::LEFT, Direction::Previous))),
        check(PLACE, "↑", |page| Box::pin(step(page, Key::UP, Direction::LaneUp))),
        check(PLACE, "↓", |page| Box::pin(step(page, Key::DOWN, Direction::LaneDown))),
        check(PLACE, "Home", |page| Box::pin(step(page, Key::HOME, Direction::First))),
        check(PLACE, "End", |page| Box::pin(step(page, Key::END, Direction::Last))),
        check(PLACE, "Page Up", |page| Box::pin(step(page, Key::PAGE_UP, Direction::YearEarlier))),
        check(PLACE, "Page Down", |page| Box::pin(step(page, Key::PAGE_DOWN, Direction::YearLater))),
        check(PLACE, "Enter", |page| Box::pin(opens(page, Key::ENTER))),
        check(PLACE, "Space", |page| Box::pin(opens(page, Key(' ')))),
        check(PLACE, "Escape", |page| Box::pin(closes(page))),
        check(PLACE, "+", |page| Box::pin(zooms(page, Key('+'), "<"))),
        check(PLACE, "=", |page| Box::pin(zooms(page, Key('='), "<"))),
        check(PLACE, "-", |page| Box::pin(zooms(page, Key('-'), ">"))),
    ]
}

/// The event to which a step must lead.
fn next(from: &str, direction: Direction) -> Option<&'static str> {
    static PREPARED: LazyLock<Prepared> = LazyLock::new(|| Prepared::new(&dossier().events, "en"));
    neighbour(&PREPARED, from, direction)
}

/// From the first mark from which the step leads anywhere, to where it leads.
async fn step(page: &Page, key: Key, direction: Direction) {
    let mut at = enter_timeline(page).await;
    while next(&at, direction).is_none() {
        at = next(&at, Direction::Next).expect("some event has a neighbour there").to_owned();
        page.press(Key::RIGHT).await;
        until_on(page, &at).await;
    }
    let goal = next(&at, direction).unwrap();
    page.press(key).await;
    until_on(page, goal).await;
    assert_eq!(page.count(TAB_STOP).await, 1, "stops of the timeline");
    let glyph = format!("[data-surface=timeline] [data-event='{goal}'] .glyph");
    assert_eq!(page.count_visible(&glyph).await, 1, "{goal} can be seen");
    page.until("the mark is on the screen", IN_VIEW).await;
}

async fn opens(page: &Page, key: Key) {
    let at = enter_timeline(page).await;
    page.press(key).await;
    until_on(page, "event-heading").await;
    assert_eq!(page.text("#event-heading").await, dossier().event(&at).unwrap().title.get("en"));
}

async fn closes(page: &Page) {
    let at = enter_timeline(page).await;
    page.press(Key::ENTER).await;
    until_on(page, "event-heading").await;
    page.focus(TAB_STOP).await;
    page.press(Key::ESCAPE).await;
    page.until("the record is closed", "document.querySelector('[data-panel=event]') === null").await;
    page.frames().await;
    assert_eq!(page.ask::<String>(ACTIVE).await, at, "the focus");
}

/// The slider of the as-of date is as long as the time shown.
async fn zooms(page: &Page, key: Key, longer_or_shorter: &str) {
    let at = enter_timeline(page).await;
    let length = "((slider) => slider.max - slider.min)(document.querySelector('.slider'))";
    let before: i64 = page.ask(length).await;
    page.press(key).await;
    page.until("another length of time is shown", &format!("{length} {longer_or_shorter} {before}")).await;
    page.frames().await;
    assert_eq!(page.ask::<String>(ACTIVE).await, at, "the focus");
}
