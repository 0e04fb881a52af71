//! What the browser tells a screen reader: all that is on the page, seen or not.

use serde_json::json;

use crate::browser::{Chromium, browse, dossier};

/// How many elements with this role a screen reader finds in what the selector names. Chromium alone can be asked.
async fn told(page: &Chromium<'_>, selector: &str, role: &str) -> usize {
    let root = page.devtools("DOM.getDocument", json!({ "depth": 0 })).await["root"]["nodeId"].clone();
    let found = page.devtools("DOM.querySelector", json!({ "nodeId": root, "selector": selector })).await;
    let asked = json!({ "nodeId": found["nodeId"], "role": role });
    let nodes = page.devtools("Accessibility.queryAXTree", asked).await;
    nodes["nodes"].as_array().unwrap().iter().filter(|node| node["ignored"] == false).count()
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_is_far_from_the_screen_is_there_for_a_screen_reader() {
    browse(async |page| {
        page.open_ready("/").await;
        page.until(
            "the cards are laid out",
            "document.querySelector('#gap .card:not([data-laid])') === null",
        )
        .await;
        let cards = page.count("#gap .card").await;
        // Beside its own.
        assert_eq!(told(page, "#gap", "heading").await, cards + 1, "each card has its heading");
        page.click("[aria-controls=events-list]").await;
        page.frames().await;
        assert_eq!(told(page, "#events-list", "link").await, dossier().events.len());
        // Drawn anew it is all there too.
        for form in [2, 1] {
            page.click(&format!("#events-list .forms button:nth-child({form})")).await;
            page.frames().await;
        }
        assert_eq!(told(page, "#events-list", "link").await, dossier().events.len());
    });
}
