//! Events as a list, year by year: date, title, summary. That of all events is part of the prerendered page, and the app
//! adopts it; that of some is drawn by the app.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::{Event, Lane, Side};
use crate::find::Pattern;
use crate::views::element::html;
use crate::views::event::detail::side_class;
use crate::views::words::{Voice, marked};

/// All events, oldest first, with a heading for each year.
pub fn list(voice: Voice, dossier: &Dossier) -> Html {
    by_year(voice, &dossier.events_in_order(), &[])
}

/// These events in their order, with a heading for each year; the words looked for are marked.
pub fn by_year(voice: Voice, events: &[&Event], words: &[Pattern]) -> Html {
    html! {
        <>
            { for events.chunk_by(|a, b| a.date.anchor().year() == b.date.anchor().year()).map(|year| html! {
                <section class="events-of-year">
                    <h4>{ year.first().map(|event| event.date.anchor().year().to_string()).unwrap_or_default() }</h4>
                    <ol>{ for year.iter().map(|event| item(voice, event, words)) }</ol>
                </section>
            }) }
        </>
    }
}

/// The class that gives an event the colour of the side whose act it is.
pub fn colour_class(lane: Lane) -> &'static str {
    side_class(match lane {
        Lane::A => Some(Side::A),
        Lane::B => Some(Side::B),
        Lane::Both | Lane::Other => None,
    })
}

fn item(voice: Voice, event: &Event, words: &[Pattern]) -> Html {
    html! {
        <li class={colour_class(event.lane)}>
            <time datetime={event.date.first().to_string()}>{ voice.locale.date(event.date) }</time>
            { " " }
            <a href={voice.event_page(&event.id)} data-event={event.id.clone()}>{ marked(voice, &event.title, words) }</a>
            if !event.summary.is_empty() {
                <p>{ marked(voice, &event.summary, words) }</p>
            }
        </li>
    }
}
