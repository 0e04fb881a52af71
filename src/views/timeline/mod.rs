//! View `timeline`: two mirrored lanes of events, the ways to move through time and to find events, the open event's record,
//! and the events as a list or a table.

mod chart;
mod filters;
pub mod keys;
mod listing;
mod panel;
mod still;
mod tools;

use std::rc::Rc;

use yew::prelude::*;

use crate::layout::Prepared;
use crate::messages::Msg;
use crate::state::{Action, AppState, FindAction, ListForm, Shared};
use crate::views::app::{Adopted, adopted_html};
use crate::views::words::{Voice, does};

use chart::Chart;
pub use chart::MARGIN;
use filters::find;
use panel::panel;
use still::{Part, Still};
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
    let list_button = match state.matches() {
        Some(matches) => Msg::MatchList { open: state.event_list, count: matches.count() },
        None => Msg::EventList { open: state.event_list, count: prepared.len() },
    };
    let nothing = !state.event_list && state.matches().is_some_and(|matches| matches.count() == 0);
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
            { find(voice, &state, &act) }
            <Chart {voice} prepared={prepared.clone()} window={state.window} width={state.width} as_of={state.as_of}
                tab_stop={state.tab_stop.clone()} open={state.event.clone()} {side_a} {side_b} />
            { adopted_html("keys", &adopted.keys) }
            // Always an element: a list of siblings that grows would have its neighbours drawn anew.
            <div>{ state.event.as_deref().map(|id| panel(voice, &state.outline, &state.record, id, &act)).unwrap_or_default() }</div>
            <button type="button" class="show-list" hidden={nothing} onclick={toggle} aria-expanded={if state.event_list { "true" } else { "false" }}
                aria-controls="events-list">{ voice.say(list_button) }</button>
            <div id="events-list" class={classes!("list", state.event_list.then_some("open"))}>
                { list(voice, &state, &adopted, &act) }
            </div>
        </section>
    }
}

/// The events as the reader wants them. Until something is asked of the list, it is the one that stands in the page.
fn list(voice: Voice, state: &AppState, adopted: &Adopted, act: &Callback<Action>) -> Html {
    let finding = &state.finding;
    let as_it_stands = !state.event_list || finding.matches().is_none() && finding.form == ListForm::List;
    let heading = match finding.matches() {
        Some(matches) => Msg::Found { count: matches.count(), total: matches.total() },
        None => Msg::EventListHeading,
    };
    let form = |form: ListForm, label: Msg<'_>| {
        let choose = does(act, Action::Find(FindAction::SetForm(form)));
        html! {
            <button type="button" onclick={choose} aria-pressed={if finding.form == form { "true" } else { "false" }}>{ voice.say(label) }</button>
        }
    };
    html! {
        <>
            <h3>{ voice.say(heading) }</h3>
            if state.event_list {
                <div class="forms" role="group" aria-label={voice.say(Msg::ListForm)}>
                    { form(ListForm::List, Msg::AsList) }
                    { form(ListForm::Table, Msg::AsTable) }
                </div>
            }
            <div>
                if as_it_stands {
                    { adopted_html("events", &adopted.events) }
                } else {
                    <Still {voice} dossier={state.dossier().clone()} finding={finding.clone()} act={act.clone()} part={Part::Listing} />
                }
            </div>
        </>
    }
}
