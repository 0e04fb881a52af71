//! Everything in the record that a fair reader could dispute, with the way to each.

use yew::prelude::*;

use crate::analysis::{marked, open_to_dispute};
use crate::dossier::Dossier;
use crate::dossier::model::{Confidence, Issue, Position};
use crate::dossier::text::Text;
use crate::messages::{DateStyle, MethodMsg};
use crate::views::element::html;
use crate::views::event::side_class;
use crate::views::issue::standing;
use crate::views::words::{Voice, marks};

/// The positions, issue by issue.
pub(super) fn calls(voice: Voice, dossier: &Dossier) -> Html {
    let counts = marked(dossier);
    if counts.open == 0 {
        return html! { <p>{ voice.tell(MethodMsg::NoCalls) }</p> };
    }
    html! {
        <>
            <p class="lede">{ voice.tell(MethodMsg::CallsAbout { open: counts.open, judgement: counts.judgement }) }</p>
            { for dossier.issues.iter().map(|issue| calls_of(voice, dossier, issue)) }
        </>
    }
}

fn calls_of(voice: Voice, dossier: &Dossier, issue: &Issue) -> Html {
    let open = open_to_dispute(issue);
    let title = voice.text(&issue.title);
    let heading = voice.tell(MethodMsg::CallsOf { title: &title, open: open.len() });
    html! {
        if !open.is_empty() {
            <section class="calls">
                <h3 dir="auto"><a href={voice.issue_page(&issue.id)}>{ heading }</a></h3>
                <ol>{ for open.iter().map(|held| call(voice, dossier, issue, held)) }</ol>
            </section>
        }
    }
}

fn call(voice: Voice, dossier: &Dossier, issue: &Issue, held: &Position) -> Html {
    let side = dossier.side_of(&held.party);
    let event = held.event.as_deref().and_then(|id| dossier.event(id));
    html! {
        <li class={side_class(side)}>
            <p>
                <time datetime={held.from.to_string()}>{ voice.locale.day(held.from, DateStyle::Long) }</time>
                { " " }
                <b dir="auto">{ standing(voice, dossier, issue, held) }</b>
            </p>
            { marks(voice, held.confidence, held.judgement, held.audited, held.note.as_ref()) }
            if let Some(event) = event {
                <p class="set-by">{ voice.tell(MethodMsg::SetBy) }{ " " }<a href={voice.event_page(&event.id)} dir="auto" lang={voice.told}>{ voice.text(&event.title) }</a></p>
            }
        </li>
    }
}

/// A record that is no position: where it stands, what it says, and its marks.
struct Other<'a> {
    address: AttrValue,
    says: &'a Text,
    confidence: Confidence,
    note: Option<&'a Text>,
}

/// Events, estimates, commitments and meetings of medium or low confidence.
pub(super) fn others(voice: Voice, dossier: &Dossier) -> Html {
    let section = |id: &str| AttrValue::from([voice.base, "#", id].concat());
    let other = |address, says, confidence, note| Other { address, says, confidence, note };
    let mut others: Vec<Other<'_>> = Vec::new();
    for event in &dossier.events {
        let address = voice.event_page(&event.id);
        others.extend(event.confidence.map(|sure| other(address, &event.title, sure, event.note.as_ref())));
    }
    for estimate in &dossier.estimates {
        let sure = estimate.confidence;
        others
            .extend(sure.map(|sure| other(section("clock"), &estimate.claim, sure, estimate.note.as_ref())));
    }
    for promise in &dossier.commitments {
        let sure = promise.confidence;
        others
            .extend(sure.map(|sure| other(section("promises"), &promise.text, sure, promise.note.as_ref())));
    }
    for meeting in dossier.processes.iter().flat_map(|process| &process.meetings) {
        let sure = meeting.confidence;
        others
            .extend(sure.map(|sure| other(section("meetings"), &meeting.label, sure, meeting.note.as_ref())));
    }
    others.retain(|other| other.confidence != Confidence::High);
    if others.is_empty() {
        return html! { <p>{ voice.tell(MethodMsg::NoOthers) }</p> };
    }
    html! {
        <>
            <p class="lede">{ voice.tell(MethodMsg::OthersAbout) }</p>
            <ul class="calls">
                { for others.iter().map(|other| html! {
                    <li>
                        <a href={other.address.clone()} dir="auto" lang={voice.told}>{ voice.text(other.says) }</a>
                        { marks(voice, Some(other.confidence), false, None, other.note) }
                    </li>
                }) }
            </ul>
        </>
    }
}
