//! What must hold for every picture of the timeline.

use proptest::prelude::*;

use super::lanes::{JOINT_HEADING, OTHERS_HEADING};
use super::*;
use crate::analysis::fixture::us_dprk;
use crate::dossier::date::Day;
use crate::index::tests::{any_events, event, many};
use crate::index::{Entry, looks};
use crate::layout::gather::BIN;
use crate::layout::text;
use crate::messages::{Locale, Msg};
use crate::scale::Window;

fn scale(from: &str, to: &str, left: f64, right: f64) -> TimeScale {
    let day = |text| Day::parse(text).unwrap();
    TimeScale::new(Window::of_days(day(from), day(to)), left, right)
}

fn drawn(index: &Index, scale: &TimeScale, frame: Frame) -> TimelineLayout {
    timeline(index, scale, frame, Quality::Full, &words)
}

fn words(cluster: &Cluster) -> String {
    format!("{} events", cluster.count())
}

const FRAME: Frame = Frame { width: 800.0, height: 430.0, heading: 0.0 };

/// What must hold for every picture.
fn check(index: &Index, scale: &TimeScale, layout: &TimelineLayout) {
    let all: Vec<Entry<'_>> = index.entries().collect();
    let window = scale.window();
    let inside = |entry: &Entry<'_>| window.from() <= entry.instant && entry.instant < window.to();
    let singles: Vec<usize> =
        layout.marks.iter().filter(|mark| mark.cluster.is_none()).map(|mark| mark.place).collect();
    for lane in Index::LANES {
        let shown = singles.iter().filter(|place| all[**place].lane == lane && inside(&all[**place])).count();
        let of_lane = layout.marks.iter().filter(|mark| mark.lane == lane);
        let gathered: usize = of_lane.filter_map(|mark| mark.cluster.as_ref()).map(Cluster::count).sum();
        let there = all.iter().filter(|entry| entry.lane == lane && inside(entry)).count();
        assert_eq!(shown + gathered, there, "every event of {lane:?} once");
    }
    let mut unlike = singles.clone();
    unlike.dedup();
    assert_eq!(unlike, singles, "in time order, none twice");
    // A day is in sight where its middle is.
    let days = ((window.from() - 0.5).ceil() as i32, (window.to() - 0.5).ceil() as i32 - 1);
    let noons = |entry: &Entry<'_>| entry.first.number().max(days.0) <= entry.last.number().min(days.1);
    for (place, entry) in all.iter().enumerate() {
        if singles.contains(&place) {
            assert!(inside(entry) || noons(entry), "{entry:?} is not in sight");
        } else if noons(entry) && !inside(entry) {
            assert!(gather::reaching(index, scale.window()).1, "{entry:?} is nowhere, and nothing says so");
        }
    }
    let whole = |value: f64| assert!(value.is_finite() && round(value) == value, "{value}");
    let inside = |rect: &Rect| {
        assert!(rect.left <= rect.right && rect.top <= rect.bottom, "{rect:?}");
        assert!(rect.left >= 0.0 && rect.right <= layout.width, "{rect:?} leaves {}", layout.width);
        assert!(rect.top >= 0.0 && rect.bottom <= layout.height, "{rect:?} leaves {}", layout.height);
    };
    let mut rects: Vec<(usize, Rect)> = Vec::new();
    for area in &layout.lanes {
        [area.top, area.bottom].into_iter().for_each(whole);
        if let Some(heading) = &area.heading {
            [heading.x, heading.y].into_iter().for_each(whole);
            rects.push((usize::MAX, heading_rect(heading)));
        }
    }
    for mark in &layout.marks {
        [mark.x, mark.y, mark.size].into_iter().for_each(whole);
        [mark.hit.left, mark.hit.top, mark.hit.right, mark.hit.bottom].into_iter().for_each(whole);
        assert!(mark.x >= layout.left && mark.x <= layout.right);
        if layout.height >= 200.0 {
            assert!(mark.hit.left <= mark.x && mark.x <= mark.hit.right, "{mark:?}");
            inside(&mark.hit);
        }
        if let Some(span) = &mark.span {
            whole(span.x1);
            whole(span.x2);
            assert!(span.x1 <= span.x2 && span.x1 >= layout.left && span.x2 <= layout.right);
        }
        if let Some(label) = &mark.label {
            [label.x, label.y, label.rect.left, label.rect.right].into_iter().for_each(whole);
            inside(&label.rect);
            assert!(label.rect.bottom <= layout.axis, "over the ticks' names");
            assert!(label.lines.iter().all(|line| !line.is_empty()) && !label.lines.is_empty());
            rects.push((mark.place, label.rect));
        }
    }
    for mark in layout.marks.iter().filter(|_| layout.height >= 200.0) {
        for other in layout.marks.iter().filter(|other| (other.x, other.y) != (mark.x, mark.y)) {
            let hit = &other.hit;
            let covered = hit.left < mark.x && mark.x < hit.right && hit.top < mark.y && mark.y < hit.bottom;
            assert!(!covered, "the middle of {mark:?} belongs to {other:?}");
        }
    }
    for (at, (_, a)) in rects.iter().enumerate() {
        for (_, b) in &rects[at + 1..] {
            assert!(!a.meets(b), "{a:?} meets {b:?}");
        }
    }
    for mark in &layout.marks {
        for (owner, rect) in &rects {
            assert!(!mark.body().meets(rect), "{rect:?} covers {mark:?}");
            if let (Some(label), true) = (&mark.label, *owner != mark.place) {
                let leader = Rect {
                    left: label.leader.x - 1.0,
                    right: label.leader.x + 1.0,
                    top: label.leader.y1.min(label.leader.y2),
                    bottom: label.leader.y1.max(label.leader.y2),
                };
                assert!(!leader.meets(rect), "{leader:?} crosses {rect:?}");
                assert!(!mark.hit.meets(rect), "{:?} meets {rect:?}", mark.hit);
            }
        }
    }
}

