//! What the timeline's picture holds and how it changes: clusters, breaks of the axis, and what a pan leaves alone.

use crate::browser::{Page, browse};
use crate::overview::rests;
use crate::window;

const MARKS: &str = "[data-surface=timeline] :is([data-event], [data-cluster])";

/// The button that shows all the time there is.
const SHOW_ALL: &str = ".tools > button:nth-of-type(6)";

async fn show_all(page: &Page) {
    page.click(SHOW_ALL).await;
    page.until(
        "clusters are shown",
        "document.querySelector('[data-surface=timeline] [data-cluster]') !== null",
    )
    .await;
    page.frames().await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_cluster_opens_by_a_click() {
    browse(async |page| {
        page.open_ready("/").await;
        show_all(page).await;
        let before = window(page).await;
        let (first, stretch): (String, String) = page
            .ask("(({ dataset }) => [dataset.cluster, dataset.stretch])(document.querySelector('[data-surface=timeline] [data-cluster]'))")
            .await;
        page.click(&format!("[data-surface=timeline] [data-cluster='{first}'] .pill")).await;
        page.until(
            "its own time is shown",
            &format!("document.querySelector('[data-stretch=\"{stretch}\"]') === null"),
        )
        .await;
        page.frames().await;
        let now = window(page).await;
        let days: Vec<i64> = stretch.split(' ').take(2).map(|day| crate::day(day).number().into()).collect();
        assert!(now.0 <= days[0] && now.1 >= days[1], "{stretch} is not all in {now:?}");
        assert!(now.1 - now.0 < before.1 - before.0, "{now:?} after {before:?}");
        assert!(page.count(MARKS).await > 0);
        assert_eq!(
            page.count("#daylight [data-panel]:not([data-panel=issue], [hidden])").await,
            0,
            "nothing else has opened"
        );
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_break_opens_and_folds_and_the_address_keeps_it() {
    browse(async |page| {
        page.open_ready("/").await;
        show_all(page).await;
        const BREAKS: &str = "[data-surface=timeline] [data-break]";
        let breaks = page.count(BREAKS).await;
        assert!(breaks > 0, "the axis has breaks");
        assert_eq!(page.count(".tools .breaks:first-of-type button").await, breaks);
        let first: String = page.ask(&format!("document.querySelector('{BREAKS}').dataset.break")).await;
        let own = format!("[data-surface=timeline] [data-break='{first}']");
        let gone = format!("document.querySelector(\"{own}\") === null");

        // By its button, and folded by the one that comes in its place.
        page.focus(".tools .breaks:first-of-type button").await;
        page.press(crate::browser::Key::ENTER).await;
        page.until("the break is open", &gone).await;
        page.until("the address keeps it", &format!("location.search.includes('open={first}')")).await;
        page.until(
            "the focus is on what folds it",
            "document.activeElement.matches('.breaks + .breaks button')",
        )
        .await;
        page.press(crate::browser::Key::ENTER).await;
        page.until("the break is folded", &format!("!({gone})")).await;
        page.until("the address forgets it", "!location.search.includes('open=')").await;
        page.until(
            "the focus is on what opens it",
            "document.activeElement.matches('.breaks:first-of-type button')",
        )
        .await;

        // By its mark; and the address brings it back open.
        page.click(&format!("{own} .hit")).await;
        page.until("the break is open", &gone).await;
        page.until("the address keeps it", &format!("location.search.includes('open={first}')")).await;
        let address: String = page.ask("location.pathname + location.search").await;
        page.open_ready(&address).await;
        page.frames().await;
        assert_eq!(page.count(&own).await, 0, "still open");
        assert_eq!(page.count(BREAKS).await, breaks - 1);
        page.click(".breaks + .breaks button").await;
        page.until("the break is folded", &format!("!({gone})")).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_pan_draws_no_mark_anew() {
    browse(async |page| {
        page.open_ready("/").await;
        let middle = page.middle("[data-surface=timeline]").await;
        // The mark nearest to the middle stays on the picture.
        let id: String = page
            .ask_with(
                "((marks) => {
                    const apart = (mark) => ((box) => Math.abs(box.left + box.width / 2 - arguments[0]))(mark.querySelector('.glyph').getBoundingClientRect());
                    window.tagged = marks.sort((a, b) => apart(a) - apart(b))[0];
                    return tagged.dataset.event;
                })([...document.querySelectorAll('[data-surface=timeline] [data-event]')])",
                &[serde_json::json!(middle.0)],
            )
            .await;
        page.run(
            "window.drawn = [];
            window.moved = 0;
            const tiles = tagged.closest('.tiles');
            const isMoved = () => tiles.getAttribute('transform') !== 'translate(0 0)';
            new MutationObserver(() => moved += isMoved()).observe(tiles, { attributeFilter: ['transform'] });
            new MutationObserver((changes) => {
                if (isMoved()) drawn.push(...changes.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].map((node) => node.outerHTML ?? node.data)));
            }).observe(tagged.closest('.tiles > g'), { childList: true, subtree: true });",
        )
        .await;
        let at = crate::pointer::empty_place(page).await;
        let before = window(page).await;
        let place = "tagged.querySelector('.glyph').getBoundingClientRect().left";
        let left: f64 = page.ask(place).await;
        page.drag(at, (at.0 - 60, at.1)).await;
        page.until("the window moves", &format!("document.querySelector('.slider').min !== '{}'", before.0))
            .await;
        page.until(
            "the picture rests",
            "tagged.closest('.tiles').getAttribute('transform') === 'translate(0 0)'",
        )
        .await;
        rests(page).await;
        assert!(page.ask::<u32>("moved").await > 0, "the picture was seen to move");
        assert_eq!(
            page.ask::<Vec<String>>("drawn").await,
            Vec::<String>::new(),
            "drawn while the hand moved"
        );
        assert!(page.ask::<bool>("tagged.isConnected").await, "the mark of {id} was drawn anew");
        assert_eq!(page.ask::<String>("tagged.dataset.event").await, id);
        let now: f64 = page.ask(place).await;
        assert!((left - now - 60.0).abs() <= 6.0, "it has moved by {} px, not by 60", left - now);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_picture_has_no_more_than_1500_elements() {
    browse(async |page| {
        page.open_ready("/").await;
        const ELEMENTS: &str = "[data-surface=timeline] *";
        let rest = page.count(ELEMENTS).await;
        assert!((50..=1500).contains(&rest), "{rest} at rest");
        show_all(page).await;
        let all = page.count(ELEMENTS).await;
        assert!((50..=1500).contains(&all), "{all} for all the time there is");
        for _ in 0..6 {
            page.click(".tools > button:nth-of-type(4)").await;
            page.frames().await;
            let closer = page.count(ELEMENTS).await;
            assert!(closer <= 1500, "{closer} closer");
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn where_frames_are_slow_a_zoom_stretches_a_sketch_and_draws_the_picture_at_rest() {
    browse(async |page| {
        page.open_ready("/").await;
        let before = window(page).await;
        // Every frame takes 60 milliseconds of the thread, whatever the page does with it.
        let seen = page
            .run_async(
                "const surface = document.querySelector('[data-surface=timeline]');
                const box = surface.getBoundingClientRect();
                const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
                const seen = [];
                const turn = () => {
                    surface.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -60, ctrlKey: true, bubbles: true, cancelable: true }));
                    requestAnimationFrame(() => {
                        const began = performance.now();
                        while (performance.now() - began < 60);
                        const sketch = surface.querySelector('.sketch');
                        seen.push(sketch ? getComputedStyle(sketch).transform : 'whole');
                        seen.length < 8 ? turn() : done(seen);
                    });
                };
                turn();",
            )
            .await;
        let seen: Vec<String> = serde_json::from_value(seen).unwrap();
        // Wider than it was drawn, as high, and moved to the left.
        let numbers = |matrix: &str| -> Vec<f64> {
            let inside = matrix.trim_start_matches("matrix(").trim_end_matches(')');
            inside.split(", ").filter_map(|number| number.parse().ok()).collect()
        };
        let stretched = seen.iter().map(|matrix| numbers(matrix));
        assert!(
            stretched.clone().any(|m| m.len() == 6 && m[0] > 1.0 && m[3] == 1.0 && m[4] < 0.0),
            "{seen:?}"
        );
        page.until("the picture is drawn for its window", "!document.querySelector('.sketch, .behind')")
            .await;
        rests(page).await;
        let now = window(page).await;
        assert!(now.1 - now.0 < before.1 - before.0, "{now:?} after {before:?}");
    });
}
