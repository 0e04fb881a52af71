//! What an event changed, issue by issue: the positions it set, what the other side had said by then, the daylight before and after,
//! and the way to the events before and after it that set a position on the same issue. An outline is enough for all of it.

use yew::prelude::*;

use super::beside::{Spelling, steps};
use super::detail::side_class;
use crate::analysis::{Daylight, Moved, State, daylight, moved_by, positions_set};
use crate::dossier::Dossier;
use crate::dossier::model::{Event, Issue, Position, Role};
use crate::messages::Msg;
use crate::views::element::html;
use crate::views::issue::{daylight_words, stand_words, standing, state_class};
use crate::views::words::Voice;

/// The list; nothing where the event set no position.
pub fn changes(voice: Voice, dossier: &Dossier, event: &Event) -> Html {
    let moved = moved_by(dossier, &event.id);
    let (mut items, mut met) = (Vec::new(), false);
    for (index, issue) in dossier.issues.iter().enumerate() {
        let set = positions_set(issue, &event.id);
        if let Some(newest) = set.iter().map(|position| position.from).max() {
            let now = daylight(issue, newest);
            let here = moved.iter().filter(|moved| moved.issue == index);
            let mut moves: Vec<Html> = here.map(|moved| change(voice, issue, event, moved)).collect();
            if moves.is_empty() {
                moves.push(no_change(voice, issue, now.state));
            }
            met |= matches!(now.state, State::Met);
            items.push(item(voice, dossier, issue, event, &set, &now, moves));
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
            if met {
                <p class="chart-help">{ voice.say(Msg::MetMeans) }</p>
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
    now: &Daylight,
    moves: Vec<Html>,
) -> Html {
    let mut page = voice.issue_page(&issue.id).to_string();
    // The issue's own page is written for the day that the dossier opens with: who comes from an event means its day.
    if let (true, Some(first)) = (voice.alone && voice.own_pages, set.first()) {
        page.push_str("?on=");
        page.push_str(&first.from.to_string());
    }
    html! {
        <li>
            <a class="change-issue" href={page} data-issue={issue.id.clone()}>{ voice.words(&issue.title) }</a>
            { moves }
            <ul class="positions-set">
                { for set.iter().map(|position| {
                    let side = dossier.side_of(&position.party);
                    html! { <li class={side_class(side)}>{ standing(voice, dossier, issue, position) }</li> }
                }) }
                { for [Role::Expects, Role::Offers].into_iter().filter_map(|role| stood(voice, dossier, issue, set, now, role)) }
            </ul>
            { steps(voice, dossier.neighbours_on_issue(&event.id, issue), Spelling::Date) }
        </li>
    }
}

/// Where a side stands by a position that the event did not set, and from when; nothing where the event set it. Daylight lies between
/// two: beside one position alone, "met" would seem to say what only the other side's withdrawal brought about.
fn stood(
    voice: Voice,
    dossier: &Dossier,
    issue: &Issue,
    set: &[&Position],
    now: &Daylight,
    role: Role,
) -> Option<Html> {
    let (words, held) = stand_words(voice, dossier, issue, role, now);
    let from = match held {
        Some(held) if set.iter().any(|own| std::ptr::eq(*own, held)) => return None,
        Some(held) => {
            voice.locale.bracketed(&voice.say(Msg::InForceFrom { from: held.from, until: held.until }))
        }
        None => String::new(),
    };
    let side = dossier.side_of(issue.gap.party(role));
    Some(html! { <li class={side_class(side)}>{ words }{ from }</li> })
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

/// The daylight that a position left as it was.
fn no_change(voice: Voice, issue: &Issue, state: State) -> Html {
    html! {
        <p class="change">
            <span class="change-day">{ voice.say(Msg::Unchanged) }</span>
            { tag(voice, issue, state) }
        </p>
    }
}

fn tag(voice: Voice, issue: &Issue, state: State) -> Html {
    html! { <span class={classes!("tag", state_class(state))} translate="no">{ daylight_words(&voice, issue, state) }</span> }
}
