//! The studio's start: wiring only. `studio-host.js` calls [`daylight::browser::studio`], and in a worker [`daylight::browser::rows`].

// The export lives in the library; naming it here links it into the program.
pub use daylight::browser::{rows, studio};

fn main() {}
