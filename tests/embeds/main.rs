//! The embed pages inside fake host pages: every dialect of height, the sandbox and the policies that hosts have, what hosts
//! may ask, and the loader. The host page is served from another origin than the embeds.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

#[path = "../browser/mod.rs"]
mod browser;

/// Makes of each function that takes a `&Page` a test in each engine: `name::firefox` and so on.
macro_rules! in_each_engine {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            use crate::browser::{Engine, browse_in};

            #[test]
            #[ignore = "needs the built site and browsers: cargo xtask test site browser"]
            fn chromium() {
                browse_in(Engine::Chromium, super::changes(), super::$name);
            }

            #[test]
            #[ignore = "needs the built site and browsers: cargo xtask test site browser"]
            fn firefox() {
                browse_in(Engine::Firefox, super::changes(), super::$name);
            }

            #[test]
            #[ignore = "needs the built site and browsers: cargo xtask test site browser"]
            fn webkit() {
                browse_in(Engine::WebKit, super::changes(), super::$name);
            }
        }
    )+ };
}

mod constraints;
mod dialects;
mod host;
mod loader;
mod messages;
mod pages;
