//! The days that officials named, against the as-of date.

use yew::prelude::*;

use super::{since_said, whose};
use crate::analysis::clock::{deadlines as named_deadlines, passed_from};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Estimate;
use crate::layout::clock::DayAxis;
use crate::messages::{ClockMsg, DateStyle};
use crate::scene::across;
use crate::views::dated::{Holds, playhead};
use crate::views::element::html;
use crate::views::event::side_class;
use crate::views::words::Voice;

/// Width of the playhead's own coordinates, which are stretched to the picture's.
const ACROSS: f64 = 1000.0;

/// Each deadline with a line from the day it was named to the day it fell; nothing where officials named none.
pub(super) fn deadlines(voice: Voice, dossier: &Dossier, as_of: Day) -> Html {
    let list = named_deadlines(&dossier.estimates);
    let days =
        list.iter().flat_map(|(estimate, deadline)| [estimate.said_on.unwrap_or(*deadline), *deadline]);
    let Some(axis) = DayAxis::of(days) else { return Html::default() };
    html! {
        <>
            <h3>{ voice.tell(ClockMsg::Deadlines) }</h3>
            <p class="chart-help">{ voice.tell(ClockMsg::DeadlinesHelp) }</p>
            <div class="claim claim-axis" aria-hidden="true">
                <svg width="100%" height="16">
                    { for axis.years().into_iter().map(|(day, part)| html! {
                        <text class="talks-tick" x={across(part)} y="12" text-anchor="middle">{ voice.locale.day(day, DateStyle::Year) }</text>
                    }) }
                </svg>
            </div>
            <ul class="claims">{ for list.iter().map(|(estimate, deadline)| row(voice, dossier, (estimate, *deadline), axis, as_of)) }</ul>
        </>
    }
}

fn row(
    voice: Voice,
    dossier: &Dossier,
    (estimate, deadline): (&Estimate, Day),
    axis: DayAxis,
    as_of: Day,
) -> Html {
    let said = since_said(estimate);
    let side = estimate.party.as_deref().and_then(|id| dossier.side_of(id));
    let from = across(axis.part(estimate.said_on.unwrap_or(deadline)));
    let to = across(axis.part(deadline));
    let ahead = Holds { from: estimate.said_on.unwrap_or(Day::MIN), end: Some(passed_from(deadline)) };
    let passed = Holds { from: passed_from(deadline), end: None };
    html! {
        <li class={classes!("claim", side_class(side))} data-dates={said.map(|said| said.dates())} data-now={said.and_then(|said| said.now(as_of))}>
            <p class="claim-who">
                { whose(voice, dossier, estimate) }
            </p>
            <svg width="100%" height="26" aria-hidden="true">
                { for axis.years().into_iter().map(|(_, part)| html! {
                    <line class="claim-grid" x1={across(part)} x2={across(part)} y1="0" y2="26" />
                }) }
                <line class="claim-reach" x1={from} x2={to.clone()} y1="13" y2="13" />
                <line class="claim-stop" x1={to.clone()} x2={to} y1="4" y2="22" />
                <svg width="100%" height="26" viewBox={format!("0 0 {ACROSS} 26")} preserveAspectRatio="none">
                    { playhead((0.0, axis.first), (ACROSS, axis.last), as_of, 26.0) }
                </svg>
            </svg>
            <p class="claim-years">
                { voice.tell(ClockMsg::Deadline(deadline)) }{ ": " }
                <span class="while" data-dates={ahead.dates()} data-now={ahead.now(as_of)}>{ voice.tell(ClockMsg::Ahead) }</span>
                <span class="while" data-dates={passed.dates()} data-now={passed.now(as_of)}>{ voice.tell(ClockMsg::Passed) }</span>
                if said.is_some() {
                    <span class="not-yet">{ voice.tell(ClockMsg::NotYetSaid) }</span>
                }
            </p>
        </li>
    }
}
