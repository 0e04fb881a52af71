//! View `lead`: the sentence of the as-of date and what it counts, the ways to change the date, what changed on it, and total daylight above the
//! timeline's axis.

mod as_of;
mod ends;
mod glance;
mod sentence;
mod shown_otherwise;
mod this_day;
mod total;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::TotalSeries;
use crate::state::{Action, AppState, Part, Shared, View};
use crate::views::element::html;
use crate::views::held::held;
use crate::views::words::Voice;

pub use as_of::as_of_controls;
use glance::Glance;
use sentence::Sentence;
pub use sentence::{Told, said};
use shown_otherwise::ShownOtherwise;
pub(in crate::views) use shown_otherwise::weighted;
use this_day::ThisDay;
use total::Total;

/// What the lead shows.
pub struct LeadProps {
    /// How to write text.
    pub voice: Voice,
    /// The state.
    pub state: Rc<AppState>,
    /// Total daylight through time.
    pub total: Shared<TotalSeries>,
    /// Changes the state.
    pub act: Callback<Action>,
}

/// The lead.
pub fn lead(props: LeadProps) -> Html {
    let LeadProps { voice, state, total, act } = props;
    let (outline, on) = (&state.outline, state.follow.on(Part::View(View::Lead)));
    // Without issues there is no daylight to speak of.
    let has_issues = !outline.issues.is_empty();
    // The sentence is its heading; without one it goes by the name of the page.
    let label = (!has_issues).then(|| voice.text(&outline.meta.title));
    html! {
        <section id="lead" data-follows="lead" aria-label={label} aria-labelledby={has_issues.then_some("headline")}>
            if has_issues {
                { held(Sentence { voice, outline: outline.clone(), on }) }
                { held(Glance { voice, outline: outline.clone(), on }) }
                { held(Told { voice, outline: outline.clone(), on: state.follow.told() }) }
            }
            { as_of_controls(voice, &state, &act) }
            if has_issues {
                { held(Total {
                    voice,
                    outline: outline.clone(),
                    total,
                    weights: state.gap.weights_text(outline),
                    as_of: on,
                    axis: state.axis,
                    window: state.window,
                    width: state.width,
                }) }
                { held(ShownOtherwise { voice, outline: outline.clone(), weights: state.gap.weights.clone(), on }) }
                { held(ThisDay { voice, outline: outline.clone(), events: state.events.clone(), on, as_of: state.as_of, act }) }
            }
        </section>
    }
}
