//! The frame's height in every dialect that host pages listen to.

use serde_json::{Value, json};

use crate::browser::{Change, Page, browse_changed};
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

/// Gives the frame that listens to our own dialect each of these widths for so many milliseconds.
async fn widths(page: &Page, widths: &str, milliseconds: u32) {
    page.run_async(&format!(
        "(async () => {{
            for (const width of {widths}) {{
                document.getElementById('own').width = width;
                await new Promise((next) => setTimeout(next, {milliseconds}));
            }}
        }})().then(done);"
    ))
    .await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn however_often_its_width_changes_a_frame_has_its_height_at_last() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        put_with(page, "own", "/embed/words/?id=one", "own").await;
        until_it_fits(page, "own").await;
        // A window's edge that is dragged slowly, and a panel that is opened and closed.
        widths(page, "Array.from({ length: 71 }, (_, step) => 1200 - 12 * step)", 30).await;
        until_it_fits(page, "own").await;
        widths(page, "Array.from({ length: 30 }, (_, turn) => (turn % 2 ? 1200 : 700))", 120).await;
        until_it_fits(page, "own").await;
        for width in ["[400]", "[1200]"] {
            widths(page, width, 0).await;
            until_it_fits(page, "own").await;
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_host_that_answers_each_height_with_another_width_is_not_answered_for_ever() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        page.run(
            "self.answered = Infinity;
             self.heights = () => told('own', 'height').length;
             addEventListener('message', ({ source, data }) => {
                 const frame = document.getElementById('own');
                 if (source !== frame.contentWindow || data.source !== 'daylight' || data.type !== 'height') return;
                 self.answered = performance.now();
                 frame.height = data.data.height;
                 frame.width = frame.width === '400' ? '800' : '400';
             });",
        )
        .await;
        put_with(page, "own", "/embed/words/?id=one", "own").await;
        // Where a width comes before the height of the last one was told, both may rest by themselves; then the height is right.
        page.until(
            "it has answered often, or rests",
            "heights() > 25 || performance.now() - answered > 5000",
        )
        .await;
        if page.ask::<u32>("heights()").await <= 25 {
            until_it_fits(page, "own").await;
        }
        // One change a second at first, and then ever fewer; without an end to it there would be dozens a second.
        page.run_async("setTimeout(done, 2000)").await;
        let before: u32 = page.ask("heights()").await;
        page.run_async("setTimeout(done, 5000)").await;
        let after: u32 = page.ask("heights()").await;
        assert!(before < 50 && after - before <= 6, "{before} heights, then {after}");
    });
}