#[test]
fn sides_are_mirrored_and_joint_acts_bridge() {
    let events = [
        event("a", "2018-03-08", Lane::A, 3),
        event("b", "2018-04-20", Lane::B, 3),
        event("both", "2018-06-12", Lane::Both, 3),
        event("other", "2018-09-19", Lane::Other, 3),
    ];
    let index = Index::of_events(&events, "en");
    let scale = scale("2018-01-01", "2018-12-31", 8.0, 792.0);
    let layout = drawn(&index, &scale, FRAME);
    check(&index, &scale, &layout);
    let band = *layout.lane(Lane::Both).unwrap();
    let middle = (band.top + band.bottom) / 2.0;
    let y = |at: usize| layout.marks[at].y;
    assert_eq!(middle - y(0), y(1) - middle);
    assert_eq!(y(2), middle);
    assert!(layout.lane(Lane::Other).unwrap().top < y(3));
    assert!(layout.marks.iter().all(|mark| mark.label.is_some() && !mark.crowded));
    assert!(
        layout.marks.iter().all(|mark| mark.hit.width() >= 24.0 && mark.hit.height() >= 22.0),
        "{layout:#?}"
    );
}

/// They are words of this program, in every language of it: none is cut, and none asks for room that marks could have.
#[test]
fn the_words_over_the_joint_acts_and_the_others_fit_their_room() {
    for (word, room) in [(Msg::LaneBoth, JOINT_HEADING), (Msg::LaneOther, OTHERS_HEADING)] {
        let width = |locale: Locale| text::width(&locale.say(word.clone()), 12.0 * text::BOLD);
        let longest = width(Locale::En).max(width(Locale::Ko));
        assert!(longest <= room && room < longest + 3.0, "{longest} in {room}");
    }
}

/// In the two years that the first dossier shows first, on screens from a small tablet on.
#[test]
fn the_joint_acts_have_their_name() {
    let index = Index::of_events(&us_dprk().events, "en");
    for width in (640..1200).step_by(20).map(f64::from) {
        let layout =
            drawn(&index, &scale("2018-01-01", "2019-12-31", 8.0, width - 8.0), Frame { width, ..FRAME });
        assert!(layout.lane(Lane::Both).unwrap().heading.is_some(), "at {width}");
    }
}

