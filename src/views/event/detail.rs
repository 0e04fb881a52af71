//! The whole record of one event: what happened, both sides' accounts, what it changed, sources, the events beside it, and how
//! to point others to it.

use yew::prelude::*;

use super::beside::beside;
use super::changes::changes;
use super::share::share;
use crate::dossier::Dossier;
use crate::dossier::model::{Event, Reading, Side};
use crate::messages::Msg;
use crate::views::app::Edition;
use crate::views::element::html;
use crate::views::quotation::quotation;
use crate::views::sources::citations;
use crate::views::words::{Voice, marks};

/// Date, kind, level, place and parties in one line.
pub fn facts(voice: Voice, dossier: &Dossier, event: &Event) -> Html {
    let mut facts: Vec<AttrValue> = vec![voice.say(Msg::EventKind(event.kind))];
    facts.extend(event.level.map(|level| voice.say(Msg::AtLevel(level))));
    facts.extend(event.place.as_ref().map(|place| voice.inside(place).into()));
    let parties: Vec<String> = event
        .parties
        .iter()
        .filter_map(|id| dossier.party(id))
        .map(|party| voice.inside(&party.name))
        .collect();
    facts.push(parties.join(", ").into());
    facts.retain(|fact| !fact.is_empty());
    html! {
        <p class="event-facts">
            <time datetime={event.date.first().to_string()}>{ voice.locale.date(event.date) }</time>
            <span>{ format!(" \u{b7} {}", facts.join(" \u{b7} ")) }</span>
        </p>
    }
}

fn reading(voice: Voice, dossier: &Dossier, reading: &Reading, side: Option<Side>) -> Html {
    let party = dossier.party(&reading.party);
    html! {
        <div class={classes!("reading", side_class(side))}>
            <p class="whose">{ voice.called(party) }</p>
            <p>{ voice.words(&reading.text) }</p>
            if let Some(quote) = reading.quote.as_ref() {
                { quotation(voice, dossier, quote) }
            }
            { citations(voice, dossier, &reading.sources) }
        </div>
    }
}

/// The class that gives a side its colour.
pub fn side_class(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::A) => "side-a",
        Some(Side::B) => "side-b",
        None => "side-none",
    }
}

/// Both sides' accounts beside each other, an absent one named as absent, then everybody else's.
fn readings(voice: Voice, dossier: &Dossier, event: &Event) -> Html {
    let side_of = |reading: &Reading| dossier.side_of(&reading.party);
    let of_side = |side: Side| {
        let own: Vec<&Reading> =
            event.readings.iter().filter(|reading| side_of(reading) == Some(side)).collect();
        if own.is_empty() {
            let Some(party) = dossier.side(side) else { return Html::default() };
            let name = voice.called(Some(party));
            html! {
                <div class={classes!("reading", side_class(Some(side)), "absent")}>
                    <p class="whose">{ name.clone() }</p>
                    <p>{ voice.say(Msg::NoReading(&name)) }</p>
                </div>
            }
        } else {
            html! { <>{ for own.iter().map(|item| reading(voice, dossier, item, Some(side))) }</> }
        }
    };
    html! {
        <div class="readings">
            { of_side(Side::A) }
            { of_side(Side::B) }
            { for event.readings.iter().filter(|item| side_of(item).is_none()).map(|item| reading(voice, dossier, item, None)) }
        </div>
    }
}

/// The whole record of an event. Of a dossier whose long texts are still on their way it shows what there is, with `wait` where
/// they will stand.
pub fn detail(voice: Voice, dossier: &Dossier, event: &Event, edition: &Edition, wait: Option<Html>) -> Html {
    let is_whole = wait.is_none();
    html! {
        <>
            { facts(voice, dossier, event) }
            if let Some(wait) = wait {
                { wait }
            } else {
                if !event.summary.is_empty() {
                    <p class="summary">{ voice.words(&event.summary) }</p>
                }
                { voice.heading("readings-heading", voice.say(Msg::Readings)) }
                { readings(voice, dossier, event) }
            }
            { changes(voice, dossier, event) }
            { marks(voice, event.confidence, false, event.audited, event.note.as_ref()) }
            if is_whole {
                { citations(voice, dossier, &event.sources) }
            }
            { beside(voice, dossier, event) }
            { share(voice, dossier, event, edition) }
        </>
    }
}
