//! The density overview under the axis, or above the blocks where time runs down: all the time there is, with the window as a handle
//! in it. Dragging the handle moves the window, dragging one of its edges resizes it, a click beside it brings it there; each of the
//! three is a slider for the keyboard.

use yew::prelude::*;

use super::chart::MARGIN;
use crate::dossier::date::Day;
use crate::index::Index;
use crate::layout::overview::{EDGE, density, holds};
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
        let slider = Slider { voice, limits };
        let held = holds(x1, x2, width);
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
                    { slider.thumb("window", [x1, x2], held.from.min(x1), held.to.max(x2), first, [Msg::OverviewWindow, Msg::WindowDays { from: first, to: last }]) }
                    { slider.thumb("from", [x1, x1], held.from - EDGE, held.from, first, [Msg::OverviewFrom, Msg::SliderDay(first)]) }
                    { slider.thumb("to", [x2, x2], held.to, held.to + EDGE, last, [Msg::OverviewTo, Msg::SliderDay(last)]) }
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
}

/// The width of the mark of an edge, in pixels.
const GRIP: f64 = 6.0;

impl Slider {
    /// One of the three handles, that of what lies between two pixels: from where to where it is held, the day it stands on, what it is
    /// called, and that day in words.
    fn thumb(
        &self,
        name: &'static str,
        [x1, x2]: [f64; 2],
        left: f64,
        right: f64,
        day: Day,
        [label, words]: [Msg<'_>; 2],
    ) -> Html {
        // The mark of an edge stands where that is held.
        let grip = (x1 - GRIP / 2.0).max(left).min(right - GRIP);
        let number = |day: Day| day.number().to_string();
        html! {
            <g class={classes!("thumb", name)} role="slider" tabindex="0" data-thumb={name} aria-label={self.voice.say(label)}
                aria-valuemin={number(self.limits.first_day())} aria-valuemax={number(self.limits.last_day())}
                aria-valuenow={number(day)} aria-valuetext={self.voice.say(words)}>
                <rect class="hit" x={num(left)} y="0" width={num(right - left)} height={num(HEIGHT)} />
                if name == "window" {
                    <rect class="frame" x={num(x1)} y="0.5" width={num((x2 - x1).max(1.0))} height={num(HEIGHT - 1.0)} />
                } else {
                    <rect class="grip" x={num(grip)} y={num(HEIGHT / 2.0 - 9.0)} width={num(GRIP)} height="18" rx="2" />
                }
            </g>
        }
    }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::held::held;
    use crate::views::words::Manner;

    #[test]
    fn the_middle_of_a_short_window_is_its_own() {
        let day = |text| Day::parse(text).unwrap();
        // Five months of 71 years: some 7 of 1,184 pixels.
        let html = fragment(held(Overview {
            voice: Voice::of(Manner::main_page(Locale::En)),
            events: Shared::new(Index::of_events(&[], "en")),
            axis: Axis::straight(),
            limits: Window::of_days(day("1953-06-26"), day("2024-12-22")),
            window: Window::of_days(day("2018-05-01"), day("2018-10-31")),
            width: 1200.0,
        }));
        let number = |text: &str, name: &str| -> f64 {
            let value = text.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
            value.unwrap().parse().unwrap()
        };
        // A thumb's hit box and the picture of it.
        let of = |thumb: &str, class: &str| -> (f64, f64) {
            let thumb = html.split(&format!("data-thumb=\"{thumb}\"")).nth(1).unwrap();
            let rect =
                thumb.split("<rect").find(|rect| rect.contains(&format!("class=\"{class}\""))).unwrap();
            (number(rect, "x"), number(rect, "x") + number(rect, "width"))
        };
        let (from, window, to) = (of("from", "hit"), of("window", "hit"), of("to", "hit"));
        assert!(window.1 - window.0 >= 23.9 && from.1 <= window.0 + 0.1 && window.1 <= to.0 + 0.1);
        let frame = of("window", "frame");
        assert!(window.0 <= frame.0 && frame.1 <= window.1, "{frame:?} in {window:?}");
        // The marks of the edges leave the window free too.
        assert!(of("from", "grip").1 <= window.0 + 0.1 && window.1 <= of("to", "grip").0 + 0.1);
    }
}
