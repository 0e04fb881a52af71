//! What the browser tests share: a served site whose answers a test can change, browsers of three engines that open it, and
//! ways to ask the open page. `cargo xtask test browser` says where the site, the browsers and their drivers are; a missing
//! one is an error, never a test that passes by not running.

#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "each of the test programs uses its own part of this"
)]

mod chromium;
mod driver;
#[macro_use]
mod each_engine;
mod failure;
mod page;
mod process;
mod profile;
mod site;
mod warm;
mod watch;

use std::future::Future;
use std::io::Write as _;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};

use daylight::dossier::Dossier;
use profile::Profile;
use tokio::runtime::Runtime;

pub use chromium::Chromium;
pub use driver::{Engine, Undriven};
pub use failure::{Failure, died, words};
pub use page::{Key, Page};
pub use site::{Change, Part, Site};
pub use watch::SCRIPT as WATCHING;

/// The policy of every page of ours, as a host sends it that reads the site's `_headers`.
pub const POLICY: &str = policy_in(daylight::native::site::HEADERS);

/// What a file of headers says of the policy; found while this is compiled, which fails where it says nothing.
const fn policy_in(headers: &'static str) -> &'static str {
    const NAME: &[u8] = b"Content-Security-Policy: ";
    let bytes = headers.as_bytes();
    let (mut start, mut same) = (0, 0);
    while same < NAME.len() {
        same = if bytes[start] == NAME[same] { same + 1 } else { 0 };
        start += 1;
    }
    let mut end = start;
    while bytes[end] != b'\n' {
        end += 1;
    }
    headers.split_at(end).0.split_at(start).1
}

/// What an environment variable names, or the sentence that says what to do.
pub fn named(variable: &str, what: &str) -> PathBuf {
    let value = std::env::var_os(variable).unwrap_or_else(|| {
        panic!(
            "{variable} does not say where {what} is; start these tests by `cargo xtask test site browser`"
        )
    });
    let path = PathBuf::from(value);
    assert!(path.exists(), "{variable} names {}, which is not there", path.display());
    path
}

/// The one runtime of this test program.
fn runtime() -> &'static Runtime {
    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
    });
    &RUNTIME
}

/// The dossier that the site was built from, whole.
pub fn dossier() -> &'static Dossier {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    DOSSIER.get_or_init(|| {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk");
        let whole = daylight::native::read::load(&path).unwrap();
        // As the pages at the site's root tell it.
        daylight::native::site::told_in(&whole, "en").unwrap()
    })
}

/// Runs a test in a Chromium of its own, at the site as it was built.
pub fn browse(test: impl AsyncFn(&Chromium<'_>)) {
    browse_changed(Vec::new(), test);
}

/// Runs a test in a Chromium of its own, at a site that answers with these changes.
pub fn browse_changed(changes: Vec<Change>, test: impl AsyncFn(&Chromium<'_>)) {
    browse_in(Engine::Chromium, changes, async |page| test(&Chromium::new(page)).await);
}

/// Runs a test in a Chromium of its own, at a folder that is served.
pub fn browse_folder(folder: &Path, test: impl AsyncFn(&Page)) {
    browse_at(Engine::Chromium, Site::of_folder(folder, Vec::new()), test);
}

/// Runs a test in a browser of its own with this engine, at a site that answers with these changes.
pub fn browse_in(engine: Engine, mut changes: Vec<Change>, test: impl AsyncFn(&Page)) {
    if engine != Engine::Chromium {
        changes.push(Change::Watched);
    }
    browse_at(engine, Site::start(changes), test);
}

/// Runs a test in a browser of its own with this engine, at a site that is being started; where WebKit's process for the page
/// died, which it does by itself now and then, once more in a new browser: docs/decisions.md, "Three engines".
pub fn browse_at(engine: Engine, site: impl Future<Output = Site>, test: impl AsyncFn(&Page)) {
    wait_for(async {
        let (found, site) = browse_once(Page::start(engine, site.await).await, &test).await;
        let found = match found {
            Err(failure) if engine == Engine::WebKit && died(&failure) => {
                // Written past the capture of tests that pass: it is to be seen.
                let _ = writeln!(std::io::stderr(), "WebKit's page died; once more:\n{}", words(&failure));
                browse_once(Page::start(engine, site).await, &test).await.0
            }
            found => found,
        };
        if let Err(failure) = found {
            resume_unwind(failure);
        }
    });
}

/// What a test found on a page, and the site that the page read. Whatever it found, the browser is closed.
async fn browse_once(page: Page, test: &impl AsyncFn(&Page)) -> (Result<(), Failure>, Site) {
    let found = page.attempt("the test", async || test(&page).await).await;
    let passed = found.is_ok();
    (found, page.quit(passed).await)
}

/// Runs a test in a browser that keeps its profile, kills the whole browser, as a crash of it does, and runs the rest in the same
/// browser started again. Chromium and Firefox can be.
pub fn browse_through_a_crash(
    engine: Engine,
    mut changes: Vec<Change>,
    before: impl AsyncFn(&Page),
    after: impl AsyncFn(&Page),
) {
    if engine != Engine::Chromium {
        changes.push(Change::Watched);
    }
    wait_for(async {
        let profile = Profile::new();
        let page = Page::start_with(engine, Site::start(changes).await, Some(&profile.0)).await;
        let found = page.attempt("before the crash", async || before(&page).await).await;
        profile.kill_browsers();
        let Page { site, .. } = page;
        if let Err(failure) = found {
            resume_unwind(failure);
        }
        let page = Page::start_with(engine, site, Some(&profile.0)).await;
        let found = page.attempt("after the crash", async || after(&page).await).await;
        page.quit(found.is_ok()).await;
        if let Err(failure) = found {
            resume_unwind(failure);
        }
    });
}

/// Runs a test in WebKit's browser without its driver, at a site that answers with these changes.
pub fn undriven(changes: Vec<Change>, test: impl AsyncFn(&Undriven, &Site)) {
    wait_for(async { test(&Undriven::find().await, &Site::start(changes).await).await });
}

fn wait_for(work: impl Future<Output = ()>) {
    runtime().block_on(work);
}

/// axe-core, as a script to run in a page.
pub fn axe_script() -> String {
    std::fs::read_to_string(named("DAYLIGHT_AXE", "axe-core")).unwrap()
}
