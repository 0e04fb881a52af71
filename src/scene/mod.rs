//! Marks as plain data, and an SVG writer: one scene feeds the screen, the export and the snapshots.

mod glyph;
mod mark;
mod svg;
mod timeline;

pub use glyph::{Finish, glyph};
pub use mark::{Anchor, Group, Mark, Scene, Target, num, round};
pub use svg::svg;
pub use timeline::{Key, Sides, legend, timeline};
