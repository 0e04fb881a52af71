//! Small parts of the section: a drawing with marks that follow the as-of date, and compact links to sources.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::messages::LaunchesMsg;
use crate::scene::{DatedMark, Drawing, Mark, num};
use crate::views::dated::{Holds, playhead};
use crate::views::element::html;
use crate::views::picture::mark;
use crate::views::words::Voice;

/// A drawing; `label` says to assistive technology what it shows.
pub(super) fn drawing(drawing: &Drawing, class: &'static str, label: String, as_of: Day) -> Html {
    let (width, height) = (num(drawing.width), num(drawing.height.max(1.0)));
    // The as-of date lies below the marks, so that it strikes through no name.
    html! {
        <svg {class} viewBox={format!("0 0 {width} {height}")} {width} {height} role="img" aria-label={label}>
            { for drawing.axes.iter().map(|axis| html! {
                <g transform={format!("translate(0 {})", num(axis.top))}>{ playhead(axis.first, axis.last, as_of, axis.height) }</g>
            }) }
            { for drawing.marks.iter().map(|item| dated_mark(item, as_of)) }
        </svg>
    }
}

fn dated_mark(item: &DatedMark, as_of: Day) -> Html {
    let Some(from) = item.from else {
        return html! { <>{ for item.marks.iter().map(|item| mark(item, None)) }</> };
    };
    let holds = Holds { from, end: None };
    match item.marks.as_slice() {
        // Most are one shape: it carries the dates itself.
        [Mark::Path { class, d }] => {
            html! { <path class={*class} d={d.clone()} data-dates={holds.dates()} data-now={holds.now(as_of)} /> }
        }
        marks => html! {
            <g data-dates={holds.dates()} data-now={holds.now(as_of)}>{ for marks.iter().map(|item| mark(item, None)) }</g>
        },
    }
}

/// Links to sources by number, each named in full to a pointer that rests on it.
pub(super) fn source_links(voice: Voice, dossier: &Dossier, ids: &[String]) -> Html {
    let known = ids.iter().filter(|id| dossier.source(id).is_some());
    let links: Vec<Html> = known
        .enumerate()
        .map(|(index, id)| {
            let number = voice.locale.tell(&LaunchesMsg::Source(index + 1));
            html! { <>{ " " }<a href={[voice.base, "sources/#", id.as_str()].concat()}>{ number }</a></> }
        })
        .collect();
    if links.is_empty() {
        return html! { <span class="missing">{ voice.locale.tell(&LaunchesMsg::NotOnRecord) }</span> };
    }
    html! { <span class="source-links">{ links }</span> }
}
