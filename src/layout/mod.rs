//! From values to places: lanes, rows, labels. Plain numbers, rounded, so that native and browser arithmetic give the same
//! picture.

pub mod clock;
pub mod gap;
pub mod gather;
mod labels;
pub mod launches;
pub mod meetings;
mod neighbour;
mod occupancy;
pub mod overview;
pub mod promises;
mod stop;
pub mod text;
pub mod timeline;
pub mod vertical;

use crate::dossier::date::Day;

pub use gather::{Cluster, Item};
pub use neighbour::{Direction, Picture, neighbour};
pub use stop::{Stop, stop_of, tab_stop};

/// Rounds a coordinate to a tenth of a pixel, so that native and browser arithmetic give the same picture; what is not a number becomes 0.
pub fn round(value: f64) -> f64 {
    if value.is_finite() { (value * 10.0).round() / 10.0 } else { 0.0 }
}

/// Where a day lies between two others, from 0 to 1; what lies outside stands at an end.
pub fn share(day: Day, first: Day, last: Day) -> f64 {
    (f64::from(day.since(first)) / f64::from(last.since(first)).max(1.0)).max(0.0).min(1.0)
}

/// A rectangle in pixels, from its left top to its right bottom corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its right edge, not left of `left`.
    pub right: f64,
    /// Its bottom edge, not above `top`.
    pub bottom: f64,
}

impl Rect {
    /// Its width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Its height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether the two share more than an edge.
    pub fn meets(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The same rectangle with rounded edges.
    pub(crate) fn rounded(&self) -> Rect {
        Rect {
            left: round(self.left),
            top: round(self.top),
            right: round(self.right),
            bottom: round(self.bottom),
        }
    }
}
