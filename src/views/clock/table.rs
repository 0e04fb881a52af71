//! Every statement in full: claim, own words, note, sources.

use yew::prelude::*;

use super::{tell, whose, years_words};
use crate::analysis::clock::Years;
use crate::dossier::Dossier;
use crate::dossier::model::Estimate;
use crate::messages::{ClockMsg, Msg};
use crate::views::element::html;
use crate::views::words::Voice;

/// All statements, closed at first.
pub(super) fn table(voice: Voice, dossier: &Dossier) -> Html {
    html! {
        <details class="clock-table">
            <summary>{ tell(voice, ClockMsg::Table { estimates: dossier.estimates.len() }) }</summary>
            <ul>{ for dossier.estimates.iter().map(|estimate| one(voice, dossier, estimate)) }</ul>
        </details>
    }
}

fn one(voice: Voice, dossier: &Dossier, estimate: &Estimate) -> Html {
    let quote = estimate.quote.as_ref();
    let lang =
        quote.and_then(|quote| voice.foreign(quote.lang.as_deref().unwrap_or(dossier.first_language())));
    html! {
        <li>
            <p>
                { whose(voice, dossier, estimate) }{ ": " }
                <span dir="auto">{ voice.text(&estimate.claim) }</span>
                if let Some(years) = Years::of(estimate) {
                    { " (" }{ years_words(voice, years) }
                    if let Some(deadline) = estimate.deadline {
                        { ", " }{ tell(voice, ClockMsg::Deadline(deadline)) }
                    }
                    { ")" }
                }
            </p>
            if let Some(quote) = quote {
                <blockquote dir="auto" lang={lang.map(str::to_owned)}>{ format!("\u{201c}{}\u{201d}", voice.text(&quote.text)) }</blockquote>
            }
            if let Some(note) = &estimate.note {
                <p class="note" dir="auto">{ voice.text(note) }</p>
            }
            { sources(voice, dossier, estimate) }
        </li>
    }
}

/// How sure the record is, and links to its sources, by number in the record's order. Ids that no source has are left out: the checker reports them.
fn sources(voice: Voice, dossier: &Dossier, estimate: &Estimate) -> Html {
    let found: Vec<_> = estimate.sources.iter().filter_map(|id| dossier.source(id)).collect();
    html! {
        <small>
            if let Some(confidence) = estimate.confidence {
                { voice.say(Msg::Confidence(confidence)) }{ " \u{b7} " }
            }
            if found.is_empty() {
                { voice.say(Msg::NoSources) }
            } else {
                { tell(voice, ClockMsg::Sources { count: found.len() }) }
            }
            { for found.iter().enumerate().map(|(index, source)| html! {
                <>{ " " }<a href={format!("{}sources/#{}", voice.base, source.id)}>{ (index + 1).to_string() }</a></>
            }) }
        </small>
    }
}
