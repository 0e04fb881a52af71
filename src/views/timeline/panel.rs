//! The open event's record, below the picture it belongs to.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::messages::Msg;
use crate::state::{Action, Record};
use crate::views::event::detail;
use crate::views::words::{Voice, does, record_state};

/// The record: its heading at once, the rest as soon as the whole dossier is here.
pub fn panel(voice: Voice, outline: &Dossier, record: &Record, id: &str, act: &Callback<Action>) -> Html {
    let Some(event) = outline.event(id) else { return Html::default() };
    let close = does(act, Action::OpenEvent(None));
    html! {
        <section class="panel" data-panel="event" aria-labelledby="event-heading">
            <div class="panel-head">
                <h3 id="event-heading" tabindex="-1">{ voice.text(&event.title) }</h3>
                <button type="button" onclick={close}>{ voice.say(Msg::Close) }</button>
            </div>
            if let Record::Here(dossier) = record {
                { dossier.event(id).map(|event| detail(voice, dossier, event)).unwrap_or_default() }
            } else {
                { record_state(voice, record) }
            }
            { voice.own_page(voice.event_page(id)) }
        </section>
    }
}
