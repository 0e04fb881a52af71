//! All positions, issue by issue, in one line each: date, standing, words. Part of the prerendered page; the app adopts it.

use yew::prelude::*;

use super::position::standing;
use crate::dossier::Dossier;
use crate::messages::{DateStyle, Msg};
use crate::views::element::html;
use crate::views::event::side_class;
use crate::views::words::Voice;

/// Every issue with its ladder and its positions, oldest first.
pub fn list(voice: Voice, dossier: &Dossier) -> Html {
    html! {
        <>
            { for dossier.issues.iter().map(|issue| {
                let mut positions: Vec<_> = issue.positions.iter().collect();
                positions.sort_by_key(|position| position.from);
                html! {
                    <section class="issue-positions">
                        <h4><a href={voice.issue_page(&issue.id)} data-issue={issue.id.clone()}>{ voice.words(&issue.title) }</a></h4>
                        <p>{ voice.words(&issue.question) }</p>
                        <ol class="rungs" start="0">{ for issue.ladder.iter().map(|rung| html! { <li>{ voice.words(&rung.label) }</li> }) }</ol>
                        <ol>
                            { for positions.iter().map(|position| {
                                let side = dossier.side_of(&position.party);
                                html! {
                                    <li class={side_class(side)} data-set-by={position.event.clone()}>
                                        <time datetime={position.from.to_string()}>{ voice.locale.day(position.from, DateStyle::Long) }</time>
                                        { " " }
                                        <b>{ standing(voice, dossier, issue, position) }</b>
                                        if position.judgement {
                                            { " " }<i>{ voice.say(Msg::Judgement) }</i>
                                        }
                                        <p>{ voice.words(&position.text) }</p>
                                    </li>
                                }
                            }) }
                        </ol>
                    </section>
                }
            }) }
        </>
    }
}
