//! One stretch of the timeline's picture, drawn once and then moved.

use yew::prelude::*;

use super::chart::MARGIN;
use crate::dossier::date::Day;
use crate::index::{Entry, Index};
use crate::layout::timeline::{Frame, Quality, timeline as lay_out};
use crate::layout::{Stop, stop_of, tab_stop};
use crate::messages::Msg;
use crate::scale::{Axis, TimeScale, Window};
use crate::scene::{Mark, Scene, Sides, Target, cluster_words, heading_width, timeline as draw};
use crate::state::Shared;
use crate::views::held::{Draw, Memory, held};
use crate::views::picture::{Buttons, Marks};
use crate::views::words::Voice;

/// The marks of a stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    pub voice: Voice,
    pub events: Shared<Index>,
    pub axis: Axis,
    /// The time it shows.
    pub window: Window,
    pub width: f64,
    pub height: f64,
    pub sides: [AttrValue; 2],
    /// How it is to be made.
    pub quality: Quality,
    pub as_of: Day,
    /// Of a period that is compared, its day zero: the marks say how far from it they stand.
    pub zero: Option<Day>,
    /// The event that is the tab stop.
    pub tab_stop: Option<AttrValue>,
    pub open: Option<AttrValue>,
}

impl Draw for Tile {
    fn draw(&self, memory: &Memory) -> Html {
        let Tile { voice, events, axis, window, width, height, sides, quality, zero, .. } = self.clone();
        let drawn = memory.keep(
            0,
            (events.clone(), axis, window, (width, height), sides, quality, zero),
            |(events, axis, window, (width, height), [a, b], quality, zero)| {
                let scale = TimeScale::on(axis, *window, MARGIN, width - MARGIN);
                let sides = Sides { a, b };
                let heading = heading_width(voice.locale, sides);
                let frame = Frame { width: *width, height: *height, heading };
                let words = |cluster: &_| cluster_words(cluster, voice.locale);
                let layout = lay_out(events, &scale, frame, *quality, &words);
                let mut scene: Scene = draw(events, &layout, &scale, voice.locale, sides);
                if let Some(zero) = zero {
                    count_from(*zero, events, voice, &mut scene);
                }
                (layout, Shared::new(scene))
            },
        );
        let (layout, scene) = &*drawn;
        let stops: Vec<Stop> = layout.marks.iter().map(Stop::of_mark).collect();
        let id = |place| Some(AttrValue::from(events.get(place)?.id.to_owned()));
        let tab_stop = (quality != Quality::Beside)
            .then(|| tab_stop(&stops, &events, self.tab_stop.as_deref(), self.as_of).and_then(id))
            .flatten();
        let open = self.open.as_deref().and_then(|open| stop_of(&stops, &events, open)).and_then(id);
        let lang = voice.told;
        let buttons = Buttons { tab_stop, open, titles: quality == Quality::Full, lang };
        held(Marks { scene: scene.clone(), buttons: Some(buttons) })
    }
}

/// Adds to the name of each event's mark how many days it stands from a day zero.
fn count_from(zero: Day, events: &Index, voice: Voice, scene: &mut Scene) {
    for mark in &mut scene.marks {
        let Mark::Group(group) = mark else { continue };
        let Some(Target::Event(id)) = &group.target else { continue };
        let entry = events.place(id).and_then(|place| events.get(place));
        if let (Some(entry), Some(label)) = (entry, &mut group.label) {
            label.push_str(", ");
            label.push_str(&voice.say(day_on(&entry, zero)));
        }
    }
}

/// Which day of a period an event stands on.
pub fn day_on(entry: &Entry<'_>, zero: Day) -> Msg<'static> {
    Msg::DayOn { days: entry.day().since(zero), about: !entry.is_to_the_day() }
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

    #[test]
    fn the_cluster_that_holds_the_open_event_is_marked() {
        // More on one day than rows can hold, and one by itself.
        let mut events: Vec<Event> =
            (0..60).map(|n| event(&format!("e{n}"), "2010-03-01", Lane::A, 2)).collect();
        events.push(event("alone", "2010-09-01", Lane::A, 2));
        let events = Shared::new(Index::of_events(&events, "en"));
        let day = |text| Day::parse(text).unwrap();
        let drawn = |open: &'static str| {
            fragment(held(Tile {
                voice: Voice::of(Manner::main_page(Locale::En)),
                events: events.clone(),
                axis: Axis::straight(),
                window: Window::of_days(day("2010-01-01"), day("2010-12-31")),
                width: 800.0,
                height: 440.0,
                sides: ["A", "B"].map(AttrValue::from),
                quality: Quality::Full,
                as_of: day("2010-06-01"),
                zero: None,
                tab_stop: None,
                open: Some(open.into()),
            }))
        };
        let marked = |html: &str| html.matches(" open\"").count();
        let inside = drawn("e30");
        assert!(inside.contains("event cluster side-a open\"") && marked(&inside) == 1, "{inside}");
        let alone = drawn("alone");
        assert!(!alone.contains("cluster side-a open") && marked(&alone) == 1, "{alone}");
        assert_eq!(marked(&drawn("nobody")), 0);
    }
}
