//! View `clock`: how long it would take, and by when; officials against experts, institutions and precedents.

mod deadlines;
mod rows;
mod table;
#[cfg(test)]
#[cfg(feature = "native")]
mod tests;

use yew::prelude::*;

use crate::analysis::clock::{Named, Stretch, Years, beyond, named, range, stretches};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Estimate, EstimateRole};
use crate::messages::ClockMsg;
use crate::views::dated::{Holds, as_of_date};
use crate::views::drawn::{Drawn, KeyLine};
use crate::views::element::html;
use crate::views::share::share_section;
use crate::views::words::Voice;

/// The section, as of a date; nothing where the dossier has no estimates.
pub fn clock(voice: Voice, dossier: &Dossier, as_of: Day) -> Html {
    let estimates = &dossier.estimates;
    if estimates.is_empty() {
        return Html::default();
    }
    let on = |role, by| range(estimates, role, by);
    let lede = ClockMsg::Lede {
        officials: on(EstimateRole::Official, None),
        experts: on(EstimateRole::Expert, None),
        beyond: beyond(estimates),
    };
    let known = stretches(estimates, |day| {
        (on(EstimateRole::Official, Some(day)), on(EstimateRole::Expert, Some(day)))
    });
    let counts = stretches(estimates, |day| named(estimates, day));
    html! {
        <section id="clock" aria-labelledby="clock-heading">
            <h2 id="clock-heading">{ voice.tell(ClockMsg::Heading) }</h2>
            { share_section(voice, "clock") }
            <p class="lede">{ voice.tell(lede) }</p>
            <p class="clock-then">
                { voice.tell(ClockMsg::By) }{ " " }{ as_of_date(voice, as_of) }{ " " }
                { for known.into_iter().map(|part| while_it_holds(part, as_of, |(officials, experts)| {
                    voice.tell(ClockMsg::Known { officials, experts })
                })) }
                { " " }
                { for counts.into_iter().map(|part| while_it_holds(part, as_of, |Named { statements, passed }| voice.tell(ClockMsg::Named { statements, passed }))) }
            </p>
            if !dossier.commitments.is_empty() {
                <p class="chart-help"><a href={format!("{}#promises", voice.base)}>{ voice.tell(ClockMsg::OtherLimits) }</a></p>
            }
            <p class="chart-help">{ voice.tell(ClockMsg::Help) }</p>
            { rows::rows(voice, dossier, as_of) }
            { deadlines::deadlines(voice, dossier, as_of) }
            { rows::words(voice, dossier, as_of) }
            { table::table(voice, dossier) }
        </section>
    }
}

/// The statements' pictures by themselves, in groups that each begin with their axis.
pub fn clock_drawn(voice: Voice, dossier: &Dossier, as_of: Day) -> Vec<Drawn> {
    rows::drawn(voice, dossier, as_of)
}

/// The lines of a key to them: whose mark is which.
pub fn clock_key(voice: Voice, dossier: &Dossier) -> Vec<KeyLine> {
    rows::key(voice, dossier)
}

/// The years of a statement in words.
fn years_words(voice: Voice, years: Years) -> AttrValue {
    let (low, high) = match years {
        Years::Between(low, high) => (Some(low), Some(high)),
        Years::AtMost(high) => (None, Some(high)),
        Years::AtLeast(low) => (Some(low), None),
    };
    voice.tell(ClockMsg::Years { low, high })
}

/// A sentence that is shown in its stretch of days only.
fn while_it_holds<T>(part: Stretch<T>, as_of: Day, words: impl Fn(T) -> AttrValue) -> Html {
    let holds = Holds { from: part.from, end: part.end };
    html! { <span class="while" data-dates={holds.dates()} data-now={holds.now(as_of)}>{ words(part.holds) }</span> }
}

/// Since when a statement is known; what has no day always is.
fn since_said(estimate: &Estimate) -> Option<Holds> {
    estimate.said_on.map(|from| Holds { from, end: None })
}

/// Who said it and when, as each list begins.
fn whose(voice: Voice, dossier: &Dossier, estimate: &Estimate) -> Html {
    let party = estimate.party.as_deref().and_then(|id| dossier.party(id));
    html! {
        <>
            <b dir="auto" lang={voice.told}>{ voice.text(&estimate.by) }</b>
            if let Some(party) = party {
                { ", " }{ voice.tell(ClockMsg::For(&voice.called(Some(party)))) }
            }
            if estimate.said_on.is_some() {
                { ", " }{ voice.tell(ClockMsg::Said(estimate.said_on)) }
            }
        </>
    }
}
