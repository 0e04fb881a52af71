//! One position: who, from when, on which rungs, in what words, from what sources.

use yew::prelude::*;

use crate::analysis::{Daylight, top_rung};
use crate::dossier::Dossier;
use crate::dossier::model::{Confidence, Issue, Position, Role};
use crate::messages::Msg;
use crate::views::element::html;
use crate::views::event::side_class;
use crate::views::quotation::quotation;
use crate::views::sources::citations;
use crate::views::words::{Voice, marks};

/// The name of a rung; its number where the ladder has no such rung.
fn rung_label(voice: Voice, issue: &Issue, rung: u8) -> String {
    match issue.ladder.iter().find(|step| step.rung == rung) {
        Some(step) => voice.inside(&step.label),
        None => rung.to_string(),
    }
}

/// "Washington expects: “Halt tests” to “Close test sites”".
pub fn standing(voice: Voice, dossier: &Dossier, issue: &Issue, position: &Position) -> AttrValue {
    let party = voice.called(dossier.party(&position.party));
    let (low, high) = (rung_label(voice, issue, position.low), rung_label(voice, issue, position.high));
    voice.say(Msg::StandsOn { party: &party, role: position.role, low: &low, high: &high })
}

/// Where the side in a role stands, in the words of its rungs, and whether that rests on an account of low confidence; and the
/// position. Or that it has none.
pub fn stand_words<'a>(
    voice: Voice,
    dossier: &Dossier,
    issue: &'a Issue,
    role: Role,
    now: &Daylight,
) -> (AttrValue, Option<&'a Position>) {
    match now.stand(role).and_then(|stand| issue.positions.get(stand.position)) {
        Some(position) => {
            let mut words = standing(voice, dossier, issue, position);
            // Seen before the record is opened: one such account may be all that the daylight rests on.
            if position.confidence == Some(Confidence::Low) {
                words = [&*words, &voice.locale.bracketed(&voice.say(Msg::LowConfidence))].concat().into();
            }
            (words, Some(position))
        }
        None => {
            let party = voice.called(dossier.party(issue.gap.party(role)));
            (voice.say(Msg::StandsNowhere { party: &party, role }), None)
        }
    }
}

/// Where both sides stand on an issue, each in its colour.
pub fn stands(voice: Voice, outline: &Dossier, issue: &Issue, now: &Daylight) -> Html {
    html! {
        <ul class="stands">
            { for [Role::Expects, Role::Offers].into_iter().map(|role| {
                let side = side_class(outline.side_of(issue.gap.party(role)));
                let (words, held) = stand_words(voice, outline, issue, role, now);
                let set_by = held.and_then(|held| held.event.clone());
                html! { <li class={classes!(side, held.is_none().then_some("absent"))} data-set-by={set_by}>{ words }</li> }
            }) }
        </ul>
    }
}

/// "rungs 3-4 of 6".
pub fn rung_numbers(voice: Voice, issue: &Issue, position: &Position) -> AttrValue {
    voice.say(Msg::RungNumbers { low: position.low, high: position.high, top: top_rung(issue) })
}

/// The whole position; `unsaid` stands under its quotation.
pub fn position(voice: Voice, dossier: &Dossier, issue: &Issue, position: &Position, unsaid: Html) -> Html {
    let side = dossier.side_of(&position.party);
    let event = position.event.as_deref().and_then(|id| dossier.event(id));
    html! {
        <div class={classes!("position", side_class(side))} data-set-by={position.event.clone()}>
            <p class="standing">
                <b>{ standing(voice, dossier, issue, position) }</b>
                { " " }
                <span class="rung-numbers">{ rung_numbers(voice, issue, position) }</span>
            </p>
            <p class="in-force">
                <time datetime={position.from.to_string()}>{ voice.say(Msg::InForceFrom { from: position.from, until: position.until }) }</time>
            </p>
            <p>{ voice.words(&position.text) }</p>
            if let Some(quote) = position.quote.as_ref() {
                { quotation(voice, dossier, quote) }
                { unsaid }
            }
            if let Some(event) = event {
                <p class="set-by"><a href={voice.event_page(&event.id)} data-event={event.id.clone()}>{ voice.words(&event.title) }</a></p>
            }
            { marks(voice, position.confidence, position.judgement, position.audited, position.note.as_ref()) }
            { citations(voice, dossier, &position.sources) }
        </div>
    }
}
