//! The density overview under a pointer: its window is dragged, resized, and brought where one clicks.

use crate::browser::{Page, browse, dossier};

/// The numbers of the first and the last day of the overview's window, as its handles tell them.
pub async fn window(page: &Page) -> (i64, i64) {
    page.ask(
        "['from', 'to'].map((name) => Number(document.querySelector(`[data-thumb=${name}]`).ariaValueNow))",
    )
    .await
}

/// Waits until the window is another, and the picture above is at rest with it.
async fn moved(page: &Page, before: (i64, i64)) -> (i64, i64) {
    page.until(
        &format!("the window is not {before:?}"),
        &format!(
            "document.querySelector('[data-thumb=from]').ariaValueNow !== '{}' || document.querySelector('[data-thumb=to]').ariaValueNow !== '{}'",
            before.0, before.1
        ),
    )
    .await;
    rests(page).await;
    let now = window(page).await;
    // The picture tells the same time, so far as the record reaches.
    let span = &dossier().meta.span;
    let inside = (now.0.max(span.from.number().into()), now.1.min(span.to.number().into()));
    assert_eq!(crate::window(page).await, inside);
    now
}

/// Waits until no hand moves the timeline.
pub async fn rests(page: &Page) {
    page.frames().await;
    page.until(
        "the timeline rests",
        "[...document.querySelectorAll('.tiles')].every((tiles) => tiles.matches(':not(.zooming)[transform=\"translate(0 0)\"]'))",
    )
    .await;
}

/// Where a handle stands: its left edge, its right edge, its middle's height; in pixels of the screen.
async fn handle(page: &Page, name: &str) -> (i64, i64, i64) {
    let of = format!("[data-thumb={name}] {}", if name == "window" { ".frame" } else { ".grip" });
    page.middle(&of).await;
    let place: (f64, f64, f64) = page
        .ask(&format!(
            "((box) => [box.left, box.right, box.top + box.height / 2])(document.querySelector('{of}').getBoundingClientRect())"
        ))
        .await;
    (place.0.round() as i64, place.1.round() as i64, place.2.round() as i64)
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn its_window_is_dragged() {
    browse(async |page| {
        page.open_ready("/").await;
        let before = window(page).await;
        let (left, right, y) = handle(page, "window").await;
        let x = (left + right) / 2;
        page.drag((x, y), (x - 60, y)).await;
        let earlier = moved(page, before).await;
        assert!(earlier.0 < before.0 && earlier.1 < before.1, "{earlier:?} after {before:?}");
        let (now_left, now_right, _) = handle(page, "window").await;
        assert!(
            (now_left - left + 60).abs() <= 2 && (now_right - right + 60).abs() <= 2,
            "{now_left} to {now_right}, before {left} to {right}"
        );
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_pointer_that_was_let_go_elsewhere_drags_nothing() {
    browse(async |page| {
        page.open_ready("/").await;
        let before = window(page).await;
        let (left, right, y) = handle(page, "window").await;
        let x = (left + right) / 2;
        let pointer = async |kind: &str, x: i64, buttons: u8| {
            page.run(&format!(
                "document.querySelector('[data-thumb=window]').dispatchEvent(new PointerEvent('{kind}',
                    {{ bubbles: true, pointerId: 1, button: 0, buttons: {buttons}, clientX: {x}, clientY: {y} }}));"
            ))
            .await;
            page.frames().await;
        };
        pointer("pointerdown", x, 1).await;
        pointer("pointermove", x - 60, 0).await;
        pointer("pointermove", x - 90, 1).await;
        rests(page).await;
        assert_eq!(window(page).await, before);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn its_edges_resize_it() {
    browse(async |page| {
        page.open_ready("/").await;
        let before = window(page).await;
        let (left, right, y) = handle(page, "from").await;
        let x = (left + right) / 2;
        page.drag((x, y), (x - 80, y)).await;
        let longer = moved(page, before).await;
        assert!(longer.0 < before.0 && (longer.1 - before.1).abs() <= 1, "{longer:?} after {before:?}");
        let (now, _, _) = handle(page, "from").await;
        assert!((now - left + 80).abs() <= 2, "the edge is at {now}, and was at {left}");

        let (left, right, y) = handle(page, "to").await;
        let x = (left + right) / 2;
        page.drag((x, y), (x - 40, y)).await;
        let shorter = moved(page, longer).await;
        assert!(shorter.1 < longer.1 && (shorter.0 - longer.0).abs() <= 1, "{shorter:?} after {longer:?}");
        let (now, _, _) = handle(page, "to").await;
        assert!((now - left + 40).abs() <= 2, "the edge is at {now}, and was at {left}");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_click_beside_its_window_brings_it_there() {
    browse(async |page| {
        page.open_ready("/").await;
        let before = window(page).await;
        let (left, right, y) = handle(page, "window").await;
        let at = left - 200;
        page.drag((at, y), (at, y)).await;
        let there = moved(page, before).await;
        assert!(there.1 < before.0, "{there:?} after {before:?}");
        let (now_left, now_right, _) = handle(page, "window").await;
        assert!(
            ((now_left + now_right) / 2 - at).abs() <= 2,
            "its middle is not at {at}: {now_left} to {now_right}"
        );
        assert!(((now_right - now_left) - (right - left)).abs() <= 2, "as long as it was");
    });
}
