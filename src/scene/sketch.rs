//! The timeline's picture in as few elements as can be, for a moment in which a hand zooms and frames are slow: all marks of a lane are
//! one outline, without words and without names. Nobody can point at them before the hand rests, and by then the whole picture is
//! back.

use super::glyph::{Finish, glyph};
use super::mark::{Group, Mark, disc, num, outline, round, upright};
use super::timeline::{ground, lane_class};
use crate::dossier::model::Lane;
use crate::index::Index;
use crate::layout::timeline::{PlacedMark, TimelineLayout};

/// Draws a layout. Classes as in [`super::timeline()`]: the ground, and for each lane a group `event side-…` with `bridge`, `span`, `glyph` and
/// `pill`, each at most once: some 30 elements, however many events there are.
pub fn sketch(layout: &TimelineLayout) -> Vec<Mark> {
    let mut marks = Vec::new();
    ground(layout, &mut marks);
    for fold in &layout.breaks {
        let width = round(fold.x2 - fold.x1);
        marks.push(Mark::Rect {
            class: "break-ground",
            x: fold.x1,
            y: 0.0,
            width,
            height: layout.axis,
            radius: 0.0,
        });
    }
    marks.extend(Index::LANES.into_iter().filter_map(|lane| draw_lane(layout, lane)).map(Mark::Group));
    marks
}

fn draw_lane(layout: &TimelineLayout, lane: Lane) -> Option<Group> {
    let (mut bridges, mut spans, mut glyphs, mut pills) =
        (String::new(), String::new(), String::new(), String::new());
    let finish = if matches!(lane, Lane::A | Lane::Both) { Finish::Solid } else { Finish::Contour };
    let band = layout.lane(Lane::Both).filter(|_| lane == Lane::Both);
    for mark in layout.marks.iter().filter(|mark| mark.lane == lane) {
        if let Some(band) = band {
            bridges.push_str(&upright(mark.x, band.top, band.bottom));
        }
        if mark.cluster.is_some() {
            pills.push_str(&pill(mark));
            continue;
        }
        if let Some(span) = &mark.span {
            let (top, bottom) = (num(mark.y - 2.5), num(mark.y + 2.5));
            spans.push_str(&format!("M{} {top}H{}V{bottom}H{}z", num(span.x1), num(span.x2), num(span.x1)));
        }
        glyphs.push_str(&shape(mark, finish));
    }
    let glyph_class = if finish == Finish::Solid { "glyph solid" } else { "glyph contour" };
    let parts = [("bridge", bridges), ("span", spans), (glyph_class, glyphs), ("pill", pills)];
    let marks: Vec<_> = parts.into_iter().filter_map(|(class, d)| Mark::in_one(class, d)).collect();
    let class = ["event ", lane_class(lane)].concat();
    (!marks.is_empty()).then(|| Group {
        key: class.clone(),
        class,
        at: None,
        target: None,
        label: None,
        marks,
    })
}

fn shape(mark: &PlacedMark, finish: Finish) -> String {
    match glyph(mark.kind, mark.x, mark.y, mark.size, finish) {
        Mark::Path { d, .. } => d,
        Mark::Circle { cx, cy, r, .. } => disc(cx, cy, r) + "z",
        _ => String::new(),
    }
}

fn pill(mark: &PlacedMark) -> String {
    let (width, height) = (mark.width, mark.size);
    outline(mark.x - width / 2.0, mark.y - height / 2.0, width, height, height / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::date::Day;
    use crate::layout::timeline::{Frame, Quality, timeline};
    use crate::scale::{TimeScale, Window};

    fn drawn(dates: &[(&str, &str)]) -> Vec<Mark> {
        let events: Vec<_> = dates
            .iter()
            .enumerate()
            .map(|(at, (date, lane))| {
                serde_json::from_value(serde_json::json!({
                    "id": format!("e{at}"), "date": date, "title": "What was said", "kind": "statement",
                    "parties": [], "lane": lane, "weight": 3,
                }))
                .unwrap()
            })
            .collect();
        let index = Index::of_events(&events, "en");
        let day = |text| Day::parse(text).unwrap();
        let window = Window::of_days(day("2018-01-01"), day("2018-12-31"));
        let scale = TimeScale::new(window, 8.0, 792.0);
        let frame = Frame { width: 800.0, height: 430.0, heading: 0.0 };
        sketch(&timeline(&index, &scale, frame, Quality::Sketch, &|_| String::new()))
    }

    fn lane<'a>(marks: &'a [Mark], class: &str) -> Vec<(&'static str, &'a str)> {
        let groups = marks.iter().filter_map(|mark| match mark {
            Mark::Group(group) if group.class == class => Some(&group.marks),
            _ => None,
        });
        groups
            .flatten()
            .filter_map(|mark| match mark {
                Mark::Path { class, d } => Some((*class, d.as_str())),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_lanes_marks_are_one_outline() {
        let marks = drawn(&[("2018-02-01", "a"), ("2018-06-12", "a"), ("2018-06/2018-09", "b")]);
        let a = lane(&marks, "event side-a");
        assert_eq!(a.iter().map(|(class, _)| *class).collect::<Vec<_>>(), ["glyph solid"]);
        assert_eq!(a[0].1.matches('M').count(), 2, "{a:?}");
        let b = lane(&marks, "event side-b");
        assert_eq!(b.iter().map(|(class, _)| *class).collect::<Vec<_>>(), ["span", "glyph contour"]);
    }

    #[test]
    fn what_is_gathered_is_one_outline_too_and_nothing_has_words() {
        let days: Vec<_> = (1..=28).map(|day| format!("2018-03-{day:02}")).collect();
        let many: Vec<_> =
            days.iter().flat_map(|day| [(day.as_str(), "both"), (day.as_str(), "both")]).collect();
        let marks = drawn(&many);
        let both = lane(&marks, "event side-both");
        assert!(
            both.iter().any(|(class, _)| *class == "pill")
                && both.iter().any(|(class, _)| *class == "bridge")
        );
        let groups = marks.iter().filter(|mark| matches!(mark, Mark::Group(_))).count();
        assert_eq!((groups, marks.iter().any(|mark| matches!(mark, Mark::Text { .. }))), (1, false));
    }
}
