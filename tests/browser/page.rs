//! An open page: what a reader does to it, what it shows, and waiting until it does.

use std::cell::Cell;
use std::io::Write as _;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::time::{Duration, Instant};

use axum::http::Method;
use futures::FutureExt as _;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use daylight::dossier::date::Day;

use super::dossier;
use super::driver::{self, Browser, Engine};
use super::failure::{Failure, died, words};
use super::site::Site;
use super::watch;

/// How long something that must happen may take on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether a page stands drawn, in its styles and its fonts.
const DRAWN: &str =
    "document.fonts.status === 'loaded' && performance.getEntriesByName('first-contentful-paint').length > 0";
/// How often a condition is looked at.
const LOOK: Duration = Duration::from_millis(15);

/// A key by its name in WebDriver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(pub char);

impl Key {
    pub const TAB: Key = Key('\u{e004}');
    pub const ENTER: Key = Key('\u{e007}');
    pub const CTRL: Key = Key('\u{e009}');
    pub const SHIFT: Key = Key('\u{e008}');
    pub const ESCAPE: Key = Key('\u{e00c}');
    pub const PAGE_UP: Key = Key('\u{e00e}');
    pub const PAGE_DOWN: Key = Key('\u{e00f}');
    pub const END: Key = Key('\u{e010}');
    pub const HOME: Key = Key('\u{e011}');
    pub const LEFT: Key = Key('\u{e012}');
    pub const UP: Key = Key('\u{e013}');
    pub const RIGHT: Key = Key('\u{e014}');
    pub const DOWN: Key = Key('\u{e015}');
}

/// A command that thirtyfour has no word for.
#[derive(Debug)]
struct Raw(&'static str, Value);

impl FormatRequestData for Raw {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session}/{}", self.0)).add_body(self.1.clone())
    }
}

/// A browser with one page open.
pub struct Page {
    /// The site it reads.
    pub site: Site,
    /// What draws it.
    pub engine: Engine,
    browser: Browser,
    /// Whether what was attempted last was tried again.
    tried_again: Cell<bool>,
    /// Whether the browser is fit for another test.
    sound: Cell<bool>,
}

impl Page {
    /// A new browser, with nothing opened yet, 1280 pixels wide. Elsewhere than in Chromium the site must be served watched.
    pub async fn start(engine: Engine, site: Site) -> Page {
        Page::start_with(engine, site, None).await
    }

    /// The same, with the profile in a folder.
    pub async fn start_with(engine: Engine, site: Site, profile: Option<&Path>) -> Page {
        let browser = driver::browser(engine, profile).await;
        let page = Page { site, engine, browser, tried_again: Cell::new(false), sound: Cell::new(true) };
        if engine == Engine::Chromium {
            let script = json!({ "source": watch::SCRIPT });
            page.devtools("Page.addScriptToEvaluateOnNewDocument", script).await;
        }
        if page.browser.warm.is_some() {
            page.forget().await;
            // What gets the focus in a tab that has it not yet hears nothing of it.
            page.devtools("Page.bringToFront", json!({})).await;
            page.until("the tab has the focus", "document.hasFocus()").await;
        }
        page.size(1280, 900).await;
        page
    }

    /// Takes away what tests before it left in the browser.
    async fn forget(&self) {
        self.devtools("Network.clearBrowserCache", json!({})).await;
        let all = json!({ "origin": self.site.origin, "storageTypes": "all" });
        self.devtools("Storage.clearDataForOrigin", all).await;
        self.devtools("Browser.resetPermissions", json!({})).await;
        self.devtools("Browser.setDownloadBehavior", json!({ "behavior": "default" })).await;
    }

    /// Closes the browser, or leaves it to another test where this one `passed`, and gives the site that it read.
    pub async fn quit(self, passed: bool) -> Site {
        self.browser.quit(passed && self.sound.get()).await;
        self.site
    }

    async fn send(&self, path: &'static str, body: Value) -> Value {
        let answer = self.browser.driver.cmd(Raw(path, body)).await;
        answer.unwrap_or_else(|error| panic!("{path}: {error}")).value_json().unwrap()
    }

