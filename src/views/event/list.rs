//! All events as a list, year by year: date, title, summary. Part of the prerendered page; the app adopts it.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::{Event, Lane, Side};
use crate::views::event::detail::side_class;
use crate::views::words::Voice;

/// The list, oldest first, with a heading for each year.
pub fn list(voice: Voice, dossier: &Dossier) -> Html {
    let events = dossier.events_in_order();
    html! {
        <>
            { for events.chunk_by(|a, b| a.date.anchor().year() == b.date.anchor().year()).map(|year| html! {
                <section class="events-of-year">
                    <h4>{ year.first().map(|event| event.date.anchor().year().to_string()).unwrap_or_default() }</h4>
                    <ol>{ for year.iter().map(|event| item(voice, event)) }</ol>
                </section>
            }) }
        </>
    }
}

fn item(voice: Voice, event: &Event) -> Html {
    let side = match event.lane {
        Lane::A => Some(Side::A),
        Lane::B => Some(Side::B),
        Lane::Both | Lane::Other => None,
    };
    html! {
        <li class={side_class(side)}>
            <time datetime={event.date.first().to_string()}>{ voice.locale.date(event.date) }</time>
            { " " }
            <a href={voice.event_page(&event.id)} data-event={event.id.clone()}>{ voice.text(&event.title) }</a>
            <p>{ voice.text(&event.summary) }</p>
        </li>
    }
}
