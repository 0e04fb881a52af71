//! The page's start: wiring only. `boot.js` calls [`daylight::browser::start`].

// The export lives in the library; naming it here links it into the page.
pub use daylight::browser::start;

fn main() {}
