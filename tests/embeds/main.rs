//! The embed pages inside fake host pages: every dialect of height, the sandbox and the policies that hosts have, what hosts
//! may ask, and the loader. The host page is served from another origin than the embeds.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

#[macro_use]
#[path = "../browser/mod.rs"]
mod browser;

mod apart;
mod blog;
mod constraints;
mod dialects;
mod host;
mod loader;
mod messages;
mod pages;
mod take;
mod tutorial;
