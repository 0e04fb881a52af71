//! Something in the middle, and what each side made of it beside it.

use yew::prelude::*;

use crate::analysis::distinct;
use crate::dossier::Dossier;
use crate::dossier::model::Side;
use crate::dossier::text::Quote;
use crate::messages::ReadingsMsg;
use crate::views::dated::Holds;
use crate::views::element::html;
use crate::views::event::side_class;
use crate::views::quotation::quotation;
use crate::views::words::Voice;

/// Where the date stands, and what everything is written with.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// How to write text.
    pub voice: Voice,
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The as-of date.
    pub as_of: crate::dossier::date::Day,
}

impl Scene<'_> {
    /// A sentence of the view.
    pub fn tell(&self, msg: ReadingsMsg<'_>) -> AttrValue {
        self.voice.tell(msg)
    }

    /// Somebody's words; from after the as-of date, marked so.
    pub fn words_of(&self, quote: &Quote) -> Html {
        let holds = Holds { from: quote.on.first(), end: None };
        html! {
            <div class="dated" data-dates={holds.dates()} data-now={holds.now(self.as_of)}>
                { quotation(self.voice, self.dossier, quote) }
                <span class="not-yet">{ self.tell(ReadingsMsg::NotYet) }</span>
            </div>
        }
    }

    /// `middle` between both sides' columns, everybody else's below it. `parties` are those who said anything, `label` names one of
    /// them, and `column` is what it said.
    pub fn beside(
        &self,
        middle: Html,
        parties: &[&str],
        nobody: ReadingsMsg<'_>,
        label: impl Fn(&str) -> AttrValue,
        column: impl Fn(&str) -> Html,
    ) -> Html {
        let parties = distinct(parties.iter().copied());
        let side_of = |party: &str| self.dossier.side_of(party);
        let column = |party: &str, side: Option<Side>| {
            html! {
                <div class={classes!("reading", side_class(side))}>
                    <p class="whose">{ label(&self.voice.name_of(self.dossier, party)) }</p>
                    { column(party) }
                </div>
            }
        };
        let of_side = |side: Side| {
            let own: Vec<Html> = parties
                .iter()
                .filter(|party| side_of(party) == Some(side))
                .map(|party| column(party, Some(side)))
                .collect();
            match self.dossier.side(side).filter(|_| own.is_empty()) {
                Some(absent) => html! {
                    <div class={classes!("reading", side_class(Some(side)), "absent")}>
                        <p>{ self.tell(ReadingsMsg::NoReading(&self.voice.called(Some(absent)))) }</p>
                    </div>
                },
                None => own.into_iter().collect::<Html>(),
            }
        };
        html! {
            <div class="beside-text">
                <div class="middle">
                    { middle }
                    if parties.is_empty() {
                        <p class="refs">{ self.tell(nobody) }</p>
                    }
                </div>
                if !parties.is_empty() {
                    { of_side(Side::A) }
                    { of_side(Side::B) }
                    { for parties.iter().filter(|party| side_of(party).is_none()).map(|party| column(party, None)) }
                }
            </div>
        }
    }
}
