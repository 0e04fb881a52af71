//! The app takes over the page that was written ahead, and nobody sees it happen.

use serde_json::Value;

use crate::browser::{Change, Page, Part, browse, browse_changed};

/// Elements, attributes and texts of the app's root, without comments: as it was served, and as it stands now.
const TREES: &str = "
    const tree = (node, depth) => {
        const pad = ' '.repeat(depth);
        const lines = [];
        let text = '';
        const flush = () => { if (text !== '') lines.push(pad + JSON.stringify(text)); text = ''; };
        for (const child of node.childNodes) {
            if (child.nodeType === Node.TEXT_NODE) text += child.data;
            if (child.nodeType !== Node.ELEMENT_NODE) continue;
            flush();
            // What the page's own script marks once it rests is no affair of the app's.
            const own = [...child.attributes].filter((a) => a.name !== 'data-laid');
            const attributes = own.map((a) => a.name + '=' + JSON.stringify(a.value)).sort();
            lines.push(pad + child.tagName + ' ' + attributes.join(' '));
            lines.push(...tree(child, depth + 1));
        }
        flush();
        return lines;
    };
    fetch(location.pathname).then((answer) => answer.text()).then((text) => {
        const served = new DOMParser().parseFromString(text, 'text/html');
        // The page holds both forms of the timeline until it is measured; then the one that fits stays.
        const stage = served.querySelector('[data-measure].unmeasured');
        stage.className = 'stage';
        stage.querySelector('[data-down]').remove();
        const [before, now] = [served, document].map((page) => tree(page.getElementById('daylight'), 0));
        const at = before.findIndex((line, index) => line !== now[index]);
        done({ lines: before.length, same: before.length === now.length && at < 0,
            before: before.slice(at, at + 3), now: now.slice(at, at + 3) });
    });";

/// Makes the page as wide as the one that was written ahead was drawn for: 1080 pixels for the pictures.
async fn nominal_width(page: &Page) {
    page.open("/").await;
    let other: f64 =
        page.ask("innerWidth - document.querySelector('[data-measure]').getBoundingClientRect().width").await;
    page.size(1080 + other.round() as u32, 900).await;
    page.until_is(
        "pictures have their nominal width",
        "document.querySelector('[data-measure]').getBoundingClientRect().width",
        1080.0,
    )
    .await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn at_the_nominal_width_the_page_stands_as_it_was_served() {
    browse(async |page| {
        nominal_width(page).await;
        page.open_ready("/").await;
        let found = page.run_async(TREES).await;
        assert!(found["lines"].as_u64() > Some(1000), "{found}");
        assert_eq!(found["same"], Value::Bool(true), "{found:#}");
        assert_eq!(page.log().await, Vec::<String>::new());
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_page_says_when_it_is_hydrated_and_when_it_is_ready() {
    browse(async |page| {
        page.open_ready("/").await;
        let marks: Vec<String> = page
            .ask("performance.getEntriesByType('mark').sort((a, b) => a.startTime - b.startTime).map((mark) => mark.name).filter((name) => name.startsWith('daylight:'))")
            .await;
        assert_eq!(marks, ["daylight:hydrated", "daylight:drawn", "daylight:ready"]);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_visit_asks_for_each_file_once() {
    browse(async |page| {
        page.open_ready("/").await;
        page.until("the record is here", "performance.getEntriesByType('resource').some((entry) => new URL(entry.name).pathname.startsWith('/record-') && entry.responseEnd > 0)").await;
        let requests = page.site.requests();
        assert!(requests.values().all(|times| *times == 1), "{requests:#?}");
        for (beginning, ending) in [
            ("/", "/"),
            ("/daylight-", ".css"),
            ("/daylight-", ".wasm"),
            ("/outline-", ".json"),
            ("/record-", ".json"),
        ] {
            let is_that = |path: &String| path.starts_with(beginning) && path.ends_with(ending);
            assert!(requests.keys().any(is_that), "{beginning}...{ending} in {requests:#?}");
        }
    });
}

/// On a slow line the page can be read, and pressed, long before the app is there.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_event_that_is_pressed_early_opens_once_the_app_is_there() {
    browse_changed(vec![Change::Late(Part::Wasm)], async |page| {
        page.size(390, 800).await;
        page.open("/").await;
        page.drawn().await;
        let pressed: String = page
            .ask(
                "((button) => (button.click(), button.dataset.event))(
                    [...document.querySelectorAll('#timeline button[data-event]')].find((button) => button.checkVisibility()))",
            )
            .await;
        page.site.mend();
        page.ready().await;
        page.until_is("it is open", "location.search", format!("?event={pressed}")).await;
        assert_eq!(page.count("[data-panel=event]").await, 1);
    });
}
