//! Total daylight through time, on the timeline's own axis.

use yew::prelude::*;

use crate::analysis::TotalSeries;
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::messages::Msg;
use crate::scale::Window;
use crate::state::Shared;
use crate::views::words::Voice;

/// Props of [`Total`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TotalProps {
    pub voice: Voice,
    pub outline: Shared<Dossier>,
    pub total: Shared<TotalSeries>,
    pub as_of: Day,
    pub window: Window,
    pub width: f64,
}

/// The chart.
#[component]
pub fn Total(props: &TotalProps) -> Html {
    let TotalProps { voice, .. } = props.clone();
    html! {
        <div class="total">
            <h2>{ voice.say(Msg::TotalHeading) }</h2>
            <p class="chart-help">{ voice.say(Msg::TotalHelp) }</p>
        </div>
    }
}
