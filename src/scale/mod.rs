//! Time to pixels and back. Values only: panning and zooming return new ones.

mod axis;
mod offsets;
mod ticks;
mod time;

pub use axis::{Axis, Break, MOST_BREAKS};
pub use offsets::{OffsetTick, OffsetUnit, offset_ticks};
pub use ticks::{Tick, TickLabel, TickLevel, ticks};
pub use time::{TimeScale, Window};
