//! What only Chromium can be asked: the commands of its developer tools. A test that needs them takes this page, and so
//! cannot be run in another engine.

use std::ops::Deref;

use serde_json::{Value, json};

use super::driver::Engine;
use super::page::Page;

/// A page in Chromium.
pub struct Chromium<'a>(&'a Page);

impl Deref for Chromium<'_> {
    type Target = Page;
    fn deref(&self) -> &Page {
        self.0
    }
}

impl Chromium<'_> {
    /// A page that was started in Chromium.
    pub fn new(page: &Page) -> Chromium<'_> {
        assert_eq!(page.engine, Engine::Chromium);
        Chromium(page)
    }

    /// A command of the browser's developer tools.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.0.devtools(command, parameters).await
    }

    /// Kills what draws this tab, as a crash does, and goes to another tab.
    pub async fn crash(&self) {
        self.0.crash().await;
    }

    /// As on paper, or in a colour scheme: `("print", "")`, `("", "dark")`.
    pub async fn media(&self, medium: &str, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features })).await;
    }
}
