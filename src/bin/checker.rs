//! The checker in the browser: wiring only. `check.js` calls [`daylight::checker::check`].

// The export lives in the library; naming it here links it into the program.
pub use daylight::checker::check;

fn main() {}