    /// A command of Chromium's developer tools; tests reach it through [`super::Chromium`].
    pub(super) async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.send("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// Gives the page this many CSS pixels.
    pub async fn size(&self, width: u32, height: u32) {
        if self.engine == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", size).await;
            return;
        }
        // Elsewhere only the window's size can be set, and what it needs for itself is known by looking. It follows in its own time, so
        // both sizes are read at once: what is between them is the same before and after.
        let began = Instant::now();
        loop {
            let [inner_width, inner_height, outer_width, outer_height]: [u32; 4] =
                self.ask("[innerWidth, innerHeight, outerWidth, outerHeight]").await;
            if [inner_width, inner_height] == [width, height] {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "{inner_width} by {inner_height}, not {width} by {height}");
            let (wider, higher) =
                (outer_width.saturating_sub(inner_width), outer_height.saturating_sub(inner_height));
            self.browser.driver.set_window_rect(0, 0, width + wider, height + higher).await.unwrap();
        }
    }

    /// Opens an address of the site: `/?on=2018-07-16`.
    pub async fn open(&self, path: &str) {
        let address = format!("{}{path}", self.site.origin);
        self.browser.driver.goto(&address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
        // Chromium's driver (148) now and then answers before the page has been read to its end.
        self.until("the page has been read", "document.readyState !== 'loading'").await;
    }

    /// Opens an address of the main page and waits until the app runs on it and the whole dossier is there.
    pub async fn open_ready(&self, path: &str) {
        self.open(path).await;
        self.ready().await;
    }

    /// Waits until the app runs on the page.
    pub async fn ready(&self) {
        self.until("the page is ready", "document.querySelector('#daylight[data-daylight=ready]') !== null")
            .await;
    }

    /// Waits until the page stands drawn: what a reader does before that is lost.
    pub async fn drawn(&self) {
        self.until("the page has been drawn", DRAWN).await;
    }

    /// Goes into the frame that an expression names: what is asked and done is then inside it.
    pub async fn enter(&self, frame: &str) {
        let found = self.browser.driver.execute(format!("return {frame};"), Vec::new()).await;
        let found = found.and_then(|found| found.element());
        let found = found.unwrap_or_else(|error| panic!("{frame}: {error}"));
        found.enter_frame().await.unwrap_or_else(|error| panic!("{frame}: {error}"));
    }

    /// Back to the page around all frames.
    pub async fn leave(&self) {
        self.browser.driver.enter_default_frame().await.unwrap();
    }

    /// Opens another tab of the same browser and goes to it; gives its name.
    pub async fn new_tab(&self) -> String {
        let tab = self.browser.driver.new_tab().await.unwrap();
        self.browser.driver.switch_to_window(tab.clone()).await.unwrap();
        tab.to_string()
    }

    /// The name of the tab that is not this one, of two.
    pub async fn other_tab(&self, tab: &str) -> String {
        let home = self.browser.warm.as_ref().map(|(_, home)| home.to_string());
        let tabs = self.browser.driver.windows().await.unwrap();
        let mut tabs = tabs.into_iter().map(|tab| tab.to_string());
        tabs.find(|other| other != tab && Some(other) != home.as_ref()).unwrap()
    }

    /// Goes to a tab.
    pub async fn to_tab(&self, tab: &str) {
        self.browser.driver.switch_to_window(tab.to_owned().into()).await.unwrap();
    }

    /// Kills what draws this tab, and goes to another one; tests reach it through [`super::Chromium`].
    pub(super) async fn crash(&self) {
        self.sound.set(false);
        let old = self.browser.driver.window().await.unwrap();
        let new = self.browser.driver.new_tab().await.unwrap();
        self.browser.driver.switch_to_window(old).await.unwrap();
        // No answer comes from what is dead.
        let _ = self
            .browser
            .driver
            .cmd(Raw("goog/cdp/execute", json!({ "cmd": "Page.crash", "params": {} })))
            .await;
        self.browser.driver.switch_to_window(new).await.unwrap();
    }

    /// Closes this tab without a word, and opens another one.
    pub async fn another_tab_in_place_of_this(&self) {
        let old = self.browser.driver.window().await.unwrap();
        let new = self.browser.driver.new_tab().await.unwrap();
        self.browser.driver.switch_to_window(old).await.unwrap();
        self.browser.driver.close_window().await.unwrap();
        self.browser.driver.switch_to_window(new).await.unwrap();
    }

    /// Loads the page anew.
    pub async fn reload(&self) {
        self.browser.driver.refresh().await.unwrap();
    }

    pub async fn back(&self) {
        self.browser.driver.back().await.unwrap();
    }

    pub async fn forward(&self) {
        self.browser.driver.forward().await.unwrap();
    }

    /// The value of a JavaScript expression; `arguments[0]` and so on are what is passed.
    pub async fn ask_with<T: DeserializeOwned>(&self, expression: &str, arguments: &[Value]) -> T {
        let answer = self.browser.driver.execute(format!("return ({expression});"), arguments.to_vec()).await;
        let answer = answer.unwrap_or_else(|error| panic!("{expression}: {error}"));
        answer.convert().unwrap_or_else(|_| panic!("{expression} gave {}", answer.json()))
    }

    /// The value of a JavaScript expression.
    pub async fn ask<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.ask_with(expression, &[]).await
    }

