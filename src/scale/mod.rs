//! Time to pixels and back. Values only: panning and zooming return new ones.

mod time;

pub use time::{TimeScale, Window};
