//! The checker in the browser: wiring only. `check.js` calls the functions of [`daylight::checker`].

// The export lives in the library; naming it here links it into the program.
pub use daylight::checker::{check, inspect};

fn main() {}
