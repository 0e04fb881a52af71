//! View `timeline`: two mirrored lanes of events, the ways to move through time, the open event's record, and the list of all
//! events.

mod chart;
pub mod keys;
mod overview;
mod panel;
mod stretch;
mod tile;
mod tools;
mod vertical;

use std::rc::Rc;

use yew::prelude::*;

use crate::messages::Msg;
use crate::state::{Action, AppState, Shared};
use crate::views::app::{Adopted, Edition, adopted_html};
use crate::views::words::{Voice, does};

use chart::{Chart, chart};
pub use chart::{HEIGHT, MARGIN};
use overview::Overview;
use panel::Panel;
use stretch::stretch;
use tools::tools;
use vertical::vertical;

/// The width, in CSS pixels, below which time runs down the page.
pub const VERTICAL_BELOW: f64 = 600.0;

/// What the timeline shows.
pub struct TimelineProps {
    /// How to write text.
    pub voice: Voice,
    /// The state.
    pub state: Rc<AppState>,
    /// The list of all events, written ahead.
    pub adopted: Shared<Adopted>,
    /// What a citation says of the site.
    pub edition: Edition,
    /// Changes the state.
    pub act: Callback<Action>,
}

/// The timeline.
pub fn timeline(props: TimelineProps) -> Html {
    let TimelineProps { voice, state, adopted, edition, act } = props;
    let count = state.events.len();
    let toggle = does(&act, Action::ToggleEventList);
    let sides = (
        state.outline.side(crate::dossier::model::Side::A),
        state.outline.side(crate::dossier::model::Side::B),
    );
    let sides: [AttrValue; 2] = [voice.capital(sides.0).into(), voice.capital(sides.1).into()];
    let (narrow, wide) =
        (state.measured && state.width < VERTICAL_BELOW, state.measured && state.width >= VERTICAL_BELOW);
    let fit = if state.measured { "" } else { "unmeasured" };
    html! {
        <section id="timeline" aria-labelledby="timeline-heading">
            <div class="section-head">
                <h2 id="timeline-heading">{ voice.say(Msg::TimelineHeading) }</h2>
                { tools(voice, &state, &act) }
            </div>
            // Before it was measured the page holds both forms, and the style sheet shows the one that fits.
            <div class={classes!("stage", fit)} data-measure="">
                if !narrow {
                    { chart(Chart {
                        voice,
                        events: state.events.clone(),
                        axis: state.axis,
                        window: state.window,
                        motion: state.motion,
                        width: state.width,
                        as_of: state.as_of,
                        tab_stop: state.tab_stop.as_deref(),
                        open: state.event.as_deref(),
                        sides: sides.clone(),
                    }) }
                }
                if !wide {
                    { vertical(voice, &state, &sides) }
                }
            </div>
            <Overview {voice} events={state.events.clone()} axis={state.axis} limits={state.limits} window={state.window} width={state.width} />
            // Right below the picture, so that mark and record are on screen together. Always an element: a list of siblings that
            // grows would have its neighbours drawn anew.
            <div>
                if let Some(id) = state.event.clone().map(AttrValue::from) {
                    <Panel key={&*id} {voice} outline={state.outline.clone()} record={state.record.clone()} id={id.clone()} {edition} act={act.clone()} />
                }
            </div>
            <div>{ state.stretch.map(|asked| stretch(voice, &state.events, asked, &act)).unwrap_or_default() }</div>
            { adopted_html("keys", &adopted.keys) }
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
