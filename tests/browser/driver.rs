//! The three engines and how each is driven.
//!
//! Chromium's driver is one process for all tests of a program, and a Chromium serves one test after the other: [`warm`]. Firefox's and
//! WebKit's drivers hold one browser at a time, so each browser has a driver of its own. All choose a free port themselves.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::named;
use super::process::Process;
use super::profile::Profile;
use super::warm::{self, Warm};

/// What draws the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// A browser with nothing kept from another test.
pub struct Browser {
    pub driver: WebDriver,
    /// Its driver, where it has one of its own; it ends with the browser.
    process: Option<Process>,
    /// The Chromium that other tests had and will have, and the tab that keeps it open.
    pub warm: Option<(Warm, WindowHandle)>,
}

impl Browser {
    /// Ends what the test had: the whole browser, or of one that others will have its tabs. One that is not `sound` ends in any case.
    pub async fn quit(self, sound: bool) {
        // A browser that crashed is gone already; the test says so itself.
        match self.warm {
            Some((warm, home)) if sound => {
                if warm::left(&self.driver, &home).await.is_ok() {
                    warm.keep();
                }
            }
            _ => {
                let _ = self.driver.quit().await;
            }
        }
    }
}

/// A browser that nobody else has; with the profile in a folder where one is given, which Chromium and Firefox can be.
pub async fn browser(engine: Engine, profile: Option<&Path>) -> Browser {
    let warm = (engine == Engine::Chromium && profile.is_none()).then(Warm::had);
    let (address, process) = match engine {
        Engine::Chromium => (chromedriver().to_owned(), None),
        Engine::Firefox => own(geckodriver()),
        Engine::WebKit => own(webkit_driver()),
    };
    let (name, options) = match engine {
        Engine::Chromium => ("chrome", chromium(profile, warm.as_ref())),
        Engine::Firefox => ("firefox", firefox(profile)),
        Engine::WebKit => {
            assert_eq!(profile, None, "WebKit's driver gives every browser a profile of its own");
            ("MiniBrowser", Vec::new())
        }
    };
    let mut wanted = Capabilities::default();
    wanted.set("browserName", name).unwrap();
    // Tests wait for what they need; a page that never ends loading must not hold them. WebKit's driver needs the end of
    // loading all the same: a script that comes before it is now and then never answered.
    let strategy = if engine == Engine::WebKit { "normal" } else { "eager" };
    wanted.set("pageLoadStrategy", strategy).unwrap();
    for (name, value) in options {
        wanted.set(name, value).unwrap();
    }
    let driver = WebDriver::new(&address, wanted)
        .await
        .unwrap_or_else(|error| panic!("{engine:?} did not start: {error}"));
    let warm = match warm {
        Some(warm) => Some((warm, warm::enter(&driver).await)),
        None => None,
    };
    Browser { driver, process, warm }
}

fn own((port, process): (u16, Process)) -> (String, Option<Process>) {
    (address(port), Some(process))
}

fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// The address of Chromium's driver, which is started when it is first asked for.
fn chromedriver() -> &'static str {
    static DRIVER: OnceLock<(String, Process)> = OnceLock::new();
    let (address, _) = DRIVER.get_or_init(|| {
        let program = named("CHROMEDRIVER", "Chromium's driver");
        let mut process = Process::start(&program, &["--port=0", "--allowed-ips=127.0.0.1"], &[]);
        let port = process.says(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        (address(port), process)
    });
    address
}

/// Chromium's words: no window, no sandbox (tests may run as root), and no calls to its maker's hosts.
pub(super) const CHROMIUM_WORDS: [&str; 16] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-extensions",
    "--disable-component-extensions-with-background-pages",
    "--disable-features=Translate,OptimizationHints,MediaRouter,PreloadTopChromeWebUI,WebUIContentsPreloading",
    "--lang=en-US",
    "--hide-scrollbars",
    "--disable-smooth-scrolling",
];

