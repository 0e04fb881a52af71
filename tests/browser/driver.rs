//! The browser's driver: one process for all tests of a program, on a port it finds free.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// The running driver. Its shell ends it as soon as this program's end of the pipe is closed, however the program ends.
struct Driver {
    address: String,
    _shell: Child,
}

const SHELL: &str = r#""$0" --port=0 --allowed-ips=127.0.0.1 </dev/null & read -r _; kill $!"#;

fn driver() -> &'static Driver {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    DRIVER.get_or_init(|| {
        let program = super::named("CHROMEDRIVER", "the browser's driver");
        let mut shell = Command::new("sh")
            .args(["-c", SHELL])
            .arg(&program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{} did not start: {error}", program.display()));
        let mut lines = BufReader::new(shell.stdout.take().unwrap()).lines().map_while(Result::ok);
        let said = lines
            .find(|line| line.contains("started successfully on port"))
            .unwrap_or_else(|| panic!("{} did not say its port", program.display()));
        // The driver goes on talking; somebody has to listen.
        std::thread::spawn(move || lines.for_each(drop));
        let port = said.trim_end_matches('.').rsplit(' ').next().unwrap_or_default().to_owned();
        Driver { address: format!("http://127.0.0.1:{port}"), _shell: shell }
    })
}

/// The browser's words: no window, no sandbox (tests may run as root), and no calls to its maker's hosts.
const WORDS: [&str; 14] = [
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
    "--disable-features=Translate,OptimizationHints,MediaRouter",
    "--lang=en-US",
    "--hide-scrollbars",
    "--disable-smooth-scrolling",
];

/// A new browser with nothing kept from another.
pub async fn browser() -> WebDriver {
    let chromium = super::named("DAYLIGHT_CHROMIUM", "the browser");
    let options = json!({ "binary": chromium, "args": WORDS });
    let mut wanted = Capabilities::default();
    let parts: [(&str, Value); 4] = [
        ("browserName", json!("chrome")),
        // Tests wait for what they need; a page that never ends loading must not hold them.
        ("pageLoadStrategy", json!("eager")),
        ("goog:chromeOptions", options),
        ("goog:loggingPrefs", json!({ "browser": "ALL" })),
    ];
    for (name, value) in parts {
        wanted.set(name, value).unwrap();
    }
    WebDriver::new(&driver().address, wanted)
        .await
        .unwrap_or_else(|error| panic!("the browser did not start: {error}"))
}
