//! The bar with the as-of date at the lower edge of the screen. Written ahead, hidden until `web/bar.js` shows it: while the lead's own
//! controls are out of sight. Each of its buttons presses one of those.

use yew::prelude::*;

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::messages::PageMsg;
use crate::views::dated::as_of_date;
use crate::views::element::html;
use crate::views::words::Voice;

/// The bar. Without issues there are no turning points to go to.
pub fn as_of_bar(voice: Voice, dossier: &Dossier, as_of: Day) -> Html {
    let button = |presses: &'static str, name: PageMsg<'_>, sign: &'static str| {
        let name = voice.tell(name);
        html! {
            <button type="button" data-presses={presses} aria-label={name.clone()} title={name}>{ sign }</button>
        }
    };
    html! {
        <section class="as-of-bar" id="as-of-bar" aria-label={voice.tell(PageMsg::AsOfBar)} hidden=true>
            if !dossier.issues.is_empty() {
                { button("[data-turn=before]", PageMsg::TurnBefore, "\u{ab}") }
            }
            { button(".step", PageMsg::DayBefore, "\u{2039}") }
            <p><a href="#as-of-date">{ voice.tell(PageMsg::AsOf) }</a>{ " " }{ as_of_date(voice, as_of) }</p>
            { button(".step + .step", PageMsg::DayAfter, "\u{203a}") }
            if !dossier.issues.is_empty() {
                { button("[data-turn=after]", PageMsg::TurnAfter, "\u{bb}") }
            }
        </section>
    }
}
