//! The timeline's picture with the playhead under it. At rest it is one tile, drawn for the window; while a hand pans it is that
//! tile moved, with another beside it, so that a frame of a pan moves one group and draws nothing.

use yew::prelude::*;

use super::sketch::Sketch;
use super::tile::Tile;
use crate::dossier::date::Day;
use crate::index::Index;
use crate::layout::gather::{reaching, touching};
use crate::layout::timeline::{Frame, Quality, ruler as lay_out_ruler};
use crate::messages::Msg;
use crate::scale::{Axis, TimeScale, Window};
use crate::scene::{Mark, num, ruler};
use crate::state::{Action, Motion, Shared};
use crate::views::element::html;
use crate::views::held::held;
use crate::views::picture::layer;
use crate::views::words::{Voice, does};

/// Pixels at the picture's left and right that belong to no day; the slider's thumb is as wide.
pub const MARGIN: f64 = 8.0;

/// What the picture shows.
pub struct Chart<'a> {
    pub voice: Voice,
    pub events: Shared<Index>,
    pub axis: Axis,
    pub window: Window,
    /// The window when a hand rested last: the words about it wait until then.
    pub settled: Window,
    pub motion: Motion,
    pub width: f64,
    pub height: f64,
    /// The as-of date; of a period that is compared, its day zero.
    pub as_of: Day,
    /// Of a period that is compared, the id of its heading. The line of its day zero is not drawn here.
    pub period: Option<String>,
    pub tab_stop: Option<&'a str>,
    pub open: Option<&'a str>,
    pub sides: [AttrValue; 2],
    /// Changes the state; of a period that is compared, `None`: its time is not that of the window.
    pub act: Option<&'a Callback<Action>>,
}

/// The one timeline's height, in pixels.
pub const HEIGHT: f64 = 440.0;

/// The picture.
pub fn chart(props: Chart<'_>) -> Html {
    let Chart {
        voice,
        events,
        axis,
        window,
        settled,
        motion,
        width,
        height,
        as_of,
        period,
        tab_stop,
        open,
        sides,
        act,
    } = props;
    let scale = TimeScale::on(&axis, window, MARGIN, width - MARGIN);
    let step = scale.right() - scale.left();
    // The window that the first tile is drawn for, how far the tiles have moved, in tiles, how well they are drawn, and the window of the
    // sketch that stands in their place.
    let (base, moved, quality, sketched) = match motion {
        Motion::Rest => (window, 0.0, Quality::Full, None),
        Motion::Panning { base } => {
            let moved = (axis.place(window.from()) - axis.place(base.from())) / axis.length(base);
            (base, moved, Quality::Full, None)
        }
        Motion::Zooming { drawn, at_rest, sketch } => {
            (drawn, 0.0, if at_rest { Quality::Full } else { Quality::Quick }, sketch)
        }
    };
    let first = moved.floor() as i32;
    let last = if moved > moved.floor() { first + 1 } else { first };
    let zero = period.is_some().then_some(as_of);
    let tiles = (first..=last).map(|number| {
        let window =
            if number == 0 { base } else { axis.shifted(base, f64::from(number) * axis.length(base)) };
        html! {
            <g key={number} transform={format!("translate({} 0)", num(f64::from(number) * step))}>
                { held(Tile {
                    voice,
                    events: events.clone(),
                    axis,
                    window,
                    width,
                    height,
                    sides: sides.clone(),
                    quality: if number == 0 { quality } else { Quality::Beside },
                    as_of,
                    zero,
                    tab_stop: tab_stop.filter(|_| number == 0).map(|id| AttrValue::from(id.to_owned())),
                    open: open.map(|id| AttrValue::from(id.to_owned())),
                }) }
            </g>
        }
    });
    let (width_text, height_text) = (num(width), num(height));
    // What reaches into the window from outside is counted too, also where it is not shown.
    let (_, more) = reaching(&events, settled);
    let count = touching(&events, settled).iter().sum();
    let description = Msg::TimelineDescription { count, from: window.first_day(), to: window.last_day() };
    // A picture that is gone in a moment is drawn without what costs most; one out of sight keeps the focus.
    let tiles_class = if matches!(motion, Motion::Zooming { .. }) { "tiles zooming" } else { "tiles" };
    let class = if sketched.is_some() { "timeline behind" } else { "timeline" };
    let mut under = if period.is_none() { playhead(&scale, as_of, height) } else { Vec::new() };
    // Where one is, in words, while the picture has none.
    if sketched.is_some() {
        under.extend(ruler(
            &lay_out_ruler(&events, &scale, Frame { width, height, heading: 0.0 }),
            voice.locale,
        ));
    }
    let named = period.is_none().then(|| voice.say(Msg::TimelineTitle));
    let view_box = format!("0 0 {width_text} {height_text}");
    let described = format!("{}-window", period.as_deref().unwrap_or("timeline"));
    html! {
        <div class="surface across" data-surface="timeline">
            // By itself, for it is never stretched. It lies under the marks.
            <svg class="under" viewBox={view_box.clone()} width={width_text.clone()} height={height_text.clone()} aria-hidden="true">{ layer(&under) }</svg>
            // Always an element, since a list of siblings that grows would have its neighbours drawn anew.
            <div>
                if let Some(drawn) = sketched {
                    // The drawing is moved as a whole, and no shape in it: a transform inside would have them all laid out anew, four
                    // fifths of what drawing them costs. As a property it is no `style` in markup.
                    <svg class="sketch" viewBox={view_box.clone()} width={width_text.clone()} height={height_text.clone()} aria-hidden="true"
                        ~style={Some(stretched(&axis, drawn, &scale))}>
                        { held(Sketch { events: events.clone(), axis, window: drawn, width, height }) }
                    </svg>
                }
            </div>
            <svg class={class} viewBox={view_box} width={width_text} height={height_text}
                role="group" aria-label={named} aria-labelledby={period} aria-describedby={format!("{described} timeline-keys")}>
                <desc id={described}>{ voice.say(description) }</desc>
                // No layer of its own for tiles that move: with `will-change` in a drawing Chromium sorts all layers anew in every frame,
                // which costs three times what painting them does.
                <g class={tiles_class} transform={format!("translate({} 0)", num(-moved * step))}>{ for tiles }</g>
            </svg>
            { (count == 0).then(|| nothing_here(voice, &events, "nothing over", act)).flatten() }
            if more && motion == Motion::Rest {
                <p class="more-reaching">{ voice.say(Msg::MoreReachIn) }</p>
            }
        </div>
    }
}

