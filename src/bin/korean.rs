//! The page in Korean: the same program as `web`, with the words of another language in it.

// The export lives in the library; naming it here links it into the page.
pub use daylight::browser::start;

fn main() {}
