//! The bar with the as-of date, where the lead's own controls are out of sight.

use crate::browser::{Page, browse, dossier};
use crate::{choose_day, day, shows_day};

const SHOWN: &str = "document.getElementById('as-of-bar').checkVisibility()";

/// The texts of the stops of Tab, of the first so many that are seen, on which the bar lies when they get the focus.
async fn covered(page: &Page, stops: &str, most: usize) -> Vec<String> {
    page.ask(&format!(
        "[...document.querySelectorAll('{stops}')].filter((stop) => stop.checkVisibility()).slice(0, {most}).filter((stop) => {{
            stop.focus();
            const own = stop.getBoundingClientRect(), bar = document.getElementById('as-of-bar').getBoundingClientRect();
            return own.bottom > bar.top && own.right > bar.left && own.left < bar.right;
        }}).map((stop) => stop.textContent)"
    ))
    .await
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn it_is_there_once_the_controls_are_out_of_sight_and_moves_the_same_date() {
    browse(async |page| {
        page.open_ready("/").await;
        assert!(!page.ask::<bool>(SHOWN).await, "the controls themselves are in sight");
        page.run("document.getElementById('promises').scrollIntoView({ behavior: 'instant' })").await;
        page.until("the bar is there", SHOWN).await;
        page.until_is(
            "it tells the date",
            "document.querySelector('#as-of-bar time').textContent",
            "16 July 2018".to_owned(),
        )
        .await;
        page.click("#as-of-bar [data-presses='.step + .step']").await;
        shows_day(page, day("2018-07-17")).await;
        page.until_is(
            "it tells the new date",
            "document.querySelector('#as-of-bar time').textContent",
            "17 July 2018".to_owned(),
        )
        .await;
        page.click("#as-of-bar [data-presses='.step']").await;
        shows_day(page, day("2018-07-16")).await;
        let points = daylight::analysis::turning_points(dossier());
        let (before, after) = daylight::analysis::turns(&points, day("2018-07-16"));
        page.click("#as-of-bar [data-presses='[data-turn=after]']").await;
        shows_day(page, after.unwrap()).await;
        page.click("#as-of-bar [data-presses='[data-turn=before]']").await;
        page.click("#as-of-bar [data-presses='[data-turn=before]']").await;
        let from_there = daylight::analysis::turns(&points, after.unwrap()).0.unwrap();
        let (two_back, _) = daylight::analysis::turns(&points, from_there);
        assert!(before.is_some());
        shows_day(page, two_back.unwrap()).await;
        // The way back to the controls.
        page.click("#as-of-bar a").await;
        page.until("the bar is away", &format!("!({SHOWN})")).await;
    });
}

/// On a phone the controls lie below what they change: the bar has the date move while that is on the screen.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn on_the_first_screen_of_a_phone_it_moves_what_is_seen() {
    for (width, height) in [(320, 568), (390, 844)] {
        browse(async |page| {
            page.size(width, height).await;
            page.open_ready("/").await;
            page.until("the bar is there", SHOWN).await;
            let above: bool = page
                .ask("document.getElementById('headline').getBoundingClientRect().bottom < document.getElementById('as-of-bar').getBoundingClientRect().top")
                .await;
            assert!(above, "the headline is seen at {width}");
            page.click("#as-of-bar [data-presses='[data-turn=after]']").await;
            shows_day(page, day("2018-07-17")).await;
            assert_eq!(page.ask::<f64>("scrollY").await, 0.0);
            // Every stop of Tab in the lead is clear of it.
            assert_eq!(covered(page, "#lead :is(a, button, input)", 1_000).await, [""; 0], "at {width}");
            page.run("scrollTo({ top: 0, behavior: 'instant' })").await;
            page.until("the bar is back", SHOWN).await;
            page.click("#as-of-bar a").await;
            page.until("the controls are in sight, and the bar is away", &format!("!({SHOWN})")).await;
        });
    }
}