/// What stands in place of a picture without an event. A filter that leaves none at all says so itself: neither another stretch of time nor
/// another zoom would help. One that leaves some has a button for their time.
pub fn nothing_here(
    voice: Voice,
    events: &Index,
    class: &'static str,
    act: Option<&Callback<Action>>,
) -> Option<Html> {
    let (found, all) = (events.len(), events.source().len());
    let words = match found {
        _ if all == 0 => Msg::NoEventsAtAll,
        0 => return None,
        _ if found < all => Msg::NoneHere(found),
        _ => Msg::NothingHere,
    };
    let act = act.filter(|_| 0 < found && found < all);
    Some(html! {
        <p {class}>{ voice.say(words) }
            if let Some(act) = act {
                { " " }<button type="button" onclick={does(act, Action::ShowFound)}>{ voice.say(Msg::ShowTheirTime(found)) }</button>
            }
        </p>
    })
}

/// What puts a picture drawn for another window where its days are on this scale, in CSS.
fn stretched(axis: &Axis, drawn: Window, scale: &TimeScale) -> String {
    let window = scale.window();
    let times = axis.length(drawn) / axis.length(window);
    let (left, step) = (scale.left(), scale.right() - scale.left());
    let shift = left * (1.0 - times) + step * axis.share(window, drawn.from());
    let thousandths = (times * 1_000.0).round().max(1.0) as u32;
    format!(
        "transform: translate({}px) scaleX({}.{:03})",
        num(shift),
        thousandths / 1_000,
        thousandths % 1_000
    )
}

