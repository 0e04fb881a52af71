//! View `words`: agreed texts clause by clause with both readings beside them, and the terms both sides used, through time.

mod beside;
mod document;
pub mod parts;
mod term;
#[cfg(test)]
#[cfg(feature = "native")]
pub(crate) mod tests;

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Side;
use crate::messages::ReadingsMsg;
use crate::views::element::html;
use crate::views::share::share_section;
use crate::views::words::Voice;

use beside::Scene;

/// The section, as of a date. The first text and the first term stand open, the others open on request.
pub fn readings(voice: Voice, dossier: &Dossier, as_of: Day) -> Html {
    if dossier.documents.is_empty() && dossier.terms.is_empty() {
        return Html::default();
    }
    let scene = Scene { voice, dossier, as_of };
    let (a, b) = (voice.called(dossier.side(Side::A)), voice.called(dossier.side(Side::B)));
    html! {
        <section id="words" aria-labelledby="words-heading">
            <h2 id="words-heading">{ scene.tell(ReadingsMsg::Heading) }</h2>
            { share_section(voice, "words") }
            <p class="lede">{ scene.tell(ReadingsMsg::Help { a: &a, b: &b }) }</p>
            if !dossier.documents.is_empty() {
                <h3>{ scene.tell(ReadingsMsg::Documents) }</h3>
                { for dossier.documents.iter().enumerate().map(|(index, item)| document::document(scene, item, index == 0)) }
            }
            if !dossier.terms.is_empty() {
                <h3>{ scene.tell(ReadingsMsg::Terms) }</h3>
                { for dossier.terms.iter().enumerate().map(|(index, item)| term::term(scene, item, index == 0)) }
            }
        </section>
    }
}
