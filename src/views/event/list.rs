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
    by_year(voice, &dossier.events_in_order(), None, &[])
}

/// These events in their order, with a heading for each year but the one that the event `after` which they stand has already; the words looked
/// for are marked.
pub fn by_year(voice: Voice, events: &[&Event], after: Option<&Event>, words: &[Pattern]) -> Html {
    let year_of = |event: &Event| event.date.anchor().year();
    html! {
        <>
            { for events.chunk_by(|a, b| year_of(a) == year_of(b)).map(|year| {
                let heading = year.first().map(|event| year_of(event)).filter(|own| after.map(year_of) != Some(*own));
                html! {
                    <section class="events-of-year">
                        if let Some(heading) = heading {
                            <h4>{ heading.to_string() }</h4>
                        }
                        <ol>{ for year.iter().map(|event| item(voice, event, words)) }</ol>
                    </section>
                }
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
