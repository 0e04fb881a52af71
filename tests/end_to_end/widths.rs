//! On every screen the page is as wide as the screen: nothing sticks out, at rest and with records open.

use serde_json::Value;

use crate::browser::{Page, browse};

/// What is wider than the screen, innermost first, if the page is; what scrolls by itself may hold more.
const OVERFLOW: &str = "(() => {
    const wide = document.documentElement.scrollWidth;
    if (wide <= innerWidth) return [];
    const own = (element) => { for (let up = element.parentElement; up; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return true; return false; };
    const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !own(element));
    return [wide + ' px on ' + innerWidth, ...out.reverse().slice(0, 8).map((element) =>
        element.tagName + '.' + (element.className.baseVal ?? element.className) + ' to ' + Math.round(element.getBoundingClientRect().right) + ' px: ' + element.textContent.slice(0, 60))];
})()";

pub async fn fits(page: &Page, what: &str) {
    let out: Vec<String> = page.ask(OVERFLOW).await;
    assert_eq!(out, Vec::<String>::new(), "{what}");
}

async fn open_records(page: &Page) {
    page.open_mark("2018-06-12-singapore-summit").await;
    page.click("article.card:nth-child(2) .open-issue").await;
    page.until("both records are here", "document.querySelectorAll('[data-panel] .readings').length === 2")
        .await;
    page.run("for (const details of document.querySelectorAll('#daylight details')) details.open = true;")
        .await;
    for list in ["#timeline", "#gap"] {
        page.run(&format!("document.querySelector('{list} > .show-list').click()")).await;
    }
    page.until_is("both lists are open", "document.querySelectorAll('.list.open').length", 2).await;
}

fn fits_at(width: u32) {
    browse(async |page| {
        page.size(width, 800).await;
        page.open_ready("/").await;
        // Pictures are drawn for the room there is, not shrunk and not scrolled.
        page.until(
            "the timeline and its overview fit their room",
            "((room, drawn) => drawn.length === 2 && drawn.every((one) => one.getBoundingClientRect().width <= room + 0.5))(
                document.querySelector('[data-measure]').getBoundingClientRect().width,
                [...document.querySelectorAll('svg.timeline, [data-down], svg.overview')])",
        )
        .await;
        fits(page, "at rest").await;
        page.click(".switch button:last-child").await;
        page.until(
            "ladders are drawn",
            "document.querySelector('article.card svg[aria-label*=ladder]') !== null",
        )
        .await;
        fits(page, "with ladders").await;
        open_records(page).await;
        fits(page, "with records and lists open").await;
        for path in ["/event/2018-06-12-singapore-summit/", "/issue/security/", "/sources/", "/404.html"] {
            page.open(path).await;
            fits(page, path).await;
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn nothing_sticks_out_at_320() {
    fits_at(320);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn nothing_sticks_out_at_768() {
    fits_at(768);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn nothing_sticks_out_at_1280() {
    fits_at(1280);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn nothing_sticks_out_at_1600() {
    fits_at(1600);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn text_twice_as_large_sticks_out_nowhere() {
    browse(async |page| {
        page.open_ready("/").await;
        page.run("document.documentElement.style.fontSize = '200%'").await;
        fits(page, "at rest").await;
        open_records(page).await;
        fits(page, "with records open").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn pictures_follow_when_the_window_changes() {
    browse(async |page| {
        page.open_ready("/").await;
        let width = "document.querySelector('svg.timeline').getAttribute('width')";
        let wide: Value = page.ask(width).await;
        page.size(740, 800).await;
        page.until("the picture is drawn anew", &format!("{width} !== {wide} && Number({width}) <= 740"))
            .await;
        fits(page, "narrower").await;
        page.size(560, 800).await;
        page.until(
            "time runs down the page, and nowhere across it",
            "document.querySelector('[data-down]') !== null && document.querySelector('svg.timeline') === null",
        )
        .await;
        fits(page, "narrow").await;
        page.size(1280, 900).await;
        page.until("and back", "document.querySelector('[data-down]') === null").await;
        page.until_is("as wide as it was", width, wide).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn nothing_on_the_first_screen_moves_when_the_app_takes_over() {
    for width in [320, 1280] {
        browse(async |page| {
            page.size(width, 800).await;
            page.devtools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source":
                "window.shifts = []; new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts.push(entry.value + ' ' + entry.sources.map((source) => (source.node?.nodeName ?? '') + '.' + (source.node?.className?.baseVal ?? source.node?.className ?? '')).join(', ')); }).observe({ type: 'layout-shift', buffered: true });" })).await;
            page.open_ready("/").await;
            let (sum, shifts): (f64, Vec<String>) =
                page.ask("[shifts.reduce((sum, shift) => sum + parseFloat(shift), 0), shifts]").await;
            assert!(sum < 0.02, "at {width}: {sum}: {shifts:#?}");
        });
    }
}

/// On tablets upright and lying down, where rows of words and picture come to stand side by side.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_names_on_the_clocks_axis_stand_apart() {
    browse(async |page| {
        for width in [768, 820, 834, 853, 912, 1024, 1180] {
            page.size(width, 900).await;
            page.open_ready("/").await;
            page.run("document.getElementById('clock').scrollIntoView({ behavior: 'instant' })").await;
            let edges: Vec<(f64, f64)> = page
                .ask("[...document.querySelector('.claim-axis').querySelectorAll('text')].map((name) => name.getBoundingClientRect()).map(({ left, right }) => [left, right])")
                .await;
            assert!(
                edges.len() > 2 && edges.windows(2).all(|pair| pair[0].1 < pair[1].0),
                "{edges:?} at {width}"
            );
        }
    });
}
