//! The fake host page.

use crate::browser::{Change, Page, Part, WATCHING};

/// A host page, its script, and the site as a good static host serves it.
pub fn served() -> Vec<Change> {
    vec![
        Change::File("/host.html", || page("")),
        // What a careful site allows: its own scripts, the loader, and frames of the embeds' site.
        Change::File("/strict.html", || {
            page(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' http://localhost:*; \
                 style-src 'self'; img-src data:; frame-src http://localhost:*\">",
            )
        }),
        Change::File("/host.js", || {
            format!("if (!self.watched) {{ {WATCHING} }}\n{}", include_str!("host.js"))
        }),
        Change::Header(Part::Named, "cache-control", "public, max-age=31536000, immutable"),
    ]
}

fn page(head: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">{head}<title>A host page</title>\
         <link rel=\"icon\" href=\"data:,\"><script src=\"/host.js\"></script></head>\
         <body><h1>A host page</h1><div id=\"place\"></div><p id=\"after\">What follows</p></body></html>"
    )
}

/// Puts a frame on the host page, and a listener for a dialect, before the frame can say anything.
pub async fn put_with(page: &Page, id: &str, path: &str, dialect: &str) {
    page.run(&format!("hosts['{dialect}'](put('{id}', '{path}'))")).await;
}

/// Puts a frame on the host page.
pub async fn put(page: &Page, id: &str, path: &str) {
    page.run(&format!("put('{id}', '{path}')")).await;
}

/// Clicks an element of the frame that was entered. Not with a real pointer: Chromium's driver does not find the place of a frame from
/// another origin.
pub async fn press(page: &Page, selector: &str) {
    page.run(&format!("document.querySelector('{selector}').click()")).await;
}

/// Waits until the view in a frame says that it can be used.
pub async fn until_ready(page: &Page, id: &str) {
    page.until(&format!("{id} is ready"), &format!("told('{id}', 'ready').length === 1")).await;
}

/// Waits until a frame is as high as what it holds, but for the one pixel that is not told, and the page in it does not scroll. Brings it
/// on the screen first: browsers leave what is off it as it was. Leaves the frame.
pub async fn until_it_fits(page: &Page, id: &str) {
    let frame = format!("document.getElementById('{id}')");
    page.until(&format!("{id} has a height"), &format!("{frame}.height !== '150'")).await;
    page.run(&format!("{frame}.scrollIntoView()")).await;
    page.enter(&frame).await;
    page.until(
        &format!("{id} is as high as what it holds"),
        "Math.abs(innerHeight - document.body.getBoundingClientRect().height) < 2
            && document.documentElement.scrollHeight <= innerHeight + 1",
    )
    .await;
    page.leave().await;
}
