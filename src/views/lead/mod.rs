//! View `lead`: the sentence of the as-of date, the ways to change the date, and total daylight above the timeline's axis.

mod as_of;
mod sentence;
mod total;

use yew::prelude::*;

use crate::analysis::TotalSeries;
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::scale::{Axis, Window};
use crate::state::{Action, Shared};
use crate::views::element::html;
use crate::views::words::Voice;

use as_of::as_of_controls;
use sentence::sentence;
use total::Total;

/// What the lead shows.
pub struct LeadProps {
    /// How to write text.
    pub voice: Voice,
    /// The dossier's outline.
    pub outline: Shared<Dossier>,
    /// Total daylight through time.
    pub total: Shared<TotalSeries>,
    /// The as-of date.
    pub as_of: Day,
    /// Time as the timeline's axis shows it.
    pub axis: Axis,
    /// The stretch of time on screen.
    pub window: Window,
    /// The same when a hand rested last.
    pub settled: Window,
    /// The room for pictures, in pixels.
    pub width: f64,
    /// Changes the state.
    pub act: Callback<Action>,
}

/// The lead.
pub fn lead(props: LeadProps) -> Html {
    let LeadProps { voice, outline, total, as_of, axis, window, settled, width, act } = props;
    // Without issues there is no daylight to speak of.
    let has_issues = !outline.issues.is_empty();
    html! {
        <section id="lead" aria-label={voice.text(&outline.meta.title)}>
            if has_issues {
                { sentence(voice, &outline, as_of) }
            }
            { as_of_controls(voice, &outline, as_of, settled, &act) }
            if has_issues {
                <Total {voice} {outline} {total} {as_of} {axis} {window} {width} />
            }
        </section>
    }
}
