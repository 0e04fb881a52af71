//! One row a statement, on one axis of years; below them the statements that name no number.

use yew::prelude::*;

use super::{since_said, whose, years_words};
use crate::analysis::clock::{Range, Years, range};
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Confidence, Estimate, EstimateRole, Side};
use crate::layout::clock::SpanAxis;
use crate::messages::{ClockMsg, Msg};
use crate::scene::across;
use crate::views::drawn::{Drawn, KeyLine};
use crate::views::element::html;
use crate::views::event::side_class;
use crate::views::words::Voice;

/// The middle of a row's picture, in pixels.
const MIDDLE: &str = "9";

const ROLES: [EstimateRole; 3] = [EstimateRole::Official, EstimateRole::Expert, EstimateRole::Institution];

/// The estimates of a role, oldest statement first; what has no day, such as a precedent, comes after what was said.
fn of_role(dossier: &Dossier, role: EstimateRole) -> Vec<&Estimate> {
    let mut group: Vec<&Estimate> =
        dossier.estimates.iter().filter(|estimate| estimate.role == role).collect();
    group.sort_by_key(|estimate| estimate.said_on.unwrap_or(Day::MAX));
    group
}

/// The groups with their rows.
pub(super) fn rows(voice: Voice, dossier: &Dossier, as_of: Day) -> Html {
    let axis = SpanAxis::of(dossier.estimates.iter().filter_map(Years::of));
    html! { <>{ for ROLES.into_iter().map(|role| group(voice, dossier, role, axis, as_of)) }</> }
}

fn group(voice: Voice, dossier: &Dossier, role: EstimateRole, axis: SpanAxis, as_of: Day) -> Html {
    let Some(span) = range(&dossier.estimates, role, None) else { return Html::default() };
    let list = of_role(dossier, role).into_iter().filter(|estimate| Years::of(estimate).is_some());
    html! {
        <>
            <h3>
                { voice.tell(ClockMsg::Role(role)) }{ " " }
                <span class="claim-span-words">{ voice.tell(ClockMsg::Span(span)) }</span>
            </h3>
            { years(voice, axis, span) }
            <ul class="claims">{ for list.map(|estimate| row(voice, dossier, estimate, axis, as_of)) }</ul>
        </>
    }
}

/// The statements that name no number.
pub(super) fn words(voice: Voice, dossier: &Dossier, as_of: Day) -> Html {
    let list: Vec<&Estimate> = ROLES
        .into_iter()
        .flat_map(|role| of_role(dossier, role))
        .filter(|estimate| Years::of(estimate).is_none())
        .collect();
    if list.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ voice.tell(ClockMsg::Words) }</h3>
            <ul class="claims-in-words">{ for list.into_iter().map(|estimate| in_words(voice, dossier, estimate, as_of)) }</ul>
        </>
    }
}

/// The axis's numbers, above a group, and the stretch that the group's numbers span.
fn years(voice: Voice, axis: SpanAxis, (low, high): Range) -> Html {
    html! {
        <div class="claim claim-axis" aria-hidden="true">{ years_picture(voice, axis, (low, high)) }</div>
    }
}

fn years_picture(voice: Voice, axis: SpanAxis, (low, high): Range) -> Html {
    html! {
        <svg width="100%" height="30">
            { for axis.ticks().into_iter().map(|(years, part)| html! {
                <text class="talks-tick" x={across(part)} y="12" text-anchor={anchor(part)}>{
                    voice.tell(ClockMsg::Tick { years })
                }</text>
            }) }
            <line class="claim-span" x1={across(axis.part(low))} x2={across(axis.part(high))} y1="23" y2="23" />
        </svg>
    }
}

/// The groups' pictures by themselves, each group's axis first.
pub(super) fn drawn(voice: Voice, dossier: &Dossier, as_of: Day) -> Vec<Drawn> {
    let axis = SpanAxis::of(dossier.estimates.iter().filter_map(Years::of));
    let mut found = Vec::new();
    for role in ROLES {
        let Some(span) = range(&dossier.estimates, role, None) else { continue };
        found.push(Drawn {
            name: voice.tell(ClockMsg::Role(role)),
            about: AttrValue::default(),
            rows: Vec::new(),
            picture: years_picture(voice, axis, span),
            height: 30.0,
            words: voice.tell(ClockMsg::Span(span)),
            side: "",
            is_later: false,
        });
        for estimate in of_role(dossier, role) {
            let Some(years) = Years::of(estimate) else { continue };
            let side = estimate.party.as_deref().and_then(|id| dossier.side_of(id));
            let is_later = since_said(estimate).is_some_and(|said| !said.on(as_of));
            let mut words = years_words(voice, years);
            if is_later {
                words = [&*words, &voice.locale.bracketed(&voice.tell(ClockMsg::NotYetSaid))].concat().into();
            }
            found.push(Drawn {
                name: voice.text(&estimate.by),
                about: about(voice, estimate),
                rows: Vec::new(),
                picture: claim(years, axis, mark_of(role, side)),
                height: 18.0,
                words,
                side: side_class(side),
                is_later,
            });
        }
    }
    found
}

/// When it was said, what is to be finished, and, where the group's span leaves it out for that, that it is of low confidence.
fn about(voice: Voice, estimate: &Estimate) -> AttrValue {
    let said = estimate.said_on.map(|on| voice.tell(ClockMsg::Said(Some(on))));
    let low = estimate.confidence.filter(|confidence| *confidence == Confidence::Low);
    let parts = [said, Some(voice.text(&estimate.what)), low.map(|low| voice.say(Msg::Confidence(low)))];
    let parts: Vec<AttrValue> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" \u{b7} ").into()
}

