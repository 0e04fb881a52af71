//! The studio for everyone: axe finds nothing, at any width, and nothing is wider than the screen.

use super::author::*;
use crate::browser::{Chromium, axe_script, browse_changed};

async fn sound(page: &Chromium<'_>, what: &str) {
    let found = page
        .run_async("axe.run(document, { iframes: false }).then((result) => done(result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160)).join(' | '))))")
        .await;
    assert_eq!(found, serde_json::json!([]), "{what}");
    let wide: bool = page.ask("document.documentElement.scrollWidth > innerWidth").await;
    assert!(!wide, "{what}: wider than the screen");
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn it_is_sound_in_every_state_and_at_every_width() {
    browse_changed(super::table::changes(), async |page: &Chromium<'_>| {
        for (width, scheme) in [(320, "light"), (768, "dark"), (1280, "light"), (1280, "dark")] {
            page.size(width, 800).await;
            page.media("", scheme).await;
            open_studio(page).await;
            page.run(&axe_script()).await;
            sound(page, &format!("first screen, {width} {scheme}")).await;
            press(page, "[data-do=begin][data-name=own]").await;
            is_open(page).await;
            until_kept(page).await;
            for (part, record) in
                [("meta", None), ("events", Some(20)), ("issues", Some(1)), ("arms_tests", None)]
            {
                show(page, part, record).await;
                if part == "issues" {
                    press(page, "[data-do=toggle][data-path='/issues/1/positions/0']").await;
                    press(page, "[data-do=toggle][data-path='/issues/1/ladder/0']").await;
                }
                page.frames().await;
                sound(page, &format!("{part}, {width} {scheme}")).await;
            }
            show(page, "events", Some(20)).await;
            replace(page, "/events/20/date", "never").await;
            until_errors(page, 1).await;
            press(page, "[data-do=problems]").await;
            page.focus(&field("/events/20/sources")).await;
            page.frames().await;
            sound(page, &format!("problems and a picker, {width} {scheme}")).await;
            press(page, "[data-do=close]").await;
            page.until("the first screen is back", "document.querySelector('[data-do=begin]') !== null")
                .await;
            open_address(page, "tabled/dossier.json").await;
            page.run(&axe_script()).await;
            for record in [None, Some(1)] {
                show(page, "events_in_table", record).await;
                sound(page, &format!("a table, {record:?}, {width} {scheme}")).await;
            }
            press(page, "[data-do=close]").await;
            page.until("the first screen is back", "document.querySelector('[data-do=begin]') !== null")
                .await;
        }
    });
}
