//! The page in a real browser between what was written ahead and the app that takes it over: both are the same, and
//! whatever goes wrong on the way, the text stays and one line says what happened.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

#[path = "../browser/mod.rs"]
mod browser;

mod altered;
mod failing;
mod no_scripts;
mod policy;
mod taking_over;