/// Whose marks are which: the sides for which officials spoke.
pub(super) fn key(voice: Voice, dossier: &Dossier) -> Vec<KeyLine> {
    const ROOM: (f64, f64) = (12.0, 18.0);
    let spoke = |side: &Side| {
        of_role(dossier, EstimateRole::Official).into_iter().any(|estimate| {
            Years::of(estimate).is_some()
                && estimate.party.as_deref().and_then(|id| dossier.side_of(id)) == Some(*side)
        })
    };
    let line = |side: Side| KeyLine {
        mark: html! { <svg width="12" height="18">{ point(0.5, mark_of(EstimateRole::Official, Some(side))) }</svg> },
        room: ROOM,
        side: side_class(Some(side)),
        words: voice.tell(ClockMsg::For(&voice.called(dossier.side(side)))),
    };
    [Side::A, Side::B].into_iter().filter(spoke).map(line).collect()
}

/// Words at an end of the axis are held there, so that they stay inside the picture.
fn anchor(part: f64) -> Option<&'static str> {
    match part {
        part if part < 0.05 => None,
        part if part > 0.92 => Some("end"),
        _ => Some("middle"),
    }
}

fn row(voice: Voice, dossier: &Dossier, estimate: &Estimate, axis: SpanAxis, as_of: Day) -> Html {
    let said = since_said(estimate);
    let side = estimate.party.as_deref().and_then(|id| dossier.side_of(id));
    let Some(found) = Years::of(estimate) else { return Html::default() };
    html! {
        <li class={classes!("claim", side_class(side))} data-dates={said.map(|said| said.dates())} data-now={said.and_then(|said| said.now(as_of))}>
            <p class="claim-who">
                { whose(voice, dossier, estimate) }
                <span class="claim-what" dir="auto" lang={voice.told}>{ voice.text(&estimate.what) }</span>
            </p>
            { claim(found, axis, mark_of(estimate.role, side)) }
            <p class="claim-years">
                { years_words(voice, found) }
                if said.is_some() {
                    { " " }<span class="not-yet">{ voice.tell(ClockMsg::NotYetSaid) }</span>
                }
            </p>
        </li>
    }
}

/// A claim's years on the axis.
fn claim(years: Years, axis: SpanAxis, mark: &'static str) -> Html {
    html! {
        <svg width="100%" height="18" aria-hidden="true">
            { for axis.ticks().into_iter().map(|(_, part)| html! {
                <line class="claim-grid" x1={across(part)} x2={across(part)} y1="0" y2="18" />
            }) }
            { bar(years, axis, mark) }
        </svg>
    }
}

/// The shape that stands at a claim's number: a disc for side a, a square for side b, as everywhere; hollow for who speaks for none.
fn mark_of(role: EstimateRole, side: Option<Side>) -> &'static str {
    match (role, side) {
        (EstimateRole::Official, Some(Side::B)) => "claim-square",
        (EstimateRole::Official, _) => "claim-disc",
        (EstimateRole::Expert, _) => "claim-hollow",
        (EstimateRole::Institution, _) => "claim-hollow claim-square",
    }
}

/// Where the line of "at least" ends. Nobody said where, so it is as long in every row: one to the axis's end would be the longest of all.
fn open_end(from: f64) -> f64 {
    (from + 0.06).min(1.0)
}

fn bar(years: Years, axis: SpanAxis, mark: &'static str) -> Html {
    let line = |class: &'static str, from: f64, to: f64| {
        html! { <line {class} x1={across(from)} x2={across(to)} y1={MIDDLE} y2={MIDDLE} /> }
    };
    match years {
        // A bar without length would not be seen.
        Years::Between(low, high) if low == high => point(axis.part(high), mark),
        Years::Between(low, high) => line("claim-range", axis.part(low), axis.part(high)),
        Years::AtMost(high) => {
            html! { <>{ line("claim-reach", 0.0, axis.part(high)) }{ point(axis.part(high), mark) }</> }
        }
        Years::AtLeast(low) => {
            let (from, to) = (axis.part(low), open_end(axis.part(low)));
            html! {
                <>
                    { line("claim-reach", from, to) }
                    <svg x={across(to)}><path class="claim-reach claim-on" d="M0 4L6 9L0 14" /></svg>
                    { point(from, mark) }
                </>
            }
        }
    }
}

/// A line without length: its cap makes it a disc or a square.
fn point(part: f64, class: &'static str) -> Html {
    let x = across(part);
    html! {
        <>
            <line class={classes!("claim-point", class)} x1={x.clone()} x2={x.clone()} y1={MIDDLE} y2={MIDDLE} />
            if class.starts_with("claim-hollow") {
                <line class={classes!("claim-core", class)} x1={x.clone()} x2={x} y1={MIDDLE} y2={MIDDLE} />
            }
        </>
    }
}

/// A statement that names no number: its claim.
fn in_words(voice: Voice, dossier: &Dossier, estimate: &Estimate, as_of: Day) -> Html {
    let said = since_said(estimate);
    html! {
        <li data-dates={said.map(|said| said.dates())} data-now={said.and_then(|said| said.now(as_of))}>
            { whose(voice, dossier, estimate) }{ ": " }<span dir="auto" lang={voice.told}>{ voice.text(&estimate.claim) }</span>
            if said.is_some() {
                <span class="not-yet">{ voice.locale.bracketed(&voice.tell(ClockMsg::NotYetSaid)) }</span>
            }
        </li>
    }
}
