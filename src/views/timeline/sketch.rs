//! The timeline's picture for a moment in which frames are slow.

use yew::prelude::*;

use super::chart::MARGIN;
use crate::index::Index;
use crate::layout::timeline::{Frame, Quality, timeline as lay_out};
use crate::scale::{Axis, TimeScale, Window};
use crate::scene::sketch;
use crate::state::Shared;
use crate::views::picture::layer;

/// Props of [`Sketch`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SketchProps {
    pub events: Shared<Index>,
    pub axis: Axis,
    /// The time it shows.
    pub window: Window,
    pub width: f64,
    pub height: f64,
}

/// The marks of a stretch of time, in few elements: a component, so that a frame that only stretches it draws nothing.
#[component]
pub fn Sketch(props: &SketchProps) -> Html {
    let SketchProps { events, axis, window, width, height } = props;
    let scale = TimeScale::on(axis, *window, MARGIN, width - MARGIN);
    let frame = Frame { width: *width, height: *height, heading: 0.0 };
    // It has no labels.
    layer(&sketch(&lay_out(events, &scale, frame, Quality::Sketch, &|_| String::new())))
}
