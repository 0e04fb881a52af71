//! Total daylight through time, on the timeline's own axis.

use yew::prelude::*;

use crate::analysis::TotalSeries;
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::layout::gap::annotations;
use crate::messages::Msg;
use crate::scale::{Axis, TimeScale, Window};
use crate::scene::{total_chart, total_playhead};
use crate::state::Shared;
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::picture::picture;
use crate::views::share::view_links;
use crate::views::timeline::MARGIN;
use crate::views::words::Voice;

/// Height of the picture, in pixels.
const HEIGHT: f64 = 224.0;

/// The chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    pub voice: Voice,
    pub outline: Shared<Dossier>,
    pub total: Shared<TotalSeries>,
    pub as_of: Day,
    pub axis: Axis,
    pub window: Window,
    pub width: f64,
}

impl Draw for Total {
    fn draw(&self, memory: &Memory) -> Html {
        let Total { voice, outline, total, as_of, axis, window, width } = self.clone();
        let scale = TimeScale::on(&axis, window, MARGIN, width - MARGIN);
        let moments = memory.keep(0, outline, |outline| annotations(outline, voice.locale.tag()));
        let scene = memory.keep(1, (total.clone(), axis, window, width), |(total, _, _, width)| {
            Shared::new(total_chart(total, &moments, &scale, *width, HEIGHT, voice.locale))
        });
        let overlay = total_playhead(&total, as_of, &scale, &scene, voice.locale);
        html! {
            <div class="total">
                <div class="section-head">
                    <h2 id="lead-heading">{ voice.say(Msg::TotalHeading) }</h2>
                    { view_links(voice, "lead") }
                </div>
                <p class="chart-help">{ voice.say(Msg::TotalHelp) }</p>
                <div class="stage">
                    { picture(&scene, "total-chart", &overlay) }
                </div>
            </div>
        }
    }
}
