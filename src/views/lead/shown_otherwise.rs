//! The total read otherwise: with the reader's own weights, and with judgement calls read at their ends.

use yew::prelude::*;

use crate::analysis::{Sensitivity, Share, Weights, sensitivity, total};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::messages::Msg;
use crate::state::Shared;
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::words::Voice;

/// The total of a day with the reader's own weights, and with equal ones.
pub(in crate::views) fn weighted(voice: Voice, outline: &Dossier, weights: &Weights, on: Day) -> AttrValue {
    let percent = |weights: &Weights| total(outline, weights, on).share.map(Share::percent);
    voice.say(Msg::Weighted { own: percent(weights), equal: percent(&Weights::equal()), on })
}

/// One line for each. Nothing where no issue is known.
#[derive(Debug, PartialEq)]
pub struct ShownOtherwise {
    /// How to write text.
    pub voice: Voice,
    /// The issues.
    pub outline: Shared<Dossier>,
    /// How much each counts.
    pub weights: Weights,
    /// The date.
    pub on: Day,
}

impl Draw for ShownOtherwise {
    fn draw(&self, _memory: &Memory) -> Html {
        let ShownOtherwise { voice, outline, weights, on } = self;
        let (voice, on) = (*voice, *on);
        html! {
            <div class="shown-otherwise">
                if !weights.are_equal() {
                    <p role="status">{ weighted(voice, outline, weights, on) }</p>
                }
                if let Some(Sensitivity { low, high, calls }) = sensitivity(outline, weights, on) {
                    <p>{ voice.say(Msg::Sensitivity { low: low.percent(), high: high.percent(), calls }) }</p>
                }
            </div>
        }
    }
}