#[test]
fn without_others_there_is_no_strip() {
    let index = Index::of_events(&[event("a", "2018-03-08", Lane::A, 3)], "en");
    let layout = drawn(&index, &scale("2018-01-01", "2018-12-31", 8.0, 792.0), FRAME);
    assert_eq!(layout.lane(Lane::Other), None);
}

#[test]
fn stretches_say_how_well_their_ends_are_known() {
    let events = [
        event("days", "2018-02-09/2018-02-25", Lane::A, 2),
        event("month", "2018-06", Lane::A, 2),
        event("on", "2018-09-01/..", Lane::B, 2),
        event("before", "2017-12-01/2018-01-20", Lane::B, 2),
    ];
    let index = Index::of_events(&events, "en");
    let scale = scale("2018-01-01", "2018-12-31", 0.0, 800.0);
    let layout = drawn(&index, &scale, FRAME);
    check(&index, &scale, &layout);
    let ends: Vec<_> =
        layout.marks.iter().map(|mark| mark.span.map(|span| (span.start, span.end)).unwrap()).collect();
    use SpanEnd::*;
    assert_eq!(ends, [(Beyond, Sharp), (Sharp, Sharp), (Soft, Soft), (Sharp, Open)]);
    // June lies between days 151 and 181 of 365; its mark stands in the middle of it.
    assert_eq!(layout.marks[2].x, round(800.0 * 166.0 / 365.0));
}

#[test]
fn ten_thousand_events_on_one_day_are_one_cluster() {
    let events: Vec<_> =
        (0..10_000).map(|n| event(&format!("e{n}"), "2018-06-12", Lane::A, 1 + (n % 3) as u8)).collect();
    let index = Index::of_events(&events, "en");
    let scale = scale("2018-01-01", "2018-12-31", 8.0, 792.0);
    let layout = drawn(&index, &scale, FRAME);
    assert_eq!(layout.marks.len(), 1);
    assert_eq!(layout.marks[0].cluster.as_ref().unwrap().count(), 10_000);
}

#[test]
fn what_everyone_knows_is_shown_longest() {
    // 40 details and two great events in one week, on a picture of two years.
    let mut events: Vec<_> = (0..40).map(|n| event(&format!("e{n}"), "2018-06-12", Lane::A, 1)).collect();
    events.push(event("great", "2018-06-11", Lane::A, 3));
    events.push(event("other", "2018-06-13", Lane::A, 3));
    let index = Index::of_events(&events, "en");
    let layout = drawn(&index, &scale("2018-01-01", "2019-12-31", 8.0, 792.0), FRAME);
    let shown: Vec<_> =
        layout.marks.iter().map(|mark| (index.get(mark.place).unwrap().id, mark.cluster.is_some())).collect();
    assert_eq!(shown, [("great", false), ("e0", true), ("other", false)]);
    assert!(
        layout.marks.iter().all(|mark| mark.cluster.is_some() || mark.label.is_some()),
        "{:#?}",
        layout.marks
    );
}

/// In the rows of a small picture, where what is known of one summer stands nearer than a finger is wide.
#[test]
fn the_middle_of_a_mark_is_its_own_in_a_crowd_too() {
    let index = Index::of_events(&us_dprk().events, "en");
    let mut nearest = f64::INFINITY;
    for width in [620.0, 700.0, 812.0, 960.0, 1_100.0] {
        for (from, to) in [("2017-12-20", "2020-01-12"), ("2018-01-01", "2018-12-31")] {
            let scale = scale(from, to, 8.0, width - 8.0);
            let layout = drawn(&index, &scale, Frame { width, height: 440.0, heading: 0.0 });
            check(&index, &scale, &layout);
            for (at, mark) in layout.marks.iter().enumerate() {
                let later = layout.marks[at + 1..].iter().filter(|other| other.y == mark.y);
                nearest = later.fold(nearest, |nearest, other| nearest.min((other.x - mark.x).abs()));
            }
        }
    }
    assert!(nearest < 6.0, "{nearest} pixels are no crowd");
}

