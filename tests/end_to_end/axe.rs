//! axe finds nothing: on the page in every state worth it, light and dark, narrow and wide, and on the pages beside it.

use std::sync::LazyLock;

use crate::browser::{Page, axe_script, browse};

/// Runs axe on the page as it stands; each violation with its first elements.
async fn violations(page: &Page) -> Vec<String> {
    static SCRIPT: LazyLock<String> = LazyLock::new(axe_script);
    if page.ask::<bool>("window.axe === undefined").await {
        page.run(&SCRIPT).await;
    }
    let found = page
        .run_async(
            "axe.run(document, { resultTypes: ['violations'] }).then((results) => done(results.violations.map((violation) =>
                violation.id + ' (' + violation.impact + ', ' + violation.nodes.length + '): '
                + violation.nodes.slice(0, 4).map((node) => node.target.join(' ') + ' ' + node.any.concat(node.all).map((check) => check.message).slice(0, 1)).join(' | '))),
                (error) => done(['axe: ' + error]));",
        )
        .await;
    serde_json::from_value(found).unwrap()
}

/// Runs axe on the page as it stands, and adds what it finds.
pub async fn look(page: &Page, what: &str, found: &mut Vec<String>) {
    found.extend(violations(page).await.into_iter().map(|violation| format!("{what}: {violation}")));
}

pub fn nothing(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// At rest, and then with everything open.
fn clean_main_page(scheme: &str, width: u32) {
    browse(async |page| {
        page.media("", scheme).await;
        page.size(width, 800).await;
        page.open_ready("/").await;
        let mut found = Vec::new();
        look(page, "at rest", &mut found).await;
        page.open_mark("2018-06-12-singapore-summit").await;
        page.click("article.card:nth-child(2) .open-issue").await;
        page.until(
            "both records are here",
            "document.querySelectorAll('[data-panel] .readings').length === 2",
        )
        .await;
        page.click(".switch button:last-child").await;
        page.until(
            "ladders are drawn",
            "document.querySelector('article.card svg[aria-label*=ladder]') !== null",
        )
        .await;
        page.run(
            "for (const details of document.querySelectorAll('#daylight details')) details.open = true;",
        )
        .await;
        for list in ["#timeline", "#gap"] {
            page.run(&format!("document.querySelector('{list} > .show-list').click()")).await;
        }
        page.until_is("both lists are open", "document.querySelectorAll('.list.open').length", 2).await;
        look(page, "with everything open", &mut found).await;
        page.run("document.querySelector('.show-filters').click()").await;
        page.until("the filters are shown", "document.querySelector('.filters') !== null").await;
        page.run("document.querySelector('[data-control=find-kind][value=summit]').click()").await;
        page.run("document.querySelector('.forms button:last-child').click()").await;
        page.until("the table is shown", "document.querySelector('.events-table') !== null").await;
        look(page, "with the filters and the table", &mut found).await;
        page.run("document.querySelector('[data-control=find-level][value=technical]').click()").await;
        page.until("nothing matches", "document.querySelector('.no-match button') !== null").await;
        look(page, "where nothing matches", &mut found).await;
        nothing(&found);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_page_is_clean_in_light_and_wide() {
    clean_main_page("light", 1280);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_page_is_clean_in_dark_and_wide() {
    clean_main_page("dark", 1280);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_page_is_clean_in_light_and_narrow() {
    clean_main_page("light", 320);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_page_is_clean_in_dark_and_narrow() {
    clean_main_page("dark", 320);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_pages_beside_it_are_clean() {
    browse(async |page| {
        let mut found = Vec::new();
        for path in ["/event/2018-06-12-singapore-summit/", "/issue/security/", "/sources/", "/404.html"] {
            page.open(path).await;
            for (scheme, width) in [("light", 1280), ("dark", 320)] {
                page.media("", scheme).await;
                page.size(width, 800).await;
                look(page, &format!("{path}, {scheme}, {width} px"), &mut found).await;
            }
        }
        nothing(&found);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_page_for_any_dossier_is_clean() {
    browse(async |page| {
        let mut found = Vec::new();
        for (scheme, width) in [("light", 1280), ("dark", 320)] {
            page.media("", scheme).await;
            page.size(width, 800).await;
            page.open("/open/").await;
            look(page, &format!("the form, {scheme}, {width} px"), &mut found).await;
            page.open("/open/?dossier=/dossier.json").await;
            page.ready().await;
            page.until("all of it is here", "document.querySelector('#record > #sources') !== null").await;
            page.run(
                "for (const details of document.querySelectorAll('#record details')) details.open = true;",
            )
            .await;
            page.frames().await;
            look(page, &format!("a dossier, {scheme}, {width} px"), &mut found).await;
            page.open("/open/?dossier=/none.json").await;
            page.until("the page says so", "document.activeElement.id === 'opening-heading'").await;
            look(page, &format!("no dossier, {scheme}, {width} px"), &mut found).await;
        }
        nothing(&found);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_timeline_that_runs_down_is_clean() {
    browse(async |page| {
        page.size(320, 800).await;
        page.open_ready("/").await;
        let mut found = Vec::new();
        page.click(".tools > button:nth-of-type(6)").await;
        page.until(
            "clusters and breaks are shown",
            "['cluster', 'break'].every((what) => document.querySelector(`[data-down] [data-${what}]`) !== null)",
        )
        .await;
        for scheme in ["light", "dark"] {
            page.media("", scheme).await;
            look(page, &format!("{scheme}, all the time there is"), &mut found).await;
        }
        nothing(&found);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn two_periods_are_clean() {
    browse(async |page| {
        let mut found = Vec::new();
        for (scheme, width) in [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)] {
            page.media("", scheme).await;
            page.size(width, 800).await;
            page.open_ready("/?compare=1993-06-11.2018-06-12").await;
            page.until_is("two periods are there", "document.querySelectorAll('.period .surface').length", 2)
                .await;
            look(page, &format!("{scheme}, {width} px"), &mut found).await;
        }
        nothing(&found);
    });
}
