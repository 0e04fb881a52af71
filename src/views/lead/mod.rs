//! View `lead`: the sentence of the as-of date, the ways to change the date, what changed on it, and total daylight above the
//! timeline's axis.

mod as_of;
mod sentence;
mod shown_otherwise;
mod this_day;
mod total;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::TotalSeries;
use crate::state::{Action, AppState, Shared};
use crate::views::element::html;
use crate::views::held::held;
use crate::views::words::Voice;

pub use as_of::as_of_controls;
pub use sentence::counted;
use sentence::sentence;
use shown_otherwise::shown_otherwise;
use this_day::this_day;
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
    let (outline, on) = (&state.outline, state.follow.lead.on);
    // Without issues there is no daylight to speak of.
    let has_issues = !outline.issues.is_empty();
    html! {
        <section id="lead" aria-label={voice.text(&outline.meta.title)}>
            if has_issues {
                { sentence(voice, outline, on) }
            }
            { as_of_controls(voice, &state, &act) }
            if has_issues {
                { held(Total {
                    voice,
                    outline: outline.clone(),
                    total,
                    as_of: on,
                    axis: state.axis,
                    window: state.window,
                    width: state.width,
                }) }
                { shown_otherwise(voice, &state, on) }
                { this_day(voice, &state, on, &act) }
            }
        </section>
    }
}
