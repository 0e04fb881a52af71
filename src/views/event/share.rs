//! An event's address and its citation, and in the app the buttons that copy them.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::model::Event;
use crate::messages::{Msg, PageMsg};
use crate::views::app::Edition;
use crate::views::element::html;
use crate::views::words::Voice;

/// Address and citation. What a button copies is the text of the element it names, so a reader sees what they get, and can
/// select it where the browser does not let the page copy.
pub fn share(voice: Voice, dossier: &Dossier, event: &Event, edition: &Edition) -> Html {
    let in_app = !voice.alone;
    let link = voice.with_event(&edition.address, &event.id);
    let own_page = if voice.own_pages || edition.address.is_empty() {
        edition.page(&["event/", &event.id, "/"])
    } else {
        link.clone()
    };
    let citation = voice.say(Msg::CiteEvent {
        title: &voice.text(&event.title),
        date: event.date,
        dossier: &voice.text(&dossier.meta.title),
        checked: dossier.meta.upkeep(),
        version: &edition.version,
        address: &own_page,
    });
    let copy = |from: &'static str, label: Msg<'_>, copied: Msg<'_>| {
        html! {
            <button type="button" data-do="copy" data-copy={from} data-copied={voice.say(copied)}>{ voice.say(label) }</button>
        }
    };
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
    html! { <p class="panel-links"><a href={voice.with_event(voice.base, &event.id)}>{ voice.tell(PageMsg::OnTimeline) }</a></p> }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    #[test]
    fn a_dossier_from_elsewhere_is_named_in_link_and_citation() {
        let dossier = us_dprk();
        let event = &dossier.events[0];
        let said = |manner: Manner, address: &'static str| {
            let edition = Edition { address: address.into(), ..Edition::default() };
            fragment(share(Voice::of(manner), &dossier, event, &edition))
        };
        let (plain, id) = (Manner::main_page(Locale::En), &event.id);
        let built = said(plain, "https://example.org/");
        assert!(built.contains(&format!(">https://example.org/?event={id}</a>")), "{built}");
        assert!(built.contains(&format!("https://example.org/event/{id}/")), "{built}");
        let opened = Manner { own_pages: false, dossier: "dossier=/d/far.json&", ..plain };
        let opened = said(opened, "https://example.org/open/");
        let address = format!("https://example.org/open/?dossier=/d/far.json&amp;event={id}");
        assert_eq!(opened.matches(&address).count(), 3, "{opened}");
        assert!(!opened.contains("/event/"), "{opened}");
        // In the studio it has no address that others could follow.
        let unsaved = said(Manner { own_pages: false, ..plain }, "");
        assert!(!unsaved.contains("http"), "{unsaved}");
    }
}
