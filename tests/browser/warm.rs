//! Chromiums that serve one test after the other: starting one takes some 1.5 s, as long as many a test.
//!
//! A test has one by itself, in a tab of its own, with an empty cache and nothing kept of its site's origin, which is a port that another test
//! may have had. What is set by the commands of a tab ends with the tab.

use std::sync::Mutex;

use thirtyfour::error::WebDriverResult;
use thirtyfour::{WebDriver, WindowHandle};

use super::driver::CHROMIUM_WORDS;
use super::named;
use super::process::{ENDING, Process};
use super::profile::Profile;

/// What Chromium's driver tells those that it starts itself.
const AS_BY_ITS_DRIVER: [&str; 10] = [
    "--enable-automation",
    "--test-type=webdriver",
    "--allow-pre-commit-input",
    "--disable-client-side-phishing-detection",
    "--disable-hang-monitor",
    "--disable-popup-blocking",
    "--disable-prompt-on-repost",
    "--password-store=basic",
    "--use-mock-keychain",
    "--remote-debugging-port=0",
];

/// Those that no test has.
static IDLE: Mutex<Vec<Warm>> = Mutex::new(Vec::new());

/// A running Chromium.
pub struct Warm {
    /// Where its developer tools listen.
    pub address: String,
    process: Process,
    profile: Profile,
}

impl Warm {
    /// One that no test has: one that waits, else a new one.
    pub fn had() -> Warm {
        let waiting = IDLE.lock().unwrap().pop();
        waiting.unwrap_or_else(Warm::start)
    }

    /// Keeps it for the next test.
    pub fn keep(self) {
        IDLE.lock().unwrap().push(self);
    }

    fn start() -> Warm {
        let profile = Profile::new();
        let folder = profile.0.display().to_string();
        let profile_word = format!("--user-data-dir={folder}");
        let words: Vec<&str> = CHROMIUM_WORDS
            .into_iter()
            .chain(AS_BY_ITS_DRIVER)
            .chain([&*profile_word, "about:blank"])
            .collect();
        let mut process =
            Process::start(&named("DAYLIGHT_CHROMIUM", "Chromium"), &words, &[(ENDING, &*folder)]);
        let address = format!("127.0.0.1:{}", process.listens());
        Warm { address, process, profile }
    }
}

/// Goes to a tab of its own; gives the one that keeps the browser open.
pub async fn enter(driver: &WebDriver) -> WindowHandle {
    let home = driver.window().await.unwrap();
    let tab = driver.new_tab().await.unwrap();
    driver.switch_to_window(tab).await.unwrap();
    home
}

/// Closes all tabs but that one, and leaves the browser to others.
pub async fn left(driver: &WebDriver, home: &WindowHandle) -> WebDriverResult<()> {
    for tab in driver.windows().await? {
        if tab != *home {
            driver.switch_to_window(tab).await?;
            driver.close_window().await?;
        }
    }
    driver.switch_to_window(home.clone()).await?;
    driver.clone().quit().await
}
