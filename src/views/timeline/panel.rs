//! The open event's record, below the picture it belongs to.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::messages::Msg;
use crate::state::{Action, Record, Shared};
use crate::views::app::Edition;
use crate::views::element::html;
use crate::views::event::detail;
use crate::views::held::{Draw, Memory};
use crate::views::words::{Voice, does, record_state};

/// The record: at once what the outline has of it, the rest as soon as the whole dossier is here. Its neighbours are looked for among all
/// events, and a timeline that moves must not wait for that.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub voice: Voice,
    pub outline: Shared<Dossier>,
    pub record: Record,
    /// The event's id.
    pub id: AttrValue,
    pub edition: Edition,
    pub act: Callback<Action>,
}

impl Draw for Panel {
    fn draw(&self, _memory: &Memory) -> Html {
        let Panel { voice, outline, record, id, edition, act } = self;
        let voice = *voice;
        let (dossier, wait) = match record {
            Record::Here(whole) => (whole, None),
            _ => (outline, Some(record_state(voice, record))),
        };
        let Some(event) = dossier.event(id) else { return Html::default() };
        html! {
            <section class="panel" data-panel="event" aria-labelledby="event-heading">
                <div class="panel-head">
                    <h3 id="event-heading" tabindex="-1">{ voice.words(&event.title) }</h3>
                    <button type="button" onclick={does(act, Action::OpenEvent(None))}>{ voice.say(Msg::Close) }</button>
                </div>
                { detail(voice, dossier, event, edition, wait) }
                { voice.own_page(voice.event_page(id)) }
            </section>
        }
    }
}
