//! The open event's record, below the picture it belongs to.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::messages::Msg;
use crate::state::{Action, Record, Shared};
use crate::views::event::EventDetail;
use crate::views::words::{Voice, record_state};

/// Props of [`Panel`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PanelProps {
    pub voice: Voice,
    pub outline: Shared<Dossier>,
    pub record: Record,
    pub id: AttrValue,
    pub act: Callback<Action>,
}

/// The record: its heading at once, the rest as soon as the whole dossier is here.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let PanelProps { voice, outline, record, id, act } = props;
    let Some(event) = outline.event(id) else { return Html::default() };
    let close = act.reform(|_: MouseEvent| Action::OpenEvent(None));
    html! {
        <section class="panel" data-panel="event" aria-labelledby="event-heading">
            <div class="panel-head">
                <h3 id="event-heading" tabindex="-1">{ voice.text(&event.title) }</h3>
                <button type="button" onclick={close}>{ voice.say(Msg::Close) }</button>
            </div>
            if let Record::Here(dossier) = record {
                <EventDetail voice={*voice} dossier={dossier.clone()} id={id.clone()} />
            } else {
                { record_state(*voice, record) }
            }
            <p class="panel-links"><a href={voice.event_page(id)}>{ voice.say(Msg::OwnPage) }</a></p>
        </section>
    }
}
