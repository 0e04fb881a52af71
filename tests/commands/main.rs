//! The `daylight` command as an author uses it: what its page says is run, what it builds is all or nothing, what it serves follows
//! the files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

#[path = "../folder/mod.rs"]
mod folder;

mod building;
mod documented;
mod serving;
