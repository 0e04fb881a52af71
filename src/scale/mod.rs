//! Time to pixels and back. Values only: panning and zooming return new ones.

mod ticks;
mod time;

pub use ticks::{Tick, TickLabel, TickLevel, ticks};
pub use time::{TimeScale, Window};
