//! Two periods of the dossier one above the other on a common scale, each around its own day zero: the same pictures as the one
//! timeline's, equally long, with one line through the day zero of both and between them a scale that counts from it.

use yew::prelude::*;

use super::chart::{Chart, MARGIN, chart};
use super::vertical::{Down, vertical};
use crate::dossier::date::Day;
use crate::index::Index;
use crate::layout::gather::touching;
use crate::messages::Msg;
use crate::scale::{Axis, OffsetUnit, TimeScale, Window, offset_ticks};
use crate::scene::{Anchor, Mark, num};
use crate::state::{AppState, Compare, Motion, offered};
use crate::views::date_field::DateField;
use crate::views::element::html;
use crate::views::held::held;
use crate::views::picture::layer;
use crate::views::words::{Voice, choice};

/// Height of each of the two pictures, in pixels.
pub const HEIGHT: f64 = 300.0;

/// Height of the scale between them, in pixels.
const SCALE: f64 = 26.0;

/// The two periods, across the page or down it.
pub fn compare(voice: Voice, state: &AppState, both: &Compare, sides: &[AttrValue; 2], down: bool) -> Html {
    let acts = [0, 1].map(|period| touching(&state.shown, both.window(period)));
    let scale = TimeScale::new(both.around, MARGIN, state.width - MARGIN);
    let [a, b] = sides;
    html! {
        <>
            <p class="lede">{ voice.say(Msg::CompareActs { a, b, acts }) }</p>
            <div class="periods">
                if !down {
                    { zero_line(&scale, state.width) }
                }
                { period(voice, state, both, sides, 0, down) }
                if !down {
                    { between(voice, &scale, state.width) }
                }
                { period(voice, state, both, sides, 1, down) }
            </div>
        </>
    }
}

fn period(
    voice: Voice,
    state: &AppState,
    both: &Compare,
    sides: &[AttrValue; 2],
    number: usize,
    down: bool,
) -> Html {
    let (zero, window) = (both.zero(number), both.window(number));
    let tab_stop = if number == 0 { &state.tab_stop } else { &both.second_stop };
    let (tab_stop, open) = (tab_stop.as_deref(), state.event.as_deref());
    let heading = format!("period-{number}");
    html! {
        <div class="period" data-period={number.to_string()}>
            <div class="period-head">
                <h3 id={heading.clone()}>{ voice.say(Msg::WindowDays { from: window.first_day(), to: window.last_day() }) }</h3>
                { day_zero(voice, &state.events, state.limits, zero, number > 0) }
            </div>
            if down {
                { vertical(Down {
                    voice,
                    events: &state.shown,
                    axis: Axis::straight(),
                    window,
                    near: zero,
                    zero: Some(zero),
                    tab_stop,
                    open,
                    sides,
                    act: None,
                }) }
            } else {
                { chart(Chart {
                    voice,
                    events: state.shown.clone(),
                    axis: Axis::straight(),
                    window,
                    settled: window,
                    motion: match state.motion {
                        Motion::Panning { base } => Motion::Panning { base: both.dated(base, number) },
                        Motion::Zooming { drawn, at_rest, sketch } => Motion::Zooming {
                            drawn: both.dated(drawn, number),
                            at_rest,
                            sketch: sketch.map(|window| both.dated(window, number)),
                        },
                        Motion::Rest => Motion::Rest,
                    },
                    width: state.width,
                    height: HEIGHT,
                    as_of: zero,
                    period: Some(heading),
                    tab_stop,
                    open,
                    sides: sides.clone(),
                    act: None,
                }) }
            }
        </div>
    }
}

/// The fields that choose a period's day zero: an event of the dossier, or any date.
fn day_zero(voice: Voice, events: &Index, limits: Window, zero: Day, second: bool) -> Html {
    let entries: Vec<_> = offered(events).into_iter().filter_map(|place| events.get(place)).collect();
    // Of two events on one day, the first.
    let chosen = entries.iter().position(|entry| entry.day() == zero);
    html! {
        <span class="zero">
            <span aria-hidden="true">{ voice.say(Msg::DayZero) }</span>
            <select data-control="zero" aria-label={voice.say(Msg::DayZeroField { second, date: false })}>
                { choice(usize::MAX, String::new(), voice.say(Msg::OtherDay), chosen.is_none()) }
                { for entries.iter().enumerate().map(|(at, entry)| {
                    let words = format!("{}: {}", voice.locale.date(entry.date), entry.title).into();
                    choice(at, entry.day().to_string(), words, chosen == Some(at))
                }) }
            </select>
            { held(DateField {
                control: "zero",
                id: None,
                name: Some(voice.say(Msg::DayZeroField { second, date: true })),
                on: zero,
                first: limits.first_day(),
                last: limits.last_day(),
            }) }
        </span>
    }
}

/// The line through the day zero of both; none where it is out of the window. It runs under everything else.
fn zero_line(scale: &TimeScale, width: f64) -> Html {
    let x = scale.x(0.5);
    let x = (scale.left()..=scale.right()).contains(&x).then(|| num(x));
    html! {
        <svg class="zero-line" width={num(width)} height="100%" aria-hidden="true">
            { x.map(|x| html! { <line x1={x.clone()} y1="0" x2={x} y2="100%" /> }) }
        </svg>
    }
}

/// The scale of days from day zero, between the pictures.
fn between(voice: Voice, scale: &TimeScale, width: f64) -> Html {
    let mut marks = Vec::new();
    for tick in offset_ticks(scale) {
        let words = match tick.unit {
            OffsetUnit::Days => Msg::DaysOn(tick.count),
            OffsetUnit::Months => Msg::MonthsOn(tick.count),
            OffsetUnit::Years => Msg::YearsOn(tick.count),
        };
        // A name at an edge stands inside of it.
        let (x, anchor) = if tick.x < 36.0 {
            (0.0, Anchor::Start)
        } else if tick.x > width - 36.0 {
            (width, Anchor::End)
        } else {
            (tick.x, Anchor::Middle)
        };
        marks.push(Mark::Line { class: "offset", x1: tick.x, y1: 0.0, x2: tick.x, y2: 6.0 });
        let class = if tick.count == 0 { "tick-major" } else { "tick" };
        marks.push(Mark::Text { class, x, y: 19.0, anchor, text: voice.locale.say(words) });
    }
    html! { <svg class="offsets" width={num(width)} height={num(SCALE)} aria-hidden="true">{ layer(&marks) }</svg> }
}
