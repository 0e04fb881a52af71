//! The total read otherwise: with the reader's own weights, and with judgement calls read at their ends.

use yew::prelude::*;

use crate::analysis::{Share, Weights, sensitivity, total};
use crate::dossier::date::Day;
use crate::messages::Msg;
use crate::state::AppState;
use crate::views::element::html;
use crate::views::words::Voice;

/// One line for each. Nothing where no issue is known.
pub fn shown_otherwise(voice: Voice, state: &AppState, on: Day) -> Html {
    let (outline, weights) = (&state.outline, &state.gap.weights);
    let percent = |weights: &Weights| total(outline, weights, on).share.map(Share::percent);
    let read = sensitivity(outline, weights, on);
    html! {
        <div class="shown-otherwise">
            if !weights.are_equal() {
                <p role="status">{ voice.say(Msg::Weighted { own: percent(weights), equal: percent(&Weights::equal()), on }) }</p>
            }
            if let (Some(low), Some(high), true) = (read.low, read.high, read.calls > 0) {
                <p>{ voice.say(Msg::Sensitivity { low: low.percent(), high: high.percent(), calls: read.calls }) }</p>
            }
        </div>
    }
}
