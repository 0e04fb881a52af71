//! The density overview under the axis: all the time there is, with the window as a handle in it. Dragging the handle moves the
//! window, dragging one of its edges resizes it, a click beside it brings it there; each of the three is a slider for the keyboard.

use yew::prelude::*;

use super::chart::MARGIN;
use crate::dossier::date::Day;
use crate::index::Index;
use crate::layout::overview::density;
use crate::messages::{DateStyle, Msg};
use crate::scale::{Axis, TimeScale, Window};
use crate::scene::{Mark, num, overview as draw};
use crate::state::Shared;
use crate::views::element::html;
use crate::views::held::{Draw, Memory};
use crate::views::picture::layer;
use crate::views::words::Voice;

/// Height of the strip, in pixels.
const HEIGHT: f64 = 44.0;

/// The width of an edge's hit box, in pixels (WCAG 2.2, 2.5.8).
const EDGE: f64 = 24.0;

/// The strip.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    pub voice: Voice,
    pub events: Shared<Index>,
    pub axis: Axis,
    pub limits: Window,
    pub window: Window,
    pub width: f64,
}

impl Draw for Overview {
    fn draw(&self, memory: &Memory) -> Html {
        let Overview { voice, events, axis, limits, window, width } = self.clone();
        let scale = TimeScale::on(&axis, limits, MARGIN, width - MARGIN);
        let bars = memory.keep(0, (events, axis, limits, width), |(events, ..)| {
            layer(&draw(&density(events, &scale), HEIGHT))
        });
        let (x1, x2) = (scale.x(window.from()), scale.x(window.to()));
        let breaks: Vec<Mark> = axis
            .breaks()
            .iter()
            .map(|fold| {
                let x = scale.x_of(fold.from);
                Mark::Rect {
                    class: "break-ground",
                    x,
                    y: 0.0,
                    width: scale.x_of(fold.to) - x,
                    height: HEIGHT,
                    radius: 0.0,
                }
            })
            .collect();
        let (first, last) = (window.first_day(), window.last_day());
        let slider = Slider { voice, limits, step: EDGE };
        html! {
            <div class="surface" data-surface="overview">
                <svg class="overview" viewBox={format!("0 0 {} {}", num(width), num(HEIGHT))} width={num(width)} height={num(HEIGHT)}
                    role="group" aria-label={voice.say(Msg::OverviewTitle)}>
                    { layer(&breaks) }
                    { (*bars).clone() }
                    { layer(&[
                        Mark::Rect { class: "outside", x: MARGIN, y: 0.0, width: (x1 - MARGIN).max(0.0), height: HEIGHT, radius: 0.0 },
                        Mark::Rect { class: "outside", x: x2, y: 0.0, width: (width - MARGIN - x2).max(0.0), height: HEIGHT, radius: 0.0 },
                    ]) }
                    { slider.thumb("window", x1, x2, first, Msg::OverviewWindow, Msg::WindowDays { from: first, to: last }) }
                    { slider.thumb("from", x1, x1, first, Msg::OverviewFrom, Msg::SliderDay(first)) }
                    { slider.thumb("to", x2, x2, last, Msg::OverviewTo, Msg::SliderDay(last)) }
                    { ends(voice, limits, width) }
                </svg>
            </div>
        }
    }
}

/// The years at both ends of the strip.
fn ends(voice: Voice, limits: Window, width: f64) -> Html {
    let year = |day: Day| voice.locale.day(day, DateStyle::Year);
    html! {
        <g aria-hidden="true" class="ends">
            <text x={num(MARGIN + 2.0)} y={num(HEIGHT - 3.0)}>{ year(limits.first_day()) }</text>
            <text x={num(width - MARGIN - 2.0)} y={num(HEIGHT - 3.0)} text-anchor="end">{ year(limits.last_day()) }</text>
        </g>
    }
}

struct Slider {
    voice: Voice,
    limits: Window,
    step: f64,
}

impl Slider {
    /// One of the three handles, between two pixels: what it is called, the day it stands on, and that in words.
    fn thumb(&self, name: &'static str, x1: f64, x2: f64, day: Day, label: Msg<'_>, words: Msg<'_>) -> Html {
        let (middle, wide) = ((x1 + x2) / 2.0, (x2 - x1).max(self.step));
        let number = |day: Day| day.number().to_string();
        html! {
            <g class={classes!("thumb", name)} role="slider" tabindex="0" data-thumb={name} aria-label={self.voice.say(label)}
                aria-valuemin={number(self.limits.first_day())} aria-valuemax={number(self.limits.last_day())}
                aria-valuenow={number(day)} aria-valuetext={self.voice.say(words)}>
                <rect class="hit" x={num(middle - wide / 2.0)} y="0" width={num(wide)} height={num(HEIGHT)} />
                if name == "window" {
                    <rect class="frame" x={num(x1)} y="0.5" width={num((x2 - x1).max(1.0))} height={num(HEIGHT - 1.0)} />
                } else {
                    <rect class="grip" x={num(x1 - 3.0)} y={num(HEIGHT / 2.0 - 9.0)} width="6" height="18" rx="2" />
                }
            </g>
        }
    }
}
