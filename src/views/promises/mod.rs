//! View `promises`: each promise's state through time, on one axis, and in words on the as-of date.

mod choice;
mod promise;
mod strip;
#[cfg(test)]
#[cfg(feature = "native")]
mod tests;

use yew::prelude::*;

use crate::analysis::{Stage, runs};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Commitment, CommitmentState, Status};
use crate::layout::promises::{Segment, axis};
use crate::messages::PromisesMsg;
use crate::scene::num;
use crate::views::dated::{Holds, as_of_date};
use crate::views::drawn::{Drawn, KeyLine};
use crate::views::element::html;
use crate::views::share::share_section;
use crate::views::words::Voice;

/// The states in the order of the key.
const STATES: [CommitmentState; 8] = [
    CommitmentState::Pledged,
    CommitmentState::Begun,
    CommitmentState::Partly,
    CommitmentState::Done,
    CommitmentState::Stalled,
    CommitmentState::Reversed,
    CommitmentState::Lapsed,
    CommitmentState::NotChecked,
];

/// The section, as of a date.
pub fn promises(voice: Voice, dossier: &Dossier, as_of: Day) -> Html {
    let Some(axis) = axis(&dossier.commitments, dossier.meta.span.to) else { return Html::default() };
    // Before it all that is drawn comes after the as-of date.
    let begun = Holds { from: axis.first(), end: None };
    html! {
        <section id="promises" aria-labelledby="promises-heading">
            <h2 id="promises-heading">{ voice.tell(PromisesMsg::Heading) }</h2>
            { share_section(voice, "promises") }
            <p class="lede">{ voice.tell(PromisesMsg::Help) }</p>
            { choice::choice(voice, dossier) }
            { key(voice, &dossier.commitments) }
            <div class="strip-head" data-dates={begun.dates()} data-now={begun.now(as_of)}>
                <p>{ voice.tell(PromisesMsg::AsOf) }{ " " }{ as_of_date(voice, as_of) }</p>
                <ol aria-label={voice.tell(PromisesMsg::Axis(axis.first(), axis.end().plus(-1)))}>
                    { for axis.years().map(|year| html! { <li>{ year.to_string() }</li> }) }
                </ol>
            </div>
            <ol class="promises">
                { for dossier.commitments.iter().map(|item| promise::promise(voice, dossier, axis, as_of, item)) }
            </ol>
        </section>
    }
}

/// The strips by themselves, and the years that their common axis is divided into.
pub fn promises_drawn(voice: Voice, dossier: &Dossier, as_of: Day) -> (Vec<i32>, Vec<Drawn>) {
    let Some(axis) = axis(&dossier.commitments, dossier.meta.span.to) else { return Default::default() };
    let drawn = |promise| promise::drawn(voice, dossier, axis, as_of, promise);
    (axis.years().collect(), dossier.commitments.iter().map(drawn).collect())
}

/// The key by itself, in two parts: how the states that occur are drawn, and whose colour is which.
pub fn promises_key(voice: Voice, dossier: &Dossier) -> [Vec<KeyLine>; 2] {
    let state = |(mark, words)| KeyLine { mark, room: (36.0, strip::HEIGHT), side: "side-none", words };
    let whose = |(side, words)| KeyLine {
        mark: html! { <rect width="12" height="12" fill="currentColor" /> },
        room: (12.0, 12.0),
        side,
        words,
    };
    let who = voice.tell(PromisesMsg::Who);
    let label = KeyLine { mark: Html::default(), room: (0.0, 12.0), side: "side-none", words: who };
    let sides = promise::sides(voice, dossier).into_iter().map(whose);
    [
        key_lines(voice, &dossier.commitments).into_iter().map(state).collect(),
        [label].into_iter().chain(sides).collect(),
    ]
}

/// A strip as short as a key has room for.
fn strip_of(stage: Stage<'_>) -> Html {
    let segment = Segment { x1: 1.0, x2: 35.0, stage };
    html! {
        <svg class="strip" width="36" viewBox={format!("0 0 36 {}", num(strip::HEIGHT))} aria-hidden="true">{ strip::marks(&[segment]) }</svg>
    }
}

/// The states that occur, each with its strip.
fn key_lines(voice: Voice, commitments: &[Commitment]) -> Vec<(Html, AttrValue)> {
    let occurs = |state: &CommitmentState| {
        commitments.iter().any(|promise| promise.status.iter().any(|status| status.state == *state))
    };
    let unrecorded =
        || commitments.iter().any(|promise| runs(promise).iter().any(|run| run.stage == Stage::NoRecord));
    let mut lines = Vec::new();
    if unrecorded() {
        lines.push((strip_of(Stage::NoRecord), voice.tell(PromisesMsg::NoRecord)));
    }
    lines.extend(STATES.into_iter().filter(occurs).map(|state| {
        let status = Status { on: Day::MIN, state, note: None, sources: Vec::new() };
        (strip_of(Stage::Recorded(&status)), voice.tell(PromisesMsg::State(state)))
    }));
    lines
}

/// How the states that occur are drawn.
fn key(voice: Voice, commitments: &[Commitment]) -> Html {
    html! {
        <ul class="strip-key" aria-label={voice.tell(PromisesMsg::Key)}>
            { for key_lines(voice, commitments).into_iter().map(|(strip, name)| html! { <li>{ strip }{ name }</li> }) }
        </ul>
    }
}