/// A great event every 50 days for 300 years, among as many lesser ones as there are in a month: more than a picture holds.
#[test]
fn an_even_record_looks_even() {
    let events: Vec<_> = (0..2_200)
        .flat_map(|n| [3, 1, 1].map(|weight| (n, weight)))
        .enumerate()
        .map(|(at, (n, weight))| {
            let day = Day::from_number_clamped(-90_000 + n * 50 + at as i64 % 3).to_string();
            event(&format!("e{at}"), &day, Index::LANES[n as usize % 2 * 2], weight)
        })
        .collect();
    let index = Index::of_events(&events, "en");
    let (first, last) = index.span().unwrap();
    for width in [700.0, 1080.0, 1400.0] {
        let scale = TimeScale::new(Window::of_days(first, last), 8.0, width - 8.0);
        let layout = drawn(&index, &scale, Frame { width, ..FRAME });
        check(&index, &scale, &layout);
        let mut shown = [0; 4];
        for mark in layout.marks.iter().filter(|mark| mark.cluster.is_none()) {
            assert_eq!(mark.weight, 3, "the great ones before the others");
            shown[((mark.x / width * 4.0) as usize).min(3)] += 1;
        }
        let (least, most) = (shown.iter().min().unwrap(), shown.iter().max().unwrap());
        assert!(*least >= 6 && most - least <= 5, "{shown:?} at {width}");
        assert!(layout.marks.iter().all(|mark| !mark.crowded));
    }
}

#[test]
fn spans_that_lie_in_each_other_share_the_rows() {
    let events: Vec<_> = (0..30)
        .map(|n| event(&format!("e{n}"), &format!("{}-01-01/{}-01-01", 1950 + n, 2010 - n), Lane::A, 2))
        .collect();
    let index = Index::of_events(&events, "en");
    let scale = scale("1950-01-01", "2010-12-31", 8.0, 792.0);
    let layout = drawn(&index, &scale, FRAME);
    check(&index, &scale, &layout);
    let in_row = |row: usize| layout.marks.iter().filter(|mark| mark.row == row).count();
    let rows = layout.marks.iter().map(|mark| mark.row).max().unwrap() + 1;
    assert!(rows > 1 && (0..rows).all(|row| in_row(row) <= 30 / rows + 2), "{:?}", (0..rows).map(in_row));
}

#[test]
fn an_empty_timeline_and_one_event_are_pictures_too() {
    let none = Index::of_events(&[], "en");
    let year = scale("2018-01-01", "2018-12-31", 8.0, 792.0);
    let layout = drawn(&none, &year, FRAME);
    check(&none, &year, &layout);
    assert!(layout.marks.is_empty() && !layout.ticks.is_empty());
    for date in ["0001-01-01", "9999-12-31", "2018-06-12", "2018", "../2018", "2018/.."] {
        let one = Index::of_events(&[event("one", date, Lane::B, 3)], "en");
        for window in [
            *["0001-01-01", "0001-01-07"].first_chunk().unwrap(),
            ["2018-01-01", "2018-12-31"],
            ["0001-01-01", "9999-12-31"],
        ] {
            let scale = scale(window[0], window[1], 8.0, 792.0);
            check(&one, &scale, &drawn(&one, &scale, FRAME));
        }
    }
}