fn chromium(profile: Option<&Path>, warm: Option<&Warm>) -> Vec<(&'static str, Value)> {
    let options = match warm {
        Some(warm) => json!({ "debuggerAddress": warm.address }),
        None => {
            let profile = profile.map(|folder| format!("--user-data-dir={}", folder.display()));
            let words: Vec<String> =
                CHROMIUM_WORDS.iter().map(|word| (*word).to_owned()).chain(profile).collect();
            json!({ "binary": named("DAYLIGHT_CHROMIUM", "Chromium"), "args": words })
        }
    };
    vec![("goog:chromeOptions", options), ("goog:loggingPrefs", json!({ "browser": "ALL" }))]
}

fn geckodriver() -> (u16, Process) {
    let program = named("GECKODRIVER", "Firefox's driver");
    let words = ["--host=127.0.0.1", "--port=0", "--websocket-port=0"];
    let mut process = Process::start(&program, &words, &[]);
    let port = process.says(|line| line.split_once("Listening on 127.0.0.1:")?.1.trim().parse().ok());
    (port, process)
}

/// Firefox without a window. Its driver already forbids it calls to its maker's hosts.
fn firefox(profile: Option<&Path>) -> Vec<(&'static str, Value)> {
    let binary = named("DAYLIGHT_FIREFOX", "Firefox");
    let profile = profile.map(|folder| ["-profile".to_owned(), folder.display().to_string()]);
    let words: Vec<String> =
        std::iter::once("-headless".to_owned()).chain(profile.into_iter().flatten()).collect();
    let settings = json!({
        "intl.accept_languages": "en-US",
        "general.smoothScroll": false,
        // Room for all sites together, in KB: little enough for a test to fill what one of them has, which is 10 MB.
        "dom.quotaManager.temporaryStorage.fixedLimit": 20_000,
    });
    vec![("moz:firefoxOptions", json!({ "binary": binary, "args": words, "prefs": settings }))]
}

/// WebKit knows no life without a window, so its driver, which starts the browser, is given a screen.
fn webkit_driver() -> (u16, Process) {
    let program = named("WEBKITWEBDRIVER", "WebKit's driver");
    let mut process = Process::start(&program, &["--port=0"], &webkit_environment());
    (process.listens(), process)
}

fn webkit_environment() -> Vec<(&'static str, &'static str)> {
    vec![
        ("DISPLAY", screen()),
        ("GDK_BACKEND", "x11"),
        // No bus of assistive technology to wait for, and no settings of the person who runs the tests.
        ("NO_AT_BRIDGE", "1"),
        ("GSETTINGS_BACKEND", "memory"),
        ("LC_ALL", "C.UTF-8"),
        // There is no graphics card to share buffers with: without trying, a walk takes 57 s in place of 92.
        ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
    ]
}

/// WebKit's browser without its driver, which gives every browser an empty profile and ends when a tab is killed: it opens an address
/// and cannot be asked. What it keeps stands in a folder.
pub struct Undriven {
    program: PathBuf,
    profile: Profile,
}

impl Undriven {
    /// The browser that the driver starts: where it is, only the driver knows.
    pub async fn find() -> Undriven {
        let driven = browser(Engine::WebKit, None).await;
        let program = driven.process.as_ref().unwrap().started("MiniBrowser");
        driven.driver.quit().await.unwrap();
        Undriven { program, profile: Profile::new() }
    }

    /// Opens an address in a browser of its own.
    pub fn open(&self, address: &str) -> Process {
        let folder = self.profile.0.display().to_string();
        let mut environment = webkit_environment();
        environment
            .extend(["XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"].map(|name| (name, &*folder)));
        Process::start(&self.program, &[address], &environment)
    }
}

/// The name of a screen that nobody looks at, which is put up when it is first asked for.
fn screen() -> &'static str {
    static SCREEN: OnceLock<(String, Process)> = OnceLock::new();
    let (name, _) = SCREEN.get_or_init(|| {
        let program = named("DAYLIGHT_XVFB", "the screen that nobody looks at");
        let words = ["-displayfd", "1", "-screen", "0", "2000x1400x24", "-nolisten", "tcp", "-noreset"];
        let mut process = Process::start(&program, &words, &[]);
        let number: u32 = process.says(|line| line.trim().parse().ok());
        (format!(":{number}"), process)
    });
    name
}