    /// Runs statements in the page.
    pub async fn run(&self, statements: &str) {
        let done = self.browser.driver.execute(statements.to_owned(), Vec::new()).await;
        done.unwrap_or_else(|error| panic!("{statements}: {error}"));
    }

    /// Runs statements that call `done(value)` some time.
    pub async fn run_async(&self, statements: &str) -> Value {
        let statements = format!("const done = arguments[arguments.length - 1]; {statements}");
        let done = self.browser.driver.execute_async(statements, Vec::new()).await;
        done.unwrap_or_else(|error| panic!("{error}")).json().clone()
    }

    /// Waits until an expression is true.
    pub async fn until(&self, what: &str, expression: &str) {
        self.until_is(what, expression, true).await;
    }

    /// Waits until an expression has this value.
    pub async fn until_is<T: DeserializeOwned + PartialEq + std::fmt::Debug>(
        &self,
        what: &str,
        expression: &str,
        wanted: T,
    ) {
        let began = Instant::now();
        loop {
            let value: T = self.ask(expression).await;
            if value == wanted {
                return;
            }
            if began.elapsed() > PATIENCE {
                let log = self.log().await.join("\n");
                let place: String = self.ask("`${location.href} (${document.readyState})`").await;
                panic!(
                    "waited in vain until {what}:\n  {expression}\n  is {value:?}\n  not {wanted:?}\nat {place}\nconsole:\n{log}"
                );
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits for three frames: whatever an act of the reader started has been drawn by then.
    pub async fn frames(&self) {
        self.run_async(
            "requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))",
        )
        .await;
    }

    /// The text that stands in an element, spaces as one.
    pub async fn text(&self, selector: &str) -> String {
        self.ask_with(
            "(document.querySelector(arguments[0]) || { textContent: 'no ' + arguments[0] }).textContent.replace(/\\s+/g, ' ').trim()",
            &[json!(selector)],
        )
        .await
    }

    /// How many elements a selector finds.
    pub async fn count(&self, selector: &str) -> usize {
        self.ask_with("document.querySelectorAll(arguments[0]).length", &[json!(selector)]).await
    }

    /// How many of the elements a selector finds can be seen.
    pub async fn count_visible(&self, selector: &str) -> usize {
        self.ask_with(
            "[...document.querySelectorAll(arguments[0])].filter((element) =>
                element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0).length",
            &[json!(selector)],
        )
        .await
    }

    /// The query string of the address, without `?`.
    pub async fn query(&self) -> String {
        self.ask("location.search.replace('?', '')").await
    }

    /// Brings an element into view and clicks its middle with a real pointer.
    pub async fn click(&self, selector: &str) {
        let (x, y) = self.middle(selector).await;
        self.pointer(&[json!({"type": "pointerMove", "duration": 0, "x": x, "y": y}), down(), up()]).await;
    }

    /// Clicks an event's mark on the timeline and waits until its record is open, and the page stands still. Where the mark is
    /// in a cluster, opens that first, as often as it takes.
    pub async fn open_mark(&self, id: &str) {
        let surface = "[data-surface=timeline]";
        let mark = format!("{surface} :is([data-event='{id}'] .glyph, button[data-event='{id}'])");
        if let Some(event) = dossier().event(id) {
            let day = event.date.first();
            while self.count(&mark).await == 0 {
                let holds = |text: &String| {
                    let parts: Vec<&str> = text.split(' ').collect();
                    let [from, to] = [parts[0], parts[1]].map(|part| Day::parse(part).unwrap());
                    from <= day && day <= to && parts[2] == event.lane.name()
                };
                let all: Vec<String> = self
                    .ask(&format!(
                        "[...document.querySelectorAll('{surface} [data-stretch]')].map((cluster) => cluster.dataset.stretch)"
                    ))
                    .await;
                let own = all
                    .iter()
                    .find(|text| holds(text))
                    .unwrap_or_else(|| panic!("{id} is in none of {all:?}"));
                self.click(&format!("{surface} [data-stretch='{own}']")).await;
                self.until(
                    "the cluster parts",
                    &format!("document.querySelector(\"{surface} [data-stretch='{own}']\") === null"),
                )
                .await;
                self.frames().await;
            }
        }
        self.click(&mark).await;
        self.until("the record is open", "document.getElementById('event-heading') !== null").await;
        self.frames().await;
    }

    /// Where the middle of an element is, after bringing it into view.
    pub async fn middle(&self, selector: &str) -> (i64, i64) {
        let mut last = None;
        // What comes into view may be laid out only then and push the rest away; and the focus that follows an earlier act, two
        // frames after it, scrolls the page.
        let app: bool = self.ask("document.querySelector('#daylight[data-daylight=ready]') !== null").await;
        // Without the app no frame is ever announced, and only two things move anything: the styles and the fonts, where the
        // driver answers before they are there. What a pointer does before the page is first drawn is lost besides.
        if !app {
            self.drawn().await;
        }
        loop {
            if app {
                self.frames().await;
            }
            let place: Option<(f64, f64)> = self
                .ask_with(
                    "((element) => {
                        if (!element) return null;
                        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
                        const box = element.getBoundingClientRect();
                        return [box.left + box.width / 2, box.top + box.height / 2];
                    })(document.querySelector(arguments[0]))",
                    &[json!(selector)],
                )
                .await;
            let (x, y) = place.unwrap_or_else(|| panic!("there is no {selector}"));
            let place = (x.round() as i64, y.round() as i64);
            if last.replace(place) == Some(place) {
                return place;
            }
        }
    }

