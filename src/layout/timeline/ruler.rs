//! The axis by itself: what a picture that is stretched still tells in words.

use super::{Frame, PlacedTick, ground::Ground, pixels};
use crate::dossier::model::Lane;
use crate::index::Index;
use crate::layout::round;
use crate::scale::{Tick, TimeScale, ticks};

/// The axis of a picture and its ticks, without the events.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    /// The picture's width.
    pub width: f64,
    /// The picture's height.
    pub height: f64,
    /// Where the axis lies.
    pub axis: f64,
    /// Its ticks in the window.
    pub ticks: Vec<PlacedTick>,
}

/// Places the ticks of a picture of this size.
pub fn ruler(index: &Index, scale: &TimeScale, frame: Frame) -> Ruler {
    let place = |tick: Tick| PlacedTick { tick, x: round(scale.x_of(tick.day)) };
    Ruler {
        width: round(pixels(frame.width)),
        height: round(pixels(frame.height)),
        axis: Ground::new(pixels(frame.height), index.has(Lane::Other)).axis,
        ticks: ticks(scale).into_iter().map(place).collect(),
    }
}
