//! Small parts of the section: a drawing with marks that follow the as-of date, and compact links to sources.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::messages::LaunchesMsg;
use crate::scene::{DatedMark, Drawing, Mark, num};
use crate::views::dated::{Holds, playhead};
use crate::views::element::html;
use crate::views::picture::mark;
use crate::views::sources::numbered;
use crate::views::words::Voice;

/// A drawing; `label` says to assistive technology what it shows.
pub(super) fn drawing(drawing: &Drawing, class: &'static str, label: AttrValue, as_of: Day) -> Html {
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

/// Links to sources by number.
pub(super) fn source_links(voice: Voice, dossier: &Dossier, ids: &[String]) -> Html {
    match numbered(voice, dossier, ids) {
        (0, _) => html! { <span class="missing">{ voice.tell(LaunchesMsg::NotOnRecord) }</span> },
        (_, links) => html! { <span class="source-links">{ links }</span> },
    }
}
