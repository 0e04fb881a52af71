//! What an event changed, issue by issue: the positions it set, the daylight before and after, and the way to the events before
//! and after it that set a position on the same issue. An outline is enough for all of it.

use yew::prelude::*;

use super::beside::{Spelling, steps};
use super::detail::side_class;
use crate::analysis::{Moved, State, daylight, moved_by, positions_set};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Event, Issue, Position};
use crate::messages::Msg;
use crate::views::element::html;
use crate::views::issue::{daylight_words, standing, state_class};
use crate::views::words::Voice;

/// The list; nothing where the event set no position.
pub fn changes(voice: Voice, dossier: &Dossier, event: &Event) -> Html {
    let moved = moved_by(dossier, &event.id);
    let mut items = Vec::new();
    for (index, issue) in dossier.issues.iter().enumerate() {
        let set = positions_set(issue, &event.id);
        if let Some(first) = set.first() {
            let here = moved.iter().filter(|moved| moved.issue == index);
            let mut moves: Vec<Html> = here.map(|moved| change(voice, issue, event, moved)).collect();
            if moves.is_empty() {
                moves.push(no_change(voice, issue, first.from));
            }
            items.push(item(voice, dossier, issue, event, &set, moves));
        }
    }
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { voice.heading("", voice.say(Msg::PositionsSet)) }
            if moved.is_empty() {
                <p class="moved-nothing">{ voice.say(Msg::MovedNothing) }</p>
            }
            <ul class="changes">{ items }</ul>
        </>
    }
}

fn item(
    voice: Voice,
    dossier: &Dossier,
    issue: &Issue,
    event: &Event,
    set: &[&Position],
    moves: Vec<Html>,
) -> Html {
    html! {
        <li>
            <a class="change-issue" href={voice.issue_page(&issue.id)} data-issue={issue.id.clone()}>{ voice.words(&issue.title) }</a>
            { moves }
            <ul class="positions-set">
                { for set.iter().map(|position| {
                    let side = dossier.side_of(&position.party);
                    html! { <li class={side_class(side)}>{ standing(voice, dossier, issue, position) }</li> }
                }) }
            </ul>
            { steps(voice, dossier.neighbours_on_issue(&event.id, issue), Spelling::Date) }
        </li>
    }
}

/// The daylight before and after, and the day where it is not the event's own.
fn change(voice: Voice, issue: &Issue, event: &Event, moved: &Moved) -> Html {
    let same_day = event.date.is_single_day() && event.date.first() == moved.on;
    html! {
        <p class="change">
            { tag(voice, issue, moved.before) }
            <span class="arrow"><span class="visually-hidden">{ voice.say(Msg::Then) }</span></span>
            { tag(voice, issue, moved.after) }
            if !same_day {
                <span class="change-day">{ voice.say(Msg::OnDay(moved.on)) }</span>
            }
        </p>
    }
}

/// The daylight that a position from this day on left as it was.
fn no_change(voice: Voice, issue: &Issue, on: Day) -> Html {
    html! {
        <p class="change">
            <span class="change-day">{ voice.say(Msg::Unchanged) }</span>
            { tag(voice, issue, daylight(issue, on).state) }
        </p>
    }
}

fn tag(voice: Voice, issue: &Issue, state: State) -> Html {
    html! { <span class={classes!("tag", state_class(state))} translate="no">{ daylight_words(&voice, issue, state) }</span> }
}