/// A frame costs what its pixels can show: for 64 times as many events, the binary searches take six steps more each, and the
/// picture holds no more.
#[test]
fn a_frame_of_many_events_costs_what_a_frame_of_few_does() {
    let cost = |count: usize| {
        let index = Index::of_events(&many(count, 1), "en");
        let (first, last) = index.span().unwrap();
        let mut marks = 0;
        let mut looks_most = 0;
        for share in [1.0, 0.3, 0.03] {
            let days = f64::from(last.since(first)) * share;
            let middle =
                f64::from(first.number()) + days / 2.0 + f64::from(last.since(first)) * (1.0 - share) / 2.0;
            let window = Window::new(middle - days / 2.0, middle + days / 2.0);
            let scale = TimeScale::new(window, 8.0, 1272.0);
            for quality in [Quality::Full, Quality::Quick, Quality::Sketch, Quality::Beside] {
                let mut layout = None;
                let cost = looks::of(|| {
                    layout = Some(timeline(
                        &index,
                        &scale,
                        Frame { width: 1280.0, height: 440.0, heading: 0.0 },
                        quality,
                        &words,
                    ))
                });
                looks_most = looks_most.max(cost);
                let here = layout.unwrap().marks.len();
                // Beside another picture: 24 events, and a cluster for 80 pixels and lane.
                assert!(quality != Quality::Beside || here <= 24 + 4 * 18, "{here} marks beside");
                // One of many: 56 in the window or a cluster for 80 pixels and lane, and what reaches in.
                assert!(quality != Quality::Sketch || here <= 4 * 18 + 4 * 6, "{here} marks in passing");
                marks = marks.max(here);
            }
        }
        (looks_most, marks)
    };
    let (few, many) = (cost(1_000), cost(64_000));
    let bins = (1264.0 / BIN) as u64 + 2;
    // 110 in the window and six a lane that reach into it.
    assert!(many.1 <= 110 + 4 * 6, "{} marks", many.1);
    // Two searches among all events and two among each of twelve levels, for every bin; and two ends of up to 31 looks for each.
    assert!(many.0 <= few.0 + bins * (2 + 24) * 6 + bins * 12 * 62, "{} looks, then {}", few.0, many.0);
    assert!(many.0 < 64_000, "{} looks: fewer than there are events", many.0);
}

#[test]
fn panning_does_not_reshuffle_rows() {
    let events: Vec<_> = (0..60)
        .map(|n| {
            let day = Day::from_number_clamped(17_600 + n * 5);
            event(&format!("e{n}"), &day.to_string(), Lane::A, 2)
        })
        .collect();
    let index = Index::of_events(&events, "en");
    let rows = |from: f64| -> std::collections::BTreeMap<usize, f64> {
        let scale = TimeScale::new(Window::new(from, from + 200.0), 0.0, 300.0);
        drawn(&index, &scale, FRAME).marks.iter().map(|mark| (mark.place, mark.y)).collect()
    };
    let (before, after) = (rows(17_640.0), rows(17_655.0));
    for (index, y) in &after {
        assert!(before.get(index).is_none_or(|old| old == y), "event {index} jumped");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn every_picture_is_orderly(
        events in any_events(70),
        from in 10_000.0..21_000.0f64,
        days in 7.0..6_000.0f64,
        width in prop_oneof![4 => 200.0..1400.0f64, 1 => 1.0..200.0f64],
        height in prop_oneof![4 => 200.0..700.0f64, 1 => 1.0..200.0f64],
    ) {
        let index = Index::of_events(&events, "en");
        let margin = (width / 10.0).min(8.0);
        let scale = TimeScale::new(Window::new(from, from + days), margin, width - margin);
        check(&index, &scale, &drawn(&index, &scale, Frame { width, height, heading: 0.0 }));
    }

    #[test]
    fn nothing_panics(
        events in any_events(12),
        window in prop::array::uniform2(prop::num::f64::ANY),
        sizes in prop::array::uniform4(prop::num::f64::ANY),
    ) {
        let index = Index::of_events(&events, "en");
        let scale = TimeScale::new(Window::new(window[0], window[1]), sizes[0], sizes[1]);
        // Frames beyond a screen's size cost memory, not understanding.
        let frame = Frame { width: sizes[2].min(3e3), height: sizes[3].min(2e3), heading: sizes[0] };
        let layout = drawn(&index, &scale, frame);
                prop_assert!(layout.marks.iter().all(|mark| mark.x.is_finite() && mark.y.is_finite()));
    }
}
