//! Small pieces of the sections that are written ahead: text that may run from right to left, sources in few bytes.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::text::Text;
use crate::messages::{Msg, PageMsg};
use crate::views::element::html;
use crate::views::sources::numbered;
use crate::views::words::Voice;
pub use crate::views::words::direction;

/// A paragraph of the dossier's; nothing where nothing is written.
pub fn paragraph(voice: Voice, class: &'static str, text: &Text) -> Html {
    let words = voice.text(text);
    let dir = direction(&words);
    html! {
        if !words.is_empty() {
            <p {class} {dir} lang={voice.told}>{ words }</p>
        }
    }
}

/// A paragraph of the dossier's behind a word of ours.
pub fn labelled(voice: Voice, class: &'static str, label: AttrValue, text: &Text) -> Html {
    let words = voice.text(text);
    let dir = direction(&words);
    html! {
        if !words.is_empty() {
            <p {class}><b>{ label }</b>{ " " }<span {dir} lang={voice.told}>{ words }</span></p>
        }
    }
}

/// The sources of a claim by number.
pub fn references(voice: Voice, dossier: &Dossier, ids: &[String]) -> Html {
    match numbered(voice, dossier, ids) {
        (0, _) => html! { <p class="refs">{ voice.say(Msg::NoSources) }</p> },
        (count, links) => {
            html! { <p class="refs">{ voice.tell(PageMsg::SourceNumbers(count)) }{ links }</p> }
        }
    }
}
