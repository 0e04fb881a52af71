//! A phone: 320 pixels wide, time runs down the page, everything can be hit with a finger, and nothing scrolls sideways.

use serde_json::json;

use crate::browser::{Key, browse};
use crate::pointer::{SURFACE, touch};

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_phone_scrolls_only_down_and_all_of_it_can_be_hit() {
    browse(async |page| {
        page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
        page.size(320, 640).await;
        page.open_ready("/").await;
        assert_eq!((page.count("[data-surface=timeline]").await, page.count("[data-down]").await), (1, 1));
        let too_low = "[...document.querySelectorAll('#daylight :is(button, input, select, summary, [role=button], [role=slider])')]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0)
            .map((element) => {
                // A field within its label is hit by the label; a handle by its hit box.
                const hit = element.querySelector(':scope > .hit') ?? element.closest('label') ?? element;
                const box = hit.getBoundingClientRect();
                return box.height < 23.99 || box.width < 23.99 ? `${Math.round(box.width)} by ${Math.round(box.height)} px: ${element.outerHTML.slice(0, 120)}` : '';
            }).filter((text) => text !== '')";
        for what in ["at rest", "with all the time there is", "with the filters"] {
            match what {
                "with all the time there is" => page.click(".tools > button:nth-of-type(6)").await,
                "with the filters" => page.click(".show-filters").await,
                _ => {}
            }
            page.frames().await;
            assert_eq!(page.ask::<Vec<String>>(too_low).await, Vec::<String>::new(), "{what}");
            // Asked to scroll sideways, the page does not.
            page.run("scrollTo({ left: 500, behavior: 'instant' })").await;
            page.frames().await;
            assert_eq!(page.ask::<f64>("scrollX").await, 0.0, "{what}");
            assert_eq!(page.ask::<f64>("document.documentElement.scrollWidth").await, 320.0, "{what}");
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn nothing_stands_above_what_came_before_it() {
    browse(async |page| {
        // The list is in time order (`layout::vertical`); the style sheet must not fill holes with what came later.
        let upwards = "[...document.querySelectorAll('[data-down] :is(.act, .now)')]
            .map((one) => [one.getBoundingClientRect().top, one.textContent])
            .filter(([top], at, all) => at > 0 && top < all[at - 1][0] - 0.5).map(([, words]) => words)";
        for width in [320, 390, 600] {
            page.size(width, 800).await;
            for query in ["/", "/?from=2018-03-01&to=2018-08-31"] {
                page.open_ready(query).await;
                page.frames().await;
                assert!(page.count("[data-down] .act").await > 30, "{query}, {width} px");
                let found: Vec<String> = page.ask(upwards).await;
                assert_eq!(found, Vec::<String>::new(), "{query}, {width} px");
            }
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_runs_down_opens_as_what_runs_across() {
    browse(async |page| {
        page.size(320, 640).await;
        page.open_ready("/").await;
        page.open_mark("2018-06-12-singapore-summit").await;
        page.until_is("the record has the focus", "document.activeElement.id", "event-heading".to_owned())
            .await;
        page.press(Key::ESCAPE).await;
        page.until_is(
            "the focus is back",
            "document.activeElement.dataset.event ?? ''",
            "2018-06-12-singapore-summit".to_owned(),
        )
        .await;

        page.click(".tools > button:nth-of-type(6)").await;
        const CLUSTER: &str = "[data-down] [data-cluster]";
        page.until("clusters are shown", &format!("document.querySelector('{CLUSTER}') !== null")).await;
        page.frames().await;
        const LENGTH: &str = "((slider) => slider.max - slider.min)(document.querySelector('.slider'))";
        let before: i64 = page.ask(LENGTH).await;
        page.click(CLUSTER).await;
        page.until("a shorter time is shown", &format!("{LENGTH} < {before}")).await;

        page.click(".tools > button:nth-of-type(6)").await;
        page.until("breaks are shown", "document.querySelector('[data-down] [data-break]') !== null").await;
        let first: String =
            page.ask("document.querySelector('[data-down] [data-break]').dataset.break").await;
        page.click("[data-down] [data-break]").await;
        page.until("the address keeps what is open", &format!("location.search.includes('open={first}')"))
            .await;
        assert_eq!(page.count(&format!("[data-down] [data-break='{first}']")).await, 0);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn fingers_part_upwards_too_and_a_turned_phone_keeps_the_focus_in_the_timeline() {
    browse(async |page| {
        page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 2 }))
            .await;
        page.size(375, 812).await;
        page.open_ready("/").await;
        page.run("document.querySelector('[data-down]').scrollIntoView()").await;
        page.frames().await;
        const LENGTH: &str = "((from, to) => to.ariaValueNow - from.ariaValueNow)(
            ...document.querySelectorAll('[data-thumb=from], [data-thumb=to]'))";
        let before: i64 = page.ask(LENGTH).await;
        page.fingers([(180, 360), (180, 240)], [(180, 420), (180, 540)]).await;
        page.until("a shorter time is shown", &format!("{LENGTH} < {before} / 2")).await;
        assert_eq!(page.ask::<f64>("visualViewport.scale").await, 1.0);

        // The hand rests before the phone is turned: only then is the time written into the address.
        page.until("the time rests", "location.search.includes('from=')").await;
        page.focus("[data-down] [tabindex='0']").await;
        for (width, height, form) in [(812, 375, ".across"), (375, 812, ".down")] {
            page.size(width, height).await;
            page.until(
                "the other form's stop has the focus",
                &format!("document.activeElement.matches('.surface{form} [tabindex=\"0\"]')"),
            )
            .await;
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_thumb_that_slips_sideways_moves_no_time() {
    // The days at the ends of the window, which the as-of slider runs between.
    const WINDOW: &str =
        "((slider) => [Number(slider.min), Number(slider.max)])(document.querySelector('.slider'))";
    browse(async |page| {
        page.size(375, 812).await;
        page.open_ready("/").await;
        let (x, y) = page.middle("[data-down]").await;
        let rest: (i64, i64) = page.ask(WINDOW).await;
        let swipe = async |(over, up): (i64, i64)| {
            touch(page, SURFACE, "pointerdown", (x, y)).await;
            touch(page, SURFACE, "pointermove", (x - over, y - up)).await;
            touch(page, SURFACE, "pointerup", (x - over, y - up)).await;
        };
        // What is moved is drawn in the next frame.
        const SHOWN: &str = "document.querySelector('[data-down] .blocks').textContent";
        let shown: String = page.ask(SHOWN).await;
        for slip in [(12, 0), (13, 3), (40, 30)] {
            swipe(slip).await;
            assert!(page.ask::<String>(SHOWN).await == shown, "{slip:?}");
        }
        assert_eq!(page.ask::<(i64, i64)>(WINDOW).await, rest);
        swipe((60, 20)).await;
        page.until(
            "the time moves on",
            &format!("(([from, to]) => from > {} && to > {})({WINDOW})", rest.0, rest.1),
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_step_of_the_tour_shows_the_event_that_it_opens() {
    browse(async |page| {
        page.size(375, 812).await;
        page.open_ready("/").await;
        page.click(".tour-start").await;
        page.until(
            "the event's record is above the step",
            "((record, tour) => record && record.getBoundingClientRect().top >= 0
                && record.getBoundingClientRect().top < tour.getBoundingClientRect().top)(
                document.querySelector('[data-panel=event]'), document.getElementById('tour'))",
        )
        .await;
    });
}

/// The panel takes less than half of a low screen, and none of the sides of a tablet that lies down: what a step is about is seen above it.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn on_a_screen_that_lies_down_the_tour_leaves_its_pictures_in_sight() {
    for (width, height) in [(853, 400), (1024, 480), (1024, 768), (1280, 720)] {
        browse(async |page| {
            page.size(width, height).await;
            page.open_ready("/").await;
            page.click(".tour-start a").await;
            page.click("[data-do=tour-next]").await;
            page.until(
                "the first issue's card begins in the upper half of what the panel leaves",
                "((card, tour) => card.top >= -1 && card.top < tour.top / 2 && tour.left <= card.left)(
                    document.querySelector('#gap .card').getBoundingClientRect(), document.getElementById('tour').getBoundingClientRect())",
            )
            .await;
            let part: f64 = page
                .ask("document.getElementById('tour').getBoundingClientRect().height / innerHeight")
                .await;
            assert!(part <= 0.45, "{part} at {width} by {height}");
            // Of the last section the chart, not the choice of who counts.
            for step in 3..=8 {
                page.click("[data-do=tour-next]").await;
                page.until_is(
                    "the next step is there",
                    "document.getElementById('tour-count').textContent",
                    format!("Step {step} of 8"),
                )
                .await;
            }
            page.until(
                "the first chart begins in the upper half of what the panel leaves",
                "((chart, tour) => chart.top >= -1 && chart.top < tour.top / 2)(
                    document.querySelector('#launches .beside-chart').getBoundingClientRect(), document.getElementById('tour').getBoundingClientRect())",
            )
            .await;
        });
    }
}
