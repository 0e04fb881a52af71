//! The timeline's picture with the playhead over it.

use yew::prelude::*;

use crate::dossier::date::Day;
use crate::layout::Prepared;
use crate::layout::timeline::{Frame, timeline as lay_out};
use crate::scale::{TimeScale, Window};
use crate::scene::{Mark, Scene, Sides, timeline as draw};
use crate::state::Shared;
use crate::views::picture::{Buttons, Layers, picture};
use crate::views::words::Voice;

/// Pixels at the picture's left and right that belong to no day; the slider's thumb is as wide.
pub const MARGIN: f64 = 8.0;

/// Props of [`Chart`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChartProps {
    pub voice: Voice,
    pub prepared: Shared<Prepared>,
    pub window: Window,
    pub width: f64,
    pub as_of: Day,
    pub tab_stop: Option<String>,
    pub open: Option<String>,
    pub side_a: AttrValue,
    pub side_b: AttrValue,
}

/// The picture's height: narrow ones are taller, because their labels need more rows.
fn height(width: f64) -> f64 {
    if width < 560.0 { 480.0 } else { 440.0 }
}

/// The picture.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let ChartProps { voice, prepared, window, width, as_of, tab_stop, open, side_a, side_b } = props.clone();
    let scale = TimeScale::new(window, MARGIN, width - MARGIN);
    let height = height(width);
    let scene = use_memo(
        (prepared.clone(), window, width, side_a, side_b),
        |(prepared, _, width, side_a, side_b)| {
            let layout = lay_out(prepared, &scale, Frame { width: *width, height });
            let scene: Scene = draw(prepared, &layout, &scale, voice.locale, Sides { a: side_a, b: side_b });
            Shared::new(scene)
        },
    );
    let tab_stop =
        tab_stop.filter(|id| is_visible(&prepared, window, id)).or_else(|| nearest(&prepared, window, as_of));
    let buttons = Buttons { tab_stop: tab_stop.map(AttrValue::from), open: open.map(AttrValue::from) };
    html! {
        <div class="stage" data-measure="">
            <div class="surface" data-surface="timeline" aria-describedby="timeline-keys">
                { picture(&scene, "timeline", Layers::under(&playhead(&scale, as_of, height)), Some(buttons)) }
            </div>
        </div>
    }
}

/// The line of the as-of date; none where it lies outside the window. It runs under the labels.
fn playhead(scale: &TimeScale, as_of: Day, height: f64) -> Vec<Mark> {
    if !scale.window().touches(as_of, as_of) {
        return Vec::new();
    }
    let x = scale.x_mid(as_of);
    vec![Mark::Line { class: "playhead", x1: x, y1: 0.0, x2: x, y2: height }]
}

fn is_visible(prepared: &Prepared, window: Window, id: &str) -> bool {
    let entry = prepared.position(id).and_then(|index| prepared.get(index));
    entry.is_some_and(|entry| window.touches(entry.first, entry.last))
}

/// The visible event nearest to the as-of date, so that Tab arrives where the reader looks.
fn nearest(prepared: &Prepared, window: Window, as_of: Day) -> Option<String> {
    let visible = prepared.visible(window);
    let entries = visible.iter().filter_map(|index| prepared.get(*index));
    entries.min_by_key(|entry| entry.anchor.since(as_of).abs()).map(|entry| entry.id.to_string())
}
