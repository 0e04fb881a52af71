//! The whole record of one event: what happened, both sides' accounts, sources, and the positions it set.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::{Event, Issue, Position, Reading, Side};
use crate::messages::Msg;
use crate::views::issue::standing;
use crate::views::sources::citations;
use crate::views::words::{Voice, marks, quotation};

/// Date, kind, level, place and parties in one line.
pub fn facts(voice: Voice, dossier: &Dossier, event: &Event) -> Html {
    let mut facts: Vec<AttrValue> = vec![voice.say(Msg::EventKind(event.kind))];
    facts.extend(event.level.map(|level| voice.say(Msg::AtLevel(level))));
    facts.extend(event.place.as_ref().map(|place| voice.text(place)));
    let parties: Vec<String> = event
        .parties
        .iter()
        .filter_map(|id| dossier.party(id))
        .map(|party| voice.text(&party.name).to_string())
        .collect();
    facts.push(parties.join(", ").into());
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
            <h4>{ voice.capital(party) }</h4>
            <p>{ voice.text(&reading.text) }</p>
            if let Some(quote) = reading.quote.as_ref() {
                { quotation(voice, quote) }
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
    let side_of = |reading: &Reading| dossier.party(&reading.party).and_then(|party| party.side);
    let of_side = |side: Side| {
        let own: Vec<&Reading> =
            event.readings.iter().filter(|reading| side_of(reading) == Some(side)).collect();
        if own.is_empty() {
            let name = voice.capital(dossier.side(side));
            html! {
                <div class={classes!("reading", side_class(Some(side)), "absent")}>
                    <h4>{ name.clone() }</h4>
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

/// The positions that name this event, with their issues.
fn positions_set<'a>(dossier: &'a Dossier, event: &Event) -> Vec<(&'a Issue, &'a Position)> {
    dossier
        .issues
        .iter()
        .flat_map(|issue| issue.positions.iter().map(move |position| (issue, position)))
        .filter(|(_, position)| position.event.as_deref() == Some(&event.id))
        .collect()
}

/// The whole record of an event. It shows what the dossier holds: given an outline, the short facts alone.
pub fn detail(voice: Voice, dossier: &Dossier, event: &Event) -> Html {
    let set = positions_set(dossier, event);
    html! {
        <>
            { facts(voice, dossier, event) }
            <p class="summary">{ voice.text(&event.summary) }</p>
            <h4 class="readings-heading">{ voice.say(Msg::Readings) }</h4>
            { readings(voice, dossier, event) }
            if !set.is_empty() {
                <h4>{ voice.say(Msg::PositionsSet) }</h4>
                <ul class="positions-set">
                    { for set.iter().map(|(issue, position)| html! {
                        <li>
                            <a href={voice.issue_page(&issue.id)} data-issue={issue.id.clone()}>{ voice.text(&issue.title) }</a>
                            <span>{ ": " }</span>
                            <span>{ standing(voice, dossier, issue, position) }</span>
                        </li>
                    }) }
                </ul>
            }
            { marks(voice, event.confidence, false, event.audited, event.note.as_ref()) }
            { citations(voice, dossier, &event.sources) }
        </>
    }
}