/// The line of the as-of date; none where it lies outside the window.
fn playhead(scale: &TimeScale, as_of: Day, height: f64) -> Vec<Mark> {
    if !scale.window().touches(as_of, as_of) {
        return Vec::new();
    }
    let x = scale.x_mid(as_of);
    vec![Mark::Line { class: "playhead", x1: x, y1: 0.0, x2: x, y2: height }]
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::*;
    use crate::dossier::model::{Event, Lane};
    use crate::index::tests::event;
    use crate::messages::Locale;
    use crate::views::fragment::fragment;
    use crate::views::words::Manner;

    /// The picture of the year 2010.
    fn drawn(dates: &[&str]) -> String {
        narrowed(dates, dates.len(), Some(&Callback::noop()))
    }

    /// The same where a filter leaves the first few of the events.
    fn narrowed(dates: &[&str], found: usize, act: Option<&Callback<Action>>) -> String {
        let events: Vec<Event> = dates.iter().map(|date| event(date, date, Lane::A, 3)).collect();
        let found = (0..dates.len()).map(|at| at < found).collect();
        let day = |text| Day::parse(text).unwrap();
        let window = Window::of_days(day("2010-01-01"), day("2010-12-31"));
        fragment(chart(Chart {
            voice: Voice::of(Manner::main_page(Locale::En)),
            events: Shared::new(Index::of_events(&events, "en").narrowed(found)),
            axis: Axis::straight(),
            window,
            settled: window,
            motion: Motion::Rest,
            width: 800.0,
            height: HEIGHT,
            as_of: day("2010-06-01"),
            period: None,
            tab_stop: None,
            open: None,
            sides: ["A", "B"].map(AttrValue::from),
            act,
        }))
    }

    #[test]
    fn what_reaches_in_is_counted_and_no_event_at_all_is_said() {
        assert!(drawn(&["2010-03-01", "2000/2020"]).contains(">2 events between"));
        let reaching = drawn(&["2000/2020"]);
        assert!(reaching.contains(">1 event between") && !reaching.contains("nothing over"));
        assert!(drawn(&["2000-01-01"]).contains("No event on record in this time."));
        assert!(drawn(&[]).contains("This dossier records no events."));
    }

    #[test]
    fn what_is_not_shown_is_counted_too() {
        // More reach into the year than are shown.
        let dates: Vec<String> = (0..40).map(|n| format!("{}/2020", 1960 + n)).collect();
        let mut dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        dates.extend(["2010-03-01", "2010-12-31/..", "2005-01-01/2009-12-31", "2011-01-01"]);
        let all = drawn(&dates);
        assert!(all.contains(">42 events between") && all.contains("more-reaching"), "{all}");
        // A filter's own.
        assert!(narrowed(&dates, 30, None).contains(">30 events between"));
    }

    #[test]
    fn what_a_filter_leaves_at_other_times_is_said_with_the_way_there() {
        let act = Callback::noop();
        let dates = ["2000-01-01", "2001-01-01", "2010-03-01"];
        let few = narrowed(&dates, 2, Some(&act));
        assert!(few.contains("None of the 2 events found is in this time. <button"), "{few}");
        assert!(few.contains(">Show when they were</button>"), "{few}");
        assert!(narrowed(&dates, 1, Some(&act)).contains("The one event found is not in this time."));
        // Two periods have no window of their own to show it in.
        let compared = narrowed(&dates, 2, None);
        assert!(
            compared.contains("None of the 2 events found") && !compared.contains("<button"),
            "{compared}"
        );
        assert!(!narrowed(&dates, 0, Some(&act)).contains("nothing over"));
    }

    #[test]
    fn a_stretched_picture_stands_where_its_days_are() {
        // 100 pixels for 100 days, from 8 on. The picture was drawn for the first 50 of them: half as wide, at the left.
        let scale = TimeScale::on(&Axis::straight(), Window::new(0.0, 100.0), 8.0, 108.0);
        let of = |from, to| stretched(&Axis::straight(), Window::new(from, to), &scale);
        assert_eq!(of(0.0, 50.0), "transform: translate(4px) scaleX(0.500)");
        // Of days 50 to 100: day 50, drawn at 8, now stands at 58.
        assert_eq!(of(50.0, 100.0), "transform: translate(54px) scaleX(0.500)");
        // Of 400 days around: day 0, drawn at 33, now stands at 8 again.
        assert_eq!(of(-100.0, 300.0), "transform: translate(-124px) scaleX(4.000)");
    }
}
