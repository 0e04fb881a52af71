//! The way from an event to the ones before and after it.

use yew::prelude::*;

use crate::dossier::model::{Event, Side};
use crate::dossier::{Dossier, Neighbours};
use crate::messages::Msg;
use crate::scene::{Sides, lane_heading};
use crate::views::element::html;
use crate::views::words::Voice;

/// How a neighbour is named.
#[derive(Clone, Copy, PartialEq)]
pub enum Spelling {
    /// By date and title.
    Whole,
    /// By its date; the title stands in the link's accessible name, and under a pointer that rests on it.
    Date,
}

/// The neighbours in time and in the event's lane.
pub fn beside(voice: Voice, dossier: &Dossier, event: &Event) -> Html {
    let [a, b] = [Side::A, Side::B].map(|side| voice.called(dossier.side(side)));
    let lane = lane_heading(event.lane, voice.locale, Sides { a: &a, b: &b }).into();
    let row = |name: AttrValue, neighbours: Neighbours<'_>| {
        html! { <li><span class="beside-what">{ name }</span>{ steps(voice, neighbours, Spelling::Whole) }</li> }
    };
    html! {
        <nav class="beside" aria-label={voice.say(Msg::Neighbours)}>
            <ul>
                { row(voice.say(Msg::InTime), dossier.neighbours(&event.id)) }
                { row(lane, dossier.neighbours_in_lane(&event.id)) }
            </ul>
        </nav>
    }
}

/// One step back and one on; where there is none, that is said.
pub fn steps(voice: Voice, neighbours: Neighbours<'_>, spelling: Spelling) -> Html {
    let step = |event: Option<&Event>, class: &'static str, word: Msg<'_>, none: Msg<'_>| match event {
        Some(event) => {
            let title = voice.text(&event.title);
            let hidden = (spelling == Spelling::Date).then_some("visually-hidden");
            html! {
                <a {class} href={voice.event_page(&event.id)} data-event={event.id.clone()} title={hidden.and(Some(title.clone()))}>
                    <span class="visually-hidden">{ format!("{}: ", voice.say(word)) }</span>
                    <time datetime={event.date.first().to_string()}>{ voice.locale.date(event.date) }</time>
                    <span class={hidden}>{ format!(" {title}") }</span>
                </a>
            }
        }
        None => html! { <span class={classes!(class, "none")}>{ voice.say(none) }</span> },
    };
    html! {
        <span class="steps">
            { step(neighbours.before, "before", Msg::Earlier, Msg::NoneEarlier) }
            { step(neighbours.after, "after", Msg::Later, Msg::NoneLater) }
        </span>
    }
}
