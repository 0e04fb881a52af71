//! The studio, driven as an author would, in Chromium, Firefox and WebKit: forms, the page beside them, problems, undo, files; and each of
//! its promises that nothing is lost.

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

mod author;
mod files;
mod forms;
mod kept;
mod looks;
mod table;
