//! When the sides stood closest and farthest apart, by itself: a step of the date or of the window leaves it alone.

use yew::prelude::*;

use crate::analysis::{Share, TotalSeries, TotalStep};
use crate::dossier::Dossier;
use crate::messages::Msg;
use crate::state::{Address, Shared};
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::words::Voice;

/// The sentence; nothing where no two days differ.
#[derive(Debug, PartialEq)]
pub struct Ends {
    pub voice: Voice,
    pub outline: Shared<Dossier>,
    pub total: Shared<TotalSeries>,
    /// The reader's weights, as an address has them.
    pub weights: String,
}

impl Draw for Ends {
    fn draw(&self, _memory: &Memory) -> Html {
        let Ends { voice, outline, total, weights } = self;
        let span = &outline.meta.span;
        let Some([closest, farthest]) = total.ends(span.from, span.to) else { return Html::default() };
        let counts = closest.total.counts;
        html! {
            <p class="chart-help">
                { voice.say(Msg::Closest { known: counts.known(), issues: counts.issues() }) }
                { way_to(*voice, closest, weights) }
                { voice.say(Msg::Farthest) }
                { way_to(*voice, farthest, weights) }
                { "." }
            </p>
        }
    }
}

/// The way to a stretch's first day, and its total.
fn way_to(voice: Voice, step: TotalStep, weights: &str) -> Html {
    let (least, most) = step.total.share.map_or((0, 0), Share::percent);
    let address = Address { on: Some(step.from), weights: weights.to_owned(), ..Address::default() };
    html! {
        <>
            { " " }
            <a href={voice.with(voice.base, &address)} data-day={step.from.to_string()}>{ voice.say(Msg::SliderDay(step.from)) }</a>
            { voice.locale.bracketed(&voice.say(Msg::PercentRange(least, most))) }
        </>
    }
}
