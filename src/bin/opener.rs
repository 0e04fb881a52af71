//! The page for any dossier: wiring only. `boot.js` calls [`daylight::browser::open`].

// The export lives in the library; naming it here links it into the page.
pub use daylight::browser::open;

fn main() {}
