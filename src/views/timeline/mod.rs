//! View `timeline`: two mirrored lanes of events, the ways to move through time, the open event's record, and the list of all
//! events.

mod chart;
pub mod keys;
mod panel;
mod tools;

use std::rc::Rc;

use yew::prelude::*;

use crate::layout::Prepared;
use crate::messages::Msg;
use crate::state::{Action, AppState, Shared};
use crate::views::app::{Adopted, adopted_html};
use crate::views::words::{Voice, does};

use chart::Chart;
pub use chart::MARGIN;
use panel::panel;
use tools::tools;

/// What the timeline shows.
pub struct TimelineProps {
    /// How to write text.
    pub voice: Voice,
    /// The events, sorted once.
    pub prepared: Shared<Prepared>,
    /// The state.
    pub state: Rc<AppState>,
    /// The list of all events, written ahead.
    pub adopted: Shared<Adopted>,
    /// Changes the state.
    pub act: Callback<Action>,
}

/// The timeline.
pub fn timeline(props: TimelineProps) -> Html {
    let TimelineProps { voice, prepared, state, adopted, act } = props;
    let count = prepared.len();
    let toggle = does(&act, Action::ToggleEventList);
    let sides = (
        state.outline.side(crate::dossier::model::Side::A),
        state.outline.side(crate::dossier::model::Side::B),
    );
    let (side_a, side_b): (AttrValue, AttrValue) =
        (voice.capital(sides.0).into(), voice.capital(sides.1).into());
    html! {
        <section id="timeline" aria-labelledby="timeline-heading">
            <div class="section-head">
                <h2 id="timeline-heading">{ voice.say(Msg::TimelineHeading) }</h2>
                { tools(voice, &act) }
            </div>
            <Chart {voice} prepared={prepared.clone()} window={state.window} width={state.width} as_of={state.as_of}
                tab_stop={state.tab_stop.clone()} open={state.event.clone()} {side_a} {side_b} />
            { adopted_html("keys", &adopted.keys) }
            // Always an element: a list of siblings that grows would have its neighbours drawn anew.
            <div>{ state.event.as_deref().map(|id| panel(voice, &state.outline, &state.record, id, &act)).unwrap_or_default() }</div>
            if !adopted.events.is_empty() {
                <button type="button" class="show-list" onclick={toggle} aria-expanded={if state.event_list { "true" } else { "false" }}
                    aria-controls="events-list">{ voice.say(Msg::EventList { open: state.event_list, count }) }</button>
                <div id="events-list" class={classes!("list", state.event_list.then_some("open"))}>
                    <h3>{ voice.say(Msg::EventListHeading) }</h3>
                    { adopted_html("events", &adopted.events) }
                </div>
            }
        </section>
    }
}
