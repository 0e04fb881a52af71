//! Keys stay where they belong: what is typed outside the timeline never moves it, and no letter does anything on it.

use serde_json::Value;

use crate::browser::{Change, Key, Page};
use crate::{TAB_STOP, until_on};

/// The site as it was built.
fn changes() -> Vec<Change> {
    Vec::new()
}

in_each_engine!(keys_outside_the_timeline_leave_it_alone);

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzAGTZ";

/// What the timeline has keys for, and what scrolls a page or goes through a field.
const MOVES: [Key; 11] = [
    Key('+'),
    Key('-'),
    Key('='),
    Key::LEFT,
    Key::RIGHT,
    Key::UP,
    Key::DOWN,
    Key::HOME,
    Key::END,
    Key::PAGE_UP,
    Key::PAGE_DOWN,
];

/// What the timeline shows, and what is open.
async fn view(page: &Page) -> Value {
    page.ask(
        "({ window: document.getElementById('timeline-window').textContent,
            ticks: [...document.querySelectorAll('[data-surface=timeline] .tick')].map((tick) => tick.textContent),
            stop: document.querySelector('[data-surface=timeline] [tabindex=\"0\"]').dataset.event,
            event: document.getElementById('event-heading')?.textContent ?? null,
            issue: [...document.querySelectorAll('article.card.open')].map((card) => card.id) })",
    )
    .await
}

/// Presses these keys wherever the focus is, and expects the timeline as before and the focus where it was.
async fn nothing_moves(page: &Page, what: &str, keys: &[Key]) {
    let focus = "document.activeElement.outerHTML.slice(0, 60)";
    let (before, at): (Value, String) = (view(page).await, page.ask(focus).await);
    page.press_all(keys).await;
    page.frames().await;
    assert_eq!(view(page).await, before, "{what}");
    assert_eq!(page.ask::<String>(focus).await, at, "{what}: the focus");
}

async fn keys_outside_the_timeline_leave_it_alone(page: &Page) {
    page.open_ready("/").await;
    let letters: Vec<Key> = LETTERS.chars().map(Key).collect();
    let all: Vec<Key> = letters.iter().copied().chain(MOVES).collect();

    nothing_moves(page, "with the focus nowhere", &all).await;
    for place in [".skip", ".tools button", "#timeline > .show-list", ".open-issue"] {
        page.focus(place).await;
        nothing_moves(page, place, &all).await;
    }

    // Up, Down, Home and End may choose another date in its field; that is what a date field is for.
    page.focus("#as-of-date").await;
    let in_field: Vec<Key> = letters.iter().copied().chain(MOVES[..5].iter().copied()).collect();
    nothing_moves(page, "in the date field", &in_field).await;

    page.focus(TAB_STOP).await;
    nothing_moves(page, "letters on a mark", &letters).await;
    let before = view(page).await;
    for key in [Key::RIGHT, Key::HOME, Key::END, Key::DOWN] {
        page.press_with(Key::CTRL, key).await;
    }
    page.frames().await;
    assert_eq!(view(page).await, before, "keys that are the browser's, with Ctrl");
    page.press(Key::ENTER).await;
    until_on(page, "event-heading").await;
    nothing_moves(page, "in a record", &all).await;
    assert_eq!(page.errors().await, Vec::<String>::new());
}
