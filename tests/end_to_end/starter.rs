//! The dossier that `daylight new` writes, built around the app and opened: nothing of the page counts on the first dossier.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::{Page, browse_folder};
use crate::widths::fits;

/// The starter's site, built around the app that the real one was built around; gone at the end.
struct Built(PathBuf);

impl Built {
    fn new() -> Built {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let app = root.join("target/app");
        assert!(
            app.join("index.html").is_file(),
            "`cargo xtask test site` builds the app into {}",
            app.display()
        );
        let site = std::env::temp_dir().join(format!("daylight-starter-{}", std::process::id()));
        let mut build = Command::new(env!("CARGO_BIN_EXE_daylight"));
        build
            .arg("build")
            .arg(root.join("starter"))
            .arg("--app")
            .arg(app)
            .args(["--plain", "--out"])
            .arg(&site);
        let output = build.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Built(site)
    }
}

impl Drop for Built {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn opens(page: &Page, width: u32) {
    page.size(width, 800).await;
    page.open_ready("/").await;
    assert_eq!(page.text("h1").await, "An invented example: talks about a strait");
    assert_eq!(
        page.text(".headline").await,
        "On 22 June 2016 the two sides were apart on 1 of the 3 issues known; 1 unknown."
    );
    for view in [
        "lead", "timeline", "gap", "words", "meetings", "clock", "promises", "launches", "argument",
        "sources",
    ] {
        assert_eq!(page.count_visible(&format!("#{view}")).await, 1, "{view} at {width}");
    }
    fits(page, "at rest").await;
    let turned: Vec<String> =
        page.ask("[...document.querySelectorAll('#words blockquote[lang=ar]')].map((quote) => getComputedStyle(quote).direction)").await;
    assert!(turned.len() >= 2 && turned.iter().all(|direction| direction == "rtl"), "{turned:?}");
    page.open_mark("2016-10-03-second-rocket").await;
    page.until("both readings are here", "document.querySelector('[data-panel] .readings') !== null").await;
    fits(page, "with a record open").await;
    assert!(page.errors().await.is_empty(), "{:?}", page.errors().await);
    assert!(page.violations().await.is_empty(), "{:?}", page.violations().await);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_starter_opens_on_every_screen() {
    let built = Built::new();
    browse_folder(&built.0, async |page| {
        for width in [320, 768, 1280] {
            opens(page, width).await;
        }
    });
}
