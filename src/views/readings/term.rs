//! An expression both sides use, and what each meant by it through time.

use yew::prelude::*;

use super::beside::Scene;
use super::parts::{direction, labelled, paragraph, references};
use crate::analysis::{Use, uses};
use crate::dossier::model::Term;
use crate::messages::{DateStyle, ReadingsMsg};
use crate::views::dated::Holds;
use crate::views::element::html;

/// The term; closed it shows the expression.
pub fn term(scene: Scene<'_>, term: &Term, open: bool) -> Html {
    let voice = scene.voice;
    let name = voice.text(&term.term);
    let dir = direction(&name);
    let middle = html! {
        <>
            { labelled(voice, "", scene.tell(ReadingsMsg::OnItsFace), &term.plain) }
            { references(voice, scene.dossier, &term.sources) }
        </>
    };
    let parties: Vec<&str> = term.readings.iter().map(|reading| reading.party.as_str()).collect();
    html! {
        <details {open} id={format!("term-{}", term.id)}>
            <summary>
                <h4 {dir} lang={voice.told}>{ name }</h4>
                { scene.tell(ReadingsMsg::Uses(term.readings.len())) }
            </summary>
            { scene.beside(
                middle,
                &parties,
                ReadingsMsg::NoUses,
                |party| scene.tell(ReadingsMsg::Means(party)),
                |party| html! { <ol>{ for uses(term, party).iter().map(|held| meaning(scene, *held)) }</ol> },
            ) }
        </details>
    }
}

/// A dated meaning. Two stretches tell its three states apart: that since it was said, and within it that until the next one.
fn meaning(scene: Scene<'_>, held: Use<'_>) -> Html {
    let voice = scene.voice;
    let reading = held.reading;
    let said = Holds { from: reading.from, end: None };
    let newest = Holds { from: reading.from, end: held.end };
    html! {
        <li class="use" data-dates={said.dates()} data-now={said.now(scene.as_of)}>
            <div data-dates={newest.dates()} data-now={newest.now(scene.as_of)}>
                <time datetime={reading.from.to_string()}>{ voice.locale.day(reading.from, DateStyle::Long) }</time>
                <span class="not-yet">{ scene.tell(ReadingsMsg::NotYet) }</span>
                <span class="newest">{ scene.tell(ReadingsMsg::InForce) }</span>
                if let Some(end) = held.end {
                    <span class="replaced">{ scene.tell(ReadingsMsg::Replaced(end)) }</span>
                }
                { paragraph(voice, "", &reading.text) }
                if let Some(quote) = reading.quote.as_ref() {
                    { scene.words_of(quote) }
                }
                { references(voice, scene.dossier, &reading.sources) }
            </div>
        </li>
    }
}
