//! Events as a table, a row each: what the list says in words, in columns that can be compared.

use yew::prelude::*;

use crate::analysis::turning_points;
use crate::dossier::Dossier;
use crate::dossier::model::{Event, Lane, Side};
use crate::find::Pattern;
use crate::messages::{Column, Msg};
use crate::views::element::html;
use crate::views::event::list::colour_class;
use crate::views::words::{Voice, marked};

/// What the table shows.
pub struct Rows {
    /// The rows, a part of the table each as [`rows`] makes them.
    pub parts: Html,
    /// Whether the newest stand first.
    pub newest_first: bool,
    /// What the table is of.
    pub caption: AttrValue,
    /// Turns the order round.
    pub turn: Callback<MouseEvent>,
}

/// Some of the table's rows, in the order of the events; the words looked for are marked.
pub fn rows(voice: Voice, dossier: &Dossier, events: &[&Event], words: &[Pattern]) -> Html {
    let whose = |lane: Lane| match lane {
        Lane::A => voice.called(dossier.side(Side::A)),
        Lane::B => voice.called(dossier.side(Side::B)),
        Lane::Both => voice.locale.say(Msg::ByBoth),
        Lane::Other => voice.locale.say(Msg::ByOthers),
    };
    let turning = turning_points(dossier);
    let moved = |event: &Event| {
        let mut titles: Vec<String> = Vec::new();
        for point in turning.iter().filter(|point| point.events.contains(&event.id.as_str())) {
            let title = dossier.issues.get(point.issue).map(|issue| voice.inside(&issue.title));
            titles.extend(title.filter(|title| !titles.contains(title)));
        }
        titles.join("; ")
    };
    let row = |event: &&Event| {
        let link = html! {
            <a href={voice.event_page(&event.id)} data-event={event.id.clone()}>{ marked(voice, &event.title, words) }</a>
        };
        html! {
            <tr class={colour_class(event.lane)}>
                <td><time datetime={event.date.first().to_string()}>{ voice.locale.date(event.date) }</time></td>
                <th scope="row">{ link }</th>
                { cell(voice.locale.say(Msg::EventKind(event.kind))) }
                { cell(whose(event.lane)) }
                { cell(event.level.map(|level| voice.locale.say(Msg::Level(level))).unwrap_or_default()) }
                { cell(voice.locale.say(Msg::Weight(event.weight))) }
                { cell(moved(event)) }
            </tr>
        }
    };
    html! { <tbody>{ for events.iter().map(row) }</tbody> }
}

/// The table. It is wider than a phone and scrolls by itself there.
pub fn table(voice: Voice, rows: Rows) -> Html {
    let Rows { parts, newest_first, caption, turn } = rows;
    let heading = |column: Column| html! { <th scope="col">{ voice.say(Msg::Column(column)) }</th> };
    let (sort, arrow) = if newest_first { ("descending", " \u{2193}") } else { ("ascending", " \u{2191}") };
    html! {
        <div class="table-scroll" role="region" aria-labelledby="events-caption" tabindex="0">
            <table class="events-table">
                <caption id="events-caption" class="visually-hidden">{ caption }</caption>
                <thead>
                    <tr>
                        <th scope="col" aria-sort={sort}><button type="button" onclick={turn}>{ voice.say(Msg::Column(Column::Date)) }{ arrow }</button></th>
                        { for [Column::Event, Column::Kind, Column::Whose, Column::Level, Column::Weight, Column::Moved].map(heading) }
                    </tr>
                </thead>
                { parts }
            </table>
        </div>
    }
}

/// A cell of text. A function, because every element that is written out weighs in the page.
#[inline(never)]
fn cell(text: String) -> Html {
    html! { <td>{ text }</td> }
}
