//! On paper everything that can be opened stands open, and what only works on a screen is left out.

use crate::browser::{browse, dossier};

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn paper_shows_what_is_open_without_the_controls() {
    browse(async |page| {
        page.open_ready("/").await;
        page.click("[aria-controls=events-list]").await;
        page.until("the list is open", "document.querySelector('#events-list li').checkVisibility()").await;
        page.media("print", "light").await;
        page.until("paper is on", "!document.querySelector('.tools').checkVisibility()").await;
        assert_eq!(page.count_visible("#events-list li").await, dossier().events.len());
        assert_eq!(page.count_visible("#positions-list li").await, 0);
        assert_eq!(page.count_visible("button, input, .skip").await, 0);
        assert_eq!(page.count_visible("h1, .headline, svg.timeline, #sources h2").await, 4);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_open_record_prints_its_sources() {
    browse(async |page| {
        page.open_ready("/?event=2018-06-12-singapore-summit").await;
        page.until("the record is here", "document.querySelector('[data-panel=event] .readings') !== null")
            .await;
        page.media("print", "light").await;
        let links = page.count("[data-panel=event] a.source-title").await;
        assert!(links > 0);
        assert_eq!(page.count_visible("[data-panel=event] a.source-title").await, links);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn paper_is_white_also_for_readers_in_the_dark() {
    browse(async |page| {
        page.open_ready("/").await;
        let ink = "['body', '.headline', '.tag', '.stands li', '#events-list a'].map((part) => getComputedStyle(document.querySelector(part)).color)";
        page.media("print", "light").await;
        let light: Vec<String> = page.ask(ink).await;
        page.media("print", "dark").await;
        assert_eq!(page.ask::<Vec<String>>(ink).await, light);
    });
}
