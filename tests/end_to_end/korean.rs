//! The Korean edition: the same page in another language, chosen by address, browser or link, and as well made.

use serde_json::json;

use crate::axe;
use crate::browser::{Chromium, Page, browse, dossier};
use crate::widths::fits;

const TOP: &str = "document.documentElement.lang";

async fn is_korean(page: &Page) {
    page.until_is("the page is Korean", TOP, "ko".to_owned()).await;
    page.ready().await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn it_is_the_same_page_with_the_same_numbers() {
    browse(async |page| {
        for on in ["2018-03-01", "2018-07-16", "2019-03-01"] {
            page.open_ready(&format!("/?lang=en&on={on}")).await;
            let tags = "[...document.querySelectorAll('#gap .tag')].map((tag) => (tag.textContent.match(/\\d+/g) ?? []).map(Number).sort((a, b) => a - b).join())";
            let english: Vec<String> = page.ask(tags).await;
            let total: Vec<String> = page.ask("[...document.querySelectorAll('#lead .total-label, #lead text')].map((text) => text.textContent).filter((text) => /^\\d+%$/.test(text))").await;
            page.open_ready(&format!("/ko/?lang=ko&on={on}")).await;
            assert_eq!(page.ask::<Vec<String>>(tags).await, english, "{on}");
            assert_eq!(english.len(), dossier().issues.len());
            let korean: Vec<String> = page.ask("[...document.querySelectorAll('#lead .total-label, #lead text')].map((text) => text.textContent).filter((text) => /^\\d+%$/.test(text))").await;
            assert_eq!(korean, total, "{on}");
        }
        let lead = page.text("#lead").await;
        assert!(lead.contains("2019년 3월 1일"), "{lead}");
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_link_to_the_other_language_keeps_what_is_shown() {
    browse(async |page| {
        page.open_ready("/?lang=en&on=2018-05-01&event=2018-04-27-panmunjom-declaration#timeline").await;
        page.click(".languages a[hreflang=ko]").await;
        is_korean(page).await;
        assert_eq!(page.ask::<String>("document.querySelector('#as-of-date').value").await, "2018-05-01");
        page.until("the event is open", "document.querySelector('#timeline [data-panel]') !== null").await;
        assert_eq!(page.ask::<String>("location.hash").await, "#timeline");
        page.click(".languages a[hreflang=en]").await;
        page.until_is("the page is English again", TOP, "en".to_owned()).await;
        page.ready().await;
        assert_eq!(page.ask::<String>("document.querySelector('#as-of-date').value").await, "2018-05-01");
    });
}

/// The browser asks for Korean before English.
async fn prefer_korean(page: &Chromium<'_>) {
    let agent: String = page.ask("navigator.userAgent").await;
    page.devtools(
        "Emulation.setUserAgentOverride",
        json!({ "userAgent": agent, "acceptLanguage": "ko-KR,en-GB" }),
    )
    .await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_browser_that_prefers_korean_gets_it_unless_the_address_says_otherwise() {
    browse(async |page| {
        prefer_korean(page).await;
        page.open("/?on=2018-05-01").await;
        is_korean(page).await;
        assert_eq!(page.ask::<String>("document.querySelector('#as-of-date').value").await, "2018-05-01");
        page.open_ready("/?lang=en").await;
        assert_eq!(page.ask::<String>(TOP).await, "en");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_language_that_was_chosen_stays_when_the_date_moves_and_the_page_is_loaded_anew() {
    browse(async |page| {
        prefer_korean(page).await;
        page.open_ready("/?lang=en").await;
        page.click("#lead .step + .step").await;
        page.until("the date is in the address", "location.search.includes('on=')").await;
        assert_eq!(page.query().await, "lang=en&on=2018-07-17");
        page.reload().await;
        page.ready().await;
        assert_eq!(page.ask::<String>(TOP).await, "en");
        // Even without a word in the address: who loads a page anew wants that page.
        page.run("history.replaceState(null, '', '/')").await;
        page.reload().await;
        page.ready().await;
        assert_eq!(page.ask::<String>(TOP).await, "en");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_korean_address_is_korean_whatever_the_browser_prefers() {
    browse(async |page| {
        assert_eq!(page.ask::<String>("navigator.language").await, "en-US");
        for path in ["/ko/", "/ko/event/2018-06-12-singapore-summit/"] {
            page.open(path).await;
            page.frames().await;
            assert_eq!(page.ask::<String>(TOP).await, "ko", "{path}");
            assert_eq!(page.ask::<String>("location.pathname").await, path);
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_is_searched_is_found_by_syllable_and_by_initial_consonants() {
    browse(async |page| {
        page.open_ready("/ko/?lang=ko").await;
        for typed in ["싱가포르", "ㅅㄱㅍㄹ"] {
            page.open_ready(&format!("/ko/?lang=ko&q={typed}")).await;
            page.click("#timeline > .show-list").await;
            page.until(
                "Singapore is found",
                "document.querySelector('#timeline .list [data-event=\"2018-06-12-singapore-summit\"]') !== null",
            )
            .await;
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn axe_finds_nothing_and_nothing_sticks_out() {
    browse(async |page| {
        let mut found = Vec::new();
        for (width, scheme) in [(1280, "light"), (768, "light"), (320, "dark")] {
            page.media("", scheme).await;
            page.size(width, 800).await;
            page.open_ready("/ko/?lang=ko").await;
            fits(page, &format!("at rest, {width}")).await;
            axe::look(page, &format!("at rest, {width}"), &mut found).await;
            page.open_mark("2018-06-12-singapore-summit").await;
            page.until("the record is here", "document.querySelector('[data-panel] .readings') !== null")
                .await;
            fits(page, &format!("with a record, {width}")).await;
            for path in
                ["/ko/event/2018-06-12-singapore-summit/", "/ko/issue/security/", "/ko/share/", "/ko/data/"]
            {
                page.open(path).await;
                fits(page, &format!("{path}, {width}")).await;
            }
        }
        axe::nothing(&found);
    });
}
