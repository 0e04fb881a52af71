//! Who loads the page anew, follows a link in it or goes back finds it as it was.

use crate::browser::browse;
use crate::{day, shows_day};

const SINGAPORE: &str = "2018-06-12-singapore-summit";

/// How far below the top of the screen the section about the clock begins.
const CLOCK: &str = "document.getElementById('clock').getBoundingClientRect().top";

/// Whether all sections of the record are laid out, as they are once the page rests.
const LAID: &str =
    "document.querySelectorAll('#record > section[id]:not([data-laid], .as-of-bar)').length === 0";

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_page_loaded_anew_stays_where_the_reader_was() {
    browse(async |page| {
        for address in ["/", &format!("/?event={SINGAPORE}"), "/?issue=scope", "/?step=how-long"] {
            page.open_ready(address).await;
            page.until("the page rests", LAID).await;
            page.run("document.getElementById('clock').scrollIntoView({ behavior: 'instant' })").await;
            page.frames().await;
            let before: f64 = page.ask(CLOCK).await;
            page.reload().await;
            page.ready().await;
            page.until("the reader is there again", &format!("Math.abs({CLOCK} - {before}) < 60")).await;
            page.until("the page rests", LAID).await;
            let after: f64 = page.ask(CLOCK).await;
            assert!((after - before).abs() < 60.0, "{address}: {before} and {after}");
        }
    });
}

/// The address follows the date with a delay; a link to a place on the page does not wait for it.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_link_takes_along_what_was_changed_just_before() {
    browse(async |page| {
        page.open_ready("/").await;
        page.run_async(
            "document.querySelector('#lead .step + .step').click();
            requestAnimationFrame(() => requestAnimationFrame(() => {
                document.querySelector('.headline a').click();
                done(true);
            }))",
        )
        .await;
        page.until_is("the place is in the address", "location.hash", "#gap".to_owned()).await;
        page.frames().await;
        shows_day(page, day("2018-07-17")).await;
        assert_eq!(page.query().await, "on=2018-07-17");
    });
}

/// Who leaves the page does not wait for it either.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn who_leaves_at_once_and_comes_back_finds_what_was_changed() {
    browse(async |page| {
        page.open_ready("/").await;
        // It leaves once this call has ended: Chromium's driver runs a script anew on the page that comes where the old one goes
        // before its answer.
        page.run(
            "document.querySelector('#lead .step + .step').click();
            requestAnimationFrame(() => requestAnimationFrame(() => location = '/share/'));",
        )
        .await;
        page.until(
            "the other page is there",
            "location.pathname === '/share/' && document.readyState === 'complete'",
        )
        .await;
        page.back().await;
        page.until("the first page is there", "location.pathname === '/'").await;
        page.ready().await;
        shows_day(page, day("2018-07-17")).await;
        assert_eq!(page.query().await, "on=2018-07-17");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_address_leads_to_what_was_opened_last() {
    browse(async |page| {
        page.open_ready("/#gap").await;
        page.open_mark(SINGAPORE).await;
        page.until_is("the event is in the address", "location.search", format!("?event={SINGAPORE}")).await;
        assert_eq!(page.ask::<String>("location.hash").await, "");
        page.back().await;
        page.until_is("the place is there again", "location.hash", "#gap".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn back_from_the_tour_leads_to_its_step() {
    browse(async |page| {
        page.open_ready("/").await;
        page.click(".tour-steps [data-step]").await;
        page.until("the step has the focus", "document.querySelector('#tour :focus') !== null").await;
        page.back().await;
        page.until(
            "the step's own link has the focus",
            "document.activeElement === document.querySelector('.tour-steps [data-step]')",
        )
        .await;
    });
}
