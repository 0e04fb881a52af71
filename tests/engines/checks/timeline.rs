//! Keys on a mark of the timeline, where time runs across the page and where it runs down.

use daylight::layout::Direction;
use daylight::state::Action;

use super::{Check, check};
use crate::browser::{Key, Page, dossier};
use crate::model::Model;
use crate::{ACTIVE, IN_VIEW, TAB_STOP, enter_timeline, until_on};

const PLACE: &str = "a mark of the timeline";
const NARROW: &str = "a mark of the timeline that runs down a narrow screen";
const CLUSTER: &str = "a cluster of the timeline";

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
        check(NARROW, "↓", |page| Box::pin(narrow_step(page, Key::DOWN, Direction::Next))),
        check(NARROW, "↑", |page| Box::pin(narrow_step(page, Key::UP, Direction::Previous))),
        check(NARROW, "←", |page| Box::pin(narrow_step(page, Key::LEFT, Direction::LaneUp))),
        check(NARROW, "→", |page| Box::pin(narrow_step(page, Key::RIGHT, Direction::LaneDown))),
        check(CLUSTER, "Enter", |page| Box::pin(spreads(page, Key::ENTER))),
        check(CLUSTER, "Space", |page| Box::pin(spreads(page, Key(' ')))),
    ]
}

/// From the first mark from which the step leads anywhere, to where it leads.
async fn step(page: &Page, key: Key, direction: Direction) {
    walk(page, Key::RIGHT, key, direction).await;
}

/// The same on a narrow screen.
async fn narrow_step(page: &Page, key: Key, direction: Direction) {
    page.size(500, 900).await;
    page.until(
        "time runs down the page",
        "document.querySelectorAll('[data-surface=timeline]').length === 1
            && document.querySelector('[data-surface=timeline][data-down]') !== null",
    )
    .await;
    walk(page, Key::DOWN, key, direction).await;
}

async fn walk(page: &Page, on: Key, key: Key, direction: Direction) {
    let mut model = Model::of(page).await;
    let mut at = enter_timeline(page).await;
    while model.step(&at, direction).is_none() {
        at = model.step(&at, Direction::Next).expect("something has a neighbour there");
        model.does(Action::FocusEvent(at.clone()));
        page.press(on).await;
        until_on(page, &at).await;
    }
    let goal = model.step(&at, direction).unwrap();
    page.press(key).await;
    until_on(page, &goal).await;
    assert_eq!(page.count(TAB_STOP).await, 1, "stops of the timeline");
    let mark = format!("[data-surface=timeline] :is([data-event='{goal}'], [data-cluster='{goal}'])");
    assert_eq!(page.count_visible(&mark).await, 1, "{goal} can be seen");
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
const LENGTH: &str = "((slider) => slider.max - slider.min)(document.querySelector('.slider'))";

async fn zooms(page: &Page, key: Key, longer_or_shorter: &str) {
    let at = enter_timeline(page).await;
    let before: i64 = page.ask(LENGTH).await;
    page.press(key).await;
    page.until("another length of time is shown", &format!("{LENGTH} {longer_or_shorter} {before}")).await;
    page.frames().await;
    // On the mark, or where a longer time has put it into a cluster, on that.
    let event = dossier().event(&at).unwrap();
    let holds = format!(
        "(({{ event, stretch }}) => event === '{at}' || stretch !== undefined && (([from, to, lane]) =>
            from <= '{day}' && '{day}' <= to && lane === '{lane}')(stretch.split(' ')))(document.activeElement.dataset)",
        day = event.date.first(),
        lane = event.lane.name(),
    );
    page.until("the focus stays", &holds).await;
    assert!(
        page.ask::<bool>(&format!("document.activeElement.matches(\"{TAB_STOP}\")")).await,
        "the stop of Tab"
    );
}

/// The whole time there is shows clusters; the first of them opens to its own, and the focus stays in the timeline.
async fn spreads(page: &Page, key: Key) {
    page.focus(".tools > button:nth-of-type(6)").await;
    page.press(Key::ENTER).await;
    const FIRST: &str = "[data-surface=timeline] [data-cluster]";
    page.until("clusters are shown", &format!("document.querySelector('{FIRST}') !== null")).await;
    page.frames().await;
    let before: i64 = page.ask(LENGTH).await;
    page.focus(FIRST).await;
    let (first, stretch): (String, String) =
        page.ask("[document.activeElement.dataset.cluster, document.activeElement.dataset.stretch]").await;
    page.press(key).await;
    page.until("a shorter time is shown", &format!("{LENGTH} < {before}")).await;
    page.frames().await;
    let gone = format!("document.querySelector('[data-stretch=\"{stretch}\"]') === null");
    page.until(&format!("the cluster from {first} is parted"), &gone).await;
    page.until("the focus is in the timeline", &format!("document.activeElement.matches(\"{TAB_STOP}\")"))
        .await;
}
