//! Keys on the three handles of the overview: the window's, and those of its edges.

use daylight::state::{Action, Edge};

use super::{Check, check};
use crate::browser::{Key, Page};
use crate::model::Model;

const WINDOW: &str = "the overview's window";
const EDGE: &str = "an edge of the overview's window";

/// The keys with their names and how far they lead, in lengths of the window.
const KEYS: [(&str, Key, f64); 8] = [
    ("→", Key::RIGHT, 0.1),
    ("←", Key::LEFT, -0.1),
    ("↑", Key::UP, 0.1),
    ("↓", Key::DOWN, -0.1),
    ("Page Down", Key::PAGE_DOWN, 1.0),
    ("Page Up", Key::PAGE_UP, -1.0),
    ("Home", Key::HOME, -1e9),
    ("End", Key::END, 1e9),
];

pub fn checks() -> Vec<Check> {
    vec![
        check(WINDOW, "→", |page| Box::pin(window(page, "→"))),
        check(WINDOW, "←", |page| Box::pin(window(page, "←"))),
        check(WINDOW, "↑", |page| Box::pin(window(page, "↑"))),
        check(WINDOW, "↓", |page| Box::pin(window(page, "↓"))),
        check(WINDOW, "Page Down", |page| Box::pin(window(page, "Page Down"))),
        check(WINDOW, "Page Up", |page| Box::pin(window(page, "Page Up"))),
        check(WINDOW, "Home", |page| Box::pin(window(page, "Home"))),
        check(WINDOW, "End", |page| Box::pin(window(page, "End"))),
        check(EDGE, "→", |page| Box::pin(edges(page, "→"))),
        check(EDGE, "←", |page| Box::pin(edges(page, "←"))),
        check(EDGE, "↑", |page| Box::pin(edges(page, "↑"))),
        check(EDGE, "↓", |page| Box::pin(edges(page, "↓"))),
        check(EDGE, "Page Down", |page| Box::pin(edges(page, "Page Down"))),
        check(EDGE, "Page Up", |page| Box::pin(edges(page, "Page Up"))),
        check(EDGE, "Home", |page| Box::pin(edges(page, "Home"))),
        check(EDGE, "End", |page| Box::pin(edges(page, "End"))),
    ]
}

async fn window(page: &Page, name: &str) {
    let mut model = Model::of(page).await;
    presses(page, &mut model, "window", name, Action::Pan).await;
}

/// The right edge, and then the left one.
async fn edges(page: &Page, name: &str) {
    let mut model = Model::of(page).await;
    presses(page, &mut model, "to", name, |by| Action::MoveEdge { edge: Edge::To, by }).await;
    presses(page, &mut model, "from", name, |by| Action::MoveEdge { edge: Edge::From, by }).await;
}

/// Presses a key on a handle: all three then stand where the app's own arithmetic puts them, and the focus where it was.
async fn presses(page: &Page, model: &mut Model, thumb: &str, name: &str, action: impl Fn(f64) -> Action) {
    let (_, key, by) = KEYS.into_iter().find(|(known, ..)| *known == name).unwrap();
    page.focus(&format!("[data-thumb={thumb}]")).await;
    page.press(key).await;
    model.does(action(by));
    let (from, to) = model.window();
    page.until_is(
        &format!("the handles have followed {name} on {thumb}"),
        "['window', 'from', 'to'].map((name) => Number(document.querySelector(`[data-thumb=${name}]`).ariaValueNow))",
        [from, from, to],
    )
    .await;
    page.frames().await;
    assert_eq!(page.ask::<String>("document.activeElement.dataset.thumb ?? ''").await, thumb, "the focus");
}
