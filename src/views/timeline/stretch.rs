//! The events of a stretch of time as a list under the picture: what a cluster holds where no zoom would part it.

use yew::prelude::*;

use crate::index::Index;
use crate::messages::Msg;
use crate::state::{Action, Stretch};
use crate::views::element::html;
use crate::views::words::{Voice, does};

/// How many are listed, the weightiest first.
const MOST_LISTED: usize = 100;

/// The list: each event opens its record.
pub fn stretch(voice: Voice, events: &Index, asked: Stretch, act: &Callback<Action>) -> Html {
    let places = events.between(f64::from(asked.from.number()), f64::from(asked.to.number()) + 1.0);
    let lanes: Vec<_> =
        Index::LANES.into_iter().filter(|lane| asked.lane.is_none_or(|own| own == *lane)).collect();
    let count: usize = lanes.iter().map(|lane| events.count(*lane, &places)).sum();
    let listed = (1..=3).rev().flat_map(|weight| {
        let levels = lanes.iter().filter_map(move |lane| events.level(*lane, weight));
        levels.flat_map(|level| level.places(level.within(&places)).take(MOST_LISTED)).collect::<Vec<_>>()
    });
    let listed: Vec<usize> = listed.take(MOST_LISTED).collect();
    let more = count.saturating_sub(listed.len());
    html! {
        <section class="panel" data-panel="stretch" aria-labelledby="stretch-heading">
            <div class="panel-head">
                <h3 id="stretch-heading" tabindex="-1">{ voice.say(Msg::StretchHeading { count, from: asked.from, to: asked.to }) }</h3>
                <button type="button" onclick={does(act, Action::CloseStretch)}>{ voice.say(Msg::Close) }</button>
            </div>
            <ol class="stretch-list">
                { for listed.into_iter().filter_map(|place| events.get(place)).map(|entry| html! {
                    <li key={entry.id.to_owned()}>
                        <time datetime={entry.first.to_string()}>{ voice.locale.date(entry.date) }</time>
                        { " " }
                        <a href={voice.event_page(entry.id)} data-event={entry.id.to_owned()}>{ voice.own(entry.title.to_owned().into()) }</a>
                    </li>
                }) }
            </ol>
            if more > 0 {
                <p>{ voice.say(Msg::AndMore(more)) }</p>
            }
        </section>
    }
}