    async fn actions(&self, sources: Value) {
        self.send("actions", json!({ "actions": sources })).await;
    }

    /// What a mouse does, step by step.
    pub async fn pointer(&self, steps: &[Value]) {
        self.actions(json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": steps }]))
            .await;
    }

    /// Presses the mouse at a place, moves it and lets go.
    pub async fn drag(&self, from: (i64, i64), to: (i64, i64)) {
        let at = |x: i64, y: i64| json!({"type": "pointerMove", "duration": 30, "x": x, "y": y});
        let half = ((from.0 + to.0) / 2, (from.1 + to.1) / 2);
        self.pointer(&[at(from.0, from.1), down(), at(half.0, half.1), at(to.0, to.1), up()]).await;
    }

    /// A finger from one place to another.
    pub async fn finger(&self, way: [(i64, i64); 2]) {
        self.actions(json!([finger("one", way)])).await;
    }

    /// Two fingers, each from one place to another, at the same time.
    pub async fn fingers(&self, first: [(i64, i64); 2], second: [(i64, i64); 2]) {
        self.actions(json!([finger("one", first), finger("two", second)])).await;
    }

    /// Turns the wheel at a place, perhaps with a key held.
    pub async fn wheel(&self, at: (i64, i64), by: (i64, i64), held: Option<Key>) {
        let turn = json!({"type": "scroll", "duration": 0, "origin": "viewport",
            "x": at.0, "y": at.1, "deltaX": by.0, "deltaY": by.1});
        let pause = json!({"type": "pause", "duration": 0});
        let mut sources =
            vec![json!({"type": "wheel", "id": "wheel", "actions": [pause.clone(), turn, pause.clone()]})];
        if let Some(Key(key)) = held {
            let steps = json!([{"type": "keyDown", "value": key}, pause, {"type": "keyUp", "value": key}]);
            sources.push(json!({"type": "key", "id": "keys", "actions": steps}));
        }
        self.actions(Value::Array(sources)).await;
    }

    /// Presses a key, wherever the focus is.
    pub async fn press(&self, key: Key) {
        self.press_all(&[key]).await;
    }

    /// Presses keys one after another.
    pub async fn press_all(&self, keys: &[Key]) {
        let steps: Vec<Value> = keys
            .iter()
            .flat_map(|Key(key)| {
                [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})]
            })
            .collect();
        self.actions(json!([{ "type": "key", "id": "keys", "actions": steps }])).await;
    }

    /// Presses a key while another is held.
    pub async fn press_with(&self, Key(held): Key, Key(key): Key) {
        let step = |kind: &str, key: char| json!({"type": kind, "value": key});
        let steps = [step("keyDown", held), step("keyDown", key), step("keyUp", key), step("keyUp", held)];
        self.actions(json!([{ "type": "key", "id": "keys", "actions": steps }])).await;
    }

    /// Types a text, wherever the focus is.
    pub async fn type_in(&self, text: &str) {
        let keys: Vec<Key> = text.chars().map(Key).collect();
        self.press_all(&keys).await;
    }

    /// Puts the focus on an element.
    pub async fn focus(&self, selector: &str) {
        let there: bool = self
            .ask_with(
                "((element) => { element.focus(); return document.activeElement === element; })(document.querySelector(arguments[0]))",
                &[json!(selector)],
            )
            .await;
        assert!(there, "{selector} does not take the focus");
    }

    /// Warnings and errors of the console since it was last looked at, or, elsewhere than in Chromium, since the page was
    /// opened; there with the errors that nobody caught, which Chromium puts on its console itself.
    pub async fn log(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            return self.ask("window.watched ? [...watched.console, ...watched.errors] : []").await;
        }
        let entries = self.browser.driver.browser_log().await.unwrap();
        let bad = entries.into_iter().filter(|entry| matches!(entry.level.as_str(), "WARNING" | "SEVERE"));
        bad.map(|entry| format!("{}: {}", entry.level, entry.message)).collect()
    }

    /// What went wrong in the page and was caught by nobody.
    pub async fn errors(&self) -> Vec<String> {
        self.ask("watched.errors").await
    }

    /// Runs a test or a part of it, and gives what it failed with; in WebKit once more where the program was stopped. WebKitGTK
    /// does that now and then, in places that change, for reasons that Rust without `unsafe` cannot give: docs/decisions.md,
    /// "Three engines". What fails without a trap, or again, has failed. Where the page's process is gone nothing can be tried on
    /// this page: [`died`].
    pub async fn attempt(&self, what: &str, part: impl AsyncFn()) -> Result<(), Failure> {
        let run = || AssertUnwindSafe(part()).catch_unwind();
        self.tried_again.set(false);
        let Err(failure) = run().await else { return Ok(()) };
        // A part that was tried again by itself is not tried a third time with the whole.
        if self.engine != Engine::WebKit || self.tried_again.get() || died(&failure) {
            return Err(failure);
        }
        let errors = match AssertUnwindSafe(self.errors()).catch_unwind().await {
            Ok(errors) => errors,
            // What is not a question fails in other words when the process goes; the question after it tells.
            Err(silence) => return Err(Box::new(format!("{}\n{}", words(&failure), words(&silence)))),
        };
        if !errors.iter().any(|error| error.contains("RuntimeError")) {
            return Err(failure);
        }
        // Written past the capture of tests that pass: it is to be seen.
        let _ = writeln!(std::io::stderr(), "{what}: WebKit stopped the program, {errors:?}; once more");
        self.tried_again.set(true);
        run().await
    }

    /// What broke the page's security policy.
    pub async fn violations(&self) -> Vec<String> {
        self.ask("watched.violations").await
    }

    /// The bytes of the page on paper, as PDF.
    pub async fn printed(&self) -> usize {
        let pdf = self.send("print", json!({ "background": true })).await;
        pdf.as_str().unwrap().len() * 3 / 4
    }

    /// A picture of the page, for looking at while writing a test.
    pub async fn picture(&self, path: &str) {
        self.browser.driver.screenshot(std::path::Path::new(path)).await.unwrap();
    }
}

fn down() -> Value {
    json!({"type": "pointerDown", "button": 0})
}

fn up() -> Value {
    json!({"type": "pointerUp", "button": 0})
}

fn finger(id: &str, [from, to]: [(i64, i64); 2]) -> Value {
    let at = |(x, y): (i64, i64)| json!({"type": "pointerMove", "duration": 40, "x": x, "y": y});
    let half = ((from.0 + to.0) / 2, (from.1 + to.1) / 2);
    json!({ "type": "pointer", "id": id, "parameters": { "pointerType": "touch" },
        "actions": [at(from), down(), at(half), at(to), up()] })
}
