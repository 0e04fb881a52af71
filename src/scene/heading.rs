//! The headings of the timeline's lanes: their words, and the room they want.

use super::timeline::Sides;
use crate::dossier::model::Lane;
use crate::layout::text;
use crate::messages::{Locale, Msg};

/// The font size that a heading is measured at: 12 pixels, and what its weight adds.
pub(super) const SIZE: f64 = 12.0 * text::BOLD;

/// A lane's heading.
pub fn words(lane: Lane, locale: Locale, sides: Sides<'_>) -> String {
    match lane {
        Lane::A => locale.say(Msg::LaneOf(sides.a)),
        Lane::B => locale.say(Msg::LaneOf(sides.b)),
        Lane::Both => locale.say(Msg::LaneBoth),
        Lane::Other => locale.say(Msg::LaneOther),
    }
}

/// The pixels that the longer of the two sides' headings takes.
pub fn heading_width(locale: Locale, sides: Sides<'_>) -> f64 {
    let width = |lane| text::width(&words(lane, locale, sides), SIZE);
    width(Lane::A).max(width(Lane::B))
}

#[cfg(test)]
mod tests {
    use super::super::{Mark, timeline};
    use super::*;
    use crate::dossier::date::Day;
    use crate::index::Index;
    use crate::layout::timeline::{Frame, Quality, timeline as lay_out};
    use crate::scale::{TimeScale, Window};

    /// A side's heading is whole where it fits a little more room, and cut where it is far too long; a short one takes no more than ever.
    #[test]
    fn a_long_heading_has_the_room_it_needs() {
        let index = Index::of_events(&[], "en");
        let day = |text| Day::parse(text).unwrap();
        let scale = TimeScale::new(Window::of_days(day("2018-01-01"), day("2018-12-31")), 8.0, 792.0);
        let heading = |a: &str| {
            let sides = Sides { a, b: "B" };
            let heading = heading_width(Locale::En, sides);
            let frame = Frame { width: 800.0, height: 430.0, heading };
            let layout = lay_out(&index, &scale, frame, Quality::Full, &|_| String::new());
            let room = layout.lane(Lane::A).and_then(|lane| lane.heading).map(|heading| heading.width);
            let scene = timeline(&index, &layout, &scale, Locale::En, sides);
            let words = scene.marks.into_iter().find_map(|mark| match mark {
                Mark::Text { class: "lane-heading side-a", text, .. } => Some(text),
                _ => None,
            });
            (words.unwrap(), room.unwrap())
        };
        assert_eq!(heading("Short"), ("Short\u{2019}s acts".to_owned(), 112.0));
        // A name in s has no second one.
        assert_eq!(heading("Isles").0, "Isles\u{2019} acts");
        let (words, room) = heading("Southhaven");
        assert_eq!(words, "Southhaven\u{2019}s acts");
        assert!((112.0..144.0).contains(&room), "{room}");
        let (words, room) = heading("The Most Serene Republic");
        assert!(words.ends_with('\u{2026}') && room == 144.0, "{words} {room}");
    }
}
