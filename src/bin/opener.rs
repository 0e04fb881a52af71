//! The page for any dossier: wiring only. `boot.js` calls [`daylight::browser::open`], in the studio's frame `live.js`
//! [`daylight::browser::live`].

// The export lives in the library; naming it here links it into the page.
pub use daylight::browser::{live, open};

fn main() {}
