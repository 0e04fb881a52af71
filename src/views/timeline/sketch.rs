//! The timeline's picture for a moment in which frames are slow.

use yew::prelude::*;

use super::chart::MARGIN;
use crate::index::Index;
use crate::layout::timeline::{Frame, Quality, timeline as lay_out};
use crate::scale::{Axis, TimeScale, Window};
use crate::scene::sketch;
use crate::state::Shared;
use crate::views::held::{Draw, Memory};
use crate::views::picture::layer;

/// The marks of a stretch of time, in few elements. A frame that only stretches it draws nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    pub events: Shared<Index>,
    pub axis: Axis,
    /// The time it shows.
    pub window: Window,
    pub width: f64,
    pub height: f64,
}

impl Draw for Sketch {
    fn draw(&self, _memory: &Memory) -> Html {
        let Sketch { events, axis, window, width, height } = self;
        let scale = TimeScale::on(axis, *window, MARGIN, width - MARGIN);
        let frame = Frame { width: *width, height: *height, heading: 0.0 };
        // It has no labels.
        layer(&sketch(&lay_out(events, &scale, frame, Quality::Sketch, &|_| String::new())))
    }
}
