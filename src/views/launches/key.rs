//! The key: what each shape means.

use yew::prelude::*;

use crate::dossier::model::{Level, Outcome};
use crate::messages::LaunchesMsg;
use crate::scene::{Mark, nuclear_mark, outcome_mark, talk_mark};
use crate::views::element::html;
use crate::views::picture::layer;
use crate::views::words::Voice;

/// The shapes and what each means.
pub(super) fn shapes() -> Vec<(Mark, LaunchesMsg<'static>)> {
    let outcomes = [Outcome::Success, Outcome::Failure, Outcome::Mixed, Outcome::Unknown];
    let line = |class: &'static str, d: &str| Mark::Path { class, d: d.to_owned() };
    let mut items: Vec<(Mark, LaunchesMsg<'static>)> = outcomes
        .into_iter()
        .map(|outcome| (outcome_mark(outcome, 8.0, 8.0, 4.0), LaunchesMsg::Launch(outcome)))
        .collect();
    items.push((nuclear_mark(8.0, 8.0, 6.5), LaunchesMsg::NuclearTest));
    items.push((talk_mark(Level::Working, 6.75, 9.25, 0.5), LaunchesMsg::Meeting));
    items.push((line("talk leaders", "M6.5 0V16H9.5V0z"), LaunchesMsg::LeadersMeeting));
    items.push((line("pause", "M1 14V4H15V14"), LaunchesMsg::Pause));
    items.push((line("not-counted", "M0 8H16"), LaunchesMsg::NotListed));
    items
}

/// The key to the pictures.
pub(super) fn key(voice: Voice) -> Html {
    let items = shapes();
    html! {
        <ul class="launch-key" aria-label={voice.tell(LaunchesMsg::Key)}>
            { for items.iter().map(|(shape, words)| html! {
                <li>
                    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{ layer(std::slice::from_ref(shape)) }</svg>
                    <span>{ voice.tell(*words) }</span>
                </li>
            }) }
        </ul>
    }
}
