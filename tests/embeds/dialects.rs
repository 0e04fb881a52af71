//! The frame's height in every dialect that host pages listen to.

use serde_json::{Value, json};

use crate::browser::{Change, Page};
use crate::host::{put_with, served, until_it_fits};

fn changes() -> Vec<Change> {
    served()
}

in_each_engine!(each_dialect_makes_the_frame_as_high_as_what_it_holds);

/// The dialects with what a host of each adds to the address.
const DIALECTS: [(&str, &str); 7] = [
    ("amp", ""),
    (
        "pym",
        "?initialWidth=600&childId=pym-1&parentTitle=A%20host&parentUrl=http%3A%2F%2F127.0.0.1%2Fhost.html",
    ),
    ("medium", ""),
    ("sizer", ""),
    ("resizer", ""),
    ("own", "?id=one"),
    ("datawrapper", "?compat=dw&id=x1"),
];

async fn each_dialect_makes_the_frame_as_high_as_what_it_holds(page: &Page) {
    page.open("/host.html").await;
    for (name, query) in DIALECTS {
        put_with(page, name, &format!("/embed/clock/{query}"), name).await;
    }
    for (name, _) in DIALECTS {
        until_it_fits(page, name).await;
        assert_eq!(said(page, name).await, expected(page, name).await, "{name}");
    }
    // What grows later is followed, and so is what shrinks, once it is on the screen: browsers leave the rest alone.
    let (name, frame) = ("own", "document.getElementById('own')");
    page.run(&format!("{frame}.scrollIntoView()")).await;
    let before: u32 = page.ask(&format!("Number({frame}.height)")).await;
    page.enter(frame).await;
    page.run("document.getElementById('main').append(Object.assign(document.createElement('p'), { id: 'more', textContent: 'More' }))").await;
    page.leave().await;
    page.until("it grew", &format!("Number({frame}.height) > {before}")).await;
    page.enter(frame).await;
    page.run("document.getElementById('more').remove()").await;
    page.leave().await;
    page.until_is("it shrank", &format!("Number({frame}.height)"), before).await;
    // A narrower frame, as when a phone is turned.
    page.run(&format!("{frame}.width = '320'")).await;
    page.until("it is higher", &format!("Number({frame}.height) > {before}")).await;
    until_it_fits(page, name).await;
}

/// The newest message of a frame in a dialect.
async fn said(page: &Page, name: &str) -> Value {
    let own = match name {
        "amp" => "data.sentinel === 'amp'",
        "pym" => "String(data).startsWith('pym')",
        "medium" => "typeof data === 'string' && data[0] === '{'",
        "sizer" => "String(data).startsWith('[iFrameSizer]')",
        "resizer" => "data.type === 'iframe-resized'",
        "own" => "data.source === 'daylight' && data.type === 'height'",
        _ => "'datawrapper-height' in Object(data)",
    };
    page.ask(&format!("heard.filter(({{ frame, data }}) => frame === '{name}' && ({own})).at(-1).data")).await
}

/// What it must be, to the letter.
async fn expected(page: &Page, name: &str) -> Value {
    let frame = format!("document.getElementById('{name}')");
    let height: u32 = page.ask(&format!("Number({frame}.height)")).await;
    match name {
        "amp" => json!({ "sentinel": "amp", "type": "embed-size", "height": height }),
        "pym" => json!(format!("pymxPYMxpym-1xPYMxheightxPYMx{height}")),
        "medium" => {
            let src: String = page.ask(&format!("{frame}.src")).await;
            json!(format!("{{\"src\":\"{src}\",\"context\":\"iframe.resize\",\"height\":{height}}}"))
        }
        "sizer" => {
            let said = said(page, name).await;
            let event = said.as_str().unwrap().rsplit(':').next().unwrap();
            assert!(["init", "resizeObserver"].contains(&event), "{said}");
            json!(format!("[iFrameSizer]sizer-1:{height}:600:{event}"))
        }
        "resizer" => json!({ "type": "iframe-resized", "width": 600, "height": height }),
        "own" => {
            json!({ "source": "daylight", "v": 1, "id": "one", "type": "height", "data": { "height": height } })
        }
        _ => json!({ "datawrapper-height": { "x1": height } }),
    }
}
