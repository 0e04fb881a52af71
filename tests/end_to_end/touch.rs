//! Fingers on a phone: what scrolls the page changes nothing, what is held stays under the finger, and what is asked for is on the screen.

use serde_json::json;

use crate::address::until_query;
use crate::browser::{Chromium, Key, Page, browse};
use crate::overview::rests;
use crate::pointer::touch;
use crate::{day, shows_day};

const STRIP: &str = "[data-surface=overview]";
const SUMMIT: &str = "2018-06-12-singapore-summit";

/// Makes the page a phone's: so many pixels, and no pointer but fingers.
async fn phone(page: &Chromium<'_>, width: u32, height: u32) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
    page.devtools("Emulation.setDeviceMetricsOverride", size).await;
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 2 }))
        .await;
}

/// Where an element's upper edge is on the screen.
async fn top(page: &Page, selector: &str) -> f64 {
    page.ask(&format!("document.querySelector('{selector}').getBoundingClientRect().top")).await
}

/// The days of both edges of the overview's window.
async fn held(page: &Page) -> (i64, i64) {
    page.ask(
        "['from', 'to'].map((name) => Number(document.querySelector(`[data-thumb=${name}]`).ariaValueNow))",
    )
    .await
}

/// A place on the strip beside its window.
async fn beside(page: &Page) -> (i64, i64) {
    page.middle(STRIP).await;
    let (x, y): (f64, f64) = page
        .ask(
            "((strip, frame) => [frame.left - strip.left > strip.right - frame.right ? (strip.left + frame.left) / 2 : (frame.right + strip.right) / 2,
                strip.top + strip.height / 2])(
                document.querySelector('[data-surface=overview]').getBoundingClientRect(),
                document.querySelector('[data-thumb=window] .frame').getBoundingClientRect())",
        )
        .await;
    (x.round() as i64, y.round() as i64)
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_overview_stays_under_the_finger() {
    browse(async |page| {
        phone(page, 390, 844).await;
        page.open_ready("/").await;
        assert!(
            page.ask::<bool>("document.querySelector('[data-surface=overview] ~ .stage > .down') !== null")
                .await
        );
        let (x, y) = beside(page).await;
        const LENGTH: &str = "document.querySelector('[data-down]').offsetHeight";
        let (rest, at, length) = (held(page).await, top(page, STRIP).await, page.ask::<f64>(LENGTH).await);
        touch(page, STRIP, "pointerdown", (x, y)).await;
        let mut lengths = vec![length];
        for moved in [5, 25, 45] {
            touch(page, STRIP, "pointermove", (x + moved, y)).await;
            assert_ne!(held(page).await, rest, "it is brought there and follows");
            assert!((top(page, STRIP).await - at).abs() < 1.0, "after {moved} pixels");
            lengths.push(page.ask(LENGTH).await);
        }
        assert!(lengths.iter().any(|other| (other - length).abs() > 40.0), "{lengths:?}");
        touch(page, STRIP, "pointerup", (x + 45, y)).await;
        rests(page).await;
        // A button for a break may have come into the row above it, no more.
        assert!((top(page, STRIP).await - at).abs() < 120.0);
        // A tap.
        let (x, y) = beside(page).await;
        let (rest, at) = (held(page).await, top(page, STRIP).await);
        page.finger([(x, y), (x, y)]).await;
        page.until(
            "the window is there",
            &format!("document.querySelector('[data-thumb=from]').ariaValueNow !== '{}'", rest.0),
        )
        .await;
        rests(page).await;
        assert!((top(page, STRIP).await - at).abs() < 120.0);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_scroll_that_begins_on_the_overview_leaves_the_time_where_it_was() {
    browse(async |page| {
        phone(page, 390, 844).await;
        page.open_ready("/?from=2018-03-01&to=2018-08-31").await;
        let (x, y) = beside(page).await;
        let rest = held(page).await;
        touch(page, STRIP, "pointerdown", (x, y)).await;
        touch(page, STRIP, "pointermove", (x + 3, y - 30)).await;
        assert_eq!(held(page).await, rest, "nothing has moved sideways");
        touch(page, STRIP, "pointercancel", (0, 0)).await;
        rests(page).await;
        assert_eq!(held(page).await, rest);
        // Sideways at first, beside the window and on it, and then taken by the browser.
        for selector in [STRIP, "[data-thumb=window]"] {
            touch(page, selector, "pointerdown", (x, y)).await;
            touch(page, selector, "pointermove", (x - 25, y - 6)).await;
            assert_ne!(held(page).await, rest, "{selector}");
            touch(page, selector, "pointercancel", (0, 0)).await;
            page.frames().await;
            rests(page).await;
            assert_eq!(held(page).await, rest, "{selector}");
        }
        until_query(page, "?from=2018-03-01&to=2018-08-31").await;
        // A finger of flesh that scrolls the page.
        let scrolled: f64 = page.ask("scrollY").await;
        page.finger([(x, y), (x, y - 200)]).await;
        page.until("the page scrolls", &format!("scrollY > {scrolled} + 60")).await;
        rests(page).await;
        assert_eq!(held(page).await, rest);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_scroll_that_begins_on_the_slider_leaves_the_date_as_it_was() {
    browse(async |page| {
        phone(page, 360, 740).await;
        page.open_ready("/").await;
        let (x, y) = page.middle(".slider").await;
        let tell = |kind: &str| {
            format!(
                "document.querySelector('.slider').dispatchEvent(new Event('{kind}', {{ bubbles: true }}));"
            )
        };
        touch(page, ".slider", "pointerdown", (x, y)).await;
        page.run(&format!("document.querySelector('.slider').value -= 20; {}", tell("input"))).await;
        shows_day(page, day("2018-06-26")).await;
        touch(page, ".slider", "pointercancel", (0, 0)).await;
        page.run(&tell("change")).await;
        shows_day(page, day("2018-07-16")).await;
        page.frames().await;
        let shown: (String, bool) = page
            .ask("[document.getElementById('as-of-date').value, document.querySelector('.slider').ariaValueText.includes('16 July 2018')]")
            .await;
        assert_eq!(shown, ("2018-07-16".to_owned(), true));
        // A finger of flesh.
        page.middle(".slider").await;
        let (x, y): (f64, f64) = page
            .ask("((box) => [box.left + box.width / 5, box.top + box.height / 2])(document.querySelector('.slider').getBoundingClientRect())")
            .await;
        let (x, y, scrolled) = (x.round() as i64, y.round() as i64, page.ask::<f64>("scrollY").await);
        page.finger([(x, y), (x, y - 200)]).await;
        page.until("the page scrolls", &format!("scrollY > {scrolled} + 60")).await;
        page.frames().await;
        shows_day(page, day("2018-07-16")).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_link_to_an_event_leads_to_its_record_where_that_is_not_beside_its_mark() {
    browse(async |page| {
        for (width, height, to) in
            [(390, 844, "[data-panel=event]"), (844, 390, "[data-panel=event]"), (1280, 900, "#timeline")]
        {
            page.size(width, height).await;
            page.open_ready(&format!("/?event={SUMMIT}")).await;
            page.until(
                &format!("{to} is at the top of {width} by {height}"),
                &format!("Math.abs(document.querySelector('{to}').getBoundingClientRect().top) < 24"),
            )
            .await;
            assert!(
                page.ask::<bool>(
                    "document.getElementById('event-heading').getBoundingClientRect().bottom < innerHeight"
                )
                .await,
                "{width} by {height}"
            );
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_phone_that_is_turned_over_an_open_record_comes_back_to_its_mark() {
    browse(async |page| {
        let mark = format!("[data-down] [data-event=\"{SUMMIT}\"]");
        for ([width, height], to) in [([390, 844], "#timeline"), ([844, 390], mark.as_str())] {
            page.size(width, height).await;
            page.open_ready("/").await;
            page.open_mark(SUMMIT).await;
            page.size(height, width).await;
            page.until_is(
                "the other form is there",
                "document.querySelector('[data-down]') !== null",
                height < 600,
            )
            .await;
            page.frames().await;
            page.back().await;
            page.until("the record is closed", "document.querySelector('[data-panel=event]') === null").await;
            page.until(
                &format!("{to} is at the top"),
                &format!("Math.abs(document.querySelector('{to}').getBoundingClientRect().top) < 24"),
            )
            .await;
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn over_the_keyboard_there_is_room_for_the_search_and_enter_puts_it_away() {
    browse(async |page| {
        phone(page, 360, 400).await;
        page.open_ready("/").await;
        const BAR: &str = "document.getElementById('as-of-bar').checkVisibility()";
        page.run(
            "document.getElementById('find-text').scrollIntoView({ block: 'end', behavior: 'instant' })",
        )
        .await;
        page.until("the bar is there", BAR).await;
        page.focus("#find-text").await;
        page.until("the bar gives way", &format!("!{BAR}")).await;
        page.type_in("missile").await;
        const COUNT: &str = "((box) => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight)(document.querySelector('.found').getBoundingClientRect())";
        page.until(
            "the count is seen",
            &format!("document.querySelector('.found').textContent !== '' && {COUNT}"),
        )
        .await;
        page.press(Key::ENTER).await;
        page.until("the keyboard goes", "document.activeElement.id !== 'find-text'").await;
        page.until(
            "what was found is seen",
            &format!("{COUNT} && Math.abs(document.querySelector('.find').getBoundingClientRect().top) < 2"),
        )
        .await;
        page.until("the bar is back", BAR).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_tour_shows_pictures_and_holds_the_page() {
    browse(async |page| {
        phone(page, 360, 740).await;
        page.open_ready("/").await;
        page.click(".tour-start a").await;
        for first in ["#gap .card", "#words details", "#meetings .talks"] {
            page.click("[data-do=tour-next]").await;
            page.until(
                &format!("{first} is seen above the step"),
                &format!("Math.abs(document.querySelector('{first}').getBoundingClientRect().top) < 24"),
            )
            .await;
        }
        // Until the page is at the same place over 30 frames.
        page.run_async(
            "let [at, rests] = [scrollY, 0];
            requestAnimationFrame(function frame() {
                [at, rests] = [scrollY, scrollY === at ? rests + 1 : 0];
                if (rests < 30) requestAnimationFrame(frame);
                else done(true);
            })",
        )
        .await;
        let (x, y, end): (f64, f64, f64) = page
            .ask("((body, box) => { body.scrollTop = 1e6; return [box.left + 40, box.bottom - 10, body.scrollTop]; })(document.querySelector('.tour-body'), document.querySelector('.tour-body').getBoundingClientRect())")
            .await;
        assert!(end > 0.0, "the text is longer than its room");
        let (x, y, scrolled) = (x.round() as i64, y.round() as i64, page.ask::<f64>("scrollY").await);
        let (button_x, button_y) = {
            let place: (f64, f64) = page
                .ask("((box) => [box.left + box.width / 2, box.top + box.height / 2])(document.querySelector('.tour-buttons').getBoundingClientRect())")
                .await;
            (place.0.round() as i64, place.1.round() as i64)
        };
        for way in [[(x, y), (x, y - 120)], [(button_x, button_y), (button_x, button_y - 200)]] {
            page.finger(way).await;
            page.frames().await;
            assert_eq!(page.ask::<f64>("scrollY").await, scrolled, "{way:?}");
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn no_field_is_so_small_that_a_phone_zooms_in_on_it() {
    browse(async |page| {
        phone(page, 390, 844).await;
        for path in ["/?sort=change", "/?compare=1993-06-11.2018-06-12.365.365", "/share/", "/open/"] {
            page.open(path).await;
            if path.starts_with("/?") {
                page.ready().await;
            }
            let small: Vec<String> = page
                .ask(
                    "[...document.querySelectorAll(':is(input:not([type=range], [type=checkbox], [type=radio]), select, textarea)')]
                        .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16).map((field) => field.outerHTML.slice(0, 80))",
                )
                .await;
            assert_eq!(small, Vec::<String>::new(), "{path}");
        }
    });
}
