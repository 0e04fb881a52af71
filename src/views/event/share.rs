//! An event's address and its citation, and in the app the buttons that copy them.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::Event;
use crate::messages::{Msg, PageMsg};
use crate::state::Address;
use crate::views::app::Edition;
use crate::views::element::html;
use crate::views::words::Voice;

/// Address and citation. What a button copies is the text of the element it names, so a reader sees what they get, and can
/// select it where the browser does not let the page copy.
pub fn share(voice: Voice, dossier: &Dossier, event: &Event, edition: &Edition) -> Html {
    let in_app = !voice.alone;
    let own_page = if edition.address.is_empty() {
        String::new()
    } else {
        format!("{}event/{}/", edition.address, event.id)
    };
    let citation = voice.say(Msg::CiteEvent {
        title: &voice.text(&event.title),
        date: event.date,
        dossier: &voice.text(&dossier.meta.title),
        checked: dossier.meta.checked_on,
        version: &edition.version,
        address: &own_page,
    });
    let copy = |from: &'static str, label: Msg<'_>, copied: Msg<'_>| {
        html! {
            <button type="button" data-do="copy" data-copy={from} data-copied={voice.say(copied)}>{ voice.say(label) }</button>
        }
    };
    let link = reopening(&edition.address, event);
    html! {
        <div class="reference">
            if in_app {
                <span class="reference-what">{ voice.say(Msg::EventLink) }</span>
                <a id="event-link" href={link.clone()} translate="no">{ link }</a>
                { copy("event-link", Msg::CopyLink, Msg::LinkCopied) }
            }
            <span class="reference-what">{ voice.say(Msg::Cite) }</span>
            <span id="event-citation">{ citation }</span>
            if in_app {
                { copy("event-citation", Msg::CopyCitation, Msg::CitationCopied) }
                <p class="copied" role="status" data-refused={voice.say(Msg::CopyRefused)}></p>
            }
        </div>
    }
}

/// The way from an event's own page to its mark on the timeline.
pub fn on_timeline(voice: Voice, event: &Event) -> Html {
    html! { <p class="panel-links"><a href={reopening(voice.base, event)}>{ voice.tell(PageMsg::OnTimeline) }</a></p> }
}

/// The address of the main page in this folder, with the event open.
fn reopening(folder: &str, event: &Event) -> String {
    format!("{folder}?{}", Address { event: Some(event.id.clone()), ..Address::default() }.query())
}
