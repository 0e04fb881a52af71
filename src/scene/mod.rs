//! Marks as plain data, and an SVG writer: one scene feeds the screen, the export and the snapshots.

mod mark;

pub use mark::{Anchor, Group, Mark, Scene, Target, num, round};
