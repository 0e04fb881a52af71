//! Every statement in full: claim, own words, note, sources.

use yew::prelude::*;

use super::{whose, years_words};
use crate::analysis::clock::Years;
use crate::dossier::Dossier;
use crate::dossier::model::Estimate;
use crate::messages::{ClockMsg, Msg, PageMsg};
use crate::views::element::html;
use crate::views::quotation::{foreign_language, in_other_words, quoted};
use crate::views::sources::numbered;
use crate::views::words::Voice;

/// All statements, closed at first.
pub(super) fn table(voice: Voice, dossier: &Dossier) -> Html {
    html! {
        <details class="clock-table">
            <summary>{ voice.tell(ClockMsg::Table { estimates: dossier.estimates.len() }) }</summary>
            <ul>{ for dossier.estimates.iter().map(|estimate| one(voice, dossier, estimate)) }</ul>
        </details>
    }
}

fn one(voice: Voice, dossier: &Dossier, estimate: &Estimate) -> Html {
    let quote = estimate.quote.as_ref();
    let lang = quote.and_then(|quote| foreign_language(voice, dossier, quote.lang.as_deref()));
    let years = Years::of(estimate).map(|years| {
        let deadline = estimate.deadline.map(|deadline| voice.tell(ClockMsg::Deadline(deadline)));
        let words: Vec<AttrValue> = [years_words(voice, years)].into_iter().chain(deadline).collect();
        voice.locale.bracketed(&words.join(", "))
    });
    html! {
        <li>
            <p>
                { whose(voice, dossier, estimate) }{ ": " }
                <span dir="auto" lang={voice.told}>{ voice.text(&estimate.claim) }</span>
                { years }
            </p>
            if let Some(quote) = quote {
                <blockquote dir="auto" lang={lang.map(str::to_owned)}>{ quoted(&voice.text(&quote.text)) }</blockquote>
                { in_other_words(voice, dossier, quote.translation.as_ref(), quote.original.as_ref()) }
            }
            if let Some(note) = &estimate.note {
                <p class="note" dir="auto" lang={voice.told}>{ voice.text(note) }</p>
            }
            { sources(voice, dossier, estimate) }
        </li>
    }
}

/// How sure the record is, and links to its sources, by number.
fn sources(voice: Voice, dossier: &Dossier, estimate: &Estimate) -> Html {
    let (count, links) = numbered(voice, dossier, &estimate.sources);
    html! {
        <small>
            if let Some(confidence) = estimate.confidence {
                { voice.say(Msg::Confidence(confidence)) }{ " \u{b7} " }
            }
            { if count == 0 { voice.say(Msg::NoSources) } else { voice.tell(PageMsg::SourceNumbers(count)) } }
            { links }
        </small>
    }
}