/// A screen that lies down shows little at first: nothing lies over that until the reader goes on.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn on_a_low_screen_it_waits_until_the_page_is_scrolled() {
    for (width, height) in [(853, 400), (1024, 480)] {
        browse(async |page| {
            page.size(width, height).await;
            page.open_ready("/").await;
            page.frames().await;
            let below: bool = page
                .ask("document.querySelector('#lead .step').getBoundingClientRect().top > innerHeight")
                .await;
            assert!(below, "the controls are below the screen at {width}");
            assert!(!page.ask::<bool>(SHOWN).await, "at {width}");
            page.run("scrollTo({ top: 40, behavior: 'instant' })").await;
            page.until("the bar is there", SHOWN).await;
        });
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_turning_point_that_is_not_there_is_not_offered() {
    browse(async |page| {
        page.open_ready("/").await;
        page.run("document.getElementById('promises').scrollIntoView({ behavior: 'instant' })").await;
        page.until("the bar is there", SHOWN).await;
        let last = daylight::analysis::turning_points(dossier()).last().unwrap().on;
        choose_day(page, last).await;
        page.until_is("nothing lies ahead", "[...document.querySelectorAll('#as-of-bar [aria-disabled=true]')].map((button) => button.dataset.presses).join()", "[data-turn=after]".to_owned()).await;
        choose_day(page, day("2018-07-16")).await;
        page.until_is(
            "there are both again",
            "document.querySelectorAll('#as-of-bar [aria-disabled=true]').length",
            0,
        )
        .await;
    });
}

/// It lies over the lower edge: the page keeps clear of it where the focus goes, and it gives way to the tour's panel.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn it_covers_neither_the_focus_nor_the_tour_and_is_small() {
    for (width, height) in [(320, 640), (768, 1024), (1280, 800)] {
        browse(async |page| {
            page.size(width, height).await;
            page.open_ready("/").await;
            page.run("document.getElementById('promises').scrollIntoView({ behavior: 'instant' })").await;
            page.until("the bar is there", SHOWN).await;
            let (high, wide): (f64, f64) = page.ask("((box) => [box.height, box.width])(document.getElementById('as-of-bar').getBoundingClientRect())").await;
            assert!(high <= 56.0 && wide <= f64::from(width), "{wide} by {high} at {width}");
            // Every stop of Tab in the promises, from the top: it is above the bar.
            assert_eq!(covered(page, "#promises summary, #promises a", 40).await, [""; 0], "at {width}");
            page.run("document.querySelector('#argument [data-step]').click()").await;
            page.until("the tour's panel is there", "document.getElementById('tour').checkVisibility()")
                .await;
            page.run("window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })").await;
            let overlap: bool = page
                .ask("((bar, tour) => bar.width > 0 && bar.right > tour.left && bar.left < tour.right && bar.bottom > tour.top)(document.getElementById('as-of-bar').getBoundingClientRect(), document.getElementById('tour').getBoundingClientRect())")
                .await;
            assert!(!overlap, "at {width}");
        });
    }
}

/// What comes and goes at the edge moves nothing on the page.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn its_coming_moves_nothing() {
    browse(async |page| {
        page.open_ready("/").await;
        page.run("document.getElementById('promises').scrollIntoView({ behavior: 'instant' })").await;
        page.until("the bar is there", SHOWN).await;
        page.frames().await;
        let at: f64 = page.ask("document.getElementById('promises').getBoundingClientRect().top").await;
        page.click("#as-of-bar [data-presses='.step + .step']").await;
        shows_day(page, day("2018-07-17")).await;
        page.frames().await;
        let now: f64 = page.ask("document.getElementById('promises').getBoundingClientRect().top").await;
        assert!((at - now).abs() < 1.0, "{at} and {now}");
    });
}

/// With the letters, words and lines as far apart as WCAG 1.4.12 asks for, on a phone.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn wider_letters_do_not_lie_over_its_buttons() {
    for width in [320, 360, 390] {
        browse(async |page| {
            page.size(width, 700).await;
            page.open_ready("/?on=2018-09-19").await;
            page.run(
                "const sheet = new CSSStyleSheet();
                 sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
                 document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
                 document.getElementById('promises').scrollIntoView({ behavior: 'instant' });",
            )
            .await;
            page.until("the bar is there", SHOWN).await;
            let places: [f64; 7] = page
                .ask(
                    "((words) => {
                        words.selectNodeContents(document.querySelector('#as-of-bar time'));
                        const [text, buttons] = [words.getBoundingClientRect(), [...document.querySelectorAll('#as-of-bar button')].map((button) => button.getBoundingClientRect())];
                        return [0, buttons[1].right, text.left, text.right, buttons[2].left, buttons[3].right, innerWidth];
                    })(document.createRange())",
                )
                .await;
            assert!(places.is_sorted(), "{places:?} at {width}");
        });
    }
}
